// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts items on calendar days (docs/findings.md).
#include "core/score/days.h"
#include "core/score/plan_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace plumb::score {
namespace {

constexpr int kPlanDays = kPlanPeriodDays * kPlanPeriods;
constexpr int kNever = std::numeric_limits<int>::max() / 2;

/// First days of all items, counted from the first day of the plan.
class DayPlanner {
public:
    DayPlanner(PlanDraft& draft, Date start) : m_draft(draft), m_start(start) {
        const std::size_t n = draft.items.size();
        m_length.resize(n);
        m_wanted.resize(n);
        m_latest.assign(n, kNever);
        m_first.resize(n);
        draft.movedFor.assign(n, -1);
        for (std::size_t i = 0; i < n; ++i) {
            m_length[i] = calendarDays(draft.items[i].days);
            m_wanted[i] = plannedStart(draft.items[i]);
        }
    }

    void run() {
        // Dependents stand after what they need: backwards, they say how early it must be.
        for (auto it = m_draft.order.rbegin(); it != m_draft.order.rend(); ++it)
            want(*it);
        for (const std::size_t i : m_draft.order)
            place(i);
    }

private:
    /// The last day by which a person wants it done, counted from the first; nothing when nobody said.
    [[nodiscard]] std::optional<int> target(std::size_t i) const {
        const Date due = m_draft.due[i], until = m_draft.acceptedUntil[i];
        if (!due.valid() && !until.valid())
            return std::nullopt;
        return daysBetween(m_start, !due.valid() ? until : !until.valid() ? due : std::min(due, until));
    }

    void want(std::size_t i) {
        const std::optional<int> day = target(i);
        if (day)
            m_wanted[i] = m_latest[i] = std::max(0, *day - m_length[i] + 1);
        for (const std::size_t later : m_draft.dependents[i]) {
            if (!day && m_wanted[later] < m_wanted[i])
                move(i, m_wanted[later], later);
            if (m_latest[later] == kNever)
                continue;
            const int latest = std::max(0, m_latest[later] - m_length[i]);
            if (latest < m_wanted[i])
                move(i, latest, later);
            m_latest[i] = std::min(m_latest[i], latest);
        }
    }

    void move(std::size_t i, int to, std::size_t forWhom) {
        m_wanted[i] = to;
        m_draft.movedFor[i] = static_cast<int>(forWhom);
    }

    void place(std::size_t i) {
        int first = m_wanted[i];
        for (const std::size_t before : m_draft.needs[i])
            first = std::max(first, m_first[before] + m_length[before]);
        m_first[i] = first;
        const int last = first + m_length[i] - 1;
        PlanItem& item = m_draft.items[i];
        item.from = addDays(m_start, first);
        item.to = addDays(m_start, last);
        item.period = std::min(last / kPlanPeriodDays, kPlanPeriods);
        for (int k = 0; k < kPlanPeriods; ++k) {
            const int inside = std::min(last, (k + 1) * kPlanPeriodDays - 1) - std::max(first, k * kPlanPeriodDays) + 1;
            if (inside > 0)
                m_draft.periods[static_cast<std::size_t>(k)].used += item.days * inside / m_length[i];
        }
    }

    PlanDraft& m_draft;
    Date m_start;
    std::vector<int> m_length; ///< calendar days
    std::vector<int> m_wanted; ///< first day as far as it is up to the item and those that need it
    std::vector<int> m_latest; ///< latest first day for all due dates to be kept
    std::vector<int> m_first;
};

} // namespace

int calendarDays(double personDays) noexcept {
    return std::max(1, static_cast<int>(std::ceil(personDays * 7.0 / 5.0 - kEpsilonDays)));
}

int plannedStart(const PlanItem& item) noexcept {
    if (item.severity == lens::Risk::High || item.quickWin)
        return 0;
    const bool large = item.effort == lens::Effort::L;
    return large && 2 * kPlanPeriodDays + calendarDays(item.days) <= kPlanDays ? 2 * kPlanPeriodDays : kPlanPeriodDays;
}

void layOutDays(PlanDraft& draft, Date start) {
    DayPlanner(draft, start).run();
}

void layOutCapacity(PlanDraft& draft, Date start) {
    draft.movedFor.assign(draft.items.size(), -1);
    const double capacity = draft.planning.capacity, rate = capacity / kPlanPeriodDays;
    double done = 0.0;
    for (const std::size_t i : draft.order) {
        PlanItem& item = draft.items[i];
        const double end = done + item.days;
        // Days far beyond the plan are not worth a calendar: they stay within what a Date holds.
        const auto day = [&](double value) { return static_cast<int>(std::min(value, 100.0 * 365.0)); };
        const int first = day(std::floor(done / rate + kEpsilonDays));
        const int last = std::max(first, day(std::ceil(end / rate - kEpsilonDays)) - 1);
        item.from = addDays(start, first);
        item.to = addDays(start, last);
        item.period =
            std::clamp(static_cast<int>(std::ceil(std::min(end / capacity, 1e6) - kEpsilonDays)) - 1, 0, kPlanPeriods);
        for (int k = 0; k < kPlanPeriods; ++k) {
            const double inside = std::min(end, (k + 1) * capacity) - std::max(done, k * capacity);
            if (inside > 0.0)
                draft.periods[static_cast<std::size_t>(k)].used += inside;
        }
        done = end;
    }
    for (Period& period : draft.periods)
        period.used = std::min(period.used, period.capacity); // the last bits of a sum
}

} // namespace plumb::score
