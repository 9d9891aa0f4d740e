// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading lenses: every A message at its place, what is refused and what opens, and no crash on anything.
#include "core/base/json.h"
#include "core/lens/lint.h"
#include "core/lens/reader.h"
#include "tests/core/lens/sample_lens.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

namespace {

using Pointer = Json::json_pointer;

/// "A004 /name" a line.
QString dump(const std::vector<Message>& messages) {
    QStringList lines;
    for (const auto& m : messages)
        lines << QString::fromStdString(m.id + " " + m.pointer);
    return lines.join(QLatin1Char('\n'));
}

const std::string kQ = "/pillars/0/questions/0";

/// The sample lens with one value set (or, for "-", removed).
std::string edited(const std::vector<std::pair<std::string, std::string>>& edits) {
    Json lens = parseJson(sampleLens()).root;
    for (const auto& [pointer, text] : edits) {
        const Pointer place(pointer);
        if (text != "-") {
            lens[place] = parseJson(text).root;
            continue;
        }
        Json& parent = lens[place.parent_pointer()];
        if (parent.is_array())
            parent.erase(static_cast<std::size_t>(std::stoul(place.back())));
        else
            parent.erase(place.back());
    }
    return writeJson(lens);
}

std::string quoted(const std::string& text) {
    return writeJsonCompact(Json(text));
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class tst_reader : public QObject {
    Q_OBJECT
private slots:
    void readsEveryField();
    void namesEachProblemAtItsPlace_data();
    void namesEachProblemAtItsPlace();
    void ordersMessagesAsInTheFile();
    void refusesFilesWithEveryMessage();
    void refusesWhatIsNoLens_data();
    void refusesWhatIsNoLens();
    void judgesLettersOfAllScripts();
    void opensOversizedQuestions();
    void survivesHostileSizes();
    void dropsRulesItCannotUse();
};

void tst_reader::readsEveryField() {
    const ReadLens read = readLens("\xEF\xBB\xBF" + sampleLens());
    QCOMPARE(dump(read.messages), QString());
    QVERIFY(read.lens.has_value());
    const Lens& lens = *read.lens;
    QCOMPARE(QString::fromStdString(lens.id), QStringLiteral("sample"));
    QCOMPARE(lens.sha256.size(), std::size_t{64});
    QCOMPARE(QString::fromStdString(lens.schemaVersion), QStringLiteral("2021-11-01"));
    QCOMPARE(lens.pillars.size(), std::size_t{2});
    const Question& q = lens.pillars[0].questions[0];
    QCOMPARE(QString::fromStdString(q.description), QStringLiteral("Ask who can read them."));
    QCOMPARE(*q.helpfulResource, (Resource{"About secrets", "https://example.org/secrets"}));
    QCOMPARE(q.choices.size(), std::size_t{3});
    QCOMPARE(*q.choices[0].improvementPlan, (Resource{"Use a vault", "https://example.org/plan"}));
    QCOMPARE(q.choices[0].additionalResources,
             (std::vector<AdditionalResources>{{"HELPFUL_RESOURCE", {{"More", "http://example.org/more"}}},
                                               {"IMPROVEMENT_PLAN", {{"Steps", ""}}}}));
    QVERIFY(q.choices[2].isNone);
    QVERIFY(!q.choices[2].improvementPlan);
    QCOMPARE(q.rules.size(), std::size_t{3});
    QCOMPARE(q.rules[1].risk, Risk::Medium);
    QCOMPARE(q.worstReachable, Risk::High);
    QCOMPARE(lens.source->at("_note").at("kept").size(), std::size_t{3});
}

void tst_reader::namesEachProblemAtItsPlace_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("messages");
    QTest::addColumn<bool>("opens");
    const auto row = [](const char* name, std::vector<std::pair<std::string, std::string>> edits, std::string messages,
                        bool opens = true) {
        QTest::newRow(name) << edited(edits) << QString::fromStdString(messages) << opens;
    };
    const std::string choice = kQ + "/choices/0";
    row("no version", {{"/schemaVersion", "-"}}, "A002 /schemaVersion");
    row("other version", {{"/schemaVersion", "\"2022-11-01\""}}, "A002 /schemaVersion");
    row("version of a wrong type", {{"/schemaVersion", "20211101"}}, "A002 /schemaVersion");
    row("no name", {{"/name", "-"}}, "A004 /name");
    row("empty name", {{"/name", "\"\""}}, "A004 /name");
    row("name of a wrong type", {{"/name", "7"}}, "A004 /name");
    row("long name", {{"/name", quoted(std::string(129, 'x'))}}, "A004 /name");
    row("longest name", {{"/name", quoted(std::string(126, 'x') + "\xC3\xA9\xC3\xA9")}}, "");
    row("no description", {{"/description", "-"}}, "A004 /description");
    row("long description", {{"/description", quoted(std::string(2049, 'x'))}}, "A004 /description");
    row("no pillars", {{"/pillars", "-"}}, "A004 /pillars", false);
    row("pillars of a wrong type", {{"/pillars", "{}"}}, "A004 /pillars", false);
    row("empty pillars", {{"/pillars", "[]"}}, "A006 /pillars");
    row("pillar of a wrong type", {{"/pillars/1", "5"}}, "A004 /pillars/1", false);
    row("no pillar id", {{"/pillars/0/id", "-"}}, "A004 /pillars/0/id", false);
    row("no pillar name", {{"/pillars/0/name", "-"}}, "A004 /pillars/0/name");
    row("no questions", {{"/pillars/0/questions", "-"}}, "A004 /pillars/0/questions");
    row("empty questions", {{"/pillars/0/questions", "[]"}}, "A006 /pillars/0/questions");
    row("question of a wrong type", {{kQ, "\"x\""}}, "A004 " + kQ, false);
    row("question id of a wrong type", {{kQ + "/id", "null"}}, "A004 " + kQ + "/id", false);
    row("empty question id", {{kQ + "/id", "\"\""}}, "A004 " + kQ + "/id", false);
    row("short id", {{kQ + "/id", "\"Q1\""}}, "A005 " + kQ + "/id");
    row("long id", {{kQ + "/id", quoted(std::string(129, 'a'))}}, "A005 " + kQ + "/id");
    row("id with a hyphen", {{kQ + "/id", "\"SEC-1\""}}, "A005 " + kQ + "/id");
    row("no question title", {{kQ + "/title", "-"}}, "A004 " + kQ + "/title");
    row("no question description", {{kQ + "/description", "-"}}, "");
    row("question description of a wrong type", {{kQ + "/description", "[]"}}, "A004 " + kQ + "/description");
    row("no choices", {{kQ + "/choices", "-"}},
        "A013 " + kQ + "/riskRules/0/condition\nA013 " + kQ + "/riskRules/0/condition\nA013 " + kQ +
            "/riskRules/1/condition\nA004 " + kQ + "/choices");
    row("choice of a wrong type", {{choice, "[]"}},
        "A004 " + choice + "\nA013 " + kQ + "/riskRules/0/condition\nA013 " + kQ + "/riskRules/1/condition", false);
    row("no choice title", {{choice + "/title", "-"}}, "A004 " + choice + "/title");
    row("long choice title", {{choice + "/title", quoted(std::string(129, 'x'))}}, "A004 " + choice + "/title");
    row("long display text", {{choice + "/helpfulResource/displayText", quoted(std::string(2049, 'x'))}},
        "A004 " + choice + "/helpfulResource/displayText");
    row("resource of a wrong type", {{choice + "/helpfulResource", "\"x\""}}, "A004 " + choice + "/helpfulResource");
    row("no plan", {{choice + "/improvementPlan", "-"}}, "A009 " + choice + "/improvementPlan");
    row("plan without text", {{choice + "/improvementPlan", "{}"}}, "A009 " + choice + "/improvementPlan");
    row("address without text", {{choice + "/helpfulResource/displayText", "-"}},
        "A010 " + choice + "/helpfulResource/url");
    row("ftp address", {{choice + "/helpfulResource/url", "\"ftp://example.org\""}},
        "A010 " + choice + "/helpfulResource/url");
    row("empty address", {{choice + "/helpfulResource/url", "\"\""}}, "");
    row("additional resources of a wrong type", {{choice + "/additionalResources", "{}"}},
        "A004 " + choice + "/additionalResources");
    row("unknown type of resources", {{choice + "/additionalResources/0/type", "\"X\""}},
        "A004 " + choice + "/additionalResources/0/type");
    row("resources without content", {{choice + "/additionalResources/0/content", "-"}},
        "A004 " + choice + "/additionalResources/0/content");
    row("too many resources",
        {{choice + "/additionalResources/0/content",
          R"([{"displayText":"1"},{"displayText":"2"},{"displayText":"3"},{"displayText":"4"},{"displayText":"5"},{"displayText":"6"}])"}},
        "A006 " + choice + "/additionalResources/0/content");
    row("pillar id twice", {{"/pillars/1/id", "\"security\""}}, "A007 /pillars/1/id");
    row("question id twice", {{"/pillars/1/questions/0/id", "\"SEC1\""}}, "A007 /pillars/1/questions/0/id");
    row("choice id twice", {{kQ + "/choices/1/id", "\"SEC1_vault\""}},
        "A007 " + kQ + "/choices/1/id\nA013 " + kQ + "/riskRules/0/condition");
    row("choice id in two questions",
        {{"/pillars/1/questions/0/choices/0/id", "\"SEC1_vault\""},
         {"/pillars/1/questions/0/riskRules/0/condition", "\"SEC1_vault\""}},
        "");
    row("characters",
        {{"/name", "\"50% off; <now>\""}, {kQ + "/title", "\"a\\tb\""}, {choice + "/title", "\"(a) [b]\""}},
        "A008 /name\nA008 " + kQ + "/title\nA008 " + choice + "/title");
    row("no rules", {{kQ + "/riskRules", "-"}}, "A004 " + kQ + "/riskRules");
    row("empty rules", {{kQ + "/riskRules", "[]"}}, "A004 " + kQ + "/riskRules");
    row("rule of a wrong type", {{kQ + "/riskRules/1", "7"}}, "A004 " + kQ + "/riskRules/1");
    row("rule without condition", {{kQ + "/riskRules/1/condition", "-"}}, "A004 " + kQ + "/riskRules/1/condition");
    row("unknown risk", {{kQ + "/riskRules/1/risk", "\"LOW_RISK\""}}, "A004 " + kQ + "/riskRules/1/risk");
    row("no risk", {{kQ + "/riskRules/1/risk", "-"}}, "A004 " + kQ + "/riskRules/1/risk");
    row("level twice", {{kQ + "/riskRules/1/risk", "\"NO_RISK\""}}, "A006 " + kQ + "/riskRules/1/risk");
    row("no default", {{kQ + "/riskRules/2", "-"}}, "A011 " + kQ + "/riskRules");
    row("bad condition", {{kQ + "/riskRules/1/condition", "\"SEC1_vault &\""}}, "A012 " + kQ + "/riskRules/1/condition",
        false);
    row("empty condition", {{kQ + "/riskRules/1/condition", "\"\""}}, "A012 " + kQ + "/riskRules/1/condition", false);
    row("unknown choice", {{kQ + "/riskRules/1/condition", "\"SEC1_x && (SEC1_x || SEC1_y)\""}},
        "A013 " + kQ + "/riskRules/1/condition\nA013 " + kQ + "/riskRules/1/condition");
    row("too many rules", {{kQ + "/riskRules/3", R"({"condition":"SEC1_rotate","risk":"NO_RISK"})"}},
        "A006 " + kQ + "/riskRules\nA006 " + kQ + "/riskRules/3/risk");
    row("unknown keys",
        {{"/extra", "1"}, {kQ + "/url", "\"x\""}, {choice + "/description", "\"<ok>\""}, {"/pillars/0/x", "[]"}}, "");
}

void tst_reader::namesEachProblemAtItsPlace() {
    QFETCH(std::string, bytes);
    QFETCH(QString, messages);
    QFETCH(bool, opens);
    const ReadLens read = readLens(bytes);
    QCOMPARE(dump(read.messages), messages);
    QCOMPARE(read.lens.has_value(), opens);
    for (const auto& m : read.messages)
        QVERIFY(!m.text.empty() && !m.fix.empty());
}

void tst_reader::ordersMessagesAsInTheFile() {
    const std::string bytes =
        R"({"pillars":[{"questions":[{"riskRules":[{"risk":"X","condition":"aa"}],"choices":[],"id":"q"}],
        "name":"","id":"p"}],"name":"%","schemaVersion":"1","schemaVersion":"2"})";
    const ReadLens read = readLens(bytes);
    QVERIFY(!read.lens.has_value());
    QCOMPARE(
        dump(read.messages),
        QStringLiteral("A011 /pillars/0/questions/0/riskRules\nA004 /pillars/0/questions/0/riskRules/0/risk\n"
                       "A013 /pillars/0/questions/0/riskRules/0/condition\nA004 /pillars/0/questions/0/choices\n"
                       "A005 /pillars/0/questions/0/id\nA004 /pillars/0/questions/0/title\nA004 /pillars/0/name\n"
                       "A005 /pillars/0/id\nA008 /name\nA001 /schemaVersion\nA002 /schemaVersion\nA004 /description"));
}

void tst_reader::refusesFilesWithEveryMessage() {
    const auto refused = readLensOrFail(edited({{"/name", "7"}, {kQ + "/riskRules/1/condition", "\"(\""}}), "my.json");
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QCOMPARE(QString::fromStdString(refused.error().id), QStringLiteral("lens.unusable"));
    QCOMPARE(QString::fromStdString(refused.error().where), QStringLiteral("my.json"));
    QCOMPARE(dump(refused.error().messages),
             QString::fromStdString("A004 /name\nA012 " + kQ + "/riskRules/1/condition"));
    QVERIFY2(refused.error().text.find("does not parse at offset 1") != std::string::npos,
             refused.error().text.c_str());
    QVERIFY(readLensOrFail(sampleLens(), "my.json").has_value());
}

void tst_reader::refusesWhatIsNoLens_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("messages");
    const auto row = [](const char* name, std::string bytes, const char* messages) {
        QTest::newRow(name) << std::move(bytes) << QString::fromLatin1(messages);
    };
    row("empty", "", "A001 ");
    row("null", "null", "A004 ");
    row("array", "[]", "A004 ");
    row("text", "\"lens\"", "A004 ");
    row("empty object", "{}", "A002 /schemaVersion\nA004 /name\nA004 /description\nA004 /pillars");
    std::string nan = sampleLens();
    nan.replace(nan.find("\"Sample\""), 8, "NaN");
    row("NaN", nan, "A001 /name");
    row("truncated", sampleLens().substr(0, 900),
        "A001 /pillars/0/questions/0/choices/0/additionalResources/0/content/0");
    std::string place;
    for (int i = 0; i < 100; ++i)
        place += "/0";
    row("20,000 deep", std::string(20'000, '['), ("A001 " + place).c_str());
    row("zeros", std::string(600'000, '\0'), "A003 \nA001 ");
    row("17 MB", std::string(17U << 20, ' '), "A003 \nA001 ");
    row("Latin-1", "{\"name\":\"R\xE9versibilit\xE9\"}", "A001 /name");
    row("UTF-16", std::string("\xFF\xFE{\0}\0", 6), "A001 ");
}

void tst_reader::refusesWhatIsNoLens() {
    QFETCH(std::string, bytes);
    QFETCH(QString, messages);
    const ReadLens read = readLens(bytes);
    QVERIFY(!read.lens.has_value());
    QCOMPARE(dump(read.messages), messages);
    const auto refused = readLensOrFail(bytes, "x");
    QVERIFY(!refused.has_value());
    QVERIFY(!refused.error().messages.empty());
}

void tst_reader::judgesLettersOfAllScripts() {
    for (const char* fine : {"R\u00e9versibilit\u00e9 de l\u2019IA : o\u00f9 ?", "e\u0301", "\u65e5\u672c\u8a9e",
                             "\u041f\u0440\u0438\u0432\u0435\u0442", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35", "\u0663",
                             "a\nb", "-_.,:/()@!&#+'?"})
        QVERIFY2(readLens(edited({{"/name", quoted(fine)}})).messages.empty(), fine);
    for (const char* bad : {"\u00ab a \u00bb", "a\u00a0b", "\u201ca\u201d", "a\u2013b", "5\u20ac", "\U0001F680", "a\rb",
                            "100%", "a;b", "a=b", "\u00d7", "\u00b2", "\u2026", "{a}", "a|b", "~", "$", "*"}) {
        const auto messages = readLens(edited({{"/name", quoted(bad)}})).messages;
        QVERIFY2(messages.size() == 1 && messages[0].id == "A008", bad);
    }
    const auto control = readLens(edited({{"/name", "\"a\\tb\\u00a0c\""}})).messages;
    QVERIFY2(control.at(0).text.find("U+0009 U+00A0") != std::string::npos, control.at(0).text.c_str());
}

void tst_reader::opensOversizedQuestions() {
    Json lens = parseJson(sampleLens()).root;
    Json& question = lens[Pointer(kQ)];
    for (int i = 0; i < 5000; ++i)
        question["choices"].push_back(
            {{"id", "c" + std::to_string(1000 + i)}, {"title", "C"}, {"improvementPlan", {{"displayText", "p"}}}});
    for (int i = 0; i < 300; ++i)
        question["riskRules"].push_back(
            {{"condition", "c1000 && !c" + std::to_string(1000 + i)}, {"risk", "HIGH_RISK"}});
    const std::string bytes = writeJson(lens);
    const ReadLens read = readLens(bytes);
    QVERIFY(read.lens.has_value());
    const QString ids = dump(read.messages);
    QVERIFY(ids.contains(QStringLiteral("A003 \n")));
    QVERIFY(ids.contains(QString::fromStdString("A006 " + kQ + "/choices\nA006 " + kQ + "/riskRules\n")));
    QVERIFY(lint(*read.lens).messages.empty());
    QCOMPARE(read.lens->pillars[0].questions[0].worstReachable, Risk::High);
}

void tst_reader::survivesHostileSizes() {
    std::string choices = "{\"pillars\":[{\"questions\":[{\"choices\":[";
    for (int i = 0; i < 30'000; ++i)
        choices += "{},";
    const ReadLens read = readLens(choices + "{}]}]}]}");
    QVERIFY(!read.lens.has_value());
    QVERIFY(read.messages.size() <= 10'001);
    QVERIFY(read.messages.back().text.find("more problems") != std::string::npos);
    const ReadLens longId = readLens(edited({{kQ + "/id", quoted(std::string(1U << 20, '-'))}}));
    QVERIFY(longId.lens.has_value());
    for (const auto& m : longId.messages)
        QVERIFY(m.text.size() < 1000);
}

void tst_reader::dropsRulesItCannotUse() {
    const ReadLens read = readLens(edited({{kQ + "/riskRules/1/risk", "\"LOW\""}}));
    QVERIFY(read.lens.has_value());
    QCOMPARE(read.lens->pillars[0].questions[0].rules.size(), std::size_t{2});
    QVERIFY(read.messages[0].text.find("left out") != std::string::npos);
}

QTEST_APPLESS_MAIN(tst_reader)
#include "tst_reader.moc"
