// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tests of the store arrange with: a folder of their own, an environment that stands still, a questionnaire of any
// size, and the content of a file as text to compare.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/project.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#endif

namespace plumb::testing {

/// A folder that goes with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// Names of all files in it, sorted, one a line.
    [[nodiscard]] std::string listing() const;

private:
    std::filesystem::path m_path;
};

/// Clock and random numbers that repeat. Must outlive the projects it is given to.
struct World {
    FixedClock clock{Instant{1'800'000'000'000}};
    SeededRandom random{7};
    [[nodiscard]] store::Environment env(std::string author = "Ines") {
        return {clock, random, author, author + " on laptop-7, test"};
    }
};

/// A lens file: questions q0, q1... with choices q0_a, q0_b... and q0_no, spread over five pillars.
[[nodiscard]] std::string lensJson(int questions, int choices = 4, std::string_view name = "Test Lens");
/// An overlay with a short title for each of the first questions.
[[nodiscard]] std::string overlayJson(int questions);

/// A new review "Claims assistant" in `path` with the lens "test"; fails the process when it can't be made.
[[nodiscard]] std::unique_ptr<store::Project> newProject(const std::filesystem::path& path, World& world,
                                                         int questions = 10);

/// Selects the choices; one command.
Result<store::Applied> select(store::Project& project, const QuestionKey& key,
                              std::initializer_list<std::string_view> choices, std::string_view mergeKey = {});
Result<store::Applied> setNote(store::Project& project, const QuestionKey& key, std::string_view note,
                               std::string_view mergeKey = {});

/// All rows of the tables of the history (workload, answers, evidence...) as text; equal texts are equal reviews.
[[nodiscard]] std::string contentDump(const std::filesystem::path& path);
/// Every byte of the file, for "untouched".
[[nodiscard]] std::string fileBytes(const std::filesystem::path& path);
/// Runs SQL on a file past all checks of the store, as another program would. False when SQLite refuses.
bool rawSql(const std::filesystem::path& path, const std::string& sql);
/// Runs SQL in a process that dies before it commits, with the change in the file: a hot journal is left beside it.
bool leaveHotJournal(const std::filesystem::path& path, const std::string& sql);
/// First column of the first row.
[[nodiscard]] std::string rawText(const std::filesystem::path& path, const std::string& sql);

} // namespace plumb::testing
