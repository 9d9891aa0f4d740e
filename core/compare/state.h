// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review as it stood at one moment, with everything that was derived from it then: what a snapshot holds, and one
// side of a comparison. Snapshot bytes are canonical JSON; what was derived stands in them with the versions of the
// methods, so that a later method never rewrites an old result.
#pragma once

#include "core/cost/evaluate.h"
#include "core/review/canonical.h"
#include "core/score/findings.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::compare {

inline constexpr std::string_view kSnapshotFormat = "plumbline-snapshot/1";
/// Version of the method by which money is computed (docs/cost-model.md); snapshots store it.
inline constexpr std::string_view kCostMethod = "cost/1";

/// Money of one scenario at run rate, in the currency of the model. The baseline has an empty name.
struct ScenarioMoney {
    std::string id, name;
    double monthly = 0, saving = 0, oneOff = 0;
    friend bool operator==(const ScenarioMoney&, const ScenarioMoney&) = default;
};

struct State {
    std::string name; ///< of the snapshot; "now" for the present
    Date day;         ///< for dates in findings
    std::string scoreMethod;
    review::Review review;
    score::Scores scores;
    std::vector<score::Finding> findings;
    std::string currency;
    std::vector<ScenarioMoney> money; ///< baseline first; empty without a cost model that can be used
};

/// Derives everything by today's methods. Money that is no finite number is none.
[[nodiscard]] State stateOf(const review::Review& review, std::string_view name, Date day);

/// Canonical bytes of a state: {"day","derived":{"currency","findings","money","overall","questions"},"format",
/// "methods":{"cost","score"},"review":{...}} (docs/file-format.md). The same state gives the same bytes. `name` and
/// the time are not in the hash's way: the bytes hold no name and no time, so two snapshots of one state have one hash.
[[nodiscard]] std::string snapshotBytes(const State& state);

/// Reads them. Scores and findings are derived anew from the review in the snapshot; where the stored ones differ
/// (another method), the stored values are kept in `stored`. Errors: "snapshot.invalid" (Refused, with the JSON pointer
/// of each fault), and those of `lensByHash`.
struct StoredResults {
    std::string scoreMethod, costMethod;
    std::optional<double> score;
    double worst = 0, best = 100, coverage = 0;
    std::map<QuestionKey, lens::State> questions;
};
/// What today's methods say of a state, in the form that snapshots keep.
[[nodiscard]] StoredResults resultsOf(const State& state);
/// Only what was stored with a snapshot, without reading the review in it. Refused: "snapshot.invalid".
[[nodiscard]] Result<StoredResults> readStoredResults(std::string_view bytes);

struct ReadSnapshot {
    State state;
    StoredResults stored;
};
[[nodiscard]] Result<ReadSnapshot> readSnapshot(std::string_view bytes, std::string_view name,
                                                const review::LensByHash& lensByHash);

} // namespace plumb::compare
