// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/costs/northwind_costs.h"

namespace plumb::test {

review::Costs northwindCosts() {
    review::Costs costs;
    costs.settings = {730, 24, 0.1, "USD", 10'000, 7, "quick-wins"};
    costs.items = {
        {"fraud",
         "Fraud scoring endpoint",
         "endpoint",
         "Bill of October, 2 hosts",
         {{"pricePerHour", R"({"dist":"point","value":7.09,"source":"list price","validUntil":"2027-08-01"})"},
          {"instances", "2"},
          {"utilisation", R"({"dist":"pert","low":0.2,"mode":0.28,"high":0.42})"}}},
        {"reader",
         "Document reader endpoint",
         "endpoint",
         "",
         {{"pricePerHour", "5.752"},
          {"instances", "1"},
          {"utilisation", R"({"dist":"pert","low":0.15,"mode":0.22,"high":0.35})"}}},
        {"claims",
         "Claims assistant tokens",
         "tokens",
         "",
         {{"requests", R"({"dist":"pert","low":700000,"mode":820000,"high":980000})"},
          {"prefixTokens", "1200"},
          {"inputTokens", "300"},
          {"outputTokens", "200"},
          {"inputPrice", R"({"dist":"point","value":3,"source":"list price","validUntil":"2026-08-01"})"},
          {"outputPrice", "15"}}},
        {"triage",
         "Triage agent tokens",
         "tokens",
         "",
         {{"requests", "60000"},
          {"prefixTokens", "2000"},
          {"inputTokens", "0"},
          {"outputTokens", "500"},
          {"toolCalls", R"({"dist":"pert","low":3,"mode":5,"high":8})"},
          {"growthTokens", "500"},
          {"stepOutputTokens", "100"},
          {"inputPrice", "3"},
          {"outputPrice", "15"}}},
        {"nightly",
         "Nightly summaries",
         "tokens",
         "",
         {{"requests", "180000"},
          {"inputTokens", "2000"},
          {"outputTokens", "300"},
          {"inputPrice", "3"},
          {"outputPrice", "15"}}},
        {"training",
         "Fraud model training",
         "training",
         "",
         {{"pricePerHour", "37.04"}, {"hours", "15"}, {"instances", "1"}, {"runsPerMonth", "4"}}},
        {"vectors", "Vector store", "opensearch-serverless", "", {{"ocu", "2"}, {"pricePerOcuHour", "0.24"}}},
        {"watch", "Monitoring and storage", "other", "", {{"monthly", "1180"}}}};
    const auto measure = [&](const char* id, const char* name, const char* type, const char* item,
                             review::CostFields fields, const char* days, const char* once, const char* from) {
        fields["effort"] = days;
        fields["oneOff"] = once;
        fields["startMonth"] = from;
        costs.measures.push_back({id, name, type, "", std::move(fields), {item}, {}, {}});
    };
    measure("share", "Share endpoints", "consolidate", "fraud",
            {{"targetUtilisation", R"({"dist":"pert","low":0.5,"mode":0.6,"high":0.7})"}}, "5", "14000", "2");
    measure("schedule", "Schedule the reader", "schedule", "reader",
            {{"hoursPerDay", R"({"dist":"pert","low":7,"mode":9,"high":12})"}, {"daysPerWeek", "6"}}, "1", "2500", "1");
    measure("caching", "Prompt caching", "prompt-caching", "claims",
            {{"hitRate", R"({"dist":"pert","low":0.6,"mode":0.8,"high":0.9})"}}, "1", "6000", "1");
    measure("budget", "Agent step budget", "agent-step-budget", "triage", {{"maxToolCalls", "3"}}, "5", "9000", "2");
    measure("spot", "Spot training", "spot-training", "training",
            {{"discount", R"({"dist":"pert","low":0.5,"mode":0.6,"high":0.7})"}}, "5", "4000", "3");
    measure("batch", "Batch summaries", "batch", "nightly", {{"eligibleShare", "1"}}, "1", "3500", "1");
    measure("pgvector", "pgvector store", "pgvector", "vectors", {{"acu", "0.5"}}, "5", "5500", "4");
    measure("cheaper", "Cheaper model, 30 % of chats", "cheaper-model", "claims",
            {{"inputPrice", "0.25"}, {"outputPrice", "1.25"}, {"share", "0.3"}}, "5", "8000", "1");
    costs.measures.back().excludes = {"caching"};
    costs.scenarios = {{"quick-wins",
                        "Quick wins and platform",
                        {"share", "schedule", "caching", "budget", "spot", "batch", "pgvector"}},
                       {"quick", "Quick wins", {"schedule", "caching", "batch"}},
                       {"cheap", "Cheaper model", {"cheaper", "schedule"}}};
    return costs;
}

review::Costs smallCosts() {
    review::Costs costs;
    costs.settings.trials = 500;
    costs.settings.scenario = "both";
    costs.items = {{"ep", "Endpoint", "other", "", {{"monthly", "1000"}}},
                   {"log", "Logs", "other", "", {{"monthly", R"({"dist":"pert","low":100,"mode":200,"high":300})"}}}};
    costs.measures = {
        {"half", "Half the endpoint", "factor", "", {{"driver", "\"cost\""}, {"factor", "0.5"}}, {"ep"}, {}, {}},
        {"less", "Less logging", "factor", "", {{"driver", "\"cost\""}, {"factor", "0.5"}}, {"log"}, {}, {"half"}}};
    costs.scenarios = {{"both", "Both", {"half", "less"}}, {"none", "None", {}}};
    return costs;
}

} // namespace plumb::test
