// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The four parts of the effort chart, and which step stands in which. Chart, lists and tests ask here.
#pragma once

#include "ui/pages/plan_steps.h"

#include <vector>

#include <QString>

namespace plumb::ui {

/// By effort and worth. In reading order.
enum class Quadrant : std::uint8_t { QuickWins, PlanWithCare, WhenNearby, Later };
inline constexpr std::size_t kQuadrants = 4;
[[nodiscard]] QString quadrantName(Quadrant quadrant);

/// Where the chart divides: below this many person-days is little effort, from this worth on is high impact. Which of
/// the small ones are quick wins is core's to say.
struct QuadrantLines {
    double days = 2.24; ///< the middle of S (1) and M (5) on the axis
    double value = 1.0; ///< just below the median, so that half of the steps are worth more
};
[[nodiscard]] QuadrantLines quadrantLines(const std::vector<PlanStep>& steps);
[[nodiscard]] Quadrant quadrantOf(const PlanStep& step, const QuadrantLines& lines) noexcept;

} // namespace plumb::ui
