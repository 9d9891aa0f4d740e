// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Editing in the register: in the cell, from a menu, many findings as one step, and what stays where it is.
#include "tests/ui/findings/findings_driver.h"
#include "ui/models/finding_table_model.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace plumb;
using namespace plumb::test;
using Column = ui::FindingTableModel::Column;

class TestFindingsEditing final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void anOwnerIsTypedIntoTheCell();
    void theOwnerLinkOpensTheCell();
    void aDayThatIsNoneIsNotTaken();
    void effortAndStatusComeFromAMenu();
    void manyRowsAreOneStep();
    void acceptingAsksForReasonNameAndDay();
    void acceptingManyIsOneStep();
    void aRowThatStopsToMatchStaysUntilTheFilterIsSetAgain();
    void rowsKeepTheirPlaceWhileEdited();
};

void TestFindingsEditing::anOwnerIsTypedIntoTheCell() {
    FindingsDriver f;
    f.key(Qt::Key_O);
    f.type(QStringLiteral("Dev Raman"));
    f.key(Qt::Key_Return);
    QCOMPARE(ui::q(f.finding(FindingsDriver::kOps2).owner), QStringLiteral("Dev Raman"));
    QCOMPARE(f.cell(0, Column::Owner), QStringLiteral("D. Raman"));
    QVERIFY(f.undoWords().contains(QStringLiteral("Dev Raman")));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string());
    f.key(Qt::Key_O);
    f.type(QStringLiteral("Nobody"));
    f.key(Qt::Key_Escape);
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string());
}

void TestFindingsEditing::theOwnerLinkOpensTheCell() {
    FindingsDriver f;
    f.clickCell(1, Column::Owner);
    f.type(QStringLiteral("Priya Nair"));
    f.key(Qt::Key_Return);
    QCOMPARE(ui::q(f.finding(FindingsDriver::kOps1).owner), QStringLiteral("Priya Nair"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string());
}

void TestFindingsEditing::aDayThatIsNoneIsNotTaken() {
    FindingsDriver f;
    f.key(Qt::Key_D);
    f.type(QStringLiteral("31 Feb 2027"));
    f.key(Qt::Key_Return);
    auto* cell = f.find<QLineEdit>(QStringLiteral("dueCellEdit"));
    QVERIFY(cell->isVisible() && cell->property("plumbError").toBool());
    cell->selectAll();
    f.type(QStringLiteral("15 Jan 2027"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.finding(FindingsDriver::kOps2).due, (Date{2027, 1, 15}));
    QCOMPARE(f.cell(0, Column::Due), QStringLiteral("15 Jan"));
}

void TestFindingsEditing::effortAndStatusComeFromAMenu() {
    FindingsDriver f;
    f.key(Qt::Key_E);
    f.choose(QStringLiteral("S,"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).effort, lens::Effort::S);
    f.doubleClickCell(1, Column::Status);
    f.choose(QStringLiteral("In progress"));
    QCOMPARE(f.finding(FindingsDriver::kOps1).status, review::FindingStatus::InProgress);
    f.key(Qt::Key_R);
    QCOMPARE(f.finding(FindingsDriver::kOps1).status, review::FindingStatus::Resolved);
}

void TestFindingsEditing::manyRowsAreOneStep() {
    FindingsDriver f;
    const int before = f.steps();
    f.key(Qt::Key_Down, Qt::ShiftModifier);
    f.key(Qt::Key_O);
    f.type(QStringLiteral("Kenji Abe"));
    f.key(Qt::Key_Return);
    QCOMPARE(ui::q(f.finding(FindingsDriver::kOps2).owner), QStringLiteral("Kenji Abe"));
    QCOMPARE(ui::q(f.finding(FindingsDriver::kOps1).owner), QStringLiteral("Kenji Abe"));
    QCOMPARE(f.finding(FindingsDriver::kSec1).owner, std::string());
    QCOMPARE(f.steps(), before + 1);
    QVERIFY(f.undoWords().contains(QStringLiteral("2 findings")));
    f.click(QStringLiteral("undoButton"));
    QCOMPARE(f.finding(FindingsDriver::kOps1).owner, std::string());
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string());
}

void TestFindingsEditing::acceptingAsksForReasonNameAndDay() {
    FindingsDriver f;
    f.key(Qt::Key_A);
    auto* accept = f.inDialog<QAbstractButton>(QStringLiteral("acceptButton"));
    QVERIFY(!accept->isEnabled());
    f.type(QStringLiteral("The book is small."));
    QVERIFY(!accept->isEnabled());
    f.key(Qt::Key_Tab);
    f.type(QStringLiteral("Ines Albrecht"));
    QVERIFY(accept->isEnabled());
    auto* until = f.inDialog<QLineEdit>(QStringLiteral("untilEdit"));
    until->setFocus();
    until->selectAll();
    f.type(QStringLiteral("2020-01-01"));
    QVERIFY(!accept->isEnabled()); // has passed
    until->selectAll();
    f.type(QStringLiteral("28 Feb 2027"));
    QTest::mouseClick(accept, Qt::LeftButton);
    const score::Finding& now = f.finding(FindingsDriver::kOps2);
    QCOMPARE(now.status, review::FindingStatus::Accepted);
    QCOMPARE(now.reason, std::string("The book is small."));
    QCOMPARE(now.decidedBy, std::string("Ines Albrecht"));
    QCOMPARE(now.until, (Date{2027, 2, 28}));
    QCOMPARE(f.chipCount(QStringLiteral("acceptedChip")), 1);
}

void TestFindingsEditing::acceptingManyIsOneStep() {
    FindingsDriver f;
    f.key(Qt::Key_A, Qt::ControlModifier);
    const int before = f.steps();
    f.key(Qt::Key_S);
    f.choose(QStringLiteral("False alarm"));
    f.type(QStringLiteral("Asked twice."));
    f.key(Qt::Key_Return);
    QVERIFY(!f.dialogOpen());
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.chipCount(QStringLiteral("openChip")), 0);
}

void TestFindingsEditing::aRowThatStopsToMatchStaysUntilTheFilterIsSetAgain() {
    FindingsDriver f;
    f.click(QStringLiteral("noOwnerChip"));
    f.page().setFocus();
    f.key(Qt::Key_O);
    f.type(QStringLiteral("Kenji Abe"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.rows().size(), 3);
    QCOMPARE(f.chipCount(QStringLiteral("noOwnerChip")), 2);
    f.click(QStringLiteral("openChip"));
    f.click(QStringLiteral("noOwnerChip"));
    QCOMPARE(f.rows().size(), 2);
}

void TestFindingsEditing::rowsKeepTheirPlaceWhileEdited() {
    FindingsDriver f;
    session::FindingEdit worse;
    worse.inherent = review::Rating{5, 5};
    f.edit(FindingsDriver::kSec1, worse);
    QCOMPARE(f.rows().last(), QStringLiteral("GAI_SEC_1"));
    QCOMPARE(f.cell(2, Column::Rating), QStringLiteral("25"));
    f.page().hide();
    f.page().show(); // nobody looks at a row any more
    QCOMPARE(f.rows().first(), QStringLiteral("GAI_SEC_1"));
}

QTEST_MAIN(TestFindingsEditing)
#include "tst_findings_editing.moc"
