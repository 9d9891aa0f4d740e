// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/question_changes.h"

#include "core/compare/linked_evidence.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace plumb::compare {
namespace {

using review::Answer;
using review::ChoiceAnswer;

const ChoiceAnswer& choiceOf(const Answer& answer, const std::string& id) {
    static const ChoiceAnswer kNone;
    const auto found = answer.choices.find(id);
    return found == answer.choices.end() ? kNone : found->second;
}

std::vector<ChoiceChange> choicesOfOne(const Side& side, bool isNew) {
    std::vector<ChoiceChange> changes;
    for (const lens::Choice& choice : side.question->choices) {
        const ChoiceAnswer& answer = choiceOf(*side.answer, choice.id);
        if (answer != ChoiceAnswer())
            changes.push_back({choice.id, choice.title, isNew ? ChoiceAnswer() : answer,
                               isNew ? answer : ChoiceAnswer(), isNew, !isNew});
    }
    return changes;
}

/// In the order of the second version, then those that are gone. Of two choices with one id the first counts.
std::vector<ChoiceChange> choicesOfBoth(const Pair& pair) {
    const lens::Question &old = *pair.before.question, &now = *pair.after.question;
    const bool same = pair.sameLens || &old == &now;
    static const ChoiceAnswer kNone;
    std::vector<ChoiceChange> changes;
    if (same && pair.sameChoices)
        return changes;
    for (std::size_t i = 0; i < now.choices.size(); ++i) {
        const lens::Choice& choice = now.choices[i];
        if (now.choiceIndex(choice.id) != i)
            continue;
        const bool isNew = !same && !old.choiceIndex(choice.id);
        const ChoiceAnswer& before = isNew ? kNone : choiceOf(*pair.before.answer, choice.id);
        const ChoiceAnswer& after = choiceOf(*pair.after.answer, choice.id);
        if (isNew || before != after)
            changes.push_back({choice.id, choice.title, before, after, isNew, false});
    }
    for (std::size_t i = 0; !same && i < old.choices.size(); ++i)
        if (const lens::Choice& gone = old.choices[i]; !now.choiceIndex(gone.id) && old.choiceIndex(gone.id) == i)
            changes.push_back({gone.id, gone.title, choiceOf(*pair.before.answer, gone.id), {}, false, true});
    return changes;
}

/// Names, so that the same people of two files are the same; order is of no matter.
std::set<std::string_view> peopleOf(const review::Review& review, const Answer& answer) {
    std::set<std::string_view> names;
    for (const std::string& id : answer.people) {
        const review::Participant* person = review.findParticipant(id);
        names.insert(person ? std::string_view(person->name) : std::string_view(id));
    }
    return names;
}

bool samePeople(const State& before, const Answer& a, const State& after, const Answer& b) {
    if (a.people == b.people)
        return true;
    return std::set(a.people.begin(), a.people.end()) == std::set(b.people.begin(), b.people.end()) ||
           peopleOf(before.review, a) == peopleOf(after.review, b);
}

bool sameBasis(const Answer& a, const Answer& b) {
    return a.basis == b.basis && a.confidence == b.confidence && a.needsVerification == b.needsVerification;
}

bool sameOther(const Answer& a, const Answer& b) {
    return a.reason == b.reason && a.reasonText == b.reasonText && a.privateNote == b.privateNote &&
           a.parked == b.parked && a.parkedTopic == b.parkedTopic && a.reconfirm == b.reconfirm;
}

void compareWords(QuestionChange& change, const State& before, const Answer& a, const State& after, const Answer& b) {
    change.noteChanged = a.note != b.note;
    if (change.noteChanged) {
        change.noteBefore = a.note;
        change.noteAfter = b.note;
    }
    change.basisChanged = !sameBasis(a, b);
    change.peopleChanged = !samePeople(before, a, after, b);
    change.otherChanged = !sameOther(a, b);
}

/// -1 lower, 1 higher, 0 the same or not comparable because one of them is not answered.
int moveOf(lens::State from, lens::Risk worstFrom, lens::State to, lens::Risk worstTo) {
    const int a = halvesOf(from, worstFrom), b = halvesOf(to, worstTo);
    return a < 0 || b < 0 || a == b ? 0 : (b < a ? -1 : 1);
}

/// Whether the ticks alone move the risk that way, under the marks of either side: a practice that is only marked "not
/// applicable" is not in place.
bool ticksMove(const Pair& pair, int move) {
    const Side &a = pair.before, &b = pair.after;
    const lens::State under = hybridState(*a.question, *b.answer, *a.answer);
    const lens::State over = hybridState(*b.question, *a.answer, *b.answer);
    return moveOf(a.state(), a.score->worst, under, a.score->worst) == move &&
           moveOf(over, b.score->worst, b.state(), b.score->worst) == move;
}

/// A choice of both versions stands otherwise.
bool otherChoices(const QuestionChange& change) {
    return std::ranges::any_of(change.choices, [](const ChoiceChange& c) {
        return !c.isNew && !c.retired && c.before.status != c.after.status;
    });
}

Change classOf(const QuestionChange& change, const Pair& pair) {
    if (!change.hadBefore)
        return Change::New;
    if (!change.hasAfter)
        return Change::Retired;
    if ((change.from == lens::State::NotApplicable) != (change.to == lens::State::NotApplicable))
        return Change::Rescoped;
    if ((change.from == lens::State::Unanswered) != (change.to == lens::State::Unanswered))
        return change.from == lens::State::Unanswered ? Change::FirstAnswer : Change::Unanswered;
    const int move = moveOf(change.from, pair.before.score->worst, change.to, pair.after.score->worst);
    if (!pair.sameMarks && !(move != 0 && ticksMove(pair, move)))
        return Change::Rescoped;
    if (move != 0)
        return move < 0 ? Change::Improved : Change::Worsened;
    if (otherChoices(change))
        return Change::AnswerOnly;
    if (change.lensChanged)
        return Change::Reworded;
    const bool words = change.noteChanged || change.basisChanged || change.peopleChanged || change.evidenceChanged ||
                       change.otherChanged || !change.choices.empty();
    return words ? Change::EvidenceOnly : Change::Unchanged;
}

std::string lensName(const Side& side) {
    return side.lens->overlay->shortName.empty() ? side.lens->lens->name : side.lens->overlay->shortName;
}

std::string pillarName(const Side& side) {
    const std::string& shortName = side.lens->overlay->pillar(side.pillar->id).shortName;
    return shortName.empty() ? side.pillar->name : shortName;
}

void place(QuestionChange& change, const Pair& pair) {
    const Side& shown = pair.shown();
    change.key = pair.key();
    change.title = shown.question->title;
    change.lens = lensName(shown);
    change.pillar = pillarName(shown);
    change.from = pair.before.state();
    change.to = pair.after.state();
    change.hadBefore = pair.before.there();
    change.hasAfter = pair.after.there();
    change.lensChanged = pair.lensChanged;
    change.choices = pair.both() ? choicesOfBoth(pair) : choicesOfOne(shown, change.hasAfter);
}

} // namespace

std::vector<QuestionChange> questionChanges(const State& before, const State& after, const std::vector<Pair>& pairs) {
    const LinkedEvidence olds(before.review), news(after.review);
    static const Answer kNone;
    std::vector<QuestionChange> changes;
    changes.reserve(pairs.size());
    for (const Pair& pair : pairs) {
        QuestionChange& change = changes.emplace_back();
        place(change, pair);
        compareWords(change, before, pair.before.there() ? *pair.before.answer : kNone, after,
                     pair.after.there() ? *pair.after.answer : kNone);
        change.evidenceChanged = !olds.sameFor(change.key, news);
        change.change = classOf(change, pair);
    }
    return changes;
}

} // namespace plumb::compare
