// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves what can be read of a damaged or hostile file into a new review. The old file is only read. Values go through
// the new file's own constraints, so that what comes out opens, loads and verifies; the history starts anew.
#include "core/base/hash.h"
#include "core/lens/reader.h"
#include "core/store/blob_store.h"
#include "core/store/history.h"
#include "core/store/io_errors.h"
#include "core/store/needs.h"
#include "core/store/open_checks.h"
#include "core/store/project_impl.h"
#include "core/store/row_scan.h"
#include "core/store/salvage_costs.h"
#include "core/store/salvage_snapshots.h"
#include "core/store/text_checks.h"

#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

class Salvager {
public:
    Salvager(Database& from, Database& into, const Progress& progress)
        : m_from(from), m_into(into), m_progress(progress) {}

    Result<SalvageReport> run() {
        PLUMB_CHECK(m_into.execute("PRAGMA foreign_keys=OFF"));
        PLUMB_TRY(transaction, Transaction::begin(m_into, Transaction::Kind::Write));
        PLUMB_CHECK(saveContent());
        PLUMB_CHECK(saveSources());
        if (!isYounger("snapshot_content", 4))
            PLUMB_CHECK(saveSnapshotContent(m_from, m_into, m_report));
        for (const ContentTable& table : kContentTables)
            if (table.table != Table::Workload && !isYounger(table.name, table.since))
                PLUMB_CHECK(saveTable(table));
        PLUMB_CHECK(dropUnreadableLenses());
        PLUMB_CHECK(dropLostFindings());
        PLUMB_CHECK(dropUnreadableFields(m_into, m_report));
        PLUMB_CHECK(dropDangling());
        PLUMB_CHECK(dropCircles());
        PLUMB_CHECK(mendScenarios(m_into, m_report));
        PLUMB_CHECK(mendSnapshots(m_into, m_report));
        PLUMB_CHECK(freeEvidenceWithoutContent());
        PLUMB_CHECK(saveMeta());
        PLUMB_CHECK(transaction.commit());
        m_report.lost.push_back("The history: it starts anew.");
        return std::move(m_report);
    }

private:
    Result<void> tick() {
        if (m_progress && !m_progress(++m_ticks, 0))
            return fail(cancelledError());
        return {};
    }

    void say(std::string text) { m_report.lost.push_back(std::move(text)); }

    void sayHoles(std::string_view table, const ScanResult& scan) {
        if (scan.holes > 0)
            say(fmt::format("Rows of the table {}, in {} place(s): {}", table, scan.holes, scan.firstError));
    }

    /// The file is of a version that had no such table yet.
    bool isYounger(const char* table, int since) {
        const std::int64_t version = m_from.integer("PRAGMA user_version").value_or(kSchemaVersion);
        auto query = m_from.query("SELECT 1 FROM sqlite_schema WHERE name = ?");
        return version > 0 && version < since && query && !query->bind(table).step().value_or(true);
    }

    /// Errors of one row cost that row; those of the new file or the disk end the work.
    static bool costsOneRow(const Error& error) { return error.kind == ErrorKind::Usage; }

    Result<void> saveTable(const ContentTable& table) {
        const std::string columns = table.columns;
        std::string marks = "?";
        for (const char c : columns)
            if (c == ',')
                marks += ",?";
        const std::string insert = fmt::format("INSERT INTO {}({}) VALUES({})", table.name, columns, marks);
        PLUMB_TRY(scan, scanRows(m_from, table.name, columns, [&](const Query& row) -> Result<void> {
                      PLUMB_CHECK(tick());
                      PLUMB_TRY(write, m_into.query(insert));
                      for (int i = 1; i < row.columns(); ++i)
                          bindClean(write, row, i);
                      if (const auto done = write.run(); !done) {
                          if (!costsOneRow(done.error()))
                              return done;
                          say(fmt::format("A row of the table {} (\"{}\"): {}", table.name, storableText(row.text(1)),
                                          done.error().text));
                          return {};
                      }
                      ++m_report.rows;
                      return {};
                  }));
        sayHoles(table.name, scan);
        return {};
    }

    static void bindClean(Query& write, const Query& row, int column) {
        if (!row.isText(column) || isStorableText(row.text(column)))
            write.bindColumn(row, column);
        else
            write.bind(storableText(row.text(column)));
    }

    /// Content whose pieces are all there and still have their hash.
    Result<void> saveContent() {
        PLUMB_TRY(scan, scanRows(m_from, "blob", "id, sha256, bytes", [&](const Query& row) -> Result<void> {
                      const std::int64_t id = row.integer(1);
                      const std::string sha = storableText(row.text(2));
                      Pieces pieces(m_from, id);
                      const auto stored =
                          storeBlob(m_into, pieces, [&](std::uint64_t, std::uint64_t) { return tick().has_value(); });
                      if (!stored && (stored.error().kind == ErrorKind::Cancelled || !pieces.broken()))
                          return fail(stored.error());
                      if (!stored || stored->sha256 != sha) {
                          say(fmt::format("The content {}: its pieces are not all there.", sha.substr(0, 12)));
                          return stored ? forget(stored->sha256) : Result<void>{};
                      }
                      m_content.insert(sha);
                      ++m_report.rows;
                      return {};
                  }));
        sayHoles("blob", scan);
        return {};
    }

    Result<void> forget(const std::string& sha) {
        if (m_content.contains(sha))
            return {};
        PLUMB_CHECK(runWith("DELETE FROM blob_chunk WHERE blob_id = (SELECT id FROM blob WHERE sha256 = ?)", sha));
        return runWith("DELETE FROM blob WHERE sha256 = ?", sha);
    }

    Result<void> runWith(std::string_view sql, std::string_view value) {
        PLUMB_TRY(query, m_into.query(sql));
        return query.bind(value).run();
    }

    /// The pieces of one content as a stream.
    class Pieces final : public ByteSource {
    public:
        Pieces(Database& from, std::int64_t id)
            : m_query(from.query("SELECT data FROM blob_chunk WHERE blob_id = ? "
                                 "ORDER BY seq")) {
            if (m_query)
                m_query->bind(id);
        }
        Result<std::size_t> read(std::span<std::byte> into) override {
            if (m_left.empty()) {
                auto row = m_query ? m_query->step() : fail(m_query.error());
                if (!row) {
                    m_broken = true;
                    return fail(std::move(row).error());
                }
                if (!*row)
                    return 0;
                m_left = m_query->blob(0);
            }
            const std::size_t n = std::min(into.size(), m_left.size());
            std::copy_n(std::as_bytes(std::span(m_left)).begin(), n, into.begin());
            m_left.remove_prefix(n);
            return n;
        }
        std::uint64_t size() const noexcept override { return 0; }
        bool broken() const noexcept { return m_broken; }

    private:
        Result<Query> m_query;
        std::string_view m_left;
        bool m_broken = false;
    };

    /// Texts of questionnaires. One whose bytes changed but can still be read is kept under its new hash.
    Result<void> saveSources() {
        PLUMB_TRY(
            scan, scanRows(m_from, "lens_source", "sha256, bytes", [&](const Query& row) -> Result<void> {
                PLUMB_CHECK(tick());
                const std::string named = storableText(row.text(1));
                const std::string bytes(row.blob(2));
                const std::string sha = sha256(bytes);
                if (sha != named) {
                    if (!lens::readLensOrFail(bytes, named) && !lens::readOverlay(bytes)) {
                        say(fmt::format("The text {} of a questionnaire.", named.substr(0, 12)));
                        return {};
                    }
                    say(fmt::format("The text {} of a questionnaire is not as it was; it is kept as it can be read.",
                                    named.substr(0, 12)));
                    m_renamed[named] = sha;
                }
                PLUMB_TRY(query, m_into.query("INSERT OR IGNORE INTO lens_source(sha256, bytes) VALUES(?, ?)"));
                PLUMB_CHECK(query.bind(sha).bindBlob(bytes).run());
                ++m_report.rows;
                return {};
            }));
        sayHoles("lens_source", scan);
        return {};
    }

    Result<void> dropUnreadableLenses() {
        for (const auto& [named, sha] : m_renamed)
            for (const std::string_view sql : {"UPDATE lens SET sha256 = ? WHERE sha256 = ?",
                                               "UPDATE lens SET overlay_sha256 = ? WHERE overlay_sha256 = ?"}) {
                PLUMB_TRY(query, m_into.query(sql));
                PLUMB_CHECK(query.bind(sha).bind(named).run());
            }
        LensCache lenses;
        PLUMB_TRY(rows, readLensRows(m_into));
        for (const LensRow& row : rows) {
            if (!lenses.overlay(m_into, row.overlaySha256)) {
                say(fmt::format("What the overlay adds to the questionnaire \"{}\".", row.lensId));
                PLUMB_CHECK(runWith("UPDATE lens SET overlay_sha256 = '' WHERE lens_id = ?", row.lensId));
            }
            if (!lenses.lens(m_into, row.sha256, row.lensId)) {
                say(fmt::format("The questionnaire \"{}\" with its answers: its text can't be read.", row.lensId));
                PLUMB_CHECK(runWith("DELETE FROM lens WHERE lens_id = ?", row.lensId));
            }
        }
        return {};
    }

    /// Rows whose other end was lost. What goes may be what others belong to, so it is asked until nothing is left.
    Result<void> dropDangling() {
        for (;;) {
            std::set<std::pair<std::string, std::int64_t>> rows; // one may have lost two ends
            {
                PLUMB_TRY(check, m_into.query("PRAGMA foreign_key_check"));
                for (;;) {
                    PLUMB_TRY(row, check.step());
                    if (!row)
                        break;
                    if (rows.emplace(check.text(0), check.integer(1)).second)
                        say(fmt::format("A row of the table {}: what it belongs to ({}) is lost.", check.text(0),
                                        check.text(2)));
                }
            }
            if (rows.empty())
                return {};
            for (const auto& [table, rowId] : rows) {
                PLUMB_TRY(query, m_into.query(fmt::format("DELETE FROM {} WHERE rowid = ?", table)));
                PLUMB_CHECK(query.bind(rowId).run());
                --m_report.rows;
            }
        }
    }

    /// Findings of questions whose questionnaire was lost: no foreign key tells, since some findings have no question.
    Result<void> dropLostFindings() {
        std::vector<std::string> keys;
        {
            PLUMB_TRY(query, m_into.query("SELECT key, number, lens_id FROM finding WHERE lens_id <> '' AND lens_id "
                                          "NOT IN (SELECT lens_id FROM lens) ORDER BY number"));
            for (;;) {
                PLUMB_TRY(row, query.step());
                if (!row)
                    break;
                keys.emplace_back(query.text(0));
                say(fmt::format("The finding {}: its questionnaire \"{}\" is lost.",
                                review::findingCode(static_cast<int>(query.integer(1))), query.text(2)));
            }
        }
        for (const std::string& key : keys) {
            PLUMB_CHECK(runWith("DELETE FROM finding WHERE key = ?", key));
            --m_report.rows;
        }
        return {};
    }

    /// Findings that wait for each other: one of the links goes.
    Result<void> dropCircles() {
        for (;;) {
            PLUMB_TRY(circle, needsInCircle(m_into));
            if (!circle)
                return {};
            say(fmt::format("That the finding \"{}\" waits for \"{}\", which waits for it.", circle->finding,
                            circle->needs));
            PLUMB_TRY(query, m_into.query("DELETE FROM finding_need WHERE finding_key = ? AND needs_key = ?"));
            PLUMB_CHECK(query.bind(circle->finding).bind(circle->needs).run());
            --m_report.rows;
        }
    }

    Result<void> freeEvidenceWithoutContent() {
        PLUMB_TRY(evidence, readEvidence(m_into));
        for (const review::Evidence& e : evidence) {
            PLUMB_TRY(size, blobSize(m_into, e.sha256));
            if (e.sha256.empty() || (size && *size == e.bytes))
                continue;
            say(fmt::format("The content of E-{:02} \"{}\".", e.number, e.title));
            PLUMB_CHECK(runWith("UPDATE evidence SET sha256 = '', bytes = 0 WHERE id = ?", e.id));
        }
        return {};
    }

    Result<void> saveMeta() {
        const auto created = metaValue(m_from, "created_at");
        if (created && parseInstant(*created))
            PLUMB_CHECK(setMetaValue(m_into, "created_at", *created));
        PLUMB_CHECK(saveNext("next_evidence", "evidence"));
        return saveNext("next_finding", "finding");
    }

    /// Numbers of what was removed stay used, when the old file still says how far they went.
    Result<void> saveNext(std::string_view key, std::string_view table) {
        PLUMB_TRY(last, m_into.integer(fmt::format("SELECT coalesce(max(number), 0) FROM {}", table)));
        std::int64_t next = last + 1;
        if (const auto stored =
                m_from.integer(fmt::format("SELECT CAST(value AS INTEGER) FROM meta WHERE key = '{}'", key)))
            next = std::max(next, std::min<std::int64_t>(*stored, 1'000'000'000));
        return setMetaValue(m_into, key, std::to_string(next));
    }

    Database& m_from;
    Database& m_into;
    const Progress& m_progress;
    SalvageReport m_report;
    std::uint64_t m_ticks = 0;
    std::set<std::string> m_content;
    std::map<std::string, std::string> m_renamed; ///< hash a text was stored under -> the hash it has
};

/// The workload, or a stand-in when it can't be read.
struct Workload {
    review::Workload value;
    bool found = false;
};

Workload readableWorkload(Database& from) {
    if (auto whole = readWorkload(from))
        return {std::move(*whole), true};
    auto query = from.query("SELECT name FROM workload");
    if (query && query->step().value_or(false) && checkId("name", query->text(0)))
        return {{.name = std::string(query->text(0))}, true};
    return {{.name = "Recovered review"}, false};
}

/// The file as it is, or, after a crash, a copy whose journal was rolled back when that works.
struct Source {
    std::unique_ptr<TempFolder> folder;
    std::unique_ptr<Database> database;
};

Result<Source> openSource(const fs::path& path) {
    Source source;
    PLUMB_TRY(probe, Database::open(path, DatabaseMode::ReadOnly));
    const auto header = checkHeader(*probe);
    if (!header && header.error().id == "store.notAProject")
        return fail(header.error());
    fs::path readFrom = path;
    if (header && needsRecovery(*probe).value_or(false)) {
        PLUMB_TRY(folder, TempFolder::make());
        PLUMB_TRY(copy, copyWithJournal(*probe, folder->path()));
        const auto recovered = Database::open(copy, DatabaseMode::ReadWrite);
        if (recovered && (*recovered)->integer("PRAGMA schema_version")) {
            readFrom = copy;
            source.folder = std::move(folder);
        }
    }
    PLUMB_TRY(database, openTolerant(readFrom));
    source.database = std::move(database);
    return source;
}

} // namespace

Result<SalvageReport> salvage(const fs::path& path, const fs::path& out, Environment env, const Progress& progress) {
    PLUMB_CHECK(checkRegularFile(path));
    PLUMB_TRY(real, realPath(path));
    PLUMB_TRY(target, realPath(out));
    PLUMB_TRY(source, openSource(real));
    PLUMB_TRY(pending, PendingFile::beside(target));
    const Workload workload = readableWorkload(*source.database);
    PLUMB_CHECK(buildProject(pending->path(), workload.value, env));
    SalvageReport report;
    {
        PLUMB_TRY(into, Database::open(pending->path(), DatabaseMode::ReadWrite));
        PLUMB_TRY(saved, Salvager(*source.database, *into, progress).run());
        report = std::move(saved);
        if (workload.found)
            ++report.rows;
        else
            report.lost.insert(report.lost.begin(), "The workload card.");
        if (const auto wal = fs::path(real.string() + "-wal"); fs::exists(wal))
            report.lost.push_back("Changes that another program left in the write-ahead log beside the file.");
        if (report.rows == 0)
            return fail(ErrorKind::Refused, "store.damaged",
                        fmt::format("Nothing of {} can be read.", quotedName(path)), path.string(), {"nothing"});
    }
    PLUMB_CHECK(pending->publish());
    return report;
}

} // namespace plumb::store
