// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why the score moved, in parts that sum to the change (docs/compare.md derives them). Private to core/compare.
#pragma once

#include "core/compare/compare.h"
#include "core/compare/pairs.h"

#include <vector>

namespace plumb::compare {

struct Causes {
    ScoreCauses all;
    std::vector<double> points; ///< parallel to the pairs: what the answer of each question moved
};
[[nodiscard]] Causes causesOf(const std::vector<Pair>& pairs, const score::ScopeScore& before,
                              const score::ScopeScore& after);

} // namespace plumb::compare
