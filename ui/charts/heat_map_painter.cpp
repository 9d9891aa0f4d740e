// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See heat_map_painter.h. Cells are the compact ones of ui/widgets. Everything here is at text scale 1: the caller has
// taken the user's scale out of the painter.
#include "ui/charts/heat_map_painter.h"

#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/score_cell.h"

#include <QPainter>
#include <QTextLayout>

namespace plumb::ui {
namespace {

constexpr double kLabelWidth = 116, kLoneLabelWidth = 240, kLabelGap = 8;
constexpr double kHeadHeight = 22, kSumGap = 12;

/// The user's text scale, which cells and letters have in them: everything else here must have it too.
double k() {
    return Theme::instance().textScale();
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

bool hasSum(const report::HeatMap& map) {
    return map.rows.size() > 1 && !map.goesOn;
}

/// A column's name, cut as people cut it ("Perform.") when it is too wide.
QString headWord(const QString& name, double width) {
    if (textWidth(name, Role::Micro) <= width)
        return name;
    QString cut = name.left(7); // "Perform.", "Sustain."
    while (cut.size() > 3 && textWidth(cut + QLatin1Char('.'), Role::Micro) > width - 4 * k())
        cut.chop(1);
    return cut + QLatin1Char('.');
}

struct Measures {
    double cellWidth, cellHeight, label;
};

Measures measuresFor(double width, const report::HeatMap& map) {
    const QSizeF cell = scoreCellSize(true);
    const auto columns = static_cast<double>(map.columns.size());
    if (map.columns.empty()) // cells stand by their names, not at the far edge
        return {cell.width(), cell.height(),
                std::min(std::max(width - cell.width(), kLabelWidth * k()), kLoneLabelWidth * k())};
    const double cells = columns * cell.width() + (columns - 1) * kCellGap + kTotalsGap * k() + cell.width();
    return {cell.width(), cell.height(), width - cells};
}

double columnX(const report::HeatMap& map, std::size_t column, const Measures& m) {
    double x = m.label + static_cast<double>(column) * (m.cellWidth + kCellGap);
    if (!map.columns.empty() && column == map.columns.size())
        x += kTotalsGap * k() - kCellGap;
    return x;
}

ScoreCell toCell(const report::HeatMap::Cell& cell, bool ranges) {
    ScoreCell out;
    if (!cell.exists || cell.mark == lens::State::NotApplicable) {
        out.kind = ScoreCell::Kind::Absent;
        return out;
    }
    if (!cell.score) {
        out.kind = ScoreCell::Kind::NotAsked;
        return out;
    }
    out.score = *cell.score;
    if (ranges) {
        out.low = cell.worst;
        out.high = cell.best;
    }
    out.answered = cell.coverage;
    out.worst = markOf(cell.mark);
    // Small figures say how bad, large ones how often; two digits would touch the score.
    out.worstCount = ranges && cell.markCount < 10 ? cell.markCount : 0;
    return out;
}

/// A row's name on one or two lines, with the meta line below it, centred on the row.
void paintLabel(QPainter* painter, const QRectF& box, const report::HeatMap::Row& row, const Tokens& tokens) {
    const QFont face = font(Role::BodyStrong);
    QTextLayout layout(text(row.name), face);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    std::vector<QTextLine> lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        lines.push_back(line);
    }
    layout.endLayout();
    const std::size_t shown = std::min<std::size_t>(lines.size(), 2);
    const double nameLine = 15 * k(), metaLine = row.meta.empty() ? 0 : 14 * k();
    double y = box.center().y() - (static_cast<double>(shown) * nameLine + metaLine) / 2;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown;
        const qsizetype count = last ? layout.text().size() - lines[i].textStart() : lines[i].textLength();
        drawText(painter, QRectF(box.left(), y, box.width() + 1, nameLine),
                 layout.text().mid(lines[i].textStart(), count).trimmed(), Role::BodyStrong, tokens[Token::Ink]);
        y += nameLine;
    }
    drawText(painter, QRectF(box.left(), y, box.width() + 1, metaLine), text(row.meta), Role::Micro,
             tokens[Token::Ink3]);
}

} // namespace

QSizeF heatMapSize(const report::HeatMap& map) {
    const Measures m = measuresFor(0, map);
    const double width = map.columns.empty() ? m.label + m.cellWidth : kLabelWidth * k() - m.label;
    const auto rows = static_cast<double>(map.rows.size());
    return {width, kHeadHeight * k() + rows * m.cellHeight + std::max(0.0, rows - 1) * kCellGap +
                       (hasSum(map) ? kSumGap * k() : 0)};
}

void paintHeatMap(QPainter* painter, const report::HeatMap& map, double width, bool ranges, const Tokens& tokens) {
    const Measures m = measuresFor(width, map);
    for (std::size_t column = 0; column <= map.columns.size(); ++column) {
        const std::string& name = column < map.columns.size() ? map.columns[column] : map.totalColumn;
        drawText(painter, QRectF(columnX(map, column, m), 0, m.cellWidth, 16 * k()),
                 headWord(text(name), m.cellWidth - 4 * k()), Role::Micro, tokens[Token::Ink2]);
    }
    double y = kHeadHeight * k();
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        const report::HeatMap::Row& r = map.rows[row];
        if (hasSum(map) && row + 1 == map.rows.size()) {
            painter->fillRect(
                QRectF(0, y + (kSumGap * k() - kCellGap) / 2, columnX(map, map.columns.size(), m) + m.cellWidth, 1),
                tokens[Token::Line2]);
            y += kSumGap * k();
        }
        paintLabel(painter, QRectF(0, y, m.label - kLabelGap * k(), m.cellHeight), r, tokens);
        for (std::size_t column = 0; column < r.cells.size() && column <= map.columns.size(); ++column)
            paintScoreCell(painter, QRectF(columnX(map, column, m), y, m.cellWidth, m.cellHeight),
                           toCell(r.cells[column], ranges), {true, false, false}, tokens);
        y += m.cellHeight + kCellGap;
    }
}

} // namespace plumb::ui
