// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one way to do slow work: in a thread of its own, with progress and cancel, the result back in the window's
// thread. A session must not be used from a job (it lives in the window's thread): jobs take copies of values, or open
// the file again read-only.
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <utility>

namespace plumb::ui {

/// What the work sees of its job. Thread-safe.
class JobContext {
public:
    /// Reports how far the work is (total 0 = unknown). Answers false when the user cancelled: stop, change nothing.
    [[nodiscard]] bool progress(std::uint64_t done, std::uint64_t total) {
        m_done = done;
        m_total = total;
        if (m_here)
            breathe();
        return !m_cancelled;
    }
    [[nodiscard]] bool cancelled() const noexcept { return m_cancelled; }

private:
    friend class Job;
    friend class JobRunner;
    std::atomic<std::uint64_t> m_done{0}, m_total{0};
    std::atomic<bool> m_cancelled{false};

    void breathe();      ///< lets the window paint and take clicks, now and then
    bool m_here = false; ///< the work runs in the window's thread
    QElapsedTimer m_sinceBreath;
};

/// One piece of work while it runs. Owned by the runner and gone after ended(). Lives in the window's thread.
class Job final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] QString title() const { return m_title; } ///< "Reading cur-2026-10.csv"
    [[nodiscard]] std::uint64_t done() const noexcept { return m_context->m_done; }
    [[nodiscard]] std::uint64_t total() const noexcept { return m_context->m_total; } ///< 0 = unknown
    [[nodiscard]] bool cancelled() const noexcept { return m_context->m_cancelled; }
    /// Seconds that are left at the present speed; -1 when that can't be said yet.
    [[nodiscard]] int secondsLeft() const;
    void cancel();

signals:
    void progressed(); ///< about ten times a second, from 100 ms on
    void ended();

private:
    friend class JobRunner;
    Job(QString title, std::shared_ptr<JobContext> context, QObject* parent);
    QString m_title;
    std::shared_ptr<JobContext> m_context;
    QElapsedTimer m_since;
    QTimer m_tick;
    bool m_shown = false;
};

class JobRunner final : public QObject {
    Q_OBJECT
public:
    static constexpr int kShowAfterMs = 100; ///< shorter work shows nothing

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override; ///< cancels what runs and waits for it

    /// Runs `work` in a thread and then `done` with its result in this thread, unless `context` is gone by then. A
    /// cancelled job ends with an error of kind Cancelled (whatever the work answered if it was an error). The pointer
    /// is for cancelling; it becomes null when the job has ended.
    template <typename T>
    QPointer<Job> start(const QString& title, QObject* context, std::function<Result<T>(JobContext&)> work,
                        std::function<void(Result<T>)> done) {
        return launch(title, context, wrap(std::move(work), std::move(done)), false);
    }

    /// The same for work that must stay in this thread (painting a PDF with the window's fonts): it starts when the
    /// event loop is reached, one at a time, and lets the window live on whenever it calls JobContext::progress(). So
    /// it must hold copies, and call that at least every 30 ms or so.
    template <typename T>
    QPointer<Job> startHere(const QString& title, QObject* context, std::function<Result<T>(JobContext&)> work,
                            std::function<void(Result<T>)> done) {
        return launch(title, context, wrap(std::move(work), std::move(done)), true);
    }

    [[nodiscard]] QList<Job*> running() const { return m_jobs; }

signals:
    void slow(plumb::ui::Job* job); ///< it runs for 100 ms now: show it until its ended()

private:
    using Deliver = std::function<void()>;
    using Work = std::function<Deliver(JobContext&)>;
    template <typename T>
    static Work wrap(std::function<Result<T>(JobContext&)> work, std::function<void(Result<T>)> done) {
        return [work = std::move(work), done = std::move(done)](JobContext& job) {
            auto result = std::make_shared<Result<T>>(work(job));
            if (!*result && job.cancelled())
                *result = fail(ErrorKind::Cancelled, "job.cancelled", "Stopped. Nothing was changed.");
            return Deliver([result, done] { done(std::move(*result)); });
        };
    }
    QPointer<Job> launch(const QString& title, QObject* context, Work work, bool here);
    void runHere();
    void finish(Job* job, const Deliver& deliver, const QPointer<QObject>& context);

    QThreadPool m_pool;
    QList<Job*> m_jobs;
    QList<std::function<void()>> m_waiting; ///< work for this thread
    bool m_busyHere = false;
};

} // namespace plumb::ui
