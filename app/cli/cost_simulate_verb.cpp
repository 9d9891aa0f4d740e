// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost simulate: the spread of a scenario, and which of its numbers matter.
#include "app/cli/cost_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/cost/scenario_risk.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

struct SimulateOptions {
    std::string path;
    std::string sampling = "random";
    std::string outcome = "monthly";
    cost::RiskQuestion question;
    std::optional<std::uint64_t> trials, seed;
};

std::string summaryLines(const cost::ScenarioRisk& risk, const std::string& currency) {
    TextTable table({"Outcome", ">Mean", ">+-", ">P10", ">P50", ">P90"});
    for (const cost::Outcome outcome : cost::kAllOutcomes) {
        const cost::Summary& s = risk.summary(outcome);
        table.row({std::string(cost::toText(outcome)), fmt::format("{:.2f}", s.mean), fmt::format("{:.2f}", s.stdError),
                   fmt::format("{:.2f}", s.p10), fmt::format("{:.2f}", s.p50), fmt::format("{:.2f}", s.p90)});
    }
    return fmt::format("Scenario {}, {}, {} trials, seed {}\n", risk.scenario, currency, risk.simulation.trials,
                       risk.simulation.seed) +
           table.text();
}

std::string inputLines(const cost::ScenarioRisk& risk) {
    if (risk.inputs.empty())
        return "\nNo number of this specification is uncertain: give ranges to see their effect.\n";
    TextTable table({"Input", ">At P10", ">At P90", ">Swing", ">Worth knowing"});
    for (const cost::TornadoBar& bar : risk.tornado.bars) {
        const cost::Input& input = risk.inputs[bar.input];
        table.row({input.owner + "." + input.field, fmt::format("{:.2f}", bar.atLow), fmt::format("{:.2f}", bar.atHigh),
                   fmt::format("{:.2f}", bar.swing()), fmt::format("{:.2f}", risk.information.perInput[bar.input])});
    }
    return fmt::format("\nWhat moves {} (one at a time, the others at P50)\n", cost::toText(risk.outcome)) +
           table.text();
}

Outcome simulate(Context& context, const SimulateOptions& options) {
    PLUMB_TRY(source, costSourceOf(context, options.path));
    cost::RiskQuestion question = options.question;
    if (source.ofReview) { // what the review has set, where the line says nothing
        question.options.trials = options.trials.value_or(static_cast<std::uint64_t>(source.settings.trials));
        question.options.seed = options.seed.value_or(static_cast<std::uint64_t>(source.settings.seed));
        if (question.scenario.empty())
            question.scenario = source.chosen;
    } else {
        question.options.trials = options.trials.value_or(question.options.trials);
        question.options.seed = options.seed.value_or(question.options.seed);
    }
    question.outcome = cost::outcomeFromText(options.outcome).value_or(cost::Outcome::Monthly);
    question.options.sampling = options.sampling == "sobol" ? cost::Sampling::Sobol : cost::Sampling::Random;
    PLUMB_TRY(risk, cost::assess(source.spec, question));
    std::string text = summaryLines(risk, source.spec.currency) + inputLines(risk);
    if (risk.reached)
        text += fmt::format("\nThe target is reached in {:.1f} % of the trials ({:.1f} to {:.1f} %)\n",
                            100 * risk.reached->share, 100 * risk.reached->range.low, 100 * risk.reached->range.high);
    return Output{cost::writeRisk(risk), text};
}

std::vector<std::string> outcomeNames() {
    std::vector<std::string> names;
    for (const cost::Outcome outcome : cost::kAllOutcomes)
        names.emplace_back(cost::toText(outcome));
    return names;
}

} // namespace

void addCostSimulateVerb(CLI::App& parent, Context& context) {
    auto options = std::make_shared<SimulateOptions>();
    cost::SimulationOptions& run = options->question.options;
    CLI::App& verb =
        addVerb(parent, "simulate", "Say how a scenario spreads over its ranges, and which number matters most",
                {"cost simulate spec.json", "cost simulate spec.json --scenario all --trials 1000000 --seed 7 --json",
                 "cost simulate claims.plumb --target 17000"});
    addWord(verb, "SPEC", options->path, "Items, measures and scenarios as JSON, - for standard input; or a review");
    addText(verb, "--scenario", options->question.scenario, "NAME",
            "Which scenario; the first when not given, of a review the chosen one");
    addText(
        verb, "--outcome", options->outcome, "NAME",
        "monthly when not given; or baselineMonthly, saving, oneOff, horizonBaseline, horizonCost, horizonSaving, npv")
        ->check(CLI::IsMember(outcomeNames()).description(""));
    verb.add_option("--trials", options->trials, "How many; 100000 when not given, of a review its own")
        ->type_name("N");
    verb.add_option("--seed", options->seed,
                    "The same seed gives the same numbers; 1 when not given, of a review its own")
        ->type_name("K");
    verb.add_option("--threads", run.threads, "All processors when not given; results do not depend on it")
        ->type_name("T")
        ->check(CLI::Range(1, 1024).description(""));
    addText(verb, "--sampling", options->sampling, "KIND", "random, or sobol for evenly spread points")
        ->check(CLI::IsMember({"random", "sobol"}).description(""));
    verb.add_option("--target", options->question.target, "Say how likely the outcome reaches this amount")
        ->type_name("AMOUNT");
    verb.add_flag("--indices", options->question.indices, "Also shares of the variance (Sobol indices)");
    onCall(verb, context, options, &simulate);
}

} // namespace plumb::cli
