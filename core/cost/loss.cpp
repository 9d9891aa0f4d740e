// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/loss.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

/// Streams: of model m, first how often, how much expected, then one stream for each event.
constexpr std::uint32_t kStreamsPerModel = 1024;
constexpr std::uint32_t kPurposeLosses = 3;

Result<void> check(std::span<const LossModel> models, const SimulationOptions& options) {
    if (options.trials == 0 || options.trials > kMostTrials)
        return fail(ErrorKind::Usage, "cost.trials",
                    fmt::format("{} trials cannot be simulated; ask for 1 to {}", options.trials, kMostTrials),
                    "trials");
    for (const LossModel& model : models) {
        const double most = model.frequency == Frequency::OnceAtMost ? 1 : kMostEvents;
        if (!(lowest(model.perYear) >= 0 && highest(model.perYear) <= most))
            return fail(ErrorKind::Usage, "cost.lossFrequency",
                        fmt::format("how often a loss happens in a year must lie between 0 and {}", most),
                        model.finding);
        if (!(lowest(model.severity) >= 0))
            return fail(ErrorKind::Usage, "cost.lossSeverity", "a loss must be 0 or more", model.finding);
    }
    return {};
}

using Block = std::array<double, kBlockTrials>;

/// The yearly losses of one model in one block of trials.
void lossesOf(const Sampler& sampler, const LossModel& model, std::uint32_t firstStream, std::uint64_t seed,
              std::size_t block, Block& losses) {
    const BlockOps& ops = blockOps();
    const auto draw = [&](std::uint32_t stream, Block& u) {
        ops.uniforms({seed, firstStream + stream, static_cast<std::uint32_t>(block), kPurposeLosses}, u.data(),
                     u.size());
    };
    Block rate, u;
    draw(0, rate);
    sampler.values(ops, 0, rate.data());
    draw(1, u);
    std::array<std::size_t, kBlockTrials> events;
    std::size_t most = 0;
    for (std::size_t t = 0; t < kBlockTrials; ++t) {
        events[t] = model.frequency == Frequency::Poisson ? poissonQuantile(rate[t], u[t]) : u[t] > 1 - rate[t] ? 1 : 0;
        most = std::max(most, events[t]);
    }
    losses.fill(0);
    for (std::size_t e = 0; e < most; ++e) {
        draw(static_cast<std::uint32_t>(2 + e), u);
        sampler.values(ops, 1, u.data());
        for (std::size_t t = 0; t < kBlockTrials; ++t)
            losses[t] += e < events[t] ? u[t] : 0;
    }
}

} // namespace

std::size_t poissonQuantile(double mean, double u) noexcept {
    double probability = strictExp(-mean);
    double below = probability;
    std::size_t n = 0;
    while (below < u && n < kStreamsPerModel - 3) {
        ++n;
        probability *= mean / static_cast<double>(n);
        if (below + probability == below && static_cast<double>(n) > mean)
            break; // the rest is smaller than what a double can add
        below += probability;
    }
    return n;
}

Result<LossSimulation> simulateLosses(std::span<const LossModel> models, const SimulationOptions& options) {
    PLUMB_CHECK(check(models, options));
    std::vector<Sampler> samplers;
    for (const LossModel& model : models) {
        const std::array<Quantity, 2> inputs{model.perYear, model.severity};
        PLUMB_TRY(sampler, Sampler::make(inputs));
        samplers.push_back(std::move(sampler));
    }
    const std::size_t blocks = (options.trials + kBlockTrials - 1) / kBlockTrials;
    LossSimulation out;
    out.values.assign(options.trials, 0);
    std::vector<std::vector<BlockMoments>> moments(models.size(), std::vector<BlockMoments>(blocks));
    const bool finished = inParallel(
        blocks, options.threads,
        [&](std::size_t block, std::size_t) {
            const std::size_t first = block * kBlockTrials;
            const std::size_t count = std::min<std::size_t>(kBlockTrials, options.trials - first);
            for (std::size_t m = 0; m < models.size(); ++m) {
                Block losses;
                lossesOf(samplers[m], models[m], static_cast<std::uint32_t>(m) * kStreamsPerModel, options.seed, block,
                         losses);
                for (std::size_t t = 0; t < count; ++t)
                    out.values[first + t] += losses[t];
                moments[m][block] = momentsOf(std::span(losses).first(count));
            }
        },
        options.progress);
    if (!finished)
        return fail(ErrorKind::Cancelled, "cost.cancelled", "the simulation was stopped");
    for (const std::vector<BlockMoments>& model : moments) {
        BlockMoments sum;
        for (const BlockMoments& block : model)
            sum = together(sum, block);
        out.means.push_back(sum.mean);
    }
    out.yearly = summarise(out.values, momentsOf(out.values));
    return out;
}

std::vector<ExceedancePoint> lossExceedance(std::span<const double> losses, std::size_t points) {
    std::vector<ExceedancePoint> out;
    if (losses.empty() || points == 0)
        return out;
    std::vector<double> sorted(losses.begin(), losses.end());
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t p = 0; p < points; ++p) {
        const double share = points > 1 ? static_cast<double>(p) / static_cast<double>(points - 1) : 0;
        const double amount = p + 1 == points && points > 1 ? sorted.back() : sorted.back() * share;
        const auto above =
            static_cast<std::uint64_t>(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), amount));
        out.push_back({amount, wilson(above, sorted.size())});
    }
    return out;
}

} // namespace plumb::cost
