// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_parts.h"

#include <cmath>
#include <limits>

namespace plumb::ui {
namespace {

using report::Chart;

constexpr double kReach = 30;    ///< from the pointer to a point of a line, along x
constexpr double kScatter = 14;  ///< to a point that stands alone
constexpr double kPointHit = 8;  ///< half side
constexpr double kLeastStep = 6; ///< of a key along a line

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString barWords(const Chart& chart, const report::ChartBar& bar, int category) {
    if (!bar.hover.empty())
        return text(bar.hover);
    const report::ChartAxis& axis = chart.horizontal ? chart.xAxis : chart.yAxis;
    const report::ChartAxis& place = chart.horizontal ? chart.yAxis : chart.xAxis;
    const bool step = !bar.strong && !chart.horizontal; // a part of the way, not a value of its own
    const QString value = valueText(step ? bar.to - bar.from : bar.to, axis.format, chart.currency);
    const QString name = category >= 0 ? text(chart.categories[static_cast<std::size_t>(category)].name)
                                       : valueText(bar.position, place.format, chart.currency);
    return name + QStringLiteral(": ") + value;
}

QString pointWords(const Chart& chart, const report::ChartLine& line, std::size_t point) {
    if (point < line.hovers.size() && !line.hovers[point].empty())
        return text(line.hovers[point]);
    const report::ChartPoint& at = line.points[point];
    const auto whole = static_cast<std::size_t>(std::max(0.0, std::round(at.x)));
    const QString where = !chart.categories.empty() && !chart.horizontal && whole < chart.categories.size()
                              ? text(chart.categories[whole].name)
                              : valueText(at.x, chart.xAxis.format, chart.currency);
    const QString what = where + QStringLiteral(": ") + valueText(at.y, chart.yAxis.format, chart.currency);
    return line.name.empty() ? what : text(line.name) + QLatin1Char('\n') + what;
}

int categoryOf(const Chart& chart, const report::ChartBar& bar) {
    const double place = std::floor(bar.position + 0.5);
    return place >= 0 && place < static_cast<double>(chart.categories.size()) ? static_cast<int>(place) : -1;
}

} // namespace

std::vector<ChartPart> partsOf(const Chart& chart, const ChartLayout& layout) {
    std::vector<ChartPart> parts;
    if (layout.empty())
        return parts;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        ChartPart part;
        part.bar = static_cast<int>(i);
        part.category = categoryOf(chart, chart.bars[i]);
        part.hit = layout.bars[i].hit;
        part.at = part.hit.center();
        part.words = barWords(chart, chart.bars[i], part.category);
        part.link = text(chart.bars[i].link);
        if (part.link.isEmpty() && part.category >= 0)
            part.link = text(chart.categories[static_cast<std::size_t>(part.category)].link);
        parts.push_back(std::move(part));
    }
    const QRectF sight = layout.plot.adjusted(-1, -1, 1, 1);
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        for (std::size_t k = 0; k < chart.lines[i].points.size(); ++k) {
            const report::ChartLine& line = chart.lines[i];
            ChartPart part;
            part.line = static_cast<int>(i);
            part.point = static_cast<int>(k);
            part.at = layout.at(line.points[k].x, line.points[k].y);
            if (sight.contains(part.at))
                part.hit = QRectF(part.at.x() - kPointHit, part.at.y() - kPointHit, 2 * kPointHit, 2 * kPointHit);
            part.words = pointWords(chart, line, k);
            part.link = k < line.links.size() ? text(line.links[k]) : QString();
            parts.push_back(std::move(part));
        }
    return parts;
}

int partAt(const std::vector<ChartPart>& parts, const Chart& chart, const ChartLayout& layout,
           const QPointF& position) {
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChartPart& part = parts[i];
        if (!part.shown())
            continue;
        if (part.bar >= 0) {
            const bool named = part.category >= 0 &&
                               static_cast<std::size_t>(part.category) < layout.categories.size() &&
                               layout.categories[static_cast<std::size_t>(part.category)].box.contains(position);
            if (part.hit.contains(position) || named)
                return static_cast<int>(i);
            continue;
        }
        const QPointF away = part.at - position;
        const bool joined = chart.lines[static_cast<std::size_t>(part.line)].joined;
        const double distance = std::hypot(away.x(), joined ? away.y() * 0.5 : away.y());
        if (std::abs(away.x()) > kReach || (!joined && distance > kScatter) || distance >= nearest ||
            !layout.plot.adjusted(-4, -4, 4, 4).contains(position))
            continue;
        nearest = distance;
        best = static_cast<int>(i);
    }
    return best;
}

int neighbourPart(const std::vector<ChartPart>& parts, const Chart& chart, int part, Qt::Key key) {
    const ChartPart& here = parts[static_cast<std::size_t>(part)];
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool inLine = here.line >= 0 && chart.lines[static_cast<std::size_t>(here.line)].joined;
    int best = part;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChartPart& there = parts[i];
        if (!there.shown() || static_cast<int>(i) == part)
            continue;
        if (inLine && sideways != (there.line == here.line))
            continue; // along the line, or over to another one
        const QPointF way = there.at - here.at;
        const double ahead =
            sideways ? (key == Qt::Key_Right ? way.x() : -way.x()) : (key == Qt::Key_Down ? way.y() : -way.y());
        const double aside = std::abs(sideways ? way.y() : way.x());
        // Bars stand in a row whatever their height; elsewhere what lies more aside than ahead counts as further away.
        const bool row = inLine || (here.bar >= 0 && sideways != chart.horizontal);
        const double away = ahead + aside * (row ? 0.001 : 2.5);
        if (ahead <= (inLine && sideways ? kLeastStep : 0.5) || away >= least)
            continue;
        least = away;
        best = static_cast<int>(i);
    }
    return best;
}

int samePart(const Chart& before, const ChartPart& part, const Chart& now, const std::vector<ChartPart>& parts) {
    const auto nameOf = [](const Chart& chart, const ChartPart& one) {
        return one.category >= 0 && static_cast<std::size_t>(one.category) < chart.categories.size()
                   ? chart.categories[static_cast<std::size_t>(one.category)].name
                   : std::string();
    };
    int fallback = -1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChartPart& other = parts[i];
        if ((other.bar >= 0) != (part.bar >= 0))
            continue;
        const bool samePlace = other.bar == part.bar && other.line == part.line && other.point == part.point;
        const bool named = part.category >= 0 && nameOf(before, part) == nameOf(now, other);
        const bool linked = !part.link.isEmpty() && part.link == other.link;
        if ((samePlace && (linked || named || (part.link.isEmpty() && part.category < 0))))
            return static_cast<int>(i);
        if ((linked || named) && fallback < 0)
            fallback = static_cast<int>(i);
    }
    return fallback;
}

} // namespace plumb::ui
