// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Charts by hand with the figures of the mocks: one of each kind that the cost pages show.
#pragma once

#include "core/report/chart.h"

#include <vector>

namespace plumb::test {

[[nodiscard]] report::Chart sampleWaterfall();
[[nodiscard]] report::Chart sampleCumulative();
[[nodiscard]] report::Chart sampleConfidence();
[[nodiscard]] report::Chart sampleHistogram();
[[nodiscard]] report::Chart sampleTornado();
[[nodiscard]] report::Chart sampleBreakEven();
[[nodiscard]] report::Chart sampleFrontier();
[[nodiscard]] report::Chart sampleLoss();
[[nodiscard]] report::Chart sampleCompared(); ///< four S-curves
[[nodiscard]] report::Chart sampleTrend();    ///< hatched band over categories
[[nodiscard]] report::Chart sampleEmpty();

/// All of them, in this order.
[[nodiscard]] std::vector<report::Chart> sampleCharts();

} // namespace plumb::test
