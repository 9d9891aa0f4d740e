// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/distribution.h"

#include "core/cost/block_ops.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {
namespace {

double width(const Quantity& q) {
    return q.high - q.low;
}

double triangularQuantile(const Quantity& q, double u) {
    const double split = (q.mode - q.low) / width(q);
    if (u < split)
        return q.low + std::sqrt(u * width(q) * (q.mode - q.low));
    return q.high - std::sqrt((1 - u) * width(q) * (q.high - q.mode));
}

double triangularBelow(const Quantity& q, double x) {
    if (x < q.mode)
        return (x - q.low) * (x - q.low) / (width(q) * (q.mode - q.low));
    return q.high > q.mode ? 1 - (q.high - x) * (q.high - x) / (width(q) * (q.high - q.mode)) : 1;
}

double pertQuantile(const Quantity& q, double u) {
    // From the nearer end, so that a thin tail keeps its digits.
    const Beta beta = pertBeta(q);
    if (u <= 0.5)
        return q.low + width(q) * beta.quantile(u);
    return q.high - width(q) * beta.mirrored().quantile(1 - u);
}

double lognormalQuantile(const Quantity& q, double u) {
    if (u <= 0 || u >= 1)
        return u <= 0 ? 0 : std::numeric_limits<double>::infinity();
    const LognormalShape shape = lognormalShape(q.low, q.high);
    return strictExp(shape.mu + shape.sigma * normalQuantile(u));
}

double lognormalBelow(const Quantity& q, double x) {
    const LognormalShape shape = lognormalShape(q.low, q.high);
    return x > 0 ? normalCdf((strictLog(x) - shape.mu) / shape.sigma) : 0;
}

} // namespace

LognormalShape lognormalShape(double p10, double p90) noexcept {
    const double low = strictLog(p10);
    const double high = strictLog(p90);
    return {(low + high) / 2, (high - low) / (2 * kNormalP90)};
}

LognormalShape lognormalByMoments(double mean, double standardDeviation) noexcept {
    const double ratio = standardDeviation / mean;
    const double square = strictLog(1 + ratio * ratio);
    return {strictLog(mean) - square / 2, std::sqrt(square)};
}

Beta pertBeta(const Quantity& quantity) noexcept {
    const double up = 4 * (quantity.mode - quantity.low) / width(quantity);
    return {1 + up, 5 - up};
}

double quantile(const Quantity& quantity, double u) noexcept {
    if (quantity.certain())
        return quantity.low;
    u = std::clamp(u, 0.0, 1.0);
    switch (quantity.dist) {
    case Dist::Point:
        break;
    case Dist::Uniform:
        return quantity.low + width(quantity) * u;
    case Dist::Triangular:
        return triangularQuantile(quantity, u);
    case Dist::Pert:
        return pertQuantile(quantity, u);
    case Dist::Lognormal:
        return lognormalQuantile(quantity, u);
    }
    return quantity.low;
}

double probabilityBelow(const Quantity& quantity, double value) noexcept {
    if (quantity.certain())
        return value >= quantity.low ? 1 : 0;
    if (quantity.dist == Dist::Lognormal)
        return lognormalBelow(quantity, value);
    if (value <= quantity.low || value >= quantity.high)
        return value <= quantity.low ? 0 : 1;
    if (quantity.dist == Dist::Triangular)
        return triangularBelow(quantity, value);
    const double share = (value - quantity.low) / width(quantity);
    return quantity.dist == Dist::Pert ? pertBeta(quantity).below(share) : share;
}

double variance(const Quantity& quantity) noexcept {
    if (quantity.certain())
        return 0;
    const double a = quantity.low;
    const double m = quantity.mode;
    const double b = quantity.high;
    switch (quantity.dist) {
    case Dist::Point:
        return 0;
    case Dist::Uniform:
        return (b - a) * (b - a) / 12;
    case Dist::Triangular: // by distances from the mode: no cancellation
        return ((m - a) * (m - a) + (b - m) * (b - m) + (m - a) * (b - m)) / 18;
    case Dist::Pert: {
        const double alpha = 1 + 4 * (m - a) / (b - a);
        return alpha * (6 - alpha) / (36 * 7) * (b - a) * (b - a);
    }
    case Dist::Lognormal: {
        const LognormalShape shape = lognormalShape(a, b);
        const double square = shape.sigma * shape.sigma;
        return (strictExp(square) - 1) * strictExp(2 * shape.mu + square);
    }
    }
    return 0;
}

} // namespace plumb::cost
