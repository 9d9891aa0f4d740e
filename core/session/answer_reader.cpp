// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/answer_reader.h"

#include "core/base/json.h"
#include "core/session/names.h"

#include <fmt/format.h>

namespace plumb::session {
namespace {

constexpr std::string_view kReasons = "OUT_OF_SCOPE, BUSINESS_PRIORITIES, ARCHITECTURE_CONSTRAINTS, OTHER or NONE";

const std::vector<std::string>& fieldNames() {
    static const std::vector<std::string> kNames{
        "selected", "na",          "choiceNotes", "applicable", "reason",      "reasonText",        "note",
        "parked",   "privateNote", "confidence",  "basis",      "parkedTopic", "needsVerification", "people"};
    return kNames;
}

std::vector<std::string> choiceIds(const lens::Question& question) {
    std::vector<std::string> ids;
    for (const lens::Choice& choice : question.choices)
        ids.push_back(choice.id);
    return ids;
}

std::vector<std::string> questionIds(const lens::Lens& lens) {
    std::vector<std::string> ids;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            ids.push_back(question.id);
    return ids;
}

} // namespace

void AnswerReader::problem(std::string id, std::string pointer, std::string text, std::string fix) {
    m_problems.push_back({std::move(id), std::move(pointer), std::move(text), std::move(fix)});
}

std::vector<std::pair<const lens::Question*, AnswerEdit>>
AnswerReader::readLens(const Json& json, const lens::Lens& lens, const std::string& pointer) {
    std::vector<std::pair<const lens::Question*, AnswerEdit>> edits;
    if (!json.is_object()) {
        problem("N004", pointer, "The answers of a questionnaire must be an object of questions.",
                "Write {QUESTION: {\"selected\": [...]}}.");
        return edits;
    }
    for (const auto& [questionId, value] : json.items()) {
        const std::string place = childPointer(pointer, questionId);
        if (const lens::Question* question = lens.findQuestion(questionId))
            edits.emplace_back(question, readAnswer(value, *question, place));
        else
            problem("N002", place,
                    fmt::format("The questionnaire \"{}\" has no question \"{}\".{}", lens.id, shorten(questionId, 60),
                                didYouMean(nearestNames(questionId, questionIds(lens)))),
                    "Use the id of a question of this questionnaire.");
    }
    return edits;
}

AnswerEdit AnswerReader::readAnswer(const Json& json, const lens::Question& question, const std::string& pointer) {
    AnswerEdit edit;
    edit.exclusiveNone = false;
    if (!json.is_object()) {
        problem("N004", pointer, "An answer must be an object.", "Write {\"selected\": [...], \"na\": [...]}.");
        return edit;
    }
    for (const auto& [key, value] : json.items())
        readField(key, value, question, childPointer(pointer, key), edit);
    return edit;
}

void AnswerReader::readField(const std::string& key, const Json& value, const lens::Question& question,
                             const std::string& pointer, AnswerEdit& edit) {
    if (key == "selected")
        readSelected(value, question, pointer, edit);
    else if (key == "na")
        readNotApplicable(value, question, pointer, edit);
    else if (key == "choiceNotes")
        readChoiceNotes(value, question, pointer, edit);
    else if (key == "applicable")
        readBool(value, pointer, edit.applicable);
    else if (key == "reason")
        readLevel(value, pointer, kReasons, edit.reason);
    else if (key == "reasonText")
        readText(value, pointer, edit.reasonText);
    else if (key == "note")
        readText(value, pointer, edit.note);
    else if (key == "privateNote")
        readText(value, pointer, edit.privateNote);
    else if (key == "confidence")
        readLevel(value, pointer, "low, medium or high", edit.confidence);
    else if (key == "basis")
        readLevel(value, pointer, "said, shown or verified", edit.basis);
    else if (key == "needsVerification")
        readBool(value, pointer, edit.needsVerification);
    else if (key == "parked")
        readBool(value, pointer, edit.parked);
    else if (key == "parkedTopic")
        readText(value, pointer, edit.parkedTopic);
    else if (key == "people")
        readPeople(value, pointer, edit);
    else
        problem("N004", pointer,
                fmt::format("An answer has no field \"{}\".{}", shorten(key, 60),
                            didYouMean(nearestNames(key, fieldNames()))),
                fmt::format("Use one of {}.", fmt::join(fieldNames(), ", ")));
}

void AnswerReader::readSelected(const Json& value, const lens::Question& question, const std::string& pointer,
                                AnswerEdit& edit) {
    edit.replaceChoices = true;
    if (!value.is_array())
        return problem("N004", pointer, "\"selected\" must be a list of choice ids.", "Write [\"id\", ...].");
    for (std::size_t i = 0; i < value.size(); ++i)
        if (std::string id = choiceId(value[i], question, childPointer(pointer, i)); !id.empty())
            edit.select.push_back(std::move(id));
}

void AnswerReader::readNotApplicable(const Json& value, const lens::Question& question, const std::string& pointer,
                                     AnswerEdit& edit) {
    edit.replaceChoices = true;
    if (!value.is_array())
        return problem("N004", pointer, "\"na\" must be a list of choice ids, or of {\"id\", \"reason\"}.",
                       "Write [\"id\", {\"id\": \"other\", \"reason\": \"OUT_OF_SCOPE\"}].");
    for (std::size_t i = 0; i < value.size(); ++i) {
        const Json& item = value[i];
        const std::string place = childPointer(pointer, i);
        std::optional<review::NaReason> reason;
        const bool withReason = item.is_object() && item.contains("id");
        if (withReason && item.contains("reason"))
            readLevel(item["reason"], childPointer(place, "reason"), kReasons, reason);
        const std::string id = choiceId(withReason ? item["id"] : item, question, place);
        if (id.empty())
            continue;
        if (question.choices[*question.choiceIndex(id)].isNone)
            problem("N004", place, fmt::format("\"None of these\" ({}) can't be marked not applicable.", id),
                    "Take it out of \"na\", or write \"applicable\": false for the question.");
        edit.notApplicableChoices.emplace_back(id, reason.value_or(review::NaReason::None));
    }
}

void AnswerReader::readChoiceNotes(const Json& value, const lens::Question& question, const std::string& pointer,
                                   AnswerEdit& edit) {
    if (!value.is_object())
        return problem("N004", pointer, "\"choiceNotes\" must be an object of texts by choice id.",
                       "Write {\"id\": \"text\"}.");
    for (const auto& [key, text] : value.items()) {
        const std::string place = childPointer(pointer, key);
        const std::string id = choiceId(Json(key), question, place);
        if (!id.empty() && isText(text, place))
            edit.choiceNotes.emplace_back(id, text.get<std::string>());
    }
}

void AnswerReader::readPeople(const Json& value, const std::string& pointer, AnswerEdit& edit) {
    if (!value.is_array())
        return problem("N004", pointer, "\"people\" must be a list of names.", "Write [\"name\", ...].");
    edit.people.emplace(); // names replace the list
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string place = childPointer(pointer, i);
        if (!isText(value[i], place))
            continue;
        edit.addPeople.push_back(value[i].get<std::string>());
        if (tidySpaces(edit.addPeople.back()).empty())
            problem("N004", place, "A name can't be empty.", "Write the name or take the entry out.");
    }
}

std::string AnswerReader::choiceId(const Json& value, const lens::Question& question, const std::string& pointer) {
    if (!isText(value, pointer))
        return {};
    std::string id = value.get<std::string>();
    if (question.choiceIndex(id))
        return id;
    const std::vector<std::string> known = choiceIds(question);
    problem("N003", pointer,
            fmt::format("The question {} has no choice \"{}\".{}", question.id, shorten(id, 60),
                        didYouMean(nearestNames(id, known))),
            fmt::format("Use one of {}.", fmt::join(known, ", ")));
    return {};
}

bool AnswerReader::isText(const Json& value, const std::string& pointer) {
    if (!value.is_string())
        problem("N004", pointer, fmt::format("A text is expected here, not {}.", value.type_name()),
                "Write a text in quotes.");
    return value.is_string();
}

void AnswerReader::readText(const Json& value, const std::string& pointer, std::optional<std::string>& out) {
    if (!isText(value, pointer))
        return;
    out = value.get<std::string>();
    if (out->size() > review::kMaxNote)
        problem("N004", pointer, fmt::format("The text has {} bytes; {} are allowed.", out->size(), review::kMaxNote),
                "Shorten the text, or attach it as evidence.");
}

void AnswerReader::readBool(const Json& value, const std::string& pointer, std::optional<bool>& out) {
    if (value.is_boolean())
        out = value.get<bool>();
    else
        problem("N004", pointer, fmt::format("true or false is expected here, not {}.", value.type_name()),
                "Write true or false without quotes.");
}

template <typename Level>
void AnswerReader::readLevel(const Json& value, const std::string& pointer, std::string_view allowed,
                             std::optional<Level>& out) {
    if (!isText(value, pointer))
        return;
    Level level{};
    const std::string text = value.get<std::string>();
    if (review::fromText(text, level))
        out = level;
    else
        problem("N004", pointer, fmt::format("\"{}\" is not a value for this field.", shorten(text, 60)),
                fmt::format("Write {}.", allowed));
}

} // namespace plumb::session
