// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From points of a metric to the utilisation of an item. Private to the CloudWatch reader.
#pragma once

#include "core/exchange/cost_import.h"
#include "core/exchange/list_import.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange::lists {

struct MetricPoint {
    double value = 0;
    std::uint64_t line = 0;
};

/// A column of a metric file. Texts are empty when the file does not have them.
struct Metric {
    std::string label, fullLabel, unit, statistic;
    std::size_t percentSigns = 0; ///< values that were written with a percent sign
    std::vector<MetricPoint> points;
};

/// What the values of a metric are.
enum class Scale { Percent, Share, None };

/// By unit, then name, then range: "Percent" and CPUUtilization are percent whatever the values; a name that only says
/// load or utilisation is a share when no value is above 1; counts, bytes, times and sums are none.
[[nodiscard]] Scale scaleOf(const Metric& metric);

/// The metric as a load, and each of its points in the account: mapped by its label, left out when the metric is no
/// utilisation, is never above 0, or goes above 100 % (SageMaker adds up GPUs and cores), refused when below 0. The
/// field's value is a PERT whose mean is the measured one, between P10 and P90 where those can hold it, else between
/// the lowest and highest value; a point when there is no spread.
[[nodiscard]] std::optional<MeasuredLoad> loadOf(const Metric& metric, std::string_view source, ListAccount& account);

} // namespace plumb::exchange::lists
