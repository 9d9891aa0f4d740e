// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/quantity.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;
using plumb::test::reference;

namespace {

struct ReadBack {
    std::optional<Quantity> quantity;
    std::string faults;
};
ReadBack readText(const char* text, const Range& range = {}) {
    std::vector<Message> messages;
    ReadBack out;
    out.quantity = readQuantity(parseJson(text).root, "/q", range, messages);
    for (const Message& message : messages)
        out.faults += message.id + " " + message.pointer + " " + message.text + " " + message.fix + "\n";
    return out;
}

} // namespace

class TestQuantity : public QObject {
    Q_OBJECT

private slots:
    void everyShapeIsReadAndWrittenBack() {
        for (const char* text :
             {"3", "0.5", R"({"dist":"uniform","low":1,"high":2})",
              R"({"dist":"triangular","low":0,"mode":1,"high":10})",
              R"({"dist":"pert","low":10,"mode":20,"high":50,"source":"bill of May","validUntil":"2027-02-28"})",
              R"({"dist":"lognormal","p10":10,"p90":40})", R"({"dist":"point","value":3,"source":"guess"})"}) {
            const ReadBack read = readText(text);
            QCOMPARE(read.faults, std::string());
            QVERIFY(writeQuantity(*read.quantity) == parseJson(text).root);
        }
    }

    void meansArePublishedOnes() {
        const auto& values = reference().at("distributions");
        COMPARE_NEAR(mean(Quantity::pert(10, 20, 50)), values["pert_10_20_50"]["mean"].get<double>());
        COMPARE_NEAR(mean(Quantity::pert(0, 1, 10)), values["pert_0_1_10"]["mean"].get<double>());
        COMPARE_NEAR(mean(Quantity::triangular(0, 1, 10)), values["triangular_0_1_10"]["mean"].get<double>());
        COMPARE_NEAR(mean(Quantity::triangular(10, 20, 50)), values["triangular_10_20_50"]["mean"].get<double>());
        COMPARE_NEAR(mean(Quantity::lognormal(10, 40)), values["lognormal_p10_10_p90_40"]["mean"].get<double>());
        COMPARE_NEAR(mean(Quantity::uniform(2, 4)), 3.0);
        COMPARE_NEAR(mean(Quantity::point(7)), 7.0);
    }

    void faultsNameTheFieldAndTheWayOut_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << text << expected;
        };
        row("text", R"("3")", "C001 /q A number is expected");
        row("no shape", R"({"low":1,"high":2})", "C001 /q The range does not say its shape");
        row("misspelt shape", R"({"dist":"perrt","low":1,"mode":2,"high":3})", "Did you mean \"pert\"?");
        row("low above mode", R"({"dist":"pert","low":3,"mode":2,"high":5})",
            "C003 /q mode 2 is not between low 3 and high 5");
        row("low above high", R"({"dist":"uniform","low":3,"high":2})", "C003 /q low 3 is above high 2");
        row("p10 of 0", R"({"dist":"lognormal","p10":0,"p90":2})", "C003 /q p10 0 is not above 0");
        row("missing", R"({"dist":"pert","low":3,"high":5})", "C001 /q \"mode\" is missing");
        row("text inside", R"({"dist":"uniform","low":"3","high":5})", "C001 /q/low");
        row("unknown field", R"({"dist":"uniform","low":3,"hihg":4,"high":5})", "C001 /q/hihg");
        row("no day", R"({"dist":"uniform","low":3,"high":5,"validUntil":"2026-02-30"})", "C001 /q/validUntil");
        row("negative", "-1", "C002 /q -1 can't be right here. Give 0 or more.");
        row("absurd", "1e300", "C002 /q A number beyond 1e+15 is no cost");
        row("partly negative", R"({"dist":"uniform","low":-1,"high":5})", "C002 /q -1 can't");
    }
    void faultsNameTheFieldAndTheWayOut() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const ReadBack read = readText(text.toUtf8().constData());
        QVERIFY(!read.quantity);
        QVERIFY2(QString::fromStdString(read.faults).contains(expected), read.faults.c_str());
    }

    void rangesBindAllThatCanOccur() {
        const Range share{0, 1, true, false};
        QVERIFY(readText("1", share).quantity);
        QVERIFY(readText(R"({"dist":"uniform","low":0.1,"high":1})", share).quantity);
        QVERIFY(readText("0", share).faults.find("Give above 0 and at most 1.") != std::string::npos);
        QVERIFY(readText(R"({"dist":"uniform","low":0.1,"high":1.1})", share).faults.find("1.1") != std::string::npos);
        QVERIFY(readText(R"({"dist":"lognormal","p10":0.1,"p90":0.9})", share).faults.find("no upper end") !=
                std::string::npos);
        QVERIFY(readText(R"({"dist":"lognormal","p10":0.1,"p90":0.9})", Range{}).quantity);
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
