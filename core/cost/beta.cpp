// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/beta.h"

#include "core/cost/block_ops.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {

double logGamma(double x) noexcept {
    // Gamma(x) = Gamma(x + n) / (x (x + 1) ... (x + n - 1)) moves x to where the series is exact enough.
    double product = 1;
    for (; x < 12; x += 1)
        product *= x;
    const double z = 1 / (x * x);
    const double series =
        (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * 691.0 / 360360))))) / x;
    constexpr double kHalfLogTwoPi = 0.91893853320467274178;
    return (x - 0.5) * strictLog(x) - x + kHalfLogTwoPi + series - strictLog(product);
}

Beta::Beta(double a, double b) noexcept : m_a(a), m_b(b), m_logScale(logGamma(a + b) - logGamma(a) - logGamma(b)) {}

double Beta::density(double y) const noexcept {
    return strictExp((m_a - 1) * strictLog(y) + (m_b - 1) * strictLog(1 - y) + m_logScale);
}

/// y^a / (a B(a, b)) * (1 + sum over n of a (1 - b) (2 - b) ... (n - b) / (n! (a + n)) y^n)
double Beta::series(double a, double b, double y) const noexcept {
    double sum = 1 / a;
    double factor = 1;
    for (int n = 1; n < 400; ++n) {
        factor *= (n - b) / n * y;
        const double term = factor / (a + n);
        sum += term;
        if (std::fabs(term) < 1e-17 * std::fabs(sum))
            break;
    }
    return strictExp(a * strictLog(y) + m_logScale) * sum;
}

double Beta::below(double y) const noexcept {
    if (y <= 0 || y >= 1)
        return y <= 0 ? 0 : 1;
    return y <= 0.5 ? series(m_a, m_b, y) : 1 - series(m_b, m_a, 1 - y);
}

double Beta::quantile(double p, double guess) const noexcept {
    if (p <= 0 || p >= 1)
        return p <= 0 ? 0 : 1;
    double low = 0;
    double high = 1;
    double y = std::clamp(guess, 1e-300, 1 - 1e-15);
    for (int tries = 0; tries < 200; ++tries) {
        const double excess = below(y) - p;
        (excess > 0 ? high : low) = y;
        if (excess == 0 || high - low <= 1e-16 * high)
            break;
        const double newton = excess / density(y);
        const double bend = 0.5 * newton * ((m_a - 1) / y - (m_b - 1) / (1 - y));
        double next = y - newton / std::max(0.5, 1 - bend);
        if (!(next > low && next < high))
            next = low > 0 ? std::sqrt(low) * std::sqrt(high) : high * 0.125; // by ratio: y may be tiny
        const double step = std::fabs(next - y);
        y = next;
        if (step <= 1e-11 * std::min(y, 1 - y))
            break; // the next step would be lost in the rounding of below()
    }
    return y;
}

} // namespace plumb::cost
