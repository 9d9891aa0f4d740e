// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns a review and its scores into a report document. Same input, same document.
#pragma once

#include "core/report/document.h"
#include "core/score/score.h"

#include <string>

namespace plumb::report {

struct Options {
    std::string classification = "Confidential";
    std::string mark;    ///< "Draft" and so on; empty for a final report
    std::string version; ///< of the program, for the method page
    Instant now;         ///< printed on the cover
    bool allQuestions = true;    ///< the appendix with every question
    bool privateNotes = false;   ///< never unless chosen
};

/// Cover, summary in one page, how to read the scores, heat map, pillars, every question with answers, notes, risk and why,
/// evidence index with hashes and cited-by, method and lens versions.
[[nodiscard]] Document build(const review::Review& review, const score::Scores& scores, const Options& options);

/// The why sentence of a question ("Neither A nor B is in place. One of them lowers it to medium."), shared with the window
/// and the CLI. Choices are Key spans with their number in the question (1-9, 0 for the tenth) as text and `title` inside
/// the sentence.
[[nodiscard]] Text explainInWords(const lens::Question& question, const lens::Explanation& explanation);

} // namespace plumb::report
