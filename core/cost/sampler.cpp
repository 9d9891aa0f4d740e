// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/sampler.h"

#include "core/base/parallel.h"
#include "core/base/sobol.h"
#include "core/cost/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

constexpr std::uint32_t kPurposeTrials = 0;
constexpr std::uint32_t kPurposeShifts = 1;

tl::unexpected<Error> badCorrelation(std::string text) {
    return fail(ErrorKind::Usage, "cost.correlation", std::move(text));
}

void sobolUniforms(const UniformSource& source, std::uint32_t stream, std::size_t block, double* out) {
    const std::size_t replicate = block % kReplicates;
    const std::uint64_t first = block / kReplicates * kBlockTrials;
    const std::uint32_t shift =
        drawWord({source.seed, stream, static_cast<std::uint32_t>(replicate), kPurposeShifts}, 0);
    std::array<std::uint32_t, kBlockTrials> words;
    sobolWords(stream, first, shift, words);
    std::transform(words.begin(), words.end(), out, toUniform);
}

/// L of R = L L', or false when R is not positive definite.
bool cholesky(std::vector<double>& r, std::size_t n) {
    for (std::size_t j = 0; j < n; ++j) {
        double pivot = r[j * n + j];
        for (std::size_t k = 0; k < j; ++k)
            pivot -= r[j * n + k] * r[j * n + k];
        if (!(pivot > 1e-12))
            return false;
        r[j * n + j] = std::sqrt(pivot);
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                r[i * n + j] -= r[i * n + k] * r[j * n + k];
            r[i * n + j] /= r[j * n + j];
        }
    }
    return true;
}

} // namespace

Sampler::Input Sampler::prepare(const Quantity& quantity) {
    Input input{quantity, {}, nullptr, 0, 0};
    if (quantity.certain())
        return input;
    const double a = quantity.low, m = quantity.mode, b = quantity.high;
    if (quantity.dist == Dist::Triangular)
        input.triangular = {a, b, (m - a) / (b - a), (b - a) * (m - a), (b - a) * (b - m)};
    if (quantity.dist == Dist::Lognormal) {
        const LognormalShape shape = lognormalShape(a, b);
        input.mu = shape.mu;
        input.sigma = shape.sigma;
    }
    if (quantity.dist == Dist::Pert || (quantity.dist == Dist::Lognormal && input.sigma <= kWidestSigma))
        input.table = std::make_unique<QuantileTable>(quantity);
    return input;
}

Result<Sampler> Sampler::make(std::span<const Quantity> inputs, std::span<const Correlation> correlations,
                              std::size_t threads) {
    Sampler sampler;
    sampler.m_inputs.resize(inputs.size());
    (void)inParallel(inputs.size(), threads,
                     [&](std::size_t i, std::size_t) { sampler.m_inputs[i] = prepare(inputs[i]); });
    PLUMB_CHECK(sampler.correlate(correlations));
    return sampler;
}

Result<void> Sampler::correlate(std::span<const Correlation> correlations) {
    for (const Correlation& c : correlations) {
        if (c.a >= m_inputs.size() || c.b >= m_inputs.size() || c.a == c.b)
            return badCorrelation(fmt::format("a correlation names inputs {} and {} of {}; it needs two different ones",
                                              c.a, c.b, m_inputs.size()));
        if (!(c.coefficient >= -1 && c.coefficient <= 1))
            return badCorrelation(fmt::format("a correlation of {} is not between -1 and 1", c.coefficient));
        m_correlated.push_back(c.a);
        m_correlated.push_back(c.b);
    }
    std::sort(m_correlated.begin(), m_correlated.end());
    m_correlated.erase(std::unique(m_correlated.begin(), m_correlated.end()), m_correlated.end());
    const std::size_t n = m_correlated.size();
    m_factor.assign(n * n, 0);
    for (std::size_t i = 0; i < n; ++i)
        m_factor[i * n + i] = 1;
    std::vector<bool> given(n * n, false);
    const auto position = [&](std::size_t input) {
        return static_cast<std::size_t>(std::lower_bound(m_correlated.begin(), m_correlated.end(), input) -
                                        m_correlated.begin());
    };
    for (const Correlation& c : correlations) {
        const std::size_t a = position(c.a), b = position(c.b);
        if (given[a * n + b])
            return badCorrelation(fmt::format("the correlation of inputs {} and {} is given twice", c.a, c.b));
        given[a * n + b] = given[b * n + a] = true;
        m_factor[a * n + b] = m_factor[b * n + a] = c.coefficient;
    }
    if (!cholesky(m_factor, n))
        return badCorrelation("these correlations contradict each other: no numbers can have all of them; make some "
                              "of them weaker");
    return {};
}

void Sampler::draw(const BlockOps& ops, const UniformSource& source, std::size_t block, std::size_t input,
                   double* column) {
    const std::uint32_t stream = source.firstStream + static_cast<std::uint32_t>(input);
    if (source.sampling == Sampling::Sobol)
        sobolUniforms(source, stream, block, column);
    else
        ops.uniforms({source.seed, stream, static_cast<std::uint32_t>(block), kPurposeTrials}, column, kBlockTrials);
}

void Sampler::uniforms(const BlockOps& ops, const UniformSource& source, std::size_t block,
                       double* const* columns) const {
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        draw(ops, source, block, i, columns[i]);
    const std::size_t n = m_correlated.size();
    if (n == 0)
        return;
    for (const std::size_t input : m_correlated)
        ops.function(BlockFunction::Probit, columns[input], columns[input], kBlockTrials);
    std::array<double, kBlockTrials> term;
    for (std::size_t i = n; i-- > 0;) { // from the last, as row i needs the unmixed columns before it
        double* mixed = columns[m_correlated[i]];
        ops.binary(BlockOp::Mul, {mixed, 0}, {nullptr, m_factor[i * n + i]}, mixed, kBlockTrials);
        for (std::size_t k = 0; k < i; ++k) {
            ops.binary(BlockOp::Mul, {columns[m_correlated[k]], 0}, {nullptr, m_factor[i * n + k]}, term.data(),
                       kBlockTrials);
            ops.binary(BlockOp::Add, {mixed, 0}, {term.data(), 0}, mixed, kBlockTrials);
        }
        ops.function(BlockFunction::NormalCdf, mixed, mixed, kBlockTrials);
        // The mixed scores can lie beyond what one draw reaches, and with that beyond the tables.
        ops.binary(BlockOp::Max, {mixed, 0}, {nullptr, 0x1p-33}, mixed, kBlockTrials);
        ops.binary(BlockOp::Min, {mixed, 0}, {nullptr, 1 - 0x1p-33}, mixed, kBlockTrials);
    }
}

void Sampler::values(const BlockOps& ops, std::size_t input, double* column) const {
    const Input& in = m_inputs[input];
    const auto scale = [&](double factor, double offset) {
        ops.binary(BlockOp::Mul, {column, 0}, {nullptr, factor}, column, kBlockTrials);
        ops.binary(BlockOp::Add, {column, 0}, {nullptr, offset}, column, kBlockTrials);
    };
    if (in.quantity.certain())
        std::fill_n(column, kBlockTrials, in.quantity.low);
    else if (in.table)
        ops.table(in.table->view(), column, column, kBlockTrials);
    else if (in.quantity.dist == Dist::Triangular)
        ops.triangular(in.triangular, column, column, kBlockTrials);
    else if (in.quantity.dist == Dist::Uniform)
        scale(in.quantity.high - in.quantity.low, in.quantity.low);
    else {
        ops.function(BlockFunction::Probit, column, column, kBlockTrials);
        scale(in.sigma, in.mu);
        ops.function(BlockFunction::Exp, column, column, kBlockTrials);
    }
}

void Sampler::block(const BlockOps& ops, const UniformSource& source, std::size_t block, double* const* columns) const {
    if (!m_correlated.empty()) {
        uniforms(ops, source, block, columns);
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            values(ops, i, columns[i]);
        return;
    }
    for (std::size_t i = 0; i < m_inputs.size(); ++i) { // while the column is at hand
        if (!m_inputs[i].quantity.certain())
            draw(ops, source, block, i, columns[i]);
        values(ops, i, columns[i]);
    }
}

} // namespace plumb::cost
