// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalog of items.
#include "core/cost/field_makers.h"
#include "core/cost/types.h"

namespace plumb::cost {
namespace {

using namespace make;

std::vector<FieldInfo> hostFields() {
    return {text("instanceType", "instance type without \"ml.\", for the carbon estimate"),
            text("region", "AWS region, for the carbon estimate")};
}

std::vector<FieldInfo> tokenFields() {
    return {needed("requests", "requests/month", "requests, or tasks of an agent", kNotNegative),
            given("prefixTokens", "tokens", "start of the prompt that repeats byte for byte", 0),
            needed("inputTokens", "tokens", "rest of the prompt of the first call", kNotNegative),
            needed("outputTokens", "tokens", "final answer", kNotNegative),
            needed("inputPrice", "$/million tokens", "list price of input", kNotNegative),
            needed("outputPrice", "$/million tokens", "list price of output", kNotNegative)};
}

ItemTypeInfo endpointType() {
    return {ItemType::Endpoint, "endpoint", "real-time endpoint on instances that are billed by the hour",
            "pricePerHour * instances * hoursOn",
            join({needed("pricePerHour", "$/h", "price of one instance", kNotNegative),
                  given("instances", "instances", "instances that run", 1),
                  optional("utilisation", "share", "useful part of the hours that are on", kPositiveShare,
                           "taken as 1: no idle part is known", {"utilization"}),
                  optional("hoursOn", "h/month", "hours that each instance is on", kNotNegative, "hours per month"),
                  given("memoryGb", "GB", "memory the models need, for consolidation on hosts of a size", 0)},
                 hostFields())};
}

ItemTypeInfo provisionedType() {
    return {ItemType::Provisioned,
            "provisioned",
            "Bedrock provisioned throughput",
            "modelUnits * pricePerUnitHour * H",
            {needed("modelUnits", "units", "model units that are bought", kNotNegative),
             needed("pricePerUnitHour", "$/h", "price of one model unit", kNotNegative),
             optional("utilisation", "share", "used part of the capacity", kPositiveShare,
                      "taken as 1: no idle part is known", {"utilization"})}};
}

ItemTypeInfo tokensType() {
    return {
        ItemType::Tokens, "tokens",
        "on-demand token stream; with tool calls an agent that sends its context again at each step",
        "requests * (in * inputPrice + out * outputPrice) / 10^6 with N = toolCalls, c = prefixTokens + inputTokens: "
        "in = (N+1) c + growthTokens N (N+1)/2, out = N stepOutputTokens + outputTokens; a prefix that is cached "
        "counts hitRate readFactor + (1-hitRate) writeFactor times",
        join(tokenFields(),
             {given("toolCalls", "calls/task", "tool calls before the final answer", 0),
              given("growthTokens", "tokens/call", "growth of the context at each tool call", 0),
              given("stepOutputTokens", "tokens/call", "output at each tool call", 0),
              optional("hitRate", "share", "cache hits of the prefix, when it is cached already", kShare, "no caching"),
              given("readFactor", "x input price", "price of a cache read", 0.1),
              given("writeFactor", "x input price", "price of a cache write", 1.25)})};
}

ItemTypeInfo batchTokensType() {
    return {ItemType::BatchTokens, "batch-tokens", "token stream that runs as batch inference",
            "requests * batchFactor * ((prefixTokens + inputTokens) * inputPrice + outputTokens * outputPrice) / 10^6",
            join(tokenFields(), {given("batchFactor", "x list price", "price of batch against on demand", 0.5)})};
}

ItemTypeInfo openSearchType() {
    return {ItemType::OpenSearchServerless,
            "opensearch-serverless",
            "OpenSearch Serverless vector collection",
            "max(ocu, minimumOcu) * pricePerOcuHour * H * activeShare + storageGb * pricePerGbMonth",
            {needed("ocu", "OCU", "compute units in use, indexing and search together", kNotNegative),
             given("pricePerOcuHour", "$/h", "price of one OCU", 0.24), given("storageGb", "GB", "managed storage", 0),
             given("pricePerGbMonth", "$/GB-month", "price of managed storage", 0.024),
             given("minimumOcu", "OCU", "units that are billed at least: classic 2 with redundancy, 1 without", 0),
             share("activeShare", "hours in which units are up; next generation goes to 0 when idle", 1),
             choice("generation", "classic has a floor, next sleeps when idle", {"classic", "next"})}};
}

ItemTypeInfo auroraType() {
    return {ItemType::AuroraPgvector,
            "aurora-pgvector",
            "pgvector on Aurora Serverless v2",
            "acu * pricePerAcuHour * H + storageGb * pricePerGbMonth + ioMillions * pricePerMillionIo",
            {needed("acu", "ACU", "mean capacity", kNotNegative),
             given("pricePerAcuHour", "$/h", "price of one ACU", 0.12), given("storageGb", "GB", "storage", 0),
             given("pricePerGbMonth", "$/GB-month", "price of storage", 0.1),
             given("ioMillions", "million/month", "I/O requests", 0),
             given("pricePerMillionIo", "$/million", "price of I/O requests", 0.2)}};
}

ItemTypeInfo s3VectorsType() {
    return {
        ItemType::S3Vectors,
        "s3-vectors",
        "Amazon S3 Vectors",
        "storageGb * pricePerGbMonth + putGb * pricePerPutGb + queryMillions * pricePerMillionQueries + processedTb * "
        "pricePerTb",
        {needed("storageGb", "GB", "stored vectors and metadata", kNotNegative),
         given("pricePerGbMonth", "$/GB-month", "price of storage", 0.06),
         given("putGb", "GB/month", "data written", 0), given("pricePerPutGb", "$/GB", "price of writing", 0.2),
         given("queryMillions", "million/month", "queries", 0),
         given("pricePerMillionQueries", "$/million", "price of queries", 2.5),
         given("processedTb", "TB/month", "data that queries process", 0),
         given("pricePerTb", "$/TB", "price of processed data; check it, the published tiers differ", 0.004)}};
}

ItemTypeInfo trainingType() {
    return {
        ItemType::Training, "training", "training runs", "pricePerHour * hours / efficiency * runsPerMonth",
        join({needed("pricePerHour", "$/h", "price of one instance", kNotNegative),
              needed("hours", "h", "one run on a single instance", kNotNegative),
              given("instances", "instances", "instances of one run; changes the time, not the money", 1, kPositive),
              given("runsPerMonth", "runs/month", "runs", 1),
              given("efficiency", "share", "scaling efficiency on that many instances", 1, kPositiveShare)},
             hostFields())};
}

std::vector<ItemTypeInfo> smallTypes() {
    return {
        {ItemType::Storage,
         "storage",
         "storage by the month",
         "gb * pricePerGbMonth",
         {needed("gb", "GB", "mean of the month", kNotNegative),
          needed("pricePerGbMonth", "$/GB-month", "price of storage", kNotNegative)}},
        {ItemType::Transfer,
         "transfer",
         "data transfer",
         "max(gb - freeGb, 0) * pricePerGb",
         {needed("gb", "GB/month", "data that is transferred", kNotNegative),
          needed("pricePerGb", "$/GB", "price of transfer", kNotNegative),
          given("freeGb", "GB/month", "part that is free", 0)}},
        {ItemType::Monitoring,
         "monitoring",
         "metrics, logs, alarms and dashboards",
         "metrics * pricePerMetric + logsGb * pricePerLogGb + storedGb * pricePerStoredGb + alarms * pricePerAlarm + "
         "dashboards * pricePerDashboard",
         {given("metrics", "metrics", "custom metrics", 0),
          given("pricePerMetric", "$/month", "price of a metric", 0.3), given("logsGb", "GB/month", "logs taken in", 0),
          given("pricePerLogGb", "$/GB", "price of taking in", 0.5), given("storedGb", "GB", "logs kept", 0),
          given("pricePerStoredGb", "$/GB-month", "price of keeping logs", 0.03),
          given("alarms", "alarms", "alarms", 0), given("pricePerAlarm", "$/month", "price of an alarm", 0.1),
          given("dashboards", "dashboards", "dashboards", 0),
          given("pricePerDashboard", "$/month", "price of a dashboard", 3)}},
        {ItemType::Other,
         "other",
         "anything else that costs money each month",
         "monthly",
         {needed("monthly", "$/month", "cost of a month", kNotNegative)}}};
}

} // namespace

const std::vector<ItemTypeInfo>& itemTypes() {
    static const std::vector<ItemTypeInfo> types = [] {
        std::vector<ItemTypeInfo> all{endpointType(),   provisionedType(), tokensType(),    batchTokensType(),
                                      openSearchType(), auroraType(),      s3VectorsType(), trainingType()};
        for (ItemTypeInfo& type : smallTypes())
            all.push_back(std::move(type));
        return all;
    }();
    return types;
}

const ItemTypeInfo& infoOf(ItemType type) {
    return itemTypes()[static_cast<std::size_t>(type)];
}

} // namespace plumb::cost
