// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The article says what things cost and what was saved, not on how much load, how long the work takes or when it does
// not hold. Its figures are the middle of a range, evenly far from both ends, so that the mean is the figure, too;
// everything else is marked as an assumption to replace.
#include "core/cost/seed.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/quantity.h"

#include <utility>

namespace plumb::cost {
namespace {

using review::CostFields;
using review::CostItem;
using review::CostMeasure;

constexpr const char* kModel = "Claude Sonnet 4.5 on demand, list price, LiteLLM 2026-08-01";
constexpr const char* kModelUntil = "2027-01-28";
constexpr const char* kAssumed = "assumption, not in the article: put in your own figure";

std::string figure(double value, const char* source, const char* until = "") {
    Quantity quantity = Quantity::point(value);
    quantity.source = source;
    quantity.validUntil = until;
    return storedJson(quantity);
}

/// The stated figure, give or take the same on both sides.
std::string about(double value, double more, const char* source) {
    Quantity quantity = Quantity::pert(value - more, value, value + more);
    quantity.source = source;
    return storedJson(quantity);
}

/// Work and money of a measure, none of which the article tells.
CostFields work(double days, double oneOff, double startMonth, double rampMonths, CostFields fields) {
    fields["effort"] = storedJson(Json(days));
    fields["oneOff"] = about(oneOff, oneOff / 2, kAssumed);
    if (startMonth > 1)
        fields["startMonth"] = storedJson(Json(startMonth));
    if (rampMonths > 0)
        fields["rampMonths"] = storedJson(Json(rampMonths));
    return fields;
}

CostItem stream(const char* id, const char* name, double requests, CostFields fields, const char* note) {
    fields["requests"] = about(requests, requests / 2, kAssumed);
    fields["inputPrice"] = figure(3, kModel, kModelUntil);
    fields["outputPrice"] = figure(15, kModel, kModelUntil);
    return {id, name, "tokens", note, std::move(fields)};
}

std::vector<CostItem> items() {
    return {
        {"endpoint",
         "LLM endpoint",
         "endpoint",
         "On 24 hours of 30 days at $30 an hour, used for 30 %: $21,600 a month, $15,120 of it idle. At 730 hours it "
         "is "
         "$21,900. \"30 % of the day\" asks for a schedule, 30 % load for fewer hosts: find out which it is.",
         {{"pricePerHour",
           figure(30, "the article's round figure for one host with 8 GPUs; ml.p4d.24xlarge was 25.25 and "
                      "EC2 g6e.48xlarge 30.13 when looked up")},
          {"instances", "1"},
          {"utilisation", about(0.3, 0.15, "the article; measure it, a bill does not tell")}}},
        {"vectors",
         "Vector store",
         "opensearch-serverless",
         "Two OCU are billed before the first query: $345.60 at 720 hours, $350.40 at 730. That is the floor of "
         "classic "
         "collections with redundancy; one account and key share it, but not with search collections.",
         {{"ocu", figure(2,
                         "floor of a classic collection with redundancy; collections made from 2026-05-28 on may "
                         "sleep at 0 OCU",
                         "2026-05-27")},
          {"pricePerOcuHour", figure(0.24, "AWS documentation, us-east-1, 2026-08-20", "2027-02-16")},
          {"generation", "\"classic\""}}},
        stream("prompts", "Chat prompts with a long prefix", 400'000,
               {{"prefixTokens",
                 about(2000, 1000, "at 0.3949 of the bill a hit rate of 0.9 saves 31 %; this mix has 0.4")},
                {"inputTokens", "500"},
                {"outputTokens", "500"}},
               "2,000 tokens that repeat byte for byte, 500 fresh ones and 500 of output: caching with 90 % hits saves "
               "31.4 %. With a shorter prefix it saves less, below the model's minimum nothing."),
        stream("agent", "Agent with tools", 60'000,
               {{"inputTokens", "2000"},
                {"outputTokens", "500"},
                {"toolCalls", about(5, 3, "the article; count them in traces")},
                {"growthTokens", "500"},
                {"stepOutputTokens", "100"}},
               "5 tool calls take 8.2 times the tokens and 5.44 times the money of one call, since each step sends the "
               "context again. \"5 times\" is the lower bound without growth."),
        stream("documents", "Document processing by night", 200'000, {{"inputTokens", "2500"}, {"outputTokens", "500"}},
               "Nobody waits for it: batch inference halves it, if all of it may take a day and runs without tools.")};
}

CostFields caching(bool incremental) {
    CostFields fields{{"readFactor", figure(0.1, "Claude: a read costs a tenth of input; Nova a quarter", kModelUntil)},
                      {"writeFactor", figure(1.25, "Claude, 5 minutes; 2 for an hour, 1 for Nova", kModelUntil)}};
    if (incremental) {
        fields["incremental"] = "true";
        fields["hitRate"] = figure(0, "every task starts with an empty cache");
    } else {
        fields["hitRate"] = about(0.9, 0.1, "the article; needs 27.6 requests an hour and prefix at 5 minutes");
    }
    return fields;
}

std::vector<CostMeasure> endpointMeasures() {
    return {
        {"consolidate",
         "Share hosts: multi-model endpoint",
         "consolidate",
         "Halves the bill at 60 % load. Models must fit into memory together and run in one framework container; "
         "with a second host for availability nothing is saved.",
         work(15, 12'000, 3, 2,
              {{"targetUtilisation", about(0.6, 0.15, "load at which $10,800 are left; 0.7 leaves $9,257")}}),
         {"endpoint"},
         {"scale-to-zero", "schedule"},
         {}},
        {"schedule",
         "Switch off at night and at weekends",
         "schedule",
         "12 hours on 5 days. Only if the 30 % are a matter of the time of day and nobody needs it otherwise.",
         work(3, 1'500, 1, 1, {{"hoursPerDay", about(12, 3, kAssumed)}, {"daysPerWeek", "5"}}),
         {"endpoint"},
         {"consolidate", "scale-to-zero"},
         {}},
        {"scale-to-zero",
         "Let it sleep when idle",
         "scale-to-zero",
         "Callers wait for the start: inference components or asynchronous inference.",
         work(8, 6'000, 2, 1, {{"bursts", about(120, 90, kAssumed)}, {"idleMinutes", "15"}, {"startMinutes", "10"}}),
         {"endpoint"},
         {"consolidate", "schedule"},
         {}}};
}

std::vector<CostMeasure> otherMeasures() {
    return {
        {"pgvector",
         "Move vectors to pgvector on Aurora Serverless v2",
         "pgvector",
         "-87.5 % of compute at half an ACU, for small stores: at a mean of 4 ACU it costs what OpenSearch does. I/O "
         "and "
         "backups come on top. A collection that sleeps is cheaper below 180 OCU-hours a month.",
         work(8, 6'000, 2, 0,
              {{"acu", about(0.5, 0.5, "least capacity that is always on; pauses at 0 since 2024-11-20")},
               {"pricePerAcuHour", figure(0.12, "AWS documentation, us-east-1, 2026-08-20", "2027-02-16")}}),
         {"vectors"},
         {},
         {}},
        {"batch-documents",
         "Run all documents as batch",
         "batch",
         "-50 % when the whole stream may wait. Not together with prompt caching on the same tokens.",
         work(4, 3'000, 1, 1, {{"eligibleShare", "1"}, {"factor", figure(0.5, "list price of batch inference")}}),
         {"documents"},
         {"batch-some"},
         {}},
        {"batch-some",
         "Run the documents that can wait as batch",
         "batch",
         "A share of 0.62 saves 31 %.",
         work(4, 3'000, 1, 1,
              {{"eligibleShare", about(0.6, 0.3, kAssumed)}, {"factor", figure(0.5, "list price of batch inference")}}),
         {"documents"},
         {"batch-documents"},
         {}},
        {"cache-prompts",
         "Cache the prompt prefix",
         "prompt-caching",
         "Pays above 21.7 % hits (52.6 % with a life of an hour); below, writing costs more than reading saves.",
         work(3, 2'000, 1, 0, caching(false)),
         {"prompts"},
         {},
         {}},
        {"cache-agent",
         "Cache the agent's growing context",
         "prompt-caching",
         "Each step reads what the steps before wrote: 2.69 times the money of one call instead of 5.44.",
         work(4, 3'000, 1, 0, caching(true)),
         {"agent"},
         {},
         {}},
        {"step-budget",
         "Limit the agent's tool calls",
         "agent-step-budget",
         "Controlled autonomy: a limit on the mean. Measure that tasks still succeed.",
         work(5, 3'500, 2, 1, {{"maxToolCalls", about(3, 1, kAssumed)}}),
         {"agent"},
         {},
         {}}};
}

} // namespace

review::Costs seedCosts() {
    review::Costs out;
    out.settings.hoursPerMonth = kHoursPer30DayMonth;
    out.items = items();
    out.measures = endpointMeasures();
    for (CostMeasure& measure : otherMeasures())
        out.measures.push_back(std::move(measure));
    out.scenarios = {
        {"claims", "Article's claims", {"consolidate", "pgvector", "batch-documents", "cache-prompts", "step-budget"}},
        {"careful", "Careful", {"schedule", "batch-some", "cache-prompts", "cache-agent"}},
        {"all",
         "Everything that fits together",
         {"scale-to-zero", "pgvector", "batch-some", "cache-prompts", "cache-agent", "step-budget"}}};
    out.settings.scenario = "claims";
    return out;
}

} // namespace plumb::cost
