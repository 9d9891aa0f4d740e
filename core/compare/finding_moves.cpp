// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/finding_moves.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace plumb::compare {
namespace {

using review::FindingStatus;

/// What a state stores about findings and knows about questions.
class Knowledge {
public:
    explicit Knowledge(const State& state) : m_state(state) {
        for (const review::Finding& finding : state.review.findings)
            m_stored.emplace(finding.key, &finding);
    }
    /// Once numbered, a derived finding stays stored; so a stored one was a risk some time.
    [[nodiscard]] const review::Finding* stored(const std::string& key) const {
        const auto found = m_stored.find(key);
        return found == m_stored.end() ? nullptr : found->second;
    }
    /// The question is answered and shows no risk.
    [[nodiscard]] bool passed(const QuestionKey& question) const {
        const score::QuestionScore* score = m_state.scores.question(question);
        return score && score->state == lens::State::None;
    }

private:
    const State& m_state;
    std::unordered_map<std::string_view, const review::Finding*> m_stored;
};

/// How a finding that was open came to be open no more.
void settle(FindingChange& change, const score::Finding& old, const score::Finding* now, const Knowledge& after) {
    const review::Finding* stored = after.stored(change.key);
    const FindingStatus byPerson = stored ? stored->status : FindingStatus::Open;
    if (now && !now->closedByAnswers && now->status != FindingStatus::Resolved)
        change.move = FindingMove::Accepted;
    else if (byPerson == FindingStatus::Resolved || (!old.byHand && after.passed(old.question)))
        change.move = FindingMove::Resolved;
    else {
        change.move = FindingMove::Closed;
        change.questionGone = true;
    }
}

/// One of `old` and `now` may be null: not listed on that side.
FindingChange changeOf(const score::Finding* old, const score::Finding* now, const Knowledge& before,
                       const Knowledge& after) {
    const score::Finding& shown = now ? *now : *old;
    FindingChange change;
    change.key = shown.key;
    change.title = shown.title;
    change.number = shown.number;
    if (old && old->open) {
        change.from = old->severity;
        change.ratingBefore = old->rating;
    }
    if (now && now->open) {
        change.to = now->severity;
        change.ratingAfter = now->rating;
    }
    if (change.from && change.to)
        change.move = FindingMove::Open;
    else if (change.to)
        change.move = old || before.stored(change.key) ? FindingMove::Regressed : FindingMove::New;
    else if (change.from)
        settle(change, *old, now, after);
    else
        change.move = FindingMove::Closed;
    return change;
}

/// The findings of the first state as those of the second are matched to them: by key; and in states of one file by
/// number, which is never given twice, where one of the two is written by hand: a finding whose question a new version
/// of its questionnaire took away lives on as that.
class Places {
public:
    Places(const State& before, const State& after) : m_before(before.findings) {
        const bool oneFile = !before.review.fileId.empty() && before.review.fileId == after.review.fileId;
        std::unordered_set<std::string_view> kept;
        for (const score::Finding& finding : after.findings)
            kept.insert(finding.key);
        for (std::size_t i = 0; i < m_before.size(); ++i) {
            m_byKey.emplace(m_before[i].key, i);
            if (oneFile && m_before[i].number > 0 && !kept.contains(m_before[i].key))
                m_byNumber.emplace(m_before[i].number, i);
        }
    }
    [[nodiscard]] std::optional<std::size_t> of(const score::Finding& finding) const {
        if (const auto same = m_byKey.find(finding.key); same != m_byKey.end())
            return same->second;
        const auto other = m_byNumber.find(finding.number);
        if (other == m_byNumber.end() || !(finding.byHand || m_before[other->second].byHand))
            return std::nullopt;
        return other->second;
    }

private:
    const std::vector<score::Finding>& m_before;
    std::unordered_map<std::string_view, std::size_t> m_byKey;
    std::unordered_map<int, std::size_t> m_byNumber;
};

} // namespace

std::vector<FindingChange> findingMoves(const State& before, const State& after) {
    const Knowledge olds(before), news(after);
    const Places places(before, after);
    std::vector<bool> matched(before.findings.size(), false);
    std::vector<FindingChange> changes;
    changes.reserve(after.findings.size());
    for (const score::Finding& finding : after.findings) {
        const std::optional<std::size_t> place = places.of(finding);
        if (place)
            matched[*place] = true;
        changes.push_back(changeOf(place ? &before.findings[*place] : nullptr, &finding, olds, news));
    }
    for (std::size_t i = 0; i < before.findings.size(); ++i)
        if (!matched[i])
            changes.push_back(changeOf(&before.findings[i], nullptr, olds, news));
    return changes;
}

} // namespace plumb::compare
