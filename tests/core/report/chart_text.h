// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart as lines of text, so that a test can say what is shown; and the charts of the sample.
#pragma once

#include "core/base/json.h"
#include "core/cost/spec.h"
#include "core/report/cost_charts.h"
#include "tests/support/cost_sample.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <sstream>
#include <string>

namespace plumb::test {

inline cost::Spec costSpec(const std::string& text) {
    const JsonDocument document = parseJson(text);
    auto spec = cost::readSpec(document.root);
    if (!document.usable || !spec)
        qFatal("%s", spec ? "not JSON" : spec.error().messages.front().text.c_str());
    return *spec;
}

/// The specification of the sample after `change`, its picture, and findings of some measures.
struct Sample {
    cost::Spec spec;
    cost::CostPicture picture;

    explicit Sample(std::vector<std::size_t> scenarios = {0}, const std::function<void(cost::Spec&)>& change = {},
                    bool slow = true)
        : spec(costSpec(kCostSample)) {
        if (change)
            change(spec);
        cost::PictureOptions options;
        options.scenarios = std::move(scenarios);
        options.trials = 5000;
        options.seed = 7;
        options.threads = 2;
        options.slow = slow;
        auto made = cost::pictureOf(spec, options);
        if (!made)
            qFatal("%s", made.error().text.c_str());
        picture = std::move(*made);
    }

    [[nodiscard]] report::CostChartContext context() const {
        return {spec, picture, [](std::size_t measure) -> std::pair<std::string, std::string> {
                    if (measure > 1)
                        return {};
                    return {"F-05", "lens/idle-endpoints"};
                }};
    }
};

inline std::string textOf(const report::Chart& chart) {
    std::ostringstream out;
    out << chart.title << "\n" << chart.conclusion << "\n";
    if (!chart.empty.empty())
        out << "empty: " << chart.empty << "\n";
    for (const report::ChartCategory& category : chart.categories)
        out << "category " << category.name << " [" << category.sub << "] " << category.link << "\n";
    for (const report::ChartBar& bar : chart.bars)
        out << "bar " << bar.position << ": " << bar.from << " to " << bar.to << " \"" << bar.label << "\" "
            << bar.hover << "\n";
    for (const report::ChartLine& line : chart.lines)
        out << "line " << line.name << ", " << line.points.size() << " points\n";
    for (const report::ChartMark& mark : chart.marks)
        out << "mark " << mark.label << " at " << mark.at.x << ", " << mark.at.y << "\n";
    for (const report::ChartZone& zone : chart.zones)
        out << "zone of " << zone.outline.size() << "\n";
    return out.str();
}

} // namespace plumb::test
