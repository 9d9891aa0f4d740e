// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/finance.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace plumb::cost {
namespace {

constexpr double kMostLogRate = 13.8155; ///< ln(1 + 1,000,000)
constexpr double kLeastLogRate = -13.8155;
constexpr int kScanSteps = 300000; ///< about a hundredth of a percent each

using Function = std::function<double(double)>;

/// A zero of `f` between two places of different sign, to the last digits.
double bisect(const Function& f, double low, double high) {
    bool below = f(low) < 0;
    for (int k = 0; k < 200 && low < high; ++k) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        const double value = f(middle);
        if (value == 0)
            return middle;
        if ((value < 0) == below)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

int signChanges(std::span<const double> flows) {
    int changes = 0;
    double last = 0;
    for (const double flow : flows) {
        if (flow == 0)
            continue;
        if (last != 0 && (last < 0) != (flow < 0))
            ++changes;
        last = flow;
    }
    return changes;
}

std::vector<double> scan(const Function& f) {
    std::vector<double> zeros;
    const double step = (kMostLogRate - kLeastLogRate) / kScanSteps;
    double at = kLeastLogRate, value = f(at);
    for (int k = 1; k <= kScanSteps; ++k) {
        const double next = kLeastLogRate + k * step;
        const double there = f(next);
        if (value == 0)
            zeros.push_back(at);
        else if (there != 0 && (value < 0) != (there < 0))
            zeros.push_back(bisect(f, at, next));
        at = next;
        value = there;
    }
    return zeros;
}

/// Value of the flows at u = ln(1 + rate), for u below 0 as of the last flow, so that it can't overflow: only its sign
/// and its zeros count.
double valueByHorner(std::span<const double> flows, double u) {
    const double factor = std::exp(-std::abs(u));
    double sum = 0;
    if (u >= 0)
        for (std::size_t t = flows.size(); t-- > 0;)
            sum = sum * factor + flows[t];
    else
        for (const double flow : flows)
            sum = sum * factor + flow;
    return sum;
}

} // namespace

double monthlyRate(double yearly) noexcept {
    return std::expm1(std::log1p(yearly) / 12);
}

double netPresentValue(double rate, std::span<const double> flows) noexcept {
    double sum = 0;
    for (std::size_t t = flows.size(); t-- > 0;)
        sum = sum / (1 + rate) + flows[t];
    return sum;
}

InternalRates internalRates(std::span<const double> flows) {
    InternalRates out;
    out.changes = signChanges(flows);
    if (out.changes == 0)
        return out;
    const auto value = [flows](double u) { return valueByHorner(flows, u); };
    std::vector<double> zeros;
    if (out.changes == 1) {
        if ((value(kLeastLogRate) < 0) != (value(kMostLogRate) < 0))
            zeros = {bisect(value, kLeastLogRate, kMostLogRate)};
    } else {
        zeros = scan(value);
    }
    for (const double u : zeros)
        out.rates.push_back(std::expm1(u));
    return out;
}

std::optional<double> modifiedInternalRate(std::span<const double> flows, double financeRate,
                                           double reinvestRate) noexcept {
    double out = 0, in = 0;
    const std::size_t last = flows.empty() ? 0 : flows.size() - 1;
    for (std::size_t t = 0; t < flows.size(); ++t) {
        if (flows[t] < 0)
            out -= flows[t] / std::pow(1 + financeRate, static_cast<double>(t));
        else
            in += flows[t] * std::pow(1 + reinvestRate, static_cast<double>(last - t));
    }
    if (out <= 0 || in <= 0)
        return std::nullopt;
    return std::pow(in / out, 1.0 / static_cast<double>(last)) - 1;
}

double datedPresentValue(double yearly, std::span<const double> flows, std::span<const double> days) noexcept {
    double sum = 0;
    for (std::size_t t = 0; t < flows.size(); ++t)
        sum += flows[t] / std::pow(1 + yearly, (days[t] - days[0]) / 365);
    return sum;
}

std::optional<double> datedInternalRate(std::span<const double> flows, std::span<const double> days) {
    if (signChanges(flows) == 0)
        return std::nullopt;
    const auto value = [&](double u) { return datedPresentValue(std::expm1(u), flows, days); };
    constexpr double kStep = 0.01, kLow = -9.2103, kHigh = 9.2104; // ln(1 + -0.9999), ln(1 + 10000)
    for (double u = 0; u < kHigh; u += kStep) {                    // outwards from 0
        if ((value(u) < 0) != (value(u + kStep) < 0))
            return std::expm1(bisect(value, u, u + kStep));
        if (-u > kLow && (value(-u - kStep) < 0) != (value(-u) < 0))
            return std::expm1(bisect(value, -u - kStep, -u));
    }
    return std::nullopt;
}

std::optional<double> payback(double oneOff, std::span<const double> savings) noexcept {
    return discountedPayback(oneOff, savings, 0);
}

std::optional<double> discountedPayback(double oneOff, std::span<const double> savings, double rate) noexcept {
    if (oneOff <= 0)
        return 0.0;
    double owed = oneOff; // valued at the beginning of the month
    double month = 0;
    const auto part = [rate](double due, double saving) -> std::optional<double> {
        if (rate == 0)
            return due / saving;
        const double rest = 1 - due * rate / saving;
        return rest > 0 ? std::optional(-std::log(rest) / std::log1p(rate)) : std::nullopt;
    };
    for (const double saving : savings) {
        if (saving > 0)
            if (const std::optional<double> within = part(owed, saving); within && *within <= 1)
                return month + *within;
        owed = owed * (1 + rate) - saving;
        month += 1;
    }
    if (savings.empty() || savings.back() <= 0)
        return std::nullopt;
    const std::optional<double> beyond = part(owed, savings.back());
    return beyond ? std::optional(month + *beyond) : std::nullopt;
}

} // namespace plumb::cost
