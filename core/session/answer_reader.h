// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the answers of one questionnaire from JSON into edits, and collects what is wrong (N002 unknown question, N003
// unknown choice, N004 wrong type, value or key), each at its JSON pointer.
#pragma once

#include "core/base/json.h"
#include "core/lens/lens.h"
#include "core/session/answer_edit.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::session {

class AnswerReader {
public:
    /// Questions in file order; those with problems are among them, so ask problems() before using any.
    [[nodiscard]] std::vector<std::pair<const lens::Question*, AnswerEdit>>
    readLens(const Json& json, const lens::Lens& lens, const std::string& pointer);
    void problem(std::string id, std::string pointer, std::string text, std::string fix);
    [[nodiscard]] const std::vector<Message>& problems() const noexcept { return m_problems; }
    [[nodiscard]] std::vector<Message> takeProblems() { return std::move(m_problems); }

private:
    [[nodiscard]] AnswerEdit readAnswer(const Json& json, const lens::Question& question, const std::string& pointer);
    void readField(const std::string& key, const Json& value, const lens::Question& question,
                   const std::string& pointer, AnswerEdit& edit);
    void readSelected(const Json& value, const lens::Question& question, const std::string& pointer, AnswerEdit& edit);
    void readNotApplicable(const Json& value, const lens::Question& question, const std::string& pointer,
                           AnswerEdit& edit);
    void readChoiceNotes(const Json& value, const lens::Question& question, const std::string& pointer,
                         AnswerEdit& edit);
    void readPeople(const Json& value, const std::string& pointer, AnswerEdit& edit);
    /// The id, when it is one of the question's; else a problem and "".
    [[nodiscard]] std::string choiceId(const Json& value, const lens::Question& question, const std::string& pointer);
    [[nodiscard]] bool isText(const Json& value, const std::string& pointer);
    void readText(const Json& value, const std::string& pointer, std::optional<std::string>& out);
    void readBool(const Json& value, const std::string& pointer, std::optional<bool>& out);
    template <typename Level>
    void readLevel(const Json& value, const std::string& pointer, std::string_view allowed, std::optional<Level>& out);

    std::vector<Message> m_problems;
};

} // namespace plumb::session
