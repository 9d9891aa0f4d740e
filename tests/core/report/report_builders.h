// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes small lenses and reviews for tests of reports, and dumps documents as text.
#pragma once

#include "core/lens/explain.h"
#include "core/lens/reader.h"
#include "core/report/build.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace plumb::test {

inline std::string fileBytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A lens with one pillar and one question: choices a, b, c... with titles "Alpha", "Beta"..., optionally a
/// none-choice, and the given rules in file order.
inline lens::Lens oneQuestionLens(int practices, bool none,
                                  const std::vector<std::pair<std::string, std::string>>& rules) {
    static const std::vector<std::string> kTitles{"Alpha", "Beta", "Gamma", "Delta",  "Epsilon", "Zeta", "Eta",
                                                  "Theta", "Iota", "Kappa", "Lambda", "My",      "Ny"};
    std::ostringstream out;
    out << R"({"schemaVersion":"2021-11-01","name":"Test lens","description":"d","pillars":[{"id":"security","name":"Security","questions":[)"
        << R"({"id":"q01","title":"What is in place?","description":"d","choices":[)";
    for (int i = 0; i < practices; ++i)
        out << (i > 0 ? "," : "") << R"({"id":"cc)" << static_cast<char>('a' + i) << R"(","title":")"
            << kTitles.at(static_cast<std::size_t>(i)) << R"(","improvementPlan":{"displayText":"Do it."}})";
    if (none)
        out << R"(,{"id":"none_no","title":"None of these"})";
    out << R"(],"riskRules":[)";
    for (std::size_t i = 0; i < rules.size(); ++i)
        out << (i > 0 ? "," : "") << R"({"condition":")" << rules[i].first << R"(","risk":")" << rules[i].second
            << R"("})";
    out << "]}]}]}";
    auto read = lens::readLensOrFail(out.str(), "test");
    if (!read)
        throw std::runtime_error(read.error().text);
    return *std::move(read);
}

/// "ab-c": a and b selected, c not applicable ('-' before it), 'N' the none-choice, '!' the question does not apply.
inline lens::Selection selectionOf(const lens::Question& question, const std::string& text) {
    lens::Selection selection;
    selection.selected.resize(question.choices.size());
    selection.notApplicable.resize(question.choices.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '!')
            selection.applicable = false;
        else if (text[i] == 'N')
            selection.selected[question.choices.size() - 1] = true;
        else if (text[i] == '-')
            selection.notApplicable[static_cast<std::size_t>(text[++i] - 'a')] = true;
        else
            selection.selected[static_cast<std::size_t>(text[i] - 'a')] = true;
    }
    return selection;
}

} // namespace plumb::test
