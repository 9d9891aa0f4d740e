// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A comparison in words, translated: classes of questions, moves of findings, names of states, deltas. Computes nothing
// but roundings.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"
#include "core/session/states.h"
#include "ui/theme/icon.h"

#include <optional>
#include <QString>

namespace plumb::ui {

/// "Improved", "First answer", "Re-scoped".
[[nodiscard]] QString changeWord(compare::Change change);
[[nodiscard]] Icon changeIcon(compare::Change change);
/// What the class means, one sentence.
[[nodiscard]] QString changeSentence(compare::Change change);
/// "New", "Regressed", "Still open", "Resolved", "Accepted", "Closed"; "Not asked any more" when the question is gone.
[[nodiscard]] QString moveWord(const compare::FindingChange& change);
[[nodiscard]] QString moveWord(compare::FindingMove move);
[[nodiscard]] Icon moveIcon(compare::FindingMove move);

/// "21 May 2026" of a moment.
[[nodiscard]] QString momentDay(Instant time);
/// "21 May 2026, 14:32".
[[nodiscard]] QString momentWords(Instant time);
/// "May"; "20 Nov" within four weeks before `now`, "May 2025" when it was almost a year ago.
[[nodiscard]] QString monthWords(Instant time, Instant now);

/// "Now", "21 May 2026, before the move", "claims-old: now".
[[nodiscard]] QString stateName(const session::StateRef& ref);
/// The same where room is short: at most `most` characters, cut at a comma or a blank.
[[nodiscard]] QString shortStateName(const session::StateRef& ref, int most = 14);

/// "score 48, range 37–60, coverage 76 %"; "nothing answered yet".
[[nodiscard]] QString scoreFacts(const score::ScopeScore& score);
/// "+3.2 points", with a true minus; empty for what rounds to nothing.
[[nodiscard]] QString pointsWords(double points);

} // namespace plumb::ui
