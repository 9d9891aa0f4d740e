// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the Snapshot button to the Compare place and on to a question, in the whole window.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/questions_page.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QAction>
#include <QDialog>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::test;

class TestCompareWindow final : public QObject {
    Q_OBJECT
private slots:
    void init() {
        failOnWarnings();
        m_app = std::make_unique<AppFixture>();
        const QString path = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        m_window = m_app->makeWindow();
        QVERIFY(m_window->openFile(path));
        m_page = std::make_unique<WindowPage>(m_window.get());
    }
    void cleanup() {
        m_page.reset();
        m_window.reset();
        m_app.reset();
    }
    void aSnapshotFromTheTopBarIsComparedWithNow();
    void aReadOnlyReviewTakesNoSnapshot();

private:
    void takeSnapshot(); ///< with the name that is offered
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;
};

void TestCompareWindow::takeSnapshot() {
    m_page->click(QStringLiteral("snapshotButton"));
    auto* dialog = m_page->find<QDialog>(QStringLiteral("snapshotDialog"));
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("snapshotDialog")) == nullptr);
    m_page->activateAgain();
}

void TestCompareWindow::aSnapshotFromTheTopBarIsComparedWithNow() {
    takeSnapshot();
    QStringList said;
    for (const ui::UndoBar* bar : m_window->findChildren<ui::UndoBar*>())
        if (bar->isVisible())
            said << bar->findChild<ui::WrapLabel*>()->text();
    QCOMPARE(said, QStringList(QStringLiteral("Snapshot “22 Nov 2026” taken")));
    const QuestionKey key{"ai-quick-scan", "QS_OPS_1"};
    session::AnswerEdit edit;
    edit.select = {m_window->bridge()->session().review().findQuestion(key)->choices.front().id};
    QVERIFY(m_window->bridge()->session().edit(key, edit));
    m_page->press(QStringLiteral("Ctrl+5"));
    QCOMPARE(m_page->place(), QStringLiteral("compare"));
    auto* compare = m_page->find<ui::ComparePage>(QStringLiteral("comparePage"));
    QTRY_VERIFY(!compare->busy());
    QCOMPARE(compare->from().snapshot, std::string("22 Nov 2026"));
    auto* list = m_page->find<QWidget>(QStringLiteral("changesList"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_page->place(), QStringLiteral("questions"));
    QCOMPARE(m_page->find<ui::QuestionsPage>(QStringLiteral("questionsPage"))->current(), key);
    QTRY_VERIFY(m_page->find<ui::WrapLabel>(QStringLiteral("sinceLabel"))->isVisible());
    // The snapshot is a step like any other.
    QVERIFY(m_window->bridge()->session().undo());
    m_page->trigger(QStringLiteral("edit.undo"));
    QVERIFY(m_window->bridge()->session().snapshots().empty());
    QVERIFY(!m_page->find<ui::WrapLabel>(QStringLiteral("sinceLabel"))->isVisible());
}

void TestCompareWindow::aReadOnlyReviewTakesNoSnapshot() {
    const QString path = m_app->makeReview(QStringLiteral("other.plumb"), QStringLiteral("Other"));
    QVERIFY(m_window->openFile(path, session::OpenMode::ReadOnly));
    QVERIFY(!m_window->actionTable()->action(u"review.snapshot")->isEnabled());
    QVERIFY(m_window->openFile(m_app->path(QStringLiteral("claims.plumb"))));
    QVERIFY(m_window->actionTable()->action(u"review.snapshot")->isEnabled());
}

QTEST_MAIN(TestCompareWindow)
#include "tst_compare_window.moc"
