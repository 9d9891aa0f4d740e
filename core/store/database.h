// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The thin layer over sqlite3: a connection, prepared statements that are kept, a transaction. Everything owns what it
// holds, and failures are values. It knows no table. docs/decisions/0004-own-sqlite-layer.md says why it is our own.
//
// Thread-safety: none. One connection with its queries belongs to one thread at a time.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace plumb::store {

class Database;

/// A prepared statement that is held by Database and lent out: it is reset, its bindings cleared, when the Query goes.
/// Columns and parameters count from 0.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    /// Binds the next parameter. A failure (value too big) is kept and told by step().
    Query& bind(std::string_view text);
    Query& bind(std::int64_t value);
    Query& bind(int value) { return bind(std::int64_t{value}); }
    Query& bind(double value);                       ///< NaN becomes NULL
    Query& bindBlob(std::string_view bytes);         ///< copied
    Query& bindColumn(const Query& row, int column); ///< the value as it is, of any type

    [[nodiscard]] Result<bool> step(); ///< true: there is a row; false at the end, however often it is asked
    [[nodiscard]] Result<void> run();  ///< steps to the end, then rewinds so that it can be bound and run again

    [[nodiscard]] std::string_view text(int column) const; ///< valid until the next step; "" for NULL
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isText(int column) const noexcept; ///< stored as text
    [[nodiscard]] bool isReal(int column) const noexcept; ///< stored as a floating-point number
    [[nodiscard]] int columns() const noexcept;

private:
    friend class Database;
    struct Slot {
        sqlite3_stmt* statement = nullptr;
        bool lent = false;
    };
    Query(Database& database, Slot* slot, std::unique_ptr<Slot> own) noexcept;
    void rewind() noexcept;
    Database* m_database;
    Slot* m_slot;
    std::unique_ptr<Slot> m_own; ///< when the kept statement was lent out already
    int m_next = 1;
    int m_bindError = 0;
    bool m_atEnd = false;
};

/// How a file is opened. Immutable never looks at or makes any file beside it (journals, logs), for salvage.
enum class DatabaseMode { ReadOnly, ReadWrite, Create, Immutable };

/// A connection, hardened against untrusted files (defensive, untrusted schema, no triggers or views, no extensions, no
/// double-quoted strings, limits), with synchronous=FULL, foreign keys, secure delete and temporary tables in memory.
class Database {
public:
    /// `path` must be absolute. Errors by errno ("file.*"). For ReadOnly and Immutable nothing of the file has been
    /// read then, and settle() is the caller's to call once the header has been looked at.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, DatabaseMode mode);
    [[nodiscard]] static Result<std::unique_ptr<Database>> openMemory();
    /// The settings whose setting makes SQLite read the file and look for journals and logs beside it.
    [[nodiscard]] Result<void> settle();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepares `sql`, or lends the statement that was prepared for the same text before.
    [[nodiscard]] Result<Query> query(std::string_view sql);
    /// Runs one or more statements without parameters and rows.
    [[nodiscard]] Result<void> execute(const std::string& sql);
    /// First column of the first row; 0 or "" when there is none.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql);
    [[nodiscard]] Result<std::string> text(std::string_view sql);

    [[nodiscard]] Error lastError(int code) const; ///< what the last call's result code means
    [[nodiscard]] int lastCode() const noexcept;   ///< extended result code of the last call
    [[nodiscard]] bool inTransaction() const noexcept;
    [[nodiscard]] sqlite3* handle() const noexcept { return m_handle; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// Puts away prepared statements, so that none holds the schema (before VACUUM and closing).
    void forgetStatements() noexcept;

private:
    Database(sqlite3* handle, std::filesystem::path path);
    [[nodiscard]] Result<void> harden();
    sqlite3* m_handle;
    std::filesystem::path m_path;
    std::unordered_map<std::string, std::unique_ptr<Query::Slot>> m_statements;
};

/// Rolls back on destruction unless commit() succeeded; a failed rollback does no harm, since SQLite then rolls back
/// when the file is next opened.
class Transaction {
public:
    enum class Kind { Read, Write };
    [[nodiscard]] static Result<Transaction> begin(Database& database, Kind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database& database) noexcept : m_database(&database) {}
    Database* m_database;
};

/// Reads several tables as of one moment, so that another program's command never shows half. Inside a command the
/// command's own transaction serves.
template <typename Read> auto atOneMoment(Database& database, Read read) -> decltype(read()) {
    if (database.inTransaction())
        return read();
    PLUMB_TRY(transaction, Transaction::begin(database, Transaction::Kind::Read));
    static_cast<void>(transaction);
    return read();
}

} // namespace plumb::store
