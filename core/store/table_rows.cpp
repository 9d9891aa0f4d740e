// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/table_rows.h"

#include "core/store/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace plumb::store {
namespace {

const ContentTable& contentTable(Table table) {
    return *std::find_if(kContentTables.begin(), kContentTables.end(),
                         [table](const ContentTable& one) { return one.table == table; });
}

int count(std::string_view names) {
    return static_cast<int>(std::count(names.begin(), names.end(), ',')) + 1;
}

Cell cellOf(const Query& row, int column) {
    if (row.isText(column))
        return std::string(row.text(column));
    if (row.isReal(column))
        return row.real(column);
    return row.integer(column);
}

Result<TableRows> readTable(Database& database, const ContentTable& table) {
    TableRows rows;
    const int keys = count(table.key);
    PLUMB_TRY(query,
              database.query(fmt::format("SELECT {} FROM {} ORDER BY {}", table.columns, table.name, table.key)));
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            return rows;
        RowKey key;
        std::vector<Cell> cells;
        for (int i = 0; i < query.columns(); ++i)
            if (i < keys)
                key.emplace_back(query.text(i));
            else
                cells.push_back(cellOf(query, i));
        rows.emplace_hint(rows.end(), std::move(key), std::move(cells));
    }
}

std::string marksFor(int columns) {
    std::string marks = "?";
    for (int i = 1; i < columns; ++i)
        marks += ", ?";
    return marks;
}

/// "INSERT ... ON CONFLICT DO UPDATE", so that a row that is there changes only in the cells that differ.
std::string upsert(const ContentTable& table) {
    const std::string_view columns = table.columns;
    std::string changes;
    for (std::size_t at = std::string_view(table.key).size(); at < columns.size();) {
        const std::size_t end = std::min(columns.find(',', at + 1), columns.size());
        const std::string_view name = columns.substr(at + 1, end - at - 1);
        changes += fmt::format("{}{} = excluded.{}", changes.empty() ? "" : ", ", name, name);
        at = end;
    }
    return fmt::format("INSERT INTO {}({}) VALUES({}) ON CONFLICT({}) DO {}{}", table.name, columns,
                       marksFor(count(columns)), table.key, changes.empty() ? "NOTHING" : "UPDATE SET ", changes);
}

void bindKey(Query& query, const RowKey& key) {
    for (const std::string& part : key)
        query.bind(part);
}

Result<void> removeOld(Database& database, const ContentTable& table, const TableRows& then, const TableRows& now) {
    PLUMB_TRY(query, database.query(fmt::format("DELETE FROM {} WHERE ({}) = ({})", table.name, table.key,
                                                marksFor(count(table.key)))));
    for (const auto& [key, cells] : then) {
        if (now.contains(key))
            continue;
        bindKey(query, key);
        PLUMB_CHECK(query.run());
    }
    return {};
}

Result<void> writeNew(Database& database, const ContentTable& table, const TableRows& then, const TableRows& now) {
    PLUMB_TRY(query, database.query(upsert(table)));
    for (const auto& [key, cells] : now) {
        const auto before = then.find(key);
        if (before != then.end() && before->second == cells)
            continue;
        bindKey(query, key);
        for (const Cell& cell : cells)
            std::visit([&](const auto& value) { query.bind(value); }, cell);
        PLUMB_CHECK(query.run());
    }
    return {};
}

const TableRows& rowsOf(const RowsByTable& tables, Table table) {
    static const TableRows none;
    const auto it = tables.find(table);
    return it == tables.end() ? none : it->second;
}

} // namespace

Result<RowsByTable> readTables(Database& database, std::span<const Table> tables) {
    RowsByTable all;
    for (const Table table : tables) {
        PLUMB_TRY(rows, readTable(database, contentTable(table)));
        all.emplace(table, std::move(rows));
    }
    return all;
}

Result<void> replaceRows(Database& database, std::span<const Table> tables, const RowsByTable& then,
                         const RowsByTable& now) {
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
        PLUMB_CHECK(removeOld(database, contentTable(*table), rowsOf(then, *table), rowsOf(now, *table)));
    for (const Table table : tables)
        PLUMB_CHECK(writeNew(database, contentTable(table), rowsOf(then, table), rowsOf(now, table)));
    return {};
}

} // namespace plumb::store
