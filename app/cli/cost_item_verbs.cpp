// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost item add, set, remove, list: what costs money each month.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/verbs.h"
#include "core/cost/plan.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;

struct ItemOptions {
    std::string file, name;
    std::optional<std::string> id, newName, type, note;
    std::vector<std::string> set, unset;
};

/// The item after a change, with the bill.
Output itemOutput(const Session& session, const std::string& file, const std::string& id, bool changed) {
    const review::CostItem& item = *session.review().costs.findItem(id);
    Output output{itemJson(session, item), itemTable(session, {item}) + billLine(session)};
    output.json["file"] = file;
    output.json["baselineMonthly"] =
        session.costEvaluation() ? Json(session.costEvaluation()->baselineMonthly) : Json(nullptr);
    output.json["changed"] = changed;
    return output;
}

std::vector<std::string> itemIds(const review::Costs& costs) {
    std::vector<std::string> ids;
    for (const review::CostItem& item : costs.items)
        ids.push_back(item.id);
    return ids;
}

Outcome addItem(Context& context, const ItemOptions& options) {
    PLUMB_CHECK(checkCostType(false, options.type.value_or(std::string())));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    review::CostItem item;
    item.name = session::tidySpaces(options.name);
    item.type = *options.type;
    item.note = options.note.value_or(std::string());
    item.id = options.id ? *options.id : cost::freshId(item.name, itemIds(costs));
    if (item.name.empty())
        return wrongUsage("An item needs a name.", "NAME");
    if (costs.findItem(item.id))
        return wrongUsage(fmt::format("There is an item \"{}\" already.", session::shorten(item.id, 60)), "--id");
    PLUMB_CHECK(setCostFields(item.fields, false, item.type, options.set, {}));
    costs.items.push_back(item);
    PLUMB_TRY(changed, putCosts(*opened, costs, fmt::format("Add item \"{}\"", session::shorten(item.name, 48))));
    return itemOutput(*opened, options.file, item.id, changed);
}

Outcome setItem(Context& context, const ItemOptions& options) {
    if (options.type)
        PLUMB_CHECK(checkCostType(false, *options.type));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costItemNamed(costs, options.name));
    review::CostItem& item = *std::find_if(costs.items.begin(), costs.items.end(),
                                           [&, &wanted = id](const auto& one) { return one.id == wanted; });
    const std::string before = item.name;
    if (options.newName)
        item.name = session::tidySpaces(*options.newName);
    if (item.name.empty())
        return wrongUsage("An item needs a name.", "--name");
    item.type = options.type.value_or(item.type);
    item.note = options.note.value_or(item.note);
    PLUMB_CHECK(setCostFields(item.fields, false, item.type, options.set, options.unset));
    const bool others = options.newName || options.type || options.note;
    PLUMB_TRY(changed, putCosts(*opened, costs, changeLabel(before, options.set, options.unset, others)));
    return itemOutput(*opened, options.file, id, changed);
}

struct RemoveOptions {
    std::string file;
    std::vector<std::string> names;
    bool withMeasures = false;
};

Outcome removeItem(Context& context, const RemoveOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(ids, costIds(costs, CostThing::Item, options.names));
    const std::vector<std::string> idle = session::measuresOnlyOn(costs, ids);
    if (!idle.empty() && !options.withMeasures)
        return wrongUsage(fmt::format("Nothing would be left for {} to act on; give it another item first, or add "
                                      "--with-measures to take it out, too.",
                                      fmt::join(idle, ", ")),
                          "--with-measures");
    const std::string what = ids.size() == 1
                                 ? fmt::format("item \"{}\"", session::shorten(costs.findItem(ids[0])->name, 48))
                                 : fmt::format("{} items", ids.size());
    session::removeItems(costs, ids);
    PLUMB_TRY(changed, putCosts(*opened, costs, "Remove " + what));
    Output output;
    output.json = {{"file", options.file}, {"removed", ids}, {"measures", idle}, {"changed", changed}};
    output.text = fmt::format("Removed {}; undo brings it back.\n{}", fmt::join(ids, ", "), billLine(*opened));
    return output;
}

struct ListOptions {
    std::string file;
};

Outcome listItems(Context& context, const ListOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const std::vector<review::CostItem>& items = opened->review().costs.items;
    Json all = Json::array();
    for (const review::CostItem& item : items)
        all.push_back(itemJson(*opened, item));
    const cost::Evaluation* evaluation = opened->costEvaluation();
    return Output{{{"items", std::move(all)},
                   {"baselineMonthly", evaluation ? Json(evaluation->baselineMonthly) : Json(nullptr)},
                   {"currency", opened->review().costs.settings.currency}},
                  items.empty() ? billLine(*opened) : itemTable(*opened, items) + billLine(*opened)};
}

constexpr const char* kSet =
    "A field and its value: 30, 30%, \"0.2 to 0.5\", \"pert 0.2 0.3 0.5\", \"p10 4 p90 9\", or "
    "JSON; may stand several times";

} // namespace

void addCostItemVerbs(CLI::App& parent, Context& context) {
    auto added = std::make_shared<ItemOptions>();
    CLI::App& add = addVerb(parent, "add", "Put a position of the monthly bill into the cost model",
                            {"cost item add claims.plumb \"Fraud endpoint\" --type endpoint --set pricePerHour=30 "
                             "--set utilisation=\"pert 0.2 0.3 0.5\"",
                             "cost item add claims.plumb \"Support plan\" --type other --set monthly=1200"});
    addWord(add, "FILE", added->file, "The review");
    addWord(add, "NAME", added->name, "What people call it");
    addText(add, "--type", added->type, "TYPE", "endpoint, tokens, other, ...: cost types lists them")->required();
    addList(add, "--set", added->set, "FIELD=VALUE", kSet, false);
    addText(add, "--id", added->id, "ID", "For measures and other verbs; made from the name when not given");
    addText(add, "--note", added->note, "TEXT", "Where the figures come from");
    onCall(add, context, added, &addItem);

    auto changed = std::make_shared<ItemOptions>();
    CLI::App& set =
        addVerb(parent, "set", "Change an item",
                {"cost item set claims.plumb fraud-endpoint --set utilisation=0.35",
                 "cost item set claims.plumb \"Fraud endpoint\" --unset hoursOn --note \"Bill of October\""});
    addWord(set, "FILE", changed->file, "The review");
    addWord(set, "ITEM", changed->name, "Its id or name");
    addList(set, "--set", changed->set, "FIELD=VALUE", kSet, false);
    addList(set, "--unset", changed->unset, "FIELD,..", "Fields that go back to their defaults", true);
    addText(set, "--name", changed->newName, "NAME", "What people call it");
    addText(set, "--type", changed->type, "TYPE", "Another type; fields that it does not have must be unset");
    addText(set, "--note", changed->note, "TEXT", "Where the figures come from");
    onCall(set, context, changed, &setItem);

    auto removed = std::make_shared<RemoveOptions>();
    CLI::App& remove = addVerb(parent, "remove", "Take items out; undo brings them back",
                               {"cost item remove claims.plumb fraud-endpoint"});
    addWord(remove, "FILE", removed->file, "The review");
    remove.add_option("ITEM", removed->names, "Ids or names")->required()->type_name("")->delimiter(',');
    remove.add_flag("--with-measures", removed->withMeasures, "Also measures that act on nothing else");
    onCall(remove, context, removed, &removeItem);

    auto listed = std::make_shared<ListOptions>();
    CLI::App& list =
        addVerb(parent, "list", "List the items with what they cost a month", {"cost item list claims.plumb"});
    addWord(list, "FILE", listed->file, "The review");
    onCall(list, context, listed, &listItems);
}

} // namespace plumb::cli
