// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/needs.h"

#include <map>
#include <vector>

namespace plumb::store {

Result<std::optional<Need>> needsInCircle(Database& database) {
    std::map<std::string, std::vector<std::string>> needs;
    std::map<std::string, std::size_t> waiting; ///< finding -> how many of its needs are not yet taken away
    std::map<std::string, std::vector<std::string>> neededBy;
    PLUMB_TRY(query, database.query("SELECT finding_key, needs_key FROM finding_need ORDER BY 1, 2"));
    for (;;) {
        PLUMB_TRY(row, query.step());
        if (!row)
            break;
        const std::string finding(query.text(0)), needed(query.text(1));
        needs[finding].push_back(needed);
        neededBy[needed].push_back(finding);
        ++waiting[finding];
        waiting.try_emplace(needed, 0);
    }
    // Take away, one after the other, what waits for nothing. What is left is, or leads to, a circle.
    std::vector<std::string> free;
    for (const auto& [finding, count] : waiting)
        if (count == 0)
            free.push_back(finding);
    while (!free.empty()) {
        const std::string done = std::move(free.back());
        free.pop_back();
        waiting.erase(done);
        for (const std::string& finding : neededBy[done])
            if (--waiting[finding] == 0)
                free.push_back(finding);
    }
    if (waiting.empty())
        return std::optional<Need>{};
    // Whatever is left needs something that is left: so many steps lead into a circle for sure.
    std::string at = waiting.begin()->first, next = at;
    for (std::size_t i = 0; i <= waiting.size(); ++i) {
        at = next;
        for (const std::string& needed : needs[at])
            if (waiting.contains(needed))
                next = needed;
    }
    return std::optional<Need>({at, next});
}

Result<bool> needsReach(Database& database, std::string_view from, std::string_view to) {
    PLUMB_TRY(query, database.query("WITH RECURSIVE reached(key) AS (VALUES(?) UNION SELECT needs_key FROM "
                                    "finding_need JOIN reached ON finding_key = reached.key) "
                                    "SELECT 1 FROM reached WHERE key = ?"));
    return query.bind(from).bind(to).step();
}

} // namespace plumb::store
