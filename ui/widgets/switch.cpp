// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See switch.h.
#include "ui/widgets/switch.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <cmath>

#include <QPainter>
#include <QVariantAnimation>

namespace plumb::ui {

Switch::Switch(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("switch"));
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
    connect(this, &QAbstractButton::toggled, this, &Switch::glide);
}

void Switch::glide(bool on) {
    const qreal end = on ? 1 : 0;
    if (Theme::instance().reducedMotion() || !isVisible()) {
        m_position = end;
        update();
        return;
    }
    auto* motion = new QVariantAnimation(this);
    motion->setDuration(kFadeMs);
    motion->setEasingCurve(QEasingCurve::OutCubic);
    motion->setStartValue(m_position);
    motion->setEndValue(end);
    connect(motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_position = value.toReal();
        update();
    });
    motion->start(QAbstractAnimation::DeleteWhenStopped);
}

QSize Switch::sizeHint() const {
    const int label = text().isEmpty() ? 0 : 10 + static_cast<int>(std::ceil(textWidth(text(), Role::Body)));
    return {scaled(30) + label, text().isEmpty() ? scaled(18) : lineHeight(Role::Body)};
}

void Switch::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    const qreal wide = scaled(30), high = scaled(18);
    drawSwitch(&painter, QRectF(0, (height() - high) / 2, wide, high), m_position, isEnabled(), t);
    drawText(&painter, QRectF(wide + 10, 0, width() - wide - 10, height()), text(), Role::Body,
             t[isEnabled() ? Token::Ink : Token::Disabled]);
}

} // namespace plumb::ui
