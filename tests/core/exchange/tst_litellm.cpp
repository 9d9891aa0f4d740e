// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LiteLLM's prices are read as prices per million tokens, and agree with the list that was derived from it.
#include "core/exchange/list_csv.h"
#include "tests/core/exchange/list_support.h"

#include <map>

using namespace plumb;
using namespace plumb::test;
using exchange::readLiteLlm;
using exchange::lists::decimalNumber;

namespace {

constexpr const char* kCorpus = "litellm_model_prices_and_context_window_2026-08-01.json";

CostImport read(const std::string& bytes, const CostImportOptions& options = {}) {
    auto import = readLiteLlm(bytes, "prices_2026-08-01.json", options);
    if (!import)
        qFatal("%s", import.error().text.c_str());
    return *import;
}
/// Parsing takes most of the time of these tests.
const CostImport& corpus() {
    static const CostImport import = read(bytesOf(corpusFile(kCorpus)));
    return import;
}
CostImport small(const std::string& entry) {
    return read("{\"m\":{\"litellm_provider\":\"bedrock\"," + entry + "}}");
}

using Prices = std::map<std::pair<std::string, std::string>, const review::Price*>;
Prices bySubject(const CostImport& import) {
    Prices out;
    for (const review::Price& price : import.prices)
        out[{price.subject, price.field}] = &price;
    return out;
}

} // namespace

class TstLitellm final : public QObject {
    Q_OBJECT
private slots:
    void bedrockAgreesWithTheDerivedList() {
        const std::string path = corpusFile(kCorpus);
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        const CostImport& import = corpus();
        QVERIFY(isSound(import));
        const Prices prices = bySubject(import);
        QCOMPARE(prices.size(), import.prices.size()); // a subject has each field once
        const auto list =
            exchange::lists::readListCsv(bytesOf(corpusFile("bedrock_prices_from_litellm_2026-08-01.csv")), "list");
        QVERIFY(list.has_value());
        const std::map<std::string, std::string> fields{
            {"input_usd_per_mtok", "inputPrice"},
            {"output_usd_per_mtok", "outputPrice"},
            {"cache_creation_input_usd_per_mtok", "cacheWritePrice"},
            {"cache_creation_input_usd_per_mtok_above_1hr", "cacheWritePrice1h"},
            {"cache_read_input_usd_per_mtok", "cacheReadPrice"},
            {"input_usd_per_mtok_batches", "batchInputPrice"},
            {"output_usd_per_mtok_batches", "batchOutputPrice"},
            {"input_cost_per_second", "pricePerUnitHour"}};
        const std::vector<std::string>& header = list->rows.front().cells;
        std::size_t compared = 0;
        for (std::size_t r = 1; r < list->rows.size(); ++r) {
            const std::vector<std::string>& cells = list->rows[r].cells;
            for (std::size_t c = 0; c < cells.size(); ++c) {
                const auto field = fields.find(header[c]);
                if (field == fields.end())
                    continue;
                const auto found = prices.find({cells[0], field->second});
                const auto listed = decimalNumber(cells[c]);
                QVERIFY2(listed.has_value() == (found != prices.end()), (cells[0] + " " + header[c]).c_str());
                if (!listed)
                    continue;
                const double hourly = header[c] == "input_cost_per_second" ? 3600 : 1;
                QVERIFY2(near(found->second->amount, *listed * hourly, 1), cells[0].c_str());
                ++compared;
            }
        }
        QCOMPARE(compared, import.prices.size()); // nothing beyond the list
        QCOMPARE(compared, 362u + 365 + 112 + 62 + 124 + 4 + 4 + 28);
    }

    void whatIsNotPricedByTokenIsCounted() {
        const std::string path = corpusFile(kCorpus);
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        const CostImport& import = corpus();
        QCOMPARE(import.account.rows, 2986u);
        QCOMPARE(rowsOf(import, Fate::Mapped), 393u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "not priced by token: image_generation")->rows, 18u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "not priced by token: image_edit")->rows, 13u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no model")->rows, 1u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "another provider")->rows, 2986u - 424 - 1);
        QCOMPARE(rowsOf(import, Fate::Refused), 0u);
    }

    void everyProviderIsReadWhenAsked() {
        const std::string path = corpusFile(kCorpus);
        if (!std::filesystem::exists(path))
            QSKIP("the corpus is not here");
        CostImportOptions options;
        options.provider = "all";
        const CostImport import = read(bytesOf(path), options);
        QVERIFY(isSound(import));
        QVERIFY(rowsOf(import, Fate::Mapped) > 2000);
    }
    void aProviderCanBeAskedForInAnyCase() {
        CostImportOptions options;
        options.provider = "OpenAI";
        const CostImport import = read(R"({"a":{"litellm_provider":"openai","input_cost_per_token":1e-6},
            "b":{"litellm_provider":"openai_like","input_cost_per_token":1e-6},
            "c":{"litellm_provider":"openaix","input_cost_per_token":1e-6}})",
                                       options);
        QCOMPARE(rowsOf(import, Fate::Mapped), 2u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "another provider")->rows, 1u);
    }

    void aPriceSaysWhereItComesFrom() {
        const CostImport import = read(R"({"bedrock/us-gov-west-1/anthropic.claude-x":{"litellm_provider":"bedrock",
            "mode":"chat","input_cost_per_token":3.75e-06,"deprecation_date":"2027-01-31"}})");
        QCOMPARE(import.prices.size(), 1u);
        const review::Price& price = import.prices.front();
        QCOMPARE(price.amount, 3.75);
        COMPARE_TEXT(price.subject, "bedrock/us-gov-west-1/anthropic.claude-x");
        COMPARE_TEXT(price.field, "inputPrice");
        COMPARE_TEXT(price.unit, "USD per million tokens");
        COMPARE_TEXT(price.region, "us-gov-west-1");
        COMPARE_TEXT(price.source, "LiteLLM, prices_2026-08-01.json");
        COMPARE_TEXT(toIso(price.validFrom), "2026-08-01");
        COMPARE_TEXT(toIso(price.validUntil), "2027-01-31");
    }

    void noiseOfBinaryFractionsIsGone() {
        for (const auto& [text, amount] : std::map<std::string, double>{
                 {"8e-07", 0.8}, {"1.1e-06", 1.1}, {"3.3e-07", 0.33}, {"0.00001237", 12.37}, {"1e-12", 1e-6}}) {
            const CostImport import = small("\"input_cost_per_token\":" + text);
            QCOMPARE(import.prices.at(0).amount, amount);
        }
        QCOMPARE(small("\"input_cost_per_second\":0.0175").prices.at(0).amount, 63.0);
    }

    void badPricesAreRefusedWithTheirPlace() {
        CostImport import = small("\"input_cost_per_token\":-1e-6");
        COMPARE_TEXT(import.messages.at(0).id + " " + import.messages.at(0).pointer, "I007 /m");
        import = small("\"input_cost_per_token\":\"cheap\"");
        COMPARE_TEXT(import.messages.at(0).id + " " + import.messages.at(0).pointer, "I001 /m");
        QVERIFY(import.prices.empty());
        QCOMPARE(rowsOf(import, Fate::Refused), 1u);
    }

    void freeModelsAndDearLongContextsAreTold() {
        QVERIFY(small("\"input_cost_per_token\":0,\"output_cost_per_token\":0").messages.at(0).text.find("0") !=
                std::string::npos);
        QVERIFY(small("\"input_cost_per_token\":1e-6,\"input_cost_per_token_above_200k_tokens\":2e-6")
                    .messages.at(0)
                    .text.starts_with("1 models cost more for long contexts"));
    }

    void topLevelTextsAreNoModels() {
        const CostImport import = read(R"({"last_updated":"today","m":{"litellm_provider":"bedrock_converse",
            "search_context_cost_per_query":{"low":1},"input_cost_per_token":1e-6}})");
        QVERIFY(isSound(import));
        QCOMPARE(import.account.rows, 2u);
        QCOMPARE(lineOf(import, Fate::LeftOut, "no model")->rows, 1u);
    }

    void otherJsonIsRefused() {
        COMPARE_TEXT(readLiteLlm("{}", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readLiteLlm("[1]", "x", {}).error().id, "import.wrongColumns");
        COMPARE_TEXT(readLiteLlm("{\"a\":1,\"a\":2}", "x", {}).error().id, "import.notJson");
    }
};

QTEST_APPLESS_MAIN(TstLitellm)
#include "tst_litellm.moc"
