// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/load.h"

#include "core/base/hash.h"
#include "core/lens/reader.h"
#include "core/store/io_errors.h"
#include "core/store/row_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::store {
namespace {

Error damagedLens(const Database& database, std::string_view lensId, std::string_view why) {
    return Error{
        ErrorKind::Refused,
        "store.damaged",
        fmt::format("The questionnaire \"{}\" in {} is damaged ({}).", lensId, quotedName(database.path()), why),
        database.path().string(),
        {std::string(lensId)},
        {}};
}

Result<std::string> sourceBytes(Database& database, std::string_view sha, std::string_view lensId) {
    PLUMB_TRY(query, database.query("SELECT bytes FROM lens_source WHERE sha256 = ?"));
    PLUMB_TRY(row, query.bind(sha).step());
    if (!row)
        return fail(damagedLens(database, lensId, "its text is missing"));
    const std::string_view bytes = query.blob(0);
    if (sha256(bytes) != sha)
        return fail(damagedLens(database, lensId, "its text is not the one that was stored"));
    return std::string(bytes);
}

#define PLUMB_ANSWER_FIELDS                                                                                            \
    "applicable, reason, reason_text, note, private_note, confidence, basis, needs_verification, parked, parked_topic"

void takeAnswer(RowReader& row, int first, review::Answer& answer) {
    answer.applicable = row.flag(first);
    answer.reason = row.word<review::NaReason>(first + 1);
    answer.reasonText = row.text(first + 2);
    answer.note = row.text(first + 3);
    answer.privateNote = row.text(first + 4);
    answer.confidence = row.word<review::Confidence>(first + 5);
    answer.basis = row.word<review::Basis>(first + 6);
    answer.needsVerification = row.flag(first + 7);
    answer.parked = row.flag(first + 8);
    answer.parkedTopic = row.text(first + 9);
}

review::ChoiceAnswer takeChoice(RowReader& row, int first) {
    review::ChoiceAnswer choice;
    choice.status = row.word<review::ChoiceStatus>(first);
    choice.reason = row.word<review::NaReason>(first + 1);
    choice.note = row.text(first + 2);
    return choice;
}

Result<void> readLinks(Database& database, std::vector<review::Evidence>& evidence) {
    std::map<std::string_view, review::Evidence*> byId;
    for (review::Evidence& piece : evidence)
        byId.emplace(piece.id, &piece);
    PLUMB_TRY(query, database.query("SELECT evidence_id, lens_id, question_id, choice_id FROM evidence_link"));
    PLUMB_CHECK(eachRow(database, query, "evidence_link", [&](RowReader& row) {
        const auto it = byId.find(row.text(0));
        if (it != byId.end())
            it->second->links.push_back({{row.text(1), row.text(2)}, row.text(3)});
    }));
    for (review::Evidence& piece : evidence)
        std::sort(piece.links.begin(), piece.links.end());
    return {};
}

} // namespace

Result<std::shared_ptr<const lens::Lens>> LensCache::parse(std::string_view bytes, std::string_view lensId) {
    const auto key = std::pair(sha256(bytes), std::string(lensId));
    if (const auto it = m_lenses.find(key); it != m_lenses.end())
        return it->second;
    PLUMB_TRY(parsed, lens::readLensOrFail(bytes, lensId));
    parsed.id = lensId;
    auto shared = std::make_shared<const lens::Lens>(std::move(parsed));
    m_lenses.emplace(key, shared);
    return shared;
}

Result<std::shared_ptr<const lens::Overlay>> LensCache::parseOverlay(std::string_view bytes) {
    const std::string key = bytes.empty() ? std::string{} : sha256(bytes);
    if (const auto it = m_overlays.find(key); it != m_overlays.end())
        return it->second;
    auto overlay = std::make_shared<lens::Overlay>();
    if (!bytes.empty()) {
        PLUMB_TRY(parsed, lens::readOverlay(bytes));
        *overlay = std::move(parsed);
    }
    m_overlays.emplace(key, overlay);
    return overlay;
}

Result<std::shared_ptr<const lens::Lens>> LensCache::lens(Database& database, std::string_view sha256,
                                                          std::string_view lensId) {
    if (const auto it = m_lenses.find(std::pair(std::string(sha256), std::string(lensId))); it != m_lenses.end())
        return it->second;
    PLUMB_TRY(bytes, sourceBytes(database, sha256, lensId));
    auto parsed = parse(bytes, lensId);
    if (!parsed)
        return fail(damagedLens(database, lensId, parsed.error().text));
    return parsed;
}

Result<std::shared_ptr<const lens::Overlay>> LensCache::overlay(Database& database, std::string_view sha256) {
    if (const auto it = m_overlays.find(sha256); it != m_overlays.end())
        return it->second;
    if (sha256.empty())
        return parseOverlay({});
    PLUMB_TRY(bytes, sourceBytes(database, sha256, "overlay"));
    auto parsed = parseOverlay(bytes);
    if (!parsed)
        return fail(damagedLens(database, "overlay", parsed.error().text));
    return parsed;
}

Result<review::Workload> readWorkload(Database& database) {
    PLUMB_TRY(query, database.query("SELECT name, client, owner, description, environment, industry, regions "
                                    "FROM workload WHERE id = 1"));
    review::Workload workload;
    PLUMB_CHECK(eachRow(database, query, "workload", [&](RowReader& row) {
        workload = {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
    }));
    if (workload.name.empty())
        return fail(ErrorKind::Refused, "store.damaged",
                    fmt::format("The workload of {} is missing.", quotedName(database.path())),
                    database.path().string());
    return workload;
}

Result<std::vector<LensRow>> readLensRows(Database& database) {
    PLUMB_TRY(query, database.query("SELECT lens_id, name, sha256, overlay_sha256, position FROM lens "
                                    "ORDER BY position, lens_id"));
    std::vector<LensRow> rows;
    PLUMB_CHECK(eachRow(database, query, "lens", [&](RowReader& row) {
        rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3), static_cast<int>(row.integer(4))});
    }));
    return rows;
}

Result<std::vector<review::ReviewLens>> readLenses(Database& database, LensCache& cache) {
    PLUMB_TRY(rows, readLensRows(database));
    std::vector<review::ReviewLens> lenses;
    for (const LensRow& row : rows) {
        PLUMB_TRY(lens, cache.lens(database, row.sha256, row.lensId));
        PLUMB_TRY(overlay, cache.overlay(database, row.overlaySha256));
        lenses.push_back({lens, overlay, row.position});
    }
    return lenses;
}

Result<review::Answer> readAnswer(Database& database, const QuestionKey& key) {
    review::Answer answer;
    {
        PLUMB_TRY(query, database.query("SELECT " PLUMB_ANSWER_FIELDS " FROM answer "
                                        "WHERE lens_id = ? AND question_id = ?"));
        query.bind(key.lens).bind(key.question);
        PLUMB_CHECK(eachRow(database, query, "answer", [&](RowReader& row) { takeAnswer(row, 0, answer); }));
    }
    {
        PLUMB_TRY(query, database.query("SELECT choice_id, status, reason, note FROM choice_answer "
                                        "WHERE lens_id = ? AND question_id = ?"));
        query.bind(key.lens).bind(key.question);
        PLUMB_CHECK(eachRow(database, query, "choice_answer",
                            [&](RowReader& row) { answer.choices[row.text(0)] = takeChoice(row, 1); }));
    }
    {
        PLUMB_TRY(query, database.query("SELECT why FROM reconfirm WHERE lens_id = ? AND question_id = ?"));
        query.bind(key.lens).bind(key.question);
        PLUMB_CHECK(eachRow(database, query, "reconfirm", [&](RowReader& row) { answer.reconfirm = row.text(0); }));
    }
    PLUMB_TRY(query, database.query("SELECT participant_id FROM answer_person "
                                    "WHERE lens_id = ? AND question_id = ? ORDER BY position, participant_id"));
    query.bind(key.lens).bind(key.question);
    PLUMB_CHECK(
        eachRow(database, query, "answer_person", [&](RowReader& row) { answer.people.push_back(row.text(0)); }));
    return answer;
}

Result<std::map<QuestionKey, review::Answer>> readAnswers(Database& database) {
    std::map<QuestionKey, review::Answer> answers;
    {
        PLUMB_TRY(query, database.query("SELECT lens_id, question_id, " PLUMB_ANSWER_FIELDS " FROM answer"));
        PLUMB_CHECK(eachRow(database, query, "answer", [&](RowReader& row) {
            takeAnswer(row, 2, answers[{row.text(0), row.text(1)}]);
        }));
    }
    {
        PLUMB_TRY(query, database.query("SELECT lens_id, question_id, choice_id, status, reason, note "
                                        "FROM choice_answer"));
        PLUMB_CHECK(eachRow(database, query, "choice_answer", [&](RowReader& row) {
            answers[{row.text(0), row.text(1)}].choices[row.text(2)] = takeChoice(row, 3);
        }));
    }
    {
        PLUMB_TRY(query, database.query("SELECT lens_id, question_id, why FROM reconfirm"));
        PLUMB_CHECK(eachRow(database, query, "reconfirm", [&](RowReader& row) {
            answers[{row.text(0), row.text(1)}].reconfirm = row.text(2);
        }));
    }
    PLUMB_TRY(query, database.query("SELECT lens_id, question_id, participant_id FROM answer_person "
                                    "ORDER BY position, participant_id"));
    PLUMB_CHECK(eachRow(database, query, "answer_person", [&](RowReader& row) {
        answers[{row.text(0), row.text(1)}].people.push_back(row.text(2));
    }));
    return answers;
}

#undef PLUMB_ANSWER_FIELDS

Result<std::vector<review::Participant>> readParticipants(Database& database) {
    PLUMB_TRY(query, database.query("SELECT id, name, role, organisation FROM participant ORDER BY name, id"));
    std::vector<review::Participant> people;
    PLUMB_CHECK(eachRow(database, query, "participant", [&](RowReader& row) {
        people.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    }));
    return people;
}

Result<std::vector<review::Evidence>> readEvidence(Database& database) {
    std::vector<review::Evidence> evidence;
    {
        PLUMB_TRY(query, database.query("SELECT id, number, kind, title, source, url, text, file_name, media_type, "
                                        "date, expires, strength, sha256, bytes, added_at, added_by "
                                        "FROM evidence ORDER BY number, id"));
        PLUMB_CHECK(eachRow(database, query, "evidence", [&](RowReader& row) {
            review::Evidence e;
            e.id = row.text(0);
            e.number = static_cast<int>(row.integer(1));
            e.kind = row.word<review::EvidenceKind>(2);
            e.title = row.text(3);
            e.source = row.text(4);
            e.url = row.text(5);
            e.text = row.text(6);
            e.fileName = row.text(7);
            e.mediaType = row.text(8);
            e.date = row.date(9);
            e.expires = row.date(10);
            e.strength = row.word<review::Basis>(11);
            e.sha256 = row.text(12);
            e.bytes = static_cast<std::uint64_t>(row.integer(13));
            e.addedAt = Instant{row.integer(14)};
            e.addedBy = row.text(15);
            evidence.push_back(std::move(e));
        }));
    }
    PLUMB_CHECK(readLinks(database, evidence));
    return evidence;
}

} // namespace plumb::store
