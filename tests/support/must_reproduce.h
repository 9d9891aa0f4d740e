// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Specifications of the cases that the product promises to reproduce, for the tests of core/cost and of the command
// line.
#pragma once

namespace plumb::test {

inline constexpr const char* kEndpoint720 = R"({"hoursPerMonth":720,
  "items":[{"id":"ep","type":"endpoint","pricePerHour":30,"instances":1,"utilisation":0.3}],
  "measures":[{"id":"m","type":"consolidate","item":"ep","targetUtilisation":0.6}],
  "scenarios":[{"name":"shared","measures":["m"]}]})";

inline constexpr const char* kEndpoint730 =
    R"({"items":[{"id":"ep","type":"endpoint","pricePerHour":30,"instances":1,"utilisation":0.3}]})";

inline constexpr const char* kVector720 = R"({"hoursPerMonth":720,
  "items":[{"id":"vec","type":"opensearch-serverless","ocu":2,"pricePerOcuHour":0.24}],
  "measures":[{"id":"m","type":"pgvector","item":"vec","acu":0.5,"pricePerAcuHour":0.12}],
  "scenarios":[{"name":"moved","measures":["m"]}]})";

inline constexpr const char* kVector730 = R"({"hoursPerMonth":730,
  "items":[{"id":"vec","type":"opensearch-serverless","ocu":2,"pricePerOcuHour":0.24}],
  "measures":[{"id":"m","type":"pgvector","item":"vec","acu":0.5,"pricePerAcuHour":0.12}],
  "scenarios":[{"name":"moved","measures":["m"]}]})";

inline constexpr const char* kVectorWithStorage = R"({"hoursPerMonth":730,
  "items":[{"id":"vec","type":"opensearch-serverless","ocu":2,"storageGb":10}],
  "measures":[{"id":"m","type":"pgvector","item":"vec","acu":0.5}],"scenarios":[{"name":"moved","measures":["m"]}]})";

inline constexpr const char* kBatch = R"({
  "items":[{"id":"tok","type":"tokens","requests":1000,"inputTokens":2500,"outputTokens":500,"inputPrice":3,"outputPrice":15}],
  "measures":[{"id":"all","type":"batch","item":"tok"},{"id":"some","type":"batch","item":"tok","eligibleShare":0.62}],
  "scenarios":[{"name":"all","measures":["all"]},{"name":"some","measures":["some"]}]})";

inline constexpr const char* kCaching = R"({
  "items":[{"id":"tok","type":"tokens","requests":1000,"prefixTokens":2000,"inputTokens":500,"outputTokens":500,
            "inputPrice":3,"outputPrice":15}],
  "measures":[{"id":"m","type":"prompt-caching","item":"tok","hitRate":0.9,"readFactor":0.1,"writeFactor":1.25}],
  "scenarios":[{"name":"cached","measures":["m"]}]})";

inline constexpr const char* kCachingShare = R"({
  "items":[{"id":"tok","type":"tokens","requests":1000,"prefixTokens":394.90445859872614,
            "inputTokens":605.0955414012739,"outputTokens":0,"inputPrice":3,"outputPrice":15}],
  "measures":[{"id":"m","type":"prompt-caching","item":"tok","hitRate":0.9,"readFactor":0.1,"writeFactor":1.25}],
  "scenarios":[{"name":"cached","measures":["m"]}]})";

/// A million tasks of the agent; of a single call; of the agent with free output, and with free input.
inline constexpr const char* kAgent = R"({"items":[
    {"id":"agent","type":"tokens","requests":1000000,"inputTokens":2000,"outputTokens":500,"toolCalls":5,
     "growthTokens":500,"stepOutputTokens":100,"inputPrice":3,"outputPrice":15},
    {"id":"single","type":"tokens","requests":1000000,"inputTokens":2000,"outputTokens":500,"inputPrice":3,"outputPrice":15},
    {"id":"in","type":"tokens","requests":1000000,"inputTokens":2000,"outputTokens":500,"toolCalls":5,
     "growthTokens":500,"stepOutputTokens":100,"inputPrice":1,"outputPrice":0},
    {"id":"out","type":"tokens","requests":1000000,"inputTokens":2000,"outputTokens":500,"toolCalls":5,
     "growthTokens":500,"stepOutputTokens":100,"inputPrice":0,"outputPrice":1}],
  "measures":[{"id":"m","type":"prompt-caching","items":["agent","in"],"hitRate":0,"incremental":true}],
  "scenarios":[{"name":"cached","measures":["m"]}]})";

inline constexpr const char* kThree = R"({"hoursPerMonth":720,
  "items":[{"id":"ep","type":"endpoint","pricePerHour":30}],
  "measures":[{"id":"a","type":"factor","item":"ep","driver":"cost","factor":0.5},
              {"id":"b","type":"factor","item":"ep","driver":"cost","factor":0.69},
              {"id":"c","type":"factor","item":"ep","driver":"cost","factor":0.8}],
  "scenarios":[{"name":"123","measures":["a","b","c"]},{"name":"321","measures":["c","b","a"]}]})";

inline constexpr const char* kInvestment = R"({"hoursPerMonth":720,"horizonMonths":12,"discountRate":0.1,
  "items":[{"id":"ep","type":"endpoint","pricePerHour":30,"instances":1,"utilisation":0.3}],
  "measures":[{"id":"m","type":"consolidate","item":"ep","targetUtilisation":0.6,"oneOff":60000}],
  "scenarios":[{"name":"shared","measures":["m"]}]})";

inline constexpr const char* kPert = R"({
  "items":[{"id":"a","type":"other","monthly":{"dist":"pert","low":10,"mode":20,"high":50}}]})";

} // namespace plumb::test
