// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One question with its answer: the risk in the margin, the question and why it has that risk as a head that never
// breaks, then the choices and what was said.
#include "ui/print/document_layout.h"

#include "ui/theme/paint.h"

#include <algorithm>

namespace plumb::ui::print {
namespace {

using Mark = report::QuestionRecord::Choice::Mark;

constexpr TextStyle kQuestion{11.5, 16, QFont::DemiBold, Token::Ink, false, false, 99.4};
constexpr double kWholeRecord = 0.42; ///< of a page
constexpr double kBox = 8.4;
constexpr double kKeyWidth = 12, kBoxWidth = 15, kSeverityWidth = 44;

bool isNote(const std::string& label) {
    return label == "Notes" || label == "Private notes" || label == "Does not apply";
}

} // namespace

void DocumentLayout::add(const report::QuestionRecord& record) {
    const std::size_t first = strips.size();
    double marginHeight = 18;
    for (const std::string& line : record.meta)
        marginHeight += text(line, type::kMargin, m_grid.marginWidth)->height();
    recordHead(record);
    recordChoices(record);
    const std::size_t choicesEnd = strips.size();
    recordFacts(record);
    holdTogether(strips, first, marginHeight + 8);
    keepChoices(first, choicesEnd);
    // A page that goes on with this record names it in the margin.
    auto again = std::make_shared<std::vector<Strip>>(1);
    addLines(again->front().ops, text(record.code + ", continued", type::kMargin, m_grid.marginWidth),
             QPointF(m_grid.left, 1.8));
    for (std::size_t i = first + 1; i < strips.size(); ++i)
        strips[i].repeated = again;
}

/// Head and choices stay on one page unless they would leave too much of the page before empty.
void DocumentLayout::keepChoices(std::size_t first, std::size_t end) {
    double height = 0;
    for (std::size_t i = first; i < end; ++i)
        height += strips[i].height;
    if (height < m_grid.bodyHeight() * kWholeRecord)
        for (std::size_t i = first; i + 1 < end; ++i)
            strips[i].keepWithNext = true;
}

void DocumentLayout::recordHead(const report::QuestionRecord& record) {
    Strip head;
    head.before = m_afterHeading ? 12 : 22;
    head.anchors.push_back(record.anchor);
    head.ops.emplace_back(RuleOp{QRectF(m_grid.left, 0, m_grid.wideWidth(), 0.75), Token::Ink});
    double y = 8;
    head.ops.emplace_back(MarkOp{QRectF(m_grid.left, y + 1.4, 13.2, 13.2), record.state});
    TextStyle word{8.6, 16, QFont::DemiBold, markInk(markOf(record.state))};
    const auto name = text(markWord(markOf(record.state)).toStdString(), word, m_grid.marginWidth - 18);
    addLines(head.ops, name, QPointF(m_grid.left + 18, y));
    double marginY = y + std::max(20.0, name->height() + 4);
    for (const std::string& line : record.meta) {
        const auto block = text(line, type::kMargin, m_grid.marginWidth);
        addLines(head.ops, block, QPointF(m_grid.left, marginY));
        marginY += block->height();
    }
    const auto title = text(record.title, kQuestion, m_grid.textWidth());
    addLines(head.ops, title, QPointF(m_grid.textLeft(), y));
    y += title->height();
    if (!record.why.empty()) {
        y += 4;
        const auto why = text(record.why, type::kBody, m_grid.textWidth());
        addLines(head.ops, why, QPointF(m_grid.textLeft(), y));
        y += why->height();
    }
    head.height = y + 6;
    head.keepWithNext = true;
    strips.push_back(std::move(head));
    outline.push_back({4, record.number + "  " + record.shortTitle, record.anchor});
}

void DocumentLayout::recordChoices(const report::QuestionRecord& record) {
    const double left = m_grid.textLeft(), textX = left + kKeyWidth + kBoxWidth;
    const double titleWidth = m_grid.textWidth() - kKeyWidth - kBoxWidth - kSeverityWidth - 8;
    for (std::size_t i = 0; i < record.choices.size(); ++i) {
        const auto& choice = record.choices[i];
        Strip row;
        row.ops.emplace_back(RuleOp{QRectF(left, 0, m_grid.textWidth(), 0.5), Token::Line2});
        double y = 3.6;
        TextStyle key = type::kFine;
        key.tabular = true;
        key.line = type::kTable.line;
        addLines(row.ops, text(choice.key, key, kKeyWidth), QPointF(left, y));
        row.ops.emplace_back(
            TickOp{QRectF(left + kKeyWidth, y + (type::kTable.line - kBox) / 2, kBox, kBox), choice.mark});
        TextStyle style = type::kTable;
        if (choice.mark == Mark::Ticked)
            style.weight = QFont::Medium;
        else if (choice.mark == Mark::NotApplicable || choice.none)
            style.ink = Token::Ink2;
        const auto title = text(choice.title, style, titleWidth);
        addLines(row.ops, title, QPointF(textX, y));
        TextStyle severity = type::kCaption;
        severity.line = type::kTable.line;
        addLines(row.ops, text(choice.severity, severity, kSeverityWidth, Qt::AlignRight),
                 QPointF(left + m_grid.textWidth() - kSeverityWidth, y));
        y += title->height();
        std::vector<Strip> more;
        if (!choice.remark.empty()) {
            const auto remark = text(choice.remark, type::kMeta, titleWidth);
            if (remark->lineCount() <= 8) {
                addLines(row.ops, remark, QPointF(textX, y));
                y += remark->height();
            } else {
                appendLines(more, remark, textX, 0);
            }
        }
        row.height = y + 3.6;
        row.keepWithNext = i + 1 < record.choices.size() && (i == 0 || i + 2 == record.choices.size());
        strips.push_back(std::move(row));
        for (Strip& strip : more)
            strips.push_back(std::move(strip));
    }
}

void DocumentLayout::recordFacts(const report::QuestionRecord& record) {
    if (record.facts.empty())
        return;
    bool first = true;
    for (const auto& [label, value] : record.facts) {
        const bool note = isNote(label);
        const TextStyle style = note ? type::kBody : type::kMeta;
        constexpr double kLabel = 58;
        const std::size_t start = strips.size();
        if (note) { // run-in label, as in a finding
            report::Text run{{report::Span::Style::Strong, label + ". ", {}, std::nullopt}};
            run.insert(run.end(), value.begin(), value.end());
            appendLines(strips, text(run, style, m_grid.textWidth()), m_grid.textLeft(), first ? 7 : 5);
        } else {
            appendLines(strips, text(value, style, m_grid.textWidth() - kLabel), m_grid.textLeft() + kLabel,
                        first ? 7 : 3.5);
            addLines(strips[start].ops, text(label, type::kCaption, kLabel - 6), QPointF(m_grid.textLeft(), 0));
        }
        if (first)
            strips[start].ops.emplace_back(
                RuleOp{QRectF(m_grid.textLeft(), -3.5, m_grid.textWidth(), 0.5), Token::Line2});
        first = false;
    }
}

} // namespace plumb::ui::print
