// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Says in a sentence why an item stands where it does.
#include "core/score/days.h"
#include "core/score/plan_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace plumb::score {
namespace {

using Kind = Reason::Kind;

class Reasons {
public:
    explicit Reasons(PlanDraft& draft) : m_draft(draft), m_neededBy(draft.items.size()) {
        // Dependents stand later in the order: the best rank among all that wait for an item.
        for (auto it = draft.order.rbegin(); it != draft.order.rend(); ++it)
            for (const std::size_t later : draft.dependents[*it]) {
                const int rank = std::min(draft.items[later].rank, m_neededBy[later].rank);
                if (rank < m_neededBy[*it].rank)
                    m_neededBy[*it] = {rank, later};
            }
    }

    void give(std::size_t i) {
        quickWin(i);
        accepted(i);
        dueDate(i);
        movedForward(i);
        after(i);
        late(i);
    }

private:
    struct NeededBy {
        int rank = 1 << 30; ///< best rank among those that wait, also through others
        std::size_t direct = 0;
    };
    void add(std::size_t i, Kind kind, std::string text, std::string other = {}, Date day = {}) {
        Reason reason;
        reason.kind = kind;
        reason.other = std::move(other);
        reason.day = day;
        reason.text = std::move(text);
        m_draft.items[i].reasons.push_back(std::move(reason));
    }
    [[nodiscard]] bool byCapacity() const {
        return m_draft.planning.mode == review::PlanMode::Capacity && m_draft.planning.capacity > 0.0;
    }

    void quickWin(std::size_t i) {
        const PlanItem& item = m_draft.items[i];
        if (item.quickWin)
            add(i, Kind::QuickWin,
                item.severity == lens::Risk::High ? "A quick win: a high risk that takes a day at most."
                                                  : "A quick win: it saves money and takes a day at most.");
    }

    void accepted(std::size_t i) {
        const Date until = m_draft.acceptedUntil[i];
        if (until.valid())
            add(i, Kind::AcceptedEnds,
                fmt::format("Accepted until {}; it is in the plan because the acceptance ends.", inWords(until)), {},
                until);
    }

    void dueDate(std::size_t i) {
        const Date due = m_draft.due[i];
        if (!due.valid())
            return;
        const PlanItem& item = m_draft.items[i];
        if (due < item.to)
            add(i, Kind::DueDate,
                fmt::format("Due on {}, but it ends on {} at the earliest.", inWords(due), inWords(item.to)), {}, due);
        else if (!byCapacity())
            add(i, Kind::DueDate, fmt::format("Placed to end by its due date, {}.", inWords(due)), {}, due);
    }

    void movedForward(std::size_t i) {
        std::size_t other = m_neededBy[i].direct;
        if (const int moved = m_draft.movedFor[i]; moved >= 0)
            other = static_cast<std::size_t>(moved);
        else if (m_neededBy[i].rank >= m_draft.items[i].rank)
            return;
        const PlanItem& later = m_draft.items[other];
        add(i, Kind::MovedForward, fmt::format("Moved forward because '{}' needs it.", later.title), later.key);
    }

    /// Names the one that ends last of those it needs.
    void after(std::size_t i) {
        const auto& needs = m_draft.needs[i];
        if (needs.empty())
            return;
        const auto end = [&](std::size_t k) { return std::make_pair(m_draft.items[k].to, m_draft.items[k].order); };
        const PlanItem& last = m_draft.items[*std::max_element(
            needs.begin(), needs.end(), [&](std::size_t a, std::size_t b) { return end(a) < end(b); })];
        const bool waits = daysBetween(last.to, m_draft.items[i].from) <= 1;
        add(i, Kind::After,
            fmt::format(waits ? fmt::runtime("Waits for '{}'.") : fmt::runtime("Comes after '{}', which it needs."),
                        last.title),
            last.key);
    }

    void late(std::size_t i) {
        const PlanItem& item = m_draft.items[i];
        if (item.period >= kPlanPeriods)
            return add(i, Kind::BeyondPlan,
                       byCapacity()
                           ? fmt::format("Does not fit into {} days at {:g} person-days a month.",
                                         kPlanPeriods * kPlanPeriodDays, m_draft.planning.capacity)
                           : fmt::format("Ends after the {} days of the plan.", kPlanPeriods * kPlanPeriodDays));
        const int wanted = plannedStart(item) / kPlanPeriodDays;
        if (!byCapacity() || item.period <= wanted)
            return;
        const Period& before = m_draft.periods[static_cast<std::size_t>(item.period - 1)];
        add(i, Kind::NoCapacity,
            fmt::format("The {:g} person-days until {} are used up by what comes first.", before.capacity * item.period,
                        inWords(before.to)));
    }

    PlanDraft& m_draft;
    std::vector<NeededBy> m_neededBy;
};

} // namespace

std::string_view toText(Reason::Kind kind) noexcept {
    switch (kind) {
    case Kind::QuickWin:
        return "quick win";
    case Kind::MovedForward:
        return "moved forward";
    case Kind::NoCapacity:
        return "no capacity";
    case Kind::DueDate:
        return "due date";
    case Kind::AcceptedEnds:
        return "acceptance ends";
    case Kind::BeyondPlan:
        return "beyond the plan";
    case Kind::After:
        break;
    }
    return "after";
}

void giveReasons(PlanDraft& draft) {
    Reasons reasons(draft);
    for (const std::size_t i : draft.order)
        reasons.give(i);
}

} // namespace plumb::score
