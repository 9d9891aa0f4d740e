// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost measure add, set, remove, list: what could be done about the bill. cost link: which finding is behind it.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/finding_input.h"
#include "app/cli/verbs.h"
#include "core/cost/plan.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;

struct MeasureOptions {
    std::string file, name;
    std::optional<std::string> id, newName, type, note;
    std::vector<std::string> set, unset;
    std::optional<std::string> items, needs, excludes; ///< joined by commas; "none" or empty clears
};

Output measureOutput(const Session& session, const std::string& file, const std::string& id, bool changed) {
    const review::CostMeasure& measure = *session.review().costs.findMeasure(id);
    Output output{measureJson(session, measure), measureTable(session, {measure})};
    output.json["file"] = file;
    output.json["changed"] = changed;
    return output;
}

/// Reads what acts on what. Measures are sorted, as they are stored.
Result<void> readMeasureLinks(const review::Costs& costs, const MeasureOptions& options, review::CostMeasure& measure) {
    if (options.items) {
        PLUMB_TRY(items, costIds(costs, CostThing::Item, listOption(*options.items)));
        measure.items = std::move(items);
    }
    if (options.needs) {
        PLUMB_TRY(needs, costIds(costs, CostThing::Measure, listOption(*options.needs)));
        measure.prerequisites = std::move(needs);
    }
    if (options.excludes) {
        PLUMB_TRY(excludes, costIds(costs, CostThing::Measure, listOption(*options.excludes)));
        measure.excludes = std::move(excludes);
    }
    std::sort(measure.prerequisites.begin(), measure.prerequisites.end());
    std::sort(measure.excludes.begin(), measure.excludes.end());
    return {};
}

Outcome addMeasure(Context& context, const MeasureOptions& options) {
    PLUMB_CHECK(checkCostType(true, options.type.value_or(std::string())));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    std::vector<std::string> taken;
    for (const review::CostMeasure& measure : costs.measures)
        taken.push_back(measure.id);
    review::CostMeasure measure;
    measure.name = session::tidySpaces(options.name);
    measure.type = *options.type;
    measure.note = options.note.value_or(std::string());
    measure.id = options.id ? *options.id : cost::freshId(measure.name, taken);
    if (measure.name.empty())
        return wrongUsage("A measure needs a name.", "NAME");
    if (costs.findMeasure(measure.id))
        return wrongUsage(fmt::format("There is a measure \"{}\" already.", session::shorten(measure.id, 60)), "--id");
    PLUMB_CHECK(readMeasureLinks(costs, options, measure));
    PLUMB_CHECK(setCostFields(measure.fields, true, measure.type, options.set, {}));
    costs.measures.push_back(measure);
    PLUMB_TRY(changed, putCosts(*opened, costs, fmt::format("Add measure \"{}\"", session::shorten(measure.name, 48))));
    return measureOutput(*opened, options.file, measure.id, changed);
}

Outcome setMeasure(Context& context, const MeasureOptions& options) {
    if (options.type)
        PLUMB_CHECK(checkCostType(true, *options.type));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costMeasureNamed(costs, options.name));
    review::CostMeasure& measure = *std::find_if(costs.measures.begin(), costs.measures.end(),
                                                 [&, &wanted = id](const auto& one) { return one.id == wanted; });
    const std::string before = measure.name;
    if (options.newName)
        measure.name = session::tidySpaces(*options.newName);
    if (measure.name.empty())
        return wrongUsage("A measure needs a name.", "--name");
    measure.type = options.type.value_or(measure.type);
    measure.note = options.note.value_or(measure.note);
    PLUMB_CHECK(readMeasureLinks(costs, options, measure));
    PLUMB_CHECK(setCostFields(measure.fields, true, measure.type, options.set, options.unset));
    const bool others =
        options.newName || options.type || options.note || options.items || options.needs || options.excludes;
    PLUMB_TRY(changed, putCosts(*opened, costs, changeLabel(before, options.set, options.unset, others)));
    return measureOutput(*opened, options.file, id, changed);
}

struct NamesOptions {
    std::string file;
    std::vector<std::string> names;
};

Outcome removeMeasure(Context& context, const NamesOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(ids, costIds(costs, CostThing::Measure, options.names));
    const std::string what = ids.size() == 1
                                 ? fmt::format("measure \"{}\"", session::shorten(costs.findMeasure(ids[0])->name, 48))
                                 : fmt::format("{} measures", ids.size());
    session::removeMeasures(costs, ids);
    PLUMB_TRY(changed, putCosts(*opened, costs, "Remove " + what));
    return Output{
        {{"file", options.file}, {"removed", ids}, {"changed", changed}},
        fmt::format("Removed {}, also from scenarios and findings; undo brings it back.\n", fmt::join(ids, ", "))};
}

struct FileOptions {
    std::string file;
};

Outcome listMeasures(Context& context, const FileOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const std::vector<review::CostMeasure>& measures = opened->review().costs.measures;
    Json all = Json::array();
    for (const review::CostMeasure& measure : measures)
        all.push_back(measureJson(*opened, measure));
    return Output{{{"measures", std::move(all)}},
                  measures.empty() ? "The cost model has no measures yet.\n" : measureTable(*opened, measures)};
}

struct LinkOptions {
    std::string file, finding, measure;
    bool remove = false;
};

Outcome link(Context& context, const LinkOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(key, opened->findingNamed(options.finding));
    PLUMB_TRY(measure, session::costMeasureNamed(opened->review().costs, options.measure));
    const auto before = opened->undoable();
    PLUMB_CHECK(opened->linkMeasure(key, measure, !options.remove));
    const auto after = opened->undoable();
    Output output =
        measureOutput(*opened, options.file, measure, (before ? before->id : "") != (after ? after->id : ""));
    const score::Finding* finding = opened->finding(key);
    output.json["finding"] = key;
    output.json["monthlySaving"] = finding ? finding->monthlySaving : 0.0;
    return output;
}

constexpr const char* kSet = "A field and its value, also oneOff, runCost, effort, startMonth, rampMonths: 0.6, 60%, "
                             "\"pert 0.5 0.6 0.7\"; may stand several times";

void addLinkOptions(CLI::App& verb, MeasureOptions& options) {
    addText(verb, "--requires", options.needs, "MEASURE,..", "Works only together with these; none clears");
    addText(verb, "--excludes", options.excludes, "MEASURE,..", "Never together with these; none clears");
}

void addRemoveAndList(CLI::App& parent, Context& context) {
    auto removed = std::make_shared<NamesOptions>();
    CLI::App& remove =
        addVerb(parent, "remove", "Take measures out, also from scenarios and findings; undo brings them back",
                {"cost measure remove claims.plumb share-endpoints"});
    addWord(remove, "FILE", removed->file, "The review");
    remove.add_option("MEASURE", removed->names, "Ids or names")->required()->type_name("")->delimiter(',');
    onCall(remove, context, removed, &removeMeasure);

    auto listed = std::make_shared<FileOptions>();
    CLI::App& list =
        addVerb(parent, "list", "List the measures with the findings behind them", {"cost measure list claims.plumb"});
    addWord(list, "FILE", listed->file, "The review");
    onCall(list, context, listed, &listMeasures);
}

} // namespace

void addCostMeasureVerbs(CLI::App& parent, Context& context) {
    auto added = std::make_shared<MeasureOptions>();
    CLI::App& add =
        addVerb(parent, "add", "Put a measure into the cost model; scenarios switch it on",
                {"cost measure add claims.plumb \"Share endpoints\" --type consolidate --item fraud-endpoint "
                 "--set targetUtilisation=\"pert 0.5 0.6 0.7\" --set oneOff=14000 --set effort=5"});
    addWord(add, "FILE", added->file, "The review");
    addWord(add, "NAME", added->name, "What people call it");
    addText(add, "--type", added->type, "TYPE", "schedule, consolidate, factor, ...: cost types lists them")
        ->required();
    addText(add, "--item", added->items, "ITEM,..", "What it acts on, by id or name")->required();
    addList(add, "--set", added->set, "FIELD=VALUE", kSet, false);
    addLinkOptions(add, *added);
    addText(add, "--id", added->id, "ID", "For other verbs; made from the name when not given");
    addText(add, "--note", added->note, "TEXT", "Where the figures come from");
    onCall(add, context, added, &addMeasure);

    auto changed = std::make_shared<MeasureOptions>();
    CLI::App& set = addVerb(parent, "set", "Change a measure",
                            {"cost measure set claims.plumb share-endpoints --set startMonth=3",
                             "cost measure set claims.plumb share-endpoints --item fraud-endpoint,photo-endpoint"});
    addWord(set, "FILE", changed->file, "The review");
    addWord(set, "MEASURE", changed->name, "Its id or name");
    addList(set, "--set", changed->set, "FIELD=VALUE", kSet, false);
    addList(set, "--unset", changed->unset, "FIELD,..", "Fields that go back to their defaults", true);
    addText(set, "--item", changed->items, "ITEM,..", "What it acts on, by id or name");
    addLinkOptions(set, *changed);
    addText(set, "--name", changed->newName, "NAME", "What people call it");
    addText(set, "--type", changed->type, "TYPE", "Another type; fields that it does not have must be unset");
    addText(set, "--note", changed->note, "TEXT", "Where the figures come from");
    onCall(set, context, changed, &setMeasure);
    addRemoveAndList(parent, context);
}

void addCostLinkVerb(CLI::App& cost, Context& context) {
    auto options = std::make_shared<LinkOptions>();
    CLI::App& verb = addVerb(
        cost, "link", "Say that a measure deals with a finding, so that its money counts there",
        {"cost link claims.plumb F-05 share-endpoints", "cost link claims.plumb F-05 share-endpoints --remove"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "FINDING", options->finding, "F-05, LENS/QID or the whole id");
    addWord(verb, "MEASURE", options->measure, "Its id or name");
    verb.add_flag("--remove", options->remove, "Take the link away");
    onCall(verb, context, options, &link);
}

} // namespace plumb::cli
