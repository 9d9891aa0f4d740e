// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/any_command.h"

#include "tests/support/cost_builders.h"
#include "tests/support/finding_builders.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_builders.h"

#include <algorithm>

namespace plumb::testing {

using store::Project;

namespace {

/// Needs only findings of questions with a lower number, so that there is never a circle.
review::Finding anyFinding(Project& project, const QuestionKey& key, int where, int value) {
    review::Finding f = derivedFinding(key);
    f.title = "Title " + std::to_string(value % 4);
    f.days = value / 7.0;
    if (value % 2 == 0)
        f.loss = review::LossModel{value / 3.0 + 0.1, 0.1 * (value + 1), 1e6 / 3};
    if (value % 3 == 0)
        f.measures = {"m" + std::to_string(value % 5)};
    if (value % 3 == 1)
        f.practices = {{key, key.question + "_a"}};
    if (value % 4 == 0)
        f.tradeOffs = {{"security", value % 8 == 0, ""}};
    const auto others = project.loadFindings().value();
    for (const review::Finding& other : others)
        if (where > 0 && other.key == "test/q0" && value % 2 == 1)
            f.needs = {other.key};
    const auto evidence = project.loadEvidence().value();
    if (!evidence.empty() && value % 5 > 1)
        f.evidence = {evidence.front().id};
    return f;
}

} // namespace

review::Costs anyCosts(Project& project, int where, int value) {
    review::Costs costs = project.loadCosts().value();
    costs.settings.trials = 10000 + value % 2;
    const std::string id = "i" + std::to_string(where);
    const auto at =
        std::find_if(costs.items.begin(), costs.items.end(), [&](const auto& item) { return item.id == id; });
    if (at == costs.items.end()) {
        costs.items.insert(costs.items.begin() + value % (std::ssize(costs.items) + 1), costItem(id));
    } else if (value % 4 == 0) {
        costs.items.erase(at);
        for (review::CostMeasure& m : costs.measures)
            std::erase(m.items, id);
    } else if (value % 4 == 1) {
        std::rotate(costs.items.begin(), at, costs.items.end());
    } else {
        at->fields["monthlyCost"] = std::to_string(value) + ".5";
    }
    if (value % 3 == 0 && !costs.items.empty()) {
        costs.scenarios.clear();
        costs.settings.scenario.clear();
        costs.measures = {costMeasure("m0", {costs.items.back().id}), costMeasure("m" + std::to_string(1 + where), {})};
        costs.measures[1].excludes = {"m0"};
        if (value % 2 == 0)
            costs.measures[0].prerequisites = {costs.measures[1].id};
    } else if (!costs.measures.empty()) {
        std::swap(costs.measures.front(), costs.measures.back());
        costs.scenarios = {
            {"s", "Scenario " + std::to_string(value % 2), {costs.measures[0].id, costs.measures[1].id}}};
        costs.settings.scenario = value % 2 == 0 ? "s" : "";
    }
    return costs;
}

std::vector<review::Price> anyPrices(int where, int value) {
    std::vector<review::Price> prices;
    for (int i = 0; i <= value % 3; ++i)
        prices.push_back(price("subject " + std::to_string((where + i) % 3), "pricePerHour", value / 7.0));
    return prices;
}

Result<store::Applied> randomCommand(Project& project, int what, int where, int value) {
    const std::string question = "q" + std::to_string(where % 3);
    const QuestionKey key{"test", question};
    const std::string person = "p" + std::to_string(value % 3);
    const std::string evidence = "e" + std::to_string(value % 3);
    return project.run("Random", {}, [&](store::Writer& writer) -> Result<void> {
        PLUMB_TRY(answer, project.loadAnswer(key));
        switch (what) {
        case 0:
            answer.note = value % 4 == 0 ? "" : "note " + std::to_string(value);
            return writer.putAnswer(key, answer);
        case 1: {
            auto& choice = answer.choices[question + "_" + static_cast<char>('a' + value % 4)];
            choice.status = static_cast<review::ChoiceStatus>(value / 4 % 3);
            choice.reason =
                choice.status == review::ChoiceStatus::NotApplicable ? review::NaReason::Other : review::NaReason::None;
            return writer.putAnswer(key, answer);
        }
        case 2:
            return writer.putAnswer(key, {});
        case 3:
            return writer.putParticipant({person, "Name " + std::to_string(value), "", ""});
        case 4:
            return writer.removeParticipant(person);
        case 5: {
            PLUMB_CHECK(writer.putParticipant({person, "Name", "", ""}));
            if (std::find(answer.people.begin(), answer.people.end(), person) == answer.people.end())
                answer.people.insert(answer.people.begin(), person);
            return writer.putAnswer(key, answer);
        }
        case 6: {
            review::Evidence e{.id = evidence, .kind = review::EvidenceKind::Note, .title = std::to_string(value)};
            e.links = {{key, ""}};
            return writer.putEvidence(e);
        }
        case 7:
            return writer.removeEvidence(evidence);
        case 8:
            return writer.putLens("test", "Test Lens", lensJson(3, 4, value % 2 ? "One" : "Two"), {}, value % 3);
        case 9:
            return writer.removeLens("other");
        case 10:
        case 11: {
            PLUMB_CHECK(writer.putFinding(anyFinding(project, key, where, value)));
            return {};
        }
        case 12:
            return writer.removeFinding(review::findingKey(key));
        case 13:
            return writer.putPlanning({.priorities = value % 2 ? std::vector<std::string>{"security", "cost"}
                                                               : std::vector<std::string>{"cost"},
                                       .capacity = 0.1 + value});
        case 14:
            return value % 3 == 0 ? writer.removeEvent(person)
                                  : writer.putEvent({person, review::EventKind::Review, {2027, 1, 1 + value % 9}, ""});
        case 15:
        case 16:
            return writer.putCosts(anyCosts(project, where, value));
        case 17:
            return writer.putPrices(anyPrices(where, value));
        case 18: {
            // Some have the name of one that is there and are refused: then nothing must have happened.
            const std::string text = snapshotText({}, {}, {}, std::to_string(value % 3));
            const auto put = writer.putSnapshot(snapshotRecord("Snapshot " + std::to_string(value % 7), text), text);
            return put || put.error().kind == ErrorKind::Usage ? Result<void>{} : put;
        }
        case 19:
            answer.reconfirm = value % 3 == 0 ? "" : "its rules changed " + std::to_string(value % 2);
            return writer.putAnswer(key, answer);
        default:
            return writer.putWorkload({.name = "Name " + std::to_string(value % 2)});
        }
    });
}

} // namespace plumb::testing
