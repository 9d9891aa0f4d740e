// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/finding_moves.h"

#include "core/compare/places.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace plumb::compare {
namespace {

using review::FindingStatus;

Places placesOf(const std::vector<score::Finding>& findings) {
    std::vector<std::string_view> keys;
    keys.reserve(findings.size());
    for (const score::Finding& finding : findings)
        keys.push_back(finding.key);
    return Places(std::move(keys));
}

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
void fill(FindingChange& change, const score::Finding* old, const score::Finding* now, const Knowledge& before,
          const Knowledge& after) {
    const score::Finding& shown = now ? *now : *old;
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
}

} // namespace

std::vector<FindingChange> findingMoves(const State& before, const State& after) {
    const Knowledge olds(before), news(after);
    const Places places = placesOf(before.findings);
    std::vector<bool> matched(before.findings.size(), false);
    std::vector<FindingChange> changes;
    changes.reserve(after.findings.size());
    for (const score::Finding& finding : after.findings) {
        const std::optional<std::size_t> place = places.of(finding.key);
        if (place)
            matched[*place] = true;
        fill(changes.emplace_back(), place ? &before.findings[*place] : nullptr, &finding, olds, news);
    }
    for (std::size_t i = 0; i < before.findings.size(); ++i)
        if (!matched[i])
            fill(changes.emplace_back(), &before.findings[i], nullptr, olds, news);
    return changes;
}

} // namespace plumb::compare
