// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/finance.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;
using Flows = std::vector<double>;

class TestFinance : public QObject {
    Q_OBJECT

private slots:
    void netPresentValueIsThatOfTheSpreadsheet() {
        // The spreadsheet discounts the first flow, too.
        const Flows one{-10000, 3000, 4200, 6800};
        COMPARE_NEAR(netPresentValue(0.1, one) / 1.1, reference("finance", "excel_npv_10pct_-10000_3000_4200_6800"));
        Flows two{-40000, 8000, 9200, 10000, 12000, 14500};
        COMPARE_NEAR(netPresentValue(0.08, two),
                     reference("finance", "excel_npv_8pct_8000_9200_10000_12000_14500_minus_40000"));
        two.push_back(-9000);
        COMPARE_NEAR(netPresentValue(0.08, two), reference("finance", "excel_npv_with_-9000"));
    }

    void internalRateIsThatOfTheSpreadsheet() {
        const auto only = [](const Flows& flows) {
            const InternalRates rates = internalRates(flows);
            return rates.rates.size() == 1 && rates.changes == 1 ? rates.rates[0] : NAN;
        };
        COMPARE_NEAR(only({-70000, 12000, 15000, 18000, 21000}),
                     reference("finance", "excel_irr_-70000_12000_15000_18000_21000"));
        COMPARE_NEAR(only({-70000, 12000, 15000, 18000, 21000, 26000}), reference("finance", "excel_irr_plus_26000"));
        COMPARE_NEAR(only({-70000, 12000, 15000}), reference("finance", "excel_irr_first3"));
        Flows seed(13, 10800);
        seed[0] = -60000;
        COMPARE_NEAR(only(seed), reference("finance", "irr_monthly"));
    }

    void severalRatesAndNoneAreSaid() {
        const InternalRates two = internalRates(Flows{-100, 230, -132});
        QCOMPARE(two.changes, 2);
        QCOMPARE(two.rates.size(), std::size_t(2));
        for (std::size_t k = 0; k < 2; ++k)
            COMPARE_NEAR(two.rates[k], reference().at("finance").at("two_irr_-100_230_-132")[k].get<double>());
        QCOMPARE(internalRates(Flows{100, 100}), (InternalRates{{}, 0}));
        QCOMPARE(internalRates(Flows{}), (InternalRates{{}, 0}));
        const InternalRates never = internalRates(Flows{100, -100, 100}); // worth at least 75 at any rate
        QCOMPARE(never, (InternalRates{{}, 2}));
    }

    void modifiedRateIsThatOfTheSpreadsheet() {
        const Flows flows{-120000, 39000, 30000, 21000, 37000, 46000};
        COMPARE_NEAR(*modifiedInternalRate(flows, 0.1, 0.12), reference("finance", "excel_mirr_10_12"));
        COMPARE_NEAR(*modifiedInternalRate(Flows(flows.begin(), flows.begin() + 4), 0.1, 0.12),
                     reference("finance", "excel_mirr_3y"));
        COMPARE_NEAR(*modifiedInternalRate(flows, 0.1, 0.14), reference("finance", "excel_mirr_14"));
        QVERIFY(!modifiedInternalRate(Flows{1, 2}, 0.1, 0.1));
    }

    void datedFlowsAreThoseOfTheSpreadsheet() {
        const Flows flows{-10000, 2750, 4250, 3250, 2750}, days{39448, 39508, 39751, 39859, 39904};
        COMPARE_NEAR(datedPresentValue(0.09, flows, days), reference("finance", "excel_xnpv_9pct"));
        COMPARE_WITHIN(*datedInternalRate(flows, days), reference("finance", "excel_xirr"), 1e-7);
        QVERIFY(!datedInternalRate(Flows{1, 1}, Flows{0, 30}));
    }

    void theSeedCasePaysBack() {
        const double rate = monthlyRate(0.1);
        COMPARE_NEAR(rate, reference("finance", "monthly_rate_10pct"));
        Flows flows(13, 10800);
        flows[0] = -60000;
        COMPARE_NEAR(netPresentValue(rate, flows), reference("finance", "npv_-60000_10800x12"));
        const Flows savings(12, 10800);
        COMPARE_NEAR(*payback(60000, savings), reference("finance", "payback_months"));
        COMPARE_NEAR(*discountedPayback(60000, savings, rate), reference("finance", "discounted_payback_months"));
    }

    void paybackFollowsUnevenSavings() {
        COMPARE_NEAR(*payback(100, Flows{20, 40, 80}), 2.5);
        COMPARE_NEAR(*payback(100, Flows{10}), 10.0); // beyond the last month at its saving
        COMPARE_NEAR(*payback(100, Flows{-20, 60}), 3.0);
        QCOMPARE(*payback(0, Flows{5}), 0.0);
        QVERIFY(!payback(100, Flows{0}));
        QVERIFY(!payback(100, Flows{-1}));
        QVERIFY(!payback(100, Flows{}));
        QVERIFY(!discountedPayback(60000, Flows(12, 400), monthlyRate(0.1))); // interest eats the saving
    }
};

QTEST_GUILESS_MAIN(TestFinance)
#include "tst_finance.moc"
