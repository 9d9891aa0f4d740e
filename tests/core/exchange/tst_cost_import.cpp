// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports find out what they are given, unpack it, tell how far they are, and refuse what can't be read.
#include "tests/core/exchange/bill_support.h"

#include <QTemporaryDir>
#include <random>

using namespace plumb;
using namespace plumb::test;
using exchange::CostFormat;
using exchange::Grouping;

namespace {

std::string someBill() {
    Bill bill = focusBill();
    for (int i = 0; i < 2000; ++i)
        bill.row({{"ServiceName", "A"}, {"EffectiveCost", "0.1"}});
    return bill.text();
}

std::string errorOf(std::string_view text, const CostImportOptions& options = {}) {
    const auto result = readText(text, options);
    return result ? "none" : result.error().id;
}

} // namespace

class TstCostImport final : public QObject {
    Q_OBJECT
private slots:
    void formatsAndGroupingsHaveNames() {
        for (int i = 0; i <= static_cast<int>(CostFormat::CloudWatch); ++i) {
            const auto format = static_cast<CostFormat>(i);
            QVERIFY(exchange::costFormatFromText(exchange::toText(format)) == format);
        }
        QVERIFY(exchange::costFormatFromText("FOCUS") == CostFormat::Focus);
        QVERIFY(exchange::costFormatFromText("Cost-Optimization-Hub") == CostFormat::CostOptimizationHub);
        QVERIFY(!exchange::costFormatFromText("excel"));
        for (const Grouping grouping : {Grouping::Meaning, Grouping::Service, Grouping::Resource})
            QVERIFY(exchange::groupingFromText(exchange::toText(grouping)) == grouping);
        QVERIFY(!exchange::groupingFromText(""));
    }
    void packedBillsAreUnpacked() {
        const std::string text = someBill();
        const CostImport plain = soundImport(text);
        QCOMPARE(soundImport(gzipped(text)).account, plain.account);
        const std::string members = gzipped(text.substr(0, 1000)) + gzipped(text.substr(1000)) + std::string(512, '\0');
        QCOMPARE(soundImport(members).account, plain.account);
    }
    void damagedGzipIsRefused() {
        const std::string packed = gzipped(someBill());
        COMPARE_TEXT(errorOf(packed.substr(0, packed.size() / 2)), "import.gzip");
        COMPARE_TEXT(errorOf(packed.substr(0, packed.size() - 3)), "import.gzip");
        std::string damaged = packed;
        damaged[packed.size() / 2] = static_cast<char>(~damaged[packed.size() / 2]);
        COMPARE_TEXT(errorOf(damaged), "import.gzip");
        COMPARE_TEXT(errorOf("\x1F\x8B"), "import.gzip");
    }
    void noByteOfGzipMakesItCrash() {
        const std::string packed = gzipped(someBill());
        std::mt19937_64 random(5);
        for (int i = 0; i < 120; ++i) {
            std::string bytes = packed;
            bytes[2 + random() % (bytes.size() - 2)] = static_cast<char>(random());
            const auto result = readText(bytes);
            QVERIFY(!result || isSound(*result));
        }
    }
    void hostileTextIsReadOrRefused() {
        const std::string text = someBill().substr(0, 3000);
        constexpr std::string_view kBytes("\",\n\r\0\xFF"
                                          "-e9",
                                          9);
        std::mt19937_64 random(6);
        for (int i = 0; i < 120; ++i) {
            std::string bytes = text;
            for (int k = 0; k < 6; ++k)
                bytes[random() % bytes.size()] = kBytes[random() % kBytes.size()];
            const auto result = readText(bytes);
            QVERIFY(!result || isSound(*result));
        }
    }
    void progressIsToldAndCancels() {
        const std::string text = someBill() + std::string(3u << 20, '\n');
        std::vector<std::uint64_t> told;
        const auto source = exchange::importBytes(text);
        const auto import = exchange::readCosts(*source, "x", {}, [&](std::uint64_t done, std::uint64_t total) {
            told.push_back(done);
            return total == text.size();
        });
        QVERIFY(import);
        QVERIFY(told.size() >= 3);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), text.size());
        const auto again = exchange::importBytes(text);
        const auto stopped =
            exchange::readCosts(*again, "x", {}, [](std::uint64_t done, std::uint64_t) { return done < 2'000'000; });
        QVERIFY(!stopped);
        COMPARE_TEXT(stopped.error().id, "import.cancelled");
        QVERIFY(stopped.error().kind == ErrorKind::Cancelled);
    }
    void whatIsNoBillIsNamed() {
        COMPARE_TEXT(errorOf(""), "import.empty");
        COMPARE_TEXT(errorOf(focusBill().text()), "import.empty");
        COMPARE_TEXT(errorOf("a,b\n1,2\n"), "import.unknownFormat");
        COMPARE_TEXT(errorOf("\"a,b\n1,2\n"), "import.unknownFormat");
        const auto parquet = readText("PAR1\x15\x04");
        QVERIFY(parquet.error().text.find("Parquet") != std::string::npos);
        const auto excel = readText("PK\x03\x04 something");
        QVERIFY(excel.error().text.find("Excel") != std::string::npos);
        const auto wide = readText(std::string_view("\xFF\xFE"
                                                    "E\0f\0",
                                                    6));
        QVERIFY(wide.error().text.find("UTF-16") != std::string::npos);
    }
    void openQuotesNameTheirLine() {
        const auto refused = readText(focusBill().row({}).text() + "\"1,USD\nx\n");
        COMPARE_TEXT(refused.error().id, "import.brokenQuotes");
        COMPARE_TEXT(refused.error().where, "line 3");
        QCOMPARE(refused.error().args, std::vector<std::string>{"3"});
    }
    void byteOrderMarkAndWindowsLinesAreFine() {
        std::string text = "\xEF\xBB\xBF";
        const Bill bill = focusBill().row({{"ServiceName", "A"}});
        for (const char c : bill.text())
            text += c == '\n' ? std::string("\r\n") : std::string(1, c);
        QCOMPARE(soundImport(text).account.amount, 1.0);
        QVERIFY(soundImport(text).messages.empty());
    }
    void aFormatCanBeSaid() {
        CostImportOptions options;
        options.format = CostFormat::Cur2;
        COMPARE_TEXT(errorOf(focusBill().row({}).text(), options), "import.wrongColumns");
    }
    void listsGoToTheirReaders_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("format");
        QTest::newRow("infracost") << QByteArray("infracost/example_out.json") << int(CostFormat::Infracost);
        QTest::newRow("LiteLLM") << QByteArray("litellm_model_prices_and_context_window_2026-08-01.json")
                                 << int(CostFormat::LiteLlm);
    }
    void listsGoToTheirReaders() {
        QFETCH(const QByteArray, file);
        QFETCH(const int, format);
        const std::string path = corpusFile(file.toStdString());
        if (!std::filesystem::exists(path))
            QSKIP("the shared corpus is not here");
        const auto import = readText(bytesOf(path));
        QVERIFY(import);
        QCOMPARE(int(import->format), format);
        CostImportOptions said;
        said.format = static_cast<CostFormat>(format);
        QVERIFY(readText(gzipped(bytesOf(path)), said));
    }
    void filesAreOpenedOrNamed() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("bill.csv")).toStdString();
        const auto missing = exchange::openImport(path);
        COMPARE_TEXT(missing.error().id, "file.notFound");
        COMPARE_TEXT(exchange::openImport(path.parent_path()).error().id, "file.notAFile");
        const std::string text = someBill();
        std::ofstream(path, std::ios::binary) << text;
        const auto source = exchange::openImport(path);
        QVERIFY(source);
        QCOMPARE((*source)->size(), text.size());
        const auto import = exchange::readCosts(**source, "bill.csv", {});
        QVERIFY(import);
        QCOMPARE(import->account.amount, 200.0);
    }
    void anAmountIsExactHoweverManyRowsThereAre() {
        std::string text = "EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,BillingPeriodStart\n";
        for (int i = 0; i < 20'000; ++i)
            text += i % 2 == 0 ? "1000000000.000000001,USD,Usage,A,2024-09-01\n"
                               : "-1000000000.000000000,USD,Usage,A,2024-09-01\n";
        const auto import = readText(text);
        QVERIFY(import);
        QCOMPARE(import->account.amount, 10000 * 1e-9);
    }
};

QTEST_APPLESS_MAIN(TstCostImport)
#include "tst_cost_import.moc"
