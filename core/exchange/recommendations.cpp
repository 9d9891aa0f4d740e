// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AWS Cost Optimization Hub: rows of the data export COST_OPTIMIZATION_RECOMMENDATIONS, or `list-recommendations`. Both
// become the same list of recommendations, and those become items and measures (recommendation_measures.cpp).
#include "core/exchange/recommendations.h"

#include "core/base/json.h"
#include "core/exchange/list_csv.h"
#include "core/exchange/list_readers.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace plumb::exchange {
using namespace lists;
namespace {

constexpr std::string_view kFormat = "AWS Cost Optimization Hub";

enum class Got { Nothing, Bad, Number };
struct Figure {
    Got got = Got::Nothing;
    double value = 0;
    std::string text; ///< as it stood
};

/// One row in either form. Column names are those of the export; the JSON ones are given beside them.
class Source {
public:
    virtual ~Source() = default;
    [[nodiscard]] virtual std::string text(std::string_view column, std::string_view member) const = 0;
    [[nodiscard]] virtual Figure figure(std::string_view column, std::string_view member) const = 0;
};

class CsvSource final : public Source {
public:
    CsvSource(const std::map<std::string, std::size_t, std::less<>>& columns, const ListRow& row)
        : m_columns(columns), m_row(row) {}
    [[nodiscard]] std::string text(std::string_view column, std::string_view) const override {
        const auto found = m_columns.find(column);
        if (found == m_columns.end() || isNothing(m_row.cells[found->second]))
            return {};
        return std::string(trimmed(m_row.cells[found->second]));
    }
    [[nodiscard]] Figure figure(std::string_view column, std::string_view member) const override {
        const std::string cell = text(column, member);
        if (cell.empty())
            return {};
        const auto number = decimalNumber(cell);
        return {number ? Got::Number : Got::Bad, number.value_or(0), cell};
    }

private:
    const std::map<std::string, std::size_t, std::less<>>& m_columns;
    const ListRow& m_row;
};

class JsonSource final : public Source {
public:
    explicit JsonSource(const Json& object) : m_object(object) {}
    [[nodiscard]] std::string text(std::string_view, std::string_view member) const override {
        const auto found = m_object.find(member);
        if (found != m_object.end() && found->is_boolean())
            return found->get<bool>() ? "true" : "false";
        return textIn(m_object, member);
    }
    [[nodiscard]] Figure figure(std::string_view, std::string_view member) const override {
        const auto found = member.empty() ? m_object.end() : m_object.find(member);
        if (found == m_object.end() || found->is_null())
            return {};
        const auto number = numberIn(*found);
        return {number ? Got::Number : Got::Bad, number.value_or(0), shortened(writeJsonCompact(*found), 60)};
    }

private:
    const Json& m_object;
};

/// Cost and saving that belong together: after discounts where both are known, since that is what is paid.
struct Money {
    Figure cost, saving, percentage;
    bool afterDiscounts = false;
};

Money moneyOf(const Source& source) {
    const Money after{source.figure("estimated_monthly_cost_after_discount", {}),
                      source.figure("estimated_monthly_savings_after_discount", {}),
                      source.figure("estimated_savings_percentage_after_discount", {}), true};
    const Money before{source.figure("estimated_monthly_cost_before_discount", "estimatedMonthlyCost"),
                       source.figure("estimated_monthly_savings_before_discount", "estimatedMonthlySavings"),
                       source.figure("estimated_savings_percentage_before_discount", "estimatedSavingsPercentage"),
                       false};
    const auto whole = [](const Money& money) {
        return money.saving.got != Got::Nothing &&
               (money.cost.got != Got::Nothing || money.percentage.got != Got::Nothing);
    };
    return whole(after) ? after : before;
}

Recommendation readOne(const Source& source, ListPlace place) {
    Recommendation r;
    r.place = std::move(place);
    r.id = source.text("recommendation_id", "recommendationId");
    r.account = source.text("account_id", "accountId");
    r.region = source.text("region", "region");
    r.action = source.text("action_type", "actionType");
    r.currency = source.text("currency_code", "currencyCode");
    if (!r.currency.empty())
        r.currency = shortened(fitName(r.currency), 16);
    r.resourceType = source.text("current_resource_type", "currentResourceType");
    r.summary = source.text("current_resource_summary", "currentResourceSummary");
    r.recommended = source.text("recommended_resource_summary", "recommendedResourceSummary");
    r.arn = source.text("resource_arn", "resourceArn");
    r.resource = source.text("resource_id", "resourceId");
    r.effort = source.text("implementation_effort", "implementationEffort");
    r.restart = source.text("restart_needed", "restartNeeded");
    r.rollback = source.text("rollback_possible", "rollbackPossible");
    r.refreshed = source.text("last_refresh_timestamp", "lastRefreshTimestamp").substr(0, 10);
    return r;
}

/// What is wrong with the money of a recommendation: reason for the account, and the message. Else it is put in.
struct Fault {
    std::string reason;
    Message message;
};
std::optional<Fault> takeMoney(const Source& source, Recommendation& r) {
    const Money money = moneyOf(source);
    r.afterDiscounts = money.afterDiscounts;
    if (money.cost.got == Got::Number)
        r.cost = money.cost.value;
    if (money.cost.got == Got::Bad || money.saving.got == Got::Bad) {
        const std::string& text = money.cost.got == Got::Bad ? money.cost.text : money.saving.text;
        return Fault{"not a number",
                     {"I001", {}, fmt::format("\"{}\" is not a number.", shortened(text, 60)), "Write it as 1234.5."}};
    }
    if (money.saving.got == Got::Nothing)
        return Fault{"no saving", {"I005", {}, "The estimated monthly saving is missing.", "Export it with savings."}};
    r.saving = money.saving.value;
    if (money.cost.got == Got::Nothing) {
        if (money.percentage.got != Got::Number || !(money.percentage.value > 0))
            return Fault{"no cost",
                         {"I005", {}, "The estimated monthly cost is missing.", "Export it with monthly costs."}};
        r.cost = r.saving / (money.percentage.value / 100);
    }
    if (r.cost < 0 || r.saving > r.cost || !(r.cost <= 1e12))
        return Fault{"saving above cost",
                     {"I005",
                      {},
                      fmt::format("It saves {} of a monthly cost of {}.", r.saving, r.cost),
                      "Check the row: nothing can save more than it costs."}};
    return std::nullopt;
}

/// Reads a row into the list, or says in the account why not.
void take(const Source& source, ListPlace place, std::vector<Recommendation>& list, ListAccount& account) {
    Recommendation r = readOne(source, std::move(place));
    const std::optional<Fault> fault = takeMoney(source, r);
    if (fault)
        account.refuse(fault->reason, r.place, fault->message, r.cost);
    else if (r.action.empty())
        account.refuse("no action", r.place,
                       {"I005", {}, "It does not say what to do.", "Export the column action_type."}, r.cost);
    else
        list.push_back(std::move(r));
}

Result<void> readCsv(std::string_view bytes, std::string_view name, std::vector<Recommendation>& list,
                     ListAccount& account) {
    PLUMB_TRY(table, readListCsv(bytes, name));
    std::map<std::string, std::size_t, std::less<>> columns;
    const ListRow& header = table.rows.front();
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        columns.emplace(foldedName(header.cells[i]), i);
    const auto has = [&](std::string_view column) { return columns.contains(column); };
    std::vector<std::string> missing;
    if (!has("action_type"))
        missing.emplace_back("action_type");
    if (!has("estimated_monthly_savings_before_discount") && !has("estimated_monthly_savings_after_discount"))
        missing.emplace_back("estimated_monthly_savings_before_discount");
    if (!has("estimated_monthly_cost_before_discount") && !has("estimated_monthly_cost_after_discount") &&
        !has("estimated_savings_percentage_before_discount") && !has("estimated_savings_percentage_after_discount"))
        missing.emplace_back("estimated_monthly_cost_before_discount");
    if (!missing.empty())
        return fail(missingColumns(name, "an export of Cost Optimization Hub", std::move(missing)));
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const ListRow& row = table.rows[i];
        const ListPlace place = ListPlace::ofLine(row.line);
        if (isBlank(row) && row.cells.size() == 1)
            continue;
        if (row.badUtf8)
            account.refuse("not UTF-8", place, {"I008", {}, "The row is not UTF-8.", "Save the file as UTF-8."});
        else if (row.brokenQuotes)
            account.refuse("broken quotes", place,
                           {"I003", {}, "Text stands after a closing quote.", "Double the quotes inside a cell."});
        else if (row.cells.size() != header.cells.size())
            account.refuse("wrong number of columns", place,
                           {"I002",
                            {},
                            fmt::format("{} columns instead of {}.", row.cells.size(), header.cells.size()),
                            "Export the file again."});
        else
            take(CsvSource(columns, row), place, list, account);
    }
    return {};
}

Result<void> readJson(std::string_view bytes, std::string_view name, std::vector<Recommendation>& list,
                      ListAccount& account) {
    PLUMB_TRY(root, parseListJson(bytes, name));
    const bool wrapped = root.is_object() && root.contains("items");
    const Json& items = wrapped ? root.at("items") : root;
    if (!items.is_array())
        return fail(missingColumns(name, "an answer of list-recommendations", {"items"}));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string pointer = childPointer(wrapped ? "/items" : "", i);
        if (items[i].is_object())
            take(JsonSource(items[i]), ListPlace::ofJson(pointer), list, account);
        else
            account.refuse("no recommendation", ListPlace::ofJson(pointer),
                           {"I005", {}, "This is no recommendation.", "Take it out."});
    }
    if (wrapped && !textIn(root, "nextToken").empty())
        account.warn("More recommendations follow: the answer has a nextToken.",
                     "Ask for all of them, without --max-items or --no-paginate.");
    return {};
}

} // namespace

Result<CostImport> readCostOptimizationHub(std::string_view bytes, std::string_view name,
                                           const CostImportOptions& options) {
    std::vector<Recommendation> list;
    ListAccount account;
    const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool json = first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
    if (json)
        PLUMB_CHECK(readJson(bytes, name, list, account));
    else
        PLUMB_CHECK(readCsv(bytes, name, list, account));
    std::set<std::string, std::less<>> currencies;
    for (const Recommendation& r : list)
        if (!r.currency.empty())
            currencies.insert(r.currency);
    PLUMB_TRY(currency, currencyOf(currencies, options, name));
    CostImport import;
    import.format = CostFormat::CostOptimizationHub;
    import.formatName = std::string(kFormat);
    import.currency = currency;
    makeMeasures(std::move(list), options, fitName(name), account, import);
    account.finish(import);
    return import;
}

} // namespace plumb::exchange
