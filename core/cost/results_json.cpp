// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/results_json.h"

#include "core/base/json.h"
#include "core/cost/types.h"

#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

Json orNull(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

void writeParts(const ItemMonth& month, Json& out) {
    if (month.useful)
        out["useful"] = *month.useful;
    if (month.idle)
        out["idle"] = *month.idle;
}

Json writeFootprints(const Spec& spec, const std::vector<ItemFootprint>& footprints) {
    Json items = Json::array();
    Footprint sum;
    for (const ItemFootprint& one : footprints) {
        items.push_back({{"item", spec.items[one.item].id},
                         {"kwh", one.footprint.kwh},
                         {"kgCo2e", one.footprint.kgCo2e},
                         {"kgEmbodied", one.footprint.kgEmbodied}});
        sum.kwh += one.footprint.kwh;
        sum.kgCo2e += one.footprint.kgCo2e;
        sum.kgEmbodied += one.footprint.kgEmbodied;
    }
    return {{"kwh", sum.kwh}, {"kgCo2e", sum.kgCo2e}, {"kgEmbodied", sum.kgEmbodied}, {"items", std::move(items)}};
}

Json writeShares(const Spec& spec, const Scenario& scenario, const std::vector<double>& values,
                 const std::vector<double>* errors) {
    Json out = Json::array();
    for (std::size_t n = 0; n < values.size(); ++n) {
        Json one = {{"measure", spec.measures[scenario.measures[n]].id}, {"value", values[n]}};
        if (errors != nullptr)
            one["stdError"] = (*errors)[n];
        out.push_back(std::move(one));
    }
    return out;
}

void writeMoney(const ScenarioResult& result, Json& out) {
    out["npv"] = result.npv;
    out["payback"] = orNull(result.payback);
    out["discountedPayback"] = orNull(result.discountedPayback);
    const std::vector<double>& rates = result.irr.rates;
    const bool one = rates.size() == 1 && result.irr.changes == 1;
    out["irr"] = one ? Json(rates.front()) : Json(nullptr);
    out["irrYearly"] = one ? Json(std::expm1(12 * std::log1p(rates.front()))) : Json(nullptr);
    out["irrs"] = rates;
    out["irrNote"] = rateNote(result.irr);
}

Json writeScenario(const Spec& spec, std::size_t place, const ScenarioResult& result) {
    const Scenario& scenario = spec.scenarios[place];
    const Attribution& shapley = result.shapley;
    Json items = Json::array();
    for (std::size_t k = 0; k < result.items.size(); ++k) {
        items.push_back({{"item", spec.items[k].id}, {"monthly", result.items[k].cost}});
        writeParts(result.items[k], items.back());
    }
    Json out = {{"name", result.name},
                {"monthly", result.monthly},
                {"saving", result.saving},
                {"waterfall", writeShares(spec, scenario, result.waterfall, nullptr)},
                {"shapley", writeShares(spec, scenario, shapley.values, shapley.exact ? nullptr : &shapley.errors)},
                {"shapleyMethod", shapley.exact ? "exact" : "sampled"}};
    writeMoney(result, out);
    out["oneOff"] = result.oneOff;
    out["runCosts"] = result.runCosts;
    out["effort"] = result.effort;
    out["months"] = result.months;
    out["items"] = std::move(items);
    if (const auto carbon = footprints(spec, place); !carbon.empty())
        out["carbon"] = writeFootprints(spec, carbon);
    return out;
}

} // namespace

std::string rateNote(const InternalRates& rates) {
    if (rates.changes == 0)
        return "There is no internal rate of return: the cash flow does not change its sign.";
    if (rates.rates.empty())
        return "There is no internal rate of return: the value is not 0 at any rate.";
    if (rates.rates.size() > 1)
        return fmt::format("There are {} internal rates of return; look at the net present value instead.",
                           rates.rates.size());
    if (rates.changes > 1)
        return fmt::format("The cash flow changes its sign {} times, so its one rate decides nothing; look at the net "
                           "present value instead.",
                           rates.changes);
    return {};
}

Json writeFrontier(const Spec& spec, const std::vector<FrontierPoint>& points) {
    Json out = Json::array();
    for (const FrontierPoint& point : points) {
        Json measures = Json::array();
        for (const std::size_t k : point.measures)
            measures.push_back(spec.measures[k].id);
        out.push_back({{"effort", point.effort},
                       {"saving", point.saving},
                       {"measures", std::move(measures)},
                       {"onHull", point.onHull}});
    }
    return out;
}

Json writeEvaluation(const Spec& spec, const Evaluation& evaluation) {
    Json items = Json::array(), scenarios = Json::array();
    for (std::size_t k = 0; k < spec.items.size(); ++k) {
        items.push_back({{"item", spec.items[k].id},
                         {"type", infoOf(spec.items[k].type).name},
                         {"monthly", evaluation.items[k].cost}});
        writeParts(evaluation.items[k], items.back());
    }
    for (std::size_t k = 0; k < evaluation.scenarios.size(); ++k)
        scenarios.push_back(writeScenario(spec, k, evaluation.scenarios[k]));
    Json out = {{"baselineMonthly", evaluation.baselineMonthly},
                {"hoursPerMonth", spec.hoursPerMonth},
                {"horizonMonths", spec.horizonMonths},
                {"discountRate", spec.discountRate},
                {"currency", spec.currency},
                {"items", std::move(items)},
                {"scenarios", std::move(scenarios)}};
    if (const auto carbon = footprints(spec, std::nullopt); !carbon.empty())
        out["carbon"] = writeFootprints(spec, carbon);
    std::vector<std::size_t> all(spec.measures.size());
    for (std::size_t k = 0; k < all.size(); ++k)
        all[k] = k;
    if (const auto points = frontier(spec, all); points && !all.empty())
        out["frontier"] = writeFrontier(spec, *points);
    return out;
}

} // namespace plumb::cost
