// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario as formulas over its uncertain numbers: what a simulation, a tornado or a break-even curve evaluates
// again and again. Made by compile() in core/cost/evaluate.h; plain data, so it may be read by any number of threads.
//
// The inputs belong to the specification, not to the scenario: input k of every scenario of one specification is the
// same number, so that a simulation can draw it once and compare scenarios on common random numbers.
#pragma once

#include "core/cost/program.h"
#include "core/cost/quantity.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace plumb::cost {

/// An uncertain number of the specification. Certain ones are constants inside the programs.
struct Input {
    std::string owner;   ///< id of the item or measure
    std::string field;   ///< "utilisation", "hitRate", "oneOff", ...
    std::string pointer; ///< JSON pointer in the specification, "/items/0/utilisation"
    Quantity quantity;
    friend bool operator==(const Input&, const Input&) = default;
};

/// Money, in the currency of the specification.
enum class Outcome : std::size_t {
    BaselineMonthly, ///< a month without measures
    Monthly,         ///< a month with every measure of the scenario at full effect, run costs included
    Saving,          ///< BaselineMonthly - Monthly
    OneOff,          ///< all one-off costs
    HorizonBaseline, ///< BaselineMonthly times the months of the horizon
    HorizonCost,     ///< sum of the months of the horizon with start months and ramps, one-off costs included
    HorizonSaving,   ///< HorizonBaseline - HorizonCost
    Npv              ///< net present value of the savings of each month less the one-off costs at month 0
};
inline constexpr std::size_t kOutcomes = 8;

struct Compiled {
    std::vector<Input> inputs;
    std::array<Program, kOutcomes> programs; ///< each has inputs.size() inputs

    [[nodiscard]] const Program& program(Outcome outcome) const { return programs[static_cast<std::size_t>(outcome)]; }
    /// One evaluation; `values` has inputs.size() numbers, each within its quantity's range.
    [[nodiscard]] double value(Outcome outcome, std::span<const double> values) const {
        return run(program(outcome), values);
    }
    [[nodiscard]] double monthly(std::span<const double> values) const { return value(Outcome::Monthly, values); }
    /// `count` evaluations in a structure of arrays; see runBlock().
    void block(Outcome outcome, const double* const* columns, std::size_t count, double* out,
               std::vector<double>& scratch) const {
        runBlock(program(outcome), columns, count, out, scratch);
    }
};

} // namespace plumb::cost
