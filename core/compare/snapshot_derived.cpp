// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/snapshot_derived.h"

#include "core/review/canonical_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

// The words of states, where canonical_fields.h looks for them.
namespace plumb::lens {

[[nodiscard]] static bool fromText(std::string_view text, State& out) noexcept {
    for (const State state :
         {State::None, State::Medium, State::High, State::Unanswered, State::NotApplicable, State::Unmatched})
        if (text == toText(state)) {
            out = state;
            return true;
        }
    return false;
}

} // namespace plumb::lens

namespace plumb::compare {
namespace {

constexpr double kAnyNumber = std::numeric_limits<double>::max();
constexpr double kRounding = 1e-6; ///< by which a sum may leave its range
constexpr std::size_t kMostEntries = 1'000'000;
constexpr std::size_t kMostName = review::kMaxCostName;

struct QuestionState {
    QuestionKey key;
    lens::State state = lens::State::Unanswered;
};

/// Of the scope that is the whole review.
struct Overall {
    std::optional<double> score, verified, practiceCoverage;
    double worst = 0, best = 100, coverage = 0;
    int questions = 0, applicable = 0, answered = 0;
    int high = 0, medium = 0, none = 0, unmatched = 0, notApplicable = 0;
};

struct FindingState {
    std::string key;
    int number = 0;
    lens::Risk severity = lens::Risk::High;
    review::FindingStatus status = review::FindingStatus::Open;
    bool open = true;
    int rating = 0, residualRating = 0;
    double monthlySaving = 0;
};

struct Derived {
    std::string currency;
    std::vector<FindingState> findings;
    std::vector<ScenarioMoney> money;
    Overall overall;
    std::vector<QuestionState> questions;
};

constexpr auto kFinding = [](auto& io, auto& f) {
    io.text("key", f.key, 2 * review::kMaxName + 1, review::May::NotBeEmpty);
    io.real("monthlySaving", f.monthlySaving, -kAnyNumber, kAnyNumber);
    io.integer("number", f.number, 0, std::numeric_limits<int>::max());
    io.flag("open", f.open);
    io.integer("rating", f.rating, 0, 25);
    io.integer("residualRating", f.residualRating, 0, 25);
    io.severity("severity", f.severity);
    io.word("status", f.status);
};

constexpr auto kMoney = [](auto& io, auto& m) {
    io.text("id", m.id, review::kMaxCostId);
    io.real("monthly", m.monthly, -kAnyNumber, kAnyNumber);
    io.text("name", m.name, kMostName);
    io.real("oneOff", m.oneOff, -kAnyNumber, kAnyNumber);
    io.real("saving", m.saving, -kAnyNumber, kAnyNumber);
};

constexpr auto kOverall = [](auto& io, auto& o) {
    constexpr int most = std::numeric_limits<int>::max();
    io.integer("answered", o.answered, 0, most);
    io.integer("applicable", o.applicable, 0, most);
    io.real("best", o.best, -kRounding, 100 + kRounding);
    io.real("coverage", o.coverage, -kRounding, 1 + kRounding);
    io.integer("high", o.high, 0, most);
    io.integer("medium", o.medium, 0, most);
    io.integer("none", o.none, 0, most);
    io.integer("notApplicable", o.notApplicable, 0, most);
    io.realOrNull("practiceCoverage", o.practiceCoverage, -kRounding, 1 + kRounding);
    io.integer("questions", o.questions, 0, most);
    io.realOrNull("score", o.score, -kRounding, 100 + kRounding);
    io.integer("unmatched", o.unmatched, 0, most);
    io.realOrNull("verified", o.verified, -kRounding, 100 + kRounding);
    io.real("worst", o.worst, -kRounding, 100 + kRounding);
};

constexpr auto kQuestion = [](auto& io, auto& q) {
    io.text("lens", q.key.lens, review::kMaxName, review::May::NotBeEmpty);
    io.text("question", q.key.question, review::kMaxName, review::May::NotBeEmpty);
    io.word("state", q.state);
};

constexpr auto kDerived = [](auto& io, auto& derived) {
    io.text("currency", derived.currency, review::kMaxName);
    io.list("findings", derived.findings, kMostEntries, kFinding);
    io.list("money", derived.money, kMostEntries, kMoney);
    io.object("overall", derived.overall, kOverall);
    io.list("questions", derived.questions, kMostEntries, kQuestion);
};

Overall overallOf(const score::ScopeScore& s) {
    return {s.score,    s.verified, s.practiceCoverage, s.worst, s.best,      s.coverage,     s.questions, s.applicable,
            s.answered, s.high,     s.medium,           s.none,  s.unmatched, s.notApplicable};
}

Derived derivedOf(const State& state) {
    Derived derived{state.currency, {}, state.money, overallOf(state.scores.overall()), {}};
    for (const score::Finding& f : state.findings)
        derived.findings.push_back(
            {f.key, f.number, f.severity, f.status, f.open, f.rating, f.residualRating, f.monthlySaving});
    std::sort(derived.findings.begin(), derived.findings.end(),
              [](const FindingState& a, const FindingState& b) { return a.key < b.key; });
    for (const score::QuestionScore& q : state.scores.questions())
        derived.questions.push_back({q.key, q.state});
    std::sort(derived.questions.begin(), derived.questions.end(),
              [](const QuestionState& a, const QuestionState& b) { return a.key < b.key; });
    return derived;
}

} // namespace

std::string derivedText(const State& state) {
    const Derived derived = derivedOf(state);
    review::TextWriter writer;
    kDerived(writer, derived);
    return writer.take();
}

void readDerived(const Json& json, const std::string& pointer, StoredResults& stored, review::Faults& faults) {
    Derived derived;
    review::FieldReader reader(json, pointer, faults);
    kDerived(reader, derived);
    stored.score = derived.overall.score;
    stored.worst = derived.overall.worst;
    stored.best = derived.overall.best;
    stored.coverage = derived.overall.coverage;
    for (std::size_t i = 0; i < derived.questions.size(); ++i)
        if (!stored.questions.emplace(derived.questions[i].key, derived.questions[i].state).second)
            faults.say(childPointer(pointer + "/questions", i), "it stands there twice");
}

} // namespace plumb::compare
