// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a new version of a questionnaire did to each question, gathered from lens::diff. Only what a person reads
// before answering, and what the answer is read by, counts: a link that points elsewhere and a question that moved to
// another pillar change no answer. Private to core/compare.
#pragma once

#include "core/lens/diff.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::compare {

struct QuestionVersion {
    bool rules = false; ///< the rules are others
    bool text = false;  ///< title, description or help of the question
    int newChoices = 0, goneChoices = 0, changedChoices = 0;
};

/// Of questions that both versions have; those that mean the same are left out.
using QuestionVersions = std::map<std::string, QuestionVersion, std::less<>>;
[[nodiscard]] QuestionVersions questionVersions(const std::vector<lens::Change>& changes);

/// "its rules changed; its text changed; 2 choices are new; 1 choice is gone; the text of 1 choice changed".
[[nodiscard]] std::string reasonsOf(const QuestionVersion& version);

} // namespace plumb::compare
