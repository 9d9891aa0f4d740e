// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tornado, Sobol indices, value of information and losses against published and hand-made answers.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/cost/loss.h"
#include "core/cost/sensitivity.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

using namespace plumb;
using namespace plumb::cost;

namespace {

BlockModel pointwise(std::size_t inputs, std::function<double(const std::vector<double>&)> f) {
    return {inputs, 1, [inputs, f](const double* const* columns, double* const* out, std::vector<double>&) {
                std::vector<double> x(inputs);
                for (std::size_t t = 0; t < kBlockTrials; ++t) {
                    for (std::size_t i = 0; i < inputs; ++i)
                        x[i] = columns[i][t];
                    out[0][t] = f(x);
                }
            }};
}

SimulationOptions options(std::uint64_t trials, Sampling sampling = Sampling::Random) {
    SimulationOptions o;
    o.trials = trials;
    o.seed = 20261122;
    o.threads = 2;
    o.sampling = sampling;
    return o;
}

/// Within four standard errors, which must themselves be small enough to mean something.
void checkIndex(double got, double error, double expected, double largestError) {
    QVERIFY2(std::fabs(got - expected) <= 4 * error + 1e-9,
             qPrintable(QStringLiteral("%1 +- %2 is not %3").arg(got).arg(error).arg(expected)));
    QVERIFY2(error < largestError, qPrintable(QString::number(error)));
}

} // namespace

class tst_sensitivity : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void ordersTheTornado();
    void swingsBetweenP10AndP90();
    void findsIshigamisIndices_data();
    void findsIshigamisIndices();
    void findsTheIndicesOfTheGFunction();
    void givesTheSameIndicesForAnyThreads();
    void saysThatNothingVaries();
    void refusesWhatIndicesCannotDo();
    void valuesPerfectInformation();
    void tellsWhatToMeasureNext();
    void refusesUnequalAlternatives();
    void countsPoissonEvents();
    void simulatesLosses();
    void drawsAnExceedanceCurve();
    void refusesImpossibleLosses();

private:
    Json m_reference;
};

void tst_sensitivity::initTestCase() {
    const auto bytes = readFile(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json", 1 << 20);
    QVERIFY(bytes.has_value());
    m_reference = *parseJsonOrFail(*bytes, "reference_values.json");
}

void tst_sensitivity::ordersTheTornado() {
    // The example of the domain notes, section 4: price, utilisation, target, hit rate, prefix share, tokens.
    const PointModel f = [](std::span<const double> x) {
        return x[0] * 720 * (1 - x[1] / x[2]) + x[5] * x[4] * (0.9 * x[3] - 0.25 * (1 - x[3]));
    };
    const std::vector<double> low{25.251286, 0.15, 0.45, 0.5, 0.2, 4000};
    const std::vector<double> base{30, 0.3, 0.6, 0.9, 0.395, 9000};
    const std::vector<double> high{63.296, 0.45, 0.75, 0.98, 0.6, 20000};
    const Tornado t = tornado(f, low, base, high);
    QVERIFY(std::fabs(t.base - 13590.675) < 1e-9);
    const std::vector<std::size_t> order{0, 1, 2, 5, 4, 3};
    const std::vector<double> swings{13696.10, 10800, 5760, 4961.20, 2826, 1962.36};
    double shares = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(t.bars[i].input, order[i]);
        QVERIFY(std::fabs(t.bars[i].swing() - swings[i]) < 5e-3);
        shares += t.bars[i].share;
    }
    QVERIFY(std::fabs(shares - 1) < 1e-12);
    QVERIFY(t.bars[1].atLow > t.bars[1].atHigh); // more use, less to gain
}

void tst_sensitivity::swingsBetweenP10AndP90() {
    const std::vector<Quantity> inputs{Quantity::pert(10, 20, 50), Quantity::point(4), Quantity::triangular(0, 1, 10)};
    const Tornado t = tornado([](std::span<const double> x) { return x[0] + x[1] - x[2]; }, inputs);
    const Json& pert = m_reference.at("distributions").at("pert_10_20_50");
    QCOMPARE(t.bars[0].input, std::size_t{0});
    QVERIFY(std::fabs(t.bars[0].swing() - (pert.at("p90").get<double>() - pert.at("p10").get<double>())) < 1e-9);
    QVERIFY(std::fabs(t.bars[1].swing() - 6) < 1e-12);
    QCOMPARE(t.bars[2].swing(), 0.0);
    QVERIFY(std::fabs(t.base - (pert.at("p50").get<double>() + 4 - 3.2917960675006306)) < 1e-9);
}

void tst_sensitivity::findsIshigamisIndices_data() {
    QTest::addColumn<int>("sampling");
    QTest::addColumn<double>("largestError");
    QTest::newRow("random") << int(Sampling::Random) << 0.01;
    QTest::newRow("sobol") << int(Sampling::Sobol) << 0.002;
}

void tst_sensitivity::findsIshigamisIndices() {
    QFETCH(int, sampling);
    QFETCH(double, largestError);
    constexpr double kPi = 3.14159265358979323846;
    const std::vector<Quantity> inputs(3, Quantity::uniform(-kPi, kPi));
    const BlockModel model = pointwise(3, [](const std::vector<double>& x) {
        return std::sin(x[0]) + 7 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
    });
    const auto result = sobolIndices(model, inputs, options(65'536, static_cast<Sampling>(sampling)));
    QVERIFY(result.has_value());
    const Json& expected = m_reference.at("sensitivity").at("ishigami_a7_b0.1");
    QVERIFY(std::fabs(result->mean - expected.at("mean").get<double>()) < 0.05);
    QVERIFY(std::fabs(result->variance - expected.at("var").get<double>()) < 0.2);
    for (std::size_t i = 0; i < 3; ++i) {
        const SobolIndex& index = result->indices[i];
        checkIndex(index.first, index.firstError, expected.at("S").at(i).get<double>(), largestError);
        checkIndex(index.total, index.totalError, expected.at("ST").at(i).get<double>(), largestError);
    }
}

void tst_sensitivity::findsTheIndicesOfTheGFunction() {
    const std::vector<double> a{0, 1, 4.5, 9, 99, 99, 99, 99};
    const std::vector<Quantity> inputs(8, Quantity::uniform(0, 1));
    const BlockModel model = pointwise(8, [&](const std::vector<double>& x) {
        double product = 1;
        for (std::size_t i = 0; i < 8; ++i)
            product *= (std::fabs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
        return product;
    });
    const auto result = sobolIndices(model, inputs, options(32'768, Sampling::Sobol));
    QVERIFY(result.has_value());
    const Json& expected = m_reference.at("sensitivity").at("sobol_g_0_1_4.5_9_99x4");
    QVERIFY(std::fabs(result->variance - expected.at("var").get<double>()) < 0.005);
    for (std::size_t i = 0; i < 4; ++i)
        checkIndex(result->indices[i].first, result->indices[i].firstError, expected.at("S").at(i).get<double>(),
                   0.005);
    checkIndex(result->indices[0].total, result->indices[0].totalError, expected.at("ST1").get<double>(), 0.005);
}

void tst_sensitivity::givesTheSameIndicesForAnyThreads() {
    const std::vector<Quantity> inputs(3, Quantity::pert(1, 2, 5));
    const BlockModel model = pointwise(3, [](const std::vector<double>& x) { return x[0] * x[1] + x[2]; });
    SimulationOptions o = options(10'000);
    const auto one = sobolIndices(model, inputs, o);
    o.threads = 5;
    QVERIFY(one.has_value() && sobolIndices(model, inputs, o) == one);
}

void tst_sensitivity::saysThatNothingVaries() {
    const std::vector<Quantity> inputs(2, Quantity::point(3));
    const auto result =
        sobolIndices(pointwise(2, [](const std::vector<double>& x) { return x[0]; }), inputs, options(100));
    QVERIFY(result.has_value());
    QCOMPARE(result->variance, 0.0);
    QVERIFY((result->indices == std::vector<SobolIndex>(2)));
}

void tst_sensitivity::refusesWhatIndicesCannotDo() {
    const std::vector<Quantity> inputs(33, Quantity::uniform(0, 1));
    const BlockModel model = pointwise(33, [](const std::vector<double>& x) { return x[0]; });
    QCOMPARE(sobolIndices(model, inputs, options(100, Sampling::Sobol)).error().id, std::string("cost.sobolInputs"));
    QCOMPARE(sobolIndices(model, inputs, options(0)).error().id, std::string("cost.trials"));
    SimulationOptions o = options(100);
    o.correlations = {{0, 1, 0.5}};
    QCOMPARE(sobolIndices(model, inputs, o).error().id, std::string("cost.correlation"));
}

void tst_sensitivity::valuesPerfectInformation() {
    const std::vector<double> act{100, -20}, leave{0, 0};
    const std::vector<std::span<const double>> alternatives{act, leave};
    QCOMPARE(perfectInformation(alternatives), m_reference.at("stats").at("evpi_example").get<double>());
    QCOMPARE(perfectInformation({}), 0.0);
}

void tst_sensitivity::tellsWhatToMeasureNext() {
    // Worth of acting: x0 - 5 with x0 uniform in 0 to 10, and a little noise x1 that never changes the decision much.
    // Knowing x0: E max(x0 - 5, 0) = 1.25 against 0.
    const std::vector<Quantity> inputs{Quantity::uniform(0, 10), Quantity::uniform(-0.1, 0.1), Quantity::point(1)};
    const SimulationOptions o = options(100'000);
    const auto simulation =
        simulate(pointwise(3, [](const std::vector<double>& x) { return x[0] - 5.02 + x[1]; }), inputs, o);
    QVERIFY(simulation.has_value());
    const std::vector<double> leave(100'000, 0.0);
    const std::vector<std::span<const double>> alternatives{simulation->outputs[0].values, leave};
    const auto value = informationValue(alternatives, inputs, o);
    QVERIFY(value.has_value());
    const double exact = 4.98 * 4.98 / 20 - std::max(0.0, -0.02);
    QVERIFY2(std::fabs(value->all - exact) < 0.03, qPrintable(QString::number(value->all)));
    QVERIFY(std::fabs(value->perInput[0] - exact) < 0.03);
    QVERIFY(value->perInput[1] < 0.05);
    QCOMPARE(value->perInput[2], 0.0);
    QVERIFY(value->perInput[0] <= value->all);
}

void tst_sensitivity::refusesUnequalAlternatives() {
    const std::vector<double> one(100), two(99);
    const std::vector<Quantity> inputs{Quantity::uniform(0, 1)};
    const std::vector<std::span<const double>> unequal{one, two};
    QCOMPARE(informationValue(unequal, inputs, options(100)).error().id, std::string("cost.alternatives"));
    QCOMPARE(informationValue({}, inputs, options(100)).error().id, std::string("cost.alternatives"));
}

void tst_sensitivity::countsPoissonEvents() {
    QCOMPARE(poissonQuantile(0, 0.999999), std::size_t{0});
    QCOMPARE(poissonQuantile(1, 0.36), std::size_t{0}); // e^-1 = 0.3679
    QCOMPARE(poissonQuantile(1, 0.37), std::size_t{1});
    QCOMPARE(poissonQuantile(1, 0.73), std::size_t{1}); // 2 e^-1 = 0.7358
    QCOMPARE(poissonQuantile(1, 0.74), std::size_t{2});
    QVERIFY(poissonQuantile(50, 1 - 0x1p-33) < 110);
}

void tst_sensitivity::simulatesLosses() {
    // The seed's audit: once in two years, 47,000; and a leak that comes 0.2 times a year, from 10,000 to 90,000.
    const std::vector<LossModel> models{
        {"audit", Frequency::OnceAtMost, Quantity::point(0.5), Quantity::point(47'000)},
        {"leak", Frequency::Poisson, Quantity::point(0.2), Quantity::lognormal(10'000, 90'000)}};
    SimulationOptions o = options(200'000);
    const auto result = simulateLosses(models, o);
    QVERIFY(result.has_value());
    const double leak = 0.2 * mean(models[1].severity);
    QVERIFY(std::fabs(result->means[0] - 23'500) < 250);
    QVERIFY(std::fabs(result->means[1] - leak) < 0.03 * leak);
    QVERIFY(std::fabs(result->yearly.mean - 23'500 - leak) < 4 * result->yearly.stdError);
    QVERIFY(std::fabs(result->yearly.mean - result->means[0] - result->means[1]) < 1e-6);
    o.threads = 1;
    QVERIFY(simulateLosses(models, o) == result);
    QCOMPARE(simulateLosses({}, o)->yearly.mean, 0.0);
}

void tst_sensitivity::drawsAnExceedanceCurve() {
    const std::vector<double> losses{0, 0, 10, 20, 40};
    const auto curve = lossExceedance(losses, 5);
    QCOMPARE(curve.size(), std::size_t{5});
    const std::vector<double> expected{0.6, 0.4, 0.2, 0.2, 0};
    for (std::size_t p = 0; p < 5; ++p) {
        QCOMPARE(curve[p].amount, 10.0 * static_cast<double>(p));
        QCOMPARE(curve[p].probability.share, expected[p]);
    }
    QVERIFY(lossExceedance({}, 5).empty());
}

void tst_sensitivity::refusesImpossibleLosses() {
    const auto idOf = [](Frequency frequency, Quantity perYear, Quantity severity) {
        const std::vector<LossModel> models{{"x", frequency, perYear, severity}};
        return simulateLosses(models, options(100)).error().id;
    };
    const Quantity one = Quantity::point(1);
    QCOMPARE(idOf(Frequency::OnceAtMost, Quantity::point(1.5), one), std::string("cost.lossFrequency"));
    QCOMPARE(idOf(Frequency::Poisson, Quantity::point(-1), one), std::string("cost.lossFrequency"));
    QCOMPARE(idOf(Frequency::Poisson, Quantity::lognormal(1, 2), one), std::string("cost.lossFrequency"));
    QCOMPARE(idOf(Frequency::Poisson, one, Quantity::uniform(-1, 1)), std::string("cost.lossSeverity"));
}

QTEST_GUILESS_MAIN(tst_sensitivity)
#include "tst_sensitivity.moc"
