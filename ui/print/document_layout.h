// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns a report document into strips and pages: chapters, headings, contents, figures and tables with their numbers.
// Block kinds stand in block_layout.cpp, table_layout.cpp and question_layout.cpp.
#pragma once

#include "core/report/document.h"
#include "ui/print/flow.h"

#include <map>
#include <string>
#include <vector>

namespace plumb::ui::print {

/// An entry of the outline; children follow their parent with a higher level.
struct OutlineEntry {
    int level = 1;
    std::string title, anchor;
};

/// Where an anchor stands: page index and points from the page's top.
struct Place {
    int page = 0;
    double y = 0;
};

struct LaidOut {
    std::vector<Strip> strips;
    std::vector<Page> pages;           ///< body only; the cover comes before
    std::vector<std::string> chapters; ///< as headers name them: "4 Findings"
    std::vector<OutlineEntry> outline;
    std::map<std::string, Place> places;
};

/// Lays the document out until the page numbers inside it agree with themselves. `firstPage` is the number of the first
/// body page.
[[nodiscard]] LaidOut layOut(const report::Document& document, const Grid& grid, int firstPage);

/// One pass: strips of a whole document.
class DocumentLayout {
public:
    DocumentLayout(const report::Document& document, const Grid& grid, PageOf pageOf);
    void run();

    std::vector<Strip> strips;
    std::vector<std::string> chapters;
    std::vector<OutlineEntry> outline;

private:
    using Block = std::shared_ptr<const TextBlock>;

    // document_layout.cpp
    void section(const report::Section& section, int depth);
    void tighten(std::size_t first);
    void chapterTitle(const report::Section& section);
    void heading(const report::Section& section, int depth);
    void contents();
    void contentsEntry(const report::Section& section, int depth);
    void content(const report::Block& block);

    // block_layout.cpp
    void add(const report::Paragraph& paragraph);
    void add(const report::BulletList& list);
    void add(const report::Facts& facts);
    void add(const report::Figure& figure);
    void add(const report::KeyFigures& figures);
    void add(const report::PageBreak&);
    void figurePiece(const std::shared_ptr<const report::Figure>& figure, const report::Text& caption, bool wide,
                     double before);

    // table_layout.cpp
    void add(const report::Table& table);
    void keepSmall(std::size_t first);

    // question_layout.cpp
    void add(const report::QuestionRecord& record);
    void recordHead(const report::QuestionRecord& record);
    void keepChoices(std::size_t first, std::size_t end);
    void recordChoices(const report::QuestionRecord& record);
    void recordFacts(const report::QuestionRecord& record);

    // shared
    [[nodiscard]] Block text(const report::Text& text, const TextStyle& style, double width,
                             Qt::Alignment alignment = Qt::AlignLeft) const;
    [[nodiscard]] Block text(const std::string& text, const TextStyle& style, double width,
                             Qt::Alignment alignment = Qt::AlignLeft) const;
    /// Space above the next block; more when it is the first of a part with a margin label.
    double takeBefore(double usual);
    /// Hangs the pending margin label (and `caption` below it) beside strips[first].
    void hangMargin(std::size_t first, double lineOfText, const report::Text& caption = {});

    const report::Document& m_document;
    const Grid& m_grid;
    PageOf m_pageOf;
    std::string m_marginLabel;
    std::vector<std::string> m_pendingAnchors;
    double m_extraBefore = 0;
    bool m_afterHeading = false;
    bool m_pageBreak = false;
    int m_figures = 0, m_tables = 0;
};

} // namespace plumb::ui::print
