// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_scan.h"

#include <fmt/format.h>
#include <limits>
#include <optional>
#include <sqlite3.h>

namespace plumb::store {
namespace {

/// Where to stop jumping when even the last row can't be found. Our rowids count up from 1.
constexpr std::int64_t kFarthestRow = std::int64_t{1} << 40;

class Scanner {
public:
    Scanner(Database& database, const std::string& table, const std::string& columns,
            const std::function<Result<void>(const Query&)>& visit)
        : m_database(database)
        , m_select(fmt::format("SELECT rowid, {} FROM {} NOT INDEXED WHERE rowid > ? AND rowid < ? "
                               "ORDER BY rowid",
                               columns, table))
        , m_table(table)
        , m_visit(visit) {}

    Result<ScanResult> run() {
        if (!isPlainTable())
            return std::move(m_result);
        const std::int64_t last = lastRow();
        std::int64_t from = std::numeric_limits<std::int64_t>::min();
        for (;;) {
            PLUMB_TRY(whole, readRange(from, std::numeric_limits<std::int64_t>::max(), false));
            if (whole)
                return std::move(m_result);
            const std::int64_t edge = m_lastSeen.value_or(0);
            const auto beyond = firstBeyond(edge, last);
            if (!beyond)
                return std::move(m_result);
            PLUMB_CHECK(readRange(edge, *beyond, true));
            from = *beyond - 1;
            m_lastSeen = from;
        }
    }

private:
    void note(const Error& error) {
        ++m_result.holes;
        if (m_result.firstError.empty())
            m_result.firstError = error.text;
    }

    bool isPlainTable() {
        auto query = m_database.query("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ? AND "
                                      "rootpage > 0");
        auto row = query ? query->bind(m_table).step() : fail(query.error());
        if (row && *row && query->integer(0) == 1)
            return true;
        note(row ? Error{ErrorKind::Refused, {}, fmt::format("the table {} is missing", m_table), {}, {}, {}}
                 : row.error());
        return false;
    }

    std::int64_t lastRow() {
        return m_database.integer(fmt::format("SELECT max(rowid) FROM {}", m_table)).value_or(kFarthestRow);
    }

    /// Visits the rows strictly between; false when a page could not be read. Only forward reading counts holes.
    Result<bool> readRange(std::int64_t after, std::int64_t before, bool backward) {
        auto query = m_database.query(backward ? m_select + " DESC" : m_select);
        if (!query) {
            note(query.error());
            return true; // the columns are not there: nothing more to be had
        }
        query->bind(after).bind(before);
        for (;;) {
            const auto row = query->step();
            if (!row) {
                if (!backward)
                    note(row.error());
                return false;
            }
            if (!*row)
                return true;
            if (!backward)
                m_lastSeen = query->integer(0);
            PLUMB_CHECK(m_visit(*query));
            ++m_result.rows;
        }
    }

    /// A readable row after the hole at `edge`, looked for at growing distance.
    std::optional<std::int64_t> firstBeyond(std::int64_t edge, std::int64_t last) {
        for (std::int64_t step = 1; edge + step <= last; step *= 2) {
            auto query = m_database.query(fmt::format("SELECT rowid FROM {} NOT INDEXED WHERE rowid > ? ORDER BY rowid "
                                                      "LIMIT 1",
                                                      m_table));
            if (!query)
                return std::nullopt;
            const auto row = query->bind(edge + step).step();
            if (row)
                return *row ? std::optional(query->integer(0)) : std::nullopt;
        }
        return std::nullopt;
    }

    Database& m_database;
    std::string m_select;
    const std::string& m_table;
    const std::function<Result<void>(const Query&)>& m_visit;
    std::optional<std::int64_t> m_lastSeen;
    ScanResult m_result;
};

} // namespace

Result<std::unique_ptr<Database>> openTolerant(const std::filesystem::path& path) {
    PLUMB_TRY(database, Database::open(path, DatabaseMode::Immutable));
    // Only with both does SQLite read on over a short file and a spoilt schema. Nothing can be written here anyway.
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    PLUMB_CHECK(database->execute("PRAGMA writable_schema=ON"));
    PLUMB_CHECK(database->settle());
    return std::move(database);
}

Result<ScanResult> scanRows(Database& database, const std::string& table, const std::string& columns,
                            const std::function<Result<void>(const Query&)>& visit) {
    return Scanner(database, table, columns, visit).run();
}

} // namespace plumb::store
