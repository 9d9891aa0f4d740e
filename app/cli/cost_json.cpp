// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cost_json.h"

#include "app/cli/text_table.h"
#include "core/cost/plan.h"
#include "core/session/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;
using Fate = exchange::AccountLine::Fate;

constexpr std::array<Fate, 3> kFates{Fate::Mapped, Fate::LeftOut, Fate::Refused};

const char* toText(Fate fate) noexcept {
    return fate == Fate::Mapped ? "mapped" : fate == Fate::LeftOut ? "leftOut" : "refused";
}

const char* inWords(Fate fate) noexcept {
    return fate == Fate::Mapped ? "mapped" : fate == Fate::LeftOut ? "left out" : "refused";
}

Json fieldsJson(const review::CostFields& fields) {
    Json out = Json::object();
    for (const auto& [name, text] : fields) {
        const JsonDocument value = parseJson(text);
        out[name] = value.usable ? value.root : Json(text);
    }
    return out;
}

const cost::ItemMonth* monthOf(const Session& session, const review::CostItem& item) {
    const cost::Evaluation* evaluation = session.costEvaluation();
    const std::vector<review::CostItem>& items = session.review().costs.items;
    const auto it = std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == item.id; });
    return evaluation && it != items.end() ? &evaluation->items[static_cast<std::size_t>(it - items.begin())] : nullptr;
}

const cost::ScenarioResult* resultOf(const Session& session, const review::CostScenario& scenario) {
    const cost::Evaluation* evaluation = session.costEvaluation();
    const std::vector<review::CostScenario>& all = session.review().costs.scenarios;
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == scenario.id; });
    return evaluation && it != all.end() ? &evaluation->scenarios[static_cast<std::size_t>(it - all.begin())] : nullptr;
}

/// Codes of the findings that a measure is behind.
std::vector<std::string> findingCodes(const Session& session, const std::string& measure) {
    std::vector<std::string> codes;
    if (const Result<cost::Spec>& spec = session.costSpec())
        for (const cost::Measure& one : spec->measures)
            if (one.id == measure)
                for (const std::string& key : one.findings)
                    if (const score::Finding* finding = session.finding(key))
                        codes.push_back(finding->number > 0 ? review::findingCode(finding->number) : key);
    return codes;
}

std::vector<std::string> findingKeys(const Session& session, const std::string& measure) {
    if (const Result<cost::Spec>& spec = session.costSpec())
        for (const cost::Measure& one : spec->measures)
            if (one.id == measure)
                return one.findings;
    return {};
}

Json dayOrNull(Date day) {
    return day.valid() ? Json(toIso(day)) : Json(nullptr);
}

} // namespace

std::string moneyText(double amount) {
    const double rounded = std::round(amount * 100) / 100;
    std::string digits = fmt::format("{:.2f}", std::abs(rounded));
    for (std::size_t at = digits.size() - 3; at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return (rounded < 0 ? "-" : "") + digits;
}

std::string savingText(double amount) {
    const std::string text = moneyText(amount);
    return text == "0.00" || text == "-0.00" ? std::string() : text;
}

std::string monthsText(const std::optional<double>& months) {
    return months ? fmt::format("{:.1f} months", *months) : "never";
}

std::string fieldsText(const review::CostFields& fields) {
    std::string out;
    for (const auto& [name, json] : fields)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name, cost::fieldAsText(json));
    return out;
}

std::string billLine(const Session& session) {
    const review::CostSettings& settings = session.review().costs.settings;
    if (const cost::Evaluation* evaluation = session.costEvaluation())
        return fmt::format("{} {} a month of {:g} hours\n", settings.currency, moneyText(evaluation->baselineMonthly),
                           settings.hoursPerMonth);
    return session.costSpec() ? std::string("The cost model has no items yet.\n")
                              : session.costSpec().error().text + "\n";
}

// --- JSON
// ---------------------------------------------------------------------------------------------------------------

Json itemJson(const Session& session, const review::CostItem& item) {
    const cost::ItemMonth* month = monthOf(session, item);
    return {{"id", item.id},
            {"name", item.name},
            {"type", item.type},
            {"note", item.note},
            {"monthly", month ? Json(month->cost) : Json(nullptr)},
            {"fields", fieldsJson(item.fields)}};
}

Json measureJson(const Session& session, const review::CostMeasure& measure) {
    Json on = Json::array();
    for (const review::CostScenario& scenario : session.review().costs.scenarios)
        if (std::find(scenario.measures.begin(), scenario.measures.end(), measure.id) != scenario.measures.end())
            on.push_back(scenario.id);
    return {{"id", measure.id},
            {"name", measure.name},
            {"type", measure.type},
            {"note", measure.note},
            {"items", measure.items},
            {"excludes", measure.excludes},
            {"requires", measure.prerequisites},
            {"fields", fieldsJson(measure.fields)},
            {"findings", findingKeys(session, measure.id)},
            {"scenarios", std::move(on)}};
}

Json scenarioJson(const Session& session, const review::CostScenario& scenario) {
    const review::CostScenario* chosen = session.review().costs.chosen();
    Json out = {{"id", scenario.id},
                {"name", scenario.name},
                {"measures", scenario.measures},
                {"chosen", chosen && chosen->id == scenario.id}};
    const cost::ScenarioResult* result = resultOf(session, scenario);
    out["monthly"] = result ? Json(result->monthly) : Json(nullptr);
    out["saving"] = result ? Json(result->saving) : Json(nullptr);
    out["npv"] = result ? Json(result->npv) : Json(nullptr);
    out["oneOff"] = result ? Json(result->oneOff) : Json(nullptr);
    return out;
}

Json settingsJson(const review::Costs& costs) {
    const review::CostSettings& settings = costs.settings;
    const review::CostScenario* chosen = costs.chosen();
    return {{"hoursPerMonth", settings.hoursPerMonth},
            {"horizonMonths", settings.horizonMonths},
            {"discountRate", settings.discountRate},
            {"currency", settings.currency},
            {"trials", settings.trials},
            {"seed", settings.seed},
            {"scenario", chosen ? Json(chosen->id) : Json(nullptr)}};
}

Json priceJson(const review::Price& price, bool own, Date today) {
    const std::string stale = cost::staleness(price, today);
    return {{"subject", price.subject},
            {"field", price.field},
            {"unit", price.unit},
            {"amount", price.amount},
            {"currency", price.currency},
            {"region", price.region},
            {"source", price.source},
            {"validFrom", dayOrNull(price.validFrom)},
            {"validUntil", dayOrNull(price.validUntil)},
            {"own", own},
            {"stale", stale.empty() ? Json(nullptr) : Json(stale)}};
}

Json accountJson(const exchange::Account& account) {
    Json out = {{"rows", account.rows}, {"amount", account.amount}};
    for (const Fate fate : kFates)
        out[toText(fate)] = {{"rows", account.rowsOf(fate)}, {"amount", account.amountOf(fate)}};
    Json lines = Json::array();
    for (const exchange::AccountLine& line : account.lines)
        lines.push_back({{"fate", toText(line.fate)},
                         {"reason", line.reason},
                         {"rows", line.rows},
                         {"amount", line.amount},
                         {"line", line.firstLine > 0 ? Json(line.firstLine) : Json(nullptr)}});
    out["lines"] = std::move(lines);
    return out;
}

// --- tables
// -------------------------------------------------------------------------------------------------------------

std::string itemTable(const Session& session, const std::vector<review::CostItem>& items) {
    TextTable table({"Item", "Name", "Type", ">A month", ">Idle", "Fields"});
    for (const review::CostItem& item : items) {
        const cost::ItemMonth* month = monthOf(session, item);
        table.row({item.id, session::shorten(item.name, 40), item.type, month ? moneyText(month->cost) : "",
                   month && month->idle ? moneyText(*month->idle) : "", fieldsText(item.fields)});
    }
    return table.text();
}

std::string measureTable(const Session& session, const std::vector<review::CostMeasure>& measures) {
    TextTable table({"Measure", "Name", "Type", "On", "Findings", "Fields"});
    for (const review::CostMeasure& measure : measures)
        table.row({measure.id, session::shorten(measure.name, 40), measure.type,
                   fmt::format("{}", fmt::join(measure.items, " ")),
                   fmt::format("{}", fmt::join(findingCodes(session, measure.id), " ")), fieldsText(measure.fields)});
    return table.text();
}

std::string scenarioTable(const Session& session) {
    const review::Costs& costs = session.review().costs;
    TextTable table({"", "Scenario", "Name", ">A month", ">Saves", ">One-off", ">Worth now", "Measures"});
    for (const review::CostScenario& scenario : costs.scenarios) {
        const cost::ScenarioResult* result = resultOf(session, scenario);
        table.row({costs.chosen() == &scenario ? "*" : "", scenario.id, session::shorten(scenario.name, 40),
                   result ? moneyText(result->monthly) : "", result ? moneyText(result->saving) : "",
                   result ? moneyText(result->oneOff) : "", result ? moneyText(result->npv) : "",
                   fmt::format("{}", fmt::join(scenario.measures, " "))});
    }
    return table.text();
}

std::string accountTable(const exchange::Account& account, const std::string& currency) {
    // Loads and prices have no amounts.
    const auto amount = [&](double sum) { return currency.empty() ? std::string() : moneyText(sum); };
    const auto sum = [&](double value) {
        return currency.empty() ? std::string() : ", " + currency + " " + amount(value);
    };
    TextTable table({"", "What", ">Rows", ">Amount", ">First line"});
    for (const exchange::AccountLine& line : account.lines)
        table.row({inWords(line.fate), session::shorten(line.reason, 60), std::to_string(line.rows),
                   amount(line.amount), line.firstLine > 0 ? std::to_string(line.firstLine) : ""});
    std::string out = table.text();
    for (const Fate fate : kFates)
        out += fmt::format("{}: {} rows{}\n", inWords(fate), account.rowsOf(fate), sum(account.amountOf(fate)));
    return out + fmt::format("in all: {} rows{}\n", account.rows, sum(account.amount));
}

} // namespace plumb::cli
