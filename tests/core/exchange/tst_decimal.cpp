// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Amounts are read as they are written and summed without rounding.
#include "core/exchange/decimal.h"

#include <charconv>
#include <cmath>
#include <QtTest>
#include <random>

using namespace plumb::exchange;

namespace {

double valueOf(std::string_view text) {
    Decimal out;
    return readDecimal(text, out) == NumberFault::None ? out.value() : std::nan("");
}
NumberFault faultOf(std::string_view text) {
    Decimal out;
    return readDecimal(text, out);
}

} // namespace

class TstDecimal final : public QObject {
    Q_OBJECT
private slots:
    void numbersAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const char* text, double value) { QTest::newRow(text) << QByteArray(text) << value; };
        row("0", 0);
        row("-12.5", -12.5);
        row("+3", 3);
        row(".5", 0.5);
        row("5.", 5);
        row("  7 ", 7);
        row("0.00000080000", 8e-7);
        row("2.000000000000000", 2);
        row("3e-06", 3e-6);
        row("1.5E3", 1500);
        row("-1.25e+2", -125);
        row("1e-30", 0);
        row("1000000000000000", 1e15);
        row("1e15", 1e15);
        row("123456789012345.678901234567890123", 123456789012345.678901234567890123);
        row("0.000000000000000000000000000000000000001", 0);
        row("0.1234567890123456789012345678901234567890", 0.12345678901234568);
        row("00000000000000000000000000000000000000012", 12);
        row("0e999999", 0);
    }
    void numbersAreRead() {
        QFETCH(const QByteArray, text);
        QFETCH(const double, value);
        QCOMPARE(valueOf(text.toStdString()), value);
    }
    void otherTextsAreNot_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"1,234.5", "0,29", "$5", "nan", "inf", "1e", "1e+", "--1", "1-", ".", "-", "1.2.3", "e5", "0x10", "1 000",
              "1e16", "1000000000000000.1", "9999999999999999999999", "1e99999999999"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("NUL") << QByteArray("1\0", 2);
    }
    void otherTextsAreNot() {
        QFETCH(const QByteArray, text);
        QVERIFY(faultOf(text.toStdString()) == NumberFault::Wrong);
    }
    void nothingIsEmpty() {
        for (const char* text : {"", "NULL", "null", "\\N", "  "})
            QVERIFY2(faultOf(text) == NumberFault::Empty, text);
    }
    void everyDoubleIsReadAsTheStandardLibraryDoes() {
        std::mt19937_64 random(7);
        for (int i = 0; i < 100'000; ++i) {
            const double magnitude = std::pow(10.0, static_cast<double>(random() % 20) - 8);
            const double number = (static_cast<double>(random() >> 11) / 9007199254740992.0 - 0.5) * magnitude;
            char text[64];
            const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed,
                                           static_cast<int>(random() % 19))
                                 .ptr;
            double expected = 0;
            std::from_chars(text, end, expected);
            const double read = valueOf({text, static_cast<std::size_t>(end - text)});
            if (std::abs(read - expected) > 1e-15 * std::abs(expected) + 1e-18)
                QFAIL(qPrintable(QString::fromLatin1(text, end - text)));
        }
    }
    void sumsAreExactWhateverTheirLength() {
        Decimal cent, sum;
        QVERIFY(readDecimal("0.1", cent) == NumberFault::None);
        for (int i = 0; i < 1'000'000; ++i)
            sum.add(cent);
        QCOMPARE(sum.value(), 100000.0);
        Decimal large, small;
        QVERIFY(readDecimal("1000000000000000", large) == NumberFault::None);
        QVERIFY(readDecimal("0.000000000000000001", small) == NumberFault::None);
        sum = {};
        sum.add(large);
        sum.add(small);
        sum.add(-large);
        QCOMPARE(sum.value(), 1e-18);
    }
    void sumsBeyondTheRangeStayAtItsEnd() {
        Decimal sum;
        Decimal large;
        QVERIFY(readDecimal("1e15", large) == NumberFault::None);
        for (int i = 0; i < 300'000; ++i)
            sum.add(large);
        QVERIFY(sum.value() > 1.7e20);
        for (int i = 0; i < 700'000; ++i)
            sum.add(-large);
        QVERIFY(sum.value() < -1.7e20);
    }
};

QTEST_APPLESS_MAIN(TstDecimal)
#include "tst_decimal.moc"
