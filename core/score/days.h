// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counting calendar days, and writing one in English. Private to core/score.
#pragma once

#include "core/base/time.h"

#include <string>

namespace plumb::score {

/// The day so many days later (earlier when negative). `d` is valid.
[[nodiscard]] Date addDays(Date d, int days) noexcept;
/// Days from one valid day to another; negative when `to` is earlier.
[[nodiscard]] int daysBetween(Date from, Date to) noexcept;
/// "21 May 2026"; "" for no date.
[[nodiscard]] std::string inWords(Date d);

} // namespace plumb::score
