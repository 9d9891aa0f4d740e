// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parts of a cost picture that need no simulation. Only for core/cost; callers use scenario_picture.h.
#pragma once

#include "core/cost/scenario_picture.h"

#include <vector>

namespace plumb::cost {

/// As CostPicture::breakEvens.
[[nodiscard]] std::vector<BreakEvenPicture> breakEvensOf(const Spec& spec);

/// As CostPicture::alone; `chosen` are the measures that are on, in their order.
[[nodiscard]] std::vector<double> savingsAlone(const Spec& spec, const std::vector<std::size_t>& chosen);

} // namespace plumb::cost
