// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/question_versions.h"

#include <set>
#include <utility>

namespace plumb::compare {
namespace {

using lens::ChangeKind;
using lens::ChangeLevel;

/// Texts of the lens and of its pillars have the field "name" or no id; a question has no such field.
bool ofQuestion(const lens::Change& change) {
    return !change.id.empty() && change.field != "name" && !change.field.ends_with(".url");
}

void addChoice(QuestionVersion& version, ChangeKind kind) {
    if (kind == ChangeKind::New)
        ++version.newChoices;
    else if (kind == ChangeKind::Removed)
        ++version.goneChoices;
}

void append(std::string& all, std::string_view reason) {
    all += all.empty() ? "" : "; ";
    all += reason;
}

std::string counted(int n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

} // namespace

QuestionVersions questionVersions(const std::vector<lens::Change>& changes) {
    QuestionVersions versions;
    std::set<std::string_view> changedChoices; // a choice may differ in several texts
    for (const lens::Change& change : changes) {
        const std::string_view id = change.id;
        const std::size_t slash = id.find('/');
        const auto version = [&]() -> QuestionVersion& { return versions[std::string(id.substr(0, slash))]; };
        if (change.level == ChangeLevel::Rules)
            version().rules = true;
        else if (change.level == ChangeLevel::Choice)
            addChoice(version(), change.kind);
        else if (change.level == ChangeLevel::Text && ofQuestion(change)) {
            if (slash == std::string_view::npos)
                version().text = true;
            else if (changedChoices.insert(id).second)
                ++version().changedChoices;
        }
    }
    return versions;
}

std::string reasonsOf(const QuestionVersion& version) {
    std::string all;
    if (version.rules)
        append(all, "its rules changed");
    if (version.text)
        append(all, "its text changed");
    if (version.newChoices > 0)
        append(all, counted(version.newChoices, "choice is new", "choices are new"));
    if (version.goneChoices > 0)
        append(all, counted(version.goneChoices, "choice is gone", "choices are gone"));
    if (version.changedChoices > 0)
        append(all, "the text of " + counted(version.changedChoices, "choice", "choices") + " changed");
    return all;
}

} // namespace plumb::compare
