// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/effort_quadrants.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace plumb::ui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::EffortQuadrants", text);
}

} // namespace

QString quadrantName(Quadrant quadrant) {
    switch (quadrant) {
    case Quadrant::QuickWins:
        return words("Quick wins");
    case Quadrant::PlanWithCare:
        return words("Plan with care");
    case Quadrant::WhenNearby:
        return words("When nearby");
    case Quadrant::Later:
        break;
    }
    return words("Later");
}

QuadrantLines quadrantLines(const std::vector<PlanStep>& steps) {
    QuadrantLines lines;
    std::vector<double> values;
    for (const PlanStep& step : steps)
        values.push_back(step.value);
    if (values.empty())
        return lines;
    std::sort(values.begin(), values.end());
    const double high = values[values.size() / 2];
    // The line stands in the middle of the gap below, so that no mark stands on it.
    const auto first = std::lower_bound(values.begin(), values.end(), high);
    lines.value = first != values.begin() && *(first - 1) > 0 ? std::sqrt(high * *(first - 1)) : high * 0.7;
    return lines;
}

Quadrant quadrantOf(const PlanStep& step, const QuadrantLines& lines) noexcept {
    const bool little = step.days < lines.days;
    if (little) // core says what a quick win is
        return step.quickWin ? Quadrant::QuickWins : Quadrant::WhenNearby;
    return step.value >= lines.value ? Quadrant::PlanWithCare : Quadrant::Later;
}

} // namespace plumb::ui
