// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cost model to look at and to test with: the bill of a claims assistant, measures against it, two scenarios.
#pragma once

#include "core/review/costs.h"

namespace plumb::test {

/// Eight items of about $31,000 a month and eight measures, two of which exclude each other.
[[nodiscard]] review::Costs northwindCosts();
/// Two items (1,000 and 200 a month) and two measures that halve one each; the second needs the first.
[[nodiscard]] review::Costs smallCosts();

} // namespace plumb::test
