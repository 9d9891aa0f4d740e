// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The input of `cost eval` as JSON, strictly read and written again. Field names and types are those of the catalog
// (core/cost/types.h); docs/cost-model.md lists them.
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/cost/model.h"

namespace plumb::cost {

inline constexpr std::size_t kMaxItems = 10000;   ///< more are refused
inline constexpr std::size_t kMaxMeasures = 1000; ///< more are refused

/// Reads a specification, or refuses it (Refused, "cost.spec") with one message for each fault, in file order:
/// C001 wrong type, unknown field or value; C002 outside the range (a negative price, a probability above 1, a horizon
/// or utilisation of 0); C003 low, mode, high out of order; C004 something needed is missing; C005 unknown type, item,
/// measure or driver (with the nearest name); C006 an id or name stands twice; C007 prerequisites go in a circle; C008
/// a scenario lacks a prerequisite or has two measures that exclude each other; C009 a measure cannot act on that item;
/// C010 more than one currency. Each has the JSON pointer of the place and what to do. Never throws. `mayBeEmpty`: no
/// items are no fault.
[[nodiscard]] Result<Spec> readSpec(const Json& document, bool mayBeEmpty = false);

/// What readSpec reads back into an equal specification. Defaults that were not given stay away.
[[nodiscard]] Json writeSpec(const Spec& spec);

} // namespace plumb::cost
