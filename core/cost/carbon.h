// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Energy and greenhouse gas of instances by region, where power data exist. An estimate from public measurements, not
// what AWS reports.
//
// Sources: method (power between idle and full load times hours, times power usage effectiveness, times grid intensity)
// and coefficients of Cloud Carbon Footprint (Apache-2.0, AwsFootprintEstimationConstants of 2024-03-25); power by load
// and embodied carbon of hosts from Teads' AWS EC2 dataset as shipped with it; newer GPUs derived from their rated
// power by Teads' curve. Inferentia 2 and Trainium have no published power.
#pragma once

#include "core/cost/model.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plumb::cost {

inline constexpr double kPowerUsageEffectiveness = 1.135;
inline constexpr double kServerLifeHours = 35040; ///< four years

/// Watts at 0, 10, 50 and 100 % load.
struct PowerCurve {
    std::string_view instance; ///< without "ml."
    std::array<double, 4> watts;
    double embodiedKg = 0; ///< of making the whole host; 0 when unknown
    double hostShare = 1;  ///< of the host's virtual CPUs
};
struct GridIntensity {
    std::string_view region;
    double gramsPerKwh = 0;
};
[[nodiscard]] std::span<const PowerCurve> powerCurves() noexcept;
[[nodiscard]] std::span<const GridIntensity> gridIntensities() noexcept;

/// By name, "ml." in front allowed; null when there are no data.
[[nodiscard]] const PowerCurve* findPower(std::string_view instance) noexcept;
[[nodiscard]] std::optional<double> findIntensity(std::string_view region) noexcept;

/// Straight between the measured loads; `utilisation` 0 to 1.
[[nodiscard]] double wattsAt(const PowerCurve& curve, double utilisation) noexcept;
/// The same curve for a GPU of which only the rated power is known.
[[nodiscard]] double gpuWattsAt(double ratedWatts, double utilisation) noexcept;

/// Of a month, or of whatever the hours are.
struct Footprint {
    double kwh = 0;        ///< at the meter of the data centre
    double kgCo2e = 0;     ///< of the electricity
    double kgEmbodied = 0; ///< share of making the hosts
    friend bool operator==(const Footprint&, const Footprint&) = default;
};
/// `instanceHours` at a load, in a region; `intensityFactor` below 1 for hours with a cleaner grid.
[[nodiscard]] Footprint footprintOf(const PowerCurve& curve, double instanceHours, double utilisation,
                                    double gramsPerKwh, double intensityFactor = 1) noexcept;

/// An item with its power known: endpoint or training with instanceType and region given and in the tables.
struct ItemFootprint {
    std::size_t item = 0; ///< position in Spec::items
    Footprint footprint;
};
/// The items that can be estimated, without measures or (with a position in Spec::scenarios) at full effect of those. A
/// share of an instance counts as that share of its hours. Right-sized items change their instance: they are left out.
[[nodiscard]] std::vector<ItemFootprint> footprints(const Spec& spec, std::optional<std::size_t> scenario);

} // namespace plumb::cost
