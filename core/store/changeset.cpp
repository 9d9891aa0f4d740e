// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"

#include "core/store/changeset_format.h"
#include "core/store/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>
#include <utility>

namespace plumb::store {
namespace {

struct SqliteFree {
    void operator()(void* memory) const noexcept { sqlite3_free(memory); }
};
using Buffer = std::unique_ptr<void, SqliteFree>;

struct IteratorEnd {
    void operator()(sqlite3_changeset_iter* iterator) const noexcept { sqlite3changeset_finalize(iterator); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, IteratorEnd>;

Error broken(std::string_view why) {
    return Error{ErrorKind::Refused,
                 "store.damaged",
                 fmt::format("The history does not fit the review ({}); nothing was changed. \"plumbline-cli verify "
                             "FILE --salvage OUT\" saves the review without its history.",
                             why),
                 {},
                 {std::string(why)},
                 {}};
}

/// sqlite3changeset_* take pointers to non-const but only read.
void* readable(std::string_view bytes) {
    return const_cast<char*>(bytes.data());
}

Result<std::string> taken(int rc, int size, void* data) {
    const Buffer buffer(data);
    if (rc == SQLITE_NOMEM)
        return fail(ErrorKind::System, "store.failed", "There is not enough memory to keep the history.");
    if (rc != SQLITE_OK)
        return fail(broken("an entry can't be read"));
    return std::string(static_cast<const char*>(buffer.get()), static_cast<std::size_t>(size));
}

ChangedValue copyOf(sqlite3_value* value) {
    if (!value)
        return {};
    ChangedValue copy{true, {}, {}, sqlite3_value_type(value) == SQLITE_TEXT};
    if (sqlite3_value_type(value) == SQLITE_FLOAT)
        copy.number = sqlite3_value_double(value);
    else if (!copy.isText)
        copy.number = sqlite3_value_int64(value);
    // Blobs don't occur in content tables; numbers come as text.
    const auto* text = sqlite3_value_text(value);
    const int size = sqlite3_value_bytes(value);
    if (text)
        copy.text.assign(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    return copy;
}

Result<Change> currentChange(sqlite3_changeset_iter* iterator) {
    const char* name = nullptr;
    int columns = 0, op = 0, indirect = 0;
    unsigned char* isKey = nullptr;
    if (sqlite3changeset_op(iterator, &name, &columns, &op, &indirect) != SQLITE_OK ||
        sqlite3changeset_pk(iterator, &isKey, nullptr) != SQLITE_OK)
        return fail(broken("an entry can't be read"));
    const auto table = contentTable(name);
    if (!table)
        return fail(broken(fmt::format("an entry changes the table \"{}\"", name)));
    Change change;
    change.row.table = *table;
    change.row.op = op == SQLITE_INSERT   ? RowChange::Op::Insert
                    : op == SQLITE_DELETE ? RowChange::Op::Delete
                                          : RowChange::Op::Update;
    for (int i = 0; i < columns; ++i) {
        sqlite3_value* value = nullptr;
        if (op != SQLITE_INSERT) {
            sqlite3changeset_old(iterator, i, &value);
            change.before.push_back(copyOf(value));
        }
        if (op != SQLITE_DELETE) {
            sqlite3changeset_new(iterator, i, &value);
            change.after.push_back(copyOf(value));
        }
        if (isKey[i] != 0)
            change.row.key.push_back(op == SQLITE_INSERT ? change.after.back().text
                                                         : change.before[static_cast<std::size_t>(i)].text);
    }
    return change;
}

int abortOnConflict(void* conflicts, int, sqlite3_changeset_iter*) {
    ++*static_cast<int*>(conflicts);
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

Result<Recorder> Recorder::start(Database& database) {
    sqlite3_session* session = nullptr;
    int rc = sqlite3session_create(database.handle(), "main", &session);
    if (rc != SQLITE_OK)
        return fail(database.lastError(rc));
    Recorder recorder(session);
    for (const ContentTable& table : kContentTables)
        if (rc = sqlite3session_attach(session, table.name); rc != SQLITE_OK)
            return fail(database.lastError(rc));
    return recorder;
}

Recorder::Recorder(Recorder&& other) noexcept : m_session(std::exchange(other.m_session, nullptr)) {}

Recorder::~Recorder() {
    if (m_session)
        sqlite3session_delete(m_session);
}

Result<std::string> Recorder::changeset() {
    int size = 0;
    void* data = nullptr;
    const int rc = sqlite3session_changeset(m_session, &size, &data);
    return taken(rc, size, data);
}

Result<std::string> invertChangeset(std::string_view changeset) {
    PLUMB_CHECK(checkChangeset(changeset));
    int size = 0;
    void* data = nullptr;
    const int rc = sqlite3changeset_invert(static_cast<int>(changeset.size()), readable(changeset), &size, &data);
    return taken(rc, size, data);
}

Result<std::string> joinChangesets(std::string_view before, std::string_view after) {
    PLUMB_CHECK(checkChangeset(before));
    PLUMB_CHECK(checkChangeset(after));
    int size = 0;
    void* data = nullptr;
    const int rc = sqlite3changeset_concat(static_cast<int>(before.size()), readable(before),
                                           static_cast<int>(after.size()), readable(after), &size, &data);
    return taken(rc, size, data);
}

Result<void> applyChangeset(Database& database, std::string_view changeset) {
    PLUMB_CHECK(checkChangeset(changeset));
    int conflicts = 0;
    const int rc = sqlite3changeset_apply(database.handle(), static_cast<int>(changeset.size()), readable(changeset),
                                          nullptr, &abortOnConflict, &conflicts);
    if (conflicts > 0)
        return fail(broken("a row is not as the history left it"));
    if (rc != SQLITE_OK)
        return fail(database.lastError(rc));
    return {};
}

Result<void> visitChanges(std::string_view changeset, const std::function<Result<void>(const Change&)>& visit) {
    PLUMB_CHECK(checkChangeset(changeset));
    sqlite3_changeset_iter* raw = nullptr;
    if (sqlite3changeset_start(&raw, static_cast<int>(changeset.size()), readable(changeset)) != SQLITE_OK)
        return fail(broken("an entry can't be read"));
    const Iterator iterator(raw);
    int rc = SQLITE_ROW;
    while ((rc = sqlite3changeset_next(raw)) == SQLITE_ROW) {
        PLUMB_TRY(change, currentChange(raw));
        PLUMB_CHECK(visit(change));
    }
    if (rc != SQLITE_DONE)
        return fail(broken("an entry can't be read"));
    return {};
}

Result<std::vector<RowChange>> rowsOf(std::string_view changeset) {
    std::vector<RowChange> rows;
    PLUMB_CHECK(visitChanges(changeset, [&](const Change& change) -> Result<void> {
        rows.push_back(change.row);
        return {};
    }));
    return rows;
}

} // namespace plumb::store
