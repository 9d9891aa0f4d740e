// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_drawing.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <QPainter>
#include <QPainterPath>

namespace plumb::ui {
namespace {

// The drawing at 500 px; the pillar's parts from its axis at 156.5.
constexpr int kWidth = 500, kWidthSmall = 452;
constexpr qreal kAxis = 156.5, kPlateHalf = 67, kNeckHalf = 54.5, kShaftHalf = 40.5;
constexpr qreal kPlate = 19, kNeck = 12, kFluteInset = 14;
constexpr qreal kLine = 240.5, kBobSize = 3.55;
constexpr int kColumn = 276, kColumnWidth = 196, kNamePx = 35;

} // namespace

StartDrawing::StartDrawing(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("startDrawing"));
    connect(&Theme::instance(), &Theme::changed, this, &StartDrawing::fit);
    fit();
}

void StartDrawing::fit() {
    const int base = Theme::instance().compact() ? kWidthSmall : kWidth;
    setFixedWidth(base + scaled(kColumnWidth) - kColumnWidth);
    update();
    emit arranged();
}

int StartDrawing::shift() const {
    return Theme::instance().compact() ? kWidth - kWidthSmall : 0;
}

int StartDrawing::beamY() const {
    return qBound(40, qRound(height() * 0.097), 96);
}

int StartDrawing::groundY() const {
    return height() - qBound(72, qRound(height() * 0.142), 140);
}

QRect StartDrawing::column() const {
    const int top = beamY() + scaled(qBound(176, qRound(height() * 0.237), 220));
    return {kColumn - shift(), top, scaled(kColumnWidth), groundY() - top};
}

void StartDrawing::paintPillar(QPainter* painter) const {
    const Tokens& t = tokens();
    const qreal top = beamY() + 0.5, ground = groundY() + 0.5, axis = kAxis - shift();
    painter->setPen(QPen(t[Token::Control], 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawLine(QPointF(0, top), QPointF(width() - 1, top));
    painter->drawLine(QPointF(0, ground), QPointF(width() - 1, ground));
    const auto box = [&](qreal half, qreal from, qreal to) {
        painter->drawRect(QRectF(QPointF(qFloor(axis - half) + 0.5, from), QPointF(qFloor(axis + half) + 0.5, to)));
    };
    box(kPlateHalf, top, top + kPlate);
    box(kNeckHalf, top + kPlate, top + kPlate + kNeck);
    box(kShaftHalf, top + kPlate + kNeck, ground - kPlate - kNeck);
    box(kNeckHalf, ground - kPlate - kNeck, ground - kPlate);
    box(kPlateHalf, ground - kPlate, ground);
    painter->setPen(QPen(t[Token::Line2], 1));
    const qreal from = top + kPlate + kNeck + kFluteInset, to = ground - kPlate - kNeck - kFluteInset;
    for (const qreal offset : {-20.0, 0.0, 20.0}) {
        const qreal x = qFloor(axis + offset) + 0.5;
        painter->drawLine(QPointF(x, from), QPointF(x, to));
    }
}

void StartDrawing::paintWords(QPainter* painter) const {
    const Tokens& t = tokens();
    const QRect room = column();
    const qreal x = room.left(), width = this->width() - x - 8;
    // The words keep their distance to the buttons below, so that both move together.
    const qreal title = room.top() - scaled(164);
    QFont name = plumb::ui::font(Role::Display);
    name.setPixelSize(scaled(kNamePx));
    painter->setFont(name);
    painter->setPen(t[Token::Ink]);
    painter->drawText(QRectF(x - 1, title, width, lineHeight(Role::Display)), Qt::AlignLeft | Qt::AlignVCenter,
                      QStringLiteral("Plumbline"));
    qreal y = title + lineHeight(Role::Display) + scaled(4);
    const QStringList lines = tr("Does the workload\nstand true?").split(u'\n');
    for (const QString& line : lines) {
        drawText(painter, QRectF(x, y, width, lineHeight(Role::Body)), line, Role::Body, t[Token::Ink2]);
        y += lineHeight(Role::Body) + 1;
    }
}

void StartDrawing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.fillRect(rect(), t[Token::Canvas]);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t[Token::Line]);
    paintPillar(&painter);
    const QPointF tip(kLine - shift(), groundY() - 47.0);
    plumbLine(&painter, tip, beamY() + 1.0, t[Token::Accent], kBobSize);
    // At this size the line of 1 px is too thin for its bob.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t[Token::Accent], 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(tip.x(), beamY() + 1.0), QPointF(tip.x(), tip.y() - 40));
    paintWords(&painter);
}

void StartDrawing::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    emit arranged();
}

} // namespace plumb::ui
