// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/break_even.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kMillion = 1e6;
constexpr double kRounding = 1e-9;

double perOr(double a, double b) {
    return b > 0 ? a / b : kNever;
}

/// Whole units for a load, at least one.
double units(double load, double capacity) {
    return std::max(1.0, std::ceil(load / capacity - kRounding));
}

} // namespace

Curve curveOf(std::string xName, std::string aName, std::string bName, double most, std::size_t points, const CostAt& a,
              const CostAt& b) {
    Curve curve{std::move(xName), std::move(aName), std::move(bName), {}, {}, {}, {}};
    points = std::max<std::size_t>(points, 2);
    for (std::size_t k = 0; k < points; ++k) {
        const double x = most * static_cast<double>(k) / static_cast<double>(points - 1);
        curve.x.push_back(x);
        curve.a.push_back(a(x));
        curve.b.push_back(b(x));
    }
    for (std::size_t k = 1; k < points; ++k) {
        const double before = curve.a[k - 1] - curve.b[k - 1], after = curve.a[k] - curve.b[k];
        if ((before < 0) == (after < 0))
            continue;
        const double part = before / (before - after);
        curve.breakEven.push_back(curve.x[k - 1] + part * (curve.x[k] - curve.x[k - 1]));
    }
    return curve;
}

double blendedPrice(double inputPrice, double outputPrice, double inputShare) noexcept {
    return inputShare * inputPrice + (1 - inputShare) * outputPrice;
}

double provisionedBreakEven(double pricePerUnitHour, double blended) noexcept {
    return perOr(pricePerUnitHour, blended);
}

double provisionedBreakEvenLoad(double pricePerUnitHour, double blended, double capacity) noexcept {
    return perOr(pricePerUnitHour, capacity * blended);
}

Curve provisionedCurve(double pricePerUnitHour, double blended, double capacity, double hours, double most,
                       std::size_t points) {
    return curveOf(
        "million tokens an hour", "provisioned", "on demand", most, points,
        [=](double x) { return units(x, capacity) * pricePerUnitHour * hours; },
        [=](double x) { return x * blended * hours; });
}

double pgvectorBreakEven(double ocu, double pricePerOcuHour, double pricePerAcuHour) noexcept {
    return perOr(ocu * pricePerOcuHour, pricePerAcuHour);
}

double sleepingBreakEven(double acu, double pricePerAcuHour, double pricePerOcuHour, double hours) noexcept {
    return perOr(acu * pricePerAcuHour * hours, pricePerOcuHour);
}

Curve pgvectorCurve(double ocu, double pricePerOcuHour, double pricePerAcuHour, double hours, double most,
                    std::size_t points) {
    return curveOf(
        "mean ACU", "pgvector", "OpenSearch Serverless", most, points,
        [=](double x) { return x * pricePerAcuHour * hours; }, [=](double) { return ocu * pricePerOcuHour * hours; });
}

double serverlessBreakEven(double pricePerHour, double hours, double seconds, double memoryGb,
                           double pricePerGbSecond) noexcept {
    return perOr(pricePerHour * hours, seconds * memoryGb * pricePerGbSecond);
}

Curve serverlessCurve(double pricePerHour, double hours, double seconds, double memoryGb, double capacity, double most,
                      double pricePerGbSecond, std::size_t points) {
    return curveOf(
        "requests a month", "serverless", "real-time", most, points,
        [=](double x) { return x * seconds * memoryGb * pricePerGbSecond; },
        [=](double x) { return units(x, capacity) * pricePerHour * hours; });
}

double cacheBreakEvenHitRate(double readFactor, double writeFactor) noexcept {
    return perOr(writeFactor - 1, writeFactor - readFactor);
}

double cacheSaving(double hitRate, double readFactor, double writeFactor) noexcept {
    return hitRate * (1 - readFactor) - (1 - hitRate) * (writeFactor - 1);
}

double cacheSavingOfRequests(double requests, double readFactor, double writeFactor) noexcept {
    return 1 - (writeFactor + (requests - 1) * readFactor) / requests;
}

double cacheShareFor(double saving, double hitRate, double readFactor, double writeFactor) noexcept {
    return perOr(saving, cacheSaving(hitRate, readFactor, writeFactor));
}

double hitRateOf(double perHour, double minutes) noexcept {
    return -std::expm1(-perHour * minutes / 60);
}

double requestsForHitRate(double hitRate, double minutes) noexcept {
    return -std::log1p(-hitRate) * 60 / minutes;
}

Curve cacheCurve(double prefixShare, double readFactor, double writeFactor, std::size_t points) {
    return curveOf(
        "hit rate", "with caching", "without", 1, points,
        [=](double x) { return 1 - prefixShare * cacheSaving(x, readFactor, writeFactor); },
        [](double) { return 1.0; });
}

double selfHostBreakEven(const SelfHosting& hosting, double blended, double hours) noexcept {
    const double tokens = perOr(hosting.pricePerHour * hosting.instances * hours, blended);
    const double capacity =
        hosting.instances * hosting.tokensPerSecond * 3600 * hours * hosting.highestUtilisation / kMillion;
    return tokens <= capacity ? tokens : kNever;
}

Curve selfHostCurve(const SelfHosting& hosting, double blended, double hours, double most, std::size_t points) {
    const double capacity = hosting.tokensPerSecond * 3600 * hours * hosting.highestUtilisation / kMillion;
    return curveOf(
        "million tokens a month", "own hosts", "API", most, points,
        [=](double x) { return std::max(hosting.instances, units(x, capacity)) * hosting.pricePerHour * hours; },
        [=](double x) { return x * blended; });
}

double amdahlEfficiency(double instances, double parallel) noexcept {
    return 1 / (instances * (1 - parallel) + parallel);
}

double distributedBreakEven(double pricePerHour, double hours, double instances, double efficiency) noexcept {
    const double extra = pricePerHour * hours * (1 / efficiency - 1);
    return perOr(extra, hours - hours / (instances * efficiency));
}

double checkpointInterval(double checkpointHours, double interruptionsPerHour) noexcept {
    return std::sqrt(perOr(2 * checkpointHours, interruptionsPerHour));
}

double costPerInferenceRatio(double price1, double price2, double throughput1, double throughput2, double utilisation1,
                             double utilisation2) noexcept {
    return price1 / price2 * (throughput2 / throughput1) * (utilisation2 / utilisation1);
}

} // namespace plumb::cost
