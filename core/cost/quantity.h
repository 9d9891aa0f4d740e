// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A number of the cost model as people know it: a figure, or a range with a shape. Here are only its meaning, its mean
// and its reading from JSON; quantiles and sampling are in core/cost/distribution.h.
//
// Sources: mean of the triangular (a+m+b)/3 and of the PERT (a+4m+b)/6 after Malcolm et al. 1959, "Application of a
// technique for research and development program evaluation"; lognormal from P10 and P90 with mu = (ln P10 + ln P90)/2
// and sigma = ln(P90/P10)/(2 * 1.2815515655446004), mean exp(mu + sigma^2/2).
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

enum class Dist {
    Point,      ///< `low` alone counts; `mode` and `high` are equal to it
    Uniform,    ///< between `low` and `high`; `mode` is unused and 0
    Triangular, ///< `low` <= `mode` <= `high`
    Pert,       ///< the same, beta shaped, with the usual weight 4
    Lognormal   ///< `low` is P10, `high` is P90, both above 0; `mode` is unused and 0
};

/// Value struct; a default one is the point 0. Read ones are finite and ordered (low <= mode <= high).
struct Quantity {
    Dist dist = Dist::Point;
    double low = 0;
    double mode = 0;
    double high = 0;
    std::string source;     ///< where the figure comes from; may be empty
    std::string validUntil; ///< day "YYYY-MM-DD" after which it must be looked up again; empty: no limit known

    [[nodiscard]] static Quantity point(double value) { return {Dist::Point, value, value, value, {}, {}}; }
    [[nodiscard]] static Quantity uniform(double low, double high) { return {Dist::Uniform, low, 0, high, {}, {}}; }
    [[nodiscard]] static Quantity triangular(double low, double mode, double high) {
        return {Dist::Triangular, low, mode, high, {}, {}};
    }
    [[nodiscard]] static Quantity pert(double low, double mode, double high) {
        return {Dist::Pert, low, mode, high, {}, {}};
    }
    [[nodiscard]] static Quantity lognormal(double p10, double p90) { return {Dist::Lognormal, p10, 0, p90, {}, {}}; }

    /// No spread: a point, or a range of width 0.
    [[nodiscard]] bool certain() const noexcept { return dist == Dist::Point || low == high; }
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// The expected value, which a single-number evaluation uses.
[[nodiscard]] double mean(const Quantity& quantity) noexcept;
/// Ends of what can occur: 0 and infinity for the lognormal.
[[nodiscard]] double lowest(const Quantity& quantity) noexcept;
[[nodiscard]] double highest(const Quantity& quantity) noexcept;

/// "point", "uniform", "triangular", "pert", "lognormal".
[[nodiscard]] std::string_view toText(Dist dist) noexcept;

/// What a number may be. Both ends are allowed values unless the flags say otherwise.
struct Range {
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    bool openLow = false;  ///< `low` itself is refused ("above 0")
    bool openHigh = false; ///< `high` itself is refused ("below 1")
    friend bool operator==(const Range&, const Range&) = default;
};
/// "0 or more", "above 0", "0 to 1", ...
[[nodiscard]] std::string toText(const Range& range);

/// Reads a number, or {"dist":"pert","low":..,"mode":..,"high":..} (triangular alike; uniform: low, high; lognormal:
/// p10, p90; point: value), each with optional "source" and "validUntil". Adds one message for each fault, with the
/// JSON pointer of the place: C001 wrong type or field, C002 outside `range` or beyond 1e15, C003 low, mode, high out
/// of order. A distribution is in range only when all that it can give is. Nothing is returned when a message was
/// added.
[[nodiscard]] std::optional<Quantity> readQuantity(const Json& value, std::string_view pointer, const Range& range,
                                                   std::vector<Message>& messages);
/// A plain number for a point without notes, else the object that readQuantity reads.
[[nodiscard]] Json writeQuantity(const Quantity& quantity);

} // namespace plumb::cost
