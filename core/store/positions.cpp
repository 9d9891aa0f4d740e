// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/positions.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace plumb::store {
namespace {

using Positions = std::vector<std::int64_t>;

bool isPosition(std::int64_t value) {
    return value >= 1 && value <= kMaxPosition;
}

/// `then` with 0 for all that are not part of one longest run that goes up (patience sorting).
Positions longestRise(const Positions& then) {
    std::vector<std::size_t> tops; // of the piles: rows with the smallest last position for each length
    std::vector<std::optional<std::size_t>> before(then.size());
    for (std::size_t i = 0; i < then.size(); ++i) {
        if (!isPosition(then[i]))
            continue;
        const auto pile = std::lower_bound(tops.begin(), tops.end(), then[i],
                                           [&](std::size_t row, std::int64_t value) { return then[row] < value; });
        if (pile != tops.begin())
            before[i] = *(pile - 1);
        if (pile == tops.end())
            tops.push_back(i);
        else
            *pile = i;
    }
    Positions kept(then.size(), 0);
    for (auto row = tops.empty() ? std::nullopt : std::optional(tops.back()); row; row = before[*row])
        kept[*row] = then[*row];
    return kept;
}

Positions numberedAnew(std::size_t rows) {
    Positions positions(rows);
    for (std::size_t i = 0; i < rows; ++i)
        positions[i] = static_cast<std::int64_t>(i + 1) * kPositionStep;
    return positions;
}

} // namespace

Positions positionsFor(const Positions& then) {
    Positions positions = longestRise(then);
    std::int64_t lower = 0;
    for (std::size_t i = 0; i < positions.size();) {
        if (positions[i] != 0) {
            lower = positions[i++];
            continue;
        }
        std::size_t end = i;
        while (end < positions.size() && positions[end] == 0)
            ++end;
        const auto rows = static_cast<std::int64_t>(end - i);
        const std::int64_t step = end == positions.size() ? kPositionStep : (positions[end] - lower) / (rows + 1);
        if (step == 0 || lower + step * rows > kMaxPosition)
            return numberedAnew(positions.size());
        for (; i < end; ++i)
            positions[i] = lower += step;
    }
    return positions;
}

} // namespace plumb::store
