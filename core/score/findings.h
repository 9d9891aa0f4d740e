// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The risk register: what the answers say together with what people wrote (risk.md section 4, docs/findings.md). Takes
// values and returns values; the day is handed in.
#pragma once

#include "core/score/score.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::score {

/// rating = likelihood x impact: 1-4 low, 5-9 moderate, 10-16 high, 20-25 extreme.
enum class Band { Low, Moderate, High, Extreme };
[[nodiscard]] Band bandOf(int rating) noexcept;
[[nodiscard]] std::string_view toText(Band band) noexcept; ///< "low", "moderate", "high", "extreme"

/// Person-days that an effort stands for: S 1, M 5, L 20; Unset 5.
[[nodiscard]] double daysOf(lens::Effort effort) noexcept;

/// The sum of a year's losses: mean = perYear x E[lognormal]; percentiles of the compound Poisson sum, by the method
/// and with the error stated in docs/findings.md, deterministic. All zero for an invalid model.
struct YearlyLoss {
    double mean = 0.0, p10 = 0.0, p50 = 0.0, p90 = 0.0;
};
[[nodiscard]] YearlyLoss yearlyLoss(const review::LossModel& model);

/// One line of the register.
struct Finding {
    std::string key;
    int number = 0; ///< 0: not stored yet
    QuestionKey question;
    bool byHand = false;
    std::string lens;      ///< short name of the lens, or empty
    std::string pillar;    ///< short name of the pillar, or of the framework pillar when written by hand
    std::string framework; ///< framework pillar id, or empty
    int position = 0;      ///< number of the question in its pillar, from 1; 0 when written by hand
    std::string title, observation, consequence, recommendation; ///< as shown: written, else derived
    bool ownTitle = false, ownObservation = false, ownConsequence = false, ownRecommendation = false;
    lens::Risk severity = lens::Risk::High; ///< High or Medium; of a closed one: what the record says
    lens::State state = lens::State::High;  ///< of its question now; High or Medium when written by hand
    review::FindingStatus status = review::FindingStatus::Open; ///< on the day that was asked for
    bool open = true;                                           ///< status is Open or InProgress
    bool closedByAnswers = false;      ///< its question is at neither HIGH nor MEDIUM any more; status is Resolved then
    bool contradicted = false;         ///< resolved by hand while the answers still show the risk
    bool expired = false;              ///< accepted until a day that has passed; status is Open again
    bool overdue = false;              ///< open and due before the day
    review::Rating inherent, residual; ///< always given: written, else derived (docs/findings.md)
    int rating = 0, residualRating = 0;
    Band band = Band::Low;
    std::string owner;
    Date due, until;
    std::string reason, decidedBy;
    lens::Effort effort = lens::Effort::Unset; ///< written, else of the overlay
    double days = 0.0;                         ///< typed, else by effort
    int progress = 0;
    double penalty = 0.0;       ///< weight x penalty of its question now (HIGH 1, MEDIUM 0.5); 0 when closed
    double scoreGain = 0.0;     ///< points of the review's score (over what is answered) that closing it adds
    double monthlySaving = 0.0; ///< of its measures, at run rate; 0 when unknown
    YearlyLoss loss;
    std::vector<review::PracticeRef> toClose; ///< the practices whose adoption closes it (plan.h says which set)
    std::vector<std::string> needs;           ///< keys
    std::vector<std::string> evidence;        ///< ids: linked to it or to its question
    std::vector<std::string> measures;
    std::vector<review::TradeOff> tradeOffs;
};

/// Monthly saving of a finding's measures; handed in by who knows costs. Empty function: nothing is known.
using SavingOf = std::function<double(const std::string& findingKey, const std::vector<std::string>& measures)>;

/// All findings on `today`, worst first: open before closed, then severity, rating, number, key. Includes every
/// question at HIGH or MEDIUM, everything written by hand, and closed ones that a person wrote something about.
/// UNMATCHED is a fault of the lens and no finding.
[[nodiscard]] std::vector<Finding> findings(const review::Review& review, const Scores& scores, Date today,
                                            const SavingOf& saving = {});

/// The 5x5 matrix: how many open findings stand in a cell [likelihood-1][impact-1], today or after the fix.
using RiskMatrix = std::array<std::array<int, 5>, 5>;
[[nodiscard]] RiskMatrix matrixOf(const std::vector<Finding>& findings, bool residual);

/// A circle in `needs`, as keys in order, the first one again at the end; empty when there is none.
[[nodiscard]] std::vector<std::string>
circleIn(const std::vector<std::pair<std::string, std::vector<std::string>>>& needs);

} // namespace plumb::score
