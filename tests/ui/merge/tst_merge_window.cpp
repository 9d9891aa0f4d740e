// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging from the menu to the undo bar, in the real window with real files.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/pages/merge_page.h"
#include "ui/shell/notices.h"
#include "ui/widgets/undo_bar.h"

#include <QFile>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::AppFixture;
using test::WindowPage;

class TestMergeWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;
    QString m_ours, m_theirs;

    session::Session& session() { return m_window->bridge()->session(); }
    QuestionKey question(int index) {
        const auto& lens = *session().review().lenses.front().lens;
        int at = 0;
        for (const lens::Pillar& pillar : lens.pillars)
            for (const lens::Question& each : pillar.questions)
                if (at++ == index)
                    return {lens.id, each.id};
        qFatal("No question %d", index);
    }
    static void note(session::Session& session, const QuestionKey& key, const char* text) {
        session::AnswerEdit edit;
        edit.note = text;
        if (const auto done = session.edit(key, edit); !done)
            qFatal("%s", done.error().text.c_str());
    }
    /// Tom works on the copy.
    void byTom(const std::function<void(session::Session&)>& work) {
        m_app->settings->setAuthor(QStringLiteral("Tom Okafor"));
        auto tom = session::Session::open(m_theirs.toStdString(), session::OpenMode::ReadWrite,
                                          environmentFor(m_app->services));
        m_app->settings->setAuthor(QStringLiteral("Ines Albrecht"));
        if (!tom)
            qFatal("%s", tom.error().text.c_str());
        work(**tom);
    }
    /// Both write a note to the first question, each one of their own to another.
    void partWays() {
        const QuestionKey first = question(0), second = question(1), third = question(2);
        byTom([&](session::Session& tom) {
            note(tom, first, "Budget of twelve steps.");
            note(tom, second, "Seen by Tom.");
        });
        m_app->clock.advance(60'000);
        note(session(), first, "Budget of ten steps.");
        note(session(), third, "Seen by Ines.");
    }
    MergePage* mergePage() { return m_window->findChild<MergePage*>(QStringLiteral("mergePage")); }
    void startMerge() {
        m_app->dialogs.answers = {m_theirs};
        m_page->trigger(QStringLiteral("review.merge"));
    }
    QString undoWords() {
        const auto* const bar = m_window->findChild<UndoBar*>();
        return bar != nullptr && bar->isVisible() ? bar->accessibleName() : QString();
    }

private slots:
    void initTestCase() { test::failOnWarnings(); }
    void init() {
        m_app = std::make_unique<AppFixture>();
        m_ours = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        m_theirs = m_app->path(QStringLiteral("claims-tom.plumb"));
        QVERIFY(QFile::copy(m_ours, m_theirs));
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
        QVERIFY(m_window->openFile(m_ours));
    }
    void cleanup() {
        m_page.reset();
        m_window.reset();
        m_app.reset();
    }

    void twoCopiesAreMergedAndUndone() {
        partWays();
        startMerge();
        QTRY_VERIFY(mergePage());
        QCOMPARE(mergePage()->decisions()->count(), 1);
        QVERIFY(!m_page->canUndo()); // the state that the plan is about stays
        const MergeItem item = mergePage()->decisions()->items()[0];
        QCOMPARE(item.ours.who, QStringLiteral("Ines Albrecht"));
        QCOMPARE(item.theirs.who, QStringLiteral("Tom Okafor"));
        m_page->press(QStringLiteral("3"));
        m_page->press(QStringLiteral("Ctrl+Return"));
        QTRY_VERIFY(!mergePage());
        QCOMPARE(m_page->place(), QStringLiteral("overview"));
        QCOMPARE(undoWords(), QStringLiteral("Merged claims-tom.plumb: 2 changes"));
        const review::Review& merged = session().review();
        QCOMPARE(merged.answer(question(0)).note, std::string("Budget of ten steps.\n\nBudget of twelve steps."));
        QCOMPARE(merged.answer(question(1)).note, std::string("Seen by Tom."));
        QCOMPARE(merged.answer(question(2)).note, std::string("Seen by Ines."));
        QVERIFY(m_page->canUndo());
        m_page->press(QStringLiteral("Ctrl+Z"));
        QCOMPARE(session().review().answer(question(1)).note, std::string());
        QCOMPARE(session().review().answer(question(0)).note, std::string("Budget of ten steps."));
    }

    void withoutConflictsThePageShowsWhatComesIn() {
        const QuestionKey second = question(1);
        byTom([&](session::Session& tom) { note(tom, second, "Seen by Tom."); });
        startMerge();
        QTRY_VERIFY(mergePage());
        QCOMPARE(mergePage()->decisions()->count(), 0);
        m_page->click(QStringLiteral("mergeButton"));
        QTRY_COMPARE(undoWords(), QStringLiteral("Merged claims-tom.plumb: 1 change"));
    }

    void nothingToMergeIsSaidCalmly() {
        startMerge();
        QTRY_VERIFY(m_page->notice().startsWith(QStringLiteral("Nothing to merge")));
        QVERIFY(!mergePage());
    }

    void whatCantBeMergedIsRefusedAndNothingChanges() {
        const auto before = session().history()->size();
        m_app->dialogs.answers = {m_ours};
        m_page->trigger(QStringLiteral("review.merge"));
        QTRY_VERIFY(m_page->notice().startsWith(QStringLiteral("This is the same review")));
        QFile file(m_theirs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database at all, whatever its name says");
        file.close();
        startMerge();
        QTRY_VERIFY(m_page->notice().startsWith(QStringLiteral("This is not a Plumbline review")));
        QVERIFY(QFile::remove(m_theirs));
        startMerge();
        QTRY_VERIFY(m_page->notice().startsWith(QStringLiteral("The file is not there")));
        QVERIFY(!mergePage());
        QCOMPARE(session().history()->size(), before);
    }

    void escapeGoesBackAndDecisionsAreKept() {
        partWays();
        startMerge();
        QTRY_VERIFY(mergePage());
        m_page->press(QStringLiteral("2"));
        m_page->press(QStringLiteral("Esc"));
        QVERIFY(!mergePage() || !mergePage()->isVisible());
        QVERIFY(m_page->canUndo());
        startMerge();
        QTRY_VERIFY(mergePage() && mergePage()->isVisible());
        QCOMPARE(mergePage()->decisions()->done(), 1);
    }

    void goingToAPlaceLeavesTheMergeWaiting() {
        partWays();
        startMerge();
        QTRY_VERIFY(mergePage());
        m_page->press(QStringLiteral("1"));
        m_page->press(QStringLiteral("Ctrl+2"));
        QCOMPARE(m_page->place(), QStringLiteral("questions"));
        QVERIFY(m_page->notice().startsWith(QStringLiteral("The merge waits")));
        QTRY_VERIFY(!mergePage());
        m_page->click(QStringLiteral("noticeChoiceButton"));
        QTRY_VERIFY(mergePage());
        QCOMPARE(mergePage()->decisions()->done(), 1);
    }

    void aChangeOfTheOtherFileIsAskedAnew() {
        partWays();
        const QuestionKey third = question(2);
        startMerge();
        QTRY_VERIFY(mergePage());
        m_page->press(QStringLiteral("1"));
        byTom([&](session::Session& tom) { note(tom, third, "Tom again."); });
        m_page->press(QStringLiteral("Ctrl+Return"));
        QTRY_VERIFY(mergePage() && mergePage()->decisions()->count() == 2);
        QVERIFY(m_page->notice().contains(QStringLiteral("changed meanwhile")));
        QCOMPARE(mergePage()->decisions()->done(), 1);
        QCOMPARE(session().review().answer(question(1)).note, std::string());
    }
};

QTEST_MAIN(TestMergeWindow)
#include "tst_merge_window.moc"
