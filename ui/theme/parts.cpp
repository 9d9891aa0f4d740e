// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See parts.h.
#include "ui/theme/parts.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QKeySequence>
#include <QPainter>
#include <QRegularExpression>

namespace plumb::ui {
namespace {

QColor orDisabled(bool enabled, Token token, const Tokens& tokens) {
    return tokens[enabled ? token : Token::Disabled];
}

// 1.5 px is 1 px at 100 % and 3 device pixels at 200 %: outlines are crisp at each scale and never vanish.
qreal deviceWidth(const QPainter* painter, qreal width) {
    const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
    return std::max(1.0, std::floor(width * ratio)) / ratio;
}

struct BadgeInk {
    Token fill, ink;
    bool frame;
};

BadgeInk inkOf(BadgeLook look) {
    switch (look) {
    case BadgeLook::Accent:
        return {Token::ATint, Token::Accent, false};
    case BadgeLook::High:
        return {Token::HighTint, Token::High, false};
    case BadgeLook::Medium:
        return {Token::MedTint, Token::Med, false};
    case BadgeLook::NoRisk:
        return {Token::NoRiskTint, Token::NoRisk, false};
    case BadgeLook::Frame:
        return {Token::Surface, Token::Ink2, true};
    case BadgeLook::Canvas:
        break;
    }
    return {Token::Canvas, Token::Ink2, false};
}

} // namespace

qreal drawText(QPainter* painter, const QRectF& box, const QString& text, Role role, const QColor& color,
               Qt::Alignment flags, Digits digits) {
    const QFont face = font(role, digits);
    const QFontMetricsF metrics(face);
    qreal width = metrics.horizontalAdvance(text);
    QString shown = text;
    if (width > box.width() + 0.5) {
        shown = metrics.elidedText(text, Qt::ElideRight, box.width());
        width = metrics.horizontalAdvance(shown);
    }
    qreal x = box.left();
    if (flags & Qt::AlignRight)
        x = box.right() - width;
    else if (flags & Qt::AlignHCenter)
        x = box.center().x() - width / 2;
    qreal baseline = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent();
    if (flags & Qt::AlignTop)
        baseline = box.top() + (lineHeight(role) - metrics.height()) / 2 + metrics.ascent();
    else if (flags & Qt::AlignBottom)
        baseline = box.bottom() - (lineHeight(role) - metrics.height()) / 2 - metrics.descent();
    painter->save();
    painter->setFont(face);
    painter->setPen(color);
    painter->drawText(QPointF(x, std::round(baseline)), shown);
    painter->restore();
    return width;
}

qreal textWidth(const QString& text, Role role, Digits digits) {
    return QFontMetricsF(font(role, digits)).horizontalAdvance(text);
}

void paintFrame(QPainter* painter, const QRectF& box, qreal radius, const QColor& fill, const QColor& line,
                qreal width) {
    width = deviceWidth(painter, width);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QRectF inner = box;
    if (line.isValid()) {
        painter->setPen(QPen(line, width));
        inner.adjust(width / 2, width / 2, -width / 2, -width / 2);
        radius = std::max(0.0, radius - width / 2);
    } else {
        painter->setPen(Qt::NoPen);
    }
    if (radius > 0)
        painter->drawRoundedRect(inner, radius, radius);
    else
        painter->drawRect(inner);
    painter->restore();
}

void drawHairline(QPainter* painter, const QRectF& box, const QColor& color) {
    painter->fillRect(QRectF(box.left(), box.top(), box.width(), 1), color);
}

void drawCheckBox(QPainter* painter, const QRectF& box, BoxState state, bool enabled, const Tokens& t) {
    if (state == BoxState::Off) {
        paintFrame(painter, box, kRadiusBox, enabled ? t[Token::Surface] : QColor(),
                   orDisabled(enabled, Token::Control, t), 1.5);
        return;
    }
    paintFrame(painter, box, kRadiusBox, orDisabled(enabled, Token::AFill, t), QColor());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / 18, box.height() / 18);
    painter->setPen(QPen(t[enabled ? Token::OnAccent : Token::Surface], 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (state == BoxState::Partial) {
        painter->drawLine(QPointF(5.2, 9), QPointF(12.8, 9));
    } else {
        const QPointF check[] = {{5, 9.3}, {7.9, 12.1}, {13.1, 6.4}};
        painter->drawPolyline(check, 3);
    }
    painter->restore();
}

void drawRadio(QPainter* painter, const QRectF& box, bool on, bool enabled, const Tokens& t) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal side = std::min(box.width(), box.height());
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(orDisabled(enabled, Token::AFill, t));
        painter->drawEllipse(box.center(), side / 2, side / 2);
        painter->setBrush(t[enabled ? Token::OnAccent : Token::Surface]);
        painter->drawEllipse(box.center(), side * 0.19, side * 0.19);
    } else {
        const qreal width = deviceWidth(painter, 1.5);
        painter->setPen(QPen(orDisabled(enabled, Token::Control, t), width));
        painter->setBrush(enabled ? QBrush(t[Token::Surface]) : QBrush(Qt::NoBrush));
        painter->drawEllipse(box.center(), (side - width) / 2, (side - width) / 2);
    }
    painter->restore();
}

void drawSwitch(QPainter* painter, const QRectF& box, qreal position, bool enabled, const Tokens& t) {
    const qreal radius = box.height() / 2;
    const bool on = position >= 0.5;
    if (on)
        paintFrame(painter, box, radius, orDisabled(enabled, Token::AFill, t), QColor());
    else
        paintFrame(painter, box, radius, t[Token::Surface], orDisabled(enabled, Token::Control, t), 1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(on ? t[enabled ? Token::OnAccent : Token::Surface] : orDisabled(enabled, Token::Control, t));
    const qreal travel = box.width() - box.height();
    painter->drawEllipse(QPointF(box.left() + radius + travel * std::clamp(position, 0.0, 1.0), box.center().y()),
                         radius - 3.5, radius - 3.5);
    painter->restore();
}

QSizeF keyCapSize(const QString& text, qreal height) {
    return {std::max(height, std::ceil(textWidth(text, Role::MicroMedium)) + height * 2 / 3), height};
}

void drawKeyCap(QPainter* painter, const QRectF& box, const QString& text, const Tokens& t, KeyLook look,
                bool enabled) {
    QColor fill, line, ink;
    switch (look) {
    case KeyLook::Plain:
        fill = t[Token::Surface];
        line = t[Token::Line2];
        ink = t[Token::Ink2];
        break;
    case KeyLook::OnAccent:
        line = ink = t[Token::OnAccent];
        break;
    case KeyLook::OnInk:
        line = t[Token::Ink3];
        ink = t[Token::Surface];
        break;
    }
    if (!enabled) {
        line = t[Token::Line2];
        ink = t[Token::Disabled];
        fill = QColor();
    }
    paintFrame(painter, box, kRadiusBox, fill, line);
    drawText(painter, box, text, Role::MicroMedium, ink, Qt::AlignCenter);
}

QString keyText(const QString& portableShortcut) {
    QString text = QKeySequence(portableShortcut, QKeySequence::PortableText).toString(QKeySequence::NativeText);
    if (text.isEmpty())
        text = portableShortcut;
    text.replace(QStringLiteral("Return"), QStringLiteral("Enter")); // the name on the key
    // A plus between two names is a separator, a plus at the end is the key.
    static const QRegularExpression kBetween(QStringLiteral("(?<=\\w)\\+(?=.)"));
    return text.replace(kBetween, QStringLiteral(" "));
}

QSizeF badgeSize(const QString& text, bool withIcon) {
    return {std::ceil(textWidth(text, Role::MicroMedium)) + scaled(12) + (withIcon ? scaled(18) : 0),
            static_cast<qreal>(badgeHeight())};
}

void drawBadge(QPainter* painter, const QRectF& box, const QString& text, BadgeLook look, const Tokens& t) {
    const BadgeInk ink = inkOf(look);
    // Tints are black in high contrast, so there each badge gets its frame.
    const bool frame = ink.frame || t.highContrast();
    paintFrame(painter, box, kRadiusBox, t[ink.fill], frame ? t[Token::Line2] : QColor());
    drawText(painter, box, text, Role::MicroMedium, t[ink.ink], Qt::AlignCenter);
}

void drawProgress(QPainter* painter, const QRectF& box, double share, const Tokens& t, Token fill) {
    const qreal radius = box.height() >= 4 ? 2 : 0;
    paintFrame(painter, box, radius, t[Token::Track], QColor());
    const qreal width = box.width() * std::clamp(share, 0.0, 1.0);
    if (width > 0)
        paintFrame(painter, QRectF(box.left(), box.top(), std::max(width, radius), box.height()), radius, t[fill],
                   QColor());
}

void drawAvatar(QPainter* painter, const QRectF& box, const QString& initials, bool strong, const Tokens& t) {
    paintFrame(painter, box, box.height() / 2, t[strong ? Token::ATint : Token::Canvas],
               t[strong ? Token::ALine : Token::Line2]);
    drawText(painter, box, initials, Role::Tiny, t[strong ? Token::Accent : Token::Ink2], Qt::AlignCenter);
}

QString initialsOf(const QString& name) {
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    QString result = words.first().left(1);
    if (words.size() > 1)
        result += words.last().left(1);
    return result.toUpper();
}

void drawRowBackground(QPainter* painter, const QRectF& row, bool hover, bool selected, bool viewHasFocus,
                       const Tokens& t) {
    if (selected) {
        painter->fillRect(row, t[Token::ATint]);
        if (t.highContrast())
            paintFrame(painter, row, 0, QColor(), t[Token::Accent], 2);
        painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()),
                          t[viewHasFocus ? Token::Accent : Token::Control]);
    } else if (hover) {
        painter->fillRect(row, t[Token::Hover]);
    }
}

void drawInnerFocus(QPainter* painter, const QRectF& row, const Tokens& t, qreal radius) {
    paintFrame(painter, row, radius, QColor(), t[Token::Accent], 2);
}

} // namespace plumb::ui
