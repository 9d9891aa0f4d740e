// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A live number: changes in place, keeps its line, and is underlined in accent for two seconds after a change. Never
// flashes, never moves its neighbours more than its own digits need.
#pragma once

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QBasicTimer>
#include <QWidget>

namespace plumb::ui {

class Figure : public QWidget {
    Q_OBJECT
public:
    explicit Figure(Role role, QWidget* parent = nullptr, Token color = Token::Ink);
    /// `name` is what the number is, for assistive tools ("Score").
    void setName(const QString& name);
    /// A different text is marked as changed, except for the first one.
    void setText(const QString& text);
    void setColor(Token color);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool showsChange() const noexcept { return m_timer.isActive(); }
    /// Widest text to expect ("$16,700"): the figure never gets narrower, so nothing beside it moves.
    void reserve(const QString& widest);
    static constexpr int kShownMs = 2000;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void updateName();
    Role m_role;
    Token m_color;
    QString m_name, m_text, m_widest;
    QBasicTimer m_timer;
};

} // namespace plumb::ui
