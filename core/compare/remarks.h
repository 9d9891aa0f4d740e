// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of two states can't be compared, and why, in sentences. Private to core/compare.
#pragma once

#include "core/compare/state.h"

#include <string>
#include <vector>

namespace plumb::compare {

[[nodiscard]] std::vector<std::string> remarksOn(const State& before, const State& after);

} // namespace plumb::compare
