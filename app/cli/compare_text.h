// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A comparison of two states as JSON and in words.
#pragma once

#include "core/base/json.h"
#include "core/compare/compare.h"

#include <string>
#include <utility>

namespace plumb::cli {

/// Two states and what moved between them.
struct Compared {
    compare::State before, after;
    compare::Comparison moved;
};

/// Whether the comparison shows a difference: a question that is not unchanged, a finding that moved or has another
/// severity or rating, another score, coverage or sum of money.
[[nodiscard]] bool differs(const compare::Comparison& moved);

/// docs/cli.md, `compare`; `all` also the questions that are unchanged.
[[nodiscard]] Json comparisonJson(const Compared& compared, bool all);
[[nodiscard]] std::string comparisonText(const Compared& compared, bool all);

} // namespace plumb::cli
