// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a moved slider costs before anything is drawn: the picture of a usual cost model (eight items, eight measures,
// ten ranges, 24 months) at 100,000 trials without the slow parts, and the same with them. Goal: 35 ms wall clock on
// two threads, which leaves the rest of 50 ms for the charts.
#include "core/base/json.h"
#include "core/cost/radix_sort.h"
#include "core/cost/scenario_picture.h"
#include "core/cost/spec.h"
#include "tests/support/cost_sample.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace plumb;
using namespace plumb::cost;

const Spec& sample() {
    static const Spec spec = [] {
        auto read = readSpec(*parseJsonOrFail(test::kCostSample, "sample"));
        if (!read) {
            std::fprintf(stderr, "%s\n", read.error().messages.front().text.c_str());
            std::exit(1);
        }
        return *read;
    }();
    return spec;
}

void picture(benchmark::State& state, std::vector<std::size_t> scenarios, bool slow, std::size_t threads) {
    PictureOptions options;
    options.scenarios = std::move(scenarios);
    options.trials = 100'000;
    options.slow = slow;
    options.threads = threads;
    for (auto _ : state)
        benchmark::DoNotOptimize(pictureOf(sample(), options));
}

void sliderMove(benchmark::State& state) {
    picture(state, {0}, false, 2);
}
void sliderMoveOneThread(benchmark::State& state) {
    picture(state, {0}, false, 1);
}
void sliderMoveThreeCompared(benchmark::State& state) {
    picture(state, {0, 1, 2}, false, 2);
}
void wholePicture(benchmark::State& state) {
    picture(state, {0}, true, 2);
}
void compiling(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(compileMonths(sample(), 0));
}
void atTheMeans(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluateScenario(sample(), 0, false));
}
void sorting(benchmark::State& state) {
    std::vector<double> values(100'352), scratch;
    for (std::uint32_t b = 0; b * kBlockTrials < values.size(); ++b)
        blockOps().uniforms({1, 0, b, 0}, values.data() + b * kBlockTrials, kBlockTrials);
    for (auto _ : state) {
        std::vector<double> copy = values;
        sortNumbers(copy, scratch);
        benchmark::DoNotOptimize(copy.data());
    }
}

} // namespace

BENCHMARK(sliderMove)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sliderMoveOneThread)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(sliderMoveThreeCompared)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(wholePicture)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(compiling)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(atTheMeans)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(sorting)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

BENCHMARK_MAIN();
