// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The quantile function of a PERT or lognormal as cubics, for the fast path of a simulation. Cells are finer towards
// the ends (16 to an octave of the tail probability), where such functions are steep; in each a cubic Hermite
// interpolation of quantile and density (de Boor 1978, "A practical guide to splines", chapter IV).
//
// Stated error, for u from 2^-33 to 1 - 2^-33: below 1e-7 of the width of a PERT, and below 5e-7 of the value of a
// lognormal. Never falls as u rises. The tables are bit-equal everywhere, so results are.
#pragma once

#include "core/cost/block_ops.h"
#include "core/cost/quantity.h"

#include <memory>
#include <vector>

namespace plumb::cost {

/// Wider lognormals are too steep for the cells; they are sampled by probit and exp instead.
inline constexpr double kWidestSigma = 1;

class QuantileTable {
public:
    /// `quantity` is a PERT or a lognormal that is not certain(); of a lognormal sigma is at most kWidestSigma.
    explicit QuantileTable(const Quantity& quantity);
    [[nodiscard]] TableView view() const noexcept { return {m_rows.get()}; }

private:
    struct Free {
        void operator()(double* rows) const noexcept;
    };
    std::unique_ptr<double[], Free> m_rows;
};

} // namespace plumb::cost
