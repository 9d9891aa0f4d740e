// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/plan_checks.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/words.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

/// What a review cannot hold, beside what readSpec refuses. Pointers are those of writeCosts().
class StoredChecks {
public:
    explicit StoredChecks(const review::Costs& costs) : m_costs(costs) {}

    std::vector<Message> run() {
        settings();
        tooMany("items", m_costs.items.size(), review::kMaxCostItems);
        tooMany("measures", m_costs.measures.size(), review::kMaxCostMeasures);
        tooMany("scenarios", m_costs.scenarios.size(), review::kMaxCostScenarios);
        for (std::size_t k = 0; k < m_costs.items.size(); ++k)
            thing(m_costs.items[k], childPointer("/items", k), kItemMembers);
        for (std::size_t k = 0; k < m_costs.measures.size(); ++k)
            thing(m_costs.measures[k], childPointer("/measures", k), kMeasureMembers);
        scenarios();
        return std::move(m_messages);
    }

private:
    void add(const char* id, std::string pointer, std::string text, std::string fix) {
        m_messages.push_back({id, std::move(pointer), std::move(text), std::move(fix)});
    }

    void settings() {
        const review::CostSettings& s = m_costs.settings;
        // Beyond 1 to 120 readSpec says it.
        if (s.horizonMonths >= 1 && s.horizonMonths <= 120 && (s.horizonMonths < 12 || s.horizonMonths > 60))
            add("C002", "/horizonMonths", fmt::format("A horizon of {} months can't be planned with.", s.horizonMonths),
                "Give 12 to 60.");
        if (s.trials < 100 || s.trials > 10'000'000)
            add("C002", "/trials", fmt::format("{} trials can't be simulated.", s.trials), "Give 100 to 10,000,000.");
        if (s.seed < 0)
            add("C002", "/seed", fmt::format("The seed {} is negative.", s.seed), "Give a whole number from 0 on.");
        for (const auto& [name, value] :
             {std::pair("/hoursPerMonth", s.hoursPerMonth), std::pair("/discountRate", s.discountRate)})
            if (!std::isfinite(value))
                add("C002", name, "This is not a number.", "Give a plain number.");
    }

    void tooMany(const char* what, std::size_t count, std::size_t most) {
        if (count > most)
            add("C001", childPointer("", what), fmt::format("There are {} {}.", count, what),
                fmt::format("A review holds at most {}.", most));
    }

    void idAndName(const std::string& id, const std::string& name, const std::string& pointer) {
        if (!id.empty() && !fitId(id)) // readSpec says that one is missing
            add("C001", childPointer(pointer, "id"), fmt::format("\"{}\" can't be an id.", cut(id)),
                fmt::format("Take 1 to {} letters, digits, '-', '_' and '.'.", review::kMaxCostId));
        if (name.size() > review::kMaxCostName)
            add("C001", childPointer(pointer, "name"), fmt::format("The name has {} bytes.", name.size()),
                fmt::format("Take at most {}.", review::kMaxCostName));
    }

    template <typename Thing, std::size_t N>
    void thing(const Thing& thing, const std::string& pointer, const std::array<std::string_view, N>& members) {
        idAndName(thing.id, thing.name, pointer);
        for (const auto& [name, text] : thing.fields) {
            const std::string at = childPointer(pointer, name);
            if (hasMember(members, name))
                add("C001", at, fmt::format("\"{}\" can't be a field.", name), "Take it away.");
            else if (text.size() > review::kMaxCostField)
                add("C001", at, fmt::format("\"{}\" has {} bytes.", cut(name), text.size()),
                    fmt::format("Take at most {}.", review::kMaxCostField));
            else if (!jsonOf(text))
                add("C001", at, fmt::format("{} is not JSON.", cut(text)),
                    "Write a number, a range, true or false, or a text in quotes.");
        }
    }

    void scenarios() {
        std::vector<std::string_view> ids;
        for (std::size_t k = 0; k < m_costs.scenarios.size(); ++k) {
            const review::CostScenario& scenario = m_costs.scenarios[k];
            const std::string pointer = childPointer("/scenarios", k);
            idAndName(scenario.id, scenario.name, pointer);
            if (scenario.id.empty())
                add("C004", pointer, "\"id\" is missing.", "Give each scenario an id.");
            if (std::find(ids.begin(), ids.end(), scenario.id) != ids.end())
                add("C006", childPointer(pointer, "id"), fmt::format("\"{}\" is there already.", cut(scenario.id)),
                    "Give each one an id of its own.");
            ids.emplace_back(scenario.id);
        }
    }

    const review::Costs& m_costs;
    std::vector<Message> m_messages;
};

std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t k = 0; k < token.size(); ++k)
        out += token[k] != '~' || k + 1 == token.size() ? token[k] : token[++k] == '1' ? '/' : '~';
    return out;
}

} // namespace

std::vector<Message> storedFaults(const review::Costs& costs) {
    return StoredChecks(costs).run();
}

std::string placeOf(const review::Costs& costs, std::string_view pointer) {
    std::vector<std::string> tokens;
    for (std::size_t from = 1; from <= pointer.size();) {
        const std::size_t to = std::min(pointer.find('/', from), pointer.size());
        tokens.push_back(unescaped(pointer.substr(from, to - from)));
        from = to + 1;
    }
    if (tokens.empty())
        return {};
    const auto named = [&](std::string_view one, const auto& list) {
        std::size_t k = 0;
        const auto [end, error] = std::from_chars(tokens[1].data(), tokens[1].data() + tokens[1].size(), k);
        const bool known = error == std::errc() && k < list.size() && !list[k].id.empty();
        return known ? fmt::format("{} {}", one, list[k].id) : fmt::format("{} number {}", one, k + 1);
    };
    const bool top = tokens.size() == 1;
    std::string out = top                        ? ""
                      : tokens[0] == "items"     ? named("item", costs.items)
                      : tokens[0] == "measures"  ? named("measure", costs.measures)
                      : tokens[0] == "scenarios" ? named("scenario", costs.scenarios)
                                                 : tokens[0];
    if (top)
        return tokens[0] == "items" || tokens[0] == "measures" || tokens[0] == "scenarios" ? tokens[0]
                                                                                           : "settings, " + tokens[0];
    for (std::size_t k = 2; k < tokens.size(); ++k)
        out += (k == 2 ? ", " : "/") + tokens[k];
    return out;
}

} // namespace plumb::cost
