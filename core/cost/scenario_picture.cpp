// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/scenario_picture.h"

#include "core/cost/month_spreads.h"
#include "core/cost/picture_parts.h"
#include "core/cost/radix_sort.h"
#include "core/cost/scenario_risk.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace plumb::cost {
namespace {

constexpr std::array<std::string_view, kBreakEvenKinds> kKindNames{"provisioned", "pgvector", "serverless", "cache",
                                                                   "self-hosting"};
constexpr std::array<Outcome, 4> kSpreadOutcomes{Outcome::Saving, Outcome::Monthly, Outcome::OneOff, Outcome::Npv};
constexpr std::size_t kSaving = 0, kMonthly = 1, kOneOff = 2, kNpv = 3; ///< in that list
constexpr std::size_t kMonthsPerPiece = 5;

/// The progress of one of several steps as a part of the whole.
class Steps {
public:
    Steps(const Progress& progress, std::size_t steps) : m_progress(progress), m_steps(steps) {}
    /// For the next step.
    [[nodiscard]] Progress next() {
        if (!m_progress)
            return {};
        const std::size_t step = m_step++;
        return [this, step](std::size_t done, std::size_t total) {
            return m_progress(step * kParts + (total == 0 ? 0 : done * kParts / total), m_steps * kParts);
        };
    }
    /// For a step without pieces: false when it shall not be taken.
    [[nodiscard]] bool goesOn() {
        const Progress step = next();
        return !step || step(0, 1);
    }

private:
    static constexpr std::size_t kParts = 1000;
    const Progress& m_progress;
    std::size_t m_steps;
    std::size_t m_step = 0;
};

tl::unexpected<Error> stopped() {
    return fail(ErrorKind::Cancelled, "cost.cancelled", "the simulation was stopped");
}

SimulationOptions simulationOptions(const PictureOptions& options, std::uint64_t trials, Progress progress) {
    SimulationOptions out;
    out.trials = trials;
    out.seed = options.seed;
    out.threads = options.threads;
    out.progress = std::move(progress);
    return out;
}

/// What was drawn of one scenario: the outcomes by all trials, one-off costs and savings of states by those for months.
struct Drawn {
    std::vector<SampledOutput> outcomes;
    std::vector<SampledOutput> months; ///< one-off costs first, when they are not the same trials
    [[nodiscard]] MonthTrials monthTrials(const CompiledMonths& compiled) const {
        const bool same = months.size() == compiled.savings.size();
        return {same ? &outcomes[kOneOff] : &months.front(), std::span(months).subspan(same ? 0 : 1), compiled.stateIn};
    }
};

Result<Drawn> draw(const CompiledMonths& compiled, const PictureOptions& options, Steps& steps) {
    std::vector<const Program*> outcomes, months;
    outcomes.reserve(kSpreadOutcomes.size() + compiled.savings.size());
    for (const Outcome outcome : kSpreadOutcomes)
        outcomes.push_back(&compiled.outcomes.program(outcome));
    for (const Program& program : compiled.savings)
        months.push_back(&program);
    const std::vector<Quantity> inputs = quantitiesOf(compiled.outcomes);
    const auto sample = [&](const std::vector<const Program*>& programs, std::uint64_t trials) {
        return sampleOutputs(blockModel(programs), inputs, simulationOptions(options, trials, steps.next()));
    };
    Drawn drawn;
    if (options.trials > kMostMonthTrials) {
        months.insert(months.begin(), outcomes[kOneOff]);
        PLUMB_TRY(few, sample(months, kMostMonthTrials));
        drawn.months = std::move(few);
        PLUMB_TRY(all, sample(outcomes, options.trials));
        drawn.outcomes = std::move(all);
        return drawn;
    }
    outcomes.insert(outcomes.end(), months.begin(), months.end());
    PLUMB_TRY(all, sample(outcomes, options.trials));
    const auto split = all.begin() + static_cast<std::ptrdiff_t>(kSpreadOutcomes.size());
    drawn.months.assign(std::move_iterator(split), std::move_iterator(all.end()));
    all.erase(split, all.end());
    drawn.outcomes = std::move(all);
    return drawn;
}

/// R's type 7, of sorted values.
double quantileOf(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto rank = static_cast<std::size_t>(place);
    const double part = place - static_cast<double>(rank);
    return part > 0 ? sorted[rank] + (sorted[rank + 1] - sorted[rank]) * part : sorted[rank];
}

/// Counts between P0.25 and P99.75; one cell for all when they are equal.
Histogram cellsOf(const std::vector<double>& sorted) {
    constexpr double kLeftOut = 0.0025;
    Histogram out;
    out.low = quantileOf(sorted, kLeftOut);
    const double high = quantileOf(sorted, 1 - kLeftOut);
    out.width = (high - out.low) / static_cast<double>(kSavingCells);
    if (!(out.width > 0)) {
        out.width = 0;
        out.counts.push_back(sorted.size());
        return out;
    }
    auto from = std::lower_bound(sorted.begin(), sorted.end(), out.low);
    for (std::size_t cell = 1; cell <= kSavingCells; ++cell) {
        const double end = out.low + static_cast<double>(cell) * out.width;
        const auto to = cell == kSavingCells ? std::upper_bound(from, sorted.end(), high)
                                             : std::lower_bound(from, sorted.end(), end);
        out.counts.push_back(static_cast<std::uint64_t>(to - from));
        from = to;
    }
    return out;
}

/// Sorts the trials of the saving, once for all that is said of them.
void describeSaving(SampledOutput& saving, std::vector<double>& scratch, ScenarioPicture& out) {
    sortNumbers(saving.values, scratch);
    out.savings.resize(kSavingPoints);
    for (std::size_t k = 0; k < kSavingPoints; ++k)
        out.savings[k] = quantileOf(saving.values, static_cast<double>(k) / (kSavingPoints - 1));
    out.cells = cellsOf(saving.values);
    out.saving = {saving.moments.mean, standardError(saving.moments), quantileOf(saving.values, 0.1),
                  quantileOf(saving.values, 0.5), quantileOf(saving.values, 0.9)};
}

/// The first month from which the saving stays at 0 or above.
std::optional<int> paidBack(const std::vector<Spread>& cumulative, double Spread::*at) {
    std::size_t month = cumulative.size();
    while (month > 0 && cumulative[month - 1].*at >= 0)
        --month;
    if (month == cumulative.size())
        return std::nullopt;
    return static_cast<int>(month);
}

/// All that is said of the trials, in pieces that any thread may do.
[[nodiscard]] bool describe(Drawn& drawn, const CompiledMonths& compiled, std::size_t threads, const Progress& progress,
                            ScenarioPicture& out) {
    const MonthTrials trials = drawn.monthTrials(compiled);
    const std::size_t months = compiled.stateIn.size() + 1;
    out.cumulative.resize(months);
    std::vector<std::function<void(std::vector<double>&)>> pieces;
    pieces.emplace_back([&](std::vector<double>& scratch) { describeSaving(drawn.outcomes[kSaving], scratch, out); });
    for (std::size_t first = 0; first < months; first += kMonthsPerPiece)
        pieces.emplace_back([&, first](std::vector<double>& scratch) {
            cumulativeSpreads(trials, first, std::min(first + kMonthsPerPiece, months), scratch, out.cumulative);
        });
    for (const auto& [outcome, spread] :
         {std::pair{kMonthly, &out.monthly}, std::pair{kOneOff, &out.oneOff}, std::pair{kNpv, &out.npv}})
        pieces.emplace_back([&, from = outcome, to = spread](std::vector<double>&) {
            *to = spreadOf(drawn.outcomes[from].values, drawn.outcomes[from].moments);
        });
    std::vector<std::vector<double>> scratch(workersFor(pieces.size(), threads));
    if (!inParallel(
            pieces.size(), threads, [&](std::size_t piece, std::size_t worker) { pieces[piece](scratch[worker]); },
            progress))
        return false;
    out.paidBack = paidBack(out.cumulative, &Spread::p50);
    out.paidBackAtP10 = paidBack(out.cumulative, &Spread::p10);
    return true;
}

Result<ScenarioPicture> pictureOfScenario(const Spec& spec, std::size_t scenario, const PictureOptions& options,
                                          Steps& steps) {
    ScenarioPicture out;
    out.scenario = scenario;
    const CompiledMonths compiled = compileMonths(spec, scenario);
    PLUMB_TRY(drawn, draw(compiled, options, steps));
    if (!describe(drawn, compiled, options.threads, steps.next(), out))
        return stopped();
    out.tornado = tornado(compiled.outcomes, Outcome::Saving);
    out.inputs = compiled.outcomes.inputs;
    if (!steps.goesOn())
        return stopped();
    out.result = evaluateScenario(spec, scenario, options.slow);
    return out;
}

void addFrontier(const Spec& spec, CostPicture& out) {
    std::vector<std::size_t> candidates;
    for (std::size_t k = 0; k < spec.measures.size(); ++k)
        if (spec.measures[k].effort > 0)
            candidates.push_back(k);
    if (candidates.empty()) {
        out.frontierTrouble = spec.measures.empty() ? "there are no measures" : "no measure has an effort";
        return;
    }
    FoundFrontier found = findFrontier(spec, candidates);
    out.frontier = std::move(found.points);
    out.frontierComplete = found.complete;
}

/// Frontier and what is worth knowing before choosing.
Result<void> addSlowParts(const Spec& spec, const PictureOptions& options, Steps& steps, CostPicture& out) {
    if (!steps.goesOn())
        return stopped();
    addFrontier(spec, out);
    if (out.scenarios.empty())
        return {};
    std::vector<Compiled> scenarios;
    for (std::size_t k = 0; k < spec.scenarios.size(); ++k)
        scenarios.push_back(compile(spec, k));
    PLUMB_TRY(value,
              informationForChoice(
                  scenarios, simulationOptions(options, std::min(options.trials, kMostMonthTrials), steps.next())));
    for (ScenarioPicture& scenario : out.scenarios)
        scenario.information = value.perInput;
    return {};
}

Result<void> check(const Spec& spec, const PictureOptions& options) {
    if (options.trials == 0 || options.trials > kMostTrials)
        return fail(ErrorKind::Usage, "cost.trials",
                    fmt::format("{} trials cannot be simulated; ask for 1 to {}", options.trials, kMostTrials),
                    "trials", {std::to_string(options.trials)});
    if (options.scenarios.size() > kMostCompared)
        return fail(ErrorKind::Usage, "cost.scenario",
                    fmt::format("{} scenarios cannot be compared at once; choose up to {}", options.scenarios.size(),
                                kMostCompared));
    for (const std::size_t scenario : options.scenarios)
        if (scenario >= spec.scenarios.size() && !spec.scenarios.empty())
            return fail(
                ErrorKind::Usage, "cost.scenario",
                fmt::format("there is no scenario {}: the specification has {}", scenario + 1, spec.scenarios.size()));
    return {};
}

} // namespace

std::string_view toText(BreakEvenKind kind) noexcept {
    return kKindNames[static_cast<std::size_t>(kind)];
}

Result<CostPicture> pictureOf(const Spec& spec, const PictureOptions& options) {
    PLUMB_CHECK(check(spec, options));
    const std::vector<std::size_t> chosen = spec.scenarios.empty() ? std::vector<std::size_t>{} : options.scenarios;
    constexpr std::size_t kStepsOfScenario = 4, kSlowSteps = 2;
    Steps steps(options.progress, chosen.size() * kStepsOfScenario + kSlowSteps);
    CostPicture out;
    out.trials = options.trials;
    out.seed = options.seed;
    out.items = baselineItems(spec);
    for (const ItemMonth& item : out.items)
        out.baseline += item.cost;
    for (const std::size_t scenario : chosen) {
        PLUMB_TRY(picture, pictureOfScenario(spec, scenario, options, steps));
        out.scenarios.push_back(std::move(picture));
    }
    out.alone =
        savingsAlone(spec, chosen.empty() ? std::vector<std::size_t>{} : spec.scenarios[chosen.front()].measures);
    out.breakEvens = breakEvensOf(spec);
    if (options.slow)
        PLUMB_CHECK(addSlowParts(spec, options, steps, out));
    return out;
}

} // namespace plumb::cost
