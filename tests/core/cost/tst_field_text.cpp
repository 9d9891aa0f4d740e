// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fields as people type them: what is understood, what is refused with a way out, and that both ways agree.
#include "core/cost/field_json.h"
#include "core/cost/number_text.h"
#include "core/cost/plan.h"
#include "tests/core/cost/any_spec.h"
#include "tests/core/cost/cost_support.h"

using namespace plumb;
using namespace plumb::cost;

class TestFieldText : public QObject {
    Q_OBJECT

    static QString read(bool ofMeasure, const char* type, const char* field, const QString& text) {
        const auto json = fieldFromText(ofMeasure, type, field, text.toStdString());
        return json ? QString::fromStdString(*json) : "error: " + QString::fromStdString(json.error().text);
    }

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122 max_success=200"); }

    void numbersAndRanges_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        const auto row = [](const char* text, const char* json) { QTest::newRow(text) << text << json; };
        row("30", "30");
        row(" 0.3 ", "0.3");
        row("30%", "0.3");
        row("30 %", "0.3");
        row("1,200", "1200");
        row("1,234,567.5", "1234567.5");
        row("$30", "30");
        row("$ 1,200.50", "1200.5");
        row("30 USD", "30");
        row("EUR 30", "30");
        row("\u20ac30", "30");
        row("1e6", "1000000");
        row("+3", "3");
        row("pert 0.2 0.3 0.5", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})");
        row("pert:0.2,0.3,0.5", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})");
        row("PERT(0.2, 0.3, 0.5)", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})");
        row("pert 1,000 2,000 3,000", R"({"dist":"pert","low":1000,"mode":2000,"high":3000})");
        row("pert 20% 30% 50%", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})");
        row("triangular 1 2 3", R"({"dist":"triangular","low":1,"mode":2,"high":3})");
        row("0.2 to 0.5", R"({"dist":"uniform","low":0.2,"high":0.5})");
        row("$20 to $50", R"({"dist":"uniform","low":20,"high":50})");
        row("uniform 0.2 0.5", R"({"dist":"uniform","low":0.2,"high":0.5})");
        row("uniform:1,2", R"({"dist":"uniform","low":1,"high":2})");
        row("0.2..0.3..0.5", R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})");
        row("1 .. 2", R"({"dist":"uniform","low":1,"high":2})");
        row("1\u20132", R"({"dist":"uniform","low":1,"high":2})");
        row("1 to 2 to 4", R"({"dist":"pert","low":1,"mode":2,"high":4})");
        row("p10 4 p90 9", R"({"dist":"lognormal","p10":4,"p90":9})");
        row("P10=4, P90=9", R"({"dist":"lognormal","p10":4,"p90":9})");
        row("lognormal 4 9", R"({"dist":"lognormal","p10":4,"p90":9})");
        row("point 4", "4");
        row(R"({"dist": "point", "value": 4, "source": "bill", "validUntil": "2026-12-31"})",
            R"({"dist":"point","value":4,"source":"bill","validUntil":"2026-12-31"})");
    }
    void numbersAndRanges() {
        QFETCH(QString, text);
        QFETCH(QString, json);
        QCOMPARE(read(false, "endpoint", "pricePerHour", text), json);
        QCOMPARE(read(true, "factor", "oneOff", text), json); // of every measure
    }

    void otherKinds() {
        QCOMPARE(read(false, "endpoint", "instanceType", "g5.xlarge"), QString(R"("g5.xlarge")"));
        QCOMPARE(read(false, "endpoint", "instanceType", R"("30")"), QString(R"("30")"));
        QCOMPARE(read(false, "endpoint", "utilization", "30%"), QString("0.3"));
        QCOMPARE(read(false, "opensearch-serverless", "generation", "Next"), QString(R"("next")"));
        QCOMPARE(read(true, "prompt-caching", "incremental", "Yes"), QString("true"));
        QCOMPARE(read(true, "prompt-caching", "incremental", "off"), QString("false"));
        QCOMPARE(read(true, "schedule", "effort", "3.5"), QString("3.5"));
        QCOMPARE(read(true, "schedule", "startMonth", R"({"dist":"point","value":2})"), QString("2"));
    }

    void whatCantStandThereIsRefusedWithAWayOut_data() {
        QTest::addColumn<bool>("ofMeasure");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](bool ofMeasure, const char* type, const char* field, const char* text, const char* says) {
            QTest::addRow("%s %s %s", type, field, text) << ofMeasure << type << field << text << says;
        };
        row(false, "endpoint", "pricePerHour", "", "number or a range, 0 or more");
        row(false, "endpoint", "pricePerHour", "cheap", "\"cheap\" is no number");
        row(false, "endpoint", "pricePerHour", "-3", "-3 can't be right here");
        row(false, "endpoint", "pricePerHour", "0,3", "written with a point: 0.3");
        row(false, "endpoint", "pricePerHour", "1,20", "written with a point");
        row(false, "endpoint", "pricePerHour", "nan", "is no number");
        row(false, "endpoint", "pricePerHour", "inf", "is no number");
        row(false, "endpoint", "pricePerHour", "1e400", "is no number");
        row(false, "endpoint", "pricePerHour", "1e20", "beyond 1e+15");
        row(false, "endpoint", "pricePerHour", "3 to", "is no number");
        row(false, "endpoint", "pricePerHour", "5 to 3", "above high 3");
        row(false, "endpoint", "pricePerHour", "pert 1 2", "is no number");
        row(false, "endpoint", "pricePerHour", "pert 1 5 3", "not between");
        row(false, "endpoint", "pricePerHour", "p10 4", "is no number");
        row(false, "endpoint", "pricePerHour", "{\"dist\":\"prt\"}", "no shape \"prt\"");
        row(false, "endpoint", "pricePerHour", "{", "is no number");
        row(false, "endpoint", "utilisation", "0", "above 0 and at most 1");
        row(false, "endpoint", "utilisation", "130%", "1.3 can't be right here");
        row(false, "endpoint", "utilisation", "p10 0.2 p90 0.4", "no upper end");
        row(true, "schedule", "effort", "2 to 4", "a plain number");
        row(true, "schedule", "rampMonths", "pert 1 2 3", "plain number");
        row(true, "prompt-caching", "incremental", "maybe", "Write true or false.");
        row(false, "opensearch-serverless", "generation", "newest", "Write one of classic, next.");
        row(false, "endpoint", "instanceType", " ", "can't be empty");
        row(false, "endpoint", "price", "3", "has no field \"price\"");
        row(false, "endpoint", "effort", "3", "has no field \"effort\"");
        row(false, "endpint", "pricePerHour", "3", "Did you mean \"endpoint\"?");
        row(true, "endpoint", "pricePerHour", "3", "no type \"endpoint\" of measures");
    }
    void whatCantStandThereIsRefusedWithAWayOut() {
        QFETCH(bool, ofMeasure);
        QFETCH(QString, type);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto json = fieldFromText(ofMeasure, type.toStdString(), field.toStdString(), text.toStdString());
        QVERIFY2(!json, json ? json->c_str() : "");
        QVERIFY2(QString::fromStdString(json.error().text).contains(says), json.error().text.c_str());
        QCOMPARE(json.error().kind, ErrorKind::Usage);
        QCOMPARE(json.error().id, std::string("cost.field"));
    }

    void textsOfFields_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* json, const char* text) { QTest::newRow(json) << json << text; };
        row("30", "30");
        row("0.3", "0.3");
        row("1200000", "1200000");
        row(R"({"dist":"point","value":3,"source":"list"})", "3");
        row(R"({"dist":"uniform","low":0.2,"high":0.5})", "0.2 to 0.5");
        row(R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})", "pert 0.2 0.3 0.5");
        row(R"({"dist":"triangular","low":1,"mode":2,"high":3})", "triangular 1 2 3");
        row(R"({"dist":"lognormal","p10":4,"p90":9})", "p10 4 p90 9");
        row(R"("g5.xlarge")", "g5.xlarge");
        row("true", "true");
        row("not json", "not json");
        row(R"({"dist":"none"})", R"({"dist":"none"})");
    }
    void textsOfFields() {
        QFETCH(QString, json);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(fieldAsText(json.toStdString())), text);
    }

    void bothWaysAgree() {
        QVERIFY(rc::check([] {
            const Quantity quantity = *test::anyQuantity({0, *rc::gen::element(1.0, 1e6, 1e12), false, false});
            const std::string json = storedJson(quantity);
            const auto back = fieldFromText(false, "endpoint", "pricePerHour", fieldAsText(json));
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == json);
        }));
        for (const std::string text : {"plain", "\"quoted\"", " spaces ", "a \"b\" c", "\u00fcber"}) {
            const std::string json = storedJson(Json(text));
            QCOMPARE(fieldFromText(false, "endpoint", "region", fieldAsText(json)).value_or(""), json);
        }
    }

    void noOddTextDoesHarm() {
        QVERIFY(rc::check([] {
            const auto odd = *rc::gen::container<std::string>(rc::gen::element(
                '0', '1', '9', '.', ',', '-', '%', ' ', 'e', 'p', 't', 'o', '{', '"', '$', '\xc3', ':'));
            const auto json = fieldFromText(false, "endpoint", "pricePerHour", odd);
            const bool sound = json ? quantityOf(*json).has_value() : !json.error().text.empty();
            RC_ASSERT(sound);
            (void)fieldAsText(odd);
        }));
    }

    void notesGoOnAndOff() {
        const FieldNotes notes{"bill", "2026-12-31"};
        const std::string json = withNotes("30", notes);
        QCOMPARE(json, std::string(R"({"dist":"point","value":30,"source":"bill","validUntil":"2026-12-31"})"));
        QCOMPARE(fieldNotes(json), notes);
        QCOMPARE(withNotes(json, {}), std::string("30"));
        QCOMPARE(withNotes("\"text\"", notes), std::string("\"text\""));
        QCOMPARE(fieldNotes("broken"), FieldNotes{});
    }
};

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_field_text.moc"
