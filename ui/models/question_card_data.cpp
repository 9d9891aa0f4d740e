// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/question_card_data.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/finding_measures.h"
#include "ui/models/question_facts.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumb::ui {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("plumb::ui::QuestionCard", source);
}

QString weightWord(const lens::ChoiceOverlay& overlay) {
    if (!overlay.severity)
        return {};
    switch (*overlay.severity) {
    case lens::Severity::High:
        return text("high");
    case lens::Severity::Medium:
        return text("medium");
    case lens::Severity::Low:
        return text("low");
    }
    return {};
}

ChoiceData choiceRow(const lens::Choice& choice, const lens::ChoiceOverlay& overlay, const review::Answer& answer,
                     std::size_t position) {
    ChoiceData row;
    row.id = choice.id;
    row.title = q(choice.title);
    if (position < 10)
        row.key = QString::number((position + 1) % 10);
    row.weight = weightWord(overlay);
    row.help = q(choice.helpfulResource ? choice.helpfulResource->displayText : choice.description);
    const auto found = answer.choices.find(choice.id);
    if (found != answer.choices.end()) {
        row.selected = found->second.status == review::ChoiceStatus::Selected;
        row.notApplicable = found->second.status == review::ChoiceStatus::NotApplicable;
        if (row.notApplicable)
            row.reason = reasonWords(found->second.reason).toLower();
        row.note = q(found->second.note);
    }
    return row;
}

QString phaseOf(const review::ReviewLens& lens, const std::string& id) {
    for (const lens::Phase& phase : lens.overlay->phases)
        if (phase.id == id)
            return q(phase.name);
    return {};
}

void addChoices(QuestionCardData& card, const review::ReviewLens& lens, const lens::Question& question,
                const review::Answer& answer) {
    for (const lens::Choice& choice : question.choices) {
        if (choice.isNone && card.noneId.empty()) {
            card.noneId = choice.id;
            const auto found = answer.choices.find(choice.id);
            card.none = found != answer.choices.end() && found->second.status == review::ChoiceStatus::Selected;
        } else {
            card.choices.push_back(
                choiceRow(choice, lens.overlay->choice(question.id, choice.id), answer, card.choices.size()));
        }
    }
}

} // namespace

QuestionCardData questionCard(const session::Session& session, const QuestionKey& key) {
    QuestionCardData card;
    const review::Review& review = session.review();
    const review::ReviewLens* lens = review.findLens(key.lens);
    const lens::Question* question = review.findQuestion(key);
    if (lens == nullptr || question == nullptr)
        return card;
    const lens::Pillar* pillar = lens->lens->pillarOf(key.question);
    const review::Answer& answer = review.answer(key);
    card.key = key;
    card.lens = lensName(*lens);
    if (pillar != nullptr) {
        card.pillar = q(pillar->name);
        card.position =
            text("Question %1 of %2").arg(question - pillar->questions.data() + 1).arg(pillar->questions.size());
    }
    card.phase = phaseOf(*lens, lens->overlay->question(key.question).phase);
    card.code = q(question->id);
    card.title = q(question->title);
    card.ask = q(question->description);
    addChoices(card, *lens, *question, answer);
    card.applicable = answer.applicable;
    card.reason = reasonWords(answer.reason);
    card.reasonText = q(answer.reasonText);
    card.state = session.state(key);
    card.confidence = answer.confidence;
    card.basis = answer.basis;
    for (const std::string& id : answer.people)
        if (const review::Participant* person = review.findParticipant(id))
            card.people.push_back({person->id, q(person->name), q(person->role)});
    card.note = q(answer.note);
    card.privateNote = q(answer.privateNote);
    card.needsVerification = answer.needsVerification;
    card.parked = answer.parked;
    card.reconfirm = q(answer.reconfirm);
    return card;
}

bool FacilitatorData::emptyCard() const {
    return opening.isEmpty() && good.isEmpty() && probes.isEmpty() && redFlags.isEmpty();
}

FacilitatorData facilitatorCard(const session::Session& session, const QuestionKey& key) {
    FacilitatorData out;
    const review::ReviewLens* lens = session.review().findLens(key.lens);
    const lens::Question* question = session.review().findQuestion(key);
    if (lens == nullptr || question == nullptr)
        return out;
    const lens::QuestionOverlay& overlay = lens->overlay->question(key.question);
    out.opening = q(overlay.card.opening);
    out.good = q(overlay.card.good);
    for (const std::string& probe : overlay.card.probes)
        out.probes << q(probe);
    for (const std::string& flag : overlay.card.redFlags)
        out.redFlags << q(flag);
    for (const std::string& ask : overlay.evidence)
        out.evidenceToAsk << q(ask);
    for (const NamedMoney& measure : measuresNamed(session, overlay.measures)) {
        out.measures << measure.name;
        out.measureMoney << measure.money;
    }
    if (const lens::Pillar* pillar = lens->lens->pillarOf(key.question)) {
        const lens::PillarOverlay& fails = lens->overlay->pillar(pillar->id);
        out.pillar = pillarName(*lens, *pillar);
        out.failure = q(fails.failureMode);
        out.story = q(fails.story);
    }
    if (question->helpfulResource)
        out.about = q(question->helpfulResource->displayText);
    return out;
}

std::vector<EvidenceData> evidenceRows(const session::Session& session, const QuestionKey& key) {
    std::vector<EvidenceData> rows;
    for (const review::Evidence* evidence : session.review().evidenceFor(key)) {
        EvidenceData row;
        row.id = evidence->id;
        row.kind = evidence->kind;
        row.title = q(evidence->title);
        row.url = q(evidence->url);
        row.text = q(evidence->text);
        row.fileName = q(evidence->fileName);
        row.strength = evidence->strength;
        QStringList meta;
        if (evidence->kind == review::EvidenceKind::Link)
            meta << text("Link");
        else if (evidence->kind == review::EvidenceKind::Note)
            meta << text("Note");
        meta << q(evidence->source.empty() ? evidence->addedBy : evidence->source);
        meta << dayWords(evidence->date.valid() ? evidence->date : dayOf(evidence->addedAt));
        if (evidence->bytes > 0)
            meta << sizeWords(evidence->bytes);
        meta.removeAll(QString());
        row.meta = meta.join(QStringLiteral(", "));
        rows.push_back(std::move(row));
    }
    return rows;
}

QString reasonWords(review::NaReason reason) {
    switch (reason) {
    case review::NaReason::OutOfScope:
        return text("Out of scope");
    case review::NaReason::BusinessPriorities:
        return text("Business priorities");
    case review::NaReason::ArchitectureConstraints:
        return text("Architecture constraints");
    case review::NaReason::Other:
        return text("Another reason");
    case review::NaReason::None:
        break;
    }
    return {};
}

QString basisWord(review::Basis basis) {
    switch (basis) {
    case review::Basis::Said:
        return text("Said");
    case review::Basis::Shown:
        return text("Shown");
    case review::Basis::Verified:
        return text("Verified");
    case review::Basis::Unset:
        break;
    }
    return {};
}

QString sizeWords(std::uint64_t bytes) {
    return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), bytes < 1'000'000 ? 0 : 1,
                                          QLocale::DataSizeSIFormat);
}

QString dayWords(Date day) {
    if (!day.valid())
        return {};
    return QLocale().toString(QDate(day.year, day.month, day.day), QStringLiteral("d MMM yyyy"));
}

QString measureName(std::string_view id) {
    QString name = q(id).replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace plumb::ui
