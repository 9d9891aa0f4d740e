// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/base/hash.h"
#include "core/store/text_checks.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace {

using review::kMaxName;
using review::kMaxNote;

/// The part of an answer that has a row of its own, without choices, people and the mark to confirm it again.
review::Answer questionPart(const review::Answer& answer) {
    review::Answer part = answer;
    part.choices.clear();
    part.people.clear();
    part.reconfirm.clear();
    return part;
}

Result<void> checkLensRow(std::string_view lensId, std::string_view name, int position) {
    PLUMB_CHECK(checkId("id of the questionnaire", lensId));
    PLUMB_CHECK(checkText("name of the questionnaire", name, kMaxName));
    if (position < 0 || position > 1'000'000)
        return fail(invalidReview("The position of a questionnaire is out of range.", std::string(lensId)));
    return {};
}

} // namespace

Result<void> WriterImpl::watched(Result<void> result) {
    if (!result && result.error().kind != ErrorKind::Usage && !m_broken)
        m_broken = result.error();
    return result;
}

Result<bool> WriterImpl::exists(std::string_view sql, std::string_view key) {
    PLUMB_TRY(query, m_database.query(sql));
    return query.bind(key).step();
}

Result<void> WriterImpl::removeWhere(std::string_view sql, std::string_view key) {
    PLUMB_TRY(query, m_database.query(sql));
    return query.bind(key).run();
}

Result<const lens::Question*> WriterImpl::question(const QuestionKey& key) {
    std::string sha;
    {
        PLUMB_TRY(query, m_database.query("SELECT sha256 FROM lens WHERE lens_id = ?"));
        PLUMB_TRY(row, query.bind(key.lens).step());
        if (!row)
            return fail(invalidReview(fmt::format("The review has no questionnaire \"{}\".", key.lens), key.lens));
        sha = query.text(0);
    }
    PLUMB_TRY(lens, m_lenses.lens(m_database, sha, key.lens));
    const lens::Question* found = lens->findQuestion(key.question);
    if (!found)
        return fail(invalidReview(
            fmt::format("The questionnaire \"{}\" has no question \"{}\".", key.lens, key.question), key.question));
    return found; // owned by the cache
}

Result<void> WriterImpl::putWorkload(const review::Workload& w) {
    PLUMB_CHECK(checkId("workload's name", w.name));
    PLUMB_CHECK(checkText("client", w.client, kMaxName));
    PLUMB_CHECK(checkText("owner", w.owner, kMaxName));
    PLUMB_CHECK(checkText("description", w.description, kMaxNote));
    PLUMB_CHECK(checkText("environment", w.environment, kMaxName));
    PLUMB_CHECK(checkText("industry", w.industry, kMaxName));
    PLUMB_CHECK(checkText("regions", w.regions, kMaxName));
    PLUMB_TRY(query,
              m_database.query("INSERT INTO workload(id, name, client, owner, description, environment, industry, "
                               "regions) VALUES(1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                               "name = excluded.name, client = excluded.client, owner = excluded.owner, "
                               "description = excluded.description, environment = excluded.environment, "
                               "industry = excluded.industry, regions = excluded.regions"));
    return watched(query.bind(w.name)
                       .bind(w.client)
                       .bind(w.owner)
                       .bind(w.description)
                       .bind(w.environment)
                       .bind(w.industry)
                       .bind(w.regions)
                       .run());
}

Result<void> WriterImpl::putLens(std::string_view lensId, std::string_view name, std::string_view lensBytes,
                                 std::string_view overlayBytes, int position) {
    PLUMB_CHECK(checkLensRow(lensId, name, position));
    PLUMB_TRY(lens, m_lenses.parse(lensBytes, lensId));
    PLUMB_CHECK(m_lenses.parseOverlay(overlayBytes));
    static_cast<void>(lens);
    const LensRow row{std::string(lensId), std::string(name), sha256(lensBytes),
                      overlayBytes.empty() ? std::string{} : sha256(overlayBytes), position};
    return watched(writeLens(row, lensBytes, overlayBytes));
}

Result<void> WriterImpl::putLensByHash(std::string_view lensId, std::string_view name, std::string_view sha256,
                                       std::string_view overlaySha256, int position) {
    PLUMB_CHECK(checkLensRow(lensId, name, position));
    PLUMB_CHECK(mustHoldLens(m_database, lensId, sha256));
    PLUMB_CHECK(m_lenses.lens(m_database, sha256, lensId));
    if (!overlaySha256.empty())
        PLUMB_CHECK(mustHoldLens(m_database, lensId, overlaySha256));
    PLUMB_CHECK(m_lenses.overlay(m_database, overlaySha256));
    return watched(writeLensRow(
        {std::string(lensId), std::string(name), std::string(sha256), std::string(overlaySha256), position}));
}

Result<void> WriterImpl::writeLens(const LensRow& row, std::string_view lensBytes, std::string_view overlayBytes) {
    PLUMB_CHECK(writeSource(row.sha256, lensBytes));
    if (!overlayBytes.empty())
        PLUMB_CHECK(writeSource(row.overlaySha256, overlayBytes));
    return writeLensRow(row);
}

Result<void> WriterImpl::writeLensRow(const LensRow& row) {
    PLUMB_TRY(query, m_database.query("INSERT INTO lens(lens_id, name, sha256, overlay_sha256, position) "
                                      "VALUES(?, ?, ?, ?, ?) ON CONFLICT(lens_id) DO UPDATE SET name = excluded.name, "
                                      "sha256 = excluded.sha256, overlay_sha256 = excluded.overlay_sha256, "
                                      "position = excluded.position"));
    return query.bind(row.lensId).bind(row.name).bind(row.sha256).bind(row.overlaySha256).bind(row.position).run();
}

Result<void> WriterImpl::writeSource(std::string_view sha256, std::string_view bytes) {
    PLUMB_TRY(there, exists("SELECT 1 FROM lens_source WHERE sha256 = ?", sha256));
    if (there)
        return {};
    m_storedContent = true;
    PLUMB_TRY(query, m_database.query("INSERT INTO lens_source(sha256, bytes) VALUES(?, ?)"));
    return query.bind(sha256).bindBlob(bytes).run();
}

Result<void> WriterImpl::removeLens(std::string_view lensId) {
    if (lensId.empty())
        return {}; // findings written by hand have no questionnaire
                   // Findings of its questions go with all that hangs on them, also where others need them.
#define PLUMB_ITS_FINDINGS "(SELECT key FROM finding WHERE lens_id = ?1)"
    for (const std::string_view sql :
         {"DELETE FROM finding_need WHERE finding_key IN " PLUMB_ITS_FINDINGS " OR needs_key IN " PLUMB_ITS_FINDINGS,
          "DELETE FROM finding_evidence WHERE finding_key IN " PLUMB_ITS_FINDINGS,
          "DELETE FROM finding_measure WHERE finding_key IN " PLUMB_ITS_FINDINGS,
          "DELETE FROM finding_practice WHERE lens_id = ?1 OR finding_key IN " PLUMB_ITS_FINDINGS,
          "DELETE FROM finding_trade_off WHERE finding_key IN " PLUMB_ITS_FINDINGS,
          "DELETE FROM finding WHERE lens_id = ?1", "DELETE FROM evidence_link WHERE lens_id = ?",
          "DELETE FROM answer_person WHERE lens_id = ?", "DELETE FROM reconfirm WHERE lens_id = ?",
          "DELETE FROM choice_answer WHERE lens_id = ?", "DELETE FROM answer WHERE lens_id = ?",
          "DELETE FROM lens WHERE lens_id = ?"})
        PLUMB_CHECK(watched(removeWhere(sql, lensId)));
#undef PLUMB_ITS_FINDINGS
    return {};
}

Result<void> WriterImpl::checkAnswer(const QuestionKey& key, const review::Answer& answer) {
    PLUMB_TRY(question, this->question(key));
    PLUMB_CHECK(checkText("note", answer.note, kMaxNote));
    PLUMB_CHECK(checkText("private note", answer.privateNote, kMaxNote));
    PLUMB_CHECK(checkText("reason", answer.reasonText, kMaxNote));
    PLUMB_CHECK(checkText("parked topic", answer.parkedTopic, kMaxNote));
    PLUMB_CHECK(checkText("reason to confirm the answer again", answer.reconfirm, kMaxNote));
    for (const auto& [id, choice] : answer.choices) {
        if (choice == review::ChoiceAnswer{})
            continue;
        if (!question->choiceIndex(id))
            return fail(invalidReview(fmt::format("The question \"{}\" has no choice \"{}\".", key.question, id), id));
        if (choice.status != review::ChoiceStatus::NotApplicable && choice.reason != review::NaReason::None)
            return fail(invalidReview(
                fmt::format("The choice \"{}\" has a reason for not being applicable, but is applicable.", id), id));
        PLUMB_CHECK(checkText("note of a choice", choice.note, kMaxNote));
    }
    std::set<std::string_view> seen;
    for (const std::string& person : answer.people) {
        if (!seen.insert(person).second)
            return fail(invalidReview("An answer names a participant twice.", person));
        PLUMB_TRY(known, exists("SELECT 1 FROM participant WHERE id = ?", person));
        if (!known)
            return fail(invalidReview(fmt::format("The review has no participant {}.", person), person));
    }
    return {};
}

Result<void> WriterImpl::putAnswer(const QuestionKey& key, const review::Answer& answer) {
    if (answer != review::Answer{})
        PLUMB_CHECK(checkAnswer(key, answer));
    return watched(writeAnswer(key, answer));
}

Result<void> WriterImpl::writeAnswer(const QuestionKey& key, const review::Answer& answer) {
    PLUMB_TRY(then, readAnswer(m_database, key));
    PLUMB_CHECK(writeAnswerRow(key, answer, then));
    PLUMB_CHECK(writeChoices(key, answer, then));
    PLUMB_CHECK(writeReconfirm(key, answer, then));
    return writePeople(key, answer, then);
}

Result<void> WriterImpl::writeAnswerRow(const QuestionKey& key, const review::Answer& now, const review::Answer& then) {
    const review::Answer part = questionPart(now);
    if (part == questionPart(then))
        return {};
    if (part == review::Answer{}) {
        PLUMB_TRY(query, m_database.query("DELETE FROM answer WHERE lens_id = ? AND question_id = ?"));
        return query.bind(key.lens).bind(key.question).run();
    }
    PLUMB_TRY(query,
              m_database.query("INSERT INTO answer(lens_id, question_id, applicable, reason, reason_text, note, "
                               "private_note, confidence, basis, needs_verification, parked, parked_topic) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT(lens_id, question_id) DO UPDATE SET applicable = excluded.applicable, "
                               "reason = excluded.reason, reason_text = excluded.reason_text, note = excluded.note, "
                               "private_note = excluded.private_note, confidence = excluded.confidence, "
                               "basis = excluded.basis, needs_verification = excluded.needs_verification, "
                               "parked = excluded.parked, parked_topic = excluded.parked_topic"));
    return query.bind(key.lens)
        .bind(key.question)
        .bind(part.applicable ? 1 : 0)
        .bind(toText(part.reason))
        .bind(part.reasonText)
        .bind(part.note)
        .bind(part.privateNote)
        .bind(toText(part.confidence))
        .bind(toText(part.basis))
        .bind(part.needsVerification ? 1 : 0)
        .bind(part.parked ? 1 : 0)
        .bind(part.parkedTopic)
        .run();
}

Result<void> WriterImpl::writeChoices(const QuestionKey& key, const review::Answer& now, const review::Answer& then) {
    const review::ChoiceAnswer none;
    for (const auto& [id, choice] : then.choices) {
        const auto it = now.choices.find(id);
        if (it != now.choices.end() && it->second != none)
            continue;
        PLUMB_TRY(query, m_database.query("DELETE FROM choice_answer "
                                          "WHERE lens_id = ? AND question_id = ? AND choice_id = ?"));
        PLUMB_CHECK(query.bind(key.lens).bind(key.question).bind(id).run());
    }
    for (const auto& [id, choice] : now.choices) {
        const auto it = then.choices.find(id);
        if (choice == none || (it != then.choices.end() && it->second == choice))
            continue;
        PLUMB_TRY(query, m_database.query("INSERT INTO choice_answer(lens_id, question_id, choice_id, status, reason, "
                                          "note) VALUES(?, ?, ?, ?, ?, ?) "
                                          "ON CONFLICT(lens_id, question_id, choice_id) DO UPDATE SET "
                                          "status = excluded.status, reason = excluded.reason, note = excluded.note"));
        PLUMB_CHECK(query.bind(key.lens)
                        .bind(key.question)
                        .bind(id)
                        .bind(toText(choice.status))
                        .bind(toText(choice.reason))
                        .bind(choice.note)
                        .run());
    }
    return {};
}

Result<void> WriterImpl::writeReconfirm(const QuestionKey& key, const review::Answer& now, const review::Answer& then) {
    if (now.reconfirm == then.reconfirm)
        return {};
    if (now.reconfirm.empty()) {
        PLUMB_TRY(query, m_database.query("DELETE FROM reconfirm WHERE lens_id = ? AND question_id = ?"));
        return query.bind(key.lens).bind(key.question).run();
    }
    PLUMB_TRY(query, m_database.query("INSERT INTO reconfirm(lens_id, question_id, why) VALUES(?, ?, ?) "
                                      "ON CONFLICT(lens_id, question_id) DO UPDATE SET why = excluded.why"));
    return query.bind(key.lens).bind(key.question).bind(now.reconfirm).run();
}

Result<void> WriterImpl::writePeople(const QuestionKey& key, const review::Answer& now, const review::Answer& then) {
    if (now.people == then.people)
        return {};
    for (const std::string& person : then.people) {
        if (std::find(now.people.begin(), now.people.end(), person) != now.people.end())
            continue;
        PLUMB_TRY(query, m_database.query("DELETE FROM answer_person "
                                          "WHERE lens_id = ? AND question_id = ? AND participant_id = ?"));
        PLUMB_CHECK(query.bind(key.lens).bind(key.question).bind(person).run());
    }
    for (std::size_t i = 0; i < now.people.size(); ++i) {
        PLUMB_TRY(query, m_database.query("INSERT INTO answer_person(lens_id, question_id, participant_id, position) "
                                          "VALUES(?, ?, ?, ?) ON CONFLICT(lens_id, question_id, participant_id) "
                                          "DO UPDATE SET position = excluded.position"));
        PLUMB_CHECK(
            query.bind(key.lens).bind(key.question).bind(now.people[i]).bind(static_cast<std::int64_t>(i)).run());
    }
    return {};
}

Result<void> WriterImpl::putParticipant(const review::Participant& person) {
    PLUMB_CHECK(checkId("id of the participant", person.id));
    PLUMB_CHECK(checkId("name of the participant", person.name));
    PLUMB_CHECK(checkText("role", person.role, kMaxName));
    PLUMB_CHECK(checkText("organisation", person.organisation, kMaxName));
    PLUMB_TRY(query, m_database.query("INSERT INTO participant(id, name, role, organisation) VALUES(?, ?, ?, ?) "
                                      "ON CONFLICT(id) DO UPDATE SET name = excluded.name, role = excluded.role, "
                                      "organisation = excluded.organisation"));
    return watched(query.bind(person.id).bind(person.name).bind(person.role).bind(person.organisation).run());
}

Result<void> WriterImpl::removeParticipant(std::string_view id) {
    PLUMB_CHECK(watched(removeWhere("DELETE FROM answer_person WHERE participant_id = ?", id)));
    return watched(removeWhere("DELETE FROM participant WHERE id = ?", id));
}

} // namespace plumb::store
