// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of a sheet: hairlines that divide it into panes, panes with a ground, and what an empty place says.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QFrame>
#include <QWidget>

namespace plumb::ui {

class Button;
class WrapLabel;

/// 1 px of `line` (or line2 below table heads).
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget* parent = nullptr, Token token = Token::Line);
    [[nodiscard]] QSize sizeHint() const override { return {1, 1}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_token;
};

/// A widget with a ground: Canvas (rail), Sunken (side panes), Surface (sheets), Raised. Put a layout into it.
class Pane : public QWidget {
    Q_OBJECT
public:
    explicit Pane(Token ground, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_ground;
};

/// A raised or flat frame of line2 with radius 8 around content (messages, dialogs' inner parts).
class FramePane : public QFrame {
    Q_OBJECT
public:
    explicit FramePane(QWidget* parent = nullptr, Token ground = Token::Surface);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_ground;
};

/// What to do next where nothing is yet: icon, title, one sentence, a filled and a plain button.
class EmptyPlace : public QFrame {
    Q_OBJECT
public:
    EmptyPlace(Icon icon, const QString& title, const QString& sentence, QWidget* parent = nullptr);
    /// The main thing to do. Returned for connecting; owned by the place.
    Button* setPrimary(const QString& text, Icon icon);
    Button* setSecondary(const QString& text, Icon icon);
    /// Without the dashed frame (inside a pane that has one).
    void setFramed(bool framed);
    void setSentence(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Button* m_primary;
    Button* m_secondary;
    WrapLabel* m_sentence;
    bool m_framed = true;
};

} // namespace plumb::ui
