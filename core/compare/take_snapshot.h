// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bytes of a snapshot straight from a review, for who keeps the bytes and compares nothing.
#pragma once

#include "core/compare/state.h"

#include <string>

namespace plumb::compare {

/// What stands in a snapshot's "derived", without the review itself and without words of findings.
[[nodiscard]] State figuresOf(const review::Review& review, Date day);

/// The same bytes as snapshotBytes(stateOf(review, ..., day)), sooner: on two threads and without a copy of the review.
[[nodiscard]] std::string takeSnapshot(const review::Review& review, Date day);

} // namespace plumb::compare
