// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the Writer that stores the cost model and its prices: both become rows, of which those that differ from
// the stored ones are written.
#include "core/store/cost_checks.h"
#include "core/store/positions.h"
#include "core/store/table_rows.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <array>

namespace plumb::store {
namespace {

using review::Costs;
using review::CostSettings;

/// Those that others point to first.
constexpr std::array kModelTables{Table::CostSettings,    Table::CostItem,         Table::CostItemField,
                                  Table::CostMeasure,     Table::CostMeasureField, Table::CostMeasureItem,
                                  Table::CostMeasureLink, Table::CostScenario,     Table::CostScenarioMeasure};
constexpr std::array kPriceTables{Table::CostPrice};

/// Positions for rows with these keys in this order; the position is the first column after the key.
std::vector<std::int64_t> positionsOf(const std::vector<RowKey>& keys, const TableRows& then) {
    std::vector<std::int64_t> before;
    for (const RowKey& key : keys) {
        const auto row = then.find(key);
        before.push_back(row == then.end() ? 0 : std::get<std::int64_t>(row->second.front()));
    }
    return positionsFor(before);
}

template <typename Thing> std::vector<RowKey> keysOf(const std::vector<Thing>& things) {
    std::vector<RowKey> keys;
    for (const Thing& thing : things)
        keys.push_back({thing.id});
    return keys;
}

/// Items or measures with their fields.
template <typename Thing>
void addThings(const std::vector<Thing>& things, const TableRows& then, TableRows& rows, TableRows& fields) {
    const std::vector<RowKey> keys = keysOf(things);
    const std::vector<std::int64_t> positions = positionsOf(keys, then);
    for (std::size_t i = 0; i < things.size(); ++i) {
        const Thing& thing = things[i];
        rows.emplace(keys[i], std::vector<Cell>{positions[i], thing.name, thing.type, thing.note});
        for (const auto& [field, value] : thing.fields)
            fields.emplace(RowKey{thing.id, field}, std::vector<Cell>{value});
    }
}

/// A row (owner, id, position) for each of `ids`.
void addOrdered(const std::string& owner, const std::vector<std::string>& ids, const TableRows& then, TableRows& rows) {
    std::vector<RowKey> keys;
    for (const std::string& id : ids)
        keys.push_back({owner, id});
    const std::vector<std::int64_t> positions = positionsOf(keys, then);
    for (std::size_t i = 0; i < keys.size(); ++i)
        rows.emplace(keys[i], std::vector<Cell>{positions[i]});
}

RowsByTable rowsOf(const Costs& costs, RowsByTable& then) {
    RowsByTable now;
    // No row says the defaults, so that setting them again leaves the review as it was.
    if (const CostSettings& s = costs.settings; s != CostSettings{})
        now[Table::CostSettings].emplace(RowKey{"1"},
                                         std::vector<Cell>{s.hoursPerMonth, std::int64_t{s.horizonMonths},
                                                           s.discountRate, s.currency, s.trials, s.seed, s.scenario});
    addThings(costs.items, then[Table::CostItem], now[Table::CostItem], now[Table::CostItemField]);
    addThings(costs.measures, then[Table::CostMeasure], now[Table::CostMeasure], now[Table::CostMeasureField]);
    for (const review::CostMeasure& m : costs.measures) {
        addOrdered(m.id, m.items, then[Table::CostMeasureItem], now[Table::CostMeasureItem]);
        for (const std::string& other : m.excludes)
            now[Table::CostMeasureLink].emplace(RowKey{m.id, "excludes", other}, std::vector<Cell>{});
        for (const std::string& other : m.prerequisites)
            now[Table::CostMeasureLink].emplace(RowKey{m.id, "needs", other}, std::vector<Cell>{});
    }
    const std::vector<RowKey> keys = keysOf(costs.scenarios);
    const std::vector<std::int64_t> positions = positionsOf(keys, then[Table::CostScenario]);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const review::CostScenario& s = costs.scenarios[i];
        now[Table::CostScenario].emplace(keys[i], std::vector<Cell>{positions[i], s.name});
        addOrdered(s.id, s.measures, then[Table::CostScenarioMeasure], now[Table::CostScenarioMeasure]);
    }
    return now;
}

/// Values that are stored already have been checked.
Result<void> checkNewValues(const TableRows& then, const TableRows& now) {
    for (const auto& [key, cells] : now) {
        const auto before = then.find(key);
        if (before == then.end() || before->second != cells)
            PLUMB_CHECK(checkFieldValue(key[0], key[1], std::get<std::string>(cells[0])));
    }
    return {};
}

} // namespace

Result<void> WriterImpl::putCosts(const Costs& costs) {
    PLUMB_CHECK(checkCosts(costs));
    PLUMB_TRY(then, readTables(m_database, kModelTables));
    RowsByTable now = rowsOf(costs, then);
    for (const Table fields : {Table::CostItemField, Table::CostMeasureField})
        PLUMB_CHECK(checkNewValues(then[fields], now[fields]));
    return watched(replaceRows(m_database, kModelTables, then, now));
}

Result<void> WriterImpl::putPrices(const std::vector<review::Price>& prices) {
    PLUMB_CHECK(checkPrices(prices));
    PLUMB_TRY(then, readTables(m_database, kPriceTables));
    RowsByTable now;
    TableRows& rows = now[Table::CostPrice];
    for (const review::Price& p : prices)
        rows.emplace(RowKey{p.subject, p.field}, std::vector<Cell>{p.unit, p.amount, p.currency, p.region, p.source,
                                                                   toIso(p.validFrom), toIso(p.validUntil)});
    return watched(replaceRows(m_database, kPriceTables, then, now));
}

} // namespace plumb::store
