// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes to compare two states of 10,000 answers (50 questionnaires x 10 pillars x 20 questions x 5
// practices), every third question answered otherwise, with notes and findings. No file and no session.
//
// Targets: two states compare in under 20 ms.
#include "core/compare/compare.h"
#include "core/compare/upgrade.h"
#include "core/lens/reader.h"
#include "tests/core/session/synthetic_lens.h"

#include <benchmark/benchmark.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace plumb::bench {
namespace {

constexpr int kLenses = 50, kPractices = 5;
constexpr Date kToday{2026, 11, 18};

/// `version` 2 asks with another word in every title.
std::shared_ptr<const lens::Lens> read(int number, int version) {
    const std::string n = std::to_string(number);
    std::string text = test::syntheticLens("Lens " + n, "L" + n, {10, 20, kPractices});
    if (version == 2)
        for (std::size_t at = text.find("How is"); at != std::string::npos; at = text.find("How is", at + 1))
            text.replace(at, 6, "How was");
    auto lens = lens::readLensOrFail(text, "lens-" + n);
    if (!lens)
        throw std::runtime_error(lens.error().text);
    lens->id = "lens-" + n;
    return std::make_shared<const lens::Lens>(std::move(*lens));
}

/// All 10,000 questions answered and noted; `shift` turns every third answer another way.
review::Review answered(int version, std::size_t shift) {
    review::Review review;
    const auto overlay = std::make_shared<const lens::Overlay>();
    std::size_t number = 0;
    for (int i = 1; i <= kLenses; ++i) {
        review.lenses.push_back({read(i, version), overlay, i});
        for (const auto& pillar : review.lenses.back().lens->pillars)
            for (const auto& question : pillar.questions) {
                review::Answer& answer = review.answers[{review.lenses.back().lens->id, question.id}];
                const std::size_t ticks = 1 + (number + (number % 3 == 0 ? shift : 0)) % kPractices;
                for (std::size_t p = 1; p <= ticks; ++p)
                    answer.choices["p" + std::to_string(p)].status = review::ChoiceStatus::Selected;
                answer.note = "Shown in the session; the team opened the dashboard and the runbook.";
                ++number;
            }
    }
    return review;
}

compare::State stateOf(review::Review review) {
    compare::State state;
    state.review = std::move(review);
    state.scoreMethod = score::kMethod;
    state.scores.compute(state.review);
    state.findings = score::findings(state.review, state.scores, kToday);
    state.currency = "USD";
    return state;
}

void compareTwo(benchmark::State& state, const compare::State& before, const compare::State& after) {
    std::size_t questions = 0;
    for ([[maybe_unused]] auto iteration : state) {
        const compare::Comparison comparison = compare::compareStates(before, after);
        questions = comparison.questions.size();
    }
    state.counters["questions"] = static_cast<double>(questions);
    state.counters["findings"] = static_cast<double>(after.findings.size());
}

void compareAnswers(benchmark::State& state) {
    const compare::State before = stateOf(answered(1, 0)), after = stateOf(answered(1, 2));
    compareTwo(state, before, after);
}

/// Every question is another version's: each is rated anew under every hybrid.
void compareVersions(benchmark::State& state) {
    const compare::State before = stateOf(answered(1, 0)), after = stateOf(answered(2, 2));
    compareTwo(state, before, after);
}

void planOneUpgrade(benchmark::State& state) {
    const review::Review review = answered(1, 0);
    const auto to = read(1, 2);
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(compare::planUpgrade(review, "lens-1", *to, {}));
}

} // namespace

BENCHMARK(compareAnswers)->Unit(benchmark::kMillisecond);
BENCHMARK(compareVersions)->Unit(benchmark::kMillisecond);
BENCHMARK(planOneUpgrade)->Unit(benchmark::kMillisecond);

} // namespace plumb::bench

BENCHMARK_MAIN();
