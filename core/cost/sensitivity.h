// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which uncertain number matters: one at a time (tornado), alone and with all interactions (Sobol indices), and for the
// decision (expected value of perfect information: "what to measure next").
//
// Sources: tornado with swings from P10 to P90, the others at P50 (Howard 1988); Sobol 1993 and 2001; first order by
// Saltelli et al. 2010, S_i = mean(fB (fABi - fA)) / V, totals by Jansen 1999, T_i = mean((fA - fABi)^2) / (2 V), with
// fB taken from its mean; value of information Raiffa and Schlaifer 1961, per input by conditional means over equally
// likely classes of that input (Strong and Oakley 2013).
#pragma once

#include "core/cost/simulate.h"

#include <functional>
#include <span>
#include <vector>

namespace plumb::cost {

/// A model for one trial at a time.
using PointModel = std::function<double(std::span<const double> values)>;

struct TornadoBar {
    std::size_t input = 0;
    double low = 0; ///< the input's P10 and P90
    double high = 0;
    double atLow = 0; ///< what the model gives there
    double atHigh = 0;
    double share = 0; ///< squared swing as a part of all; 0 when nothing swings
    [[nodiscard]] double swing() const noexcept { return atHigh > atLow ? atHigh - atLow : atLow - atHigh; }
    friend bool operator==(const TornadoBar&, const TornadoBar&) = default;
};
struct Tornado {
    double base = 0;              ///< all inputs at P50
    std::vector<TornadoBar> bars; ///< widest swing first, then by input
    friend bool operator==(const Tornado&, const Tornado&) = default;
};
/// With given ends and middles; the three have one number for each input.
[[nodiscard]] Tornado tornado(const PointModel& model, std::span<const double> low, std::span<const double> middle,
                              std::span<const double> high);
[[nodiscard]] Tornado tornado(const PointModel& model, std::span<const Quantity> inputs);
[[nodiscard]] Tornado tornado(const Compiled& compiled, Outcome outcome);

struct SobolIndex {
    double first = 0; ///< share of the variance that this input explains alone
    double firstError = 0;
    double total = 0; ///< share with all interactions that it takes part in
    double totalError = 0;
    friend bool operator==(const SobolIndex&, const SobolIndex&) = default;
};
struct SobolIndices {
    double mean = 0;
    double variance = 0;             ///< 0: nothing varies, all indices are 0
    std::vector<SobolIndex> indices; ///< one for each input
    friend bool operator==(const SobolIndices&, const SobolIndices&) = default;
};
/// Of output 0 of the model, for independent inputs. `options.trials` is the base sample, rounded up to a multiple of
/// 8192; the model runs that times (inputs + 2). Errors of the indices are standard errors over kReplicates parts.
/// Sobol sampling takes two dimensions an input (up to 32 inputs). Correlations are refused ("cost.correlation"); other
/// errors as of simulate().
[[nodiscard]] Result<SobolIndices> sobolIndices(const BlockModel& model, std::span<const Quantity> inputs,
                                                const SimulationOptions& options);

/// Expected gain from knowing before deciding. The same unit as the values.
struct InformationValue {
    double all = 0;               ///< of knowing every input
    std::vector<double> perInput; ///< of knowing one; 0 to `all`
    std::size_t best = 0;         ///< the alternative that is chosen without more information
    friend bool operator==(const InformationValue&, const InformationValue&) = default;
};
/// `alternatives[a][i]` is the worth (higher is better) of alternative a in trial i of simulate() with the same inputs
/// and options. To leave everything as it is is an alternative too: give its zeros. Errors as of simulate(); Usage
/// "cost.alternatives" when there are none or their lengths are not the simulation's trials.
[[nodiscard]] Result<InformationValue> informationValue(std::span<const std::span<const double>> alternatives,
                                                        std::span<const Quantity> inputs,
                                                        const SimulationOptions& options);
/// E[max] - max E of equally likely outcomes.
[[nodiscard]] double perfectInformation(std::span<const std::span<const double>> alternatives);

} // namespace plumb::cost
