// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes a review with something in every table, for tests/data/projects. Run it once for each schema version, before
// the next step is added to the ladder, and commit what it writes: make_fixture OUT.plumb
#include "core/base/hash.h"
#include "core/compare/state.h"
#include "tests/support/cost_builders.h"
#include "tests/support/finding_builders.h"
#include "tests/support/store_builders.h"

#include <cstdio>

using namespace plumb;
using namespace plumb::testing;

namespace {

/// One of each kind: as made, in progress, accepted with everything set, false alarm (by hand), transferred.
Result<void> addFindings(store::Project& project, const std::string& evidence) {
    using review::FindingStatus;
    review::Finding progress = derivedFinding({"test", "q2"}), transferred = derivedFinding({"test", "q3"}),
                    accepted = fullFinding(), alarm = writtenFinding("00000000-0000-4000-8000-00000000000b");
    progress.status = FindingStatus::InProgress;
    progress.progress = 30;
    progress.effort = lens::Effort::M;
    transferred.status = FindingStatus::Transferred;
    transferred.reason = "The platform team runs it.";
    transferred.decidedBy = "Platform team";
    accepted.evidence = {evidence};
    alarm.status = FindingStatus::FalseAlarm;
    alarm.reason = "The log was of the test system.";
    for (const review::Finding& finding : {derivedFinding(kQ1), progress, transferred, accepted, alarm})
        PLUMB_CHECK(putFinding(project, finding));
    PLUMB_CHECK(
        putPlanning(project, {{"security", "costOptimization"}, review::PlanMode::Capacity, 12.5, {2027, 1, 4}, 3}));
    PLUMB_CHECK(putEvent(
        project, {"00000000-0000-4000-8000-00000000000c", review::EventKind::ModelUpdate, {2026, 12, 1}, "New model"}));
    return {};
}

/// A snapshot of all that, and an answer that must be confirmed again.
Result<void> addSnapshot(store::Project& project) {
    PLUMB_TRY(answer, project.loadAnswer({"test", "q1"}));
    answer.reconfirm = "its rules changed";
    PLUMB_CHECK(project.run("Confirm again", {}, [&](store::Writer& writer) {
        return writer.putAnswer({"test", "q1"}, answer);
    }));
    PLUMB_TRY(review, project.load());
    const std::string bytes = compare::snapshotBytes(compare::stateOf(review, "Spring", {2027, 1, 15}));
    const store::SnapshotRecord record{"00000000-0000-4000-8000-00000000000d",
                                       "Spring",
                                       "Before the pilot",
                                       Instant{1'800'000'100'000},
                                       "Ines",
                                       sha256(bytes),
                                       bytes.size(),
                                       std::string(score::kMethod),
                                       std::string(compare::kCostMethod)};
    PLUMB_CHECK(
        project.run("Snapshot Spring", {}, [&](store::Writer& writer) { return writer.putSnapshot(record, bytes); }));
    return {};
}

Result<void> fill(store::Project& project) {
    const QuestionKey first{"test", "q0"}, second{"test", "q1"};
    const auto people = project.run("Add people", {}, [](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putParticipant({"00000000-0000-4000-8000-000000000001", "Zoë Adler", "CTO", "Northwind"}));
        return writer.putParticipant({"00000000-0000-4000-8000-000000000002", "Adam Brandt", "Architect", ""});
    });
    PLUMB_CHECK(people);
    PLUMB_CHECK(select(project, first, {"q0_a", "q0_b"}));
    PLUMB_CHECK(project.run("Answer q1", {}, [&](store::Writer& writer) {
        review::Answer answer;
        answer.choices["q1_c"] = {review::ChoiceStatus::NotApplicable, review::NaReason::OutOfScope, "next year"};
        answer.note = "The team reads the logs by hand.";
        answer.privateNote = "Ask again without the sponsor.";
        answer.confidence = review::Confidence::Low;
        answer.basis = review::Basis::Said;
        answer.parked = true;
        answer.parkedTopic = "Who pays for the index?";
        answer.people = {"00000000-0000-4000-8000-000000000002"};
        return writer.putAnswer(second, answer);
    }));
    const auto added = project.run("Add evidence", {}, [&](store::Writer& writer) -> Result<void> {
        const std::string bytes(300'000, 'x');
        const auto source = store::memorySource(bytes);
        PLUMB_TRY(blob, writer.putBlob(*source, {}));
        review::Evidence evidence{.id = "00000000-0000-4000-8000-000000000003",
                                  .kind = review::EvidenceKind::File,
                                  .title = "Runbook",
                                  .fileName = "runbook.txt",
                                  .mediaType = "text/plain",
                                  .date = {2026, 3, 1},
                                  .strength = review::Basis::Shown,
                                  .sha256 = blob.sha256,
                                  .bytes = blob.bytes};
        evidence.links = {{first, "q0_a"}, {second, ""}};
        return writer.putEvidence(evidence);
    });
    PLUMB_CHECK(added);
    PLUMB_CHECK(addFindings(project, "00000000-0000-4000-8000-000000000003"));
    PLUMB_CHECK(putCosts(project, fullCosts()));
    PLUMB_CHECK(putPrices(project, fullCosts().prices));
    PLUMB_CHECK(addSnapshot(project));
    PLUMB_CHECK(setNote(project, first, "undone"));
    PLUMB_CHECK(project.undo());
    return {};
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_fixture OUT.plumb\n");
        return 2;
    }
    World world;
    const auto project = newProject(argv[1], world, 4);
    if (const auto done = fill(*project); !done) {
        std::fprintf(stderr, "%s\n", done.error().text.c_str());
        return 1;
    }
    return 0;
}
