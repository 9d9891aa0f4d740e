// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario's simulation from a specification to its JSON.
#include "core/base/json.h"
#include "core/cost/evaluate.h"
#include "core/cost/scenario_risk.h"
#include "core/cost/spec.h"

#include <QtTest>

#include <cmath>
#include <string>

using namespace plumb;
using namespace plumb::cost;

namespace {

constexpr const char* kSpec = R"({"hoursPerMonth": 720, "items": [
  {"id": "ep", "type": "endpoint", "pricePerHour": {"dist": "pert", "low": 20, "mode": 30, "high": 60}, "utilisation": 0.3}],
 "measures": [
  {"id": "m1", "type": "consolidate", "item": "ep", "rampMonths": 3, "oneOff": 60000,
   "targetUtilisation": {"dist": "triangular", "low": 0.4, "mode": 0.6, "high": 0.8}}],
 "scenarios": [{"name": "shared", "measures": ["m1"]}, {"name": "nothing", "measures": []}]})";

Spec spec(const char* text = kSpec) {
    return *readSpec(*parseJsonOrFail(text, "test"));
}

} // namespace

class tst_scenario_risk : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheEvaluation();
    void simulatesABareItem();
    void saysTheSameForAnyThreads();
    void tellsWhatIsWorthKnowing();
    void namesTheScenariosThereAre();
    void keepsCertainNumbersCertain();
    void namesOutcomesBothWays();
};

void tst_scenario_risk::agreesWithTheEvaluation() {
    RiskQuestion question;
    question.target = 12'000;
    question.indices = true;
    const auto risk = assess(spec(), question);
    QVERIFY(risk.has_value());
    QCOMPARE(risk->scenario, std::string("shared"));
    QCOMPARE(risk->inputs.size(), std::size_t{2});
    // Price and target utilisation are independent: E[price] 720 * 0.3 * E[1 / target].
    const Summary& baseline = risk->summary(Outcome::BaselineMonthly);
    QVERIFY(std::fabs(baseline.mean - 720 * 200.0 / 6) < 4 * baseline.stdError);
    QVERIFY(std::fabs(risk->summary(Outcome::Saving).mean - (baseline.mean - risk->summary(Outcome::Monthly).mean)) <
            1e-6);
    const double atMiddle = compile(spec(), 0).monthly(std::vector<double>{30, 0.6});
    QCOMPARE(atMiddle, 10'800.0);
    QVERIFY(risk->reached && risk->reached->share > 0.4 && risk->reached->share < 0.8);
    QCOMPARE(risk->tornado.bars.size(), std::size_t{2});
    QVERIFY(std::fabs(risk->indices->indices[0].total + risk->indices->indices[1].total - 1) < 0.1);
    const Json json = writeRisk(*risk);
    for (const char* member : {"mean", "stdError", "p10", "p50", "p90", "tornado", "outcomes", "informationValue"})
        QVERIFY2(json.contains(member), member);
    QCOMPARE(json.at("tornado").at(0).at("input").get<std::string>(), std::string("ep.pricePerHour"));
    QCOMPARE(json.at("mean"), json.at("outcomes").at("monthly").at("mean"));
}

void tst_scenario_risk::simulatesABareItem() {
    const Spec bare = spec(R"({"items": [{"id": "x", "type": "other",
        "monthly": {"dist": "pert", "low": 10, "mode": 20, "high": 50}}]})");
    const auto risk = assess(bare, {});
    QVERIFY(risk.has_value());
    QCOMPARE(risk->scenario, std::string("baseline"));
    const Summary& s = risk->summary(Outcome::Monthly);
    QVERIFY(std::fabs(s.mean - 70.0 / 3) < 4 * s.stdError);
    QVERIFY(std::fabs(s.p50 - 22.552406818227897) < 0.1);
    QCOMPARE(risk->information.all, 0.0);
}

void tst_scenario_risk::saysTheSameForAnyThreads() {
    RiskQuestion question;
    question.options.trials = 20'000;
    question.options.threads = 1;
    const std::string one = writeJson(writeRisk(*assess(spec(), question)));
    for (const std::size_t threads : {2, 3}) {
        question.options.threads = threads;
        QCOMPARE(writeJson(writeRisk(*assess(spec(), question))), one);
    }
    question.options.seed = 2;
    QVERIFY(writeJson(writeRisk(*assess(spec(), question))) != one);
}

void tst_scenario_risk::tellsWhatIsWorthKnowing() {
    const auto risk = assess(spec(), {});
    QVERIFY(risk->information.all > 0);
    for (const double worth : risk->information.perInput)
        QVERIFY(worth >= 0 && worth <= risk->information.all);
}

void tst_scenario_risk::namesTheScenariosThereAre() {
    RiskQuestion question;
    question.scenario = "sharde";
    const auto risk = assess(spec(), question);
    QVERIFY(!risk.has_value());
    QCOMPARE(risk.error().id, std::string("cost.scenario"));
    QVERIFY(risk.error().text.find("shared, nothing") != std::string::npos);
    question.scenario = "nothing";
    QCOMPARE(assess(spec(), question)->summary(Outcome::Saving).maximum, 0.0);
}

void tst_scenario_risk::keepsCertainNumbersCertain() {
    const auto risk = assess(spec(R"({"hoursPerMonth": 720, "items": [
        {"id": "ep", "type": "endpoint", "pricePerHour": 30, "utilisation": 0.3}]})"),
                             {});
    QVERIFY(risk.has_value());
    const Summary& s = risk->summary(Outcome::Monthly);
    QVERIFY(s.mean == 21'600 && s.p10 == 21'600 && s.p90 == 21'600 && s.stdError == 0);
    QVERIFY(risk->tornado.bars.empty());
}

void tst_scenario_risk::namesOutcomesBothWays() {
    for (const Outcome outcome : kAllOutcomes)
        QVERIFY(outcomeFromText(toText(outcome)) == outcome);
    QVERIFY(!outcomeFromText("profit"));
}

QTEST_GUILESS_MAIN(tst_scenario_risk)
#include "tst_scenario_risk.moc"
