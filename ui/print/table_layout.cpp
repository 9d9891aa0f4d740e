// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables: a head over an ink rule, rows over hairlines, a sum row between ink rules. Short rows are whole; long ones go
// on over the page break line by line. The head comes back on every page.
#include "ui/print/document_layout.h"

#include <algorithm>

namespace plumb::ui::print {
namespace {

constexpr double kPad = 4; ///< above and below a row's lines: rows of one line are 20 high
constexpr double kColumnGap = 8;
constexpr double kSmallTable = 0.28; ///< of a page
constexpr int kWholeRow = 10;        ///< rows of more lines may break

struct Column {
    double x, width;
    bool number;
};

std::vector<Column> columnsOf(const report::Table& table, double left, double width) {
    double total = 0;
    for (const auto& c : table.columns)
        total += c.width;
    std::vector<Column> columns;
    // A number is set close to its right neighbour, which needs more air when it is text.
    const auto gapAfter = [&](std::size_t i) {
        if (i + 1 == table.columns.size())
            return 0.0;
        return table.columns[i].number && !table.columns[i + 1].number ? 2.5 * kColumnGap : kColumnGap;
    };
    double room = width;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        room -= gapAfter(i);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double own = room * table.columns[i].width / std::max(total, 1e-9);
        columns.push_back({left, own, table.columns[i].number});
        left += own + gapAfter(i);
    }
    return columns;
}

Qt::Alignment alignmentOf(const Column& column) {
    return column.number ? Qt::AlignRight : Qt::AlignLeft;
}

bool onlyMark(const report::Text& cell) {
    return cell.size() == 1 && cell[0].mark && cell[0].text.empty();
}

} // namespace

/// A small table does not break.
void DocumentLayout::keepSmall(std::size_t first) {
    double height = 0;
    for (std::size_t i = first; i < strips.size(); ++i)
        height += strips[i].height;
    if (height < m_grid.bodyHeight() * kSmallTable)
        for (std::size_t i = first; i + 1 < strips.size(); ++i)
            strips[i].keepWithNext = true;
}

void DocumentLayout::add(const report::Table& table) {
    if (table.columns.empty())
        return;
    const double left = table.wide ? m_grid.left : m_grid.textLeft();
    const double width = table.wide ? m_grid.wideWidth() : m_grid.textWidth();
    const std::vector<Column> columns = columnsOf(table, left, width);
    const double before = takeBefore(14);
    report::Text caption;
    if (!table.caption.empty()) {
        ++m_tables;
        caption = {{report::Span::Style::Emphasis, "Table " + std::to_string(m_tables) + ". ", {}, std::nullopt},
                   {report::Span::Style::Plain, table.caption, {}, std::nullopt}};
    }

    Strip head;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto name = text(table.columns[i].head, type::kTableHead, columns[i].width, alignmentOf(columns[i]));
        addLines(head.ops, name, QPointF(columns[i].x, 0));
        head.height = std::max(head.height, name->height());
    }
    head.height += kPad + 0.75;
    head.ops.emplace_back(RuleOp{QRectF(left, head.height - 0.75, width, 0.75), Token::Ink});
    head.keepWithNext = true;
    const auto repeated = std::make_shared<const std::vector<Strip>>(1, head);
    head.before = before;
    const std::size_t first = strips.size();
    strips.push_back(std::move(head));
    if (table.wide && !caption.empty()) { // above, since the margin column is taken
        auto note = text(caption, type::kCaption, width);
        Strip above = wholeBlock(note, left, before);
        above.height += 6;
        above.keepWithNext = true;
        strips.back().before = 0;
        strips.insert(strips.end() - 1, std::move(above));
    }

    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const bool sum = table.sumRow && r + 1 == table.rows.size();
        std::vector<Block> cells;
        int lines = 1;
        for (std::size_t i = 0; i < columns.size() && i < table.rows[r].size(); ++i) {
            TextStyle style = type::kTable;
            style.tabular = columns[i].number;
            cells.push_back(text(table.rows[r][i], style, columns[i].width, alignmentOf(columns[i])));
            lines = std::max(lines, cells.back()->lineCount());
        }
        const std::size_t start = strips.size();
        for (int line = 0; line < lines; ++line) {
            Strip strip;
            const bool top = line == 0, bottom = line + 1 == lines;
            const double y = top ? kPad : 0;
            strip.height = y + type::kTable.line + (bottom ? kPad : 0);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (top && onlyMark(table.rows[r][i]))
                    strip.ops.emplace_back(
                        MarkOp{QRectF(columns[i].x, y + 0.2, 11.6, 11.6), *table.rows[r][i][0].mark});
                else if (line < cells[i]->lineCount())
                    strip.ops.emplace_back(TextOp{cells[i], line, QPointF(columns[i].x, y)});
            }
            if (bottom)
                strip.ops.emplace_back(RuleOp{QRectF(left, strip.height - (sum ? 0.75 : 0.5), width, sum ? 0.75 : 0.5),
                                              sum ? Token::Ink : Token::Line2});
            strip.keepWithNext = !bottom && (lines <= kWholeRow || top || line + 2 == lines);
            strip.repeated = repeated;
            if (top && r < table.anchors.size())
                strip.anchors.push_back(table.anchors[r]);
            strips.push_back(std::move(strip));
        }
        if (sum && start > 0) // never alone on a page
            strips[start - 1].keepWithNext = true;
    }
    keepSmall(first);
    if (!table.wide)
        hangMargin(first, type::kTableHead.line, caption);
}

} // namespace plumb::ui::print
