// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/cadence.h"

#include "core/score/days.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace plumb::score {
namespace {

std::string monthsInWords(int months) {
    static constexpr std::array<std::string_view, 12> kNumbers{"One",   "Two",   "Three", "Four", "Five",   "Six",
                                                               "Seven", "Eight", "Nine",  "Ten",  "Eleven", "Twelve"};
    const std::string number = months >= 1 && months <= 12 ? std::string(kNumbers[static_cast<std::size_t>(months - 1)])
                                                           : std::to_string(months);
    return number + (months == 1 ? " month" : " months");
}

/// The last review that was held by today, or null.
const review::ReviewEvent* lastReviewEvent(const review::Review& review, Date today) {
    const review::ReviewEvent* last = nullptr;
    for (const review::ReviewEvent& event : review.events)
        if (event.kind == review::EventKind::Review && event.date <= today && (!last || event.date >= last->date))
            last = &event;
    return last;
}

std::string eventInWords(const review::ReviewEvent& event) {
    std::string text =
        fmt::format("{} on {}", event.kind == review::EventKind::ModelUpdate ? "Model update" : "Change of data",
                    inWords(event.date));
    text += event.note.empty() ? std::string() : ": " + event.note;
    if (text.back() != '.' && text.back() != '!' && text.back() != '?')
        text += '.';
    return text;
}

} // namespace

Cadence cadence(const review::Review& review, Date today) {
    Cadence result;
    const review::ReviewEvent* last = lastReviewEvent(review, today);
    result.held = last != nullptr;
    result.lastReview = last ? last->date : dayOf(review.createdAt);
    result.due = addMonths(result.lastReview, review.planning.cadenceMonths);
    result.text = fmt::format("{} after the review {}{}.", monthsInWords(review.planning.cadenceMonths),
                              result.held ? "of " : "was started on ", inWords(result.lastReview));
    for (const review::ReviewEvent& event : review.events) {
        const bool change = event.kind == review::EventKind::ModelUpdate || event.kind == review::EventKind::DataChange;
        if (!change || event.date <= result.lastReview || event.date >= result.due)
            continue;
        result.due = event.date;
        result.event = event.id;
        result.reason =
            event.kind == review::EventKind::ModelUpdate ? Cadence::Reason::ModelUpdate : Cadence::Reason::DataChange;
        result.text = eventInWords(event);
    }
    result.overdue = result.due < today;
    result.daysLeft = daysBetween(today, result.due);
    return result;
}

} // namespace plumb::score
