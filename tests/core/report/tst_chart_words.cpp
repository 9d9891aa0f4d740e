// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chart_words.h"
#include "core/report/cost_charts.h"
#include "tests/core/report/chart_text.h"

#include <QTest>

#include <limits>

using namespace plumb;
using namespace plumb::report;

Q_DECLARE_METATYPE(std::string)

class tst_chart_words : public QObject {
    Q_OBJECT
private slots:
    void shortensMoney_data();
    void shortensMoney();
    void writesMoneyInFull();
    void knowsCurrencies();
    void keepsOneUnitForAChart();
    void tellsEndsApart();
    void countsThings();
    void namesFieldsAndInputs();
    void writesTablesAsCsv();
};

void tst_chart_words::shortensMoney_data() {
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("text");
    const auto row = [](double amount, const char* text) { QTest::addRow("%.17g", amount) << amount << text; };
    row(0, "$0");
    row(-0.0, "$0");
    row(-0.001, "$0.00");
    row(0.35, "$0.35");
    row(4, "$4");
    row(5.4321, "$5.43");
    row(950, "$950");
    row(999.4, "$999");
    row(999.6, "$1.00k");
    row(16'720, "$16.7k");
    row(-25'940, "−$25.9k");
    row(18'000, "$18k");
    row(17'965, "$18.0k");
    row(270'400, "$270k");
    row(999'499, "$999k");
    row(999'600, "$1.00M");
    row(1'200'000, "$1.2M");
    row(1'203'456, "$1.20M");
    row(2.5e9, "$2.5bn");
}

void tst_chart_words::shortensMoney() {
    QFETCH(double, amount);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(shortMoney(amount, "$")), text);
    QString number = text;
    QCOMPARE(QString::fromStdString(shortNumber(amount)), number.remove(QLatin1Char('$')));
}

void tst_chart_words::writesMoneyInFull() {
    QCOMPARE(fullMoney(16'700.4, "$"), std::string("$16,700"));
    QCOMPARE(fullMoney(-1'234'567.8, "€"), std::string("−€1,234,568"));
    QCOMPARE(fullMoney(-0.2, "$"), std::string("−$0.20"));
    QCOMPARE(fullMoney(-0.001, "$"), std::string("$0.00"));
    QCOMPARE(fullMoney(999.7, "SEK "), std::string("SEK 1,000"));
    QCOMPARE(roundMoney(-25'940, "$", 2), std::string("−$26k"));
}

void tst_chart_words::knowsCurrencies() {
    QCOMPARE(currencySign("USD"), std::string("$"));
    QCOMPARE(currencySign("EUR"), std::string("€"));
    QCOMPARE(currencySign("SEK"), std::string("SEK "));
    QCOMPARE(currencySign("€"), std::string("€"));
    QCOMPARE(currencySign(""), std::string("$"));
}

void tst_chart_words::keepsOneUnitForAChart() {
    const CommonUnit thousands(30'963);
    QCOMPARE(thousands.text(30'963), std::string("31.0k"));
    QCOMPARE(thousands.change(-5'425), std::string("−5.4k"));
    QCOMPARE(thousands.change(299), std::string("+0.3k"));
    QCOMPARE(thousands.change(-40), std::string("−40")); // 0.0k would say nothing
    QCOMPARE(thousands.change(0), std::string("0"));
    QCOMPARE(CommonUnit(123'456).text(123'456), std::string("123k"));
    QCOMPARE(CommonUnit(345.6).change(-87.5), std::string("−88"));
    QCOMPARE(CommonUnit(2e6).text(1'540'000), std::string("1.5M"));
}

void tst_chart_words::tellsEndsApart() {
    QVERIFY((shortRange(13'100, 15'200, "$") == std::pair<std::string, std::string>{"$13.1k", "$15.2k"}));
    QVERIFY((shortRange(14'201, 14'233, "") == std::pair<std::string, std::string>{"14,201", "14,233"}));
}

void tst_chart_words::countsThings() {
    QCOMPARE(shortCount(7'000'000), std::string("7.0 M"));
    QCOMPARE(shortCount(1'712'345), std::string("1.7 M"));
    QCOMPARE(shortCount(123'456'789), std::string("123 M"));
    QCOMPARE(shortCount(8.2e9), std::string("8.2 bn"));
    QCOMPARE(shortCount(999'900), std::string("1.0 M"));
    QCOMPARE(shortCount(40), std::string("40"));
    QCOMPARE(plainNumber(4), std::string("4"));
    QCOMPARE(plainNumber(0.867), std::string("0.9"));
    QCOMPARE(listed({"A", "B", "C"}), std::string("A, B and C"));
    QCOMPARE(listed({}), std::string());
}

void tst_chart_words::namesFieldsAndInputs() {
    QCOMPARE(fieldWords("utilisation"), std::string("utilisation"));
    QCOMPARE(fieldWords("pricePerHour"), std::string("price per hour"));
    QCOMPARE(fieldWords("pricePerGbMonth"), std::string("price per GB month"));
    QCOMPARE(fieldWords("acu"), std::string("ACU"));
    QCOMPARE(fieldWords("oneOff"), std::string("one-off cost"));
    const cost::Spec spec = test::costSpec(test::kCostSample);
    QCOMPARE(inputName(spec, {"fraud", "utilisation", "/items/0/utilisation", {}}),
             std::string("Fraud scoring endpoint utilisation"));
    QCOMPARE(inputName(spec, {"cache", "hitRate", "/measures/2/hitRate", {}}), std::string("Prompt caching hit rate"));
    QCOMPARE(inputName(spec, {"gone", "hitRate", "/measures/99/hitRate", {}}), std::string("gone hit rate"));
    QCOMPARE(inputName(spec, {"odd", "acu", "/items/x", {}}), std::string("odd ACU"));
}

void tst_chart_words::writesTablesAsCsv() {
    Chart chart;
    chart.table.heads = {"Measure", "Monthly, $"};
    chart.table.rows = {{std::string("=cmd|' /C calc'!A0"), -5425.25},
                        {std::string("Say \"no\", twice"), 0.1},
                        {std::string("-1+1"), 1e21},
                        {std::string("two\nlines"), std::numeric_limits<double>::quiet_NaN()},
                        {std::string("@SUM(A1)"), std::string()},
                        {std::string("−5 is text"), 14.0}};
    QCOMPARE(csvOf(chart), std::string("Measure,\"Monthly, $\"\r\n"
                                       "'=cmd|' /C calc'!A0,-5425.25\r\n"
                                       "\"Say \"\"no\"\", twice\",0.1\r\n"
                                       "'-1+1,1e+21\r\n"
                                       "\"two\nlines\",\r\n"
                                       "'@SUM(A1),\r\n"
                                       "−5 is text,14\r\n"));
}

QTEST_GUILESS_MAIN(tst_chart_words)
#include "tst_chart_words.moc"
