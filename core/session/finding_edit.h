// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does to one finding in one step. Only what is set is changed; an empty text takes the written one back,
// so that the derived one shows again.
#pragma once

#include "core/review/review.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::session {

struct FindingEdit {
    std::optional<std::string> title, observation, consequence, recommendation;
    std::optional<lens::Risk> severity;               ///< only of one written by hand: High or Medium
    std::optional<std::string> framework;             ///< only of one written by hand
    std::optional<review::Rating> inherent, residual; ///< {0, 0} takes it back
    std::optional<std::string> owner;
    std::optional<Date> due; ///< Date{} takes it back
    std::optional<lens::Effort> effort;
    std::optional<double> days; ///< 0 takes it back
    std::optional<int> progress;
    /// Leaving Accepted, FalseAlarm or Transferred clears reason, decidedBy and until unless they are set here.
    std::optional<review::FindingStatus> status;
    std::optional<std::string> reason, decidedBy;
    std::optional<Date> until;
    std::optional<std::optional<review::LossModel>> loss;
    std::optional<std::vector<std::string>> needs, evidence, measures;
    std::optional<std::vector<review::PracticeRef>> practices;
    std::optional<std::vector<review::TradeOff>> tradeOffs;
    std::string label;    ///< for the history; empty: made from what changed, `Set owner of F-02 to "Dev Raman"`
    std::string mergeKey; ///< joins a recent command with the same key; for typing
};

} // namespace plumb::session
