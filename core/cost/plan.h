// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Between the cost model as a review stores it (core/review/costs.h) and as the engine computes with it (model.h).
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/cost/model.h"
#include "core/review/costs.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// The stored model as a specification: positions of items, measures and scenarios are the same in both. Errors: as of
/// readSpec ("cost.spec", Refused) with a message for each fault; `pointer` of a message names the stored thing, like
/// "item vec, pricePerHour" or "measure m1" (no JSON pointer), so that a person finds it.
[[nodiscard]] Result<Spec> specOf(const review::Costs& costs);

/// A specification as a review stores it. Measures' finding keys are left out: findings store that link. `keep` gives
/// the settings that a specification does not have (trials, seed) and the prices. Ids that a review cannot hold are
/// made fit; names that stand twice among scenarios get a number.
[[nodiscard]] review::Costs costsOf(const Spec& spec, const review::Costs& keep = {});

/// `cost eval` input of the stored model, with every field as it was written.
[[nodiscard]] Json writeCosts(const review::Costs& costs);

/// A fit id from a name that `taken` does not have: "Fraud scoring endpoint" -> "fraud-scoring-endpoint",
/// "fraud-scoring-endpoint-2", ...
[[nodiscard]] std::string freshId(std::string_view name, const std::vector<std::string>& taken);

/// Reads one field of an item or measure as a person types it in a shell or a cell, as the JSON that is stored:
/// "30", "0.3", "30%" (0.3), "1,200", "$30", "pert 0.2 0.3 0.5", "pert:0.2,0.3,0.5", "0.2 to 0.5" and "uniform ..."
/// (uniform), "0.2..0.3..0.5" (PERT), "triangular ...", "p10 4 p90 9" and "lognormal 4 9"; JSON as it is; else a text.
/// `type` and `field` of the catalog decide which: Errors (Usage): "cost.field" with what may stand there.
/// The type is an item's, or a measure's with `ofMeasure`; measures also have oneOff, runCost, effort, startMonth,
/// rampMonths.
[[nodiscard]] Result<std::string> fieldFromText(bool ofMeasure, std::string_view type, std::string_view field,
                                                std::string_view text);
/// The other way: "30", "30 %" is never made of a share (it stays 0.3), "0.2 to 0.5", "pert 0.2 0.3 0.5", "p10 4 p90
/// 9".
[[nodiscard]] std::string fieldAsText(std::string_view json);

/// Catalog types that a name in an overlay or a finding means: "schedule-endpoint" -> schedule, "batch-inference" ->
/// batch, "move-vector-store" -> pgvector, s3-vectors, opensearch-next-generation; a type itself; none for other names.
[[nodiscard]] std::vector<MeasureType> typesNamed(std::string_view name);

} // namespace plumb::cost
