// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_runner.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace plumb::ui {
namespace {

constexpr qint64 kBreathMs = 30;

} // namespace

void JobContext::breathe() {
    if (m_sinceBreath.elapsed() < kBreathMs)
        return;
    QCoreApplication::processEvents();
    m_sinceBreath.restart();
}

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

QPointer<Job> JobRunner::launch(const QString& title, QObject* context, Work work, bool here) {
    auto shared = std::make_shared<JobContext>();
    shared->m_here = here;
    auto* const job = new Job(title, shared, this);
    m_jobs.append(job);
    connect(&job->m_tick, &QTimer::timeout, this, [this, job] {
        if (!std::exchange(job->m_shown, true))
            emit slow(job);
        emit job->progressed();
    });
    const QPointer<QObject> target(context);
    if (here) {
        m_waiting.append([this, job, shared, work = std::move(work), target] {
            shared->m_sinceBreath.start();
            finish(job, work(*shared), target);
        });
        QMetaObject::invokeMethod(this, &JobRunner::runHere, Qt::QueuedConnection);
        return job;
    }
    m_pool.start([this, job, shared, work = std::move(work), target] {
        auto deliver = work(*shared);
        // The runner waits for its threads before it goes, so `this` is there; what is posted dies with it.
        QMetaObject::invokeMethod(
            this, [this, job, deliver = std::move(deliver), target] { finish(job, deliver, target); },
            Qt::QueuedConnection);
    });
    return job;
}

void JobRunner::runHere() {
    // Work that breathes lets events in, and with them the wish for more work: that waits.
    if (std::exchange(m_busyHere, true))
        return;
    while (!m_waiting.isEmpty())
        m_waiting.takeFirst()();
    m_busyHere = false;
}

void JobRunner::finish(Job* job, const Deliver& deliver, const QPointer<QObject>& context) {
    m_jobs.removeOne(job);
    emit job->ended();
    delete job;
    if (context)
        deliver();
}

} // namespace plumb::ui
