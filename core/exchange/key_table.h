// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds a number for a tuple of byte strings: open addressing, keys kept in one piece of memory, no allocation for a
// key that is known. Strings that are looked up need 8 readable bytes behind them (the reader's buffer has 64).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace plumb::exchange {

inline constexpr std::size_t kMostKeyField = 1000;      ///< bytes of a field that count
inline constexpr std::size_t kMostKeyBytes = 64u << 20; ///< of all keys of a table

class KeyTable {
public:
    static constexpr std::uint32_t kFull = 0xFFFFFFFF;

    KeyTable(std::size_t fields, std::size_t mostKeys) : m_fields(fields), m_most(mostKeys), m_slots(256) {}

    /// The number of this key, counted from 0 in order of appearance; `fresh` says whether it is a new one. kFull when
    /// there is no room for a new one.
    std::uint32_t find(const std::string_view* fields, bool& fresh) {
        fresh = false;
        if (m_last != kFull && same(m_last, fields))
            return m_last;
        const std::uint64_t hash = hashOf(fields);
        std::size_t at = hash & (m_slots.size() - 1);
        for (; m_slots[at].key != kFull; at = (at + 1) & (m_slots.size() - 1))
            if (m_slots[at].hash == hash && same(m_slots[at].key, fields))
                return m_last = m_slots[at].key;
        if (size() >= m_most || m_bytes.size() > kMostKeyBytes)
            return kFull;
        fresh = true;
        m_slots[at] = {hash, static_cast<std::uint32_t>(size())};
        m_last = m_slots[at].key;
        add(fields);
        if (size() * 2 > m_slots.size())
            enlarge();
        return m_last;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_starts.size(); }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t key = kFull;
    };
    static std::uint64_t word(const char* at) noexcept {
        std::uint64_t x;
        std::memcpy(&x, at, 8);
        return x;
    }
    /// The first `count` bytes of a word, 1 to 8.
    static std::uint64_t cut(std::uint64_t x, std::size_t count) noexcept {
        return std::endian::native == std::endian::little ? x << (64 - 8 * count) : x >> (64 - 8 * count);
    }
    static std::size_t lengthOf(std::string_view field) noexcept {
        return field.size() < kMostKeyField ? field.size() : kMostKeyField;
    }
    [[nodiscard]] std::uint64_t hashOf(const std::string_view* fields) const noexcept {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < m_fields; ++i) {
            const char* at = fields[i].data();
            std::size_t left = lengthOf(fields[i]);
            hash = (hash ^ left) * kFactor;
            for (; left > 8; left -= 8, at += 8)
                hash = mixed(hash ^ word(at), kFactor);
            if (left != 0)
                hash = mixed(hash ^ cut(word(at), left), kFactor);
        }
        return hash ^ hash >> 29;
    }
    static std::uint64_t mixed(std::uint64_t x, std::uint64_t factor) noexcept {
        x *= factor;
        return x ^ x >> 32;
    }
    [[nodiscard]] bool same(std::uint32_t key, const std::string_view* fields) const noexcept {
        const std::uint32_t* lengths = m_lengths.data() + key * m_fields;
        const char* stored = m_bytes.data() + m_starts[key];
        for (std::size_t i = 0; i < m_fields; ++i) {
            std::size_t left = lengthOf(fields[i]);
            if (lengths[i] != left)
                return false;
            const char* at = fields[i].data();
            for (; left > 8; left -= 8, at += 8, stored += 8)
                if (word(at) != word(stored))
                    return false;
            if (left != 0 && cut(word(at) ^ word(stored), left) != 0)
                return false;
            stored += left;
        }
        return true;
    }
    void add(const std::string_view* fields) {
        m_starts.push_back(m_bytes.size() < 8 ? 0 : m_bytes.size() - 8);
        m_bytes.resize(m_starts.back()); // the readable bytes behind the last key
        for (std::size_t i = 0; i < m_fields; ++i) {
            const std::string_view field = fields[i].substr(0, lengthOf(fields[i]));
            m_lengths.push_back(static_cast<std::uint32_t>(field.size()));
            m_bytes.insert(m_bytes.end(), field.begin(), field.end());
        }
        m_bytes.resize(m_bytes.size() + 8);
    }
    void enlarge() {
        std::vector<Slot> larger(m_slots.size() * 2);
        for (const Slot& slot : m_slots) {
            if (slot.key == kFull)
                continue;
            std::size_t at = slot.hash & (larger.size() - 1);
            while (larger[at].key != kFull)
                at = (at + 1) & (larger.size() - 1);
            larger[at] = slot;
        }
        m_slots = std::move(larger);
    }

    std::size_t m_fields, m_most;
    std::vector<Slot> m_slots;
    std::vector<std::size_t> m_starts;
    std::vector<std::uint32_t> m_lengths;
    std::vector<char> m_bytes;
    std::uint32_t m_last = kFull;
};

} // namespace plumb::exchange
