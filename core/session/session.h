// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one object that the window and the CLI hold: an open review, what is derived from it, commands in, typed change
// events out. Every command is one durable, undoable step; when a command fails nothing has changed.
#pragma once

#include "core/compare/compare.h"
#include "core/compare/upgrade.h"
#include "core/cost/evaluate.h"
#include "core/cost/finding_money.h"
#include "core/cost/price_book.h"
#include "core/exchange/cost_import.h"
#include "core/lens/explain.h"
#include "core/score/cadence.h"
#include "core/score/plan.h"
#include "core/score/score.h"
#include "core/session/answer_edit.h"
#include "core/session/cost_edits.h"
#include "core/session/finding_edit.h"
#include "core/session/library.h"
#include "core/store/merge.h"
#include "core/store/project.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plumb::session {

using store::CommandRecord;
using store::Environment;
using store::OpenMode;
using store::Progress;

/// What a command, undo or redo changed. A subscriber gets one event per kind and change of state, in this order.
struct WorkloadChanged {};
struct LensesChanged {}; ///< lenses came or went; everything about questions may be different
struct ParticipantsChanged {};
struct AnswersChanged {
    std::vector<QuestionKey> questions; ///< each once, review order; risk and scores are current already
};
struct EvidenceChanged {
    std::vector<QuestionKey> questions; ///< whose evidence list is different
};
/// The stored half of findings, priorities, plan settings or events. After AnswersChanged findings are different, too:
/// whoever shows findings listens to both.
struct FindingsChanged {
    std::vector<std::string> keys; ///< whose stored half is different; may be empty (planning or events)
};
/// The cost model or its prices. Money of findings is different then, too: whoever shows it listens to both.
struct CostsChanged {
    bool prices = false; ///< only prices
};
struct SnapshotsChanged {}; ///< one was made, or came or went by undo, redo or merging
struct HistoryChanged {};   ///< always last: undo/redo labels and "saved" time are different
using Event = std::variant<WorkloadChanged, LensesChanged, ParticipantsChanged, AnswersChanged, EvidenceChanged,
                           FindingsChanged, CostsChanged, SnapshotsChanged, HistoryChanged>;

/// Ends the subscription when destroyed. Movable.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : m_end(std::move(end)) {}
    Subscription(Subscription&& other) noexcept : m_end(std::exchange(other.m_end, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

private:
    std::function<void()> m_end;
};

/// A questionnaire to start a review with or to add.
struct LensSource {
    std::string id;      ///< built-in id, or empty: made from the lens's name
    std::string lens;    ///< bytes of the lens file
    std::string overlay; ///< bytes, or empty
    std::string where;   ///< file name for messages
};

struct NewReview {
    review::Workload workload;
    std::vector<LensSource> lenses;
};

/// A file or bytes to attach.
struct NewEvidence {
    review::Evidence record; ///< id, number, sha256, bytes, addedAt, addedBy are filled in by the session
    std::unique_ptr<store::ByteSource> source; ///< kinds File and Image; null otherwise
};

/// Not thread-safe; lives in the thread that opened it. Subscribers are called in that thread, after the state is
/// current and the change is on disk; they must not run commands.
class Session {
public:
    /// All or nothing: when a lens is refused, no file is left.
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const std::filesystem::path& path,
                                                                 const NewReview& content, Environment env);
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::filesystem::path& path, OpenMode mode,
                                                               Environment env);
    /// A snapshot as a review that can only be read, evidence included: a private copy of the file in the folder for
    /// temporary files, brought back to the snapshot, gone when the session ends. "store.noSnapshot" (Usage), and the
    /// errors of open(). `path()` is then the copy's, today() the snapshot's day; `snapshotName()` says what is shown.
    [[nodiscard]] static Result<std::unique_ptr<Session>> openSnapshot(const std::filesystem::path& path,
                                                                       std::string_view name, Environment env,
                                                                       const Progress& progress = {});
    ~Session();

    // --- state -----------------------------------------------------------------------------------------------------
    [[nodiscard]] const review::Review& review() const noexcept;
    [[nodiscard]] const score::Scores& scores() const noexcept;
    [[nodiscard]] const std::filesystem::path& path() const noexcept;
    [[nodiscard]] bool readOnly() const noexcept;
    [[nodiscard]] std::string_view snapshotName() const noexcept; ///< of openSnapshot(), else empty
    [[nodiscard]] int schemaVersion() const noexcept;
    [[nodiscard]] Instant savedAt() const noexcept;                         ///< time of the head command
    [[nodiscard]] lens::State state(const QuestionKey& key) const noexcept; ///< Unanswered for unknown keys
    [[nodiscard]] lens::Explanation explain(const QuestionKey& key) const;
    /// Computed when asked for after a change, then kept until the next change or day.
    [[nodiscard]] const std::vector<score::Finding>& findings() const;
    [[nodiscard]] const score::Finding* finding(std::string_view key) const;
    [[nodiscard]] const score::Plan& plan() const;
    /// The plan as other settings would make it; nothing is stored. "planning.invalid" as for setPlanning().
    [[nodiscard]] Result<score::Plan> planWith(const review::Planning& planning) const;
    [[nodiscard]] score::Cadence cadence() const;
    [[nodiscard]] Date today() const; ///< the clock's UTC day
    [[nodiscard]] Subscription subscribe(std::function<void(const Event&)> listener);

    // --- commands: each is one entry of the history
    // -------------------------------------------------------------------
    // Any of them: "session.readOnly" (Conflict), "session.busy" (Usage: called by a listener), and the store's errors.
    /// Changes one answer. Errors (Usage): "session.unknownLens", "session.unknownQuestion", "session.unknownChoice"
    /// (args: the name, where it was looked for, the nearest names), "session.noneNotApplicable" (a none-choice can't
    /// be marked not applicable), "session.noNoneChoice" (the question has none), "session.noneWithOthers" (ticked in
    /// one edit), "session.unknownPerson", "session.noName", "review.tooLong".
    [[nodiscard]] Result<void> edit(const QuestionKey& key, const AnswerEdit& edit);
    /// The same for many questions as one command, all or nothing ("Import 40 answers"). A refusal lists every refused
    /// edit in its messages; edits of the same question build on each other.
    [[nodiscard]] Result<void> edit(const std::vector<std::pair<QuestionKey, AnswerEdit>>& edits,
                                    std::string_view label);
    /// "session.noName" (Usage) when the name is empty.
    [[nodiscard]] Result<void> setWorkload(const review::Workload& workload);
    /// Adds a lens, or replaces an unanswered one with the same id; "session.lensThere" (Usage) when it has answers or
    /// evidence.
    [[nodiscard]] Result<std::string> addLens(const LensSource& source); ///< the id it has in the review
    [[nodiscard]] Result<void> removeLens(std::string_view lensId);
    /// Finds or makes a participant by name (case and spaces folded); returns the id. Role and organisation fill what
    /// is empty in one that is there. "session.noName" (Usage).
    [[nodiscard]] Result<std::string> addParticipant(const review::Participant& person);
    /// Errors (Usage): "session.noContent" (a link without url, a note without text, bytes missing or too many), those
    /// of edit() for its links, "session.unknownEvidence" where an id is given.
    [[nodiscard]] Result<std::string> addEvidence(NewEvidence evidence, const Progress& progress = {}); ///< the new id
    [[nodiscard]] Result<void> updateEvidence(const review::Evidence& evidence); ///< everything but the bytes
    [[nodiscard]] Result<void> removeEvidence(std::string_view id);

    // --- findings: every command is all or nothing; a refusal lists everything that is wrong
    // ---------------------------
    /// `name` is a key, "LENS/QUESTION", or a code "F-07" (any case, "F7"): the key. "session.unknownFinding" (Usage;
    /// args: the name and the nearest keys).
    [[nodiscard]] Result<std::string> findingNamed(std::string_view name) const;
    /// Changes one finding or many as one command. Errors (Usage): "session.unknownFinding", "finding.invalid" with a
    /// message (F001 owner or text too long, F002 rating outside 1-5, F003 date that is none, F004 accepted without
    /// reason, without who decided or without the last day, or with a day that has passed, F005 false alarm or
    /// transferred without a reason, F006 days, progress or loss model out of range, F007 prerequisites that close a
    /// circle (args: the circle) or name the finding itself, F008 unknown evidence, practice, measure, framework pillar
    /// or needed finding, F009 written by hand without title, F010 severity or pillar of one that follows its question)
    /// for each fault; nothing changes then. Warnings (a due date in the past) come back and do not
    /// stop it.
    [[nodiscard]] Result<std::vector<Message>>
    editFindings(const std::vector<std::pair<std::string, FindingEdit>>& edits, std::string_view label = {});
    [[nodiscard]] Result<std::string> addFinding(const FindingEdit& content); ///< the key; needs a title
    /// One written by hand; "session.derivedFinding" (Usage) for others.
    [[nodiscard]] Result<void> removeFinding(std::string_view key);
    /// "planning.invalid" (Usage) for a capacity, cadence or framework pillar that makes no sense.
    [[nodiscard]] Result<void> setPlanning(const review::Planning& planning);
    /// "event.invalid" (Usage) without a date. `id` empty: a new one; an id that is not there: "session.unknownEvent".
    [[nodiscard]] Result<std::string> putEvent(const review::ReviewEvent& event);
    [[nodiscard]] Result<void> removeEvent(std::string_view id);
    /// What ticking would change; nothing is stored. "session.unknownLens/Question/Choice" as for edit(); a none-choice
    /// is no practice.
    [[nodiscard]] Result<score::WhatIf> whatIf(const std::vector<review::PracticeRef>& ticks) const;
    [[nodiscard]] Result<void> applyWhatIf(const std::vector<review::PracticeRef>& ticks); ///< as one command

    // --- costs
    // -----------------------------------------------------------------------------------------------------------------
    /// The stored model as a specification, its measures with the keys of their findings; kept until the next change.
    /// An error when a file from elsewhere holds a model that can't be used: "cost.spec" with a message for each fault.
    [[nodiscard]] const Result<cost::Spec>& costSpec() const;
    /// Null without items or when costSpec() is an error; kept until the next change.
    [[nodiscard]] const cost::Evaluation* costEvaluation() const;
    /// Own prices before the defaults.
    [[nodiscard]] cost::PriceBook priceBook() const;
    /// Findings with the names of their measures, as core/cost/finding_money.h wants them.
    [[nodiscard]] std::vector<cost::FindingMeasures> findingMeasures() const;
    /// Makes the cost model (all but prices) so, as one command. Refused with cost::specOf()'s errors, then nothing has
    /// changed; settings that the model can't have (trials, seed, horizon, the chosen scenario) are C002 and C005 among
    /// them. Findings lose the measures that go, by the same command. Prices in `costs` are not looked at. `mergeKey`
    /// not empty: joins the head command of the same key (a slider on its way).
    [[nodiscard]] Result<void> setCosts(const review::Costs& costs, std::string_view label,
                                        std::string_view mergeKey = {});
    /// Makes these prices so (by subject and field), or with an amount below 0 takes them away. "cost.price" (Usage)
    /// with a message for each that is wrong: P001 subject or field missing, P002 amount, P003 dates, P004 too long.
    [[nodiscard]] Result<void> putPrices(const std::vector<review::Price>& prices, std::string_view label);
    /// What to do with an import. Everything is one command.
    struct CostImportChoice {
        /// Replace: items that came from a file of the same name go; one that comes again keeps its place, its id and
        /// the fields that the file does not speak of.
        enum class Into { Add, Replace } into = Into::Add;
        std::vector<std::string> leaveOut; ///< ids of proposed items and measures that are not wanted
    };
    /// Puts a proposal in: items (with fresh ids where theirs are taken), measures, prices and loads. Answers the ids
    /// of what is new. The name is written into the notes of items. Errors as of setCosts() and putPrices(), and
    /// (Usage) "import.nothing" when all is left out, "import.currency" when the model is in another one,
    /// "import.inUse" when measures act on nothing but items that go, "session.unknownItem" for a load.
    [[nodiscard]] Result<std::vector<std::string>> importCosts(const exchange::CostImport& import,
                                                               const CostImportChoice& choice, std::string_view name);
    /// Adds or takes away a measure of a finding (both directions use this), as one command. Measures that the finding
    /// has from its questionnaire stay. Errors (Usage): "session.unknownFinding", "session.unknownMeasure",
    /// "session.linkedByType" when a measure that only its type links is to be taken away and nothing would be left.
    [[nodiscard]] Result<void> linkMeasure(std::string_view findingKey, std::string_view measureId, bool linked);
    /// The same for several measures as one command; one that is named in both stays.
    [[nodiscard]] Result<void> linkMeasures(std::string_view findingKey, const std::vector<std::string>& linked,
                                            const std::vector<std::string>& unlinked);
    /// Switches the measures behind findings on in a scenario (empty: the chosen one), as one command; answers the ids
    /// that are new in it. Errors (Usage): "session.unknownFinding", "session.unknownScenario", "session.noMeasures"
    /// when no measure is behind any of them; those of setCosts().
    [[nodiscard]] Result<std::vector<std::string>> switchOnMeasures(const std::vector<std::string>& findingKeys,
                                                                    std::string_view scenarioId,
                                                                    const SwitchOptions& options = {});
    /// Ids of the measures behind a finding, in the order of the model; empty for an unknown key.
    [[nodiscard]] std::vector<std::string> measuresBehind(std::string_view findingKey) const;

    // --- snapshots, comparing, other versions and other copies (docs/compare.md); text forms in states.h
    // ------------------
    /// By time, then name; kept until SnapshotsChanged.
    [[nodiscard]] const std::vector<store::SnapshotRecord>& snapshots() const noexcept;
    /// The review as it is, kept under a name for ever, as one command. "snapshot.name" (Usage) when the name is empty,
    /// too long or taken.
    [[nodiscard]] Result<store::SnapshotRecord> createSnapshot(std::string_view name, std::string_view note = {});
    /// Canonical JSON, to export. "store.noSnapshot" (Usage, args: the nearest names), "store.damaged".
    [[nodiscard]] Result<std::string> snapshotBytes(std::string_view name) const;
    /// One side of a comparison: a snapshot, or the present for an empty name. Errors as of snapshotBytes() and
    /// compare::readSnapshot().
    [[nodiscard]] Result<compare::ReadSnapshot> stateOf(std::string_view snapshot) const;
    /// Every snapshot and then the present, with the figures that were computed when each was taken.
    [[nodiscard]] Result<std::vector<compare::TrendPoint>> trend() const;
    /// Makes the review as it was in the snapshot, as one command; snapshots stay.
    [[nodiscard]] Result<void> restoreSnapshot(std::string_view name);

    /// What another version of a questionnaire of this review would do; nothing is stored. `source.id` is not looked
    /// at; without an overlay in `source` the present one stays. Errors: "session.unknownLens" (Usage),
    /// "lens.unusable", "overlay.invalid" (Refused), "session.sameLens" (Usage) when it is the version that the review
    /// has.
    [[nodiscard]] Result<compare::UpgradePlan> planUpgrade(std::string_view lensId, const LensSource& source) const;
    /// Does it as one command; what is dropped stays in the history and in snapshots.
    [[nodiscard]] Result<compare::UpgradePlan> upgradeLens(std::string_view lensId, const LensSource& source);

    /// What merging another copy would do (core/store/merge.h); nothing is stored.
    [[nodiscard]] Result<store::MergePlan> planMerge(const std::filesystem::path& other) const;
    /// Merges it as one command. Errors of store::applyMerge(); "merge.unresolved" (Conflict) names what is open.
    [[nodiscard]] Result<void> merge(const std::filesystem::path& other,
                                     const std::map<std::string, store::Resolution>& resolutions,
                                     std::optional<store::Side> rest, const Progress& progress = {});

    [[nodiscard]] Result<CommandRecord> undo(); ///< what was undone
    [[nodiscard]] Result<CommandRecord> redo();
    [[nodiscard]] Result<void> restore(std::string_view commandId);
    [[nodiscard]] std::optional<CommandRecord> undoable() const;
    [[nodiscard]] std::optional<CommandRecord> redoable() const;
    [[nodiscard]] Result<std::vector<CommandRecord>> history(bool all = false) const;

    // --- reading what is not in memory
    // ---------------------------------------------------------------------------------
    [[nodiscard]] Result<void> extractEvidence(std::string_view id, store::ByteSink& sink,
                                               const Progress& progress = {}) const;
    [[nodiscard]] Result<std::vector<store::SearchHit>> search(std::string_view query, int limit = 100) const;
    [[nodiscard]] Result<store::VerifyReport> verify(const Progress& progress = {}) const;
    [[nodiscard]] Result<void> copyTo(const std::filesystem::path& target, const Progress& progress = {}) const;

private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace plumb::session
