// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The worked example of docs/findings.md, number by number.
#include "tests/core/score/finding_builders.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::test;
using lens::Effort;

namespace {

/// The review of section 8.
RiskReview example() {
    RiskReview r({});
    r.review.lenses.clear();
    const std::vector<Json> security{
        questionJson("access", {"mfa", "least", "rotate"}, threeLevels("mfa && least && rotate", "mfa && least")),
        questionJson("prompts", {"redact", "filter"}, threeLevels("redact && filter", "redact || filter"))};
    const std::vector<Json> reliability{
        questionJson("drift", {"watch", "alarm", "none_no"}, {{"watch && alarm", "NO_RISK"}, {"default", "HIGH_RISK"}}),
        questionJson("lineage", {"record", "trace"}, {{"record && trace", "NO_RISK"}, {"default", "MEDIUM_RISK"}}),
        questionJson("quota", {"limits", "none_no"}, {{"limits", "NO_RISK"}, {"default", "MEDIUM_RISK"}})};
    r.overlay = &r.add(makeLens("L", {pillarJson("security", security), pillarJson("reliability", reliability)}));
    auto& overlay = r.overlay->questions;
    overlay["access"].weight = 2.0;
    overlay["access"].likelihood = 4;
    overlay["access"].impact = 5;
    overlay["access"].effort = overlay["lineage"].effort = Effort::M;
    overlay["prompts"].effort = Effort::S;
    overlay["drift"].effort = Effort::L;
    overlay["drift"].likelihood = 3;
    overlay["drift"].impact = 4;
    r.tick("L", "access", {"mfa"});
    r.tick("L", "prompts", {"redact"});
    r.tick("L", "drift", {"none_no"});
    r.tick("L", "lineage", {"record"});
    r.tick("L", "quota", {"limits"});
    r.write("drift").needs = {"L/lineage"};
    r.write("drift").loss = review::LossModel{0.5, 20'000.0, 200'000.0};
    r.saving = [](const std::string& key, const auto&) { return key == "L/prompts" ? 300.0 : 0.0; };
    return r;
}

bool is(double value, double wanted, double room) {
    return std::abs(value - wanted) <= room;
}

QString line(const score::PlanItem& item) {
    return QStringLiteral("%1 rank %2 value %3 days %4 %5 %6 period %7")
        .arg(QString::fromStdString(item.key.substr(2)))
        .arg(item.rank)
        .arg(item.value, 0, 'f', 2)
        .arg(item.days)
        .arg(QString::fromStdString(toIso(item.from)), QString::fromStdString(toIso(item.to)))
        .arg(item.period + 1);
}

} // namespace

class TestFindingsExample : public QObject {
    Q_OBJECT

private slots:
    void registerOfTheExample() {
        const RiskReview r = example();
        struct Row {
            const char* id;
            lens::Risk severity;
            int rating, residual;
            double penalty, gain;
            const char *observation, *recommendation;
        };
        const std::array<Row, 4> rows{
            {{"L/access", lens::Risk::High, 20, 8, 2.0, 33.33,
              "In place: Choice mfa. Missing: Choice least and Choice rotate.", "Do least. Do rotate."},
             {"L/drift", lens::Risk::High, 12, 3, 1.0, 16.67,
              "None of the practices is in place. Missing: Choice watch and Choice alarm.", "Do watch. Do alarm."},
             {"L/lineage", lens::Risk::Medium, 9, 2, 0.5, 8.33, "In place: Choice record. Missing: Choice trace.",
              "Do trace."},
             {"L/prompts", lens::Risk::Medium, 9, 2, 0.5, 8.33, "In place: Choice redact. Missing: Choice filter.",
              "Do filter."}}};
        const auto found = r.findings();
        QCOMPARE(found.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Row& row = rows[i];
            QCOMPARE(found[i].key, std::string(row.id));
            QVERIFY(found[i].severity == row.severity);
            QCOMPARE(found[i].rating, row.rating);
            QCOMPARE(found[i].residualRating, row.residual);
            QCOMPARE(found[i].penalty, row.penalty);
            QVERIFY(is(found[i].scoreGain, row.gain, 0.005));
            QCOMPARE(found[i].observation, std::string(row.observation));
            QCOMPARE(found[i].recommendation, std::string(row.recommendation));
        }
        QVERIFY(is(*r.scores().overall().score, 33.33, 0.005));
    }

    void lossOfTheExample() {
        const score::YearlyLoss loss = example().finding("L/drift").loss;
        QVERIFY(is(loss.mean, 47'342.0, 1.0));
        QCOMPARE(loss.p10, 0.0);
        QCOMPARE(loss.p50, 0.0);
        QVERIFY2(is(loss.p90, 150'600.0, 300.0), qPrintable(QString::number(loss.p90)));
        QVERIFY(is(itemOf(example().plan(), "L/drift")->avoidedLoss, 35'507.0, 1.0));
    }

    void planOfTheExampleInDays() {
        const score::Plan plan = example().plan();
        QStringList lines;
        for (const auto& item : plan.items)
            lines << line(item);
        QCOMPARE(lines.join(QLatin1Char('\n')),
                 QStringLiteral("access rank 1 value 2.00 days 5 2026-11-18 2026-11-24 period 1\n"
                                "lineage rank 4 value 0.50 days 5 2026-11-18 2026-11-24 period 1\n"
                                "drift rank 2 value 4.55 days 20 2026-11-25 2026-12-22 period 2\n"
                                "prompts rank 3 value 0.86 days 1 2026-11-18 2026-11-19 period 1"));
        QVERIFY(is(plan.proof.objective, 178.18, 0.005));
        QCOMPARE(plan.proof.gap(), 0.0);
        QCOMPARE(*plan.after.score, 100.0);
        QCOMPARE(plan.highBefore * 10 + plan.highAfter, 20);
        QCOMPARE(plan.monthlySaving, 300.0);
        QVERIFY(is(plan.periods[0].used, 27.43, 0.005));
    }

    void planOfTheExampleByCapacity() {
        RiskReview r = example();
        r.review.planning.mode = review::PlanMode::Capacity;
        r.review.planning.capacity = 20.0;
        const score::Plan plan = r.plan();
        QStringList lines;
        for (const auto& item : plan.items)
            lines << line(item);
        QCOMPARE(lines.join(QLatin1Char('\n')),
                 QStringLiteral("access rank 1 value 2.00 days 5 2026-11-18 2026-11-25 period 1\n"
                                "lineage rank 4 value 0.50 days 5 2026-11-25 2026-12-02 period 1\n"
                                "drift rank 2 value 4.55 days 20 2026-12-03 2027-01-01 period 2\n"
                                "prompts rank 3 value 0.86 days 1 2027-01-02 2027-01-03 period 2"));
        QCOMPARE(plan.periods[0].used, 20.0);
        QCOMPARE(plan.periods[1].used, 11.0);
        const auto& reasons = itemOf(plan, "L/prompts")->reasons;
        QCOMPARE(reasons.size(), std::size_t{2});
        QCOMPARE(reasons[1].text,
                 std::string("The 20 person-days until 17 December 2026 are used up by what comes first."));
    }
};

QTEST_APPLESS_MAIN(TestFindingsExample)
#include "tst_findings_example.moc"
