// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SQLite's session extension: record what a command does to the content tables as a changeset, turn it round, join it
// with another, apply it, and read which rows it touches. Changesets from a file are untrusted like the rest of it.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3_session;

namespace plumb::store {

/// Records changes of the content tables from construction on. Must go before its Database.
class Recorder {
public:
    [[nodiscard]] static Result<Recorder> start(Database& database);
    Recorder(Recorder&& other) noexcept;
    Recorder& operator=(Recorder&&) = delete;
    ~Recorder();
    /// The net change so far; empty when there is none.
    [[nodiscard]] Result<std::string> changeset();

private:
    explicit Recorder(sqlite3_session* session) noexcept : m_session(session) {}
    sqlite3_session* m_session;
};

/// "store.damaged" when the bytes are no changeset.
[[nodiscard]] Result<std::string> invertChangeset(std::string_view changeset);
/// First `before`, then `after`, as one; empty when they cancel out.
[[nodiscard]] Result<std::string> joinChangesets(std::string_view before, std::string_view after);

/// Applies inside the caller's transaction. When any row is not as the changeset expects, or it names a table or shape
/// that is none of ours, nothing counts: "store.damaged", and the caller must roll back.
[[nodiscard]] Result<void> applyChangeset(Database& database, std::string_view changeset);

/// One value of a changed row; `present` is false where the changeset leaves it out (unchanged).
struct ChangedValue {
    bool present = false;
    std::string text;                          ///< numbers as text; a floating-point number not to its last bit
    std::variant<std::int64_t, double> number; ///< the number itself, when it is one
    bool isText = false;
};
/// A row of a changeset, read for looking only.
struct Change {
    RowChange row;
    std::vector<ChangedValue> before, after; ///< by column; empty for inserts and deletes respectively
};
/// Walks the rows. Stops at the first error of `visit`.
[[nodiscard]] Result<void> visitChanges(std::string_view changeset,
                                        const std::function<Result<void>(const Change&)>& visit);
/// Rows, each once, in the order of the changeset.
[[nodiscard]] Result<std::vector<RowChange>> rowsOf(std::string_view changeset);

} // namespace plumb::store
