// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// infracost's breakdowns and diffs become items; what has no cost is said.
#include "tests/core/exchange/list_support.h"

using namespace plumb;
using namespace plumb::test;
using exchange::readInfracost;

namespace {

CostImport read(const std::string& bytes, const CostImportOptions& options = {}) {
    auto import = readInfracost(bytes, "infracost.json", options);
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

class TstInfracost final : public QObject {
    Q_OBJECT
private slots:
    void theCorpusSumsToItsOwnTotals_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("monthly");
        QTest::addColumn<int>("components");
        QTest::newRow("breakdown") << "example_out.json" << 1361.3075 << 17;
        QTest::newRow("diff") << "example_diff_out.json" << 1361.3075 << 17;
        QTest::newRow("resources without types") << "terraform_v0.14_breakdown.json" << 81.122 << 40;
    }
    void theCorpusSumsToItsOwnTotals() {
        QFETCH(QString, file);
        QFETCH(double, monthly);
        QFETCH(int, components);
        const std::string path = corpusFile("infracost/" + file.toStdString());
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        for (const auto grouping :
             {exchange::Grouping::Meaning, exchange::Grouping::Service, exchange::Grouping::Resource}) {
            CostImportOptions options;
            options.grouping = grouping;
            const CostImport import = read(bytesOf(path), options);
            QVERIFY(isSound(import));
            QVERIFY(near(amountOf(import, Fate::Mapped), monthly, monthly));
            QCOMPARE(import.account.rows, static_cast<std::uint64_t>(components));
            QCOMPARE(rowsOf(import, Fate::Refused), 0u);
            COMPARE_TEXT(import.formatName, "infracost 0.2");
        }
    }

    void componentsBecomeItemsByMeaning() {
        const std::string path = corpusFile("infracost/example_out.json");
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        COMPARE_TEXT(dumped(read(bytesOf(path))), "aws_instance | other | monthly 664.64\n"
                                                  "aws_lambda_function | other | monthly 436.6675\n"
                                                  "aws_instance storage | storage | gb 2100 | pricePerGbMonth "
                                                  "0.12380952380952381\n");
    }

    void aPlanIsToldApartFromWhatStands() {
        const std::string path = corpusFile("infracost/terraform_v0.14_breakdown.json");
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        const CostImport import = read(bytesOf(path));
        COMPARE_TEXT(import.messages.back().text,
                     "The items are what is planned: 81.12 USD a month; what stands now costs 40.56.");
        QVERIFY(dumped(import).find("aws_db_instance | other | monthly 24.82") != std::string::npos);
    }

    void componentsWithoutCostAreLeftOutWithTheirReason() {
        const CostImport import = read(sample("infracost_usage.json"));
        QVERIFY(isSound(import));
        COMPARE_TEXT(dumped(import), "aws_instance | other | monthly 734.38\n"
                                     "aws_data_transfer transfer | transfer | gb 1000 | pricePerGb 0.09\n"
                                     "aws_instance storage | storage | gb 100 | pricePerGbMonth 0.08\n");
        QCOMPARE(lineOf(import, Fate::LeftOut, "depends on use that was not given")->rows, 2u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no price was found")->rows, 1u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "credit: sums to less than nothing")->amount, -5.0);
    }

    void faultsNameTheirJsonPlace() {
        const CostImport import = read(sample("infracost_usage.json"));
        std::string faults;
        for (const Message& message : import.messages)
            faults += message.id + " " + message.pointer + ": " + message.text + "\n";
        COMPARE_TEXT(faults,
                     "I001 /projects/0/breakdown/resources/2/costComponents/1: monthlyCost is not a number.\n"
                     "I005 /projects/0/breakdown/resources/4: This is not an object.\n"
                     "I009 : The project at /projects/1 has no breakdown.\n"
                     "I009 : The items are what is planned: 827.38 USD a month; what stands now costs 73.00.\n");
    }

    void anotherCurrencyIsRefused() {
        CostImportOptions options;
        options.currency = "EUR";
        const CostImport import = read(sample("infracost_usage.json"), options);
        QVERIFY(isSound(import));
        QVERIFY(import.items.empty());
        QCOMPARE(lineOf(import, Fate::Refused, "another currency")->rows, 4u);
    }

    void otherJsonIsRefused() {
        COMPARE_TEXT(readInfracost("[]", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readInfracost("{\"projects\":3}", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readInfracost("nonsense", "x", {}).error().id, "import.notJson");
        QVERIFY(!readInfracost("nonsense", "x", {}).error().messages.empty());
        QVERIFY(isSound(read("{\"projects\":[]}")));
        QVERIFY(isSound(
            read("{\"projects\":[3,{\"breakdown\":{\"resources\":{}}},{\"breakdown\":{\"resources\":[{}]}}]}")));
    }
};

QTEST_APPLESS_MAIN(TstInfracost)
#include "tst_infracost.moc"
