// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_runner.h"

#include <QMetaObject>

namespace plumb::ui {

Job::Job(QString title, std::shared_ptr<JobContext> context, QObject* parent)
    : QObject(parent), m_title(std::move(title)), m_context(std::move(context)) {
    m_since.start();
    m_tick.setInterval(JobRunner::kShowAfterMs);
    m_tick.start();
}

int Job::secondsLeft() const {
    const double share = total() > 0 ? static_cast<double>(done()) / static_cast<double>(total()) : 0.0;
    const auto passed = static_cast<double>(m_since.elapsed()) / 1000.0;
    if (share < 0.02 || share > 1.0 || passed < 0.5)
        return -1;
    return qRound(passed / share * (1.0 - share));
}

void Job::cancel() {
    m_context->m_cancelled = true;
    emit progressed();
}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(2);
    m_pool.setExpiryTimeout(5000);
}

JobRunner::~JobRunner() {
    for (Job* const job : std::as_const(m_jobs))
        job->m_context->m_cancelled = true;
    m_pool.waitForDone();
}

QPointer<Job> JobRunner::launch(const QString& title, QObject* context, std::function<Deliver(JobContext&)> work) {
    auto shared = std::make_shared<JobContext>();
    auto* const job = new Job(title, shared, this);
    m_jobs.append(job);
    connect(&job->m_tick, &QTimer::timeout, this, [this, job] {
        if (!std::exchange(job->m_shown, true))
            emit slow(job);
        emit job->progressed();
    });
    m_pool.start([this, job, shared, work = std::move(work), target = QPointer<QObject>(context)] {
        auto deliver = work(*shared);
        // The runner waits for its threads before it goes, so `this` is there; what is posted dies with it.
        QMetaObject::invokeMethod(
            this,
            [this, job, deliver = std::move(deliver), target] {
                m_jobs.removeOne(job);
                emit job->ended();
                delete job;
                if (target)
                    deliver();
            },
            Qt::QueuedConnection);
    });
    return job;
}

} // namespace plumb::ui
