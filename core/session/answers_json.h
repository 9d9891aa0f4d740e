// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers as JSON (docs/cli.md): {LENS:{QID:{selected,na,applicable,note}}} for a review,
// {QID:{selected,na,applicable}} for one lens. `na` is a list of choice ids, or of {"id","reason"}.
#pragma once

#include "core/base/json.h"
#include "core/session/session.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumb::session {

/// Keys sorted by review order; choices in question order; every field that is not default is written (reason,
/// confidence, basis, needsVerification, parked, people as names) so that import(export) gives the same answers.
[[nodiscard]] Json exportAnswers(const review::Review& review);

/// Checks against the review's lenses and collects every problem (ids N001 unknown lens, N002 unknown question, N003
/// unknown choice, N004 wrong type or value; JSON pointers). Refused ("answers.invalid") when there is any. The edits
/// replace choices.
[[nodiscard]] Result<std::vector<std::pair<QuestionKey, AnswerEdit>>> readAnswers(const Json& json,
                                                                                  const review::Review& review);

/// For stateless evaluation of one lens: {QID: {selected, na, applicable}}; same checks.
[[nodiscard]] Result<std::map<std::string, review::Answer>> readLensAnswers(const Json& json, const lens::Lens& lens);

} // namespace plumb::session
