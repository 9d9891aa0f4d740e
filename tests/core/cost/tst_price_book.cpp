// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The compiled-in prices, their dates, what stands before them, and what they fill in.
#include "core/cost/price_book.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/price_defaults.h"
#include "core/cost/types.h"
#include "tests/core/cost/cost_support.h"

#include <algorithm>
#include <set>

using namespace plumb;
using namespace plumb::cost;
using review::Price;

namespace {

constexpr Date kToday{2026, 11, 22};

/// The resource as it lies in the source tree.
std::string resourceBytes() {
    std::ifstream file(PLUMB_SOURCE_DIR "/resources/prices/price_defaults.json");
    return {std::istreambuf_iterator<char>(file), {}};
}

double amount(const PriceBook& book, const char* subject, const char* field) {
    const Price* price = book.find(subject, field);
    return price == nullptr ? -1 : price->amount;
}

} // namespace

class TestPriceBook : public QObject {
    Q_OBJECT

    const PriceBook m_book{{}};

    static review::CostItem item(const char* type) { return {"i", "i", type, {}, {}}; }

private slots:
    void bytesAreThoseOfTheResource() {
        QVERIFY(!resourceBytes().empty());
        QCOMPARE(std::string(priceDefaultsBytes()), resourceBytes());
    }

    void everyPriceOfTheFileIsThere() {
        const Json root = parseJson(resourceBytes()).root;
        const std::set<std::string> notPrices{"model", "note", "src"};
        std::size_t expected = 0;
        for (const char* list : {"bedrock_tokens_usd_per_mtok", "bedrock_provisioned_usd_per_mu_hour"})
            for (const Json& row : root[list])
                for (const auto& [key, value] : row.items())
                    expected += notPrices.contains(key) ? 0 : 1;
        for (const char* list : {"sagemaker_realtime_usd_per_hour", "ec2_on_demand_usd_per_hour"})
            for (const auto& [key, value] : root[list].items())
                expected += value.is_number() && key.find('.') != std::string::npos ? 1 : 0;
        // Groups with a field each: keys that name no price are a quota, a floor, a discount or a time.
        for (const char* group : {"sagemaker_other", "opensearch_serverless", "aurora_serverless_v2", "s3_vectors",
                                  "agentcore", "network_cloudwatch"})
            for (const auto& [key, value] : root[group].items())
                if ((value.is_number() || key == "data_processed_usd_per_tb_first100k_then_rest") &&
                    key.find("discount") == std::string::npos && key != "egress_free_gb" && key != "resume_s" &&
                    key != "nextgen_idle_minutes")
                    ++expected;
        QCOMPARE(PriceBook::defaults().size(), expected);
        QCOMPARE(m_book.all().size(), expected);
        for (const Price& price : m_book.all()) {
            const std::string what = price.subject + " " + price.field;
            QVERIFY2(price.amount >= 0 && price.currency == "USD" && price.region == "us-east-1", what.c_str());
            QVERIFY2(price.validFrom.valid() && price.validFrom <= kToday && !price.source.empty(), what.c_str());
            QVERIFY2(price.unit.starts_with("USD per "), what.c_str());
        }
        QVERIFY(std::is_sorted(m_book.all().begin(), m_book.all().end(), [](const Price& a, const Price& b) {
            return std::tie(a.subject, a.field) < std::tie(b.subject, b.field);
        }));
    }

    void amountsAreThoseOfTheFile() {
        QCOMPARE(amount(m_book, "anthropic.claude-sonnet-4-5", "inputPrice"), 3.0);
        QCOMPARE(amount(m_book, "anthropic.claude-sonnet-4-5", "cacheReadPrice"), 0.3);
        QCOMPARE(amount(m_book, "anthropic.claude-sonnet-4-5", "cacheWritePrice"), 3.75);
        QCOMPARE(amount(m_book, "anthropic.claude-sonnet-4-5", "cacheWritePrice1h"), 6.0);
        QCOMPARE(amount(m_book, "amazon.nova-pro", "batchOutputPrice"), 1.6);
        QCOMPARE(amount(m_book, "claude-v2.1/1-month", "pricePerUnitHour"), 63.0);
        QCOMPARE(amount(m_book, "claude-v2.1/6-months", "pricePerUnitHour"), 34.992);
        QCOMPARE(amount(m_book, "claude-3-sonnet", "pricePerUnitHour"), 88.0);
        QCOMPARE(amount(m_book, "ml.p5.48xlarge", "pricePerHour"), 63.296);
        QCOMPARE(amount(m_book, "ml.trn1.32xlarge", "pricePerHour"), 24.725);
        QCOMPARE(amount(m_book, "g5.xlarge", "pricePerHour"), 1.006);
        QCOMPARE(amount(m_book, "s3-vectors", "pricePerTb"), 0.004);
        QCOMPARE(amount(m_book, "cloudwatch", "pricePerDashboard"), 3.0);
        QVERIFY(m_book.find("ec2", "pricePerHour") == nullptr);
        QVERIFY(m_book.find("reserved_1y_discount_typical", "pricePerHour") == nullptr);
    }

    void sourcesAndDates() {
        const auto from = [&](const char* subject, const char* field) {
            return toIso(m_book.find(subject, field)->validFrom);
        };
        const auto source = [&](const char* subject, const char* field) { return m_book.find(subject, field)->source; };
        QCOMPARE(from("anthropic.claude-sonnet-4-6", "inputPrice"), std::string("2026-08-01"));
        QCOMPARE(from("amazon.nova-lite", "inputPrice"), std::string("2025-07-20")); // "same" as the row before
        QCOMPARE(from("anthropic.claude-3-haiku", "inputPrice"), std::string("2025-07-20"));
        QCOMPARE(from("ml.g5.xlarge", "pricePerHour"), std::string("2026-09-01"));
        QCOMPARE(from("ml.inf2.xlarge", "pricePerHour"), std::string("2025-01-01")); // "2025-01/04"
        QCOMPARE(from("ml.g4dn.xlarge", "pricePerHour"), std::string("2025-01-01")); // of neither list: the older
        QCOMPARE(from("ml.trn1.32xlarge", "pricePerHour"), std::string("2026-01-21"));
        QCOMPARE(from("cohere.command", "pricePerUnitHour"), std::string("2024-03-13"));
        QCOMPARE(from("s3-vectors", "pricePerGbMonth"), std::string("2026-11-22")); // no date: that of the file
        QVERIFY(source("ml.trn1.32xlarge", "pricePerHour").find("EC2 x 1.15") != std::string::npos);
        QVERIFY(source("anthropic.claude-sonnet-4-6", "inputPrice").starts_with("LiteLLM model_prices"));
        QVERIFY(source("anthropic.claude-sonnet-4-5", "inputPrice").ends_with("regional/us.* endpoints +10%"));
        QVERIFY(source("s3-vectors", "pricePerTb").find("UNVERIFIED") != std::string::npos);
        QCOMPARE(toIso(oldestDateIn("2026-08-20, 2025-01/04 and 12025-01-01, 2025-13-01")), std::string("2025-01-01"));
        QVERIFY(!oldestDateIn("nothing, 1999-01-01").valid());
    }

    void catalogDefaultsAgreeWithTheBook() {
        for (const auto& [type, subject] :
             {std::pair(ItemType::OpenSearchServerless, "opensearch-serverless"),
              std::pair(ItemType::AuroraPgvector, "aurora-serverless-v2"), std::pair(ItemType::S3Vectors, "s3-vectors"),
              std::pair(ItemType::Monitoring, "cloudwatch")})
            for (const FieldInfo& field : infoOf(type).fields)
                if (const Price* price = m_book.find(subject, field.name))
                    QCOMPARE(price->amount, field.fallback.value_or(-1));
    }

    void namesAreFoldedWhereTheyLeadToOneSubject() {
        for (const char* name :
             {"anthropic.claude-3-haiku", "Anthropic.Claude-3-Haiku", "claude-3-haiku", "us.anthropic.claude-3-haiku",
              "anthropic.claude-3-haiku-20240307-v1:0", "bedrock/us-east-1/anthropic.claude-3-haiku-20240307-v1:0"})
            QCOMPARE(m_book.subjectMeant(name), std::string("anthropic.claude-3-haiku"));
        QCOMPARE(amount(m_book, "NOVA-LITE", "inputPrice"), 0.06);
        QCOMPARE(amount(m_book, "ML.G5.XLARGE", "pricePerHour"), 1.408);
        QVERIFY(m_book.find("m5.large", "pricePerHour") == nullptr); // an EC2 host is not a SageMaker host
        QVERIFY(m_book.find("", "inputPrice") == nullptr);
        QVERIFY(m_book.find("claude", "inputPrice") == nullptr);
        const PriceBook two({{"acme.model-a", "inputPrice", "", 1}, {"us.model-a", "inputPrice", "", 2}});
        QCOMPARE(amount(two, "model-a", "inputPrice"), 2.0); // "acme" is no vendor that is known
        const PriceBook three({{"eu.model-a", "inputPrice", "", 1}, {"us.model-a", "inputPrice", "", 2}});
        QVERIFY(three.find("model-a", "inputPrice") == nullptr);
        const PriceBook bought(
            {{"anthropic.model-b", "inputPrice", "", 3},
             {"bedrock/us-east-1/1-month-commitment/anthropic.model-b", "pricePerUnitHour", "", 60}});
        QCOMPARE(amount(bought, "bedrock/eu-west-1/anthropic.model-b", "inputPrice"), 3.0);
        QVERIFY(bought.find("model-b", "pricePerUnitHour") == nullptr);
        QCOMPARE(amount(two, "acme.model-a", "inputPrice"), 1.0);
    }

    void ownPricesStandBeforeTheDefaults() {
        const PriceBook book(
            {{"Anthropic.Claude-Sonnet-4-5", "inputPrice", "USD per million tokens", 2.7, "USD", "", "contract"},
             {"our-model", "inputPrice", "", 9},
             {"our-model", "inputPrice", "", 8}});
        QCOMPARE(amount(book, "anthropic.claude-sonnet-4-5", "inputPrice"), 2.7);
        QCOMPARE(amount(book, "anthropic.claude-sonnet-4-5", "outputPrice"), 15.0);
        QCOMPARE(amount(book, "our-model", "inputPrice"), 8.0); // the last of two
        QCOMPARE(book.all().size(), PriceBook::defaults().size() + 1);
        review::CostItem tokens = item("tokens");
        QVERIFY(book.fill(tokens, "claude-sonnet-4-5").has_value());
        QCOMPARE(fieldNotes(tokens.fields.at("inputPrice")), (FieldNotes{"contract", ""}));
        QCOMPARE(quantityOf(tokens.fields.at("readFactor"))->low, 0.111111111111); // 0.3 over the own 2.7
    }

    void subjectsAreThoseOfTheType() {
        const auto has = [&](const char* type, const char* subject) {
            const std::vector<std::string> all = m_book.subjectsFor(type);
            return std::is_sorted(all.begin(), all.end()) && std::find(all.begin(), all.end(), subject) != all.end();
        };
        QVERIFY(has("endpoint", "ml.g5.xlarge") && has("training", "p5.48xlarge") && has("right-size", "ml.g6.xlarge"));
        QVERIFY(has("tokens", "amazon.nova-micro") && has("cheaper-model", "amazon.nova-micro"));
        QVERIFY(!has("endpoint", "nat-gateway") && !has("opensearch-serverless", "aurora-serverless-v2"));
        QVERIFY(has("storage", "s3-vectors") && has("transfer", "data-transfer-out"));
        QVERIFY(m_book.subjectsFor("other").empty() && m_book.subjectsFor("nothing").empty());
    }

    void fillSetsPricesWithTheirNotes() {
        review::CostItem tokens = item("tokens");
        tokens.fields = {{"requests", "7"}, {"inputPrice", "1"}};
        const auto set = m_book.fill(tokens, "claude-sonnet-4-5");
        QVERIFY(set.has_value());
        QCOMPARE(*set, (std::vector<std::string>{"inputPrice", "outputPrice", "readFactor", "writeFactor"}));
        QCOMPARE(tokens.fields.at("requests"), std::string("7"));
        const auto input = quantityOf(tokens.fields.at("inputPrice"));
        QCOMPARE(input->low, 3.0);
        QCOMPARE(input->validUntil, std::string("2027-01-28")); // 180 days after 1 Aug 2026
        QVERIFY(input->source.starts_with("LiteLLM"));
        QCOMPARE(quantityOf(tokens.fields.at("readFactor"))->low, 0.1);
        QCOMPARE(quantityOf(tokens.fields.at("writeFactor"))->low, 1.25);

        review::CostItem nova = item("tokens");
        QVERIFY(m_book.fill(nova, "amazon.nova-micro").has_value());
        QCOMPARE(quantityOf(nova.fields.at("readFactor"))->low, 0.25);
        QCOMPARE(quantityOf(nova.fields.at("writeFactor"))->low, 1.0);

        review::CostItem batch = item("batch-tokens");
        QVERIFY(m_book.fill(batch, "meta.llama3-3-70b").has_value());
        QCOMPARE(quantityOf(batch.fields.at("batchFactor"))->low, 0.5);

        review::CostItem embedding = item("tokens"); // no output price: 0, no cache
        QCOMPARE(m_book.fill(embedding, "cohere.embed-v3")->size(), std::size_t(2));
    }

    void fillWorksForEveryTypeWithPrices() {
        for (const auto& [type, subject, field] :
             {std::tuple("endpoint", "ml.inf2.xlarge", "pricePerHour"),
              {"training", "p4d.24xlarge", "pricePerHour"},
              {"provisioned", "claude-3-sonnet", "pricePerUnitHour"},
              {"opensearch-serverless", "opensearch-serverless", "pricePerGbMonth"},
              {"aurora-pgvector", "aurora-serverless-v2", "pricePerMillionIo"},
              {"s3-vectors", "s3-vectors", "pricePerTb"},
              {"storage", "s3-vectors", "pricePerGbMonth"},
              {"transfer", "nat-gateway", "pricePerGb"},
              {"monitoring", "cloudwatch", "pricePerAlarm"}}) {
            review::CostItem one = item(type);
            const auto set = m_book.fill(one, subject);
            QVERIFY2(set.has_value(), type);
            QVERIFY2(one.fields.contains(field), type);
        }
        review::CostMeasure move{"m", "m", "pgvector", {}, {{"acu", "1"}}, {"i"}, {}, {}};
        QCOMPARE(m_book.fill(move, "aurora-serverless-v2")->size(), std::size_t(3));
        QCOMPARE(quantityOf(move.fields.at("pricePerAcuHour"))->low, 0.12);
    }

    void anUnknownSubjectIsAnErrorWithTheNearest() {
        review::CostItem tokens = item("tokens");
        const auto none = m_book.fill(tokens, "claude-sonet-4-5");
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::Usage);
        QCOMPARE(none.error().id, std::string("cost.noPrice"));
        QCOMPARE(none.error().args.at(1), std::string("anthropic.claude-sonnet-4-5"));
        QVERIFY(tokens.fields.empty());
        QVERIFY(!m_book.fill(tokens, "ml.g5.xlarge")); // a host is no model
        review::CostItem other = item("other");
        QVERIFY(m_book.fill(other, "ml.g5.xlarge").error().text.ends_with("other has no list price."));
        review::CostItem odd = item("nothing");
        QVERIFY(!m_book.fill(odd, "ml.g5.xlarge"));
    }

    void pricesGrowStale() {
        Price price{"a", "inputPrice", "", 1};
        QCOMPARE(staleness(price, kToday), std::string("without a date"));
        price.validFrom = {2026, 5, 26}; // 180 days before today
        QCOMPARE(staleness(price, kToday), std::string());
        price.validFrom = {2026, 5, 25};
        QCOMPARE(staleness(price, kToday), std::string("from 25 May 2026, more than 180 days ago"));
        price.validUntil = kToday;
        QCOMPARE(staleness(price, kToday), std::string());
        price.validUntil = {2026, 8, 1};
        QCOMPARE(staleness(price, kToday), std::string("valid until 1 Aug 2026"));
    }

    void fieldsThatHaveRunOutAreListed() {
        review::Costs costs;
        const auto until = [](const char* day) { return withNotes("3", {"list", day}); };
        costs.items = {
            {"a", "a", "tokens", {}, {{"inputPrice", until("2026-11-21")}, {"outputPrice", until("2026-11-22")}}},
            {"b", "b", "other", {}, {{"monthly", "5"}}}};
        costs.measures = {{"m", "m", "right-size", {}, {{"pricePerHour", until("2026-08-01")}}, {"a"}, {}, {}}};
        QCOMPARE(stalePrices(costs, kToday),
                 (std::vector<StalePrice>{{"a", false, "inputPrice", "valid until 21 Nov 2026"},
                                          {"m", true, "pricePerHour", "valid until 1 Aug 2026"}}));
    }

    void whatIsNoPriceFileGivesNone() {
        for (const char* bytes : {"", "[]", "{", "{}", R"({"bedrock_tokens_usd_per_mtok":3,"s3_vectors":[]})",
                                  R"({"sagemaker_realtime_usd_per_hour":{"ml.x.y":"text"}})"})
            QVERIFY(readPriceDefaults(bytes).empty());
    }
};

QTEST_GUILESS_MAIN(TestPriceBook)
#include "tst_price_book.moc"
