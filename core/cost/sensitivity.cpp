// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/sensitivity.h"

#include "core/base/sobol.h"
#include "core/cost/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

constexpr std::size_t kPart = kReplicates * kBlockTrials;

/// Sums over one block, from which the estimators are put together.
struct BlockSums {
    BlockMoments a;
    BlockMoments b;
    std::vector<double> first; ///< sum of fB (fABi - fA), fB from the middle of fA
    std::vector<double> total; ///< sum of (fA - fABi)^2
};

struct Columns {
    explicit Columns(std::size_t count) : pointers(count) {
        double* room = alignedRoom(memory, count * kBlockTrials);
        for (std::size_t k = 0; k < count; ++k)
            pointers[k] = room + k * kBlockTrials;
    }
    std::vector<double> memory;
    std::vector<double*> pointers;
};

/// All model runs of one block: A, B, and A with one column of B for each input.
BlockSums runBlock(const BlockModel& model, const Sampler& sampler, const UniformSource& source, std::size_t block) {
    const std::size_t k = sampler.inputs();
    Columns a(k), b(k), fa(model.outputs), fb(model.outputs), mixed(model.outputs);
    std::vector<double> scratch;
    UniformSource other = source;
    other.firstStream += static_cast<std::uint32_t>(k);
    sampler.block(blockOps(), source, block, a.pointers.data());
    sampler.block(blockOps(), other, block, b.pointers.data());
    model.evaluate(a.pointers.data(), fa.pointers.data(), scratch);
    model.evaluate(b.pointers.data(), fb.pointers.data(), scratch);
    BlockSums sums{momentsOf({fa.pointers[0], kBlockTrials}), momentsOf({fb.pointers[0], kBlockTrials}), {}, {}};
    for (std::size_t i = 0; i < k; ++i) {
        std::vector<double*> columns = a.pointers;
        columns[i] = b.pointers[i];
        model.evaluate(columns.data(), mixed.pointers.data(), scratch);
        double first = 0, total = 0;
        for (std::size_t t = 0; t < kBlockTrials; ++t) {
            const double change = mixed.pointers[0][t] - fa.pointers[0][t];
            // Half the two means stands in for the mean of f, which no block knows: any constant leaves the
            // expectation as it is, a good one takes most of the noise away.
            first += (fb.pointers[0][t] - (sums.a.mean + sums.b.mean) / 2) * change;
            total += change * change;
        }
        sums.first.push_back(first);
        sums.total.push_back(total);
    }
    return sums;
}

/// The estimates from blocks first, first + step, ...
SobolIndices estimate(std::span<const BlockSums> blocks, std::size_t first, std::size_t step, std::size_t inputs) {
    BlockMoments moments;
    std::vector<double> alone(inputs), whole(inputs);
    for (std::size_t b = first; b < blocks.size(); b += step) {
        moments = together(moments, together(blocks[b].a, blocks[b].b));
        for (std::size_t i = 0; i < inputs; ++i) {
            alone[i] += blocks[b].first[i];
            whole[i] += blocks[b].total[i];
        }
    }
    SobolIndices out;
    out.mean = moments.mean;
    out.variance = moments.squares / static_cast<double>(moments.count);
    out.indices.resize(inputs);
    const double trials = static_cast<double>(moments.count) / 2;
    if (out.variance > 0)
        for (std::size_t i = 0; i < inputs; ++i) {
            out.indices[i].first = alone[i] / trials / out.variance;
            out.indices[i].total = whole[i] / trials / (2 * out.variance);
        }
    return out;
}

void addErrors(SobolIndices& all, std::span<const BlockSums> blocks) {
    const std::size_t inputs = all.indices.size();
    std::vector<BlockMoments> first(inputs), total(inputs);
    for (std::size_t r = 0; r < kReplicates; ++r) {
        const SobolIndices part = estimate(blocks, r, kReplicates, inputs);
        for (std::size_t i = 0; i < inputs; ++i) {
            const double f = part.indices[i].first, t = part.indices[i].total;
            first[i] = together(first[i], {1, f, 0, f, f});
            total[i] = together(total[i], {1, t, 0, t, t});
        }
    }
    constexpr double kDivisor = kReplicates * (kReplicates - 1.0);
    for (std::size_t i = 0; i < inputs; ++i) {
        all.indices[i].firstError = std::sqrt(first[i].squares / kDivisor);
        all.indices[i].totalError = std::sqrt(total[i].squares / kDivisor);
    }
}

Result<void> checkBase(const SimulationOptions& options, std::size_t inputs) {
    if (!options.correlations.empty())
        return fail(ErrorKind::Usage, "cost.correlation",
                    "shares of the variance are defined for independent inputs only; leave the correlations out");
    if (options.trials == 0 || options.trials > kMostTrials)
        return fail(ErrorKind::Usage, "cost.trials",
                    fmt::format("{} trials cannot be simulated; ask for 1 to {}", options.trials, kMostTrials),
                    "trials");
    if (options.sampling == Sampling::Sobol && 2 * inputs > kSobolDimensions)
        return fail(ErrorKind::Usage, "cost.sobolInputs",
                    fmt::format("evenly spread points serve up to {} inputs here; there are {}: use random ones",
                                kSobolDimensions / 2, inputs));
    return {};
}

/// Means of every alternative in equally likely classes of one uniform number; then what the best choice in each class
/// gains over the best choice for all.
double gainByClasses(const std::vector<std::vector<double>>& sums, const std::vector<double>& counts,
                     std::size_t best) {
    double gain = 0;
    double trials = 0;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        double top = sums[best][c];
        for (const std::vector<double>& alternative : sums)
            top = std::max(top, alternative[c]);
        gain += top - sums[best][c];
        trials += counts[c];
    }
    return gain / trials;
}

std::size_t bestOf(std::span<const std::span<const double>> alternatives) {
    std::size_t best = 0;
    double most = 0;
    for (std::size_t a = 0; a < alternatives.size(); ++a) {
        const double mean = momentsOf(alternatives[a]).mean;
        if (a == 0 || mean > most)
            best = a, most = mean;
    }
    return best;
}

} // namespace

Tornado tornado(const PointModel& model, std::span<const double> low, std::span<const double> middle,
                std::span<const double> high) {
    std::vector<double> values(middle.begin(), middle.end());
    Tornado out{model(values), {}};
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        TornadoBar bar{i, low[i], high[i], 0, 0, 0};
        values[i] = low[i];
        bar.atLow = model(values);
        values[i] = high[i];
        bar.atHigh = model(values);
        values[i] = middle[i];
        squares += bar.swing() * bar.swing();
        out.bars.push_back(bar);
    }
    for (TornadoBar& bar : out.bars)
        bar.share = squares > 0 ? bar.swing() * bar.swing() / squares : 0;
    std::stable_sort(out.bars.begin(), out.bars.end(),
                     [](const TornadoBar& a, const TornadoBar& b) { return a.swing() > b.swing(); });
    return out;
}

Tornado tornado(const PointModel& model, std::span<const Quantity> inputs) {
    std::vector<double> low, middle, high;
    for (const Quantity& quantity : inputs) {
        low.push_back(quantile(quantity, 0.1));
        middle.push_back(quantile(quantity, 0.5));
        high.push_back(quantile(quantity, 0.9));
    }
    return tornado(model, low, middle, high);
}

Tornado tornado(const Compiled& compiled, Outcome outcome) {
    return tornado([&](std::span<const double> values) { return compiled.value(outcome, values); },
                   quantitiesOf(compiled));
}

Result<SobolIndices> sobolIndices(const BlockModel& model, std::span<const Quantity> inputs,
                                  const SimulationOptions& options) {
    PLUMB_CHECK(checkBase(options, inputs.size()));
    PLUMB_TRY(sampler, Sampler::make(inputs));
    const std::size_t parts = (options.trials + kPart - 1) / kPart;
    std::vector<BlockSums> blocks(parts * kReplicates);
    const UniformSource source{options.seed, options.sampling, 0};
    const bool finished = inParallel(
        blocks.size(), options.threads,
        [&](std::size_t b, std::size_t) { blocks[b] = runBlock(model, sampler, source, b); }, options.progress);
    if (!finished)
        return fail(ErrorKind::Cancelled, "cost.cancelled", "the simulation was stopped");
    SobolIndices out = estimate(blocks, 0, 1, inputs.size());
    if (!std::isfinite(out.variance))
        return fail(ErrorKind::Refused, "cost.notFinite",
                    "some trials divide by zero or are too large to add; narrow the ranges");
    addErrors(out, blocks);
    return out;
}

double perfectInformation(std::span<const std::span<const double>> alternatives) {
    if (alternatives.empty() || alternatives[0].empty())
        return 0;
    const std::span<const double> chosen = alternatives[bestOf(alternatives)];
    std::vector<double> gain(chosen.size());
    for (const std::span<const double> alternative : alternatives)
        for (std::size_t i = 0; i < gain.size(); ++i)
            gain[i] = std::max(gain[i], alternative[i] - chosen[i]);
    return momentsOf(gain).mean;
}

Result<InformationValue> informationValue(std::span<const std::span<const double>> alternatives,
                                          std::span<const Quantity> inputs, const SimulationOptions& options) {
    const std::size_t trials = alternatives.empty() ? 0 : alternatives[0].size();
    for (const std::span<const double> alternative : alternatives)
        if (alternative.size() != trials || trials < options.trials)
            return fail(ErrorKind::Usage, "cost.alternatives", "every alternative needs the values of all trials");
    if (trials == 0)
        return fail(ErrorKind::Usage, "cost.alternatives", "there is nothing to choose between");
    PLUMB_TRY(sampler, Sampler::make(inputs, options.correlations));
    InformationValue out;
    out.best = bestOf(alternatives);
    out.all = perfectInformation(alternatives);
    // Few classes hide a change of mind, many make one up from noise: the cube root of the trials balances the two.
    const auto classes = static_cast<std::size_t>(std::clamp(std::cbrt(static_cast<double>(trials)), 2.0, 200.0));
    const std::vector<std::vector<double>> none(alternatives.size(), std::vector<double>(classes));
    std::vector<std::vector<std::vector<double>>> sums(inputs.size(), none);
    std::vector<std::vector<double>> counts(inputs.size(), std::vector<double>(classes));
    Columns uniforms(inputs.size());
    const UniformSource source{options.seed, options.sampling, 0};
    for (std::size_t first = 0; first < trials; first += kBlockTrials) {
        sampler.uniforms(blockOps(), source, first / kBlockTrials, uniforms.pointers.data());
        for (std::size_t i = 0; i < inputs.size(); ++i)
            for (std::size_t t = 0; t < std::min(kBlockTrials, trials - first); ++t) {
                const auto c = static_cast<std::size_t>(uniforms.pointers[i][t] * static_cast<double>(classes));
                counts[i][c] += 1;
                for (std::size_t a = 0; a < alternatives.size(); ++a)
                    sums[i][a][c] += alternatives[a][first + t];
            }
    }
    for (std::size_t i = 0; i < inputs.size(); ++i)
        out.perInput.push_back(inputs[i].certain() ? 0
                                                   : std::min(out.all, gainByClasses(sums[i], counts[i], out.best)));
    return out;
}

} // namespace plumb::cost
