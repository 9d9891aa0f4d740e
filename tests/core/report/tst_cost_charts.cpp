// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of one scenario: figures that belong together, and sentences that hold.
#include "core/cost/scenario_risk.h"
#include "tests/core/report/chart_text.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace plumb;
using namespace plumb::report;
using plumb::test::Sample;

namespace {

QString say(const std::string& text) {
    return QString::fromStdString(text);
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

double number(const ChartTable::Cell& cell) {
    return std::get<double>(cell);
}

const ChartMark* markNamed(const Chart& chart, std::string_view start) {
    for (const ChartMark& mark : chart.marks)
        if (mark.label.starts_with(start))
            return &mark;
    return nullptr;
}

/// `count` measures of one kind on ten items of 10,000 a month, all in one scenario.
std::function<void(cost::Spec&)> manyMeasures(std::size_t count) {
    return [count](cost::Spec& spec) {
        std::string items, measures, names;
        for (std::size_t k = 0; k < 10; ++k)
            items += (k == 0 ? "" : ",") + std::string(R"({"id":"x)") + std::to_string(k) +
                     R"(","type":"other","monthly":10000})";
        for (std::size_t k = 0; k < count; ++k) {
            const std::string id = "m" + std::to_string(k);
            measures += (k == 0 ? "" : ",") + std::string(R"({"id":")") + id + R"(","type":"factor","item":"x)" +
                        std::to_string(k % 10) + R"(","driver":"cost","factor":)" +
                        std::to_string(0.9 + 0.001 * static_cast<double>(k * 7 % count)) + "}";
            names += (k == 0 ? "\"" : ",\"") + id + "\"";
        }
        spec = test::costSpec(R"({"items":[)" + items + R"(],"measures":[)" + measures +
                              R"(],"scenarios":[{"name":"all","measures":[)" + names + "]}]}");
    };
}

void withoutRanges(cost::Spec& spec) {
    const auto fix = [](cost::Quantity& quantity) { quantity = cost::Quantity::point(cost::mean(quantity)); };
    for (cost::Item& item : spec.items)
        for (auto& field : item.fields.numbers)
            if (field)
                fix(*field);
    for (cost::Measure& measure : spec.measures)
        for (auto& field : measure.fields.numbers)
            if (field)
                fix(*field);
}

} // namespace

class tst_cost_charts : public QObject {
    Q_OBJECT
private slots:
    void chainsTheWaterfall_data();
    void chainsTheWaterfall();
    void opensFindingsFromBars();
    void saysWhoCarriesTheSaving();
    void foldsManyMeasuresIntoOthers();
    void showsWhatCostsMore();
    void standsBesideOtherScenarios();
    void saysWhenThereIsNothingToShow();
    void accumulatesMonthByMonth();
    void saysWhenItIsPaidBack();
    void drawsTheSCurve();
    void namesOutcomesThatCostMore();
    void countsOutcomesInCells();
    void staysEmptyWithoutSpread();
    void tellsNearlyAllFromAll();
    void swingsLikeAssess();
    void asksWhatIsWorthKnowing();
};

void tst_cost_charts::chainsTheWaterfall_data() {
    QTest::addColumn<int>("measures");
    QTest::newRow("sample") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("twelve") << 12;
    QTest::newRow("forty") << 40;
}

void tst_cost_charts::chainsTheWaterfall() {
    QFETCH(int, measures);
    const Sample sample({0}, measures == 0 ? std::function<void(cost::Spec&)>()
                                           : manyMeasures(static_cast<std::size_t>(measures)));
    for (const WaterfallBy by : {WaterfallBy::Order, WaterfallBy::Shapley}) {
        const Chart chart = waterfallChart(sample.context(), by);
        QCOMPARE(chart.bars.size(), chart.categories.size());
        QCOMPARE(chart.bars.front().from, 0.0);
        QCOMPARE(chart.bars.front().to, sample.picture.baseline);
        for (std::size_t k = 1; k + 1 < chart.bars.size(); ++k) {
            QCOMPARE(chart.bars[k].from, chart.bars[k - 1].to);
            QCOMPARE(chart.connectors[k - 1].from.y, chart.bars[k - 1].to);
        }
        QCOMPARE(chart.bars.back().from, 0.0);
        QVERIFY(near(chart.bars.back().to, chart.bars[chart.bars.size() - 2].to));
        QCOMPARE(chart.bars.back().to, sample.picture.scenarios[0].result.monthly);
        double sum = 0; // of the table, which leaves nothing out
        for (std::size_t row = 1; row + 1 < chart.table.rows.size(); ++row)
            sum += number(chart.table.rows[row][4]);
        QVERIFY(near(sum, -sample.picture.scenarios[0].result.saving));
        QCOMPARE(chart.table.rows.size(), sample.spec.scenarios[0].measures.size() + 2);
    }
}

void tst_cost_charts::opensFindingsFromBars() {
    const Sample sample;
    const Chart chart = waterfallChart(sample.context(), WaterfallBy::Order);
    QCOMPARE(chart.categories[1].sub, std::string("F-05"));
    QCOMPARE(chart.bars[1].link, std::string("finding:lens/idle-endpoints"));
    QCOMPARE(chart.categories[3].sub, std::string());
    QCOMPARE(chart.bars[3].link, std::string("measure:cache"));
    QCOMPARE(chart.bars[3].label, std::string("−2.0k"));
    QCOMPARE(chart.bars[3].hover, std::string("Prompt caching saves $2,046 a month"));
    QVERIFY(chart.movable && chart.bars[0].strong && !chart.bars[1].strong);
    const CostChartContext all{sample.spec, sample.picture, [](std::size_t) {
                                   return std::pair<std::string, std::string>{"F-01", "a/b"};
                               }};
    QCOMPARE(say(waterfallChart(all, WaterfallBy::Order).conclusion),
             QStringLiteral("Two endpoint measures carry more than half. Each bar opens its finding."));
    const CostChartContext none{sample.spec, sample.picture, {}};
    QCOMPARE(waterfallChart(none, WaterfallBy::Order).bars[1].link, std::string("measure:share"));
}

void tst_cost_charts::saysWhoCarriesTheSaving() {
    const auto sentence = [](const std::vector<std::size_t>& measures) {
        const Sample sample({0}, [&](cost::Spec& spec) { spec.scenarios[0].measures = measures; });
        return say(waterfallChart(sample.context(), WaterfallBy::Order).conclusion);
    };
    QCOMPARE(sentence({2}), QStringLiteral("Prompt caching brings the whole saving."));
    QCOMPARE(sentence({0, 5}), QStringLiteral("Share endpoints carries more than half."));
    QCOMPARE(sentence({0, 1, 2, 3, 4, 5, 6}), QStringLiteral("Two endpoint measures carry more than half."));
    QCOMPARE(sentence({2, 3, 4}),
             QStringLiteral("Three measures share the saving; the largest part is Prompt caching with 39 %."));
    QCOMPARE(sentence({2, 3, 5, 6}), QStringLiteral("Two token measures carry more than half."));
}

void tst_cost_charts::foldsManyMeasuresIntoOthers() {
    const Sample twelve({0}, manyMeasures(12)), many({0}, manyMeasures(30));
    QCOMPARE(waterfallChart(twelve.context(), WaterfallBy::Order).bars.size(), std::size_t(14));
    const Chart chart = waterfallChart(many.context(), WaterfallBy::Order);
    QCOMPARE(chart.bars.size(), std::size_t(14));
    QCOMPARE(chart.categories[12].name, std::string("Others"));
    QVERIFY(chart.bars[12].hover.starts_with("19 other measures together save $"));
    QVERIFY(!chart.movable);
    double shown = 0;
    for (std::size_t k = 1; k < 12; ++k)
        shown += chart.bars[k].from - chart.bars[k].to;
    QVERIFY(shown > 11.0 / 30 * many.picture.scenarios[0].result.saving); // the widest are the ones that stay
}

void tst_cost_charts::showsWhatCostsMore() {
    const auto dearer = [](cost::Spec& spec) {
        spec.scenarios[0].measures = {1, 6};
        spec.measures[6].runCost = cost::Quantity::point(1000);
    };
    const Chart chart = waterfallChart(Sample({0}, dearer).context(), WaterfallBy::Order);
    QCOMPARE(chart.bars[2].colour, ChartColour::Worse);
    QCOMPARE(chart.bars[2].label, std::string("+0.7k"));
    QCOMPARE(chart.bars[2].hover, std::string("pgvector store costs $726 more a month"));
    QCOMPARE(say(chart.conclusion), QStringLiteral("Schedule the reader brings the whole saving. pgvector store costs "
                                                   "more than it saves."));
    const auto only = [](cost::Spec& spec) {
        spec.scenarios[0].measures = {6};
        spec.measures[6].runCost = cost::Quantity::point(1000);
    };
    const Chart worse = waterfallChart(Sample({0}, only).context(), WaterfallBy::Order);
    QCOMPARE(say(worse.conclusion), QStringLiteral("The measures make a month $726 dearer."));
    const auto nothing = [](cost::Spec& spec) {
        spec.scenarios[0].measures = {7};
        spec.measures[7].fields.numbers[2] = cost::Quantity::point(0); // a share of 0
    };
    QCOMPARE(say(waterfallChart(Sample({0}, nothing).context(), WaterfallBy::Order).conclusion),
             QStringLiteral("These measures change nothing in the bill."));
}

void tst_cost_charts::standsBesideOtherScenarios() {
    const Sample sample({1, 0, 2});
    const Chart bars = waterfallChart(sample.context(), WaterfallBy::Order);
    QCOMPARE(bars.categories.size(), std::size_t(7));
    QCOMPARE(bars.categories[5].name, std::string("Quick wins and platform"));
    QCOMPARE(bars.bars[5].from, 0.0);
    QCOMPARE(bars.bars[5].to, sample.picture.scenarios[1].result.monthly);
    QCOMPARE(bars.bars[5].colour, ChartColour::Series2);
    QCOMPARE(bars.connectors.size(), std::size_t(4)); // none to the other scenarios

    const Chart months = cumulativeChart(sample.context());
    QCOMPARE(months.lines.size(), std::size_t(3));
    QVERIFY(months.lines[0].named && months.lines[1].dashed && !months.lines[0].dashed);
    QCOMPARE(months.lines[1].colour, ChartColour::Series2);
    QCOMPARE(months.bands.size(), std::size_t(1));
    QCOMPARE(months.table.heads[5], std::string("Quick wins and platform: mean, $"));

    const Chart curve = confidenceChart(sample.context());
    QCOMPARE(curve.lines.size(), std::size_t(3));
    QCOMPARE(curve.lines[2].points.size(), std::size_t(2)); // upright: nothing is saved for certain
    QVERIFY(curve.lines[0].fillTo > curve.lines[0].fillFrom && curve.lines[1].fillTo == curve.lines[1].fillFrom);
}

void tst_cost_charts::saysWhenThereIsNothingToShow() {
    const auto check = [](const Sample& sample, const QString& start) {
        for (const Chart& chart :
             {waterfallChart(sample.context(), WaterfallBy::Order), cumulativeChart(sample.context()),
              confidenceChart(sample.context()), histogramChart(sample.context()), tornadoChart(sample.context()),
              informationChart(sample.context())}) {
            QVERIFY2(say(chart.empty).startsWith(start), chart.empty.c_str());
            QVERIFY(chart.bars.empty() && chart.lines.empty() && chart.marks.empty() && chart.table.rows.empty());
            QVERIFY(chart.conclusion.empty() && !chart.title.empty());
        }
    };
    check(Sample({}, {}), QStringLiteral("No scenario is chosen."));
    check(Sample({}, [](cost::Spec& spec) { spec.scenarios.clear(); }), QStringLiteral("There is no scenario yet."));
    const Sample idle({2});
    QVERIFY(waterfallChart(idle.context(), WaterfallBy::Order).empty.starts_with("No measure is switched on"));
    QVERIFY(tornadoChart(idle.context()).empty.starts_with("No range of this model moves"));
    QCOMPARE(say(cumulativeChart(idle.context()).conclusion), QStringLiteral("Nothing is saved in 24 months."));
}

void tst_cost_charts::accumulatesMonthByMonth() {
    const Sample sample;
    const Chart chart = cumulativeChart(sample.context());
    const auto& months = sample.picture.scenarios[0].cumulative;
    QCOMPARE(chart.lines[0].points.size(), months.size());
    for (std::size_t k = 0; k < months.size(); ++k) {
        QCOMPARE(chart.lines[0].points[k].y, months[k].p50);
        QCOMPARE(chart.bands[0].low[k], months[k].p10);
        QCOMPARE(number(chart.table.rows[k][1]), months[k].mean);
    }
    const ChartMark* paid = markNamed(chart, "paid back in month ");
    QVERIFY(paid != nullptr && paid->kind == ChartMark::Kind::Bob);
    // The bob hangs where the line crosses zero, inside the month that it names.
    const int month = *sample.picture.scenarios[0].paidBack;
    QCOMPARE(paid->label, "paid back in month " + std::to_string(month));
    QVERIFY(paid->at.x > month - 1 && paid->at.x <= month && paid->at.y == 0);
    QCOMPARE(markNamed(chart, "lowest")->label, std::string("lowest −$44k"));
    QVERIFY(chart.xAxis.ticks == (std::vector<double>{0, 6, 12, 18, 24}));
}

void tst_cost_charts::saysWhenItIsPaidBack() {
    const auto sentence = [](const std::function<void(cost::Spec&)>& change) {
        return say(cumulativeChart(Sample({0}, change).context()).conclusion);
    };
    QCOMPARE(sentence({}), QStringLiteral("One-off costs are back in month 5, at P10 too."));
    QCOMPARE(sentence([](cost::Spec& spec) { spec.measures[0].oneOff = cost::Quantity::pert(9e4, 12e4, 16e4); }),
             QStringLiteral("One-off costs are back in month 12, at P10 in month 14."));
    QCOMPARE(sentence([](cost::Spec& spec) { spec.measures[0].oneOff = cost::Quantity::point(2.95e5); }),
             QStringLiteral("One-off costs are back in month 24; at P10 not within 24 months."));
    QVERIFY(sentence([](cost::Spec& spec) {
                spec.measures[0].oneOff = cost::Quantity::point(5e5);
            }).startsWith(QStringLiteral("One-off costs are not back within 24 months: $")));
    QVERIFY(sentence([](cost::Spec& spec) {
                for (cost::Measure& measure : spec.measures)
                    measure.oneOff = {};
            }).startsWith(QStringLiteral("Nothing is spent first; $")));
    QCOMPARE(sentence([](cost::Spec& spec) {
                 withoutRanges(spec);
                 spec.scenarios[0].measures = {5};
             }),
             QStringLiteral("One-off costs are back in month 4."));
    QCOMPARE(sentence([](cost::Spec& spec) {
                 withoutRanges(spec);
                 spec.scenarios[0].measures = {6};
                 spec.measures[6].runCost = cost::Quantity::point(1000);
                 spec.measures[6].oneOff = {};
             }),
             QStringLiteral("What is spent is not back within 24 months: $15.5k are still missing."));
}

void tst_cost_charts::drawsTheSCurve() {
    const Sample sample;
    const Chart chart = confidenceChart(sample.context());
    const cost::Spread& saving = sample.picture.scenarios[0].saving;
    const std::vector<ChartPoint>& points = chart.lines[0].points;
    for (std::size_t k = 1; k < points.size(); ++k)
        QVERIFY(points[k].x >= points[k - 1].x && points[k].y > points[k - 1].y);
    QVERIFY(near(points.front().y, 0.005) && near(points.back().y, 0.995));
    QCOMPARE(chart.lines[0].fillFrom, saving.p10);
    QCOMPARE(chart.lines[0].fillTo, saving.p90);
    const ChartMark* half = markNamed(chart, "P50 ");
    QVERIFY(half != nullptr && half->kind == ChartMark::Kind::Bob && half->at == (ChartPoint{saving.p50, 0.5}));
    QCOMPARE(markNamed(chart, "P90")->at.x, saving.p90);
    QCOMPARE(say(chart.conclusion), QStringLiteral("8 of 10 outcomes lie between 12.6k and 16.2k."));
    QCOMPARE(chart.table.rows.size(), cost::kSavingPoints);
}

void tst_cost_charts::namesOutcomesThatCostMore() {
    const Sample sample({0}, [](cost::Spec& spec) {
        spec.scenarios[0].measures = {6};
        spec.measures[6].fields.numbers[0] = cost::Quantity::uniform(2, 4.5); // beyond 4 ACU it costs more
    });
    const Chart chart = confidenceChart(sample.context());
    QVERIFY2(chart.conclusion.find(" 20 % of them cost more than now.") != std::string::npos ||
                 chart.conclusion.find(" 19 % of them cost more than now.") != std::string::npos ||
                 chart.conclusion.find(" 21 % of them cost more than now.") != std::string::npos,
             chart.conclusion.c_str());
    const Chart cells = histogramChart(sample.context());
    QCOMPARE(cells.bars.front().colour, ChartColour::Worse);
    QCOMPARE(cells.bars.back().colour, ChartColour::Saving);
}

void tst_cost_charts::countsOutcomesInCells() {
    const Sample sample;
    const Chart chart = histogramChart(sample.context());
    QCOMPARE(chart.bars.size(), cost::kSavingCells);
    double sum = 0, counted = 0;
    for (std::size_t k = 0; k < chart.bars.size(); ++k) {
        sum += chart.bars[k].to;
        counted += number(chart.table.rows[k][2]);
    }
    QVERIFY(near(sum, counted / 5000) && sum > 0.99 && sum <= 1);
    QVERIFY(chart.conclusion.starts_with("Half save 14.4k a month or more, one in ten 16.2k."));
    QVERIFY(chart.bars.front().hover.find("0.2 % of the outcomes save $10.8k to $11.0k a month") == 0);
}

void tst_cost_charts::staysEmptyWithoutSpread() {
    const Sample sample({0}, withoutRanges);
    QVERIFY(sample.picture.scenarios[0].inputs.empty());
    QVERIFY(confidenceChart(sample.context()).empty.starts_with("No figure is a range, so every outcome saves $14,"));
    QCOMPARE(say(tornadoChart(sample.context()).empty),
             QStringLiteral("No figure is a range. Enter one to see what it moves."));
    const Chart bars = waterfallChart(sample.context(), WaterfallBy::Order);
    QVERIFY(!bars.bars.back().whisker && bars.empty.empty());
    QVERIFY(cumulativeChart(sample.context()).bands.empty());
}

void tst_cost_charts::tellsNearlyAllFromAll() {
    // A cap that nearly never binds: most outcomes save nothing, a few do.
    const Sample sample({0}, [](cost::Spec& spec) {
        spec = test::costSpec(R"({"items":[{"id":"t","type":"tokens","requests":1000000,"inputTokens":500,
            "outputTokens":{"dist":"uniform","low":100,"high":200},"inputPrice":3,"outputPrice":15}],
            "measures":[{"id":"m","type":"output-cap","item":"t","maxOutputTokens":195}],
            "scenarios":[{"name":"capped","measures":["m"]}]})");
    });
    QCOMPARE(sample.picture.scenarios[0].saving.p90, 0.0);
    const Chart chart = confidenceChart(sample.context());
    QVERIFY(chart.empty.empty());
    QCOMPARE(say(chart.conclusion), QStringLiteral("At least 8 of 10 outcomes save 0 a month."));
    QVERIFY(chart.lines[0].points.size() > 2);
    // The other way round, half of the outcomes are dearer than now.
    const Sample dearer({0}, [](cost::Spec& spec) {
        spec = test::costSpec(R"({"items":[{"id":"x","type":"other","monthly":100}],
            "measures":[{"id":"m","type":"factor","item":"x","driver":"cost",
                         "factor":{"dist":"uniform","low":0.9,"high":1.3}}],
            "scenarios":[{"name":"s","measures":["m"]}]})");
    });
    const std::string text = histogramChart(dearer.context()).conclusion;
    QVERIFY2(text.starts_with("7") && text.ends_with(" % of the outcomes cost more than now."), text.c_str());
}

void tst_cost_charts::swingsLikeAssess() {
    const Sample sample;
    cost::RiskQuestion question;
    question.outcome = cost::Outcome::Saving;
    question.options.trials = 1000;
    const auto risk = cost::assess(sample.spec, question);
    const Chart chart = tornadoChart(sample.context());
    QCOMPARE(chart.table.rows.size(), risk->tornado.bars.size());
    for (std::size_t k = 0; k < risk->tornado.bars.size(); ++k) {
        const cost::TornadoBar& bar = risk->tornado.bars[k];
        QCOMPARE(number(chart.table.rows[k][3]), bar.atLow);
        QCOMPARE(number(chart.table.rows[k][4]), bar.atHigh);
        if (k >= chart.categories.size())
            continue;
        QCOMPARE(chart.bars[2 * k].from, risk->tornado.base);
        QCOMPARE(chart.bars[2 * k].to, bar.atLow);
        QCOMPARE(chart.bars[2 * k].colour, ChartColour::LowEnd);
        QCOMPARE(chart.bars[2 * k + 1].to, bar.atHigh);
        QCOMPARE(chart.bars[2 * k + 1].colour, ChartColour::HighEnd);
        QCOMPARE(chart.categories[k].link, "input:" + risk->inputs[bar.input].pointer);
    }
    QVERIFY(chart.horizontal);
    QCOMPARE(chart.legend.size(), std::size_t(2));
    QCOMPARE(say(chart.conclusion), QStringLiteral("It depends most on tool calls of Triage agent tokens."));
    QCOMPARE(chart.categories[0].name, std::string("Tool calls, Triage agent tokens"));
}

void tst_cost_charts::asksWhatIsWorthKnowing() {
    // A scenario that pays only when the endpoints can be filled.
    const Sample sample({0}, [](cost::Spec& spec) {
        spec.measures[0].oneOff = cost::Quantity::point(105'000);
        spec.scenarios[0].measures = {0};
        spec.scenarios[1].measures = {};
    });
    const Chart chart = informationChart(sample.context());
    QVERIFY2(chart.empty.empty(), chart.empty.c_str());
    const auto& worth = sample.picture.scenarios[0].information;
    QCOMPARE(chart.bars.front().to, *std::max_element(worth.begin(), worth.end()));
    QVERIFY2(chart.conclusion.starts_with("Measure ") && chart.conclusion.find(" next: worth up to $") < 80,
             chart.conclusion.c_str());
    QVERIFY(tornadoChart(sample.context()).conclusion.ends_with(" Measure it next."));
    for (std::size_t k = 1; k < chart.bars.size(); ++k)
        QVERIFY(chart.bars[k].to <= chart.bars[k - 1].to);
    const Sample quick({0}, {}, false);
    QVERIFY(informationChart(quick.context()).empty.starts_with("What each figure is worth is computed when"));
    QVERIFY(informationChart(Sample().context()).empty.starts_with("The best choice is the same"));
}

QTEST_GUILESS_MAIN(tst_cost_charts)
#include "tst_cost_charts.moc"
