// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long one answer takes until it is on disk and everything is scored again, in a review of 1,000 questions, and how
// long opening that review takes. "disk" is a file under PLUMB_BENCH_DIR (default: the build folder) with real fsyncs;
// "memory" is a file in /dev/shm, where an fsync costs nothing: what is left is our own work. The peer is the sqlite3
// shell doing the same insert on the same disk in the same run.
//
// Targets: answer in memory under 16 ms (median), opening under 150 ms.
#include "tests/bench/big_review.h"

#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace plumb::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::filesystem::path placeOf(bool onDisk) {
    if (!onDisk)
        return "/dev/shm/plumb_bench";
    const char* folder = std::getenv("PLUMB_BENCH_DIR");
    return std::filesystem::path(folder ? folder : PLUMB_BINARY_DIR) / "bench";
}

/// Times `work` once for each iteration, and reports what a person waits: the median and the slow end.
/// `after` is not timed.
template <typename Work, typename After> void measure(benchmark::State& state, Work work, After after) {
    std::vector<double> samples;
    for ([[maybe_unused]] auto iteration : state) {
        const auto begin = SteadyClock::now();
        work();
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - begin).count();
        state.SetIterationTime(seconds);
        samples.push_back(seconds * 1000.0);
        after();
    }
    state.counters["median_ms"] = percentile(samples, 0.5);
    state.counters["p95_ms"] = percentile(samples, 0.95);
    state.counters["max_ms"] = percentile(samples, 1.0);
}

template <typename Work> void measure(benchmark::State& state, Work work) {
    measure(state, work, [] {});
}

void answer(benchmark::State& state, bool onDisk) {
    if (!std::filesystem::is_directory(placeOf(onDisk).parent_path()))
        return state.SkipWithError("no such folder");
    BigReview review(placeOf(onDisk) / "answer.plumb");
    int heard = 0;
    // What a page reads when it hears of an answer, short of painting it.
    const session::Subscription page = review.session().subscribe([&](const session::Event& event) {
        if (const auto* changed = std::get_if<session::AnswersChanged>(&event))
            for (const QuestionKey& key : changed->questions)
                heard += review.session().state(key) == lens::State::High ? 1 : 2;
        benchmark::DoNotOptimize(review.session().scores().overall().score);
    });
    measure(state, [&] { review.answerNext(); });
    if (heard == 0)
        state.SkipWithError("no answer was announced");
}

void undo(benchmark::State& state, bool onDisk) {
    BigReview review(placeOf(onDisk) / "undo.plumb");
    for (int i = 0; i < 1000; ++i)
        review.answerNext();
    measure(state, [&] {
        if (!review.session().undo())
            state.SkipWithError("nothing to undo");
    });
}

/// What a command leaves after the disk has done its part: every score of the review from nothing.
void scoreAll(benchmark::State& state) {
    BigReview review(placeOf(false) / "score.plumb");
    score::Scores scores;
    measure(state, [&] { scores.compute(review.session().review()); });
}

void open(benchmark::State& state, bool onDisk) {
    BigReview review(placeOf(onDisk) / "open.plumb", 1000);
    review.close();
    measure(
        state, [&] { review.open(); }, [&] { review.close(); });
}

/// Milliseconds for one insert, as tests/bench/peer_sqlite_insert.sh says; negative when it did not work.
double shellInsert(const std::filesystem::path& folder, int count) {
    const std::string command = std::string("sh ") + PLUMB_SOURCE_DIR + "/tests/bench/peer_sqlite_insert.sh '" +
                                (folder / "peer.db").string() + "' " + std::to_string(count);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 64> line{};
    if (!pipe || !std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()))
        return -1.0;
    return std::strtod(line.data(), nullptr) / 1e6;
}

void peer(benchmark::State& state, bool onDisk) {
    constexpr int kInserts = 300;
    std::filesystem::create_directories(placeOf(onDisk));
    for ([[maybe_unused]] auto iteration : state) {
        const double each = shellInsert(placeOf(onDisk), kInserts);
        if (each <= 0.0)
            state.SkipWithError("the sqlite3 shell did not run");
        state.SetIterationTime(each / 1000.0);
        state.counters["mean_ms"] = each;
    }
    std::error_code notEmpty;
    std::filesystem::remove(placeOf(onDisk), notEmpty);
}

} // namespace

BENCHMARK_CAPTURE(answer, disk, true)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK_CAPTURE(answer, memory, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1000);
BENCHMARK_CAPTURE(undo, memory, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(500);
BENCHMARK(scoreAll)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(open, disk, true)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK_CAPTURE(peer, disk, true)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(peer, memory, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace plumb::bench

BENCHMARK_MAIN();
