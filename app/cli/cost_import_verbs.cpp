// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost baseline import and cost prices import: bills, estimates, recommendations, loads and prices from files, with an
// account of every row.
#include "app/cli/cost_input.h"
#include "app/cli/cost_json.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/exchange/cost_import.h"
#include "core/session/names.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using exchange::CostImport;
using Fate = exchange::AccountLine::Fate;
using session::Session;

struct ImportOptions {
    std::string file, path;
    std::optional<std::string> format, by;
    exchange::CostImportOptions read;
    Session::CostImportChoice choice;
    bool replace = false, dryRun = false, skipRefused = false;
};

constexpr const char* kFormats =
    "auto, focus, cur, cur2, cost-optimization-hub, pricing-calculator, infracost, litellm, cloudwatch";

Result<exchange::CostImportOptions> readingOf(const Session& session, const ImportOptions& options) {
    exchange::CostImportOptions read = options.read;
    if (options.format) {
        const auto format = exchange::costFormatFromText(*options.format);
        if (!format)
            return wrongUsage(
                fmt::format("--format takes {}; not \"{}\".", kFormats, session::shorten(*options.format, 60)),
                "--format");
        read.format = *format;
    }
    if (options.by) {
        const auto grouping = exchange::groupingFromText(*options.by);
        if (!grouping)
            return wrongUsage(
                fmt::format("--by takes meaning, service or resource, not \"{}\".", session::shorten(*options.by, 60)),
                "--by");
        read.grouping = *grouping;
    }
    PLUMB_TRY(target, costIds(session.review().costs, CostThing::Item, options.read.target));
    read.target = std::move(target);
    read.hoursPerMonth = session.review().costs.settings.hoursPerMonth;
    return read;
}

Result<CostImport> readImport(Context& context, const ImportOptions& options, const exchange::CostImportOptions& read,
                              const std::string& name) {
    PLUMB_TRY(source, exchange::openImport(options.path));
    ProgressLine progress(context, "Reading");
    return exchange::readCosts(*source, name, read, progress.callback());
}

// --- what it says
// --------------------------------------------------------------------------------------------------------

Json proposalJson(const CostImport& import) {
    Json items = Json::array(), measures = Json::array(), loads = Json::array();
    for (const review::CostItem& item : import.items)
        items.push_back({{"id", item.id}, {"name", item.name}, {"type", item.type}, {"note", item.note}});
    for (const review::CostMeasure& measure : import.measures)
        measures.push_back(
            {{"id", measure.id}, {"name", measure.name}, {"type", measure.type}, {"items", measure.items}});
    for (const exchange::MeasuredLoad& load : import.loads)
        loads.push_back({{"label", load.label},
                         {"item", load.item.empty() ? Json(nullptr) : Json(load.item)},
                         {"field", load.field},
                         {"mean", load.mean},
                         {"low", load.low},
                         {"high", load.high},
                         {"points", load.points}});
    const auto day = [](Date date) { return date.valid() ? Json(toIso(date)) : Json(nullptr); };
    return {{"format", exchange::toText(import.format)},
            {"formatName", import.formatName},
            {"currency", import.currency},
            {"from", day(import.from)},
            {"to", day(import.to)},
            {"months", import.months},
            {"items", std::move(items)},
            {"measures", std::move(measures)},
            {"prices", import.prices.size()},
            {"loads", std::move(loads)},
            {"account", accountJson(import.account)},
            {"messages", toJson(import.messages)}};
}

std::string proposalText(const CostImport& import) {
    std::string out = import.formatName;
    if (import.from.valid())
        out += fmt::format(", {} to {}, {:g} months", toIso(import.from), toIso(import.to), import.months);
    out += "\n" + accountTable(import.account, import.currency);
    if (!import.loads.empty()) {
        TextTable table({"Load", "Item", "Field", ">Mean", ">Low", ">High", ">Points"});
        for (const exchange::MeasuredLoad& load : import.loads)
            table.row({session::shorten(load.label, 48), load.item.empty() ? "(say --target)" : load.item, load.field,
                       fmt::format("{:.3f}", load.mean), fmt::format("{:.3f}", load.low),
                       fmt::format("{:.3f}", load.high), std::to_string(load.points)});
        out += table.text();
    }
    return out;
}

/// Ids that the line leaves out must be of the proposal.
Result<void> checkLeftOut(const CostImport& import, const std::vector<std::string>& leaveOut) {
    std::vector<std::string> known;
    for (const review::CostItem& item : import.items)
        known.push_back(item.id);
    for (const review::CostMeasure& measure : import.measures)
        known.push_back(measure.id);
    for (const std::string& id : leaveOut)
        if (std::find(known.begin(), known.end(), id) == known.end())
            return wrongUsage(fmt::format("The file yields no \"{}\".{}", session::shorten(id, 60),
                                          session::didYouMean(session::nearestNames(id, known))),
                              "--leave-out");
    return {};
}

/// Rows that could not be used keep the rest out, too, unless the line says otherwise.
bool isRefused(const CostImport& import, const ImportOptions& options) {
    return import.account.rowsOf(Fate::Refused) > 0 && !options.skipRefused;
}

void refuse(Context& context, const ImportOptions& options, const CostImport& import, Output& output) {
    const std::string text =
        fmt::format("{} of \"{}\" can't be used; nothing was imported. Mend the file, or add --skip-refused.",
                    counted(import.account.rowsOf(Fate::Refused), "row", "rows"), session::shorten(options.path, 60));
    output.exit = Exit::Refused;
    output.json["error"] =
        toJson(Error{ErrorKind::Refused, "import.refusedRows", text, options.path, {}, import.messages})["error"];
    print(context.err, fmt::format("plumbline-cli: {}\n", text));
}

// --- baseline import
// -----------------------------------------------------------------------------------------------------

Outcome importBaseline(Context& context, const ImportOptions& options) {
    PLUMB_TRY(opened, options.dryRun ? openToRead(context, options.file) : openToWrite(context, options.file));
    PLUMB_TRY(read, readingOf(*opened, options));
    const std::string name = std::filesystem::path(options.path).filename().string();
    PLUMB_TRY(import, readImport(context, options, read, name));
    PLUMB_CHECK(checkLeftOut(import, options.choice.leaveOut));
    tell(context, options.path, import.messages);
    Output output{proposalJson(import), proposalText(import)};
    output.json["file"] = options.file;
    output.json["dryRun"] = options.dryRun;
    output.json["added"] = Json::array();
    if (isRefused(import, options)) {
        refuse(context, options, import, output);
        return output;
    }
    if (options.dryRun) {
        output.text += "Nothing was stored.\n";
        return output;
    }
    Session::CostImportChoice choice = options.choice;
    choice.into = options.replace ? Session::CostImportChoice::Into::Replace : Session::CostImportChoice::Into::Add;
    PLUMB_TRY(added, opened->importCosts(import, choice, name));
    output.json["added"] = added;
    output.text += fmt::format("Put in: {}{}\n", fmt::join(added, ", "),
                               import.prices.empty() ? std::string()
                                                     : fmt::format("{}{}", added.empty() ? "" : " and ",
                                                                   counted(import.prices.size(), "price", "prices"))) +
                   billLine(*opened);
    return output;
}

void addReading(CLI::App& verb, ImportOptions& options) {
    addWord(verb, "FILE", options.file, "The review");
    addWord(verb, "PATH", options.path, "The file to read; gzip is fine");
    addText(verb, "--format", options.format, "FORMAT", std::string(kFormats) + "; by its content when not given");
    verb.add_flag("--skip-refused", options.skipRefused, "Take the rest over when rows can't be used");
    verb.add_flag("--dry-run", options.dryRun, "Only say what it comes to");
}

// --- prices import
// -------------------------------------------------------------------------------------------------------

Outcome importPrices(Context& context, const ImportOptions& options) {
    PLUMB_TRY(opened, options.dryRun ? openToRead(context, options.file) : openToWrite(context, options.file));
    PLUMB_TRY(read, readingOf(*opened, options));
    const std::string name = std::filesystem::path(options.path).filename().string();
    PLUMB_TRY(import, readImport(context, options, read, name));
    tell(context, options.path, import.messages);
    Output output{proposalJson(import), proposalText(import)};
    output.json["file"] = options.file;
    output.json["dryRun"] = options.dryRun;
    if (isRefused(import, options)) {
        refuse(context, options, import, output);
        return output;
    }
    if (import.prices.empty())
        return wrongUsage(fmt::format("\"{}\" has no prices; plumbline-cli cost baseline import takes what it has.",
                                      session::shorten(options.path, 60)),
                          "PATH");
    if (!options.dryRun)
        PLUMB_CHECK(opened->putPrices(import.prices,
                                      fmt::format("Import {} from {}", counted(import.prices.size(), "price", "prices"),
                                                  session::shorten(name, 48))));
    output.text += fmt::format("{}: {}\n", options.dryRun ? "Nothing was stored" : "Put in",
                               counted(import.prices.size(), "price", "prices"));
    return output;
}

} // namespace

void addCostBaselineVerbs(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App& verb =
        addVerb(parent, "import", "Read a bill, an estimate, recommendations or measured loads into the cost model",
                {"cost baseline import claims.plumb focus-2026-10.csv.gz --month 2026-10 --dry-run",
                 "cost baseline import claims.plumb focus-2026-10.csv.gz --month 2026-10 --by service --leave-out tax",
                 "cost baseline import claims.plumb utilisation.csv --format cloudwatch --target fraud-endpoint"});
    addReading(verb, *options);
    addText(verb, "--month", options->read.month, "MONTH", "Only charges of this one: 2026-10; else a mean month");
    addText(verb, "--by", options->by, "GROUPING", "meaning, service or resource: what makes an item");
    addText(verb, "--currency", options->read.currency, "CODE", "Only rows in this one; others are refused");
    addList(verb, "--target", options->read.target, "ITEM,..", "Items that measured loads belong to", true);
    addList(verb, "--leave-out", options->choice.leaveOut, "ID,..", "Items and measures of the file to leave out",
            true);
    verb.add_flag("--replace", options->replace, "What a file of the same name brought goes, or is renewed");
    onCall(verb, context, options, &importBaseline);
}

void addCostPricesImportVerb(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App& verb =
        addVerb(parent, "import", "Read prices into the review: LiteLLM's list of model prices",
                {"cost prices import claims.plumb model_prices_and_context_window.json --provider bedrock"});
    addReading(verb, *options);
    addText(verb, "--provider", options->read.provider, "NAME",
            "Whose models; bedrock when not given, all for every one");
    onCall(verb, context, options, &importPrices);
}

} // namespace plumb::cli
