// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The heat maps of two states, cell by cell. Private to core/compare.
#pragma once

#include "core/compare/compare.h"
#include "core/compare/pairs.h"

#include <vector>

namespace plumb::compare {

/// For each lens (second review first) its framework pillars, then its total; the totals of the framework pillars last,
/// then all. Cells that neither side has are left out.
[[nodiscard]] std::vector<GroupChange> groupChanges(const std::vector<Pair>& pairs);

} // namespace plumb::compare
