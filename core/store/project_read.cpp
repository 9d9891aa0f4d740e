// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading: the review as values, content, search.
#include "core/store/blob_store.h"
#include "core/store/io_errors.h"
#include "core/store/project_impl.h"
#include "core/store/writer.h"

#include <fmt/format.h>

namespace plumb::store {
Result<review::Review> ProjectImpl::load() {
    return atOneMoment(database(), [&]() -> Result<review::Review> {
        review::Review review;
        PLUMB_TRY(fileId, metaValue(database(), "file_id"));
        PLUMB_TRY(createdAt, metaValue(database(), "created_at"));
        const auto created = parseInstant(createdAt);
        if (fileId.empty() || !created)
            return fail(ErrorKind::Refused, "store.damaged",
                        fmt::format("{} does not say which review it is.", quotedName(m_path)), m_path.string());
        review.fileId = fileId;
        review.createdAt = *created;
        PLUMB_TRY(workload, readWorkload(database()));
        review.workload = std::move(workload);
        PLUMB_TRY(lenses, readLenses(database(), m_lenses));
        review.lenses = std::move(lenses);
        PLUMB_TRY(answers, readAnswers(database()));
        review.answers = std::move(answers);
        PLUMB_TRY(participants, readParticipants(database()));
        review.participants = std::move(participants);
        PLUMB_TRY(evidence, readEvidence(database()));
        review.evidence = std::move(evidence);
        PLUMB_TRY(findings, readFindings(database()));
        review.findings = std::move(findings);
        PLUMB_TRY(planning, readPlanning(database()));
        review.planning = std::move(planning);
        PLUMB_TRY(events, readEvents(database()));
        review.events = std::move(events);
        PLUMB_TRY(costs, readCosts(database()));
        review.costs = std::move(costs);
        return review;
    });
}

Result<review::Answer> ProjectImpl::loadAnswer(const QuestionKey& key) {
    return atOneMoment(database(), [&] { return readAnswer(database(), key); });
}

Result<review::Workload> ProjectImpl::loadWorkload() {
    return readWorkload(database());
}

Result<std::vector<review::ReviewLens>> ProjectImpl::loadLenses() {
    return atOneMoment(database(), [&] { return readLenses(database(), m_lenses); });
}

Result<std::vector<review::Participant>> ProjectImpl::loadParticipants() {
    return readParticipants(database());
}

Result<std::vector<review::Evidence>> ProjectImpl::loadEvidence() {
    return atOneMoment(database(), [&] { return readEvidence(database()); });
}

Result<std::vector<review::Finding>> ProjectImpl::loadFindings() {
    return atOneMoment(database(), [&] { return readFindings(database()); });
}

Result<int> ProjectImpl::nextFindingNumber() {
    return atOneMoment(database(), [&] { return store::nextFindingNumber(database()); });
}

Result<review::Planning> ProjectImpl::loadPlanning() {
    return atOneMoment(database(), [&] { return readPlanning(database()); });
}

Result<std::vector<review::ReviewEvent>> ProjectImpl::loadEvents() {
    return readEvents(database());
}

Result<review::Costs> ProjectImpl::loadCosts() {
    return atOneMoment(database(), [&] { return readCosts(database()); });
}

Result<void> ProjectImpl::readBlob(std::string_view sha256, ByteSink& sink, const Progress& progress) {
    return atOneMoment(database(), [&] { return streamBlob(database(), sha256, sink, progress); });
}

Result<std::vector<SearchHit>> ProjectImpl::search(std::string_view query, int limit) {
    return atOneMoment(database(), [&] { return m_search.search(database(), m_lenses, query, limit); });
}

} // namespace plumb::store
