// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Quantiles, probabilities and spreads of the ranges of quantity.h. Everything is sampled by its quantile function, so
// that one uniform number makes one value: correlations by a copula, evenly spread points and common random numbers all
// rest on that. Strict IEEE 754, own elementary functions: the same bits on every machine.
//
// Sources: triangular Q(u) = a + sqrt(u (b - a)(m - a)) below u = (m - a)/(b - a), b - sqrt((1 - u)(b - a)(b - m)) from
// there; PERT = beta(1 + 4 (m - a)/(b - a), 1 + 4 (b - m)/(b - a)) on [a, b] (Malcolm et al. 1959; Vose 2008, "Risk
// analysis", with the exact variance of the beta); lognormal exp(mu + sigma z) with mu = (ln P10 + ln P90)/2 and
// sigma = ln(P90/P10)/(2 z(0.9)).
#pragma once

#include "core/cost/beta.h"
#include "core/cost/quantity.h"

namespace plumb::cost {

/// z(0.9), the 90th percentile of the standard normal distribution.
inline constexpr double kNormalP90 = 1.2815515655446004;

struct LognormalShape {
    double mu = 0;
    double sigma = 0;
    friend bool operator==(const LognormalShape&, const LognormalShape&) = default;
};
/// From P10 and P90, both above 0.
[[nodiscard]] LognormalShape lognormalShape(double p10, double p90) noexcept;
/// From mean and standard deviation, both above 0: sigma^2 = ln(1 + (sd/mean)^2), mu = ln(mean) - sigma^2/2.
[[nodiscard]] LognormalShape lognormalByMoments(double mean, double standardDeviation) noexcept;

/// The beta behind a PERT with low < high.
[[nodiscard]] Beta pertBeta(const Quantity& quantity) noexcept;

/// The value that a share `u` (0 to 1) of all outcomes stays below. At the ends the lowest and highest value, which for
/// the lognormal are 0 and infinity. PERT: within 1e-12 of the width.
[[nodiscard]] double quantile(const Quantity& quantity, double u) noexcept;
/// The share of outcomes at or below `value`.
[[nodiscard]] double probabilityBelow(const Quantity& quantity, double value) noexcept;
[[nodiscard]] double variance(const Quantity& quantity) noexcept;

} // namespace plumb::cost
