// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/answer_edit.h"

#include "core/session/answer_apply.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Answer;
using review::ChoiceAnswer;
using review::ChoiceStatus;
using review::NaReason;

std::vector<std::string> choiceIds(const lens::Question& question) {
    std::vector<std::string> ids;
    for (const lens::Choice& choice : question.choices)
        ids.push_back(choice.id);
    return ids;
}

tl::unexpected<Error> unknownChoice(const QuestionKey& key, const lens::Question& question, const std::string& id) {
    const std::vector<std::string> near = nearestNames(id, choiceIds(question));
    std::vector<std::string> args{id, key.question};
    args.insert(args.end(), near.begin(), near.end());
    const std::string help =
        near.empty() ? fmt::format(" Its choices are {}.", fmt::join(choiceIds(question), ", ")) : didYouMean(near);
    return fail(ErrorKind::Usage, "session.unknownChoice",
                fmt::format("The question {} has no choice \"{}\".{}", key.question, shorten(id, 60), help),
                key.lens + "/" + key.question, std::move(args));
}

/// Every choice id of the edit is one of the question, and no none-choice becomes "not applicable".
Result<void> checkChoices(const QuestionKey& key, const lens::Question& question, const AnswerEdit& edit) {
    std::vector<const std::string*> named;
    for (const std::string& id : edit.unselect)
        named.push_back(&id);
    for (const std::string& id : edit.select)
        named.push_back(&id);
    for (const auto& [id, reason] : edit.notApplicableChoices)
        named.push_back(&id);
    for (const auto& [id, note] : edit.choiceNotes)
        named.push_back(&id);
    for (const std::string* id : named)
        if (!question.choiceIndex(*id))
            return unknownChoice(key, question, *id);
    for (const auto& [id, reason] : edit.notApplicableChoices)
        if (question.choices[*question.choiceIndex(id)].isNone)
            return fail(
                ErrorKind::Usage, "session.noneNotApplicable",
                fmt::format("\"None of these\" ({}) of {} can't be marked not applicable; mark the question instead.",
                            id, key.question),
                key.lens + "/" + key.question, {id, key.question});
    return {};
}

void setStatus(Answer& answer, const std::string& id, ChoiceStatus status, NaReason reason = NaReason::None) {
    ChoiceAnswer& choice = answer.choices[id];
    choice.status = status;
    choice.reason = reason;
}

/// Clears the ticks that the none-rule does not let stand beside what was just ticked.
void clearTicks(const lens::Question& question, Answer& answer, bool noneChoices) {
    for (const lens::Choice& choice : question.choices) {
        const auto it = answer.choices.find(choice.id);
        if (it != answer.choices.end() && choice.isNone == noneChoices && it->second.status == ChoiceStatus::Selected)
            it->second.status = ChoiceStatus::Unselected;
    }
}

Result<void> tickNone(const QuestionKey& key, const lens::Question& question, Answer& answer) {
    const auto none = std::find_if(question.choices.begin(), question.choices.end(),
                                   [](const lens::Choice& choice) { return choice.isNone; });
    if (none == question.choices.end())
        return fail(ErrorKind::Usage, "session.noNoneChoice",
                    fmt::format("The question {} has no \"None of these\".", key.question),
                    key.lens + "/" + key.question, {key.question});
    clearTicks(question, answer, false);
    setStatus(answer, none->id, ChoiceStatus::Selected);
    return {};
}

Result<void> applyTicks(const QuestionKey& key, const lens::Question& question, const AnswerEdit& edit,
                        Answer& answer) {
    bool none = edit.none, others = false;
    for (const std::string& id : edit.select)
        (question.choices[*question.choiceIndex(id)].isNone ? none : others) = true;
    if (none && others && (edit.exclusiveNone || edit.none))
        return fail(ErrorKind::Usage, "session.noneWithOthers",
                    fmt::format("\"None of these\" of {} can't be ticked together with other choices.", key.question),
                    key.lens + "/" + key.question, {key.question});
    for (const std::string& id : edit.unselect)
        setStatus(answer, id, ChoiceStatus::Unselected);
    if (edit.exclusiveNone && (none || others))
        clearTicks(question, answer, others);
    for (const std::string& id : edit.select)
        setStatus(answer, id, ChoiceStatus::Selected);
    if (edit.none)
        PLUMB_CHECK(tickNone(key, question, answer));
    for (const auto& [id, reason] : edit.notApplicableChoices)
        setStatus(answer, id, ChoiceStatus::NotApplicable, reason);
    return {};
}

template <typename T> void assignIfSet(const std::optional<T>& from, T& to) {
    if (from)
        to = *from;
}

void applyFields(const AnswerEdit& edit, const std::vector<std::string>& addedPeople, Answer& answer) {
    assignIfSet(edit.applicable, answer.applicable);
    assignIfSet(edit.reason, answer.reason);
    assignIfSet(edit.reasonText, answer.reasonText);
    assignIfSet(edit.note, answer.note);
    assignIfSet(edit.privateNote, answer.privateNote);
    assignIfSet(edit.confidence, answer.confidence);
    assignIfSet(edit.basis, answer.basis);
    assignIfSet(edit.needsVerification, answer.needsVerification);
    assignIfSet(edit.parkedTopic, answer.parkedTopic);
    if (edit.parkedTopic && !edit.parkedTopic->empty())
        answer.parked = true;
    assignIfSet(edit.parked, answer.parked);
    assignIfSet(edit.people, answer.people);
    for (const std::string& id : addedPeople)
        if (std::find(answer.people.begin(), answer.people.end(), id) == answer.people.end())
            answer.people.push_back(id);
}

/// Makes the answer say nothing twice and nothing that its other fields rule out, so that equal answers compare equal.
void normalise(Answer& answer) {
    if (answer.applicable) {
        answer.reason = NaReason::None;
        answer.reasonText.clear();
    }
    if (!answer.parked)
        answer.parkedTopic.clear();
    for (auto& [id, choice] : answer.choices)
        if (choice.status != ChoiceStatus::NotApplicable)
            choice.reason = NaReason::None;
    std::erase_if(answer.choices, [](const auto& entry) { return entry.second == ChoiceAnswer{}; });
}

// --- labels ---------------------------------------------------------------------------------------------------------

constexpr std::size_t kTitleLetters = 48;

const ChoiceAnswer& choiceOf(const Answer& answer, const std::string& id) {
    static const ChoiceAnswer kNone{};
    const auto it = answer.choices.find(id);
    return it == answer.choices.end() ? kNone : it->second;
}

/// A label for the ticks that changed; empty when none did or there is no short way to say it.
std::string describeTicks(const QuestionKey& key, const lens::Question& question, const Answer& before,
                          const Answer& after) {
    std::vector<const lens::Choice*> changed;
    const lens::Choice* none = nullptr;
    for (const lens::Choice& choice : question.choices) {
        const ChoiceAnswer &was = choiceOf(before, choice.id), &is = choiceOf(after, choice.id);
        if (was.status == is.status && was.reason == is.reason)
            continue;
        changed.push_back(&choice);
        if (choice.isNone && is.status == ChoiceStatus::Selected)
            none = &choice;
    }
    if (none)
        return "None of these: " + key.question;
    // Ticking a practice takes "None of these" back; only the tick is worth a word.
    if (changed.size() == 2)
        std::erase_if(changed, [](const lens::Choice* choice) { return choice->isNone; });
    if (changed.size() != 1)
        return {};
    const lens::Choice& choice = *changed.front();
    const std::string title = shorten(choice.title, kTitleLetters);
    switch (choiceOf(after, choice.id).status) {
    case ChoiceStatus::Selected:
        return fmt::format("Tick \"{}\"", title);
    case ChoiceStatus::NotApplicable:
        return fmt::format("Not applicable: \"{}\"", title);
    case ChoiceStatus::Unselected:
        break;
    }
    return choiceOf(before, choice.id).status == ChoiceStatus::Selected
               ? fmt::format("Untick \"{}\"", title)
               : fmt::format("Applicable again: \"{}\"", title);
}

bool sameTicks(const Answer& a, const Answer& b, const lens::Question& question) {
    return std::all_of(question.choices.begin(), question.choices.end(), [&](const lens::Choice& choice) {
        const ChoiceAnswer &x = choiceOf(a, choice.id), &y = choiceOf(b, choice.id);
        return x.status == y.status && x.reason == y.reason;
    });
}

bool sameChoiceNotes(const Answer& a, const Answer& b, const lens::Question& question) {
    return std::all_of(question.choices.begin(), question.choices.end(), [&](const lens::Choice& choice) {
        return choiceOf(a, choice.id).note == choiceOf(b, choice.id).note;
    });
}

template <typename T> std::string describeLevel(std::string_view what, T level, const std::string& question) {
    const std::string_view text = review::toText(level);
    return text.empty()
               ? fmt::format("No {}: {}", what, question)
               : fmt::format("{}{} {}: {}", static_cast<char>(what[0] - 'a' + 'A'), what.substr(1), text, question);
}

} // namespace

AnswerEdit AnswerEdit::toggled(const review::Answer& answer, const std::string& choiceId) {
    AnswerEdit edit;
    const auto it = answer.choices.find(choiceId);
    const bool ticked = it != answer.choices.end() && it->second.status == ChoiceStatus::Selected;
    (ticked ? edit.unselect : edit.select).push_back(choiceId);
    return edit;
}

Result<review::Answer> applyEdit(const QuestionKey& key, const lens::Question& question, const review::Answer& before,
                                 const AnswerEdit& edit, const std::vector<std::string>& addedPeople) {
    PLUMB_CHECK(checkChoices(key, question, edit));
    Answer after = before;
    if (edit.replaceChoices)
        for (auto& [id, choice] : after.choices)
            choice.status = ChoiceStatus::Unselected;
    PLUMB_CHECK(applyTicks(key, question, edit, after));
    for (const auto& [id, note] : edit.choiceNotes)
        after.choices[id].note = note;
    applyFields(edit, addedPeople, after);
    normalise(after);
    if (edit.confirm || after != before)
        after.reconfirm.clear();
    return after;
}

std::string describeChange(const QuestionKey& key, const lens::Question& question, const review::Answer& before,
                           const review::Answer& after) {
    const std::string& id = key.question;
    std::vector<std::string> parts; // one label for each kind of change
    if (!sameTicks(before, after, question))
        parts.push_back(describeTicks(key, question, before, after));
    if (!sameChoiceNotes(before, after, question) || before.note != after.note)
        parts.push_back((after.note.empty() && !before.note.empty() ? "Clear the note on " : "Note on ") + id);
    if (before.applicable != after.applicable)
        parts.push_back((after.applicable ? "Applicable again: " : "Not applicable: ") + id);
    else if (before.reason != after.reason || before.reasonText != after.reasonText)
        parts.push_back("Reason for not applicable: " + id);
    if (before.privateNote != after.privateNote)
        parts.push_back("Private note on " + id);
    if (before.confidence != after.confidence)
        parts.push_back(describeLevel("confidence", after.confidence, id));
    if (before.basis != after.basis)
        parts.push_back(describeLevel("basis", after.basis, id));
    if (before.needsVerification != after.needsVerification)
        parts.push_back((after.needsVerification ? "Mark for verification: " : "Clear the verification mark: ") + id);
    if (before.parked != after.parked || before.parkedTopic != after.parkedTopic)
        parts.push_back((after.parked ? "Park " : "Take back from the parking lot: ") + id);
    if (before.people != after.people)
        parts.push_back("Who answered " + id);
    if (parts.empty() && before.reconfirm != after.reconfirm)
        parts.push_back("Confirm " + id);
    if (parts.empty())
        return {};
    const std::string label = parts.size() == 1 && !parts.front().empty() ? parts.front() : "Answer " + id;
    return shorten(label, 79);
}

} // namespace plumb::session
