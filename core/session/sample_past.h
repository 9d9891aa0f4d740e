// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Earlier reviews in the script of the sample: each is put into the file as it stood then, with the time it had, and
// kept as a snapshot. The present is played on top of them and comes out as if they had not been.
#pragma once

#include "core/base/json.h"
#include "core/session/session.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumb::session {

/// One earlier review: its answers, those that it shares with the present in full ("same") and by their ticks alone
/// ("ticks"), by questionnaire.
struct ScriptReview {
    std::string name, note; ///< of the snapshot
    Instant time;
    Json answers; ///< in the format of answers_json.h
    std::map<std::string, std::vector<std::string>> same, ticks;
};

/// Reads the member "reviews" of the script, oldest first: a list of {name, note, time, answers, same, ticks}; it may
/// be missing. Answers are turned by `readAnswers` into the format of answers_json.h. What belongs to a questionnaire
/// that `has` denies is left out. Problems: N004 at their pointers.
[[nodiscard]] std::vector<ScriptReview>
readScriptReviews(const Json& root, const std::function<bool(std::string_view lens)>& has,
                  const std::function<void(const Json& json, Json& out)>& readAnswers, std::vector<Message>& problems);

/// An edit of the present as it is made when earlier answers stand there: what the script does not say is taken back.
[[nodiscard]] AnswerEdit wholeEdit(AnswerEdit edit);

using AnswerEdits = std::vector<std::pair<QuestionKey, AnswerEdit>>;

/// Plays the earlier reviews into the new file `path`, which has `people` and questionnaires and nothing else, and
/// makes it ready for `present`: findings have the numbers that they would have without a past, and what it closes is
/// closed. Errors: "answers.invalid" (Refused), those of Project::open and Project::run.
[[nodiscard]] Result<void> playReviews(const std::filesystem::path& path, const std::vector<ScriptReview>& reviews,
                                       const std::vector<review::Participant>& people, const AnswerEdits& present,
                                       Environment env);

} // namespace plumb::session
