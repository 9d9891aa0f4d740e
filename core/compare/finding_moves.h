// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of every finding between two states. Private to core/compare.
#pragma once

#include "core/compare/compare.h"

#include <vector>

namespace plumb::compare {

/// In the order of the second register (worst first), then those that only the first has.
[[nodiscard]] std::vector<FindingChange> findingMoves(const State& before, const State& after);

} // namespace plumb::compare
