// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See paint.h. Marks are drawn in a box of 20 x 20 and scaled.
#include "ui/theme/paint.h"

#include "ui/theme/type.h"

#include <cmath>

#include <QCoreApplication>
#include <QHash>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr qreal kBox = 20;
constexpr qreal kHalo = 3;

QPainterPath diamond(qreal inset) {
    QPainterPath path;
    path.moveTo(10, inset);
    path.lineTo(20 - inset, 10);
    path.lineTo(10, 20 - inset);
    path.lineTo(inset, 10);
    path.closeSubpath();
    return path;
}

QPainterPath outline(MarkKind kind) {
    QPainterPath path;
    switch (kind) {
    case MarkKind::High:
        return diamond(0);
    case MarkKind::Accepted:
        return diamond(1.2);
    case MarkKind::Medium:
        path.moveTo(10, 1.3);
        path.lineTo(18.8, 17.4);
        path.lineTo(1.2, 17.4);
        path.closeSubpath();
        return path;
    case MarkKind::None:
    case MarkKind::Unanswered:
        path.addEllipse(QPointF(10, 10), 8.2, 8.2);
        return path;
    case MarkKind::NotApplicable:
        path.moveTo(4, 10);
        path.lineTo(16, 10);
        return path;
    case MarkKind::Unmatched:
        path.addRoundedRect(QRectF(2.4, 2.4, 15.2, 15.2), 2, 2);
        return path;
    }
    return path;
}

struct MarkInk {
    bool filled;
    Token fill, edge;
    qreal width;
    char letter;
    qreal px, baseline;
    Token letterInk;
};

MarkInk inkOf(MarkKind kind) {
    switch (kind) {
    case MarkKind::High:
        return {true, Token::High, Token::High, 0, 'H', 10.4, 13.8, Token::HighOn};
    case MarkKind::Medium:
        return {true, Token::MedFill, Token::MedLine, 1.2, 'M', 9.2, 16.1, Token::MedOn};
    case MarkKind::None:
        return {false, Token::Surface, Token::NoRisk, 1.6, 0, 0, 0, Token::NoRisk};
    case MarkKind::Unanswered:
        return {false, Token::Surface, Token::Control, 1.6, 0, 0, 0, Token::Control};
    case MarkKind::NotApplicable:
        return {false, Token::Surface, Token::Control, 2, 0, 0, 0, Token::Control};
    case MarkKind::Accepted:
        return {false, Token::Surface, Token::High, 1.6, 'A', 10, 13.6, Token::High};
    case MarkKind::Unmatched:
        break;
    }
    return {false, Token::Surface, Token::Ink, 1.6, '!', 11, 14, Token::Ink};
}

QPen roundPen(const QColor& color, qreal width) {
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPen markPen(const QColor& color, qreal width) {
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin};
}

} // namespace

QString markWord(MarkKind kind) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("plumb::ui::MarkKind", text); };
    switch (kind) {
    case MarkKind::None:
        return tr("None");
    case MarkKind::Medium:
        return tr("Medium");
    case MarkKind::High:
        return tr("High");
    case MarkKind::Unanswered:
        return tr("Unanswered");
    case MarkKind::NotApplicable:
        return tr("Not applicable");
    case MarkKind::Accepted:
        return tr("Accepted");
    case MarkKind::Unmatched:
        break;
    }
    return tr("No rule matches");
}

Token markInk(MarkKind kind) noexcept {
    switch (kind) {
    case MarkKind::High:
    case MarkKind::Accepted:
        return Token::High;
    case MarkKind::Medium:
        return Token::Med;
    case MarkKind::None:
        return Token::NoRisk;
    case MarkKind::Unmatched:
        return Token::Ink;
    case MarkKind::Unanswered:
    case MarkKind::NotApplicable:
        break;
    }
    return Token::Ink2;
}

QPainterPath letterPath(QChar letter, qreal px) {
    // Outlines are taken once at a large size and scaled: QFont sizes are whole pixels.
    static QHash<QChar, QPainterPath> cache;
    constexpr int kUnits = 200;
    auto it = cache.find(letter);
    if (it == cache.end()) {
        QFont bold = font(Role::BodyStrong);
        bold.setWeight(QFont::Bold);
        bold.setPixelSize(kUnits);
        QPainterPath path;
        path.addText(0, 0, bold, QString(letter));
        path.translate(-path.boundingRect().center().x(), 0);
        it = cache.insert(letter, path);
    }
    return QTransform::fromScale(px / kUnits, px / kUnits).map(*it);
}

void riskMark(QPainter* painter, const QRectF& box, MarkKind kind, const Tokens& tokens, bool halo) {
    const qreal side = qMin(box.width(), box.height());
    const qreal scale = side / kBox;
    const MarkInk ink = inkOf(kind);
    const QPainterPath shape = outline(kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.center().x() - side / 2, box.center().y() - side / 2);
    painter->scale(scale, scale);
    if (halo)
        painter->setBrush(tokens[Token::Surface]);
    if (halo) {
        painter->setPen(roundPen(tokens[Token::Surface], ink.width + 2 * kHalo / scale));
        painter->drawPath(shape);
    }
    painter->setPen(ink.width > 0 ? markPen(tokens[ink.edge], ink.width) : QPen(Qt::NoPen));
    painter->setBrush(ink.filled ? QBrush(tokens[ink.fill]) : QBrush(Qt::NoBrush));
    painter->drawPath(shape);
    if (kind == MarkKind::None) {
        painter->setPen(roundPen(tokens[ink.edge], 1.8));
        painter->setBrush(Qt::NoBrush);
        const QPointF check[] = {{6.4, 10.3}, {9.0, 12.9}, {13.7, 7.5}};
        painter->drawPolyline(check, 3);
    }
    if (ink.letter != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens[ink.letterInk]);
        painter->drawPath(letterPath(QLatin1Char(ink.letter), ink.px).translated(10, ink.baseline));
    }
    painter->restore();
}

QPainterPath bobPath(qreal size) {
    QPainterPath path;
    path.moveTo(-4.5 * size, -12 * size);
    path.lineTo(4.5 * size, -12 * size);
    path.lineTo(3.2 * size, -6.6 * size);
    path.lineTo(0, 0);
    path.lineTo(-3.2 * size, -6.6 * size);
    path.closeSubpath();
    return path;
}

void plumbLine(QPainter* painter, const QPointF& tip, qreal top, const QColor& color, qreal size) {
    const qreal x = std::floor(tip.x()) + 0.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal shoulder = tip.y() - 12 * size;
    if (top < shoulder)
        painter->fillRect(QRectF(x - 0.5, top, 1, shoulder - top + 0.5), color);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(bobPath(size).translated(x, tip.y()));
    painter->restore();
}

void hatch(QPainter* painter, const QRectF& area, const QColor& color, qreal step) {
    if (area.width() <= 0 || area.height() <= 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // A hair under 1 px: antialiased diagonals look heavier than upright lines of the same width.
    painter->setPen(QPen(color, 0.8, Qt::SolidLine, Qt::FlatCap));
    // Lines x + y = k rise to the right. Both ends are where the line meets the box.
    const qreal first = std::ceil((area.left() + area.top()) / step) * step;
    QVector<QLineF> lines;
    for (qreal k = first; k < area.right() + area.bottom(); k += step) {
        const qreal x0 = qMax(area.left(), k - area.bottom());
        const qreal x1 = qMin(area.right(), k - area.top());
        if (x1 - x0 > 0.01)
            lines.append(QLineF(x0, k - x0, x1, k - x1));
    }
    painter->drawLines(lines);
    painter->restore();
}

} // namespace plumb::ui
