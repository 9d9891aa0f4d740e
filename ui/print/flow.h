// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report as a column of strips (a line, a table row, a figure) and its distribution over pages. A strip is never cut.
// Two strips that belong together say so; table heads come back on every page that their table goes on to.
#pragma once

#include "ui/charts/figure_painter.h"
#include "ui/print/text_block.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumb::ui::print {

/// What a strip paints. x in points from the page's left edge, y from the strip's top; may reach below the strip.
struct TextOp {
    std::shared_ptr<const TextBlock> block;
    int line = 0;
    QPointF at;
};
struct RuleOp {
    QRectF rect; ///< filled
    Token ink = Token::Line2;
};
struct MarkOp {
    QRectF box;
    lens::State state;
};
struct TickOp {
    QRectF box;
    report::QuestionRecord::Choice::Mark mark;
};
struct FigureOp {
    QRectF box;
    std::shared_ptr<const report::Figure> figure;
    FigureLook look;
};
using Op = std::variant<TextOp, RuleOp, MarkOp, TickOp, FigureOp>;

struct Strip {
    double before = 0; ///< white space above; dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    bool pageBreak = false; ///< starts a page
    std::vector<Op> ops;
    std::vector<std::string> anchors;                   ///< places that links lead to
    int chapter = -1;                                   ///< index of the chapter that starts here
    std::shared_ptr<const std::vector<Strip>> repeated; ///< set first when a page starts with this strip
};

/// Lines of a block as strips, at least two together at each end. The first strip gets `before`.
void appendLines(std::vector<Strip>& strips, const std::shared_ptr<const TextBlock>& block, double x, double before);
/// A strip with all lines of a block; for what must not break.
[[nodiscard]] Strip wholeBlock(const std::shared_ptr<const TextBlock>& block, double x, double before);
/// All lines of a block as ops, from `at` downwards.
void addLines(std::vector<Op>& ops, const std::shared_ptr<const TextBlock>& block, const QPointF& at);
/// Joins strips from `first` on until they are `height` high, and adds white space when they are not: what hangs beside
/// them stays on their page.
void holdTogether(std::vector<Strip>& strips, std::size_t first, double height);

struct Placed {
    const Strip* strip = nullptr;
    double y = 0; ///< of the strip's top, points from the page's top
};
struct Page {
    std::vector<Placed> strips;
    int chapter = -1; ///< the one that the header names
};

/// Distributes strips over pages. What is kept together and higher than a page is broken where the page ends. The
/// strips must outlive the pages.
[[nodiscard]] std::vector<Page> paginate(const std::vector<Strip>& strips, const Grid& grid);

} // namespace plumb::ui::print
