// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings, plans, events and the review cadence as JSON, and how they are called in text (docs/cli.md).
#pragma once

#include "core/base/json.h"
#include "core/session/session.h"

#include <string>

namespace plumb::cli {

/// Everything the register says about one finding.
[[nodiscard]] Json toJson(const score::Finding& finding);
/// Order, periods, proof, scores before and after.
[[nodiscard]] Json toJson(const score::Plan& plan, const review::Planning& planning);
/// due, reason, text, lastReview, held, overdue, daysLeft, event
[[nodiscard]] Json toJson(const score::Cadence& cadence);
/// id, kind, date, note
[[nodiscard]] Json toJson(const review::ReviewEvent& event);
/// verdict, lens, signs[]
[[nodiscard]] Json toJson(const score::Readiness& readiness);
[[nodiscard]] std::string_view toText(score::Readiness::Sign::Status status) noexcept;

/// "LENS/QUESTION/CHOICE"
[[nodiscard]] std::string toText(const review::PracticeRef& practice);
/// "F-07", or the key of one that has no number yet.
[[nodiscard]] std::string codeOf(const score::Finding& finding);
/// "Next review: 21 May 2027. Six months after the review of 21 Nov 2026."
[[nodiscard]] std::string cadenceLine(const score::Cadence& cadence);
/// "S", "M", "L" or "" with the person-days: "M, 5 d".
[[nodiscard]] std::string effortText(lens::Effort effort, double days);

} // namespace plumb::cli
