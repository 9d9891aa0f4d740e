// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See badge.h.
#include "ui/widgets/badge.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"

#include <cmath>

#include <QPainter>

namespace plumb::ui {
namespace {

void becomeSign(QWidget* widget, const QString& kind) {
    installAccessibility();
    widget->setObjectName(kind);
    widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(widget);
}

constexpr qreal kCapGap = 3;

} // namespace

Badge::Badge(const QString& text, BadgeLook look, QWidget* parent) : QWidget(parent), m_text(text), m_look(look) {
    becomeSign(this, QStringLiteral("badge"));
    setAccessibleName(text);
}

void Badge::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setLook(BadgeLook look) {
    m_look = look;
    update();
}

void Badge::setIcon(Icon icon) {
    m_icon = icon;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    // A frame takes one pixel at each end.
    return badgeSize(m_text, m_icon.has_value()).toSize() + QSize(m_look == BadgeLook::Frame ? 2 : 0, 0);
}

void Badge::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    if (!m_icon) {
        drawBadge(&painter, rect(), m_text, m_look, t);
        return;
    }
    drawBadge(&painter, rect(), QString(), m_look, t);
    const QRectF lead(scaled(6), 0, scaled(14), height());
    paintIcon(&painter, lead, *m_icon, scaled(14), t[Token::Ink2]);
    drawText(&painter, QRectF(lead.right() + 4, 0, width() - lead.right() - 4, height()), m_text, Role::MicroMedium,
             t[Token::Ink2]);
}

KeyCap::KeyCap(const QString& portableShortcut, QWidget* parent, bool split) : QWidget(parent), m_split(split) {
    becomeSign(this, QStringLiteral("keyCap"));
    setKey(portableShortcut);
}

void KeyCap::setKey(const QString& portableShortcut) {
    m_key = portableShortcut;
    setAccessibleName(keyText(portableShortcut));
    updateGeometry();
    update();
}

void KeyCap::setLook(KeyLook look) {
    m_look = look;
    update();
}

QStringList KeyCap::caps() const {
    const QString text = keyText(m_key);
    return m_split ? text.split(QLatin1Char(' '), Qt::SkipEmptyParts) : QStringList{text};
}

QSize KeyCap::sizeHint() const {
    qreal width = -kCapGap;
    for (const QString& cap : caps())
        width += keyCapSize(cap, badgeHeight()).width() + kCapGap;
    return {static_cast<int>(std::ceil(qMax(0.0, width))), badgeHeight()};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    qreal x = 0;
    for (const QString& cap : caps()) {
        const QSizeF size = keyCapSize(cap, badgeHeight());
        drawKeyCap(&painter, QRectF(QPointF(x, 0), size), cap, tokens(), m_look, isEnabled());
        x += size.width() + kCapGap;
    }
}

RiskMark::RiskMark(MarkKind kind, int size, bool withWord, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_size(size), m_withWord(withWord) {
    becomeSign(this, QStringLiteral("riskMark"));
    setKind(kind);
}

void RiskMark::setKind(MarkKind kind) {
    m_kind = kind;
    setAccessibleName(word());
    if (!m_withWord)
        setToolTip(word());
    updateGeometry();
    update();
}

void RiskMark::setWord(const QString& word) {
    m_word = word;
    setKind(m_kind);
}

QSize RiskMark::sizeHint() const {
    const int side = scaled(m_size);
    if (!m_withWord)
        return {side, side};
    return {side + 6 + static_cast<int>(std::ceil(textWidth(word(), Role::BodyStrong))),
            qMax(side, lineHeight(Role::BodyStrong))};
}

void RiskMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = scaled(m_size);
    plumb::ui::riskMark(&painter, QRectF(0, (height() - side) / 2.0, side, side), m_kind, tokens());
    if (m_withWord)
        drawText(&painter, QRectF(side + 6, 0, width() - side - 6, height()), word(), Role::BodyStrong,
                 tokens()[markInk(m_kind)]);
}

IconLabel::IconLabel(Icon icon, int size, Token color, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_size(size), m_color(color) {
    becomeSign(this, QStringLiteral("iconLabel"));
}

void IconLabel::setIcon(Icon icon) {
    m_icon = icon;
    update();
}

void IconLabel::setColor(Token color) {
    m_color = color;
    update();
}

QSize IconLabel::sizeHint() const {
    return {scaled(m_size), scaled(m_size)};
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, scaled(m_size), tokens()[isEnabled() ? m_color : Token::Disabled]);
}

} // namespace plumb::ui
