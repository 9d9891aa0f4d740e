// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_layout_parts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumb::ui {
namespace {

using report::Chart;
using report::ChartBar;

constexpr double kFirstName = 11, kNextName = 13, kCode = 16; ///< middles below the axis and each other
constexpr double kChip = 10, kChipGap = 5, kChipApart = 14, kLineChip = 18;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QRectF between(double x1, double y1, double x2, double y2) {
    return QRectF(QPointF(std::round(x1), std::round(y1)), QPointF(std::round(x2), std::round(y2))).normalized();
}

/// At least a line to see, where from and to are almost the same.
QRectF visible(QRectF box, bool horizontal) {
    if (horizontal && box.width() < 1)
        box.setWidth(1);
    if (!horizontal && box.height() < 1)
        box.setHeight(1);
    return box;
}

double legendEntry(const QString& name, bool line, const ChartInk& ink) {
    return ink.scaled(line ? kLineChip : kChip) + ink.scaled(kChipGap) + std::ceil(ink.width(name, ChartText::Name));
}

/// The line that a legend's entry is about, to be drawn as it is; -1: bars.
int lineOf(const Chart& chart, const report::ChartLegend& entry) {
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        if (chart.lines[i].name == entry.name && chart.lines[i].colour == entry.colour && chart.lines[i].joined)
            return static_cast<int>(i);
    return -1;
}

ChartText kindOf(bool strong) {
    return strong ? ChartText::NameStrong : ChartText::Name;
}

bool isCut(const QStringList& lines) {
    return lines.join(QString()).contains(QChar(0x2026));
}

/// A name that is cut may be wider than its step where its neighbours leave room beside it.
void widen(const Chart& chart, std::size_t at, double step, const ChartInk& ink, std::vector<ChartCategoryBox>& all) {
    ChartCategoryBox& box = all[at];
    const QStringList wide = ink.wrapped(text(chart.categories[at].name), kindOf(box.strong), step * 1.35, 2);
    if (isCut(wide))
        return;
    for (const std::size_t other : {at - 1, at + 1}) // one before the first is beyond the last
        for (qsizetype line = 0; line < wide.size(); ++line) {
            const double own = ink.width(wide[line], kindOf(box.strong));
            if (other >= all.size() && own > step)
                return;
            if (other >= all.size() || line >= all[other].lines.size())
                continue;
            if ((own + ink.width(all[other].lines[line], kindOf(all[other].strong))) / 2 + 4 > step)
                return;
        }
    box.lines = wide;
}

} // namespace

bool needsDashes(const Chart& chart) {
    std::set<report::ChartColour> colours;
    for (const report::ChartLine& line : chart.lines)
        if (line.joined)
            colours.insert(line.colour);
    return colours.size() > 2;
}

double categoryWidth(const report::ChartCategory& category, const ChartInk& ink) {
    const double name = ink.width(text(category.name), category.strong ? ChartText::NameStrong : ChartText::Name);
    return category.sub.empty() ? name : name + ink.scaled(8) + ink.width(text(category.sub), ChartText::Code);
}

std::vector<ChartCategoryBox> categoriesUnder(const Chart& chart, double step, const ChartInk& ink) {
    std::vector<ChartCategoryBox> result;
    for (const report::ChartCategory& category : chart.categories) {
        ChartCategoryBox box;
        box.strong = category.strong;
        box.lines =
            ink.wrapped(text(category.name), category.strong ? ChartText::NameStrong : ChartText::Name, step - 2, 2);
        if (ink.width(text(category.sub), ChartText::Code) <= step - 2)
            box.sub = text(category.sub);
        result.push_back(std::move(box));
    }
    for (std::size_t i = 0; i < result.size(); ++i)
        if (isCut(result[i].lines))
            widen(chart, i, step, ink, result);
    return result;
}

double categoriesHeight(const std::vector<ChartCategoryBox>& categories, const ChartInk& ink) {
    bool two = false, codes = false;
    for (const ChartCategoryBox& category : categories) {
        two = two || category.lines.size() > 1;
        codes = codes || !category.sub.isEmpty();
    }
    return ink.scaled(kFirstName + (two ? kNextName : 0) + (codes ? kCode : 0) + 8);
}

void placeCategories(const Chart& chart, const ChartInk& ink, ChartLayout& out) {
    if (chart.categories.empty())
        return;
    if (!chart.horizontal) {
        for (std::size_t i = 0; i < out.categories.size(); ++i) {
            const double left = out.x.at(static_cast<double>(i) - 0.5), right = out.x.at(static_cast<double>(i) + 0.5);
            out.categories[i].box =
                QRectF(left, out.plot.bottom() + 1, right - left, categoriesHeight(out.categories, ink) - 3);
        }
        return;
    }
    const double width = out.plot.left() - out.box.left() - ink.scaled(12);
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const report::ChartCategory& category = chart.categories[i];
        const double top = out.y.at(static_cast<double>(i) - 0.5), bottom = out.y.at(static_cast<double>(i) + 0.5);
        const ChartText kind = category.strong ? ChartText::NameStrong : ChartText::Name;
        const double code = category.sub.empty() ? 0 : ink.scaled(8) + ink.width(text(category.sub), ChartText::Code);
        const int lines = bottom - top >= ink.scaled(27) ? 2 : 1;
        out.categories.push_back({QRectF(out.box.left(), top, width, bottom - top),
                                  ink.wrapped(text(category.name), kind, width - code, lines), text(category.sub),
                                  category.strong});
    }
}

int layLegend(const Chart& chart, const ChartInk& ink, double row, ChartLayout& out) {
    std::vector<ChartChip> entries;
    for (const report::ChartLegend& entry : chart.legend)
        entries.push_back({{}, text(entry.name), entry.colour, lineOf(chart, entry)});
    for (std::size_t i = 0; out.manyLines && i < chart.lines.size(); ++i) {
        const report::ChartLine& line = chart.lines[i];
        const auto same = [&](const ChartChip& chip) { return chip.text == text(line.name); };
        if (line.named && !line.name.empty() && std::none_of(entries.begin(), entries.end(), same))
            entries.push_back({{}, text(line.name), line.colour, static_cast<int>(i)});
    }
    const double units = ink.width(text(chart.xAxis.title), ChartText::Name), left = out.box.left();
    int rows = units > 0 ? 1 : 0, current = 0;
    double x = left;
    for (ChartChip& chip : entries) {
        const double width = std::min(legendEntry(chip.text, chip.line >= 0, ink), out.box.width());
        const bool shared = current == 0 && units > 0;
        const double end = shared ? out.box.right() - units - ink.scaled(kChipApart) : out.box.right();
        if (x + width > end + 0.5 && (x > left || shared)) {
            ++current;
            x = left;
        }
        chip.box = QRectF(x, current * row, width, row);
        x += width + ink.scaled(kChipApart);
        rows = std::max(rows, current + 1);
    }
    out.chips = std::move(entries);
    return rows;
}

void placeBars(const Chart& chart, const ChartInk& ink, ChartLayout& out) {
    const double reach = ink.scaled(6);
    for (const ChartBar& bar : chart.bars) {
        const ChartScale& place = chart.horizontal ? out.y : out.x;
        const ChartScale& value = chart.horizontal ? out.x : out.y;
        const double one = place.at(bar.position - bar.width / 2), other = place.at(bar.position + bar.width / 2);
        const double from = value.at(bar.from), to = value.at(bar.to), middle = (one + other) / 2;
        ChartBarBox shape;
        shape.box =
            visible(chart.horizontal ? between(from, one, to, other) : between(one, from, other, to), chart.horizontal);
        // Of a histogram: 1 px between neighbours.
        if (chart.categories.empty() && !chart.horizontal && shape.box.width() >= 4)
            shape.box.setRight(shape.box.right() - 1);
        shape.box = shape.box.intersected(out.plot.adjusted(0, -1, 0, 1));
        shape.hit = shape.box.isEmpty() ? QRectF() : shape.box;
        if (chart.horizontal && shape.hit.width() < 2 * reach)
            shape.hit.adjust(-reach, 0, reach, 0);
        if (!chart.horizontal && shape.hit.height() < 2 * reach)
            shape.hit.adjust(0, -reach, 0, reach);
        if (bar.whisker) {
            const double low = value.at(bar.whisker->x), high = value.at(bar.whisker->y);
            const double at = std::floor(middle) + 0.5;
            shape.whisker = chart.horizontal ? QLineF(low, at, high, at) : QLineF(at, low, at, high);
        }
        out.bars.push_back(shape);
    }
}

void placeLines(const Chart& chart, ChartLayout& out) {
    for (const report::ChartLine& line : chart.lines) {
        QPolygonF path;
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const QPointF point = out.at(line.points[i].x, line.points[i].y);
            if (line.stepped && i > 0)
                path << QPointF(point.x(), path.last().y());
            path << point;
        }
        out.lines.push_back(path);
    }
}

void placeMarks(const Chart& chart, ChartLayout& out) {
    for (const report::ChartMark& mark : chart.marks) {
        ChartMarkShape shape;
        shape.at = out.at(mark.at.x, mark.at.y);
        shape.shown =
            out.plot.adjusted(-1, -1, 1, 1)
                .contains(mark.kind == report::ChartMark::Kind::Vertical ? QPointF(shape.at.x(), out.plot.center().y())
                          : mark.kind == report::ChartMark::Kind::Horizontal
                              ? QPointF(out.plot.center().x(), shape.at.y())
                              : shape.at);
        shape.top = out.plot.top() - 2;
        int through = 0;
        for (std::size_t i = 0; i < out.lines.size(); ++i) {
            bool meets = false;
            const QPolygonF& path = out.lines[i];
            for (qsizetype k = 1; k < path.size() && chart.lines[i].joined; ++k) {
                const double left = path[k - 1].x(), right = path[k].x(), x = shape.at.x();
                if (x < std::min(left, right) || x > std::max(left, right) || left == right)
                    continue;
                const double y = path[k - 1].y() + (path[k].y() - path[k - 1].y()) * (x - left) / (right - left);
                meets = meets || std::abs(y - shape.at.y()) < 2;
                if (y < shape.at.y() - 24 && y + 12 > shape.top)
                    shape.top = y + 12; // a bob hangs below the lines that run above it
            }
            if (meets && through++ == 0)
                shape.colour = chart.lines[i].colour;
        }
        shape.crossing = through > 1;
        out.marks.push_back(shape);
    }
}

} // namespace plumb::ui
