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

/// The stored model as a specification: positions of items, measures and scenarios are the same in both. A model
/// without items is an empty specification. Errors: as of readSpec ("cost.spec", Refused) with a message for each
/// fault, also for ids, names, counts and settings that a review cannot hold (C001, C002, C006); `pointer` of a message
/// names the stored thing, like "item vec, pricePerHour", "measure m1" or "settings, horizonMonths" (no JSON pointer),
/// so that a person finds it.
[[nodiscard]] Result<Spec> specOf(const review::Costs& costs);

/// A specification as a review stores it. Measures' finding keys are left out: findings store that link. `keep` gives
/// what a specification does not have: trials, seed and prices, the notes of things with the same id and type, ids of
/// scenarios with the same name, and the chosen one if it is still there. Ids that a review cannot hold are made fit;
/// names that stand twice among scenarios get a number; a horizon beyond 12 to 60 months is cut to that.
[[nodiscard]] review::Costs costsOf(const Spec& spec, const review::Costs& keep = {});

/// `cost eval` input of the stored model, with every field as it was written.
[[nodiscard]] Json writeCosts(const review::Costs& costs);

/// 1 to review::kMaxCostId letters, digits, '-', '_' and '.'.
[[nodiscard]] bool fitId(std::string_view id) noexcept;
/// A fit id from a name that `taken` does not have: "Fraud scoring endpoint" -> "fraud-scoring-endpoint",
/// "fraud-scoring-endpoint-2", ...
/// At most 60 bytes; "unnamed" when the name has no letter or digit.
[[nodiscard]] std::string freshId(std::string_view name, const std::vector<std::string>& taken);

/// Reads one field of an item or measure as a person types it in a shell or a cell, as the JSON that is stored:
/// "30", "0.3", "30%" (0.3), "1,200", "$30", "pert 0.2 0.3 0.5", "pert:0.2,0.3,0.5", "0.2 to 0.5" and "uniform ..."
/// (uniform), "0.2..0.3..0.5" (PERT), "triangular ...", "p10 4 p90 9" and "lognormal 4 9"; JSON as it is; else a text.
/// `type` and `field` of the catalog decide which: Errors (Usage): "cost.field" with what may stand there.
/// The type is an item's, or a measure's with `ofMeasure`; measures also have oneOff, runCost, effort, startMonth,
/// rampMonths, of which the last three can't be ranges. "0.2 to 0.3 to 0.5" is a PERT, too; a comma stands between
/// thousands, never before decimals.
[[nodiscard]] Result<std::string> fieldFromText(bool ofMeasure, std::string_view type, std::string_view field,
                                                std::string_view text);
/// The other way: "30", "30 %" is never made of a share (it stays 0.3), "0.2 to 0.5", "pert 0.2 0.3 0.5", "p10 4 p90
/// 9". What is no JSON comes back as it is. fieldFromText() of it gives the same figures, without source and last day.
[[nodiscard]] std::string fieldAsText(std::string_view json);

/// Where a number comes from and the day ("YYYY-MM-DD") after which it must be looked up again; each may be empty.
struct FieldNotes {
    std::string source, validUntil;
    friend bool operator==(const FieldNotes&, const FieldNotes&) = default;
};
/// Those of a stored number; empty ones for other values.
[[nodiscard]] FieldNotes fieldNotes(std::string_view json);
/// A stored number with these notes instead of its own; a plain one without any. Other values come back as they are.
[[nodiscard]] std::string withNotes(std::string_view json, const FieldNotes& notes);

/// Catalog types that a name in an overlay or a finding means: "schedule-endpoint" -> schedule, "batch-inference" ->
/// batch, "move-vector-store" -> pgvector, s3-vectors, opensearch-next-generation; a type itself; none for other names.
[[nodiscard]] std::vector<MeasureType> typesNamed(std::string_view name);

} // namespace plumb::cost
