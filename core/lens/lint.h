// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks of a questionnaire's logic by truth table (risk.md section 2, S101-S107), and the reachable levels of a
// question.
#pragma once

#include "core/lens/lens.h"

#include <array>
#include <vector>

namespace plumb::lens {

/// How many questions (S105: choices) each check found; index 0 is S101.
using LintCounts = std::array<std::size_t, 7>;

struct LintReport {
    LintCounts counts{};
    std::vector<Message> messages; ///< in file order; pointer of the question, or of the choice for S105
};

/// Runs S101-S107 over a lens. Truth tables are bit-parallel: 64 states a word, 2^n states for n practices. Questions
/// with more than 20 practices are not judged (A006 has already said that AWS would reject them).
[[nodiscard]] LintReport lint(const Lens& lens);

/// Highest and lowest level over the states of risk.md section 2 (the same states as lint, nothing ticked included);
/// {High, None} when no state matches a rule. The reader stores the answer in Question::worstReachable and
/// bestReachable.
struct Reachable {
    Risk worst = Risk::High, best = Risk::None;
};
[[nodiscard]] Reachable reachable(const Question& question);

} // namespace plumb::lens
