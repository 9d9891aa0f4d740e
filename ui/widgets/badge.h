// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small signs that are only read: badge, key cap, risk mark with or without its word, icon. None takes the focus.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <optional>

#include <QWidget>

namespace plumb::ui {

class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(const QString& text, BadgeLook look = BadgeLook::Canvas, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setLook(BadgeLook look);
    void setIcon(Icon icon);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    BadgeLook m_look;
    std::optional<Icon> m_icon;
};

/// One cap per key: "Ctrl+K" shows two when `split`, "Ctrl K" in one cap otherwise.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString& portableShortcut, QWidget* parent = nullptr, bool split = false);
    void setKey(const QString& portableShortcut);
    void setLook(KeyLook look);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList caps() const;
    QString m_key;
    bool m_split;
    KeyLook m_look = KeyLook::Plain;
};

/// A risk mark of `size` px, with its word in the mark's ink when `withWord`.
class RiskMark : public QWidget {
    Q_OBJECT
public:
    explicit RiskMark(MarkKind kind, int size = 16, bool withWord = false, QWidget* parent = nullptr);
    void setKind(MarkKind kind);
    /// Another word than markWord(), such as "At risk".
    void setWord(const QString& word);
    [[nodiscard]] MarkKind kind() const noexcept { return m_kind; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString word() const { return m_word.isEmpty() ? markWord(m_kind) : m_word; }
    MarkKind m_kind;
    int m_size;
    bool m_withWord;
    QString m_word;
};

/// An icon that is not a button. Give it an accessible name when it says something the text beside it does not.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(Icon icon, int size = 16, Token color = Token::Ink2, QWidget* parent = nullptr);
    void setIcon(Icon icon);
    void setColor(Token color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    int m_size;
    Token m_color;
};

} // namespace plumb::ui
