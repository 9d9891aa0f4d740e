// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_text.h"

#include "app/cli/cost_json.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "core/session/names.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using compare::Change;
using compare::Comparison;
using compare::FindingChange;
using compare::QuestionChange;

constexpr std::size_t kTitleLetters = 60;

/// "+3.1", "-0.4"; empty for nothing.
std::string pointsCell(double points) {
    const double rounded = std::round(points * 10) / 10;
    return rounded == 0.0 ? std::string() : fmt::format("{:+.1f}", rounded);
}

std::string difference(int before, int after) {
    return before == after ? std::string() : fmt::format("{:+d}", after - before);
}

/// Of whole points, as the two scores beside it are shown.
std::string scoreDifference(const std::optional<double>& before, const std::optional<double>& after) {
    return before && after ? difference(static_cast<int>(std::lround(*before)), static_cast<int>(std::lround(*after)))
                           : std::string();
}

std::string headline(const compare::State& state) {
    return state.name == "now" ? std::string("now")
                               : fmt::format("\"{}\" of {}", session::shorten(state.name, 60), toIso(state.day));
}

std::string figures(const Comparison& moved) {
    const score::ScopeScore &a = moved.before, &b = moved.after;
    const auto answered = [](const score::ScopeScore& s) { return fmt::format("{}/{}", s.answered, s.applicable); };
    TextTable table({"", ">Before", ">After", ">Change"});
    table.row({"Score", scoreCell(a.score), scoreCell(b.score), scoreDifference(a.score, b.score)});
    table.row({"Range", rangeCell(a), rangeCell(b), ""});
    table.row({"Answered", answered(a), answered(b), difference(a.answered, b.answered)});
    table.row({"High risks", std::to_string(a.high), std::to_string(b.high), difference(a.high, b.high)});
    table.row({"Medium risks", std::to_string(a.medium), std::to_string(b.medium), difference(a.medium, b.medium)});
    return table.text();
}

std::string causesText(const compare::ScoreCauses& causes) {
    if (!causes.known)
        return {};
    TextTable table({"", ">"});
    for (const auto& [name, points] : {std::pair{"better answers", causes.betterAnswers},
                                       {"worse answers", causes.worseAnswers},
                                       {"first answers", causes.firstAnswers},
                                       {"answers taken back", causes.lostAnswers},
                                       {"another version of a questionnaire", causes.lens},
                                       {"what is not applicable", causes.scope},
                                       {"weights", causes.weights}})
        if (const std::string cell = pointsCell(points); !cell.empty())
            table.row({std::string("  ") + name, cell});
    const std::string rows = table.text();
    return rows.empty() ? std::string() : "\nWhy the score moved, in points\n" + rows;
}

/// "NONE", or a dash where the state has not the question.
std::string stateCell(bool there, lens::State state) {
    return there ? std::string(lens::toText(state)) : std::string("-");
}

/// "3 improved, 2 worsened, 40 unchanged".
std::string countsLine(const Comparison& moved) {
    std::string line;
    for (std::size_t i = 0; i < compare::kChanges; ++i) {
        const auto change = static_cast<Change>(i);
        if (const int count = moved.count(change); count > 0)
            line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count, compare::toText(change));
    }
    return line.empty() ? std::string("none") : line;
}

std::string questionsText(const Comparison& moved, bool all) {
    std::vector<const QuestionChange*> shown;
    for (const QuestionChange& question : moved.questions)
        if (all || question.change != Change::Unchanged)
            shown.push_back(&question);
    // Classes in the order of their importance; within one the order of the review.
    std::ranges::stable_sort(shown, {}, &QuestionChange::change);
    TextTable table({"  Change", "Question", "From", "To", ">Points", "Title"});
    for (const QuestionChange* question : shown)
        table.row({"  " + std::string(compare::toText(question->change)) + (question->lensChanged ? " *" : ""),
                   question->key.lens + "/" + question->key.question, stateCell(question->hadBefore, question->from),
                   stateCell(question->hasAfter, question->to), pointsCell(question->points),
                   session::shorten(question->title, kTitleLetters)});
    std::string out = fmt::format("\nQuestions: {}\n", countsLine(moved));
    if (!shown.empty())
        out += table.text();
    if (std::ranges::any_of(shown, [](const QuestionChange* question) { return question->lensChanged; }))
        out += "  * The two have other texts, choices or rules.\n";
    return out;
}

std::string riskCell(const std::optional<lens::Risk>& risk) {
    return risk ? std::string(lens::toText(*risk)) : std::string("-");
}

std::string findingsText(const Comparison& moved, bool all) {
    std::vector<const FindingChange*> shown;
    std::vector<int> counts(6, 0);
    for (const FindingChange& finding : moved.findings) {
        ++counts[static_cast<std::size_t>(finding.move)];
        const bool still =
            (finding.move == compare::FindingMove::Open || finding.move == compare::FindingMove::Closed) &&
            finding.from == finding.to && !finding.questionGone;
        if (all || !still)
            shown.push_back(&finding);
    }
    std::ranges::stable_sort(shown, {}, &FindingChange::move);
    std::string line;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            line += fmt::format("{}{} {}", line.empty() ? "" : ", ", counts[i],
                                compare::toText(static_cast<compare::FindingMove>(i)));
    TextTable table({"  Move", "Finding", "From", "To", "Title"});
    for (const FindingChange* finding : shown)
        table.row(
            {"  " + std::string(compare::toText(finding->move)) + (finding->questionGone ? ", question gone" : ""),
             finding->number > 0 ? review::findingCode(finding->number) : finding->key, riskCell(finding->from),
             riskCell(finding->to), session::shorten(finding->title, kTitleLetters)});
    return fmt::format("\nFindings: {}\n", line.empty() ? "none" : line) + (shown.empty() ? "" : table.text());
}

std::string moneyText(const Compared& compared) {
    if (compared.moved.money.empty())
        return {};
    const bool sameCurrency = compared.before.currency == compared.after.currency;
    const auto monthly = [](const std::optional<compare::ScenarioMoney>& money) {
        return money ? cli::moneyText(money->monthly) : std::string("-");
    };
    TextTable table({"  A month", ">Before", ">After", ">Change"});
    for (const compare::MoneyChange& money : compared.moved.money) {
        const double change = money.before && money.after ? money.after->monthly - money.before->monthly : 0;
        const bool moved = std::abs(change) >= 0.005;
        table.row({"  " + (money.name.empty() ? std::string("today's bill") : session::shorten(money.name, 40)),
                   monthly(money.before), monthly(money.after),
                   moved ? (change > 0 ? "+" : "") + cli::moneyText(change) : std::string()});
    }
    return fmt::format("\nMoney in {}\n",
                       sameCurrency ? compared.after.currency
                                    : compared.before.currency + " before, " + compared.after.currency + " after") +
           table.text();
}

} // namespace

std::string comparisonText(const Compared& compared, bool all) {
    const Comparison& moved = compared.moved;
    std::string out = fmt::format("{}: {} -> {}\n", compared.after.review.workload.name, headline(compared.before),
                                  headline(compared.after));
    for (const std::string& remark : moved.remarks)
        out += remark + "\n";
    if (!differs(moved))
        out += "The two say the same.\n";
    return out + "\n" + figures(moved) + causesText(moved.causes) + questionsText(moved, all) +
           findingsText(moved, all) + moneyText(compared);
}

} // namespace plumb::cli
