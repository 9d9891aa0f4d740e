// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does to one answer in one step, from a key press or from a command line. Only what is set is changed.
#pragma once

#include "core/review/review.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumb::session {

struct AnswerEdit {
    std::vector<std::string> select;   ///< choice ids; a practice clears a ticked none-choice only with `exclusiveNone`
    std::vector<std::string> unselect; ///< also takes back "not applicable"
    bool none = false;                 ///< tick the question's none-choice and clear every other tick
    bool exclusiveNone = true;         ///< the window's and CLI's habit; imports keep both (risk.md 1.6)
    std::vector<std::pair<std::string, review::NaReason>> notApplicableChoices;
    std::vector<std::pair<std::string, std::string>> choiceNotes;
    std::optional<bool> applicable;
    std::optional<review::NaReason> reason;
    std::optional<std::string> reasonText;
    std::optional<std::string> note, privateNote;
    std::optional<review::Confidence> confidence;
    std::optional<review::Basis> basis;
    std::optional<bool> needsVerification;
    std::optional<bool> parked;
    std::optional<std::string> parkedTopic;
    std::optional<std::vector<std::string>> people; ///< participant ids, replaces the list
    std::vector<std::string> addPeople;             ///< names; found or made as participants in the same command
    bool confirm = false;        ///< looked at and still right: takes Answer::reconfirm away, as every change does
    bool replaceChoices = false; ///< the result has exactly `select` and `notApplicableChoices` (imports)
    std::string label;    ///< for the history; empty: made from what changed, `Tick "Every task has a step budget"`
    std::string mergeKey; ///< joins a recent command with the same key; for typing

    [[nodiscard]] static AnswerEdit toggled(const review::Answer& answer,
                                            const std::string& choiceId); ///< ticks or unticks
};

} // namespace plumb::session
