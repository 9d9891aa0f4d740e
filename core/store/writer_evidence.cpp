// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the Writer that stores evidence: its row, its links and its content.
#include "core/store/blob_store.h"
#include "core/store/history.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace {

using review::kMaxName;
using review::kMaxNote;

constexpr int kMaxEvidenceNumber = 1'000'000'000;

bool isPlainFileName(std::string_view name) {
    return name.find('/') == std::string_view::npos && name != "." && name != "..";
}

Result<void> checkEvidenceTexts(const review::Evidence& e) {
    PLUMB_CHECK(checkId("id of the evidence", e.id));
    PLUMB_CHECK(checkText("title", e.title, kMaxName));
    PLUMB_CHECK(checkText("source", e.source, kMaxName));
    PLUMB_CHECK(checkText("address", e.url, kMaxNote));
    PLUMB_CHECK(checkText("text", e.text, kMaxNote));
    PLUMB_CHECK(checkText("file name", e.fileName, kMaxName));
    PLUMB_CHECK(checkText("media type", e.mediaType, kMaxName));
    PLUMB_CHECK(checkText("name of who added it", e.addedBy, kMaxName));
    if (!isPlainFileName(e.fileName))
        return fail(invalidReview(fmt::format("\"{}\" is a path, not the name of a file.", e.fileName), e.fileName));
    return {};
}

bool isDayOrNone(Date date) {
    return date == Date{} || date.valid();
}

} // namespace

Result<void> WriterImpl::checkLink(const review::EvidenceLink& link) {
    PLUMB_TRY(question, this->question(link.question));
    if (!link.choice.empty() && !question->choiceIndex(link.choice))
        return fail(
            invalidReview(fmt::format("The question \"{}\" has no choice \"{}\".", link.question.question, link.choice),
                          link.choice));
    return {};
}

Result<void> WriterImpl::checkEvidence(const review::Evidence& e) {
    PLUMB_CHECK(checkEvidenceTexts(e));
    if (e.number < 0 || e.number > kMaxEvidenceNumber)
        return fail(invalidReview("The number of a piece of evidence is out of range.", e.id));
    if (!isDayOrNone(e.date) || !isDayOrNone(e.expires))
        return fail(invalidReview("A date of the evidence is not a day.", e.id));
    const bool hasContent = e.kind == review::EvidenceKind::File || e.kind == review::EvidenceKind::Image;
    if (!e.sha256.empty()) {
        PLUMB_TRY(size, blobSize(m_database, e.sha256));
        if (!hasContent || !size)
            return fail(invalidReview(
                fmt::format("The evidence \"{}\" names content that is not in the review.", e.title), e.sha256));
        if (*size != e.bytes)
            return fail(invalidReview(
                fmt::format("The evidence \"{}\" says {} bytes, its content has {}.", e.title, e.bytes, *size),
                e.sha256));
    } else if (e.bytes != 0) {
        return fail(invalidReview(fmt::format("The evidence \"{}\" has a size but no content.", e.title), e.id));
    }
    for (const review::EvidenceLink& link : e.links)
        PLUMB_CHECK(checkLink(link));
    return {};
}

Result<void> WriterImpl::putEvidence(const review::Evidence& evidence) {
    PLUMB_CHECK(checkEvidence(evidence));
    return watched(writeEvidence(evidence));
}

Result<int> WriterImpl::evidenceNumber(const review::Evidence& evidence) {
    PLUMB_TRY(stored, metaValue(m_database, "next_evidence"));
    int next = 1;
    std::from_chars(stored.data(), stored.data() + stored.size(), next);
    int number = evidence.number;
    if (number == 0) {
        PLUMB_TRY(query, m_database.query("SELECT number FROM evidence WHERE id = ?"));
        PLUMB_TRY(row, query.bind(evidence.id).step());
        number = row ? static_cast<int>(query.integer(0)) : next;
    }
    if (number >= next)
        PLUMB_CHECK(setMetaValue(m_database, "next_evidence", std::to_string(number + 1)));
    return number;
}

Result<void> WriterImpl::writeEvidence(review::Evidence e) {
    PLUMB_TRY(number, evidenceNumber(e));
    {
        PLUMB_TRY(query, m_database.query(
                             "INSERT INTO evidence(id, number, kind, title, source, url, text, file_name, "
                             "media_type, date, expires, strength, sha256, bytes, added_at, added_by) "
                             "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                             "number = excluded.number, kind = excluded.kind, title = excluded.title, "
                             "source = excluded.source, url = excluded.url, text = excluded.text, "
                             "file_name = excluded.file_name, media_type = excluded.media_type, "
                             "date = excluded.date, expires = excluded.expires, strength = excluded.strength, "
                             "sha256 = excluded.sha256, bytes = excluded.bytes, added_at = excluded.added_at, "
                             "added_by = excluded.added_by"));
        PLUMB_CHECK(query.bind(e.id)
                        .bind(number)
                        .bind(toText(e.kind))
                        .bind(e.title)
                        .bind(e.source)
                        .bind(e.url)
                        .bind(e.text)
                        .bind(e.fileName)
                        .bind(e.mediaType)
                        .bind(toIso(e.date))
                        .bind(toIso(e.expires))
                        .bind(toText(e.strength))
                        .bind(e.sha256)
                        .bind(static_cast<std::int64_t>(e.bytes))
                        .bind(e.addedAt.ms)
                        .bind(e.addedBy)
                        .run());
    }
    return writeLinks(e);
}

Result<void> WriterImpl::writeLinks(const review::Evidence& evidence) {
    const std::set<review::EvidenceLink> now(evidence.links.begin(), evidence.links.end());
    std::set<review::EvidenceLink> then;
    {
        PLUMB_TRY(query, m_database.query("SELECT lens_id, question_id, choice_id FROM evidence_link "
                                          "WHERE evidence_id = ?"));
        query.bind(evidence.id);
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                break;
            then.insert({{std::string(query.text(0)), std::string(query.text(1))}, std::string(query.text(2))});
        }
    }
    const auto change = [&](const review::EvidenceLink& link, std::string_view sql) -> Result<void> {
        PLUMB_TRY(query, m_database.query(sql));
        return query.bind(evidence.id).bind(link.question.lens).bind(link.question.question).bind(link.choice).run();
    };
    for (const review::EvidenceLink& link : then)
        if (!now.contains(link))
            PLUMB_CHECK(change(link, "DELETE FROM evidence_link WHERE evidence_id = ? AND lens_id = ? "
                                     "AND question_id = ? AND choice_id = ?"));
    for (const review::EvidenceLink& link : now)
        if (!then.contains(link))
            PLUMB_CHECK(change(link, "INSERT INTO evidence_link(evidence_id, lens_id, question_id, choice_id) "
                                     "VALUES(?, ?, ?, ?)"));
    return {};
}

Result<void> WriterImpl::removeEvidence(std::string_view id) {
    PLUMB_CHECK(watched(removeWhere("DELETE FROM finding_evidence WHERE evidence_id = ?", id)));
    PLUMB_CHECK(watched(removeWhere("DELETE FROM evidence_link WHERE evidence_id = ?", id)));
    return watched(removeWhere("DELETE FROM evidence WHERE id = ?", id));
}

Result<BlobInfo> WriterImpl::putBlob(ByteSource& source, const Progress& progress) {
    auto info = storeBlob(m_database, source, progress);
    if (info)
        m_storedContent = m_storedContent || !info->wasThere;
    else
        static_cast<void>(watched(fail(info.error())));
    return info;
}

} // namespace plumb::store
