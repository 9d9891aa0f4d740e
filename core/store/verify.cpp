// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/base/fold.h"
#include "core/store/blob_store.h"
#include "core/store/changeset.h"
#include "core/store/history.h"
#include "core/store/io_errors.h"
#include "core/store/project_impl.h"
#include "core/store/schema.h"
#include "core/store/snapshot_content.h"

#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>

namespace plumb::store {
namespace {

constexpr int kMostMessages = 100;

/// Takes content in order to hash it, and nothing else.
class NullSink final : public ByteSink {
public:
    Result<void> write(std::span<const std::byte>) override { return {}; }
};

class Verifier {
public:
    Verifier(Database& database, const Progress& progress) : m_database(database), m_progress(progress) {}

    Result<VerifyReport> run() {
        PLUMB_TRY(transaction, Transaction::begin(m_database, Transaction::Kind::Read));
        static_cast<void>(transaction);
        using Check = Result<void> (Verifier::*)();
        for (const Check check : {&Verifier::integrity, &Verifier::foreignKeys, &Verifier::meta, &Verifier::lenses,
                                  &Verifier::answers, &Verifier::evidence, &Verifier::findings, &Verifier::planning,
                                  &Verifier::costs, &Verifier::snapshots, &Verifier::history, &Verifier::content})
            if (auto done = (this->*check)(); !done) {
                if (done.error().kind == ErrorKind::Cancelled)
                    return fail(std::move(done).error());
                say("V001", done.error().text);
            }
        return std::move(m_report);
    }

private:
    void say(const char* id, std::string text) { m_report.problems.push_back({id, std::move(text)}); }

    Result<void> integrity() {
        PLUMB_TRY(query, m_database.query(fmt::format("PRAGMA integrity_check({})", kMostMessages)));
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                return {};
            if (query.text(0) != "ok")
                say("V002", std::string(query.text(0)));
        }
    }

    Result<void> foreignKeys() {
        PLUMB_TRY(query, m_database.query("PRAGMA foreign_key_check"));
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                return {};
            say("V003", fmt::format("Row {} of {} points to a missing row of {}.", query.integer(1), query.text(0),
                                    query.text(2)));
        }
    }

    Result<void> meta() {
        for (const char* key : {"file_id", "created_at", "next_evidence", "next_finding"}) {
            PLUMB_TRY(value, metaValue(m_database, key));
            if (value.empty())
                say("V009", fmt::format("The file's own entry \"{}\" is missing.", key));
        }
        PLUMB_TRY(createdAt, metaValue(m_database, "created_at"));
        if (!createdAt.empty() && !parseInstant(createdAt))
            say("V009", fmt::format("The time of creation is \"{}\".", createdAt));
        return {};
    }

    Result<void> lenses() {
        PLUMB_TRY(rows, readLensRows(m_database));
        LensCache fresh; // so that every text is read and hashed again
        for (const LensRow& row : rows) {
            m_lensIds.insert(row.lensId);
            const auto lens = fresh.lens(m_database, row.sha256, row.lensId);
            if (!lens)
                say("V005", lens.error().text);
            const auto overlay = fresh.overlay(m_database, row.overlaySha256);
            if (!overlay)
                say("V005", overlay.error().text);
            if (lens)
                m_known.emplace(row.lensId, *lens);
        }
        return {};
    }

    void pointsToSomething(const char* what, const QuestionKey& key, std::string_view choice) {
        const auto lens = m_known.find(key.lens);
        if (lens == m_known.end())
            return; // told as V003 or V005
        const lens::Question* question = lens->second->findQuestion(key.question);
        if (!question)
            say("V007", fmt::format("{} for the question \"{}\", which \"{}\" has not.", what, key.question, key.lens));
        else if (!choice.empty() && !question->choiceIndex(choice))
            say("V007", fmt::format("{} for the choice \"{}\", which \"{}\" has not.", what, choice, key.question));
    }

    Result<void> answers() {
        PLUMB_TRY(answers, readAnswers(m_database));
        for (const auto& [key, answer] : answers) {
            pointsToSomething("There is an answer", key, {});
            for (const auto& [choice, state] : answer.choices)
                pointsToSomething("There is an answer", key, choice);
        }
        return {};
    }

    Result<void> numberedOnce(std::string_view nextKey, char letter, const std::vector<int>& numbers) {
        PLUMB_TRY(stored, metaValue(m_database, nextKey));
        int next = 0;
        std::from_chars(stored.data(), stored.data() + stored.size(), next);
        std::set<int> seen;
        for (const int number : numbers) {
            if (!seen.insert(number).second)
                say("V010", fmt::format("The number {}-{:02} is given twice.", letter, number));
            if (number >= next)
                say("V010", fmt::format("The number {}-{:02} would be given again.", letter, number));
        }
        return {};
    }

    Result<void> evidence() {
        PLUMB_TRY(pieces, readEvidence(m_database));
        std::vector<int> numbers;
        for (const review::Evidence& e : pieces)
            numbers.push_back(e.number);
        PLUMB_CHECK(numberedOnce("next_evidence", 'E', numbers));
        for (const review::Evidence& e : pieces) {
            const std::string name = fmt::format("E-{:02}", e.number);
            for (const review::EvidenceLink& link : e.links)
                pointsToSomething("There is evidence", link.question, link.choice);
            if (e.sha256.empty())
                continue;
            PLUMB_TRY(size, blobSize(m_database, e.sha256));
            if (!size)
                say("V008", fmt::format("The content of {} \"{}\" is missing.", name, e.title));
            else if (*size != e.bytes)
                say("V008", fmt::format("{} \"{}\" says {} bytes, its content has {}.", name, e.title, e.bytes, *size));
        }
        return {};
    }

    Result<void> findings() {
        PLUMB_TRY(findings, readFindings(m_database));
        std::vector<int> numbers;
        for (const review::Finding& f : findings) {
            numbers.push_back(f.number);
            // No foreign key guards the questionnaire of a finding, since some have no question.
            if (!f.byHand() && !m_lensIds.contains(f.question.lens))
                say("V007",
                    fmt::format("There is the finding {} for the questionnaire \"{}\", which the review has not.",
                                review::findingCode(f.number), f.question.lens));
            else if (!f.byHand())
                pointsToSomething("There is a finding", f.question, {});
            for (const review::PracticeRef& practice : f.practices)
                pointsToSomething("There is a finding", practice.question, practice.choice);
        }
        return numberedOnce("next_finding", 'F', numbers);
    }

    Result<void> planning() {
        PLUMB_CHECK(readPlanning(m_database));
        PLUMB_CHECK(readEvents(m_database));
        return {};
    }

    /// What no foreign key guards.
    Result<void> costs() {
        PLUMB_TRY(costs, readCosts(m_database));
        if (!costs.settings.scenario.empty() && !costs.findScenario(costs.settings.scenario))
            say("V011", fmt::format("The chosen scenario \"{}\" is not there.", costs.settings.scenario));
        std::set<std::string_view> names;
        for (const review::CostScenario& scenario : costs.scenarios)
            if (!names.insert(scenario.name).second)
                say("V011", fmt::format("Two scenarios have the name \"{}\".", scenario.name));
        return {};
    }

    /// Every text of a snapshot, named by a row or not; then the rows, and what the texts that they name need.
    Result<void> snapshots() {
        std::set<std::string> texts;
        PLUMB_CHECK(column("SELECT sha256 FROM snapshot_content ORDER BY rowid", texts));
        PLUMB_CHECK(column("SELECT sha256 FROM lens_source", m_sources));
        std::map<std::string, std::uint64_t, std::less<>> whole;
        for (const std::string& sha : texts) {
            const auto bytes = snapshotContent(m_database, sha);
            if (!bytes) {
                say("V012", bytes.error().text);
                continue;
            }
            whole.emplace(sha, bytes->size());
            needsOf(*bytes, sha);
            if (m_progress && !m_progress(0, 0))
                return fail(cancelledError());
        }
        PLUMB_TRY(all, readSnapshots(m_database));
        std::set<std::string> names;
        for (const SnapshotRecord& snapshot : all) {
            if (!names.insert(foldName(snapshot.name)).second)
                say("V013", fmt::format("Two snapshots have the name \"{}\".", snapshot.name));
            const auto it = whole.find(snapshot.sha256);
            if (!texts.contains(snapshot.sha256))
                say("V012", fmt::format("The content of the snapshot \"{}\" is missing.", snapshot.name));
            else if (it != whole.end() && it->second != snapshot.bytes)
                say("V012", fmt::format("The snapshot \"{}\" says {} bytes, its content has {}.", snapshot.name,
                                        snapshot.bytes, it->second));
        }
        return {};
    }

    Result<void> column(std::string_view sql, std::set<std::string>& into) {
        PLUMB_TRY(query, m_database.query(sql));
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                return {};
            into.emplace(query.text(0));
        }
    }

    void needsOf(std::string_view snapshot, std::string_view sha) {
        for (const std::string& lens : namedBySnapshot(snapshot).lenses)
            if (!m_sources.contains(lens))
                say("V014", fmt::format("The snapshot {} answers the questionnaire or overlay {}, which is missing.",
                                        sha.substr(0, 12), lens.substr(0, 12)));
    }

    Result<void> history() {
        const auto commands = allCommands(m_database);
        if (!commands) {
            say("V006", commands.error().text);
            return {};
        }
        m_report.commands = commands->size();
        for (const StoredCommand& command : *commands) {
            PLUMB_TRY(changeset, changesetOf(m_database, command.record.id));
            if (const auto rows = rowsOf(changeset); !rows)
                say("V006",
                    fmt::format("Command {} \"{}\": {}", command.record.id, command.record.label, rows.error().text));
        }
        if (const auto listed = listHistory(m_database, false); !listed)
            say("V006", listed.error().text);
        else if (m_report.problems.empty())
            PLUMB_CHECK(unwind());
        return {};
    }

    /// Copies the content tables into memory and undoes every command there: proof that undo would work all the way.
    Result<void> unwind() {
        PLUMB_TRY(memory, Database::openMemory());
        PLUMB_CHECK(climb(*memory, ladder(), 0));
        PLUMB_TRY(transaction, Transaction::begin(*memory, Transaction::Kind::Write));
        static_cast<void>(transaction);
        for (const ContentTable& table : kContentTables)
            PLUMB_CHECK(copyRows(*memory, table));
        PLUMB_TRY(route, routeTo(m_database, {}));
        for (const std::string& id : route.undo) {
            PLUMB_TRY(changeset, changesetOf(m_database, id));
            PLUMB_TRY(inverse, invertChangeset(changeset));
            if (const auto undone = applyChangeset(*memory, inverse); !undone) {
                say("V006", fmt::format("Command {} can't be undone: {}", id, undone.error().text));
                break;
            }
            if (m_progress && !m_progress(0, 0))
                return fail(cancelledError());
        }
        return {};
    }

    Result<void> copyRows(Database& into, const ContentTable& table) {
        const std::string columns = table.columns;
        std::string marks = "?";
        for (const char c : columns)
            if (c == ',')
                marks += ",?";
        PLUMB_TRY(read, m_database.query(fmt::format("SELECT {} FROM {}", columns, table.name)));
        for (;;) {
            PLUMB_TRY(row, read.step());
            if (!row)
                return {};
            PLUMB_TRY(write, into.query(fmt::format("INSERT INTO {}({}) VALUES({})", table.name, columns, marks)));
            for (int i = 0; i < read.columns(); ++i)
                write.bindColumn(read, i);
            PLUMB_CHECK(write.run());
        }
    }

    Result<void> content() {
        std::vector<std::pair<std::string, std::uint64_t>> blobs;
        std::uint64_t total = 0;
        {
            PLUMB_TRY(query, m_database.query("SELECT sha256, bytes FROM blob ORDER BY id"));
            for (;;) {
                PLUMB_TRY(row, query.step());
                if (!row)
                    break;
                blobs.emplace_back(query.text(0), static_cast<std::uint64_t>(query.integer(1)));
                total += blobs.back().second;
            }
        }
        NullSink sink;
        std::uint64_t before = 0;
        for (const auto& [sha, bytes] : blobs) {
            const auto done = streamBlob(m_database, sha, sink, [&](std::uint64_t now, std::uint64_t) {
                return !m_progress || m_progress(before + now, total);
            });
            if (!done && done.error().kind == ErrorKind::Cancelled)
                return fail(done.error());
            if (!done)
                say("V004", done.error().text);
            before += bytes;
            ++m_report.blobs;
        }
        m_report.blobBytes = total;
        return {};
    }

    Database& m_database;
    const Progress& m_progress;
    VerifyReport m_report;
    std::map<std::string, std::shared_ptr<const lens::Lens>, std::less<>> m_known;
    std::set<std::string> m_sources;              ///< hashes of texts that are there
    std::set<std::string, std::less<>> m_lensIds; ///< of all rows, readable or not
};

} // namespace

Result<VerifyReport> verifyDatabase(Database& database, const Progress& progress) {
    return Verifier(database, progress).run();
}

Result<VerifyReport> verifyFile(const std::filesystem::path& path, Environment env, const Progress& progress) {
    auto file = openChecked(path, OpenMode::ReadOnly, env, ladder());
    if (!file && file.error().kind != ErrorKind::Refused)
        return fail(std::move(file).error());
    if (!file) {
        VerifyReport report;
        report.problems.push_back({"V001", file.error().text});
        return report;
    }
    return verifyDatabase(*file->database, progress);
}

} // namespace plumb::store
