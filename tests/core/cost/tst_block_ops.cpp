// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inner loops: the vector path gives the bits of the portable one, and both are as accurate as they say.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/cost/block_ops.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

using namespace plumb;
using namespace plumb::cost;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<double> draws(std::uint64_t seed, std::size_t n) {
    std::vector<double> u(n);
    portableBlockOps().uniforms({seed, 0, 0, 0}, u.data(), n);
    return u;
}

/// Numbers of every size, both signs, all special values and the edges of the two functions.
std::vector<double> wildNumbers() {
    std::vector<std::uint32_t> words(2 * 8192);
    drawWords({99, 1, 0, 0}, words);
    std::vector<double> x;
    for (std::size_t i = 0; i < words.size(); i += 2)
        x.push_back(std::bit_cast<double>(std::uint64_t{words[i]} << 32 | words[i + 1]));
    for (const double special :
         {0.0, -0.0, 1.0, -1.0, kInfinity, -kInfinity, 709.0, 709.79, -708.4, -745.2, -746.1, 5e-324, 0x1p-1022,
          0x1.fffffffffffffp1023, 0.5, 0.70710678118654746, 0.70710678118654757})
        x.push_back(special);
    while (x.size() % kBlockLanes != 0)
        x.push_back(0.25);
    for (double& value : x)
        if (std::isnan(value))
            value = 3;
    return x;
}

/// Distance in units of the last place of `exact`.
double ulps(double got, long double exact) {
    const double rounded = static_cast<double>(exact);
    const double unit = std::nextafter(std::fabs(rounded), kInfinity) - std::fabs(rounded);
    return static_cast<double>(std::fabs(static_cast<long double>(got) - exact) / unit);
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::bit_cast<std::uint64_t>(a[i]) != std::bit_cast<std::uint64_t>(b[i]) &&
            !(std::isnan(a[i]) && std::isnan(b[i])))
            return false;
    return a.size() == b.size();
}

double probit(double u) {
    std::vector<double> x(kBlockLanes, u);
    portableBlockOps().function(BlockFunction::Probit, x.data(), x.data(), x.size());
    return x[0];
}

} // namespace

class tst_block_ops : public QObject {
    Q_OBJECT
private slots:
    void chainsTwoOperationsAsIfEachStoodAlone();
    void drawsTheReferenceStream();
    void givesTheSameBitsWithVectors_data();
    void givesTheSameBitsWithVectors();
    void givesTheSameTableBitsWithVectors();
    void computesExpWithinOneUlp();
    void computesLogWithinOneUlp();
    void keepsSpecialValues();
    void givesThePublishedProbits();
    void risesWithTheProbability();
    void invertsTheProbit();
};

void tst_block_ops::drawsTheReferenceStream() {
    const StreamKey key{0xfedcba9876543210, 5, 11, 2};
    std::vector<std::uint32_t> words(kBlockTrials);
    drawWords(key, words);
    for (const BlockOps* ops : {&portableBlockOps(), &blockOps()}) {
        std::vector<double> u(kBlockTrials);
        ops->uniforms(key, u.data(), u.size());
        for (std::size_t i = 0; i < u.size(); ++i)
            QCOMPARE(std::bit_cast<std::uint64_t>(u[i]), std::bit_cast<std::uint64_t>(toUniform(words[i])));
    }
}

void tst_block_ops::givesTheSameBitsWithVectors_data() {
    QTest::addColumn<bool>("wide");
    QTest::newRow("avx2") << false;
    QTest::newRow("avx512") << true;
}

void tst_block_ops::chainsTwoOperationsAsIfEachStoodAlone() {
    const auto wild = wildNumbers();
    auto other = wild, third = wild;
    std::reverse(other.begin(), other.end());
    std::rotate(third.begin(), third.begin() + 5, third.end());
    std::vector<double> between(wild.size()), two(wild.size()), one(wild.size());
    const BlockOperand column{wild.data(), 0}, mirrored{other.data(), 0}, turned{third.data(), 0}, three{nullptr, 3};
    for (const BlockOps* ops : {&portableBlockOps(), avx2BlockOps(), avx512BlockOps()}) {
        if (ops == nullptr)
            continue; // this processor or build has no such vectors
        for (const auto first : {BlockOp::Add, BlockOp::Sub, BlockOp::Mul, BlockOp::Div})
            for (const auto then : {BlockThen::Plus, BlockThen::Times, BlockThen::Minus, BlockThen::From})
                for (const auto& [a, b, c] : {std::tuple{column, mirrored, turned},
                                              {column, three, turned},
                                              {three, mirrored, turned},
                                              {column, mirrored, three},
                                              {column, three, three},
                                              {three, mirrored, three}}) {
                    ops->binary(first, a, b, between.data(), between.size());
                    const BlockOperand middle{between.data(), 0};
                    const bool from = then == BlockThen::From;
                    const BlockOp second = then == BlockThen::Plus    ? BlockOp::Add
                                           : then == BlockThen::Times ? BlockOp::Mul
                                                                      : BlockOp::Sub;
                    ops->binary(second, from ? c : middle, from ? middle : c, two.data(), two.size());
                    ops->chained(first, then, a, b, c, one.data(), one.size());
                    QVERIFY2(sameBits(one, two), ops->name);
                }
    }
}

void tst_block_ops::givesTheSameBitsWithVectors() {
    QFETCH(bool, wide);
    const BlockOps* fast = wide ? avx512BlockOps() : avx2BlockOps();
    if (fast == nullptr)
        QSKIP("this processor or build has no such vectors");
    for (const std::size_t count : {16, 48, 512}) {
        std::vector<double> one(count + 1, -1.0), two(count + 1, -1.0);
        portableBlockOps().uniforms({8, 1, 2, 0}, one.data(), count);
        fast->uniforms({8, 1, 2, 0}, two.data(), count);
        QVERIFY(sameBits(one, two) && two.back() == -1);
    }
    const BlockOps& slow = portableBlockOps();
    const auto wild = wildNumbers();
    auto other = wild;
    std::reverse(other.begin(), other.end());
    const auto u = draws(7, wild.size());
    std::vector<double> a(wild.size()), b(wild.size());
    for (const auto f :
         {BlockFunction::Ceil, BlockFunction::Sqrt, BlockFunction::Exp, BlockFunction::Log, BlockFunction::Probit}) {
        const auto& in = f == BlockFunction::Probit ? u : wild;
        slow.function(f, in.data(), a.data(), a.size());
        fast->function(f, in.data(), b.data(), b.size());
        QVERIFY2(sameBits(a, b), std::to_string(static_cast<int>(f)).c_str());
    }
    for (const auto op : {BlockOp::Add, BlockOp::Sub, BlockOp::Mul, BlockOp::Div, BlockOp::Min, BlockOp::Max})
        for (const auto& [x, y] : {std::pair<BlockOperand, BlockOperand>{{wild.data(), 0}, {other.data(), 0}},
                                   {{wild.data(), 0}, {nullptr, 3}},
                                   {{nullptr, -0.0}, {other.data(), 0}},
                                   {{nullptr, 2}, {nullptr, 3}}}) {
            slow.binary(op, x, y, a.data(), a.size());
            fast->binary(op, x, y, b.data(), b.size());
            QVERIFY2(sameBits(a, b), std::to_string(static_cast<int>(op)).c_str());
        }
    for (const auto& [low, high] : {std::pair{0.25, 0.5}, {-1.0, 2.0}, {0.5, 0.5}, {3.0, 4.0}, {-4.0, -3.0}}) {
        std::size_t below[] = {7, 7};
        const std::size_t kept = slow.within(u.data(), u.size(), low, high, a.data(), below[0]);
        QCOMPARE(fast->within(u.data(), u.size(), low, high, b.data(), below[1]), kept);
        QCOMPARE(below[0], below[1]);
        QCOMPARE(kept, static_cast<std::size_t>(std::count_if(
                           u.begin(), u.end(), [low = low, high = high](double x) { return low <= x && x <= high; })));
        QVERIFY(std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(kept), b.begin()));
    }
    const TriangularShape shape{1, 11, 0.25, 25, 75};
    slow.triangular(shape, u.data(), a.data(), a.size());
    fast->triangular(shape, u.data(), b.data(), b.size());
    QVERIFY(sameBits(a, b));
}

void tst_block_ops::givesTheSameTableBitsWithVectors() {
    // Row r holds r in its first coefficient: the value tells which cell was read, and where in it.
    std::vector<double> memory(8 * kTableSideCells + 4);
    double* rows = memory.data();
    while (reinterpret_cast<std::uintptr_t>(rows) % 32 != 0)
        ++rows;
    for (std::size_t r = 0; r < 2 * kTableSideCells; ++r)
        rows[4 * r] = static_cast<double>(r), rows[4 * r + 1] = 8, rows[4 * r + 2] = 0.5, rows[4 * r + 3] = 0.25;
    auto u = draws(11, 4096);
    const std::vector<double> edges{0x1p-33, 0.25,        0.5 - 0x1p-33, 0.5 + 0x1p-33,
                                    0.75,    1 - 0x1p-33, 0.265625,      0x1.8p-20};
    std::copy(edges.begin(), edges.end(), u.begin());
    std::vector<double> a(u.size()), b(u.size());
    portableBlockOps().table({rows}, u.data(), a.data(), a.size());
    QCOMPARE(a[0], 0.0);
    QCOMPARE(a[1], 31 * 16.0);
    QCOMPARE(std::floor(a[2]), 32 * 16 - 1.0);
    QCOMPARE(std::floor(a[3]), 2 * 32 * 16 - 1.0);
    QCOMPARE(a[4], kTableSideCells + 31 * 16.0);
    QCOMPARE(a[5], static_cast<double>(kTableSideCells));
    QCOMPARE(a[6], 31 * 16.0 + 1);
    for (const BlockOps* fast : {avx2BlockOps(), avx512BlockOps()})
        if (fast != nullptr) {
            fast->table({rows}, u.data(), b.data(), b.size());
            QVERIFY(sameBits(a, b));
        }
}

void tst_block_ops::computesExpWithinOneUlp() {
    const auto u = draws(3, 1 << 16);
    std::vector<double> x(u.size()), y(u.size());
    for (std::size_t i = 0; i < u.size(); ++i)
        x[i] = (u[i] - 0.5) * (i % 2 == 0 ? 1400 : 4);
    blockOps().function(BlockFunction::Exp, x.data(), y.data(), x.size());
    double worst = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        worst = std::max(worst, ulps(y[i], std::exp(static_cast<long double>(x[i]))));
    QVERIFY2(worst < 1, std::to_string(worst).c_str());
}

void tst_block_ops::computesLogWithinOneUlp() {
    const auto u = draws(5, 1 << 16);
    std::vector<double> x(u.size()), y(u.size());
    for (std::size_t i = 0; i < u.size(); ++i)
        x[i] = i % 3 == 0 ? u[i] : i % 3 == 1 ? 0.5 + u[i] : std::ldexp(u[i], static_cast<int>(i % 2000) - 1000);
    blockOps().function(BlockFunction::Log, x.data(), y.data(), x.size());
    double worst = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        worst = std::max(worst, ulps(y[i], std::log(static_cast<long double>(x[i]))));
    QVERIFY2(worst < 1, std::to_string(worst).c_str());
}

void tst_block_ops::keepsSpecialValues() {
    std::vector<double> x{0.0, -1.0, kInfinity, 1.0, 5e-324, -0.0};
    x.resize(kBlockLanes, 1.0);
    std::vector<double> y(x.size());
    blockOps().function(BlockFunction::Log, x.data(), y.data(), x.size());
    QCOMPARE(y[0], -kInfinity);
    QVERIFY(std::isnan(y[1]));
    QCOMPARE(y[2], kInfinity);
    QCOMPARE(y[3], 0.0);
    QCOMPARE(y[4], std::log(5e-324));
    QCOMPARE(y[5], -kInfinity);
    x[0] = -kInfinity, x[1] = 0.0, x[2] = kInfinity, x[3] = 710.0, x[4] = -800.0;
    blockOps().function(BlockFunction::Exp, x.data(), y.data(), x.size());
    QCOMPARE(y[0], 0.0);
    QCOMPARE(y[1], 1.0);
    QCOMPARE(y[2], kInfinity);
    QCOMPARE(y[3], kInfinity);
    QCOMPARE(y[4], 0.0);
}

void tst_block_ops::givesThePublishedProbits() {
    const auto bytes = readFile(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json", 1 << 20);
    QVERIFY(bytes.has_value());
    const Json reference = *parseJsonOrFail(*bytes, "reference_values.json");
    const Json& probits = reference.at("distributions").at("probit");
    QVERIFY(probits.size() >= 7);
    for (const auto& [u, z] : probits.items())
        QVERIFY2(std::fabs(probit(std::stod(u)) - z.get<double>()) <= 2e-15 * std::fabs(z.get<double>()), u.c_str());
    QCOMPARE(probit(0.5), 0.0);
    // The three that the algorithm's author gives.
    QVERIFY(std::fabs(probit(0.25) + 0.6744897501960817) < 1e-15);
    QVERIFY(std::fabs(probit(0.001) + 3.090232306167814) < 4e-15);
    QVERIFY(std::fabs(probit(1e-20) + 9.262340089798408) < 1e-14);
}

void tst_block_ops::risesWithTheProbability() {
    std::vector<double> u, z;
    for (double t = 0x1p-33; t < 0.5; t *= 1.001)
        u.push_back(t);
    for (double p = 0.5; p < 1; p += 1e-4)
        u.push_back(p);
    while (u.size() % kBlockLanes != 0)
        u.push_back(1 - 0x1p-33);
    z.resize(u.size());
    blockOps().function(BlockFunction::Probit, u.data(), z.data(), u.size());
    for (std::size_t i = 1; i < u.size(); ++i)
        QVERIFY(u[i] < u[i - 1] || z[i] >= z[i - 1]);
}

void tst_block_ops::invertsTheProbit() {
    for (double z = -37; z < 37; z += 0.01) {
        const double exact = 0.5 * std::erfc(-z / std::sqrt(2.0));
        QVERIFY2(std::fabs(normalCdf(z) - exact) <= 1e-12 * exact, std::to_string(z).c_str());
    }
    for (const double u : draws(13, 4096))
        QVERIFY(std::fabs(normalCdf(normalQuantile(u)) - u) <= 2e-12 * u);
    QCOMPARE(normalCdf(0), 0.5);
    QCOMPARE(normalCdf(40), 1.0);
    QCOMPARE(normalQuantile(0), -kInfinity);
    QCOMPARE(normalQuantile(1), kInfinity);
}

QTEST_GUILESS_MAIN(tst_block_ops)
#include "tst_block_ops.moc"
