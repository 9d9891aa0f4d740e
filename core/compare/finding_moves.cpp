// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/finding_moves.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace plumb::compare {
namespace {

using review::FindingStatus;

/// The findings of a state by key: as listed, and as stored.
class Register {
public:
    explicit Register(const State& state) : m_state(state) {
        for (const score::Finding& finding : state.findings)
            m_listed.emplace(finding.key, &finding);
        for (const review::Finding& finding : state.review.findings)
            m_stored.emplace(finding.key, &finding);
    }
    [[nodiscard]] const score::Finding* listed(const std::string& key) const {
        const auto found = m_listed.find(key);
        return found == m_listed.end() ? nullptr : found->second;
    }
    [[nodiscard]] const review::Finding* stored(const std::string& key) const {
        const auto found = m_stored.find(key);
        return found == m_stored.end() ? nullptr : found->second;
    }
    [[nodiscard]] bool open(const std::string& key) const {
        const score::Finding* finding = listed(key);
        return finding && finding->open;
    }
    /// Once numbered, a derived finding stays stored; so a stored one was a risk some time.
    [[nodiscard]] bool known(const std::string& key) const { return listed(key) || stored(key); }
    /// The question is answered and shows no risk.
    [[nodiscard]] bool passed(const QuestionKey& question) const {
        const score::QuestionScore* score = m_state.scores.question(question);
        return score && score->state == lens::State::None;
    }

private:
    const State& m_state;
    std::unordered_map<std::string_view, const score::Finding*> m_listed;
    std::unordered_map<std::string_view, const review::Finding*> m_stored;
};

/// How a finding that was open came to be open no more.
void settle(FindingChange& change, const score::Finding& old, const Register& after) {
    const score::Finding* now = after.listed(change.key);
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

FindingChange changeOf(const std::string& key, const Register& before, const Register& after) {
    const score::Finding *old = before.listed(key), *now = after.listed(key);
    const score::Finding& shown = now ? *now : *old;
    FindingChange change;
    change.key = key;
    change.title = shown.title;
    change.number = shown.number;
    if (before.open(key)) {
        change.from = old->severity;
        change.ratingBefore = old->rating;
    }
    if (after.open(key)) {
        change.to = now->severity;
        change.ratingAfter = now->rating;
    }
    if (change.from && change.to)
        change.move = FindingMove::Open;
    else if (change.to)
        change.move = before.known(key) ? FindingMove::Regressed : FindingMove::New;
    else if (change.from)
        settle(change, *old, after);
    else
        change.move = FindingMove::Closed;
    return change;
}

} // namespace

std::vector<FindingChange> findingMoves(const State& before, const State& after) {
    const Register olds(before), news(after);
    std::vector<FindingChange> changes;
    changes.reserve(after.findings.size());
    for (const score::Finding& finding : after.findings)
        changes.push_back(changeOf(finding.key, olds, news));
    for (const score::Finding& finding : before.findings)
        if (!news.listed(finding.key))
            changes.push_back(changeOf(finding.key, olds, news));
    return changes;
}

} // namespace plumb::compare
