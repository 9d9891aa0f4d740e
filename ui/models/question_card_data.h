// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One question and its answer as the card shows them: texts in the order in which they are read, choices as rows with
// their keys. A snapshot of values; made anew after each change (it is cheap) and compared to paint only what differs.
#pragma once

#include "core/session/session.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace plumb::ui {

/// A practice as a row. None-choices are no rows (QuestionCardData::noneId).
struct ChoiceData {
    std::string id;
    QString title;
    QString key;    ///< "1"-"9", "0" for the tenth, empty beyond
    QString weight; ///< "high", "medium", "low"; empty when the overlay says nothing
    QString help;   ///< what counts as in place; may be empty
    bool selected = false;
    bool notApplicable = false;
    QString reason; ///< why not applicable: "out of scope"
    QString note;
    friend bool operator==(const ChoiceData&, const ChoiceData&) = default;
};

struct PersonData {
    std::string id;
    QString name, role;
    friend bool operator==(const PersonData&, const PersonData&) = default;
};

struct QuestionCardData {
    QuestionKey key;
    QString lens, pillar, position; ///< "Generative AI", "Cost optimization", "Question 5 of 5"
    QString phase;                  ///< "Deployment phase", or empty
    QString code;                   ///< the question's id
    QString title, ask;
    std::vector<ChoiceData> choices;
    std::string noneId; ///< empty: the question has no none-choice
    bool none = false;
    bool applicable = true;
    QString reason;     ///< why the question is not applicable: "Out of scope"
    QString reasonText; ///< the sentence for the report
    lens::State state = lens::State::Unanswered;
    review::Confidence confidence = review::Confidence::Unset;
    review::Basis basis = review::Basis::Unset;
    std::vector<PersonData> people;
    QString note, privateNote;
    bool needsVerification = false, parked = false;
    QString reconfirm; ///< why a person must look at it again: "its rules changed"; empty: nothing
    friend bool operator==(const QuestionCardData&, const QuestionCardData&) = default;
};

/// A default-made one when the question does not exist.
[[nodiscard]] QuestionCardData questionCard(const session::Session& session, const QuestionKey& key);

/// The facilitator's side of a question.
struct FacilitatorData {
    QString opening, good, about; ///< about: the questionnaire's own help text, when there is no card
    QStringList probes, redFlags, evidenceToAsk, measures;
    QStringList measureMoney;       ///< of each measure: "saves $1,925/mo"; empty when none is known
    QString pillar, failure, story; ///< how AI fails in this pillar, and what it cost somebody; may be empty
    [[nodiscard]] bool emptyCard() const;
    friend bool operator==(const FacilitatorData&, const FacilitatorData&) = default;
};
[[nodiscard]] FacilitatorData facilitatorCard(const session::Session& session, const QuestionKey& key);

struct EvidenceData {
    std::string id;
    review::EvidenceKind kind = review::EvidenceKind::File;
    QString title, meta; ///< meta: "Kenji Abe, 18 Nov 2026, 412 kB"
    QString url, text, fileName;
    review::Basis strength = review::Basis::Unset;
    friend bool operator==(const EvidenceData&, const EvidenceData&) = default;
};
[[nodiscard]] std::vector<EvidenceData> evidenceRows(const session::Session& session, const QuestionKey& key);

/// "Out of scope"...; empty for None.
[[nodiscard]] QString reasonWords(review::NaReason reason);
/// "Said", "Shown", "Verified"; empty for Unset.
[[nodiscard]] QString basisWord(review::Basis basis);
/// "412 kB", "1.2 MB": decimal, at most three digits.
[[nodiscard]] QString sizeWords(std::uint64_t bytes);
/// "18 Nov 2026"; empty for no date.
[[nodiscard]] QString dayWords(Date day);
/// "agent-step-budget" -> "Agent step budget".
[[nodiscard]] QString measureName(std::string_view id);

} // namespace plumb::ui
