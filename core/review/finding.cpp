// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/finding.h"

#include "core/review/words.h"

namespace plumb::review {
namespace {

constexpr std::array<std::string_view, 6> kStatuses{"open",     "in progress", "resolved",
                                                    "accepted", "transferred", "false alarm"};
constexpr std::array<std::string_view, 4> kEfforts{"", "S", "M", "L"};
constexpr std::array<std::string_view, 4> kEventKinds{"review", "model update", "data change", "other"};
constexpr std::array<std::string_view, 2> kPlanModes{"days", "capacity"};

} // namespace

std::string_view toText(FindingStatus v) noexcept {
    return nameOf(kStatuses, v);
}

std::string_view toText(lens::Effort v) noexcept {
    return nameOf(kEfforts, v);
}

std::string_view toText(EventKind v) noexcept {
    return nameOf(kEventKinds, v);
}

std::string_view toText(PlanMode v) noexcept {
    return nameOf(kPlanModes, v);
}

bool fromText(std::string_view text, FindingStatus& out) noexcept {
    return lookUp(kStatuses, text, out);
}

bool fromText(std::string_view text, lens::Effort& out) noexcept {
    return lookUp(kEfforts, text, out);
}

bool fromText(std::string_view text, EventKind& out) noexcept {
    return lookUp(kEventKinds, text, out);
}

bool fromText(std::string_view text, PlanMode& out) noexcept {
    return lookUp(kPlanModes, text, out);
}

bool Finding::untouched() const {
    Finding made;
    made.key = key;
    made.number = number;
    made.question = question;
    if (!byHand())
        made.severity = severity; // follows the answers
    return *this == made;
}

std::string findingKey(const QuestionKey& question) {
    return question.lens + '/' + question.question;
}

std::string findingCode(int number) {
    std::string digits = std::to_string(number);
    if (number >= 0 && number < 10)
        digits.insert(0, 1, '0');
    return "F-" + digits;
}

} // namespace plumb::review
