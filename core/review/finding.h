// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people write about a risk: the stored half of a finding, the planning around it, and the events that make a new
// review due (risk.md sections 4 and 5). What can be computed from the answers stands in core/score/findings.h.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/lens/lens.h"
#include "core/lens/overlay.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::review {

/// Limits beside those of review.h.
inline constexpr std::size_t kMaxOwner = 200;        ///< bytes of an owner's name
inline constexpr std::size_t kMaxFindingTitle = 300; ///< bytes
inline constexpr double kMaxDays = 1000.0;           ///< person-days of one finding
inline constexpr double kMaxMoney = 1e12;            ///< one sum, in the review's currency
inline constexpr double kMaxLossesPerYear = 1e6;     ///< events of a loss model
inline constexpr double kMaxCapacity = 1e5;          ///< person-days in 30 days
inline constexpr std::size_t kMaxMeasure = 200;      ///< bytes of a measure's id or type
inline constexpr int kMaxCadence = 60;               ///< months between two reviews

enum class FindingStatus : std::uint8_t { Open, InProgress, Resolved, Accepted, Transferred, FalseAlarm };
/// "open", "in progress", "resolved", "accepted", "transferred", "false alarm".
[[nodiscard]] std::string_view toText(FindingStatus v) noexcept;
[[nodiscard]] bool fromText(std::string_view text, FindingStatus& out) noexcept; ///< any case; '-', '_' and ' ' alike
/// "S", "M", "L"; unset is "".
[[nodiscard]] std::string_view toText(lens::Effort v) noexcept;
[[nodiscard]] bool fromText(std::string_view text, lens::Effort& out) noexcept;

/// A cell of the 5x5 matrix. 0 in either: not given, a default is derived.
struct Rating {
    int likelihood = 0, impact = 0; ///< 1-5
    [[nodiscard]] bool given() const noexcept { return likelihood > 0 && impact > 0; }
    [[nodiscard]] int value() const noexcept { return likelihood * impact; } ///< 1-25; 0 when not given
    friend bool operator==(const Rating&, const Rating&) = default;
};

/// What the risk may cost in a year: events come by a Poisson process, the size of one is lognormal with these two
/// percentiles.
struct LossModel {
    double perYear = 0.0;        ///< expected number of events, > 0
    double p10 = 0.0, p90 = 0.0; ///< size of one event, 0 < p10 <= p90
    friend bool operator==(const LossModel&, const LossModel&) = default;
};

/// Closing the finding helps or harms another pillar.
struct TradeOff {
    std::string framework; ///< framework pillar id
    bool helps = true;
    std::string note; ///< "cost +$140 a month"
    friend bool operator==(const TradeOff&, const TradeOff&) = default;
};

/// A practice of a question in the review.
struct PracticeRef {
    QuestionKey question;
    std::string choice;
    friend auto operator<=>(const PracticeRef&, const PracticeRef&) = default;
};

/// The stored half of a finding. A derived one has the key "LENS/QUESTION", for ever; one written by hand has a UUID.
/// Every text may be empty: then the derived one is shown.
struct Finding {
    std::string key;
    int number = 0;       ///< 1, 2, 3...: shown as F-01; never used again; 0: not stored yet
    QuestionKey question; ///< both empty: written by hand
    std::string title, observation, consequence, recommendation;
    lens::Risk severity = lens::Risk::High; ///< written by hand: High or Medium; derived ones follow their question
    std::string framework;                  ///< written by hand: framework pillar id, or empty
    Rating inherent, residual;              ///< today, and after the fix
    std::string owner;
    Date due;
    lens::Effort effort = lens::Effort::Unset;
    double days = 0.0; ///< person-days typed by a person; 0: by effort (S 1, M 5, L 20)
    int progress = 0;  ///< 0-100, of one that is in progress
    FindingStatus status = FindingStatus::Open;
    std::string reason;    ///< accepted, false alarm, transferred: why; never empty there
    std::string decidedBy; ///< accepted: who took the decision; never empty there. Transferred: to whom
    Date until;            ///< accepted: the last day it holds; always set there
    std::optional<LossModel> loss;
    std::vector<std::string> needs;     ///< keys of findings that must be closed first; sorted, without cycles
    std::vector<std::string> evidence;  ///< ids of evidence; sorted
    std::vector<std::string> measures;  ///< ids or types of cost measures; sorted; empty: those of the overlay
    std::vector<PracticeRef> practices; ///< the practices chosen to close it; sorted; empty: the smallest set
    std::vector<TradeOff> tradeOffs;    ///< at most one a pillar, in framework order
    [[nodiscard]] bool byHand() const noexcept { return question.lens.empty(); }
    /// Whether a person wrote anything: all but key, number and question are as made.
    [[nodiscard]] bool untouched() const;
    friend bool operator==(const Finding&, const Finding&) = default;
};
/// "LENS/QUESTION".
[[nodiscard]] std::string findingKey(const QuestionKey& question);
/// "F-07".
[[nodiscard]] std::string findingCode(int number);

/// What makes a new review due (product.md, review cadence).
enum class EventKind : std::uint8_t { Review, ModelUpdate, DataChange, Other };
[[nodiscard]] std::string_view toText(EventKind v) noexcept; ///< "review", "model update", "data change", "other"
[[nodiscard]] bool fromText(std::string_view text, EventKind& out) noexcept; ///< '-', '_' and ' ' alike
struct ReviewEvent {
    std::string id; ///< UUID
    EventKind kind = EventKind::Review;
    Date date; ///< always valid
    std::string note;
    friend bool operator==(const ReviewEvent&, const ReviewEvent&) = default;
};

/// How the plan is laid out.
enum class PlanMode : std::uint8_t { Days, Capacity };      ///< 30/60/90 days, or by person-days a month
[[nodiscard]] std::string_view toText(PlanMode v) noexcept; ///< "days", "capacity"
[[nodiscard]] bool fromText(std::string_view text, PlanMode& out) noexcept;
struct Planning {
    std::vector<std::string> priorities; ///< framework pillar ids, most important first; empty: all alike
    PlanMode mode = PlanMode::Days;
    double capacity = 20.0; ///< person-days in 30 days, > 0; used in mode Capacity
    Date start;             ///< first day; none: today
    int cadenceMonths = 6;  ///< 1-60: a review is due so long after the last
    friend bool operator==(const Planning&, const Planning&) = default;
};

} // namespace plumb::review
