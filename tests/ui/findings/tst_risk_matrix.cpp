// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The matrix: counts where they belong, cells that are buttons, arrows, the frame.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/risk_matrix.h"

#include <QAbstractButton>
#include <QSignalSpy>

using namespace plumb::ui;

namespace {

const QStringList kLikelihood{QStringLiteral("Rare"), QStringLiteral("Unlikely"), QStringLiteral("Possible"),
                              QStringLiteral("Likely"), QStringLiteral("Almost certain")};
const QStringList kImpact{QStringLiteral("Minor"), QStringLiteral("Small"), QStringLiteral("Moderate"),
                          QStringLiteral("Major"), QStringLiteral("Severe")};

} // namespace

class TestRiskMatrix final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { testing::start(); }
    void init() { testing::fresh(); }
    void aCellSaysWordsRatingAndCount() {
        RiskMatrix matrix(kLikelihood, kImpact);
        RiskMatrix::Counts counts{};
        counts[3][4] = 3;
        matrix.setCounts(counts);
        QCOMPARE(testing::nameOf(matrix.cellWidget({4, 5})),
                 QStringLiteral("Likely and severe, rating 20, 3 findings"));
        QCOMPARE(testing::roleOf(&matrix), QAccessible::Grouping);
    }
    void severeAndCertainStandAtTheTopRight() {
        RiskMatrix matrix(kLikelihood, kImpact);
        matrix.resize(matrix.sizeHint());
        matrix.show();
        QVERIFY(matrix.cellWidget({5, 5})->y() < matrix.cellWidget({1, 5})->y());
        QVERIFY(matrix.cellWidget({1, 5})->x() > matrix.cellWidget({1, 1})->x());
        QCOMPARE(matrix.cellWidget({3, 3})->size(), QSize(66, 40));
    }
    void pressingTellsTheCellAndChangesNothingByItself() {
        RiskMatrix matrix(kLikelihood, kImpact);
        matrix.show();
        QSignalSpy pressed(&matrix, &RiskMatrix::cellPressed);
        QTest::mouseClick(matrix.cellWidget({2, 4}), Qt::LeftButton);
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(pressed.front().front().value<MatrixCell>(), (MatrixCell{2, 4}));
        QVERIFY(!matrix.chosen());
        QVERIFY(!qobject_cast<QAbstractButton*>(matrix.cellWidget({2, 4}))->isChecked());
        matrix.setChosen(MatrixCell{2, 4});
        QVERIFY(qobject_cast<QAbstractButton*>(matrix.cellWidget({2, 4}))->isChecked());
    }
    void arrowsStopAtTheEdge() {
        RiskMatrix matrix(kLikelihood, kImpact);
        matrix.setChosen(MatrixCell{5, 4});
        matrix.show();
        matrix.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&matrix));
        matrix.cellWidget({5, 4})->setFocus();
        QTest::keyClick(matrix.focusWidget(), Qt::Key_Up);
        QTest::keyClick(matrix.focusWidget(), Qt::Key_Right);
        QTest::keyClick(matrix.focusWidget(), Qt::Key_Right);
        QCOMPARE(matrix.focusWidget(), matrix.cellWidget({5, 5}));
        QSignalSpy pressed(&matrix, &RiskMatrix::cellPressed);
        QTest::keyClick(matrix.focusWidget(), Qt::Key_Space);
        QCOMPARE(pressed.front().front().value<MatrixCell>(), (MatrixCell{5, 5}));
    }
    void tabEntersOnce() {
        RiskMatrix matrix(kLikelihood, kImpact);
        matrix.setChosen(MatrixCell{3, 2});
        int stops = 0;
        for (const QAbstractButton* cell : matrix.findChildren<QAbstractButton*>())
            stops += (cell->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
        QCOMPARE(stops, 1);
        QVERIFY(matrix.cellWidget({3, 2})->focusPolicy() & Qt::TabFocus);
    }
};

QTEST_MAIN(TestRiskMatrix)
#include "tst_risk_matrix.moc"
