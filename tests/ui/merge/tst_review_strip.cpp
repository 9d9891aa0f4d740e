// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the line below the top bar says: a snapshot is shown, or the program brings another version of a questionnaire.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/shell/review_strip.h"
#include "ui/shell/review_view.h"

#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::AppFixture;
using test::WindowPage;

class TestReviewStrip final : public QObject {
    Q_OBJECT

    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;
    QString m_ours;

    session::Session& session() { return m_window->bridge()->session(); }
    QuestionKey question() {
        const auto& lens = *session().review().lenses.front().lens;
        return {lens.id, lens.pillars.front().questions.front().id};
    }
    QString strip() {
        const ReviewStrip* const strip = m_window->review()->strip();
        return strip->isVisible() ? strip->accessibleName() : QString();
    }

private slots:
    void initTestCase() { test::failOnWarnings(); }
    void init() {
        m_app = std::make_unique<AppFixture>();
        m_ours = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
        QVERIFY(m_window->openFile(m_ours));
    }
    void cleanup() {
        m_page.reset();
        m_window.reset();
        m_app.reset();
    }

    void aSnapshotIsShownForReadingWithAWayBack() {
        QVERIFY(session().createSnapshot("Before the workshop").has_value());
        session::AnswerEdit later;
        later.note = "Later.";
        QVERIFY(session().edit(question(), later).has_value());
        m_page->press(QStringLiteral("Ctrl+2"));
        m_window->openSnapshot(QStringLiteral("Before the workshop"));
        QTRY_COMPARE(strip(), QStringLiteral("Snapshot Before the workshop, 22 Nov 2026, read-only"));
        QVERIFY(session().readOnly());
        QCOMPARE(session().review().answer(question()).note, std::string());
        QVERIFY(!m_window->actionTable()->action(u"review.merge")->isEnabled());
        QCOMPARE(m_app->settings->recent().size(), 1);
        m_page->click(QStringLiteral("stripButton"));
        QCOMPARE(strip(), QString());
        QVERIFY(!session().readOnly());
        QCOMPARE(session().review().answer(question()).note, std::string("Later."));
        QCOMPARE(m_page->place(), QStringLiteral("questions"));
        QCOMPARE(m_app->settings->recent().size(), 1);
    }

    void anUnknownSnapshotIsRefused() {
        m_window->openSnapshot(QStringLiteral("No such"));
        QTRY_VERIFY(m_page->notice().startsWith(QStringLiteral("There is no such snapshot")));
        QCOMPARE(strip(), QString());
    }

    void aNewerQuestionnaireIsOfferedOnceAndPutOffForGood() {
        m_window->closeReview();
        const session::BuiltInLens* const now = session::find(m_app->services.library, "ai-quick-scan");
        std::string changed(now->lens);
        const std::string title = "\"title\": \"";
        changed.insert(changed.find(title) + title.size(), "Newer: ");
        const session::BuiltInLens newer{now->id, changed, now->overlay};
        m_page.reset();
        m_window.reset();
        m_app->services.library = {&newer, 1};
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
        QVERIFY(m_window->openFile(m_ours));
        m_page->press(QStringLiteral("Ctrl+1"));
        QVERIFY2(strip().startsWith(QStringLiteral("Another version of ")), qPrintable(strip()));
        m_page->press(QStringLiteral("Ctrl+2"));
        QCOMPARE(strip(), QString());
        m_page->press(QStringLiteral("Ctrl+1"));
        bool shown = false;
        test::whenDialogOpens(
            [&shown](QWidget* dialog) { shown = dialog->objectName() == QStringLiteral("lensUpgradeDialog"); });
        m_page->click(QStringLiteral("stripButton"));
        QVERIFY(shown);
        m_page->activateAgain();
        m_page->click(QStringLiteral("stripCloseButton"));
        QCOMPARE(strip(), QString());
        m_window->closeReview();
        QVERIFY(m_window->openFile(m_ours));
        QCOMPARE(strip(), QString());
    }
};

QTEST_MAIN(TestReviewStrip)
#include "tst_review_strip.moc"
