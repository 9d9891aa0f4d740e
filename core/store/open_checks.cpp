// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/open_checks.h"

#include "core/store/io_errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <system_error>
#include <vector>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHeaderBytes = 100; // SQLite file format, section 1.3
using Header = std::array<unsigned char, kHeaderBytes>;

std::uint32_t bigEndian(const Header& header, std::size_t offset, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value = value << 8 | header[offset + i];
    return value;
}

Error refused(const char* id, const fs::path& path, std::string text, std::vector<std::string> args) {
    return Error{ErrorKind::Refused, id, std::move(text), path.string(), std::move(args), {}};
}

Error notAProject(const fs::path& path, std::string_view why) {
    return refused("store.notAProject", path, fmt::format("{} is not a Plumbline review ({}).", quotedName(path), why),
                   {std::string(why)});
}

Error hostile(const fs::path& path, std::string_view object, std::string_view what) {
    return refused("store.hostile", path,
                   fmt::format("{} is refused: {}. It was changed by something other than Plumbline; \"plumbline-cli "
                               "verify FILE --salvage OUT\" saves the review without it.",
                               quotedName(path), what),
                   {std::string(object)});
}

Error damagedFile(const fs::path& path, std::string_view what) {
    return refused(
        "store.damaged", path,
        fmt::format("{} is damaged ({}). \"plumbline-cli verify FILE --salvage OUT\" saves what can be read.",
                    quotedName(path), what),
        {std::string(what)});
}

sqlite3_file* fileOf(Database& database) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file;
}

Result<void> checkKnownObjects(const fs::path& path, const std::vector<SchemaObject>& found,
                               const std::vector<SchemaObject>& expected) {
    const auto byName = [](const std::vector<SchemaObject>& in, const SchemaObject& like) {
        return std::find_if(in.begin(), in.end(),
                            [&](const SchemaObject& o) { return o.type == like.type && o.name == like.name; });
    };
    for (const SchemaObject& object : found) {
        const auto known = byName(expected, object);
        if (known == expected.end())
            return fail(hostile(path, object.name,
                                fmt::format("it holds the {} \"{}\", which no review has", object.type, object.name)));
        if (*known != object)
            return fail(hostile(path, object.name,
                                fmt::format("its {} \"{}\" is not made as in a review", object.type, object.name)));
    }
    for (const SchemaObject& object : expected)
        if (byName(found, object) == found.end())
            return fail(damagedFile(path, fmt::format("the {} \"{}\" is missing", object.type, object.name)));
    // Two entries of one name would hide each other.
    if (found.size() != expected.size())
        return fail(hostile(path, "sqlite_schema", "its schema names an object twice"));
    return {};
}

/// The expressions of a table's CHECK constraints, from SQL that has been found to be ours.
std::vector<std::string_view> checkExpressions(std::string_view sql) {
    constexpr std::string_view word = "CHECK(";
    std::vector<std::string_view> expressions;
    for (std::size_t at = sql.find(word); at != std::string_view::npos; at = sql.find(word, at)) {
        at += word.size();
        std::size_t end = at;
        for (int depth = 1; end < sql.size(); ++end) {
            depth += sql[end] == '(' ? 1 : sql[end] == ')' ? -1 : 0;
            if (depth == 0)
                break;
        }
        expressions.push_back(sql.substr(at, end - at));
        at = end;
    }
    return expressions;
}

/// quick_check looks at CHECK constraints only on connections that may write; this one may not.
Result<void> checkValues(Database& database, const std::vector<SchemaObject>& schema) {
    for (const SchemaObject& object : schema) {
        std::string condition;
        if (object.type == "table")
            for (const std::string_view expression : checkExpressions(object.sql))
                condition += fmt::format("{}({})", condition.empty() ? "" : " AND ", expression);
        if (condition.empty())
            continue;
        PLUMB_TRY(broken, database.integer(
                              fmt::format("SELECT EXISTS(SELECT 1 FROM {} WHERE NOT ({}))", object.name, condition)));
        if (broken != 0)
            return fail(hostile(database.path(), object.name,
                                fmt::format("its table \"{}\" holds a value that no review has", object.name)));
    }
    return {};
}

/// Rows that break a type can't come from SQLite itself: somebody wrote them past it.
bool isWrongValue(std::string_view message) {
    return message.starts_with("non-") || message.starts_with("NULL value in") ||
           message.starts_with("NUMERIC value in") || message.starts_with("TEXT value in");
}

Result<void> quickCheck(Database& database) {
    PLUMB_TRY(query, database.query("PRAGMA quick_check(1)"));
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            return {};
        const std::string message(query.text(0));
        if (message == "ok")
            continue;
        if (isWrongValue(message)) {
            const std::string object = message.substr(message.rfind(' ') + 1);
            return fail(hostile(database.path(), object, fmt::format("it holds a wrong value ({})", message)));
        }
        return fail(damagedFile(database.path(), message));
    }
}

Result<void> checkSize(Database& database) {
    PLUMB_TRY(pages, database.integer("PRAGMA page_count"));
    PLUMB_TRY(pageBytes, database.integer("PRAGMA page_size"));
    sqlite3_file* file = fileOf(database);
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return fail(ioError(EIO, IoAction::Read, database.path()));
    // SQLite would fill a last page that is cut off with zeros.
    if (size % pageBytes != 0 || size < pages * pageBytes)
        return fail(damagedFile(database.path(), fmt::format("it is cut off: {} of {} bytes", size,
                                                             std::max(pages, std::int64_t{1}) * pageBytes)));
    return {};
}

} // namespace

Result<void> checkRegularFile(const fs::path& path) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0)
        return fail(ioError(errno, IoAction::Read, path));
    if (S_ISDIR(info.st_mode))
        return fail(ioError(EISDIR, IoAction::Read, path));
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::System, "file.notAFile", fmt::format("{} is not a file.", path.string()), path.string(),
                    {path.string()});
    return {};
}

Result<void> checkHeader(Database& database) {
    const fs::path& path = database.path();
    sqlite3_file* file = fileOf(database);
    sqlite3_int64 size = 0;
    Header header{};
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return fail(ioError(EIO, IoAction::Read, path));
    if (size == 0)
        return fail(notAProject(path, "it is empty"));
    if (size < static_cast<sqlite3_int64>(kHeaderBytes))
        return fail(notAProject(path, "it is too short"));
    if (file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0) != SQLITE_OK)
        return fail(ioError(EIO, IoAction::Read, path));
    if (std::memcmp(header.data(), "SQLite format 3", 16) != 0)
        return fail(notAProject(path, "it is another kind of file"));
    if (bigEndian(header, 68, 4) != static_cast<std::uint32_t>(kApplicationId))
        return fail(notAProject(path, "it is a database of another program"));
    if (header[18] != 1 || header[19] != 1)
        return fail(
            hostile(path, "write-ahead log", "its header says that changes lie in a write-ahead log beside it"));
    struct stat info {};
    if (lstat((path.string() + "-wal").c_str(), &info) == 0)
        return fail(hostile(path, "write-ahead log", "a write-ahead log (-wal) lies beside it"));
    const std::uint32_t pageSize = bigEndian(header, 16, 2);
    if (pageSize != 1 && (pageSize < 512 || (pageSize & (pageSize - 1)) != 0))
        return fail(damagedFile(path, "its page size makes no sense"));
    if (bigEndian(header, 56, 4) != 1)
        return fail(hostile(path, "encoding", "its texts are not UTF-8"));
    return {};
}

Result<bool> needsRecovery(Database& database) {
    PLUMB_TRY(query, database.query("PRAGMA schema_version"));
    auto row = query.step();
    if (row)
        return false;
    if (database.lastCode() != SQLITE_READONLY_ROLLBACK)
        return fail(std::move(row).error());
    // docs of the rollback journal: a super-journal's name is followed by its length, a checksum and these eight bytes.
    constexpr std::array<char, 8> superMagic{'\xd9', '\xd5', '\x05', '\xf9', '\x20', '\xa1', '\x63', '\xd7'};
    std::ifstream journal(database.path().string() + "-journal", std::ios::binary);
    std::array<char, 8> tail{};
    if (journal.seekg(-8, std::ios::end) && journal.read(tail.data(), tail.size()) && tail == superMagic)
        return fail(hostile(database.path(), "journal", "the journal beside it points to another file"));
    return true;
}

Result<int> checkContent(Database& database, std::span<const Step> steps) {
    const fs::path& path = database.path();
    PLUMB_CHECK(database.settle());
    PLUMB_TRY(transaction, Transaction::begin(database, Transaction::Kind::Read));
    static_cast<void>(transaction);
    PLUMB_TRY(found, database.integer("PRAGMA user_version"));
    const int supported = topOf(steps);
    if (found > supported)
        return fail(refused("store.tooNew", path,
                            fmt::format("{} was written by a newer Plumbline (format {}; this one knows up to {}). "
                                        "Update Plumbline to open it.",
                                        quotedName(path), found, supported),
                            {std::to_string(found), std::to_string(supported)}));
    if (found < 1)
        return fail(notAProject(path, "it has no format version"));
    const int version = static_cast<int>(found);
    PLUMB_CHECK(checkSize(database));
    PLUMB_TRY(schema, schemaOf(database));
    PLUMB_TRY(expected, expectedSchema(steps, version));
    PLUMB_CHECK(checkKnownObjects(path, schema, expected));
    PLUMB_CHECK(quickCheck(database));
    PLUMB_CHECK(checkValues(database, schema));
    return version;
}

Result<fs::path> copyWithJournal(Database& database, const fs::path& folder) {
    const fs::path copy = folder / "review.plumb";
    sqlite3_file* file = fileOf(database);
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return fail(ioError(EIO, IoAction::Read, database.path()));
    std::ofstream out(copy, std::ios::binary);
    std::vector<char> buffer(256u << 10);
    for (sqlite3_int64 at = 0; at < size && out;) {
        const auto n = static_cast<int>(std::min<sqlite3_int64>(size - at, static_cast<sqlite3_int64>(buffer.size())));
        if (file->pMethods->xRead(file, buffer.data(), n, at) != SQLITE_OK)
            return fail(ioError(EIO, IoAction::Read, database.path()));
        out.write(buffer.data(), n);
        at += n;
    }
    out.close();
    std::error_code error;
    if (!out || !fs::copy_file(database.path().string() + "-journal", copy.string() + "-journal", error))
        return fail(ioError(error ? error.value() : ENOSPC, IoAction::Write, copy));
    return copy;
}

} // namespace plumb::store
