// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money over time. Cash flows are in one currency; a rate of 0.1 is 10 % a period (a year, or a month, as said).
//
// Sources: Brealey, Myers, Allen, "Principles of Corporate Finance", chapters 2, 5 and 6 (present value, payback,
// internal rate of return and its pitfalls); the functions of the same names in Microsoft Excel, whose published
// examples are the tests; Descartes' rule of signs for the number of rates.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace plumb::cost {

/// (1+r)^(1/12) - 1 for a yearly rate above -1.
[[nodiscard]] double monthlyRate(double yearly) noexcept;

/// Sum of flows[t] / (1+rate)^t, the first flow undiscounted (Excel's NPV discounts the first one, too: divide by
/// 1+rate for it). `rate` above -1.
[[nodiscard]] double netPresentValue(double rate, std::span<const double> flows) noexcept;

/// Internal rates of return: all rates above -1 at which the flows are worth 0, rising. `changes` is the number of sign
/// changes: with 0 there is no rate, with 1 there is exactly one, with more there can be several or none, and a single
/// one decides nothing. Rates up to 1,000,000 a period are looked for; with more than one sign change two rates that
/// lie within a hundredth of a percent of each other (in 1 + rate) can be missed.
struct InternalRates {
    std::vector<double> rates;
    int changes = 0;
    friend bool operator==(const InternalRates&, const InternalRates&) = default;
};
[[nodiscard]] InternalRates internalRates(std::span<const double> flows);

/// Excel's MIRR: outflows financed at one rate, inflows reinvested at another. Nothing without both kinds of flow.
[[nodiscard]] std::optional<double> modifiedInternalRate(std::span<const double> flows, double financeRate,
                                                         double reinvestRate) noexcept;

/// Flows on days counted from the first, discounted by (1+yearly)^(days/365), as Excel's XNPV.
[[nodiscard]] double datedPresentValue(double yearly, std::span<const double> flows,
                                       std::span<const double> days) noexcept;
/// The yearly rate at which that is 0, nearest to 0; nothing when there is none between -0.9999 and 10000.
[[nodiscard]] std::optional<double> datedInternalRate(std::span<const double> flows, std::span<const double> days);

/// Months until the savings have paid `oneOff` back, with savings flowing evenly within each month. `savings` are those
/// of months 1, 2, ...; after the last one the last amount goes on for ever. 0 when there is nothing to pay back;
/// nothing when it never is.
[[nodiscard]] std::optional<double> payback(double oneOff, std::span<const double> savings) noexcept;

/// The same with every saving discounted by the monthly rate from the end of its month; within a month by
/// n = -ln(1 - I i / S) / ln(1+i), so that even savings give exactly that. `rate` above -1.
[[nodiscard]] std::optional<double> discountedPayback(double oneOff, std::span<const double> savings,
                                                      double rate) noexcept;

} // namespace plumb::cost
