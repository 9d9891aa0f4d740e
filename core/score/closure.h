// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of a set of jobs that is worth most for its days and waits for nothing outside itself. Private to
// core/score.
#pragma once

#include "core/score/sequence.h"

namespace plumb::score {

/// Of the jobs `among` (whose needs outside `among` count as done), a set closed under needs with the highest ratio of
/// summed weight to summed days; in ascending order, never empty unless `among` is.
[[nodiscard]] std::vector<std::size_t> densestClosed(const std::vector<Job>& jobs,
                                                     const std::vector<std::size_t>& among);

} // namespace plumb::score
