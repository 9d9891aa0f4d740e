// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The small CSV reader takes what spreadsheets and AWS write, and names the line where it can't.
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::exchange::lists;

namespace {

/// Cells in brackets, rows with their lines: "1:[a][b]".
std::string dumped(std::string_view bytes) {
    const auto table = readListCsv(bytes, "x.csv");
    if (!table)
        return table.error().id + " " + table.error().where;
    std::string out;
    for (const ListRow& row : table->rows) {
        out += (out.empty() ? "" : " ") + std::to_string(row.line) + ":";
        for (const std::string& cell : row.cells)
            out += "[" + cell + "]";
        out += row.brokenQuotes ? "!" : "";
        out += row.badUtf8 ? "?" : "";
    }
    return out;
}

} // namespace

class TstListCsv final : public QObject {
    Q_OBJECT
private slots:
    void cellsAreReadAsTheyStand_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char* name, const QByteArray& bytes, const char* cells) {
            QTest::newRow(name) << bytes << QString::fromUtf8(cells);
        };
        row("plain", "a,b\nc,d\n", "1:[a][b] 2:[c][d]");
        row("no line end at the end", "a,b\nc,d", "1:[a][b] 2:[c][d]");
        row("CRLF", "a,b\r\nc,d\r\n", "1:[a][b] 2:[c][d]");
        row("CR alone", "a,b\rc,d", "1:[a][b] 2:[c][d]");
        row("byte order mark", "\xEF\xBB\xBFx,y", "1:[x][y]");
        row("quoted", "\"a,1\",\"b\"\"q\"\"\",\"\"", "1:[a,1][b\"q\"][]");
        row("line in a cell", "\"a\nb\",c\nd,e", "1:[a\nb][c] 3:[d][e]");
        row("CRLF in a cell counts once", "\"a\r\nb\",c\r\nd,e", "1:[a\r\nb][c] 3:[d][e]");
        row("quote inside a bare cell", "5\" disk,a\nb,c", "1:[5\" disk][a] 2:[b][c]");
        row("text after a quote", "\"a\"b,c\nd,e", "1:[ab][c]! 2:[d][e]");
        row("blanks after a quote", "\"a\" ,c", "1:[a ][c]");
        row("empty lines", "\n\na,b\n\n\nc,d\n\n", "3:[a][b] 6:[c][d]");
        row("semicolons", "a;b;c,d\ne;f;g", "1:[a][b][c,d] 2:[e][f][g]");
        row("tabs", "a\tb\nc\td", "1:[a][b] 2:[c][d]");
        row("only delimiters", ",,", "1:[][][]");
        row("delimiter at the end", "a,b,\n", "1:[a][b][]");
        row("not UTF-8", "a,\xC3\x28\nb,\xC3\xA9", "1:[a][\xC3\x28]? 2:[b][\xC3\xA9]");
        row("never closed", "a,b\nc,\"d\ne", "import.brokenQuotes line 2");
        row("empty", "", "import.empty x.csv");
        row("only a mark", "\xEF\xBB\xBF", "import.empty x.csv");
        row("UTF-16",
            QByteArray("\xFF\xFE"
                       "a\0,\0",
                       6),
            "import.unknownFormat x.csv");
        row("NUL", QByteArray("a,b\0c", 5), "import.unknownFormat x.csv");
    }
    void cellsAreReadAsTheyStand() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, cells);
        QCOMPARE(QString::fromStdString(dumped({bytes.data(), static_cast<std::size_t>(bytes.size())})), cells);
    }

    void numbersHaveAPointAndNothingElse_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("number");
        QTest::addColumn<double>("value");
        const auto good = [](const char* cell, double value) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << true << value;
        };
        good("0", 0);
        good("12.50", 12.5);
        good(" -3 ", -3);
        good("+7", 7);
        good("1e-06", 1e-6);
        good("873.8100000000001", 873.8100000000001);
        good("1e-400", 0);
        for (const char* bad : {"", "-", "1,5", "1,234.5", "$3", "3 USD", "nan", "inf", "0x10", "1e", "--1", "+-1",
                                "1e400", "1e13", "12%", "1 2", "."})
            QTest::newRow(bad[0] == '\0' ? "nothing" : bad) << QString::fromUtf8(bad) << false << 0.0;
    }
    void numbersHaveAPointAndNothingElse() {
        QFETCH(QString, cell);
        QFETCH(bool, number);
        QFETCH(double, value);
        const auto read = decimalNumber(cell.toStdString());
        QCOMPARE(read.has_value(), number);
        QCOMPARE(read.value_or(0), value);
    }

    void overlongAndSurrogateBytesAreNoUtf8() {
        for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                                "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\xFF"})
            QVERIFY2(!validUtf8(bad), bad);
        for (const char* good :
             {"", "a", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
            QVERIFY2(validUtf8(good), good);
    }

    void sumsLoseNothing() {
        ExactSum sum;
        sum.add(1e15);
        for (int i = 0; i < 1000; ++i)
            sum.add(0.001);
        sum.add(-1e15);
        QVERIFY(std::abs(sum.value() - 1) < 1e-9);
    }

    void idsAreFitAndStandOnce() {
        ListIds ids;
        QCOMPARE(ids.fresh("Amazon EC2: web"), std::string("amazon-ec2-web"));
        QCOMPARE(ids.fresh("Amazon EC2 (web)"), std::string("amazon-ec2-web-2"));
        QCOMPARE(ids.fresh("\xC3\xA9\xC3\xA9"), std::string("item"));
        QCOMPARE(ids.fresh(""), std::string("item-2"));
        QVERIFY(ids.fresh(std::string(5000, 'x')).size() <= 200);
    }

    void namesAreCutBetweenCharacters() {
        std::string long_;
        for (int i = 0; i < 200; ++i)
            long_ += "\xE2\x82\xAC";
        const std::string name = fitName(long_);
        QVERIFY(name.size() <= review::kMaxCostName);
        QVERIFY(name.ends_with("..."));
        QVERIFY(validUtf8(name));
        QCOMPARE(fitName(" a\nb "), std::string("a b"));
        QCOMPARE(fitName("  "), std::string("?"));
    }
};

QTEST_APPLESS_MAIN(TstListCsv)
#include "tst_list_csv.moc"
