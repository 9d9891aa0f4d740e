// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// score: the method of docs/scoring.md over a review, whole and by group.
#include "app/cli/finding_json.h"
#include "app/cli/json_values.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using score::GroupBy;
using score::Readiness;

struct ScoreOptions {
    std::string file;
    std::vector<std::string> by;
};

constexpr std::array<GroupBy, 4> kGroupings{GroupBy::Lens, GroupBy::Pillar, GroupBy::Phase, GroupBy::Framework};

/// The groupings asked for, in the order asked for.
std::vector<GroupBy> groupingsOf(const ScoreOptions& options) {
    std::vector<GroupBy> groupings;
    for (const std::string& name : options.by)
        for (const GroupBy by : kGroupings)
            if (score::toText(by) == name && std::find(groupings.begin(), groupings.end(), by) == groupings.end())
                groupings.push_back(by);
    return groupings;
}

std::string readinessText(const Readiness& readiness) {
    if (readiness.signs.empty())
        return {};
    std::string out = fmt::format("\nReadiness: {}\n", score::toText(readiness.verdict));
    TextTable table({"", "", ""});
    for (const Readiness::Sign& sign : readiness.signs)
        table.row({"", sign.name, std::string(toText(sign.status))});
    return out + table.text();
}

std::vector<std::string> scoreRow(std::string by, std::string name, const score::ScopeScore& score) {
    return {std::move(by),
            std::move(name),
            scoreCell(score.score),
            rangeCell(score),
            fmt::format("{}/{}", score.answered, score.applicable),
            percentCell(score.coverage),
            std::to_string(score.high),
            std::to_string(score.medium),
            score.label ? std::string(score::toText(*score.label)) : "not answered"};
}

Json groupJson(const score::Group& group) {
    Json out = {{"by", score::toText(group.by)}, {"lens", group.lens}, {"id", group.id}, {"name", group.name}};
    out.update(toJson(group.score));
    return out;
}

Json questionsJson(const score::Scores& scores) {
    Json out = Json::array();
    for (const score::QuestionScore& question : scores.questions())
        out.push_back(
            {{"lens", question.key.lens}, {"id", question.key.question}, {"risk", lens::toText(question.state)}});
    return out;
}

Outcome showScore(Context& context, const ScoreOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const score::Scores& scores = opened->scores();
    const Readiness readiness = scores.readiness(opened->review());
    TextTable table({"By", "Name", ">Score", ">Range", ">Answered", ">Coverage", ">High", ">Medium", "Verdict"});
    Json groups = Json::array();
    for (const GroupBy by : groupingsOf(options))
        for (const score::Group& group : scores.groups(opened->review(), by)) {
            groups.push_back(groupJson(group));
            const std::string name = group.by == GroupBy::Pillar ? group.lens + "/" + group.name : group.name;
            table.row(scoreRow(std::string(score::toText(by)), name, group.score));
        }
    table.row(scoreRow("all", opened->review().workload.name, scores.overall()));
    Output output;
    output.json = {{"method", score::kMethod},       {"overall", toJson(scores.overall())},
                   {"groups", std::move(groups)},    {"questions", questionsJson(scores)},
                   {"readiness", toJson(readiness)}, {"cadence", toJson(opened->cadence())}};
    output.text = table.text() + readinessText(readiness);
    return output;
}

} // namespace

void addScoreVerbs(CLI::App& app, Context& context) {
    auto options = std::make_shared<ScoreOptions>();
    options->by = {"lens", "pillar"};
    CLI::App& verb = addVerb(app, "score", "Say score, range and coverage, by group, with the readiness verdict",
                             {"score claims.plumb", "score claims.plumb --by framework,phase --json"});
    addWord(verb, "FILE", options->file, "The review");
    addList(verb, "--by", options->by, "GROUP,..", "pillar, lens, phase, framework; lens,pillar when not given", true)
        ->check(CLI::IsMember({"pillar", "lens", "phase", "framework"}).description(""));
    onCall(verb, context, options, &showScore);
}

} // namespace plumb::cli
