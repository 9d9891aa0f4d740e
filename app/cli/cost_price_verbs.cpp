// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost prices list, set, remove, import, use: list prices with their source and validity.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/finding_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using review::Price;
using session::Session;

bool isOwn(const Session& session, const Price& price) {
    const std::vector<Price>& own = session.review().costs.prices;
    return std::any_of(own.begin(), own.end(),
                       [&](const Price& one) { return one.subject == price.subject && one.field == price.field; });
}

Json pricesJson(const Session& session, const std::vector<Price>& prices) {
    Json all = Json::array();
    for (const Price& price : prices)
        all.push_back(priceJson(price, isOwn(session, price), session.today()));
    return all;
}

std::string priceTable(const Session& session, const std::vector<Price>& prices) {
    TextTable table({"Subject", "Field", ">Amount", "Unit", "Source", "From", "Until", "Note"});
    for (const Price& price : prices) {
        const std::string stale = cost::staleness(price, session.today());
        table.row(
            {price.subject, price.field, fmt::format("{:g}", price.amount), price.unit,
             isOwn(session, price) ? (price.source.empty() ? "own" : session::shorten(price.source, 40)) : "default",
             toIso(price.validFrom), toIso(price.validUntil), stale.empty() ? "" : "stale: " + stale});
    }
    return table.text();
}

// --- list
// ----------------------------------------------------------------------------------------------------------------

struct ListOptions {
    std::string file, subject;
    std::optional<std::string> forType;
    bool own = false;
};

Outcome listPrices(Context& context, const ListOptions& options) {
    if (options.forType)
        PLUMB_CHECK(checkCostType(false, *options.forType));
    PLUMB_TRY(opened, openToRead(context, options.file));
    const cost::PriceBook book = opened->priceBook();
    const std::vector<std::string> subjects =
        options.forType ? book.subjectsFor(*options.forType) : std::vector<std::string>();
    const std::string wanted = session::foldName(options.subject);
    std::vector<Price> shown;
    for (const Price& price : book.all()) {
        const bool ofType =
            !options.forType || std::find(subjects.begin(), subjects.end(), price.subject) != subjects.end();
        const bool named = session::foldName(price.subject).find(wanted) != std::string::npos;
        if (ofType && named && (!options.own || isOwn(*opened, price)))
            shown.push_back(price);
    }
    return Output{{{"prices", pricesJson(*opened, shown)}},
                  shown.empty() ? "The price book has none of these.\n" : priceTable(*opened, shown)};
}

void addList(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ListOptions>();
    CLI::App& verb = addVerb(parent, "list", "List the prices with source and validity; own ones stand before defaults",
                             {"cost prices list claims.plumb", "cost prices list claims.plumb claude",
                              "cost prices list claims.plumb --for endpoint"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_option("SUBJECT", options->subject, "Only subjects that have this in their name")->type_name("");
    addText(verb, "--for", options->forType, "TYPE", "Only what has a price for items of this type");
    verb.add_flag("--own", options->own, "Only those of the review");
    onCall(verb, context, options, &listPrices);
}

// --- set, remove
// ---------------------------------------------------------------------------------------------------------

struct SetOptions {
    std::string file, amount;
    Price price;
    std::optional<std::string> from, until;
};

/// The price of the book with the same subject and field as a start; its dates and source do not go with a new amount.
Price startOf(const cost::PriceBook& book, const Price& wanted) {
    Price price = wanted;
    const Price* known = book.find(wanted.subject, wanted.field);
    if (known && price.unit.empty())
        price.unit = known->unit;
    if (known && price.region.empty())
        price.region = known->region;
    if (known)
        price.subject = known->subject;
    return price;
}

Outcome setPrice(Context& context, const SetOptions& options) {
    PLUMB_TRY(amount, numberOption("AMOUNT", options.amount));
    if (amount < 0)
        return wrongUsage(fmt::format("A price of {:g} makes no sense; give 0 or more.", amount), "AMOUNT");
    PLUMB_TRY(opened, openToWrite(context, options.file));
    Price price = startOf(opened->priceBook(), options.price);
    price.amount = amount;
    if (price.currency.empty())
        price.currency = opened->review().costs.settings.currency;
    if (options.from) {
        PLUMB_TRY(from, dayOption("--from", *options.from));
        price.validFrom = from;
    }
    if (options.until) {
        PLUMB_TRY(until, dayOption("--until", *options.until));
        price.validUntil = until;
    }
    PLUMB_CHECK(opened->putPrices(
        {price}, fmt::format("Set {} of {} to {:g}", price.field, session::shorten(price.subject, 48), amount)));
    Output output{priceJson(price, true, opened->today()), priceTable(*opened, {price})};
    output.json["file"] = options.file;
    return output;
}

void addSet(CLI::App& parent, Context& context) {
    auto options = std::make_shared<SetOptions>();
    CLI::App& verb = addVerb(parent, "set", "Put a price into the review; it stands before the default",
                             {"cost prices set claims.plumb ml.g5.xlarge pricePerHour 1.41 --region eu-central-1 "
                              "--source \"Offer of 4 November\" --from 2026-11-01 --until 2027-04-30"});
    options->price.currency.clear();
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "SUBJECT", options->price.subject, "What is priced: a model, an instance type, a service");
    addWord(verb, "FIELD", options->price.field, "The field that it fills: pricePerHour, inputPrice, ...");
    addWord(verb, "AMOUNT", options->amount, "0 or more");
    addText(verb, "--unit", options->price.unit, "TEXT", "Such as \"USD per hour\"");
    addText(verb, "--currency", options->price.currency, "CODE", "That of the cost model when not given");
    addText(verb, "--region", options->price.region, "REGION", "Where it holds");
    addText(verb, "--source", options->price.source, "TEXT", "Where it is from");
    addText(verb, "--from", options->from, "DAY", "First day on which it holds: 2026-11-01");
    addText(verb, "--until", options->until, "DAY", "Last day; prices without one count as stale after half a year");
    onCall(verb, context, options, &setPrice);
}

struct RemoveOptions {
    std::string file, subject, field;
};

Outcome removePrice(Context& context, const RemoveOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    std::vector<Price> gone;
    std::vector<std::string> known;
    for (const Price& price : opened->review().costs.prices) {
        known.push_back(price.subject);
        if (session::foldName(price.subject) != session::foldName(options.subject) ||
            (!options.field.empty() && price.field != options.field))
            continue;
        gone.push_back(price);
    }
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (gone.empty())
        return wrongUsage(fmt::format("The review has no price of its own for \"{}\"{}.{}",
                                      session::shorten(options.subject, 60),
                                      options.field.empty() ? "" : ", " + session::shorten(options.field, 40),
                                      session::didYouMean(session::nearestNames(options.subject, known))),
                          "SUBJECT");
    const Json removed = pricesJson(*opened, gone);
    for (Price& price : gone)
        price.amount = -1; // as Session::putPrices() takes them away
    PLUMB_CHECK(opened->putPrices(gone, fmt::format("Remove {} of {}", gone.size() == 1 ? "a price" : "the prices",
                                                    session::shorten(gone.front().subject, 48))));
    return Output{
        {{"file", options.file}, {"removed", removed}},
        fmt::format("{} prices are removed; the defaults count again, and undo brings them back.\n", gone.size())};
}

void addRemove(CLI::App& parent, Context& context) {
    auto options = std::make_shared<RemoveOptions>();
    CLI::App& verb = addVerb(
        parent, "remove", "Take prices of the review out, so that the defaults count again",
        {"cost prices remove claims.plumb ml.g5.xlarge", "cost prices remove claims.plumb ml.g5.xlarge pricePerHour"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "SUBJECT", options->subject, "What is priced");
    verb.add_option("FIELD", options->field, "Only this field")->type_name("");
    onCall(verb, context, options, &removePrice);
}

// --- use
// -----------------------------------------------------------------------------------------------------------------

struct UseOptions {
    std::string file, item, subject;
};

Outcome usePrices(Context& context, const UseOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    review::Costs costs = opened->review().costs;
    PLUMB_TRY(id, session::costItemNamed(costs, options.item));
    review::CostItem& item = *std::find_if(costs.items.begin(), costs.items.end(),
                                           [&, &wanted = id](const auto& one) { return one.id == wanted; });
    PLUMB_TRY(fields, opened->priceBook().fill(item, options.subject));
    PLUMB_TRY(changed, putCosts(*opened, costs,
                                fmt::format("Take prices of {} for {}", session::shorten(options.subject, 40),
                                            session::shorten(item.name, 40))));
    const review::CostItem& now = *opened->review().costs.findItem(id);
    Output output{itemJson(*opened, now), itemTable(*opened, {now}) + billLine(*opened)};
    output.json["file"] = options.file;
    output.json["set"] = fields;
    output.json["changed"] = changed;
    return output;
}

void addUse(CLI::App& parent, Context& context) {
    auto options = std::make_shared<UseOptions>();
    CLI::App& verb = addVerb(parent, "use", "Fill the prices of an item from the price book",
                             {"cost prices use claims.plumb fraud-endpoint ml.g5.xlarge"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ITEM", options->item, "Its id or name");
    addWord(verb, "SUBJECT", options->subject, "A model, an instance type, a service of the price book");
    onCall(verb, context, options, &usePrices);
}

} // namespace

void addCostPriceVerbs(CLI::App& parent, Context& context) {
    addList(parent, context);
    addSet(parent, context);
    addRemove(parent, context);
    addCostPricesImportVerb(parent, context);
    addUse(parent, context);
}

} // namespace plumb::cli
