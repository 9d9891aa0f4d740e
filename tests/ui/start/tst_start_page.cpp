// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/pages/start_recent.h"

#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::AppFixture;
using plumb::test::WindowPage;

class TestStartPage final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;

    void open() {
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
    }
    void remember(const QString& name, const QString& client, const QDateTime& opened) {
        RecentReview review;
        review.path = m_app->path(name + QStringLiteral(".plumb"));
        review.name = name;
        review.client = client;
        review.opened = opened;
        m_app->settings->addRecent(review);
    }
    [[nodiscard]] QListView* list() const { return m_page->find<QListView>(QStringLiteral("recentList")); }

private slots:
    void init() {
        test::failOnWarnings();
        m_app = std::make_unique<AppFixture>();
    }
    void cleanup() {
        m_page.reset();
        m_window.reset();
        m_app.reset();
    }

    void withoutRecentReviewsItSaysWhatToDo() {
        open();
        QVERIFY(m_page->find(QStringLiteral("startEmptyPlace"))->isVisible());
        QVERIFY(!list()->isVisible());
        QVERIFY(m_page->find(QStringLiteral("newButton"))->isVisible());
    }

    void aReviewThatWasClosedIsListedWithItsFacts() {
        open();
        QVERIFY(m_window->openFile(m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"),
                                                     QStringLiteral("Northwind"))));
        m_window->closeReview();
        QCOMPARE(m_page->recentNames(), QStringList{QStringLiteral("Claims AI")});
        const QString spoken = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("Northwind")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("Today, 14:32")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("nothing answered")), qPrintable(spoken));
    }

    void datesReadAsPeopleSayThem() {
        const QDateTime now(QDate(2026, 11, 22), QTime(9, 5));
        remember(QStringLiteral("C"), {}, now.addDays(-44));
        remember(QStringLiteral("B"), {}, now.addDays(-1));
        remember(QStringLiteral("A"), {}, now);
        const RecentModel model(m_app->settings.get(), &m_app->clock);
        QCOMPARE(model.opened(0), QStringLiteral("Today, 09:05"));
        QCOMPARE(model.opened(1), QStringLiteral("Yesterday, 09:05"));
        QCOMPARE(model.opened(2), QStringLiteral("9 Oct 2026"));
    }

    void searchingNarrowsTheListByNameClientAndFolder() {
        const QDateTime now(QDate(2026, 11, 22), QTime(9, 5));
        remember(QStringLiteral("Forecast"), QStringLiteral("Harbour Lines"), now);
        remember(QStringLiteral("Assistant"), QStringLiteral("Aster Health"), now);
        open();
        m_page->find(QStringLiteral("recentSearchField"))->setFocus();
        m_page->type(QStringLiteral("aster"));
        QCOMPARE(m_page->recentNames(), QStringList{QStringLiteral("Assistant")});
        m_page->type(QStringLiteral(" zzz"));
        QVERIFY(m_page->recentNames().isEmpty());
        QVERIFY(!list()->isVisible());
    }

    void aRecentReviewIsOpenedByKeyboardAndByClick() {
        open();
        const QString path = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        QVERIFY(m_window->openFile(path));
        m_window->closeReview();
        list()->setFocus();
        m_page->press(QStringLiteral("Return"));
        QVERIFY(m_window->bridge());
        m_window->closeReview();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(0, 0)).center());
        QVERIFY(m_window->bridge());
    }

    void deleteTakesAnEntryOffTheListAndLeavesTheFile() {
        open();
        const QString path = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        QVERIFY(m_window->openFile(path));
        m_window->closeReview();
        list()->setFocus();
        m_page->press(QStringLiteral("Del"));
        QVERIFY(m_page->recentNames().isEmpty());
        QVERIFY(QFile::exists(path));
        QVERIFY(m_page->find(QStringLiteral("startEmptyPlace"))->isVisible());
    }

    void theSampleOpensAndKeepsWhatWasTried() {
        open();
        m_page->click(QStringLiteral("sampleButton"));
        QVERIFY(m_window->bridge());
        QVERIFY(!m_window->bridge()->session().review().answers.empty());
        const auto steps = m_window->bridge()->session().history()->size();
        m_window->closeReview();
        m_page->click(QStringLiteral("sampleButton"));
        QCOMPARE(m_window->bridge()->session().history()->size(), steps);
    }

    void pathsBelowHomeAreShort() {
        QCOMPARE(shortPath(QDir::homePath() + QStringLiteral("/Reviews/a.plumb")), QStringLiteral("~/Reviews/a.plumb"));
        QCOMPARE(shortPath(QStringLiteral("/srv/a.plumb")), QStringLiteral("/srv/a.plumb"));
        QCOMPARE(shortPath(QDir::homePath() + QStringLiteral("2/a.plumb")),
                 QDir::homePath() + QStringLiteral("2/a.plumb"));
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_start_page.moc"
