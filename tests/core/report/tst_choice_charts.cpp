// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of choices: break-evens, the frontier, losses.
#include "tests/core/report/chart_text.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::report;
using cost::BreakEvenKind;
using plumb::test::Sample;

namespace {

QString say(const std::string& text) {
    return QString::fromStdString(text);
}

Chart breakEvenOf(const std::string& json, BreakEvenKind kind) {
    const Sample sample({}, [&](cost::Spec& spec) { spec = test::costSpec(json); });
    return breakEvenChart(sample.context(), kind);
}

std::string provisioned(const std::string& requests) {
    return R"({"items":[{"id":"t","type":"tokens","requests":)" + requests +
           R"(,"inputTokens":1500,"outputTokens":500,"inputPrice":3,"outputPrice":9}],
      "measures":[{"id":"p","type":"enter-provisioned","item":"t","modelUnits":1,"pricePerUnitHour":31.5}]})";
}

} // namespace

class tst_choice_charts : public QObject {
    Q_OBJECT
private slots:
    void answersProvisionedOrOnDemand();
    void answersLeavingProvisioned();
    void answersPgvectorOrOpenSearch();
    void answersServerless();
    void answersCaching();
    void answersSelfHosting();
    void saysWhatIsMissing();
    void shadesWhereTheOtherIsBetter();
    void comparesWithTheBestSets();
    void saysWhenSetsWereLeftOut();
    void showsHowLikelyLossesAre();
    void copesWithoutLosses();
};

void tst_choice_charts::answersProvisionedOrOnDemand() {
    const Chart below = breakEvenOf(provisioned("620500"), BreakEvenKind::Provisioned);
    QCOMPARE(say(below.title), QStringLiteral("Provisioned or on demand?"));
    QCOMPARE(say(below.conclusion), QStringLiteral("Stay on demand below 7.0 M tokens an hour."));
    QCOMPARE(say(below.marks[0].label), QStringLiteral("7.0 M"));
    QCOMPARE(below.marks[0].kind, ChartMark::Kind::Ring);
    QCOMPARE(say(below.marks[1].label), QStringLiteral("now 1.7 M"));
    QCOMPARE(below.marks[1].kind, ChartMark::Kind::Bob);
    // The load stands on the line of on demand, at what the bill says.
    QVERIFY(std::abs(below.marks[1].at.y - 620500 * 9000e-6) < 1e-6);
    QCOMPARE(say(below.lines[0].name), QStringLiteral("provisioned, 1 unit"));
    QCOMPARE(below.xAxis.high, std::optional<double>(10));

    const Chart above = breakEvenOf(provisioned("3650000"), BreakEvenKind::Provisioned);
    QCOMPARE(say(above.conclusion), QStringLiteral("Stay on demand below 7.0 M tokens an hour; the load is 10.0 M."));
}

void tst_choice_charts::answersLeavingProvisioned() {
    const Chart chart = breakEvenOf(R"({"items":[{"id":"t","type":"provisioned","modelUnits":1,
        "pricePerUnitHour":31.5}],"measures":[{"id":"p","type":"leave-provisioned","item":"t","requests":620500,
        "inputTokens":1500,"outputTokens":500,"inputPrice":3,"outputPrice":9}]})",
                                    BreakEvenKind::Provisioned);
    QCOMPARE(say(chart.conclusion), QStringLiteral("Stay on demand below 7.0 M tokens an hour; the load is 1.7 M."));
    QVERIFY(std::abs(chart.marks[1].at.y - 31.5 * 730) < 1e-6); // what is paid today
}

void tst_choice_charts::answersPgvectorOrOpenSearch() {
    const Chart chart = breakEvenChart(Sample().context(), BreakEvenKind::Pgvector);
    QCOMPARE(say(chart.conclusion), QStringLiteral("pgvector is cheaper below 4 ACU; 0.9 ACU planned."));
    QCOMPARE(say(chart.marks[1].label), QStringLiteral("planned 0.9 ACU"));
    const Chart aurora =
        breakEvenOf(R"({"items":[{"id":"a","type":"aurora-pgvector","acu":6}]})", BreakEvenKind::Pgvector);
    QCOMPARE(say(aurora.conclusion), QStringLiteral("pgvector is cheaper below 4 ACU; 6 ACU in use."));
    QVERIFY(std::abs(aurora.marks[1].at.y - 6 * 0.12 * 730) < 1e-6);
    const Chart alone =
        breakEvenOf(R"({"items":[{"id":"v","type":"opensearch-serverless","ocu":2}]})", BreakEvenKind::Pgvector);
    QCOMPARE(say(alone.conclusion), QStringLiteral("pgvector is cheaper below 4 ACU."));
    QCOMPARE(alone.marks.size(), std::size_t(1));
}

void tst_choice_charts::answersServerless() {
    const Chart chart = breakEvenOf(R"({"items":[{"id":"e","type":"endpoint","pricePerHour":0.115,"memoryGb":2,
        "utilisation":0.1}]})",
                                    BreakEvenKind::Serverless);
    QCOMPARE(say(chart.conclusion),
             QStringLiteral("Serverless is cheaper below 2.1 M requests of one second a month, then the order "
                            "changes again; the load is 263 k."));
    // An instance that is dearer than all the seconds it could work: there is no break-even.
    const Chart never = breakEvenOf(R"({"items":[{"id":"e","type":"endpoint","pricePerHour":5,"memoryGb":1,
        "utilisation":0.1}]})",
                                    BreakEvenKind::Serverless);
    QVERIFY2(never.conclusion.starts_with("Serverless is cheaper"), never.conclusion.c_str());
}

void tst_choice_charts::answersCaching() {
    const Chart chart = breakEvenChart(Sample().context(), BreakEvenKind::CacheHitRate);
    QCOMPARE(say(chart.conclusion), QStringLiteral("Caching pays above 22 % hits; 83 % expected."));
    QCOMPARE(chart.xAxis.format, ValueFormat::Percent);
    const Chart has = breakEvenOf(R"({"items":[{"id":"t","type":"tokens","requests":1000,"prefixTokens":2000,
        "inputTokens":500,"outputTokens":100,"inputPrice":3,"outputPrice":15,"hitRate":0.1}]})",
                                  BreakEvenKind::CacheHitRate);
    QCOMPARE(say(has.conclusion), QStringLiteral("Caching pays above 22 % hits; it has 10 %."));
    // Writing for nothing: every hit rate pays.
    const Chart free = breakEvenOf(R"({"items":[{"id":"t","type":"tokens","requests":1000,"prefixTokens":2000,
        "inputTokens":500,"outputTokens":100,"inputPrice":3,"outputPrice":15,"hitRate":0.1,"writeFactor":0.5}]})",
                                   BreakEvenKind::CacheHitRate);
    QCOMPARE(say(free.conclusion), QStringLiteral("With caching is cheaper everywhere up to 100 %."));
    QVERIFY(free.marks.size() == 1 && free.zones.empty());
}

void tst_choice_charts::answersSelfHosting() {
    const Chart chart = breakEvenChart(Sample().context(), BreakEvenKind::SelfHosting);
    QCOMPARE(say(chart.conclusion),
             QStringLiteral("Own hosts pay above 939 M tokens a month, if they can carry them; the load is 1.4 bn."));
    QCOMPARE(say(chart.lines[0].name), QStringLiteral("own hosts like Document reader endpoint"));
}

void tst_choice_charts::saysWhatIsMissing() {
    for (const BreakEvenKind kind : {BreakEvenKind::Provisioned, BreakEvenKind::Pgvector, BreakEvenKind::Serverless,
                                     BreakEvenKind::CacheHitRate, BreakEvenKind::SelfHosting}) {
        const Chart chart = breakEvenOf(R"({"items":[{"id":"x","type":"other","monthly":9}]})", kind);
        QVERIFY(chart.empty.starts_with("The model has no figures for this. ") && chart.empty.ends_with("needed."));
        QVERIFY(chart.lines.empty() && chart.conclusion.empty());
        QCOMPARE(chart.id, "break-even-" + std::string(cost::toText(kind)));
    }
}

void tst_choice_charts::shadesWhereTheOtherIsBetter() {
    const Chart chart = breakEvenOf(provisioned("620500"), BreakEvenKind::Provisioned);
    QCOMPARE(chart.zones.size(), std::size_t(1));
    double left = 1e9, right = 0;
    for (const ChartPoint& point : chart.zones[0].outline) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        QVERIFY(point.y >= 31.5 * 730 - 1e-6 && point.y <= point.x * 4.5 * 730 + 1e-6);
    }
    QVERIFY(std::abs(left - 7) < 1e-9 && right == 10);
    QCOMPARE(chart.table.rows.size(), chart.lines[0].points.size());
}

void tst_choice_charts::comparesWithTheBestSets() {
    const Sample sample({1, 0});
    const Chart chart = frontierChart(sample.context());
    QCOMPARE(chart.lines[0].points.size(), sample.picture.frontier.size());
    QVERIFY(chart.lines[0].joined && !chart.lines[1].joined);
    QCOMPARE(chart.lines[1].points.size(), std::size_t(8));
    QCOMPARE(chart.lines[1].links[0], std::string("finding:lens/idle-endpoints"));
    QCOMPARE(chart.marks[0].at, (ChartPoint{15, sample.picture.scenarios[0].result.saving}));
    QCOMPARE(say(chart.marks[1].label), QStringLiteral("Quick wins and platform"));
    QCOMPARE(say(chart.conclusion), QStringLiteral("No other set saves more for this effort."));
    // Spot training instead of the schedule is the worse choice, and the chart says what is better.
    const Sample worse({0}, [](cost::Spec& spec) { spec.scenarios[0].measures = {4}; });
    QCOMPARE(say(frontierChart(worse.context()).conclusion),
             QStringLiteral("Schedule the reader would save $1.25k more a month for no more effort."));
    const Sample none({2});
    QVERIFY(frontierChart(none.context()).conclusion.starts_with("The most that was found is $"));
}

void tst_choice_charts::saysWhenSetsWereLeftOut() {
    Sample sample({0}, [](cost::Spec& spec) { spec.scenarios[0].measures = {4}; });
    sample.picture.frontierComplete = false;
    QVERIFY(frontierChart(sample.context()).conclusion.find(" would save at least $") != std::string::npos);
    sample.picture.scenarios[0].result.saving = 1e9;
    QCOMPARE(say(frontierChart(sample.context()).conclusion),
             QStringLiteral("No set that was tried saves more for this effort; not all could be."));
    const Sample quick({0}, {}, false);
    QVERIFY(frontierChart(quick.context()).empty.starts_with("The best sets are computed when"));
    const Sample free({0}, [](cost::Spec& spec) {
        for (cost::Measure& measure : spec.measures)
            measure.effort = 0;
    });
    QCOMPARE(say(frontierChart(free.context()).empty),
             QStringLiteral("Nothing to compare: no measure has an effort. Say how much effort each measure is."));
}

void tst_choice_charts::showsHowLikelyLossesAre() {
    std::vector<double> now, later;
    for (int k = 0; k < 1000; ++k) {
        now.push_back(k < 500 ? 0 : (k - 499) * 100.0); // 0 to 50,000 in half of the years
        later.push_back(k < 800 ? 0 : (k - 799) * 100.0);
    }
    const Chart chart = lossChart(now, later, "$");
    QCOMPARE(chart.lines.size(), std::size_t(2));
    QCOMPARE(chart.lines[0].points.front(), (ChartPoint{0, 0.5}));
    QCOMPARE(chart.lines[1].points.front(), (ChartPoint{0, 0.2}));
    for (const ChartLine& line : chart.lines)
        for (std::size_t k = 1; k < line.points.size(); ++k)
            QVERIFY(line.points[k].y <= line.points[k - 1].y);
    QCOMPARE(say(chart.conclusion),
             QStringLiteral("One year in ten loses more than $40.0k; with this scenario more than $10.0k."));
    QCOMPARE(chart.table.rows.size(), chart.lines[0].points.size());
    QCOMPARE(say(lossChart(now, now, "$").conclusion),
             QStringLiteral("One year in ten loses more than $40.0k, with this scenario too."));
    QCOMPARE(say(lossChart(now, std::vector<double>(1000, 0.0), "$").conclusion),
             QStringLiteral("One year in ten loses more than $40.0k; with this scenario nine in ten lose nothing."));
    QCOMPARE(lossChart(now, {}, "$").table.heads.size(), std::size_t(2));
}

void tst_choice_charts::copesWithoutLosses() {
    QVERIFY(lossChart({}, {}, "$").empty.starts_with("No open finding has a loss model."));
    QCOMPARE(say(lossChart({0, 0, 0}, {}, "$").empty), QStringLiteral("In none of the trials did a loss happen."));
    std::vector<double> rare(1000, 0.0);
    rare[3] = rare[77] = 5000;
    const Chart chart = lossChart(rare, {}, "€");
    QCOMPARE(say(chart.conclusion), QStringLiteral("A year has a loss at all with a chance of 1 %."));
    QVERIFY(chart.empty.empty() && chart.lines[0].points.size() > 2);
}

QTEST_GUILESS_MAIN(tst_choice_charts)
#include "tst_choice_charts.moc"
