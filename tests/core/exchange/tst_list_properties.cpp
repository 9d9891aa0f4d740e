// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever bytes come, the readers of lists give an account that sums or a reason, and what they give can be evaluated.
#include "tests/core/exchange/list_support.h"

#include <functional>
#include <random>

using namespace plumb;
using namespace plumb::test;
using exchange::CostFormat;

namespace {

using ReadList = Result<CostImport> (*)(std::string_view, std::string_view, const CostImportOptions&);
constexpr std::array<ReadList, 5> kReaders{exchange::readCostOptimizationHub, exchange::readPricingCalculator,
                                           exchange::readInfracost, exchange::readLiteLlm, exchange::readCloudWatch};

/// True when no reader does worse than to refuse with a reason.
bool survives(const std::string& bytes) {
    (void)exchange::listFormatOf(bytes);
    for (const ReadList read : kReaders) {
        const auto import = read(bytes, "x", {});
        const bool fine = import ? isSound(*import)
                                 : import.error().id.starts_with("import.") && !import.error().text.empty() &&
                                       import.error().kind == ErrorKind::Refused;
        if (!fine) {
            qWarning("%s", bytes.substr(0, 2000).c_str());
            return false;
        }
        // Nothing that was read depends on when or where.
        if (import && (read(bytes, "x", {})->account != import->account))
            return false;
    }
    return true;
}

std::vector<std::string> seeds() {
    std::vector<std::string> out;
    for (const char* name : {"cost_optimization_hub.csv", "cost_optimization_hub.json", "pricing_calculator.csv",
                             "pricing_calculator_2020.csv", "cloudwatch_table.csv", "infracost_usage.json"})
        out.push_back(sample(name));
    out.push_back(
        R"({"m":{"litellm_provider":"bedrock","input_cost_per_token":1e-6,"mode":"chat"},"n":{"litellm_provider":"x"}})");
    return out;
}

/// A few changes of the kind that editors, transports and people make.
std::string mutated(std::string bytes, std::mt19937& random) {
    const auto atMost = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n)(random); };
    static const std::vector<std::string> pieces{
        "\"",         ",", "\n",   "\r\n", "\"\"",   "-", "1e308", "1e-308",          "NULL", "nan", "{",
        "}",          "[", "]",    "\xFF", "\xC3",   ";", "\t",    "999999999999999", "-1",   "0",   "%",
        "2026-13-40", ":", "null", "true", "\\u0000"};
    for (std::size_t i = 0, n = 1 + atMost(5); i < n && !bytes.empty(); ++i) {
        const std::size_t at = atMost(bytes.size() - 1);
        switch (atMost(4)) {
        case 0:
            bytes[at] = static_cast<char>(atMost(255));
            break;
        case 1:
            bytes.insert(at, pieces[atMost(pieces.size() - 1)]);
            break;
        case 2:
            bytes.erase(at, atMost(40));
            break;
        case 3:
            bytes.insert(at, bytes.substr(atMost(bytes.size() - 1), atMost(200)));
            break;
        default:
            bytes.resize(at);
        }
    }
    return bytes;
}

} // namespace

class TstListProperties final : public QObject {
    Q_OBJECT
private slots:
    void formatsAreToldApart_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("format");
        const auto row = [](const char* file, CostFormat format) {
            QTest::newRow(file) << QString::fromUtf8(file) << static_cast<int>(format);
        };
        row("cost_optimization_hub.csv", CostFormat::CostOptimizationHub);
        row("cost_optimization_hub.json", CostFormat::CostOptimizationHub);
        row("pricing_calculator.csv", CostFormat::PricingCalculator);
        row("pricing_calculator_2020.csv", CostFormat::PricingCalculator);
        row("cloudwatch_console.csv", CostFormat::CloudWatch);
        row("cloudwatch_table.csv", CostFormat::CloudWatch);
        row("infracost_usage.json", CostFormat::Infracost);
    }
    void formatsAreToldApart() {
        QFETCH(QString, file);
        QFETCH(int, format);
        const auto found = exchange::listFormatOf("\xEF\xBB\xBF" + sample(file.toStdString()));
        QVERIFY(found.has_value());
        QCOMPARE(static_cast<int>(*found), format);
    }
    void billsAndOtherTextAreNoLists() {
        for (const char* text :
             {"", "  \n", "hello", "{}", "[]", "a,b\n1,2", "\xFF\xFE", "BilledCost,ChargePeriodStart,ServiceName\n",
              "lineItem/UnblendedCost,bill/InvoiceId\n"})
            QVERIFY2(!exchange::listFormatOf(text), text);
        for (const char* name : {"focus_sample_1.0_1000.csv", "aws_cur_sample_focus_converters.csv",
                                 "focus_golden/aws_1_2_cost_and_usage_rows100_seed42.csv", "price_defaults.json"})
            if (std::filesystem::exists(corpusFile(name)))
                QVERIFY2(!exchange::listFormatOf(bytesOf(corpusFile(name))), name);
    }
    void theCorpusIsToldApart() {
        if (!std::filesystem::exists(corpusFile("README.md")))
            QSKIP("the corpus is not here");
        const auto of = [](const char* name) { return exchange::listFormatOf(bytesOf(corpusFile(name))); };
        QVERIFY(of("litellm_model_prices_and_context_window_2026-08-01.json") == CostFormat::LiteLlm);
        QVERIFY(of("infracost/example_out.json") == CostFormat::Infracost);
        QVERIFY(of("infracost/terraform_v0.14_breakdown.json") == CostFormat::Infracost);
    }

    void randomBytesNeverHarm() {
        std::mt19937 random(20261122);
        for (int i = 0; i < 400; ++i) {
            std::string bytes(std::uniform_int_distribution<std::size_t>(0, 400)(random), ' ');
            for (char& c : bytes)
                c = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
            QVERIFY(survives(bytes));
        }
    }
    void damagedFilesNeverHarm() {
        std::mt19937 random(5);
        const std::vector<std::string> originals = seeds();
        for (int i = 0; i < 350; ++i)
            QVERIFY(survives(mutated(originals[static_cast<std::size_t>(i) % originals.size()], random)));
    }
    void everyBeginningOfAFileIsReadOrRefused() {
        for (const std::string& bytes : seeds())
            for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 40)
                QVERIFY(survives(bytes.substr(0, length)));
    }
    void hostileCellsNeverHarm() {
        const std::vector<std::string> cells{
            "1e12", "-1e15",        "1e-320", "0",   "-0",     "=cmd()", std::string(5000, 'x'),
            "a\nb", "\xE2\x82\xAC", "NULL",   "0.1", "1e15.5", "+1",     "1_000"};
        for (const std::string& cost : cells)
            for (const std::string& saving : cells)
                QVERIFY(survives("action_type,resource_arn,estimated_monthly_cost_before_discount,"
                                 "estimated_monthly_savings_before_discount\n\"" +
                                 saving + "\",\"" + cost + "\",\"" + cost + "\",\"" + saving + "\"\nStop,a,\"" +
                                 saving + "\",\"" + cost + "\"\n"));
        for (const std::string& cell : cells)
            QVERIFY(survives("Service,Monthly,Upfront,Currency,Description\n\"" + cell + "\",\"" + cell + "\",\"" +
                             cell + "\",USD,\"" + cell + "\"\nA,3,0,USD,x\n"));
        for (const std::string& cell : cells)
            QVERIFY(survives("time,\"" + cell + "\"\n2026-11-14,\"" + cell + "\"\n2026-11-14,0.3\n"));
    }
    void aDeepOrRepetitiveFileIsRefusedQuickly() {
        QVERIFY(survives(std::string(100000, '[')));
        QVERIFY(survives("{\"projects\":" + std::string(100000, '[')));
        QVERIFY(survives(std::string(100000, '"')));
        QVERIFY(survives(std::string(100000, ',')));
        QVERIFY(survives(std::string(100000, '\n')));
    }
};

QTEST_APPLESS_MAIN(TstListProperties)
#include "tst_list_properties.moc"
