// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON as canonical bytes, and bytes from anybody's file as JSON.
#include "core/base/json.h"
#include "core/review/canonical.h"
#include "core/review/canonical_fields.h"
#include "core/review/canonical_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace plumb::review {
namespace {

void append(std::string& out, const Json& value);

void appendObject(std::string& out, const Json& object) {
    const auto& members = object.get_ref<const Json::object_t&>();
    std::vector<const Json::object_t::value_type*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members)
        sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    out += '{';
    for (const auto* member : sorted) {
        if (out.back() != '{')
            out += ',';
        out += writeJsonCompact(member->first);
        out += ':';
        append(out, member->second);
    }
    out += '}';
}

void append(std::string& out, const Json& value) {
    if (value.is_object())
        return appendObject(out, value);
    if (value.is_number_float())
        return appendReal(out, value.get<double>());
    if (!value.is_array()) {
        out += writeJsonCompact(value);
        return;
    }
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i > 0)
            out += ',';
        append(out, value[i]);
    }
    out += ']';
}

/// How many values there can be at most: one for each bracket and comma outside texts, and one more.
std::size_t mostValues(std::string_view json) {
    std::size_t count = 1;
    bool inText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"')
            inText = !inText;
        else if (inText)
            i += c == '\\' ? 1 : 0;
        else if (c == ',' || c == '[' || c == '{')
            ++count;
    }
    return count;
}

/// Whether the text stands in JSON as it is; what is beyond ASCII is left to the checks of the serializer.
bool isPlain(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; });
}

} // namespace

void appendText(std::string& out, std::string_view text) {
    if (!isPlain(text)) {
        out += writeJsonCompact(Json(text));
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

void appendReal(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null"; // no number of a review; the reader refuses it
        return;
    }
    if (value == 0 && std::signbit(value)) {
        out += "-0.0"; // "-0" would be read as a whole number, which has no sign at 0
        return;
    }
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    out.append(text.data(), end.ptr);
}

std::string TextWriter::take() {
    std::vector<std::pair<std::string_view, std::string_view>> members;
    members.reserve(m_members.size());
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const std::size_t end = i + 1 < m_members.size() ? m_members[i + 1].begin : m_text.size();
        members.emplace_back(m_members[i].key,
                             std::string_view(m_text).substr(m_members[i].begin, end - m_members[i].begin));
    }
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string out;
    out.reserve(m_text.size() + 24 * members.size() + 2);
    out += '{';
    for (const auto& [key, value] : members) {
        out += out.size() == 1 ? "\"" : ",\"";
        out += key; // a word of ours
        out += "\":";
        out += value;
    }
    out += '}';
    m_text.clear();
    m_members.clear();
    return out;
}

std::string canonicalText(const Json& value) {
    std::string out;
    append(out, value);
    return out;
}

Result<Json> parseSnapshotText(std::string_view bytes) {
    constexpr JsonLimits limits{.maxBytes = kMaxSnapshotBytes, .maxDepth = 20};
    Faults faults;
    if (bytes.size() <= kMaxSnapshotBytes && mostValues(bytes) > kMaxSnapshotValues) {
        faults.say({}, fmt::format("it holds more than {} values", kMaxSnapshotValues));
        return fail(faults.error());
    }
    JsonDocument document = parseJson(bytes, limits);
    if (document.usable)
        return std::move(document.root);
    for (const Message& problem : document.problems)
        faults.say(problem.pointer, problem.text);
    return fail(faults.error());
}

} // namespace plumb::review
