// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_runner.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace plumb;
using namespace plumb::ui;

class TestJobRunner final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void workRunsElsewhereAndTheResultComesBackHere() {
        JobRunner runner;
        QThread* worker = nullptr;
        QThread* receiver = nullptr;
        int got = 0;
        runner.start<int>(
            QStringLiteral("Adding"), this,
            [&worker](JobContext&) -> Result<int> {
                worker = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                receiver = QThread::currentThread();
                got = result.value_or(-1);
            });
        QTRY_COMPARE(got, 42);
        QCOMPARE(receiver, thread());
        QVERIFY(worker != thread());
        QVERIFY(runner.running().isEmpty());
    }

    void slowWorkIsShownWithItsProgress() {
        JobRunner runner;
        QSemaphore go;
        QSignalSpy slow(&runner, &JobRunner::slow);
        bool done = false;
        const QPointer<Job> job = runner.start<void>(
            QStringLiteral("Reading"), this,
            [&go](JobContext& context) -> Result<void> {
                if (!context.progress(412, 655))
                    return fail(ErrorKind::Cancelled, "x", "x");
                go.acquire();
                return {};
            },
            [&done](Result<void> result) { done = result.has_value(); });
        QTRY_COMPARE(slow.size(), 1);
        QTRY_COMPARE(job->done(), 412u);
        QCOMPARE(job->total(), 655u);
        go.release();
        QTRY_VERIFY(done);
        QVERIFY(job.isNull());
    }

    void quickWorkShowsNothing() {
        JobRunner runner;
        QSignalSpy slow(&runner, &JobRunner::slow);
        bool done = false;
        runner.start<void>(
            QStringLiteral("Quick"), this, [](JobContext&) -> Result<void> { return {}; },
            [&done](Result<void>) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(slow.isEmpty());
    }

    void cancellingEndsTheWorkWithACancelledError() {
        JobRunner runner;
        QSemaphore started, go;
        std::optional<ErrorKind> kind;
        const QPointer<Job> job = runner.start<int>(
            QStringLiteral("Long"), this,
            [&](JobContext& context) -> Result<int> {
                started.release();
                go.acquire();
                if (!context.progress(1, 2))
                    return fail(ErrorKind::System, "whatever", "stopped half way");
                return 1;
            },
            [&kind](Result<int> result) { kind = result.error().kind; });
        started.acquire();
        job->cancel();
        go.release();
        QTRY_VERIFY(kind.has_value());
        QCOMPARE(*kind, ErrorKind::Cancelled);
    }

    void aResultForSomebodyWhoIsGoneIsDropped() {
        JobRunner runner;
        QSemaphore go;
        bool delivered = false;
        auto receiver = std::make_unique<QObject>();
        runner.start<int>(
            QStringLiteral("Late"), receiver.get(),
            [&go](JobContext&) -> Result<int> {
                go.acquire();
                return 1;
            },
            [&delivered](Result<int>) { delivered = true; });
        receiver.reset();
        go.release();
        QTRY_VERIFY(runner.running().isEmpty());
        QVERIFY(!delivered);
    }

    void workThatStaysHereLetsTheWindowLive() {
        JobRunner runner;
        QSignalSpy slow(&runner, &JobRunner::slow);
        QStringList order;
        runner.startHere<void>(
            QStringLiteral("Painting"), this,
            [&](JobContext& context) -> Result<void> {
                // Goes on until the window has heard of it, which takes the events that progress() lets in.
                while (slow.isEmpty() && context.progress(1, 2))
                    QThread::yieldCurrentThread();
                return {};
            },
            [&order](Result<void>) { order.append(QStringLiteral("first")); });
        runner.startHere<void>(
            QStringLiteral("Next"), this, [](JobContext&) -> Result<void> { return {}; },
            [&order](Result<void>) { order.append(QStringLiteral("second")); });
        QVERIFY(order.isEmpty());
        QTRY_COMPARE(order, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        QVERIFY(!slow.isEmpty());
    }

    void leavingCancelsWhatRuns() {
        std::atomic<bool> stopped = false;
        {
            JobRunner runner;
            QSemaphore started;
            runner.start<void>(
                QStringLiteral("Endless"), this,
                [&](JobContext& context) -> Result<void> {
                    started.release();
                    while (context.progress(0, 0))
                        QThread::yieldCurrentThread();
                    stopped = true;
                    return {};
                },
                [](Result<void>) {});
            started.acquire();
        }
        QVERIFY(stopped);
    }
};

QTEST_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
