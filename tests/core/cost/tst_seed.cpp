// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seed gives the article's numbers, by its ranges' middles and by their means.
#include "core/cost/seed.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/price_book.h"
#include "core/cost/simulate.h"
#include "tests/core/cost/cost_support.h"

#include <algorithm>
#include <array>

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;

namespace {

std::size_t placeOf(const review::Costs& costs, const std::string& measure) {
    const auto it = std::find_if(costs.measures.begin(), costs.measures.end(),
                                 [&](const review::CostMeasure& one) { return one.id == measure; });
    return static_cast<std::size_t>(it - costs.measures.begin());
}

/// Every range at its stated figure, which is its mode.
template <typename Things> void toStatedFigures(Things& things) {
    for (auto& thing : things)
        for (auto& [ignored, json] : thing.fields)
            if (const auto quantity = quantityOf(json); quantity && !quantity->certain())
                json = storedJson(Json(quantity->mode));
}

review::Costs stated() {
    review::Costs costs = seedCosts();
    toStatedFigures(costs.items);
    toStatedFigures(costs.measures);
    return costs;
}

/// Saving of one measure alone, over the cost of the item it acts on.
double shareSaved(const review::Costs& costs, const std::string& measure) {
    const Spec spec = *cost::specOf(costs);
    const std::size_t k = placeOf(costs, measure);
    const double saved = monthlyWith(spec, {}) - monthlyWith(spec, {k});
    return saved / evaluate(spec).items[spec.measures[k].items.front()].cost;
}

} // namespace

class TestSeed : public QObject {
    Q_OBJECT

private slots:
    void isReadyToLoad() {
        const review::Costs costs = seedCosts();
        const auto spec = cost::specOf(costs);
        QVERIFY2(spec.has_value(), spec ? "" : spec.error().text.c_str());
        QCOMPARE(spec->hoursPerMonth, 720.0);
        QCOMPARE(spec->scenarios.size(), costs.scenarios.size());
        QCOMPARE(costs.chosen()->name, std::string("Article's claims"));
        for (const review::CostItem& item : costs.items)
            QVERIFY2(!item.note.empty(), item.id.c_str());
        for (const review::CostMeasure& measure : costs.measures) {
            QVERIFY2(!measure.note.empty(), measure.id.c_str());
            QVERIFY2(measure.fields.contains("effort") && measure.fields.contains("oneOff"), measure.id.c_str());
        }
    }

    void reproducesTheTable_data() {
        QTest::addColumn<bool>("means");
        QTest::newRow("every range at its stated figure") << false;
        QTest::newRow("ranges at their means") << true;
    }
    void reproducesTheTable() {
        QFETCH(bool, means);
        review::Costs costs = means ? seedCosts() : stated();
        const Spec spec = *cost::specOf(costs);
        const Evaluation result = evaluate(spec);
        COMPARE_NEAR(result.items[0].cost, reference("seed", "endpoint_30usd_720h"));
        COMPARE_NEAR(*result.items[0].useful, reference("seed", "useful_30pct"));
        COMPARE_NEAR(*result.items[0].idle, reference("seed", "idle_70pct"));
        COMPARE_NEAR(result.items[1].cost, reference("seed", "ocu2_720h"));
        const ScenarioResult& claims = result.scenarios[0];
        COMPARE_NEAR(claims.items[0].cost, reference("seed", "consolidated_60pct"));
        COMPARE_NEAR(claims.items[1].cost, reference("seed", "acu05_720h"));
        COMPARE_NEAR(claims.items[4].cost / result.items[4].cost, 0.5);
        COMPARE_NEAR(shareSaved(costs, "pgvector"), reference("seed", "vector_saving_compute"));
        COMPARE_NEAR(shareSaved(costs, "batch-documents"), 0.5);
        COMPARE_NEAR(shareSaved(costs, "cache-prompts"), reference("seed", "cache_2000_500_500_sonnet_saving"));
        const double single = 60'000 * (2000 * 3 + 500 * 15) / 1e6;
        const Json& agent = reference().at("seed").at("agent_N5_ctx2000_d500_out100_500");
        COMPARE_NEAR(result.items[3].cost / single, agent["cost_mult_3_15"].get<double>());
        COMPARE_NEAR((1 - shareSaved(costs, "cache-agent")) * result.items[3].cost / single,
                     agent["cached_cost_mult"].get<double>());
        // Within what the article says a review recovers.
        QVERIFY(claims.saving > 8'000 && claims.saving < 20'000);

        costs.settings.hoursPerMonth = 730;
        const Evaluation longer = evaluate(*cost::specOf(costs));
        COMPARE_NEAR(longer.items[0].cost, 21'900.0);
        COMPARE_NEAR(longer.items[1].cost, reference("seed", "ocu2_730h"));
    }

    void everyScenarioSavesAndPaysBack() {
        const Evaluation result = evaluate(*cost::specOf(seedCosts()));
        QCOMPARE(result.scenarios.size(), std::size_t(3));
        for (const ScenarioResult& scenario : result.scenarios) {
            QVERIFY(scenario.saving > 0 && scenario.saving < result.baselineMonthly);
            QVERIFY(scenario.payback.has_value() && *scenario.payback < 12);
        }
    }

    void simulatesAroundTheStatedFigures() {
        const Spec spec = *cost::specOf(seedCosts());
        const std::vector<Compiled> compiled{compile(spec, 0), compile(spec, 1), compile(spec, 2)};
        const std::array outcomes{Outcome::Saving, Outcome::BaselineMonthly};
        SimulationOptions options;
        options.trials = 20'000;
        options.threads = 1;
        const auto result = simulate(compiled, outcomes, options);
        QVERIFY(result.has_value());
        const Evaluation point = evaluate(spec);
        for (std::size_t s = 0; s < compiled.size(); ++s) {
            const Summary& saving = result->outputs[2 * s].summary;
            QVERIFY(saving.p10 > 0 && saving.p10 < point.scenarios[s].saving && saving.p90 > point.scenarios[s].saving);
            // A load that is spread costs more than its mean, but not by much.
            QVERIFY(std::abs(result->outputs[2 * s + 1].summary.mean / point.baselineMonthly - 1) < 0.1);
        }
    }

    void conditionsAreRangesToSlide() {
        const review::Costs costs = seedCosts();
        const auto ranged = [](const review::CostFields& fields, const char* name) {
            const auto quantity = quantityOf(fields.at(name));
            return quantity && !quantity->certain() && quantity->mode - quantity->low > 0 &&
                   std::abs(quantity->high + quantity->low - 2 * quantity->mode) < 1e-9;
        };
        QVERIFY(ranged(costs.findItem("endpoint")->fields, "utilisation"));
        QVERIFY(ranged(costs.findItem("prompts")->fields, "prefixTokens"));
        QVERIFY(ranged(costs.findItem("agent")->fields, "toolCalls"));
        QVERIFY(ranged(costs.findMeasure("consolidate")->fields, "targetUtilisation"));
        QVERIFY(ranged(costs.findMeasure("batch-some")->fields, "eligibleShare"));
        QVERIFY(ranged(costs.findMeasure("cache-prompts")->fields, "hitRate"));
    }

    void theFloorThatFellIsFlagged() {
        const std::vector<StalePrice> stale = stalePrices(seedCosts(), {2026, 11, 22});
        QCOMPARE(stale.size(), std::size_t(1));
        QCOMPARE(stale[0].owner, std::string("vectors"));
        QCOMPARE(stale[0].field, std::string("ocu"));
        QCOMPARE(stale[0].why, std::string("valid until 27 May 2026"));
    }

    void survivesTheWayThroughASpecification() {
        const review::Costs costs = seedCosts();
        QCOMPARE(costsOf(*cost::specOf(costs), costs), costs);
    }
};

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
