// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// States for the tests of core/compare, made from small reviews without snapshots, and what moved as lines of text.
#pragma once

#include "core/compare/compare.h"
#include "tests/core/score/score_builders.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <string>
#include <vector>

namespace plumb::test {

inline constexpr Date kDay{2026, 11, 18};

inline compare::State stateFrom(const TestReview& made, const std::string& name, bool withFindings = true) {
    compare::State state;
    state.name = name;
    state.day = kDay;
    state.scoreMethod = score::kMethod;
    state.review = made.review;
    state.scores.compute(state.review);
    if (withFindings)
        state.findings = score::findings(state.review, state.scores, kDay);
    state.currency = "USD";
    return state;
}

inline compare::Comparison compared(const TestReview& before, const TestReview& after) {
    return compare::compareStates(stateFrom(before, "May"), stateFrom(after, "Now"));
}

/// A question of three practices aaa, bbb, ccc and "none_no": all of them NONE, aaa MEDIUM, else HIGH.
inline Json threePractices(const std::string& id) {
    return questionJson(id, {"aaa", "bbb", "ccc", "none_no"}, threeLevels("aaa && bbb && ccc", "aaa"));
}

/// Lens "L" with one pillar "security" of questions q1...
inline TestReview reviewOf(const std::vector<Json>& questions) {
    TestReview t;
    t.add(makeLens("L", {pillarJson("security", questions)}));
    return t;
}
inline TestReview reviewWith(int questions) {
    std::vector<Json> made;
    for (int i = 1; i <= questions; ++i)
        made.push_back(threePractices("q" + std::to_string(i)));
    return reviewOf(made);
}

/// "q1 improved; q2 new".
inline QString changesOf(const compare::Comparison& comparison) {
    QStringList lines;
    for (const compare::QuestionChange& change : comparison.questions)
        lines << QString::fromStdString(change.key.question + " " + std::string(toText(change.change)));
    return lines.join(QStringLiteral("; "));
}

/// "L/q1 resolved".
inline QString movesOf(const compare::Comparison& comparison) {
    QStringList lines;
    for (const compare::FindingChange& change : comparison.findings)
        lines << QString::fromStdString(change.key + " " + std::string(toText(change.move)) +
                                        (change.questionGone ? ", gone" : ""));
    return lines.join(QStringLiteral("; "));
}

/// The parts that are not zero: "better 25.00, lens -3.00".
inline QString causesText(const compare::ScoreCauses& causes) {
    const std::vector<std::pair<const char*, double>> parts{
        {"better", causes.betterAnswers}, {"worse", causes.worseAnswers}, {"first", causes.firstAnswers},
        {"lost", causes.lostAnswers},     {"lens", causes.lens},          {"scope", causes.scope},
        {"weights", causes.weights}};
    QStringList lines;
    for (const auto& [name, value] : parts)
        if (value != 0)
            lines << QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(value, 0, 'f', 2);
    return lines.join(QStringLiteral(", "));
}

} // namespace plumb::test
