// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The project file: one SQLite database that is the whole review (docs/file-format.md, after the normative
// project-file.md). Everything that changes it is a command: one transaction that records its changeset.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/review/review.h"
#include "core/store/blob_io.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

inline constexpr std::int32_t kApplicationId = 0x504C4D42; ///< "PLMB"
inline constexpr int kSchemaVersion = 4;

/// What the store is handed from outside. The references must outlive the project.
struct Environment {
    Clock& clock;
    Random& random;
    std::string author; ///< recorded with each command; never empty
    std::string
        holder; ///< who holds the file, for the message to a second writer: "Ines on laptop-7, plumbline, pid 4711"
};

enum class OpenMode { ReadWrite, ReadOnly };

/// Tables that take part in the history.
enum class Table {
    Workload,
    Lens,
    Answer,
    ChoiceAnswer,
    AnswerPerson,
    Participant,
    Evidence,
    EvidenceLink,
    Finding,
    FindingNeed,         ///< finding_key, needs_key
    FindingEvidence,     ///< finding_key, evidence_id
    FindingMeasure,      ///< finding_key, measure
    FindingPractice,     ///< finding_key, lens_id, question_id, choice_id
    FindingTradeOff,     ///< finding_key, framework
    Planning,            ///< one row
    Priority,            ///< framework
    ReviewEvent,         ///< id
    CostSettings,        ///< one row
    CostItem,            ///< id
    CostItemField,       ///< item_id, field
    CostMeasure,         ///< id
    CostMeasureField,    ///< measure_id, field
    CostMeasureItem,     ///< measure_id, item_id
    CostMeasureLink,     ///< measure_id, kind, other_id
    CostScenario,        ///< id
    CostScenarioMeasure, ///< scenario_id, measure_id
    Snapshot,            ///< id
    Reconfirm,           ///< lens_id, question_id
    CostPrice            ///< subject, field
};

/// A row that a command, an undo or a redo changed.
struct RowChange {
    enum class Op { Insert, Update, Delete } op = Op::Update;
    Table table = Table::Answer;
    std::vector<std::string> key; ///< primary key columns as text, in schema order
    bool operator==(const RowChange&) const = default;
};

/// One entry of the history.
struct CommandRecord {
    std::string id;     ///< UUID
    std::string parent; ///< id of the command before it; empty for the first
    Instant time;
    std::string author;
    std::string label; ///< English, as the Undo menu shows it
    std::uint64_t changesetBytes = 0;
    bool applied = true; ///< false: undone; can be redone
};

/// What a change of state did.
struct Applied {
    CommandRecord command;
    std::vector<RowChange> rows; ///< each row once
};

/// A snapshot without its bytes.
struct SnapshotRecord {
    std::string id;   ///< UUID
    std::string name; ///< unique in the file, 1-200 bytes
    std::string note;
    Instant time;
    std::string author;
    std::string sha256;      ///< of the canonical bytes
    std::uint64_t bytes = 0; ///< of the canonical text
    std::string scoreMethod, costMethod;
    friend bool operator==(const SnapshotRecord&, const SnapshotRecord&) = default;
};

/// Writes inside one command. Every function writes the least that makes the row so; equal rows are left alone. Errors:
/// "review.tooLong", "review.invalid" (Usage), and the store's own. Valid only during Project::run.
class Writer {
public:
    virtual ~Writer() = default;
    virtual Result<void> putWorkload(const review::Workload& workload) = 0;
    /// Adds or replaces (same id) a lens with its overlay; the bytes are stored once by hash. `overlayBytes` may be
    /// empty.
    virtual Result<void> putLens(std::string_view lensId, std::string_view name, std::string_view lensBytes,
                                 std::string_view overlayBytes, int position) = 0;
    /// The same with texts that the file holds or once held, by their hashes (the second may be empty). "store.noLens"
    /// (Usage).
    virtual Result<void> putLensByHash(std::string_view lensId, std::string_view name, std::string_view sha256,
                                       std::string_view overlaySha256, int position) = 0;
    virtual Result<void> removeLens(std::string_view lensId) = 0; ///< its answers and links go with it (undoable)
    virtual Result<void> putAnswer(const QuestionKey& key,
                                   const review::Answer& answer) = 0; ///< a default answer removes it
    virtual Result<void> putParticipant(const review::Participant& person) = 0;
    virtual Result<void> removeParticipant(std::string_view id) = 0;
    virtual Result<void> putEvidence(const review::Evidence& evidence) = 0; ///< links included
    virtual Result<void> removeEvidence(std::string_view id) = 0;
    /// Links included. `number` 0: the next free one is given (never one that was given before). The question, choices,
    /// evidence and findings that it names must exist, and `needs` must not close a circle: "review.invalid".
    virtual Result<int> putFinding(const review::Finding& finding) = 0; ///< its number
    virtual Result<void> removeFinding(std::string_view key) = 0;       ///< also where others need it
    virtual Result<void> putPlanning(const review::Planning& planning) = 0;
    virtual Result<void> putEvent(const review::ReviewEvent& event) = 0;
    virtual Result<void> removeEvent(std::string_view id) = 0;
    /// Makes everything of the cost model but its prices so, writing the rows that differ. Ids must be fit and unique,
    /// what a measure or scenario names must be there, limits of review/costs.h: "review.invalid", "review.tooLong".
    /// Whether the figures make sense is not the store's to say.
    virtual Result<void> putCosts(const review::Costs& costs) = 0;
    /// Makes the list of prices so.
    virtual Result<void> putPrices(const std::vector<review::Price>& prices) = 0;
    /// An immutable snapshot; `bytes` are stored compressed, once by hash, outside the changeset. "snapshot.name"
    /// (Usage) when the name is empty, too long or taken (case and spaces folded).
    virtual Result<void> putSnapshot(const SnapshotRecord& record, std::string_view bytes) = 0;
    /// Streams bytes into the file in chunks; the same content is stored once. Content is not part of the changeset and
    /// stays until compact(), so that undo and redo need no copy of it.
    virtual Result<BlobInfo> putBlob(ByteSource& source, const Progress& progress) = 0;
};

struct SearchHit {
    std::string kind;             ///< "question", "choice", "note", "evidence", "finding", "workload",
                                  ///< "cost item", "cost measure"
    QuestionKey question;         ///< empty for workload and cost hits, findings by hand
    std::string choice, evidence; ///< ids where they apply
    std::string finding;          ///< key, kind "finding"
    std::string snippet;          ///< plain text, hits between U+0002 and U+0003
    std::string cost;             ///< id, kinds "cost item" and "cost measure"
};

struct Problem {
    std::string id;   ///< "V001"... (docs/file-format.md)
    std::string text; ///< what is wrong and where
};

struct VerifyReport {
    std::vector<Problem> problems; ///< empty: the file is whole
    std::uint64_t commands = 0, blobs = 0, blobBytes = 0;
};

/// An open project file. Not thread-safe: one thread at a time, like the connection it owns. Closing (destruction)
/// never loses anything, since every command is durable when it returns.
class Project {
public:
    /// Makes a new file; refuses an existing one ("store.exists"). The file appears whole or not at all.
    [[nodiscard]] static Result<std::unique_ptr<Project>> create(const std::filesystem::path& path,
                                                                 const review::Workload& workload, Environment env);
    /// Opens and checks a file. Errors (Refused): "store.notAProject", "store.tooNew", "store.damaged",
    /// "store.hostile"; (Conflict): "store.locked" with the holder in args[0]; (System): "file.notFound",
    /// "file.readOnly", "file.unreadable". A refused file is not touched. Older files are migrated in ReadWrite after a
    /// backup copy beside them; in ReadOnly they are read through a migrated temporary copy.
    [[nodiscard]] static Result<std::unique_ptr<Project>> open(const std::filesystem::path& path, OpenMode mode,
                                                               Environment env);
    virtual ~Project() = default;

    [[nodiscard]] virtual const std::filesystem::path& path() const noexcept = 0;
    [[nodiscard]] virtual bool readOnly() const noexcept = 0;
    [[nodiscard]] virtual int schemaVersion() const noexcept = 0;

    /// Everything, from disk. Lenses are parsed here; one that can't be used any more is "store.damaged".
    [[nodiscard]] virtual Result<review::Review> load() = 0;
    [[nodiscard]] virtual Result<review::Answer> loadAnswer(const QuestionKey& key) = 0;
    [[nodiscard]] virtual Result<review::Workload> loadWorkload() = 0;
    [[nodiscard]] virtual Result<std::vector<review::ReviewLens>> loadLenses() = 0; ///< reuses parsed lenses by hash
    [[nodiscard]] virtual Result<std::vector<review::Participant>> loadParticipants() = 0;
    [[nodiscard]] virtual Result<std::vector<review::Evidence>> loadEvidence() = 0;

    [[nodiscard]] virtual Result<std::vector<review::Finding>> loadFindings() = 0; ///< by number
    /// The number that the next new finding gets.
    [[nodiscard]] virtual Result<int> nextFindingNumber() = 0;
    [[nodiscard]] virtual Result<review::Planning> loadPlanning() = 0;
    [[nodiscard]] virtual Result<std::vector<review::ReviewEvent>> loadEvents() = 0; ///< by date, then id

    [[nodiscard]] virtual Result<review::Costs> loadCosts() = 0; ///< prices included

    [[nodiscard]] virtual Result<std::vector<SnapshotRecord>> loadSnapshots() = 0; ///< by time, then name
    /// The canonical bytes. "store.noSnapshot" (Usage, names in args); "store.damaged" when the hash does not match.
    [[nodiscard]] virtual Result<std::string> readSnapshot(std::string_view name) = 0;
    /// A questionnaire that the file holds or once held, by its hashes. "store.noLens" (Usage).
    [[nodiscard]] virtual Result<review::ReviewLens> lensByHash(std::string_view lensId, std::string_view sha256,
                                                                std::string_view overlaySha256) = 0;

    /// Runs `work` as one command. On success it is durable on disk. When nothing changed no command is recorded and
    /// `rows` is empty. When `work` fails, or the disk does, the file is as before. `mergeKey` not empty: joins the
    /// head command when that has the same key, the same author and is younger than two seconds (typing).
    [[nodiscard]] virtual Result<Applied> run(std::string_view label, std::string_view mergeKey,
                                              const std::function<Result<void>(Writer&)>& work) = 0;
    /// "store.nothingToUndo" / "store.nothingToRedo" (Usage).
    [[nodiscard]] virtual Result<Applied> undo() = 0;
    [[nodiscard]] virtual Result<Applied> redo() = 0;
    /// Brings back the state after command `id` (any in history(true); "" = before the first) as a new command.
    [[nodiscard]] virtual Result<Applied> restore(std::string_view id) = 0;

    [[nodiscard]] virtual std::optional<CommandRecord> undoable() const = 0; ///< what undo() would undo
    [[nodiscard]] virtual std::optional<CommandRecord> redoable() const = 0;
    /// Oldest first: the path to the present state, then what can be redone; with `all`, abandoned branches too.
    [[nodiscard]] virtual Result<std::vector<CommandRecord>> history(bool all = false) = 0;

    /// Streams stored content. "store.noBlob" (Usage), "store.damaged" when the hash does not fit (after all was
    /// written).
    [[nodiscard]] virtual Result<void> readBlob(std::string_view sha256, ByteSink& sink, const Progress& progress) = 0;

    /// FTS5 over questions, choices, notes, evidence, findings, costs and the workload, in an index that lives in
    /// memory and is built on first use. Words are matched by prefix and without accents; quotes make a phrase. Never
    /// an error for odd input, best hit first.
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(std::string_view query, int limit = 100) = 0;

    /// integrity_check, foreign keys, hash of every blob and lens, history chain, answers and findings that point to
    /// nothing.
    [[nodiscard]] virtual Result<VerifyReport> verify(const Progress& progress) = 0;
    /// A whole, checked copy by the backup API. Refuses an existing target ("store.exists").
    [[nodiscard]] virtual Result<void> copyTo(const std::filesystem::path& target, const Progress& progress) = 0;
    /// Drops history older than `keepFrom` and content that nothing refers to; the only thing that ever does.
    [[nodiscard]] virtual Result<void> compact(std::string_view keepFrom) = 0;
};

/// Verifies a file that may not open: what open() says becomes a problem.
[[nodiscard]] Result<VerifyReport> verifyFile(const std::filesystem::path& path, Environment env,
                                              const Progress& progress);

struct SalvageReport {
    std::uint64_t rows = 0;        ///< saved
    std::vector<std::string> lost; ///< what could not be read, in words
};
/// Copies every readable row of the known tables of a damaged file into a new project at `out`.
[[nodiscard]] Result<SalvageReport> salvage(const std::filesystem::path& path, const std::filesystem::path& out,
                                            Environment env, const Progress& progress);

} // namespace plumb::store
