// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an edit makes of an answer, as values, and what the history calls it. No store, no session.
#pragma once

#include "core/lens/lens.h"
#include "core/session/answer_edit.h"

#include <string>
#include <vector>

namespace plumb::session {

/// The answer after `edit`. `addedPeople` are the participant ids that edit.addPeople came to. Unselecting comes first,
/// then selecting, then "not applicable", so that the later one wins for a choice named twice. What makes no sense any
/// more goes away: the reason of a question that is applicable, the topic of one that is not parked, the reason of a
/// choice that is not "not applicable". A topic without `parked` parks. What changes an answer also confirms it. Errors
/// (Usage): "session.unknownChoice", "session.noneNotApplicable", "session.noNoneChoice" (none = true and the question
/// has none), "session.noneWithOthers" (with exclusiveNone, a none-choice and another one ticked in one edit).
[[nodiscard]] Result<review::Answer> applyEdit(const QuestionKey& key, const lens::Question& question,
                                               const review::Answer& before, const AnswerEdit& edit,
                                               const std::vector<std::string>& addedPeople);

/// `Tick "Every task has a step budget"`, `None of these: GAI_COST_5`, `Note on GAI_COST_5`: one thing that changed is
/// named, several are `Answer GAI_COST_5`. Under 80 letters. Empty when nothing changed.
[[nodiscard]] std::string describeChange(const QuestionKey& key, const lens::Question& question,
                                         const review::Answer& before, const review::Answer& after);

} // namespace plumb::session
