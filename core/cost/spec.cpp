// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a specification: the parts in file order, then what holds between them (spec_checks.cpp).
#include "core/cost/spec.h"

#include "core/cost/field_reader.h"
#include "core/cost/spec_checks.h"
#include "core/cost/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace plumb::cost {
namespace {

using Positions = std::map<std::string, std::size_t, std::less<>>;

template <typename Info> std::vector<std::string> namesOf(const std::vector<Info>& infos) {
    std::vector<std::string> names;
    for (const Info& info : infos)
        names.emplace_back(info.name);
    return names;
}

std::vector<std::string> keysOf(const Positions& positions) {
    std::vector<std::string> keys;
    for (const auto& [key, ignored] : positions)
        keys.push_back(key);
    return keys;
}

class SpecReader {
public:
    Result<Spec> read(const Json& document, bool mayBeEmpty);

private:
    /// The elements of a list that are objects; says what is wrong otherwise.
    std::vector<std::pair<const Json*, std::string>> objects(FieldReader& top, const char* name, std::size_t most);
    void head(FieldReader& top);
    void item(const Json& value, const std::string& pointer);
    void measure(const Json& value, const std::string& pointer);
    void scope(FieldReader& reader, Measure& out, const MeasureTypeInfo* info);
    void driver(const Measure& measure, const std::string& pointer);
    void scenario(const Json& value, const std::string& pointer);
    std::string id(FieldReader& reader, const char* field, const Positions& taken);
    template <typename Info> const Info* type(FieldReader& reader, const std::vector<Info>& infos);
    std::vector<std::size_t> places(const std::vector<std::string>& names, const Positions& positions,
                                    const std::string& pointer, const char* what);
    void links();
    void add(const char* problem, std::string pointer, std::string text, std::string fix) {
        m_messages.push_back({problem, std::move(pointer), std::move(text), std::move(fix)});
    }

    Spec m_spec;
    std::vector<Message> m_messages;
    Positions m_items, m_measures, m_scenarios;
    struct Pending {
        std::size_t measure;
        std::string pointer;
        std::vector<std::string> excludes, prerequisites;
    };
    std::vector<Pending> m_pending; ///< names of measures that may stand further down
};

std::vector<std::pair<const Json*, std::string>> SpecReader::objects(FieldReader& top, const char* name,
                                                                     std::size_t most) {
    std::vector<std::pair<const Json*, std::string>> out;
    const Json* list = top.find(name);
    const std::string pointer = childPointer("", name);
    if (list == nullptr)
        return out;
    if (!list->is_array() || list->size() > most) {
        add("C001", pointer,
            list->is_array() ? fmt::format("There are {} entries in \"{}\".", list->size(), name)
                             : fmt::format("\"{}\" is not a list.", name),
            list->is_array() ? fmt::format("At most {} are read.", most) : "Write a list of objects, [{...}].");
        return out;
    }
    for (std::size_t k = 0; k < list->size(); ++k) {
        if ((*list)[k].is_object())
            out.emplace_back(&(*list)[k], childPointer(pointer, k));
        else
            add("C001", childPointer(pointer, k), "An object is expected here.", "Write {\"id\":...}.");
    }
    return out;
}

void SpecReader::head(FieldReader& top) {
    const std::vector<FieldInfo>& fields = specFields();
    m_spec.hoursPerMonth = top.plain(fields[0]);
    const double horizon = top.plain(fields[1]);
    if (horizon != std::floor(horizon))
        add("C002", "/horizonMonths", fmt::format("{} is not a whole number of months.", horizon),
            "Give a whole number from 1 to 120.");
    m_spec.horizonMonths = static_cast<int>(horizon);
    m_spec.discountRate = top.plain(fields[2]);
    if (const std::string currency = top.text("currency"); !currency.empty())
        m_spec.currency = currency;
    (void)top.find("name"); // for people; means nothing here
}

std::string SpecReader::id(FieldReader& reader, const char* field, const Positions& taken) {
    std::string id = reader.text(field, true);
    if (!id.empty() && taken.contains(id))
        add("C006", childPointer(reader.pointer(), field), fmt::format("\"{}\" is there already.", cut(id)),
            "Give each one a name of its own.");
    return id;
}

template <typename Info> const Info* SpecReader::type(FieldReader& reader, const std::vector<Info>& infos) {
    const std::string name = reader.text("type", true);
    if (name.empty())
        return nullptr;
    for (const Info& info : infos)
        if (info.name == name)
            return &info;
    const std::vector<std::string> known = namesOf(infos);
    add("C005", childPointer(reader.pointer(), "type"), fmt::format("There is no type \"{}\".", cut(name)),
        orList(nearest(name, known), known));
    return nullptr;
}

void SpecReader::item(const Json& value, const std::string& pointer) {
    FieldReader reader(value, pointer, m_messages);
    Item out;
    out.id = id(reader, "id", m_items);
    const ItemTypeInfo* info = type(reader, itemTypes());
    out.name = reader.text("name");
    if (out.name.empty())
        out.name = out.id;
    if (const std::string currency = reader.text("currency"); !currency.empty() && currency != m_spec.currency)
        add("C010", childPointer(pointer, "currency"),
            fmt::format("The item is in {}, the rest in {}.", cut(currency), cut(m_spec.currency)),
            "Convert all prices into one currency.");
    if (info != nullptr) {
        out.type = info->type;
        out.fields = reader.fields(info->fields);
        reader.refuseOthers();
        checkItem(out, pointer, m_spec.hoursPerMonth, m_messages);
    }
    m_items.emplace(out.id, m_spec.items.size());
    m_spec.items.push_back(std::move(out));
}

std::vector<std::size_t> SpecReader::places(const std::vector<std::string>& names, const Positions& positions,
                                            const std::string& pointer, const char* what) {
    std::vector<std::size_t> out;
    for (const std::string& name : names) {
        const auto it = positions.find(name);
        if (it == positions.end()) {
            const std::vector<std::string> known = keysOf(positions);
            add("C005", pointer, fmt::format("There is no {} \"{}\".", what, cut(name)),
                orList(nearest(name, known), known));
        } else if (std::find(out.begin(), out.end(), it->second) != out.end()) {
            add("C006", pointer, fmt::format("\"{}\" stands twice.", cut(name)), "Name it once.");
        } else {
            out.push_back(it->second);
        }
    }
    return out;
}

void SpecReader::scope(FieldReader& reader, Measure& out, const MeasureTypeInfo* info) {
    std::vector<std::string> names = reader.texts("item");
    const std::vector<std::string> more = reader.texts("items");
    const bool several = !more.empty();
    names.insert(names.end(), more.begin(), more.end());
    const std::string pointer = childPointer(reader.pointer(), several ? "items" : "item");
    if (names.empty()) {
        add("C004", reader.pointer(), "The measure does not say what it acts on.",
            "Give \"item\" as the id of an item, or \"items\" as a list of them.");
        return;
    }
    out.items = places(names, m_items, pointer, "item");
    if (info == nullptr || info->items.empty())
        return;
    for (const std::size_t k : out.items) {
        const Item& target = m_spec.items[k];
        const bool known = !target.fields.numbers.empty(); // else its type was not understood
        if (!known || std::find(info->items.begin(), info->items.end(), target.type) != info->items.end())
            continue;
        std::string possible;
        for (const ItemType on : info->items)
            possible += (possible.empty() ? "" : ", ") + std::string(infoOf(on).name);
        add("C009", pointer,
            fmt::format("{} can't act on \"{}\", which is of type {}.", info->name, cut(target.id),
                        infoOf(target.type).name),
            fmt::format("It acts on {}; \"factor\" acts on anything.", possible));
    }
}

void SpecReader::driver(const Measure& measure, const std::string& pointer) {
    const auto it = measure.fields.texts.find("driver");
    if (measure.type != MeasureType::Factor || it == measure.fields.texts.end() || it->second == "cost")
        return;
    for (const std::size_t k : measure.items) {
        const std::vector<FieldInfo>& fields = infoOf(m_spec.items[k].type).fields;
        if (m_spec.items[k].fields.numbers.empty() || numberIndex(fields, it->second))
            continue;
        std::vector<std::string> known{"cost"};
        for (std::size_t n = 0; n < numberCount(fields); ++n)
            known.emplace_back(fields[n].name);
        add("C005", childPointer(pointer, "driver"),
            fmt::format("\"{}\" has no driver \"{}\".", cut(m_spec.items[k].id), cut(it->second)),
            orList(nearest(it->second, known), known));
    }
}

void SpecReader::measure(const Json& value, const std::string& pointer) {
    FieldReader reader(value, pointer, m_messages);
    Measure out;
    out.id = id(reader, "id", m_measures);
    const MeasureTypeInfo* info = type(reader, measureTypes());
    out.name = reader.text("name");
    if (out.name.empty())
        out.name = out.id;
    scope(reader, out, info);
    const std::vector<FieldInfo>& common = commonMeasureFields();
    out.oneOff = reader.number(common[0]).value_or(Quantity{});
    out.runCost = reader.number(common[1]).value_or(Quantity{});
    out.effort = reader.plain(common[2]);
    out.startMonth = reader.plain(common[3]);
    out.rampMonths = reader.plain(common[4]);
    m_pending.push_back({m_spec.measures.size(), pointer, reader.texts("excludes"), reader.texts("requires")});
    out.findings = reader.texts("findings");
    if (info != nullptr) {
        out.type = info->type;
        out.fields = reader.fields(info->fields);
        reader.refuseOthers();
        driver(out, pointer);
        checkMeasure(out, pointer, m_spec.hoursPerMonth, m_messages);
    }
    m_measures.emplace(out.id, m_spec.measures.size());
    m_spec.measures.push_back(std::move(out));
}

void SpecReader::links() {
    for (const Pending& pending : m_pending) {
        Measure& measure = m_spec.measures[pending.measure];
        measure.excludes = places(pending.excludes, m_measures, childPointer(pending.pointer, "excludes"), "measure");
        measure.prerequisites =
            places(pending.prerequisites, m_measures, childPointer(pending.pointer, "requires"), "measure");
    }
    checkCircles(m_spec, m_messages);
}

void SpecReader::scenario(const Json& value, const std::string& pointer) {
    FieldReader reader(value, pointer, m_messages);
    Scenario out;
    out.name = id(reader, "name", m_scenarios);
    out.measures = places(reader.texts("measures"), m_measures, childPointer(pointer, "measures"), "measure");
    reader.refuseOthers();
    checkScenario(m_spec, out, pointer, m_messages);
    m_scenarios.emplace(out.name, m_spec.scenarios.size());
    m_spec.scenarios.push_back(std::move(out));
}

Result<Spec> SpecReader::read(const Json& document, bool mayBeEmpty) {
    if (!document.is_object()) {
        add("C001", "", "The document is not an object.",
            "Write {\"items\":[...],\"measures\":[...],\"scenarios\":[...]}.");
    } else {
        FieldReader top(document, "", m_messages);
        head(top);
        const auto items = objects(top, "items", kMaxItems);
        const bool none = !document.contains("items") || (document["items"].is_array() && document["items"].empty());
        if (none && !mayBeEmpty)
            add("C004", "", "There are no items.", "Give \"items\" with at least one position of the bill.");
        for (const auto& [value, pointer] : items)
            item(*value, pointer);
        for (const auto& [value, pointer] : objects(top, "measures", kMaxMeasures))
            measure(*value, pointer);
        links();
        for (const auto& [value, pointer] : objects(top, "scenarios", kMaxMeasures))
            scenario(*value, pointer);
        top.refuseOthers();
    }
    if (m_messages.empty())
        return std::move(m_spec);
    return fail(refusal(std::move(m_messages)));
}

} // namespace

Result<Spec> readSpec(const Json& document, bool mayBeEmpty) {
    return SpecReader().read(document, mayBeEmpty);
}

} // namespace plumb::cost
