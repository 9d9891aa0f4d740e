// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset_format.h"

#include "core/store/schema.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <sqlite3.h>
#include <vector>

namespace plumb::store {
namespace {

/// Type bytes of a value; 4 (blob) and 5 (null) don't occur in content tables.
constexpr std::uint8_t kLeftOut = 0, kWholeNumber = 1, kReal = 2, kText = 3;

/// Which columns of a table are in its key, in schema order.
std::vector<bool> keyColumns(const ContentTable& table) {
    const auto split = [](std::string_view list) {
        std::vector<std::string_view> names;
        for (std::size_t at = 0; at <= list.size();) {
            const std::size_t end = std::min(list.find(',', at), list.size());
            names.push_back(list.substr(at, end - at));
            at = end + 1;
        }
        return names;
    };
    const auto key = split(table.key);
    std::vector<bool> flags;
    for (const std::string_view column : split(table.columns))
        flags.push_back(std::find(key.begin(), key.end(), column) != key.end());
    return flags;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    /// What is wrong, or nothing.
    std::optional<std::string> check() {
        while (m_at < m_bytes.size() && m_wrong.empty()) {
            if (m_bytes[m_at] == 'T')
                table();
            else
                change();
        }
        return m_wrong.empty() ? std::nullopt : std::optional(m_wrong);
    }

private:
    void wrong(std::string what) {
        if (m_wrong.empty())
            m_wrong = std::move(what);
    }

    std::uint8_t byte() {
        if (m_at >= m_bytes.size()) {
            wrong("an entry ends too early");
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }

    /// SQLite's variable-length integer; lengths here fit five bytes.
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int i = 0; i < 5; ++i) {
            const std::uint8_t b = byte();
            value = value << 7 | (b & 0x7F);
            if (b < 0x80)
                return value;
        }
        wrong("an entry holds a length that makes no sense");
        return 0;
    }

    void skip(std::uint64_t count) {
        if (count > m_bytes.size() - m_at)
            wrong("an entry ends too early");
        else
            m_at += count;
    }

    void table() {
        ++m_at;
        const std::uint64_t columns = number();
        const std::size_t flags = m_at;
        skip(columns);
        const std::size_t end = m_wrong.empty() ? m_bytes.find('\0', m_at) : std::string_view::npos;
        if (end == std::string_view::npos)
            return wrong("an entry ends too early");
        const std::string_view name = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        for (const ContentTable& known : kContentTables) {
            if (name != known.name)
                continue;
            m_key = keyColumns(known);
            if (columns == 0 || columns > m_key.size())
                return wrong(fmt::format("an entry knows another table \"{}\"", name));
            for (std::size_t i = 0; i < m_key.size(); ++i)
                if (m_key[i] != (i < columns && m_bytes[flags + i] != 0))
                    return wrong(fmt::format("an entry knows another table \"{}\"", name));
            m_key.resize(columns);
            return;
        }
        wrong(fmt::format("an entry changes the table \"{}\"", name.substr(0, 100)));
    }

    void change() {
        const std::uint8_t op = byte();
        if (byte() > 1)
            return wrong("an entry can't be read");
        if (m_key.empty())
            return wrong("an entry names no table");
        if (op == SQLITE_INSERT || op == SQLITE_DELETE)
            return record([](bool) { return true; });
        if (op != SQLITE_UPDATE)
            return wrong("an entry is no change of a row");
        record([](bool inKey) { return inKey; }); // before: the key at least
        record([](bool) { return false; });       // after: what changed
    }

    template <typename MustBeThere> void record(MustBeThere mustBeThere) {
        for (std::size_t i = 0; i < m_key.size() && m_wrong.empty(); ++i) {
            const std::uint8_t type = byte();
            if (type == kWholeNumber || type == kReal)
                skip(8);
            else if (type == kText)
                skip(number());
            else if (type != kLeftOut)
                wrong("an entry holds a value of the wrong type");
            else if (mustBeThere(m_key[i]))
                wrong("an entry leaves out a value");
        }
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::vector<bool> m_key; ///< of the table that the changes belong to
    std::string m_wrong;
};

} // namespace

Result<void> checkChangeset(std::string_view changeset) {
    if (const auto wrong = Reader(changeset).check())
        return fail(ErrorKind::Refused, "store.damaged",
                    fmt::format("The history does not fit the review ({}); nothing was changed. \"plumbline-cli verify "
                                "FILE --salvage OUT\" saves the review without its history.",
                                *wrong),
                    {}, {*wrong});
    return {};
}

} // namespace plumb::store
