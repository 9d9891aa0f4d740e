// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Estimates of the AWS Pricing Calculator become items that cost what the estimate says.
#include "tests/core/exchange/list_support.h"

using namespace plumb;
using namespace plumb::test;
using exchange::readPricingCalculator;

namespace {

CostImport read(const std::string& bytes, const CostImportOptions& options = {}) {
    auto import = readPricingCalculator(bytes, "estimate.csv", options);
    if (!import)
        qFatal("%s", import.error().text.c_str());
    return *import;
}

std::string dumped(const CostImport& import) {
    std::string out;
    for (const review::CostItem& item : import.items) {
        out += item.name + " | " + item.type;
        for (const auto& [field, value] : item.fields)
            out += " | " + field + " " + value;
        out += "\n";
    }
    return out;
}

} // namespace

class TstPricingCalculator final : public QObject {
    Q_OBJECT
private slots:
    void anEstimateBecomesItemsByService() {
        const CostImport import = read(sample("pricing_calculator.csv"));
        QVERIFY(isSound(import));
        COMPARE_TEXT(dumped(import), "Amazon SageMaker: Fraud scoring | endpoint | instanceType \"g5.xlarge\" | "
                                     "instances 2 | pricePerHour 1.408\n"
                                     "Elastic Load Balancing | other | monthly 873.8100000000001\n"
                                     "Amazon SageMaker | other | monthly 505.02572\n"
                                     "Amazon OpenSearch Service | other | monthly 350.4\n"
                                     "Amazon RDS for PostgreSQL | other | monthly 185.49200000000002\n"
                                     "Data Transfer | other | monthly 92.07\n"
                                     "S3 Standard | other | monthly 18.4\n");
        QCOMPARE(import.account.rows, 8u);
        const AccountLine* free = lineOf(import, Fate::LeftOut, "costs nothing");
        QVERIFY(free != nullptr);
        QCOMPARE(free->firstLine, 18u); // a summary in the rows before spans three lines
    }

    void upfrontCostsAreTold() {
        const CostImport import = read(sample("pricing_calculator.csv"));
        QCOMPARE(import.messages.size(), 1u);
        COMPARE_TEXT(import.messages.front().text, "1200.00 USD up front are not in the items, which are months.");
    }

    void byResourceEachRowStandsAlone() {
        CostImportOptions options;
        options.grouping = exchange::Grouping::Resource;
        const CostImport import = read(sample("pricing_calculator.csv"), options);
        QVERIFY(isSound(import));
        QVERIFY(dumped(import).find("S3 Standard: Claim documents") != std::string::npos);
        QVERIFY(dumped(import).find("Elastic Load Balancing: Network") != std::string::npos);
    }

    void byServiceThereAreNoEndpoints() {
        CostImportOptions options;
        options.grouping = exchange::Grouping::Service;
        const CostImport import = read(sample("pricing_calculator.csv"), options);
        QVERIFY(isSound(import));
        COMPARE_TEXT(import.items.front().name, "Amazon SageMaker");
        COMPARE_TEXT(import.items.front().fields.at("monthly"), "2560.70572");
    }

    void theSmallestArePutTogether() {
        CostImportOptions options;
        options.mostItems = 3;
        const CostImport import = read(sample("pricing_calculator.csv"), options);
        QVERIFY(isSound(import));
        QCOMPARE(import.items.size(), 3u);
        COMPARE_TEXT(import.items.back().name, "5 smaller positions");
    }

    void aTableWithoutHeadAndStatusIsReadToo() {
        const CostImport import = read(sample("pricing_calculator_2020.csv"));
        QVERIFY(isSound(import));
        COMPARE_TEXT(dumped(import),
                     "Amazon OpenSearch Service | other | monthly 350.4\nS3 Standard | other | monthly 18.4\n");
        QCOMPARE(import.messages.size(), 2u);
        COMPARE_TEXT(import.messages.at(0).id + " " + import.messages.at(0).pointer, "I001 line 4");
        COMPARE_TEXT(import.messages.at(1).id + " " + import.messages.at(1).pointer, "I002 line 5");
    }

    void aHeadThatSaysAnotherSumIsTold() {
        std::string bytes = sample("pricing_calculator.csv");
        const std::size_t at = bytes.find("1200,4080.88");
        QVERIFY(at != std::string::npos);
        bytes.replace(at, 12, "1200,9999.99");
        const CostImport import = read(bytes);
        COMPARE_TEXT(import.messages.back().text, "The estimate says 9999.99 a month, its rows sum to 4080.88.");
    }

    void currenciesAreNotMixed() {
        const std::string table = "Service,Monthly,Currency\nA,1,USD\nB,2,CNY\n";
        COMPARE_TEXT(readPricingCalculator(table, "x", {}).error().id, "import.mixedCurrency");
        CostImportOptions options;
        options.currency = "CNY";
        const CostImport import = read(table, options);
        QVERIFY(isSound(import));
        QCOMPARE(amountOf(import, Fate::Mapped), 2.0);
        QCOMPARE(rowsOf(import, Fate::Refused), 1u);
    }

    void anUpfrontCostThatIsNoNumberIsTold() {
        const CostImport import = read("Service,Upfront,Monthly\nA,much,10\n");
        QVERIFY(isSound(import));
        COMPARE_TEXT(import.messages.at(0).text, "The up-front cost in line 2 is not a number.");
    }

    void negativeSumsAreLeftOut() {
        const CostImport import = read("Service,Monthly,Currency\nA,10,USD\nCredit,-4,USD\nA,-1,USD\n");
        QVERIFY(isSound(import));
        QCOMPARE(amountOf(import, Fate::Mapped), 9.0);
        QCOMPARE(amountOf(import, Fate::LeftOut), -4.0);
    }

    void otherFilesAreRefused() {
        const auto other = readPricingCalculator("a,b\n1,2\n", "x.csv", {});
        COMPARE_TEXT(other.error().id, "import.wrongColumns");
        COMPARE_TEXT(readPricingCalculator("Service,Monthly\n\"A,1", "x", {}).error().id, "import.brokenQuotes");
    }
};

QTEST_APPLESS_MAIN(TstPricingCalculator)
#include "tst_pricing_calculator.moc"
