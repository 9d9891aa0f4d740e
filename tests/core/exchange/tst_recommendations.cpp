// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recommendations of Cost Optimization Hub become measures that save what they promise.
#include "tests/core/exchange/list_support.h"

#include <algorithm>

using namespace plumb;
using namespace plumb::test;
using exchange::readCostOptimizationHub;

namespace {

CostImport read(const std::string& bytes, const CostImportOptions& options = {}) {
    auto import = readCostOptimizationHub(bytes, "coh.csv", options);
    if (!import)
        qFatal("%s", import.error().text.c_str());
    return *import;
}

constexpr const char* kHeader =
    "recommendation_id,action_type,currency_code,current_resource_type,resource_arn,"
    "estimated_monthly_cost_before_discount,estimated_monthly_savings_before_discount,implementation_effort\n";

/// "type effort saving" by the measure's name.
std::string dumped(const CostImport& import) {
    const cost::Spec spec = specOf(import);
    std::string out;
    for (std::size_t i = 0; i < import.measures.size(); ++i) {
        const review::CostMeasure& m = import.measures[i];
        const auto effort = m.fields.find("effort");
        out += m.name + " | " + m.type + " | " + (effort == m.fields.end() ? "-" : effort->second) + " | " +
               QByteArray::number(savingOf(spec, i), 'f', 6).toStdString() + " | " + std::to_string(m.excludes.size()) +
               "\n";
    }
    return out;
}

} // namespace

class TstRecommendations final : public QObject {
    Q_OBJECT
private slots:
    void anExportBecomesMeasuresThatSaveWhatTheySay() {
        const CostImport import = read(sample("cost_optimization_hub.csv"));
        QVERIFY(isSound(import));
        COMPARE_TEXT(
            dumped(import),
            "Stop: Ec2Instance i-0a1b2c3d4e5f60001 | factor | 0.5 | 2847.304000 | 1\n"
            "Rightsize: Ec2Instance i-0a1b2c3d4e5f60001 -> g5.4xlarge | right-size | 3 | 1729.107200 | 1\n"
            "PurchaseSavingsPlans: Use eligible for SageMakerSavingsPlans -> 1 year, no upfront | savings-plan | 0.5 | "
            "1220.100000 | 0\n"
            "Rightsize: SageMakerEndpoint fraud-scoring -> ml.g5.xlarge x 2 | right-size | 1 | 1028.083333 | 0\n"
            "PurchaseReservedInstances: Use eligible for OpenSearchReservedInstances -> 1 year, partial upfront | "
            "factor "
            "| 0.5 | 251.844000 | 0\n"
            "MigrateToGraviton: Ec2Instance i-0a1b2c3d4e5f60002 -> m7g.2xlarge | right-size | 20 | 42.048000 | 0\n"
            "Delete: EbsVolume vol-0aa | factor | 1 | 40.000000 | 0\n"
            "Rightsize: LambdaFunction embed -> 512 MB | factor | 1 | 4.250000 | 0\n"
            "Upgrade: EbsVolume vol-0bb -> gp3, 200 GB | factor | 1 | 4.000000 | 0\n");
        QCOMPARE(import.account.rows, 14u);
        COMPARE_TEXT(import.currency, "USD");
    }

    void whatCannotBeUsedIsNamedWithItsLine() {
        const CostImport import = read(sample("cost_optimization_hub.csv"));
        std::string faults;
        for (const Message& message : import.messages)
            faults += message.id + " " + message.pointer + ": " + message.text + "\n";
        COMPARE_TEXT(faults, "I001 line 12: \"60,74\" is not a number.\n"
                             "I005 line 13: It saves 40 of a monthly cost of 32.85.\n"
                             "I005 line 14: It does not say what to do.\n"
                             "I002 line 15: 3 columns instead of 26.\n"
                             "I009 : Commitments are recommended for use that may stand in other items, too.\n");
        QCOMPARE(rowsOf(import, Fate::Refused), 4u);
        QCOMPARE(rowsOf(import, Fate::LeftOut), 2u); // an alternative, and one that saves nothing
        const AccountLine* nothing = lineOf(import, Fate::LeftOut, "saves nothing");
        QVERIFY(nothing != nullptr);
        QCOMPARE(nothing->amount, 144.0756);
        QCOMPARE(nothing->firstLine, 11u);
    }

    void alternativesForAResourceShareItsCostAndExcludeEachOther() {
        const CostImport import = read(sample("cost_optimization_hub.csv"));
        const review::CostMeasure& stop = import.measures.at(0);
        const review::CostMeasure& smaller = import.measures.at(1);
        QCOMPARE(stop.items, smaller.items);
        QCOMPARE(stop.excludes, std::vector<std::string>{smaller.id});
        QCOMPARE(smaller.excludes, std::vector<std::string>{stop.id});
        QCOMPARE(std::count_if(import.items.begin(), import.items.end(),
                               [&](const review::CostItem& item) { return item.id == stop.items.front(); }),
                 1);
    }

    void discountsCountWhereTheyAreKnown() {
        const CostImport import = read(sample("cost_optimization_hub.csv"));
        QVERIFY(import.measures.at(0).note.find("after discounts") != std::string::npos);
        QVERIFY(import.measures.at(5).note.find("before discounts") != std::string::npos); // after: empty
    }

    void notesSayRestartRollbackAndPlace() {
        const CostImport import = read(sample("cost_optimization_hub.csv"));
        COMPARE_TEXT(
            import.measures.at(1).note,
            "AWS Cost Optimization Hub, coh.csv line 2; after discounts; of 2026-11-20; g5.12xlarge; us-east-1; "
            "needs a restart; can be rolled back; effort Medium; recommendation MTExMTIyMjIzMzMz01");
        COMPARE_TEXT(import.items.at(0).fields.at("instanceType"), "\"g5.12xlarge\"");
    }

    void savingsHoldInAMonthOf30Days() {
        CostImportOptions options;
        options.hoursPerMonth = 720;
        const CostImport import = read(sample("cost_optimization_hub.csv"), options);
        QVERIFY(isSound(import, 720));
        QVERIFY(near(savingOf(specOf(import, 720), 1), 1729.1072, 2847.304));
    }

    void theAnswerOfTheApiIsReadToo() {
        const CostImport import = read(sample("cost_optimization_hub.json"));
        QVERIFY(isSound(import));
        COMPARE_TEXT(
            dumped(import),
            "Delete: SageMakerEndpoint idle-endpoint | factor | 1 | 1028.016667 | 0\n"
            "PurchaseSavingsPlans: Use eligible for ComputeSavingsPlans -> $2.11/hour, 1 year | savings-plan | "
            "0.5 | 540.500000 | 0\n"
            "Rightsize: Ec2Instance i-0ff -> m5.xlarge | right-size | 3 | 113.440000 | 0\n");
        QCOMPARE(rowsOf(import, Fate::Refused), 2u);
        COMPARE_TEXT(import.messages.at(0).pointer, "/items/3");
        COMPARE_TEXT(import.messages.at(1).pointer, "/items/4");
        COMPARE_TEXT(import.messages.at(2).text, "More recommendations follow: the answer has a nextToken.");
        // The cost of the savings plan was not given: 540.50 is 27.025 % of it.
        QVERIFY(near(import.account.amount, 283.6 + 2000 + 1028.0166666666667 + 10, 3000));
    }

    void byServiceAllAreFactorsOnAnAmount() {
        CostImportOptions options;
        options.grouping = exchange::Grouping::Service;
        const CostImport import = read(sample("cost_optimization_hub.csv"), options);
        QVERIFY(isSound(import));
        for (const review::CostItem& item : import.items)
            COMPARE_TEXT(item.type, "other");
        QVERIFY(near(savingOf(specOf(import), 1), 1729.1072, 2847.304));
    }

    void manySmallOnesArePutTogetherByAction() {
        std::string csv = kHeader;
        double saving = 0, cost = 0;
        for (int i = 1; i <= 400; ++i) {
            csv += "r" + std::to_string(i) + (i % 2 == 0 ? ",Delete" : ",Rightsize") +
                   ",USD,EbsVolume,arn:" + std::to_string(i) + "," + std::to_string(2 * i) + "," + std::to_string(i) +
                   ",Low\n";
            saving += i;
            cost += 2 * i;
        }
        const CostImport import = read(csv);
        QVERIFY(isSound(import));
        QCOMPARE(import.items.size(), 100u);
        QCOMPARE(import.measures.size(), 100u);
        const cost::Spec spec = specOf(import);
        double all = 0;
        for (std::size_t i = 0; i < import.measures.size(); ++i)
            all += savingOf(spec, i);
        QVERIFY(near(all, saving, cost));
        QCOMPARE(rowsOf(import, Fate::Mapped), 400u);
        COMPARE_TEXT(import.items.at(98).name, "Delete: 151 smaller recommendations");
    }

    void tenWaysForAResourceAreEnough() {
        std::string csv = kHeader;
        for (int i = 1; i <= 3000; ++i)
            csv += "r,Rightsize,USD,EbsVolume,arn:1,5000," + std::to_string(i) + ",Low\n";
        const CostImport import = read(csv);
        QVERIFY(isSound(import));
        QCOMPARE(import.items.size(), 1u);
        QCOMPARE(import.measures.size(), 10u);
        QVERIFY(near(savingOf(specOf(import), 0), 3000, 5000));
        QCOMPARE(lineOf(import, Fate::LeftOut, "more than 10 ways for one resource")->rows, 2990u);
    }

    void aReviewCanHoldWhatManyItemsGive() {
        CostImportOptions options;
        options.mostItems = 5000;
        std::string csv = kHeader;
        for (int i = 1; i <= 3000; ++i)
            csv += "r,Delete,USD,EbsVolume,arn:" + std::to_string(i / 2) + ",5000," + std::to_string(i) + ",Low\n";
        const CostImport import = read(csv, options);
        QVERIFY(isSound(import));
        QVERIFY(import.measures.size() <= review::kMaxCostMeasures);
        QVERIFY(import.items.size() > 400);
    }

    void fileNamesMayBeAnything() {
        const auto import =
            readCostOptimizationHub(std::string(kHeader) + "a,Stop,USD,X,arn:1,10,5,Low\n", "\xFF\n.csv", {});
        COMPARE_TEXT(import->items.at(0).note, "AWS Cost Optimization Hub, ? .csv line 2; before discounts");
    }

    void twoCurrenciesNeedAChoice() {
        const std::string csv = std::string(kHeader) + "a,Delete,USD,X,arn:1,10,5,Low\nb,Delete,EUR,X,arn:2,20,5,Low\n";
        const auto mixed = readCostOptimizationHub(csv, "coh.csv", {});
        QVERIFY(!mixed);
        COMPARE_TEXT(mixed.error().id, "import.mixedCurrency");
        QCOMPARE(mixed.error().args, (std::vector<std::string>{"EUR", "USD"}));
        CostImportOptions options;
        options.currency = "EUR";
        const CostImport import = read(csv, options);
        QVERIFY(isSound(import));
        QCOMPARE(import.items.size(), 1u);
        QCOMPARE(import.account.amount, 20.0);
        COMPARE_TEXT(import.messages.at(0).id, "I004");
    }

    void columnNamesMayHaveOtherLettersAndOrder() {
        const CostImport import =
            read("Estimated_Monthly_Savings_Before_Discount;ACTION_TYPE;estimated_savings_percentage_before_discount\n"
                 "25;Stop;50\n");
        QVERIFY(isSound(import));
        QCOMPARE(import.account.amount, 50.0);
    }

    void otherFilesAreRefusedWithWhatTheyLack() {
        const auto csv = readCostOptimizationHub("a,b\n1,2\n", "x.csv", {});
        COMPARE_TEXT(csv.error().id, "import.wrongColumns");
        QCOMPARE(csv.error().args, (std::vector<std::string>{"action_type", "estimated_monthly_savings_before_discount",
                                                             "estimated_monthly_cost_before_discount"}));
        COMPARE_TEXT(readCostOptimizationHub("{\"a\":1}", "x.json", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readCostOptimizationHub("{\"items\":[", "x.json", {}).error().id, "import.notJson");
        COMPARE_TEXT(readCostOptimizationHub("", "x.json", {}).error().id, "import.empty");
        QVERIFY(isSound(read("{\"items\":[]}")));
    }
};

QTEST_APPLESS_MAIN(TstRecommendations)
#include "tst_recommendations.moc"
