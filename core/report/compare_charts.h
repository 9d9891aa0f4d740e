// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of a comparison, for the Compare page and the report alike. Each says its conclusion in a sentence that
// holds for the figures it shows. Pure: same input, same chart.
#pragma once

#include "core/compare/compare.h"
#include "core/report/chart.h"

#include <vector>

namespace plumb::report {

/// Why the score moved: from the score before to the score after, a bar for each cause that moved it.
[[nodiscard]] Chart scoreCausesChart(const compare::Comparison& comparison);

/// The score over all reviews, in the order given, the present last; the hatched range is what was not answered yet.
[[nodiscard]] Chart trendChart(const std::vector<compare::TrendPoint>& points);

} // namespace plumb::report
