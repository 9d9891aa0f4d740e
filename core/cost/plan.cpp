// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stored model and the specification, each made of the other. Both ways go through the JSON of `cost eval`, so that
// one reader decides what a field may be.
#include "core/cost/plan.h"

#include "core/cost/field_json.h"
#include "core/cost/spec.h"
#include "core/cost/spec_checks.h"
#include "core/cost/types.h"
#include "core/cost/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

constexpr std::array<std::string_view, 3> kItemMembers{"id", "type", "name"};
constexpr std::array<std::string_view, 8> kMeasureMembers{"id",    "type",     "name",     "item",
                                                          "items", "excludes", "requires", "findings"};

template <std::size_t N> bool has(const std::array<std::string_view, N>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Fields as they were written. One that is no JSON becomes a text; one with the name of a member is left out.
template <std::size_t N>
void writeFields(const review::CostFields& fields, const std::array<std::string_view, N>& members, Json& out) {
    for (const auto& [name, text] : fields)
        if (!has(members, name))
            out[name] = jsonOf(text).value_or(Json(text));
}

template <typename Thing> Json writeHead(const Thing& thing) {
    Json out = {{"id", thing.id}, {"type", thing.type}};
    if (!thing.name.empty() && thing.name != thing.id)
        out["name"] = thing.name;
    return out;
}

Json writeMeasure(const review::CostMeasure& measure) {
    Json out = writeHead(measure);
    if (measure.items.size() == 1)
        out["item"] = measure.items.front();
    else
        out["items"] = measure.items;
    writeFields(measure.fields, kMeasureMembers, out);
    if (!measure.excludes.empty())
        out["excludes"] = measure.excludes;
    if (!measure.prerequisites.empty())
        out["requires"] = measure.prerequisites;
    return out;
}

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
            if (has(members, name))
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

/// "/items/3/pricePerHour" -> "item vec, pricePerHour".
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

/// Takes ids over where they are fit and free.
std::string idFrom(const std::string& wanted, const std::vector<std::string>& taken) {
    const bool free = std::find(taken.begin(), taken.end(), wanted) == taken.end();
    return free && fitId(wanted) ? wanted : freshId(wanted, taken);
}

/// At most `most` bytes, cut between characters.
std::string shortened(std::string text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0u) == 0x80u)
        --most;
    text.resize(most);
    return text;
}

template <std::size_t N>
review::CostFields fieldsOf(const Json& written, const std::array<std::string_view, N>& members) {
    review::CostFields out;
    for (const auto& [name, value] : written.items()) {
        if (has(members, name))
            continue;
        std::string text = storedJson(value);
        if (text.size() > review::kMaxCostField && value.is_object() && value.contains("source")) {
            Json less = value;
            less["source"] = shortened(value.at("source").template get<std::string>(), review::kMaxCostField / 8);
            text = storedJson(less);
        }
        out[name] = std::move(text);
    }
    return out;
}

/// The notes of the same thing, if it was there.
template <typename Thing> void keepNote(const Thing* before, Thing& now) {
    if (before != nullptr && before->type == now.type)
        now.note = before->note;
}

/// From a specification, one list after the other.
class Storing {
public:
    Storing(const Spec& spec, const review::Costs& keep) : m_spec(spec), m_keep(keep), m_written(writeSpec(spec)) {}

    review::Costs run() {
        m_out.prices = m_keep.prices;
        m_out.settings = m_keep.settings;
        m_out.settings.hoursPerMonth = m_spec.hoursPerMonth;
        m_out.settings.horizonMonths = std::clamp(m_spec.horizonMonths, 12, 60);
        m_out.settings.discountRate = m_spec.discountRate;
        m_out.settings.currency = m_spec.currency;
        for (std::size_t k = 0; k < m_spec.items.size(); ++k)
            item(k);
        for (const Measure& measure : m_spec.measures)
            m_measures.push_back(idFrom(measure.id, m_measures));
        for (std::size_t k = 0; k < m_spec.measures.size(); ++k)
            measure(k);
        for (const Scenario& one : m_spec.scenarios)
            scenario(one);
        if (m_out.findScenario(m_out.settings.scenario) == nullptr)
            m_out.settings.scenario.clear();
        return std::move(m_out);
    }

private:
    void item(std::size_t k) {
        const Item& from = m_spec.items[k];
        review::CostItem out;
        out.id = idFrom(from.id, m_items);
        out.name = shortened(from.name.empty() ? from.id : from.name, review::kMaxCostName);
        out.type = infoOf(from.type).name;
        out.fields = fieldsOf(m_written["items"][k], kItemMembers);
        keepNote(m_keep.findItem(out.id), out);
        m_items.push_back(out.id);
        m_out.items.push_back(std::move(out));
    }

    static std::vector<std::string> idsAt(const std::vector<std::size_t>& places, const std::vector<std::string>& ids) {
        std::vector<std::string> out;
        for (const std::size_t k : places)
            out.push_back(ids[k]);
        return out;
    }

    void measure(std::size_t k) {
        const Measure& from = m_spec.measures[k];
        review::CostMeasure out;
        out.id = m_measures[k];
        out.name = shortened(from.name.empty() ? from.id : from.name, review::kMaxCostName);
        out.type = infoOf(from.type).name;
        out.fields = fieldsOf(m_written["measures"][k], kMeasureMembers);
        out.items = idsAt(from.items, m_items);
        out.excludes = idsAt(from.excludes, m_measures);
        out.prerequisites = idsAt(from.prerequisites, m_measures);
        std::sort(out.excludes.begin(), out.excludes.end());
        std::sort(out.prerequisites.begin(), out.prerequisites.end());
        keepNote(m_keep.findMeasure(out.id), out);
        m_out.measures.push_back(std::move(out));
    }

    void scenario(const Scenario& from) {
        const std::string name = shortened(from.name.empty() ? "Scenario" : from.name, review::kMaxCostName - 8);
        review::CostScenario out{{}, name, idsAt(from.measures, m_measures)};
        const auto sameName = [&](const review::CostScenario& one) { return one.name == out.name; };
        for (std::size_t n = 2; std::any_of(m_out.scenarios.begin(), m_out.scenarios.end(), sameName); ++n)
            out.name = fmt::format("{} ({})", name, n);
        const auto before = std::find_if(m_keep.scenarios.begin(), m_keep.scenarios.end(), sameName);
        out.id = before != m_keep.scenarios.end() ? idFrom(before->id, m_scenarios) : freshId(out.name, m_scenarios);
        m_scenarios.push_back(out.id);
        m_out.scenarios.push_back(std::move(out));
    }

    const Spec& m_spec;
    const review::Costs& m_keep;
    Json m_written;
    review::Costs m_out;
    std::vector<std::string> m_items, m_measures, m_scenarios;
};

} // namespace

Json writeCosts(const review::Costs& costs) {
    Json items = Json::array(), measures = Json::array(), scenarios = Json::array();
    for (const review::CostItem& item : costs.items) {
        Json out = writeHead(item);
        writeFields(item.fields, kItemMembers, out);
        items.push_back(std::move(out));
    }
    for (const review::CostMeasure& measure : costs.measures)
        measures.push_back(writeMeasure(measure));
    for (const review::CostScenario& scenario : costs.scenarios)
        scenarios.push_back({{"name", scenario.name}, {"measures", scenario.measures}});
    return {{"hoursPerMonth", costs.settings.hoursPerMonth},
            {"horizonMonths", costs.settings.horizonMonths},
            {"discountRate", costs.settings.discountRate},
            {"currency", costs.settings.currency},
            {"items", std::move(items)},
            {"measures", std::move(measures)},
            {"scenarios", std::move(scenarios)}};
}

Result<Spec> specOf(const review::Costs& costs) {
    std::vector<Message> messages = StoredChecks(costs).run();
    Result<Spec> spec = readSpec(writeCosts(costs), true);
    if (spec && messages.empty())
        return spec;
    const std::size_t own = messages.size();
    if (!spec)
        for (Message& message : spec.error().messages)
            if (std::none_of(messages.begin(), messages.begin() + static_cast<std::ptrdiff_t>(own),
                             [&](const Message& known) { return known.pointer == message.pointer; }))
                messages.push_back(std::move(message));
    for (Message& message : messages)
        message.pointer = placeOf(costs, message.pointer);
    return fail(refusal(std::move(messages)));
}

review::Costs costsOf(const Spec& spec, const review::Costs& keep) {
    return Storing(spec, keep).run();
}

} // namespace plumb::cost
