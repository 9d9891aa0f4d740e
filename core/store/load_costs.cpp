// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost model and its prices, from rows to values. Rows whose owner is missing are left out; verify tells of them.
#include "core/store/cost_checks.h"
#include "core/store/load.h"
#include "core/store/row_reader.h"

#include <map>

namespace plumb::store {
namespace {

using review::Costs;

template <typename Thing> using ById = std::map<std::string_view, Thing*>;

template <typename Thing> ById<Thing> byId(std::vector<Thing>& things) {
    ById<Thing> index;
    for (Thing& thing : things)
        index.emplace(thing.id, &thing);
    return index;
}

/// Calls `take` with the owner, whose id is the first column, and each of its rows in the order of the second column or
/// of `order`.
template <typename Thing, typename Take>
Result<void> eachOwned(Database& database, const ById<Thing>& owners, std::string_view table, std::string_view columns,
                       Take take, std::string_view order = "2") {
    PLUMB_TRY(query, database.query(fmt::format("SELECT {} FROM {} ORDER BY 1, {}, 2", columns, table, order)));
    return eachRow(database, query, table, [&](RowReader& row) {
        const auto it = owners.find(row.text(0));
        if (it != owners.end())
            take(*it->second, row);
    });
}

void takeField(review::CostFields& fields, RowReader& row) {
    std::string value = row.text(2);
    if (!isFieldValue(value))
        row.wrong("a field that is not a JSON value in one line");
    fields[row.text(1)] = std::move(value);
}

Result<review::CostSettings> readSettings(Database& database) {
    review::CostSettings s;
    PLUMB_TRY(query, database.query("SELECT hours_per_month, horizon_months, discount_rate, currency, trials, seed, "
                                    "scenario FROM cost_settings WHERE id = 1"));
    PLUMB_CHECK(eachRow(database, query, "cost_settings", [&](RowReader& row) {
        s = {row.real(0), row.number(1), row.real(2), row.text(3), row.integer(4), row.integer(5), row.text(6)};
    }));
    return s;
}

Result<std::vector<review::CostItem>> readItems(Database& database) {
    std::vector<review::CostItem> items;
    {
        PLUMB_TRY(query, database.query("SELECT id, name, type, note FROM cost_item ORDER BY position, id"));
        PLUMB_CHECK(eachRow(database, query, "cost_item", [&](RowReader& row) {
            items.push_back({row.text(0), row.text(1), row.text(2), row.text(3), {}});
        }));
    }
    PLUMB_CHECK(eachOwned(database, byId(items), "cost_item_field", "item_id, field, value",
                          [](review::CostItem& item, RowReader& row) { takeField(item.fields, row); }));
    return items;
}

Result<std::vector<review::CostMeasure>> readMeasures(Database& database) {
    using review::CostMeasure;
    std::vector<CostMeasure> measures;
    {
        PLUMB_TRY(query, database.query("SELECT id, name, type, note FROM cost_measure ORDER BY position, id"));
        PLUMB_CHECK(eachRow(database, query, "cost_measure", [&](RowReader& row) {
            measures.push_back({row.text(0), row.text(1), row.text(2), row.text(3), {}, {}, {}, {}});
        }));
    }
    const ById<CostMeasure> owners = byId(measures);
    PLUMB_CHECK(eachOwned(database, owners, "cost_measure_field", "measure_id, field, value",
                          [](CostMeasure& m, RowReader& row) { takeField(m.fields, row); }));
    PLUMB_CHECK(eachOwned(
        database, owners, "cost_measure_item", "measure_id, item_id",
        [](CostMeasure& m, RowReader& row) { m.items.push_back(row.text(1)); }, "position"));
    PLUMB_CHECK(eachOwned(database, owners, "cost_measure_link", "measure_id, other_id, kind",
                          [](CostMeasure& m, RowReader& row) {
                              (row.text(2) == "excludes" ? m.excludes : m.prerequisites).push_back(row.text(1));
                          }));
    return measures;
}

Result<std::vector<review::CostScenario>> readScenarios(Database& database) {
    std::vector<review::CostScenario> scenarios;
    {
        PLUMB_TRY(query, database.query("SELECT id, name FROM cost_scenario ORDER BY position, id"));
        PLUMB_CHECK(eachRow(database, query, "cost_scenario", [&](RowReader& row) {
            scenarios.push_back({row.text(0), row.text(1), {}});
        }));
    }
    PLUMB_CHECK(eachOwned(
        database, byId(scenarios), "cost_scenario_measure", "scenario_id, measure_id",
        [](review::CostScenario& s, RowReader& row) { s.measures.push_back(row.text(1)); }, "position"));
    return scenarios;
}

} // namespace

Result<Costs> readCostModel(Database& database) {
    Costs costs;
    PLUMB_TRY(settings, readSettings(database));
    costs.settings = std::move(settings);
    PLUMB_TRY(items, readItems(database));
    costs.items = std::move(items);
    PLUMB_TRY(measures, readMeasures(database));
    costs.measures = std::move(measures);
    PLUMB_TRY(scenarios, readScenarios(database));
    costs.scenarios = std::move(scenarios);
    return costs;
}

Result<std::vector<review::Price>> readPrices(Database& database) {
    std::vector<review::Price> prices;
    PLUMB_TRY(query, database.query("SELECT subject, field, unit, amount, currency, region, source, valid_from, "
                                    "valid_until FROM cost_price ORDER BY subject, field"));
    PLUMB_CHECK(eachRow(database, query, "cost_price", [&](RowReader& row) {
        prices.push_back({row.text(0), row.text(1), row.text(2), row.real(3), row.text(4), row.text(5), row.text(6),
                          row.date(7), row.date(8)});
    }));
    return prices;
}

Result<Costs> readCosts(Database& database) {
    PLUMB_TRY(costs, readCostModel(database));
    PLUMB_TRY(prices, readPrices(database));
    costs.prices = std::move(prices);
    return costs;
}

} // namespace plumb::store
