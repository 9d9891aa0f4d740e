// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// New things are valid at once, whatever their type.
#include "core/cost/starters.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/types.h"
#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;

class TestStarters : public QObject {
    Q_OBJECT

    const PriceBook m_book{{}};

    /// One new item of each type.
    review::Costs everyItem() const {
        review::Costs costs;
        for (const ItemTypeInfo& info : itemTypes())
            costs.items.push_back(*newItem(costs, m_book, info.name));
        return costs;
    }

private slots:
    void everyNewItemIsValid() {
        const review::Costs costs = everyItem();
        const auto spec = cost::specOf(costs);
        QVERIFY2(spec.has_value(), spec ? "" : spec.error().text.c_str());
        QCOMPARE(costs.items.size(), kItemTypes);
        QCOMPARE(costs.items[0].name, std::string("Endpoint"));
        QCOMPARE(fieldNotes(costs.findItem("tokens")->fields.at("inputPrice")).validUntil, std::string("2027-01-28"));
        for (const ItemMonth& month : evaluate(*spec).items)
            QVERIFY(month.cost >= 0);
    }

    void everyNewMeasureIsValidOnEveryItemItCanActOn() {
        review::Costs costs = everyItem();
        for (const MeasureTypeInfo& info : measureTypes()) {
            const std::vector<std::string> possible = itemsFor(costs, info.name);
            QVERIFY2(!possible.empty(), info.name.data());
            for (const std::string& item : possible)
                costs.measures.push_back(*newMeasure(costs, m_book, info.name, {item}));
            costs.measures.push_back(*newMeasure(costs, m_book, info.name, possible));
        }
        const auto spec = cost::specOf(costs);
        QVERIFY2(spec.has_value(), spec ? "" : spec.error().text.c_str());
        for (const Measure& measure : spec->measures) {
            QCOMPARE(measure.effort, 0.0);
            QCOMPARE(measure.oneOff, Quantity{});
            QCOMPARE(measure.runCost, Quantity{});
        }
    }

    void figuresComeFromTheItem() {
        review::Costs costs = everyItem();
        costs.items[0].fields["pricePerHour"] = R"({"dist":"uniform","low":2,"high":4})";
        QCOMPARE(newMeasure(costs, m_book, "right-size", {"endpoint"})->fields.at("pricePerHour"), std::string("3"));
        costs.items[2].fields["toolCalls"] = "8";
        QCOMPARE(newMeasure(costs, m_book, "agent-step-budget", {"tokens"})->fields.at("maxToolCalls"),
                 std::string("4"));
        QCOMPARE(newMeasure(costs, m_book, "prompt-caching", {"tokens"})->fields.at("incremental"),
                 std::string("true"));
        const review::CostMeasure cheaper = *newMeasure(costs, m_book, "cheaper-model", {"tokens"});
        QCOMPARE(cheaper.note, std::string("Prices of anthropic.claude-haiku-4-5."));
        QCOMPARE(quantityOf(cheaper.fields.at("inputPrice"))->low, 1.0);
    }

    void idsAndNamesAreFresh() {
        review::Costs costs;
        costs.items.push_back(*newItem(costs, m_book, "endpoint", "Fraud scoring"));
        QCOMPARE(costs.items[0].id, std::string("fraud-scoring"));
        QCOMPARE(newItem(costs, m_book, "tokens", "Fraud scoring")->id, std::string("fraud-scoring-2"));
        costs.scenarios.push_back(newScenario(costs));
        costs.scenarios.push_back(newScenario(costs));
        QCOMPARE(costs.scenarios[1].name, std::string("Scenario (2)"));
        QCOMPARE(costs.scenarios[1].id, std::string("scenario-2"));
        QVERIFY(newItem(costs, m_book, "other", std::string(5000, 'x'))->name.size() <= review::kMaxCostName);
    }

    void whatCantBeIsRefused() {
        const review::Costs costs = everyItem();
        QCOMPARE(newItem(costs, m_book, "endpont").error().text,
                 std::string("There is no type \"endpont\". Did you mean \"endpoint\"?"));
        QCOMPARE(newMeasure(costs, m_book, "nothing", {"endpoint"}).error().id, std::string("cost.type"));
        for (const std::vector<std::string>& items :
             {std::vector<std::string>{}, {"nowhere"}, {"tokens"}, {"endpoint", "endpoint"}})
            QCOMPARE(newMeasure(costs, m_book, "schedule", items).error().id, std::string("cost.scope"));
        QVERIFY(itemsFor(costs, "nothing").empty());
        QCOMPARE(newMeasure({}, m_book, "schedule", {}).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestStarters)
#include "tst_starters.moc"
