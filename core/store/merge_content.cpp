// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge_content.h"

#include "core/base/hash.h"
#include "core/store/blob_store.h"
#include "core/store/cost_checks.h"
#include "core/store/history.h"
#include "core/store/io_errors.h"
#include "core/store/load.h"
#include "core/store/schema.h"
#include "core/store/snapshot_content.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace plumb::store {
namespace {

constexpr std::size_t kLensName = 0, kLensSha = 1, kLensOverlay = 2, kLensPosition = 3;
constexpr std::size_t kEvidenceSha = 11, kSnapshotSha = 4;

const std::string& textOf(const Row& row, std::size_t column) {
    return std::get<std::string>(row[column]);
}

Error missingContent(const Database& database, std::string_view what, std::string_view sha) {
    return Error{
        ErrorKind::Refused,
        "store.damaged",
        fmt::format("{} does not hold the {} {} that it names.", quotedName(database.path()), what, sha.substr(0, 12)),
        database.path().string(),
        {std::string(sha)},
        {}};
}

/// Stored content of a file, piece by piece.
class BlobSource final : public ByteSource {
public:
    static Result<std::unique_ptr<ByteSource>> open(Database& database, std::string_view sha, std::uint64_t bytes) {
        PLUMB_TRY(query, database.query("SELECT data FROM blob_chunk WHERE blob_id = (SELECT id FROM blob WHERE "
                                        "sha256 = ?) ORDER BY seq"));
        query.bind(sha);
        return std::unique_ptr<ByteSource>(new BlobSource(std::move(query), bytes));
    }

    Result<std::size_t> read(std::span<std::byte> into) override {
        while (m_at == m_piece.size()) {
            PLUMB_TRY(row, m_query.step());
            if (!row)
                return std::size_t{0};
            m_piece = m_query.blob(0); // valid until the next step
            m_at = 0;
        }
        const std::size_t count = std::min(into.size(), m_piece.size() - m_at);
        std::memcpy(into.data(), m_piece.data() + m_at, count);
        m_at += count;
        return count;
    }
    std::uint64_t size() const noexcept override { return m_bytes; }

private:
    BlobSource(Query query, std::uint64_t bytes) : m_query(std::move(query)), m_bytes(bytes) {}
    Query m_query;
    std::uint64_t m_bytes;
    std::string_view m_piece;
    std::size_t m_at = 0;
};

Result<bool> hasSource(Database& database, std::string_view sha) {
    PLUMB_TRY(query, database.query("SELECT 1 FROM lens_source WHERE sha256 = ?"));
    return query.bind(sha).step();
}

/// The text of a questionnaire or overlay from whichever file has it.
Result<std::string> sourceText(Database& ours, Database& theirs, std::string_view sha) {
    for (Database* database : {&ours, &theirs}) {
        PLUMB_TRY(query, database->query("SELECT bytes FROM lens_source WHERE sha256 = ?"));
        PLUMB_TRY(row, query.bind(sha).step());
        if (row && sha256(query.blob(0)) == sha)
            return std::string(query.blob(0));
    }
    return fail(missingContent(theirs, "questionnaire or overlay", sha));
}

class MergeWriter {
public:
    MergeWriter(Database& ours, Database& theirs, Writer& writer, const Progress& progress)
        : m_ours(ours), m_theirs(theirs), m_writer(writer), m_progress(progress) {}

    Result<void> run(const RowsByTable& then, const RowsByTable& now) {
        const std::vector<RowId> changed = changedRows(then, now);
        PLUMB_CHECK(bringTexts(now, changed));
        PLUMB_CHECK(bringBlobs());
        std::vector<Table> tables;
        for (const ContentTable& one : kContentTables)
            tables.push_back(one.table);
        PLUMB_CHECK(replaceRows(m_ours, tables, then, now));
        return check(now, changed);
    }

private:
    // --- content -----------------------------------------------------------------------------------------------------

    /// Questionnaires and snapshots, which the Writer stores with their rows; notes which evidence is missing.
    Result<void> bringTexts(const RowsByTable& now, const std::vector<RowId>& changed) {
        for (const RowId& id : changed) {
            const auto row = now.at(id.table).find(id.key);
            if (row == now.at(id.table).end())
                continue;
            const Row& cells = row->second;
            if (id.table == Table::Lens)
                PLUMB_CHECK(bringLens(id.key[0], cells));
            else if (id.table == Table::Snapshot)
                PLUMB_CHECK(bringSnapshot(id.key[0], cells));
            else if (id.table == Table::Evidence && !textOf(cells, kEvidenceSha).empty())
                PLUMB_CHECK(needBlob(textOf(cells, kEvidenceSha), true));
            if (m_progress && !m_progress(0, 0))
                return fail(cancelledError());
        }
        return {};
    }

    Result<void> bringLens(const std::string& id, const Row& row) {
        PLUMB_TRY(text, sourceText(m_ours, m_theirs, textOf(row, kLensSha)));
        std::string overlay;
        if (const std::string& sha = textOf(row, kLensOverlay); !sha.empty()) {
            PLUMB_TRY(found, sourceText(m_ours, m_theirs, sha));
            overlay = std::move(found);
        }
        return m_writer.putLens(id, textOf(row, kLensName), text, overlay,
                                static_cast<int>(std::get<std::int64_t>(row[kLensPosition])));
    }

    Result<void> bringSnapshot(const std::string& id, const Row& row) {
        const std::string& sha = textOf(row, kSnapshotSha);
        PLUMB_TRY(bytes, snapshotContent(m_theirs, sha));
        const auto number = [&](std::size_t column) { return std::get<std::int64_t>(row[column]); };
        const SnapshotRecord record{id,
                                    textOf(row, 0),
                                    textOf(row, 1),
                                    Instant{number(2)},
                                    textOf(row, 3),
                                    sha,
                                    static_cast<std::uint64_t>(number(5)),
                                    textOf(row, 6),
                                    textOf(row, 7)};
        const NamedBySnapshot named = namedBySnapshot(bytes);
        for (const std::string& lens : named.lenses) {
            PLUMB_TRY(there, hasSource(m_ours, lens));
            if (there)
                continue;
            PLUMB_TRY(text, sourceText(m_ours, m_theirs, lens));
            PLUMB_TRY(query, m_ours.query("INSERT INTO lens_source(sha256, bytes) VALUES(?, ?)"));
            PLUMB_CHECK(query.bind(lens).bindBlob(text).run());
        }
        for (const std::string& evidence : named.evidence)
            PLUMB_CHECK(needBlob(evidence, false));
        return m_writer.putSnapshot(record, bytes);
    }

    /// Notes content to copy; what a snapshot names may be missing where it came from, too.
    Result<void> needBlob(const std::string& sha, bool must) {
        PLUMB_TRY(here, blobSize(m_ours, sha));
        if (here)
            return {};
        PLUMB_TRY(there, blobSize(m_theirs, sha));
        if (!there)
            return must ? Result<void>(fail(missingContent(m_theirs, "content", sha))) : Result<void>{};
        if (m_blobs.emplace(sha, *there).second)
            m_total += *there;
        return {};
    }

    Result<void> bringBlobs() {
        std::uint64_t before = 0;
        for (const auto& [sha, bytes] : m_blobs) {
            PLUMB_TRY(source, BlobSource::open(m_theirs, sha, bytes));
            PLUMB_TRY(info, m_writer.putBlob(*source, [&](std::uint64_t done, std::uint64_t) {
                return !m_progress || m_progress(before + done, m_total);
            }));
            if (info.sha256 != sha || info.bytes != bytes)
                return fail(ErrorKind::Refused, "store.damaged",
                            fmt::format("The content {} in {} is not what was stored.", sha.substr(0, 12),
                                        quotedName(m_theirs.path())),
                            m_theirs.path().string(), {sha});
            before += bytes;
        }
        return {};
    }

    // --- checks ------------------------------------------------------------------------------------------------------

    /// What the changed rows belong to.
    struct Touched {
        bool workload = false, planning = false, costs = false, prices = false;
        std::set<QuestionKey> answers;
        std::set<std::string, std::less<>> people, evidence, findings, events;
    };

    static Touched touchedBy(const std::vector<RowId>& changed) {
        Touched touched;
        for (const auto& [table, key] : changed) {
            switch (table) {
            case Table::Workload:
                touched.workload = true;
                break;
            case Table::Lens:
            case Table::Snapshot:
                break; // written by the Writer
            case Table::Participant:
                touched.people.insert(key[0]);
                break;
            case Table::Answer:
            case Table::ChoiceAnswer:
            case Table::AnswerPerson:
            case Table::Reconfirm:
                touched.answers.insert({key[0], key[1]});
                break;
            case Table::Evidence:
            case Table::EvidenceLink:
                touched.evidence.insert(key[0]);
                break;
            case Table::Finding:
            case Table::FindingNeed:
            case Table::FindingEvidence:
            case Table::FindingMeasure:
            case Table::FindingPractice:
            case Table::FindingTradeOff:
                touched.findings.insert(key[0]);
                break;
            case Table::Planning:
            case Table::Priority:
                touched.planning = true;
                break;
            case Table::ReviewEvent:
                touched.events.insert(key[0]);
                break;
            case Table::CostPrice:
                touched.prices = true;
                break;
            default:
                touched.costs = true;
            }
        }
        return touched;
    }

    /// Puts what the rows say once more through the Writer: it checks everything and finds nothing to write but order.
    Result<void> check(const RowsByTable& now, const std::vector<RowId>& changed) {
        const Touched touched = touchedBy(changed);
        if (touched.workload) {
            PLUMB_TRY(workload, readWorkload(m_ours));
            PLUMB_CHECK(m_writer.putWorkload(workload));
        }
        PLUMB_CHECK(checkPeopleAndAnswers(touched));
        PLUMB_CHECK(checkEvidenceAndFindings(touched));
        if (touched.planning) {
            PLUMB_TRY(planning, readPlanning(m_ours));
            PLUMB_CHECK(m_writer.putPlanning(planning));
        }
        PLUMB_TRY(events, readEvents(m_ours));
        for (const review::ReviewEvent& event : events)
            if (touched.events.contains(event.id))
                PLUMB_CHECK(m_writer.putEvent(event));
        return checkMoney(touched, now, changed);
    }

    Result<void> checkPeopleAndAnswers(const Touched& touched) {
        PLUMB_TRY(people, readParticipants(m_ours));
        for (const review::Participant& person : people)
            if (touched.people.contains(person.id))
                PLUMB_CHECK(m_writer.putParticipant(person));
        for (const QuestionKey& key : touched.answers) {
            PLUMB_TRY(answer, readAnswer(m_ours, key));
            PLUMB_CHECK(m_writer.putAnswer(key, answer));
        }
        return {};
    }

    Result<void> checkEvidenceAndFindings(const Touched& touched) {
        if (!touched.evidence.empty()) {
            PLUMB_TRY(evidence, readEvidence(m_ours));
            for (const review::Evidence& piece : evidence)
                if (touched.evidence.contains(piece.id))
                    PLUMB_CHECK(m_writer.putEvidence(piece));
        }
        if (touched.findings.empty())
            return {};
        PLUMB_TRY(findings, readFindings(m_ours));
        for (const review::Finding& finding : findings)
            if (touched.findings.contains(finding.key))
                PLUMB_CHECK(m_writer.putFinding(finding));
        // The Writer found the numbers given already.
        PLUMB_TRY(next, nextFindingNumber(m_ours));
        return setMetaValue(m_ours, "next_finding", std::to_string(next));
    }

    Result<void> checkMoney(const Touched& touched, const RowsByTable& now, const std::vector<RowId>& changed) {
        // The Writer looks only at values of fields that are new to it.
        for (const auto& [table, key] : changed)
            if (table == Table::CostItemField || table == Table::CostMeasureField)
                if (const auto row = now.at(table).find(key); row != now.at(table).end())
                    PLUMB_CHECK(checkFieldValue(key[0], key[1], textOf(row->second, 0)));
        if (touched.costs) {
            PLUMB_TRY(costs, readCostModel(m_ours));
            PLUMB_CHECK(m_writer.putCosts(costs));
        }
        if (touched.prices) {
            PLUMB_TRY(prices, readPrices(m_ours));
            PLUMB_CHECK(m_writer.putPrices(prices));
        }
        return {};
    }

    Database& m_ours;
    Database& m_theirs;
    Writer& m_writer;
    const Progress& m_progress;
    std::map<std::string, std::uint64_t> m_blobs;
    std::uint64_t m_total = 0;
};

} // namespace

std::vector<RowId> changedRows(const RowsByTable& then, const RowsByTable& now) {
    static const TableRows none;
    std::vector<RowId> changed;
    for (const ContentTable& one : kContentTables) {
        const auto rowsOf = [&](const RowsByTable& tables) -> const TableRows& {
            const auto it = tables.find(one.table);
            return it == tables.end() ? none : it->second;
        };
        const TableRows& before = rowsOf(then);
        const TableRows& after = rowsOf(now);
        for (const auto& [key, row] : before)
            if (!after.contains(key))
                changed.push_back({one.table, key});
        for (const auto& [key, row] : after)
            if (const auto it = before.find(key); it == before.end() || it->second != row)
                changed.push_back({one.table, key});
    }
    return changed;
}

Result<void> checkContentThere(Database& ours, Database& theirs, const RowsByTable& now,
                               const std::vector<RowId>& changed) {
    const auto named = [](const RowId& id, const Row& row) -> std::vector<std::string> {
        if (id.table == Table::Lens)
            return {textOf(row, kLensSha), textOf(row, kLensOverlay)};
        if (id.table == Table::Evidence)
            return {textOf(row, kEvidenceSha)};
        return {};
    };
    for (const RowId& id : changed) {
        const auto row = now.at(id.table).find(id.key);
        if (row == now.at(id.table).end())
            continue;
        for (const std::string& sha : named(id, row->second)) {
            bool there = sha.empty();
            for (Database* database : {&ours, &theirs}) {
                if (there)
                    break;
                if (id.table == Table::Lens) {
                    PLUMB_TRY(found, hasSource(*database, sha));
                    there = found;
                } else {
                    PLUMB_TRY(size, blobSize(*database, sha));
                    there = size.has_value();
                }
            }
            if (!there)
                return fail(missingContent(theirs, id.table == Table::Lens ? "questionnaire" : "content", sha));
        }
    }
    return {};
}

Result<void> writeMerged(Database& ours, Database& theirs, Writer& writer, const RowsByTable& then,
                         const RowsByTable& now, const Progress& progress) {
    return MergeWriter(ours, theirs, writer, progress).run(then, now);
}

} // namespace plumb::store
