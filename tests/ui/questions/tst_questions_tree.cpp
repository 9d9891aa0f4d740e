// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding questions: search, chips with counts, grouping, the list itself, and the pane that becomes a tab.
#include "tests/ui/questions/questions_driver.h"
#include "ui/pages/questions_tree_view.h"
#include "ui/widgets/chip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>

using namespace plumb;
using namespace plumb::test;

namespace {

QuestionKey key(const char* id) {
    return {"generative-ai", id};
}

struct Fixture {
    TestReview review{{makeLens({.pillars = 2, .questions = 3})}};
    QuestionsDriver d{review};
    [[nodiscard]] int count(const char* chip) const {
        return d.find<ui::Chip>(QString::fromLatin1(chip))->count().value_or(-1);
    }
    [[nodiscard]] ui::QuestionsTreeView* tree() const {
        return d.find<ui::QuestionsTreeView>(QStringLiteral("questionTree"));
    }
};

} // namespace

class TestQuestionsTree final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void chipsCountLive();
    void aChipFiltersAndAnsweredRowsStay();
    void searchNarrowsAndEnterGoesThere();
    void escapeClearsTheSearchFirst();
    void nothingFoundOffersAll();
    void groupsByPhaseFromTheMenu();
    void arrowsMoveInTheListAndEnterGoesToTheCard();
    void aClickOnAGroupOnlyOpensIt();
    void theCurrentRowIsShown();
    void aFilterFromOutsideGoesToItsFirstQuestion();
    void belowItsWidthThePaneBecomesATab();
};

void TestQuestionsTree::chipsCountLive() {
    Fixture f;
    QCOMPARE(f.count("unansweredChip"), 6);
    f.d.key(Qt::Key_1);
    f.d.key(Qt::Key_P);
    f.d.key(Qt::Key_M);
    QCOMPARE(f.count("unansweredChip"), 5);
    QCOMPARE(f.count("highChip"), 1);
    QCOMPARE(f.count("parkedChip"), 1);
    QCOMPARE(f.count("verifyChip"), 1);
}

void TestQuestionsTree::aChipFiltersAndAnsweredRowsStay() {
    Fixture f;
    f.d.key(Qt::Key_1);
    f.d.click(QStringLiteral("unansweredChip"));
    QCOMPARE(f.d.treeRows().size(), 5);
    f.d.key(Qt::Key_J); // the current one is not shown: to the first that is
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_2"));
    f.d.key(Qt::Key_1);
    QCOMPARE(f.d.treeRows().size(), 5);
    f.d.key(Qt::Key_J);
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_3"));
    f.d.click(QStringLiteral("unansweredChip"));
    QCOMPARE(f.d.treeRows().size(), 6);
}

void TestQuestionsTree::searchNarrowsAndEnterGoesThere() {
    Fixture f;
    session::AnswerEdit note;
    note.note = "The zeppelin landed";
    f.review.edit(key("GAI_SEC_2"), note);
    f.d.key(Qt::Key_F, Qt::ControlModifier);
    f.d.type(QStringLiteral("zeppelin"));
    QCOMPARE(f.d.treeRows().size(), 1);
    f.d.key(Qt::Key_Return);
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_SEC_2"));
    f.d.key(Qt::Key_1); // keys belong to the card again
    QVERIFY(f.d.checked(QStringLiteral("choice1Button")));
}

void TestQuestionsTree::escapeClearsTheSearchFirst() {
    Fixture f;
    f.d.key(Qt::Key_F, Qt::ControlModifier);
    f.d.type(QStringLiteral("nothing such"));
    f.d.key(Qt::Key_Escape);
    QCOMPARE(f.d.treeRows().size(), 6);
    f.d.key(Qt::Key_Escape);
    f.d.key(Qt::Key_2);
    QVERIFY(f.d.checked(QStringLiteral("choice2Button")));
}

void TestQuestionsTree::nothingFoundOffersAll() {
    Fixture f;
    f.d.click(QStringLiteral("parkedChip"));
    auto* nothing = f.d.find<QWidget>(QStringLiteral("nothingLabel"));
    QVERIFY(nothing->isVisible());
    nothing->setFocus(Qt::TabFocusReason);
    f.d.key(Qt::Key_Return);
    QVERIFY(!nothing->isVisible());
    QCOMPARE(f.d.treeRows().size(), 6);
    QVERIFY(!f.d.checked(QStringLiteral("parkedChip")));
}

void TestQuestionsTree::groupsByPhaseFromTheMenu() {
    Fixture f;
    auto* menu = f.d.find<QMenu>(QStringLiteral("filterMenu"));
    emit menu->aboutToShow();
    for (QAction* action : menu->actions())
        if (action->menu() != nullptr && action->text() == QStringLiteral("Group by"))
            action->menu()->actions().at(1)->trigger();
    QCOMPARE(f.tree()->model()->index(0, 0, f.tree()->model()->index(0, 0)).data().toString(),
             QStringLiteral("Design"));
    QCOMPARE(f.tree()->currentIndex().data(ui::QuestionTreeModel::QuestionRole).toString(),
             QStringLiteral("GAI_OPS_1"));
    f.d.key(Qt::Key_J);
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_3")); // the next of the phase
}

void TestQuestionsTree::arrowsMoveInTheListAndEnterGoesToTheCard() {
    Fixture f;
    f.d.key(Qt::Key_L);
    f.d.key(Qt::Key_Down);
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_2"));
    f.d.key(Qt::Key_Down);
    f.d.key(Qt::Key_Down); // the closed pillar below: the question stays
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_3"));
    f.d.key(Qt::Key_Return);
    f.d.key(Qt::Key_Down);
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_SEC_1"));
    f.d.key(Qt::Key_Return);
    QVERIFY(!f.tree()->hasFocus());
    f.d.key(Qt::Key_Down); // now the key of the page
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_SEC_2"));
}

void TestQuestionsTree::aClickOnAGroupOnlyOpensIt() {
    Fixture f;
    const QModelIndex security = f.tree()->model()->index(1, 0, f.tree()->model()->index(0, 0));
    QVERIFY(!f.tree()->isExpanded(security));
    QTest::mouseClick(f.tree()->viewport(), Qt::LeftButton, {}, f.tree()->visualRect(security).center());
    QVERIFY(f.tree()->isExpanded(security));
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_OPS_1"));
    const QModelIndex first = f.tree()->model()->index(0, 0, security);
    QTest::mouseClick(f.tree()->viewport(), Qt::LeftButton, {}, f.tree()->visualRect(first).center());
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_SEC_1"));
}

void TestQuestionsTree::theCurrentRowIsShown() {
    Fixture f;
    QVERIFY(f.d.page().showQuestion(key("GAI_SEC_3")));
    QVERIFY(f.tree()->isExpanded(f.tree()->currentIndex().parent()));
    QVERIFY(f.tree()->visualRect(f.tree()->currentIndex()).isValid());
    QVERIFY(f.tree()->selectionModel()->isSelected(f.tree()->currentIndex()));
    QVERIFY(!f.d.page().showQuestion(key("NO_SUCH")));
}

void TestQuestionsTree::aFilterFromOutsideGoesToItsFirstQuestion() {
    Fixture f;
    f.review.tick(key("GAI_SEC_2"), {3});
    f.d.page().setFilter({.high = true});
    QCOMPARE(f.d.questionId(), QStringLiteral("GAI_SEC_2"));
    QVERIFY(f.d.checked(QStringLiteral("highChip")));
}

void TestQuestionsTree::belowItsWidthThePaneBecomesATab() {
    Fixture f;
    auto* pane = f.d.find<QWidget>(QStringLiteral("facilitatorPane"));
    auto* tabs = f.d.find<QWidget>(QStringLiteral("cardTabs"));
    QVERIFY(pane->isVisible() && !tabs->isVisible());
    f.d.page().resize(1000, 700);
    QVERIFY(!pane->isVisible() && tabs->isVisible());
    f.d.key(Qt::Key_F9);
    QVERIFY(pane->isVisible());
    f.d.key(Qt::Key_F9);
    QVERIFY(!pane->isVisible());
    f.d.page().resize(1364, 848);
    QVERIFY(pane->isVisible() && !tabs->isVisible());
    f.d.key(Qt::Key_F9);
    QVERIFY(!pane->isVisible());
}

QTEST_MAIN(TestQuestionsTree)
#include "tst_questions_tree.moc"
