// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost types, cost eval: what needs no review, but takes one.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/cost/evaluate.h"
#include "core/cost/results_json.h"
#include "core/cost/types.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

// --- types
// ----------------------------------------------------------------------------------------------------------------

struct TypesOptions {
    std::string type;
};

std::string fieldLines(const std::vector<cost::FieldInfo>& fields) {
    TextTable table({"  Field", "Unit", ">Default", "Meaning"});
    for (const cost::FieldInfo& field : fields)
        table.row({fmt::format("  {}", field.name), std::string(field.unit),
                   field.required   ? "needed"
                   : field.fallback ? fmt::format("{}", *field.fallback)
                                    : "-",
                   std::string(field.meaning)});
    return table.text();
}

template <typename Info> bool wanted(const Info& info, const TypesOptions& options) {
    return options.type.empty() || options.type == info.name;
}

Outcome types(Context&, const TypesOptions& options) {
    std::string items, measures;
    for (const cost::ItemTypeInfo& info : cost::itemTypes())
        if (wanted(info, options))
            items +=
                fmt::format("\n{}: {}\n  = {}\n{}", info.name, info.meaning, info.formula, fieldLines(info.fields));
    for (const cost::MeasureTypeInfo& info : cost::measureTypes())
        if (wanted(info, options))
            measures += fmt::format("\n{}: {}\n  {}\n  holds when: {}\n{}", info.name, info.meaning, info.effect,
                                    info.condition, fieldLines(info.fields));
    if (items.empty() && measures.empty())
        return wrongUsage(fmt::format("There is no type \"{}\"; plumbline-cli cost types lists them.", options.type),
                          options.type);
    std::string text = items.empty() ? "" : "ITEMS\n" + items;
    if (!measures.empty())
        text += fmt::format("{}MEASURES\n{}\nEvery measure also takes\n{}", text.empty() ? "" : "\n", measures,
                            fieldLines(cost::commonMeasureFields()));
    return Output{cost::writeTypes(), text};
}

void addTypesVerb(CLI::App& parent, Context& context) {
    auto options = std::make_shared<TypesOptions>();
    CLI::App& verb = addVerb(parent, "types", "List the types of items and measures with their fields and formulas",
                             {"cost types", "cost types endpoint"});
    verb.add_option("TYPE", options->type, "Only this one")->type_name("");
    onCall(verb, context, options, &types);
}

// --- eval
// ----------------------------------------------------------------------------------------------------------------

struct EvalOptions {
    std::string path;
};

std::string itemLines(const cost::Spec& spec, const cost::Evaluation& evaluation) {
    TextTable table({"Item", "Type", ">A month", ">Idle"});
    for (std::size_t k = 0; k < spec.items.size(); ++k) {
        const cost::ItemMonth& month = evaluation.items[k];
        table.row({spec.items[k].id, std::string(cost::infoOf(spec.items[k].type).name), moneyText(month.cost),
                   month.idle ? moneyText(*month.idle) : ""});
    }
    return table.text();
}

std::string scenarioLines(const cost::Spec& spec, const cost::Scenario& scenario, const cost::ScenarioResult& result) {
    std::string out = fmt::format("\nScenario {}: {} a month, saves {}\n", result.name, moneyText(result.monthly),
                                  moneyText(result.saving));
    TextTable table({"  Measure", ">In order", ">Its share"});
    for (std::size_t n = 0; n < scenario.measures.size(); ++n)
        table.row({"  " + spec.measures[scenario.measures[n]].id, moneyText(result.waterfall[n]),
                   moneyText(result.shapley.values[n])});
    out += table.text();
    if (!result.shapley.exact)
        out += "  Shares are estimated from random orders; --json has their standard errors.\n";
    out += fmt::format("  One-off {}, net present value {} over {} months, paid back after: {} (discounted: {})\n",
                       moneyText(result.oneOff), moneyText(result.npv), spec.horizonMonths, monthsText(result.payback),
                       monthsText(result.discountedPayback));
    const std::string note = cost::rateNote(result.irr);
    out += note.empty() ? fmt::format("  Internal rate of return: {:.2f} % a month\n", 100 * result.irr.rates.front())
                        : "  " + note + "\n";
    return out;
}

Outcome eval(Context& context, const EvalOptions& options) {
    PLUMB_TRY(source, costSourceOf(context, options.path));
    const cost::Spec* spec = &source.spec;
    const cost::Evaluation evaluation = cost::evaluate(*spec);
    std::string text = fmt::format("{} {} a month of {} hours\n", spec->currency, moneyText(evaluation.baselineMonthly),
                                   spec->hoursPerMonth) +
                       itemLines(*spec, evaluation);
    for (std::size_t k = 0; k < spec->scenarios.size(); ++k)
        text += scenarioLines(*spec, spec->scenarios[k], evaluation.scenarios[k]);
    return Output{cost::writeEvaluation(*spec, evaluation), text};
}

void addEvalVerb(CLI::App& parent, Context& context) {
    auto options = std::make_shared<EvalOptions>();
    CLI::App& verb =
        addVerb(parent, "eval", "Say what items cost a month and what scenarios save, of a file or a review",
                {"cost eval spec.json", "cost eval claims.plumb --json"});
    addWord(verb, "SPEC", options->path, "Items, measures and scenarios as JSON, - for standard input; or a review");
    onCall(verb, context, options, &eval);
}

} // namespace

void addCostVerbs(CLI::App& parent, Context& context) {
    addTypesVerb(parent, context);
    addEvalVerb(parent, context);
}

} // namespace plumb::cli
