// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AWS Cost and Usage Reports, in both forms: effective costs by line item type, and the same items from either form.
#include "tests/core/exchange/bill_support.h"

using namespace plumb;
using namespace plumb::test;

namespace {

/// A report whose cells are given by their legacy names.
class Report {
public:
    explicit Report(bool legacy) : m_legacy(legacy), m_bill(curCells(legacy)) {}
    Report& row(const Cells& cells) {
        Cells named;
        const Cells old = curCells(true), fresh = curCells(false);
        for (const auto& [name, value] : cells)
            for (std::size_t i = 0; i < old.size(); ++i)
                if (old[i].first == name)
                    named.emplace_back(m_legacy ? name : fresh[i].first, value);
        m_bill.row(named);
        return *this;
    }
    [[nodiscard]] CostImport read() const { return soundImport(m_bill.text()); }

private:
    bool m_legacy;
    Bill m_bill;
};

Report workload(bool legacy) {
    Report report(legacy);
    report.row({{"lineItem/ProductCode", "AmazonSageMaker"},
                {"lineItem/UsageType", "USE1-Host:ml.g5.2xlarge"},
                {"lineItem/UnblendedCost", "1105.95"},
                {"lineItem/UsageAmount", "730"}});
    report.row({{"lineItem/ProductCode", "AmazonBedrock"},
                {"lineItem/UsageType", "USE1-NovaPro-input-tokens"},
                {"lineItem/UnblendedCost", "0.8"},
                {"lineItem/UsageAmount", "1000"},
                {"pricing/unit", "1K tokens"}});
    report.row({{"lineItem/ProductCode", "AmazonBedrock"},
                {"lineItem/UsageType", "USE1-NovaPro-output-tokens"},
                {"lineItem/UnblendedCost", "6.4"},
                {"lineItem/UsageAmount", "2000"},
                {"pricing/unit", "1K tokens"}});
    report.row({{"lineItem/ProductCode", "AmazonS3"},
                {"lineItem/UsageType", "TimedStorage-ByteHrs"},
                {"lineItem/UnblendedCost", "2.3"},
                {"lineItem/UsageAmount", "100"},
                {"pricing/unit", "GB-Mo"}});
    return report;
}

} // namespace

class TstBillCur final : public QObject {
    Q_OBJECT
private slots:
    void bothFormsGiveTheSameItems() {
        const CostImport legacy = workload(true).read(), second = workload(false).read();
        COMPARE_TEXT(legacy.formatName, "AWS CUR legacy");
        COMPARE_TEXT(second.formatName, "AWS CUR 2.0");
        COMPARE_TEXT(shownItems(legacy), shownItems(second));
        COMPARE_TEXT(shownItems(legacy),
                     "endpoint \"SageMaker endpoint ml.g5.2xlarge (us-east-1)\" instanceType=\"g5.2xlarge\" "
                     "instances=1 pricePerHour=1.5150000000000001 region=\"us-east-1\"\n"
                     "tokens \"Bedrock NovaPro (us-east-1)\" inputPrice=0.8 inputTokens=1000000 "
                     "outputPrice=3.2 outputTokens=2000000 requests=1\n"
                     "storage \"AmazonS3 storage\" gb=100 pricePerGbMonth=0.023\n");
    }
    void commitmentsArePaidWhereTheyAreUsed_data() {
        QTest::addColumn<bool>("legacy");
        QTest::newRow("legacy") << true;
        QTest::newRow("2.0") << false;
    }
    void commitmentsArePaidWhereTheyAreUsed() {
        QFETCH(const bool, legacy);
        Report report(legacy);
        report.row({{"lineItem/LineItemType", "SavingsPlanCoveredUsage"},
                    {"lineItem/UnblendedCost", "100"},
                    {"savingsPlan/SavingsPlanEffectiveCost", "60"}});
        report.row({{"lineItem/LineItemType", "SavingsPlanNegation"}, {"lineItem/UnblendedCost", "-100"}});
        report.row({{"lineItem/LineItemType", "SavingsPlanRecurringFee"},
                    {"lineItem/UnblendedCost", "70"},
                    {"savingsPlan/TotalCommitmentToDate", "70"},
                    {"savingsPlan/UsedCommitment", "60"}});
        report.row({{"lineItem/LineItemType", "SavingsPlanUpfrontFee"}, {"lineItem/UnblendedCost", "1000"}});
        report.row({{"lineItem/LineItemType", "DiscountedUsage"},
                    {"lineItem/UnblendedCost", "0"},
                    {"reservation/EffectiveCost", "8"}});
        report.row({{"lineItem/LineItemType", "RIFee"},
                    {"lineItem/UnblendedCost", "12"},
                    {"reservation/UnusedAmortizedUpfrontFeeForBillingPeriod", "1.5"},
                    {"reservation/UnusedRecurringFee", "0.5"}});
        report.row({{"lineItem/LineItemType", "Fee"},
                    {"lineItem/UnblendedCost", "500"},
                    {"reservation/ReservationARN", "arn:aws:ec2:reserved"}});
        report.row({{"lineItem/LineItemType", "Fee"}, {"lineItem/UnblendedCost", "3"}});
        report.row({{"lineItem/LineItemType", "EdpDiscount"}, {"lineItem/UnblendedCost", "-2"}});
        const CostImport import = report.read();
        COMPARE_TEXT(shownItems(import), "other \"AmazonEC2\" monthly=81\n"); // 60 + 10 + 8 + 2 + 3 - 2
        QCOMPARE(lineOf(import, Fate::LeftOut, "no cost")->rows, std::uint64_t{3});
    }
    void discountsLowerThePriceAndNotTheHours() {
        Report report(true);
        const Cells sageMaker{{"lineItem/ProductCode", "AmazonSageMaker"}};
        const auto with = [&](Cells cells) {
            cells.insert(cells.end(), sageMaker.begin(), sageMaker.end());
            report.row(cells);
        };
        with({{"lineItem/UsageType", "Host:ml.g5.xlarge"},
              {"lineItem/UnblendedCost", "300"},
              {"lineItem/UsageAmount", "100"}});
        with({{"lineItem/UsageType", "Host:ml.m5.large"},
              {"lineItem/UnblendedCost", "100"},
              {"lineItem/UsageAmount", "200"}});
        with({{"lineItem/LineItemType", "EdpDiscount"},
              {"lineItem/UsageType", "Host:ml.g5.xlarge"},
              {"lineItem/UnblendedCost", "-40"},
              {"lineItem/UsageAmount", "100"}});
        with({{"lineItem/LineItemType", "PrivateRateDiscount"}, {"lineItem/UnblendedCost", "-0.000000000000000001"}});
        const CostImport import = report.read();
        QCOMPARE(import.items.size(), std::size_t{2});
        QCOMPARE(std::stod(import.items[0].fields.at("pricePerHour")), 2.7);
        QCOMPARE(std::stod(import.items[1].fields.at("pricePerHour")), 0.45);
        QCOMPARE(import.account.lines.at(0).rows, std::uint64_t{3});
        QCOMPARE(import.account.amount, 360.0);
    }
    void discountsCountOnceWhereNetCostsAreGiven() {
        Cells cells = curCells(true);
        cells.emplace_back("lineItem/NetUnblendedCost", "");
        Bill bill(cells);
        bill.row({{"lineItem/UnblendedCost", "10"}, {"lineItem/NetUnblendedCost", "9"}});
        bill.row({{"lineItem/LineItemType", "EdpDiscount"}, {"lineItem/UnblendedCost", "-1"}});
        const CostImport import = soundImport(bill.text());
        QCOMPARE(import.account.amount, 9.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no cost")->rows, std::uint64_t{1});
    }
    void discountsAboveTheChargesAreLeftOut() {
        Report report(true);
        report.row({{"lineItem/UnblendedCost", "1"}});
        report.row({{"lineItem/LineItemType", "EdpDiscount"}, {"lineItem/UnblendedCost", "-3"}});
        const CostImport import = report.read();
        QCOMPARE(lineOf(import, Fate::LeftOut, "sum below 0: AmazonEC2")->amount, -2.0);
    }
    void taxCreditAndRefundAreLeftOut() {
        Report report(false);
        report.row({{"lineItem/LineItemType", "Tax"}, {"lineItem/UnblendedCost", "19"}});
        report.row({{"lineItem/LineItemType", "Credit"}, {"lineItem/UnblendedCost", "-4"}});
        report.row({{"lineItem/LineItemType", "Refund"}, {"lineItem/UnblendedCost", "-3"}});
        report.row({});
        const CostImport import = report.read();
        QCOMPARE(lineOf(import, Fate::LeftOut, "tax")->amount, 19.0);
        QCOMPARE(lineOf(import, Fate::LeftOut, "credit")->amount, -7.0);
        QCOMPARE(import.account.amount, 13.0);
    }
    void netCostsStandBeforeUnblendedOnes() {
        Cells cells = curCells(true);
        cells.emplace_back("lineItem/NetUnblendedCost", "");
        Bill bill(cells);
        bill.row({{"lineItem/UnblendedCost", "10"}, {"lineItem/NetUnblendedCost", "8"}});
        bill.row({{"lineItem/UnblendedCost", "1"}});
        QCOMPARE(soundImport(bill.text()).account.amount, 9.0);
    }
    void productNamesOfTheMapAreShown() {
        Cells cells = curCells(false);
        cells.emplace_back("product", "");
        Bill bill(cells);
        bill.row({{"line_item_product_code", "5ngj6x7abc"},
                  {"bill_billing_entity", "AWS Marketplace"},
                  {"line_item_usage_type", "USE1-MP:USE1_OutputTokenCount-Units"},
                  {"pricing_unit", "Units"},
                  {"line_item_line_item_description", "Million Output Tokens"},
                  {"line_item_unblended_cost", "30"},
                  {"line_item_usage_amount", "2"},
                  {"product", R"x({"product_name":"Claude Haiku 4.5 (Amazon Bedrock Edition)","region":"x"})x"}});
        COMPARE_TEXT(shownItems(soundImport(bill.text())),
                     "tokens \"Bedrock Claude Haiku 4.5 (us-east-1)\" inputPrice=0 inputTokens=0 outputPrice=15 "
                     "outputTokens=2000000 requests=1\n");
    }
    void missingColumnsAreNamed() {
        const auto refused = readText("lineItem/UnblendedCost,lineItem/UsageType\n1,2\n");
        COMPARE_TEXT(refused.error().id, "import.wrongColumns");
        QCOMPARE(refused.error().args,
                 (std::vector<std::string>{"lineItem/LineItemType", "lineItem/CurrencyCode", "lineItem/ProductCode",
                                           "bill/BillingPeriodStartDate"}));
    }
};

QTEST_APPLESS_MAIN(TstBillCur)
#include "tst_bill_cur.moc"
