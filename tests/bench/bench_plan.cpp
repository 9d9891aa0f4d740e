// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long closing sets, the register, a plan and a what-if take in a review of 1,000 questions (5 questionnaires x 10
// pillars x 20 questions x 5 practices), all answered. No file and no session: only what is computed.
//
// Targets: closing sets of all 1,000 questions under 50 ms in total, a plan of 300 findings under 50 ms.
#include "core/lens/explain.h"
#include "core/lens/reader.h"
#include "core/score/plan.h"
#include "tests/core/session/synthetic_lens.h"

#include <array>
#include <benchmark/benchmark.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace plumb::bench {
namespace {

constexpr Date kToday{2026, 11, 18};

std::shared_ptr<const lens::Lens> read(int number, const test::LensShape& shape) {
    const std::string n = std::to_string(number);
    auto lens = lens::readLensOrFail(test::syntheticLens("Lens " + n, "L" + n, shape), "lens-" + n);
    if (!lens)
        throw std::runtime_error(lens.error().text);
    lens->id = "lens-" + n;
    return std::make_shared<const lens::Lens>(std::move(*lens));
}

/// All questions answered: of three in turn one is HIGH, one MEDIUM, one NONE. Of `findings` ones people wrote a need.
struct Answered {
    review::Review review;
    score::Scores scores;

    explicit Answered(int practices, std::size_t findings = 0) {
        auto overlay = std::make_shared<lens::Overlay>();
        for (int i = 1; i <= 5; ++i)
            review.lenses.push_back({read(i, {10, 20, practices}), overlay, i});
        std::size_t number = 0;
        QuestionKey before;
        for (const auto& lens : review.lenses)
            for (const auto& pillar : lens.lens->pillars)
                for (const auto& question : pillar.questions)
                    answer({lens.lens->id, question.id}, practices, number++, findings, before);
        scores.compute(review);
    }

private:
    void answer(const QuestionKey& key, int practices, std::size_t number, std::size_t findings, QuestionKey& before) {
        const std::array<int, 3> ticks{1, 2, practices};
        for (int p = 1; p <= ticks[number % 3]; ++p)
            review.answers[key].choices["p" + std::to_string(p)].status = review::ChoiceStatus::Selected;
        if (number % 3 == 2 || review.findings.size() >= findings)
            return;
        review::Finding finding;
        finding.key = review::findingKey(key);
        finding.number = static_cast<int>(review.findings.size()) + 1;
        finding.question = key;
        finding.owner = "Owner " + std::to_string(number % 7);
        finding.days = 1.0 + static_cast<double>(number % 11);
        if (!before.lens.empty() && number % 4 != 0)
            finding.needs = {review::findingKey(before)};
        review.findings.push_back(std::move(finding));
        before = key;
    }
};

/// Only the findings that people wrote about: 300 of them.
std::vector<score::Finding> written(const Answered& answered) {
    auto all = score::findings(answered.review, answered.scores, kToday);
    std::erase_if(all, [](const score::Finding& finding) { return finding.number == 0; });
    return all;
}

void explainAll(benchmark::State& state) {
    const Answered answered(static_cast<int>(state.range(0)));
    for ([[maybe_unused]] auto iteration : state)
        for (const auto& question : answered.scores.questions()) {
            const lens::Question& asked = *answered.review.findQuestion(question.key);
            benchmark::DoNotOptimize(
                lens::explain(asked, review::toSelection(asked, answered.review.answer(question.key))));
        }
}

void closingSets(benchmark::State& state) {
    const Answered answered(static_cast<int>(state.range(0)));
    for ([[maybe_unused]] auto iteration : state)
        for (const auto& question : answered.scores.questions())
            benchmark::DoNotOptimize(score::closingSet(answered.review, question.key));
}

void registerOfAll(benchmark::State& state) {
    const Answered answered(5, 300);
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(score::findings(answered.review, answered.scores, kToday));
}

void planOf300(benchmark::State& state) {
    Answered answered(5, 300);
    answered.review.planning.mode = static_cast<review::PlanMode>(state.range(0));
    const auto findings = written(answered);
    double gap = 0.0;
    for ([[maybe_unused]] auto iteration : state)
        gap = score::makePlan(answered.review, answered.scores, findings, kToday).proof.gap();
    state.counters["findings"] = static_cast<double>(findings.size());
    state.counters["gap"] = gap;
}

void whatIfOf100(benchmark::State& state) {
    const Answered answered(5);
    std::vector<review::PracticeRef> ticks;
    for (std::size_t i = 0; i < 1000; i += 10)
        ticks.push_back({answered.scores.questions()[i].key, "p5"});
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(score::whatIf(answered.review, answered.scores, ticks));
}

void yearlyLosses(benchmark::State& state) {
    const review::LossModel model{static_cast<double>(state.range(0)) / 10.0, 1'000.0, 50'000.0};
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(score::yearlyLoss(model));
}

} // namespace

BENCHMARK(explainAll)->Arg(5)->Arg(14)->Unit(benchmark::kMillisecond);
BENCHMARK(closingSets)->Arg(5)->Arg(14)->Unit(benchmark::kMillisecond);
BENCHMARK(registerOfAll)->Unit(benchmark::kMillisecond);
BENCHMARK(planOf300)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(whatIfOf100)->Unit(benchmark::kMillisecond);
BENCHMARK(yearlyLosses)->Arg(2)->Arg(30)->Arg(4000)->Unit(benchmark::kMillisecond);

} // namespace plumb::bench

BENCHMARK_MAIN();
