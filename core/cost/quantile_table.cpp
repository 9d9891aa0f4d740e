// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/quantile_table.h"

#include "core/cost/distribution.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace plumb::cost {
namespace {

constexpr std::align_val_t kAlign{32};

/// A value of the quantile function at tail probability t, and how it changes with t.
struct Node {
    double value = 0;
    double slope = 0;
};

double tailOf(std::size_t cell) {
    const auto octave = static_cast<int>(cell / kTableCellsPerOctave);
    const auto step = static_cast<double>(cell % kTableCellsPerOctave);
    return std::ldexp(1 + step / static_cast<double>(kTableCellsPerOctave), octave - 33);
}

/// Nodes 0 to kTableSideCells of one side, from the middle outwards: each starts the search of the next.
std::vector<Node> pertNodes(const Beta& beta, double end, double signedWidth) {
    std::vector<Node> nodes(kTableSideCells + 1);
    double y = beta.quantile(0.5);
    double t = 0.5;
    double density = beta.density(y);
    for (std::size_t k = nodes.size(); k-- > 0;) {
        const double next = tailOf(k);
        y = beta.quantile(next, std::max(y * 0.5, y + (next - t) / density));
        t = next;
        density = beta.density(y);
        nodes[k] = {end + signedWidth * y, signedWidth / density};
    }
    return nodes;
}

std::vector<Node> lognormalNodes(const LognormalShape& shape, double sign) {
    constexpr double kRootTwoPi = 2.50662827463100050242;
    std::vector<Node> nodes(kTableSideCells + 1);
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        const double z = normalQuantile(tailOf(k)); // of the lower tail: negative
        const double value = strictExp(shape.mu + sign * shape.sigma * z);
        nodes[k] = {value, sign * shape.sigma * value * kRootTwoPi * strictExp(z * z / 2)};
    }
    return nodes;
}

/// Cell k holds value + d (c1 + d (c2 + d c3)) with t = 2^octave (1 + step/16 + d).
void fillRows(const std::vector<Node>& nodes, double* rows) {
    constexpr double kWidth = 1.0 / static_cast<double>(kTableCellsPerOctave);
    for (std::size_t k = 0; k < kTableSideCells; ++k) {
        const double octave = std::ldexp(1.0, static_cast<int>(k / kTableCellsPerOctave) - 33);
        const double s0 = nodes[k].slope * octave;
        const double s1 = nodes[k + 1].slope * octave;
        const double secant = (nodes[k + 1].value - nodes[k].value) / kWidth;
        rows[4 * k] = nodes[k].value;
        rows[4 * k + 1] = s0;
        rows[4 * k + 2] = (3 * secant - 2 * s0 - s1) / kWidth;
        rows[4 * k + 3] = (s0 + s1 - 2 * secant) / (kWidth * kWidth);
    }
}

} // namespace

void QuantileTable::Free::operator()(double* rows) const noexcept {
    ::operator delete[](rows, kAlign);
}

QuantileTable::QuantileTable(const Quantity& quantity)
    : m_rows(static_cast<double*>(::operator new[](8 * kTableSideCells * sizeof(double), kAlign))) {
    double* upper = m_rows.get() + 4 * kTableSideCells;
    if (quantity.dist == Dist::Lognormal) {
        const LognormalShape shape = lognormalShape(quantity.low, quantity.high);
        fillRows(lognormalNodes(shape, 1), m_rows.get());
        fillRows(lognormalNodes(shape, -1), upper);
        return;
    }
    const Beta beta = pertBeta(quantity);
    const double width = quantity.high - quantity.low;
    fillRows(pertNodes(beta, quantity.low, width), m_rows.get());
    fillRows(pertNodes(beta.mirrored(), quantity.high, -width), upper);
}

} // namespace plumb::cost
