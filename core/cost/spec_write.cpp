// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a specification.
#include "core/base/json.h"
#include "core/cost/spec.h"
#include "core/cost/types.h"

namespace plumb::cost {
namespace {

void writeFields(const Fields& fields, const std::vector<FieldInfo>& infos, Json& out) {
    for (std::size_t k = 0; k < fields.numbers.size(); ++k)
        if (fields.numbers[k])
            out[std::string(infos[k].name)] = writeQuantity(*fields.numbers[k]);
    for (const auto& [name, value] : fields.texts)
        out[name] = value;
    for (const auto& [name, value] : fields.flags)
        out[name] = value;
}

Json writeItem(const Item& item) {
    const ItemTypeInfo& info = infoOf(item.type);
    Json out = {{"id", item.id}, {"type", info.name}};
    if (item.name != item.id)
        out["name"] = item.name;
    writeFields(item.fields, info.fields, out);
    return out;
}

template <typename List> Json idsOf(const std::vector<std::size_t>& places, const List& list) {
    Json out = Json::array();
    for (const std::size_t k : places)
        out.push_back(list[k].id);
    return out;
}

Json writeMeasure(const Spec& spec, const Measure& measure) {
    const MeasureTypeInfo& info = infoOf(measure.type);
    Json out = {{"id", measure.id}, {"type", info.name}};
    if (measure.name != measure.id)
        out["name"] = measure.name;
    if (measure.items.size() == 1)
        out["item"] = spec.items[measure.items.front()].id;
    else
        out["items"] = idsOf(measure.items, spec.items);
    writeFields(measure.fields, info.fields, out);
    for (const auto& [name, value] : {std::pair("oneOff", &measure.oneOff), std::pair("runCost", &measure.runCost)})
        if (*value != Quantity{})
            out[name] = writeQuantity(*value);
    if (measure.effort != 0)
        out["effort"] = measure.effort;
    if (measure.startMonth != 1)
        out["startMonth"] = measure.startMonth;
    if (measure.rampMonths != 0)
        out["rampMonths"] = measure.rampMonths;
    if (!measure.excludes.empty())
        out["excludes"] = idsOf(measure.excludes, spec.measures);
    if (!measure.prerequisites.empty())
        out["requires"] = idsOf(measure.prerequisites, spec.measures);
    if (!measure.findings.empty())
        out["findings"] = measure.findings;
    return out;
}

} // namespace

Json writeSpec(const Spec& spec) {
    Json items = Json::array(), measures = Json::array(), scenarios = Json::array();
    for (const Item& item : spec.items)
        items.push_back(writeItem(item));
    for (const Measure& measure : spec.measures)
        measures.push_back(writeMeasure(spec, measure));
    for (const Scenario& scenario : spec.scenarios)
        scenarios.push_back({{"name", scenario.name}, {"measures", idsOf(scenario.measures, spec.measures)}});
    return {{"hoursPerMonth", spec.hoursPerMonth}, {"horizonMonths", spec.horizonMonths},
            {"discountRate", spec.discountRate},   {"currency", spec.currency},
            {"items", std::move(items)},           {"measures", std::move(measures)},
            {"scenarios", std::move(scenarios)}};
}

} // namespace plumb::cost
