// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/carbon.h"

#include "core/cost/groups.h"

#include <algorithm>

namespace plumb::cost {
namespace {

constexpr std::array<double, 4> kLoads{0, 0.1, 0.5, 1};
constexpr std::array<double, 4> kGpuCurve{0.116, 0.318, 0.752, 1.0185};

constexpr std::array<PowerCurve, 6> kCurves{{{"g4dn.xlarge", {16.4, 35.6, 76.3, 104.0}, 3010.79, 1.0 / 24},
                                             {"g4dn.12xlarge", {131.7, 249.5, 494.5, 677.4}, 3010.79, 1.0 / 2},
                                             {"p3.2xlarge", {57.4, 131.3, 279.3, 379.8}, 3543.79, 1.0 / 8},
                                             {"p3.16xlarge", {459.0, 1050.5, 2234.8, 3038.8}, 3543.79, 1},
                                             {"p4d.24xlarge", {744.8, 1687.5, 3781.8, 5245.0}, 4676.79, 1},
                                             {"inf1.xlarge", {7.9, 14.1, 28.4, 38.9}, 1344.29, 1.0 / 24}}};

constexpr std::array<GridIntensity, 24> kGrids{
    {{"us-east-1", 379.069},  {"us-east-2", 410.608},    {"us-west-1", 322.167},    {"us-west-2", 322.167},
     {"ca-central-1", 120},   {"sa-east-1", 61.7},       {"eu-west-1", 278.6},      {"eu-west-2", 225},
     {"eu-west-3", 51.1},     {"eu-central-1", 311},     {"eu-north-1", 8.8},       {"eu-south-1", 213.4},
     {"ap-south-1", 708.2},   {"ap-northeast-1", 465.8}, {"ap-northeast-2", 415.6}, {"ap-northeast-3", 465.8},
     {"ap-southeast-1", 408}, {"ap-southeast-2", 760},   {"ap-southeast-3", 717.7}, {"ap-east-1", 710},
     {"me-south-1", 505.9},   {"me-central-1", 404.1},   {"af-south-1", 900.6},     {"cn-north-1", 537.4}}};

double between(const std::array<double, 4>& values, double load) {
    const double at = std::clamp(load, 0.0, 1.0);
    std::size_t k = 1;
    while (k + 1 < kLoads.size() && at > kLoads[k])
        ++k;
    const double part = (at - kLoads[k - 1]) / (kLoads[k] - kLoads[k - 1]);
    return values[k - 1] + part * (values[k] - values[k - 1]);
}

std::string_view textOf(const Item& item, const char* name) {
    const auto it = item.fields.texts.find(name);
    return it == item.fields.texts.end() ? std::string_view() : std::string_view(it->second);
}

bool rightSized(const Spec& spec, std::optional<std::size_t> scenario, std::size_t item) {
    if (!scenario)
        return false;
    const std::vector<std::size_t>& on = spec.scenarios[*scenario].measures;
    return std::any_of(on.begin(), on.end(), [&](std::size_t k) {
        const Measure& measure = spec.measures[k];
        return measure.type == MeasureType::RightSize &&
               std::find(measure.items.begin(), measure.items.end(), item) != measure.items.end();
    });
}

} // namespace

std::span<const PowerCurve> powerCurves() noexcept {
    return kCurves;
}

std::span<const GridIntensity> gridIntensities() noexcept {
    return kGrids;
}

const PowerCurve* findPower(std::string_view instance) noexcept {
    if (instance.starts_with("ml."))
        instance.remove_prefix(3);
    const auto it = std::find_if(kCurves.begin(), kCurves.end(),
                                 [instance](const PowerCurve& curve) { return curve.instance == instance; });
    return it == kCurves.end() ? nullptr : &*it;
}

std::optional<double> findIntensity(std::string_view region) noexcept {
    const auto it = std::find_if(kGrids.begin(), kGrids.end(),
                                 [region](const GridIntensity& grid) { return grid.region == region; });
    return it == kGrids.end() ? std::nullopt : std::optional(it->gramsPerKwh);
}

double wattsAt(const PowerCurve& curve, double utilisation) noexcept {
    return between(curve.watts, utilisation);
}

double gpuWattsAt(double ratedWatts, double utilisation) noexcept {
    return ratedWatts * between(kGpuCurve, utilisation);
}

Footprint footprintOf(const PowerCurve& curve, double instanceHours, double utilisation, double gramsPerKwh,
                      double intensityFactor) noexcept {
    Footprint out;
    out.kwh = wattsAt(curve, utilisation) / 1000 * instanceHours * kPowerUsageEffectiveness;
    out.kgCo2e = out.kwh * gramsPerKwh * intensityFactor / 1000;
    out.kgEmbodied = curve.embodiedKg * curve.hostShare * instanceHours / kServerLifeHours;
    return out;
}

std::vector<ItemFootprint> footprints(const Spec& spec, std::optional<std::size_t> scenario) {
    const Engine engine = meanEngine(spec);
    const Scenario with = scenario ? spec.scenarios[*scenario] : Scenario{};
    const Effect effect = effectOf(spec, with, std::vector<bool>(with.measures.size(), true));
    const std::vector<ItemState> states = engine.states(with, effect.levels);
    std::vector<ItemFootprint> out;
    for (std::size_t k = 0; k < spec.items.size(); ++k) {
        const Item& item = spec.items[k];
        const bool isEndpoint = item.type == ItemType::Endpoint;
        const PowerCurve* curve = findPower(textOf(item, "instanceType"));
        const std::optional<double> grams = findIntensity(textOf(item, "region"));
        if ((!isEndpoint && item.type != ItemType::Training) || curve == nullptr || !grams ||
            rightSized(spec, scenario, k))
            continue;
        const std::vector<Num>& d = states[k].drivers.at;
        const Num hours = isEndpoint ? d[endpoint::Instances] * d[endpoint::HoursOn]
                                     : ratio(d[training::Hours] * d[training::RunsPerMonth], d[training::Efficiency]);
        const double load = isEndpoint ? d[endpoint::Utilisation].value() : 1;
        out.push_back({k, footprintOf(*curve, hours.value() * states[k].retained.value(), load, *grams,
                                      states[k].intensity.value())});
    }
    return out;
}

} // namespace plumb::cost
