// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_painter.h"

#include "ui/theme/paint.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace plumb::ui {
namespace {

using report::Chart;
using report::ChartMark;

constexpr double kTickLength = 4, kRing = 4.2, kMarker = 3.2;

/// Marks stay inside the plot when it was zoomed.
bool needsClip(const ChartLayout& layout) {
    return layout.x.low != layout.wholeX.low || layout.x.high != layout.wholeX.high ||
           layout.y.low != layout.wholeY.low || layout.y.high != layout.wholeY.high;
}

/// A line of the grid, left open where a label stands on it.
void gridLine(QPainter* painter, double at, double from, double to, Qt::Orientation along, const ChartLayout& layout,
              const QColor& colour) {
    std::vector<std::pair<double, double>> gaps;
    for (const ChartLabel& label : layout.labels) {
        const QRectF box = label.box.adjusted(-2, 1, 2, -1);
        if (along == Qt::Horizontal && at >= box.top() - 1 && at <= box.bottom())
            gaps.emplace_back(box.left(), box.right());
        if (along == Qt::Vertical && at >= box.left() - 1 && at <= box.right())
            gaps.emplace_back(box.top(), box.bottom());
    }
    gaps.emplace_back(to, to);
    std::sort(gaps.begin(), gaps.end());
    for (double start = from; const auto& [gap, next] : gaps) {
        const double end = std::min(gap, to);
        if (end > start)
            painter->fillRect(along == Qt::Horizontal ? QRectF(start, at, end - start, 1)
                                                      : QRectF(at, start, 1, end - start),
                              colour);
        start = std::max(start, next);
    }
}

void paintGrid(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    const QRectF& plot = layout.plot;
    const std::vector<ChartTickLabel>& ticks = chart.horizontal ? layout.xTicks : layout.yTicks;
    for (const ChartTickLabel& tick : ticks) {
        const bool isZero = tick.zero && layout.zeroLine >= 0;
        if (isZero || (!chart.horizontal && tick.at >= plot.bottom()))
            continue;
        if (chart.horizontal)
            gridLine(painter, tick.at, plot.top() - 4, plot.bottom(), Qt::Vertical, layout, ink[Token::Grid]);
        else
            gridLine(painter, tick.at, plot.left(), plot.right(), Qt::Horizontal, layout, ink[Token::Grid]);
    }
}

void paintZones(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const report::ChartZone& zone : chart.zones) {
        QPolygonF outline;
        for (const report::ChartPoint& point : zone.outline)
            outline << layout.at(point.x, point.y);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink[Token::Press]);
        painter->drawPolygon(outline);
        if (!ink.tokens().highContrast())
            continue;
        painter->setPen(QPen(ink[Token::Line2], 1)); // tints become frames
        painter->setBrush(Qt::NoBrush);
        painter->drawPolygon(outline);
    }
}

void paintBands(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    for (const report::ChartBand& band : chart.bands) {
        QPolygonF outline;
        const std::size_t n = std::min({band.x.size(), band.low.size(), band.high.size()});
        for (std::size_t i = 0; i < n; ++i)
            outline << layout.at(band.x[i], band.high[i]);
        for (std::size_t i = n; i > 0; --i)
            outline << layout.at(band.x[i - 1], band.low[i - 1]);
        if (band.hatched) {
            std::vector<QRectF> open;
            for (const ChartLabel& label : layout.labels)
                open.push_back(label.box.adjusted(-1, 1, 1, -1));
            hatchPolygon(painter, outline, ink[Token::Hatch], 7, open);
            continue;
        }
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink[Token::C1b]);
        painter->drawPolygon(outline);
    }
}

/// The part of a path between two x, closed down to the bottom of the plot or to zero.
QPolygonF below(const QPolygonF& path, double left, double right, double bottom) {
    QPolygonF area;
    const auto take = [&](const QPointF& point) {
        if (area.isEmpty())
            area << QPointF(point.x(), bottom);
        area << point;
    };
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QPointF point = path[i];
        if (i > 0) {
            const QPointF before = path[i - 1];
            for (const double edge : {left, right})
                if (before.x() < edge && point.x() > edge)
                    take(before + (point - before) * ((edge - before.x()) / (point.x() - before.x())));
        }
        if (point.x() >= left && point.x() <= right)
            take(point);
    }
    if (!area.isEmpty())
        area << QPointF(area.last().x(), bottom);
    return area;
}

void paintFills(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    const double bottom = layout.zeroLine >= 0 && !chart.horizontal ? layout.zeroLine : layout.plot.bottom();
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink[Token::C1b]);
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const report::ChartLine& line = chart.lines[i];
        if (line.fillTo > line.fillFrom)
            painter->drawPolygon(below(layout.lines[i], layout.x.at(line.fillFrom), layout.x.at(line.fillTo), bottom));
    }
}

void paintAxes(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    const QRectF& plot = layout.plot;
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (chart.horizontal) {
        if (layout.zeroLine >= 0)
            painter->fillRect(QRectF(layout.zeroLine, plot.top() - 4, 1, plot.height() + 4), ink[Token::Control]);
        return;
    }
    const bool zeroBelow = layout.zeroLine < 0 || layout.zeroLine >= plot.bottom();
    painter->fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1),
                      ink[zeroBelow ? Token::Control : Token::Grid]);
    if (!zeroBelow)
        painter->fillRect(QRectF(plot.left(), layout.zeroLine, plot.width(), 1), ink[Token::Control]);
    for (const ChartTickLabel& tick : layout.xTicks)
        painter->fillRect(QRectF(tick.at, plot.bottom() + 1, 1, kTickLength), ink[Token::Control]);
}

void paintTickTexts(QPainter* painter, const ChartLayout& layout, const ChartInk& ink) {
    for (const ChartTickLabel& tick : layout.xTicks)
        if (tick.shown)
            ink.draw(painter, tick.box, tick.text, ChartText::Axis, ink[Token::Ink3], Qt::AlignHCenter);
    for (const ChartTickLabel& tick : layout.yTicks)
        if (tick.shown)
            ink.draw(painter, tick.box, tick.text, ChartText::Axis, ink[Token::Ink3], Qt::AlignRight);
    for (const ChartLabel* title : {&layout.xTitle, &layout.yTitle})
        if (!title->text.isEmpty())
            ink.draw(painter, title->box, title->text, title->kind, ink[title->ink], title->alignment);
}

void paintCategory(QPainter* painter, const ChartCategoryBox& category, bool horizontal, bool opens,
                   const ChartInk& ink) {
    const QColor subInk = ink[opens ? Token::Accent : Token::Ink3];
    const ChartText kind = category.strong ? ChartText::NameStrong : ChartText::Name;
    const QColor colour = ink[category.strong ? Token::Ink : Token::Ink2];
    const double line = ink.scaled(13);
    QRectF row = category.box;
    if (horizontal) {
        const double code = ink.width(category.sub, ChartText::Code);
        if (!category.sub.isEmpty())
            ink.draw(painter, row, category.sub, ChartText::Code, subInk, Qt::AlignRight);
        row.adjust(0, 0, category.sub.isEmpty() ? 0 : -code - ink.scaled(8), 0);
        const double count = static_cast<double>(category.lines.size());
        row = QRectF(row.left(), row.center().y() - count * line / 2, row.width(), line);
        for (const QString& text : category.lines) {
            ink.draw(painter, row, text, kind, colour, Qt::AlignRight);
            row.translate(0, line);
        }
        return;
    }
    row.setTop(row.top() + ink.scaled(10) - line / 2);
    row.setHeight(line);
    for (const QString& text : category.lines) {
        ink.draw(painter, row, text, kind, colour, Qt::AlignHCenter);
        row.translate(0, line);
    }
    row.translate(0, ink.scaled(3));
    ink.draw(painter, row, category.sub, opens ? ChartText::Code : ChartText::Name, subInk, Qt::AlignHCenter);
}

void paintChips(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    for (const ChartChip& chip : layout.chips) {
        const double middle = chip.box.center().y();
        const bool line = chip.line >= 0;
        const double width = ink.scaled(line ? 18 : 10), height = std::round(ink.scaled(8));
        if (line) {
            painter->setPen(ink.pen(chart.lines[static_cast<std::size_t>(chip.line)], layout.manyLines));
            painter->drawLine(QPointF(chip.box.left(), middle), QPointF(chip.box.left() + width, middle));
        } else {
            painter->fillRect(QRectF(chip.box.left(), std::round(middle - height / 2), std::round(width), height),
                              ink.colour(chip.colour));
        }
        ink.draw(painter, chip.box.adjusted(width + ink.scaled(5), 0, 0, 0), chip.text, ChartText::Name,
                 ink[Token::Ink3]);
    }
}

// --- marks -----------------------------------------------------------------------------------------------------------
/// Ink outside of the bar, the ground's colour inside.
void paintWhisker(QPainter* painter, const ChartBarBox& bar, const ChartInk& ink) {
    if (bar.whisker.isNull() || bar.box.isEmpty())
        return;
    const bool upright = bar.whisker.x1() == bar.whisker.x2();
    const QRectF span = QRectF(bar.whisker.p1(), bar.whisker.p2()).normalized();
    const auto piece = [&](const QRectF& box) {
        const QRectF inside = box.intersected(bar.box);
        painter->fillRect(box, ink[Token::Ink]);
        if (!inside.isEmpty())
            painter->fillRect(inside, ink.ground());
    };
    const double cap = 5, thick = 1.5;
    if (upright) {
        const double x = span.left();
        piece({x - thick / 2, span.top(), thick, span.height()});
        piece({x - cap, span.top() - thick / 2, 2 * cap, thick});
        piece({x - cap, span.bottom() - thick / 2, 2 * cap, thick});
    } else {
        const double y = span.top();
        piece({span.left(), y - thick / 2, span.width(), thick});
        piece({span.left() - thick / 2, y - cap, thick, 2 * cap});
        piece({span.right() - thick / 2, y - cap, thick, 2 * cap});
    }
}

void paintBars(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const report::ChartConnector& connector : chart.connectors) {
        const QPointF from = layout.at(connector.from.x, connector.from.y),
                      to = layout.at(connector.to.x, connector.to.y);
        if (chart.horizontal || std::abs(from.x() - to.x()) < std::abs(from.y() - to.y()))
            painter->fillRect(QRectF(std::round(from.x()), from.y(), 1, to.y() - from.y()).normalized(),
                              ink[Token::Control]);
        else
            painter->fillRect(QRectF(from.x(), std::round(from.y()), to.x() - from.x(), 1).normalized(),
                              ink[Token::Control]);
    }
    for (std::size_t i = 0; i < chart.bars.size(); ++i)
        painter->fillRect(layout.bars[i].box, ink.colour(chart.bars[i].colour));
    painter->setRenderHint(QPainter::Antialiasing);
    for (const ChartBarBox& bar : layout.bars)
        paintWhisker(painter, bar, ink);
}

/// Markers differ by series, so that colour is not all: disc, square, diamond, triangle, ring.
void paintMarker(QPainter* painter, const QPointF& at, const report::ChartLine& line, const ChartInk& ink) {
    using report::ChartColour;
    painter->setPen(QPen(ink.ground(), 1));
    painter->setBrush(ink.colour(line.colour));
    const double r = kMarker;
    switch (line.colour) {
    case ChartColour::Series2:
    case ChartColour::Total:
        painter->drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case ChartColour::Series3:
        painter->drawPolygon(QPolygonF{
            {at.x(), at.y() - r - 1}, {at.x() + r + 1, at.y()}, {at.x(), at.y() + r + 1}, {at.x() - r - 1, at.y()}});
        break;
    case ChartColour::Series4:
    case ChartColour::Worse:
        painter->drawPolygon(
            QPolygonF{{at.x(), at.y() - r - 1}, {at.x() + r + 0.6, at.y() + r}, {at.x() - r - 0.6, at.y() + r}});
        break;
    case ChartColour::Baseline:
    case ChartColour::LowEnd:
    case ChartColour::Series5:
        painter->setPen(QPen(ink.colour(line.colour), 1.5));
        painter->setBrush(ink.ground());
        painter->drawEllipse(at, r - 0.4, r - 0.4);
        break;
    case ChartColour::Series1:
    case ChartColour::Saving:
    case ChartColour::HighEnd:
        painter->drawEllipse(at, r + 0.3, r + 0.3);
        break;
    }
}

void paintLines(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    painter->setBrush(Qt::NoBrush);
    for (std::size_t i = chart.lines.size(); i > 0; --i) { // the first is the main one and stands above
        const report::ChartLine& line = chart.lines[i - 1];
        if (!line.joined || layout.lines[i - 1].size() < 2)
            continue;
        painter->setPen(ink.pen(line, layout.manyLines));
        painter->drawPolyline(layout.lines[i - 1]);
    }
    for (auto line = chart.lines.rbegin(); line != chart.lines.rend(); ++line)
        if (line->markers || !line->joined)
            for (const report::ChartPoint& point : line->points)
                paintMarker(painter, layout.at(point.x, point.y), *line, ink);
}

/// What everything is measured from has no label and is heavier.
void paintUpright(QPainter* painter, double x, const QRectF& plot, bool base, const ChartInk& ink) {
    const double width = base ? 1.5 : 1;
    painter->fillRect(QRectF(std::round(x) - (width - 1) / 2, plot.top() - 4, width, plot.height() + 4),
                      ink[base ? Token::Ink : Token::Ink2]);
}

void paintRules(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    const QRectF& plot = layout.plot;
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const ChartMarkShape& shape = layout.marks[i];
        if (shape.shown && chart.marks[i].kind == ChartMark::Kind::Vertical)
            paintUpright(painter, shape.at.x(), plot, chart.marks[i].label.empty(), ink);
        if (shape.shown && chart.marks[i].kind == ChartMark::Kind::Horizontal)
            painter->fillRect(QRectF(plot.left(), std::round(shape.at.y()), plot.width(), 1), ink[Token::Ink2]);
    }
}

void paintPlaces(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const ChartMarkShape& shape = layout.marks[i];
        if (!shape.shown)
            continue;
        if (chart.marks[i].kind == ChartMark::Kind::Ring) {
            painter->setPen(QPen(shape.crossing ? ink[Token::Ink] : ink.colour(shape.colour), 1.75));
            painter->setBrush(ink.ground());
            painter->drawEllipse(shape.at, kRing - 0.4, kRing - 0.4);
        } else if (chart.marks[i].kind == ChartMark::Kind::Bob) {
            plumbLine(painter, shape.at, shape.top, ink[Token::Accent]);
        }
    }
}

void paintLabels(QPainter* painter, const ChartLayout& layout, const ChartInk& ink) {
    for (const ChartLabel& label : layout.labels) {
        ink.draw(painter, label.box, label.text, label.kind, ink[label.ink], label.alignment);
    }
}

void paintSentence(QPainter* painter, const ChartLayout& layout, const ChartInk& ink) {
    painter->setRenderHint(QPainter::Antialiasing);
    QPen dashed(ink[Token::Line2], 1);
    dashed.setDashPattern({4, 4});
    painter->setPen(dashed);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(layout.box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double line = ink.lineHeight(ChartText::Sentence);
    QRectF row(layout.box.left(), layout.box.center().y() - static_cast<double>(layout.sentence.size()) * line / 2,
               layout.box.width(), line);
    for (const QString& text : layout.sentence) {
        ink.draw(painter, row, text, ChartText::Sentence, ink[Token::Ink2], Qt::AlignHCenter);
        row.translate(0, line);
    }
}

/// The parts of a hatching line, which rises to the right, outside of a box.
void leaveOpen(const QLineF& line, const QRectF& box, QList<QLineF>& kept) {
    const double k = line.x1() + line.y1();
    const double from = std::max(box.left(), k - box.bottom()), to = std::min(box.right(), k - box.top());
    if (from >= to || from >= line.x2() || to <= line.x1()) {
        kept << line;
        return;
    }
    if (from > line.x1())
        kept << QLineF(line.x1(), line.y1(), from, k - from);
    if (to < line.x2())
        kept << QLineF(to, k - to, line.x2(), line.y2());
}

} // namespace

void hatchPolygon(QPainter* painter, const QPolygonF& polygon, const QColor& colour, double step,
                  const std::vector<QRectF>& open) {
    if (polygon.size() < 3)
        return;
    const QRectF box = polygon.boundingRect();
    QList<QLineF> lines;
    for (double k = std::ceil((box.left() + box.top()) / step) * step; k < box.right() + box.bottom(); k += step) {
        std::vector<double> cuts; // x where the line x + y = k crosses an edge
        for (qsizetype i = 0; i < polygon.size(); ++i) {
            const QPointF a = polygon[i], b = polygon[(i + 1) % polygon.size()];
            const double da = a.x() + a.y() - k, db = b.x() + b.y() - k;
            if ((da <= 0) != (db <= 0))
                cuts.push_back(a.x() + (b.x() - a.x()) * da / (da - db));
        }
        std::sort(cuts.begin(), cuts.end());
        for (std::size_t i = 0; i + 1 < cuts.size(); i += 2)
            if (cuts[i + 1] - cuts[i] > 0.01)
                lines << QLineF(cuts[i], k - cuts[i], cuts[i + 1], k - cuts[i + 1]);
    }
    for (const QRectF& word : open) {
        QList<QLineF> kept;
        for (const QLineF& line : lines)
            leaveOpen(line, word, kept);
        lines = kept;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 0.8, Qt::SolidLine, Qt::FlatCap)); // as hatch() of ui/theme
    painter->drawLines(lines);
    painter->restore();
}

void paintChartGround(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    if (layout.empty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintGrid(painter, chart, layout, ink);
    painter->save();
    if (needsClip(layout))
        painter->setClipRect(layout.plot);
    paintZones(painter, chart, layout, ink);
    paintBands(painter, chart, layout, ink);
    paintFills(painter, chart, layout, ink);
    painter->restore();
    paintAxes(painter, chart, layout, ink);
    paintTickTexts(painter, layout, ink);
    for (std::size_t i = 0; i < layout.categories.size(); ++i)
        paintCategory(painter, layout.categories[i], chart.horizontal, !chart.categories[i].link.empty(), ink);
    paintChips(painter, chart, layout, ink);
    painter->restore();
}

void paintChartMarks(QPainter* painter, const Chart& chart, const ChartLayout& layout, const ChartInk& ink) {
    painter->save();
    if (layout.empty()) {
        paintSentence(painter, layout, ink);
        painter->restore();
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->save();
    if (needsClip(layout))
        painter->setClipRect(layout.plot.adjusted(-kRing, 0, kRing, 1));
    paintBars(painter, chart, layout, ink);
    paintLines(painter, chart, layout, ink);
    painter->restore();
    paintRules(painter, chart, layout, ink);
    paintPlaces(painter, chart, layout, ink);
    paintLabels(painter, layout, ink);
    painter->restore();
}

void paintChart(QPainter* painter, const QRectF& box, const Chart& chart, const Tokens& tokens, double unit) {
    const ChartInk ink(tokens);
    const ChartLayout layout = layoutChart(chart, QRectF(0, 0, box.width() / unit, box.height() / unit), ink);
    painter->save();
    painter->translate(box.topLeft());
    painter->scale(unit, unit);
    paintChartGround(painter, chart, layout, ink);
    paintChartMarks(painter, chart, layout, ink);
    painter->restore();
}

} // namespace plumb::ui
