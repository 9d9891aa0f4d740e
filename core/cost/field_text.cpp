// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fields of the stored model as people type and read them.
#include "core/cost/field_json.h"
#include "core/cost/number_text.h"
#include "core/cost/plan.h"
#include "core/cost/types.h"
#include "core/cost/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

tl::unexpected<Error> refused(std::string text, std::string_view field, std::vector<std::string> args) {
    return fail(ErrorKind::Usage, "cost.field", std::move(text), std::string(field), std::move(args));
}

/// What may stand in a field, for a message.
std::string allowed(const FieldInfo& info, bool plain) {
    switch (info.kind) {
    case FieldKind::Number:
        return fmt::format("Write {}, {}{}.", plain ? "a plain number" : "a number or a range", toText(info.range),
                           plain ? "" : R"(: "30", "30%", "0.2 to 0.5", "pert 0.2 0.3 0.5", "p10 4 p90 9")");
    case FieldKind::Choice:
        return fmt::format("Write one of {}.", fmt::join(info.choices, ", "));
    case FieldKind::Flag:
        return "Write true or false.";
    case FieldKind::Text:
        return "Write a text.";
    }
    return {};
}

/// A field of a type, by name or alias.
struct Found {
    const FieldInfo* info = nullptr;
    bool plain = false; ///< a number that can't be a range
    std::vector<std::string> known;
};

Found findField(const std::vector<FieldInfo>& fields, bool ofMeasure, std::string_view name) {
    constexpr std::size_t kFirstPlain = 2; // oneOff and runCost may be ranges
    Found out;
    const auto look = [&](const std::vector<FieldInfo>& list, std::size_t firstPlain) {
        for (std::size_t k = 0; k < list.size(); ++k) {
            const FieldInfo& info = list[k];
            const bool same =
                info.name == name || std::find(info.aliases.begin(), info.aliases.end(), name) != info.aliases.end();
            if (same && out.info == nullptr)
                out.info = &info, out.plain = k >= firstPlain;
            out.known.emplace_back(info.name);
        }
    };
    look(fields, fields.size());
    if (ofMeasure)
        look(commonMeasureFields(), kFirstPlain);
    return out;
}

template <typename Info>
const std::vector<FieldInfo>* fieldsOf(const std::vector<Info>& types, std::string_view type,
                                       std::vector<std::string>& known) {
    for (const Info& info : types) {
        if (info.name == type)
            return &info.fields;
        known.emplace_back(info.name);
    }
    return nullptr;
}

Result<std::string> numberField(const FieldInfo& info, bool plain, std::string_view text) {
    std::vector<Message> messages;
    std::optional<Quantity> quantity;
    if (text.starts_with('{')) {
        const std::optional<Json> json = jsonOf(text);
        quantity = json ? readQuantity(*json, "", info.range, messages) : std::nullopt;
    } else if (const std::optional<Quantity> typed = quantityFromText(text)) {
        quantity = readQuantity(writeQuantity(*typed), "", info.range, messages); // the order and the range
    }
    if (quantity && !(plain && quantity->dist != Dist::Point))
        return plain ? storedJson(Json(quantity->low)) : storedJson(*quantity);
    std::string why = messages.empty() ? fmt::format("\"{}\" is no {}.", cut(text), plain ? "plain number" : "number")
                                       : messages.front().text;
    if (messages.empty() && text.find(',') != std::string_view::npos)
        why += " Decimals are written with a point: 0.3.";
    return refused(fmt::format("{} can't be that: {} {}", info.name, why, allowed(info, plain)), info.name,
                   {std::string(info.name), cut(text), toText(info.range)});
}

Result<std::string> flagField(const FieldInfo& info, std::string_view text) {
    const std::string word = lowerCase(text);
    for (const std::string_view yes : {"true", "yes", "on", "1"})
        if (word == yes)
            return std::string("true");
    for (const std::string_view no : {"false", "no", "off", "0"})
        if (word == no)
            return std::string("false");
    return refused(fmt::format("{} can't be \"{}\". {}", info.name, cut(text), allowed(info, false)), info.name,
                   {std::string(info.name), cut(text), "true, false"});
}

Result<std::string> textField(const FieldInfo& info, std::string_view text) {
    std::string value(text);
    if (text.starts_with('"'))
        if (const std::optional<Json> json = jsonOf(text); json && json->is_string())
            value = json->get<std::string>();
    if (info.kind == FieldKind::Choice) {
        const auto it = std::find_if(info.choices.begin(), info.choices.end(),
                                     [&](std::string_view choice) { return choice == lowerCase(value); });
        if (it == info.choices.end())
            return refused(fmt::format("{} can't be \"{}\". {}", info.name, cut(value), allowed(info, false)),
                           info.name,
                           {std::string(info.name), cut(value), fmt::format("{}", fmt::join(info.choices, ", "))});
        value = *it;
    }
    std::string json = storedJson(Json(value));
    if (value.empty() || json.size() > review::kMaxCostField)
        return refused(
            fmt::format("{} can't be {}. {}", info.name, value.empty() ? "empty" : "that long", allowed(info, false)),
            info.name, {std::string(info.name), cut(value), {}});
    return json;
}

} // namespace

Result<std::string> fieldFromText(bool ofMeasure, std::string_view type, std::string_view field,
                                  std::string_view text) {
    std::vector<std::string> known;
    const std::vector<FieldInfo>* fields =
        ofMeasure ? fieldsOf(measureTypes(), type, known) : fieldsOf(itemTypes(), type, known);
    if (fields == nullptr)
        return refused(fmt::format("There is no type \"{}\" of {}. {}", cut(type), ofMeasure ? "measures" : "items",
                                   orList(nearest(type, known), known)),
                       field, {cut(type)});
    const Found found = findField(*fields, ofMeasure, field);
    if (found.info == nullptr)
        return refused(fmt::format("{} has no field \"{}\". {}", type, cut(field),
                                   orList(nearest(field, found.known), found.known)),
                       field, {cut(field)});
    text = trimmed(text);
    switch (found.info->kind) {
    case FieldKind::Number:
        return numberField(*found.info, found.plain, text);
    case FieldKind::Flag:
        return flagField(*found.info, text);
    case FieldKind::Choice:
    case FieldKind::Text:
        break;
    }
    return textField(*found.info, text);
}

std::string fieldAsText(std::string_view json) {
    const std::optional<Json> value = jsonOf(json);
    if (!value)
        return std::string(json);
    if (value->is_string()) {
        const std::string text = value->get<std::string>();
        return text.starts_with('"') || trimmed(text) != text ? std::string(json) : text;
    }
    const std::optional<Quantity> quantity = quantityOf(json);
    if (!quantity)
        return std::string(json);
    const std::string low = numberAsText(quantity->low), mode = numberAsText(quantity->mode),
                      high = numberAsText(quantity->high);
    switch (quantity->dist) {
    case Dist::Point:
        return low;
    case Dist::Uniform:
        return low + " to " + high;
    case Dist::Triangular:
        return fmt::format("triangular {} {} {}", low, mode, high);
    case Dist::Pert:
        return fmt::format("pert {} {} {}", low, mode, high);
    case Dist::Lognormal:
        return fmt::format("p10 {} p90 {}", low, high);
    }
    return low;
}

} // namespace plumb::cost
