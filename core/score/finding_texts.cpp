// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/finding_texts.h"

#include <algorithm>
#include <string_view>

namespace plumb::score {
namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

/// With a full stop unless it ends like a sentence already.
std::string sentence(std::string_view text) {
    std::string out = trimmed(text);
    if (!out.empty() && std::string_view(".!?:").find(out.back()) == std::string_view::npos)
        out += '.';
    return out;
}

/// Without the full stop, to stand in a list.
std::string listed(std::string_view text) {
    std::string out = trimmed(text);
    while (!out.empty() && out.back() == '.')
        out.pop_back();
    return out;
}

/// "A, B and C"; with semicolons when an entry has a comma itself.
std::string joined(const std::vector<std::string>& entries) {
    const bool commas =
        std::ranges::any_of(entries, [](const std::string& e) { return e.find(',') != std::string::npos; });
    std::string out;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            out += commas ? "; " : i + 1 == entries.size() ? " and " : ", ";
        out += entries[i];
    }
    return out;
}

struct Practices {
    std::vector<std::string> inPlace, missing;
};

/// Titles of the practices of a question, but for those marked not applicable.
Practices practicesOf(const lens::Question& question, const review::Answer& answer) {
    Practices found;
    const lens::Selection selection = review::toSelection(question, answer);
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        if (!question.choices[i].isNone && !selection.notApplicable[i])
            (selection.selected[i] ? found.inPlace : found.missing).push_back(listed(question.choices[i].title));
    return found;
}

void append(std::string& text, const std::string& more) {
    if (!text.empty() && !more.empty())
        text += ' ';
    text += more;
}

std::string stateOfPractices(const lens::Question& question, const review::Answer& answer) {
    if (!answer.applicable)
        return "The question is not applicable.";
    if (lens::evaluate(question, review::toSelection(question, answer)) == lens::State::Unanswered)
        return "The question is not answered.";
    const Practices practices = practicesOf(question, answer);
    std::string text;
    if (practices.inPlace.empty())
        text = practices.missing.empty() ? "No practice applies." : "None of the practices is in place.";
    else
        text = "In place: " + joined(practices.inPlace) + ".";
    if (!practices.missing.empty())
        append(text, "Missing: " + joined(practices.missing) + ".");
    return text;
}

} // namespace

std::string derivedTitle(const QuestionPlace& place) {
    const lens::QuestionOverlay& overlay = place.lens->overlay->question(place.question->id);
    if (!overlay.findingTitle.empty())
        return overlay.findingTitle;
    return overlay.shortTitle.empty() ? place.question->title : overlay.shortTitle;
}

std::string derivedObservation(const QuestionPlace& place, const review::Answer& answer) {
    std::string text = stateOfPractices(*place.question, answer);
    append(text, trimmed(answer.note));
    return text;
}

std::string derivedConsequence(const QuestionPlace& place) {
    const lens::QuestionOverlay& overlay = place.lens->overlay->question(place.question->id);
    return overlay.consequence.empty() ? place.lens->overlay->pillar(place.pillar->id).failureMode
                                       : overlay.consequence;
}

std::string derivedRecommendation(const review::Review& review, const QuestionPlace& place,
                                  const review::Answer& answer, const std::vector<review::PracticeRef>& toClose) {
    std::string text;
    for (const review::PracticeRef& practice : toClose) {
        const lens::Question* question = review.findQuestion(practice.question);
        const auto index = question ? question->choiceIndex(practice.choice) : std::nullopt;
        if (!index)
            continue;
        const lens::Choice& choice = question->choices[*index];
        const bool planned = choice.improvementPlan && !trimmed(choice.improvementPlan->displayText).empty();
        append(text, sentence(planned ? choice.improvementPlan->displayText : choice.title));
    }
    if (!text.empty())
        return text;
    for (const std::string& title : practicesOf(*place.question, answer).missing)
        append(text, sentence(title));
    return text;
}

review::Rating derivedInherent(int likelihood, int impact, lens::Risk severity) noexcept {
    const bool high = severity == lens::Risk::High;
    const int base = likelihood > 0 ? likelihood : 4;
    return {high ? base : std::max(1, base - 1), impact > 0 ? impact : high ? 4 : 3};
}

review::Rating derivedResidual(review::Rating inherent) noexcept {
    return {std::max(1, inherent.likelihood - 2), std::max(1, inherent.impact - 1)};
}

} // namespace plumb::score
