// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/field_json.h"

#include "core/cost/plan.h"

#include <cmath>

namespace plumb::cost {
namespace {

Json tidy(const Json& value) {
    constexpr double kExact = 9007199254740992.0; // 2^53
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return std::floor(number) == number && std::abs(number) <= kExact ? Json(static_cast<std::int64_t>(number))
                                                                          : value;
    }
    if (!value.is_object())
        return value;
    Json out = Json::object();
    for (const auto& [key, member] : value.items())
        out[key] = member.is_number_float() ? tidy(member) : member;
    return out;
}

} // namespace

std::string storedJson(const Json& value) {
    return writeJsonCompact(tidy(value));
}

std::string storedJson(const Quantity& quantity) {
    return storedJson(writeQuantity(quantity));
}

std::optional<Json> jsonOf(std::string_view text) {
    JsonDocument document = parseJson(text);
    return document.usable ? std::optional(std::move(document.root)) : std::nullopt;
}

std::optional<Quantity> quantityOf(std::string_view text) {
    const std::optional<Json> json = jsonOf(text);
    if (!json || !(json->is_number() || json->is_object()))
        return std::nullopt;
    constexpr double kAny = std::numeric_limits<double>::infinity();
    std::vector<Message> ignored;
    return readQuantity(*json, "", {-kAny, kAny}, ignored);
}

FieldNotes fieldNotes(std::string_view json) {
    const std::optional<Quantity> quantity = quantityOf(json);
    return quantity ? FieldNotes{quantity->source, quantity->validUntil} : FieldNotes{};
}

std::string withNotes(std::string_view json, const FieldNotes& notes) {
    std::optional<Quantity> quantity = quantityOf(json);
    if (!quantity)
        return std::string(json);
    quantity->source = notes.source;
    quantity->validUntil = notes.validUntil;
    return storedJson(*quantity);
}

} // namespace plumb::cost
