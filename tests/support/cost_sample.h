// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cost model of a usual size: eight items, eight measures with start months and ramps, ten ranges, three scenarios.
#pragma once

namespace plumb::test {

inline constexpr const char* kCostSample = R"({"hoursPerMonth": 730, "horizonMonths": 24, "discountRate": 0.1,
 "items": [
  {"id": "fraud", "name": "Fraud scoring endpoint", "type": "endpoint", "pricePerHour": 7.09, "instances": 2,
   "utilisation": {"dist": "pert", "low": 0.2, "mode": 0.28, "high": 0.42}},
  {"id": "reader", "name": "Document reader endpoint", "type": "endpoint", "pricePerHour": 5.752, "instances": 1,
   "utilisation": 0.25, "instanceType": "g5.12xlarge"},
  {"id": "claims", "name": "Claims assistant tokens", "type": "tokens",
   "requests": {"dist": "lognormal", "p10": 420000, "p90": 560000}, "prefixTokens": 2000, "inputTokens": 500,
   "outputTokens": 350, "inputPrice": 3, "outputPrice": 15},
  {"id": "triage", "name": "Triage agent tokens", "type": "tokens", "requests": 60000, "prefixTokens": 1500,
   "inputTokens": 500, "outputTokens": 300, "inputPrice": 3, "outputPrice": 15,
   "toolCalls": {"dist": "triangular", "low": 3, "mode": 5, "high": 8}, "growthTokens": 500, "stepOutputTokens": 100},
  {"id": "nightly", "name": "Nightly summaries", "type": "tokens", "requests": 180000, "inputTokens": 2000,
   "outputTokens": 300, "inputPrice": 3, "outputPrice": 15},
  {"id": "training", "name": "Fraud model training", "type": "training", "pricePerHour": 37, "hours": 30,
   "runsPerMonth": 2},
  {"id": "vec", "name": "Vector store", "type": "opensearch-serverless", "ocu": 2, "pricePerOcuHour": 0.24},
  {"id": "monitoring", "name": "Monitoring and storage", "type": "other", "monthly": 1180}],
 "measures": [
  {"id": "share", "name": "Share endpoints", "type": "consolidate", "item": "fraud", "effort": 20, "oneOff": 14000,
   "startMonth": 2, "rampMonths": 2, "targetUtilisation": {"dist": "pert", "low": 0.5, "mode": 0.6, "high": 0.7}},
  {"id": "schedule", "name": "Schedule the reader", "type": "schedule", "item": "reader", "effort": 4, "oneOff": 2500,
   "hoursOn": {"dist": "triangular", "low": 220, "mode": 270, "high": 360}},
  {"id": "cache", "name": "Prompt caching", "type": "prompt-caching", "item": "claims", "effort": 6, "oneOff": 6000,
   "hitRate": {"dist": "pert", "low": 0.6, "mode": 0.85, "high": 0.95}},
  {"id": "budget", "name": "Agent step budget", "type": "agent-step-budget", "item": "triage", "effort": 12,
   "oneOff": 9000, "startMonth": 2, "rampMonths": 1, "maxToolCalls": {"dist": "uniform", "low": 2.5, "high": 4}},
  {"id": "spot", "name": "Spot training", "type": "spot-training", "item": "training", "effort": 8, "oneOff": 4000,
   "startMonth": 3, "discount": {"dist": "pert", "low": 0.5, "mode": 0.62, "high": 0.7},
   "interruptionsPerHour": {"dist": "uniform", "low": 0.02, "high": 0.1}},
  {"id": "batch", "name": "Batch summaries", "type": "batch", "item": "nightly", "effort": 5, "oneOff": 3500},
  {"id": "pgvector", "name": "pgvector store", "type": "pgvector", "item": "vec", "effort": 10, "oneOff": 5500,
   "startMonth": 4, "rampMonths": 2, "acu": {"dist": "triangular", "low": 0.5, "mode": 0.6, "high": 1.5}},
  {"id": "cheaper", "name": "Cheaper model, 30 % of chats", "type": "cheaper-model", "item": "claims", "effort": 15,
   "inputPrice": 0.8, "outputPrice": 4, "share": 0.3, "oneOff": 3000}],
 "scenarios": [
  {"name": "Quick wins and platform",
   "measures": ["share", "schedule", "cache", "budget", "spot", "batch", "pgvector"]},
  {"name": "Quick wins", "measures": ["schedule", "cache", "batch"]},
  {"name": "Nothing", "measures": []}]})";

} // namespace plumb::test
