// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cost_chart_parts.h"

#include "core/report/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace plumb::report {

Chart chartOf(std::string id, std::string title, std::string sign) {
    Chart chart;
    chart.id = std::move(id);
    chart.title = std::move(title);
    chart.currency = std::move(sign);
    return chart;
}

const cost::ScenarioPicture* foreground(const CostChartContext& context) noexcept {
    return context.picture.scenarios.empty() ? nullptr : &context.picture.scenarios.front();
}

ChartColour scenarioColour(std::size_t place) noexcept {
    static constexpr std::array<ChartColour, cost::kMostCompared> kColours{ChartColour::Series1, ChartColour::Series2,
                                                                           ChartColour::Series3, ChartColour::Series4};
    return kColours[place % kColours.size()];
}

const std::string& scenarioName(const CostChartContext& context, std::size_t place) {
    return context.spec.scenarios[context.picture.scenarios[place].scenario].name;
}

std::string signOf(const CostChartContext& context) {
    return currencySign(context.spec.currency);
}

std::string columnHead(std::string_view what, const CostChartContext& context) {
    std::string sign = signOf(context);
    if (sign.back() == ' ')
        sign.pop_back();
    return fmt::format("{}, {}", what, sign);
}

std::string scenarioHead(const CostChartContext& context, std::size_t place, std::string_view what) {
    if (context.picture.scenarios.size() < 2)
        return columnHead(what, context);
    return columnHead(fmt::format("{}: {}", scenarioName(context, place), what), context);
}

bool spreads(const cost::Spread& spread) noexcept {
    return spread.p90 > spread.p10;
}

bool varies(const cost::ScenarioPicture& scenario) noexcept {
    return !scenario.savings.empty() && scenario.savings.back() > scenario.savings.front();
}

std::string rangeHover(const cost::Spread& spread, std::string_view sign) {
    if (!spreads(spread))
        return {};
    const auto [low, high] = shortRange(spread.p10, spread.p90, sign);
    return fmt::format(", P10{}P90 {} to {}", kEnDash, low, high);
}

std::string noScenario(const CostChartContext& context) {
    return context.spec.scenarios.empty() ? "There is no scenario yet. Make one and switch measures on."
                                          : "No scenario is chosen. Choose one to see what it saves.";
}

std::string linkOf(const CostChartContext& context, std::size_t measure) {
    const std::string key = context.findingOf ? context.findingOf(measure).second : std::string();
    return key.empty() ? "measure:" + context.spec.measures[measure].id : "finding:" + key;
}

std::string codeOf(const CostChartContext& context, std::size_t measure) {
    return context.findingOf ? context.findingOf(measure).first : std::string();
}

double shareOfLosses(const cost::ScenarioPicture& scenario) {
    const std::vector<double>& at = scenario.savings;
    const auto end = std::lower_bound(at.begin(), at.end(), 0.0);
    if (end == at.begin() || at.size() < 2)
        return 0;
    if (end == at.end())
        return 1;
    const double below = *(end - 1);
    return (static_cast<double>(end - 1 - at.begin()) - below / (*end - below)) / static_cast<double>(at.size() - 1);
}

std::string lossesSentence(const cost::ScenarioPicture& scenario) {
    const double share = shareOfLosses(scenario);
    return share > 0 ? fmt::format(" {} of them cost more than now.", percent(share)) : std::string();
}

namespace {

/// The name of the item or measure; its id when it is not there.
const std::string& ownerOf(const cost::Spec& spec, const cost::Input& input) {
    const auto after = [&input](std::string_view start) -> std::optional<std::size_t> {
        std::string_view rest = input.pointer;
        if (!rest.starts_with(start))
            return std::nullopt;
        rest.remove_prefix(start.size());
        std::size_t k = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), k);
        if (error != std::errc() || (end != rest.data() + rest.size() && *end != '/'))
            return std::nullopt;
        return k;
    };
    if (const auto k = after("/items/"); k && *k < spec.items.size())
        return spec.items[*k].name;
    if (const auto m = after("/measures/"); m && *m < spec.measures.size())
        return spec.measures[*m].name;
    return input.owner;
}

} // namespace

std::string inputName(const cost::Spec& spec, const cost::Input& input) {
    return fmt::format("{} {}", ownerOf(spec, input), fieldWords(input.field));
}

std::string inputLabel(const cost::Spec& spec, const cost::Input& input) {
    return fmt::format("{}, {}", capitalised(fieldWords(input.field)), ownerOf(spec, input));
}

std::string inputOf(const cost::Spec& spec, const cost::Input& input) {
    return fmt::format("{} of {}", fieldWords(input.field), ownerOf(spec, input));
}

} // namespace plumb::report
