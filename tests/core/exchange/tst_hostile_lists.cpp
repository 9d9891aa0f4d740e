// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that people and programs really damage: what is read of each, and what is said about the rest.
#include "tests/core/exchange/list_support.h"

#include <algorithm>

using namespace plumb;
using namespace plumb::test;
using exchange::readCostOptimizationHub;

namespace {

const std::string kFolder = PLUMB_SOURCE_DIR "/tests/data/cost/hostile/";

/// "mapped/left out/refused amount; messages", or the error's id and place.
std::string outcome(const std::string& file) {
    const auto import = readCostOptimizationHub(bytesOf(kFolder + file), file, {});
    if (!import)
        return import.error().id + " " + import.error().where;
    std::string out = QString("%1/%2/%3 %4")
                          .arg(rowsOf(*import, Fate::Mapped))
                          .arg(rowsOf(*import, Fate::LeftOut))
                          .arg(rowsOf(*import, Fate::Refused))
                          .arg(import->account.amount)
                          .toStdString();
    for (const Message& message : import->messages)
        out += "; " + message.id + " " + message.pointer;
    return out;
}

const std::map<std::string, std::string>& expected() {
    static const std::map<std::string, std::string> outcomes{
        {"blank_lines.csv", "1/0/0 100"},
        {"bom_crlf_quoted.csv", "1/0/0 100"},
        {"decimal_comma.csv", "1/0/1 100.5; I001 line 2"},
        {"delimiters_only.csv", "import.wrongColumns delimiters_only.csv"},
        {"duplicate_columns.csv", "1/0/0 100"},
        {"formula.csv", "1/0/0 100"},
        {"header_only.csv", "0/0/0 0"},
        {"long_cells.csv", "1/0/0 100"},
        {"mixed_line_ends.csv", "3/0/0 158"},
        {"newlines_in_cells.csv", "1/0/1 100; I001 line 6"},
        {"not_utf8.csv", "1/0/1 100; I008 line 2"},
        {"nul.csv", "import.unknownFormat nul.csv"},
        {"numbers.csv",
         "3/0/13 22.5; I001 line 2; I001 line 3; I001 line 4; I001 line 5; I001 line 6; I001 line 7; I001 line 8; I001 "
         "line 9; I005 line 10; I005 line 11; I005 line 14; I005 line 15; I005 line 17"},
        {"ragged.csv", "1/0/3 100; I002 line 2; I002 line 3; I005 line 5"},
        {"right_to_left.csv", "1/0/0 100"},
        {"semicolons.csv", "1/0/0 100"},
        {"tabs.csv", "1/0/0 100"},
        {"text_after_quote.csv", "1/0/1 100; I003 line 2"},
        {"unclosed_quote.csv", "import.brokenQuotes line 3"},
        {"utf16.csv", "import.unknownFormat utf16.csv"}};
    return outcomes;
}

} // namespace

class TstHostileLists final : public QObject {
    Q_OBJECT
private slots:
    void eachFileIsReadAsFarAsItCanBe_data() {
        QTest::addColumn<QString>("outcomeOfIt");
        for (const auto& [file, text] : expected())
            QTest::newRow(file.c_str()) << QString::fromStdString(text);
    }
    void eachFileIsReadAsFarAsItCanBe() {
        QFETCH(QString, outcomeOfIt);
        QCOMPARE(QString::fromStdString(outcome(QTest::currentDataTag())), outcomeOfIt);
    }
    void everyFileOfTheFolderIsExpected() {
        for (const auto& entry : std::filesystem::directory_iterator(kFolder))
            QVERIFY2(expected().contains(entry.path().filename().string()), entry.path().c_str());
    }
    void noReaderIsHarmedByAny() {
        for (const auto& [file, text] : expected()) {
            const std::string bytes = bytesOf(kFolder + file);
            for (const auto read : {exchange::readCostOptimizationHub, exchange::readPricingCalculator,
                                    exchange::readInfracost, exchange::readLiteLlm, exchange::readCloudWatch}) {
                const auto import = read(bytes, file, {});
                QVERIFY2(import ? isSound(*import) : !import.error().text.empty(), file.c_str());
            }
        }
    }
    void longNamesAreCut() {
        const auto import = readCostOptimizationHub(bytesOf(kFolder + "long_cells.csv"), "long", {});
        QVERIFY(import.has_value());
        QCOMPARE(import->measures.size(), 1u);
        QVERIFY(import->measures.front().name.size() <= review::kMaxCostName);
        QVERIFY(import->items.front().note.size() < 2000);
    }
};

QTEST_APPLESS_MAIN(TstHostileLists)
#include "tst_hostile_lists.moc"
