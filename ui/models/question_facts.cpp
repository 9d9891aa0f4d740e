// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/question_facts.h"

#include "ui/bridge/session_bridge.h"

#include <QCoreApplication>

namespace plumb::ui {

bool QuestionFacts::answered() const noexcept {
    return state != lens::State::Unanswered && state != lens::State::NotApplicable;
}

bool QuestionFacts::applicable() const noexcept {
    return state != lens::State::NotApplicable;
}

std::vector<QuestionFacts> allFacts(const session::Session& session) {
    const review::Review& review = session.review();
    std::vector<QuestionFacts> out;
    for (const review::ReviewLens& lens : review.lenses) {
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            int number = 0;
            for (const lens::Question& question : pillar.questions) {
                const lens::QuestionOverlay& overlay = lens.overlay->question(question.id);
                QuestionFacts facts;
                facts.key = {lens.lens->id, question.id};
                facts.number = ++number;
                facts.title = q(question.title);
                facts.shortTitle = overlay.shortTitle.empty() ? facts.title : q(overlay.shortTitle);
                facts.pillar = pillar.id;
                facts.phase = overlay.phase;
                facts.framework = score::frameworkOf(lens, pillar, question);
                refreshFacts(facts, session);
                out.push_back(std::move(facts));
            }
        }
    }
    return out;
}

bool refreshFacts(QuestionFacts& facts, const session::Session& session) {
    const review::Answer& answer = session.review().answer(facts.key);
    const lens::State state = session.state(facts.key);
    const int evidence = static_cast<int>(session.review().evidenceFor(facts.key).size());
    const bool same = facts.state == state && facts.needsVerification == answer.needsVerification &&
                      facts.parked == answer.parked && facts.reconfirm == !answer.reconfirm.empty() &&
                      facts.evidence == evidence;
    facts.state = state;
    facts.needsVerification = answer.needsVerification;
    facts.parked = answer.parked;
    facts.reconfirm = !answer.reconfirm.empty();
    facts.evidence = evidence;
    return !same;
}

void count(QuestionCounts& counts, const QuestionFacts& facts, int sign) noexcept {
    counts.all += sign;
    counts.unanswered += facts.state == lens::State::Unanswered ? sign : 0;
    counts.high += facts.state == lens::State::High ? sign : 0;
    counts.verify += facts.needsVerification ? sign : 0;
    counts.parked += facts.parked ? sign : 0;
    counts.reconfirm += facts.reconfirm ? sign : 0;
    counts.evidence += facts.evidence > 0 ? sign : 0;
}

QString stateWords(lens::State state) {
    switch (state) {
    case lens::State::None:
        return QCoreApplication::translate("plumb::ui::State", "No risk");
    case lens::State::Medium:
        return QCoreApplication::translate("plumb::ui::State", "Medium risk");
    case lens::State::High:
        return QCoreApplication::translate("plumb::ui::State", "High risk");
    case lens::State::Unanswered:
        return QCoreApplication::translate("plumb::ui::State", "Unanswered");
    case lens::State::NotApplicable:
        return QCoreApplication::translate("plumb::ui::State", "Not applicable");
    case lens::State::Unmatched:
        return QCoreApplication::translate("plumb::ui::State", "Fault in the questionnaire");
    }
    return {};
}

QString stateWord(lens::State state) {
    switch (state) {
    case lens::State::None:
        return QCoreApplication::translate("plumb::ui::State", "None");
    case lens::State::Medium:
        return QCoreApplication::translate("plumb::ui::State", "Medium");
    case lens::State::High:
        return QCoreApplication::translate("plumb::ui::State", "High");
    case lens::State::Unmatched:
        return QCoreApplication::translate("plumb::ui::State", "Unmatched");
    default:
        return stateWords(state);
    }
}

QuestionPlace placeOf(const review::Review& review, const QuestionKey& key) {
    const review::ReviewLens* lens = review.findLens(key.lens);
    if (lens == nullptr)
        return {};
    for (const lens::Pillar& pillar : lens->lens->pillars) {
        int number = 0;
        for (const lens::Question& question : pillar.questions) {
            ++number;
            if (question.id != key.question)
                continue;
            const std::string& shortTitle = lens->overlay->question(question.id).shortTitle;
            return {q(shortTitle.empty() ? question.title : shortTitle), q(question.title),
                    QCoreApplication::translate("plumb::ui::TopRisks", "%1 · %2 %3")
                        .arg(lensName(*lens), pillarName(*lens, pillar))
                        .arg(number)};
        }
    }
    return {};
}

QString lensName(const review::ReviewLens& lens) {
    return q(lens.overlay->shortName.empty() ? lens.lens->name : lens.overlay->shortName);
}

QString pillarName(const review::ReviewLens& lens, const lens::Pillar& pillar) {
    const std::string& name = lens.overlay->pillar(pillar.id).shortName;
    return q(name.empty() ? pillar.name : name);
}

QString frameworkName(std::string_view id) {
    for (const score::FrameworkPillar& pillar : score::frameworkPillars())
        if (pillar.id == id)
            return q(pillar.shortName);
    return {};
}

} // namespace plumb::ui
