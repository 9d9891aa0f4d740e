// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answer of `cost eval` as JSON; its fields are listed in docs/cli.md.
#pragma once

#include "core/base/json_fwd.h"
#include "core/cost/carbon.h"
#include "core/cost/evaluate.h"
#include "core/cost/frontier.h"

namespace plumb::cost {

/// One member for each result; amounts are not rounded. Numbers that do not exist (a payback that never comes) are
/// null, and `irrNote` says why there is no single internal rate of return.
[[nodiscard]] Json writeEvaluation(const Spec& spec, const Evaluation& evaluation);

/// [{effort, saving, measures[], onHull}].
[[nodiscard]] Json writeFrontier(const Spec& spec, const std::vector<FrontierPoint>& points);

/// Why the rates are none or several; empty when there is one.
[[nodiscard]] std::string rateNote(const InternalRates& rates);

} // namespace plumb::cost
