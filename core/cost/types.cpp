// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/types.h"

#include "core/base/json.h"
#include "core/cost/field_makers.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

std::string_view kindName(FieldKind kind) {
    switch (kind) {
    case FieldKind::Number:
        return "number";
    case FieldKind::Text:
        return "text";
    case FieldKind::Choice:
        return "choice";
    case FieldKind::Flag:
        return "flag";
    }
    return "text";
}

Json writeField(const FieldInfo& field) {
    Json out = {{"name", field.name},
                {"kind", kindName(field.kind)},
                {"unit", field.unit},
                {"meaning", field.meaning},
                {"required", field.required}};
    if (field.kind == FieldKind::Number) {
        out["default"] = field.fallback ? Json(*field.fallback) : Json(nullptr);
        out["range"] = toText(field.range);
    }
    if (!field.otherwise.empty())
        out["otherwise"] = field.otherwise;
    if (!field.choices.empty())
        out["choices"] = field.choices;
    if (!field.aliases.empty())
        out["aliases"] = field.aliases;
    return out;
}

Json writeFields(const std::vector<FieldInfo>& fields) {
    Json out = Json::array();
    for (const FieldInfo& field : fields)
        out.push_back(writeField(field));
    return out;
}

Json writeTargets(const std::vector<ItemType>& items) {
    Json out = Json::array();
    for (const ItemTypeInfo& info : itemTypes())
        if (items.empty() || std::find(items.begin(), items.end(), info.type) != items.end())
            out.push_back(info.name);
    return out;
}

/// Formulas hold no bar, but texts might one day.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string defaultCell(const FieldInfo& field) {
    if (field.required)
        return "must be given";
    if (field.kind == FieldKind::Choice)
        return fmt::format("`{}`", field.choices.front());
    if (field.kind == FieldKind::Flag)
        return "false";
    return field.fallback ? fmt::format("{}", *field.fallback) : cell(field.otherwise);
}

std::string markdownTable(const std::vector<FieldInfo>& fields) {
    std::string out = "\n| field | unit | meaning | default | range |\n|---|---|---|---|---|\n";
    for (const FieldInfo& field : fields)
        out += fmt::format("| `{}` | {} | {} | {} | {} |\n", field.name, cell(field.unit), cell(field.meaning),
                           defaultCell(field),
                           field.kind == FieldKind::Number   ? toText(field.range)
                           : field.kind == FieldKind::Choice ? fmt::format("{}", fmt::join(field.choices, ", "))
                                                             : std::string(kindName(field.kind)));
    return out;
}

} // namespace

const std::vector<FieldInfo>& commonMeasureFields() {
    using namespace make;
    static const std::vector<FieldInfo> fields{
        given("oneOff", "$", "one-off cost, spent at month 0", 0),
        given("runCost", "$/month", "cost of keeping it up, from its start month on", 0),
        given("effort", "any unit", "work to do it, in a unit that is the same throughout; a plain number", 0),
        given("startMonth", "month", "month at whose beginning it takes effect; a plain number", 1,
              {1, 1200, false, false}),
        given("rampMonths", "months", "time to grow linearly to full effect; a plain number", 0,
              {0, 1200, false, false})};
    return fields;
}

const std::vector<FieldInfo>& specFields() {
    using namespace make;
    static const std::vector<FieldInfo> fields{
        given("hoursPerMonth", "h", "730 = 8760/12, or 720 for a month of 30 days", kHoursPerMonth,
              {672, 744, false, false}),
        given("horizonMonths", "months", "months that are looked at; whole", 12, {1, 120, false, false}),
        given("discountRate", "share a year", "a month is (1+r)^(1/12)-1", 0.1, {-1, 10, true, false}),
        text("currency", "code or symbol; one for the whole, USD when not given")};
    return fields;
}

std::size_t numberCount(const std::vector<FieldInfo>& fields) noexcept {
    return static_cast<std::size_t>(std::count_if(
        fields.begin(), fields.end(), [](const FieldInfo& field) { return field.kind == FieldKind::Number; }));
}

std::optional<std::size_t> numberIndex(const std::vector<FieldInfo>& fields, std::string_view name) {
    for (std::size_t k = 0; k < fields.size() && fields[k].kind == FieldKind::Number; ++k) {
        const auto& aliases = fields[k].aliases;
        if (fields[k].name == name || std::find(aliases.begin(), aliases.end(), name) != aliases.end())
            return k;
    }
    return std::nullopt;
}

Json writeTypes() {
    Json items = Json::array(), measures = Json::array();
    for (const ItemTypeInfo& info : itemTypes())
        items.push_back({{"type", info.name},
                         {"meaning", info.meaning},
                         {"formula", info.formula},
                         {"fields", writeFields(info.fields)}});
    for (const MeasureTypeInfo& info : measureTypes())
        measures.push_back({{"type", info.name},
                            {"meaning", info.meaning},
                            {"effect", info.effect},
                            {"condition", info.condition},
                            {"items", writeTargets(info.items)},
                            {"fields", writeFields(info.fields)}});
    return {{"spec", writeFields(specFields())},
            {"items", std::move(items)},
            {"measures", std::move(measures)},
            {"everyMeasure", writeFields(commonMeasureFields())},
            {"distributions", {"point", "uniform", "triangular", "pert", "lognormal"}}};
}

std::string typesAsMarkdown() {
    std::string out = "### The whole\n" + markdownTable(specFields()) + "\n### Items\n";
    for (const ItemTypeInfo& info : itemTypes())
        out += fmt::format("\n**`{}`**: {}. Month: `{}`.\n{}", info.name, info.meaning, info.formula,
                           markdownTable(info.fields));
    out += "\n### Measures\n\nEvery measure has `id`, `type`, `item` or `items`, and may have `name`, `excludes`, "
           "`requires` "
           "(ids of measures), `findings` and\n" +
           markdownTable(commonMeasureFields());
    for (const MeasureTypeInfo& info : measureTypes()) {
        std::string targets;
        for (const Json& target : writeTargets(info.items))
            targets += (targets.empty() ? "`" : ", `") + target.get<std::string>() + "`";
        out += fmt::format("\n**`{}`**: {}. On {}. Effect: {}. Holds when: {}.\n{}", info.name, info.meaning,
                           info.items.empty() ? "any item" : targets, info.effect, info.condition,
                           markdownTable(info.fields));
    }
    return out;
}

} // namespace plumb::cost
