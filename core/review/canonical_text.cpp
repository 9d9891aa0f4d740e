// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON as canonical bytes, and bytes from anybody's file as JSON.
#include "core/base/json.h"
#include "core/review/canonical.h"
#include "core/review/canonical_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace plumb::review {
namespace {

void append(std::string& out, const Json& value);

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

} // namespace

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
