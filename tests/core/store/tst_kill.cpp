// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kill -9 at any moment loses nothing that was acknowledged, and the next one opens the file as if nothing had been.
// PLUMB_KILL_ROUNDS says how often (5).
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QProcess>
#include <QTest>

#include <chrono>
#include <random>
#include <set>
#include <thread>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;

namespace {

/// What the stream said before it died: number of the answer and id of its command.
struct Said {
    int last = -1;
    std::vector<std::string> ids;
};

Said parse(const QByteArray& output) {
    Said said;
    const auto lines = output.split('\n');
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) { // the first is "ready", the last may be cut off
        const auto parts = lines[i].split(' ');
        said.last = parts[0].toInt();
        said.ids.push_back(parts[1].toStdString());
    }
    return said;
}

} // namespace

class TestKill : public QObject {
    Q_OBJECT

private slots:
    void everyAcknowledgedAnswerSurvivesKill9();
    void readOnlyOpensBesideAHotJournalWithoutTouchingIt();
};

void TestKill::everyAcknowledgedAnswerSurvivesKill9() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    newProject(path, world, 50).reset();
    bool given = false;
    const int rounds = qEnvironmentVariableIntValue("PLUMB_KILL_ROUNDS", &given);
    std::mt19937 dice(20261122); // when to kill: by count and then by time inside the command
    int next = 0, journals = 0, acknowledged = 0;
    for (int round = 0; round < (given ? rounds : 5); ++round) {
        QProcess stream;
        stream.start(QStringLiteral(ANSWER_STREAM),
                     {QString::fromStdString(path.string()), QString::number(next), QStringLiteral("500")});
        QVERIFY(stream.waitForStarted());
        const auto wanted = static_cast<qsizetype>(dice() % 60);
        QByteArray output;
        while (output.count('\n') <= wanted && stream.waitForReadyRead(20'000))
            output += stream.readAll();
        std::this_thread::sleep_for(std::chrono::microseconds(dice() % 3000));
        stream.kill();
        QVERIFY(stream.waitForFinished());
        output += stream.readAll();
        QVERIFY2(output.startsWith("ready"), stream.readAllStandardError().constData());
        const Said said = parse(output);
        journals += std::filesystem::exists(folder / "a.plumb-journal") ? 1 : 0;

        auto project = Project::open(path, OpenMode::ReadWrite, world.env());
        VERIFY_OK(project);
        const auto report = (*project)->verify({});
        VERIFY_OK(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems[0].text.c_str());
        std::set<std::string> stored;
        const auto history = (*project)->history().value();
        for (const auto& record : history)
            stored.insert(record.id);
        for (const std::string& id : said.ids)
            QVERIFY(stored.contains(id));
        // The last answer of each question is the acknowledged one, or the one that was on its way.
        const auto review = (*project)->load().value();
        for (int i = std::max(next, said.last - 49); i <= said.last; ++i) {
            const std::string& note = review.answer({"test", "q" + std::to_string(i % 50)}).note;
            QVERIFY(note == "answer " + std::to_string(i) || note == "answer " + std::to_string(i + 50));
        }
        acknowledged += static_cast<int>(said.ids.size());
        next = std::max(next, said.last + 1) + 1;
        // A journal that was only just made when the kill came is empty; it goes with the next command.
        VERIFY_OK(setNote(**project, {"test", "q0"}, "after round " + std::to_string(round)));
        project->reset();
        QCOMPARE(folder.listing(), std::string("a.plumb\n"));
    }
    qInfo("%d acknowledged answers, %d kills with a journal left", acknowledged, journals);
}

void TestKill::readOnlyOpensBesideAHotJournalWithoutTouchingIt() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 5);
        static_cast<void>(setNote(*project, {"test", "q0"}, "whole"));
    }
    // Stop a change after it has reached the file and before its commit: what a crash leaves.
    const std::string whole = fileBytes(path);
    QVERIFY(leaveHotJournal(path, "UPDATE answer SET note = 'half'; UPDATE lens SET name = 'half'"));
    QVERIFY(std::filesystem::exists(folder / "a.plumb-journal"));
    const std::string bytes = fileBytes(path), journal = fileBytes(folder / "a.plumb-journal");
    QVERIFY(bytes != whole);
    {
        const auto project = Project::open(path, OpenMode::ReadOnly, world.env());
        VERIFY_OK(project);
        QCOMPARE((*project)->load()->answer({"test", "q0"}).note, std::string("whole"));
    }
    QVERIFY(fileBytes(path) == bytes);
    QVERIFY(fileBytes(folder / "a.plumb-journal") == journal);
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env());
    VERIFY_OK(project);
    QCOMPARE((*project)->load()->answer({"test", "q0"}).note, std::string("whole"));
    QVERIFY(!std::filesystem::exists(folder / "a.plumb-journal"));
    QVERIFY((*project)->verify({})->problems.empty());
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
