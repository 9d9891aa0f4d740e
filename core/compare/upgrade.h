// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of answers when a review takes another version of a lens: which carry as they are, which carry but must
// be confirmed again because the question's texts, choices or rules changed, and which have no place any more.
#pragma once

#include "core/lens/diff.h"
#include "core/review/review.h"
#include "core/score/score.h"

#include <map>
#include <string>
#include <vector>

namespace plumb::compare {

struct DroppedAnswer {
    std::string question, choice; ///< choice empty: the whole question
    std::string why;              ///< "the new version does not ask it"
};
struct ReconfirmAnswer {
    std::string question;
    std::string why; ///< "its rules changed; its text changed" (stored as Answer::reconfirm)
};

struct UpgradePlan {
    std::vector<lens::Change> changes;             ///< between the versions
    int carried = 0;                               ///< answered questions that carry as they are
    std::vector<ReconfirmAnswer> reconfirm;        ///< that carry but need a look; not in `carried`
    std::vector<DroppedAnswer> dropped;            ///< readable in history and snapshots afterwards
    std::map<std::string, review::Answer> answers; ///< by question id, as they will be; untouched ones included
    /// Links that go: of evidence, "E-03 -> QUESTION/CHOICE", of findings to practices, "F-02 -> QUESTION/CHOICE", and
    /// to findings that go, "F-02 -> F-07".
    std::vector<std::string> droppedLinks;
    std::vector<std::string> droppedFindings; ///< of questions that go, where somebody wrote something: "F-07"
    /// Score of the questionnaire now and with the new version, its overlay and the answers as they will be.
    score::ScopeScore before, after;
};

/// Ids match exactly; a question that moved to another pillar keeps its answer. Notes, basis and people carry with
/// their question. A choice that is gone takes its tick and its note with it (the note is appended to the question's
/// note, so that no word is lost, and the question must be confirmed again).
[[nodiscard]] UpgradePlan planUpgrade(const review::Review& review, const std::string& lensId, const lens::Lens& to,
                                      const lens::Overlay& overlay);

} // namespace plumb::compare
