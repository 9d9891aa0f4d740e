// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Published bills: sums against figures from Python's csv and decimal modules, items against a second, slow reader.
#include "tests/core/exchange/bill_support.h"
#include "tests/core/exchange/slow_csv.h"

using namespace plumb;
using namespace plumb::test;

namespace {

struct Expected {
    const char* file;
    const char* name;
    std::uint64_t rows;
    double amount, tax, credit;
    std::uint64_t zeros;
};
// sum(Decimal(row["EffectiveCost"])) and so on, over csv.DictReader
constexpr Expected kExpected[] = {
    {"focus_sample_1.0_1000.csv", "FOCUS 1.0", 1000, 14.97651418586, 0, -3, 939},
    {"focus_golden/aws_1_2_cost_and_usage_rows100_seed42.csv", "FOCUS 1.2", 100, 403.45921877213324, 22.944899, 0, 20},
    {"focus_golden/aws_1_3_cost_and_usage_rows100_seed42.csv", "FOCUS 1.3", 100, 215.67890111486050, 37.271788, 0, 17},
    {"focus_golden/gcp_1_2_cost_and_usage_rows100_seed42.csv", "FOCUS 1.2", 100, 755.06847222465736, 56.982421, 0, 19},
    {"aws_cur_sample_focus_converters.csv", "AWS CUR legacy", 1281, 1.6823086974, 0.08, 0, 524},
};

/// Sum of a column by another, with a plain loop over what the slow reader gives.
std::map<std::string, long double> slowSums(const std::string& text, const std::string& by, const std::string& amount) {
    const SlowCsv csv = slowCsv(text);
    const auto column = [&](const std::string& name) {
        const auto& header = csv.rows.at(0).fields;
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
    };
    std::map<std::string, long double> sums;
    for (std::size_t i = 1; i < csv.rows.size(); ++i)
        sums[csv.rows[i].fields.at(column(by))] += std::strtold(csv.rows[i].fields.at(column(amount)).c_str(), nullptr);
    return sums;
}

double lineAmount(const CostImport& import, const std::string& reason) {
    const AccountLine* line = lineOf(import, Fate::LeftOut, reason);
    return line == nullptr ? 0 : line->amount;
}

} // namespace

class TstBillCorpus final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (!std::filesystem::exists(corpusFile("focus_sample_1.0_1000.csv")))
            QSKIP("the shared corpus is not here");
    }
    void sumsAreThoseOfPython_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Expected& expected : kExpected)
            QTest::newRow(expected.file) << index++;
    }
    void sumsAreThoseOfPython() {
        QFETCH(const int, index);
        const Expected& expected = kExpected[index];
        const std::string text = bytesOf(corpusFile(expected.file));
        const CostImport import = soundImport(text);
        COMPARE_TEXT(import.formatName, expected.name);
        COMPARE_TEXT(import.currency, "USD");
        QCOMPARE(import.account.rows, expected.rows);
        QVERIFY(std::abs(import.account.amount - expected.amount) <= 3e-13);
        QVERIFY(std::abs(lineAmount(import, "tax") - expected.tax) <= 1e-13);
        QCOMPARE(lineAmount(import, "credit"), expected.credit);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no cost")->rows, expected.zeros);
        QCOMPARE(rowsOf(import, Fate::Refused), std::uint64_t{0});
        QVERIFY(std::abs(amountOf(import, Fate::Mapped) + amountOf(import, Fate::LeftOut) - expected.amount) < 1e-12);
        // However it is grouped, and packed.
        CostImportOptions options;
        options.grouping = exchange::Grouping::Service;
        QCOMPARE(soundImport(text, options).account.amount, import.account.amount);
        options.grouping = exchange::Grouping::Resource;
        QCOMPARE(soundImport(text, options).account.amount, import.account.amount);
        const CostImport packed = soundImport(gzipped(text));
        QCOMPARE(packed.account, import.account);
        QCOMPARE(packed.items, import.items);
    }
    void servicesCostWhatASlowReaderAddsUp() {
        CostImportOptions options;
        options.grouping = exchange::Grouping::Service;
        const std::string text = bytesOf(corpusFile("focus_golden/aws_1_2_cost_and_usage_rows100_seed42.csv"));
        std::map<std::string, long double> expected = slowSums(text, "ServiceName", "EffectiveCost");
        const CostImport import = soundImport(text, options);
        std::size_t found = 0;
        const std::map<std::string, long double> taxes = slowSums(text, "ChargeCategory", "EffectiveCost");
        QVERIFY(std::abs(static_cast<double>(taxes.at("Tax")) - lineAmount(import, "tax")) < 1e-13);
        for (const review::CostItem& item : import.items) {
            const double monthly = std::stod(item.fields.at("monthly"));
            const auto other = static_cast<double>(expected.at(item.name));
            found += std::abs(monthly - other) < 1e-12 ? 1 : 0;
        }
        QCOMPARE(found + 1, import.items.size()); // one of them has the tax in it
    }
    void azureRowsThatNetBelowZeroAreLeftOut() {
        const CostImport import = soundImport(bytesOf(corpusFile("focus_sample_1.0_1000.csv")));
        QVERIFY(std::abs(lineAmount(import, "sum below 0: Azure Machine Learning") + 0.15189756178) < 1e-13);
        QCOMPARE(import.months, 1.0);
    }
    void twoCurrenciesInOneFileAreRefusedOrChosen() {
        const std::string text = bytesOf(corpusFile("focus_golden/consolidated_multi_provider_1_3.csv"));
        COMPARE_TEXT(readText(text).error().id, "import.mixedCurrency");
        CostImportOptions options;
        options.currency = "USD";
        const CostImport import = soundImport(text, options);
        QCOMPARE(amountOf(import, Fate::Mapped), 200.0);
        QCOMPARE(rowsOf(import, Fate::Refused), std::uint64_t{1});
    }
    void contractCommitmentsAreNoBill() {
        const auto refused =
            readText(bytesOf(corpusFile("focus_golden/aws_1_3_contract_commitment_rows100_seed42.csv")));
        COMPARE_TEXT(refused.error().id, "import.unknownFormat");
        QVERIFY(refused.error().text.find("ContractCommitmentId") != std::string::npos);
    }
    void tenTimesTheRowsAreTenTimesTheMoney() {
        const std::string text = bytesOf(corpusFile("focus_sample_1.0_1000.csv"));
        const std::size_t header = text.find('\n') + 1;
        std::string larger = text;
        for (int i = 1; i < 10; ++i)
            larger.append(text, header);
        const CostImport import = soundImport(larger);
        QCOMPARE(import.account.rows, std::uint64_t{10000});
        QVERIFY(std::abs(import.account.amount - 149.7651418586) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TstBillCorpus)
#include "tst_bill_corpus.moc"
