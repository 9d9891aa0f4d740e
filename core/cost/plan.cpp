// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stored model and the specification, each made of the other. Both ways go through the JSON of `cost eval`, so that
// one reader decides what a field may be.
#include "core/cost/plan.h"

#include "core/cost/field_json.h"
#include "core/cost/plan_checks.h"
#include "core/cost/spec.h"
#include "core/cost/spec_checks.h"
#include "core/cost/types.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace plumb::cost {
namespace {

/// Fields as they were written. One that is no JSON becomes a text; one with the name of a member is left out.
template <std::size_t N>
void writeFields(const review::CostFields& fields, const std::array<std::string_view, N>& members, Json& out) {
    for (const auto& [name, text] : fields)
        if (!hasMember(members, name))
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

/// Ids of one list, in order.
class Ids {
public:
    /// Takes an id over where it is fit and free, else makes one of it.
    const std::string& add(const std::string& wanted) {
        const bool fine = fitId(wanted) && !m_taken.contains(wanted);
        return put(fine ? wanted : fresh(wanted));
    }
    const std::string& addFresh(std::string_view name) { return put(fresh(name)); }
    const std::string& operator[](std::size_t k) const { return m_ids[k]; }
    std::vector<std::string> at(const std::vector<std::size_t>& places) const {
        std::vector<std::string> out;
        for (const std::size_t k : places)
            out.push_back(m_ids[k]);
        return out;
    }

private:
    std::string fresh(std::string_view name) const {
        return freshIdWhere(name, [this](const std::string& id) { return m_taken.contains(id); });
    }
    const std::string& put(std::string id) {
        m_taken.insert(id);
        return m_ids.emplace_back(std::move(id));
    }
    std::vector<std::string> m_ids;
    std::unordered_set<std::string> m_taken;
};

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
        if (hasMember(members, name))
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

/// Notes by id.
template <typename Thing> class Notes {
public:
    explicit Notes(const std::vector<Thing>& things) {
        for (const Thing& thing : things)
            m_things.emplace(thing.id, &thing);
    }
    /// Gives the thing the note that it had, if it is the same.
    void keep(Thing& now) const {
        const auto it = m_things.find(now.id);
        if (it != m_things.end() && it->second->type == now.type)
            now.note = it->second->note;
    }

private:
    std::unordered_map<std::string_view, const Thing*> m_things;
};

/// From a specification, one list after the other.
class Storing {
public:
    Storing(const Spec& spec, const review::Costs& keep)
        : m_spec(spec)
        , m_keep(keep)
        , m_written(writeSpec(spec))
        , m_itemNotes(keep.items)
        , m_measureNotes(keep.measures) {}

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
            m_measures.add(measure.id);
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
        out.id = m_items.add(from.id);
        out.name = shortened(from.name.empty() ? from.id : from.name, review::kMaxCostName);
        out.type = infoOf(from.type).name;
        out.fields = fieldsOf(m_written["items"][k], kItemMembers);
        m_itemNotes.keep(out);
        m_out.items.push_back(std::move(out));
    }

    void measure(std::size_t k) {
        const Measure& from = m_spec.measures[k];
        review::CostMeasure out;
        out.id = m_measures[k];
        out.name = shortened(from.name.empty() ? from.id : from.name, review::kMaxCostName);
        out.type = infoOf(from.type).name;
        out.fields = fieldsOf(m_written["measures"][k], kMeasureMembers);
        out.items = m_items.at(from.items);
        out.excludes = m_measures.at(from.excludes);
        out.prerequisites = m_measures.at(from.prerequisites);
        std::sort(out.excludes.begin(), out.excludes.end());
        std::sort(out.prerequisites.begin(), out.prerequisites.end());
        m_measureNotes.keep(out);
        m_out.measures.push_back(std::move(out));
    }

    void scenario(const Scenario& from) {
        const std::string name = shortened(from.name.empty() ? "Scenario" : from.name, review::kMaxCostName - 8);
        review::CostScenario out{{}, name, m_measures.at(from.measures)};
        const auto sameName = [&](const review::CostScenario& one) { return one.name == out.name; };
        for (std::size_t n = 2; std::any_of(m_out.scenarios.begin(), m_out.scenarios.end(), sameName); ++n)
            out.name = fmt::format("{} ({})", name, n);
        const auto before = std::find_if(m_keep.scenarios.begin(), m_keep.scenarios.end(), sameName);
        out.id = before != m_keep.scenarios.end() ? m_scenarios.add(before->id) : m_scenarios.addFresh(out.name);
        m_out.scenarios.push_back(std::move(out));
    }

    const Spec& m_spec;
    const review::Costs& m_keep;
    Json m_written;
    review::Costs m_out;
    Ids m_items, m_measures, m_scenarios;
    Notes<review::CostItem> m_itemNotes;
    Notes<review::CostMeasure> m_measureNotes;
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
    std::vector<Message> messages = storedFaults(costs);
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
