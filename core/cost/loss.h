// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Losses that may happen: how often in a year, and how much each time. From them the yearly loss and how likely it is
// to exceed an amount (loss exceedance curve: Hubbard and Seiersen 2016, "How to measure anything in cybersecurity
// risk"). Numbers of events are Poisson (any number) or Bernoulli (one or none), by inversion; every event has its own
// severity.
#pragma once

#include "core/base/result.h"
#include "core/cost/quantity.h"
#include "core/cost/simulate.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace plumb::cost {

enum class Frequency {
    OnceAtMost, ///< Bernoulli: `perYear` is a probability, 0 to 1
    Poisson     ///< `perYear` events on average, 0 to kMostEvents
};
inline constexpr double kMostEvents = 50;

struct LossModel {
    std::string finding; ///< what it belongs to; not looked at here
    Frequency frequency = Frequency::OnceAtMost;
    Quantity perYear;
    Quantity severity; ///< 0 or more, for each event
    friend bool operator==(const LossModel&, const LossModel&) = default;
};

struct LossSimulation {
    Summary yearly;             ///< of the sum over all models
    std::vector<double> values; ///< the yearly loss by trial
    std::vector<double> means;  ///< mean yearly loss of each model
    friend bool operator==(const LossSimulation&, const LossSimulation&) = default;
};

/// Trials, seed, threads and progress as of simulate(); sampling and correlations are not used. Errors (Usage):
/// "cost.lossFrequency" outside the range above, "cost.lossSeverity" below 0, "cost.trials"; Cancelled.
[[nodiscard]] Result<LossSimulation> simulateLosses(std::span<const LossModel> models,
                                                    const SimulationOptions& options);

struct ExceedancePoint {
    double amount = 0;
    Proportion probability; ///< of a yearly loss above `amount`
    friend bool operator==(const ExceedancePoint&, const ExceedancePoint&) = default;
};
/// At `points` amounts from 0 to the highest loss, evenly spread; probabilities never rise.
[[nodiscard]] std::vector<ExceedancePoint> lossExceedance(std::span<const double> losses, std::size_t points);

/// The number of Poisson events of mean `mean` (0 to kMostEvents) at probability u in (0, 1).
[[nodiscard]] std::size_t poissonQuantile(double mean, double u) noexcept;

} // namespace plumb::cost
