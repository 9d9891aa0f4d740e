// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calendar.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using exchange::CalendarDay;
using review::FindingStatus;

constexpr int kReviewAlarmDays = 7;
constexpr std::int64_t kDayMs = 86'400'000;

/// Copies of a file are the same review: its id and the finding's key name the day for ever.
std::string uidOf(const review::Review& review, std::string_view what) {
    return fmt::format("{}@{}.plumbline", what, review.fileId);
}

CalendarDay reviewDay(const Session& session) {
    const score::Cadence cadence = session.cadence();
    CalendarDay day;
    day.uid = uidOf(session.review(), "next-review");
    day.day = cadence.due;
    day.summary = "Review due: " + session.review().workload.name;
    day.description = cadence.text;
    day.category = "Well-Architected review";
    day.alarmDays = kReviewAlarmDays;
    return day;
}

CalendarDay dueDay(const review::Review& review, const score::Finding& finding) {
    CalendarDay day;
    day.uid = uidOf(review, "due-" + finding.key);
    day.day = finding.due;
    day.summary = fmt::format("{} due: {} ({})", review::findingCode(finding.number), finding.title, finding.owner);
    day.description = finding.recommendation;
    day.category = review.workload.name;
    day.priority = finding.severity == lens::Risk::High ? 1 : 5;
    return day;
}

CalendarDay reopeningDay(const review::Review& review, const score::Finding& finding) {
    CalendarDay day;
    day.uid = uidOf(review, "acceptance-" + finding.key);
    day.day = dayOf(Instant{startOf(finding.until).ms + kDayMs});
    day.summary = fmt::format("{} opens again: {}", review::findingCode(finding.number), finding.title);
    day.description =
        fmt::format("{} accepted it until {}. {}", finding.decidedBy, toIso(finding.until), finding.reason);
    day.category = review.workload.name;
    day.priority = finding.severity == lens::Risk::High ? 1 : 5;
    return day;
}

} // namespace

exchange::Calendar calendarOf(const Session& session) {
    const review::Review& review = session.review();
    exchange::Calendar calendar;
    calendar.product = "Plumbline";
    calendar.name = review.workload.name;
    calendar.stamp = session.savedAt();
    calendar.days.push_back(reviewDay(session));
    for (const score::Finding& finding : session.findings()) {
        if (finding.open && !finding.owner.empty() && finding.due.valid())
            calendar.days.push_back(dueDay(review, finding));
        if (finding.status == FindingStatus::Accepted && finding.until.valid())
            calendar.days.push_back(reopeningDay(review, finding));
    }
    std::sort(calendar.days.begin() + 1, calendar.days.end(), [](const CalendarDay& a, const CalendarDay& b) {
        return std::tie(a.day, a.uid) < std::tie(b.day, b.uid);
    });
    return calendar;
}

} // namespace plumb::session
