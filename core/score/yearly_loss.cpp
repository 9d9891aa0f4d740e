// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sum of a year's losses: compound Poisson with lognormal sizes (docs/findings.md section 4 has the method, its
// source and its error).
#include "core/score/findings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace plumb::score {
namespace {

constexpr double kZ90 = 1.2815515655446004; ///< P90 of the standard normal
constexpr double kTwoPi = 6.283185307179586;
constexpr std::size_t kCoarse = 256, kFine = 2048, kFinest = 65'536; ///< points of a grid
constexpr double kEventsPerFine = 500.0;                             ///< more events a year than this need more points
constexpr double kTilt = 20.0;                                       ///< what wraps around weighs exp(-20) of itself
constexpr int kRounds = 64;                                          ///< of looking for the right scale

double normalCdf(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

struct Complex {
    double re = 0.0, im = 0.0;
};

/// In place, a power of two long; without the division by the length when inverse.
void fourier(std::vector<Complex>& a, bool inverse) {
    const std::size_t n = a.size();
    for (std::size_t i = 1, j = 0; i < n; ++i) {
        std::size_t bit = n >> 1;
        for (; (j & bit) != 0; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j)
            std::swap(a[i], a[j]);
    }
    std::vector<Complex> roots(n / 2);
    for (std::size_t k = 0; k < n / 2; ++k) {
        const double angle = kTwoPi * static_cast<double>(k) / static_cast<double>(n);
        roots[k] = {std::cos(angle), inverse ? std::sin(angle) : -std::sin(angle)};
    }
    for (std::size_t half = 1; half < n; half *= 2)
        for (std::size_t at = 0; at < n; at += 2 * half)
            for (std::size_t k = 0; k < half; ++k) {
                const Complex w = roots[k * (n / (2 * half))], u = a[at + k], v = a[at + k + half];
                const Complex x{v.re * w.re - v.im * w.im, v.re * w.im + v.im * w.re};
                a[at + k] = {u.re + x.re, u.im + x.im};
                a[at + k + half] = {u.re - x.re, u.im - x.im};
            }
}

struct Model {
    double perYear = 0.0, mu = 0.0, sigma = 0.0;
    [[nodiscard]] double eventMean() const { return std::exp(mu + sigma * sigma / 2.0); }
    [[nodiscard]] double nothing() const { return std::exp(-perYear); } ///< probability of a year without loss
};

/// Integrals of the distribution function of sizes: of itself from 0 to d, and of what it lacks to 1 from d on.
struct Integrals {
    double below = 0.0, above = 0.0;
};
Integrals integralsAt(const Model& model, double d) {
    const double mean = model.eventMean();
    if (d <= 0.0)
        return {0.0, mean};
    const double z = (std::log(d) - model.mu) / model.sigma;
    return {d * normalCdf(z) - mean * normalCdf(z - model.sigma),
            mean * normalCdf(model.sigma - z) - d * normalCdf(-z)};
}

/// The mass that the sizes around a point give to it, each spread linearly over the two points beside it. Both
/// integrals have the same second difference; the smaller one loses fewer digits.
double massAt(const Integrals& before, const Integrals& at, const Integrals& after, double step) {
    const double difference =
        at.below < at.above ? after.below - 2.0 * at.below + before.below : after.above - 2.0 * at.above + before.above;
    return std::max(0.0, difference / step);
}

/// The distribution of the year's sum on 0, step, 2 step...: sizes are spread over neighbouring points so that their
/// mean stays, larger ones than the grid are left out, which changes nothing below its end.
class Grid {
public:
    Grid(const Model& model, double end, std::size_t points) : m_step(end / static_cast<double>(points)) {
        std::vector<Complex> f(points);
        const double tilt = kTilt / static_cast<double>(points);
        Integrals at = integralsAt(model, 0.0), before = at;
        before.above += m_step; // at -step
        for (std::size_t k = 0; k < points; ++k) {
            const Integrals after = integralsAt(model, m_step * static_cast<double>(k + 1));
            f[k].re = massAt(before, at, after, m_step) * std::exp(-tilt * static_cast<double>(k));
            before = at;
            at = after;
        }
        fourier(f, false);
        for (Complex& value : f) {
            const double size = std::exp(model.perYear * (value.re - 1.0)), angle = model.perYear * value.im;
            value = {size * std::cos(angle), size * std::sin(angle)};
        }
        fourier(f, true);
        m_sum.resize(points);
        double sum = 0.0;
        for (std::size_t k = 0; k < points; ++k) {
            const double mass = f[k].re / static_cast<double>(points) * std::exp(tilt * static_cast<double>(k));
            m_sum[k] = sum += std::max(0.0, mass);
        }
        m_nothing = std::min(model.nothing(), m_sum.front());
    }

    /// Where the distribution reaches q, which is above its atom at 0; none beyond the grid.
    [[nodiscard]] std::optional<double> find(double q) const {
        const auto it = std::lower_bound(m_sum.begin(), m_sum.end(), q);
        if (it == m_sum.end())
            return std::nullopt;
        const auto k = static_cast<double>(it - m_sum.begin());
        const double below = it == m_sum.begin() ? m_nothing : *(it - 1);
        const double low = it == m_sum.begin() ? 0.0 : (k - 0.5) * m_step, high = (k + 0.5) * m_step;
        return low + (high - low) * (*it > below ? (q - below) / (*it - below) : 1.0);
    }
    [[nodiscard]] double end() const noexcept { return m_step * static_cast<double>(m_sum.size()); }

private:
    double m_step = 0.0, m_nothing = 0.0;
    std::vector<double> m_sum; ///< distribution function at (k + 1/2) step
};

std::size_t finePoints(double perYear) {
    std::size_t points = kFine;
    for (double events = kEventsPerFine; events < perYear && points < kFinest; events *= 2.0)
        points *= 2;
    return points;
}

/// Roughly where the percentile lies: right to a few steps of a coarse grid.
double roughly(const Model& model, double q) {
    double end = std::max(1.0, model.perYear) * std::exp(model.mu + model.sigma);
    double found = end;
    for (int round = 0; round < kRounds; ++round) {
        const auto x = Grid(model, end, kCoarse).find(q);
        if (x && *x >= end / 16.0)
            return *x;
        found = x.value_or(end);
        end = x ? 2.0 * *x : 8.0 * end;
    }
    return found;
}

/// Kept from percentile to percentile: a grid serves every one that lies well inside it.
double percentile(const Model& model, double q, std::optional<Grid>& grid) {
    if (q <= model.nothing())
        return 0.0;
    double found = 0.0;
    for (int round = 0; round < kRounds; ++round) {
        if (grid) {
            const auto x = grid->find(q);
            if (x && *x >= grid->end() / 4.0)
                return *x;
            found = x.value_or(grid->end());
        }
        const double end = round == 0 ? 1.5 * roughly(model, q) : 1.5 * found;
        if (!(end > 0.0) || !std::isfinite(end))
            return found;
        grid.emplace(model, end, finePoints(model.perYear));
    }
    return found;
}

/// Percentile of a Poisson count, for events that are all of one size.
double countPercentile(double perYear, double q) {
    if (perYear > 1e8)
        return std::round(perYear + std::copysign(q == 0.5 ? 0.0 : kZ90, q - 0.5) * std::sqrt(perYear));
    const double mode = std::floor(perYear), width = std::ceil(12.0 * std::sqrt(perYear)) + 40.0;
    const double first = std::max(0.0, mode - width), last = mode + width;
    std::vector<double> weights(static_cast<std::size_t>(last - first) + 1);
    const auto at = [&](double k) -> double& { return weights[static_cast<std::size_t>(k - first)]; };
    at(mode) = 1.0;
    for (double k = mode; k < last; ++k)
        at(k + 1.0) = at(k) * perYear / (k + 1.0);
    for (double k = mode; k > first; --k)
        at(k - 1.0) = at(k) * k / perYear;
    double total = 0.0, sum = 0.0;
    for (const double weight : weights)
        total += weight;
    for (double k = first; k < last; ++k)
        if ((sum += at(k)) >= q * total)
            return k;
    return last;
}

} // namespace

YearlyLoss yearlyLoss(const review::LossModel& loss) {
    const bool valid = std::isfinite(loss.perYear) && loss.perYear > 0.0 && std::isfinite(loss.p90) && loss.p10 > 0.0 &&
                       loss.p10 <= loss.p90;
    if (!valid)
        return {};
    const Model model{loss.perYear, (std::log(loss.p10) + std::log(loss.p90)) / 2.0,
                      (std::log(loss.p90) - std::log(loss.p10)) / (2.0 * kZ90)};
    YearlyLoss result;
    result.mean = model.perYear * model.eventMean();
    if (!std::isfinite(result.mean))
        return {};
    if (loss.p10 == loss.p90) {
        result.mean = model.perYear * loss.p10;
        result.p10 = loss.p10 * countPercentile(model.perYear, 0.1);
        result.p50 = loss.p10 * countPercentile(model.perYear, 0.5);
        result.p90 = loss.p10 * countPercentile(model.perYear, 0.9);
        return result;
    }
    std::optional<Grid> grid;
    result.p90 = percentile(model, 0.9, grid);
    result.p50 = percentile(model, 0.5, grid);
    result.p10 = percentile(model, 0.1, grid);
    return result;
}

} // namespace plumb::score
