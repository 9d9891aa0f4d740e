// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/reshape.h"

#include "core/cost/distribution.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {
namespace {

constexpr double kSpread = 0.2; ///< of a figure that becomes a range
constexpr double kEdge = 0.01;  ///< how near a slider comes to an end that is refused itself

/// Nearest allowed value; stays off open ends by a hundredth of `scale`.
double inside(double value, const Range& range, double scale) {
    const double edge = kEdge * scale;
    value = std::max(value, range.openLow ? range.low + edge : range.low);
    if (std::isfinite(range.high))
        value = std::min(value, range.openHigh ? range.high - edge : range.high);
    return value;
}

Quantity withNotes(Quantity made, const Quantity& from) {
    made.source = from.source;
    made.validUntil = from.validUntil;
    return made;
}

} // namespace

SlideEnds slideEnds(const Quantity& quantity, const Range& range) {
    if (!quantity.certain()) {
        const SlideEnds ends{quantile(quantity, 0.1), quantile(quantity, 0.9)};
        if (ends.low < ends.high)
            return ends;
    }
    const double value = middleOf(quantity);
    if (std::isfinite(range.high)) {
        const double width = range.high - range.low;
        return {inside(range.low, range, width), inside(range.high, range, width)};
    }
    const double reach = value > range.low ? 2 * value - range.low : range.low + 1;
    return {inside(range.low, range, std::abs(reach)), reach};
}

double middleOf(const Quantity& quantity) noexcept {
    switch (quantity.dist) {
    case Dist::Point:
        return quantity.low;
    case Dist::Triangular:
    case Dist::Pert:
        return quantity.mode;
    case Dist::Uniform:
        return (quantity.low + quantity.high) / 2;
    case Dist::Lognormal:
        break;
    }
    return std::sqrt(quantity.low * quantity.high);
}

Quantity movedTo(const Quantity& quantity, double value) noexcept {
    const double kept = std::clamp(value, std::min(quantity.low, quantity.high), std::max(quantity.low, quantity.high));
    switch (quantity.dist) {
    case Dist::Point:
        return withNotes(Quantity::point(value), quantity);
    case Dist::Triangular:
        return withNotes(Quantity::triangular(quantity.low, kept, quantity.high), quantity);
    case Dist::Uniform:
    case Dist::Pert:
        return withNotes(Quantity::pert(quantity.low, kept, quantity.high), quantity);
    case Dist::Lognormal:
        break;
    }
    const double factor = value > 0 ? value / middleOf(quantity) : 1;
    return withNotes(Quantity::lognormal(quantity.low * factor, quantity.high * factor), quantity);
}

std::vector<Dist> shapesFor(const Range& range) {
    std::vector<Dist> shapes{Dist::Point, Dist::Uniform, Dist::Pert, Dist::Triangular};
    if (!std::isfinite(range.high) && range.low <= 0)
        shapes.push_back(Dist::Lognormal);
    return shapes;
}

Quantity reshaped(const Quantity& quantity, Dist dist, const Range& range) {
    if (dist == quantity.dist)
        return quantity;
    const double middle = middleOf(quantity);
    const double scale = middle != 0 ? std::abs(middle) : 1;
    double low = middle - kSpread * scale, high = middle + kSpread * scale;
    if (!quantity.certain()) {
        const bool tails = quantity.dist == Dist::Lognormal;
        low = tails ? quantile(quantity, 0.01) : quantity.low;
        high = tails ? quantile(quantity, 0.99) : quantity.high;
    }
    low = inside(low, range, scale);
    high = std::max(inside(high, range, scale), low);
    const double mode = std::clamp(middle, low, high);
    switch (dist) {
    case Dist::Point:
        return withNotes(Quantity::point(middle), quantity);
    case Dist::Uniform:
        return withNotes(Quantity::uniform(low, high), quantity);
    case Dist::Triangular:
        return withNotes(Quantity::triangular(low, mode, high), quantity);
    case Dist::Pert:
        return withNotes(Quantity::pert(low, mode, high), quantity);
    case Dist::Lognormal:
        break;
    }
    const double p10 = quantity.certain() ? low : quantile(quantity, 0.1);
    const double p90 = quantity.certain() ? high : quantile(quantity, 0.9);
    const double floor = kEdge * scale;
    return withNotes(Quantity::lognormal(std::max(p10, floor), std::max({p90, p10, floor})), quantity);
}

} // namespace plumb::cost
