// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cost item, measure, scenario, settings, link, seed, show, export; what a review's model says to eval and simulate.
#include "cli_run.h"

#include <cmath>

using namespace plumb::test;

class TestCliCostModel : public QObject {
    Q_OBJECT
    CliFolder m_folder;

    QJsonObject json(const QStringList& line) {
        const Ran ran = m_folder.json(line);
        if (ran.code != 0)
            qWarning("%s\n%s", qPrintable(line.join(' ')), ran.err.constData());
        return ran.code == 0 ? ran.json() : QJsonObject();
    }
    int commands() { return json({"history", "r.plumb"})[u"commands"].toArray().size(); }
    QString lastLabel() { return json({"history", "r.plumb"})[u"commands"].toArray().last()[u"label"].toString(); }
    static bool near(double actual, double expected) {
        if (std::abs(actual - expected) <= 1e-9 * std::max(1.0, std::abs(expected)))
            return true;
        qWarning("%.17g is not %.17g", actual, expected);
        return false;
    }
    static QStringList texts(const QJsonValue& list) {
        QStringList out;
        for (const QJsonValue& one : list.toArray())
            out << one.toString();
        return out;
    }

private slots:
    /// F-01 at HIGH; an endpoint of $21,900 and a tenth of that elsewhere, two measures, two scenarios.
    void initTestCase() {
        m_folder.write("small.json", kSmallLens);
        const QStringList lines{
            "new base.plumb --workload W --lens small.json",
            "answer base.plumb small-lens COST_1 --none",
            "cost item add base.plumb Endpoint --type endpoint --set pricePerHour=$30 --set utilisation=30%",
            "cost item add base.plumb Store --type other --set monthly=2,190 --id vec",
            "cost measure add base.plumb Share --type consolidate --item Endpoint --set targetUtilisation=60% --set "
            "oneOff=60000 --set effort=5",
            "cost measure add base.plumb Cut --type factor --item vec --set driver=cost --set factor=0.5",
            "cost scenario add base.plumb Quick --measures share",
            "cost scenario add base.plumb Everything --from Quick --on Cut"};
        for (const QString& line : lines) {
            const Ran ran = m_folder.json(line.split(' '));
            QVERIFY2(ran.code == 0, ran.err.constData());
        }
    }
    void init() {
        QFile::remove(m_folder.path("r.plumb"));
        QVERIFY(QFile::copy(m_folder.path("base.plumb"), m_folder.path("r.plumb")));
    }

    void itemsAreListedWithTheirMonth() {
        const QJsonObject list = json({"cost", "item", "list", "r.plumb"});
        QCOMPARE(list[u"items"][0][u"id"].toString(), QString("endpoint"));
        QVERIFY(near(list[u"items"][0][u"monthly"].toDouble(), 21900));
        QCOMPARE(list[u"items"][0][u"fields"][u"utilisation"].toDouble(), 0.3);
        QCOMPARE(list[u"items"][1][u"id"].toString(), QString("vec"));
        QVERIFY(near(list[u"baselineMonthly"].toDouble(), 24090));
        const Ran text = m_folder.run({"cost", "item", "list", "r.plumb"});
        QVERIFY(text.out.contains("21,900.00") && text.out.contains("USD 24,090.00 a month of 730 hours"));
    }
    void anItemIsChangedByNameAsOneCommand() {
        const int before = commands();
        const QJsonObject item =
            json({"cost", "item", "set", "r.plumb", "endpoint", "--set", "utilisation=pert 0.2 0.3 0.5"});
        QCOMPARE(item[u"fields"][u"utilisation"][u"dist"].toString(), QString("pert"));
        QCOMPARE(commands(), before + 1);
        QCOMPARE(lastLabel(), QString("Change utilisation of Endpoint"));
        QCOMPARE(json({"cost", "item", "set", "r.plumb", "Endpoint", "--note", "Bill", "--name", "Fraud endpoint",
                       "--unset", "utilisation"})[u"name"]
                     .toString(),
                 QString("Fraud endpoint"));
        QCOMPARE(json({"cost", "item", "set", "r.plumb", "fraud ENDPOINT", "--note", "Bill"})[u"changed"].toBool(),
                 false);
        QCOMPARE(commands(), before + 2);
        QCOMPARE(m_folder.json({"undo", "r.plumb"}).code, 0);
        QCOMPARE(json({"cost", "item", "list", "r.plumb"})[u"items"][0][u"name"].toString(), QString("Endpoint"));
    }
    void itemsGoWithTheirMeasuresOnlyWhenAsked() {
        const Ran refused = m_folder.json({"cost", "item", "remove", "r.plumb", "vec"});
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.err.contains("cut") && refused.err.contains("--with-measures"));
        const QJsonObject removed = json({"cost", "item", "remove", "r.plumb", "vec", "--with-measures"});
        QCOMPARE(texts(removed[u"removed"]), QStringList{"vec"});
        QCOMPARE(texts(removed[u"measures"]), QStringList{"cut"});
        QCOMPARE(texts(json({"cost", "scenario", "list", "r.plumb"})[u"scenarios"][1][u"measures"]),
                 QStringList{"share"});
    }
    void measuresKnowTheirScenariosAndFindings() {
        const QJsonObject linked = json({"cost", "link", "r.plumb", "F-01", "Share"});
        QCOMPARE(texts(linked[u"findings"]), QStringList{"small-lens/COST_1"});
        QVERIFY(near(linked[u"monthlySaving"].toDouble(), 10950));
        const QJsonObject list = json({"cost", "measure", "list", "r.plumb"});
        QCOMPARE(texts(list[u"measures"][0][u"scenarios"]), (QStringList{"quick", "everything"}));
        QCOMPARE(texts(list[u"measures"][1][u"scenarios"]), QStringList{"everything"});
        const QJsonObject changed =
            json({"cost", "measure", "set", "r.plumb", "cut", "--requires", "share", "--set", "startMonth=3"});
        QCOMPARE(texts(changed[u"requires"]), QStringList{"share"});
        QCOMPARE(changed[u"fields"][u"startMonth"].toInt(), 3);
        QCOMPARE(texts(json({"cost", "measure", "set", "r.plumb", "cut", "--requires", "none"})[u"requires"]),
                 QStringList{});
        QCOMPARE(texts(json({"cost", "measure", "remove", "r.plumb", "share"})[u"removed"]), QStringList{"share"});
        QCOMPARE(json({"finding", "show", "r.plumb", "F-01"})[u"measures"].toArray().size(), 0);
        QCOMPARE(m_folder.json({"undo", "r.plumb"}).code, 0);
        const QJsonObject unlinked = json({"cost", "link", "r.plumb", "F-01", "share", "--remove"});
        QVERIFY(unlinked[u"findings"].toArray().isEmpty() && near(unlinked[u"monthlySaving"].toDouble(), 0));
    }
    void moneyReachesFindingsPlanAndWhatIf() {
        QVERIFY(!json({"cost", "link", "r.plumb", "F-01", "share"}).isEmpty());
        QVERIFY(near(json({"findings", "r.plumb"})[u"findings"][0][u"monthlySaving"].toDouble(), 10950));
        QVERIFY(near(json({"plan", "r.plumb"})[u"monthlySaving"].toDouble(), 10950));
        const QJsonValue money = json({"whatif", "r.plumb", "--close", "F-01"})[u"money"];
        QVERIFY(near(money[u"monthlyBefore"].toDouble(), 24090) && near(money[u"monthlyAfter"].toDouble(), 13140));
        QVERIFY(m_folder.run({"findings", "r.plumb"}).out.contains("10,950.00"));
        QVERIFY(m_folder.run({"plan", "r.plumb"}).out.contains("Saves 10,950.00 a month"));
        QVERIFY(m_folder.run({"whatif", "r.plumb", "--close", "F-01"}).out.contains("24,090.00 -> 13,140.00"));
    }
    void scenariosSwitchAndAreChosen() {
        QVERIFY(!json({"cost", "measure", "set", "r.plumb", "cut", "--requires", "share"}).isEmpty());
        QCOMPARE(m_folder.json({"cost", "scenario", "set", "r.plumb", "everything", "--off", "share"}).code, 3);
        QCOMPARE(texts(json({"cost", "scenario", "set", "r.plumb", "everything", "--off", "share",
                             "--with-prerequisites"})[u"measures"]),
                 QStringList{});
        QCOMPARE(texts(json({"cost", "scenario", "set", "r.plumb", "Everything", "--on", "cut",
                             "--with-prerequisites"})[u"measures"]),
                 (QStringList{"share", "cut"}));
        QVERIFY(!json({"cost", "link", "r.plumb", "F-01", "cut"}).isEmpty());
        QCOMPARE(texts(json({"cost", "scenario", "add", "r.plumb", "By finding", "--finding", "F-01",
                             "--with-prerequisites"})[u"measures"]),
                 (QStringList{"share", "cut"}));
        const QJsonObject chosen = json({"cost", "scenario", "choose", "r.plumb", "everything"});
        QVERIFY(chosen[u"chosen"].toBool() && near(chosen[u"saving"].toDouble(), 12045));
        QCOMPARE(json({"cost", "settings", "r.plumb"})[u"settings"][u"scenario"].toString(), QString("everything"));
        QCOMPARE(texts(json({"cost", "scenario", "remove", "r.plumb", "everything"})[u"removed"]),
                 QStringList{"everything"});
        QCOMPARE(json({"cost", "settings", "r.plumb"})[u"settings"][u"scenario"].toString(), QString("quick"));
    }
    void settingsAreSetAndSaid() {
        const QJsonObject set = json({"cost", "settings", "r.plumb", "--hours", "720", "--horizon", "36", "--rate",
                                      "0.08", "--currency", "EUR", "--trials", "5000", "--seed", "7"});
        QVERIFY(set[u"changed"].toBool());
        QCOMPARE(json({"cost", "settings", "r.plumb"})[u"settings"], set[u"settings"]);
        QVERIFY(near(json({"cost", "item", "list", "r.plumb"})[u"items"][0][u"monthly"].toDouble(), 21600));
        QVERIFY(m_folder.run({"cost", "settings", "r.plumb"})
                    .out.contains("720 hours, 36 months, 8 % a year, EUR; 5000 trials, seed 7"));
    }
    void showEvalAndExportAgree() {
        const QJsonObject shown = json({"cost", "show", "r.plumb", "--scenario", "everything"});
        const QJsonObject evaluated = json({"cost", "eval", "r.plumb"});
        QCOMPARE(shown[u"scenarios"], evaluated[u"scenarios"]);
        QCOMPARE(shown[u"scenario"].toString(), QString("everything"));
        QCOMPARE(shown[u"items"], evaluated[u"items"]);
        QVERIFY(near(evaluated[u"scenarios"][0][u"saving"].toDouble(), 10950));
        QVERIFY(!json({"cost", "export", "r.plumb", "-o", "spec.json"}).isEmpty());
        QCOMPARE(json({"cost", "eval", "spec.json"}), evaluated);
        QCOMPARE(m_folder.run({"cost", "export", "r.plumb"}).out, m_folder.read("spec.json"));
        QCOMPARE(m_folder.json({"cost", "export", "r.plumb", "-o", "spec.json"}).code, 5);
        const Ran text = m_folder.run({"cost", "show", "r.plumb"});
        for (const char* word : {"Endpoint", "Scenario Quick", "10,950.00", "One-off 60,000.00"})
            QVERIFY2(text.out.contains(word), word);
    }
    void simulateTakesTheReviewsSettings() {
        QVERIFY(!json({"cost", "settings", "r.plumb", "--trials", "2000", "--seed", "9"}).isEmpty());
        QVERIFY(!json({"cost", "item", "set", "r.plumb", "endpoint", "--set", "utilisation=0.2..0.3..0.5"}).isEmpty());
        QVERIFY(!json({"cost", "scenario", "choose", "r.plumb", "everything"}).isEmpty());
        const QJsonObject own = json({"cost", "simulate", "r.plumb"});
        QCOMPARE(own[u"trials"].toInt(), 2000);
        QCOMPARE(own[u"seed"].toInt(), 9);
        QCOMPARE(own[u"scenario"].toString(), QString("Everything"));
        QCOMPARE(own[u"tornado"].toArray().size(), 1);
        const QJsonObject other = json({"cost", "simulate", "r.plumb", "--trials", "1000", "--scenario", "Quick"});
        QCOMPARE(other[u"trials"].toInt(), 1000);
        QCOMPARE(other[u"scenario"].toString(), QString("Quick"));
    }
    void theSeedIsAStart() {
        QCOMPARE(m_folder.json({"new", "s.plumb", "--workload", "W"}).code, 0);
        const QJsonObject made = json({"cost", "seed", "s.plumb"});
        QVERIFY(made[u"items"].toInt() > 3 && made[u"measures"].toInt() > 4 && made[u"scenarios"].toInt() > 0);
        QCOMPARE(m_folder.json({"cost", "seed", "s.plumb"}).code, 2);
        QCOMPARE(m_folder.json({"cost", "seed", "s.plumb", "--replace"}).code, 0);
        const QJsonObject counts = json({"info", "s.plumb"})[u"counts"].toObject();
        QCOMPARE(counts[u"costItems"].toInt(), made[u"items"].toInt());
        QCOMPARE(counts[u"costScenarios"].toInt(), made[u"scenarios"].toInt());
    }
    void pricesAreListedSetUsedAndRemoved() {
        const QJsonArray all = json({"cost", "prices", "list", "r.plumb", "--for", "endpoint"})[u"prices"].toArray();
        QVERIFY(all.size() > 3);
        QVERIFY(!all[0][u"own"].toBool());
        const QJsonObject set =
            json({"cost", "prices", "set", "r.plumb", "ml.own.large", "pricePerHour", "2.5", "--unit", "USD per hour",
                  "--source", "Offer", "--from", "2026-11-01", "--until", "2099-04-30"});
        QVERIFY(set[u"own"].toBool() && set[u"stale"].isNull());
        QCOMPARE(json({"cost", "prices", "list", "r.plumb", "--own"})[u"prices"].toArray().size(), 1);
        const QJsonObject used = json({"cost", "prices", "use", "r.plumb", "Endpoint", "ml.own.large"});
        QCOMPARE(texts(used[u"set"]), QStringList{"pricePerHour"});
        QVERIFY(near(used[u"monthly"].toDouble(), 2.5 * 730));
        QCOMPARE(json({"info", "r.plumb"})[u"counts"][u"prices"].toInt(), 1);
        QCOMPARE(json({"cost", "prices", "remove", "r.plumb", "ml.own.large"})[u"removed"].toArray().size(), 1);
        QCOMPARE(m_folder.json({"cost", "prices", "remove", "r.plumb", "ml.own.large"}).code, 2);
        QCOMPARE(m_folder.json({"cost", "prices", "use", "r.plumb", "Endpoint", "ml.nothing.there"}).code, 2);
    }
    void readersWorkWhileTheFileMayNotBeWritten() {
        QFile::setPermissions(m_folder.path("r.plumb"), QFileDevice::ReadOwner);
        for (const QStringList& line : {QStringList{"cost", "show", "r.plumb"},
                                        {"cost", "item", "list", "r.plumb"},
                                        {"cost", "settings", "r.plumb"},
                                        {"cost", "eval", "r.plumb"}})
            QCOMPARE(m_folder.json(line).code, 0);
        QFile::setPermissions(m_folder.path("r.plumb"), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
};

QTEST_GUILESS_MAIN(TestCliCostModel)
#include "tst_cli_cost_model.moc"
