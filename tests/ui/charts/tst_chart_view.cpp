// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart on a page, used by pointer and keys: values, links, order, zoom, table and exports.
#include "tests/ui/charts/chart_driver.h"
#include "tests/ui/charts/sample_charts.h"
#include "tests/ui/widgets/widget_test.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QHeaderView>
#include <QMenu>

using namespace plumb;
using namespace plumb::ui;
using test::ChartDriver;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstChartView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { testing::start(); }
    void init() { testing::fresh(); }

    void hoverShowsTheValuesAndPaintsNothingOfTheChartAgain() {
        ChartDriver chart(test::sampleWaterfall());
        const int before = chart.plot->paintings();
        const QImage plain = chart.plot->grab().toImage();
        chart.pointAtBar(1);
        QCOMPARE(chart.plot->tip(), QStringLiteral("Share endpoints saves $5425 a month"));
        QCOMPARE(chart.plot->paintings(), before);
        QVERIFY(chart.plot->grab().toImage() != plain);
        QEvent leave(QEvent::Leave);
        chart.plot->clearFocus();
        QApplication::sendEvent(chart.plot, &leave);
        QVERIFY(chart.plot->tip().isEmpty());
    }

    void hoverNearALineShowsItsNearestPoint() {
        ChartDriver chart(test::sampleCumulative());
        chart.point(chart.plot->layoutNow().at(12, 90000));
        QCOMPARE(chart.plot->tip(), QStringLiteral("Likely\nmonth 12: $99,470"));
    }

    void arrowsGoFromBarToBarAndEnterOpensWhatIsBehind() {
        ChartDriver chart(test::sampleWaterfall());
        QCOMPARE(chart.plot->currentPart(), 0);
        chart.key(Qt::Key_Right);
        chart.key(Qt::Key_Right);
        QCOMPARE(chart.plot->currentPart(), 2);
        chart.key(Qt::Key_Return);
        QCOMPARE(chart.links.takeLast().first().toString(), QStringLiteral("measure:Schedule reader"));
        chart.key(Qt::Key_End);
        QCOMPARE(chart.plot->currentPart(), 8);
        chart.key(Qt::Key_Right);
        QCOMPARE(chart.plot->currentPart(), 8);
        chart.key(Qt::Key_Return);
        QVERIFY(chart.links.isEmpty()); // a total opens nothing
        chart.key(Qt::Key_Home);
        QCOMPARE(chart.plot->currentPart(), 0);
    }

    void arrowsGoAlongALineAndOverToAnother() {
        ChartDriver chart(test::sampleBreakEven());
        chart.key(Qt::Key_Right);
        const int there = chart.plot->currentPart();
        QVERIFY(there > 0);
        chart.key(Qt::Key_Up);
        QVERIFY(chart.plot->partName(chart.plot->currentPart()).startsWith(QStringLiteral("provisioned, 1 unit")));
    }

    void downGoesToTheNextBarThatLies() {
        ChartDriver chart(test::sampleTornado());
        chart.key(Qt::Key_Down);
        chart.key(Qt::Key_Return);
        QCOMPARE(chart.links.takeLast().first().toString(), QStringLiteral("input:/Agent steps per task"));
    }

    void aClickOpensABarAndTheNameBelowItOnce() {
        ChartDriver chart(test::sampleWaterfall());
        chart.clickBar(3);
        QCOMPARE(chart.links.count(), 1);
        QTest::mouseDClick(chart.plot, Qt::LeftButton, {}, chart.barMiddle(3).toPoint());
        QCOMPARE(chart.links.count(), 1);
        QTest::mouseClick(chart.plot, Qt::LeftButton, {}, chart.plot->layoutNow().categories[3].box.center().toPoint());
        QCOMPARE(chart.links.takeLast().first().toString(), QStringLiteral("measure:Prompt caching"));
    }

    void altAndAnArrowMovesABarButNoTotal() {
        ChartDriver chart(test::sampleWaterfall());
        chart.key(Qt::Key_Right, Qt::AltModifier); // on "Now"
        QVERIFY(chart.moves.isEmpty());
        chart.key(Qt::Key_Right);
        chart.key(Qt::Key_Left, Qt::AltModifier); // nothing stands before the first measure
        QVERIFY(chart.moves.isEmpty());
        chart.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(chart.moves.takeLast(), QVariantList({1, 2}));
    }

    void aBarIsDraggedToAnotherPlaceAndStaysCurrent() {
        ChartDriver chart(test::sampleWaterfall());
        chart.drag(chart.barMiddle(2), chart.barMiddle(5));
        QCOMPARE(chart.moves.takeLast(), QVariantList({2, 5}));
        QVERIFY(chart.links.isEmpty());
        chart.drag(chart.barMiddle(2), chart.barMiddle(0)); // totals keep their places
        QCOMPARE(chart.moves.takeLast(), QVariantList({2, 1}));
        report::Chart other = chart.view.chart();
        std::swap(other.bars[2].link, other.bars[1].link);
        std::swap(other.categories[2], other.categories[1]);
        chart.view.show(other);
        QCOMPARE(chart.plot->currentPart(), 1);
    }

    void plusMinusAndZeroZoomNumbers() {
        ChartDriver chart(test::sampleCumulative());
        const double whole = chart.plot->layoutNow().x.high;
        chart.key(Qt::Key_Plus);
        QVERIFY(chart.plot->layoutNow().x.high < whole);
        QCOMPARE(chart.plot->xAxis->range().upper, chart.plot->layoutNow().x.high);
        chart.key(Qt::Key_Minus);
        QCOMPARE(chart.plot->layoutNow().x.high, whole);
        chart.key(Qt::Key_Plus);
        chart.key(Qt::Key_0);
        QVERIFY(!chart.plot->zoomNow().any());
    }

    void controlAndTheWheelZoomsAroundThePointer() {
        ChartDriver chart(test::sampleConfidence());
        const QPointF at = chart.plot->layoutNow().plot.center();
        const double under = chart.plot->layoutNow().x.value(at.x());
        chart.wheel(at, 1, {});
        QVERIFY(!chart.plot->zoomNow().any());
        chart.wheel(at, 1, Qt::ControlModifier);
        QVERIFY(chart.plot->zoomNow().any());
        const ChartScale& x = chart.plot->layoutNow().x; // the plot may be a few px wider or narrower for its ticks
        QVERIFY(std::abs(x.at(under) - at.x()) < 15);
    }

    void aDrawnRectangleIsShownAndZoomStaysWhileTheAxesDo() {
        ChartDriver chart(test::sampleCumulative());
        const ChartLayout& layout = chart.plot->layoutNow();
        chart.drag(layout.at(6, 200000), layout.at(12, 50000));
        QVERIFY(std::abs(chart.plot->layoutNow().x.low - 6) < 0.2);
        QVERIFY(std::abs(chart.plot->layoutNow().y.high - 200000) < 3000);
        report::Chart same = test::sampleCumulative();
        same.lines[0].points[8].y += 500;
        chart.view.show(same);
        QVERIFY(chart.plot->zoomNow().any());
        report::Chart longer = test::sampleCumulative();
        longer.xAxis.high = 36;
        chart.view.show(longer);
        QVERIFY(!chart.plot->zoomNow().any());
    }

    void theSameFiguresAreNotPaintedAgain() {
        ChartDriver chart(test::sampleTornado());
        const int before = chart.plot->paintings();
        chart.view.show(test::sampleTornado());
        QCoreApplication::processEvents();
        QCOMPARE(chart.plot->paintings(), before);
    }

    void theTableHasEveryFigureAndTheMenuSwitchesBack() {
        const report::Chart sample = test::sampleWaterfall();
        ChartDriver chart(sample);
        QVERIFY(chart.menu(QStringLiteral("showTable")));
        QVERIFY(chart.view.tableShown());
        const QAbstractItemModel* model = chart.table->model();
        QCOMPARE(model->rowCount(), static_cast<int>(sample.table.rows.size()));
        QCOMPARE(model->columnCount(), 3);
        QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Step"));
        QCOMPARE(model->index(1, 2).data().toString(), QStringLiteral("\u22125,425"));
        QVERIFY(model->index(1, 2).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(model->index(1, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        chart.key(Qt::Key_C, Qt::ControlModifier);
        chart.table->selectAll();
        QTest::keyClick(chart.table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Share endpoints\tF-05\t-5425\n")));
        QVERIFY(chart.menu(QStringLiteral("showTable")));
        QVERIFY(!chart.view.tableShown());
        QVERIFY(chart.plot->isVisible());
    }

    void theContextMenuIsTheSameMenu() {
        ChartDriver chart(test::sampleWaterfall());
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), chart.plot->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(chart.plot, &event);
        auto* menu = chart.view.findChild<QMenu*>(QStringLiteral("sampleMenu"));
        QTRY_VERIFY(menu->isVisible());
        menu->close();
    }

    void theImageIsCopied() {
        ChartDriver chart(test::sampleConfidence());
        QVERIFY(chart.menu(QStringLiteral("copyImage")));
        QVERIFY(QGuiApplication::clipboard()->image().width() >= 2 * chart.view.width());
        QCOMPARE(chart.notices.count(), 1);
    }

    void filesAreWrittenWholeUnderTheNameOfTheChart_data() {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("svg") << "exportSvg"
                             << "svg" << QByteArray("<?xml");
        QTest::newRow("png") << "exportPng"
                             << "png" << QByteArray("\x89PNG");
        QTest::newRow("csv") << "exportCsv"
                             << "csv" << QByteArray("\xEF\xBB\xBFStep");
    }
    void filesAreWrittenWholeUnderTheNameOfTheChart() {
        QFETCH(QString, entry);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begin);
        ChartDriver chart(test::sampleWaterfall());
        QVERIFY(chart.menu(entry)); // the user gives up
        QCOMPARE(chart.asked, QStringLiteral("waterfall.") + suffix);
        QVERIFY(chart.notices.isEmpty());
        chart.answer = chart.folder.filePath(QStringLiteral("mine.") + suffix);
        QVERIFY(chart.menu(entry));
        QVERIFY(contentOf(chart.answer).startsWith(begin));
        QCOMPARE(chart.notices.takeLast().first().toString(), QStringLiteral("Saved as mine.%1.").arg(suffix));
        chart.answer = chart.folder.filePath(QStringLiteral("no/such/folder.") + suffix);
        QVERIFY(chart.menu(entry));
        QVERIFY(chart.notices.takeLast().first().toString().contains(QStringLiteral("could not be written")));
    }

    void anSvgIsDrawnInVectorsWithItsWords() {
        for (const report::Chart& sample : test::sampleCharts()) {
            ChartView view(QStringLiteral("one"));
            view.show(sample);
            const QByteArray svg = view.svg({480, 300});
            QVERIFY2(!svg.contains("<image") && !svg.contains("data:image"), sample.id.c_str());
            QVERIFY2(svg.contains("<title>" + QByteArray::fromStdString(sample.title)), sample.id.c_str());
            QVERIFY(!svg.contains("Inter Tabular"));
        }
        ChartView view(QStringLiteral("one"));
        view.show(test::sampleTornado());
        QVERIFY(view.svg({480, 300}).contains("Agent steps per task"));
    }

    void anImageHasTheSizeThatWasAskedFor() {
        ChartView view(QStringLiteral("one"));
        view.show(test::sampleHistogram());
        QCOMPARE(view.image({480, 300}, 2).size(), QSize(960, 600));
        QCOMPARE(view.image({333, 211}, 1.5).size(), QSize(500, 317));
        QVERIFY(view.image({0, 0}, 2).isNull());
    }

    void anEmptyChartSaysWhyAndOffersNothingToExport() {
        ChartDriver chart(test::sampleEmpty());
        QVERIFY(chart.words().join(u' ').contains(QStringLiteral("No measure is chosen yet.")));
        QCOMPARE(chart.plot->partCount(), 0);
        QVERIFY(!chart.menu(QStringLiteral("exportSvg")));
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Return, Qt::Key_Plus, Qt::Key_End})
            chart.key(key);
        QVERIFY(chart.links.isEmpty());
    }

    void barsAndPointsAreButtonsForAssistiveTools() {
        ChartDriver chart(test::sampleWaterfall());
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(chart.plot);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Where the saving comes from"));
        QCOMPARE(face->childCount(), 9);
        QCOMPARE(face->child(8)->text(QAccessible::Name),
                 QStringLiteral("After: $16,684 a month, P10 to P90: $15,700 to $17,800"));
        QVERIFY(!face->child(1)->rect().isEmpty());
        face->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chart.links.count(), 1);
    }

    void everyChartIsShownInEveryLook() {
        ChartDriver chart(test::sampleWaterfall(), {360, 260});
        for (const SchemeChoice choice : {SchemeChoice::Dark, SchemeChoice::HighContrast, SchemeChoice::Light}) {
            Theme::instance().setChoice(choice);
            for (const report::Chart& sample : test::sampleCharts()) {
                chart.view.show(sample);
                const QImage image = chart.plot->grab().toImage();
                QCOMPARE(image.pixelColor(0, 0), tokens()[Token::Surface]);
                QVERIFY(image.width() > 300);
            }
        }
    }

    void aPrintedChartDoesNotDependOnTheWindow() {
        ChartView view(QStringLiteral("one"));
        view.show(test::sampleWaterfall());
        const QByteArray before = view.svg({480, 300});
        Theme::instance().setTextScale(1.5);
        Theme::instance().setChoice(SchemeChoice::Dark);
        QCOMPARE(view.svg({480, 300}), before);
        QVERIFY(before.contains("#2350be"));
    }
};

QTEST_MAIN(TstChartView)
#include "tst_chart_view.moc"
