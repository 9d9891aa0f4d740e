// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review by keyboard: answering, none, not applicable, marks, people, notes, undo, moving about.
#include "tests/ui/questions/questions_driver.h"
#include "ui/pages/questions_note_edit.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTextEdit>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {

QuestionKey key(const char* id) {
    return {"generative-ai", id};
}

std::vector<session::LensSource> smallLens() {
    return {makeLens({.pillars = 3, .questions = 4})};
}

} // namespace

class TestQuestionsPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void startsAtTheFirstQuestion();
    void tenQuestionsByKeys();
    void keysBeyondTheChoicesDoNothing();
    void noneClearsTheRestAndCanBeUndone();
    void notApplicableAsksForAReason();
    void anotherReasonNeedsASentence();
    void notApplicableIsTakenBackByTheSameKey();
    void aChoiceCanBeNotApplicable();
    void marksShowAsSwitchedOnKeys();
    void riskAndWhyFollowTheTicks();
    void rowsDoNotMoveWhileAnswering();
    void tabGoesDownTheChoices();
    void noteIsStoredAfterAPause();
    void noteIsKeptWhenTheQuestionChangesAtOnce();
    void digitsInTheNoteTickNothing();
    void privateNoteIsApart();
    void peopleAreNamedByTyping();
    void confidenceAndBasis();
    void undoFromThePage();
    void moreThanTenChoicesScroll();
    void theRuleOpensAndCloses();
    void nextUnansweredGoesRound();
    void everyInteractiveWidgetHasAName();
    void tabGoesFromTopToBottom();
    void withoutAQuestionnaireThePageSaysSo();
};

void TestQuestionsPage::startsAtTheFirstQuestion() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    QCOMPARE(d.questionId(), QStringLiteral("GAI_OPS_1"));
    QCOMPARE(d.text(QStringLiteral("titleLabel")), QStringLiteral("Question 1 of GAI_OPS_1?"));
}

void TestQuestionsPage::tenQuestionsByKeys() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    for (int i = 0; i < 10; ++i) {
        d.key(Qt::Key_1);
        d.key(i % 2 == 0 ? Qt::Key_2 : Qt::Key_3);
        d.key(Qt::Key_J);
    }
    QCOMPARE(d.questionId(), QStringLiteral("GAI_REL_3"));
    QCOMPARE(review.session().scores().overall().answered, 10);
    QCOMPARE(review.session().scores().overall().medium, 5);
    QCOMPARE(review.session().scores().overall().high, 5);
    d.key(Qt::Key_K);
    QCOMPARE(d.questionId(), QStringLiteral("GAI_REL_2"));
    QVERIFY(d.checked(QStringLiteral("choice1Button")));
    d.key(Qt::Key_Down);
    d.key(Qt::Key_Up);
    QCOMPARE(d.questionId(), QStringLiteral("GAI_REL_2"));
}

void TestQuestionsPage::keysBeyondTheChoicesDoNothing() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_9);
    d.key(Qt::Key_0);
    QCOMPARE(review.answer(key("GAI_OPS_1")), review::Answer());
}

void TestQuestionsPage::noneClearsTheRestAndCanBeUndone() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_1);
    d.key(Qt::Key_2);
    d.key(Qt::Key_N);
    QVERIFY(d.checked(QStringLiteral("noneButton")));
    QVERIFY(!d.checked(QStringLiteral("choice1Button")));
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.size(), std::size_t{1});
    d.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!d.checked(QStringLiteral("noneButton")));
    QVERIFY(d.checked(QStringLiteral("choice1Button")));
    d.click(QStringLiteral("noneButton"));
    d.key(Qt::Key_3); // a practice clears "none"
    QVERIFY(!d.checked(QStringLiteral("noneButton")));
    QVERIFY(d.checked(QStringLiteral("choice3Button")));
}

void TestQuestionsPage::notApplicableAsksForAReason() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_1);
    d.key(Qt::Key_X);
    QVERIFY(review.answer(key("GAI_OPS_1")).applicable); // nothing is done before there is a reason
    d.inDialog<QRadioButton>(QStringLiteral("businessPrioritiesRadio"))->setFocus();
    d.key(Qt::Key_Space);
    auto* sentence = d.inDialog<QPlainTextEdit>(QStringLiteral("reasonEdit"));
    sentence->setFocus();
    d.type(QStringLiteral("Next year"));
    d.key(Qt::Key_Return);
    const review::Answer& answer = review.answer(key("GAI_OPS_1"));
    QVERIFY(!answer.applicable);
    QCOMPARE(answer.reason, review::NaReason::BusinessPriorities);
    QCOMPARE(q(answer.reasonText), QStringLiteral("Next year"));
    QCOMPARE(d.find<QAbstractButton>(QStringLiteral("notApplicableButton"))->text(),
             QStringLiteral("Not applicable: business priorities"));
    d.key(Qt::Key_2); // the question is out: choices stay as they are
    QCOMPARE(answer.choices.size(), std::size_t{1});
}

void TestQuestionsPage::anotherReasonNeedsASentence() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_X);
    d.inDialog<QRadioButton>(QStringLiteral("otherReasonRadio"))->click();
    QVERIFY(!d.inDialog<QAbstractButton>(QStringLiteral("acceptButton"))->isEnabled());
    d.inDialog<QPlainTextEdit>(QStringLiteral("reasonEdit"))->setFocus();
    d.type(QStringLiteral("Because"));
    QVERIFY(d.inDialog<QAbstractButton>(QStringLiteral("acceptButton"))->isEnabled());
    d.key(Qt::Key_Escape);
    QVERIFY(review.answer(key("GAI_OPS_1")).applicable);
    QVERIFY(!d.checked(QStringLiteral("notApplicableButton")));
}

void TestQuestionsPage::notApplicableIsTakenBackByTheSameKey() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.click(QStringLiteral("notApplicableButton"));
    QVERIFY(!d.checked(QStringLiteral("notApplicableButton")));
    d.key(Qt::Key_Return);
    QVERIFY(!review.answer(key("GAI_OPS_1")).applicable);
    QVERIFY(d.checked(QStringLiteral("notApplicableButton")));
    d.key(Qt::Key_X);
    QVERIFY(review.answer(key("GAI_OPS_1")).applicable);
}

void TestQuestionsPage::aChoiceCanBeNotApplicable() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_2, Qt::AltModifier);
    d.key(Qt::Key_Return);
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.at("GAI_OPS_1_c2").status, review::ChoiceStatus::NotApplicable);
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.at("GAI_OPS_1_c2").reason, review::NaReason::OutOfScope);
    d.key(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(review.answer(key("GAI_OPS_1")), review::Answer());
    auto* row = d.find<QAbstractButton>(QStringLiteral("choice1Button"));
    row->setFocus();
    d.key(Qt::Key_Menu);
    d.choose(QStringLiteral("Not applicable"));
    d.key(Qt::Key_Return);
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.at("GAI_OPS_1_c1").status, review::ChoiceStatus::NotApplicable);
    d.click(QStringLiteral("choice1Button")); // a click makes it count again, ticked
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.at("GAI_OPS_1_c1").status, review::ChoiceStatus::Selected);
}

void TestQuestionsPage::marksShowAsSwitchedOnKeys() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_M);
    d.key(Qt::Key_P);
    QVERIFY(review.answer(key("GAI_OPS_1")).needsVerification && review.answer(key("GAI_OPS_1")).parked);
    QVERIFY(d.checked(QStringLiteral("verifyButton")) && d.checked(QStringLiteral("parkButton")));
    d.click(QStringLiteral("parkButton"));
    QVERIFY(!review.answer(key("GAI_OPS_1")).parked);
    QVERIFY(!d.checked(QStringLiteral("parkButton")));
}

void TestQuestionsPage::riskAndWhyFollowTheTicks() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    QVERIFY2(d.text(QStringLiteral("whyLabel")).startsWith(QStringLiteral("Not answered yet. The answer can bring it")),
             qPrintable(d.text(QStringLiteral("whyLabel"))));
    d.key(Qt::Key_3);
    QVERIFY(d.text(QStringLiteral("whyLabel")).startsWith(QStringLiteral("High risk. ")));
    QVERIFY(!d.text(QStringLiteral("lowerLabel")).isEmpty());
    d.key(Qt::Key_1);
    d.key(Qt::Key_2);
    QVERIFY(d.text(QStringLiteral("whyLabel")).startsWith(QStringLiteral("Medium risk. ")));
    QVERIFY(d.treeRows().contains(QStringLiteral("1 Short 1, Medium risk")));
}

void TestQuestionsPage::rowsDoNotMoveWhileAnswering() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    const auto places = [&] {
        QList<QRect> all;
        for (const char* name : {"choice1Button", "choice5Button", "noneButton", "notApplicableButton",
                                 "confidenceSegments", "noteEdit"}) {
            const auto* widget = d.find<QWidget>(QString::fromLatin1(name));
            all << QRect(widget->mapTo(&d.page(), QPoint()), widget->size());
        }
        return all;
    };
    const QList<QRect> before = places();
    for (const Qt::Key each : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_N, Qt::Key_M}) {
        d.key(each);
        QApplication::processEvents();
        QCOMPARE(places(), before);
    }
}

void TestQuestionsPage::tabGoesDownTheChoices() {
    TestReview review({makeLens({.pillars = 1, .questions = 1, .choices = 3})});
    QuestionsDriver d(review);
    d.find<QAbstractButton>(QStringLiteral("choice1Button"))->setFocus(Qt::TabFocusReason);
    for (const char* name : {"choice2Button", "choice3Button", "noneButton", "notApplicableButton"}) {
        d.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(name));
    }
}

void TestQuestionsPage::noteIsStoredAfterAPause() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_T);
    d.type(QStringLiteral("Worst run took 41 steps"));
    QCOMPARE(review.answer(key("GAI_OPS_1")).note, std::string());
    QTRY_COMPARE_WITH_TIMEOUT(q(review.answer(key("GAI_OPS_1")).note), QStringLiteral("Worst run took 41 steps"), 1900);
    d.key(Qt::Key_Escape);
    d.key(Qt::Key_1); // the keys work again
    QVERIFY(d.checked(QStringLiteral("choice1Button")));
}

void TestQuestionsPage::noteIsKeptWhenTheQuestionChangesAtOnce() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_T);
    d.type(QStringLiteral("typed and gone"));
    QVERIFY(d.page().showQuestion(key("GAI_OPS_2")));
    QCOMPARE(q(review.answer(key("GAI_OPS_1")).note), QStringLiteral("typed and gone"));
    QCOMPARE(review.answer(key("GAI_OPS_2")).note, std::string());
    QCOMPARE(d.find<QTextEdit>(QStringLiteral("noteEdit"))->toPlainText(), QString());
    d.type(QStringLiteral("second"));
    d.page().hide(); // leaving the place
    QCOMPARE(q(review.answer(key("GAI_OPS_2")).note), QStringLiteral("second"));
}

void TestQuestionsPage::digitsInTheNoteTickNothing() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_T);
    d.type(QStringLiteral("1 2 j k n x m p"));
    QCOMPARE(d.questionId(), QStringLiteral("GAI_OPS_1"));
    QVERIFY(!d.checked(QStringLiteral("choice1Button")) && !d.checked(QStringLiteral("noneButton")));
    d.key(Qt::Key_Escape);
    QCOMPARE(q(review.answer(key("GAI_OPS_1")).note), QStringLiteral("1 2 j k n x m p"));
    QVERIFY(!review.answer(key("GAI_OPS_1")).parked);
}

void TestQuestionsPage::privateNoteIsApart() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.click(QStringLiteral("privateTabButton"));
    d.key(Qt::Key_T);
    d.type(QStringLiteral("they guess"));
    d.key(Qt::Key_Escape);
    QCOMPARE(q(review.answer(key("GAI_OPS_1")).privateNote), QStringLiteral("they guess"));
    QCOMPARE(review.answer(key("GAI_OPS_1")).note, std::string());
    d.key(Qt::Key_J);
    QVERIFY(d.checked(QStringLiteral("noteTabButton"))); // the next question shows the note again
}

void TestQuestionsPage::peopleAreNamedByTyping() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_W);
    d.type(QStringLiteral("Kenji Abe"));
    d.key(Qt::Key_Return);
    d.key(Qt::Key_W);
    d.type(QStringLiteral("1j")); // letters and digits go into the name
    d.key(Qt::Key_Escape);
    QCOMPARE(review.answer(key("GAI_OPS_1")).people.size(), std::size_t{1});
    QCOMPARE(q(review.session().review().participants.front().name), QStringLiteral("Kenji Abe"));
    d.click(QStringLiteral("personButton"));
    d.choose(QStringLiteral("Take Kenji Abe"));
    QVERIFY(review.answer(key("GAI_OPS_1")).people.empty());
}

void TestQuestionsPage::confidenceAndBasis() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    const auto press = [&](const char* control, int index) {
        QTest::mouseClick(d.find<QWidget>(QString::fromLatin1(control))->findChildren<QAbstractButton*>().at(index),
                          Qt::LeftButton);
    };
    press("confidenceSegments", 1);
    press("basisSegments", 2);
    QCOMPARE(review.answer(key("GAI_OPS_1")).confidence, review::Confidence::Medium);
    QCOMPARE(review.answer(key("GAI_OPS_1")).basis, review::Basis::Verified);
}

void TestQuestionsPage::undoFromThePage() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_1);
    d.key(Qt::Key_J);
    d.key(Qt::Key_2);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(review.answer(key("GAI_OPS_1")), review::Answer());
    QCOMPARE(review.answer(key("GAI_OPS_2")), review::Answer());
    d.key(Qt::Key_K);
    QVERIFY(!d.checked(QStringLiteral("choice1Button")));
}

void TestQuestionsPage::moreThanTenChoicesScroll() {
    TestReview review({makeLens({.pillars = 1, .questions = 2, .choices = 14})});
    QuestionsDriver d(review);
    d.key(Qt::Key_0);
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.count("GAI_OPS_1_c10"), std::size_t{1});
    auto* last = d.find<QAbstractButton>(QStringLiteral("choice14Button"));
    QVERIFY(last->visibleRegion().isEmpty());
    d.find<QAbstractButton>(QStringLiteral("choice13Button"))->setFocus(Qt::TabFocusReason);
    d.key(Qt::Key_Tab);
    d.key(Qt::Key_Space);
    QCOMPARE(review.answer(key("GAI_OPS_1")).choices.count("GAI_OPS_1_c14"), std::size_t{1});
    QVERIFY(!last->visibleRegion().isEmpty());
}

void TestQuestionsPage::theRuleOpensAndCloses() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    d.key(Qt::Key_1);
    d.key(Qt::Key_R);
    QVERIFY(d.find<QWidget>(QStringLiteral("rulePanel"))->isVisible());
    d.key(Qt::Key_Escape);
    QVERIFY(!d.find<QWidget>(QStringLiteral("rulePanel"))->isVisible());
    d.key(Qt::Key_R);
    d.key(Qt::Key_J);
    QVERIFY(!d.find<QWidget>(QStringLiteral("rulePanel"))->isVisible());
}

void TestQuestionsPage::nextUnansweredGoesRound() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    review.tick(key("GAI_OPS_2"), {1});
    d.key(Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(d.questionId(), QStringLiteral("GAI_OPS_3"));
    QVERIFY(d.page().showQuestion(key("GAI_REL_4")));
    d.key(Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(d.questionId(), QStringLiteral("GAI_OPS_1"));
}

void TestQuestionsPage::everyInteractiveWidgetHasAName() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    for (QWidget* widget : d.page().findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar"))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString label =
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(label));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(label));
    }
}

void TestQuestionsPage::tabGoesFromTopToBottom() {
    TestReview review(smallLens());
    QuestionsDriver d(review);
    QStringList order;
    d.find<QWidget>(QStringLiteral("searchEdit"))->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 40 && !order.contains(QStringLiteral("nextButton")); ++i) {
        order << QApplication::focusWidget()->objectName();
        d.key(Qt::Key_Tab);
        if (QApplication::focusWidget()->objectName() == QStringLiteral("nextButton"))
            order << QStringLiteral("nextButton");
    }
    int last = -1;
    for (const char* name : {"searchEdit", "unansweredChip", "questionTree", "moreButton", "choice1Button",
                             "choice2Button", "choice5Button", "noneButton", "notApplicableButton", "addPersonButton",
                             "noteEdit", "verifyButton", "nextButton"}) {
        const int at = static_cast<int>(order.indexOf(QString::fromLatin1(name)));
        QVERIFY2(at > last, name);
        last = at;
    }
}

void TestQuestionsPage::withoutAQuestionnaireThePageSaysSo() {
    TestReview review({});
    QuestionsDriver d(review);
    QVERIFY(d.find<QWidget>(QStringLiteral("noQuestionsPlace"))->isVisible());
    for (const Qt::Key each :
         {Qt::Key_1, Qt::Key_N, Qt::Key_X, Qt::Key_J, Qt::Key_M, Qt::Key_T, Qt::Key_E, Qt::Key_R, Qt::Key_W})
        d.key(each);
}

QTEST_MAIN(TestQuestionsPage)
#include "tst_questions_page.moc"
