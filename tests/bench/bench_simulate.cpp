// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A million trials of eight uncertain inputs, four measures with start months and ramps, twelve months, to a net
// present value with its mean, error and percentiles. Beside it: drawing the same uniforms alone (goal: at most 8 times
// that), the same model in vectorised NumPy (peer_simulate.py, run first; goal: at least 15 times faster), two threads
// (goal: at least 1.8 times one, wall clock), and the parts on their own. One thread is measured in processor time, as
// the peer is, so that a busy machine says little wrong; the scaling needs a quiet one.
#include "core/base/json.h"
#include "core/cost/evaluate.h"
#include "core/cost/sensitivity.h"
#include "core/cost/simulate.h"
#include "core/cost/spec.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace plumb;
using namespace plumb::cost;

constexpr std::size_t kTrials = 1'000'000;

/// peer_simulate.py computes the same; change both.
constexpr const char* kSpec = R"({"hoursPerMonth": 720, "horizonMonths": 12, "discountRate": 0.1,
 "items": [
  {"id": "ep", "type": "endpoint", "pricePerHour": {"dist": "pert", "low": 25, "mode": 30, "high": 40},
   "instances": 1, "utilisation": {"dist": "triangular", "low": 0.15, "mode": 0.3, "high": 0.45}},
  {"id": "tok", "type": "tokens", "requests": {"dist": "lognormal", "p10": 500000, "p90": 2000000},
   "prefixTokens": 2000, "inputTokens": 500, "outputTokens": {"dist": "triangular", "low": 300, "mode": 500, "high": 900},
   "inputPrice": 3, "outputPrice": 15},
  {"id": "vec", "type": "opensearch-serverless", "ocu": 2, "pricePerOcuHour": 0.24}],
 "measures": [
  {"id": "m1", "type": "consolidate", "item": "ep", "rampMonths": 3,
   "targetUtilisation": {"dist": "pert", "low": 0.5, "mode": 0.6, "high": 0.75},
   "oneOff": {"dist": "uniform", "low": 40000, "high": 80000}},
  {"id": "m2", "type": "pgvector", "item": "vec", "startMonth": 2, "pricePerAcuHour": 0.12,
   "acu": {"dist": "pert", "low": 0.5, "mode": 1, "high": 3}},
  {"id": "m3", "type": "prompt-caching", "item": "tok", "startMonth": 2, "rampMonths": 3,
   "hitRate": {"dist": "pert", "low": 0.5, "mode": 0.9, "high": 0.98}, "readFactor": 0.1, "writeFactor": 1.25},
  {"id": "m4", "type": "factor", "item": "ep", "startMonth": 4, "rampMonths": 2, "driver": "cost", "factor": 0.8}],
 "scenarios": [{"name": "all", "measures": ["m1", "m2", "m3", "m4"]}]})";

const Compiled& scenario() {
    static const Compiled compiled = [] {
        const auto spec = readSpec(*parseJsonOrFail(kSpec, "bench"));
        if (!spec) {
            std::fprintf(stderr, "%s\n", spec.error().messages.front().text.c_str());
            std::exit(1);
        }
        return compile(*spec, 0);
    }();
    return compiled;
}

double g_numpySeconds = 0; ///< best of the peer's runs; 0 when there is no NumPy

void simulateIt(benchmark::State& state, std::size_t threads, std::span<const Outcome> outcomes) {
    const std::array<Compiled, 1> scenarios{scenario()};
    SimulationOptions options;
    options.trials = kTrials;
    options.threads = threads;
    double mean = 0;
    for (auto _ : state) {
        const auto result = simulate(scenarios, outcomes, options);
        mean = result->outputs[0].summary.mean;
    }
    state.counters["mean"] = mean;
    state.counters["trial"] =
        benchmark::Counter(kTrials, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    if (g_numpySeconds > 0)
        state.counters["NumPy x"] = benchmark::Counter(g_numpySeconds, benchmark::Counter::kIsIterationInvariantRate);
}

constexpr std::array<Outcome, 1> kNpv{Outcome::Npv};

void simulateOneThread(benchmark::State& state) {
    simulateIt(state, 1, kNpv);
}
void simulateTwoThreads(benchmark::State& state) {
    simulateIt(state, 2, kNpv);
}
void simulateThreeOutcomes(benchmark::State& state) {
    static constexpr std::array<Outcome, 3> kThree{Outcome::Npv, Outcome::Monthly, Outcome::HorizonSaving};
    simulateIt(state, 1, kThree);
}

/// Every number in `blocks` blocks by `work`, in memory that is used again: the parts of the simulation.
template <typename Work> void parts(benchmark::State& state, Work work) {
    const std::size_t inputs = scenario().inputs.size();
    std::vector<double> memory;
    double* room = alignedRoom(memory, (inputs + 1) * kBlockTrials);
    std::vector<double*> columns;
    for (std::size_t i = 0; i < inputs; ++i)
        columns.push_back(room + i * kBlockTrials);
    double* out = room + inputs * kBlockTrials;
    const auto sampler = Sampler::make(quantitiesOf(scenario()));
    sampler->block(blockOps(), {}, 0, columns.data());
    for (auto _ : state)
        for (std::size_t block = 0; block * kBlockTrials < kTrials; ++block) {
            work(*sampler, block, columns, out);
            benchmark::ClobberMemory();
        }
    state.counters["trial"] =
        benchmark::Counter(kTrials, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void uniformsAlone(benchmark::State& state) {
    parts(state, [](const Sampler& sampler, std::size_t block, std::vector<double*>& columns, double*) {
        sampler.uniforms(blockOps(), {}, block, columns.data());
    });
}
void uniformsAndQuantiles(benchmark::State& state) {
    parts(state, [](const Sampler& sampler, std::size_t block, std::vector<double*>& columns, double*) {
        sampler.block(blockOps(), {}, block, columns.data());
    });
}
void modelAlone(benchmark::State& state) {
    const Program* program = &scenario().program(Outcome::Npv);
    const BlockProgram blockProgram(std::span(&program, 1));
    std::vector<double> scratch;
    parts(state, [&](const Sampler&, std::size_t, std::vector<double*>& columns, double* out) {
        blockProgram.run(blockOps(), columns.data(), &out, scratch);
    });
    state.counters["passes"] = static_cast<double>(blockProgram.passes());
    state.counters["registers"] = static_cast<double>(blockProgram.registers());
}
void summaryAlone(benchmark::State& state) {
    std::vector<double> values((kTrials / kBlockTrials + 1) * kBlockTrials);
    for (std::size_t b = 0; b * kBlockTrials < values.size(); ++b) {
        blockOps().uniforms({1, 0, static_cast<std::uint32_t>(b), 0}, values.data() + b * kBlockTrials, kBlockTrials);
        blockOps().function(BlockFunction::Probit, values.data() + b * kBlockTrials, values.data() + b * kBlockTrials,
                            kBlockTrials);
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(summarise(values, momentsOf(values)));
    state.counters["trial"] =
        benchmark::Counter(kTrials, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
/// What a moved slider costs besides drawing charts: 100,000 trials with everything set up anew.
void sliderMove(benchmark::State& state) {
    const std::array<Compiled, 1> scenarios{scenario()};
    SimulationOptions options;
    options.trials = 100'000;
    options.threads = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(simulate(scenarios, kNpv, options));
        benchmark::DoNotOptimize(tornado(scenarios[0], Outcome::Npv));
    }
}

/// Runs the peer and reads "SECONDS MEAN" from its only line.
void measurePeer() {
    for (const char* python : {"/usr/bin/python3", "python3"}) {
        const std::string line = std::string(python) + " " PLUMB_SOURCE_DIR "/tests/bench/peer_simulate.py 2>/dev/null";
        std::FILE* pipe = ::popen(line.c_str(), "r");
        if (pipe == nullptr)
            continue;
        double seconds = 0, mean = 0;
        const int read = std::fscanf(pipe, "%lf %lf", &seconds, &mean);
        if (::pclose(pipe) == 0 && read == 2) {
            std::printf("NumPy: %.1f ms for the same million trials, mean %.1f\n", seconds * 1e3, mean);
            g_numpySeconds = seconds;
            return;
        }
    }
    std::puts("no NumPy here (python3-numpy): its column stays away");
}

} // namespace

BENCHMARK(simulateOneThread)->Name("simulateOneThreadWallClock")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(simulateOneThread)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(uniformsAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(simulateTwoThreads)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(simulateThreeOutcomes)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(uniformsAndQuantiles)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(modelAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(summaryAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(sliderMove)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    measurePeer();
    std::printf("loops: %s\n", blockOps().name);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
