// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns a review and its scores into a report document. Same input, same document.
#pragma once

#include "core/lens/explain.h"
#include "core/report/document.h"
#include "core/score/score.h"

#include <cstddef>
#include <string>

namespace plumb::report {

struct Options {
    std::string classification = "Confidential";
    std::string mark;          ///< "Draft" and so on; empty for a final report
    std::string version;       ///< of the program, for the method page
    std::string author;        ///< who reports: person or firm, on the cover and in the metadata; may be empty
    Instant now;               ///< printed on the cover
    bool allQuestions = true;  ///< the appendix with every question
    bool privateNotes = false; ///< never unless chosen
};

/// Cover, summary in one page, how to read the scores, heat map, pillars, every question with answers, notes, risk and
/// why, evidence index with hashes and cited-by, method and lens versions.
[[nodiscard]] Document build(const review::Review& review, const score::Scores& scores, const Options& options);

/// The why sentence of a question ("Neither A nor B is in place. One of them lowers it to medium."), shared with the
/// window and the CLI. A choice is its title in quotes, in a Plain span, followed by a Key span with its key as text
/// (1-9, 0 for the tenth practice, N for the none-choice; no Key span from the eleventh on). Levels are Plain spans
/// with a mark. When there is a second sentence (what lowers the risk), it begins after a line break in a Plain span:
/// the window shows two lines. Never empty, ends with a full stop. Titles longer than `titleLimit` characters are cut
/// at a word; 0 keeps them whole. Values of `explanation` must come from this question.
[[nodiscard]] Text explainInWords(const lens::Question& question, const lens::Explanation& explanation,
                                  std::size_t titleLimit = 64);

/// A Text as one string; keys in round brackets.
[[nodiscard]] std::string plainText(const Text& text);

} // namespace plumb::report
