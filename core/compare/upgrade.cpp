// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/upgrade.h"

#include "core/compare/question_versions.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace plumb::compare {
namespace {

using review::Answer;
using review::ChoiceAnswer;
using review::ChoiceStatus;

constexpr std::string_view kNotAsked = "the new version does not ask it";
constexpr std::string_view kChoiceGone = "the new version does not have this choice";
constexpr std::string_view kNoMark = "it is a none-choice now, which can't be marked not applicable";
constexpr std::string_view kNoRoom = "the new version does not have this choice, and its note is too long to keep";

std::string codeOf(const review::Evidence& piece) {
    return fmt::format("E-{:02}", piece.number);
}

/// Somebody said something that the rules read.
bool answered(const Answer& answer) {
    return !answer.applicable || std::ranges::any_of(answer.choices, [](const auto& choice) {
        return choice.second.status != ChoiceStatus::Unselected;
    });
}

bool appendTo(std::string& note, const std::string& addition) {
    const std::size_t gap = note.empty() ? 0 : 1;
    if (note.size() + gap + addition.size() > review::kMaxNote)
        return false;
    note += (gap ? "\n" : "") + addition;
    return true;
}

void join(std::string& all, std::string_view reason) {
    if (reason.empty() || all.find(reason) != std::string::npos)
        return;
    all += all.empty() ? "" : "; ";
    all += reason;
}

/// Questions of a lens by id; of two with one id the first counts.
using Questions = std::unordered_map<std::string_view, const lens::Question*>;

Questions questionsOf(const lens::Lens& lens) {
    Questions questions;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            questions.emplace(question.id, &question);
    return questions;
}

class Planner {
public:
    Planner(const review::Review& review, const review::ReviewLens& from, const lens::Lens& to)
        : m_review(review), m_id(from.lens->id), m_olds(questionsOf(*from.lens)), m_news(questionsOf(to)) {
        m_plan.changes = lens::diff(*from.lens, to);
        m_versions = questionVersions(m_plan.changes);
    }
    UpgradePlan run(const lens::Lens& from);

private:
    void carry(const std::string& id, const Answer& answer);
    bool carryChoices(const std::string& id, const lens::Question& now, Answer& answer);
    bool dropChoice(const std::string& id, const std::string& choice, const ChoiceAnswer& old, Answer& answer);
    std::string titleOf(const std::string& question, const std::string& choice) const;
    std::string titleOf(const std::string& question) const;
    void dropLinks();
    void followFindings();
    bool gone(const QuestionKey& key, const std::string& choice = {}) const;

    const review::Review& m_review;
    const std::string m_id;
    const Questions m_olds, m_news;
    QuestionVersions m_versions;
    UpgradePlan m_plan;
};

UpgradePlan Planner::run(const lens::Lens& from) {
    std::set<std::string_view> seen;
    const auto take = [&](const std::string& id) {
        const auto found = m_review.answers.find({m_id, id});
        if (found != m_review.answers.end() && seen.insert(found->first.question).second)
            carry(id, found->second);
    };
    for (const lens::Pillar& pillar : from.pillars)
        for (const lens::Question& question : pillar.questions)
            take(question.id);
    // Answers that neither the old version asked for; the new one may again.
    for (auto it = m_review.answers.lower_bound({m_id, {}}); it != m_review.answers.end() && it->first.lens == m_id;
         ++it)
        take(it->first.question);
    dropLinks();
    followFindings();
    return std::move(m_plan);
}

void Planner::carry(const std::string& id, const Answer& answer) {
    if (answer == Answer())
        return;
    const auto now = m_news.find(id);
    if (now == m_news.end()) {
        m_plan.dropped.push_back({id, {}, std::string(kNotAsked)});
        return;
    }
    Answer carried = answer;
    const bool lost = carryChoices(id, *now->second, carried);
    std::string why;
    if (const auto version = m_versions.find(id); version != m_versions.end())
        why = reasonsOf(version->second);
    else if (!m_olds.contains(id))
        why = "the question is new in this version";
    else if (lost)
        why = "part of its answer has no place in this version";
    const bool confirm = lost || (!why.empty() && answered(answer));
    if (confirm) {
        m_plan.reconfirm.push_back({id, why});
        join(carried.reconfirm, why);
    } else if (answered(answer))
        ++m_plan.carried;
    m_plan.answers.emplace(id, std::move(carried));
}

/// Takes out what has no place in the new version of the question. True when anything went.
bool Planner::carryChoices(const std::string& id, const lens::Question& now, Answer& answer) {
    bool lost = false;
    for (auto it = answer.choices.begin(); it != answer.choices.end();) {
        const std::optional<std::size_t> place = now.choiceIndex(it->first);
        if (!place) {
            const auto old = answer.choices.extract(it++);
            lost = dropChoice(id, old.key(), old.mapped(), answer) || lost;
            continue;
        }
        if (now.choices[*place].isNone && it->second.status == ChoiceStatus::NotApplicable) {
            m_plan.dropped.push_back({id, it->first, std::string(kNoMark)});
            it->second.status = ChoiceStatus::Unselected;
            it->second.reason = review::NaReason::None;
            lost = true;
        }
        it = it->second == ChoiceAnswer() ? answer.choices.erase(it) : std::next(it);
    }
    return lost;
}

/// Its note goes to the end of the question's note, or of the private one where that has no room.
bool Planner::dropChoice(const std::string& id, const std::string& choice, const ChoiceAnswer& old, Answer& answer) {
    if (old == ChoiceAnswer())
        return false;
    bool kept = true;
    if (!old.note.empty()) {
        const std::string words = titleOf(id, choice) + ": " + old.note;
        kept = appendTo(answer.note, words) || appendTo(answer.privateNote, words);
    }
    m_plan.dropped.push_back({id, choice, std::string(kept ? kChoiceGone : kNoRoom)});
    return true;
}

std::string Planner::titleOf(const std::string& question, const std::string& choice) const {
    const auto old = m_olds.find(question);
    const auto place = old == m_olds.end() ? std::nullopt : old->second->choiceIndex(choice);
    return place && !old->second->choices[*place].title.empty() ? old->second->choices[*place].title : choice;
}

std::string Planner::titleOf(const std::string& question) const {
    const auto old = m_olds.find(question);
    return old == m_olds.end() || old->second->title.empty() ? question : old->second->title;
}

/// The new version has not the question, or not this choice of it.
bool Planner::gone(const QuestionKey& key, const std::string& choice) const {
    if (key.lens != m_id)
        return false;
    const auto now = m_news.find(key.question);
    return now == m_news.end() || (!choice.empty() && !now->second->choiceIndex(choice));
}

void Planner::dropLinks() {
    for (const review::Evidence& piece : m_review.evidence)
        for (const review::EvidenceLink& link : piece.links)
            if (gone(link.question, link.choice))
                m_plan.droppedLinks.push_back(codeOf(piece) + " -> " + link.question.question +
                                              (link.choice.empty() ? "" : "/" + link.choice));
}

/// What nobody wrote about goes with its question; the rest stays, less what leads to questions that are gone.
void Planner::followFindings() {
    std::set<std::string_view> going;
    for (const review::Finding& finding : m_review.findings)
        if (gone(finding.question)) {
            if (finding.untouched())
                going.insert(finding.key);
            else
                m_plan.detached.push_back({finding.key, review::findingCode(finding.number),
                                           finding.title.empty() ? titleOf(finding.question.question) : finding.title});
        }
    for (const review::Finding& finding : m_review.findings) {
        if (going.contains(finding.key))
            continue;
        const std::string from = review::findingCode(finding.number) + " -> ";
        for (const review::PracticeRef& practice : finding.practices)
            if (gone(practice.question, practice.choice))
                m_plan.droppedLinks.push_back(from + practice.question.question + "/" + practice.choice);
        for (const std::string& need : finding.needs)
            if (const review::Finding* other = going.contains(need) ? m_review.findFinding(need) : nullptr)
                m_plan.droppedLinks.push_back(from + review::findingCode(other->number));
    }
}

score::ScopeScore scoreOf(const std::string& lensId, const lens::Lens& lens, const lens::Overlay& overlay,
                          const std::map<std::string, Answer>& answers) {
    static const Answer kNone;
    std::vector<score::QuestionScore> scores;
    std::set<std::string_view> seen;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            if (seen.insert(question.id).second) {
                const auto answer = answers.find(question.id);
                scores.push_back(score::scoreQuestion({lensId, question.id}, question, overlay.question(question.id),
                                                      answer == answers.end() ? kNone : answer->second));
            }
    std::vector<const score::QuestionScore*> all;
    for (const score::QuestionScore& question : scores)
        all.push_back(&question);
    return score::scoreScope(all);
}

} // namespace

UpgradePlan planUpgrade(const review::Review& review, const std::string& lensId, const lens::Lens& to,
                        const lens::Overlay& overlay) {
    const review::ReviewLens* from = review.findLens(lensId);
    if (!from)
        return {};
    UpgradePlan plan = Planner(review, *from, to).run(*from->lens);
    std::map<std::string, Answer> olds;
    for (auto it = review.answers.lower_bound({lensId, {}}); it != review.answers.end() && it->first.lens == lensId;
         ++it)
        olds.emplace(it->first.question, it->second);
    plan.before = scoreOf(lensId, *from->lens, *from->overlay, olds);
    plan.after = scoreOf(lensId, to, overlay, plan.answers);
    return plan;
}

} // namespace plumb::compare
