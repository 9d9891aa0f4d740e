// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The third reader of the descriptions in canonical_fields.h: writes canonical text at once, without values in between,
// so that a snapshot of a large review is not felt. For core/review and core/compare.
#pragma once

#include "core/review/canonical_fields.h"

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::review {

/// As canonicalText() writes them.
void appendText(std::string& out, std::string_view text);
void appendReal(std::string& out, double value);

/// One object. Gives the text that canonicalText() of FieldWriter's object gives.
class TextWriter {
public:
    /// The members by their keys; the writer is empty then.
    [[nodiscard]] std::string take();

    void text(const char* key, const std::string& value, std::size_t, May = May::BeEmpty) { word(key, value, {}); }
    void hash(const char* key, const std::string& value, May = May::BeEmpty) { word(key, value, {}); }
    void flag(const char* key, bool value) {
        begin(key);
        m_text += value ? "true" : "false";
    }
    template <typename Int> void integer(const char* key, Int value, std::int64_t, std::int64_t) {
        begin(key);
        appendInteger(value);
    }
    void real(const char* key, double value, double, double) {
        begin(key);
        appendReal(m_text, value);
    }
    void realOrNull(const char* key, std::optional<double> value, double low, double high) {
        if (value)
            return real(key, *value, low, high);
        begin(key);
        m_text += "null";
    }
    void date(const char* key, Date value, May = May::BeEmpty) { word(key, toIso(value), {}); }
    void instant(const char* key, Instant value) {
        begin(key);
        appendInteger(value.ms);
    }
    template <typename Enum> void word(const char* key, Enum value) { word(key, toText(value), {}); }
    void severity(const char* key, lens::Risk value) { word(key, severityText(value), {}); }
    void texts(const char* key, const std::vector<std::string>& values, std::size_t) {
        begin(key);
        m_text += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_text += i > 0 ? "," : "";
            appendText(m_text, values[i]);
        }
        m_text += ']';
    }
    void textMap(const char* key, const std::map<std::string, std::string>& values, std::size_t, std::size_t) {
        begin(key);
        m_text += '{';
        for (const auto& [name, value] : values) { // sorted by its bytes already
            m_text += m_text.back() == '{' ? "" : ",";
            appendText(m_text, name);
            m_text += ':';
            appendText(m_text, value);
        }
        m_text += '}';
    }
    template <typename T, typename Describe> void object(const char* key, const T& value, Describe describe) {
        begin(key);
        appendObject(value, describe);
    }
    template <typename T, typename Describe>
    void optional(const char* key, const std::optional<T>& value, Describe describe) {
        if (value)
            return object(key, *value, describe);
        begin(key);
        m_text += "null";
    }
    template <typename T, typename Describe>
    void list(const char* key, const std::vector<T>& values, std::size_t, Describe describe) {
        begin(key);
        m_text += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_text += i > 0 ? "," : "";
            appendObject(values[i], describe);
        }
        m_text += ']';
    }

private:
    struct Verbatim {};
    struct Member {
        std::string_view key;
        std::size_t begin = 0;
    };
    void begin(const char* key) { m_members.push_back({key, m_text.size()}); }
    void word(const char* key, std::string_view value, Verbatim) {
        begin(key);
        appendText(m_text, value);
    }
    template <typename Int> void appendInteger(Int value) {
        char digits[24];
        m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    template <typename T, typename Describe> void appendObject(const T& value, Describe describe) {
        TextWriter inner;
        describe(inner, value);
        m_text += inner.take();
    }
    std::string m_text; ///< values in the order of their description
    std::vector<Member> m_members;
};

} // namespace plumb::review
