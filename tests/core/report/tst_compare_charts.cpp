// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of a comparison: why the score moved, and how it went over all reviews.
#include "core/report/compare_charts.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace plumb;
using namespace plumb::report;
using compare::Comparison;
using compare::TrendPoint;

namespace {

QString say(const std::string& text) {
    return QString::fromStdString(text);
}

/// The figures of the design's picture.
Comparison pictured() {
    Comparison c;
    c.from = "May";
    c.to = "now";
    c.before.score = c.causes.before = 48;
    c.after.score = c.causes.after = 69;
    c.causes.known = true;
    c.causes.betterAnswers = 24;
    c.causes.worseAnswers = -4;
    c.causes.firstAnswers = 3;
    c.causes.lens = -2;
    return c;
}

QString barsOf(const Chart& chart) {
    QStringList lines;
    for (std::size_t i = 0; i < chart.bars.size(); ++i)
        lines << QStringLiteral("%1 %2").arg(say(chart.categories[i].name), say(chart.bars[i].label));
    return lines.join(QStringLiteral("; "));
}

TrendPoint point(const std::string& name, std::optional<double> score, double worst, double best, double coverage) {
    return {name, Instant{1}, score, worst, best, coverage};
}

} // namespace

class tst_compare_charts : public QObject {
    Q_OBJECT
private slots:
    void causesStandBetweenTheScores();
    void stepsMeetAndEndAtTheScore();
    void smallPartsAreNotHidden();
    void aFallNamesWhatTookMost();
    void equalScoresSaySo();
    void withoutAScoreItSaysWhy();
    void trendShowsScoresInTheirRanges();
    void aReviewWithoutAScoreInterruptsTheTrend();
    void trendSaysWhatIsMissing();
};

void tst_compare_charts::causesStandBetweenTheScores() {
    const Chart chart = scoreCausesChart(pictured());
    QCOMPARE(say(chart.title), QStringLiteral("Why the score moved"));
    QCOMPARE(say(chart.conclusion), QStringLiteral("Better answers bring 24 points, worse answers take 4."));
    QCOMPARE(barsOf(chart), QStringLiteral("May 48; Better answers +24; Worse answers \u22124; First answers +3; "
                                           "New lens version \u22122; Now 69"));
    QCOMPARE(chart.bars[1].colour, ChartColour::Saving);
    QCOMPARE(chart.bars[2].colour, ChartColour::Worse);
    QCOMPARE(say(chart.bars[4].hover), QStringLiteral("New lens version takes 2 points"));
    QCOMPARE(chart.table.rows.size(), std::size_t(9)); // those of nothing too
}

void tst_compare_charts::stepsMeetAndEndAtTheScore() {
    const Chart chart = scoreCausesChart(pictured());
    for (std::size_t i = 1; i + 1 < chart.bars.size(); ++i)
        QCOMPARE(chart.bars[i].from, chart.bars[i - 1].to);
    QCOMPARE(chart.bars[4].to, chart.bars[5].to);
    QCOMPARE(chart.bars[5].from, 0.0);
    QCOMPARE(chart.connectors.size(), chart.bars.size() - 1);
    double sum = 0;
    for (std::size_t i = 1; i + 1 < chart.table.rows.size(); ++i)
        sum += std::get<double>(chart.table.rows[i][1]);
    QCOMPARE(sum, 21.0);
}

void tst_compare_charts::smallPartsAreNotHidden() {
    Comparison c = pictured();
    c.causes.betterAnswers = 20.6;
    c.causes.worseAnswers = c.causes.firstAnswers = 0;
    c.causes.scope = 0.38;
    c.causes.lens = 1e-13; // of rounding: not there
    c.causes.weights = 0.02;
    const Chart chart = scoreCausesChart(c);
    QCOMPARE(barsOf(chart), QStringLiteral("May 48; Better answers +21; Other scope +0.4; Other weights +0.0; Now 69"));
    QCOMPARE(say(chart.bars[3].hover), QStringLiteral("Other weights bring less than 0.1 points"));
}

void tst_compare_charts::aFallNamesWhatTookMost() {
    Comparison c = pictured();
    c.causes.after = 30;
    c.causes.betterAnswers = 1;
    c.causes.worseAnswers = -17;
    QCOMPARE(say(scoreCausesChart(c).conclusion),
             QStringLiteral("Worse answers take 17 points, first answers bring 3."));
    c.causes.firstAnswers = c.causes.betterAnswers = 0;
    QCOMPARE(say(scoreCausesChart(c).conclusion), QStringLiteral("Worse answers take 17 points."));
}

void tst_compare_charts::equalScoresSaySo() {
    Comparison c = pictured();
    c.causes = {48, 48, true};
    const Chart chart = scoreCausesChart(c);
    QCOMPARE(say(chart.conclusion), QStringLiteral("Nothing moved the score."));
    QCOMPARE(barsOf(chart), QStringLiteral("May 48; Now 48"));
}

void tst_compare_charts::withoutAScoreItSaysWhy() {
    Comparison c = pictured();
    c.causes = {};
    c.before.score.reset();
    QVERIFY(say(scoreCausesChart(c).empty).startsWith(QStringLiteral("Nothing is answered in the first")));
    c.before.score = 1;
    c.after.score.reset();
    const Chart chart = scoreCausesChart(c);
    QVERIFY(say(chart.empty).startsWith(QStringLiteral("Nothing is answered in the second")));
    QVERIFY(chart.bars.empty() && chart.table.rows.empty());
}

void tst_compare_charts::trendShowsScoresInTheirRanges() {
    const Chart chart = trendChart(
        {point("Feb 2026", 35, 12, 68, 0.4), point("May 2026", 48, 37, 60, 0.76), point("Now", 69, 54, 76, 0.78)});
    QCOMPARE(say(chart.conclusion),
             QStringLiteral("The score rose by 34 points since Feb 2026. Hatched: what was not answered yet."));
    QCOMPARE(chart.categories.size(), std::size_t(3));
    QCOMPARE(say(chart.categories[0].sub), QStringLiteral("40 %"));
    QVERIFY(chart.categories[2].strong && !chart.categories[1].strong);
    QVERIFY(chart.bands.at(0).hatched);
    QCOMPARE(chart.bands[0].low, (std::vector<double>{12, 37, 54}));
    QCOMPARE(chart.lines.back().points.size(), std::size_t(3));
    QCOMPARE(chart.marks.back().kind, ChartMark::Kind::Bob);
    QCOMPARE(say(chart.marks.back().label), QStringLiteral("69"));
    QCOMPARE(say(chart.lines.back().hovers[1]), QStringLiteral("May 2026: score 48, range 37\u201360, coverage 76 %"));
    QCOMPARE(chart.table.rows.size(), std::size_t(3));
    QCOMPARE(std::get<double>(chart.table.rows[2][4]), 76.0);
}

void tst_compare_charts::aReviewWithoutAScoreInterruptsTheTrend() {
    const Chart chart = trendChart({point("A", 35, 12, 68, 0.4), point("B", {}, 0, 100, 0),
                                    point("C", 35.2, 54, 76, 0.7), point("D", 34.8, 1, 2, 1)});
    QCOMPARE(chart.lines.size(), std::size_t(6)); // four ranges, a score alone, and two joined
    QCOMPARE(chart.lines[4].points.size(), std::size_t(1));
    QCOMPARE(chart.lines[5].points.size(), std::size_t(2));
    QCOMPARE(chart.marks.size(), std::size_t(3));
    QVERIFY(say(chart.conclusion).startsWith(QStringLiteral("The score has not moved since A.")));
    QVERIFY(std::holds_alternative<std::string>(chart.table.rows[1][2]));
}

void tst_compare_charts::trendSaysWhatIsMissing() {
    QVERIFY(say(trendChart({}).empty).startsWith(QStringLiteral("There is no snapshot yet.")));
    QVERIFY(say(trendChart({point("Now", {}, 0, 100, 0)}).empty).startsWith(QStringLiteral("Nothing is answered")));
    QVERIFY(say(trendChart({point("Now", 40, 30, 50, 0.5)}).conclusion)
                .startsWith(QStringLiteral("One score so far, 40.")));
    QVERIFY(say(trendChart({point("May", 40, 30, 50, 0.5), point("Now", 39, 30, 50, 0.5)}).conclusion)
                .startsWith(QStringLiteral("The score fell by 1 point since May.")));
}

QTEST_APPLESS_MAIN(tst_compare_charts)
#include "tst_compare_charts.moc"
