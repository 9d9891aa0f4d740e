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
#include <string_view>
#include <vector>

namespace plumb::cost {

inline constexpr std::size_t kMostCompared = 4;
inline constexpr std::size_t kSavingPoints = 401; ///< quantiles of 0, 1/400, 2/400, ... 1
inline constexpr std::size_t kSavingCells = 40;
/// The spread of the cumulative saving, and the worth of information, are those of the first trials up to this number.
inline constexpr std::uint64_t kMostMonthTrials = 131'072;

/// A number with its spread.
struct Spread {
    double mean = 0, stdError = 0, p10 = 0, p50 = 0, p90 = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};

struct ScenarioPicture {
    std::size_t scenario = 0; ///< position in Spec::scenarios
    ScenarioResult result;    ///< with ranges at their means
    Spread monthly, saving, oneOff, npv;
    std::vector<double> savings;      ///< kSavingPoints quantiles of the saving a month, rising
    Histogram cells;                  ///< of the saving a month, from P0.25 to P99.75; the rest is in no cell
    std::vector<Spread> cumulative;   ///< saving less spending after months 0 (one-off costs alone) to the horizon
    std::optional<int> paidBack;      ///< first month from which `cumulative` stays at 0 or above, at P50
    std::optional<int> paidBackAtP10; ///< the same of the low end; none: not within the horizon
    Tornado tornado;                  ///< of the monthly saving
    std::vector<Input> inputs;        ///< what tornado bars and `information` speak of
    std::vector<double> information;  ///< worth of knowing each input before choosing among all scenarios of the
                                      ///< specification or none, in net present value; empty when not `slow`
};

/// Which question a break-even chart answers.
enum class BreakEvenKind { Provisioned, Pgvector, Serverless, CacheHitRate, SelfHosting };
inline constexpr std::size_t kBreakEvenKinds = 5;
/// "provisioned", "pgvector", "serverless", "cache", "self-hosting".
[[nodiscard]] std::string_view toText(BreakEvenKind kind) noexcept;

/// A curve with where the model stands on it. Capacities and speeds that a model does not have are left out: units and
/// hosts are those it names, and serverless requests are counted by the second of work, one at a time.
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
    bool frontierComplete = true;        ///< false: too many sets to try all; others may save more (findFrontier())
    std::vector<BreakEvenPicture> breakEvens; ///< those the model has figures for, at most one of a kind, in its order
    std::uint64_t trials = 0, seed = 0;
};

struct PictureOptions {
    std::vector<std::size_t> scenarios; ///< 1 to kMostCompared positions; the first is the one in the foreground
    std::uint64_t trials = 10'000, seed = 1;
    std::size_t threads = 0;
    bool slow = true;  ///< also frontier, value of information and Shapley of many measures that touch each other
                       ///< (evaluateScenario()); while a slider moves they are left out
    Progress progress; ///< may stop it: Cancelled "cost.cancelled"
};

/// Errors as of simulate(); Usage "cost.scenario" for more than kMostCompared positions or one that is not there. Same
/// input, same figures, on any number of threads. No positions, or `spec` without scenarios: the picture of the
/// baseline with no scenario. Thread-safe.
[[nodiscard]] Result<CostPicture> pictureOf(const Spec& spec, const PictureOptions& options);

} // namespace plumb::cost
