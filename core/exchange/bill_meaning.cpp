// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bill_meaning.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>
#include <optional>

namespace plumb::exchange {
namespace {

constexpr double kThousand = 1e3, kMillion = 1e6;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}
bool hasAny(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return has(text, part); });
}

/// The texts in lower case; `what` is the most exact one.
struct Words {
    explicit Words(const ChargeTexts& charge)
        : service(lower(charge.service + ' ' + charge.serviceTitle))
        , unit(lower(charge.unit))
        , usage(lower(charge.usageType))
        , family(lower(charge.family))
        , all(usage + ' ' + lower(charge.meter) + ' ' + lower(charge.description)) {}
    std::string service, unit, usage, family;
    std::string all; ///< usage type, meter and description
};

bool isHours(std::string_view unit) {
    return unit == "hours" || unit == "hrs" || unit == "hour" || unit == "hr" || has(unit, "hour") || has(unit, "-hr");
}
bool isGbMonths(std::string_view unit) {
    return hasAny(unit, {"gb-mo", "gb/month", "gb month", "gib-month", "gib/month", "gibibyte month", "gib-mo"});
}
bool isGb(std::string_view unit) {
    return unit == "gb" || unit == "gib" || unit == "gigabyte" || unit == "gigabytes" || unit == "gibibyte";
}
bool isAi(std::string_view service) {
    return hasAny(service, {"sagemaker", "bedrock"});
}

/// "ml.g5.xlarge" as it stands in a text; empty when there is none.
std::string instanceIn(std::string_view text) {
    const std::size_t at = text.find("ml.");
    if (at == std::string_view::npos)
        return {};
    std::size_t end = at;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.' || text[end] == '-'))
        ++end;
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-'))
        --end;
    return std::string(text.substr(at, end - at));
}

std::string titleOf(const ChargeTexts& charge) {
    for (const std::string* text : {&charge.serviceTitle, &charge.service, &charge.provider})
        if (!text->empty())
            return *text;
    return "Charges without a service";
}

std::string withRegion(std::string name, const std::string& region) {
    return region.empty() ? name : fmt::format("{} ({})", name, region);
}

Meaning made(std::string type, Slot slot, std::string name, const ChargeTexts& charge, double factor = 1) {
    return {std::move(type), slot, factor, withRegion(std::move(name), charge.region), charge.region, {}};
}

std::optional<Meaning> sageMaker(const ChargeTexts& charge, const Words& words) {
    if (!has(words.service, "sagemaker") || !isHours(words.unit))
        return {};
    const std::string instance = instanceIn(words.all);
    if (instance.empty())
        return {};
    const bool training =
        hasAny(words.usage, {"train:", "training"}) || (words.usage.empty() && has(words.all, "training"));
    const bool hosting =
        hasAny(words.usage, {"host:", "hosting", "asyncinf"}) ||
        (words.usage.empty() && hasAny(words.all, {"hosting", "endpoint", "real-time inference", "inference"}));
    if (training == hosting)
        return {};
    const char* kind = hosting ? "endpoint" : has(words.all, "spot") ? "spot training" : "training";
    Meaning meaning =
        made(hosting ? "endpoint" : "training", Slot::Hours, fmt::format("SageMaker {} {}", kind, instance), charge);
    meaning.instanceType = instance.substr(3);
    return meaning;
}

double tokensPerUnit(const Words& words) {
    if (hasAny(words.unit, {"1k", "1000", "thousand"}))
        return kThousand;
    if (hasAny(words.unit, {"1m", "million"}))
        return kMillion;
    if (has(words.unit, "token"))
        return 1;
    if (has(words.all, "million") || has(words.usage, "mp:"))
        return kMillion;
    return hasAny(words.all, {"1k ", "1,000", "thousand"}) ? kThousand : 1;
}

/// "USE1-Claude3Sonnet-input-tokens-batch" without region and the words that `drop` names: "Claude3Sonnet".
std::string modelIn(std::string text, std::initializer_list<std::string_view> drop) {
    const std::size_t dash = text.find('-');
    const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    if (dash != std::string::npos && dash >= 3 && dash <= 5 &&
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dash), capital))
        text.erase(0, dash + 1);
    for (const std::string_view word : drop) {
        const std::size_t at = lower(text).find(word);
        if (at != std::string::npos)
            text.erase(at, word.size());
    }
    while (!text.empty() && (text.back() == '-' || text.back() == '_' || text.back() == ' '))
        text.pop_back();
    return text;
}

std::string modelOf(const ChargeTexts& charge, const Words& words, bool batch) {
    const std::string title = titleOf(charge);
    const std::size_t edition = lower(title).find(" (amazon bedrock edition");
    if (edition != std::string::npos)
        return title.substr(0, edition);
    const std::string& text = !charge.usageType.empty() ? charge.usageType
                              : !charge.meter.empty()   ? charge.meter
                                                        : charge.description;
    std::string model = modelIn(text, {"-cache-read-input-token-count", "-cache-write-input-token-count", "cacheread",
                                       "cachewrite", "-input-tokens", "-output-tokens", "input tokens", "output tokens",
                                       "inputtokencount", "outputtokencount", "-batch", " batch"});
    if (!charge.usageType.empty() && !has(words.usage, "mp:"))
        return model.empty() ? "tokens" : model;
    // A description has prices and places in it, which differ by line; the service is what it is named after.
    if (charge.meter.empty())
        return batch ? "tokens of batches" : "tokens";
    return model.empty() ? "tokens" : model;
}

std::optional<Meaning> bedrock(const ChargeTexts& charge, const Words& words) {
    if (!has(words.service, "bedrock"))
        return {};
    const bool provisioned =
        hasAny(words.all, {"provisionedthroughput", "provisioned throughput", "modelunit", "model-unit", "model unit"});
    if (provisioned && isHours(words.unit))
        return made("provisioned", Slot::Hours, "Bedrock provisioned throughput", charge);
    if (!has(words.all, "token"))
        return {};
    const bool read = hasAny(words.all, {"cache-read", "cacheread", "cache read"});
    const bool write = hasAny(words.all, {"cache-write", "cachewrite", "cache write"});
    const bool input = has(words.all, "input"), output = has(words.all, "output");
    if (!read && !write && input == output)
        return {};
    const bool batch = has(words.all, "batch") && !read && !write;
    const Slot slot = read ? Slot::CacheRead : write ? Slot::CacheWrite : input ? Slot::Input : Slot::Output;
    return made(batch ? "batch-tokens" : "tokens", slot,
                fmt::format("Bedrock {}{}", modelOf(charge, words, batch), batch ? ", batch" : ""), charge,
                tokensPerUnit(words));
}

std::optional<Meaning> vectorStore(const ChargeTexts& charge, const Words& words) {
    if (hasAny(words.service, {"opensearch", "amazones", "elasticsearch"})) {
        if (has(words.all, "ocu") && (isHours(words.unit) || has(words.unit, "ocu")))
            return made("opensearch-serverless", Slot::Units, "OpenSearch Serverless", charge);
        if (has(words.all, "serverless") && isGbMonths(words.unit))
            return made("opensearch-serverless", Slot::Gb, "OpenSearch Serverless", charge);
        return {};
    }
    if (hasAny(words.service, {"rds", "relational database", "aurora"}) &&
        (has(words.all, "serverlessv2") || has(words.unit, "acu")))
        return made("aurora-pgvector", Slot::Units, "Aurora Serverless", charge);
    return {};
}

std::optional<Meaning> monitoring(const ChargeTexts& charge, const Words& words) {
    const bool cloudWatch = has(words.service, "cloudwatch");
    if (!cloudWatch && !hasAny(words.service, {"cloud monitoring", "azure monitor"}))
        return {};
    const auto is = [&](Slot slot, double factor = 1) {
        return Meaning{"monitoring", slot, factor, titleOf(charge), {}, {}};
    };
    if (has(words.unit, "dashboard"))
        return is(Slot::Dashboards);
    if (has(words.unit, "alarm"))
        return is(Slot::Alarms);
    if (has(words.unit, "metric"))
        return is(Slot::Metrics);
    if (isGbMonths(words.unit))
        return is(Slot::StoredGb);
    if (isGb(words.unit) && !has(words.all, "transfer"))
        return is(Slot::LogsGb);
    if (words.unit == "mib")
        return is(Slot::LogsGb, 1.0 / 1024);
    return {};
}

bool isTransfer(const Words& words) {
    return has(words.family, "data transfer") ||
           hasAny(words.all, {"datatransfer", "data transfer", "aws-out-bytes", "aws-in-bytes", "-out-bytes",
                              "-in-bytes", "regional-bytes", "egress", "bandwidth"});
}

} // namespace

Meaning otherOf(const ChargeTexts& charge) {
    Meaning meaning;
    meaning.name = titleOf(charge);
    return meaning;
}

bool needsDetail(const ChargeTexts& charge) {
    const Words words(charge);
    if (!charge.usage)
        return false;
    if (isAi(words.service) || has(lower(charge.entity), "marketplace"))
        return true;
    if (hasAny(words.service, {"opensearch", "amazones", "rds", "relational database", "aurora"}))
        return true;
    return isGb(words.unit) || hasAny(words.service, {"cloudwatch", "cloud monitoring", "azure monitor"});
}

Meaning meaningOf(const ChargeTexts& charge) {
    const Words words(charge);
    if (!charge.usage)
        return otherOf(charge);
    for (auto* rule : {&sageMaker, &bedrock, &vectorStore, &monitoring})
        if (std::optional<Meaning> meaning = rule(charge, words))
            return *std::move(meaning);
    if (isGbMonths(words.unit))
        return {"storage", Slot::Gb, 1, titleOf(charge) + " storage", {}, {}};
    if (isGb(words.unit) && isTransfer(words))
        return {"transfer", Slot::Gb, 1, titleOf(charge) + " data transfer", {}, {}};
    return otherOf(charge);
}

} // namespace plumb::exchange
