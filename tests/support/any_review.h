// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generated reviews with something in every member, for properties; and when two reviews are the same.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/review/canonical.h"

#include <cstdint>
#include <string>
#endif

namespace plumb::testing {

/// A review as the store would load it, with `least` to `most` entries in each list. The same seed gives the same
/// review.
[[nodiscard]] review::Review anyReview(std::uint64_t seed, int most = 4, int least = 0);
/// The same content as `review` with the lists that have a stated order put in another one.
[[nodiscard]] review::Review shuffled(review::Review review, std::uint64_t seed);
/// Finds the lenses of `review`.
[[nodiscard]] review::LensByHash lensesOf(const review::Review& review);
/// Lenses by id, hashes and position; all else by value.
[[nodiscard]] bool sameReview(const review::Review& a, const review::Review& b);

} // namespace plumb::testing
