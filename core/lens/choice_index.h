// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds choices of a question by id while its rules are read. Private to core/lens.
#pragma once

#include "core/lens/rule.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumb::lens {

/// A view of the ids, which must outlive it. Of two equal ids the first counts.
class ChoiceIndex {
public:
    explicit ChoiceIndex(const std::vector<std::string>& ids) : m_ids(ids) {
        if (ids.size() <= kScan)
            return;
        for (std::size_t i = 0; i < ids.size(); ++i)
            m_map.emplace(ids[i], static_cast<std::uint32_t>(i));
    }

    /// Position of the id, or Condition::kUnknown.
    [[nodiscard]] std::uint32_t find(std::string_view id) const {
        if (m_ids.size() <= kScan) {
            for (std::size_t i = 0; i < m_ids.size(); ++i)
                if (m_ids[i] == id)
                    return static_cast<std::uint32_t>(i);
            return Condition::kUnknown;
        }
        const auto found = m_map.find(id);
        return found == m_map.end() ? Condition::kUnknown : found->second;
    }

private:
    static constexpr std::size_t kScan = 24;
    const std::vector<std::string>& m_ids;
    std::unordered_map<std::string_view, std::uint32_t> m_map;
};

/// parseCondition with an index that the caller keeps for all rules of a question.
[[nodiscard]] Result<Condition> parseConditionWith(std::string_view text, const ChoiceIndex& choices);

} // namespace plumb::lens
