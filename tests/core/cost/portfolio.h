// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Six measures on three items, whose frontier and attribution are published in reference_values.json ("portfolio_6").
#pragma once

namespace plumb::test {

inline constexpr const char* kPortfolio = R"({"hoursPerMonth":720,"items":[
    {"id":"ep","type":"endpoint","pricePerHour":30}, {"id":"tok","type":"other","monthly":9000},
    {"id":"vec","type":"opensearch-serverless","ocu":2}],
  "measures":[
    {"id":"batch","type":"factor","item":"ep","driver":"cost","factor":0.5,"effort":6},
    {"id":"right-size","type":"factor","item":"ep","driver":"pricePerHour","factor":0.7,"effort":10},
    {"id":"cache","type":"factor","item":"tok","driver":"monthly","factor":0.69,"effort":3},
    {"id":"batch-tok","type":"factor","item":"tok","driver":"cost","factor":0.8,"effort":4},
    {"id":"pgvector","type":"factor","item":"vec","driver":"cost","factor":0.12673611111111113,"effort":8},
    {"id":"sp","type":"savings-plan","item":"ep","discount":0.2,"effort":1}],
  "scenarios":[{"name":"all","measures":["batch","right-size","cache","batch-tok","pgvector","sp"]}]})";

} // namespace plumb::test
