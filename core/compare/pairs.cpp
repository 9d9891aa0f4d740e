// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/pairs.h"

#include "core/compare/question_versions.h"
#include "core/score/level.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace plumb::compare {
namespace {

/// The answers of one lens in the order of their questions, for binary search: no key is copied or hashed.
class Answers {
public:
    Answers(const review::Review& review, const std::string& lensId) {
        for (auto it = review.answers.lower_bound({lensId, {}}); it != review.answers.end() && it->first.lens == lensId;
             ++it)
            m_answers.emplace_back(it->first.question, &it->second);
    }
    [[nodiscard]] const review::Answer* of(std::string_view question) const {
        static const review::Answer kNone;
        const auto found = std::ranges::lower_bound(m_answers, question, {}, &Entry::first);
        return found == m_answers.end() || found->first != question ? &kNone : found->second;
    }

private:
    using Entry = std::pair<std::string_view, const review::Answer*>;
    std::vector<Entry> m_answers;
};

/// The scored questions of a state, in order.
std::vector<Side> sidesOf(const State& state) {
    const std::vector<score::QuestionScore>& scores = state.scores.questions();
    std::vector<Side> sides;
    sides.reserve(scores.size());
    for (const review::ReviewLens& lens : state.review.lenses) {
        const Answers answers(state.review, lens.lens->id);
        for (const lens::Pillar& pillar : lens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                if (sides.size() == scores.size())
                    return sides;
                const score::QuestionScore& score = scores[sides.size()];
                if (score.key.question == question.id && score.key.lens == lens.lens->id)
                    sides.push_back({&lens, &pillar, &question, &score, answers.of(question.id)});
            }
    }
    return sides;
}

bool sameText(const lens::Lens& a, const lens::Lens& b) {
    return &a == &b || (!a.sha256.empty() && a.sha256 == b.sha256);
}

/// The sides of one lens of the first state, and what its version in the second did to it.
struct OldLens {
    std::span<const Side> sides;
    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<bool> matched;
    QuestionVersions versions;
    bool same = false;
};

using OldLenses = std::unordered_map<std::string_view, OldLens>;

OldLenses oldLensesOf(const std::vector<Side>& sides, const State& after) {
    OldLenses lenses;
    for (std::size_t begin = 0, end = 0; begin < sides.size(); begin = end) {
        while (end < sides.size() && sides[end].lens == sides[begin].lens)
            ++end;
        const lens::Lens& lens = *sides[begin].lens->lens;
        OldLens& old = lenses[lens.id];
        old.sides = std::span(sides).subspan(begin, end - begin);
        old.matched.assign(old.sides.size(), false);
        old.places.reserve(old.sides.size());
        for (std::size_t i = 0; i < old.sides.size(); ++i)
            old.places.emplace(old.sides[i].question->id, i);
        const review::ReviewLens* now = after.review.findLens(lens.id);
        old.same = now != nullptr && sameText(lens, *now->lens);
        if (now != nullptr && !old.same)
            old.versions = questionVersions(lens::diff(lens, *now->lens));
    }
    return lenses;
}

Pair matched(const Side& side, OldLenses& lenses) {
    Pair pair;
    pair.after = side;
    const auto lens = lenses.find(side.score->key.lens);
    if (lens == lenses.end())
        return pair;
    OldLens& old = lens->second;
    const auto place = old.places.find(side.question->id);
    if (place == old.places.end())
        return pair;
    old.matched[place->second] = true;
    pair.before = old.sides[place->second];
    pair.sameLens = old.same;
    pair.lensChanged = old.versions.contains(side.question->id);
    return pair;
}

} // namespace

std::vector<Pair> pairsOf(const State& before, const State& after) {
    const std::vector<Side> olds = sidesOf(before), news = sidesOf(after);
    OldLenses lenses = oldLensesOf(olds, after);
    std::vector<Pair> pairs;
    pairs.reserve(news.size());
    for (const Side& side : news)
        pairs.push_back(matched(side, lenses));
    for (const Side& side : olds) {
        const OldLens& old = lenses.at(side.score->key.lens);
        if (!old.matched[old.places.at(side.question->id)])
            pairs.push_back({side, {}, false, false});
    }
    return pairs;
}

lens::State hybridState(const lens::Question& question, const review::Answer& ticks, const review::Answer& marks) {
    lens::Selection selection = review::toSelection(question, ticks);
    const lens::Selection marked = review::toSelection(question, marks);
    selection.applicable = marked.applicable;
    selection.notApplicable = marked.notApplicable;
    return lens::evaluate(question, selection);
}

bool sameMarks(const review::Answer& before, const review::Answer& after) {
    if (before.applicable != after.applicable)
        return false;
    const auto marked = [](const auto& choice) { return choice.second.status == review::ChoiceStatus::NotApplicable; };
    auto a = before.choices.begin();
    auto b = after.choices.begin();
    while (true) {
        a = std::find_if(a, before.choices.end(), marked);
        b = std::find_if(b, after.choices.end(), marked);
        if (a == before.choices.end() || b == after.choices.end())
            return a == before.choices.end() && b == after.choices.end();
        if (a++->first != b++->first)
            return false;
    }
}

int halvesOf(lens::State state, lens::Risk worst) noexcept {
    const std::optional<lens::Risk> level = score::levelOf(state, worst);
    return level ? static_cast<int>(2.0 * score::penaltyOf(*level)) : -1;
}

} // namespace plumb::compare
