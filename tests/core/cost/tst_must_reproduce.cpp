// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cases that the product promises to reproduce, to nine digits. tests/cli/tst_cli_cost.cpp asks the same of the
// command line.
#include "core/cost/break_even.h"

#include "tests/core/cost/cost_support.h"
#include "tests/core/cost/portfolio.h"
#include "tests/support/must_reproduce.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;
using plumb::test::specOf;

class TestMustReproduce : public QObject {
    Q_OBJECT

    static Evaluation evaluated(const char* text) { return evaluate(specOf(text)); }

private slots:
    void idleEndpoint() {
        const Evaluation result = evaluated(test::kEndpoint720);
        COMPARE_NEAR(result.baselineMonthly, reference("seed", "endpoint_30usd_720h"));
        COMPARE_NEAR(*result.items[0].useful, reference("seed", "useful_30pct"));
        COMPARE_NEAR(*result.items[0].idle, reference("seed", "idle_70pct"));
        COMPARE_NEAR(result.scenarios[0].monthly, reference("seed", "consolidated_60pct"));
        COMPARE_NEAR(evaluated(test::kEndpoint730).baselineMonthly, 21900.0);
    }

    void vectorStore() {
        const Evaluation at720 = evaluated(test::kVector720), at730 = evaluated(test::kVector730);
        COMPARE_NEAR(at720.baselineMonthly, reference("seed", "ocu2_720h"));
        COMPARE_NEAR(at720.scenarios[0].monthly, reference("seed", "acu05_720h"));
        COMPARE_NEAR(at730.baselineMonthly, reference("seed", "ocu2_730h"));
        COMPARE_NEAR(at730.scenarios[0].monthly, reference("seed", "acu05_730h"));
        COMPARE_NEAR(at720.scenarios[0].saving / at720.baselineMonthly, reference("seed", "vector_saving_compute"));
        const Evaluation stored = evaluated(test::kVectorWithStorage);
        COMPARE_NEAR(stored.scenarios[0].saving / stored.baselineMonthly, reference("seed", "vector_saving_10gb_730h"));
    }

    void batchHalvesAStream() {
        const Evaluation result = evaluated(test::kBatch);
        COMPARE_NEAR(result.scenarios[0].monthly / result.baselineMonthly, 0.5);
        COMPARE_NEAR(result.scenarios[1].saving / result.baselineMonthly, 0.31); // 62 % of it eligible
    }

    void promptCaching() {
        const Evaluation result = evaluated(test::kCaching);
        COMPARE_NEAR(result.scenarios[0].saving / result.baselineMonthly,
                     reference("seed", "cache_2000_500_500_sonnet_saving"));
        const Evaluation share = evaluated(test::kCachingShare);
        COMPARE_NEAR(share.scenarios[0].saving / share.baselineMonthly, 0.31);
    }

    void agent() {
        const Json& agent = reference().at("seed").at("agent_N5_ctx2000_d500_out100_500");
        const Evaluation result = evaluated(test::kAgent);
        const double single = result.items[1].cost;
        COMPARE_NEAR(result.items[0].cost / single, agent["cost_mult_3_15"].get<double>());
        COMPARE_NEAR(result.scenarios[0].items[0].cost / single, agent["cached_cost_mult"].get<double>());
        // With a price of input or output alone the tokens themselves show.
        COMPARE_NEAR(result.items[2].cost, agent["input"].get<double>());
        COMPARE_NEAR(result.items[3].cost, agent["output"].get<double>());
        COMPARE_NEAR((result.items[2].cost + result.items[3].cost) / 2500, agent["token_mult"].get<double>());
        COMPARE_NEAR(result.scenarios[0].items[2].cost, agent["cached_input_equiv"].get<double>());
    }

    void threeSavingsOnOneBill() {
        const Evaluation result = evaluated(test::kThree);
        const ScenarioResult& scenario = result.scenarios[0];
        COMPARE_NEAR(scenario.saving, reference("attribution", "total"));
        for (std::size_t k = 0; k < 3; ++k) {
            const Json& published = reference().at("attribution");
            COMPARE_NEAR(scenario.shapley.values[k], published["shapley_mult_21600_50_31_20"][k].get<double>());
            COMPARE_NEAR(scenario.waterfall[k], published["sequential_orders"]["123"][k].get<double>());
            COMPARE_NEAR(result.scenarios[1].waterfall[2 - k], published["sequential_orders"]["321"][k].get<double>());
        }
    }

    void investment() {
        const ScenarioResult result = evaluated(test::kInvestment).scenarios[0];
        COMPARE_NEAR(result.saving, 10800.0);
        COMPARE_NEAR(result.npv, reference("finance", "npv_-60000_10800x12"));
        COMPARE_NEAR(*result.payback, reference("finance", "payback_months"));
        COMPARE_NEAR(*result.discountedPayback, reference("finance", "discounted_payback_months"));
        COMPARE_NEAR(result.irr.rates.at(0), reference("finance", "irr_monthly"));
    }

    void portfolio() {
        const Evaluation result = evaluated(test::kPortfolio);
        const Json& published = reference().at("attribution").at("portfolio_6");
        COMPARE_NEAR(result.baselineMonthly, published["baseline"].get<double>());
        COMPARE_NEAR(result.scenarios[0].saving, published["total_saving"].get<double>());
        const Spec spec = specOf(test::kPortfolio);
        for (std::size_t k = 0; k < 6; ++k)
            COMPARE_NEAR(result.scenarios[0].shapley.values[k],
                         published["shapley"][spec.measures[k].id].get<double>());
    }

    void rangesCountWithTheirMean() {
        COMPARE_NEAR(evaluated(test::kPert).baselineMonthly,
                     reference().at("distributions").at("pert_10_20_50")["mean"].get<double>());
    }

    void tornadoBaseOfTheFacts() {
        // p 720 (1 - u/mu) + tokens share (.9 h - .25 (1-h)) at (30, .3, .6, .9, .395, 9000)
        const double caching = 9000 * 0.395 * cacheSaving(0.9, 0.1, 1.25);
        COMPARE_NEAR(evaluated(test::kEndpoint720).scenarios[0].saving + caching, 13590.675);
    }
};

QTEST_GUILESS_MAIN(TestMustReproduce)
#include "tst_must_reproduce.moc"
