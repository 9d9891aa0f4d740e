// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost model in a session: commands and events, what is derived of it, and the money of findings.
#include "core/cost/plan.h"
#include "tests/core/session/findings_fixture.h"

#include <cmath>

using namespace plumb;
using namespace plumb::test;

namespace {

review::CostItem item(std::string id, std::string type, review::CostFields fields) {
    return {id, "Item " + id, std::move(type), {}, std::move(fields)};
}

review::CostMeasure factor(std::string id, std::string on, std::string factor) {
    review::CostMeasure measure;
    measure.id = id;
    measure.name = "Measure " + id;
    measure.type = "factor";
    measure.fields = {{"driver", "\"cost\""}, {"factor", std::move(factor)}, {"oneOff", "1200"}};
    measure.items = {std::move(on)};
    return measure;
}

/// $21,900 for an endpoint and $1,000 for a store; "half" and "tenth" act on the first, "store" on the second.
review::Costs model() {
    review::Costs costs;
    costs.items = {item("ep", "endpoint", {{"pricePerHour", "30"}, {"utilisation", "0.3"}}),
                   item("vec", "other", {{"monthly", "1000"}})};
    costs.measures = {factor("half", "ep", "0.5"), factor("tenth", "ep", "0.9"), factor("store", "vec", "0.2")};
    costs.scenarios = {{"quick", "Quick wins", {"half", "tenth"}}, {"all", "All", {"half", "tenth", "store"}}};
    return costs;
}

session::FindingEdit measures(std::vector<std::string> names) {
    session::FindingEdit edit;
    edit.measures = std::move(names);
    return edit;
}

bool near(double actual, double expected) {
    if (std::abs(actual - expected) <= 1e-9 * std::max(1.0, std::abs(expected)))
        return true;
    qWarning("%.17g is not %.17g", actual, expected);
    return false;
}

exchange::CostImport bill() {
    exchange::CostImport import;
    import.format = exchange::CostFormat::Focus;
    import.currency = "USD";
    import.items = {item("ec2", "other", {{ "monthly", "300" }}), item("ep", "endpoint", {{ "pricePerHour", "2" }})};
    import.items[0].note = "FOCUS 1.0, 12 rows";
    return import;
}

} // namespace

class TestSessionCosts : public FindingsTest {
    Q_OBJECT

    double saving(const std::string& key) const { return m_session->finding(key)->monthlySaving; }
    std::size_t commands() const { return m_session->history()->size(); }
    const review::Costs& costs() const { return m_session->review().costs; }

private slots:
    void init() {
        makeReview();
        VERIFY_OK(m_session->setCosts(model(), "Start the cost model"));
    }

    void theModelIsOneCommandThatUndoTakesBack() {
        Recorder heard(*m_session);
        review::Costs changed = model();
        changed.items[0].fields["utilisation"] = "0.5";
        VERIFY_OK(m_session->setCosts(changed, "Change utilisation of Item ep"));
        COMPARE_TEXT(heard.take(), "costs; history");
        COMPARE_TEXT(lastLabel(*m_session), "Change utilisation of Item ep");
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(heard.take(), "costs; history");
        QVERIFY(costs().items == model().items);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        VERIFY_OK(m_session->redo());
        QVERIFY(costs().items == changed.items);
        const std::size_t before = commands();
        VERIFY_OK(m_session->setCosts(changed, "Nothing"));
        QCOMPARE(commands(), before);
    }
    void aSliderOnItsWayIsOneCommand() {
        const std::size_t before = commands();
        for (const char* value : {"0.31", "0.32", "0.33"}) {
            review::Costs changed = model();
            changed.items[0].fields["utilisation"] = value;
            VERIFY_OK(m_session->setCosts(changed, "Change utilisation of Item ep", "ep.utilisation"));
        }
        QCOMPARE(commands(), before + 1);
        COMPARE_TEXT(costs().items[0].fields.at("utilisation"), "0.33");
    }
    void derivedStateFollowsTheModel() {
        QVERIFY(near(m_session->costEvaluation()->baselineMonthly, 22900));
        QCOMPARE(m_session->costSpec()->measures.size(), std::size_t(3));
        const cost::Evaluation* kept = m_session->costEvaluation();
        VERIFY_OK(m_session->editFindings({{kFirst, owner("Dev Raman")}}));
        QCOMPARE(m_session->costEvaluation(), kept);
        review::Costs dearer = model();
        dearer.items[1].fields["monthly"] = "2000";
        VERIFY_OK(m_session->setCosts(dearer, ""));
        QVERIFY(near(m_session->costEvaluation()->baselineMonthly, 23900));
        VERIFY_OK(m_session->setCosts({}, "Clear"));
        QVERIFY(m_session->costEvaluation() == nullptr);
        QVERIFY(m_session->costSpec().has_value());
        QVERIFY(near(saving(kFirst), 0));
    }
    void whatCanNotBeUsedIsRefusedAndNothingChanges_data() {
        QTest::addColumn<std::function<void(review::Costs&)>>("spoil");
        QTest::addColumn<QString>("problems");
        using Spoil = std::function<void(review::Costs&)>;
        QTest::newRow("price") << Spoil([](auto& c) { c.items[0].fields["pricePerHour"] = "-1"; }) << "C002";
        QTest::newRow("share") << Spoil([](auto& c) { c.items[0].fields["utilisation"] = "1.5"; }) << "C002";
        QTest::newRow("no price") << Spoil([](auto& c) { c.items[0].fields.erase("pricePerHour"); }) << "C004";
        QTest::newRow("horizon") << Spoil([](auto& c) { c.settings.horizonMonths = 0; }) << "C002";
        QTest::newRow("horizon of 6") << Spoil([](auto& c) { c.settings.horizonMonths = 6; }) << "C002";
        QTest::newRow("trials and seed") << Spoil([](auto& c) {
            c.settings.trials = 5;
            c.settings.seed = -1;
        }) << "C002 C002";
        QTest::newRow("chosen") << Spoil([](auto& c) { c.settings.scenario = "gone"; }) << "C005";
        QTest::newRow("circle") << Spoil([](auto& c) {
            c.measures[0].prerequisites = {"tenth"};
            c.measures[1].prerequisites = {"half"};
        }) << "C007";
        QTest::newRow("excluded") << Spoil([](auto& c) { c.measures[0].excludes = {"tenth"}; }) << "C008 C008";
        QTest::newRow("prerequisite") << Spoil([](auto& c) { c.measures[0].prerequisites = {"store"}; }) << "C008";
    }
    void whatCanNotBeUsedIsRefusedAndNothingChanges() {
        QFETCH(std::function<void(review::Costs&)>, spoil);
        QFETCH(QString, problems);
        review::Costs spoilt = model();
        spoil(spoilt);
        const std::size_t before = commands();
        Recorder heard(*m_session);
        const Result<void> result = m_session->setCosts(spoilt, "Spoil");
        VERIFY_ERROR(result, "cost.spec");
        QCOMPARE(QString::fromStdString(faults(result)), problems);
        for (const Message& message : result.error().messages)
            QVERIFY2(!message.pointer.empty() && !message.text.empty(), message.id.c_str());
        QCOMPARE(commands(), before);
        COMPARE_TEXT(heard.take(), "");
        QVERIFY(costs() == model());
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }

    void findingsShowTheSharesOfTheirMeasures() {
        VERIFY_OK(m_session->linkMeasure(kFirst, "half", true));
        VERIFY_OK(m_session->linkMeasure(kSecond, "tenth", true));
        const cost::ScenarioResult& quick = m_session->costEvaluation()->scenarios[0];
        QVERIFY(near(saving(kFirst), quick.shapley.values[0]));
        QVERIFY(near(saving(kSecond), quick.shapley.values[1]));
        QVERIFY(near(saving(kFirst) + saving(kSecond), 21900 * 0.55));
        QVERIFY(near(m_session->plan().monthlySaving, 21900 * 0.55));
        QCOMPARE(m_session->costSpec()->measures[0].findings, (std::vector<std::string>{kFirst}));
        QCOMPARE(m_session->measuresBehind(kFirst), (std::vector<std::string>{"half"}));
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void aMeasureOfTwoFindingsCountsOnce() {
        for (const std::string& key : {kFirst, kSecond})
            VERIFY_OK(m_session->linkMeasure(key, "half", true));
        const double whole = m_session->costEvaluation()->scenarios[0].shapley.values[0];
        QVERIFY(near(saving(kFirst), whole / 2) && near(saving(kSecond), whole / 2));
        session::FindingEdit done;
        done.status = review::FindingStatus::Resolved;
        VERIFY_OK(m_session->editFindings({{kSecond, done}}));
        QVERIFY(near(saving(kFirst), whole) && near(saving(kSecond), 0));
    }
    void theChosenScenarioDecides() {
        VERIFY_OK(m_session->linkMeasure(kFirst, "store", true));
        QVERIFY(near(saving(kFirst), 0)); // the first scenario has it off
        review::Costs chosen = model();
        chosen.settings.scenario = "all";
        VERIFY_OK(m_session->setCosts(chosen, "Choose All"));
        QVERIFY(near(saving(kFirst), 800));
    }
    void whatIfKnowsTheBill() {
        VERIFY_OK(m_session->linkMeasure(kFirst, "half", true));
        VERIFY_OK(m_session->linkMeasure(kSecond, "half", true));
        const auto close = [&](const std::vector<std::string>& keys) {
            std::vector<review::PracticeRef> ticks;
            for (const std::string& key : keys)
                for (const review::PracticeRef& practice : m_session->finding(key)->toClose)
                    ticks.push_back(practice);
            return *m_session->whatIf(ticks);
        };
        QVERIFY(near(close({kFirst}).monthlyBefore, 22900));
        QVERIFY(near(close({kFirst}).monthlyAfter, 22900 - 10950));
        QVERIFY(near(close({kFirst, kSecond}).monthlyAfter, 22900 - 10950));
        QVERIFY(near(close({kThird}).monthlyAfter, 22900));
    }

    void linksGoBothWaysAndAreFindings() {
        Recorder heard(*m_session);
        VERIFY_OK(m_session->linkMeasure(kFirst, "Measure half", true));
        COMPARE_TEXT(heard.take(), "findings " + kFirst + "; history");
        COMPARE_TEXT(lastLabel(*m_session), "Link measure \"Measure half\" to F-01");
        const std::size_t before = commands();
        VERIFY_OK(m_session->linkMeasure(kFirst, "half", true));
        VERIFY_OK(m_session->linkMeasure(kFirst, "tenth", false));
        QCOMPARE(commands(), before);
        VERIFY_OK(m_session->linkMeasure(kFirst, "half", false));
        COMPARE_TEXT(lastLabel(*m_session), "Unlink measure \"Measure half\" from F-01");
        QVERIFY(m_session->review().findFinding(kFirst)->measures.empty());
        VERIFY_ERROR(m_session->linkMeasure(kFirst, "haff", true), "session.unknownMeasure");
        VERIFY_ERROR(m_session->linkMeasure("alpha/NO", "half", true), "session.unknownFinding");
    }
    void unlinkingOneOfATypeNamesTheOthers() {
        VERIFY_OK(m_session->editFindings({{kFirst, measures({"factor"})}}));
        QCOMPARE(m_session->measuresBehind(kFirst).size(), std::size_t(3));
        VERIFY_OK(m_session->linkMeasure(kFirst, "tenth", false));
        QCOMPARE(m_session->measuresBehind(kFirst), (std::vector<std::string>{"half", "store"}));
    }
    void aMeasureThatGoesLeavesItsFindings() {
        VERIFY_OK(m_session->linkMeasure(kFirst, "half", true));
        review::Costs without = costs();
        session::removeMeasures(without, {"half"});
        Recorder heard(*m_session);
        VERIFY_OK(m_session->setCosts(without, "Remove measure"));
        COMPARE_TEXT(heard.take(), "findings " + kFirst + "; costs; history");
        QVERIFY(m_session->review().findFinding(kFirst)->measures.empty());
        VERIFY_OK(m_session->undo());
        QCOMPARE(m_session->measuresBehind(kFirst), (std::vector<std::string>{"half"}));
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void closingAFindingCanSwitchItsMeasureOn() {
        review::Costs needy = model();
        needy.measures[2].prerequisites = {"tenth"};
        needy.measures[2].excludes = {"half"};
        needy.scenarios = {{"quick", "Quick wins", {"half"}}};
        VERIFY_OK(m_session->setCosts(needy, "Rules"));
        VERIFY_OK(m_session->linkMeasure(kThird, "store", true));
        VERIFY_ERROR(m_session->switchOnMeasures({kThird}, "quick"), "cost.spec");
        QCOMPARE(costs().scenarios[0].measures, (std::vector<std::string>{"half"}));
        const auto added = m_session->switchOnMeasures({kThird}, "", {true, true});
        VERIFY_OK(added);
        QCOMPARE(*added, (std::vector<std::string>{"tenth", "store"}));
        QCOMPARE(costs().scenarios[0].measures, (std::vector<std::string>{"tenth", "store"}));
        COMPARE_TEXT(lastLabel(*m_session), "Switch on 2 measures of F-03 in \"Quick wins\"");
        VERIFY_ERROR(m_session->switchOnMeasures({kFirst}, "quick"), "session.noMeasures");
        VERIFY_ERROR(m_session->switchOnMeasures({kFirst}, "quack"), "session.unknownScenario");
    }

    void pricesStandBeforeDefaultsAndAreTheirOwnEvent() {
        Recorder heard(*m_session);
        review::Price price{"ml.g5.xlarge", "pricePerHour", "USD per hour", 1.5, "USD", {}, "Offer", {}, {}};
        VERIFY_OK(m_session->putPrices({price}, "Set a price"));
        COMPARE_TEXT(heard.take(), "prices; history");
        QVERIFY(near(m_session->priceBook().find("ml.g5.xlarge", "pricePerHour")->amount, 1.5));
        VERIFY_OK(m_session->setCosts(model(), "")); // a model that knows nothing of prices leaves them
        QCOMPARE(costs().prices.size(), std::size_t(1));
        price.amount = -1;
        VERIFY_OK(m_session->putPrices({price}, "Remove it"));
        QVERIFY(costs().prices.empty());
        VERIFY_OK(m_session->undo());
        QCOMPARE(costs().prices.size(), std::size_t(1));
        review::Price odd{{}, "x", {}, std::nan(""), "USD", {}, {}, {2026, 9, 1}, {2026, 8, 1}};
        const Result<void> refused = m_session->putPrices({price, odd}, "Odd");
        VERIFY_ERROR(refused, "cost.price");
        COMPARE_TEXT(faults(refused), "P001 P002 P003");
        QCOMPARE(costs().prices.size(), std::size_t(1));
    }

    void anImportIsOneCommandWithFreshIds() {
        const std::size_t before = commands();
        const auto added = m_session->importCosts(bill(), {}, "october.csv");
        VERIFY_OK(added);
        QCOMPARE(*added, (std::vector<std::string>{"ec2", "ep-2"}));
        QCOMPARE(commands(), before + 1);
        COMPARE_TEXT(lastLabel(*m_session), "Import 2 entries from october.csv");
        COMPARE_TEXT(costs().findItem("ec2")->note, "october.csv: FOCUS 1.0, 12 rows");
        VERIFY_ERROR(m_session->importCosts(bill(), {{}, {"ec2", "ep"}}, "october.csv"), "import.nothing");
        exchange::CostImport euros = bill();
        euros.currency = "EUR";
        VERIFY_ERROR(m_session->importCosts(euros, {}, "october.csv"), "import.currency");
        VERIFY_OK(m_session->undo());
        QVERIFY(costs() == model());
    }
    void anImportRenewsWhatAFileOfThatNameBrought() {
        using Into = session::Session::CostImportChoice::Into;
        VERIFY_OK(m_session->importCosts(bill(), {{}, {"ep"}}, "bill.csv"));
        review::Costs edited = costs();
        edited.items.back().fields["monthly"] = "310";
        edited.measures.push_back(factor("cut", "ec2", "0.5"));
        VERIFY_OK(m_session->setCosts(edited, "Act on it"));
        exchange::CostImport november = bill();
        november.items[0].fields["monthly"] = "400";
        VERIFY_OK(m_session->importCosts(november, {Into::Replace, {"ep"}}, "bill.csv"));
        COMPARE_TEXT(costs().findItem("ec2")->fields.at("monthly"), "400");
        QVERIFY(costs().findMeasure("cut"));
        november.items = {item("s3", "other", {{"monthly", "5"}})};
        VERIFY_ERROR(m_session->importCosts(november, {Into::Replace, {}}, "bill.csv"), "import.inUse");
        session::removeMeasures(edited, {"cut"});
        VERIFY_OK(m_session->setCosts(edited, "Without it"));
        VERIFY_OK(m_session->importCosts(november, {Into::Replace, {}}, "bill.csv"));
        QVERIFY(!costs().findItem("ec2") && costs().findItem("s3"));
    }
    void measuredLoadsGoToTheirItems() {
        exchange::CostImport loads;
        loads.loads = {
            {"GPUUtilization", "ep", "utilisation", R"({"dist":"lognormal","p10":0.1,"p90":0.4})", 0.2, 0.1, 0.4, 99}};
        // A lognormal has no upper end, so it can't be a share.
        VERIFY_ERROR(m_session->importCosts(loads, {}, "load.csv"), "cost.spec");
        loads.loads[0].json = R"({"dist":"pert","low":0.1,"mode":0.2,"high":0.4})";
        VERIFY_OK(m_session->importCosts(loads, {}, "load.csv"));
        COMPARE_TEXT(costs().items[0].fields.at("utilisation"), loads.loads[0].json);
        loads.loads[0].item = "nowhere";
        VERIFY_ERROR(m_session->importCosts(loads, {}, "load.csv"), "session.unknownItem");
    }

    void readersSeeTheModelButMayNotChangeIt() {
        const auto reader = session::Session::open(m_session->path(), session::OpenMode::ReadOnly, m_fixture.env());
        QVERIFY(reader.has_value());
        QVERIFY((*reader)->review().costs == costs());
        VERIFY_ERROR((*reader)->setCosts({}, "x"), "session.readOnly");
        VERIFY_ERROR((*reader)->putPrices({}, "x"), "session.readOnly");
    }
};

QTEST_GUILESS_MAIN(TestSessionCosts)
#include "tst_session_costs.moc"
