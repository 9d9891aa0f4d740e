// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_charts.h"

#include "core/report/chart_words.h"
#include "core/report/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace plumb::report {
namespace {

constexpr double kNothing = 1e-9; ///< points that rounding alone makes

struct Cause {
    std::string_view name;
    double points = 0;
    bool several = true; ///< "answers bring", else "a lens version brings"
    std::string_view inSentence;
};

std::vector<Cause> causesOf(const compare::ScoreCauses& causes) {
    std::vector<Cause> all{{"Better answers", causes.betterAnswers, true, "better answers"},
                           {"Worse answers", causes.worseAnswers, true, "worse answers"},
                           {"First answers", causes.firstAnswers, true, "first answers"},
                           {"Answers taken back", causes.lostAnswers, true, "answers taken back"},
                           {"New lens version", causes.lens, false, "a new lens version"},
                           {"Other scope", causes.scope, false, "another scope"},
                           {"Other weights", causes.weights, true, "other weights"}};
    std::erase_if(all, [](const Cause& cause) { return std::abs(cause.points) < kNothing; });
    return all;
}

/// "24"; one decimal where whole points would hide it: "0.4".
std::string points(double amount) {
    const double size = std::abs(amount);
    if (size >= 0.95)
        return wholeNumber(size);
    return size < 0.05 ? "less than 0.1" : fmt::format("{:.1f}", size);
}

std::string signedPoints(double amount) {
    const bool tiny = std::abs(amount) < 0.05;
    return fmt::format("{}{}", amount < 0 ? kMinus : "+", tiny ? "0.0" : points(amount));
}

std::string pointsWord(double amount) {
    return points(amount) + (points(amount) == "1" ? " point" : " points");
}

void addTotal(Chart& chart, const std::string& name, double score) {
    ChartBar bar;
    bar.position = static_cast<double>(chart.categories.size());
    bar.to = score;
    bar.colour = ChartColour::Total;
    bar.label = wholeNumber(score);
    bar.strong = true;
    bar.hover = fmt::format("{}: score {}", name, wholeNumber(score));
    chart.bars.push_back(std::move(bar));
    chart.categories.push_back({name, {}, true, {}});
}

void addCauses(Chart& chart, const std::vector<Cause>& causes, double level) {
    for (const Cause& cause : causes) {
        ChartBar bar;
        bar.position = static_cast<double>(chart.categories.size());
        bar.from = level;
        bar.to = level + cause.points;
        bar.colour = cause.points < 0 ? ChartColour::Worse : ChartColour::Saving;
        bar.label = signedPoints(cause.points);
        bar.hover =
            fmt::format("{} {} {}", cause.name,
                        cause.points < 0 ? (cause.several ? "take" : "takes") : (cause.several ? "bring" : "brings"),
                        pointsWord(cause.points));
        chart.connectors.push_back({{bar.position - 1, level}, {bar.position, level}});
        level = bar.to;
        chart.bars.push_back(std::move(bar));
        chart.categories.push_back({std::string(cause.name), {}, false, {}});
    }
    const double end = static_cast<double>(chart.categories.size());
    chart.connectors.push_back({{end - 1, level}, {end, level}});
}

std::string clause(const Cause& cause, bool first) {
    const std::string_view verb =
        cause.points < 0 ? (cause.several ? "take" : "takes") : (cause.several ? "bring" : "brings");
    return fmt::format("{} {} {}", cause.inSentence, verb, first ? pointsWord(cause.points) : points(cause.points));
}

/// The greatest part that goes the way of the score, and the greatest against it.
std::string conclusionOf(const compare::ScoreCauses& causes, const std::vector<Cause>& parts) {
    if (parts.empty())
        return "Nothing moved the score.";
    const bool up = causes.after >= causes.before;
    const auto greatest = [&](bool positive) -> const Cause* {
        const Cause* found = nullptr;
        for (const Cause& part : parts)
            if ((part.points > 0) == positive && (!found || std::abs(part.points) > std::abs(found->points)))
                found = &part;
        return found;
    };
    const Cause *with = greatest(up), *against = greatest(!up);
    if (!with)
        std::swap(with, against);
    std::string out = capitalised(clause(*with, true));
    if (against)
        out += ", " + clause(*against, false);
    return out + ".";
}

void addTable(Chart& chart, const compare::Comparison& comparison) {
    const compare::ScoreCauses& causes = comparison.causes;
    chart.table.heads = {"Cause", "Points"};
    chart.table.rows = {{comparison.from, causes.before},
                        {"Better answers", causes.betterAnswers},
                        {"Worse answers", causes.worseAnswers},
                        {"First answers", causes.firstAnswers},
                        {"Answers taken back", causes.lostAnswers},
                        {"New lens version", causes.lens},
                        {"Other scope", causes.scope},
                        {"Other weights", causes.weights},
                        {comparison.to, causes.after}};
}

} // namespace

Chart scoreCausesChart(const compare::Comparison& comparison) {
    Chart chart;
    chart.id = "score-causes";
    chart.title = "Why the score moved";
    const compare::ScoreCauses& causes = comparison.causes;
    if (!causes.known) {
        chart.empty = fmt::format("Nothing is answered in the {} of the two, so there is no score that could have "
                                  "moved. Choose another state, or answer a question.",
                                  comparison.before.score ? "second" : "first");
        return chart;
    }
    const std::vector<Cause> parts = causesOf(causes);
    addTotal(chart, capitalised(comparison.from), causes.before);
    addCauses(chart, parts, causes.before);
    addTotal(chart, capitalised(comparison.to), causes.after);
    chart.yAxis.low = 0.0;
    chart.conclusion = conclusionOf(causes, parts);
    addTable(chart, comparison);
    return chart;
}

} // namespace plumb::report
