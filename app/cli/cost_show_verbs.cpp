// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost seed, show, export: the cost model as a whole.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/cost/plan.h"
#include "core/cost/results_json.h"
#include "core/cost/seed.h"
#include "core/session/names.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;

// --- seed
// ----------------------------------------------------------------------------------------------------------------

struct SeedOptions {
    std::string file;
    bool replace = false;
};

Outcome seed(Context& context, const SeedOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    const review::Costs& before = opened->review().costs;
    if (!options.replace && !(before.items.empty() && before.measures.empty() && before.scenarios.empty()))
        return wrongUsage("The review has a cost model already; add --replace to put this one in its place.",
                          "--replace");
    PLUMB_CHECK(opened->setCosts(cost::seedCosts(), "Start with the example of idle endpoint, vector store and agent"));
    const review::Costs& now = opened->review().costs;
    return Output{{{"file", options.file},
                   {"items", now.items.size()},
                   {"measures", now.measures.size()},
                   {"scenarios", now.scenarios.size()}},
                  itemTable(*opened, now.items) + billLine(*opened) + "\n" + scenarioTable(*opened)};
}

void addSeed(CLI::App& parent, Context& context) {
    auto options = std::make_shared<SeedOptions>();
    CLI::App& verb =
        addVerb(parent, "seed", "Start with an example: idle endpoint, vector store floor, batch, caching, agent",
                {"cost seed claims.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_flag("--replace", options->replace, "Also when there is a cost model already; undo brings it back");
    onCall(verb, context, options, &seed);
}

// --- show
// ----------------------------------------------------------------------------------------------------------------

struct ShowOptions {
    std::string file;
    std::optional<std::string> scenario;
};

std::string savingsText(const Session& session, std::size_t scenario) {
    const cost::Spec& spec = *session.costSpec();
    const cost::ScenarioResult& result = session.costEvaluation()->scenarios[scenario];
    const std::vector<std::size_t>& measures = spec.scenarios[scenario].measures;
    TextTable table({"  Measure", "Findings", ">In order", ">Its share"});
    for (std::size_t n = 0; n < measures.size(); ++n) {
        const cost::Measure& measure = spec.measures[measures[n]];
        std::vector<std::string> codes;
        for (const std::string& key : measure.findings)
            if (const score::Finding* finding = session.finding(key))
                codes.push_back(finding->number > 0 ? review::findingCode(finding->number) : key);
        table.row({"  " + session::shorten(measure.name, 40), fmt::format("{}", fmt::join(codes, " ")),
                   moneyText(result.waterfall[n]), moneyText(result.shapley.values[n])});
    }
    std::string out = fmt::format("\nScenario {}: {} a month, saves {}\n", result.name, moneyText(result.monthly),
                                  moneyText(result.saving)) +
                      table.text();
    out += fmt::format("  One-off {}, net present value {} over {} months, paid back after: {} (discounted: {})\n",
                       moneyText(result.oneOff), moneyText(result.npv), spec.horizonMonths, monthsText(result.payback),
                       monthsText(result.discountedPayback));
    const std::string note = cost::rateNote(result.irr);
    return out + (note.empty()
                      ? fmt::format("  Internal rate of return: {:.2f} % a month\n", 100 * result.irr.rates.front())
                      : "  " + note + "\n");
}

Json staleJson(const std::vector<cost::StalePrice>& stale) {
    Json out = Json::array();
    for (const cost::StalePrice& price : stale)
        out.push_back({{"owner", price.owner},
                       {"kind", price.ofMeasure ? "measure" : "item"},
                       {"field", price.field},
                       {"why", price.why}});
    return out;
}

Json findingsJson(const Session& session) {
    Json out = Json::array();
    for (const score::Finding& finding : session.findings())
        if (const std::vector<std::string> behind = session.measuresBehind(finding.key); !behind.empty())
            out.push_back({{"key", finding.key},
                           {"code", finding.number > 0 ? review::findingCode(finding.number) : finding.key},
                           {"open", finding.open},
                           {"measures", behind},
                           {"monthlySaving", finding.monthlySaving}});
    return out;
}

/// Positions of the scenarios to speak of: the named one, else the chosen.
Result<std::optional<std::size_t>> shownScenario(const Session& session, const ShowOptions& options) {
    const review::Costs& costs = session.review().costs;
    const review::CostScenario* scenario = costs.chosen();
    if (options.scenario) {
        PLUMB_TRY(id, session::costScenarioNamed(costs, *options.scenario));
        scenario = costs.findScenario(id);
    }
    if (!scenario)
        return std::optional<std::size_t>();
    return std::optional<std::size_t>(static_cast<std::size_t>(scenario - costs.scenarios.data()));
}

Outcome show(Context& context, const ShowOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const Result<cost::Spec>& spec = opened->costSpec();
    if (!spec)
        return fail(spec.error());
    PLUMB_TRY(scenario, shownScenario(*opened, options));
    const review::Costs& costs = opened->review().costs;
    const cost::Evaluation* evaluation = opened->costEvaluation();
    const std::vector<cost::StalePrice> stale = cost::stalePrices(costs, opened->today());
    Output output{cost::writeEvaluation(*spec, evaluation ? *evaluation : cost::evaluate(*spec)), billLine(*opened)};
    output.json["file"] = options.file;
    output.json["settings"] = settingsJson(costs);
    output.json["scenario"] = scenario ? Json(costs.scenarios[*scenario].id) : Json(nullptr);
    output.json["findings"] = findingsJson(*opened);
    output.json["stale"] = staleJson(stale);
    if (!costs.items.empty())
        output.text = itemTable(*opened, costs.items) + output.text;
    if (!costs.scenarios.empty())
        output.text += "\n" + scenarioTable(*opened);
    if (scenario && evaluation)
        output.text += savingsText(*opened, *scenario);
    for (const cost::StalePrice& price : stale)
        output.text += fmt::format("Look up again: {} of {}, {}\n", price.field, price.owner, price.why);
    return output;
}

void addShow(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App& verb = addVerb(parent, "show", "Say what a review costs a month, what its scenarios save, and by what",
                             {"cost show claims.plumb", "cost show claims.plumb --scenario \"Quick wins\""});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "--scenario", options->scenario, "SCENARIO", "Whose measures to list; the chosen one when not given");
    onCall(verb, context, options, &show);
}

// --- export
// --------------------------------------------------------------------------------------------------------------

struct ExportOptions {
    std::string file, output;
    bool force = false;
};

Outcome exportCosts(Context& context, const ExportOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const Json document = cost::writeCosts(opened->review().costs);
    if (options.output.empty())
        return Output{document, writeJson(document)};
    PLUMB_CHECK(checkFree(options.output, options.force));
    const std::string bytes = writeJson(document);
    PLUMB_CHECK(writeFileAtomically(options.output, bytes));
    return Output{{{"file", options.output}, {"bytes", bytes.size()}},
                  fmt::format("{}: {} bytes; cost eval and cost simulate read it.\n", options.output, bytes.size())};
}

void addExport(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App& verb = addVerb(parent, "export", "Write the cost model of a review as cost eval reads it",
                             {"cost export claims.plumb -o spec.json"});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "-o,--output", options->output, "SPEC", "The file to write; standard output when not given");
    verb.add_flag("--force", options->force, "Replace a file that is there");
    onCall(verb, context, options, &exportCosts);
}

} // namespace

void addCostModelVerbs(CLI::App& parent, Context& context) {
    addSeed(parent, context);
    addShow(parent, context);
    addExport(parent, context);
}

} // namespace plumb::cli
