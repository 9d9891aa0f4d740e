// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The form beside the table: what is written is stored, one step each, and leads where it says.
#include "tests/ui/findings/findings_driver.h"
#include "ui/models/finding_table_model.h"
#include "ui/pages/findings_text.h"
#include "ui/widgets/badge.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

class TestFindingsDetail final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void saysWhatTheFindingIs();
    void aTextIsStoredWhenItIsLeft();
    void anEmptiedTextComesBackDerived();
    void whatIsTypedBelongsToItsFinding();
    void ratingsMoveDotAndRing();
    void ownerAndDayAreStored();
    void givingUpADecisionLeavesTheStatus();
    void aWrongDaySaysSo();
    void neededFindingsAreChosenAndCirclesRefused();
    void theLossModelIsChecked();
    void tradeOffsAreWords();
    void measuresComeWithTheirMoney();
    void measuresArePickedAsOneStep();
    void measuresAreSwitchedOnInTheScenario();
    void leadsToItsQuestion();
    void manyFindingsShareTheFields();
};

namespace {

ui::FindingText* textOf(FindingsDriver& f, const char* name) {
    return f.find<ui::FindingText>(QString::fromLatin1(name));
}

void choose(FindingsDriver& f, const char* combo, const QString& text) {
    auto* box = f.find<QComboBox>(QString::fromLatin1(combo));
    const int to = box->findText(text);
    box->setFocus();
    while (box->currentIndex() != to)
        QTest::keyClick(box, box->currentIndex() < to ? Qt::Key_Down : Qt::Key_Up);
}

} // namespace

void TestFindingsDetail::saysWhatTheFindingIs() {
    FindingsDriver f;
    QCOMPARE(f.text(QStringLiteral("whereLabel")), QStringLiteral("F-02 · Generative AI, Operations 2"));
    QCOMPARE(textOf(f, "titleEdit")->toPlainText(), q(f.finding(FindingsDriver::kOps2).title));
    QVERIFY(f.find<ui::Badge>(QStringLiteral("ratingBadge"))->text().startsWith(QStringLiteral("Rating 9")));
    QVERIFY(f.text(QStringLiteral("closesLabel")).contains(QStringLiteral("Practice 1 is in place")));
}

void TestFindingsDetail::aTextIsStoredWhenItIsLeft() {
    FindingsDriver f;
    f.key(Qt::Key_Return); // into the form
    textOf(f, "titleEdit")->selectAll();
    f.type(QStringLiteral("Drift is not watched"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.finding(FindingsDriver::kOps2).title, std::string("Drift is not watched"));
    f.key(Qt::Key_Down); // the table has the keys again
    QCOMPARE(f.current(), QStringLiteral("GAI_OPS_1"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!f.finding(FindingsDriver::kOps2).ownTitle);
}

void TestFindingsDetail::anEmptiedTextComesBackDerived() {
    FindingsDriver f;
    const QString derived = q(f.finding(FindingsDriver::kOps2).recommendation);
    auto* text = textOf(f, "recommendationEdit");
    text->setFocus();
    text->selectAll();
    f.type(QStringLiteral("Alarm at two points."));
    f.key(Qt::Key_Escape);
    QCOMPARE(f.finding(FindingsDriver::kOps2).recommendation, std::string("Alarm at two points."));
    text->setFocus();
    text->selectAll();
    f.key(Qt::Key_Delete);
    f.key(Qt::Key_Escape);
    QCOMPARE(text->toPlainText(), derived);
    QVERIFY(!f.finding(FindingsDriver::kOps2).ownRecommendation);
}

void TestFindingsDetail::whatIsTypedBelongsToItsFinding() {
    FindingsDriver f;
    const std::string other = f.finding(FindingsDriver::kOps1).observation;
    auto* text = textOf(f, "observationEdit");
    text->setFocus();
    text->selectAll();
    f.type(QStringLiteral("Seen in March."));
    f.clickCell(1, 0);
    QCOMPARE(f.finding(FindingsDriver::kOps2).observation, std::string("Seen in March."));
    QCOMPARE(f.finding(FindingsDriver::kOps1).observation, other);
    QCOMPARE(text->toPlainText(), q(other));
}

void TestFindingsDetail::ratingsMoveDotAndRing() {
    FindingsDriver f;
    choose(f, "impactCombo", QStringLiteral("5 Severe"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).inherent, (review::Rating{3, 5}));
    choose(f, "likelihoodAfterCombo", QStringLiteral("1 Rare"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).residual.likelihood, 1);
    QVERIFY(f.find<QAbstractButton>(QStringLiteral("matrix3x5Button"))->isChecked());
}

void TestFindingsDetail::ownerAndDayAreStored() {
    FindingsDriver f;
    auto* owner = f.find<QLineEdit>(QStringLiteral("ownerEdit"));
    owner->setFocus();
    f.type(QStringLiteral("Dev Raman"));
    f.key(Qt::Key_Tab);
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string("Dev Raman"));
    f.find<QLineEdit>(QStringLiteral("dueEdit"))->setFocus();
    f.type(QStringLiteral("2027-01-15"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.finding(FindingsDriver::kOps2).due, (Date{2027, 1, 15}));
    choose(f, "effortCombo", QStringLiteral("L"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).effort, lens::Effort::L);
}

void TestFindingsDetail::givingUpADecisionLeavesTheStatus() {
    FindingsDriver f;
    auto* status = f.find<QComboBox>(QStringLiteral("statusCombo"));
    status->setCurrentIndex(status->findText(QStringLiteral("Resolved"))); // one above
    status->setFocus();
    QTest::keyClick(status, Qt::Key_Down);
    QVERIFY(f.dialogOpen());
    f.key(Qt::Key_Escape);
    QVERIFY(!f.dialogOpen());
    QCOMPARE(status->currentText(), QStringLiteral("Open"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).status, review::FindingStatus::Open);
}

void TestFindingsDetail::aWrongDaySaysSo() {
    FindingsDriver f;
    auto* due = f.find<QLineEdit>(QStringLiteral("dueEdit"));
    due->setFocus();
    f.type(QStringLiteral("31 Feb 2027"));
    f.key(Qt::Key_Return);
    QCOMPARE(due->accessibleDescription(), QStringLiteral("There is no such day."));
    QVERIFY(!f.finding(FindingsDriver::kOps2).due.valid());
}

void TestFindingsDetail::neededFindingsAreChosenAndCirclesRefused() {
    FindingsDriver f;
    f.click(QStringLiteral("needsButton"));
    f.key(Qt::Key_Space); // the first of the list
    f.key(Qt::Key_Return);
    const std::vector<std::string> needs = f.finding(FindingsDriver::kOps2).needs;
    QCOMPARE(needs.size(), std::size_t{1});
    QVERIFY(!f.text(QStringLiteral("needsLabel")).isEmpty());
    QSignalSpy failed(f.review.bridge(), &ui::SessionBridge::failed);
    f.page().showFinding(q(needs.front()));
    f.click(QStringLiteral("needsButton"));
    auto* list = f.inDialog<QListWidget>(QStringLiteral("pickList"));
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Checked);
    f.key(Qt::Key_Return);
    QCOMPARE(failed.count(), 1);
    QVERIFY(f.session().finding(needs.front())->needs.empty());
}

void TestFindingsDetail::theLossModelIsChecked() {
    FindingsDriver f;
    f.click(QStringLiteral("lossButton"));
    f.type(QStringLiteral("0.5"));
    auto* accept = f.inDialog<QAbstractButton>(QStringLiteral("acceptButton"));
    QVERIFY(!accept->isEnabled());
    f.inDialog<QLineEdit>(QStringLiteral("p10Edit"))->setText(QStringLiteral("150k"));
    f.inDialog<QLineEdit>(QStringLiteral("p90Edit"))->setText(QStringLiteral("20k"));
    QVERIFY(!accept->isEnabled());
    f.inDialog<QLineEdit>(QStringLiteral("p10Edit"))->setText(QStringLiteral("20,000"));
    f.inDialog<QLineEdit>(QStringLiteral("p90Edit"))->setText(QStringLiteral("$150k"));
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(f.session().review().findFinding(FindingsDriver::kOps2)->loss,
             std::optional(review::LossModel{0.5, 20'000, 150'000}));
    QVERIFY(f.text(QStringLiteral("lossLabel")).contains(QStringLiteral("likely, P90 $")));
}

void TestFindingsDetail::tradeOffsAreWords() {
    FindingsDriver f;
    session::FindingEdit edit;
    edit.tradeOffs = {{"reliability", true, ""}, {"costOptimization", false, "+$140 a month"}};
    f.edit(FindingsDriver::kOps2, edit);
    QCOMPARE(f.text(QStringLiteral("tradeOffsLabel")), QStringLiteral("Reliability up, Cost down: +$140 a month"));
}

void TestFindingsDetail::measuresComeWithTheirMoney() {
    FindingsDriver f;
    QCOMPARE(f.text(QStringLiteral("measuresLabel")), QStringLiteral("Agent step budget, not in the cost model"));
    QVERIFY(f.session().setCosts(endpointCosts(), "Costs"));
    QVERIFY(f.session().linkMeasures(FindingsDriver::kOps2, {"half", "store"}, {}));
    QCOMPARE(f.text(QStringLiteral("measuresLabel")),
             QStringLiteral("Run half the hosts, saves $14,600/mo Move the store, would save $800/mo "
                            "Agent step budget, not in the cost model"));
    QCOMPARE(f.cell(0, ui::FindingTableModel::Monthly), QStringLiteral("\u221214,600"));
}

void TestFindingsDetail::measuresArePickedAsOneStep() {
    FindingsDriver f;
    QVERIFY(f.session().setCosts(endpointCosts(), "Costs"));
    const int before = f.steps();
    f.click(QStringLiteral("measuresButton"));
    auto* list = f.inDialog<QListWidget>(QStringLiteral("pickList"));
    QCOMPARE(list->count(), 2);
    for (int i = 0; i < 2; ++i)
        list->item(i)->setCheckState(Qt::Checked);
    QTest::keyClick(f.dialog(), Qt::Key_Return);
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.session().measuresBehind(FindingsDriver::kOps2), (std::vector<std::string>{"half", "store"}));
    QCOMPARE(f.undoWords(), QStringLiteral("Change measures of F-02"));
}

void TestFindingsDetail::measuresAreSwitchedOnInTheScenario() {
    FindingsDriver f;
    QVERIFY(f.session().setCosts(endpointCosts(), "Costs"));
    auto* button = f.find<QAbstractButton>(QStringLiteral("switchOnButton"));
    QVERIFY(button->isHidden()); // nothing is behind it
    QVERIFY(f.session().linkMeasure(FindingsDriver::kOps2, "store", true));
    QVERIFY(!button->isHidden());
    QCOMPARE(button->text(), QStringLiteral("Switch on in “Quick wins”"));
    f.click(QStringLiteral("switchOnButton"));
    QCOMPARE(f.session().review().costs.scenarios[0].measures, (std::vector<std::string>{"half", "store"}));
    QVERIFY(button->isHidden());
    QVERIFY(f.undoWords().startsWith(QStringLiteral("Switch on the measure of F-02")));
    f.actions.action(u"edit.undo")->trigger();
    QCOMPARE(f.session().review().costs.scenarios[0].measures, (std::vector<std::string>{"half"}));
}

void TestFindingsDetail::leadsToItsQuestion() {
    FindingsDriver f;
    QSignalSpy wanted(&f.page(), &ui::FindingsPage::questionWanted);
    f.key(Qt::Key_G);
    f.click(QStringLiteral("questionButton"));
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.at(1).front().value<QuestionKey>(), (QuestionKey{"generative-ai", "GAI_OPS_2"}));
}

void TestFindingsDetail::manyFindingsShareTheFields() {
    FindingsDriver f;
    f.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(f.text(QStringLiteral("manyLabel")), QStringLiteral("3 findings chosen"));
    QVERIFY(!textOf(f, "titleEdit")->isVisible());
    const int before = f.steps();
    f.find<QLineEdit>(QStringLiteral("ownerEdit"))->setFocus();
    f.type(QStringLiteral("Kenji Abe"));
    f.key(Qt::Key_Tab);
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.finding(FindingsDriver::kSec1).owner, std::string("Kenji Abe"));
}

QTEST_MAIN(TestFindingsDetail)
#include "tst_findings_detail.moc"
