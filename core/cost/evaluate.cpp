// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/evaluate.h"

#include "core/cost/groups.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::cost {
namespace {

Effect fullEffect(const Spec& spec, const Scenario& scenario) {
    return effectOf(spec, scenario, std::vector<bool>(scenario.measures.size(), true));
}

ItemMonth itemMonth(const Engine& engine, const ItemState& state) {
    ItemMonth out{engine.cost(state).value(), {}, {}};
    const bool isEndpoint = state.type == ItemType::Endpoint;
    if (!isEndpoint && state.type != ItemType::Provisioned)
        return out;
    const std::size_t k = isEndpoint ? std::size_t(endpoint::Utilisation) : std::size_t(provisioned::Utilisation);
    if (!state.drivers.has[k] || state.retained.value() != 1)
        return out;
    out.useful = out.cost * state.drivers.at[k].value();
    out.idle = out.cost - *out.useful;
    return out;
}

/// Months with the same effect, one after the other.
struct Stretch {
    Effect effect;
    int months = 0;
    double discounted = 0; ///< sum of the discount factors of these months
};

std::vector<Stretch> stretches(const Spec& spec, const Scenario& scenario) {
    const double rate = monthlyRate(spec.discountRate);
    std::vector<Stretch> out;
    for (int month = 1; month <= spec.horizonMonths; ++month) {
        Effect effect = effectInMonth(spec, scenario, month);
        if (out.empty() || out.back().effect.levels != effect.levels || out.back().effect.paid != effect.paid)
            out.push_back({std::move(effect), 0, 0});
        out.back().months += 1;
        out.back().discounted += std::pow(1 + rate, -month);
    }
    return out;
}

/// The outcomes of one scenario, known or on a tape.
struct Outcomes {
    std::array<Num, kOutcomes> at;
    Num& operator[](Outcome outcome) { return at[static_cast<std::size_t>(outcome)]; }
};

Outcomes outcomesOf(const Engine& engine, const Scenario& scenario) {
    const Spec& spec = engine.spec();
    Outcomes out;
    const Num base = engine.baseline();
    out[Outcome::BaselineMonthly] = base;
    out[Outcome::Monthly] = engine.monthly(scenario, fullEffect(spec, scenario));
    out[Outcome::Saving] = base - out[Outcome::Monthly];
    out[Outcome::OneOff] = engine.oneOff(scenario);
    out[Outcome::HorizonBaseline] = base * double(spec.horizonMonths);
    Num cost = out[Outcome::OneOff], value = 0;
    for (const Stretch& stretch : stretches(spec, scenario)) {
        const Num month = engine.monthly(scenario, stretch.effect);
        cost = cost + month * double(stretch.months);
        value = value + (base - month) * stretch.discounted;
    }
    out[Outcome::HorizonCost] = cost;
    out[Outcome::HorizonSaving] = out[Outcome::HorizonBaseline] - cost;
    out[Outcome::Npv] = value - out[Outcome::OneOff];
    return out;
}

/// Saving of a set of a group's measures in a month.
SetValue savingOf(const Group& group, const Engine& engine) {
    const double base = engine.baseline().value();
    return [&group, &engine, base](const std::vector<bool>& members) {
        return base - engine.monthly(group.all, effectOf(group.spec, group.all, members)).value();
    };
}

/// Fewer random orders the more measures there are: an order of n measures costs n evaluations of n effects.
std::size_t permutationPairs(std::size_t measures) {
    constexpr std::size_t kMost = 2000, kLeast = 10, kEffects = 20'000'000;
    return std::clamp(kEffects / (measures * measures + 1), kLeast, kMost);
}

void attribute(const Spec& spec, const Scenario& scenario, bool manyShares, ScenarioResult& out) {
    const std::size_t count = scenario.measures.size();
    const std::vector<Group> groups = groupsOf(spec, scenario.measures);
    const bool shared = manyShares || std::all_of(groups.begin(), groups.end(), [](const Group& group) {
                            return group.members.size() <= kQuickPlayers;
                        });
    out.waterfall.assign(count, 0);
    if (shared)
        out.shapley = {std::vector<double>(count, 0.0), std::vector<double>(count, 0.0), true};
    for (const Group& group : groups) {
        const Engine engine = meanEngine(group.spec);
        const SetValue saving = savingOf(group, engine);
        const std::vector<double> steps = waterfall(group.members.size(), saving);
        for (std::size_t n = 0; n < group.members.size(); ++n)
            out.waterfall[group.members[n]] = steps[n];
        if (!shared)
            continue;
        const Attribution shares = shapley(group.members.size(), saving, permutationPairs(group.members.size()));
        for (std::size_t n = 0; n < group.members.size(); ++n) {
            out.shapley.values[group.members[n]] = shares.values[n];
            out.shapley.errors[group.members[n]] = shares.errors[n];
        }
        out.shapley.exact = out.shapley.exact && shares.exact;
    }
}

void valueOverTime(const Engine& engine, const Scenario& scenario, double base, ScenarioResult& out) {
    const Spec& spec = engine.spec();
    for (const Stretch& stretch : stretches(spec, scenario))
        out.months.insert(out.months.end(), static_cast<std::size_t>(stretch.months),
                          engine.monthly(scenario, stretch.effect).value());
    std::vector<double> savings, flows{-out.oneOff};
    for (const double month : out.months)
        savings.push_back(base - month);
    flows.insert(flows.end(), savings.begin(), savings.end());
    out.npv = netPresentValue(monthlyRate(spec.discountRate), flows);
    out.irr = internalRates(flows);
    // A measure that starts or ramps beyond the horizon still pays back.
    int last = spec.horizonMonths;
    for (const std::size_t k : scenario.measures) {
        const Measure& measure = spec.measures[k];
        last = std::max(last, static_cast<int>(std::ceil(measure.startMonth + measure.rampMonths)));
    }
    for (int month = spec.horizonMonths + 1; month <= last; ++month)
        savings.push_back(base - engine.monthly(scenario, effectInMonth(spec, scenario, month)).value());
    out.payback = payback(out.oneOff, savings);
    out.discountedPayback = discountedPayback(out.oneOff, savings, monthlyRate(spec.discountRate));
}

ScenarioResult resultOf(const Engine& engine, const Scenario& scenario, double base, bool manyShares) {
    const Spec& spec = engine.spec();
    ScenarioResult out;
    out.name = scenario.name;
    const Effect effect = fullEffect(spec, scenario);
    double sum = 0;
    for (const ItemState& state : engine.states(scenario, effect.levels)) {
        out.items.push_back(itemMonth(engine, state));
        sum += out.items.back().cost;
    }
    out.runCosts = engine.runCosts(scenario, effect.paid).value();
    out.monthly = sum + out.runCosts;
    out.saving = base - out.monthly;
    out.oneOff = engine.oneOff(scenario).value();
    for (const std::size_t k : scenario.measures)
        out.effort += spec.measures[k].effort;
    attribute(spec, scenario, manyShares, out);
    valueOverTime(engine, scenario, base, out);
    return out;
}

std::vector<ItemMonth> itemsOf(const Engine& engine) {
    std::vector<ItemMonth> out;
    for (const ItemState& state : engine.states({}, {}))
        out.push_back(itemMonth(engine, state));
    return out;
}

double sumOf(const std::vector<ItemMonth>& items) {
    double sum = 0;
    for (const ItemMonth& item : items)
        sum += item.cost;
    return sum;
}

/// Collects the uncertain numbers in the order in which an engine asks for them.
Engine::Source collector(std::vector<Input>& inputs, Tape* tape) {
    return [&inputs, tape](const Quantity& quantity, const std::string& owner, std::string_view field,
                           const std::string& pointer) {
        if (quantity.certain())
            return Num(mean(quantity));
        inputs.push_back({owner, std::string(field), pointer, quantity});
        return tape == nullptr ? Num(mean(quantity)) : tape->input(static_cast<std::uint32_t>(inputs.size() - 1));
    };
}

void addOutcomes(const Engine& engine, const Scenario& scenario, const Tape& tape, Compiled& out) {
    const Outcomes outcomes = outcomesOf(engine, scenario);
    for (std::size_t k = 0; k < kOutcomes; ++k)
        out.programs[k] = tape.programFor(outcomes.at[k]);
}

} // namespace

double levelInMonth(const Measure& measure, int month) noexcept {
    // The mean over the month of a line from 0 at the start to 1 after the ramp.
    const double from = month - measure.startMonth, to = from + 1; // since the start
    if (measure.rampMonths <= 0)
        return std::clamp(to, 0.0, 1.0);
    const auto area = [ramp = measure.rampMonths](double x) {
        return x <= 0 ? 0.0 : x < ramp ? x * x / (2 * ramp) : x - ramp / 2;
    };
    return area(to) - area(from);
}

Evaluation evaluate(const Spec& spec) {
    Evaluation out;
    const Engine engine = meanEngine(spec);
    out.items = itemsOf(engine);
    out.baselineMonthly = sumOf(out.items);
    for (const Scenario& scenario : spec.scenarios)
        out.scenarios.push_back(resultOf(engine, scenario, out.baselineMonthly, true));
    return out;
}

ScenarioResult evaluateScenario(const Spec& spec, std::size_t scenario, bool manyShares) {
    const Engine engine = meanEngine(spec);
    return resultOf(engine, spec.scenarios[scenario], sumOf(itemsOf(engine)), manyShares);
}

std::vector<ItemMonth> baselineItems(const Spec& spec) {
    return itemsOf(meanEngine(spec));
}

double monthlyWith(const Spec& spec, const std::vector<std::size_t>& measures) {
    const Scenario scenario{{}, measures};
    return meanEngine(spec).monthly(scenario, fullEffect(spec, scenario)).value();
}

std::vector<Input> uncertainInputs(const Spec& spec) {
    std::vector<Input> inputs;
    const Engine engine(spec, collector(inputs, nullptr));
    return inputs;
}

Compiled compile(const Spec& spec, std::size_t scenario) {
    Compiled out;
    Tape tape(static_cast<std::uint32_t>(uncertainInputs(spec).size()));
    const Engine engine(spec, collector(out.inputs, &tape));
    addOutcomes(engine, spec.scenarios[scenario], tape, out);
    return out;
}

CompiledMonths compileMonths(const Spec& spec, std::size_t scenario) {
    CompiledMonths out;
    Tape tape(static_cast<std::uint32_t>(uncertainInputs(spec).size()));
    const Engine engine(spec, collector(out.outcomes.inputs, &tape));
    const Scenario& measures = spec.scenarios[scenario];
    addOutcomes(engine, measures, tape, out.outcomes);
    const Num base = engine.baseline();
    for (const Stretch& stretch : stretches(spec, measures)) {
        out.stateIn.insert(out.stateIn.end(), static_cast<std::size_t>(stretch.months), out.savings.size());
        out.savings.push_back(tape.programFor(base - engine.monthly(measures, stretch.effect)));
    }
    return out;
}

} // namespace plumb::cost
