// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on what stands around the findings: the plan's settings, the events that make a review due, what-if.
#include "core/session/answer_apply.h"
#include "core/session/finding_apply.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Planning;
using review::ReviewEvent;

const score::FrameworkPillar* pillarNamed(std::string_view id) noexcept {
    const auto pillars = score::frameworkPillars();
    const auto it = std::find_if(pillars.begin(), pillars.end(), [&](const auto& pillar) { return pillar.id == id; });
    return it == pillars.end() ? nullptr : &*it;
}

/// Everything that makes no sense in plan settings.
std::vector<Message> faultsOf(const Planning& planning) {
    std::vector<Message> faults;
    const auto fault = [&](const char* id, const char* pointer, std::string text, std::string fix) {
        faults.push_back({id, pointer, std::move(text), std::move(fix)});
    };
    if (!std::isfinite(planning.capacity) || planning.capacity <= 0.0 || planning.capacity > review::kMaxCapacity)
        fault("G001", "/capacity",
              fmt::format("The capacity must be more than 0 and at most {} person-days a month.", review::kMaxCapacity),
              "Give the person-days that can be worked on the plan in 30 days.");
    if (planning.cadenceMonths < 1 || planning.cadenceMonths > review::kMaxCadence)
        fault("G002", "/cadenceMonths", fmt::format("A review every {} months makes no sense.", planning.cadenceMonths),
              "Give 1 to 60 months; six is usual.");
    if (planning.start != Date{} && !planning.start.valid())
        fault("G003", "/start", "The first day of the plan is no day of the calendar.", "Write it as 2027-01-04.");
    std::vector<std::string> seen;
    for (const std::string& id : planning.priorities) {
        if (!pillarNamed(id)) {
            std::vector<std::string> known;
            for (const score::FrameworkPillar& pillar : score::frameworkPillars())
                known.emplace_back(pillar.id);
            fault("G004", "/priorities", fmt::format("There is no framework pillar \"{}\".", shorten(id, 60)),
                  fmt::format("Use {}.", fmt::join(known, ", ")));
        } else if (std::find(seen.begin(), seen.end(), id) != seen.end()) {
            fault("G005", "/priorities", fmt::format("The pillar \"{}\" is named twice.", id), "Name it once.");
        }
        seen.push_back(id);
    }
    return faults;
}

Result<void> checkPlanning(const Planning& planning) {
    std::vector<Message> faults = faultsOf(planning);
    if (faults.empty())
        return {};
    Error error{ErrorKind::Usage, "planning.invalid", faults.front().text, faults.front().pointer, {}, {}};
    error.messages = std::move(faults);
    return fail(std::move(error));
}

std::string describePlanning(const Planning& before, const Planning& after) {
    std::vector<std::string> parts;
    if (before.priorities != after.priorities) {
        const score::FrameworkPillar* first = after.priorities.empty() ? nullptr : pillarNamed(after.priorities[0]);
        const bool otherFirst =
            before.priorities.empty() || (first && before.priorities.front() != after.priorities.front());
        parts.push_back(!first       ? std::string("Treat all pillars alike")
                        : otherFirst ? fmt::format("Put {} first", first->shortName)
                                     : std::string("Change the order of the pillars"));
    }
    if (before.mode != after.mode || (after.mode == review::PlanMode::Capacity && before.capacity != after.capacity))
        parts.push_back(after.mode == review::PlanMode::Days
                            ? std::string("Plan by 30, 60 and 90 days")
                            : fmt::format("Plan with {:g} person-days a month", after.capacity));
    else if (before.capacity != after.capacity)
        parts.push_back(fmt::format("Set capacity to {:g} person-days a month", after.capacity));
    if (before.start != after.start)
        parts.push_back(after.start.valid() ? "Start the plan on " + dayInWords(after.start)
                                            : std::string("Start the plan today"));
    if (before.cadenceMonths != after.cadenceMonths)
        parts.push_back(after.cadenceMonths == 1 ? std::string("Review every month")
                                                 : fmt::format("Review every {} months", after.cadenceMonths));
    return parts.size() == 1 ? parts.front() : "Change the plan settings";
}

/// "model update of 12 Nov 2026"
std::string eventWords(const ReviewEvent& event) {
    const std::string_view kind = event.kind == review::EventKind::Other ? "event" : review::toText(event.kind);
    return fmt::format("{} of {}", kind, dayInWords(event.date));
}

} // namespace

Result<score::Plan> Session::planWith(const Planning& planning) const {
    PLUMB_CHECK(checkPlanning(planning));
    review::Review other = m_impl->review;
    other.planning = planning;
    return score::makePlan(other, m_impl->scores, m_impl->currentFindings(), m_impl->today());
}

Result<void> Session::setPlanning(const Planning& planning) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_CHECK(checkPlanning(planning));
    if (planning == m_impl->review.planning)
        return {};
    return m_impl->command(describePlanning(m_impl->review.planning, planning), {},
                           [&](store::Writer& writer) { return writer.putPlanning(planning); });
}

Result<std::string> Session::putEvent(const ReviewEvent& event) {
    PLUMB_CHECK(m_impl->begin());
    if (!event.date.valid())
        return fail(ErrorKind::Usage, "event.invalid", "An event needs the day on which it happened, as 2026-11-12.",
                    "date");
    if (event.note.size() > review::kMaxNote)
        return fail(ErrorKind::Usage, "event.invalid",
                    fmt::format("The note is {} bytes long; at most {} are kept.", event.note.size(), review::kMaxNote),
                    "note");
    const std::vector<ReviewEvent>& events = m_impl->review.events;
    const auto there = std::find_if(events.begin(), events.end(), [&](const auto& one) { return one.id == event.id; });
    if (!event.id.empty() && there == events.end())
        return fail(ErrorKind::Usage, "session.unknownEvent",
                    fmt::format("The review has no event \"{}\".", shorten(event.id, 60)), event.id, {event.id});
    ReviewEvent put = event;
    if (put.id.empty())
        put.id = newUuid(m_impl->env.random);
    PLUMB_CHECK(m_impl->command(fmt::format("{} {}", event.id.empty() ? "Record" : "Change the", eventWords(put)), {},
                                [&](store::Writer& writer) { return writer.putEvent(put); }));
    return put.id;
}

Result<void> Session::removeEvent(std::string_view id) {
    PLUMB_CHECK(m_impl->begin());
    const std::vector<ReviewEvent>& events = m_impl->review.events;
    const auto there = std::find_if(events.begin(), events.end(), [&](const auto& one) { return one.id == id; });
    if (there == events.end())
        return fail(ErrorKind::Usage, "session.unknownEvent",
                    fmt::format("The review has no event \"{}\".", shorten(id, 60)), std::string(id),
                    {std::string(id)});
    const ReviewEvent event = *there;
    return m_impl->command("Remove the " + eventWords(event), {},
                           [&](store::Writer& writer) { return writer.removeEvent(event.id); });
}

// --- what-if
// ------------------------------------------------------------------------------------------------------------

Result<void> Session::Impl::checkTicks(const std::vector<review::PracticeRef>& ticks) const {
    std::optional<Error> refused;
    const auto refuse = [&](const review::PracticeRef& tick, Error error) {
        if (ticks.size() > 1) {
            const std::string where = fmt::format("{}/{}/{}", tick.question.lens, tick.question.question, tick.choice);
            if (!refused)
                refused = error;
            refused->messages.push_back({error.id, where, error.text, {}});
        } else {
            refused = std::move(error);
        }
    };
    for (const review::PracticeRef& tick : ticks) {
        const auto question = questionOf(tick.question);
        if (!question) {
            refuse(tick, question.error());
            continue;
        }
        AnswerEdit edit;
        edit.select = {tick.choice};
        if (const auto applied = applyEdit(tick.question, **question, {}, edit, {}); !applied)
            refuse(tick, applied.error());
        else if ((*question)->choices[*(*question)->choiceIndex(tick.choice)].isNone)
            refuse(tick, Error{ErrorKind::Usage,
                               "session.unknownChoice",
                               fmt::format("\"{}\" of {} says that nothing is in place; a what-if takes practices.",
                                           shorten(tick.choice, 60), tick.question.question),
                               tick.question.lens + "/" + tick.question.question,
                               {tick.choice, tick.question.question},
                               {}});
    }
    return refused ? Result<void>(fail(std::move(*refused))) : Result<void>{};
}

Result<score::WhatIf> Session::whatIf(const std::vector<review::PracticeRef>& ticks) const {
    PLUMB_CHECK(m_impl->checkTicks(ticks));
    score::WhatIf result = score::whatIf(m_impl->review, m_impl->scores, ticks);
    m_impl->fillMoney(result);
    return result;
}

Result<void> Session::applyWhatIf(const std::vector<review::PracticeRef>& ticks) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_CHECK(m_impl->checkTicks(ticks));
    std::map<QuestionKey, AnswerEdit> edits;
    std::size_t count = 0;
    for (const review::PracticeRef& tick : ticks) {
        const review::Answer& answer = m_impl->review.answer(tick.question);
        const auto recorded = answer.choices.find(tick.choice);
        const review::ChoiceStatus status =
            recorded == answer.choices.end() ? review::ChoiceStatus::Unselected : recorded->second.status;
        std::vector<std::string>& select = edits[tick.question].select;
        if (!answer.applicable || status == review::ChoiceStatus::NotApplicable ||
            std::find(select.begin(), select.end(), tick.choice) != select.end())
            continue;
        select.push_back(tick.choice); // one that is ticked already still clears "None of these"
        count += status == review::ChoiceStatus::Unselected ? 1 : 0;
    }
    std::erase_if(edits, [](const auto& entry) { return entry.second.select.empty(); });
    if (edits.empty())
        return {};
    const std::vector<std::pair<QuestionKey, AnswerEdit>> all(edits.begin(), edits.end());
    // A single tick is named as one that was made by hand.
    const std::string label = all.size() == 1 && count == 1 ? std::string() : fmt::format("Tick {} practices", count);
    return m_impl->edit(all, label, {});
}

} // namespace plumb::session
