// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/scenario_risk.h"

#include "core/base/json.h"
#include "core/cost/evaluate.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace plumb::cost {
namespace {

constexpr std::array<std::string_view, kOutcomes> kNames{"baselineMonthly", "monthly",     "saving",        "oneOff",
                                                         "horizonBaseline", "horizonCost", "horizonSaving", "npv"};

bool moreIsBetter(Outcome outcome) {
    return outcome == Outcome::Saving || outcome == Outcome::HorizonSaving || outcome == Outcome::Npv;
}

/// The position of the scenario in the specification, which gets one without measures when it has none.
Result<std::size_t> chosen(Spec& spec, const std::string& name) {
    if (spec.scenarios.empty() && name.empty())
        spec.scenarios.push_back({"baseline", {}});
    if (name.empty())
        return std::size_t{0};
    std::vector<std::string> names;
    for (const Scenario& scenario : spec.scenarios) {
        if (scenario.name == name)
            return names.size();
        names.push_back(scenario.name);
    }
    return fail(ErrorKind::Usage, "cost.scenario",
                names.empty() ? fmt::format("there is no scenario \"{}\": the specification has none", name)
                              : fmt::format("there is no scenario \"{}\"; there are: {}", name, fmt::join(names, ", ")),
                name, {name});
}

Json interval(const Interval& range) {
    return Json::array({range.low, range.high});
}

Json summaryJson(const Summary& s) {
    return {{"mean", s.mean},
            {"stdError", s.stdError},
            {"standardDeviation", s.standardDeviation},
            {"p10", s.p10},
            {"p50", s.p50},
            {"p90", s.p90},
            {"p10Range", interval(s.p10Range)},
            {"p50Range", interval(s.p50Range)},
            {"p90Range", interval(s.p90Range)},
            {"min", s.minimum},
            {"max", s.maximum}};
}

Json named(const Input& input) {
    return {{"input", input.owner + "." + input.field}, {"pointer", input.pointer}};
}

Json tornadoJson(const ScenarioRisk& risk) {
    Json bars = Json::array();
    for (const TornadoBar& bar : risk.tornado.bars) {
        Json out = named(risk.inputs[bar.input]);
        out.update({{"low", bar.low},
                    {"high", bar.high},
                    {"atLow", bar.atLow},
                    {"atHigh", bar.atHigh},
                    {"swing", bar.swing()},
                    {"share", bar.share}});
        bars.push_back(std::move(out));
    }
    return bars;
}

Json informationJson(const ScenarioRisk& risk) {
    std::vector<std::size_t> order(risk.inputs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const std::vector<double>& worth = risk.information.perInput;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
    Json inputs = Json::array();
    for (const std::size_t i : order) {
        Json out = named(risk.inputs[i]);
        out["value"] = worth[i];
        inputs.push_back(std::move(out));
    }
    return {{"all", risk.information.all}, {"inputs", std::move(inputs)}};
}

Json indicesJson(const ScenarioRisk& risk) {
    Json out = Json::array();
    for (std::size_t i = 0; i < risk.inputs.size(); ++i) {
        const SobolIndex& index = risk.indices->indices[i];
        Json row = named(risk.inputs[i]);
        row.update({{"first", index.first},
                    {"firstError", index.firstError},
                    {"total", index.total},
                    {"totalError", index.totalError}});
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace

std::string_view toText(Outcome outcome) noexcept {
    return kNames[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcomeFromText(std::string_view text) noexcept {
    const auto found = std::find(kNames.begin(), kNames.end(), text);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Outcome>(found - kNames.begin());
}

Result<InformationValue> informationForChoice(const std::vector<Compiled>& scenarios,
                                              const SimulationOptions& options) {
    constexpr std::array<Outcome, 1> kWorth{Outcome::Npv};
    PLUMB_TRY(worth, simulate(scenarios, kWorth, options));
    const std::vector<double> leave(worth.trials, 0.0);
    std::vector<std::span<const double>> alternatives{leave};
    for (const SimulatedOutput& output : worth.outputs)
        alternatives.emplace_back(output.values);
    return informationValue(alternatives, quantitiesOf(scenarios.front()), options);
}

Result<ScenarioRisk> assess(const Spec& given, const RiskQuestion& question) {
    Spec spec = given;
    PLUMB_TRY(position, chosen(spec, question.scenario));
    std::vector<Compiled> scenarios;
    for (std::size_t k = 0; k < spec.scenarios.size(); ++k)
        scenarios.push_back(compile(spec, k));
    const Compiled& scenario = scenarios[position];

    ScenarioRisk risk;
    risk.scenario = spec.scenarios[position].name;
    risk.outcome = question.outcome;
    risk.inputs = scenario.inputs;
    PLUMB_TRY(simulation, simulate(std::span(&scenario, 1), kAllOutcomes, question.options));
    risk.simulation = std::move(simulation);
    risk.tornado = tornado(scenario, question.outcome);
    PLUMB_TRY(value, informationForChoice(scenarios, question.options));
    risk.information = std::move(value);
    if (question.target) {
        const std::vector<double>& values = risk.simulation.outputs[static_cast<std::size_t>(question.outcome)].values;
        risk.reached =
            moreIsBetter(question.outcome) ? atLeast(values, *question.target) : atMost(values, *question.target);
    }
    if (question.indices) {
        const BlockModel model = blockModel(std::span(&scenario, 1), std::array{question.outcome});
        PLUMB_TRY(indices, sobolIndices(model, quantitiesOf(scenario), question.options));
        risk.indices = std::move(indices);
    }
    return risk;
}

Json writeRisk(const ScenarioRisk& risk) {
    Json out = {{"scenario", risk.scenario},
                {"outcome", toText(risk.outcome)},
                {"trials", risk.simulation.trials},
                {"seed", risk.simulation.seed},
                {"sampling", risk.simulation.sampling == Sampling::Sobol ? "sobol" : "random"},
                {"method", simulationMethod()}};
    out.update(summaryJson(risk.summary(risk.outcome)));
    if (risk.reached)
        out["reached"] = {{"probability", risk.reached->share}, {"range", interval(risk.reached->range)}};
    out["tornado"] = tornadoJson(risk);
    Json outcomes = Json::object();
    for (const Outcome outcome : kAllOutcomes)
        outcomes[std::string(toText(outcome))] = summaryJson(risk.summary(outcome));
    out["outcomes"] = std::move(outcomes);
    out["informationValue"] = informationJson(risk);
    if (risk.indices)
        out["indices"] = indicesJson(risk);
    return out;
}

} // namespace plumb::cost
