// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a simulation says about one scenario of a specification, put together for a page or a verb: the spread of its
// outcomes, the tornado of one of them, and which number to measure next for the choice between all scenarios.
#pragma once

#include "core/base/json_fwd.h"
#include "core/cost/model.h"
#include "core/cost/sensitivity.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// The outcomes in the order of the enumeration.
inline constexpr std::array<Outcome, kOutcomes> kAllOutcomes{
    Outcome::BaselineMonthly, Outcome::Monthly,     Outcome::Saving,        Outcome::OneOff,
    Outcome::HorizonBaseline, Outcome::HorizonCost, Outcome::HorizonSaving, Outcome::Npv};
/// "baselineMonthly", "monthly", "saving", "oneOff", "horizonBaseline", "horizonCost", "horizonSaving", "npv".
[[nodiscard]] std::string_view toText(Outcome outcome) noexcept;
[[nodiscard]] std::optional<Outcome> outcomeFromText(std::string_view text) noexcept;

struct RiskQuestion {
    std::string scenario; ///< name; empty: the first, or no measures at all when there is none
    Outcome outcome = Outcome::Monthly;
    std::optional<double> target; ///< of the outcome
    bool indices = false;         ///< also Sobol indices, which take (inputs + 2) times the work
    SimulationOptions options;
};

struct ScenarioRisk {
    std::string scenario;
    Outcome outcome = Outcome::Monthly;
    std::vector<Input> inputs;
    Simulation simulation;        ///< outputs in the order of kAllOutcomes
    Tornado tornado;              ///< of `outcome`
    InformationValue information; ///< in net present value, for choosing one scenario of the specification, or none
    std::optional<Proportion> reached; ///< costs: at most the target; savings and net present value: at least
    std::optional<SobolIndices> indices;

    [[nodiscard]] const Summary& summary(Outcome which) const {
        return simulation.outputs[static_cast<std::size_t>(which)].summary;
    }
};

/// What it is worth to know an input before choosing one of these scenarios of one specification, or none, in net
/// present value. Errors as of simulate().
[[nodiscard]] Result<InformationValue> informationForChoice(const std::vector<Compiled>& scenarios,
                                                            const SimulationOptions& options);

/// Errors as of simulate(); Usage "cost.scenario" for a name that the specification does not have.
[[nodiscard]] Result<ScenarioRisk> assess(const Spec& spec, const RiskQuestion& question);

/// The answer of `cost simulate`; docs/cli.md lists its members. The same question gives the same bytes.
[[nodiscard]] Json writeRisk(const ScenarioRisk& risk);

} // namespace plumb::cost
