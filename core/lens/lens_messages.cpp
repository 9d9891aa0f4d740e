// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/lens_messages.h"

#include "core/base/json.h"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::size_t kMaxMessages = 10'000;
constexpr std::size_t kMissing = std::numeric_limits<std::size_t>::max();

std::string unescape(std::string_view token) {
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size())
            key += token[++i] == '1' ? '/' : '~';
        else
            key += token[i];
    }
    return key;
}

/// Position of a value among its parent's, and the value.
std::pair<std::size_t, const Json*> step(const Json& parent, std::string_view token) {
    if (parent.is_array()) {
        std::size_t index = kMissing;
        std::from_chars(token.data(), token.data() + token.size(), index);
        return index < parent.size() ? std::pair{index, &parent[index]} : std::pair{kMissing, nullptr};
    }
    if (parent.is_object()) {
        const std::string key = unescape(token);
        std::size_t position = 0;
        for (const auto& [name, value] : parent.get_ref<const Json::object_t&>()) {
            if (name == key)
                return {position, &value};
            ++position;
        }
    }
    return {kMissing, nullptr};
}

std::vector<std::size_t> placeOf(const Json& root, std::string_view pointer) {
    std::vector<std::size_t> place;
    const Json* value = &root;
    while (value != nullptr && !pointer.empty() && pointer.front() == '/') {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const auto [position, next] = step(*value, pointer.substr(0, end));
        place.push_back(position);
        value = next;
        pointer.remove_prefix(end);
    }
    return place;
}

} // namespace

const Json* member(const Json& object, std::string_view key) noexcept {
    if (!object.is_object())
        return nullptr;
    for (const auto& [name, value] : object.get_ref<const Json::object_t&>())
        if (name == key)
            return &value;
    return nullptr;
}

std::string_view typeName(const Json& value) noexcept {
    switch (value.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::object:
        return "an object";
    case Json::value_t::array:
        return "an array";
    case Json::value_t::string:
        return "a text";
    case Json::value_t::boolean:
        return "true or false";
    default:
        return "a number";
    }
}

void MessageList::add(std::string_view id, const Path& path, std::string text, std::string fix) {
    if (m_messages.size() >= kMaxMessages) {
        ++m_dropped;
        return;
    }
    m_messages.push_back({std::string(id), path.text(), std::move(text), std::move(fix)});
}

void MessageList::add(std::vector<Message> messages) {
    std::move(messages.begin(), messages.end(), std::back_inserter(m_messages));
}

std::vector<Message> MessageList::take(const Json& root) {
    std::vector<std::pair<std::vector<std::size_t>, Message>> placed;
    placed.reserve(m_messages.size());
    for (auto& message : m_messages) {
        auto place = placeOf(root, message.pointer);
        placed.emplace_back(std::move(place), std::move(message));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Message> out;
    out.reserve(placed.size() + 1);
    for (auto& [place, message] : placed)
        out.push_back(std::move(message));
    if (m_dropped > 0)
        out.push_back({out.back().id, "", fmt::format("{} more problems were found.", m_dropped),
                       "Correct the ones above and read the file again."});
    m_messages.clear();
    return out;
}

} // namespace plumb::lens
