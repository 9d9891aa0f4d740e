// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What two sets of changes that are each in order can break together, and how it is set right: rows about questions
// that the questionnaire has no more, circles, names and numbers that are given twice. Each repair is told.
#pragma once

#include "core/lens/lens.h"
#include "core/store/merge_tables.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

/// What the repairs need beside the rows.
struct RepairTools {
    Side preferred = Side::Ours; ///< whose need stays when two close a circle
    int nextFinding = 1, nextEvidence = 1;
    std::function<Result<std::shared_ptr<const lens::Lens>>(std::string_view sha256, std::string_view lensId)> lens;
};

/// Changes `merged` so that the checks of the Writer and of verify hold for it; says what it did with things of the
/// other copy. Conflicts about what can't be there any more go.
[[nodiscard]] Result<std::vector<std::string>> repairMerged(const ThreeStates& states, MergedTables& merged,
                                                            const RepairTools& tools);

} // namespace plumb::store
