// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/price_defaults.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

/// A member of a group and the field that it is.
struct Row {
    const char* member;
    const char* subject; ///< of groups with one fixed subject each
    const char* field;
    const char* unit;
};

constexpr const char* kPerMillion = "USD per million tokens";
constexpr std::array kTokenRows{Row{"input", "", "inputPrice", kPerMillion},
                                Row{"output", "", "outputPrice", kPerMillion},
                                Row{"cache_read", "", "cacheReadPrice", kPerMillion},
                                Row{"cache_write_5m", "", "cacheWritePrice", kPerMillion},
                                Row{"cache_write_1h", "", "cacheWritePrice1h", kPerMillion},
                                Row{"batch_input", "", "batchInputPrice", kPerMillion},
                                Row{"batch_output", "", "batchOutputPrice", kPerMillion}};

struct FixedRow {
    const char* group;
    Row row;
};
constexpr std::array kFixedRows{
    FixedRow{"sagemaker_other",
             {"serverless_usd_per_gb_second", "sagemaker-serverless", "pricePerGbSecond", "USD per GB-second"}},
    FixedRow{"sagemaker_other",
             {"serverless_data_usd_per_gb", "sagemaker-serverless", "pricePerProcessedGb", "USD per GB"}},
    FixedRow{"opensearch_serverless", {"usd_per_ocu_hour", "opensearch-serverless", "pricePerOcuHour", "USD per hour"}},
    FixedRow{"opensearch_serverless",
             {"managed_storage_usd_per_gb_month", "opensearch-serverless", "pricePerGbMonth", "USD per GB-month"}},
    FixedRow{"aurora_serverless_v2", {"usd_per_acu_hour", "aurora-serverless-v2", "pricePerAcuHour", "USD per hour"}},
    FixedRow{"aurora_serverless_v2",
             {"storage_usd_per_gb_month", "aurora-serverless-v2", "pricePerGbMonth", "USD per GB-month"}},
    FixedRow{"aurora_serverless_v2",
             {"io_usd_per_million", "aurora-serverless-v2", "pricePerMillionIo", "USD per million"}},
    FixedRow{"s3_vectors", {"storage_usd_per_gb_month", "s3-vectors", "pricePerGbMonth", "USD per GB-month"}},
    FixedRow{"s3_vectors", {"put_usd_per_gb", "s3-vectors", "pricePerPutGb", "USD per GB"}},
    FixedRow{"s3_vectors", {"query_usd_per_million", "s3-vectors", "pricePerMillionQueries", "USD per million"}},
    FixedRow{"s3_vectors", {"data_processed_usd_per_tb_first100k_then_rest", "s3-vectors", "pricePerTb", "USD per TB"}},
    FixedRow{"agentcore", {"vcpu_hour", "agentcore", "pricePerVcpuHour", "USD per hour"}},
    FixedRow{"agentcore", {"gb_hour", "agentcore", "pricePerMemoryGbHour", "USD per GB-hour"}},
    FixedRow{"agentcore", {"gateway_per_1k_calls", "agentcore", "pricePerThousandCalls", "USD per thousand"}},
    FixedRow{"agentcore", {"memory_events_per_1k", "agentcore", "pricePerThousandEvents", "USD per thousand"}},
    FixedRow{"network_cloudwatch", {"egress_usd_per_gb_first_10tb", "data-transfer-out", "pricePerGb", "USD per GB"}},
    FixedRow{"network_cloudwatch",
             {"inter_az_usd_per_gb_each_way", "data-transfer-inter-az", "pricePerGb", "USD per GB"}},
    FixedRow{"network_cloudwatch",
             {"inter_region_usd_per_gb", "data-transfer-inter-region", "pricePerGb", "USD per GB"}},
    FixedRow{"network_cloudwatch", {"nat_hour", "nat-gateway", "pricePerGatewayHour", "USD per hour"}},
    FixedRow{"network_cloudwatch", {"nat_gb", "nat-gateway", "pricePerGb", "USD per GB"}},
    FixedRow{"network_cloudwatch", {"vpce_hour_per_az", "vpc-endpoint", "pricePerZoneHour", "USD per hour"}},
    FixedRow{"network_cloudwatch", {"vpce_gb", "vpc-endpoint", "pricePerGb", "USD per GB"}},
    FixedRow{"network_cloudwatch", {"cw_metric_month", "cloudwatch", "pricePerMetric", "USD per month"}},
    FixedRow{"network_cloudwatch", {"cw_logs_ingest_gb", "cloudwatch", "pricePerLogGb", "USD per GB"}},
    FixedRow{"network_cloudwatch", {"cw_logs_store_gb_month", "cloudwatch", "pricePerStoredGb", "USD per GB-month"}},
    FixedRow{"network_cloudwatch", {"cw_alarm_month", "cloudwatch", "pricePerAlarm", "USD per month"}},
    FixedRow{"network_cloudwatch", {"cw_dashboard_month", "cloudwatch", "pricePerDashboard", "USD per month"}}};

struct Commitment {
    const char* member;
    const char* suffix; ///< of the subject
};
constexpr std::array kCommitments{Commitment{"no_commit", ""}, Commitment{"m1", "/1-month"},
                                  Commitment{"m6", "/6-months"}};

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool isWord(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}

std::string textOf(const Json& object, const char* member) {
    const auto it = object.find(member);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

class Reader {
public:
    explicit Reader(const Json& root) : m_root(root) {
        m_made = parseDate(textOf(root, "generated")).value_or(Date{});
        m_currency = textOf(root, "currency");
        m_region = textOf(root, "region");
    }

    std::vector<review::Price> read() {
        tokens();
        provisioned();
        hosts("sagemaker_realtime_usd_per_hour");
        hosts("ec2_on_demand_usd_per_hour");
        for (const FixedRow& fixed : kFixedRows) {
            const Json& group = groupAt(fixed.group);
            if (!group.is_object())
                continue;
            std::string source = textOf(group, "src");
            const std::string note = textOf(group, "note");
            const auto value = group.find(fixed.row.member);
            if (value == group.end())
                continue;
            const bool tiers = value->is_array() && !value->empty();
            if (tiers && !note.empty())
                source += "; " + note;
            add(fixed.row.subject, fixed.row, tiers ? value->front() : *value, source);
        }
        return std::move(m_out);
    }

private:
    const Json& groupAt(const char* name) const {
        static const Json none;
        const auto it = m_root.find(name);
        return it == m_root.end() ? none : *it;
    }

    /// Keys of "sources" in full.
    std::string expanded(std::string_view text) const {
        const Json& sources = groupAt("sources");
        std::string out;
        for (std::size_t k = 0; k < text.size();) {
            std::size_t end = k;
            while (end < text.size() && isWord(text[end]))
                ++end;
            if (end == k) {
                out += text[k++];
                continue;
            }
            const std::string word(text.substr(k, end - k));
            const bool known = sources.is_object() && sources.contains(word) && sources[word].is_string();
            out += known ? sources[word].get<std::string>() : word;
            k = end;
        }
        return out;
    }

    void add(const std::string& subject, const Row& row, const Json& value, std::string_view source) {
        if (!value.is_number())
            return;
        review::Price price;
        price.subject = subject;
        price.field = row.field;
        price.unit = row.unit;
        price.amount = value.get<double>();
        price.currency = m_currency;
        price.region = m_region;
        price.source = expanded(source);
        price.validFrom = oldestDateIn(price.source.substr(0, price.source.find("; ")));
        if (!price.validFrom.valid())
            price.validFrom = m_made;
        m_out.push_back(std::move(price));
    }

    /// Rows of a list say "same" for the source of the row before.
    std::string sourceOf(const Json& row, std::string& last) const {
        if (const std::string source = textOf(row, "src"); source != "same")
            last = source;
        const std::string note = textOf(row, "note");
        return note.empty() ? last : last + "; " + note;
    }

    void tokens() {
        std::string last;
        for (const Json& row : groupAt("bedrock_tokens_usd_per_mtok")) {
            const std::string source = sourceOf(row, last);
            for (const Row& one : kTokenRows)
                if (const auto value = row.find(one.member); value != row.end())
                    add(textOf(row, "model"), one, *value, source);
        }
    }

    void provisioned() {
        const Row unit{"", "", "pricePerUnitHour", "USD per hour"};
        std::string last;
        for (const Json& row : groupAt("bedrock_provisioned_usd_per_mu_hour")) {
            const std::string source = sourceOf(row, last);
            for (const Commitment& one : kCommitments)
                if (const auto value = row.find(one.member); value != row.end())
                    add(textOf(row, "model") + one.suffix, unit, *value, source);
        }
    }

    /// "smplist (g5/m5), fmbench (inf2); _derived = EC2 x 1.15": the source whose families in brackets have the host.
    static std::string sourceOfHost(std::string_view source, std::string_view host) {
        constexpr std::string_view kDerived = "_derived";
        if (host.starts_with(kDerived)) {
            const std::size_t at = source.find(kDerived);
            return "vantage; derived" + std::string(at == source.npos ? "" : source.substr(at + kDerived.size()));
        }
        std::string_view family = host.starts_with("ml.") ? host.substr(3) : host;
        family = family.substr(0, family.find('.'));
        std::string_view rest = source.substr(0, source.find(';'));
        while (true) {
            const std::size_t open = rest.find(" ("), close = rest.find(')');
            if (open == rest.npos || close == rest.npos || close < open)
                return std::string(source.substr(0, source.find(';')));
            const std::string list = "/" + std::string(rest.substr(open + 2, close - open - 2)) + "/";
            if (list.find("/" + std::string(family) + "/") != list.npos)
                return std::string(rest.substr(0, open));
            rest = rest.substr(close + 1);
            while (!rest.empty() && (rest.front() == ',' || rest.front() == ' '))
                rest.remove_prefix(1);
        }
    }

    void hosts(const char* name) {
        const Row hour{"", "", "pricePerHour", "USD per hour"};
        const Json& group = groupAt(name);
        if (!group.is_object())
            return;
        for (const auto& [key, value] : group.items()) {
            const std::string host = key.substr(key.find(' ') == key.npos ? 0 : key.find(' ') + 1);
            if (host.find('.') != host.npos) // others are rates
                add(host, hour, value, sourceOfHost(textOf(group, "src"), key));
        }
    }

    const Json& m_root;
    Date m_made;
    std::string m_currency, m_region;
    std::vector<review::Price> m_out;
};

} // namespace

Date oldestDateIn(std::string_view text) {
    Date oldest;
    for (std::size_t k = 0; k + 7 <= text.size(); ++k) {
        if (k > 0 && isDigit(text[k - 1]))
            continue;
        std::string day(text.substr(k, 10));
        if (day.size() < 10 || day[7] != '-')
            day = std::string(text.substr(k, 7)) + "-01";
        const Result<Date> date = parseDate(day);
        if (date && date->year >= 2000 && date->year < 2100 && (!oldest.valid() || *date < oldest))
            oldest = *date;
    }
    return oldest;
}

std::vector<review::Price> readPriceDefaults(std::string_view bytes) {
    const JsonDocument document = parseJson(bytes);
    if (!document.usable || !document.root.is_object())
        return {};
    return Reader(document.root).read();
}

} // namespace plumb::cost
