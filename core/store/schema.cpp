// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::store {
namespace {

/// Runs of white space outside quotes become one space, so that a step's layout does not matter.
std::string evenSpace(std::string_view sql) {
    std::string out;
    char quote = 0;
    for (const char c : sql) {
        if (quote == 0 && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
            continue;
        }
        if (quote == 0 && (c == '\'' || c == '"' || c == '`'))
            quote = c;
        else if (c == quote)
            quote = 0;
        out += c;
    }
    return out;
}

Result<void> runStep(Database& database, const Step& step) {
    PLUMB_TRY(transaction, Transaction::begin(database, Transaction::Kind::Write));
    PLUMB_CHECK(database.execute(std::string(step.sql)));
    {
        PLUMB_TRY(check, database.query("PRAGMA foreign_key_check"));
        PLUMB_TRY(row, check.step());
        if (row)
            return fail(ErrorKind::Refused, "store.damaged",
                        fmt::format("The file can't be brought to version {}: a row of table {} points to nothing.",
                                    step.toVersion, check.text(0)),
                        database.path().string(), {std::string(check.text(0))});
    }
    PLUMB_CHECK(database.execute(fmt::format("PRAGMA user_version={}", step.toVersion)));
    return transaction.commit();
}

} // namespace

std::span<const Step> ladder() noexcept {
    static const std::array<Step, kSchemaVersion> steps{
        {{1, kSchemaStep1}, {2, kSchemaStep2}, {3, kSchemaStep3}, {4, kSchemaStep4}}};
    return steps;
}

int topOf(std::span<const Step> steps) noexcept {
    return steps.empty() ? 0 : steps.back().toVersion;
}

std::optional<Table> contentTable(std::string_view name) noexcept {
    for (const ContentTable& table : kContentTables)
        if (name == table.name)
            return table.table;
    return std::nullopt;
}

Result<std::vector<SchemaObject>> schemaOf(Database& database) {
    std::vector<SchemaObject> objects;
    PLUMB_TRY(query, database.query("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"));
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            break;
        objects.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                           evenSpace(query.text(3))});
    }
    std::sort(objects.begin(), objects.end());
    return objects;
}

Result<std::vector<SchemaObject>> expectedSchema(std::span<const Step> steps, int version) {
    PLUMB_TRY(memory, Database::openMemory());
    std::size_t count = 0;
    while (count < steps.size() && steps[count].toVersion <= version)
        ++count;
    PLUMB_CHECK(climb(*memory, steps.first(count), 0));
    return schemaOf(*memory);
}

Result<void> climb(Database& database, std::span<const Step> steps, int from) {
    // A step may make a table anew under rows that point to it; foreign_key_check has the last word (SQLite's ALTER
    // TABLE advice). The switch is without effect inside a transaction, so it stands outside.
    PLUMB_CHECK(database.execute("PRAGMA foreign_keys=OFF"));
    Result<void> done;
    for (const Step& step : steps)
        if (done && step.toVersion > from)
            done = runStep(database, step);
    database.forgetStatements();
    PLUMB_CHECK(database.execute("PRAGMA foreign_keys=ON"));
    return done;
}

} // namespace plumb::store
