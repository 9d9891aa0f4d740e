// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that the Costs page and the report show of up to four scenarios side by side, computed at once from one
// specification on common random numbers. Figures only; core/report/cost_charts.h makes charts of them.
#pragma once

#include "core/cost/break_even.h"
#include "core/cost/evaluate.h"
#include "core/cost/frontier.h"
#include "core/cost/sensitivity.h"
#include "core/cost/simulate.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumb::cost {

inline constexpr std::size_t kMostCompared = 4;

/// A number with its spread.
struct Spread {
    double mean = 0, stdError = 0, p10 = 0, p50 = 0, p90 = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};

struct ScenarioPicture {
    std::size_t scenario = 0; ///< position in Spec::scenarios
    ScenarioResult result;    ///< with ranges at their means
    Spread monthly, saving, oneOff, npv;
    std::vector<double> savings;      ///< saving a month by trial, sorted
    std::vector<Spread> cumulative;   ///< saving less spending after months 0 (one-off costs alone) to the horizon
    std::optional<int> paidBack;      ///< first month from which `cumulative` stays at 0 or above, at P50
    std::optional<int> paidBackAtP10; ///< the same of the low end; none: not within the horizon
    Tornado tornado;                  ///< of the monthly saving
    std::vector<Input> inputs;        ///< what tornado bars and `information` speak of
    std::vector<double> information;  ///< worth of knowing each input before choosing, in net present value
};

/// Which question a break-even chart answers.
enum class BreakEvenKind { Provisioned, Pgvector, Serverless, CacheHitRate, SelfHosting };
inline constexpr std::size_t kBreakEvenKinds = 5;
/// "provisioned", "pgvector", "serverless", "cache", "self-hosting".
[[nodiscard]] std::string_view toText(BreakEvenKind kind) noexcept;

/// A curve with where the model stands on it.
struct BreakEvenPicture {
    BreakEvenKind kind = BreakEvenKind::Provisioned;
    std::string item; ///< id of the item or measure whose figures were taken; empty: the catalog's defaults
    Curve curve;
    std::optional<double> now; ///< x of the present state
};

struct CostPicture {
    double baseline = 0;          ///< a month
    std::vector<ItemMonth> items; ///< parallel to Spec::items
    std::vector<ScenarioPicture> scenarios;
    std::vector<double> alone;           ///< saving a month of each measure of the specification when added last to (or
                                         ///< taken last from) the first scenario; 0 where it cannot be switched on
    std::vector<FrontierPoint> frontier; ///< of all measures with an effort; empty when it can't be computed
    std::string frontierTrouble;         ///< why it is empty
    std::vector<BreakEvenPicture> breakEvens; ///< those the model has figures for, then none
    std::uint64_t trials = 0, seed = 0;
};

struct PictureOptions {
    std::vector<std::size_t> scenarios; ///< 1 to kMostCompared positions; the first is the one in the foreground
    std::uint64_t trials = 10'000, seed = 1;
    std::size_t threads = 0;
    bool slow = true;  ///< also frontier, Shapley and value of information; while a slider moves they are left out
    Progress progress; ///< may stop it: Cancelled "cost.cancelled"
};

/// Errors as of simulate(). Same input, same figures, on any number of threads. `spec` without scenarios: the picture
/// of the baseline with no scenario. Thread-safe.
[[nodiscard]] Result<CostPicture> pictureOf(const Spec& spec, const PictureOptions& options);

} // namespace plumb::cost
