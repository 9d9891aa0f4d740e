// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the Writer that stores the planning and the review events.
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace {

Result<void> checkPlanning(const review::Planning& p) {
    std::set<std::string_view> seen;
    for (const std::string& pillar : p.priorities) {
        PLUMB_CHECK(checkId("framework pillar", pillar));
        if (!seen.insert(pillar).second)
            return fail(invalidReview(fmt::format("The priorities name the pillar \"{}\" twice.", pillar), pillar));
    }
    if (toText(p.mode).empty() || !(p.capacity > 0 && p.capacity <= review::kMaxCapacity))
        return fail(invalidReview(
            fmt::format("The capacity is above 0 and up to {} person-days in 30 days.", review::kMaxCapacity),
            "capacity"));
    if (p.start != Date{} && !p.start.valid())
        return fail(invalidReview("The first day of the plan is not a day.", "start"));
    if (p.cadenceMonths < 1 || p.cadenceMonths > review::kMaxCadence)
        return fail(
            invalidReview(fmt::format("A review is due after 1 to {} months.", review::kMaxCadence), "cadence"));
    return {};
}

/// The part that has the one row of the planning table.
review::Planning rowPart(review::Planning planning) {
    planning.priorities.clear();
    return planning;
}

} // namespace

Result<void> WriterImpl::putPlanning(const review::Planning& planning) {
    PLUMB_CHECK(checkPlanning(planning));
    PLUMB_CHECK(watched(writePlanningRow(rowPart(planning))));
    return watched(writePriorities(planning));
}

Result<void> WriterImpl::writePlanningRow(const review::Planning& p) {
    // No row says the defaults, so that setting them again leaves the review as it was.
    if (p == review::Planning{})
        return m_database.execute("DELETE FROM planning");
    PLUMB_TRY(query, m_database.query("INSERT INTO planning(id, mode, capacity, start, cadence_months) "
                                      "VALUES(1, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET mode = excluded.mode, "
                                      "capacity = excluded.capacity, start = excluded.start, "
                                      "cadence_months = excluded.cadence_months"));
    return query.bind(toText(p.mode)).bind(p.capacity).bind(toIso(p.start)).bind(p.cadenceMonths).run();
}

Result<void> WriterImpl::writePriorities(const review::Planning& planning) {
    PLUMB_TRY(then, readPlanning(m_database));
    for (const std::string& pillar : then.priorities)
        if (std::find(planning.priorities.begin(), planning.priorities.end(), pillar) == planning.priorities.end())
            PLUMB_CHECK(removeWhere("DELETE FROM priority WHERE framework = ?", pillar));
    for (std::size_t i = 0; i < planning.priorities.size(); ++i) {
        PLUMB_TRY(query, m_database.query("INSERT INTO priority(framework, rank) VALUES(?, ?) "
                                          "ON CONFLICT(framework) DO UPDATE SET rank = excluded.rank"));
        PLUMB_CHECK(query.bind(planning.priorities[i]).bind(static_cast<std::int64_t>(i)).run());
    }
    return {};
}

Result<void> WriterImpl::putEvent(const review::ReviewEvent& event) {
    PLUMB_CHECK(checkId("id of the event", event.id));
    PLUMB_CHECK(checkText("note of the event", event.note, review::kMaxNote));
    if (!event.date.valid() || toText(event.kind).empty())
        return fail(invalidReview("The date of the event is not a day.", event.id));
    PLUMB_TRY(query, m_database.query("INSERT INTO review_event(id, kind, date, note) VALUES(?, ?, ?, ?) "
                                      "ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, date = excluded.date, "
                                      "note = excluded.note"));
    return watched(query.bind(event.id).bind(toText(event.kind)).bind(toIso(event.date)).bind(event.note).run());
}

Result<void> WriterImpl::removeEvent(std::string_view id) {
    return watched(removeWhere("DELETE FROM review_event WHERE id = ?", id));
}

} // namespace plumb::store
