// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The next review on the overview, its events and cadence, the reminder at opening, and pillar priorities by drag and
// by key. The clock stands at 22 Nov 2026.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/dialogs/priorities_dialog.h"
#include "ui/dialogs/review_event_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {

constexpr std::int64_t kDay = 86'400'000;

struct Window {
    explicit Window(int daysLater = 0, session::OpenMode mode = session::OpenMode::ReadWrite) {
        const QString file = app.makeReview(QStringLiteral("a.plumb"), QStringLiteral("Claims"), {});
        app.clock.advance(daysLater * kDay);
        window = app.makeWindow(false);
        if (!window->openFile(file, mode))
            qFatal("The review did not open");
        window->go(ui::Place::Overview);
        page = std::make_unique<WindowPage>(window.get());
    }
    AppFixture app;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<WindowPage> page;

    [[nodiscard]] session::Session& session() const { return window->bridge()->session(); }
    [[nodiscard]] QString text(const char* name) const {
        return page->find<ui::WrapLabel>(QString::fromLatin1(name))->text();
    }
    template <typename T> [[nodiscard]] T* dialog() const {
        T* found = nullptr;
        for (T* each : window->findChildren<T*>())
            found = each->isVisible() ? each : found;
        if (found == nullptr)
            qFatal("No dialog is open");
        return found;
    }
    [[nodiscard]] QList<QAbstractButton*> events() const {
        QList<QAbstractButton*> shown;
        for (QAbstractButton* each : window->findChildren<QAbstractButton*>(QStringLiteral("eventButton")))
            if (!each->isHidden())
                shown << each;
        return shown;
    }
    void record(review::EventKind kind, Date day, const char* note) const {
        if (!session().putEvent({{}, kind, day, note}))
            qFatal("No event");
    }
};

} // namespace

class TestNextReview final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { failOnWarnings(); }
    void saysWhenAndWhy();
    void aModelUpdateIsRecordedByKeyAndMakesItDue();
    void anEventIsChangedAndRemoved();
    void anEventNeedsADay();
    void theCadenceIsSet();
    void anOverdueReviewIsRememberedAtOpening();
    void nothingRemindsWhileThereIsTime();
    void readOnlyReviewsShowButChangeNothing();
    void theStartPageNamesTheReviewThatIsDue();
    void whatIsPutOffOnTheStartPageStaysAway();
    void prioritiesMoveByKey();
    void prioritiesMoveByDrag();
    void allAlikeTakesTheOrderBack();
};

void TestNextReview::saysWhenAndWhy() {
    Window w;
    QCOMPARE(w.text("reviewDueLabel"), QStringLiteral("22 May 2027"));
    QCOMPARE(w.text("reviewLeftLabel"), QStringLiteral("in 181 days"));
    QCOMPARE(w.text("reviewWhyLabel"), QStringLiteral("Six months after the review was started on 22 November 2026."));
    QVERIFY(w.events().isEmpty());
}

void TestNextReview::aModelUpdateIsRecordedByKeyAndMakesItDue() {
    Window w;
    w.page->press(QStringLiteral("R"));
    auto* dialog = w.dialog<ui::ReviewEventDialog>();
    QTest::mouseClick(dialog->findChild<QRadioButton*>(QStringLiteral("modelUpdateRadio")), Qt::LeftButton, {},
                      QPoint(10, 10));
    auto* day = dialog->findChild<QLineEdit*>(QStringLiteral("eventDateEdit"));
    day->setFocus();
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("20 Jan 2027"));
    auto* note = dialog->findChild<QLineEdit*>(QStringLiteral("eventNoteEdit"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("moves to a new model"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(w.session().review().events.size(), 1U);
    QCOMPARE(w.text("reviewDueLabel"), QStringLiteral("20 Jan 2027"));
    QCOMPARE(w.events().size(), 1);
    QCOMPARE(w.events().front()->accessibleName(), QStringLiteral("Model update: moves to a new model, 20 Jan 2027"));
    w.page->activateAgain();
    w.page->press(QStringLiteral("Ctrl+Z"));
    QCOMPARE(w.text("reviewDueLabel"), QStringLiteral("22 May 2027"));
}

void TestNextReview::anEventIsChangedAndRemoved() {
    Window w;
    w.record(review::EventKind::DataChange, {2026, 12, 1}, "motor claims join");
    QCOMPARE(w.events().size(), 1);
    QTest::mouseClick(w.events().front(), Qt::LeftButton);
    auto* dialog = w.dialog<ui::ReviewEventDialog>();
    auto* note = dialog->findChild<QLineEdit*>(QStringLiteral("eventNoteEdit"));
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("twice the volume"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(w.session().review().events.front().note, std::string("twice the volume"));
    QCOMPARE(w.session().review().events.size(), 1U);
    w.page->activateAgain();
    QTest::mouseClick(w.events().front(), Qt::LeftButton);
    QTest::mouseClick(
        w.dialog<ui::ReviewEventDialog>()->findChild<QAbstractButton*>(QStringLiteral("removeEventButton")),
        Qt::LeftButton);
    QVERIFY(w.session().review().events.empty());
    QVERIFY(w.events().isEmpty());
}

void TestNextReview::anEventNeedsADay() {
    Window w;
    QTest::mouseClick(w.page->find(QStringLiteral("recordEventButton")), Qt::LeftButton);
    auto* dialog = w.dialog<ui::ReviewEventDialog>();
    auto* day = dialog->findChild<QLineEdit*>(QStringLiteral("eventDateEdit"));
    day->setFocus();
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("31 Feb 2027"));
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("acceptButton"))->isEnabled());
    QTest::keyClick(day, Qt::Key_Escape);
    QVERIFY(w.session().review().events.empty());
}

void TestNextReview::theCadenceIsSet() {
    Window w;
    QTest::mouseClick(w.page->find(QStringLiteral("cadenceButton")), Qt::LeftButton);
    auto* spin = w.dialog<ui::CadenceDialog>()->findChild<QSpinBox*>(QStringLiteral("cadenceSpinBox"));
    QTest::keyClicks(spin, QStringLiteral("3"));
    QTest::keyClick(spin, Qt::Key_Return);
    QCOMPARE(w.session().review().planning.cadenceMonths, 3);
    QCOMPARE(w.text("reviewDueLabel"), QStringLiteral("22 Feb 2027"));
    QCOMPARE(w.page->find<QAbstractButton>(QStringLiteral("cadenceButton"))->text(), QStringLiteral("Every 3 months"));
}

void TestNextReview::anOverdueReviewIsRememberedAtOpening() {
    Window w(200);
    QVERIFY(w.page->notice().startsWith(QStringLiteral("A review is due since 22 May 2027")));
    QCOMPARE(w.text("reviewLeftLabel"), QStringLiteral("19 days overdue"));
    QTest::mouseClick(w.page->find(QStringLiteral("noticeChoiceButton")), Qt::LeftButton);
    auto* dialog = w.dialog<ui::ReviewEventDialog>();
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(w.session().review().events.size(), 1U);
    QCOMPARE(w.session().review().events.front().kind, review::EventKind::Review);
    QCOMPARE(w.text("reviewLeftLabel"), QStringLiteral("in 183 days"));
}

void TestNextReview::nothingRemindsWhileThereIsTime() {
    Window w(181); // due today
    QVERIFY(w.page->notice().isEmpty());
    QCOMPARE(w.text("reviewLeftLabel"), QStringLiteral("due today"));
}

void TestNextReview::readOnlyReviewsShowButChangeNothing() {
    Window w(200, session::OpenMode::ReadOnly);
    QVERIFY(!w.page->notice().isEmpty());
    QVERIFY(w.window->findChild<QWidget*>(QStringLiteral("noticeChoiceButton")) == nullptr);
    QVERIFY(!w.page->find(QStringLiteral("recordEventButton"))->isEnabled());
    QVERIFY(!w.page->find(QStringLiteral("cadenceButton"))->isEnabled());
    QVERIFY(!w.page->find(QStringLiteral("prioritiesButton"))->isEnabled());
}

void TestNextReview::theStartPageNamesTheReviewThatIsDue() {
    Window w;
    w.window->closeReview();
    auto* bar = w.page->find<QWidget>(QStringLiteral("dueBar"));
    QVERIFY(!bar->isVisible()); // half a year is left
    w.app.clock.advance(200 * kDay);
    w.window->hide();
    w.window->show();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName(), QStringLiteral("Claims was due on 22 May 2027"));
    QCOMPARE(bar->accessibleDescription(),
             QStringLiteral("Six months after the review was started on 22 November 2026."));
    w.page->click(QStringLiteral("dueReviewButton"));
    QCOMPARE(w.page->place(), QStringLiteral("overview"));
}

void TestNextReview::whatIsPutOffOnTheStartPageStaysAway() {
    Window w(200);
    w.window->closeReview();
    auto* bar = w.page->find<QWidget>(QStringLiteral("dueBar"));
    QVERIFY(bar->isVisible());
    w.page->click(QStringLiteral("dueLaterButton"));
    QVERIFY(!bar->isVisible());
    w.window->showStartPage();
    QVERIFY(!bar->isVisible());
}

void TestNextReview::prioritiesMoveByKey() {
    Window w;
    w.page->press(QStringLiteral("Ctrl+Shift+P"));
    auto* dialog = w.dialog<ui::PrioritiesDialog>();
    auto* list = dialog->findChild<QListWidget*>(QStringLiteral("pillarList"));
    QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("alikeCheckBox"))->isChecked());
    list->setCurrentRow(1); // Security
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("alikeCheckBox"))->isChecked());
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // stays
    QTest::keyClick(list, Qt::Key_Return);
    const auto stored = w.session().review().planning.priorities;
    QCOMPARE(stored.size(), 6U);
    QCOMPARE(stored.front(), std::string("security"));
    QCOMPARE(q(w.session().undoable()->label), QStringLiteral("Put Security first"));
    QVERIFY(w.session().undo().has_value());
    QVERIFY(w.session().review().planning.priorities.empty());
}

void TestNextReview::prioritiesMoveByDrag() {
    ui::PrioritiesDialog dialog({"reliability"});
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("pillarList"));
    QCOMPARE(dialog.priorities().front(), std::string("reliability"));
    QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
    QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsDropEnabled)); // between rows, never onto one
    // What the view does when the drag ends behind the third row.
    QVERIFY(list->model()->moveRow({}, 0, {}, 3));
    QCOMPARE(list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Reliability, place 3"));
    QCOMPARE(dialog.priorities().at(2), std::string("reliability"));
    QCOMPARE(dialog.priorities().size(), 6U);
}

void TestNextReview::allAlikeTakesTheOrderBack() {
    Window w;
    review::Planning planning;
    planning.priorities = {"security"};
    QVERIFY(w.session().setPlanning(planning).has_value());
    QTest::mouseClick(w.page->find(QStringLiteral("prioritiesButton")), Qt::LeftButton);
    auto* dialog = w.dialog<ui::PrioritiesDialog>();
    auto* alike = dialog->findChild<QCheckBox*>(QStringLiteral("alikeCheckBox"));
    QVERIFY(!alike->isChecked());
    alike->setFocus();
    QTest::keyClick(alike, Qt::Key_Space);
    QTest::keyClick(alike, Qt::Key_Return);
    QVERIFY(w.session().review().planning.priorities.empty());
}

QTEST_MAIN(TestNextReview)
#include "tst_next_review.moc"
