// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two copies of a review that parted, for tests of merging.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/merge.h"
#include "tests/support/store_builders.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>
#endif

namespace plumb::testing {

/// "a.plumb" of Ines and its copy "b.plumb" of Jonas, both open for writing; what `prepare` does is common to both.
struct TwoCopies {
    explicit TwoCopies(const std::function<void(store::Project&)>& prepare = {}, int questions = 3);
    Folder folder;
    World world;
    std::unique_ptr<store::Project> ours, theirs;
    /// One command of that side.
    void run(store::Project& project, const std::function<Result<void>(store::Writer&)>& work,
             std::string_view label = "Work");
    /// Merges theirs into ours.
    [[nodiscard]] store::MergePlan plan() const;
    Result<store::Applied> merge(std::optional<store::Side> rest = {},
                                 const std::map<std::string, store::Resolution>& resolutions = {}) const;
    [[nodiscard]] std::string ourDump() const { return contentDump(ours->path()); }
};

/// "answer/test/q0/note: base | ours (author: label) | theirs (author: label)"; "-" for what is not there.
[[nodiscard]] std::string told(const store::MergeConflict& conflict);
[[nodiscard]] std::vector<std::string> told(const store::MergePlan& plan);
/// Changes one answer as one command.
void answer(TwoCopies& copies, store::Project& project, const QuestionKey& key,
            const std::function<void(review::Answer&)>& edit, std::string_view label = "Answer");
/// "table" of "count" for each, in order of tables.
[[nodiscard]] std::string taken(const store::MergePlan& plan);

} // namespace plumb::testing
