// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was derived from a review when a snapshot of it was taken, as it stands in the snapshot. Private to
// core/compare.
#pragma once

#include "core/base/json_fwd.h"
#include "core/compare/state.h"
#include "core/review/canonical_fields.h"

#include <string>

namespace plumb::compare {

/// {"currency","findings","money","overall","questions"}: findings by key, money with the baseline first, questions by
/// lens and id.
[[nodiscard]] std::string derivedText(const State& state);

/// Fills score, range, coverage and questions of `stored`; what is wrong goes to `faults`.
void readDerived(const Json& derived, const std::string& pointer, StoredResults& stored, review::Faults& faults);

} // namespace plumb::compare
