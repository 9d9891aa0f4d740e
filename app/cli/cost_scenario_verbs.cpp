// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost scenario add, set, remove, list, choose: which measures are switched on together. cost settings: what holds for
// all of them.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/finding_input.h"
#include "app/cli/verbs.h"
#include "core/cost/plan.h"
#include "core/session/names.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;

struct ScenarioOptions {
    std::string file, name;
    std::optional<std::string> id, newName, from, measures; ///< measures joined by commas; "none" or empty clears
    std::vector<std::string> on, off, findings;
    session::SwitchOptions with;
    bool choose = false;
};

Output scenarioOutput(const Session& session, const std::string& file, const std::string& id, bool changed) {
    Output output{scenarioJson(session, *session.review().costs.findScenario(id)), scenarioTable(session)};
    output.json["file"] = file;
    output.json["changed"] = changed;
    return output;
}

review::CostScenario& scenarioOf(review::Costs& costs, const std::string& id) {
    return *std::find_if(costs.scenarios.begin(), costs.scenarios.end(),
                         [&](const review::CostScenario& one) { return one.id == id; });
}

Result<void> refuseSameName(const review::Costs& costs, const review::CostScenario& scenario) {
    if (scenario.name.empty())
        return wrongUsage("A scenario needs a name.", "NAME");
    for (const review::CostScenario& other : costs.scenarios)
        if (other.id != scenario.id && session::foldName(other.name) == session::foldName(scenario.name))
            return wrongUsage(fmt::format("There is a scenario \"{}\" already.", session::shorten(other.name, 60)),
                              "NAME");
    return {};
}

/// What the line says about measures: the list, then those to switch on and off, then those behind findings.
Result<void> switchMeasures(const Session& session, const ScenarioOptions& options, review::Costs& costs,
                            const std::string& id) {
    if (options.measures) {
        PLUMB_TRY(measures, costIds(costs, CostThing::Measure, listOption(*options.measures)));
        scenarioOf(costs, id).measures.clear();
        session::switchOn(costs, id, measures, options.with);
    }
    PLUMB_TRY(off, costIds(costs, CostThing::Measure, options.off));
    session::switchOff(costs, id, off, options.with.prerequisites);
    PLUMB_TRY(on, costIds(costs, CostThing::Measure, options.on));
    for (const std::string& name : options.findings) {
        PLUMB_TRY(key, session.findingNamed(name));
        const std::vector<std::string> behind = session.measuresBehind(key);
        if (behind.empty())
            return wrongUsage(fmt::format("No measure of the cost model is behind \"{}\".", session::shorten(name, 60)),
                              "--finding");
        on.insert(on.end(), behind.begin(), behind.end());
    }
    session::switchOn(costs, id, on, options.with);
    return {};
}

Outcome addScenario(Context& context, const ScenarioOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    std::vector<std::string> taken;
    for (const review::CostScenario& scenario : costs.scenarios)
        taken.push_back(scenario.id);
    review::CostScenario scenario;
    scenario.name = session::tidySpaces(options.name);
    scenario.id = options.id ? *options.id : cost::freshId(scenario.name, taken);
    if (costs.findScenario(scenario.id))
        return wrongUsage(fmt::format("There is a scenario \"{}\" already.", session::shorten(scenario.id, 60)),
                          "--id");
    PLUMB_CHECK(refuseSameName(costs, scenario));
    if (options.from) {
        PLUMB_TRY(from, session::costScenarioNamed(costs, *options.from));
        scenario.measures = costs.findScenario(from)->measures;
    }
    costs.scenarios.push_back(scenario);
    PLUMB_CHECK(switchMeasures(*opened, options, costs, scenario.id));
    if (options.choose)
        costs.settings.scenario = scenario.id;
    PLUMB_TRY(changed,
              putCosts(*opened, costs, fmt::format("Add scenario \"{}\"", session::shorten(scenario.name, 48))));
    return scenarioOutput(*opened, options.file, scenario.id, changed);
}

Outcome setScenario(Context& context, const ScenarioOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costScenarioNamed(costs, options.name));
    const std::string before = costs.findScenario(id)->name;
    if (options.newName) {
        scenarioOf(costs, id).name = session::tidySpaces(*options.newName);
        PLUMB_CHECK(refuseSameName(costs, scenarioOf(costs, id)));
    }
    PLUMB_CHECK(switchMeasures(*opened, options, costs, id));
    PLUMB_TRY(changed, putCosts(*opened, costs, fmt::format("Change scenario \"{}\"", session::shorten(before, 48))));
    return scenarioOutput(*opened, options.file, id, changed);
}

struct NameOptions {
    std::string file, name;
};

Outcome removeScenario(Context& context, const NameOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costScenarioNamed(costs, options.name));
    const std::string label = fmt::format("Remove scenario \"{}\"", session::shorten(costs.findScenario(id)->name, 48));
    session::removeScenarios(costs, {id});
    PLUMB_TRY(changed, putCosts(*opened, costs, label));
    return Output{{{"file", options.file}, {"removed", Json::array({id})}, {"changed", changed}},
                  fmt::format("Removed {}; undo brings it back.\n", id)};
}

Outcome chooseScenario(Context& context, const NameOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costScenarioNamed(costs, options.name));
    costs.settings.scenario = id;
    PLUMB_TRY(changed,
              putCosts(*opened, costs,
                       fmt::format("Choose scenario \"{}\"", session::shorten(costs.findScenario(id)->name, 48))));
    return scenarioOutput(*opened, options.file, id, changed);
}

struct FileOptions {
    std::string file;
};

Outcome listScenarios(Context& context, const FileOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const std::vector<review::CostScenario>& scenarios = opened->review().costs.scenarios;
    Json all = Json::array();
    for (const review::CostScenario& scenario : scenarios)
        all.push_back(scenarioJson(*opened, scenario));
    return Output{{{"scenarios", std::move(all)}},
                  scenarios.empty() ? "The cost model has no scenarios yet.\n" : scenarioTable(*opened)};
}

// --- settings
// ------------------------------------------------------------------------------------------------------------

struct SettingsOptions {
    std::string file;
    std::optional<std::string> hours, horizon, rate, currency, trials, seed;
};

/// A whole number of 64 bits.
Result<std::int64_t> longOption(const std::string& flag, const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return wrongUsage(fmt::format("{} takes a whole number, not \"{}\".", flag, session::shorten(text, 60)), flag);
    return value;
}

Result<void> readSettings(const SettingsOptions& options, review::CostSettings& settings) {
    if (options.hours) {
        PLUMB_TRY(hours, numberOption("--hours", *options.hours));
        settings.hoursPerMonth = hours;
    }
    if (options.horizon) {
        PLUMB_TRY(horizon, wholeOption("--horizon", *options.horizon));
        settings.horizonMonths = horizon;
    }
    if (options.rate) {
        PLUMB_TRY(rate, numberOption("--rate", *options.rate));
        settings.discountRate = rate;
    }
    if (options.trials) {
        PLUMB_TRY(trials, longOption("--trials", *options.trials));
        settings.trials = trials;
    }
    if (options.seed) {
        PLUMB_TRY(seed, longOption("--seed", *options.seed));
        settings.seed = seed;
    }
    if (options.currency && session::tidySpaces(*options.currency).empty())
        return wrongUsage("--currency takes a code or a symbol, such as EUR.", "--currency");
    settings.currency = session::tidySpaces(options.currency.value_or(settings.currency));
    return {};
}

Outcome settings(Context& context, const SettingsOptions& options) {
    const bool change =
        options.hours || options.horizon || options.rate || options.currency || options.trials || options.seed;
    PLUMB_TRY(opened, change ? openToWrite(context, options.file) : openToRead(context, options.file));
    bool changed = false;
    if (change) {
        review::Costs costs = opened->review().costs;
        PLUMB_CHECK(readSettings(options, costs.settings));
        PLUMB_TRY(done, putCosts(*opened, costs, "Change the cost settings"));
        changed = done;
    }
    const review::CostSettings& now = opened->review().costs.settings;
    return Output{{{"file", options.file}, {"settings", settingsJson(opened->review().costs)}, {"changed", changed}},
                  fmt::format("A month of {:g} hours, {} months, {:g} % a year, {}; {} trials, seed {}\n",
                              now.hoursPerMonth, now.horizonMonths, 100 * now.discountRate, now.currency, now.trials,
                              now.seed)};
}

void addSwitches(CLI::App& verb, ScenarioOptions& options) {
    addText(verb, "--measures", options.measures, "MEASURE,..", "Exactly these, in the order of the waterfall");
    addList(verb, "--on", options.on, "MEASURE,..", "Measures to switch on, too", true);
    addList(verb, "--off", options.off, "MEASURE,..", "Measures to switch off", true);
    addList(verb, "--finding", options.findings, "KEY,..", "Switch on the measures behind these findings", true);
    verb.add_flag("--with-prerequisites", options.with.prerequisites,
                  "Also switch on what they need, and off what needs those that go");
    verb.add_flag("--drop-excluded", options.with.dropExcluded, "Take out what excludes those that are switched on");
}

void addRemoveListChoose(CLI::App& parent, Context& context) {
    auto removed = std::make_shared<NameOptions>();
    CLI::App& remove = addVerb(parent, "remove", "Take a scenario out; undo brings it back",
                               {"cost scenario remove claims.plumb quick-wins"});
    addWord(remove, "FILE", removed->file, "The review");
    addWord(remove, "SCENARIO", removed->name, "Its id or name");
    onCall(remove, context, removed, &removeScenario);

    auto listed = std::make_shared<FileOptions>();
    CLI::App& list =
        addVerb(parent, "list", "List the scenarios with what they save", {"cost scenario list claims.plumb"});
    addWord(list, "FILE", listed->file, "The review");
    onCall(list, context, listed, &listScenarios);

    auto chosen = std::make_shared<NameOptions>();
    CLI::App& choose = addVerb(parent, "choose", "Say whose money findings and the plan show",
                               {"cost scenario choose claims.plumb quick-wins"});
    addWord(choose, "FILE", chosen->file, "The review");
    addWord(choose, "SCENARIO", chosen->name, "Its id or name");
    onCall(choose, context, chosen, &chooseScenario);
}

} // namespace

void addCostScenarioVerbs(CLI::App& parent, Context& context) {
    auto added = std::make_shared<ScenarioOptions>();
    CLI::App& add =
        addVerb(parent, "add", "Put a scenario into the cost model",
                {"cost scenario add claims.plumb \"Quick wins\" --measures schedule-reader,prompt-caching --choose",
                 "cost scenario add claims.plumb \"All of it\" --from \"Quick wins\" --on pgvector"});
    addWord(add, "FILE", added->file, "The review");
    addWord(add, "NAME", added->name, "What people call it");
    addSwitches(add, *added);
    addText(add, "--from", added->from, "SCENARIO", "Begin with the measures of another one");
    addText(add, "--id", added->id, "ID", "For other verbs; made from the name when not given");
    add.add_flag("--choose", added->choose, "Findings and the plan show the money of this one");
    onCall(add, context, added, &addScenario);

    auto changed = std::make_shared<ScenarioOptions>();
    CLI::App& set = addVerb(parent, "set", "Switch measures of a scenario on and off, or rename it",
                            {"cost scenario set claims.plumb quick-wins --on pgvector --off prompt-caching",
                             "cost scenario set claims.plumb quick-wins --finding F-05 --with-prerequisites"});
    addWord(set, "FILE", changed->file, "The review");
    addWord(set, "SCENARIO", changed->name, "Its id or name");
    addSwitches(set, *changed);
    addText(set, "--name", changed->newName, "NAME", "What people call it");
    onCall(set, context, changed, &setScenario);
    addRemoveListChoose(parent, context);
}

void addCostSettingsVerb(CLI::App& cost, Context& context) {
    auto options = std::make_shared<SettingsOptions>();
    CLI::App& verb = addVerb(cost, "settings", "Say or set month, horizon, discount rate, currency and trials",
                             {"cost settings claims.plumb", "cost settings claims.plumb --hours 720 --horizon 36",
                              "cost settings claims.plumb --rate 0.08 --currency EUR --trials 100000 --seed 7"});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "--hours", options->hours, "H", "Hours of a month: 730, or 720 for one of 30 days");
    addText(verb, "--horizon", options->horizon, "MONTHS", "Months that are looked at, 12 to 60");
    addText(verb, "--rate", options->rate, "RATE", "Discount rate a year, such as 0.1");
    addText(verb, "--currency", options->currency, "CODE", "Of all figures; nothing is converted");
    addText(verb, "--trials", options->trials, "N", "Trials of the simulation");
    addText(verb, "--seed", options->seed, "K", "The same seed gives the same numbers");
    onCall(verb, context, options, &settings);
}

} // namespace plumb::cli
