// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots: made, read, put back, and shown as a review of their own.
#include "core/session/names.h"
#include "core/session/rewrite.h"
#include "core/session/session_impl.h"
#include "core/session/states_impl.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

constexpr std::size_t kLabelLetters = 60; ///< of a name in the label of a command

compare::TrendPoint pointOf(std::string name, Instant time, const compare::StoredResults& results) {
    return {std::move(name), time, results.score, results.worst, results.best, results.coverage};
}

/// Makes the private copy the review of the snapshot.
Result<void> bringBack(const std::filesystem::path& copy, std::string_view name, const Environment& env) {
    PLUMB_TRY(session, Session::open(copy, OpenMode::ReadWrite, env));
    return session->restoreSnapshot(name);
}

} // namespace

const std::vector<store::SnapshotRecord>& Session::snapshots() const noexcept {
    return m_impl->snapshots;
}

std::string_view Session::snapshotName() const noexcept {
    return m_impl->shownSnapshot;
}

Result<store::SnapshotRecord> Session::createSnapshot(std::string_view name, std::string_view note) {
    Impl& impl = *m_impl;
    PLUMB_CHECK(impl.begin());
    store::SnapshotRecord record;
    record.id = newUuid(impl.env.random);
    record.name = tidySpaces(name);
    record.note = note;
    record.time = impl.env.clock.now();
    record.author = impl.env.author;
    const std::vector<review::Finding> numbers = impl.recordsToPut({});
    const auto work = [&](store::Writer& writer) -> Result<void> {
        review::Review numbered;
        if (!numbers.empty())
            numbered = impl.review;
        for (review::Finding finding : numbers) {
            PLUMB_TRY(number, writer.putFinding(finding));
            finding.number = number;
            numbered.findings.push_back(std::move(finding));
        }
        const review::Review& review = numbers.empty() ? impl.review : numbered;
        const std::string bytes = fillSnapshot(record, review, impl.today());
        return writer.putSnapshot(record, bytes);
    };
    const std::string label = fmt::format("Snapshot {}", shorten(record.name, kLabelLetters));
    PLUMB_TRY(applied, impl.project->run(label, {}, work));
    PLUMB_CHECK(impl.follow(applied));
    return record;
}

Result<std::string> Session::snapshotBytes(std::string_view name) const {
    return snapshotBytesOf(*m_impl->project, name);
}

Result<compare::ReadSnapshot> Session::stateOf(std::string_view snapshot) const {
    if (!snapshot.empty())
        return snapshotStateOf(*m_impl->project, snapshot);
    return presentStateOf(m_impl->review, m_impl->today());
}

Result<std::vector<compare::TrendPoint>> Session::trend() const {
    Impl& impl = *m_impl;
    std::vector<compare::TrendPoint> points;
    for (const store::SnapshotRecord& record : impl.snapshots) {
        auto known = impl.storedResults.find(record.sha256);
        if (known == impl.storedResults.end()) {
            PLUMB_TRY(bytes, impl.project->readSnapshot(record.name));
            PLUMB_TRY(results, compare::readStoredResults(bytes));
            results.questions.clear();
            known = impl.storedResults.emplace(record.sha256, std::move(results)).first;
        }
        points.push_back(pointOf(record.name, record.time, known->second));
    }
    const score::ScopeScore& now = impl.scores.overall();
    points.push_back({std::string(kNow), impl.env.clock.now(), now.score, now.worst, now.best, now.coverage});
    return points;
}

Result<void> Session::Impl::become(std::string_view label, review::Review target,
                                   const std::function<Result<void>(store::Writer&)>& before) {
    addRecords(target);
    PLUMB_TRY(applied, project->run(label, {}, [&](store::Writer& writer) -> Result<void> {
        if (before)
            PLUMB_CHECK(before(writer));
        return makeSo(writer, review, target);
    }));
    return follow(applied);
}

Result<void> Session::restoreSnapshot(std::string_view name) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(read, snapshotStateOf(*m_impl->project, name));
    const std::string label = fmt::format("Restore {}", shorten(read.state.name, kLabelLetters));
    return m_impl->become(label, std::move(read.state.review), {});
}

Result<std::unique_ptr<Session>> Session::openSnapshot(const std::filesystem::path& path, std::string_view name,
                                                       Environment env, const Progress& progress) {
    PLUMB_TRY(folder, store::TempFolder::make());
    const std::filesystem::path copy = folder->path() / path.filename();
    std::string shown;
    std::unique_ptr<FixedClock> then;
    {
        PLUMB_TRY(project, store::Project::open(path, OpenMode::ReadOnly, env));
        PLUMB_TRY(record, snapshotNamed(*project, name));
        shown = record.name;
        then = std::make_unique<FixedClock>(record.time);
        PLUMB_CHECK(project->copyTo(copy, progress));
    }
    PLUMB_CHECK(bringBack(copy, shown, env));
    PLUMB_TRY(session, open(copy, OpenMode::ReadOnly, {*then, env.random, env.author, env.holder}));
    session->m_impl->then = std::move(then);
    session->m_impl->folder = std::move(folder);
    session->m_impl->shownSnapshot = std::move(shown);
    return std::move(session);
}

} // namespace plumb::session
