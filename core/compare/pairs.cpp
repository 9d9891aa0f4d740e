// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/pairs.h"

#include "core/base/parallel.h"
#include "core/compare/places.h"
#include "core/compare/question_versions.h"
#include "core/score/level.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace plumb::compare {
namespace {

/// From here on a second thread is worth its start.
constexpr std::size_t kManyQuestions = 2000;

/// The answers of one lens by question: no key is copied.
class Answers {
public:
    Answers(const review::Review& review, const std::string& lensId) : m_places(collect(review, lensId)) {}
    [[nodiscard]] const review::Answer* of(std::string_view question) const {
        static const review::Answer kNone;
        const std::optional<std::size_t> place = m_places.of(question);
        return place ? m_answers[*place] : &kNone;
    }

private:
    std::vector<std::string_view> collect(const review::Review& review, const std::string& lensId) {
        std::vector<std::string_view> questions;
        const auto end = review.answers.lower_bound({lensId + '\0', {}}); // the first of a later lens
        for (auto it = review.answers.lower_bound({lensId, {}}); it != end; ++it) {
            questions.emplace_back(it->first.question);
            m_answers.push_back(&it->second);
        }
        return questions;
    }
    std::vector<const review::Answer*> m_answers; ///< before the places, which fill it
    Places m_places;
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

/// Neither the question nor a choice is marked "not applicable" otherwise.
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

/// The sides of one lens of the first state, and what its version in the second did to it.
struct OldLens {
    std::span<const Side> sides;
    std::size_t first = 0;        ///< place of the first of them among all
    std::optional<Places> places; ///< made where the order is another one
    std::vector<bool> matched;
    QuestionVersions versions;
    bool same = false;
    std::size_t next = 0; ///< of one that is the same: its questions come in the same order again

    [[nodiscard]] std::optional<std::size_t> placeOf(const std::string& question) {
        if (same && next < sides.size() && sides[next].question->id == question)
            return next++;
        if (!places) {
            std::vector<std::string_view> ids;
            for (const Side& side : sides)
                ids.emplace_back(side.question->id);
            places.emplace(std::move(ids));
        }
        return places->of(question);
    }
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
        old.first = begin;
        old.matched.assign(old.sides.size(), false);
        const review::ReviewLens* now = after.review.findLens(lens.id);
        old.same = now != nullptr && sameText(lens, *now->lens);
        if (now != nullptr && !old.same)
            old.versions = questionVersions(lens::diff(lens, *now->lens));
    }
    return lenses;
}

Pair matched(const Side& side, OldLens* old) {
    Pair pair;
    pair.after = side;
    const std::optional<std::size_t> place = old ? old->placeOf(side.question->id) : std::nullopt;
    if (!place)
        return pair;
    old->matched[*place] = true;
    pair.before = old->sides[*place];
    pair.sameLens = old->same;
    pair.lensChanged = !old->same && old->versions.contains(side.question->id);
    const review::Answer &a = *pair.before.answer, &b = *pair.after.answer;
    pair.sameChoices = a.choices == b.choices;
    pair.sameMarks = pair.sameChoices ? a.applicable == b.applicable : sameMarks(a, b);
    return pair;
}

} // namespace

std::vector<Pair> pairsOf(const State& before, const State& after) {
    std::array<std::vector<Side>, 2> both;
    const std::array<const State*, 2> states{&before, &after};
    const std::size_t threads = after.scores.questions().size() < kManyQuestions ? 1 : 0;
    static_cast<void>(
        inParallel(both.size(), threads, [&](std::size_t side, std::size_t) { both[side] = sidesOf(*states[side]); }));
    const auto& [olds, news] = both;
    OldLenses lenses = oldLensesOf(olds, after);
    std::vector<Pair> pairs;
    pairs.reserve(news.size());
    const review::ReviewLens* lens = nullptr;
    OldLens* old = nullptr;
    for (const Side& side : news) {
        if (side.lens != lens) {
            lens = side.lens;
            const auto found = lenses.find(lens->lens->id);
            old = found == lenses.end() ? nullptr : &found->second;
        }
        pairs.push_back(matched(side, old));
    }
    lens = nullptr;
    for (std::size_t i = 0; i < olds.size(); ++i) {
        if (olds[i].lens != lens) {
            lens = olds[i].lens;
            old = &lenses.at(lens->lens->id);
        }
        if (!old->matched[i - old->first])
            pairs.push_back({olds[i], {}});
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

int halvesOf(lens::State state, lens::Risk worst) noexcept {
    const std::optional<lens::Risk> level = score::levelOf(state, worst);
    return level ? static_cast<int>(2.0 * score::penaltyOf(*level)) : -1;
}

} // namespace plumb::compare
