// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register: order, filters, editing in place, editing many as one step.
#include "tests/ui/findings/findings_driver.h"
#include "ui/models/finding_table_model.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

using namespace plumb;
using namespace plumb::test;
using Column = ui::FindingTableModel::Column;

class TestFindingsTable final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void theWorstStandsOnTop();
    void aHeadSortsAndTurnsRound();
    void chipsCountAndFilter();
    void wordsFilterAndEscTakesThemBack();
    void nothingMatchingSaysSoAndShowsAllAgain();
    void anOwnerIsTypedIntoTheCell();
    void theOwnerLinkOpensTheCell();
    void aDayThatIsNoneIsNotTaken();
    void effortAndStatusComeFromAMenu();
    void manyRowsAreOneStep();
    void acceptingAsksForReasonNameAndDay();
    void acceptingManyIsOneStep();
    void aRowThatStopsToMatchStaysUntilTheFilterIsSetAgain();
    void rowsKeepTheirPlaceWhileEdited();
    void theTableIsCopiedForASpreadsheet();
    void theCsvIsWrittenAndFormulasAreText();
    void followsTheAnswers();
};

void TestFindingsTable::theWorstStandsOnTop() {
    FindingsDriver f;
    QCOMPARE(f.rows(),
             (QStringList{QStringLiteral("GAI_OPS_2"), QStringLiteral("GAI_OPS_1"), QStringLiteral("GAI_SEC_1")}));
    QCOMPARE(f.cell(0, Column::Rating), QStringLiteral("9"));
    QCOMPARE(f.current(), QStringLiteral("GAI_OPS_2"));
    f.key(Qt::Key_Down);
    QCOMPARE(f.current(), QStringLiteral("GAI_OPS_1"));
    f.key(Qt::Key_J);
    QCOMPARE(f.current(), QStringLiteral("GAI_SEC_1"));
    f.key(Qt::Key_Home);
    QCOMPARE(f.current(), QStringLiteral("GAI_OPS_2"));
}

void TestFindingsTable::aHeadSortsAndTurnsRound() {
    FindingsDriver f;
    session::FindingEdit owner;
    owner.owner = "Anna Berg";
    f.edit(FindingsDriver::kSec1, owner);
    owner.owner = "Zoe Adler";
    f.edit(FindingsDriver::kOps1, owner);
    f.clickHead(Column::Owner); // nobody is last
    QCOMPARE(f.rows(),
             (QStringList{QStringLiteral("GAI_SEC_1"), QStringLiteral("GAI_OPS_1"), QStringLiteral("GAI_OPS_2")}));
    f.clickHead(Column::Owner);
    QCOMPARE(f.rows(),
             (QStringList{QStringLiteral("GAI_OPS_2"), QStringLiteral("GAI_OPS_1"), QStringLiteral("GAI_SEC_1")}));
}

void TestFindingsTable::chipsCountAndFilter() {
    FindingsDriver f;
    QCOMPARE(f.chipCount(QStringLiteral("allChip")), 3);
    QCOMPARE(f.chipCount(QStringLiteral("highChip")), 2);
    QCOMPARE(f.chipCount(QStringLiteral("noOwnerChip")), 3);
    f.click(QStringLiteral("highChip"));
    QCOMPARE(f.rows().size(), 2);
    QVERIFY(!f.find<QAbstractButton>(QStringLiteral("allChip"))->isChecked());
    f.click(QStringLiteral("overdueChip"));
    QCOMPARE(f.rows().size(), 0);
    f.click(QStringLiteral("allChip"));
    QCOMPARE(f.rows().size(), 3);
    session::FindingEdit late;
    late.due = Date{2020, 1, 15};
    f.edit(FindingsDriver::kOps1, late);
    QCOMPARE(f.chipCount(QStringLiteral("overdueChip")), 1);
    f.click(QStringLiteral("overdueChip"));
    QCOMPARE(f.rows(), QStringList{QStringLiteral("GAI_OPS_1")});
}

void TestFindingsTable::wordsFilterAndEscTakesThemBack() {
    FindingsDriver f;
    f.key(Qt::Key_F, Qt::ControlModifier);
    f.type(QStringLiteral("security 1"));
    QCOMPARE(f.rows(), QStringList{QStringLiteral("GAI_SEC_1")});
    f.key(Qt::Key_Escape);
    QCOMPARE(f.rows().size(), 3);
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Down);
    QCOMPARE(f.current(), QStringLiteral("GAI_SEC_1")); // the table has the keys again, and its row was kept
}

void TestFindingsTable::nothingMatchingSaysSoAndShowsAllAgain() {
    FindingsDriver f;
    f.click(QStringLiteral("acceptedChip"));
    auto* nothing = f.find<QWidget>(QStringLiteral("nothingLabel"));
    QVERIFY(nothing->isVisible());
    nothing->setFocus(Qt::TabFocusReason);
    QTest::keyClick(nothing, Qt::Key_Return);
    QVERIFY(!nothing->isVisible());
    QCOMPARE(f.rows().size(), 3);
}

void TestFindingsTable::anOwnerIsTypedIntoTheCell() {
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

void TestFindingsTable::theOwnerLinkOpensTheCell() {
    FindingsDriver f;
    f.clickCell(1, Column::Owner);
    f.type(QStringLiteral("Priya Nair"));
    f.key(Qt::Key_Return);
    QCOMPARE(ui::q(f.finding(FindingsDriver::kOps1).owner), QStringLiteral("Priya Nair"));
    QCOMPARE(f.finding(FindingsDriver::kOps2).owner, std::string());
}

void TestFindingsTable::aDayThatIsNoneIsNotTaken() {
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

void TestFindingsTable::effortAndStatusComeFromAMenu() {
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

void TestFindingsTable::manyRowsAreOneStep() {
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

void TestFindingsTable::acceptingAsksForReasonNameAndDay() {
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

void TestFindingsTable::acceptingManyIsOneStep() {
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

void TestFindingsTable::aRowThatStopsToMatchStaysUntilTheFilterIsSetAgain() {
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

void TestFindingsTable::rowsKeepTheirPlaceWhileEdited() {
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

void TestFindingsTable::theTableIsCopiedForASpreadsheet() {
    FindingsDriver f;
    f.click(QStringLiteral("highChip"));
    f.key(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3); // head and two findings
    QCOMPARE(lines.at(1).split(QLatin1Char('\t')).at(3), QStringLiteral("High"));
}

void TestFindingsTable::theCsvIsWrittenAndFormulasAreText() {
    FindingsDriver f;
    session::FindingEdit evil;
    evil.title = "=1+1, \"quoted\"";
    f.edit(FindingsDriver::kOps2, evil);
    f.files.path = f.review.path(QStringLiteral("out.csv"));
    f.actions.action(u"findings.csv")->trigger();
    QFile file(f.files.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(QStringLiteral(",\"'=1+1, \"\"quoted\"\"\",")), qPrintable(text.left(400)));
}

void TestFindingsTable::followsTheAnswers() {
    FindingsDriver f;
    f.review.tick({"generative-ai", "GAI_OPS_2"}, {1, 2, 4, 5});
    QCOMPARE(f.rows().size(), 2);
    QCOMPARE(f.chipCount(QStringLiteral("allChip")), 2);
    QVERIFY(!f.current().isEmpty());
}

QTEST_MAIN(TestFindingsTable)
#include "tst_findings_table.moc"
