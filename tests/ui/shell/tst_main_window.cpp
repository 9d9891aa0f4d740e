// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/shell/notices.h"
#include "ui/shell/rail.h"
#include "ui/shell/review_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::AppFixture;
using plumb::test::WindowPage;

class TestMainWindow final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;

    void open(bool sample) {
        m_window = m_app->makeWindow(sample);
        m_page = std::make_unique<WindowPage>(m_window.get());
    }
    void reopen(bool sample) {
        m_window->close();
        m_window.reset();
        open(sample);
    }
    /// Marks the first question of the review for verification.
    void changeSomething() {
        const auto& lens = *m_window->bridge()->session().review().lenses.front().lens;
        const QuestionKey key{lens.id, lens.pillars.front().questions.front().id};
        session::AnswerEdit edit;
        edit.needsVerification = !m_window->bridge()->session().review().answer(key).needsVerification;
        edit.label = "Mark for verification";
        QVERIFY(m_window->bridge()->run([&](session::Session& s) { return s.edit(key, edit); }));
    }

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

    void startsOnTheStartPageWithoutAReview() {
        open(false);
        QCOMPARE(m_page->place(), QStringLiteral("start"));
        QCOMPARE(m_page->title(), QStringLiteral("Plumbline"));
        for (const char* const id : {"file.saveCopy", "file.close", "edit.undo", "go.questions"})
            QVERIFY2(!m_window->actionTable()->action(QString::fromLatin1(id))->isEnabled(), id);
    }

    void everyPlaceHasAKeyAndARailButton() {
        open(true);
        int number = 1;
        for (const Place place : kPlaces) {
            m_page->press(QStringLiteral("Ctrl+%1").arg(number++));
            QCOMPARE(m_page->place(), placeId(place));
            QCOMPARE(m_page->find<Rail>(QStringLiteral("rail"))->current(), place);
        }
        m_page->click(QStringLiteral("overviewRailButton"));
        QCOMPARE(m_page->place(), QStringLiteral("overview"));
    }

    void theBobHangsAtTheCurrentPlace() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+1"));
        auto* const rail = m_page->find<Rail>(QStringLiteral("rail"));
        const qreal atFirst = rail->bobY();
        m_page->press(QStringLiteral("Ctrl+3"));
        QTRY_VERIFY(rail->bobY() > atFirst + 100);
    }

    void aClickOnTheCurrentPlaceKeepsItTicked() {
        open(true);
        m_page->click(QStringLiteral("costsRailButton"));
        m_page->click(QStringLiteral("costsRailButton"));
        QVERIFY(m_page->find<QAbstractButton>(QStringLiteral("costsRailButton"))->isChecked());
        QCOMPARE(m_page->place(), QStringLiteral("costs"));
    }

    void pagesAreMadeWhenTheyAreFirstShown() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+1"));
        QVERIFY(m_window->review()->pageIfMade(Place::Overview));
        QVERIFY(!m_window->review()->pageIfMade(Place::Costs));
        m_page->press(QStringLiteral("Ctrl+4"));
        QVERIFY(m_window->review()->pageIfMade(Place::Costs));
    }

    void visitingEveryPlaceChangesNothing() {
        open(true);
        const auto steps = m_window->bridge()->session().history()->size();
        for (const int place : {1, 2, 3, 2, 1, 4, 5, 6, 2}) {
            m_page->press(QStringLiteral("Ctrl+%1").arg(place));
            m_app->settings->setTheme(place % 2 == 0 ? ThemeChoice::Dark : ThemeChoice::Light);
            QCoreApplication::processEvents();
        }
        m_page->press(QStringLiteral("Ctrl+K"));
        m_page->press(QStringLiteral("Esc"));
        m_window->resize(1280, 720);
        m_window->closeReview();
        QVERIFY(m_window->openSampleReview());
        QCOMPARE(m_window->bridge()->session().history()->size(), steps);
    }

    void thePlaceIsRemembered() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+5"));
        reopen(true);
        QCOMPARE(m_page->place(), QStringLiteral("compare"));
    }

    void undoAndRedoSayWhatTheyDo() {
        open(true);
        changeSomething();
        QVERIFY(m_page->canUndo());
        QCOMPARE(m_page->undoTip(), QStringLiteral("Undo: Mark for verification"));
        QCOMPARE(m_window->actionTable()->action(u"edit.undo")->text(), QStringLiteral("Undo: Mark for verification"));
        m_page->press(QStringLiteral("Ctrl+Z"));
        QVERIFY(m_page->canRedo());
        QCOMPARE(m_window->actionTable()->action(u"edit.redo")->text(), QStringLiteral("Redo: Mark for verification"));
        m_page->press(QStringLiteral("Ctrl+Shift+Z"));
        QVERIFY(!m_page->canRedo());
    }

    void savingIsAWordWithATime() {
        open(true);
        m_app->clock.advance(60'000);
        changeSomething();
        QCOMPARE(m_page->saved(), QStringLiteral("Saved 14:33"));
    }

    void thePaletteFindsAPlaceAndGoesThere() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+1"));
        m_page->press(QStringLiteral("Ctrl+K"));
        QVERIFY(m_page->paletteOpen());
        m_page->type(QStringLiteral("find"));
        QCOMPARE(m_page->paletteTitles().first(), QStringLiteral("Findings"));
        m_page->press(QStringLiteral("Return"));
        QVERIFY(!m_page->paletteOpen());
        QCOMPARE(m_page->place(), QStringLiteral("findings"));
    }

    void thePaletteOpensAQuestion() {
        open(true);
        const auto& lens = *m_window->bridge()->session().review().lenses.front().lens;
        const std::string id = lens.pillars.back().questions.back().id;
        m_page->press(QStringLiteral("Ctrl+1"));
        m_page->press(QStringLiteral("Ctrl+K"));
        m_page->type(QString::fromStdString(id));
        m_page->press(QStringLiteral("Return"));
        QCOMPARE(m_page->place(), QStringLiteral("questions"));
    }

    void arrowsInThePaletteDoNotReachThePageBelow() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+2"));
        m_page->press(QStringLiteral("Ctrl+K"));
        m_page->press(QStringLiteral("Down"));
        m_page->press(QStringLiteral("Down"));
        auto* const list = m_page->find<QListView>(QStringLiteral("gotoList"));
        QCOMPARE(list->currentIndex().row(), 2);
        m_page->press(QStringLiteral("Up"));
        QCOMPARE(list->currentIndex().row(), 1);
        m_page->press(QStringLiteral("Esc"));
        QVERIFY(!m_page->paletteOpen());
        QCOMPARE(m_page->place(), QStringLiteral("questions"));
    }

    void aClickElsewhereClosesThePalette() {
        open(true);
        m_page->press(QStringLiteral("Ctrl+K"));
        QVERIFY(m_page->paletteOpen());
        m_page->press(QStringLiteral("Ctrl+K"));
        QVERIFY(!m_page->paletteOpen());
    }

    void closingTheReviewLeadsToTheStartPage() {
        open(true);
        QVERIFY(m_page->title().contains(QStringLiteral("Plumbline")));
        m_page->press(QStringLiteral("Ctrl+W"));
        QCOMPARE(m_page->place(), QStringLiteral("start"));
        QCOMPARE(m_page->recentNames().size(), 1);
        QVERIFY(!m_window->bridge());
    }

    void geometryIsRestored() {
        open(false);
        m_window->resize(1200, 760);
        reopen(false);
        QVERIFY(!m_app->settings->bytes(QStringLiteral("geometry")).isEmpty());
        const auto fresh = std::make_unique<MainWindow>(m_app->services);
        QVERIFY(fresh->size() != QSize(640, 480));
    }

    void aNarrowOrLowWindowIsCompact() {
        open(true);
        QVERIFY(!Theme::instance().compact());
        const int wide = m_page->find(QStringLiteral("rail"))->width();
        m_window->resize(1280, 720);
        QVERIFY(Theme::instance().compact());
        QVERIFY(m_page->find(QStringLiteral("rail"))->width() < wide);
        m_window->resize(1440, 900);
        QVERIFY(!Theme::instance().compact());
    }

    void theThemeFollowsTheSettings() {
        open(true);
        const auto ground = [] { return QApplication::palette().color(QPalette::Window); };
        m_app->settings->setTheme(ThemeChoice::Light);
        const QColor light = ground();
        m_app->settings->setTheme(ThemeChoice::Dark);
        QCOMPARE(Theme::instance().scheme(), Scheme::Dark);
        QVERIFY(ground() != light);
        m_app->settings->setTheme(ThemeChoice::HighContrast);
        QCOMPARE(Theme::instance().scheme(), Scheme::HighContrast);
        m_app->settings->setTheme(ThemeChoice::Light);
        QCOMPARE(ground(), light);
    }

    void textScaleMakesTheBarHigher() {
        open(true);
        const int before = m_page->find(QStringLiteral("topBar"))->height();
        m_app->settings->setTextScalePercent(150);
        QVERIFY(m_page->find(QStringLiteral("topBar"))->height() > before);
        m_app->settings->setTextScalePercent(100);
        QCOMPARE(m_page->find(QStringLiteral("topBar"))->height(), before);
    }

    void theSheetOfKeysShowsEveryGroup() {
        open(true);
        bool seen = false;
        test::whenDialogOpens([&seen](QWidget* dialog) { seen = dialog->objectName() == QLatin1String("keysSheet"); });
        m_page->press(QStringLiteral("F1"));
        QVERIFY(seen);
    }

    void historyGoesBackAndCanBeUndone() {
        open(true);
        changeSomething();
        const std::size_t before = m_window->bridge()->session().history()->size();
        test::whenDialogOpens([](QWidget* dialog) {
            auto* const list = dialog->findChild<QListView*>(QStringLiteral("historyList"));
            QTest::keyClick(list, Qt::Key_Up);
            QTest::mouseClick(dialog->findChild<QWidget*>(QStringLiteral("acceptButton")), Qt::LeftButton);
        });
        m_page->press(QStringLiteral("Ctrl+H"));
        QVERIFY2(m_page->notice().isEmpty(), qPrintable(m_page->notice()));
        QCOMPARE(m_window->bridge()->session().history()->size(), before + 1);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_page->press(QStringLiteral("Ctrl+Z"));
        QVERIFY(m_page->canRedo());
    }

    void everyButtonCanBeNamedByAScreenReader() {
        open(true);
        const auto buttons = m_window->findChildren<QAbstractButton*>();
        QVERIFY(buttons.size() > 8);
        for (const QAbstractButton* const button : buttons) {
            // Qt's corner of a table is no button of ours and takes no focus.
            if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->objectName() + QLatin1String(button->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
