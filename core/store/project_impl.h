// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one implementation of Project. Its parts: project.cpp creates and opens, project_commands.cpp changes state,
// project_read.cpp reads, project_care.cpp verifies, copies and compacts.
#pragma once

#include "core/store/database.h"
#include "core/store/history.h"
#include "core/store/load.h"
#include "core/store/lock.h"
#include "core/store/project.h"
#include "core/store/schema.h"
#include "core/store/search.h"
#include "core/store/temp_files.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

/// A connection that has passed the checks, with what must live as long as it.
struct OpenFile {
    std::unique_ptr<Lock> lock;         ///< writers only
    std::unique_ptr<TempFolder> folder; ///< when a copy is read instead of the file
    std::unique_ptr<Database> database;
    int version = 0;
};

/// Checks `path` and opens it; the steps are a parameter so that tests can put one on top.
[[nodiscard]] Result<OpenFile> openChecked(const std::filesystem::path& path, OpenMode mode, Environment& env,
                                           std::span<const Step> steps);

/// Builds an empty review (schema, meta, workload) in the new file `path`, which must be empty or absent.
[[nodiscard]] Result<void> buildProject(const std::filesystem::path& path, const review::Workload& workload,
                                        Environment& env);

class ProjectImpl final : public Project {
public:
    ProjectImpl(std::filesystem::path path, OpenMode mode, Environment env, OpenFile file);
    ~ProjectImpl() override;

    const std::filesystem::path& path() const noexcept override { return m_path; }
    bool readOnly() const noexcept override { return m_mode == OpenMode::ReadOnly; }
    int schemaVersion() const noexcept override { return m_file.version; }

    Result<review::Review> load() override;
    Result<review::Answer> loadAnswer(const QuestionKey& key) override;
    Result<review::Workload> loadWorkload() override;
    Result<std::vector<review::ReviewLens>> loadLenses() override;
    Result<std::vector<review::Participant>> loadParticipants() override;
    Result<std::vector<review::Evidence>> loadEvidence() override;
    Result<std::vector<review::Finding>> loadFindings() override;
    Result<int> nextFindingNumber() override;
    Result<review::Planning> loadPlanning() override;
    Result<std::vector<review::ReviewEvent>> loadEvents() override;
    Result<review::Costs> loadCosts() override;
    Result<std::vector<SnapshotRecord>> loadSnapshots() override;
    Result<std::string> readSnapshot(std::string_view name) override;
    Result<review::ReviewLens> lensByHash(std::string_view lensId, std::string_view sha256,
                                          std::string_view overlaySha256) override;

    Result<Applied> run(std::string_view label, std::string_view mergeKey,
                        const std::function<Result<void>(Writer&)>& work) override;
    Result<Applied> undo() override;
    Result<Applied> redo() override;
    Result<Applied> restore(std::string_view id) override;
    std::optional<CommandRecord> undoable() const override;
    std::optional<CommandRecord> redoable() const override;
    Result<std::vector<CommandRecord>> history(bool all) override;

    Result<void> readBlob(std::string_view sha256, ByteSink& sink, const Progress& progress) override;
    Result<std::vector<SearchHit>> search(std::string_view query, int limit) override;
    Result<VerifyReport> verify(const Progress& progress) override;
    Result<void> copyTo(const std::filesystem::path& target, const Progress& progress) override;
    Result<void> compact(std::string_view keepFrom) override;

    /// For measuring and tests that must change how the connection behaves.
    [[nodiscard]] Database& connection() noexcept { return *m_file.database; }

private:
    [[nodiscard]] Database& database() const noexcept { return *m_file.database; }
    /// "store.readOnly", or "store.nested" from inside a command.
    [[nodiscard]] Result<void> checkWritable() const;
    /// Records `changeset` as the child of the head, or joined with it, and moves the head.
    [[nodiscard]] Result<CommandRecord> record(std::string_view label, std::string_view mergeKey,
                                               const std::string& changeset);
    [[nodiscard]] Result<bool> joinsHead(const std::optional<StoredCommand>& head, const StoredCommand& next);
    /// What every successful change ends with.
    void changed(const std::vector<RowChange>& rows);
    /// Applies `changeset` and moves the head, in one transaction.
    [[nodiscard]] Result<std::vector<RowChange>> travel(const std::string& changeset, std::string_view newHead);
    [[nodiscard]] Result<void> stampApp();

    std::filesystem::path m_path;
    OpenMode m_mode;
    Environment m_env;
    OpenFile m_file;
    LensCache m_lenses;
    SearchIndex m_search;
    bool m_inCommand = false;
    bool m_stamped = false;
};

} // namespace plumb::store
