// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The label for everything that is not one line of body text: exact line height of its role, follows colour scheme and
// text scale, wraps or elides, holds key caps, marks and links. Links can be reached by Tab and opened by Enter.
#pragma once

#include "ui/widgets/rich_layout.h"

#include <QWidget>

namespace plumb::ui {

class WrapLabel : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    explicit WrapLabel(QWidget* parent = nullptr);
    WrapLabel(const QString& text, Role role, Token color = Token::Ink, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setRich(const RichText& text);
    [[nodiscard]] QString text() const { return plainText(m_text); }

    void setRole(Role role);
    void setColor(Token color);
    void setDigits(Digits digits);
    /// 0: as many as it takes. 1: one line, elided, never wider than its text.
    void setMaxLines(int lines);
    /// Horizontal alignment of the lines.
    void setAlignment(Qt::Alignment alignment);
    /// Widest line in px at text scale 1 (0: no limit), for readable measure: look.md asks 620 for the ask.
    void setMeasure(int width);
    /// Strikes the text through (a choice that is not applicable).
    [[nodiscard]] Role role() const noexcept { return m_role; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_maxLines != 1; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void linkActivated(const QString& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] qreal widthFor(int available) const;

    RichText m_text;
    Role m_role = Role::Body;
    Token m_color = Token::Ink;
    Digits m_digits = Digits::Proportional;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    int m_maxLines = 0;
    int m_measure = 0;
    mutable RichLayout m_layout;   ///< for the present width
    mutable RichLayout m_measurer; ///< for questions about other widths
    int m_hoverLink = -1;
    int m_focusLink = -1;
};

} // namespace plumb::ui
