// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/review_fixture.h"
#include "ui/models/heat_map_model.h"
#include "ui/models/top_risks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::makeLens;
using plumb::test::TestReview;

namespace {

std::vector<session::LensSource> twoLenses() {
    return {makeLens({"responsible-ai", "Responsible AI Lens", "Responsible AI", "RAI", 1, 2, 3, false, true}),
            makeLens({.pillars = 2, .questions = 2})};
}

QString dump(const HeatMapModel& model) {
    QString out;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.headerData(row, Qt::Vertical).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        out += cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
    }
    return out;
}

} // namespace

class TestHeatMapModel final : public QObject {
    Q_OBJECT
private slots:
    void showsLensesByPillarWithTotals();
    void modesChangeTheNumberOnly();
    void refreshAnnouncesChangedCells();
    void cellsSpeakInSentences();
    void oneLensHasNoTotalRow();
    void topRisksAreHighFirstThenByRating();
};

void TestHeatMapModel::showsLensesByPillarWithTotals() {
    TestReview review(twoLenses());
    review.tick({"generative-ai", "GAI_OPS_1"}, {1, 2});
    review.tick({"responsible-ai", "RAI_OPS_1"}, {1, 2, 3});
    HeatMapModel model(review.bridge());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(model), QStringLiteral("Responsible AI | 100 | – | – | – | – | – | 100\n"
                                         "Generative AI | 50 | not asked | – | – | – | – | 50\n"
                                         "All lenses | 75 | not asked | – | – | – | – | 75\n"));
    QCOMPARE(model.headerData(1, Qt::Vertical, HeatMapModel::MetaRole).toString(), QStringLiteral("1 of 4 answered"));
}

void TestHeatMapModel::modesChangeTheNumberOnly() {
    TestReview review(twoLenses());
    review.tick({"generative-ai", "GAI_OPS_1"}, {1});
    HeatMapModel model(review.bridge());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setMode(HeatMapModel::Mode::OpenRisks);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("1"));
    model.setMode(HeatMapModel::Mode::Coverage);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("50 %"));
}

void TestHeatMapModel::refreshAnnouncesChangedCells() {
    TestReview review(twoLenses());
    HeatMapModel model(review.bridge());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    review.tick({"generative-ai", "GAI_SEC_1"}, {1});
    model.refresh();
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changed.count(), 4); // the cell, its lens, its pillar, all
    model.refresh();
    QCOMPARE(changed.count(), 4);
}

void TestHeatMapModel::cellsSpeakInSentences() {
    TestReview review(twoLenses());
    review.tick({"generative-ai", "GAI_OPS_1"}, {1});
    HeatMapModel model(review.bridge());
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Generative AI, Operations: score 0, range 0–50, 1 of 2 answered, 1 high"));
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Generative AI, Security: not asked, 0 of 2 answered"));
    QCOMPARE(model.index(0, 3).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Responsible AI, Performance: no such questions"));
}

void TestHeatMapModel::oneLensHasNoTotalRow() {
    TestReview review({makeLens({})});
    HeatMapModel model(review.bridge());
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.hasTotalRow());
    QCOMPARE(model.frameworkAt(6), std::string());
    QCOMPARE(model.lensAt(0), std::string("generative-ai"));
}

void TestHeatMapModel::topRisksAreHighFirstThenByRating() {
    TestReview review({makeLens({.pillars = 1, .questions = 4})});
    review.tick({"generative-ai", "GAI_OPS_1"}, {3});    // high, rating 2 x 3
    review.tick({"generative-ai", "GAI_OPS_2"}, {1, 2}); // medium, 3 x 3
    review.tick({"generative-ai", "GAI_OPS_3"}, {3});    // high, 4 x 3
    const auto risks = topRisks(review.session(), 5);
    QStringList words;
    for (const TopRisk& risk : risks)
        words << QStringLiteral("%1 %2 %3").arg(stateWord(risk.state), risk.where).arg(risk.rating);
    QCOMPARE(words, (QStringList{QStringLiteral("High Generative AI · Operations 3 12"),
                                 QStringLiteral("High Generative AI · Operations 1 6"),
                                 QStringLiteral("Medium Generative AI · Operations 2 9")}));
    QCOMPARE(topRisks(review.session(), 1).size(), std::size_t{1});
}

QTEST_MAIN(TestHeatMapModel)
#include "tst_heat_map_model.moc"
