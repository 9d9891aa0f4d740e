// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/io_errors.h"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <limits>
#include <sqlite3.h>

namespace plumb::store {
namespace {

constexpr int kBusyMilliseconds = 5000;

struct Limit {
    int id, value;
};
/// What our own statements and files need, with room; far below what SQLite would allow a crafted file.
constexpr std::array kLimits{
    Limit{SQLITE_LIMIT_LENGTH, 256 << 20},
    Limit{SQLITE_LIMIT_SQL_LENGTH, 100'000},
    Limit{SQLITE_LIMIT_COLUMN, 64},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 100},
    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 10},
    Limit{SQLITE_LIMIT_VDBE_OP, 100'000},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 16},
    Limit{SQLITE_LIMIT_ATTACHED, 0},
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
    Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
};

constexpr std::array kSwitchedOn{SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY};
constexpr std::array kSwitchedOff{
    SQLITE_DBCONFIG_TRUSTED_SCHEMA,        SQLITE_DBCONFIG_DQS_DDL,           SQLITE_DBCONFIG_DQS_DML,
    SQLITE_DBCONFIG_ENABLE_TRIGGER,        SQLITE_DBCONFIG_ENABLE_VIEW,       SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
    SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE};

int openFlags(DatabaseMode mode) {
    constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case DatabaseMode::ReadOnly:
        return common | SQLITE_OPEN_READONLY;
    case DatabaseMode::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case DatabaseMode::Create:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case DatabaseMode::Immutable:
        return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return common | SQLITE_OPEN_READONLY;
}

/// "file:" URI with everything but plain characters escaped.
std::string immutableUri(const std::filesystem::path& path) {
    std::string uri = "file:";
    for (const char c : path.string()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                           c == '.' || c == '-' || c == '_';
        if (plain)
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return uri + "?immutable=1";
}

Error damaged(const std::filesystem::path& path, std::string_view detail) {
    return Error{ErrorKind::Refused,
                 "store.damaged",
                 fmt::format("{} is damaged ({}). \"plumbline-cli verify FILE --salvage OUT\" saves what can be read.",
                             quotedName(path), detail),
                 path.string(),
                 {std::string(detail)},
                 {}};
}

} // namespace

Query::Query(Database& database, Slot* slot, std::unique_ptr<Slot> own) noexcept
    : m_database(&database), m_slot(slot), m_own(std::move(own)) {}

Query::Query(Query&& other) noexcept
    : m_database(other.m_database)
    , m_slot(std::exchange(other.m_slot, nullptr))
    , m_own(std::move(other.m_own))
    , m_next(other.m_next)
    , m_bindError(other.m_bindError)
    , m_atEnd(other.m_atEnd) {}

Query::~Query() {
    if (!m_slot)
        return;
    rewind();
    m_slot->lent = false;
    if (m_own)
        sqlite3_finalize(m_own->statement);
}

void Query::rewind() noexcept {
    sqlite3_reset(m_slot->statement);
    sqlite3_clear_bindings(m_slot->statement);
    m_next = 1;
    m_bindError = 0;
    m_atEnd = false;
}

Query& Query::bind(std::string_view text) {
    // A null pointer would bind NULL; an empty view may have one.
    const char* data = text.data() ? text.data() : "";
    const int rc = sqlite3_bind_text64(m_slot->statement, m_next++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (rc != SQLITE_OK && m_bindError == 0)
        m_bindError = rc;
    return *this;
}

Query& Query::bind(std::int64_t value) {
    const int rc = sqlite3_bind_int64(m_slot->statement, m_next++, value);
    if (rc != SQLITE_OK && m_bindError == 0)
        m_bindError = rc;
    return *this;
}

Query& Query::bind(double value) {
    const int rc = sqlite3_bind_double(m_slot->statement, m_next++, value);
    if (rc != SQLITE_OK && m_bindError == 0)
        m_bindError = rc;
    return *this;
}

Query& Query::bindBlob(std::string_view bytes) {
    const char* data = bytes.data() ? bytes.data() : "";
    const int rc = sqlite3_bind_blob64(m_slot->statement, m_next++, data, bytes.size(), SQLITE_TRANSIENT);
    if (rc != SQLITE_OK && m_bindError == 0)
        m_bindError = rc;
    return *this;
}

Query& Query::bindColumn(const Query& row, int column) {
    const int rc = sqlite3_bind_value(m_slot->statement, m_next++, sqlite3_column_value(row.m_slot->statement, column));
    if (rc != SQLITE_OK && m_bindError == 0)
        m_bindError = rc;
    return *this;
}

bool Query::isText(int column) const noexcept {
    return sqlite3_column_type(m_slot->statement, column) == SQLITE_TEXT;
}

bool Query::isReal(int column) const noexcept {
    return sqlite3_column_type(m_slot->statement, column) == SQLITE_FLOAT;
}

int Query::columns() const noexcept {
    return sqlite3_column_count(m_slot->statement);
}

Result<bool> Query::step() {
    if (m_bindError != 0)
        return fail(m_database->lastError(m_bindError));
    // Stepping on would make SQLite start again from the first row.
    if (m_atEnd)
        return false;
    const int rc = sqlite3_step(m_slot->statement);
    if (rc == SQLITE_ROW)
        return true;
    m_atEnd = true;
    if (rc == SQLITE_DONE)
        return false;
    return fail(m_database->lastError(rc));
}

Result<void> Query::run() {
    for (;;) {
        auto row = step();
        if (!row) {
            rewind();
            return fail(std::move(row).error());
        }
        if (!*row)
            break;
    }
    rewind();
    return {};
}

std::string_view Query::text(int column) const {
    const auto* data = sqlite3_column_text(m_slot->statement, column);
    const int size = sqlite3_column_bytes(m_slot->statement, column);
    return data ? std::string_view(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size))
                : std::string_view{};
}

std::string_view Query::blob(int column) const {
    const void* data = sqlite3_column_blob(m_slot->statement, column);
    const int size = sqlite3_column_bytes(m_slot->statement, column);
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string_view{};
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(m_slot->statement, column);
}

double Query::real(int column) const {
    return sqlite3_column_double(m_slot->statement, column);
}

Database::Database(sqlite3* handle, std::filesystem::path path) : m_handle(handle), m_path(std::move(path)) {}

Database::~Database() {
    forgetStatements();
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, DatabaseMode mode) {
    const std::string name = mode == DatabaseMode::Immutable ? immutableUri(path) : path.string();
    sqlite3* handle = nullptr;
    const int rc = sqlite3_open_v2(name.c_str(), &handle, openFlags(mode), nullptr);
    std::unique_ptr<Database> database(new Database(handle, path));
    if (rc != SQLITE_OK) {
        const bool reading = mode == DatabaseMode::ReadOnly || mode == DatabaseMode::Immutable;
        const int number = handle ? sqlite3_system_errno(handle) : ENOMEM;
        return fail(ioError(number, reading ? IoAction::Read : IoAction::Write, path));
    }
    PLUMB_CHECK(database->harden());
    const bool writing = mode == DatabaseMode::ReadWrite || mode == DatabaseMode::Create;
    // SQLite quietly opens for reading what it may not write.
    if (writing && sqlite3_db_readonly(handle, "main") != 0)
        return fail(ioError(EACCES, IoAction::Write, path));
    if (writing)
        PLUMB_CHECK(database->settle());
    return database;
}

Result<std::unique_ptr<Database>> Database::openMemory() {
    sqlite3* handle = nullptr;
    const int rc = sqlite3_open_v2(":memory:", &handle, openFlags(DatabaseMode::Create), nullptr);
    std::unique_ptr<Database> database(new Database(handle, "memory"));
    if (rc != SQLITE_OK)
        return fail(database->lastError(rc));
    PLUMB_CHECK(database->harden());
    PLUMB_CHECK(database->settle());
    return database;
}

Result<void> Database::harden() {
    for (const int option : kSwitchedOn)
        if (const int rc = sqlite3_db_config(m_handle, option, 1, nullptr); rc != SQLITE_OK)
            return fail(lastError(rc));
    for (const int option : kSwitchedOff)
        if (const int rc = sqlite3_db_config(m_handle, option, 0, nullptr); rc != SQLITE_OK)
            return fail(lastError(rc));
    for (const Limit limit : kLimits)
        sqlite3_limit(m_handle, limit.id, limit.value);
    sqlite3_busy_timeout(m_handle, kBusyMilliseconds);
    return {};
}

Result<void> Database::settle() {
    // journal_mode is DELETE unless the header says otherwise, which open_checks refuses.
    return execute("PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;"
                   "PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;");
}

void Database::forgetStatements() noexcept {
    for (auto& [sql, slot] : m_statements)
        sqlite3_finalize(slot->statement);
    m_statements.clear();
}

Result<Query> Database::query(std::string_view sql) {
    auto found = m_statements.find(std::string(sql));
    if (found != m_statements.end() && !found->second->lent) {
        found->second->lent = true;
        return Query(*this, found->second.get(), nullptr);
    }
    auto slot = std::make_unique<Query::Slot>();
    const int rc = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &slot->statement, nullptr);
    if (rc != SQLITE_OK)
        return fail(lastError(rc));
    slot->lent = true;
    Query::Slot* const raw = slot.get();
    if (found != m_statements.end())
        return Query(*this, raw, std::move(slot));
    m_statements.emplace(std::string(sql), std::move(slot));
    return Query(*this, raw, nullptr);
}

Result<void> Database::execute(const std::string& sql) {
    const int rc = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return fail(lastError(rc));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    PLUMB_TRY(statement, query(sql));
    PLUMB_TRY(row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) {
    PLUMB_TRY(statement, query(sql));
    PLUMB_TRY(row, statement.step());
    return row ? std::string(statement.text(0)) : std::string{};
}

int Database::lastCode() const noexcept {
    return sqlite3_extended_errcode(m_handle);
}

bool Database::inTransaction() const noexcept {
    return sqlite3_get_autocommit(m_handle) == 0;
}

Error Database::lastError(int code) const {
    const std::string detail = m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
    int number = m_handle ? sqlite3_system_errno(m_handle) : 0;
    // Backups report through result codes alone; the file still knows.
    if (m_handle && number == 0)
        sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    const std::string where = m_path.string();
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return ioError(ENOSPC, IoAction::Write, m_path);
    case SQLITE_READONLY:
        return ioError(EACCES, IoAction::Write, m_path);
    case SQLITE_CANTOPEN:
        return ioError(number == 0 ? EACCES : number, IoAction::Write, m_path);
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_NOMEM)
            break;
        return ioError(number == 0 ? EIO : number,
                       code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ? IoAction::Read : IoAction::Write,
                       m_path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(m_path, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{ErrorKind::Conflict,
                     "store.busy",
                     fmt::format("Another program is using {}; try again.", quotedName(m_path)),
                     where,
                     {},
                     {}};
    case SQLITE_TOOBIG:
        return Error{ErrorKind::Usage, "review.tooLong", "A value is too long to be stored.", where, {}, {}};
    case SQLITE_CONSTRAINT:
        return Error{ErrorKind::Usage,
                     "review.invalid",
                     fmt::format("The review can't hold that: {}.", detail),
                     where,
                     {detail},
                     {}};
    default:
        break;
    }
    return Error{ErrorKind::System,
                 "store.failed",
                 fmt::format("{} can't be used: {}.", quotedName(m_path), detail),
                 where,
                 {detail},
                 {}};
}

Result<Transaction> Transaction::begin(Database& database, Kind kind) {
    PLUMB_CHECK(database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // A full disk or a read error may have made SQLite roll back by itself.
    if (!m_database)
        return;
    if (m_database->inTransaction())
        static_cast<void>(m_database->execute("ROLLBACK"));
    // After a write error SQLite leaves the journal to whoever reads next; let that be us, now.
    static_cast<void>(m_database->execute("PRAGMA schema_version"));
}

Result<void> Transaction::commit() {
    PLUMB_TRY(statement, m_database->query("COMMIT"));
    PLUMB_CHECK(statement.run());
    m_database = nullptr;
    return {};
}

} // namespace plumb::store
