// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of the project file as values of core/review. Everything that comes out has been checked: enums are known, texts
// are UTF-8, dates are days, needs of findings
// close no circle, lenses parse and have the hash they are stored under; else "store.hostile" or
// "store.damaged" with the table and the key. Transactions are the caller's.
#pragma once

#include "core/base/result.h"
#include "core/review/review.h"
#include "core/store/database.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::store {

/// Lenses and overlays that were parsed before, by the hash of their bytes.
class LensCache {
public:
    /// The lens with its id set to `lensId`.
    [[nodiscard]] Result<std::shared_ptr<const lens::Lens>> lens(Database& database, std::string_view sha256,
                                                                 std::string_view lensId);
    /// An empty overlay for an empty hash.
    [[nodiscard]] Result<std::shared_ptr<const lens::Overlay>> overlay(Database& database, std::string_view sha256);
    /// Parses bytes that are about to be stored; refuses what could not be loaded again ("lens.unusable",
    /// "overlay.invalid").
    [[nodiscard]] Result<std::shared_ptr<const lens::Lens>> parse(std::string_view bytes, std::string_view lensId);
    [[nodiscard]] Result<std::shared_ptr<const lens::Overlay>> parseOverlay(std::string_view bytes);

private:
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const lens::Lens>> m_lenses; ///< hash, id
    std::map<std::string, std::shared_ptr<const lens::Overlay>, std::less<>> m_overlays;
};

/// "store.noLens" (Usage) when the file does not hold this text of a questionnaire or overlay.
[[nodiscard]] Result<void> mustHoldLens(Database& database, std::string_view lensId, std::string_view sha256);

/// A row of the lens table.
struct LensRow {
    std::string lensId, name, sha256, overlaySha256;
    int position = 0;
    friend bool operator==(const LensRow&, const LensRow&) = default;
};

[[nodiscard]] Result<review::Workload> readWorkload(Database& database);
[[nodiscard]] Result<std::vector<LensRow>> readLensRows(Database& database); ///< by position, then id
[[nodiscard]] Result<std::vector<review::ReviewLens>> readLenses(Database& database, LensCache& cache);
[[nodiscard]] Result<review::Answer> readAnswer(Database& database, const QuestionKey& key);
[[nodiscard]] Result<std::map<QuestionKey, review::Answer>> readAnswers(Database& database);
[[nodiscard]] Result<std::vector<review::Participant>> readParticipants(Database& database); ///< by name, then id
[[nodiscard]] Result<std::vector<review::Evidence>> readEvidence(Database& database);        ///< by number, then id
[[nodiscard]] Result<std::vector<review::Finding>> readFindings(Database& database);         ///< by number, then key
[[nodiscard]] Result<review::Planning> readPlanning(Database& database);               ///< defaults when there is none
[[nodiscard]] Result<std::vector<review::ReviewEvent>> readEvents(Database& database); ///< by date, then id
/// The cost model but its prices, vectors in the order people put them.
[[nodiscard]] Result<review::Costs> readCostModel(Database& database);
[[nodiscard]] Result<std::vector<review::Price>> readPrices(Database& database); ///< by subject, then field
[[nodiscard]] Result<review::Costs> readCosts(Database& database);               ///< both

} // namespace plumb::store
