// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows, words and tables of a comparison, from states made by hand.
#include "tests/core/compare/compare_builders.h"
#include "ui/models/compare_rows.h"
#include "ui/models/compare_table.h"
#include "ui/models/compare_words.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::test;
using namespace plumb::ui;

class TestCompareModels final : public QObject {
    Q_OBJECT
private slots:
    void absenceIsNeverAMark();
    void aFindingWhoseQuestionIsGoneIsNotResolved();
    void theGreatestEffectComesFirst();
    void aRowIsFoundAgainAfterAnotherFilter();
    void cellsNarrowBothCountsAndRows();
    void formulasInTitlesAreText();
    void htmlIsEscaped();
    void statesAreNamedForPeople();
    void monthsAreNamedByTheirDistance();
    void pointsHaveATrueMinus();
};

void TestCompareModels::absenceIsNeverAMark() {
    TestReview before = reviewWith(2), after = reviewOf({threePractices("q2"), threePractices("q3")});
    const compare::State old = stateFrom(before, "May"), now = stateFrom(after, "Now");
    const auto rows = questionRows(compare::compareStates(old, now), old.review, now.review);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].word, QStringLiteral("New"));
    QVERIFY(!rows[0].from && rows[0].to == MarkKind::Unanswered);
    QCOMPARE(rows[1].word, QStringLiteral("Retired"));
    QVERIFY(rows[1].from == MarkKind::Unanswered && !rows[1].to);
    QVERIFY(rows[1].sentence.endsWith(QStringLiteral("from Unanswered to not there")));
}

void TestCompareModels::aFindingWhoseQuestionIsGoneIsNotResolved() {
    TestReview before = reviewWith(2), after = reviewOf({threePractices("q2")});
    before.tick("L", "q1", {"bbb"});
    const compare::State old = stateFrom(before, "May"), now = stateFrom(after, "Now");
    const auto rows = findingRows(compare::compareStates(old, now), old, now);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].word, QStringLiteral("Not asked any more"));
    QVERIFY(rows[0].from == MarkKind::High && !rows[0].to);
    QVERIFY(rows[0].chip == ChangeFilter::Other);
}

void TestCompareModels::theGreatestEffectComesFirst() {
    compare::Comparison comparison;
    for (const auto& [id, change, points] :
         {std::tuple{"a", compare::Change::Retired, 0.0}, std::tuple{"b", compare::Change::Worsened, -1.0},
          std::tuple{"c", compare::Change::Worsened, -4.0}, std::tuple{"d", compare::Change::Improved, 0.5},
          std::tuple{"e", compare::Change::Unchanged, 0.0}}) {
        compare::QuestionChange& made = comparison.questions.emplace_back();
        made.key = {"L", id};
        made.change = change;
        made.points = points;
    }
    QStringList order;
    for (const CompareRow& row : questionRows(comparison, {}, {}))
        order << QString::fromStdString(row.question.question);
    QCOMPARE(order.join(u' '), QStringLiteral("d c b a"));
}

void TestCompareModels::aRowIsFoundAgainAfterAnotherFilter() {
    CompareRowsModel model;
    CompareRow one, two;
    one.question = {"L", "q1"};
    one.chip = ChangeFilter::Improved;
    two.question = {"L", "q2"};
    model.setRows({one, two});
    QCOMPARE(model.rowOf(two), 1);
    model.setFilter(ChangeFilter::Other);
    QCOMPARE(model.rowOf(two), 0);
    QCOMPARE(model.rowOf(one), -1);
}

void TestCompareModels::cellsNarrowBothCountsAndRows() {
    CompareRowsModel model;
    CompareRow one, two;
    one.question = {"L", "q1"};
    one.framework = "security";
    two.question = {"M", "q1"};
    two.framework = "security";
    model.setRows({one, two});
    model.setCell("M", "security");
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.count(ChangeFilter::All), 1);
    QVERIFY(model.narrowed());
    model.setCell({}, "cost");
    QCOMPARE(model.rowCount(), 0);
}

void TestCompareModels::formulasInTitlesAreText() {
    compare::Comparison comparison;
    comparison.questions.emplace_back();
    CompareRow row;
    row.title = QStringLiteral("=HYPERLINK(\"http://x\")");
    const QString csv = QString::fromUtf8(changesCsv(comparison, {row}, {}));
    QVERIFY2(csv.contains(QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\")\"")), qPrintable(csv));
    // Numbers stay numbers, below zero too.
    comparison.questions[0].points = -1.5;
    QVERIFY(QString::fromUtf8(changesCsv(comparison, {row}, {})).contains(QStringLiteral(",-1.500\n")));
}

void TestCompareModels::htmlIsEscaped() {
    CompareTable table;
    table.parts << CompareTable::Part{QStringLiteral("A"), {QStringLiteral("B")}, {{QStringLiteral("<b>&")}}};
    QVERIFY(asHtml(table).contains(QStringLiteral("<td>&lt;b&gt;&amp;</td>")));
}

void TestCompareModels::statesAreNamedForPeople() {
    QCOMPARE(stateName({}), QStringLiteral("Now"));
    QCOMPARE(stateName({{}, "May"}), QStringLiteral("May"));
    QCOMPARE(stateName({"/tmp/claims-old.plumb", ""}), QStringLiteral("claims-old: now"));
    QCOMPARE(stateName({"/tmp/claims-old.plumb", "May"}), QStringLiteral("claims-old: May"));
    QCOMPARE(shortStateName({{}, "21 May 2026, before the platform move"}), QStringLiteral("21 May 2026"));
    QCOMPARE(shortStateName({{}, "Before the platform move"}), QStringLiteral("Before the…"));
}

void TestCompareModels::monthsAreNamedByTheirDistance() {
    const auto at = [](const char* iso) { return parseInstant(iso).value(); };
    const Instant now = at("2026-11-22T12:00:00Z");
    QCOMPARE(monthWords(at("2026-11-02T12:00:00Z"), now), QStringLiteral("2 Nov"));
    QCOMPARE(monthWords(at("2026-05-21T12:00:00Z"), now), QStringLiteral("May"));
    QCOMPARE(monthWords(at("2025-05-21T12:00:00Z"), now), QStringLiteral("May 2025"));
}

void TestCompareModels::pointsHaveATrueMinus() {
    QCOMPARE(pointsWords(3.21), QStringLiteral("+3.2 points"));
    QCOMPARE(pointsWords(-1.0), QStringLiteral("\u22121.0 point"));
    QCOMPARE(pointsWords(0.01), QString());
}

QTEST_APPLESS_MAIN(TestCompareModels)
#include "tst_compare_models.moc"
