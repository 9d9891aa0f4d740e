// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Monte Carlo simulation of cost scenarios. All scenarios and outcomes are computed from the same draws of the same
// inputs (common random numbers), so that the difference of two is far less noisy than either.
//
// A result depends on (inputs, correlations, seed, sampling, trials, version) alone: not on threads, nor on whether the
// processor has vector instructions. Keep those beside a reported number; simulationMethod() names the version.
#pragma once

#include "core/base/parallel.h"
#include "core/base/result.h"
#include "core/cost/block_program.h"
#include "core/cost/compiled.h"
#include "core/cost/sampler.h"
#include "core/cost/statistics.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// What is simulated: `evaluate` computes kBlockTrials trials from columns of inputs into columns of outputs. It is
/// called on several threads at once, each with a `scratch` of its own, and must not throw.
struct BlockModel {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::function<void(const double* const* columns, double* const* out, std::vector<double>& scratch)> evaluate;
};
/// The outcomes of the scenarios, output s * outcomes.size() + o; the model holds a copy of what it needs. All
/// scenarios are of one specification.
[[nodiscard]] BlockModel blockModel(std::span<const Compiled> scenarios, std::span<const Outcome> outcomes);

inline constexpr std::uint64_t kMostTrials = 50'000'000;

struct SimulationOptions {
    std::uint64_t trials = 100'000; ///< 1 to kMostTrials; Sobol sampling rounds up to a multiple of 8192
    std::uint64_t seed = 1;
    std::size_t threads = 0; ///< 0: as many as the machine has
    Sampling sampling = Sampling::Random;
    std::vector<Correlation> correlations;
    Progress progress; ///< may stop the simulation
};

struct SimulatedOutput {
    Summary summary;            ///< stdError of Sobol sampling comes from the kReplicates copies
    std::vector<double> values; ///< by trial: trial i of every output has the same inputs
    friend bool operator==(const SimulatedOutput&, const SimulatedOutput&) = default;
};

struct Simulation {
    std::uint64_t trials = 0;
    std::uint64_t seed = 0;
    Sampling sampling = Sampling::Random;
    std::vector<SimulatedOutput> outputs;
    friend bool operator==(const Simulation&, const Simulation&) = default;
};

/// One output of a model before anything is said about it.
struct SampledOutput {
    std::vector<double> values; ///< by trial
    BlockMoments moments;
    double replicateError = 0; ///< standard error of the mean from the copies of Sobol sampling; 0 of random draws
};
/// What simulate() summarises. Errors as of simulate().
[[nodiscard]] Result<std::vector<SampledOutput>>
sampleOutputs(const BlockModel& model, std::span<const Quantity> inputs, const SimulationOptions& options);
/// A model of any programs over the same inputs, one output for each; it holds a copy of what it needs.
[[nodiscard]] BlockModel blockModel(std::span<const Program* const> programs);

/// Errors: Usage "cost.trials" (none or too many), "cost.sobolInputs" (more than 64 inputs), "cost.correlation"
/// (sampler.h); Refused "cost.notFinite" when a trial gives no finite number; Cancelled "cost.cancelled".
[[nodiscard]] Result<Simulation> simulate(const BlockModel& model, std::span<const Quantity> inputs,
                                          const SimulationOptions& options);
/// The same for scenarios of one specification, as blockModel() orders them.
[[nodiscard]] Result<Simulation> simulate(std::span<const Compiled> scenarios, std::span<const Outcome> outcomes,
                                          const SimulationOptions& options);

/// The ranges of a scenario's inputs, in their order.
[[nodiscard]] std::vector<Quantity> quantitiesOf(const Compiled& compiled);
/// Generator and method, for the foot of a report: changes whenever the same seed would give other numbers.
[[nodiscard]] std::string_view simulationMethod() noexcept;

} // namespace plumb::cost
