// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two copies of a review that parted, put together by history (project-file.md): the last command that both have is the
// base; what the other copy changed since is taken over row by row and cell by cell; a cell that both changed to
// different values is a conflict, never a silent choice. Without a common command every difference is listed and the
// base is empty. Reads the other file only.
#pragma once

#include "core/base/result.h"
#include "core/store/project.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumb::store {

/// The table's name in the file, as in docs/file-format.md: "choice_answer".
[[nodiscard]] std::string_view nameOf(Table table) noexcept;

/// Who wrote a value last on one side; an empty author: no command of that side since the copies parted.
struct Writing {
    std::string author, label;
    Instant time;
};

/// One cell (or, with an empty column, a whole row that one side deleted and the other changed).
struct MergeConflict {
    Table table = Table::Answer;
    std::vector<std::string> key;
    std::string column;                            ///< empty: the row
    std::optional<std::string> base, ours, theirs; ///< as text; none: not there (row deleted, or never was)
    Writing ourWriting, theirWriting;
    /// Stable name for resolving and for tests: "answer/LENS/QUESTION/note"; of a row "finding/KEY/". In a key of
    /// several parts '/' is "~1" and '~' is "~0".
    [[nodiscard]] std::string name() const;
};

enum class Side { Ours, Theirs };
/// What stays of a conflict: a side, or for text cells a value of one's own (both texts joined, or edited).
struct Resolution {
    Side side = Side::Ours;
    std::optional<std::string> value; ///< texts only; checked like any other input
};

struct MergePlan {
    bool related = false; ///< there is a common state; else every difference is a conflict
    std::string base;     ///< id of the common command; empty: no common history, or parted before the first command
    std::optional<Instant> parted;
    int ourCommands = 0, theirCommands = 0; ///< since then
    std::map<Table, int> taken;             ///< rows that come over without a question, by table
    std::vector<MergeConflict> conflicts;   ///< by table, key, column
    std::vector<std::string> remarks; ///< "Finding F-12 of the other copy becomes F-14", "two findings need each other"
    bool nothing = false;             ///< the other copy has nothing that this one has not
};

/// What merging `theirs` into the open project would do, if every conflict were decided for ours. Two copies in the
/// same state are no error: `nothing` is true. Errors: "merge.self" (Usage: the same file), "store.hostile" and
/// "store.damaged" for what the other file holds or lacks. `theirs` should be open for reading only; it is not changed.
[[nodiscard]] Result<MergePlan> planMerge(Project& ours, Project& theirs);

/// Does it as one command "Merge NAME". Every conflict needs a resolution (by name()), or `rest` decides:
/// "merge.unresolved" (Conflict, names in args) when neither. Other errors: "merge.noConflict" (Usage) for a resolution
/// of what is no conflict, "merge.value" (Usage) for a text where none can stand, "merge.refused" (Refused) for values
/// that no command would store. Content (evidence bytes, lens texts, snapshots) comes along; `progress` counts bytes of
/// evidence, "store.cancelled" when it says so. After any error nothing has changed. When there is nothing to merge, no
/// command is recorded. The result is symmetric: merging B into A with side Ours gives the content that merging A into
/// B with side Theirs gives, but for numbers, positions and names given twice (they change on the side that comes in),
/// and the severity of findings that follow their question (ours stays; the next command derives it).
[[nodiscard]] Result<Applied> applyMerge(Project& ours, Project& theirs,
                                         const std::map<std::string, Resolution>& resolutions, std::optional<Side> rest,
                                         const Progress& progress = {});

} // namespace plumb::store
