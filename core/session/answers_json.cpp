// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing answers as JSON, and the three ways in that share answer_reader.h.
#include "core/session/answers_json.h"

#include "core/session/answer_apply.h"
#include "core/session/answer_reader.h"
#include "core/session/names.h"

#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Answer;
using review::ChoiceAnswer;
using review::ChoiceStatus;

/// Ticks, "not applicable" and notes of the choices, in question order.
void writeChoices(const lens::Question& question, const Answer& answer, Json& out) {
    Json selected = Json::array(), na = Json::array(), notes = Json::object();
    for (const lens::Choice& choice : question.choices) {
        const auto it = answer.choices.find(choice.id);
        if (it == answer.choices.end())
            continue;
        const ChoiceAnswer& recorded = it->second;
        if (recorded.status == ChoiceStatus::Selected)
            selected.push_back(choice.id);
        if (recorded.status == ChoiceStatus::NotApplicable && recorded.reason == review::NaReason::None)
            na.push_back(choice.id);
        else if (recorded.status == ChoiceStatus::NotApplicable)
            na.push_back(Json{{"id", choice.id}, {"reason", review::toText(recorded.reason)}});
        if (!recorded.note.empty())
            notes[choice.id] = recorded.note;
    }
    out["selected"] = std::move(selected);
    out["na"] = std::move(na);
    if (!notes.empty())
        out["choiceNotes"] = std::move(notes);
}

void writeText(Json& out, const char* key, std::string_view text) {
    if (!text.empty())
        out[key] = text;
}

Json writeAnswer(const review::Review& review, const lens::Question& question, const Answer& answer) {
    Json out = Json::object();
    writeChoices(question, answer, out);
    out["applicable"] = answer.applicable;
    if (answer.reason != review::NaReason::None)
        out["reason"] = review::toText(answer.reason);
    writeText(out, "reasonText", answer.reasonText);
    out["note"] = answer.note;
    writeText(out, "confidence", review::toText(answer.confidence));
    writeText(out, "basis", review::toText(answer.basis));
    if (answer.needsVerification)
        out["needsVerification"] = true;
    if (answer.parked)
        out["parked"] = true;
    writeText(out, "parkedTopic", answer.parkedTopic);
    Json people = Json::array();
    for (const std::string& id : answer.people)
        if (const review::Participant* person = review.findParticipant(id))
            people.push_back(person->name);
    if (!people.empty())
        out["people"] = std::move(people);
    return out;
}

tl::unexpected<Error> refuse(std::vector<Message> problems) {
    Error error{ErrorKind::Refused, "answers.invalid", {}, problems.front().pointer, {}, {}};
    error.text =
        problems.size() == 1
            ? fmt::format("The answers can't be used: {}", problems.front().text)
            : fmt::format("The answers can't be used; {} things are wrong, the first at {}: {}", problems.size(),
                          problems.front().pointer.empty() ? "the top" : problems.front().pointer,
                          problems.front().text);
    error.args = {std::to_string(problems.size())};
    error.messages = std::move(problems);
    return fail(std::move(error));
}

} // namespace

Json exportAnswers(const review::Review& review) {
    Json out = Json::object();
    for (const review::ReviewLens& reviewLens : review.lenses) {
        Json ofLens = Json::object();
        for (const lens::Pillar& pillar : reviewLens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                const Answer& answer = review.answer({reviewLens.lens->id, question.id});
                if (answer != Answer{})
                    ofLens[question.id] = writeAnswer(review, question, answer);
            }
        if (!ofLens.empty())
            out[reviewLens.lens->id] = std::move(ofLens);
    }
    return out;
}

Result<std::vector<std::pair<QuestionKey, AnswerEdit>>> readAnswers(const Json& json, const review::Review& review) {
    AnswerReader reader;
    std::vector<std::pair<QuestionKey, AnswerEdit>> edits;
    if (!json.is_object())
        reader.problem("N004", "", "The answers must be an object of questionnaires.",
                       "Write {LENS: {QUESTION: {...}}}.");
    else
        for (const auto& [lensId, ofLens] : json.items()) {
            const std::string pointer = childPointer("", lensId);
            if (const review::ReviewLens* found = review.findLens(lensId)) {
                for (auto& [question, edit] : reader.readLens(ofLens, *found->lens, pointer))
                    edits.emplace_back(QuestionKey{lensId, question->id}, std::move(edit));
                continue;
            }
            std::vector<std::string> known;
            for (const review::ReviewLens& there : review.lenses)
                known.push_back(there.lens->id);
            reader.problem("N001", pointer,
                           fmt::format("The review has no questionnaire \"{}\".{}", shorten(lensId, 60),
                                       didYouMean(nearestNames(lensId, known))),
                           known.empty() ? "Add a questionnaire to the review first."
                                         : fmt::format("Use one of {}.", fmt::join(known, ", ")));
        }
    if (!reader.problems().empty())
        return refuse(reader.takeProblems());
    return edits;
}

Result<std::map<std::string, review::Answer>> readLensAnswers(const Json& json, const lens::Lens& lens) {
    AnswerReader reader;
    std::map<std::string, review::Answer> answers;
    for (const auto& [question, edit] : reader.readLens(json, lens, "")) {
        auto answer = applyEdit({lens.id, question->id}, *question, review::Answer{}, edit, {});
        if (answer)
            answers.insert_or_assign(question->id, std::move(*answer));
        else
            reader.problem("N004", childPointer("", question->id), answer.error().text, {});
    }
    if (!reader.problems().empty())
        return refuse(reader.takeProblems());
    return answers;
}

} // namespace plumb::session
