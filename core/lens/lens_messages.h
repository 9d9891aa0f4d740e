// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Collects what is wrong with a document, with cheap places: a pointer is put together only when there is a message.
// Private to core/lens.
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

/// The place of a value, as a chain of stack objects up to the root.
class Path {
public:
    Path() = default;
    Path(const Path& up, std::string_view key) : m_up(&up), m_key(key), m_isKey(true) {}
    Path(const Path& up, std::size_t index) : m_up(&up), m_index(index) {}
    [[nodiscard]] std::string text() const {
        if (m_up == nullptr)
            return {};
        return m_isKey ? childPointer(m_up->text(), m_key) : childPointer(m_up->text(), m_index);
    }

private:
    const Path* m_up = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
    bool m_isKey = false;
};

/// The member of an object, or null when it has none (or `object` is no object).
[[nodiscard]] const Json* member(const Json& object, std::string_view key) noexcept;

/// "a text", "a number", ... for messages.
[[nodiscard]] std::string_view typeName(const Json& value) noexcept;

class MessageList {
public:
    void add(std::string_view id, const Path& path, std::string text, std::string fix);
    void add(std::vector<Message> messages);
    [[nodiscard]] bool empty() const noexcept { return m_messages.empty(); }
    /// In the order of their places in the document; a field that is missing comes after those that its object has.
    [[nodiscard]] std::vector<Message> take(const Json& root);

private:
    std::vector<Message> m_messages;
    std::size_t m_dropped = 0; ///< beyond the limit that keeps hostile files from filling the memory
};

} // namespace plumb::lens
