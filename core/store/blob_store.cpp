// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blob_store.h"

#include "core/base/hash.h"
#include "core/store/io_errors.h"

#include <fmt/format.h>
#include <vector>

namespace plumb::store {
namespace {

Error damagedContent(const Database& database, std::string_view sha) {
    return Error{
        ErrorKind::Refused,
        "store.damaged",
        fmt::format("The content {} in {} is not what was stored.", sha.substr(0, 12), quotedName(database.path())),
        database.path().string(),
        {std::string(sha)},
        {}};
}

/// Fills `buffer` as far as the source goes, whatever sizes it reads in.
Result<std::size_t> readPiece(ByteSource& source, std::span<std::byte> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        PLUMB_TRY(got, source.read(buffer.subspan(filled)));
        if (got == 0)
            break;
        filled += got;
    }
    return filled;
}

Result<BlobInfo> writePieces(Database& database, std::int64_t id, ByteSource& source, const Progress& progress) {
    BlobInfo info;
    Sha256 hash;
    std::vector<std::byte> buffer(kChunkBytes);
    for (std::int64_t seq = 0;; ++seq) {
        if (progress && !progress(info.bytes, source.size()))
            return fail(cancelledError());
        PLUMB_TRY(filled, readPiece(source, buffer));
        if (filled == 0)
            break;
        hash.update(std::span(buffer).first(filled));
        PLUMB_TRY(query, database.query("INSERT INTO blob_chunk(blob_id, seq, data) VALUES(?, ?, ?)"));
        PLUMB_CHECK(query.bind(id).bind(seq).bindBlob({reinterpret_cast<const char*>(buffer.data()), filled}).run());
        info.bytes += filled;
    }
    info.sha256 = hash.finish();
    return info;
}

struct BlobRow {
    std::int64_t id = 0;
    std::uint64_t bytes = 0;
};

Result<std::optional<BlobRow>> findBlob(Database& database, std::string_view sha) {
    PLUMB_TRY(query, database.query("SELECT id, bytes FROM blob WHERE sha256 = ?"));
    PLUMB_TRY(row, query.bind(sha).step());
    if (!row)
        return std::optional<BlobRow>{};
    return std::optional(BlobRow{query.integer(0), static_cast<std::uint64_t>(query.integer(1))});
}

/// Everything since the savepoint is taken back unless keep() is called; the transaction goes on.
class Savepoint {
public:
    [[nodiscard]] static Result<Savepoint> make(Database& database) {
        PLUMB_CHECK(database.execute("SAVEPOINT content"));
        return Savepoint(database);
    }
    Savepoint(Savepoint&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint() {
        if (m_database && m_database->inTransaction())
            static_cast<void>(m_database->execute("ROLLBACK TO content; RELEASE content"));
    }
    [[nodiscard]] Result<void> keep() { return std::exchange(m_database, nullptr)->execute("RELEASE content"); }

private:
    explicit Savepoint(Database& database) noexcept : m_database(&database) {}
    Database* m_database;
};

} // namespace

Result<BlobInfo> storeBlob(Database& database, ByteSource& source, const Progress& progress) {
    PLUMB_TRY(savepoint, Savepoint::make(database));
    PLUMB_TRY(last, database.integer("SELECT coalesce(max(id), 0) FROM blob"));
    const std::int64_t id = last + 1;
    // The pieces go in before their hash is known; the row that names them comes last (its reference is deferred).
    PLUMB_TRY(info, writePieces(database, id, source, progress));
    PLUMB_TRY(known, findBlob(database, info.sha256));
    if (known) {
        info.wasThere = true;
        return info;
    }
    PLUMB_TRY(query, database.query("INSERT INTO blob(id, sha256, bytes) VALUES(?, ?, ?)"));
    PLUMB_CHECK(query.bind(id).bind(info.sha256).bind(static_cast<std::int64_t>(info.bytes)).run());
    PLUMB_CHECK(savepoint.keep());
    return info;
}

Result<void> streamBlob(Database& database, std::string_view sha, ByteSink& sink, const Progress& progress) {
    PLUMB_TRY(blob, findBlob(database, sha));
    if (!blob)
        return fail(ErrorKind::Usage, "store.noBlob", fmt::format("The review holds no content {}.", sha.substr(0, 12)),
                    {}, {std::string(sha)});
    PLUMB_TRY(query, database.query("SELECT seq, data FROM blob_chunk WHERE blob_id = ? ORDER BY seq"));
    query.bind(blob->id);
    Sha256 hash;
    std::uint64_t done = 0;
    for (std::int64_t expected = 0;; ++expected) {
        if (progress && !progress(done, blob->bytes))
            return fail(cancelledError());
        PLUMB_TRY(row, query.step());
        if (!row)
            break;
        if (query.integer(0) != expected)
            return fail(damagedContent(database, sha));
        const std::string_view piece = query.blob(1);
        hash.update(piece);
        PLUMB_CHECK(sink.write(std::as_bytes(std::span(piece))));
        done += piece.size();
    }
    if (done != blob->bytes || hash.finish() != sha)
        return fail(damagedContent(database, sha));
    return {};
}

Result<std::optional<std::uint64_t>> blobSize(Database& database, std::string_view sha) {
    PLUMB_TRY(blob, findBlob(database, sha));
    return blob ? std::optional(blob->bytes) : std::nullopt;
}

} // namespace plumb::store
