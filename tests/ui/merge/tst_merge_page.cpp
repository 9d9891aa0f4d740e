// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deciding conflicts with keys and clicks.
#include "tests/ui/merge/merge_driver.h"
#include "ui/pages/merge_panel.h"
#include "ui/pages/merge_value.h"
#include "ui/theme/focus_ring.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QTextEdit>

using namespace plumb;
using namespace plumb::ui;
using test::MergeDriver;
using Choice = MergeDecisions::Choice;

class TestMergePage final : public QObject {
    Q_OBJECT

    static ButtonLook look(MergeDriver& page, const char* name) {
        return page.find<Button>(QString::fromLatin1(name))->look();
    }

private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void headerSaysWhatMergesAndWhatNeedsSomebody() {
        MergeDriver page;
        QVERIFY(
            page.text(QStringLiteral("filesLabel"))
                .startsWith(QStringLiteral("claims-review.plumb and claims-review-tom.plumb parted on 17 Nov 2026")));
        QCOMPARE(page.text(QStringLiteral("countsLabel")),
                 QStringLiteral("68 changes merge by themselves, 9 need you"));
        QCOMPARE(page.text(QStringLiteral("doneLabel")), QStringLiteral("0 of 9 done"));
        QCOMPARE(page.rows().size(), 9);
        QVERIFY(page.rows()[0].endsWith(QStringLiteral(", open")));
    }

    void keysChooseAndGoOn() {
        MergeDriver page;
        page.key(Qt::Key_1);
        QCOMPARE(page.decisions().choice(0), Choice::Ours);
        QVERIFY(page.find<QAbstractButton>(QStringLiteral("oursButton"))->isChecked());
        page.key(Qt::Key_J);
        QCOMPARE(page.page().current(), 1);
        page.key(Qt::Key_2);
        page.key(Qt::Key_Down);
        QCOMPARE(page.page().current(), 2);
        page.key(Qt::Key_Up);
        QCOMPARE(page.page().current(), 1);
        page.key(Qt::Key_K);
        QCOMPARE(page.page().current(), 8);
        QCOMPARE(page.text(QStringLiteral("doneLabel")), QStringLiteral("2 of 9 done"));
        QVERIFY(page.rows()[1].endsWith(QStringLiteral(", theirs")));
    }

    void changedWordsAreMarked() {
        MergeDriver page;
        page.page().showItem(6);
        const auto* const ours = page.find<MergePanel>(QStringLiteral("oursButton"))->value();
        QCOMPARE(ours->changed().size(), 1);
        QCOMPARE(ours->text().mid(ours->changed()[0].start, ours->changed()[0].length),
                 QStringLiteral("Block claims about cover and send them to an adjuster."));
        QCOMPARE(page.find<MergePanel>(QStringLiteral("theirsButton"))->value()->changed().size(), 2);
    }

    void keepBothJoinsAndCanBeEdited() {
        MergeDriver page;
        QVERIFY(!page.enabled(QStringLiteral("keptEdit")));
        page.key(Qt::Key_3);
        QCOMPARE(page.kept(), QStringLiteral("Budget of ten steps, alarm at 8.\n\nBudget of twelve steps."));
        auto* const field = page.find<QTextEdit>(QStringLiteral("keptEdit"));
        QTest::mouseClick(field->viewport(), Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
        page.type(QStringLiteral(" 1 J")); // letters of a text are no keys of the page
        QCOMPARE(page.page().current(), 0);
        QVERIFY(page.decisions().kept(0).endsWith(QStringLiteral("steps. 1 J")));
        QCOMPARE(page.text(QStringLiteral("keptNoteLabel")), QStringLiteral("Edited by you"));
        QVERIFY(page.rows()[0].endsWith(QStringLiteral(", edited")));
        page.key(Qt::Key_Escape); // leaves the field and not the page
        QCOMPARE(page.cancels, 0);
        page.key(Qt::Key_J);
        QCOMPARE(page.page().current(), 1);
    }

    void valuesHaveNoTextToKeep() {
        MergeDriver page;
        page.clickRow(1);
        QCOMPARE(page.page().current(), 1);
        QVERIFY(!page.find(QStringLiteral("bothButton"))->isVisible());
        QVERIFY(!page.find(QStringLiteral("keptEdit"))->isVisible());
        page.key(Qt::Key_3);
        QCOMPARE(page.decisions().choice(1), Choice::Open);
        page.click(QStringLiteral("theirsButton"));
        QCOMPARE(page.decisions().choice(1), Choice::Theirs);
    }

    void aClickOnTheTextOfAPanelChoosesIt() {
        MergeDriver page;
        auto* const value = page.find<MergePanel>(QStringLiteral("theirsButton"))->value();
        QTest::mouseClick(value, Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(page.decisions().choice(0), Choice::Theirs);
    }

    void mergeIsReadyWhenNothingIsOpen() {
        MergeDriver page;
        QVERIFY(!page.enabled(QStringLiteral("mergeButton")));
        QCOMPARE(look(page, "nextOpenButton"), ButtonLook::Filled);
        page.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(page.merges, 0);
        page.key(Qt::Key_2);
        page.click(QStringLiteral("allOursButton"));
        QCOMPARE(page.decisions().choice(0), Choice::Theirs);
        QCOMPARE(page.decisions().done(), 9);
        QVERIFY(!page.enabled(QStringLiteral("allTheirsButton")));
        QCOMPARE(look(page, "mergeButton"), ButtonLook::Filled);
        QCOMPARE(look(page, "nextOpenButton"), ButtonLook::Plain);
        page.click(QStringLiteral("mergeButton"));
        QCOMPARE(page.merges, 1);
        page.page().setBusy(true);
        page.key(Qt::Key_Return, Qt::ControlModifier);
        page.key(Qt::Key_Escape);
        QCOMPARE(page.merges, 1);
        QCOMPARE(page.cancels, 0);
    }

    void whatIsTooLongStopsTheMerge() {
        auto& review = MergeDriver::shared();
        store::MergePlan plan = test::samplePlan(review);
        plan.conflicts = {plan.conflicts[3]};
        MergeDriver page(plan);
        page.key(Qt::Key_1);
        QVERIFY(page.enabled(QStringLiteral("mergeButton")));
        page.decisions().write(0, QString(201, QLatin1Char('x')));
        QVERIFY(!page.enabled(QStringLiteral("mergeButton")));
        QVERIFY(page.text(QStringLiteral("keptNoteLabel")).contains(QStringLiteral("too long")));
    }

    void withoutConflictsEverythingComesOver() {
        store::MergePlan plan = test::samplePlan(MergeDriver::shared());
        plan.conflicts.clear();
        MergeDriver page(plan);
        QCOMPARE(page.find(QStringLiteral("nothingPlace"))->accessibleName(), QStringLiteral("Nothing needs you"));
        QVERIFY(page.enabled(QStringLiteral("mergeButton")));
        page.key(Qt::Key_1);
        page.key(Qt::Key_J);
        page.key(Qt::Key_Down);
        page.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(page.merges, 1);
    }

    void nothingNewIsSaidCalmly() {
        store::MergePlan plan;
        plan.related = true;
        plan.base = "there";
        plan.nothing = true;
        MergeDriver page(plan);
        QCOMPARE(page.find(QStringLiteral("nothingPlace"))->accessibleName(), QStringLiteral("Nothing to merge"));
        QVERIFY(!page.enabled(QStringLiteral("mergeButton")));
        page.key(Qt::Key_Escape);
        QCOMPARE(page.cancels, 1);
    }

    void aReadOnlyReviewIsOnlyLookedAt() {
        MergeDriver page(test::samplePlan(MergeDriver::shared()), true);
        page.click(QStringLiteral("allOursButton"));
        QVERIFY(!page.enabled(QStringLiteral("mergeButton")));
        QVERIFY(page.text(QStringLiteral("mergeSentenceLabel")).contains(QStringLiteral("read-only")));
    }

    void longTextsScroll() {
        store::MergePlan plan = test::samplePlan(MergeDriver::shared());
        plan.conflicts = {test::conflictOf(store::Table::Answer, {"generative-ai", "GAI_OPS_1"}, "note", "Short.",
                                           std::string(6000, 'w') + " end", "Other.")};
        MergeDriver page(plan);
        const auto* const value = page.find<MergePanel>(QStringLiteral("oursButton"))->value();
        QVERIFY(value->height() > page.find(QStringLiteral("oursScroll"))->height());
        page.find<QAbstractButton>(QStringLiteral("oursButton"))->setFocus();
        page.key(Qt::Key_PageDown);
        QVERIFY(value->y() < 0);
    }

    void everyControlHasANameAndAPlaceInTheTabOrder() {
        MergeDriver page;
        page.key(Qt::Key_1);
        QStringList order;
        QWidget* at = page.find(QStringLiteral("conflictList"));
        at->setFocus();
        for (int i = 0; i < 12; ++i) {
            order << page.page().focusWidget()->objectName();
            page.key(Qt::Key_Tab);
        }
        for (const char* name : {"conflictList", "oursButton", "theirsButton", "bothButton", "keptEdit",
                                 "allOursButton", "allTheirsButton", "cancelMergeButton", "nextOpenButton"})
            QVERIFY2(order.contains(QString::fromLatin1(name)), qPrintable(order.join(QLatin1Char(' '))));
        QVERIFY(order.indexOf(QStringLiteral("oursButton")) < order.indexOf(QStringLiteral("keptEdit")));
        for (const auto* button : page.page().findChildren<QAbstractButton*>())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
    }
};

QTEST_MAIN(TestMergePage)
#include "tst_merge_page.moc"
