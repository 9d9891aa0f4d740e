// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalog of measures.
#include "core/cost/field_makers.h"
#include "core/cost/types.h"

namespace plumb::cost {
namespace {

using namespace make;

constexpr Range kBelow1{0, 1, false, true};
constexpr Range kOneOrMore{1, std::numeric_limits<double>::infinity(), false, false};

std::vector<MeasureTypeInfo> endpointMeasures() {
    return {
        {MeasureType::Schedule,
         "schedule",
         "switch the endpoint off outside its hours",
         "hoursOn = min(hoursOn, given hours); utilisation rises so that the useful hours stay",
         "nobody needs it outside the hours; the useful hours fit into them",
         {ItemType::Endpoint},
         {optional("hoursOn", "h/month", "hours on after it", kNotNegative, "H * hoursPerDay/24 * daysPerWeek/7"),
          given("hoursPerDay", "h", "hours on each day", 24, {0, 24}),
          given("daysPerWeek", "days", "days on each week", 7, {0, 7})}},
        {MeasureType::ScaleToZero,
         "scale-to-zero",
         "let the endpoint sleep when nothing comes in",
         "hoursOn = min(hoursOn, hoursOn * utilisation + bursts * (idleMinutes + startMinutes)/60); utilisation rises",
         "callers can wait for the start; inference components, asynchronous or serverless",
         {ItemType::Endpoint},
         {given("bursts", "bursts/month", "times it wakes", 0),
          given("idleMinutes", "min", "time without load before it sleeps", 10),
          given("startMinutes", "min", "time to wake, billed", 5)}},
        {MeasureType::Consolidate,
         "consolidate",
         "put models on shared hosts: multi-model endpoints or inference components",
         "instances = useful instance-hours / (targetUtilisation * hoursOn); all items in scope share the hosts",
         "models fit into memory together, one framework container, latency allows the higher load",
         {ItemType::Endpoint},
         {needed("targetUtilisation", "share", "load of the shared hosts", kPositiveShare, {"targetUtilization"}),
          given("minInstances", "instances", "hosts that must stay, as for high availability", 0),
          optional("hostMemoryGb", "GB", "memory of one host", kPositive, "memory does not limit"),
          flag("wholeInstances", "round the number of hosts up")}},
        {MeasureType::Batch,
         "batch",
         "run the eligible share as batch",
         "tokens: eligibleShare at factor times the list price, without caching; endpoint: the share of instances is "
         "on "
         "only for utilisation/efficiency of its hours, at pricePerHour",
         "results may take a day; enough records; no tool calls; the model and region offer it",
         {ItemType::Endpoint, ItemType::Tokens},
         {share("eligibleShare", "part that can wait", 1),
          given("factor", "x list price", "price of batch tokens", 0.5),
          given("efficiency", "share", "load of a batch host", 1, kPositiveShare),
          optional("pricePerHour", "$/h", "price of a batch host", kNotNegative, "the endpoint's price")}},
        {MeasureType::RightSize,
         "right-size",
         "take another instance size or family",
         "pricePerHour = given; instances (of training: hours) divided by throughputRatio",
         "throughput was measured on the new instance",
         {ItemType::Endpoint, ItemType::Training},
         {needed("pricePerHour", "$/h", "price of the new instance", kNotNegative),
          given("throughputRatio", "x", "throughput of the new against the old", 1, kPositive)}}};
}

std::vector<MeasureTypeInfo> commitmentMeasures() {
    return {
        {MeasureType::SavingsPlan,
         "savings-plan",
         "commit to a spend by the hour",
         "cost = cost * (1 - coverage * discount); with a commitment c by the hour: H * (c + max(0, x - "
         "c/(1-discount))), "
         "x the cost of an hour after all other measures",
         "one or three years; pays only above a use of 1-discount of the commitment",
         {ItemType::Endpoint, ItemType::Training},
         {needed("discount", "share", "price reduction", kBelow1),
          share("coverage", "part of the remaining use that is committed", 1),
          optional("commitment", "$/h", "amount committed, paid also when unused", kNotNegative, "coverage counts")}}};
}

std::vector<MeasureTypeInfo> tokenMeasures() {
    const std::vector<ItemType> streams{ItemType::Tokens, ItemType::BatchTokens};
    return {{MeasureType::PromptCaching,
             "prompt-caching",
             "cache the repeated prefix of prompts",
             "prefix tokens count hitRate readFactor + (1-hitRate) writeFactor times; incremental: an agent's whole "
             "context "
             "is written once and read at each later step",
             "prefix is long enough for the model and byte-identical; below (writeFactor-1)/(writeFactor-readFactor) "
             "hits it "
             "loses money",
             {ItemType::Tokens},
             {optional("hitRate", "share", "cache hits", kShare,
                       "1 - exp(-requests an hour and prefix * ttlMinutes/60), Poisson arrivals"),
              given("ttlMinutes", "min", "life of an unused entry", 5),
              given("prefixes", "prefixes", "distinct prefixes that share the requests", 1, kPositive),
              given("readFactor", "x input price", "price of a read", 0.1),
              given("writeFactor", "x input price", "price of a write: 1.25 for 5 minutes, 2 for an hour", 1.25),
              flag("incremental", "cache the growing context of an agent, too")}},
            {MeasureType::AgentStepBudget,
             "agent-step-budget",
             "limit the tool calls of a task",
             "toolCalls = min(toolCalls, maxToolCalls)",
             "tasks still succeed; calls are a mean, so a limit cuts more than this says",
             {ItemType::Tokens},
             {needed("maxToolCalls", "calls/task", "mean tool calls under the limit", kNotNegative)}},
            {MeasureType::OutputCap,
             "output-cap",
             "limit the length of answers",
             "outputTokens = min(outputTokens, maxOutputTokens)",
             "answers stay useful; length is a mean, so a limit cuts more than this says",
             streams,
             {needed("maxOutputTokens", "tokens", "mean length under the limit", kNotNegative)}},
            {MeasureType::CheaperModel,
             "cheaper-model",
             "send a share of the requests to a cheaper model",
             "prices = (1-share) old + share new",
             "quality was measured on that share; both shares have the same token mix",
             streams,
             {needed("inputPrice", "$/million tokens", "input of the cheaper model", kNotNegative),
              needed("outputPrice", "$/million tokens", "output of the cheaper model", kNotNegative),
              share("share", "part of the requests", 1)}},
            {MeasureType::EnterProvisioned,
             "enter-provisioned",
             "buy provisioned throughput for a steady stream",
             "cost = modelUnits * pricePerUnitHour * H + overflowShare * cost on demand",
             "capacity of a unit was measured; pays above the break-even load factor",
             {ItemType::Tokens},
             {needed("modelUnits", "units", "units to buy", kNotNegative),
              needed("pricePerUnitHour", "$/h", "price of one unit", kNotNegative),
              share("overflowShare", "part that stays on demand", 0)}}};
}

std::vector<MeasureTypeInfo> storeMeasures() {
    const std::vector<ItemType> stores{ItemType::OpenSearchServerless, ItemType::AuroraPgvector, ItemType::S3Vectors};
    const FieldInfo gb = optional("storageGb", "GB", "storage there", kNotNegative, "that of the item");
    return {{MeasureType::Pgvector,
             "pgvector",
             "move the vector store to pgvector on Aurora Serverless v2",
             "cost = acu * pricePerAcuHour * H + storageGb * pricePerGbMonth + ioMillions * pricePerMillionIo",
             "small store; against a floor of f OCU it pays below f * pricePerOcuHour / pricePerAcuHour ACU",
             stores,
             {needed("acu", "ACU", "mean capacity", kNotNegative),
              given("pricePerAcuHour", "$/h", "price of one ACU", 0.12), gb,
              given("pricePerGbMonth", "$/GB-month", "price of storage", 0.1),
              given("ioMillions", "million/month", "I/O requests", 0),
              given("pricePerMillionIo", "$/million", "price of I/O requests", 0.2)}},
            {MeasureType::S3Vectors,
             "s3-vectors",
             "move the vector store to S3 Vectors",
             "cost = storageGb * pricePerGbMonth + putGb * pricePerPutGb + queryMillions * pricePerMillionQueries + "
             "processedTb * pricePerTb",
             "latency of object storage is enough",
             stores,
             {gb, given("pricePerGbMonth", "$/GB-month", "price of storage", 0.06),
              given("putGb", "GB/month", "data written", 0), given("pricePerPutGb", "$/GB", "price of writing", 0.2),
              given("queryMillions", "million/month", "queries", 0),
              given("pricePerMillionQueries", "$/million", "price of queries", 2.5),
              given("processedTb", "TB/month", "data that queries process", 0),
              given("pricePerTb", "$/TB", "price of processed data", 0.004)}},
            {MeasureType::OpenSearchNextGeneration,
             "opensearch-next-generation",
             "move the collection to OpenSearch Serverless of the next generation, which sleeps when idle",
             "cost = ocu * pricePerOcuHour * H * activeShare + storageGb * pricePerGbMonth",
             "callers can wait 10 to 30 seconds after an idle time",
             stores,
             {needed("ocu", "OCU", "units while active", kNotNegative),
              given("pricePerOcuHour", "$/h", "price of one OCU", 0.24), gb,
              given("pricePerGbMonth", "$/GB-month", "price of storage", 0.024),
              share("activeShare", "hours in which units are up", 1)}}};
}

std::vector<MeasureTypeInfo> otherMeasures() {
    return {
        {MeasureType::SpotTraining,
         "spot-training",
         "train on spot capacity with checkpoints",
         "pricePerHour * (1-discount); hours * (1 + interruptionsPerHour * (checkpointHours/2 + restartHours))",
         "runs survive an interruption; the best checkpoint interval is sqrt(2 * time of a checkpoint / interruptions)",
         {ItemType::Training},
         {needed("discount", "share", "price reduction", kBelow1),
          given("interruptionsPerHour", "1/h", "interruptions", 0),
          given("checkpointHours", "h", "time between checkpoints", 1),
          given("restartHours", "h", "time lost at a restart", 0.25)}},
        {MeasureType::DistributedTraining,
         "distributed-training",
         "train on several instances at once: buys time, never money",
         "instances = given; efficiency = given, or 1/(instances (1-parallelShare) + parallelShare)",
         "wall-clock time is worth more than the loss of efficiency",
         {ItemType::Training},
         {needed("instances", "instances", "instances of one run", kOneOrMore),
          optional("efficiency", "share", "scaling efficiency", kPositiveShare, "from parallelShare (Amdahl)"),
          given("parallelShare", "share", "part of the run that scales", 1, kShare)}},
        {MeasureType::LeaveProvisioned,
         "leave-provisioned",
         "give up provisioned throughput and pay by token",
         "cost = requests * (inputTokens * inputPrice + outputTokens * outputPrice) / 10^6",
         "the model is offered on demand; the commitment has ended",
         {ItemType::Provisioned},
         {needed("requests", "requests/month", "requests", kNotNegative),
          needed("inputTokens", "tokens", "input of a request", kNotNegative),
          needed("outputTokens", "tokens", "output of a request", kNotNegative),
          needed("inputPrice", "$/million tokens", "price of input", kNotNegative),
          needed("outputPrice", "$/million tokens", "price of output", kNotNegative)}},
        {MeasureType::OffPeakTraining,
         "off-peak-training",
         "train when the grid is cleaner",
         "carbon * intensityFactor; pricePerHour * priceFactor",
         "hourly intensity data were looked at; money changes only with a price that does",
         {ItemType::Training},
         {given("intensityFactor", "x", "grid intensity off peak against the mean", 1),
          given("priceFactor", "x", "price off peak", 1)}},
        {MeasureType::Factor,
         "factor",
         "anything that multiplies a driver",
         "driver = driver * factor",
         "the factor was measured or is a stated assumption",
         {},
         {needed("factor", "x", "what the driver is multiplied by", kNotNegative),
          text("driver", "name of a number field of the item, or \"cost\"", true)}}};
}

} // namespace

const std::vector<MeasureTypeInfo>& measureTypes() {
    static const std::vector<MeasureTypeInfo> types = [] {
        std::vector<MeasureTypeInfo> all(kMeasureTypes);
        for (const auto& group :
             {endpointMeasures(), commitmentMeasures(), tokenMeasures(), storeMeasures(), otherMeasures()})
            for (const MeasureTypeInfo& type : group)
                all[static_cast<std::size_t>(type.type)] = type;
        return all;
    }();
    return types;
}

const MeasureTypeInfo& infoOf(MeasureType type) {
    return measureTypes()[static_cast<std::size_t>(type)];
}

} // namespace plumb::cost
