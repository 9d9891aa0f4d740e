// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Good sets of measures where there are too many to try them all. Only for core/cost; callers use frontier.h.
#pragma once

#include "core/cost/frontier.h"
#include "core/cost/groups.h"

#include <vector>

namespace plumb::cost {

/// Efficient ones of the sets of a group that a beam search comes by, the empty one among them. `candidates` is the
/// list that the group was made of. Every set keeps the rules.
[[nodiscard]] std::vector<FrontierPoint> searchedPoints(const Group& group, const std::vector<std::size_t>& candidates);

} // namespace plumb::cost
