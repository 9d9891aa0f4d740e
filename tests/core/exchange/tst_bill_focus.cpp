// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FOCUS bills become items that cost what the bill says, and every row is accounted for.
#include "tests/core/exchange/bill_support.h"

using namespace plumb;
using namespace plumb::test;
using exchange::Grouping;

namespace {

CostImportOptions by(Grouping grouping) {
    CostImportOptions options;
    options.grouping = grouping;
    return options;
}

std::string messagesOf(const CostImport& import) {
    std::string out;
    for (const Message& message : import.messages)
        out += message.id + " " + message.pointer + "\n";
    return out;
}

} // namespace

class TstBillFocus final : public QObject {
    Q_OBJECT
private slots:
    void hostingHoursAreAnEndpoint() {
        const Bill bill = focusBill().row(
            {{"EffectiveCost", "1027.84"}, {"ConsumedQuantity", "730"}, {"x_UsageType", "USE1-Host:ml.g5.xlarge"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "endpoint \"SageMaker endpoint ml.g5.xlarge (us-east-1)\" instanceType=\"g5.xlarge\" instances=1 "
                     "pricePerHour=1.408 region=\"us-east-1\"\n");
    }
    void fewerHoursAreHoursThatItIsOnAndMoreAreInstances() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "140.8"},
                  {"ConsumedQuantity", "100"},
                  {"ChargeDescription", "$1.408 per Hosting ml.g5.xlarge hour"}});
        bill.row({{"EffectiveCost", "2190"},
                  {"ConsumedQuantity", "2190"},
                  {"ChargeDescription", "$1 per Hosting ml.m5.4xlarge hour"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "endpoint \"SageMaker endpoint ml.m5.4xlarge (us-east-1)\" instanceType=\"m5.4xlarge\" "
                     "instances=3 pricePerHour=1 region=\"us-east-1\"\n"
                     "endpoint \"SageMaker endpoint ml.g5.xlarge (us-east-1)\" hoursOn=100 instanceType=\"g5.xlarge\" "
                     "instances=1 pricePerHour=1.4080000000000001 region=\"us-east-1\"\n");
    }
    void theHoursOfAMonthAreThoseThatAreAskedFor() {
        CostImportOptions options;
        options.hoursPerMonth = 720;
        const Bill bill = focusBill().row(
            {{"EffectiveCost", "2160"}, {"ConsumedQuantity", "1440"}, {"x_UsageType", "Host:ml.g5.xlarge"}});
        const CostImport import = soundImport(bill.text(), options);
        COMPARE_TEXT(import.items.at(0).fields.at("instances"), "2");
    }
    void trainingAndTransformAreToldApart() {
        Bill bill = focusBill();
        bill.row(
            {{"EffectiveCost", "151.5"}, {"ConsumedQuantity", "6"}, {"x_UsageType", "USE1-Train:ml.p4d.24xlarge"}});
        bill.row({{"EffectiveCost", "10"}, {"ConsumedQuantity", "5"}, {"x_UsageType", "USE1-Tsform:ml.m5.xlarge"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "training \"SageMaker training ml.p4d.24xlarge (us-east-1)\" hours=6 "
                     "instanceType=\"p4d.24xlarge\" pricePerHour=25.25 region=\"us-east-1\"\n"
                     "other \"Amazon SageMaker\" monthly=10\n");
    }
    void tokensOfOneModelAreOneStream() {
        Bill bill = focusBill();
        const auto tokens = [&](const char* type, const char* quantity, const char* cost) {
            bill.row({{"ServiceName", "Amazon Bedrock"},
                      {"ConsumedUnit", "1K tokens"},
                      {"ConsumedQuantity", quantity},
                      {"EffectiveCost", cost},
                      {"x_UsageType", std::string("USE1-Claude3Sonnet-") + type}});
        };
        tokens("input-tokens", "4000", "12");
        tokens("output-tokens", "1000", "15");
        tokens("cache-read-input-token-count", "9000", "2.7");
        tokens("cache-write-input-token-count", "1000", "3.75");
        const CostImport import = soundImport(bill.text());
        COMPARE_TEXT(shownItems(import), "tokens \"Bedrock Claude3Sonnet (us-east-1)\" hitRate=0.9 inputPrice=3 "
                                         "inputTokens=4000000 outputPrice=15 outputTokens=1000000 "
                                         "prefixTokens=10000000 readFactor=0.1 requests=1 "
                                         "writeFactor=1.25\n");
        QVERIFY(import.items[0].note.find("requests") != std::string::npos);
    }
    void cachedTokensWithoutInputHaveAPriceToo() {
        const Bill bill = focusBill().row({{"ServiceName", "Amazon Bedrock"},
                                           {"ConsumedUnit", "1M tokens"},
                                           {"ConsumedQuantity", "3"},
                                           {"EffectiveCost", "0.9"},
                                           {"x_UsageType", "Nova-cache-read-input-token-count"}});
        QCOMPARE(soundImport(bill.text()).items.at(0).type, std::string("tokens"));
    }
    void batchTokensKeepTheListPrice() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "Amazon Bedrock"},
                  {"ConsumedUnit", "1K tokens"},
                  {"ConsumedQuantity", "2000"},
                  {"EffectiveCost", "3"},
                  {"x_UsageType", "USE1-Claude3Sonnet-input-tokens-batch"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "batch-tokens \"Bedrock Claude3Sonnet, batch (us-east-1)\" batchFactor=0.5 inputPrice=3 "
                     "inputTokens=2000000 outputPrice=0 outputTokens=0 requests=1\n");
    }
    void marketplaceModelsAreNamedAfterTheirEdition() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "Claude Sonnet 4.5 (Amazon Bedrock Edition)"},
                  {"ConsumedUnit", "Units"},
                  {"ConsumedQuantity", "2"},
                  {"EffectiveCost", "6"},
                  {"ChargeDescription", "AWS Marketplace software usage|us-east-1|Million Input Tokens"},
                  {"x_UsageType", "USE1-MP:USE1_InputTokenCount-Units"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "tokens \"Bedrock Claude Sonnet 4.5 (us-east-1)\" inputPrice=3 inputTokens=2000000 outputPrice=0 "
                     "outputTokens=0 requests=1\n");
    }
    void vectorStoresProvisionedUnitsAndTheRest() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "Amazon OpenSearch Service"},
                  {"ConsumedUnit", "OCU-Hours"},
                  {"EffectiveCost", "350.4"},
                  {"ConsumedQuantity", "1460"},
                  {"x_UsageType", "USE1-IndexingOCU"}});
        bill.row({{"ServiceName", "Amazon OpenSearch Service"},
                  {"ConsumedUnit", "GB-Mo"},
                  {"EffectiveCost", "0.24"},
                  {"ConsumedQuantity", "10"},
                  {"x_UsageType", "USE1-ServerlessStorage"}});
        bill.row({{"ServiceName", "Amazon Relational Database Service"},
                  {"ConsumedUnit", "ACU-Hr"},
                  {"EffectiveCost", "43.8"},
                  {"ConsumedQuantity", "365"},
                  {"x_UsageType", "Aurora:ServerlessV2Usage"}});
        bill.row({{"ServiceName", "Amazon Bedrock"},
                  {"ConsumedUnit", "Hours"},
                  {"EffectiveCost", "14600"},
                  {"ConsumedQuantity", "730"},
                  {"x_UsageType", "USE1-Claude-ProvisionedThroughput-NoCommit-ModelUnits"}});
        bill.row({{"ServiceName", "Amazon S3"},
                  {"ConsumedUnit", "GB-Months"},
                  {"EffectiveCost", "23"},
                  {"ConsumedQuantity", "1000"}});
        bill.row({{"ServiceName", "Amazon EC2"},
                  {"ConsumedUnit", "GB"},
                  {"EffectiveCost", "9"},
                  {"ConsumedQuantity", "100"},
                  {"x_UsageType", "DataTransfer-Out-Bytes"}});
        bill.row({{"ServiceName", "Amazon CloudWatch"},
                  {"ConsumedUnit", "Metrics"},
                  {"EffectiveCost", "3"},
                  {"ConsumedQuantity", "10"},
                  {"x_UsageType", "CW:MetricMonitorUsage"}});
        bill.row({{"ServiceName", "Amazon CloudWatch"},
                  {"ConsumedUnit", "GB"},
                  {"EffectiveCost", "5"},
                  {"ConsumedQuantity", "10"},
                  {"x_UsageType", "DataProcessing-Bytes"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "provisioned \"Bedrock provisioned throughput (us-east-1)\" modelUnits=1 pricePerUnitHour=20\n"
                     "opensearch-serverless \"OpenSearch Serverless (us-east-1)\" ocu=2 pricePerGbMonth=0.024 "
                     "pricePerOcuHour=0.24 storageGb=10\n"
                     "aurora-pgvector \"Aurora Serverless (us-east-1)\" acu=0.5 pricePerAcuHour=0.12\n"
                     "storage \"Amazon S3 storage\" gb=1000 pricePerGbMonth=0.023\n"
                     "transfer \"Amazon EC2 data transfer\" gb=100 pricePerGb=0.09\n"
                     "monitoring \"Amazon CloudWatch\" logsGb=10 metrics=10 pricePerLogGb=0.5 pricePerMetric=0.3\n");
    }
    void monthsAreMeanMonths() {
        Bill bill = focusBill();
        for (const char* month : {"2024-09", "2024-10", "2024-11"})
            bill.row({{"ServiceName", "Amazon EC2"},
                      {"EffectiveCost", "10"},
                      {"BillingPeriodStart", std::string(month) + "-01 00:00:00"},
                      {"ChargePeriodStart", std::string(month) + "-01 00:00:00"},
                      {"ChargePeriodEnd", std::string(month) + "-30 23:00:00"}});
        const CostImport import = soundImport(bill.text());
        QCOMPARE(import.months, 3.0);
        COMPARE_TEXT(shownItems(import), "other \"Amazon EC2\" monthly=10\n");
        COMPARE_TEXT(import.items[0].note, "FOCUS 1.0 bill.csv, 2024-09 to 2024-11, mean of 3 months, 3 rows");
        COMPARE_TEXT(messagesOf(import), "I009 \n"); // October has 31 days
        QCOMPARE(import.from, (Date{2024, 9, 1}));
        QCOMPARE(import.to, (Date{2024, 11, 30}));
    }
    void oneMonthCanBeChosen() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "10"}, {"ServiceName", "A"}});
        bill.row({{"EffectiveCost", "20"}, {"ServiceName", "A"}, {"BillingPeriodStart", "2024-10-01"}});
        CostImportOptions options;
        options.month = "2024-10";
        const CostImport import = soundImport(bill.text(), options);
        QCOMPARE(amountOf(import, Fate::Mapped), 20.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "another month")->amount, 10.0);
        options.month = "2024-12";
        const CostImport none = soundImport(bill.text(), options);
        QVERIFY(none.items.empty());
        QVERIFY(none.messages.at(0).text.find("2024-12") != std::string::npos);
        options.month = "October";
        COMPARE_TEXT(readText(bill.text(), options).error().id, "import.month");
    }
    void taxesCreditsAndZerosAreLeftOut() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "100"}, {"ServiceName", "A"}});
        bill.row({{"EffectiveCost", "19"}, {"ChargeCategory", "Tax"}});
        bill.row({{"EffectiveCost", "-5"}, {"ChargeCategory", "Credit"}});
        bill.row({{"EffectiveCost", "0.00"}, {"ServiceName", "B"}});
        const CostImport import = soundImport(bill.text());
        QCOMPARE(import.account.amount, 114.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "tax")->amount, 19.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "credit")->amount, -5.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no cost")->firstLine, std::uint64_t{5});
        QCOMPARE(import.items.size(), std::size_t{1});
    }
    void negativeSumsAreLeftOutWithoutNegativePrices() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "Refunded"}, {"EffectiveCost", "5"}});
        bill.row({{"ServiceName", "Refunded"}, {"EffectiveCost", "-9"}});
        bill.row({{"EffectiveCost", "10"}, {"ConsumedQuantity", "10"}, {"x_UsageType", "Host:ml.g5.xlarge"}});
        bill.row({{"EffectiveCost", "-4"}, {"ConsumedQuantity", "-10"}, {"x_UsageType", "Host:ml.g5.xlarge"}});
        bill.row({{"ServiceName", "Even"}, {"EffectiveCost", "2"}});
        bill.row({{"ServiceName", "Even"}, {"EffectiveCost", "-2"}});
        const CostImport import = soundImport(bill.text());
        COMPARE_TEXT(shownItems(import), "other \"Amazon SageMaker\" monthly=6\n");
        QCOMPARE(lineOf(import, Fate::LeftOut, "sum below 0: Refunded")->amount, -4.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "charges cancel out: Even")->rows, std::uint64_t{2});
    }
    void unusedCommitmentsAreNoHours() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "7"},
                  {"CommitmentDiscountStatus", "Unused"},
                  {"ConsumedUnit", ""},
                  {"ConsumedQuantity", ""},
                  {"PricingUnit", "Hours"},
                  {"PricingQuantity", "7"},
                  {"x_UsageType", "Host:ml.g5.xlarge"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())), "other \"Amazon SageMaker\" monthly=7\n");
    }
    void pricingQuantitiesStandInForConsumedOnes() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "7.5"},
                  {"ConsumedUnit", "NULL"},
                  {"ConsumedQuantity", "NULL"},
                  {"PricingUnit", "Hours"},
                  {"PricingQuantity", "5"},
                  {"x_UsageType", "Host:ml.g5.xlarge"}});
        COMPARE_TEXT(soundImport(bill.text()).items.at(0).fields.at("pricePerHour"), "1.5");
    }
    void aQuantityThatIsNoneMakesAnotherItem() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "7.5"}, {"ConsumedQuantity", "many"}, {"x_UsageType", "Host:ml.g5.xlarge"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())), "other \"Amazon SageMaker\" monthly=7.5\n");
    }
    void groupingByServiceAndByResource() {
        Bill bill = focusBill();
        bill.row({{"EffectiveCost", "3"},
                  {"ConsumedQuantity", "2"},
                  {"x_UsageType", "Host:ml.g5.xlarge"},
                  {"ResourceId", "arn:aws:sagemaker:us-east-1:1:endpoint/claims"}});
        bill.row({{"EffectiveCost", "1"},
                  {"ConsumedQuantity", "1"},
                  {"x_UsageType", "Host:ml.g5.xlarge"},
                  {"ResourceId", "arn:aws:sagemaker:us-east-1:1:endpoint/fraud"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text(), by(Grouping::Service))),
                     "other \"Amazon SageMaker\" monthly=4\n");
        const CostImport import = soundImport(bill.text(), by(Grouping::Resource));
        QCOMPARE(import.items.size(), std::size_t{2});
        COMPARE_TEXT(import.items[0].name, "SageMaker endpoint ml.g5.xlarge (us-east-1): claims");
        COMPARE_TEXT(import.items[1].fields.at("pricePerHour"), "1");
    }
    void theSmallestItemsArePutTogether() {
        Bill bill = focusBill();
        for (int i = 1; i <= 30; ++i) {
            const std::string name = std::to_string(i);
            bill.row({{"ServiceName", "S" + name}, {"EffectiveCost", name}});
            bill.row({{"EffectiveCost", name}, {"ConsumedQuantity", "3"}, {"x_UsageType", "Host:ml.g5." + name}});
        }
        CostImportOptions options;
        for (const std::size_t most : {1, 2, 3, 10, 59, 60, 100}) {
            options.mostItems = most;
            const CostImport import = soundImport(bill.text(), options);
            QVERIFY(!import.items.empty());
            QVERIFY(import.items.size() <= most);
            QCOMPARE(amountOf(import, Fate::Mapped), 930.0);
        }
    }
    void badRowsAreRefusedWithTheirLine() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "A\nB"}});
        bill.row({{"EffectiveCost", "1,5"}});
        bill.row({{"EffectiveCost", "NULL"}});
        bill.row({{"ChargePeriodStart", "2024-02-30"}});
        bill.row({{"ServiceName", "A"}});
        const std::string text = bill.text() + "1,2,3\n\n\"1\"x,USD,Usage,A,AWS,2024-09-01,,,1,Hours,,,,,,,\n";
        const CostImport import = soundImport(text);
        COMPARE_TEXT(messagesOf(import), "I001 line 4\nI005 line 5\nI006 line 6\nI002 line 8\nI003 line 10\n");
        QCOMPARE(import.account.rows, std::uint64_t{7});
        QCOMPARE(rowsOf(import, Fate::Refused), std::uint64_t{5});
        QCOMPARE(amountOf(import, Fate::Refused), 1.0);
        QVERIFY(import.messages[0].text.find("1,5") != std::string::npos);
        for (const Message& message : import.messages)
            QVERIFY(!message.fix.empty());
    }
    void aHundredRefusedRowsAreTold() {
        Bill bill = focusBill();
        for (int i = 0; i < 250; ++i)
            bill.row({{"EffectiveCost", "x"}});
        const CostImport import = soundImport(bill.text());
        QCOMPARE(import.messages.size(), std::size_t{101});
        QVERIFY(import.messages.back().text.find("150 more rows") != std::string::npos);
        QCOMPARE(rowsOf(import, Fate::Refused), std::uint64_t{250});
    }
    void currenciesAreNotMixed() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "A"}})
            .row({{"ServiceName", "A"}, {"BillingCurrency", "EUR"}, {"EffectiveCost", "9"}});
        const auto mixed = readText(bill.text());
        COMPARE_TEXT(mixed.error().id, "import.mixedCurrency");
        QCOMPARE(mixed.error().args, (std::vector<std::string>{"USD", "EUR"}));
        CostImportOptions options;
        options.currency = "EUR";
        const CostImport import = soundImport(bill.text(), options);
        COMPARE_TEXT(import.currency, "EUR");
        QCOMPARE(import.account.amount, 9.0);
        COMPARE_TEXT(messagesOf(import), "I004 line 2\n");
        QCOMPARE(lineOf(import, Fate::Refused, "currency USD")->rows, std::uint64_t{1});
    }
    void billedCostStandsInForEffectiveCost() {
        Bill bill({{"BilledCost", "4"},
                   {"BillingCurrency", "USD"},
                   {"ChargeCategory", "Usage"},
                   {"ServiceName", "A"},
                   {"BillingPeriodStart", "2024-09-01"}});
        const CostImport import = soundImport(bill.row({}).text());
        QCOMPARE(import.account.amount, 4.0);
        COMPARE_TEXT(messagesOf(import), "I009 line 1\n");
        QCOMPARE(import.to, (Date{2024, 9, 30}));
    }
    void missingColumnsAreNamed() {
        const auto refused = readText("BilledCost,ListCost,ContractedCost\n1,2,3\n");
        COMPARE_TEXT(refused.error().id, "import.wrongColumns");
        QCOMPARE(refused.error().args,
                 (std::vector<std::string>{"ChargeCategory", "BillingCurrency", "ServiceName", "BillingPeriodStart"}));
    }
    void columnsThatStandTwiceAreTold() {
        const auto import = soundImport("EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,BillingPeriodStart,"
                                        "EffectiveCost\n1,USD,Usage,A,2024-09-01,7\n");
        QCOMPARE(import.account.amount, 1.0);
        COMPARE_TEXT(messagesOf(import), "I009 line 1\n");
    }
    void namesThatAreNotUtf8AreShownAndTold() {
        Bill bill = focusBill();
        bill.row({{"ServiceName", "K\xFC"
                                  "che\x01\x00"}});
        const CostImport import = soundImport(bill.text());
        COMPARE_TEXT(import.items.at(0).name, "K\xEF\xBF\xBD"
                                              "che");
        COMPARE_TEXT(messagesOf(import), "I008 line 2\n");
    }
    void versionsAreKnownByTheirColumns() {
        const std::string base = "EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,BillingPeriodStart";
        const std::string row = "\n1,USD,Usage,A,2024-09-01";
        for (const auto& [column, version] : std::map<std::string, std::string>{{"Tags", "FOCUS 1.0"},
                                                                                {"SkuMeter", "FOCUS 1.1"},
                                                                                {"PricingCurrency", "FOCUS 1.2"},
                                                                                {"HostProviderName", "FOCUS 1.3"}})
            COMPARE_TEXT(soundImport(base + "," + column + row + ",x\n").formatName, version);
    }
};

QTEST_APPLESS_MAIN(TstBillFocus)
#include "tst_bill_focus.moc"
