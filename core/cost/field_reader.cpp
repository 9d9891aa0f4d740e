// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/field_reader.h"

#include "core/cost/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cost {

void FieldReader::add(std::string id, std::string pointer, std::string text, std::string fix) {
    m_messages.push_back({std::move(id), std::move(pointer), std::move(text), std::move(fix)});
}

const Json* FieldReader::find(std::string_view name) {
    m_known.emplace_back(name);
    const auto it = m_value.find(name);
    return it == m_value.end() ? nullptr : &*it;
}

std::string FieldReader::text(std::string_view name, bool required) {
    const Json* value = find(name);
    if (value == nullptr) {
        if (required)
            add("C004", m_pointer, fmt::format("\"{}\" is missing.", name),
                fmt::format("Give \"{}\" as a text.", name));
        return {};
    }
    if (!value->is_string() || (required && value->get_ref<const std::string&>().empty())) {
        add("C001", childPointer(m_pointer, name),
            fmt::format("\"{}\" is {}.", name, value->is_string() ? "empty" : "not a text"), "Write a text in quotes.");
        return {};
    }
    return value->get<std::string>();
}

std::vector<std::string> FieldReader::texts(std::string_view name) {
    const Json* value = find(name);
    std::vector<std::string> out;
    if (value == nullptr)
        return out;
    const std::string at = childPointer(m_pointer, name);
    if (value->is_string())
        return {value->get<std::string>()};
    if (!value->is_array()) {
        add("C001", at, fmt::format("\"{}\" is not a list.", name), "Write a list of texts, [\"a\",\"b\"].");
        return out;
    }
    for (std::size_t k = 0; k < value->size(); ++k) {
        if ((*value)[k].is_string())
            out.push_back((*value)[k].get<std::string>());
        else
            add("C001", childPointer(at, k), "A text is expected here.", "Put the name in quotes.");
    }
    return out;
}

double FieldReader::plain(const FieldInfo& field) {
    const Json* value = find(field.name);
    const double fallback = field.fallback.value_or(0);
    if (value == nullptr)
        return fallback;
    const std::string at = childPointer(m_pointer, field.name);
    if (!value->is_number()) {
        add("C001", at, fmt::format("\"{}\" is not a plain number.", field.name),
            value->is_object() ? "It can't be a range; write the number to plan with." : "Write a number.");
        return fallback;
    }
    const std::optional<Quantity> read = readQuantity(*value, at, field.range, m_messages);
    return read ? read->low : fallback;
}

std::optional<Quantity> FieldReader::number(const FieldInfo& field) {
    std::vector<std::string_view> names{field.name};
    names.insert(names.end(), field.aliases.begin(), field.aliases.end());
    std::optional<Quantity> out;
    const Json* first = nullptr;
    for (const std::string_view name : names) {
        const Json* value = find(name);
        if (value == nullptr)
            continue;
        if (first != nullptr) {
            add("C006", childPointer(m_pointer, name), fmt::format("\"{}\" is given under two names.", field.name),
                "Keep one of them.");
            continue;
        }
        first = value;
        out = readQuantity(*value, childPointer(m_pointer, name), field.range, m_messages);
    }
    if (first == nullptr && field.required)
        add("C004", m_pointer, fmt::format("\"{}\" is missing: {}.", field.name, field.meaning),
            fmt::format("Give \"{}\" in {}, {}.", field.name, field.unit, toText(field.range)));
    return out;
}

void FieldReader::choiceOrText(const FieldInfo& field, Fields& out) {
    const std::string value = text(field.name, field.required);
    if (value.empty())
        return;
    const std::vector<std::string> known(field.choices.begin(), field.choices.end());
    if (!known.empty() && std::find(known.begin(), known.end(), value) == known.end())
        add("C001", childPointer(m_pointer, field.name), fmt::format("\"{}\" can't be \"{}\".", field.name, cut(value)),
            orList(nearest(value, known), known));
    else
        out.texts[std::string(field.name)] = value;
}

void FieldReader::flag(const FieldInfo& field, Fields& out) {
    const Json* value = find(field.name);
    if (value == nullptr)
        return;
    if (value->is_boolean())
        out.flags[std::string(field.name)] = value->get<bool>();
    else
        add("C001", childPointer(m_pointer, field.name), fmt::format("\"{}\" is neither true nor false.", field.name),
            "Write true or false, without quotes.");
}

Fields FieldReader::fields(const std::vector<FieldInfo>& infos) {
    Fields out;
    for (const FieldInfo& field : infos) {
        if (field.kind == FieldKind::Number)
            out.numbers.push_back(number(field));
        else if (field.kind == FieldKind::Flag)
            flag(field, out);
        else
            choiceOrText(field, out);
    }
    return out;
}

void FieldReader::refuseOthers() {
    for (const auto& [key, ignored] : m_value.items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            add("C001", childPointer(m_pointer, key), fmt::format("There is no field \"{}\" here.", cut(key)),
                orList(nearest(key, m_known), m_known));
}

} // namespace plumb::cost
