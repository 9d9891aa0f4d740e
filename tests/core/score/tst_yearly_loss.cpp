// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Yearly losses against closed forms, a recursion and a simulation that share nothing with the product's transform.
#include "core/base/time.h"
#include "core/score/findings.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace plumb;
using review::LossModel;
using score::YearlyLoss;
using score::yearlyLoss;

namespace {

constexpr double kZ90 = 1.2815515655446004;

double muOf(const LossModel& m) {
    return 0.5 * std::log(m.p10 * m.p90);
}
double sigmaOf(const LossModel& m) {
    return 0.5 * std::log(m.p90 / m.p10) / kZ90;
}
/// P(size <= x)
double sizeCdf(const LossModel& m, double x) {
    return x <= 0.0 ? 0.0 : 0.5 * std::erfc(-(std::log(x) - muOf(m)) / sigmaOf(m) / std::sqrt(2.0));
}

bool near(double value, double wanted, double relative) {
    return std::abs(value - wanted) <= relative * std::abs(wanted);
}

/// P(sum of a year <= x) by Panjer's recursion, sizes rounded to the nearest of so many points.
double panjer(const LossModel& m, double x, int points = 1600) {
    const double h = x / (points + 0.5);
    std::vector<double> f(static_cast<std::size_t>(points) + 1), g(f.size());
    for (std::size_t k = 0; k < f.size(); ++k)
        f[k] = sizeCdf(m, (static_cast<double>(k) + 0.5) * h) - sizeCdf(m, (static_cast<double>(k) - 0.5) * h);
    g[0] = std::exp(-m.perYear * (1.0 - f[0]));
    double sum = g[0];
    for (std::size_t k = 1; k < g.size(); ++k) {
        double value = 0.0;
        for (std::size_t j = 1; j <= k; ++j)
            value += static_cast<double>(j) * f[j] * g[k - j];
        g[k] = m.perYear / static_cast<double>(k) * value;
        sum += g[k];
    }
    return sum;
}

} // namespace

class TestYearlyLoss : public QObject {
    Q_OBJECT

private slots:
    void meanIsExact() {
        const LossModel m{2.0, 1'000.0, 10'000.0};
        const double sigma = sigmaOf(m);
        QVERIFY(near(yearlyLoss(m).mean, 2.0 * std::exp(muOf(m) + sigma * sigma / 2.0), 1e-12));
        QVERIFY(near(yearlyLoss({0.01, 50.0, 50.0}).mean, 0.5, 1e-12));
    }

    void rareEventsHaveNoPercentiles() {
        const YearlyLoss l = yearlyLoss({0.05, 1e3, 1e6}); // 95 % of the years pass without
        QVERIFY(l.mean > 0.0);
        QCOMPARE(l.p10, 0.0);
        QCOMPARE(l.p50, 0.0);
        QCOMPARE(l.p90, 0.0);
        const YearlyLoss one = yearlyLoss({1.0, 1e3, 1e6}); // 37 %
        QCOMPARE(one.p10, 0.0);
        QVERIFY(one.p50 > 0.0);
    }

    void fewEventsFollowTheClosedForm() {
        // P(S <= x) = exp(-r) (1 + r G(x) + r^2/2 G2(x) + ...), and 0 <= G2(x) <= G(x)^2.
        for (const double rate : {0.106, 0.11, 0.13}) {
            const LossModel m{rate, 2e3, 9e5};
            const double x = yearlyLoss(m).p90, g = sizeCdf(m, x);
            const double one = std::exp(-rate) * (1.0 + rate * g);
            const double more = std::exp(-rate) * (rate * rate / 2.0 * g * g + rate * rate * rate * g * g * g);
            QVERIFY2(one <= 0.9 + 1e-4 && one + more >= 0.9 - 1e-4, qPrintable(QString::number(rate)));
        }
    }

    void eventsOfOneSizeAreCounted() {
        const YearlyLoss one = yearlyLoss({1.0, 7.0, 7.0}); // 37 %, 74 %, 92 %
        QCOMPARE(one.p10, 0.0);
        QCOMPARE(one.p50, 7.0);
        QCOMPARE(one.p90, 14.0);
        const YearlyLoss hundred = yearlyLoss({100.0, 1.0, 1.0});
        QCOMPARE(hundred.p10, 87.0);
        QCOMPARE(hundred.p50, 100.0);
        QCOMPARE(hundred.p90, 113.0);
        const YearlyLoss huge = yearlyLoss({1e9, 1.0, 1.0});
        QVERIFY(near(huge.p90, 1e9 + kZ90 * std::sqrt(1e9), 1e-9));
        // Nearly one size is nearly the same.
        const YearlyLoss close = yearlyLoss({4.0, 10.0, 10.001});
        QVERIFY(near(close.p10, 20.0, 2e-3) && near(close.p50, 40.0, 2e-3) && near(close.p90, 70.0, 2e-3));
    }

    void agreesWithPanjersRecursion_data() { models(); }
    void agreesWithPanjersRecursion() {
        QFETCH(double, perYear);
        QFETCH(double, spread);
        const LossModel m{perYear, 1e3, 1e3 * spread};
        const YearlyLoss l = yearlyLoss(m);
        for (const auto& [q, x] : {std::pair{0.1, l.p10}, {0.5, l.p50}, {0.9, l.p90}})
            if (x > 0.0) {
                const double other = panjer(m, x);
                QVERIFY2(std::abs(other - q) <= 2e-3, qPrintable(QStringLiteral("%1 instead of %2").arg(other).arg(q)));
            }
    }

    void agreesWithASimulation_data() { models(); }
    void agreesWithASimulation() {
        QFETCH(double, perYear);
        QFETCH(double, spread);
        const LossModel m{perYear, 1e3, 1e3 * spread};
        const YearlyLoss l = yearlyLoss(m);
        constexpr int kYears = 40'000;
        std::mt19937_64 random(20260801);
        std::poisson_distribution<int> count(m.perYear);
        std::lognormal_distribution<double> size(muOf(m), sigmaOf(m));
        int below10 = 0, below50 = 0, below90 = 0;
        for (int year = 0; year < kYears; ++year) {
            double sum = 0.0;
            for (int n = count(random); n > 0; --n)
                sum += size(random);
            below10 += sum <= l.p10 ? 1 : 0;
            below50 += sum <= l.p50 ? 1 : 0;
            below90 += sum <= l.p90 ? 1 : 0;
        }
        // Four standard errors of a share; a percentile at 0 may stand for more than its share.
        for (const auto& [q, x, below] :
             {std::tuple{0.1, l.p10, below10}, {0.5, l.p50, below50}, {0.9, l.p90, below90}}) {
            const double share = below / double(kYears), room = 4.0 * std::sqrt(q * (1.0 - q) / kYears);
            QVERIFY2(share >= q - room && (x == 0.0 || share <= q + room),
                     qPrintable(QStringLiteral("%1 of the years, not %2").arg(share).arg(q)));
        }
    }

    void scalesWithTheCurrency() {
        const YearlyLoss cents = yearlyLoss({3.0, 1e5, 1e7}), euros = yearlyLoss({3.0, 1e3, 1e5});
        QVERIFY(near(cents.p10, 100.0 * euros.p10, 1e-9) && near(cents.p50, 100.0 * euros.p50, 1e-9));
        QVERIFY(near(cents.p90, 100.0 * euros.p90, 1e-9) && near(cents.mean, 100.0 * euros.mean, 1e-12));
    }

    void manyEventsComeCloseToTheNormal() {
        const LossModel m{20'000.0, 100.0, 300.0};
        const YearlyLoss l = yearlyLoss(m);
        const double sd = std::sqrt(m.perYear * std::exp(2.0 * muOf(m) + 2.0 * sigmaOf(m) * sigmaOf(m)));
        QVERIFY(near(l.p50, l.mean, 1e-3));
        QVERIFY(near(l.p90, l.mean + kZ90 * sd, 2e-3) && near(l.p10, l.mean - kZ90 * sd, 2e-3));
    }

    void moreEventsAndLargerOnesCostMore() {
        YearlyLoss before{};
        for (const double rate : {0.02, 0.1, 0.12, 0.5, 0.7, 2.0, 2.3, 3.0, 10.0, 100.0, 499.0, 501.0, 2000.0}) {
            const YearlyLoss l = yearlyLoss({rate, 10.0, 500.0});
            QVERIFY(l.mean > before.mean && l.p10 >= before.p10 && l.p50 >= before.p50 && l.p90 >= before.p90);
            QVERIFY(l.p10 <= l.p50 && l.p50 <= l.p90);
            before = l;
        }
    }

    void isTheSameEveryTime() {
        const YearlyLoss a = yearlyLoss({7.0, 10.0, 5e4}), b = yearlyLoss({7.0, 10.0, 5e4});
        QVERIFY(a.mean == b.mean && a.p10 == b.p10 && a.p50 == b.p50 && a.p90 == b.p90);
    }

    void anInvalidModelCostsNothing() {
        const double nan = std::nan(""), inf = HUGE_VAL;
        for (const LossModel& m : {LossModel{0, 1, 2},
                                   {-1, 1, 2},
                                   {1, 0, 2},
                                   {1, 3, 2},
                                   {nan, 1, 2},
                                   {1, nan, 2},
                                   {1, 1, nan},
                                   {inf, 1, 2},
                                   {1, 1, inf},
                                   {1, -1, 2},
                                   {}}) {
            const YearlyLoss l = yearlyLoss(m);
            QVERIFY(l.mean == 0.0 && l.p10 == 0.0 && l.p50 == 0.0 && l.p90 == 0.0);
        }
    }

    void veryManyEventsOfVeryDifferentSizesKeepTheirTail() {
        // The largest event of the year decides: P(S <= x) is a little below exp(-r P(size > x)).
        const LossModel m{10'000.0, 1.0, 1e5};
        const double x = yearlyLoss(m).p90, largest = std::exp(-m.perYear * (1.0 - sizeCdf(m, x)));
        QVERIFY(largest > 0.9 && largest < 0.95);
    }

    void extremeModelsStayFinite() {
        for (const LossModel& m : {LossModel{1e-9, 1e-6, 1e12},
                                   {365.0, 1e-6, 1e12},
                                   {2.3025850929940455, 1.0, 1e6},
                                   {0.10536051565782628, 1e-3, 1e9},
                                   {1e6, 1.0, 10.0},
                                   {3.0, 1e-300, 1e300}}) {
            const YearlyLoss l = yearlyLoss(m);
            QVERIFY(std::isfinite(l.p10) && std::isfinite(l.p50) && std::isfinite(l.p90));
            QVERIFY(l.p10 >= 0.0 && l.p10 <= l.p50 && l.p50 <= l.p90);
        }
    }

private:
    static void models() {
        QTest::addColumn<double>("perYear");
        QTest::addColumn<double>("spread");
        for (const double rate : {0.15, 0.8, 3.0, 12.0, 40.0})
            for (const double spread : {1.5, 10.0, 300.0})
                QTest::newRow(qPrintable(QStringLiteral("%1 a year, P90 is %2 times P10").arg(rate).arg(spread)))
                    << rate << spread;
    }
};

QTEST_APPLESS_MAIN(TestYearlyLoss)
#include "tst_yearly_loss.moc"
