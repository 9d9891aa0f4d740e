// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Comparisons for the Compare place, computed in a job: both states are read (the file is opened again read-only; the
// present comes as a copy of the review) and compared. Only the last question is answered. Snapshots never change, so
// each is read once; another file is read again when it is asked for anew.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"
#include "core/session/states.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/state_reader.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <QObject>
#include <QPointer>

namespace plumb::ui {

struct CompareQuestion {
    session::StateRef from, to;                    ///< an empty file: the review at hand
    std::filesystem::path path;                    ///< of the review at hand
    std::shared_ptr<const review::Review> present; ///< of the review at hand; needed when a side is its present
    Date today;
    Instant now;
};

struct CompareShown {
    session::StateRef from, to;
    std::shared_ptr<const compare::State> before, after;
    compare::Comparison comparison;
};

/// Snapshots that were read already. Thread-safe.
class StateShelf {
public:
    [[nodiscard]] std::shared_ptr<const compare::State> find(const session::StateRef& ref) const;
    void put(const session::StateRef& ref, std::shared_ptr<const compare::State> state);
    void clear();

private:
    mutable std::mutex m_lock;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const compare::State>> m_states;
};

class CompareFeed final : public QObject {
    Q_OBJECT
public:
    /// `jobs` must outlive the feed.
    explicit CompareFeed(JobRunner* jobs, QObject* parent = nullptr);
    ~CompareFeed() override;

    void ask(CompareQuestion question);
    void forget();       ///< nothing is wanted any more
    void forgetStates(); ///< snapshots came or went
    [[nodiscard]] bool busy() const { return m_running || m_next.has_value(); }

signals:
    void answered(const std::shared_ptr<const plumb::ui::CompareShown>& shown);
    /// `which` can't be read: what to say of it.
    void refused(const plumb::session::StateRef& which, const plumb::Error& error);

private:
    struct Answer;
    void start();
    void finished(Result<std::shared_ptr<const Answer>> result);

    JobRunner* m_jobs;
    std::shared_ptr<StateShelf> m_shelf;
    std::optional<CompareQuestion> m_next;
    bool m_running = false, m_wanted = true;
    QPointer<Job> m_job;
};

} // namespace plumb::ui
