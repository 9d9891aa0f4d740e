// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The dialogs of the Costs place: import with its account, price book, settings, new measures.
#include "tests/ui/costs/costs_driver.h"
#include "ui/dialogs/cost_import_rows.h"
#include "ui/dialogs/price_book_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QTableView>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {
const auto kAccept = QStringLiteral("acceptButton");

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("Can't write %s", qPrintable(path));
}

const QByteArray kBill = "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,"
                         "ChargeCategory,ChargePeriodEnd,ChargePeriodStart,EffectiveCost,ServiceCategory,ServiceName\n"
                         "120,1,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-10-02T00:00:00Z,"
                         "2026-10-01T00:00:00Z,120,AI and Machine Learning,Amazon SageMaker\n"
                         "30,1,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-10-02T00:00:00Z,"
                         "2026-10-01T00:00:00Z,30,Storage,Amazon S3\n"
                         "oops,1,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-10-02T00:00:00Z,"
                         "2026-10-01T00:00:00Z,oops,Storage,Amazon S3\n";
} // namespace

class TestCostsDialogs final : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void aBillIsShownBeforeItIsTaken();
    void whatIsNoBillIsRefusedWithAWayOut();
    void aPriceIsChangedInPlace();
    void settingsAreCheckedAndSet();
    void aMeasureIsAddedForAnItem();
};

void TestCostsDialogs::aBillIsShownBeforeItIsTaken() {
    CostsDriver f;
    f.files.path = f.review.path(QStringLiteral("focus.csv"));
    write(f.files.path, kBill);
    const int before = f.steps();
    f.key(Qt::Key_I);
    QVERIFY(!f.inDialog<QAbstractButton>(kAccept)->isEnabled());
    QTest::mouseClick(f.inDialog<QAbstractButton>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return f.inDialog<QAbstractButton>(kAccept)->isEnabled(); }, 10'000));
    auto* list = f.inDialog<QListView>(QStringLiteral("importList"));
    const auto* model = qobject_cast<const ui::ImportModel*>(list->model());
    QVERIFY(model != nullptr);
    QStringList heads;
    int things = 0;
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->row(i).kind == ui::ImportRow::Kind::Head)
            heads << model->row(i).name + QLatin1Char(' ') + model->row(i).rows;
        things += model->row(i).kind == ui::ImportRow::Kind::Thing ? 1 : 0;
    }
    QCOMPARE(heads, (QStringList{QStringLiteral("Mapped 2 rows"), QStringLiteral("Refused 1 row")}));
    QCOMPARE(things, 2);
    list->setCurrentIndex(model->index(1, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space); // leave the first thing out
    QCOMPARE(model->leftOut().size(), std::size_t(1));
    QCOMPARE(f.steps(), before);
    QTest::mouseClick(f.inDialog<QAbstractButton>(kAccept), Qt::LeftButton);
    QVERIFY(!f.dialogOpen());
    f.settle();
    QCOMPARE(f.steps(), before + 1);
    QCOMPARE(f.items().size(), 3);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.items().size(), 2);
}

void TestCostsDialogs::whatIsNoBillIsRefusedWithAWayOut() {
    CostsDriver f;
    f.files.path = f.review.path(QStringLiteral("poem.csv"));
    write(f.files.path, "roses,violets\nred,blue\n");
    f.key(Qt::Key_I);
    QTest::mouseClick(f.inDialog<QAbstractButton>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    const QString before = f.dialog()->accessibleDescription();
    QVERIFY(QTest::qWaitFor([&] { return f.dialog()->accessibleDescription() != before; }, 10'000));
    QVERIFY(!f.inDialog<QAbstractButton>(kAccept)->isEnabled());
    QVERIFY(f.dialog()->accessibleDescription().size() > 20);
    f.key(Qt::Key_Escape);
    QVERIFY(!f.dialogOpen());
}

void TestCostsDialogs::aPriceIsChangedInPlace() {
    CostsDriver f;
    f.key(Qt::Key_P);
    auto* table = f.inDialog<QTableView>(QStringLiteral("priceTable"));
    QVERIFY(table->model()->rowCount() > 10);
    const QModelIndex cell = table->model()->index(0, ui::PriceModel::Amount);
    const QString subject = table->model()->index(0, 0).data().toString();
    QVERIFY(!table->model()->setData(cell, QStringLiteral("-1"), Qt::EditRole));
    QVERIFY(f.costs().prices.empty());
    QVERIFY(table->model()->setData(cell, QStringLiteral("4.25"), Qt::EditRole));
    QCOMPARE(f.costs().prices.size(), std::size_t(1));
    QCOMPARE(f.costs().prices[0].amount, 4.25);
    f.inDialog<QLineEdit>(QStringLiteral("priceSearchEdit"))->setText(subject);
    QVERIFY(table->model()->index(0, 0).data().toString().contains(QStringLiteral("own")));
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(f.costs().prices.empty());
}

void TestCostsDialogs::settingsAreCheckedAndSet() {
    CostsDriver f;
    f.click(QStringLiteral("horizonButton"));
    auto* horizon = f.inDialog<QLineEdit>(QStringLiteral("horizonEdit"));
    QCOMPARE(f.dialog()->focusWidget(), horizon);
    f.type(QStringLiteral("0"));
    QVERIFY(!f.inDialog<QAbstractButton>(kAccept)->isEnabled());
    horizon->selectAll();
    f.type(QStringLiteral("36"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().settings.horizonMonths, 36);
    QCOMPARE(f.find<QAbstractButton>(QStringLiteral("horizonButton"))->text(),
             QStringLiteral("36 months, 10 % a year"));
    f.click(QStringLiteral("monthButton"));
    f.type(QStringLiteral("720"));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().settings.hoursPerMonth, 720.0);
}

void TestCostsDialogs::aMeasureIsAddedForAnItem() {
    CostsDriver f(northwindCosts());
    f.choose(QStringLiteral("itemList"), 5); // training
    f.key(Qt::Key_N);
    QCOMPARE(f.inDialog<QComboBox>(QStringLiteral("newForCombo"))->currentText(),
             QStringLiteral("Fraud model training"));
    auto* list = f.inDialog<QListWidget>(QStringLiteral("newTypeList"));
    QStringList types;
    for (int i = 0; i < list->count(); ++i)
        types << list->item(i)->text();
    QVERIFY(types.contains(QStringLiteral("Spot training")));
    QVERIFY(!types.contains(QStringLiteral("Prompt caching")));
    list->setCurrentRow(static_cast<int>(types.indexOf(QStringLiteral("Savings plan"))));
    f.key(Qt::Key_Return);
    QCOMPARE(f.costs().measures.back().type, std::string("savings-plan"));
    QCOMPARE(f.costs().chosen()->measures.back(), f.costs().measures.back().id);
    QVERIFY(f.find(QStringLiteral("costsEditor"))->isVisible());
}

QTEST_MAIN(TestCostsDialogs)
#include "tst_costs_dialogs.moc"
