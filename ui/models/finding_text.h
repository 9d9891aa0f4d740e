// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings in words, translated: what the table, the detail, the matrix and the dialogs say. Computes nothing; rounds
// money for the screen.
#pragma once

#include "core/session/session.h"
#include "ui/theme/paint.h"

#include <QString>
#include <QStringList>

namespace plumb::ui {

/// "F-07"; the question's id before the finding has a number.
[[nodiscard]] QString findingCode(const score::Finding& finding);
/// "Generative AI, Cost 5", "Security, by hand", "By hand".
[[nodiscard]] QString findingWhere(const score::Finding& finding);
/// Diamond, triangle, hollow diamond of an accepted one, check of one that is closed.
[[nodiscard]] MarkKind findingMark(const score::Finding& finding);
/// "Open", "In progress", "Resolved", "Accepted", "Transferred", "False alarm".
[[nodiscard]] QString statusWord(review::FindingStatus status);
/// "S, 1 day", "M, 5 days", "L, 20 days", "Not set".
[[nodiscard]] QString effortWords(lens::Effort effort);
/// "S", "M", "L"; empty when unset.
[[nodiscard]] QString effortLetter(lens::Effort effort);
/// "Rare" ... "Almost certain" for 1-5; empty else.
[[nodiscard]] QString likelihoodWord(int likelihood);
/// "Minor" ... "Severe" for 1-5; empty else.
[[nodiscard]] QString impactWord(int impact);
/// "Dev Raman" -> "D. Raman"; one word stays.
[[nodiscard]] QString shortPerson(const QString& name);
/// "15 Jan" in the year of `today` and the next six months, "15 Jan 2028" else; empty for no date.
[[nodiscard]] QString shortDay(Date day, Date today);
/// A saving as what it does to the bill: "−1,738" with a true minus; empty for 0.
[[nodiscard]] QString monthlyWords(double saving);
/// "$38k likely, P90 $96k"; empty without a model. `sign` is of the currency.
[[nodiscard]] QString lossWords(const score::YearlyLoss& loss, const QString& sign);
/// "Reliability up", "Cost down: +$140 a month".
[[nodiscard]] QString tradeOffWords(const review::TradeOff& trade);
/// The finding as one sentence, for assistive tools: "High risk, F-02, Fraud model drift ..., rating 20, owner ...".
[[nodiscard]] QString findingSentence(const score::Finding& finding);
/// Everyone who may own a finding: participants and present owners, each once, by name.
[[nodiscard]] QStringList knownOwners(const session::Session& session);
/// The finding with this code's short words: "F-04 No lineage"; the key when there is none.
[[nodiscard]] QString findingName(const session::Session& session, const std::string& key);

} // namespace plumb::ui
