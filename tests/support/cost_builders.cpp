// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cost_builders.h"

#include "core/store/schema.h"
#include "tests/support/store_builders.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace plumb::testing {

using review::Costs;

review::CostItem costItem(const std::string& id, const std::string& type, review::CostFields fields) {
    return {id, "Item " + id, type, "", std::move(fields)};
}

review::CostMeasure costMeasure(const std::string& id, std::vector<std::string> items) {
    return {id, "Measure " + id, "factor", "", {{"factor", "0.5"}}, std::move(items), {}, {}};
}

review::Price price(const std::string& subject, const std::string& field, double amount) {
    return {subject, field, "USD per hour", amount, "USD", "", "", {}, {}};
}

Costs fullCosts() {
    Costs costs;
    costs.settings = {720, 36, 0.08, "EUR", 20000, 7, "all"};
    costs.items = {costItem("vec", "opensearch-serverless", {{"ocus", "2"}, {"pricePerHour", "0.24"}}),
                   costItem("fraud.endpoint-1", "endpoint",
                            {{"pricePerHour", "30"},
                             {"utilisation", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})"},
                             {"note", R"("Übernahme, \"geprüft\"")"}}),
                   costItem("misc", "other", {})};
    costs.items[1].note = "FOCUS export 2024-09, 431 rows";
    costs.measures = {costMeasure("schedule", {"fraud.endpoint-1"}), costMeasure("move", {"vec"}),
                      costMeasure("half", {"misc", "vec"})};
    costs.measures[0].note = "Nights and weekends";
    costs.measures[0].excludes = {"half", "move"};
    costs.measures[2].prerequisites = {"move"};
    costs.measures[2].fields = {{"factor", "0.5"}, {"oneOff", "1200"}, {"driver", R"("cost")"}};
    costs.scenarios = {{"all", "Everything", {"move", "half"}}, {"first", "Zuerst", {"schedule"}}};
    costs.prices = {price("anthropic.claude-sonnet-4-5", "inputPrice", 3), price("ml.g5.xlarge", "pricePerHour", 1.408),
                    price("opensearch-serverless", "pricePerHour", 0.1 + 0.2)};
    costs.prices[0].validFrom = {2026, 1, 1};
    costs.prices[0].validUntil = {2026, 12, 31};
    costs.prices[0].region = "us-east-1";
    costs.prices[0].source = "price list, page 3";
    costs.prices[0].currency = "EUR";
    return costs;
}

Result<store::Applied> putCosts(store::Project& project, const Costs& costs) {
    return project.run("Costs", {}, [&](store::Writer& writer) { return writer.putCosts(costs); });
}

Result<store::Applied> putPrices(store::Project& project, const std::vector<review::Price>& prices) {
    return project.run("Prices", {}, [&](store::Writer& writer) { return writer.putPrices(prices); });
}

void copyFullReview(const std::filesystem::path& path) {
    static const Folder folder;
    static const std::filesystem::path made = folder / "made.plumb";
    if (!std::filesystem::exists(made)) {
        World world;
        world.random = SeededRandom{8};
        const auto project = newProject(made, world, 3);
        if (!putCosts(*project, fullCosts()) || !putPrices(*project, fullCosts().prices))
            std::abort();
    }
    std::filesystem::copy_file(made, path);
}

std::vector<std::string> rowNames(const store::Applied& applied) {
    std::vector<std::pair<store::Table, std::string>> rows;
    for (const store::RowChange& row : applied.rows) {
        std::string name = row.op == store::RowChange::Op::Insert   ? "insert"
                           : row.op == store::RowChange::Op::Delete ? "delete"
                                                                    : "update";
        for (const store::ContentTable& table : store::kContentTables)
            if (table.table == row.table)
                name += std::string(" ") + table.name;
        for (const std::string& part : row.key)
            name += " " + part;
        rows.emplace_back(row.table, std::move(name));
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::string> names;
    for (auto& [table, name] : rows)
        names.push_back(std::move(name));
    return names;
}

} // namespace plumb::testing
