// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/finding_builders.h"

#include "tests/support/store_builders.h"

#include <cstdio>
#include <cstdlib>

namespace plumb::testing {
namespace {

void mustWork(const Result<store::Applied>& applied) {
    if (applied)
        return;
    std::fprintf(stderr, "%s\n", applied.error().text.c_str());
    std::abort();
}

} // namespace

review::Finding derivedFinding(const QuestionKey& question) {
    review::Finding f;
    f.key = review::findingKey(question);
    f.question = question;
    return f;
}

review::Finding writtenFinding(const std::string& key) {
    review::Finding f;
    f.key = key;
    f.title = "Nobody owns the prompts";
    return f;
}

review::Finding fullFinding() {
    review::Finding f = writtenFinding();
    f.observation = "Prompts lie in a wiki; the résumé filter has none.";
    f.consequence = "Two versions answer the same claim.";
    f.recommendation = "Put prompts under version control.";
    f.severity = lens::Risk::Medium;
    f.framework = "security";
    f.inherent = {5, 4};
    f.residual = {2, 1};
    f.owner = "Zoë Adler";
    f.due = {2027, 2, 28};
    f.effort = lens::Effort::L;
    f.days = 0.1;
    f.progress = 40;
    f.status = review::FindingStatus::Accepted;
    f.reason = "The pilot ends in spring.";
    f.decidedBy = "The board";
    f.until = {2027, 3, 31};
    f.loss = review::LossModel{0.3, 1234.56, 1e9 / 3};
    f.needs = {review::findingKey(kQ1)};
    f.evidence = {kMinutes};
    f.measures = {"budgetAlarm", "cache"};
    f.practices = {{kQ0, "q0_a"}, {kQ0, "q0_b"}, {kQ1, "q1_c"}};
    f.tradeOffs = {{"security", true, ""}, {"costOptimization", false, "cost +$140 a month"}, {"zeal", true, "own"}};
    return f;
}

Result<store::Applied> putFinding(store::Project& project, const review::Finding& finding) {
    return project.run("Edit finding", {}, [&](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putFinding(finding));
        return {};
    });
}

Result<store::Applied> removeFinding(store::Project& project, const std::string& key) {
    return project.run("Remove finding", {}, [&](store::Writer& writer) { return writer.removeFinding(key); });
}

Result<store::Applied> putPlanning(store::Project& project, const review::Planning& planning) {
    return project.run("Plan", {}, [&](store::Writer& writer) { return writer.putPlanning(planning); });
}

Result<store::Applied> putEvent(store::Project& project, const review::ReviewEvent& event) {
    return project.run("Event", {}, [&](store::Writer& writer) { return writer.putEvent(event); });
}

std::unique_ptr<store::Project> projectWithFindings(const std::filesystem::path& path, World& world) {
    auto project = newProject(path, world, 3);
    mustWork(project->run("Add evidence", {}, [](store::Writer& writer) {
        return writer.putEvidence({.id = kMinutes, .kind = review::EvidenceKind::Note, .title = "Minutes"});
    }));
    mustWork(putFinding(*project, derivedFinding(kQ1)));
    mustWork(putFinding(*project, fullFinding()));
    return project;
}

std::vector<std::string> findingKeys(store::Project& project) {
    std::vector<std::string> keys;
    const auto findings = project.loadFindings().value();
    for (const review::Finding& finding : findings)
        keys.push_back(review::findingCode(finding.number) + " " + finding.key);
    return keys;
}

} // namespace plumb::testing
