// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What differs between two versions of a questionnaire, down to choice, text and rule.
#pragma once

#include "core/lens/lens.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

enum class ChangeKind { New, Removed, Changed, Moved };
enum class ChangeLevel { Lens, Pillar, Question, Choice, Text, Rules };
[[nodiscard]] std::string_view toText(ChangeKind kind) noexcept; ///< "new", "removed", "changed", "moved"
[[nodiscard]] std::string_view
toText(ChangeLevel level) noexcept; ///< "lens", "pillar", "question", "choice", "text", "rules"

/// One difference. `id` is "PILLAR", "QUESTION" or "QUESTION/CHOICE" (empty for the lens); for level Text `field` names
/// the field and before/after hold the texts; for Rules before/after hold the rules, one "condition -> risk" a line;
/// for Moved the pillar before and after.
struct Change {
    ChangeKind kind = ChangeKind::Changed;
    ChangeLevel level = ChangeLevel::Lens;
    std::string id;
    std::string field;
    std::string before, after;
    friend bool operator==(const Change&, const Change&) = default;
};

/// In order of the new lens, removed ones after their pillar's. Empty when the lenses mean the same.
[[nodiscard]] std::vector<Change> diff(const Lens& before, const Lens& after);

} // namespace plumb::lens
