// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare_rows.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/compare_words.h"
#include "ui/models/finding_text.h"
#include "ui/models/question_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <QCoreApplication>

namespace plumb::ui {

namespace {

using compare::Change;
using compare::FindingMove;

/// Order of the classes in the list, by Change.
constexpr std::array<int, compare::kChanges> kOrder{0, 2, 1, 3, 6, 5, 4, 9, 7, 8, 10};

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::Compare", text);
}

struct Where {
    QString title, where;
    std::string framework;
};

/// Every question of a review, so that long lists are not searched again for each row.
std::map<QuestionKey, Where> placesOf(const review::Review& review) {
    std::map<QuestionKey, Where> places;
    for (const review::ReviewLens& lens : review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            int number = 0;
            for (const lens::Question& question : pillar.questions) {
                const std::string& shortTitle = lens.overlay->question(question.id).shortTitle;
                Where where{q(shortTitle.empty() ? question.title : shortTitle),
                            words("%1, %2 %3").arg(lensName(lens), pillarName(lens, pillar)).arg(++number),
                            score::frameworkOf(lens, pillar, question)};
                places.try_emplace({lens.lens->id, question.id}, std::move(where));
            }
        }
    return places;
}

ChangeFilter chipOf(Change change) {
    switch (change) {
    case Change::Improved:
        return ChangeFilter::Improved;
    case Change::Worsened:
        return ChangeFilter::Worsened;
    case Change::New:
        return ChangeFilter::NewQuestions;
    default:
        return ChangeFilter::Other;
    }
}

ChangeFilter chipOf(FindingMove move) {
    switch (move) {
    case FindingMove::New:
        return ChangeFilter::NewFindings;
    case FindingMove::Regressed:
        return ChangeFilter::Regressed;
    case FindingMove::Open:
        return ChangeFilter::StillOpen;
    case FindingMove::Resolved:
        return ChangeFilter::Resolved;
    case FindingMove::Accepted:
        return ChangeFilter::Accepted;
    case FindingMove::Closed:
        break;
    }
    return ChangeFilter::Other;
}

QString sideWord(const std::optional<MarkKind>& mark) {
    return mark ? markWord(*mark) : words("not there");
}

QString sentenceOf(const CompareRow& row) {
    return words("%1: %2, %3, from %4 to %5").arg(row.word, row.title, row.where, sideWord(row.from), sideWord(row.to));
}

/// One that its answers closed shows what they say: no answer is no check.
MarkKind markFor(const score::Finding& finding) {
    return !finding.open && finding.closedByAnswers ? markOf(finding.state) : findingMark(finding);
}

const score::Finding* findingIn(const compare::State& state, const std::string& key) {
    const auto found = std::ranges::find(state.findings, key, &score::Finding::key);
    return found == state.findings.end() ? nullptr : &*found;
}

} // namespace

std::vector<CompareRow> questionRows(const compare::Comparison& comparison, const review::Review& before,
                                     const review::Review& after) {
    const auto old = placesOf(before), now = placesOf(after);
    std::vector<CompareRow> rows;
    for (std::size_t i = 0; i < comparison.questions.size(); ++i) {
        const compare::QuestionChange& change = comparison.questions[i];
        if (change.change == Change::Unchanged)
            continue;
        CompareRow row;
        const auto& places = change.hasAfter ? now : old;
        if (const auto found = places.find(change.key); found != places.end()) {
            row.title = found->second.title;
            row.where = found->second.where;
            row.framework = found->second.framework;
        } else {
            row.title = q(change.title);
            row.where = words("%1, %2").arg(q(change.lens), q(change.pillar));
        }
        if (change.hadBefore)
            row.from = markOf(change.from);
        if (change.hasAfter)
            row.to = markOf(change.to);
        row.word = changeWord(change.change);
        row.icon = changeIcon(change.change);
        row.chip = chipOf(change.change);
        row.question = change.key;
        row.place = i;
        row.sentence = sentenceOf(row);
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const CompareRow& a, const CompareRow& b) {
        const compare::QuestionChange &one = comparison.questions[a.place], &two = comparison.questions[b.place];
        const int first = kOrder[static_cast<std::size_t>(one.change)];
        const int second = kOrder[static_cast<std::size_t>(two.change)];
        return first != second ? first < second : std::abs(one.points) > std::abs(two.points) + 1e-9;
    });
    return rows;
}

std::vector<CompareRow> findingRows(const compare::Comparison& comparison, const compare::State& before,
                                    const compare::State& after) {
    std::map<QuestionKey, const compare::QuestionChange*> questions;
    for (const compare::QuestionChange& change : comparison.questions)
        questions.emplace(change.key, &change);
    std::vector<CompareRow> rows;
    for (std::size_t i = 0; i < comparison.findings.size(); ++i) {
        const compare::FindingChange& change = comparison.findings[i];
        const score::Finding *old = findingIn(before, change.key), *now = findingIn(after, change.key);
        const score::Finding* shown = now != nullptr ? now : old;
        if (shown == nullptr || (change.move == FindingMove::Closed && !change.questionGone))
            continue; // closed on both sides: nothing happened
        CompareRow row;
        row.finding = true;
        row.title = q(shown->title);
        row.where = words("%1, %2").arg(findingCode(*shown), findingWhere(*shown));
        // Where there was no finding, or is none any more, its question says what there was.
        const auto found = questions.find(shown->question);
        const compare::QuestionChange* question = found == questions.end() ? nullptr : found->second;
        if (old != nullptr)
            row.from = markFor(*old);
        else if (question != nullptr && question->hadBefore)
            row.from = markOf(question->from);
        if (now != nullptr)
            row.to = markFor(*now);
        else if (question != nullptr && question->hasAfter)
            row.to = markOf(question->to);
        if (change.questionGone) // not asked is not mended: never the check
            row.to.reset();
        row.word = moveWord(change);
        row.icon = moveIcon(change.move);
        row.chip = chipOf(change.move);
        row.question = shown->question;
        row.key = change.key;
        row.framework = shown->framework;
        row.place = i;
        row.sentence = sentenceOf(row);
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const CompareRow& a, const CompareRow& b) {
        return comparison.findings[a.place].move < comparison.findings[b.place].move; // as they are declared
    });
    return rows;
}

void CompareRowsModel::setRows(std::vector<CompareRow> rows) {
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    refilter();
}

void CompareRowsModel::setFilter(ChangeFilter filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    refilter();
}

void CompareRowsModel::setCell(const std::string& lens, const std::string& framework) {
    if (lens == m_lens && framework == m_framework)
        return;
    m_lens = lens;
    m_framework = framework;
    refilter();
}

bool CompareRowsModel::inCell(const CompareRow& row) const {
    return (m_lens.empty() || row.question.lens == m_lens) && (m_framework.empty() || row.framework == m_framework);
}

void CompareRowsModel::refilter() {
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (inCell(m_rows[i]) && (m_filter == ChangeFilter::All || m_rows[i].chip == m_filter))
            m_shown.push_back(i);
    endResetModel();
}

int CompareRowsModel::count(ChangeFilter filter) const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const CompareRow& row) {
        return inCell(row) && (filter == ChangeFilter::All || row.chip == filter);
    }));
}

int CompareRowsModel::rowOf(const CompareRow& like) const {
    for (int i = 0; i < rowCount(); ++i)
        if (row(i).finding == like.finding && row(i).question == like.question && row(i).key == like.key)
            return i;
    return -1;
}

int CompareRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CompareRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CompareRow& at = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.title;
    case Qt::AccessibleTextRole:
        return at.sentence;
    case Qt::ToolTipRole:
        return QString(at.title + QLatin1Char('\n') + at.where);
    default:
        return {};
    }
}

} // namespace plumb::ui
