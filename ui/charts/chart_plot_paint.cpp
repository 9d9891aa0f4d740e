// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a ChartPlot paints: the chart into its buffer, and over it what the pointer and the keyboard are doing.
#include "ui/charts/chart_painter.h"
#include "ui/charts/chart_plot.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {
namespace {

constexpr double kTipWidth = 280, kTipPadX = 9, kTipPadY = 5, kTipGap = 9;

/// The place of a tip beside a part: above, else below, else at its side; always inside the widget.
QRectF tipBox(const QRectF& part, const QSizeF& size, const QRectF& bounds) {
    const QRectF inside = bounds.adjusted(2, 2, -2, -2);
    const double x = std::clamp(part.center().x() - size.width() / 2, inside.left(),
                                std::max(inside.left(), inside.right() - size.width()));
    const double above = part.top() - kTipGap - size.height(), below = part.bottom() + kTipGap;
    if (above >= inside.top())
        return {QPointF(x, above), size};
    if (below + size.height() <= inside.bottom())
        return {QPointF(x, below), size};
    const double y = std::clamp(part.center().y() - size.height() / 2, inside.top(),
                                std::max(inside.top(), inside.bottom() - size.height()));
    const double right = part.right() + kTipGap, left = part.left() - kTipGap - size.width();
    return {QPointF(right + size.width() <= inside.right() ? right : std::max(inside.left(), left), y), size};
}

/// A bar with its whisker.
QRectF boxOf(const ChartBarBox& bar) {
    const QRectF whisker = QRectF(bar.whisker.p1(), bar.whisker.p2()).normalized().adjusted(-1, -1, 1, 1);
    return bar.whisker.isNull() ? bar.box : bar.box.united(whisker);
}

} // namespace

void ChartPlot::paintChartLayer(QPainter* painter) {
    if (m_chart == report::Chart{})
        return; // nothing was handed in yet
    ++m_paintings;
    paintChartGround(painter, m_chart, m_layout, m_ink);
    paintChartMarks(painter, m_chart, m_layout, m_ink);
}

void ChartPlot::paintOverlay(QPainter* painter) const {
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus() && Theme::instance().focusVisible();
    if (m_drag == Drag::Zooming) {
        const QRectF box = QRectF(m_from, m_to).normalized().intersected(m_layout.plot);
        painter->setPen(QPen(m_ink[Token::Accent], 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(box.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    if (m_drag == Drag::Moving)
        return paintMove(painter);
    if (m_hover >= 0)
        paintPart(painter, m_hover, false);
    if (focused && m_current >= 0)
        paintPart(painter, m_current, true);
    if (const int part = tipPart(); part >= 0)
        paintTip(painter, part);
}

void ChartPlot::paintPart(QPainter* painter, int part, bool current) const {
    const ChartPart& one = m_parts[static_cast<std::size_t>(part)];
    if (!one.shown())
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_ink[current ? Token::Accent : Token::Ink], current ? 2 : 1.5, Qt::SolidLine, Qt::SquareCap,
                         Qt::MiterJoin));
    if (one.bar >= 0) {
        const QRectF box = m_layout.bars[static_cast<std::size_t>(one.bar)].box;
        const double out = current ? 3 : 0.75;
        painter->drawRect(box.adjusted(-out, -out, out, out));
        return;
    }
    if (!current) { // the point itself is marked
        painter->setBrush(m_ink.ground());
        painter->setPen(QPen(m_ink[Token::Ink], 1.75));
        painter->drawEllipse(one.at, 4, 4);
        return;
    }
    painter->setBrush(m_ink.ground());
    painter->setPen(QPen(m_ink.colour(m_chart.lines[static_cast<std::size_t>(one.line)].colour), 1.75));
    painter->drawEllipse(one.at, 3.6, 3.6);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_ink[Token::Accent], 2));
    painter->drawEllipse(one.at, 7.5, 7.5);
}

void ChartPlot::paintTip(QPainter* painter, int part) const {
    const ChartPart& one = m_parts[static_cast<std::size_t>(part)];
    if (!one.shown())
        return;
    const double most = std::min<double>(m_ink.scaled(kTipWidth), width() - 8 - 2 * kTipPadX);
    QStringList lines;
    for (const QString& line : one.words.split(QLatin1Char('\n')))
        lines << m_ink.wrapped(line, ChartText::Conclusion, most, 4);
    double widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, m_ink.width(line, ChartText::Conclusion));
    const double row = m_ink.lineHeight(ChartText::Conclusion);
    const QSizeF size(std::ceil(widest) + 2 * kTipPadX, row * static_cast<double>(lines.size()) + 2 * kTipPadY);
    QRectF beside = one.hit;
    if (one.bar >= 0)
        beside = boxOf(m_layout.bars[static_cast<std::size_t>(one.bar)]);
    // A bar's own label stays readable: the tip stands beyond it.
    for (const ChartLabel& label : m_layout.labels)
        if (one.bar >= 0 && label.box.intersects(beside.adjusted(0, -6, 0, 6)) &&
            std::abs(label.box.center().x() - beside.center().x()) < 2)
            beside = beside.united(label.box);
    QRectF box = tipBox(beside, size, QRectF(rect()));
    box.moveTopLeft(QPointF(std::round(box.left()), std::round(box.top())));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink[Token::Ink]);
    painter->drawRoundedRect(box, kRadiusField, kRadiusField);
    QRectF line(box.left() + kTipPadX, box.top() + kTipPadY, widest, row);
    for (const QString& text : lines) {
        m_ink.draw(painter, line, text, ChartText::Conclusion, m_ink[Token::Surface]);
        line.translate(0, row);
    }
}

void ChartPlot::paintMove(QPainter* painter) const {
    const ChartPart& one = m_parts[static_cast<std::size_t>(m_pressed)];
    const int to = dropPlace();
    // The bar goes along as an outline; a line shows between which others it will stand.
    QRectF ghost = m_layout.bars[static_cast<std::size_t>(one.bar)].box;
    const QPointF way = m_to - m_from;
    ghost.translate(m_chart.horizontal ? QPointF(0, way.y()) : QPointF(way.x(), 0));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_ink[Token::Ink], 1.5));
    painter->drawRect(ghost);
    if (to == one.category)
        return;
    const double edge = to < one.category ? to - 0.5 : to + 0.5;
    const QRectF& plot = m_layout.plot;
    if (m_chart.horizontal)
        painter->fillRect(QRectF(m_layout.box.left(), std::round(m_layout.y.at(edge)) - 1, plot.right(), 2),
                          m_ink[Token::Accent]);
    else
        painter->fillRect(QRectF(std::round(m_layout.x.at(edge)) - 1, plot.top(), 2, plot.height()),
                          m_ink[Token::Accent]);
}

void ChartPlot::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    // Without a part to stand on (an empty chart) the frame of the whole shows where the keyboard is.
    if (!hasFocus() || !Theme::instance().focusVisible() || m_current >= 0)
        return;
    QPainter painter(this);
    drawInnerFocus(&painter, QRectF(rect()), plumb::ui::tokens(), kRadiusField);
}

} // namespace plumb::ui
