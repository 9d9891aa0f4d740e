// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scales, ticks and where everything of a chart stands.
#include "tests/ui/charts/sample_charts.h"
#include "ui/charts/chart_labels.h"
#include "ui/charts/chart_layout.h"
#include "ui/charts/chart_scale.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

QStringList textsOf(const std::vector<ChartTickLabel>& ticks) {
    QStringList texts;
    for (const ChartTickLabel& tick : ticks)
        if (tick.shown)
            texts << tick.text;
    return texts;
}

ChartLayout layOut(const report::Chart& chart, QSizeF size, double textScale = 1) {
    return layoutChart(chart, QRectF(QPointF(0, 0), size), ChartInk(tokensFor(Scheme::Light), textScale));
}

const ChartLabel* labelOf(const ChartLayout& layout, const QString& text) {
    for (const ChartLabel& label : layout.labels)
        if (label.text == text)
            return &label;
    return nullptr;
}

} // namespace

class TstChartLayout : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().install(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void moneyTicksAreRoundAndShareTheirUnit() {
        QCOMPARE(textsOf(layOut(test::sampleWaterfall(), {540, 290}).yTicks),
                 QStringList({"0", "$8k", "$16k", "$24k", "$32k"}));
        QCOMPARE(textsOf(layOut(test::sampleTornado(), {320, 290}).xTicks).first(), QStringLiteral("$13.5k"));
    }

    void negativeMoneyHasATrueMinusBeforeTheSign() {
        report::Chart chart = test::sampleCumulative();
        for (report::ChartPoint& point : chart.lines[0].points)
            point.y = -point.y;
        chart.bands.clear();
        chart.marks.clear();
        const QStringList texts = textsOf(layOut(chart, {400, 290}).yTicks);
        QVERIFY2(texts.first().startsWith(QStringLiteral("\u2212$")), qPrintable(texts.join(u' ')));
    }

    void ticksThatAreGivenAreKept() {
        QCOMPARE(textsOf(layOut(test::sampleConfidence(), {330, 300}).yTicks),
                 QStringList({"0 %", "10 %", "50 %", "90 %", "100 %"}));
    }

    void ticksThatWouldMeetGo() {
        const QStringList texts = textsOf(layOut(test::sampleConfidence(), {330, 120}).yTicks);
        QCOMPARE(texts.first(), QStringLiteral("0 %"));
        QCOMPARE(texts.last(), QStringLiteral("100 %"));
        QVERIFY(!texts.contains(QStringLiteral("90 %")));
    }

    void aLogarithmicAxisHasItsDecades() {
        QCOMPARE(textsOf(layOut(test::sampleLoss(), {400, 300}).xTicks), QStringList({"$1k", "$10k", "$100k", "$1M"}));
    }

    void barsStandOnZeroAndOnTheirPlaces() {
        const report::Chart chart = test::sampleWaterfall();
        const ChartLayout layout = layOut(chart, {540, 290});
        QCOMPARE(layout.bars.size(), chart.bars.size());
        QCOMPARE(layout.bars.front().box.bottom(), layout.plot.bottom());
        QVERIFY(std::abs(layout.bars[1].box.top() - layout.bars[0].box.top()) < 1.01);
        const double step = layout.bars[2].box.left() - layout.bars[1].box.left();
        QVERIFY(std::abs(layout.bars[1].box.width() - 0.56 * step) < 1.6);
    }

    void namesOfCategoriesTakeTwoLinesAndTheirCodes() {
        const ChartLayout layout = layOut(test::sampleWaterfall(), {540, 290});
        QCOMPARE(layout.categories[1].lines, QStringList({"Share", "endpoints"}));
        QCOMPARE(layout.categories[1].sub, QStringLiteral("F-05"));
        QCOMPARE(layout.categories[4].lines, QStringList({"Agent step", "budget"}));
    }

    void labelsNeverOverlap_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("large") << QSizeF(600, 360) << 1.0;
        QTest::newRow("pane") << QSizeF(320, 230) << 1.0;
        QTest::newRow("small") << QSizeF(200, 130) << 1.0;
        QTest::newRow("large text") << QSizeF(320, 230) << 1.5;
    }
    void labelsNeverOverlap() {
        QFETCH(QSizeF, size);
        QFETCH(double, scale);
        for (const report::Chart& chart : test::sampleCharts()) {
            const ChartLayout layout = layOut(chart, size, scale);
            for (std::size_t i = 0; i < layout.labels.size(); ++i) {
                const QRectF box = layout.labels[i].box;
                QVERIFY2(QRectF(QPointF(0, 0), size).adjusted(-1, -1, 1, 1).contains(box), chart.id.c_str());
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY2(!box.intersects(layout.labels[k].box), chart.id.c_str());
            }
        }
    }

    void theLabelOfLowerRankGoes() {
        report::Chart chart = test::sampleConfidence();
        chart.marks.clear();
        using Kind = report::ChartMark::Kind;
        for (int i = 0; i < 40; ++i) // more than there is room for
            chart.marks.push_back({Kind::Ring,
                                   {14000.0 + i * 10, 0.5},
                                   "mark " + std::to_string(i),
                                   report::ChartMark::Side::Right,
                                   true,
                                   40 - i});
        const ChartLayout layout = layOut(chart, {330, 200});
        QVERIFY(labelOf(layout, QStringLiteral("mark 39")) != nullptr);
        QVERIFY(labelOf(layout, QStringLiteral("mark 0")) == nullptr);
    }

    void aLabelStandsWhereNoLineRuns() {
        const ChartLayout layout = layOut(test::sampleConfidence(), {330, 300});
        for (const ChartLabel& label : layout.labels)
            for (qsizetype i = 1; i < layout.lines[0].size(); ++i)
                QVERIFY2(!meets(layout.lines[0][i - 1], layout.lines[0][i], label.box), qPrintable(label.text));
    }

    void manyLinesAreNamedInTheFoot() {
        const ChartLayout layout = layOut(test::sampleCompared(), {350, 260});
        QCOMPARE(layout.chips.size(), std::size_t(4));
        for (const ChartChip& chip : layout.chips) {
            QVERIFY(chip.line >= 0);
            QVERIFY(chip.box.right() <= 350.5);
        }
        QVERIFY(layout.labels.empty());
    }

    void aBobHangsBelowTheLinesAboveIt() {
        const ChartLayout layout = layOut(test::sampleBreakEven(), {330, 300});
        QVERIFY(layout.marks[0].top > layout.y.at(25550));
        QVERIFY(layout.marks[1].crossing);
    }

    void barsFromZeroAreNotZoomedButTheirPlacesAre() {
        QVERIFY(!zoomable(test::sampleWaterfall(), Qt::Vertical));
        QVERIFY(!zoomable(test::sampleWaterfall(), Qt::Horizontal));
        QVERIFY(zoomable(test::sampleHistogram(), Qt::Horizontal));
        QVERIFY(!zoomable(test::sampleHistogram(), Qt::Vertical));
        QVERIFY(zoomable(test::sampleTornado(), Qt::Horizontal));
        QVERIFY(zoomable(test::sampleCumulative(), Qt::Vertical));
    }

    void anEmptyChartIsASentence() {
        const ChartLayout layout = layOut(test::sampleEmpty(), {330, 200});
        QVERIFY(layout.empty());
        QVERIFY(layout.sentence.join(u' ').startsWith(QStringLiteral("No measure is chosen yet.")));
    }

    void oddFiguresAreDrawnWithoutHarm_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("not a number") << std::nan("");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e300;
        QTest::newRow("tiny") << 1e-300;
    }
    void oddFiguresAreDrawnWithoutHarm() {
        QFETCH(double, value);
        for (report::Chart chart : test::sampleCharts()) {
            for (report::ChartBar& bar : chart.bars)
                bar.to = value;
            for (report::ChartLine& line : chart.lines)
                for (report::ChartPoint& point : line.points)
                    point.y = value;
            for (const QSizeF size : {QSizeF(330, 200), QSizeF(20, 10), QSizeF(0, 0)})
                QVERIFY(layOut(chart, size).plot.height() >= 0);
        }
    }
};

QTEST_MAIN(TstChartLayout)
#include "tst_chart_layout.moc"
