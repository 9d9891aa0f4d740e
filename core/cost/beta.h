// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The beta distribution on [0, 1] with shapes a, b >= 1, as the PERT distribution needs it (a + b = 6 there).
//
// Sources: incomplete beta function by its power series, NIST Digital Library of Mathematical Functions 8.17.7 and
// 8.17.8, below 1/2 and by the reflection 8.17.4 above; its inverse by Halley's iteration inside a bracket; log gamma
// by Stirling's series, DLMF 5.11.1.
#pragma once

namespace plumb::cost {

/// log of the gamma function for x > 0, within 1e-14 of itself or absolutely.
[[nodiscard]] double logGamma(double x) noexcept;

class Beta {
public:
    Beta(double a, double b) noexcept;
    /// Density at 0 < y < 1.
    [[nodiscard]] double density(double y) const noexcept;
    /// Probability below y: the regularised incomplete beta function, error below 1e-13.
    [[nodiscard]] double below(double y) const noexcept;
    /// The y with below(y) = p, for 0 <= p <= 1, |below(y) - p| <= 1e-13 p. `guess` in (0, 1) shortens the search.
    [[nodiscard]] double quantile(double p, double guess = 0.5) const noexcept;
    [[nodiscard]] Beta mirrored() const noexcept { return {m_b, m_a}; }

private:
    [[nodiscard]] double series(double a, double b, double y) const noexcept;
    double m_a;
    double m_b;
    double m_logScale; ///< -log B(a, b)
};

} // namespace plumb::cost
