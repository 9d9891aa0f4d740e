// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ranges against published numbers, and the tables of the fast path against the exact quantiles.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/cost/distribution.h"
#include "core/cost/quantile_table.h"

#include <QtTest>

#include <cmath>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace plumb;
using namespace plumb::cost;

namespace {

void compareTo(double got, double expected, double tolerance) {
    QVERIFY2(std::fabs(got - expected) <= tolerance * std::max(1.0, std::fabs(expected)),
             qPrintable(QStringLiteral("%1 is not %2").arg(got, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

/// Every number that the file gives for one distribution.
void checkAll(const Quantity& q, const Json& expected, double tolerance) {
    for (const auto& [name, value] : expected.items()) {
        const double want = value.get<double>();
        if (name == "mean")
            compareTo(mean(q), want, tolerance);
        else if (name == "var")
            compareTo(variance(q), want, tolerance);
        else if (name == "sd")
            compareTo(std::sqrt(variance(q)), want, tolerance);
        else if (name == "median")
            compareTo(quantile(q, 0.5), want, tolerance);
        else if (name.front() == 'p')
            compareTo(quantile(q, std::stod(name.substr(1)) / 100), want, tolerance);
        else
            QVERIFY2(name == "alpha" || name == "beta" || name == "mu" || name == "sigma", name.c_str());
    }
}

std::vector<double> manyUniforms() {
    std::vector<double> u;
    for (double t = 0x1p-33; t < 0.5; t *= 1.0137)
        u.push_back(t), u.push_back(1 - t);
    u.push_back(1 - 0x1p-33);
    while (u.size() % kBlockLanes != 0)
        u.push_back(0.3);
    std::sort(u.begin(), u.end());
    return u;
}

Quantity anyRange() {
    const double low = *rc::gen::inRange(-1000, 1000);
    const int width = *rc::gen::inRange(1, 1000);
    const double mode = low + *rc::gen::inRange(0, width + 1);
    return (*rc::gen::inRange(0, 2) != 0) ? Quantity::pert(low, mode, low + width)
                                          : Quantity::triangular(low, mode, low + width);
}

} // namespace

class tst_distribution : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void givesThePublishedNumbers_data();
    void givesThePublishedNumbers();
    void shapesLognormals();
    void computesLogGamma();
    void undoesQuantilesByProbabilities();
    void staysInsideAndRises();
    void keepsTheStatedErrorOfTables_data();
    void keepsTheStatedErrorOfTables();
    void treatsARangeWithoutWidthAsAPoint();

private:
    Json m_reference;
};

void tst_distribution::initTestCase() {
    const auto bytes = readFile(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json", 1 << 20);
    QVERIFY(bytes.has_value());
    qputenv("RC_PARAMS", "seed=20261122");
    m_reference = *parseJsonOrFail(*bytes, "reference_values.json");
}

void tst_distribution::givesThePublishedNumbers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("mode");
    QTest::addColumn<double>("high");
    QTest::newRow("pert_0_1_10") << int(Dist::Pert) << 0.0 << 1.0 << 10.0;
    QTest::newRow("pert_10_20_50") << int(Dist::Pert) << 10.0 << 20.0 << 50.0;
    QTest::newRow("pert_8000_12000_20000") << int(Dist::Pert) << 8000.0 << 12000.0 << 20000.0;
    QTest::newRow("triangular_0_1_10") << int(Dist::Triangular) << 0.0 << 1.0 << 10.0;
    QTest::newRow("triangular_10_20_50") << int(Dist::Triangular) << 10.0 << 20.0 << 50.0;
    QTest::newRow("lognormal_p10_10_p90_40") << int(Dist::Lognormal) << 10.0 << 0.0 << 40.0;
}

void tst_distribution::givesThePublishedNumbers() {
    QFETCH(int, kind);
    QFETCH(double, low);
    QFETCH(double, mode);
    QFETCH(double, high);
    const Quantity q{static_cast<Dist>(kind), low, mode, high, {}, {}};
    checkAll(q, m_reference.at("distributions").at(QTest::currentDataTag()), 1e-12);
}

void tst_distribution::shapesLognormals() {
    const Json& reference = m_reference.at("distributions");
    const LognormalShape shape = lognormalShape(10, 40);
    compareTo(shape.mu, reference.at("lognormal_p10_10_p90_40").at("mu"), 1e-14);
    compareTo(shape.sigma, reference.at("lognormal_p10_10_p90_40").at("sigma"), 1e-14);
    const LognormalShape other = lognormalByMoments(100, 30);
    compareTo(other.mu, reference.at("lognormal_mean100_sd30").at("mu"), 1e-14);
    compareTo(other.sigma * other.sigma, reference.at("lognormal_mean100_sd30").at("sigma2"), 1e-14);
    compareTo(quantile(Quantity::lognormal(10, 40), 0.1), 10, 1e-14);
    compareTo(quantile(Quantity::lognormal(10, 40), 0.9), 40, 1e-14);
}

void tst_distribution::computesLogGamma() {
    double factorial = 0;
    for (int n = 1; n < 30; ++n) {
        compareTo(logGamma(n), factorial, 1e-14);
        factorial += std::log(n);
    }
    compareTo(logGamma(0.5), 0.57236494292470008707, 1e-14); // log of the square root of pi
}

void tst_distribution::undoesQuantilesByProbabilities() {
    const bool holds = rc::check([] {
        const Quantity q = anyRange();
        const double u = *rc::gen::inRange(1, 1'000'000) / 1e6;
        RC_ASSERT(std::fabs(probabilityBelow(q, quantile(q, u)) - u) < 1e-9);
    });
    QVERIFY(holds);
    const Quantity lognormal = Quantity::lognormal(3, 500);
    compareTo(probabilityBelow(lognormal, quantile(lognormal, 0.001)), 0.001, 1e-12);
    const Quantity uniform = Quantity::uniform(-2, 6);
    QCOMPARE(quantile(uniform, 0.25), 0.0);
    QCOMPARE(probabilityBelow(uniform, 0), 0.25);
    compareTo(variance(uniform), 64.0 / 12, 1e-15);
}

void tst_distribution::staysInsideAndRises() {
    const bool holds = rc::check([] {
        const Quantity q = anyRange();
        double last = q.low;
        for (int i = 0; i <= 200; ++i) {
            const double x = quantile(q, i / 200.0);
            RC_ASSERT(x >= last && x <= q.high);
            last = x;
        }
        RC_ASSERT(quantile(q, 0) == q.low && quantile(q, 1) == q.high);
        RC_ASSERT(probabilityBelow(q, q.low - 1) == 0 && probabilityBelow(q, q.high + 1) == 1);
    });
    QVERIFY(holds);
}

void tst_distribution::keepsTheStatedErrorOfTables_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("mode");
    QTest::addColumn<double>("high");
    for (const double mode : {0.0, 0.001, 0.1, 0.5, 0.77, 1.0})
        QTest::addRow("pert %g", mode) << int(Dist::Pert) << 0.0 << mode << 1.0;
    QTest::newRow("lognormal narrow") << int(Dist::Lognormal) << 9.9 << 0.0 << 10.1;
    QTest::newRow("lognormal") << int(Dist::Lognormal) << 10.0 << 0.0 << 40.0;
    QTest::newRow("lognormal sigma 1") << int(Dist::Lognormal) << 1.0 << 0.0 << 12.9;
}

void tst_distribution::keepsTheStatedErrorOfTables() {
    QFETCH(int, kind);
    QFETCH(double, low);
    QFETCH(double, mode);
    QFETCH(double, high);
    const Quantity q{static_cast<Dist>(kind), low, mode, high, {}, {}};
    const QuantileTable table(q);
    const auto u = manyUniforms();
    std::vector<double> x(u.size());
    blockOps().table(table.view(), u.data(), x.data(), x.size());
    double worst = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        const double exact = quantile(q, u[i]);
        worst = std::max(worst, std::fabs(x[i] - exact) / (q.dist == Dist::Pert ? high - low : exact));
        QVERIFY(i == 0 || x[i] >= x[i - 1]);
    }
    QVERIFY2(worst < (q.dist == Dist::Pert ? 1e-7 : 5e-7), qPrintable(QString::number(worst)));
}

void tst_distribution::treatsARangeWithoutWidthAsAPoint() {
    for (const Quantity& q : {Quantity::point(4), Quantity::pert(4, 4, 4), Quantity::triangular(4, 4, 4),
                              Quantity::uniform(4, 4), Quantity::lognormal(4, 4)}) {
        QCOMPARE(quantile(q, 0.0), 4.0);
        QCOMPARE(quantile(q, 0.7), 4.0);
        QCOMPARE(variance(q), 0.0);
        QCOMPARE(probabilityBelow(q, 3.9), 0.0);
        QCOMPARE(probabilityBelow(q, 4), 1.0);
    }
}

QTEST_GUILESS_MAIN(tst_distribution)
#include "tst_distribution.moc"
