// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places of texts in a list, found by the text: a table without nodes, since it is made anew for each comparison.
// Private to core/compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::compare {

/// Of two equal texts the first counts. The texts must outlive it.
class Places {
public:
    explicit Places(std::vector<std::string_view> texts) : m_texts(std::move(texts)) {
        std::size_t size = 16;
        while (size < 2 * m_texts.size())
            size *= 2;
        m_slots.assign(size, 0);
        for (std::size_t i = 0; i < m_texts.size(); ++i)
            if (std::uint32_t& slot = m_slots[slotOf(m_texts[i])]; slot == 0)
                slot = static_cast<std::uint32_t>(i + 1);
    }
    [[nodiscard]] std::optional<std::size_t> of(std::string_view text) const {
        const std::uint32_t slot = m_slots[slotOf(text)];
        return slot == 0 ? std::nullopt : std::optional<std::size_t>(slot - 1);
    }

private:
    /// Where the text stands, or the free slot where it would.
    [[nodiscard]] std::size_t slotOf(std::string_view text) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = std::hash<std::string_view>{}(text)&mask;
        while (m_slots[at] != 0 && m_texts[m_slots[at] - 1] != text)
            at = (at + 1) & mask;
        return at;
    }
    std::vector<std::string_view> m_texts;
    std::vector<std::uint32_t> m_slots; ///< place and one; 0: free
};

} // namespace plumb::compare
