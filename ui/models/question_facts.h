// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tree, its filters and the overview show of one question, as text and flags ready for the screen. Made from a
// session and brought up to date question by question; holds no pointer into it.
#pragma once

#include "core/session/session.h"

#include <QString>
#include <vector>

namespace plumb::ui {

struct QuestionFacts {
    QuestionKey key;
    int number = 0;        ///< in its pillar, from 1
    QString title;         ///< the whole question
    QString shortTitle;    ///< of the overlay, else the title
    std::string pillar;    ///< id of its pillar in the lens
    std::string phase;     ///< id of its phase, or empty
    std::string framework; ///< framework pillar id, or empty
    lens::State state = lens::State::Unanswered;
    bool needsVerification = false;
    bool parked = false;
    bool reconfirm = false; ///< to be confirmed again after an upgrade of its questionnaire
    int evidence = 0;       ///< pieces that speak for it

    [[nodiscard]] bool answered() const noexcept;   ///< has a state other than unanswered and not applicable
    [[nodiscard]] bool applicable() const noexcept; ///< counts in "n of m"
    friend bool operator==(const QuestionFacts&, const QuestionFacts&) = default;
};

/// All questions in review order.
[[nodiscard]] std::vector<QuestionFacts> allFacts(const session::Session& session);

/// Reads again what answers and evidence can change. True when anything is different.
bool refreshFacts(QuestionFacts& facts, const session::Session& session);

/// How many questions each filter would show, over the whole review.
struct QuestionCounts {
    int all = 0, unanswered = 0, high = 0, verify = 0, parked = 0, evidence = 0, reconfirm = 0;
    friend bool operator==(const QuestionCounts&, const QuestionCounts&) = default;
};
/// Adds (sign 1) or takes away (sign -1) one question.
void count(QuestionCounts& counts, const QuestionFacts& facts, int sign = 1) noexcept;

/// "High risk", "No risk", "Unanswered"...: the word for a state, for accessible texts and tooltips.
[[nodiscard]] QString stateWords(lens::State state);
/// "High", "Medium", "None", "Unanswered", "Not applicable", "Unmatched".
[[nodiscard]] QString stateWord(lens::State state);

/// What a list says of a question that it names.
struct QuestionPlace {
    QString title;    ///< short
    QString question; ///< the whole question
    QString where;    ///< "Generative AI · Cost 5"
};
/// All empty when the review has no such question.
[[nodiscard]] QuestionPlace placeOf(const review::Review& review, const QuestionKey& key);

/// Names as the window shows them: the overlay's short name, else the name.
[[nodiscard]] QString lensName(const review::ReviewLens& lens);
[[nodiscard]] QString pillarName(const review::ReviewLens& lens, const lens::Pillar& pillar);
/// Short name of a framework pillar ("Operations"); empty for unknown ids.
[[nodiscard]] QString frameworkName(std::string_view id);

} // namespace plumb::ui
