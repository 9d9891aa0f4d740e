// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paragraphs, lists, label-and-value pairs, key figures and figures as strips.
#include "ui/print/document_layout.h"

#include <algorithm>

namespace plumb::ui::print {
namespace {

constexpr std::size_t kRowsPerFigure = 12; ///< a higher heat map goes on in a second one
constexpr double kNarrowScale = 0.66, kWideScale = 0.8;

report::Text plainText(std::string text) {
    return {{report::Span::Style::Plain, std::move(text), {}, std::nullopt}};
}

TextStyle styleOf(report::Paragraph::Role role) {
    switch (role) {
    case report::Paragraph::Role::Lead:
        return type::kLead;
    case report::Paragraph::Role::Small:
        return type::kSmall;
    case report::Paragraph::Role::Quote:
        return type::kQuote;
    case report::Paragraph::Role::Body:
        break;
    }
    return type::kBody;
}

/// A heat map with many rows as several with the same head.
std::vector<report::Figure> pieces(const report::Figure& figure) {
    const auto* map = std::get_if<report::HeatMap>(&figure.content);
    if (map == nullptr || map->rows.size() <= kRowsPerFigure)
        return {figure};
    std::vector<report::Figure> out;
    const std::size_t count = (map->rows.size() + kRowsPerFigure - 1) / kRowsPerFigure;
    const std::size_t each = (map->rows.size() + count - 1) / count;
    for (std::size_t first = 0; first < map->rows.size(); first += each) {
        report::HeatMap part{map->columns, {}, map->totalColumn};
        const std::size_t last = std::min(first + each, map->rows.size());
        for (std::size_t i = first; i < last; ++i)
            part.rows.push_back(map->rows[i]);
        part.goesOn = last < map->rows.size();
        report::Figure piece{figure.caption, figure.alternative, std::move(part)};
        out.push_back(std::move(piece));
    }
    return out;
}

} // namespace

void DocumentLayout::add(const report::Paragraph& paragraph) {
    const TextStyle style = styleOf(paragraph.role);
    const bool quote = paragraph.role == report::Paragraph::Role::Quote;
    const double indent = quote ? 12 : 0;
    const std::size_t first = strips.size();
    appendLines(strips, text(paragraph.text, style, m_grid.textWidth() - indent), m_grid.textLeft() + indent,
                takeBefore(paragraph.role == report::Paragraph::Role::Lead ? 9 : 7));
    if (quote) // a thin rule beside what somebody went through
        for (std::size_t i = first; i < strips.size(); ++i)
            strips[i].ops.emplace_back(RuleOp{QRectF(m_grid.textLeft(), 0, 1, strips[i].height), Token::Line2});
    if (paragraph.role == report::Paragraph::Role::Small && m_afterHeading && !strips.empty())
        strips.back().keepWithNext = true; // a line below a heading introduces what follows
    hangMargin(first, style.line);
}

void DocumentLayout::add(const report::BulletList& list) {
    const std::size_t first = strips.size();
    int number = 0;
    for (const report::Text& item : list.items) {
        const std::size_t start = strips.size();
        appendLines(strips, text(item, type::kBody, m_grid.textWidth() - 14), m_grid.textLeft() + 14,
                    number == 0 ? takeBefore(7) : 3);
        ++number;
        if (start < strips.size())
            addLines(strips[start].ops, text(list.numbered ? std::to_string(number) + "." : "–", type::kBody, 14),
                     QPointF(m_grid.textLeft(), 0));
    }
    hangMargin(first, type::kBody.line);
}

void DocumentLayout::add(const report::Facts& facts) {
    double before = takeBefore(16);
    for (const auto& [label, value] : facts.rows) {
        const std::size_t first = strips.size();
        const auto name = text(label, type::kMargin, m_grid.marginWidth);
        appendLines(strips, text(value, type::kBody, m_grid.textWidth()), m_grid.textLeft(), before);
        before = 9;
        m_extraBefore = 0;
        m_afterHeading = false;
        addLines(strips[first].ops, name, QPointF(m_grid.left, 1.8));
        holdTogether(strips, first, name->height());
    }
}

void DocumentLayout::add(const report::KeyFigures& figures) {
    if (figures.items.empty())
        return;
    const auto columns = static_cast<double>(std::max<std::size_t>(figures.items.size(), 3));
    const double gap = 14, width = (m_grid.textWidth() - (columns - 1) * gap) / columns;
    Strip strip;
    strip.before = takeBefore(16);
    strip.ops.emplace_back(RuleOp{QRectF(m_grid.textLeft(), 0, m_grid.textWidth(), 0.75), Token::Ink});
    double x = m_grid.textLeft();
    for (const auto& item : figures.items) {
        double y = 7;
        const auto label = text(item.label, type::kMeta, width);
        addLines(strip.ops, label, QPointF(x, y));
        y += label->height();
        const auto value = text(item.value, type::kFigure, width);
        addLines(strip.ops, value, QPointF(x, y));
        TextStyle unit = type::kBody;
        unit.ink = Token::Ink2;
        unit.weight = QFont::Medium;
        unit.line = type::kFigure.line;
        const double after = value->lineWidth(0) + 5;
        addLines(strip.ops, text(item.unit, unit, std::max(20.0, width - after)), QPointF(x + after, y + 2.6));
        y += value->height() + 1;
        const auto detail = text(item.detail, type::kMeta, width);
        addLines(strip.ops, detail, QPointF(x, y));
        strip.height = std::max(strip.height, y + detail->height());
        x += width + gap;
    }
    strips.push_back(std::move(strip));
    hangMargin(strips.size() - 1, 25);
}

void DocumentLayout::figurePiece(const std::shared_ptr<const report::Figure>& figure, const report::Text& caption,
                                 bool wide, double before) {
    FigureLook look;
    look.ranges = wide;
    look.maxScale = wide ? kWideScale : kNarrowScale;
    const double width = wide ? m_grid.wideWidth() : m_grid.textWidth();
    Strip strip;
    strip.before = before;
    strip.height = figureHeight(*figure, width, look);
    const bool scale = std::holds_alternative<report::ScoreScale>(figure->content);
    const double top = scale ? 6 : 0;
    strip.ops.emplace_back(
        FigureOp{QRectF(wide ? m_grid.left : m_grid.textLeft(), top, width, strip.height), figure, look});
    strip.height += top;
    if (wide && !caption.empty()) {
        const auto note = text(caption, type::kCaption, m_grid.textWidth());
        addLines(strip.ops, note, QPointF(m_grid.left, strip.height + 7));
        strip.height += 7 + note->height();
    }
    strips.push_back(std::move(strip));
    if (!wide)
        hangMargin(strips.size() - 1, type::kMargin.line, caption);
}

void DocumentLayout::add(const report::Figure& figure) {
    ++m_figures;
    // The summary's figure stands in the text column with its caption beside it, others use the whole width.
    const bool wide = m_marginLabel.empty() && std::holds_alternative<report::HeatMap>(figure.content);
    report::Text caption{
        {report::Span::Style::Emphasis, "Figure " + std::to_string(m_figures) + ". ", {}, std::nullopt},
        {report::Span::Style::Plain, figure.caption, {}, std::nullopt}};
    double before = m_afterHeading && m_extraBefore <= 0 ? 14 : takeBefore(16);
    for (report::Figure& piece : pieces(figure)) {
        figurePiece(std::make_shared<const report::Figure>(std::move(piece)), caption, wide, before);
        caption = plainText("Figure " + std::to_string(m_figures) + ", continued.");
        before = 16;
    }
}

void DocumentLayout::add(const report::PageBreak&) {
    m_pageBreak = true;
}

} // namespace plumb::ui::print
