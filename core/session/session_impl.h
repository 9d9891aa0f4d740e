// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inside of a Session, shared by its source files only: the open file, the state in memory, and how the second
// follows the first.
#pragma once

#include "core/session/listeners.h"
#include "core/session/session.h"
#include "core/store/temp_files.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace plumb::session {

/// What a list of changed rows comes to.
struct Touched {
    bool workload = false, lenses = false, participants = false;
    std::set<QuestionKey> answers;
    std::set<std::string> evidence; ///< ids
    std::set<std::string> findings; ///< keys
    bool planning = false, events = false;
    bool costs = false, prices = false;
    bool snapshots = false;
};
[[nodiscard]] Touched touchedBy(const std::vector<store::RowChange>& rows);

/// A lens file that has been read and can be put into a review.
struct PreparedLens {
    std::string id, name;
    const LensSource* source = nullptr;
};
/// Reads lens and overlay to see that they can be used; gives the id. Errors: "lens.unusable", "overlay.invalid".
[[nodiscard]] Result<PreparedLens> prepareLens(const LensSource& source);

using Edits = std::span<const std::pair<QuestionKey, AnswerEdit>>;

/// What a list of edits comes to, before anything is written.
struct EditPlan {
    std::map<QuestionKey, review::Answer> answers;
    std::vector<review::Participant> newPeople;
    std::string label;
};

/// What a list of edits of findings comes to, before anything is written.
struct FindingEdits {
    std::vector<std::pair<review::Finding, review::Finding>> changes; ///< before and after, each finding once
    std::vector<Message> warnings;
};

/// What a command is about to make of the review, as far as it decides which questions yield findings.
struct Upcoming {
    const std::map<QuestionKey, review::Answer>* answers = nullptr;
    std::string_view withoutLens; ///< about to be removed
};

/// What is worked out from the answers when somebody asks; good for one day and one state.
struct Derived {
    Date day;
    std::optional<std::vector<score::Finding>> findings;
    std::optional<score::Plan> plan;
};

/// What is worked out from the cost model; good until it changes. Who asks for findings of measures asks the findings.
struct DerivedCosts {
    std::optional<Result<cost::Spec>> spec;
    bool linked = false; ///< `spec` has the keys of the findings as they are now
    std::optional<cost::Evaluation> evaluation;
};

struct Session::Impl {
    Environment env;
    std::unique_ptr<FixedClock> then; ///< of openSnapshot(): stands at its time, and outlives the file that reads it
    std::unique_ptr<store::TempFolder> folder; ///< of openSnapshot(): goes after the file in it is closed
    std::unique_ptr<store::Project> project;
    review::Review review;
    std::vector<store::SnapshotRecord> snapshots;
    std::string shownSnapshot;                                                ///< of openSnapshot(), else empty
    std::map<std::string, compare::StoredResults, std::less<>> storedResults; ///< by hash, without questions
    score::Scores scores;
    Derived derived;
    DerivedCosts derivedCosts;
    Listeners listeners;
    Instant saved;
    int highestEvidence = -1; ///< number that was ever given out; -1: not looked up yet
    bool stale = false;       ///< the file moved on and reading it failed: read all before the next command

    Impl(Environment environment, std::unique_ptr<store::Project> file)
        : env(std::move(environment)), project(std::move(file)) {}

    // --- session.cpp: following the file -----------------------------------------------------------------------------
    [[nodiscard]] Result<void> loadAll();
    /// Whether a command may begin: not read-only, not inside a listener, state current.
    [[nodiscard]] Result<void> begin();
    /// One command: runs it, brings the state up to date, tells the listeners. Every question that stands at HIGH or
    /// MEDIUM after it and has no stored finding gets one first, so that it keeps its number; `work` finds them stored.
    [[nodiscard]] Result<void> command(std::string_view label, std::string_view mergeKey,
                                       const std::function<Result<void>(store::Writer&)>& work,
                                       const Upcoming& upcoming = {});
    /// Brings the state up to date with rows that changed on disk, then tells the listeners.
    [[nodiscard]] Result<void> follow(const store::Applied& applied);
    [[nodiscard]] Result<std::vector<Event>> reload(const Touched& touched);
    [[nodiscard]] Result<void> reloadAnswers(const std::set<QuestionKey>& keys);
    [[nodiscard]] Result<void> reloadFindings(const Touched& touched);
    void noteSaved();
    /// One command that makes the review `target`, by the rows that differ; `before` runs first. Questions at HIGH or
    /// MEDIUM get their numbers as in command().
    [[nodiscard]] Result<void> become(std::string_view label, review::Review target,
                                      const std::function<Result<void>(store::Writer&)>& before);
    /// Those that exist, in review order.
    [[nodiscard]] std::vector<QuestionKey> inReviewOrder(const std::set<QuestionKey>& keys) const;

    // --- session_commands.cpp ----------------------------------------------------------------------------------------
    [[nodiscard]] Result<const review::ReviewLens*> lensOf(std::string_view lensId) const;
    [[nodiscard]] Result<const lens::Question*> questionOf(const QuestionKey& key) const;
    [[nodiscard]] Result<std::vector<std::string>> resolvePeople(const AnswerEdit& edit, EditPlan& plan);
    [[nodiscard]] Result<void> planOne(const QuestionKey& key, const AnswerEdit& edit, EditPlan& plan);
    [[nodiscard]] Result<EditPlan> plan(Edits edits);
    [[nodiscard]] Result<void> edit(Edits edits, std::string_view label, std::string_view mergeKey);

    // --- session_evidence.cpp ----------------------------------------------------------------------------------------
    [[nodiscard]] Result<const review::Evidence*> evidenceOf(std::string_view id) const;
    /// Whether title and content fit the kind, and every link leads to a question and choice of the review.
    [[nodiscard]] Result<void> checkEvidence(const review::Evidence& evidence) const;
    [[nodiscard]] Result<int> nextEvidenceNumber();

    // --- session_findings.cpp ----------------------------------------------------------------------------------------
    [[nodiscard]] Date today() const;
    [[nodiscard]] const std::vector<score::Finding>& currentFindings();
    [[nodiscard]] const score::Plan& currentPlan();
    /// The records that the questions lack, and those whose severity is another one now; review order.
    [[nodiscard]] std::vector<review::Finding> recordsToPut(const Upcoming& upcoming) const;
    /// Gives every question of `target` that stands at HIGH or MEDIUM a record, without a number, where it has none.
    static void addRecords(review::Review& target);
    /// Makes the severity of records that of their questions, where those are risks.
    static void followSeverities(review::Review& target);
    /// The stored half, or an empty one of a finding that only the answers know yet; none for an unknown key.
    [[nodiscard]] std::optional<review::Finding> recordOf(std::string_view key);
    [[nodiscard]] bool isFinding(std::string_view key);
    /// "F-07", else the question's id.
    [[nodiscard]] std::string nameOf(const review::Finding& record) const;
    [[nodiscard]] Result<FindingEdits> planFindings(const std::vector<std::pair<std::string, FindingEdit>>& edits);
    /// A circle in the prerequisites as they would be; empty when there is none.
    [[nodiscard]] std::vector<std::string> circleAfter(const FindingEdits& planned) const;
    [[nodiscard]] Error unknownFinding(std::string_view name);
    // --- session_planning.cpp ----------------------------------------------------------------------------------------
    [[nodiscard]] Result<void> checkTicks(const std::vector<review::PracticeRef>& ticks) const;

    // --- session_costs.cpp -------------------------------------------------------------------------------------------
    [[nodiscard]] const Result<cost::Spec>& spec();       ///< without findings
    [[nodiscard]] const Result<cost::Spec>& linkedSpec(); ///< with them
    [[nodiscard]] const cost::Evaluation* evaluation();
    /// The chosen scenario's position in Spec::scenarios.
    [[nodiscard]] std::optional<std::size_t> chosenScenario() const;
    /// What findings that know nothing of money save.
    void fillSavings(std::vector<score::Finding>& findings);
    void fillMoney(score::WhatIf& whatIf);
    /// Refuses a model that can't be used.
    [[nodiscard]] Result<void> checkCosts(const review::Costs& costs) const;
    /// Puts the model and takes measures that go away from findings.
    [[nodiscard]] Result<void> putCosts(store::Writer& writer, const review::Costs& costs) const;
    /// The prices of the review with these put in or taken away; "cost.price".
    [[nodiscard]] Result<std::vector<review::Price>> pricesWith(const std::vector<review::Price>& prices) const;
    /// The measures that a finding has from its questionnaire, sorted.
    [[nodiscard]] std::vector<std::string> givenMeasures(const review::Finding& record) const;
};

} // namespace plumb::session
