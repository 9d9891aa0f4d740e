// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/canonical_fields.h"

#include "core/review/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::review {
namespace {

constexpr std::array<std::string_view, 3> kStatuses{"unselected", "selected", "not_applicable"};
constexpr std::size_t kMostFaults = 100;

} // namespace

std::string_view toText(ChoiceStatus v) noexcept {
    return nameOf(kStatuses, v);
}

bool fromText(std::string_view text, ChoiceStatus& out) noexcept {
    return lookUp(kStatuses, text, out);
}

std::string_view severityText(lens::Risk v) noexcept {
    return v == lens::Risk::Medium ? "MEDIUM" : "HIGH";
}

void Faults::say(std::string pointer, std::string text) {
    if (!full())
        m_messages.push_back({"snapshot.invalid", std::move(pointer), std::move(text), {}});
}

bool Faults::full() const noexcept {
    return m_messages.size() >= kMostFaults;
}

Error Faults::error() const {
    Error error{ErrorKind::Refused, "snapshot.invalid", "The snapshot can't be read.", {}, {}, m_messages};
    if (none())
        return error;
    const Message& first = m_messages.front();
    error.text = fmt::format("The snapshot can't be read: {} ({}).", first.text, first.pointer);
    error.where = first.pointer;
    error.args = {first.pointer};
    return error;
}

FieldReader::FieldReader(const Json& object, std::string pointer, Faults& faults)
    : m_object(object.is_object() ? &object : nullptr), m_pointer(std::move(pointer)), m_faults(faults) {
    if (!m_object)
        m_faults.say(m_pointer, "it is no object");
}

void FieldReader::say(const char* key, std::string what) {
    m_faults.say(place(key), fmt::format("\"{}\" {}", key, what));
}

const Json* FieldReader::find(const char* key) {
    if (!m_object)
        return nullptr;
    const auto it = m_object->find(key);
    if (it != m_object->end())
        return &*it;
    say(key, "is missing");
    return nullptr;
}

void FieldReader::checkText(const std::string& place, const std::string& value, std::size_t limit) {
    if (value.size() > limit)
        m_faults.say(place, fmt::format("a text has {} bytes, {} are allowed", value.size(), limit));
    else if (value.find('\0') != std::string::npos)
        m_faults.say(place, "a text holds a NUL");
}

void FieldReader::text(const char* key, std::string& value, std::size_t limit, May may) {
    const std::string* found = member<std::string>(key);
    if (!found)
        return;
    checkText(place(key), *found, limit);
    if (found->empty() && may == May::NotBeEmpty)
        say(key, "is empty");
    value = *found;
}

void FieldReader::hash(const char* key, std::string& value, May may) {
    constexpr std::size_t kDigits = 64;
    text(key, value, kDigits, may);
    const bool hex = value.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!value.empty() && (value.size() != kDigits || !hex))
        say(key, "is no SHA-256");
}

void FieldReader::flag(const char* key, bool& value) {
    if (const bool* found = member<bool>(key))
        value = *found;
}

std::int64_t FieldReader::wholeNumber(const char* key, std::int64_t low, std::int64_t high) {
    const Json* found = find(key);
    if (!found)
        return low;
    if (!found->is_number_integer()) {
        say(key, "is no whole number");
        return low;
    }
    const bool tooLarge =
        found->is_number_unsigned() &&
        found->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::int64_t value = tooLarge ? high : found->get<std::int64_t>();
    if (!tooLarge && value >= low && value <= high)
        return value;
    say(key, fmt::format("is not from {} to {}", low, high));
    return low;
}

void FieldReader::real(const char* key, double& value, double low, double high) {
    const Json* found = find(key);
    if (!found)
        return;
    if (!found->is_number())
        return say(key, "is no number");
    value = found->get<double>();
    if (!(value >= low && value <= high)) { // also NaN
        say(key, fmt::format("is not from {} to {}", low, high));
        value = low;
    }
}

void FieldReader::realOrNull(const char* key, std::optional<double>& value, double low, double high) {
    const Json* found = find(key);
    if (found && !found->is_null())
        real(key, value.emplace(), low, high);
}

void FieldReader::date(const char* key, Date& value, May may) {
    const std::string* found = member<std::string>(key);
    if (!found)
        return;
    const auto day = parseDate(*found);
    if (day)
        value = *day;
    else if (!found->empty() || may == May::NotBeEmpty)
        say(key, "is no day");
}

void FieldReader::instant(const char* key, Instant& value) {
    value.ms = wholeNumber(key, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
}

void FieldReader::severity(const char* key, lens::Risk& value) {
    const std::string* found = member<std::string>(key);
    if (!found)
        return;
    value = *found == severityText(lens::Risk::Medium) ? lens::Risk::Medium : lens::Risk::High;
    if (*found != severityText(value))
        wrongWord(key, *found);
}

void FieldReader::wrongWord(const char* key, const std::string& word) {
    say(key, fmt::format("is \"{}\", a word that Plumbline does not know", word.substr(0, 40)));
}

const Json* FieldReader::listOf(const char* key, std::size_t limit) {
    const Json* found = find(key);
    if (!found)
        return nullptr;
    if (!found->is_array()) {
        say(key, "is no list");
        return nullptr;
    }
    if (found->size() > limit) {
        say(key, fmt::format("has {} entries, {} are allowed", found->size(), limit));
        return nullptr;
    }
    return found;
}

void FieldReader::texts(const char* key, std::vector<std::string>& values, std::size_t limit) {
    constexpr std::size_t kMostTexts = 100'000;
    const Json* array = listOf(key, kMostTexts);
    for (std::size_t i = 0; array && i < array->size() && !m_faults.full(); ++i) {
        const std::string pointer = childPointer(place(key), i);
        const auto* one = (*array)[i].get_ptr<const std::string*>();
        if (!one) {
            m_faults.say(pointer, "it is no text");
            continue;
        }
        checkText(pointer, *one, limit);
        values.push_back(*one);
    }
    std::vector<std::string_view> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        say(key, "names something twice");
}

void FieldReader::textMap(const char* key, std::map<std::string, std::string>& values, std::size_t nameLimit,
                          std::size_t valueLimit) {
    const Json* found = find(key);
    if (!found)
        return;
    if (!found->is_object())
        return say(key, "is no object");
    for (const auto& [name, value] : found->items()) {
        const std::string pointer = childPointer(place(key), name);
        const auto* one = value.get_ptr<const std::string*>();
        if (!one || name.empty()) {
            m_faults.say(pointer, one ? "it has no name" : "it is no text");
            continue;
        }
        checkText(pointer, name, nameLimit);
        checkText(pointer, *one, valueLimit);
        values[name] = *one;
    }
}

} // namespace plumb::review
