// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/document_layout.h"

#include <algorithm>

namespace plumb::ui::print {
namespace {

constexpr int kMaxPasses = 4;
constexpr std::size_t kContentsFrom = 3; ///< shorter reports need no contents

/// "Chapter 4" -> "4".
std::string numberOf(const std::string& label) {
    const std::size_t digit = label.find_first_of("0123456789");
    return digit == std::string::npos ? std::string() : label.substr(digit);
}

std::string headerTitle(const report::Section& section) {
    const std::string number = numberOf(section.label);
    return number.empty() ? section.title : number + "  " + section.title;
}

std::map<std::string, Place> placesOf(const std::vector<Page>& pages) {
    std::map<std::string, Place> places;
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (const Placed& placed : pages[page].strips)
            for (const std::string& anchor : placed.strip->anchors)
                places.try_emplace(anchor, Place{static_cast<int>(page), placed.y});
    return places;
}

} // namespace

LaidOut layOut(const report::Document& document, const Grid& grid, int firstPage) {
    LaidOut out;
    std::map<std::string, int> numbers;
    for (int pass = 0; pass < kMaxPasses; ++pass) {
        const PageOf pageOf = [&numbers](const std::string& target) {
            const auto it = numbers.find(target.empty() ? target : target.substr(1));
            return it == numbers.end() ? 0 : it->second;
        };
        DocumentLayout layout(document, grid, pageOf);
        layout.run();
        out.strips = std::move(layout.strips);
        out.chapters = std::move(layout.chapters);
        out.outline = std::move(layout.outline);
        out.pages = paginate(out.strips, grid);
        out.places = placesOf(out.pages);
        std::map<std::string, int> found;
        for (const auto& [anchor, place] : out.places)
            found[anchor] = place.page + firstPage;
        if (found == numbers)
            break;
        numbers = std::move(found);
    }
    return out;
}

DocumentLayout::DocumentLayout(const report::Document& document, const Grid& grid, PageOf pageOf)
    : m_document(document), m_grid(grid), m_pageOf(std::move(pageOf)) {}

void DocumentLayout::run() {
    bool withContents = m_document.sections.size() >= kContentsFrom;
    for (const report::Section& s : m_document.sections) {
        const bool front = numberOf(s.label).empty(); // the summary stands before the contents
        if (withContents && !front) {
            contents();
            withContents = false;
        }
        section(s, 1);
    }
}

DocumentLayout::Block DocumentLayout::text(const report::Text& text, const TextStyle& style, double width,
                                           Qt::Alignment alignment) const {
    return std::make_shared<const TextBlock>(text, style, width, alignment, m_pageOf);
}

DocumentLayout::Block DocumentLayout::text(const std::string& text, const TextStyle& style, double width,
                                           Qt::Alignment alignment) const {
    return std::make_shared<const TextBlock>(report::Text{{report::Span::Style::Plain, text, {}, std::nullopt}}, style,
                                             width, alignment);
}

/// Takes white space out of a section that is to fit on one page, as far as it stays readable.
void DocumentLayout::tighten(std::size_t first) {
    constexpr double kLeast = 0.35;
    double fixed = 0, space = 0;
    for (std::size_t i = first; i < strips.size(); ++i) {
        fixed += strips[i].height;
        space += i == first ? 0 : strips[i].before;
    }
    if (space <= 0 || fixed + space <= m_grid.bodyHeight())
        return;
    const double share = std::max(kLeast, (m_grid.bodyHeight() - fixed) / space);
    for (std::size_t i = first + 1; i < strips.size(); ++i)
        strips[i].before *= share;
}

void DocumentLayout::section(const report::Section& s, int depth) {
    const std::size_t first = strips.size();
    if (s.title.empty()) {
        m_marginLabel = s.label;
        m_extraBefore = 22;
        if (!s.id.empty())
            m_pendingAnchors.push_back(s.id);
    } else {
        outline.push_back({depth, s.title, s.id});
        if (s.newPage)
            m_pageBreak = true;
        if (depth == 1)
            chapterTitle(s);
        else
            heading(s, depth);
    }
    for (std::size_t i = 0; i < s.blocks.size(); ++i) {
        content(s.blocks[i]);
        // A paragraph before a table introduces it.
        if (i + 1 < s.blocks.size() && std::holds_alternative<report::Paragraph>(s.blocks[i]) &&
            std::holds_alternative<report::Table>(s.blocks[i + 1]) && !strips.empty())
            strips.back().keepWithNext = true;
    }
    m_marginLabel.clear();
    for (const report::Section& child : s.children)
        section(child, depth + 1);
    if (s.onePage)
        tighten(first);
}

void DocumentLayout::content(const report::Block& block) {
    const std::size_t first = strips.size();
    std::visit([this](const auto& b) { add(b); }, block);
    if (first == strips.size())
        return;
    strips[first].pageBreak = strips[first].pageBreak || m_pageBreak;
    m_pageBreak = false;
    m_afterHeading = false;
    m_extraBefore = 0;
    auto& anchors = strips[first].anchors;
    anchors.insert(anchors.end(), m_pendingAnchors.begin(), m_pendingAnchors.end());
    m_pendingAnchors.clear();
}

void DocumentLayout::chapterTitle(const report::Section& s) {
    chapters.push_back(headerTitle(s));
    Strip strip = wholeBlock(text(s.title, type::kChapter, m_grid.textWidth()), m_grid.textLeft(), 30);
    if (!s.label.empty())
        addLines(strip.ops, text(s.label, type::kMargin, m_grid.marginWidth), QPointF(m_grid.left, 9.8));
    strip.keepWithNext = true;
    strip.pageBreak = m_pageBreak;
    strip.anchors.push_back(s.id);
    strip.chapter = static_cast<int>(chapters.size()) - 1;
    m_pageBreak = false;
    strips.push_back(std::move(strip));
    m_afterHeading = true;
}

void DocumentLayout::heading(const report::Section& s, int depth) {
    const TextStyle& style = depth == 2 ? type::kHeading : type::kSubHeading;
    Strip strip = wholeBlock(text(s.title, style, m_grid.textWidth()), m_grid.textLeft(),
                             m_afterHeading ? (depth == 2 ? 16 : 8) : (depth == 2 ? 28 : 20));
    if (!s.label.empty())
        addLines(strip.ops, text(s.label, type::kMargin, m_grid.marginWidth), QPointF(m_grid.left, depth == 2 ? 4 : 2));
    strip.keepWithNext = true;
    strip.pageBreak = m_pageBreak;
    strip.anchors.push_back(s.id);
    m_pageBreak = false;
    strips.push_back(std::move(strip));
    m_afterHeading = true;
}

void DocumentLayout::contents() {
    report::Section s;
    s.id = "contents";
    s.title = "Contents";
    outline.push_back({1, s.title, s.id});
    m_pageBreak = true;
    chapterTitle(s);
    for (const report::Section& entry : m_document.sections)
        contentsEntry(entry, 1);
    m_afterHeading = false;
}

void DocumentLayout::contentsEntry(const report::Section& s, int depth) {
    if (s.title.empty() || depth > 2)
        return;
    constexpr double kNumberWidth = 30;
    TextStyle style = depth == 1 ? type::kBody : type::kSmall;
    if (depth == 1)
        style.weight = QFont::Medium;
    const double indent = depth == 1 ? 0 : 14, lineHeight = depth == 1 ? 20 : 15;
    style.line = lineHeight;
    const report::Span title{report::Span::Style::PageRef, s.title, "#" + s.id, std::nullopt};
    // The title is a link that reads as plain text; only the number is resolved.
    auto name = text(s.title, style, m_grid.textWidth() - indent - kNumberWidth);
    Strip strip = wholeBlock(name, m_grid.textLeft() + indent, depth == 1 ? 6 : 0);
    TextStyle number = style;
    number.ink = Token::Ink;
    number.tabular = true;
    addLines(strip.ops, text(report::Text{title}, number, kNumberWidth, Qt::AlignRight),
             QPointF(m_grid.textLeft() + m_grid.textWidth() - kNumberWidth, 0));
    if (depth == 1) {
        strip.keepWithNext = !s.children.empty();
        if (const std::string n = numberOf(s.label); !n.empty())
            addLines(strip.ops,
                     text(
                         n,
                         [&] {
                             TextStyle t = type::kMargin;
                             t.line = lineHeight;
                             t.tabular = true;
                             return t;
                         }(),
                         m_grid.gap + 10, Qt::AlignLeft),
                     QPointF(m_grid.textLeft() - 20, 0));
    }
    strips.push_back(std::move(strip));
    for (const report::Section& child : s.children)
        contentsEntry(child, depth + 1);
}

double DocumentLayout::takeBefore(double usual) {
    if (m_extraBefore > 0)
        return m_extraBefore;
    return m_afterHeading ? std::min(usual, 8.0) : usual;
}

void DocumentLayout::hangMargin(std::size_t first, double lineOfText, const report::Text& caption) {
    if (first >= strips.size())
        return;
    double y = 0;
    if (!m_marginLabel.empty()) {
        y = std::max(0.0, (lineOfText - type::kMargin.line) / 2);
        const auto label = text(m_marginLabel, type::kMargin, m_grid.marginWidth);
        addLines(strips[first].ops, label, QPointF(m_grid.left, y));
        y += label->height() + 3;
        m_marginLabel.clear();
    }
    if (!caption.empty()) {
        const auto note = text(caption, type::kCaption, m_grid.marginWidth);
        addLines(strips[first].ops, note, QPointF(m_grid.left, y));
        y += note->height();
    }
    if (y > 0)
        holdTogether(strips, first, std::min(y, m_grid.bodyHeight() * 0.8));
}

} // namespace plumb::ui::print
