// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One axis of a chart as numbers: its range, where a value stands, its ticks and their words. Pure.
#pragma once

#include "core/report/chart.h"

#include <vector>

#include <QString>

namespace plumb::ui {

/// Values to px. A logarithmic scale has a range above zero; what lies below stands at its lower end.
struct ChartScale {
    double low = 0, high = 1;  ///< values; low < high
    double start = 0, end = 1; ///< px of low and high; end may lie before start
    bool logarithmic = false;

    [[nodiscard]] double at(double value) const;
    [[nodiscard]] double value(double px) const;
    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
};

struct ChartTick {
    double value = 0;
    QString text;
};

/// From the least to the largest value shown; empty (low > high) without values.
struct ChartRange {
    double low = 1, high = 0;
    double step = 0; ///< of its ticks; 0: free
    [[nodiscard]] bool empty() const noexcept { return low > high; }
    void take(double value);
    friend bool operator==(const ChartRange&, const ChartRange&) = default;
};

/// The range of an axis on which values are read (upright of most charts): from tick to tick, 3 to 5 steps, zero kept
/// when it is an end; the lower end of values around zero on half a step.
[[nodiscard]] ChartRange valueRange(const report::ChartAxis& axis, ChartRange data);
/// The range of an axis along which things are laid out: the values with a little room, none at zero.
/// `roomy`: also at the far end of what begins at zero, for marks that need it.
[[nodiscard]] ChartRange alongRange(const report::ChartAxis& axis, ChartRange data, bool roomy = false);

/// Ticks inside a range: the axis' own when it has some, else at most `most` on round values.
[[nodiscard]] std::vector<ChartTick> ticksOf(const report::ChartAxis& axis, const ChartRange& range, int most,
                                             const std::string& sign);

/// A value as people read it: "$16,704", "46 %", "month 5", "12 days", "7.04", true minus.
[[nodiscard]] QString valueText(double value, report::ValueFormat format, const std::string& sign);

} // namespace plumb::ui
