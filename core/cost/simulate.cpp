// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/simulate.h"

#include "core/base/sobol.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace plumb::cost {
namespace {

constexpr std::size_t kBlocksPerPiece = kReplicates; ///< so that Sobol pieces hold one block of each copy

/// What one thread works in.
struct Workspace {
    std::vector<double> memory;
    std::vector<double*> columns;
    std::vector<double*> out;
    std::vector<double> scratch;
};

Workspace makeWorkspace(const BlockModel& model) {
    Workspace w;
    double* room = alignedRoom(w.memory, (model.inputs + model.outputs) * kBlockTrials);
    for (std::size_t k = 0; k < model.inputs + model.outputs; ++k)
        (k < model.inputs ? w.columns : w.out).push_back(room + k * kBlockTrials);
    return w;
}

/// Fills the values of all outputs, and the moments of each block of each output.
class Run {
public:
    /// `values` have room for the trials of each output.
    Run(const BlockModel& model, const Sampler& sampler, const SimulationOptions& options, std::uint64_t trials,
        std::vector<std::vector<double>> values)
        : m_model(model)
        , m_sampler(sampler)
        , m_source{options.seed, options.sampling, 0}
        , m_trials(trials)
        , m_blocks((trials + kBlockTrials - 1) / kBlockTrials)
        , m_values(std::move(values)) {
        m_moments.assign(model.outputs, std::vector<BlockMoments>(m_blocks));
    }

    [[nodiscard]] bool run(std::size_t threads, const Progress& progress) {
        const std::size_t pieces = (m_blocks + kBlocksPerPiece - 1) / kBlocksPerPiece;
        std::vector<Workspace> spaces;
        for (std::size_t w = workersFor(pieces, threads); w > 0; --w)
            spaces.push_back(makeWorkspace(m_model));
        return inParallel(
            pieces, spaces.size(),
            [&](std::size_t piece, std::size_t worker) {
                const std::size_t first = piece * kBlocksPerPiece;
                for (std::size_t b = first; b < std::min(first + kBlocksPerPiece, m_blocks); ++b)
                    block(b, spaces[worker]);
            },
            progress);
    }

    [[nodiscard]] std::vector<double> takeValues(std::size_t output) { return std::move(m_values[output]); }
    [[nodiscard]] BlockMoments moments(std::size_t output, std::size_t firstBlock, std::size_t step) const {
        BlockMoments sum;
        for (std::size_t b = firstBlock; b < m_blocks; b += step)
            sum = together(sum, m_moments[output][b]);
        return sum;
    }

private:
    void block(std::size_t b, Workspace& w) {
        m_sampler.block(blockOps(), m_source, b, w.columns.data());
        m_model.evaluate(w.columns.data(), w.out.data(), w.scratch);
        const std::size_t first = b * kBlockTrials;
        const std::size_t count = std::min<std::size_t>(kBlockTrials, m_trials - first);
        for (std::size_t o = 0; o < m_model.outputs; ++o) {
            std::copy_n(w.out[o], count, m_values[o].data() + first);
            m_moments[o][b] = momentsOf({w.out[o], count});
        }
    }

    const BlockModel& m_model;
    const Sampler& m_sampler;
    UniformSource m_source;
    std::uint64_t m_trials;
    std::size_t m_blocks;
    std::vector<std::vector<double>> m_values;
    std::vector<std::vector<BlockMoments>> m_moments;
};

/// Standard error of the mean from the means of the shifted copies.
double replicateError(const Run& run, std::size_t output) {
    BlockMoments means;
    for (std::size_t r = 0; r < kReplicates; ++r) {
        const double mean = run.moments(output, r, kReplicates).mean;
        means = together(means, {1, mean, 0, mean, mean});
    }
    return std::sqrt(means.squares / (kReplicates * (kReplicates - 1.0)));
}

Result<std::uint64_t> trialsFor(const SimulationOptions& options, std::size_t inputs) {
    if (options.trials == 0 || options.trials > kMostTrials)
        return fail(ErrorKind::Usage, "cost.trials",
                    fmt::format("{} trials cannot be simulated; ask for 1 to {}", options.trials, kMostTrials),
                    "trials", {std::to_string(options.trials)});
    if (options.sampling == Sampling::Random)
        return options.trials;
    if (inputs > kSobolDimensions)
        return fail(ErrorKind::Usage, "cost.sobolInputs",
                    fmt::format("evenly spread points serve up to {} uncertain inputs; here are {}: use random ones",
                                kSobolDimensions, inputs));
    constexpr std::uint64_t kStep = kReplicates * kBlockTrials;
    return (options.trials + kStep - 1) / kStep * kStep;
}

} // namespace

BlockModel blockModel(std::span<const Program* const> programs) {
    const auto program = std::make_shared<const BlockProgram>(programs);
    return {program->inputs(), programs.size(),
            [program](const double* const* columns, double* const* out, std::vector<double>& scratch) {
                program->run(blockOps(), columns, out, scratch);
            }};
}

BlockModel blockModel(std::span<const Compiled> scenarios, std::span<const Outcome> outcomes) {
    std::vector<const Program*> programs;
    for (const Compiled& scenario : scenarios)
        for (const Outcome outcome : outcomes)
            programs.push_back(&scenario.program(outcome));
    return blockModel(programs);
}

Result<std::vector<SampledOutput>> sampleOutputs(const BlockModel& model, std::span<const Quantity> inputs,
                                                 const SimulationOptions& options) {
    PLUMB_TRY(trials, trialsFor(options, inputs.size()));
    Result<Sampler> sampler = fail(ErrorKind::Usage, "cost.correlation", {});
    std::vector<std::vector<double>> values(model.outputs);
    (void)inParallel(model.outputs + 1, options.threads, [&](std::size_t piece, std::size_t) {
        if (piece == 0)
            sampler = Sampler::make(inputs, options.correlations, options.threads);
        else
            values[piece - 1].resize(trials); // to be given memory takes as long as to fill it
    });
    if (!sampler)
        return fail(sampler.error());
    Run run(model, *sampler, options, trials, std::move(values));
    if (!run.run(options.threads, options.progress))
        return fail(ErrorKind::Cancelled, "cost.cancelled", "the simulation was stopped");
    std::vector<SampledOutput> out;
    for (std::size_t o = 0; o < model.outputs; ++o) {
        const BlockMoments moments = run.moments(o, 0, 1);
        if (!std::isfinite(moments.mean) || !std::isfinite(moments.squares))
            return fail(ErrorKind::Refused, "cost.notFinite",
                        "some trials divide by zero or are too large to add; narrow the ranges so that utilisations "
                        "and rates stay above 0");
        out.push_back({run.takeValues(o), moments, options.sampling == Sampling::Sobol ? replicateError(run, o) : 0});
    }
    return out;
}

Result<Simulation> simulate(const BlockModel& model, std::span<const Quantity> inputs,
                            const SimulationOptions& options) {
    PLUMB_TRY(sampled, sampleOutputs(model, inputs, options));
    Simulation result{sampled.empty() ? options.trials : sampled.front().values.size(), options.seed, options.sampling,
                      std::vector<SimulatedOutput>(sampled.size())};
    const std::size_t threadsOfOne = sampled.size() > 1 ? 1 : options.threads;
    const auto summariseOne = [&](std::size_t o, std::size_t) {
        SimulatedOutput& output = result.outputs[o];
        output.values = std::move(sampled[o].values);
        output.summary = summarise(output.values, sampled[o].moments, threadsOfOne);
        if (options.sampling == Sampling::Sobol)
            output.summary.stdError = sampled[o].replicateError;
    };
    if (!inParallel(sampled.size(), options.threads, summariseOne))
        return fail(ErrorKind::Cancelled, "cost.cancelled", "the simulation was stopped");
    return result;
}

Result<Simulation> simulate(std::span<const Compiled> scenarios, std::span<const Outcome> outcomes,
                            const SimulationOptions& options) {
    const std::vector<Quantity> inputs = scenarios.empty() ? std::vector<Quantity>{} : quantitiesOf(scenarios.front());
    return simulate(blockModel(scenarios, outcomes), inputs, options);
}

std::vector<Quantity> quantitiesOf(const Compiled& compiled) {
    std::vector<Quantity> out;
    for (const Input& input : compiled.inputs)
        out.push_back(input.quantity);
    return out;
}

std::string_view simulationMethod() noexcept {
    return "Philox4x32-10 by (seed, input, block of 512), inverse quantiles, version 1";
}

} // namespace plumb::cost
