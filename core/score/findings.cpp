// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/findings.h"

#include "core/score/adoption.h"
#include "core/score/finding_figures.h"
#include "core/score/finding_texts.h"
#include "core/score/level.h"
#include "core/score/plan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace plumb::score {
namespace {

/// Gathers the register of one review on one day.
class Register {
public:
    enum class Words { Derived, Left };
    Register(const review::Review& review, const Scores& scores, Date today, const SavingOf& saving, Words words);
    std::vector<Finding> take();

private:
    void add(const QuestionPlace& place);
    void addByHand(const review::Finding& stored);
    void addOrphan(const review::Finding& stored);
    Finding written(const review::Finding& stored) const;
    void describe(Finding& finding, const QuestionPlace& place, const review::Answer& answer) const;
    void settle(Finding& finding, const review::Finding& stored, const lens::QuestionOverlay& overlay);
    void setStatus(Finding& finding, const review::Finding& stored) const;
    [[nodiscard]] std::vector<std::string> evidenceOf(const Finding& finding, const review::Finding& stored) const;

    const review::Review& m_review;
    const Scores& m_scores;
    const Effects m_effects;
    const Date m_today;
    const SavingOf& m_saving;
    const Words m_words;
    std::map<QuestionKey, const review::Finding*> m_stored;
    std::map<QuestionKey, std::vector<std::string>> m_evidence; ///< ids by question, by number
    std::set<QuestionKey> m_seen;
    std::vector<Finding> m_findings;
};

Register::Register(const review::Review& review, const Scores& scores, Date today, const SavingOf& saving, Words words)
    : m_review(review), m_scores(scores), m_effects(review, scores), m_today(today), m_saving(saving), m_words(words) {
    for (const review::Finding& stored : review.findings)
        if (!stored.byHand())
            m_stored.emplace(stored.question, &stored);
    for (const review::Evidence& piece : review.evidence)
        for (const review::EvidenceLink& link : piece.links)
            if (auto& ids = m_evidence[link.question]; ids.empty() || ids.back() != piece.id)
                ids.push_back(piece.id);
}

std::vector<Finding> Register::take() {
    for (const review::ReviewLens& lens : m_review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars)
            for (std::size_t i = 0; i < pillar.questions.size(); ++i)
                add({&lens, &pillar, &pillar.questions[i], static_cast<int>(i) + 1});
    for (const review::Finding& stored : m_review.findings) {
        if (stored.byHand())
            addByHand(stored);
        else if (!m_seen.contains(stored.question) && !stored.untouched())
            addOrphan(stored);
    }
    const auto badness = [](const Finding& f) {
        const int number = f.number > 0 ? f.number : std::numeric_limits<int>::max();
        return std::make_tuple(!f.open, f.severity == lens::Risk::High ? 0 : 1, -f.rating, number,
                               std::string_view(f.key));
    };
    std::ranges::sort(m_findings, [&](const Finding& a, const Finding& b) { return badness(a) < badness(b); });
    return std::move(m_findings);
}

/// A question id that a lens uses twice counts where it comes first, as in Scores.
void Register::add(const QuestionPlace& place) {
    const QuestionKey key{place.lens->lens->id, place.question->id};
    const QuestionScore* score = m_scores.question(key);
    if (!score || !m_seen.insert(key).second)
        return;
    const auto it = m_stored.find(key);
    const bool risk = score->state == lens::State::High || score->state == lens::State::Medium;
    if (!risk && (it == m_stored.end() || it->second->untouched()))
        return;
    review::Finding fresh;
    fresh.key = review::findingKey(key);
    fresh.question = key;
    const review::Finding& stored = it == m_stored.end() ? fresh : *it->second;
    Finding finding = written(stored);
    finding.state = score->state;
    if (risk) {
        finding.severity = score->state == lens::State::High ? lens::Risk::High : lens::Risk::Medium;
        finding.penalty = score->weight * penaltyOf(finding.severity);
        if (finding.toClose.empty() && m_words == Words::Derived)
            finding.toClose = closingSet(m_review, key);
    }
    finding.closedByAnswers = !risk;
    finding.framework = frameworkOf(*place.lens, *place.pillar, *place.question);
    if (m_words == Words::Derived)
        describe(finding, place, m_review.answer(key));
    settle(finding, stored, place.lens->overlay->question(key.question));
    m_findings.push_back(std::move(finding));
}

void Register::addByHand(const review::Finding& stored) {
    Finding finding = written(stored);
    finding.byHand = true;
    finding.state = finding.severity == lens::Risk::High ? lens::State::High : lens::State::Medium;
    finding.framework = stored.framework;
    for (const FrameworkPillar& pillar : frameworkPillars())
        if (pillar.id == stored.framework)
            finding.pillar = pillar.shortName;
    settle(finding, stored, {});
    const bool gone =
        finding.status == review::FindingStatus::Resolved || finding.status == review::FindingStatus::FalseAlarm;
    finding.penalty = gone ? 0.0 : penaltyOf(finding.severity);
    m_findings.push_back(std::move(finding));
}

/// Somebody wrote about a question that is no longer in the review.
void Register::addOrphan(const review::Finding& stored) {
    Finding finding = written(stored);
    finding.state = lens::State::Unanswered;
    finding.closedByAnswers = true;
    if (const review::ReviewLens* lens = m_review.findLens(stored.question.lens))
        finding.lens = lens->overlay->shortName.empty() ? lens->lens->name : lens->overlay->shortName;
    else
        finding.lens = stored.question.lens;
    if (finding.title.empty())
        finding.title = stored.question.question;
    settle(finding, stored, {});
    m_findings.push_back(std::move(finding));
}

/// What is taken over as it was written.
Finding Register::written(const review::Finding& stored) const {
    Finding f;
    f.key = stored.key;
    f.number = stored.number;
    f.question = stored.question;
    f.title = stored.title;
    f.observation = stored.observation;
    f.consequence = stored.consequence;
    f.recommendation = stored.recommendation;
    f.ownTitle = !stored.title.empty();
    f.ownObservation = !stored.observation.empty();
    f.ownConsequence = !stored.consequence.empty();
    f.ownRecommendation = !stored.recommendation.empty();
    f.severity = stored.severity;
    f.owner = stored.owner;
    f.due = stored.due;
    f.until = stored.until;
    f.reason = stored.reason;
    f.decidedBy = stored.decidedBy;
    f.progress = stored.progress;
    f.toClose = stored.practices;
    f.needs = stored.needs;
    f.tradeOffs = stored.tradeOffs;
    return f;
}

/// Places the finding and fills in the texts that nobody wrote.
void Register::describe(Finding& finding, const QuestionPlace& place, const review::Answer& answer) const {
    const lens::Overlay& overlay = *place.lens->overlay;
    const std::string& pillar = overlay.pillar(place.pillar->id).shortName;
    finding.lens = overlay.shortName.empty() ? place.lens->lens->name : overlay.shortName;
    finding.pillar = pillar.empty() ? place.pillar->name : pillar;
    finding.position = place.position;
    if (!finding.ownTitle)
        finding.title = derivedTitle(place);
    if (!finding.ownObservation)
        finding.observation = derivedObservation(place, answer);
    if (!finding.ownConsequence)
        finding.consequence = derivedConsequence(place);
    if (!finding.ownRecommendation)
        finding.recommendation = derivedRecommendation(m_review, place, answer, finding.toClose);
}

/// Everything that follows from what has been set so far.
void Register::settle(Finding& f, const review::Finding& stored, const lens::QuestionOverlay& overlay) {
    f.inherent =
        stored.inherent.given() ? stored.inherent : derivedInherent(overlay.likelihood, overlay.impact, f.severity);
    f.residual = stored.residual.given() ? stored.residual : derivedResidual(f.inherent);
    f.rating = f.inherent.value();
    f.residualRating = f.residual.value();
    f.band = bandOf(f.rating);
    f.effort = stored.effort != lens::Effort::Unset ? stored.effort : overlay.effort;
    f.days = stored.days > 0.0 ? stored.days : daysOf(f.effort);
    f.measures = stored.measures.empty() ? overlay.measures : stored.measures;
    if (stored.loss)
        f.loss = yearlyLoss(*stored.loss);
    f.evidence = evidenceOf(f, stored);
    setStatus(f, stored);
    f.overdue = f.open && f.due.valid() && f.due < m_today;
    if (m_saving)
        f.monthlySaving = m_saving(f.key, f.measures);
    if (m_words == Words::Derived && !f.closedByAnswers && !f.toClose.empty())
        f.scoreGain = m_effects.of(f.toClose).scoreGain;
}

void Register::setStatus(Finding& f, const review::Finding& stored) const {
    using review::FindingStatus;
    f.status = f.closedByAnswers ? FindingStatus::Resolved : stored.status;
    f.contradicted = !f.byHand && !f.closedByAnswers && f.status == FindingStatus::Resolved;
    f.expired = f.status == FindingStatus::Accepted && stored.until < m_today;
    if (f.expired)
        f.status = FindingStatus::Open;
    f.open = f.status == FindingStatus::Open || f.status == FindingStatus::InProgress;
}

/// By number: linked to the question, or to the finding itself.
std::vector<std::string> Register::evidenceOf(const Finding& finding, const review::Finding& stored) const {
    std::vector<std::string> ids;
    const auto it = m_evidence.find(finding.question);
    if (!finding.byHand && it != m_evidence.end())
        ids = it->second;
    if (stored.evidence.empty())
        return ids;
    const std::set<std::string_view> wanted(stored.evidence.begin(), stored.evidence.end());
    const std::set<std::string> linked(ids.begin(), ids.end());
    ids.clear();
    for (const review::Evidence& piece : m_review.evidence)
        if (wanted.contains(piece.id) || linked.contains(piece.id))
            ids.push_back(piece.id);
    return ids;
}

} // namespace

Band bandOf(int rating) noexcept {
    return rating >= 20 ? Band::Extreme : rating >= 10 ? Band::High : rating >= 5 ? Band::Moderate : Band::Low;
}

std::string_view toText(Band band) noexcept {
    switch (band) {
    case Band::Moderate:
        return "moderate";
    case Band::High:
        return "high";
    case Band::Extreme:
        return "extreme";
    case Band::Low:
        break;
    }
    return "low";
}

double daysOf(lens::Effort effort) noexcept {
    return effort == lens::Effort::S ? 1.0 : effort == lens::Effort::L ? 20.0 : 5.0;
}

std::vector<Finding> findings(const review::Review& review, const Scores& scores, Date today, const SavingOf& saving) {
    return Register(review, scores, today, saving, Register::Words::Derived).take();
}

std::vector<Finding> findingFigures(const review::Review& review, const Scores& scores, Date today) {
    const SavingOf unknown;
    return Register(review, scores, today, unknown, Register::Words::Left).take();
}

RiskMatrix matrixOf(const std::vector<Finding>& findings, bool residual) {
    RiskMatrix matrix{};
    for (const Finding& finding : findings) {
        const review::Rating& rating = residual ? finding.residual : finding.inherent;
        const bool inside =
            rating.likelihood >= 1 && rating.likelihood <= 5 && rating.impact >= 1 && rating.impact <= 5;
        if (finding.open && inside)
            ++matrix[static_cast<std::size_t>(rating.likelihood - 1)][static_cast<std::size_t>(rating.impact - 1)];
    }
    return matrix;
}

} // namespace plumb::score
