// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Writer that Project::run hands out. Each function checks everything before its first write, so that a refused
// value leaves no trace; compares with what is stored; and writes only the rows that differ, which keeps changesets
// small and merges cell by cell.
#pragma once

#include "core/store/database.h"
#include "core/store/load.h"
#include "core/store/project.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

class WriterImpl final : public Writer {
public:
    WriterImpl(Database& database, LensCache& lenses) noexcept : m_database(database), m_lenses(lenses) {}

    Result<void> putWorkload(const review::Workload& workload) override;
    Result<void> putLens(std::string_view lensId, std::string_view name, std::string_view lensBytes,
                         std::string_view overlayBytes, int position) override;
    Result<void> putLensByHash(std::string_view lensId, std::string_view name, std::string_view sha256,
                               std::string_view overlaySha256, int position) override;
    Result<void> removeLens(std::string_view lensId) override;
    Result<void> putAnswer(const QuestionKey& key, const review::Answer& answer) override;
    Result<void> putParticipant(const review::Participant& person) override;
    Result<void> removeParticipant(std::string_view id) override;
    Result<void> putEvidence(const review::Evidence& evidence) override;
    Result<void> removeEvidence(std::string_view id) override;
    Result<int> putFinding(const review::Finding& finding) override;
    Result<void> removeFinding(std::string_view key) override;
    Result<void> putPlanning(const review::Planning& planning) override;
    Result<void> putEvent(const review::ReviewEvent& event) override;
    Result<void> removeEvent(std::string_view id) override;
    Result<void> putCosts(const review::Costs& costs) override;
    Result<void> putPrices(const std::vector<review::Price>& prices) override;
    Result<void> putSnapshot(const SnapshotRecord& record, std::string_view bytes) override;
    Result<BlobInfo> putBlob(ByteSource& source, const Progress& progress) override;

    /// Something outside the changeset was stored (content, a questionnaire's text).
    [[nodiscard]] bool storedContent() const noexcept { return m_storedContent; }
    /// A write that began and failed: the command can't be completed whatever `work` answers.
    [[nodiscard]] const std::optional<Error>& broken() const noexcept { return m_broken; }

private:
    /// Keeps the first failure of the disk or the database.
    Result<void> watched(Result<void> result);

    [[nodiscard]] Result<void> checkAnswer(const QuestionKey& key, const review::Answer& answer);
    [[nodiscard]] Result<void> writeAnswer(const QuestionKey& key, const review::Answer& answer);
    [[nodiscard]] Result<void> writeAnswerRow(const QuestionKey& key, const review::Answer& now,
                                              const review::Answer& then);
    [[nodiscard]] Result<void> writeChoices(const QuestionKey& key, const review::Answer& now,
                                            const review::Answer& then);
    [[nodiscard]] Result<void> writePeople(const QuestionKey& key, const review::Answer& now,
                                           const review::Answer& then);
    [[nodiscard]] Result<void> writeReconfirm(const QuestionKey& key, const review::Answer& now,
                                              const review::Answer& then);
    [[nodiscard]] Result<void> writeSnapshot(const SnapshotRecord& record, std::string_view bytes);
    [[nodiscard]] Result<void> writeLens(const LensRow& row, std::string_view lensBytes, std::string_view overlayBytes);
    [[nodiscard]] Result<void> writeLensRow(const LensRow& row);
    [[nodiscard]] Result<void> writeSource(std::string_view sha256, std::string_view bytes);
    [[nodiscard]] Result<void> checkEvidence(const review::Evidence& evidence);
    [[nodiscard]] Result<void> checkLink(const review::EvidenceLink& link);
    [[nodiscard]] Result<void> writeEvidence(review::Evidence evidence);
    [[nodiscard]] Result<void> writeLinks(const review::Evidence& evidence);
    [[nodiscard]] Result<int> evidenceNumber(const review::Evidence& evidence);
    [[nodiscard]] Result<void> checkFinding(const review::Finding& finding);
    [[nodiscard]] Result<void> checkFindingKey(const review::Finding& finding);
    [[nodiscard]] Result<void> checkFindingLinks(const review::Finding& finding);
    [[nodiscard]] Result<void> checkNumber(const review::Finding& finding);
    [[nodiscard]] Result<int> writeFinding(const review::Finding& finding);
    [[nodiscard]] Result<int> findingNumber(const review::Finding& finding);
    [[nodiscard]] Result<void> writeFindingLinks(const review::Finding& finding);
    [[nodiscard]] Result<void> writePlanningRow(const review::Planning& planning);
    [[nodiscard]] Result<void> writePriorities(const review::Planning& planning);
    /// Makes the rows of a link table of the finding `key` those of `now`: the values of `columns` (texts) in each.
    [[nodiscard]] Result<void> writeLinkRows(std::string_view table, std::string_view columns, std::string_view key,
                                             const std::set<std::vector<std::string>>& now);
    [[nodiscard]] Result<bool> exists(std::string_view sql, std::string_view key);
    /// The question, or "review.invalid" naming what there is not.
    [[nodiscard]] Result<const lens::Question*> question(const QuestionKey& key);
    [[nodiscard]] Result<void> removeWhere(std::string_view sql, std::string_view key);

    Database& m_database;
    LensCache& m_lenses;
    bool m_storedContent = false;
    std::optional<Error> m_broken;
};

/// The number that a new finding gets: never one that was given before, also to one that is gone.
[[nodiscard]] Result<int> nextFindingNumber(Database& database);

} // namespace plumb::store
