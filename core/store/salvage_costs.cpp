// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage_costs.h"

#include "core/store/cost_checks.h"
#include "core/store/load.h"
#include "core/store/text_checks.h"

#include <fmt/format.h>
#include <set>
#include <string>
#include <vector>

namespace plumb::store {
namespace {

Result<void> dropUnreadable(Database& database, std::string_view table, std::string_view owner, SalvageReport& report) {
    std::vector<std::int64_t> rows;
    {
        PLUMB_TRY(query, database.query(fmt::format("SELECT rowid, {}, field, value FROM {}", owner, table)));
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                break;
            if (isFieldValue(query.text(3)))
                continue;
            rows.push_back(query.integer(0));
            report.lost.push_back(fmt::format("The field \"{}\" of \"{}\" in the costs: it can't be read.",
                                              query.text(2), query.text(1)));
        }
    }
    PLUMB_TRY(remove, database.query(fmt::format("DELETE FROM {} WHERE rowid = ?", table)));
    for (const std::int64_t row : rows) {
        PLUMB_CHECK(remove.bind(row).run());
        --report.rows;
    }
    return {};
}

/// "NAME (2)" that is not in `taken`, short enough to be stored.
std::string numbered(const std::string& name, const std::set<std::string>& taken) {
    constexpr std::size_t kRoom = 20;
    std::string stem = name;
    if (stem.size() > review::kMaxCostName - kRoom) {
        stem.resize(review::kMaxCostName - kRoom);
        while (!isStorableText(stem)) // not in the middle of a character
            stem.pop_back();
    }
    int number = 2;
    while (taken.contains(fmt::format("{} ({})", stem, number)))
        ++number;
    return fmt::format("{} ({})", stem, number);
}

} // namespace

Result<void> dropUnreadableFields(Database& database, SalvageReport& report) {
    PLUMB_CHECK(dropUnreadable(database, "cost_item_field", "item_id", report));
    return dropUnreadable(database, "cost_measure_field", "measure_id", report);
}

Result<void> mendScenarios(Database& database, SalvageReport& report) {
    PLUMB_TRY(costs, readCostModel(database));
    if (!costs.settings.scenario.empty() && !costs.findScenario(costs.settings.scenario)) {
        report.lost.push_back(fmt::format("Which scenario was chosen (\"{}\").", costs.settings.scenario));
        PLUMB_CHECK(database.execute("UPDATE cost_settings SET scenario = ''"));
    }
    std::set<std::string> names, repeated;
    for (const review::CostScenario& scenario : costs.scenarios)
        names.insert(scenario.name);
    for (const review::CostScenario& scenario : costs.scenarios) {
        if (repeated.insert(scenario.name).second)
            continue;
        const std::string name = numbered(scenario.name, names);
        names.insert(name);
        report.lost.push_back(
            fmt::format("The name \"{}\" of a second scenario: it is now \"{}\".", scenario.name, name));
        PLUMB_TRY(query, database.query("UPDATE cost_scenario SET name = ? WHERE id = ?"));
        PLUMB_CHECK(query.bind(name).bind(scenario.id).run());
    }
    return {};
}

} // namespace plumb::store
