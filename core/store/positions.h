// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers that keep rows in the order in which people put them, chosen so that a change of the order rewrites few rows.
#pragma once

#include <cstdint>
#include <vector>

namespace plumb::store {

inline constexpr std::int64_t kPositionStep = 1000; ///< between rows that are added one after the other
inline constexpr std::int64_t kMaxPosition = 1'000'000'000'000'000;

/// Positions that go up from row to row, 1 to kMaxPosition. `then` holds what each row, in its new order, had before: 0
/// for a new one. As many as possible keep theirs; the others go between them, and only when there is no room there all
/// are numbered anew.
[[nodiscard]] std::vector<std::int64_t> positionsFor(const std::vector<std::int64_t>& then);

} // namespace plumb::store
