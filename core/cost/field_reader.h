// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the members of one JSON object by name and notices those that nobody asked for. Only for spec.cpp and its
// parts.
#pragma once

#include "core/base/json.h"
#include "core/cost/types.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

class FieldReader {
public:
    /// `value` must be an object and outlive the reader.
    FieldReader(const Json& value, std::string pointer, std::vector<Message>& messages)
        : m_value(value), m_pointer(std::move(pointer)), m_messages(messages) {}

    [[nodiscard]] const std::string& pointer() const noexcept { return m_pointer; }
    /// The member, or null; asking makes it known.
    [[nodiscard]] const Json* find(std::string_view name);
    /// A text; empty when missing (then a message if `required`) or wrong (with a message).
    [[nodiscard]] std::string text(std::string_view name, bool required = false);
    /// A list of texts, or a single one.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    /// A number that may not be a range. `fallback` when missing or wrong.
    [[nodiscard]] double plain(const FieldInfo& field);
    /// A number or range by name or alias, or nothing.
    [[nodiscard]] std::optional<Quantity> number(const FieldInfo& field);
    /// All fields of a type.
    [[nodiscard]] Fields fields(const std::vector<FieldInfo>& infos);
    /// One message for each member that nobody asked for.
    void refuseOthers();
    void add(std::string id, std::string pointer, std::string text, std::string fix);

private:
    void choiceOrText(const FieldInfo& field, Fields& out);
    void flag(const FieldInfo& field, Fields& out);

    const Json& m_value;
    std::string m_pointer;
    std::vector<Message>& m_messages;
    std::vector<std::string> m_known;
};

} // namespace plumb::cost
