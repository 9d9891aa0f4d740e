// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/top_risks.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/finding_text.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"

#include <algorithm>
#include <QCoreApplication>

namespace plumb::ui {

namespace {

constexpr int kUnknownRating = 3;

bool open(lens::State state) {
    return state == lens::State::High || state == lens::State::Medium || state == lens::State::Unmatched;
}

int rank(lens::State state) {
    return state == lens::State::Medium ? 1 : 0;
}

TopRisk riskOf(const review::ReviewLens& lens, const lens::Pillar& pillar, const lens::Question& question, int number,
               const QuestionKey& key, lens::State state, const review::Answer& answer) {
    const lens::QuestionOverlay& overlay = lens.overlay->question(question.id);
    TopRisk risk;
    risk.key = key;
    risk.state = state;
    risk.title = q(overlay.shortTitle.empty() ? question.title : overlay.shortTitle);
    risk.question = q(question.title);
    risk.where = QCoreApplication::translate("plumb::ui::TopRisks", "%1 · %2 %3")
                     .arg(lensName(lens), pillarName(lens, pillar))
                     .arg(number);
    risk.rating = overlay.likelihood * overlay.impact;
    const int likelihood = overlay.likelihood > 0 ? overlay.likelihood : kUnknownRating;
    const int impact = overlay.impact > 0 ? overlay.impact : kUnknownRating;
    risk.order = overlay.weight * likelihood * impact;
    risk.basis = answer.basis == review::Basis::Unset ? QCoreApplication::translate("plumb::ui::TopRisks", "basis open")
                                                      : basisWord(answer.basis).toLower();
    return risk;
}

} // namespace

std::vector<TopRisk> topRisks(const session::Session& session, std::size_t limit) {
    std::vector<TopRisk> risks;
    const review::Review& review = session.review();
    for (const review::ReviewLens& lens : review.lenses) {
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            int number = 0;
            for (const lens::Question& question : pillar.questions) {
                ++number;
                const QuestionKey key{lens.lens->id, question.id};
                const lens::State state = session.state(key);
                if (open(state))
                    risks.push_back(riskOf(lens, pillar, question, number, key, state, review.answer(key)));
            }
        }
    }
    std::stable_sort(risks.begin(), risks.end(), [](const TopRisk& a, const TopRisk& b) {
        return rank(a.state) != rank(b.state) ? rank(a.state) < rank(b.state) : a.order > b.order;
    });
    if (risks.size() > limit)
        risks.resize(limit);
    const QString sign = currencyOf(session);
    for (TopRisk& risk : risks) {
        if (const score::Finding* finding = session.finding(review::findingKey(risk.key))) {
            risk.title = q(finding->title);
            risk.owner = shortPerson(q(finding->owner));
            if (finding->monthlySaving > 0)
                risk.saving = perMonth(finding->monthlySaving, sign);
        }
    }
    return risks;
}

} // namespace plumb::ui
