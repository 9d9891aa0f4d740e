// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See figure.h.
#include "ui/widgets/figure.h"

#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QTimerEvent>

namespace plumb::ui {

Figure::Figure(Role role, QWidget* parent, Token color) : QWidget(parent), m_role(role), m_color(color) {
    installAccessibility();
    setObjectName(QStringLiteral("figure"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

void Figure::setName(const QString& name) {
    m_name = name;
    updateName();
}

void Figure::setText(const QString& text) {
    if (m_text == text)
        return;
    if (!m_text.isEmpty())
        m_timer.start(kShownMs, this);
    m_text = text;
    updateName();
    updateGeometry();
    update();
}

void Figure::setColor(Token color) {
    m_color = color;
    update();
}

void Figure::reserve(const QString& widest) {
    m_widest = widest;
    updateGeometry();
}

void Figure::updateName() {
    setAccessibleName(m_name.isEmpty() ? m_text : m_name + QStringLiteral(": ") + m_text);
}

QSize Figure::sizeHint() const {
    const qreal width = qMax(textWidth(m_text, m_role, Digits::Tabular), textWidth(m_widest, m_role, Digits::Tabular));
    return {static_cast<int>(std::ceil(width)) + 1, lineHeight(m_role)};
}

void Figure::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const qreal width = drawText(&painter, rect(), m_text, m_role, tokens()[isEnabled() ? m_color : Token::Disabled],
                                 Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
    if (!m_timer.isActive())
        return;
    const QFontMetricsF metrics(plumb::ui::font(m_role, Digits::Tabular));
    const qreal base = (height() - metrics.height()) / 2 + metrics.ascent();
    painter.fillRect(QRectF(0, qMin(std::round(base) + 3, height() - 2.0), width, 2), tokens()[Token::Accent]);
}

void Figure::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_timer.stop();
    update();
}

} // namespace plumb::ui
