// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/score_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

long whole(double value) {
    return std::lround(value);
}

} // namespace

std::string scoreCell(const std::optional<double>& score) {
    return score ? std::to_string(whole(*score)) : "-";
}

std::string rangeCell(const score::ScopeScore& score) {
    return fmt::format("{}-{}", whole(score.worst), whole(score.best));
}

std::string percentCell(double share) {
    long percent = whole(share * 100);
    if (share < 1.0)
        percent = std::min(percent, 99L);
    if (share > 0.0)
        percent = std::max(percent, 1L);
    return fmt::format("{} %", percent);
}

std::string scoreLine(const score::ScopeScore& score) {
    if (!score.score)
        return fmt::format("No score yet: nothing is answered (range {})", rangeCell(score));
    return fmt::format("Score {} of 100 ({}), {} answered, {}", scoreCell(score.score), rangeCell(score),
                       percentCell(score.coverage), score.label ? score::toText(*score.label) : "");
}

} // namespace plumb::cli
