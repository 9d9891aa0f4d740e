// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scores in words and columns for people: always score, range and coverage together.
#pragma once

#include "core/score/score.h"

#include <string>

namespace plumb::cli {

/// "Score 69 of 100 (54-76), 78 % answered, needs work"
[[nodiscard]] std::string scoreLine(const score::ScopeScore& score);
/// "69", or "-" when nothing is answered.
[[nodiscard]] std::string scoreCell(const std::optional<double>& score);
/// "54-76"
[[nodiscard]] std::string rangeCell(const score::ScopeScore& score);
/// "78 %"; never 100 below 1 nor 0 above 0.
[[nodiscard]] std::string percentCell(double share);

} // namespace plumb::cli
