// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scores of a whole review and its groups. Holds one QuestionScore a question; scopes are added up when asked for,
// which takes microseconds and leaves nothing to go stale.
#include "core/score/score.h"

#include <algorithm>

namespace plumb::score {
namespace {

/// Walks the questions of a review beside their scores. A question id that a lens uses twice (A007) is scored where it
/// comes first, as Lens::findQuestion reads it; the later ones are passed over.
template <typename Visit>
void forEachScored(const review::Review& review, const std::vector<QuestionScore>& scores, Visit visit) {
    std::size_t next = 0;
    for (const review::ReviewLens& lens : review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                if (next == scores.size())
                    return;
                const QuestionScore& score = scores[next];
                if (score.key.question != question.id || score.key.lens != lens.lens->id)
                    continue;
                ++next;
                visit(lens, pillar, question, score);
            }
}

/// Groups being filled, in the order in which they were opened.
class GroupSet {
public:
    explicit GroupSet(GroupBy by) : m_by(by) {}

    void open(std::string lens, std::string id, std::string_view name) {
        Group group;
        group.by = m_by;
        group.lens = std::move(lens);
        group.id = std::move(id);
        group.name = name;
        m_groups.push_back(std::move(group));
        m_members.emplace_back();
    }
    /// Into the group of that lens and id; nowhere when there is none.
    void add(std::string_view lens, std::string_view id, const QuestionScore& score) {
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (m_groups[i].id == id && m_groups[i].lens == lens) {
                m_members[i].push_back(&score);
                return;
            }
    }
    [[nodiscard]] std::vector<Group> take() {
        std::vector<Group> filled;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (m_members[i].empty())
                continue;
            m_groups[i].score = scoreScope(m_members[i]);
            filled.push_back(std::move(m_groups[i]));
        }
        return filled;
    }

private:
    GroupBy m_by;
    std::vector<Group> m_groups;
    std::vector<std::vector<const QuestionScore*>> m_members; ///< beside m_groups
};

void openGroups(GroupSet& groups, const review::Review& review, GroupBy by) {
    if (by == GroupBy::Framework)
        for (const FrameworkPillar& pillar : frameworkPillars())
            groups.open({}, std::string(pillar.id), pillar.name);
    for (const review::ReviewLens& lens : review.lenses) {
        const std::string& lensId = lens.lens->id;
        if (by == GroupBy::Lens)
            groups.open(lensId, lensId, lens.lens->name);
        if (by == GroupBy::Pillar)
            for (const lens::Pillar& pillar : lens.lens->pillars)
                groups.open(lensId, pillar.id, pillar.name);
        if (by == GroupBy::Phase)
            for (const lens::Phase& phase : lens.overlay->phases)
                groups.open(lensId, phase.id, phase.name);
    }
}

ScopeScore overallOf(const std::vector<QuestionScore>& questions) {
    std::vector<const QuestionScore*> all(questions.size());
    std::ranges::transform(questions, all.begin(), [](const QuestionScore& q) { return &q; });
    return scoreScope(all);
}

} // namespace

std::string_view toText(Label label) noexcept {
    switch (label) {
    case Label::AtRisk:
        return "at risk";
    case Label::Sound:
        return "sound";
    case Label::NeedsWork:
        break;
    }
    return "needs work";
}

std::string_view toText(GroupBy by) noexcept {
    switch (by) {
    case GroupBy::Pillar:
        return "pillar";
    case GroupBy::Phase:
        return "phase";
    case GroupBy::Framework:
        return "framework";
    case GroupBy::Lens:
        break;
    }
    return "lens";
}

void Scores::compute(const review::Review& review) {
    m_questions.clear();
    m_index.clear();
    for (const review::ReviewLens& lens : review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                const QuestionKey key{lens.lens->id, question.id};
                if (!m_index.emplace(key, m_questions.size()).second)
                    continue;
                m_questions.push_back(
                    scoreQuestion(key, question, lens.overlay->question(question.id), review.answer(key)));
            }
    m_overall = overallOf(m_questions);
}

bool Scores::update(const review::Review& review, const QuestionKey& key) {
    const auto it = m_index.find(key);
    const review::ReviewLens* lens = review.findLens(key.lens);
    const lens::Question* question = lens ? lens->lens->findQuestion(key.question) : nullptr;
    if (it == m_index.end() || !question)
        return false;
    m_questions[it->second] = scoreQuestion(key, *question, lens->overlay->question(key.question), review.answer(key));
    m_overall = overallOf(m_questions);
    return true;
}

const QuestionScore* Scores::question(const QuestionKey& key) const noexcept {
    const auto it = m_index.find(key);
    return it == m_index.end() ? nullptr : &m_questions[it->second];
}

std::vector<Group> Scores::groups(const review::Review& review, GroupBy by) const {
    GroupSet groups(by);
    openGroups(groups, review, by);
    forEachScored(review, m_questions,
                  [&](const review::ReviewLens& lens, const lens::Pillar& pillar, const lens::Question& question,
                      const QuestionScore& score) {
                      const std::string& lensId = lens.lens->id;
                      switch (by) {
                      case GroupBy::Lens:
                          return groups.add(lensId, lensId, score);
                      case GroupBy::Pillar:
                          return groups.add(lensId, pillar.id, score);
                      case GroupBy::Phase:
                          return groups.add(lensId, lens.overlay->question(question.id).phase, score);
                      case GroupBy::Framework:
                          return groups.add({}, frameworkOf(lens, pillar, question), score);
                      }
                  });
    return groups.take();
}

ScopeScore Scores::cell(const review::Review& review, std::string_view lens, std::string_view framework) const {
    std::vector<const QuestionScore*> members;
    forEachScored(review, m_questions,
                  [&](const review::ReviewLens& inLens, const lens::Pillar& pillar, const lens::Question& question,
                      const QuestionScore& score) {
                      if (!lens.empty() && inLens.lens->id != lens)
                          return;
                      if (framework.empty() || frameworkOf(inLens, pillar, question) == framework)
                          members.push_back(&score);
                  });
    return scoreScope(members);
}

} // namespace plumb::score
