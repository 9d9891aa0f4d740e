// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where one way of paying becomes cheaper than another, and the two curves around that place. Prices of tokens are per
// million; hours are hours per month.
//
// Sources: each formula equates the two list-price formulas (prices as published by AWS; the derivations are in
// docs/cost-model.md); cache hits under a sliding life with Poisson arrivals h = 1 - exp(-rate * life); Amdahl 1967 for
// distributed training; Young 1974, "A first order approximation to the optimum checkpoint interval".
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace plumb::cost {

/// Two costs over one quantity, both for the same x. `breakEven` lists every place between neighbours where the order
/// changes, on the straight line between them.
struct Curve {
    std::string xName, aName, bName;
    std::vector<double> x, a, b;
    std::vector<double> breakEven;
};

/// Any two costs at `points` (2 or more) evenly spread places from 0 to `most`.
using CostAt = std::function<double(double x)>;
[[nodiscard]] Curve curveOf(std::string xName, std::string aName, std::string bName, double most, std::size_t points,
                            const CostAt& a, const CostAt& b);

/// Price of a million tokens with `inputShare` of them input.
[[nodiscard]] double blendedPrice(double inputPrice, double outputPrice, double inputShare) noexcept;

// Provisioned throughput against on demand.
/// Millions of tokens an hour at which one unit costs as much as on demand; infinite for free tokens.
[[nodiscard]] double provisionedBreakEven(double pricePerUnitHour, double blended) noexcept;
/// Mean load over peak load above which units sized for the peak pay; `capacity` in millions of tokens an hour and
/// unit. Above 1 they never do.
[[nodiscard]] double provisionedBreakEvenLoad(double pricePerUnitHour, double blended, double capacity) noexcept;
/// x: millions of tokens an hour, evenly; a: units as needed (whole ones), b: on demand; cost of a month.
[[nodiscard]] Curve provisionedCurve(double pricePerUnitHour, double blended, double capacity, double hours,
                                     double most, std::size_t points = 101);

// Vector stores.
/// Mean ACU below which pgvector is cheaper than `ocu` billed units (compute only).
[[nodiscard]] double pgvectorBreakEven(double ocu, double pricePerOcuHour, double pricePerAcuHour) noexcept;
/// OCU-hours a month below which a sleeping collection is cheaper than pgvector at `acu`.
[[nodiscard]] double sleepingBreakEven(double acu, double pricePerAcuHour, double pricePerOcuHour,
                                       double hours) noexcept;
/// x: mean ACU; a: pgvector, b: OpenSearch; cost of a month.
[[nodiscard]] Curve pgvectorCurve(double ocu, double pricePerOcuHour, double pricePerAcuHour, double hours, double most,
                                  std::size_t points = 101);

// Serverless inference against a real-time instance.
/// Requests a month below which serverless is cheaper.
[[nodiscard]] double serverlessBreakEven(double pricePerHour, double hours, double seconds, double memoryGb,
                                         double pricePerGbSecond = 0.00002) noexcept;
/// x: requests a month; a: serverless, b: instances (whole ones, each with `capacity` requests a month).
[[nodiscard]] Curve serverlessCurve(double pricePerHour, double hours, double seconds, double memoryGb, double capacity,
                                    double most, double pricePerGbSecond = 0.00002, std::size_t points = 101);

// Prompt caching.
/// Share of hits below which caching loses money: (w-1)/(w-r).
[[nodiscard]] double cacheBreakEvenHitRate(double readFactor, double writeFactor) noexcept;
/// Saved part of the prefix at a hit rate: h(1-r) - (1-h)(w-1).
[[nodiscard]] double cacheSaving(double hitRate, double readFactor, double writeFactor) noexcept;
/// Saved part of the prefix with n requests in each life of an entry: 1 - (w + (n-1) r)/n.
[[nodiscard]] double cacheSavingOfRequests(double requests, double readFactor, double writeFactor) noexcept;
/// Part of the bill that must be prefix for a saving of `saving` at a hit rate; infinite when caching saves nothing.
[[nodiscard]] double cacheShareFor(double saving, double hitRate, double readFactor, double writeFactor) noexcept;
/// Hit rate of `perHour` requests for one prefix with entries that live `minutes` after each use, and back.
[[nodiscard]] double hitRateOf(double perHour, double minutes) noexcept;
[[nodiscard]] double requestsForHitRate(double hitRate, double minutes) noexcept;
/// x: hit rate; a: cost with caching, b: without (1); `prefixShare` of the bill.
[[nodiscard]] Curve cacheCurve(double prefixShare, double readFactor, double writeFactor, std::size_t points = 101);

// Own hosts against an API.
struct SelfHosting {
    double pricePerHour = 0;
    double instances = 1;          ///< at least
    double tokensPerSecond = 0;    ///< of one instance
    double highestUtilisation = 1; ///< at which it is still fast enough
};
/// Millions of tokens a month at which the instances cost as much as the API; infinite when they cannot carry them.
[[nodiscard]] double selfHostBreakEven(const SelfHosting& hosting, double blended, double hours) noexcept;
/// x: millions of tokens a month; a: own hosts (as many as needed), b: API.
[[nodiscard]] Curve selfHostCurve(const SelfHosting& hosting, double blended, double hours, double most,
                                  std::size_t points = 101);

// Training and commitments.
/// Efficiency of n instances when the part `parallel` of the work scales.
[[nodiscard]] double amdahlEfficiency(double instances, double parallel) noexcept;
/// Worth of an hour of wall-clock time above which distributing pays: p T (1/E - 1) / (T - T/(nE)).
[[nodiscard]] double distributedBreakEven(double pricePerHour, double hours, double instances,
                                          double efficiency) noexcept;
/// Best time between checkpoints: sqrt(2 * time of a checkpoint / interruptions an hour).
[[nodiscard]] double checkpointInterval(double checkpointHours, double interruptionsPerHour) noexcept;
/// Cost of one useful instance-hour on the second host against the first: prices, throughputs, utilisations.
[[nodiscard]] double costPerInferenceRatio(double price1, double price2, double throughput1, double throughput2,
                                           double utilisation1, double utilisation2) noexcept;

} // namespace plumb::cost
