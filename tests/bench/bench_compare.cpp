// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes to compare two states of 10,000 answers (50 questionnaires x 10 pillars x 20 questions x 5
// practices), every third question answered otherwise, with notes and findings; no file and no session. And how long a
// snapshot of such a review takes from the command to the disk.
//
// Targets: two states compare in under 20 ms, a snapshot is on disk in under 100 ms.
#include "core/compare/compare.h"
#include "core/compare/upgrade.h"
#include "core/lens/reader.h"
#include "core/session/session.h"
#include "tests/core/session/synthetic_lens.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace plumb::bench {
namespace {

constexpr int kLenses = 50, kPractices = 5;
constexpr Date kToday{2026, 11, 18};

/// `version` 2 asks with another word in every title.
std::string textOf(int number, int version) {
    const std::string n = std::to_string(number);
    std::string text = test::syntheticLens("Lens " + n, "L" + n, {10, 20, kPractices});
    if (version == 2)
        for (std::size_t at = text.find("How is"); at != std::string::npos; at = text.find("How is", at + 1))
            text.replace(at, 6, "How was");
    return text;
}

std::shared_ptr<const lens::Lens> read(int number, int version) {
    const std::string n = std::to_string(number);
    auto lens = lens::readLensOrFail(textOf(number, version), "lens-" + n);
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

/// The review of answered() in a file, in a folder that goes with it.
class ReviewOnDisk {
public:
    ReviewOnDisk() {
        std::filesystem::create_directories(m_folder);
        const session::Environment env{m_clock, m_random, "Ines", "bench_compare"};
        session::NewReview content;
        content.workload.name = "Ten thousand answers";
        for (int i = 1; i <= kLenses; ++i)
            content.lenses.push_back({"lens-" + std::to_string(i), textOf(i, 1), {}, {}});
        std::filesystem::remove(m_folder / "review.plumb");
        auto made = session::Session::create(m_folder / "review.plumb", content, env);
        if (!made)
            throw std::runtime_error(made.error().text);
        m_session = std::move(*made);
        std::vector<std::pair<QuestionKey, session::AnswerEdit>> edits;
        for (const auto& [key, answer] : answered(1, 0).answers) {
            session::AnswerEdit edit;
            for (const auto& [choice, state] : answer.choices)
                edit.select.push_back(choice);
            edit.note = answer.note;
            edits.emplace_back(key, std::move(edit));
        }
        if (auto edited = m_session->edit(edits, "Answer all"); !edited)
            throw std::runtime_error(edited.error().text);
    }
    ~ReviewOnDisk() {
        m_session.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    ReviewOnDisk(const ReviewOnDisk&) = delete;
    ReviewOnDisk& operator=(const ReviewOnDisk&) = delete;
    /// Of another day each time, or the bytes would be there already.
    store::SnapshotRecord snapshot() {
        m_clock.advance(86'400'000);
        auto made = m_session->createSnapshot("Snapshot " + std::to_string(++m_number));
        if (!made)
            throw std::runtime_error(made.error().text);
        return *made;
    }

private:
    const std::filesystem::path m_folder = std::filesystem::path(PLUMB_BINARY_DIR) / "bench-compare";
    FixedClock m_clock{Instant{1'795'000'000'000}};
    SeededRandom m_random{7};
    std::unique_ptr<session::Session> m_session;
    int m_number = 0;
};

/// Derived, written as canonical JSON, hashed, compressed and durable.
void snapshotOnDisk(benchmark::State& state) {
    ReviewOnDisk review;
    std::uint64_t bytes = 0;
    for ([[maybe_unused]] auto iteration : state)
        bytes = review.snapshot().bytes;
    state.counters["bytes"] = static_cast<double>(bytes);
}

} // namespace

// Time on the wall, beside the work of all threads together.
BENCHMARK(compareAnswers)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(compareVersions)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(planOneUpgrade)->Unit(benchmark::kMillisecond);
BENCHMARK(snapshotOnDisk)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Iterations(10);

} // namespace plumb::bench

BENCHMARK_MAIN();
