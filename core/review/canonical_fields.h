// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One description of each structure serves writing and reading: FieldWriter puts what it is shown into an object,
// FieldReader fills what it is shown from one and says everything that is wrong with it. For core/review and for what
// stands beside a review in a snapshot (core/compare).
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/review/review.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::review {

/// Whether a text or day may be empty.
enum class May { BeEmpty, NotBeEmpty };

[[nodiscard]] std::string_view toText(ChoiceStatus v) noexcept; ///< "unselected", "selected", "not_applicable"
[[nodiscard]] bool fromText(std::string_view text, ChoiceStatus& out) noexcept;
/// "MEDIUM", "HIGH": the severities of findings.
[[nodiscard]] std::string_view severityText(lens::Risk v) noexcept;

class FieldWriter {
public:
    [[nodiscard]] Json take() { return std::move(m_object); }

    void text(const char* key, const std::string& value, std::size_t, May = May::BeEmpty) { m_object[key] = value; }
    void hash(const char* key, const std::string& value, May = May::BeEmpty) { m_object[key] = value; }
    void flag(const char* key, bool value) { m_object[key] = value; }
    template <typename Int> void integer(const char* key, Int value, std::int64_t, std::int64_t) {
        m_object[key] = value;
    }
    void real(const char* key, double value, double, double) { m_object[key] = value; }
    void realOrNull(const char* key, std::optional<double> value, double, double) {
        m_object[key] = value ? Json(*value) : Json(nullptr);
    }
    void date(const char* key, Date value, May = May::BeEmpty) { m_object[key] = toIso(value); }
    void instant(const char* key, Instant value) { m_object[key] = value.ms; }
    template <typename Enum> void word(const char* key, Enum value) { m_object[key] = std::string(toText(value)); }
    void severity(const char* key, lens::Risk value) { m_object[key] = std::string(severityText(value)); }
    void texts(const char* key, const std::vector<std::string>& values, std::size_t) { m_object[key] = values; }
    void textMap(const char* key, const std::map<std::string, std::string>& values, std::size_t, std::size_t) {
        Json& object = m_object[key] = Json::object();
        auto& members = object.get_ref<Json::object_t&>();
        for (const auto& [name, value] : values)
            members.emplace_back(name, value); // the map has each name once
    }
    template <typename T, typename Describe> void object(const char* key, const T& value, Describe describe) {
        FieldWriter inner;
        describe(inner, value);
        m_object[key] = inner.take();
    }
    template <typename T, typename Describe>
    void optional(const char* key, const std::optional<T>& value, Describe describe) {
        if (value)
            object(key, *value, describe);
        else
            m_object[key] = nullptr;
    }
    template <typename T, typename Describe>
    void list(const char* key, const std::vector<T>& values, std::size_t, Describe describe) {
        Json array = Json::array();
        for (const T& value : values) {
            FieldWriter inner;
            describe(inner, value);
            array.push_back(inner.take());
        }
        m_object[key] = std::move(array);
    }

private:
    Json m_object = Json::object();
};

/// What is wrong with a text that is read; the first hundred.
class Faults {
public:
    void say(std::string pointer, std::string text);
    [[nodiscard]] bool none() const noexcept { return m_messages.empty(); }
    [[nodiscard]] bool full() const noexcept;
    /// "snapshot.invalid" with all of them.
    [[nodiscard]] Error error() const;

private:
    std::vector<Message> m_messages;
};

class FieldReader {
public:
    FieldReader(const Json& object, std::string pointer, Faults& faults);

    void text(const char* key, std::string& value, std::size_t limit, May may = May::BeEmpty);
    /// 64 lower-case hex digits.
    void hash(const char* key, std::string& value, May may = May::BeEmpty);
    void flag(const char* key, bool& value);
    template <typename Int> void integer(const char* key, Int& value, std::int64_t low, std::int64_t high) {
        value = static_cast<Int>(wholeNumber(key, low, high));
    }
    void real(const char* key, double& value, double low, double high);
    void realOrNull(const char* key, std::optional<double>& value, double low, double high);
    void date(const char* key, Date& value, May may = May::BeEmpty);
    void instant(const char* key, Instant& value);
    template <typename Enum> void word(const char* key, Enum& value) {
        const std::string* name = member<std::string>(key);
        // The parsers are lenient about case and spaces; what is stored is not.
        if (name && (!fromText(*name, value) || toText(value) != *name))
            wrongWord(key, *name);
    }
    void severity(const char* key, lens::Risk& value);
    void texts(const char* key, std::vector<std::string>& values, std::size_t limit);
    void textMap(const char* key, std::map<std::string, std::string>& values, std::size_t nameLimit,
                 std::size_t valueLimit);
    template <typename T, typename Describe> void object(const char* key, T& value, Describe describe) {
        if (const Json* found = find(key)) {
            FieldReader inner(*found, place(key), m_faults);
            describe(inner, value);
        }
    }
    template <typename T, typename Describe>
    void optional(const char* key, std::optional<T>& value, Describe describe) {
        const Json* found = find(key);
        if (!found || found->is_null())
            return;
        FieldReader inner(*found, place(key), m_faults);
        describe(inner, value.emplace());
    }
    template <typename T, typename Describe>
    void list(const char* key, std::vector<T>& values, std::size_t limit, Describe describe) {
        const Json* array = listOf(key, limit);
        if (!array)
            return;
        values.resize(array->size());
        for (std::size_t i = 0; i < values.size() && !m_faults.full(); ++i) {
            FieldReader inner((*array)[i], childPointer(place(key), i), m_faults);
            describe(inner, values[i]);
        }
    }

private:
    /// Says that it is missing; null when it is, or when this is no object.
    [[nodiscard]] const Json* find(const char* key);
    template <typename T> [[nodiscard]] const T* member(const char* key) {
        const Json* found = find(key);
        const T* value = found ? found->get_ptr<const T*>() : nullptr;
        if (found && !value)
            say(key, "is of another type");
        return value;
    }
    [[nodiscard]] const Json* listOf(const char* key, std::size_t limit);
    [[nodiscard]] std::int64_t wholeNumber(const char* key, std::int64_t low, std::int64_t high);
    void checkText(const std::string& place, const std::string& value, std::size_t limit);
    void wrongWord(const char* key, const std::string& word);
    void say(const char* key, std::string what);
    [[nodiscard]] std::string place(const char* key) const { return childPointer(m_pointer, key); }

    const Json* m_object; ///< null when it is none
    std::string m_pointer;
    Faults& m_faults;
};

} // namespace plumb::review
