// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows as checked values: what load.cpp and load_findings.cpp read tables with.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/review/review.h"
#include "core/store/database.h"
#include "core/store/io_errors.h"
#include "core/store/text_checks.h"

#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace plumb::store {

/// Reads the columns of one row and remembers the first that is wrong.
class RowReader {
public:
    RowReader(const Database& database, const Query& query, std::string_view table)
        : m_database(database), m_query(query), m_table(table) {}

    std::string text(int column) {
        const std::string_view value = m_query.text(column);
        if (!isStorableText(value))
            wrong("a text that is not UTF-8");
        return std::string(value);
    }
    template <typename Enum> Enum word(int column) {
        using review::fromText;
        using store::fromText;
        Enum value{};
        if (!fromText(m_query.text(column), value))
            wrong("a word that Plumbline does not know");
        return value;
    }
    Date date(int column) {
        const std::string_view value = m_query.text(column);
        if (value.empty())
            return {};
        const auto date = parseDate(value);
        if (!date)
            wrong("a day that is none");
        return date.value_or(Date{});
    }
    bool flag(int column) { return m_query.integer(column) != 0; }
    std::int64_t integer(int column) { return m_query.integer(column); }
    int number(int column) { return static_cast<int>(m_query.integer(column)); }
    double real(int column) { return m_query.real(column); }
    void wrong(const char* what) {
        if (m_wrong.empty())
            m_wrong = what;
    }

    [[nodiscard]] Result<void> done() const {
        if (m_wrong.empty())
            return {};
        return fail(
            ErrorKind::Refused, "store.hostile",
            fmt::format("{} is refused: the table \"{}\" holds {}.", quotedName(m_database.path()), m_table, m_wrong),
            m_database.path().string(), {std::string(m_table)});
    }

private:
    const Database& m_database;
    const Query& m_query;
    std::string_view m_table;
    std::string m_wrong;
};

/// Calls `take` for each row and checks what it read.
template <typename Take>
[[nodiscard]] Result<void> eachRow(Database& database, Query& query, std::string_view table, Take take) {
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            return {};
        RowReader reader(database, query, table);
        take(reader);
        PLUMB_CHECK(reader.done());
    }
}

} // namespace plumb::store
