// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register: order, filters, what leaves it as a file.
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
