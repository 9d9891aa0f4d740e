// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Full-text search over a review: an FTS5 index in a database of its own in memory
// (docs/decisions/0003-search-index-in-memory.md). Built on first use and kept fresh row by row; nothing of it is
// stored.
#pragma once

#include "core/store/database.h"
#include "core/store/load.h"
#include "core/store/project.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

/// The FTS5 expression for what a person typed: words match by prefix, "quoted words" as a phrase, all of them must
/// occur. Empty when there is nothing to look for. Never an expression that FTS5 refuses.
[[nodiscard]] std::string ftsExpression(std::string_view query);

class SearchIndex {
public:
    /// Notes what has to be read again before the next search. Costs nothing while nobody has searched.
    void refresh(const std::vector<RowChange>& rows);

    [[nodiscard]] Result<std::vector<SearchHit>> search(Database& review, LensCache& lenses, std::string_view query,
                                                        int limit);

private:
    /// What is indexed and replaced together: the workload, a question's answer, a piece of evidence, a finding, a
    /// questionnaire, the whole cost model.
    struct Scope {
        Table table = Table::Workload;
        std::string first, second;
        friend auto operator<=>(const Scope&, const Scope&) = default;
        [[nodiscard]] std::string key() const;
    };
    struct Document {
        std::string kind, lens, question, choice, evidence, finding, title, body, cost = {};
    };
    [[nodiscard]] Result<void> build(Database& review, LensCache& lenses);
    [[nodiscard]] Result<void> bringUpToDate(Database& review, LensCache& lenses);
    [[nodiscard]] Result<void> indexScope(Database& review, LensCache& lenses, const Scope& scope);
    [[nodiscard]] Result<void> add(const Scope& scope, const Document& document);
    [[nodiscard]] Result<void> addLens(const Scope& scope, const review::ReviewLens& lens);
    [[nodiscard]] Result<void> addAnswer(const Scope& scope, const review::Answer& answer);
    [[nodiscard]] Result<void> addEvidence(const Scope& scope, const review::Evidence& evidence);
    [[nodiscard]] Result<void> addFinding(const Scope& scope, const review::Finding& finding);
    [[nodiscard]] Result<void> addCosts(const Scope& scope, const review::Costs& costs);
    [[nodiscard]] Result<void> addWorkload(const review::Workload& workload);
    [[nodiscard]] Result<void> drop(const Scope& scope);

    std::unique_ptr<Database> m_index; ///< none before the first search
    std::set<Scope> m_stale;
    std::int64_t m_dataVersion = 0; ///< changes when another program wrote the file
};

} // namespace plumb::store
