// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What differs between two versions of a lens, on the sample and on real version pairs.
#include "core/base/json.h"
#include "core/lens/diff.h"
#include "core/lens/reader.h"
#include "tests/core/lens/corpus.h"
#include "tests/core/lens/sample_lens.h"

#include <QtTest>

#include <map>
#include <set>

using namespace plumb;
using namespace plumb::lens;

namespace {

Json sampleJson() {
    return parseJson(sampleLens()).root;
}

Lens lensOf(const Json& json) {
    return readLensOrFail(writeJson(json), "test").value();
}

/// "changed text SEC1 title" a line.
QString dump(const std::vector<Change>& changes) {
    QStringList lines;
    for (const auto& c : changes)
        lines << QString::fromUtf8(toText(c.kind).data()) + QLatin1Char(' ') +
                     QString::fromUtf8(toText(c.level).data()) + QLatin1Char(' ') +
                     QString::fromStdString(c.id + (c.field.empty() ? "" : " " + c.field));
    return lines.join(QLatin1Char('\n'));
}

/// What two lens documents have as questions and choices, found in the JSON alone.
std::set<std::string> idsOf(const Json& lens, bool withChoices) {
    std::set<std::string> ids;
    for (const auto& pillar : lens.at("pillars"))
        for (const auto& q : pillar.at("questions")) {
            if (!withChoices)
                ids.insert(q.at("id").get<std::string>());
            else
                for (const auto& c : q.at("choices"))
                    ids.insert(q.at("id").get<std::string>() + "/" + c.at("id").get<std::string>());
        }
    return ids;
}

} // namespace

class tst_diff : public QObject {
    Q_OBJECT
private slots:
    void seesNoDifferenceInMeaning();
    void seesTexts();
    void seesChoicesAndRules();
    void seesQuestionsAndPillars();
    void seesMovedQuestions();
    void isSymmetricOnRealVersions_data();
    void isSymmetricOnRealVersions();
};

void tst_diff::seesNoDifferenceInMeaning() {
    Json other = sampleJson();
    other["_note"] = 1;
    Json& q = other["pillars"][0]["questions"][0];
    q["riskRules"][0]["condition"] = " ((SEC1_vault)&&SEC1_rotate) ";
    q["choices"][2]["helpfulResource"] = {{"displayText", ""}, {"url", ""}};
    QCOMPARE(dump(diff(lensOf(sampleJson()), lensOf(other))), QString());
}

void tst_diff::seesTexts() {
    Json other = sampleJson();
    other["schemaVersion"] = "2022";
    other["name"] = "New";
    other["description"] = "New";
    other["pillars"][0]["name"] = "New";
    Json& q = other["pillars"][0]["questions"][0];
    q["title"] = "New";
    q.erase("description");
    q["helpfulResource"]["url"] = "https://new";
    q["choices"][0]["title"] = "New";
    q["choices"][0]["improvementPlan"]["displayText"] = "New";
    q["choices"][0]["additionalResources"].erase(0);
    q["choices"][1]["helpfulResource"] = {{"displayText", "New"}};
    const auto changes = diff(lensOf(sampleJson()), lensOf(other));
    QCOMPARE(dump(changes),
             QStringLiteral("changed lens  schemaVersion\nchanged text  name\nchanged text  description\n"
                            "changed text security name\nchanged text SEC1 title\nchanged text SEC1 description\n"
                            "changed text SEC1 helpfulResource.url\nchanged text SEC1/SEC1_vault title\n"
                            "changed text SEC1/SEC1_vault improvementPlan.displayText\n"
                            "changed text SEC1/SEC1_vault additionalResources\n"
                            "changed text SEC1/SEC1_rotate helpfulResource.displayText"));
    QCOMPARE(changes[4].before, std::string("How do you keep secrets?"));
    QCOMPARE(changes[4].after, std::string("New"));
    QCOMPARE(changes[9].after, std::string("IMPROVEMENT_PLAN: Steps"));
}

void tst_diff::seesChoicesAndRules() {
    Json other = sampleJson();
    Json& q = other["pillars"][0]["questions"][0];
    q["choices"].erase(1);
    q["choices"].push_back({{"id", "SEC1_audit"}, {"title", "Audited"}});
    q["riskRules"][0]["condition"] = "SEC1_vault && SEC1_audit";
    const auto changes = diff(lensOf(sampleJson()), lensOf(other));
    QCOMPARE(dump(changes),
             QStringLiteral("new choice SEC1/SEC1_audit\nremoved choice SEC1/SEC1_rotate\nchanged rules SEC1"));
    QCOMPARE(changes[2].before,
             std::string("SEC1_vault && SEC1_rotate -> NONE\nSEC1_vault -> MEDIUM\ndefault -> HIGH"));
    Json order = sampleJson();
    std::swap(order["pillars"][0]["questions"][0]["riskRules"][0], order["pillars"][0]["questions"][0]["riskRules"][1]);
    QCOMPARE(dump(diff(lensOf(sampleJson()), lensOf(order))), QStringLiteral("changed rules SEC1"));
}

void tst_diff::seesQuestionsAndPillars() {
    Json other = sampleJson();
    other["pillars"][1] = other["pillars"][0];
    other["pillars"][1]["id"] = "ops";
    other["pillars"][1]["questions"][0]["id"] = "OPS1";
    QCOMPARE(dump(diff(lensOf(sampleJson()), lensOf(other))),
             QStringLiteral("new pillar ops\nnew question OPS1\nremoved pillar cost\nremoved question COST1"));
    Json fewer = sampleJson();
    fewer["pillars"][0]["questions"] = Json::array();
    QCOMPARE(dump(diff(lensOf(sampleJson()), lensOf(fewer))), QStringLiteral("removed question SEC1"));
}

void tst_diff::seesMovedQuestions() {
    Json other = sampleJson();
    Json moved = other["pillars"][0]["questions"][0];
    moved["title"] = "New";
    other["pillars"][0]["questions"].erase(0);
    other["pillars"][1]["questions"].push_back(moved);
    const auto changes = diff(lensOf(sampleJson()), lensOf(other));
    QCOMPARE(dump(changes), QStringLiteral("moved question SEC1\nchanged text SEC1 title"));
    QCOMPARE(changes[0].before + ">" + changes[0].after, std::string("security>cost"));
}

void tst_diff::isSymmetricOnRealVersions_data() {
    const auto names = corpus::names("lens-versions");
    if (names.empty())
        QSKIP("the shared corpus is not there");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    for (std::size_t i = 0; i + 1 < names.size(); ++i)
        QTest::newRow(names[i + 1].c_str()) << QString::fromStdString(names[i]) << QString::fromStdString(names[i + 1]);
}

/// New one way is removed the other way, and new and removed are what the documents themselves say.
void tst_diff::isSymmetricOnRealVersions() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Json oldJson = parseJson(corpus::bytes("lens-versions", before.toStdString())).root;
    const Json newJson = parseJson(corpus::bytes("lens-versions", after.toStdString())).root;
    const Lens oldLens = lensOf(oldJson), newLens = lensOf(newJson);
    const auto forward = diff(oldLens, newLens), backward = diff(newLens, oldLens);
    QVERIFY(diff(newLens, newLens).empty());
    const auto ids = [](const std::vector<Change>& changes, ChangeKind kind, ChangeLevel level) {
        std::set<std::string> out;
        for (const auto& c : changes)
            if (c.kind == kind && c.level == level)
                out.insert(c.id);
        return out;
    };
    for (const ChangeLevel level : {ChangeLevel::Pillar, ChangeLevel::Question, ChangeLevel::Choice})
        QVERIFY(ids(forward, ChangeKind::New, level) == ids(backward, ChangeKind::Removed, level));
    QVERIFY(ids(forward, ChangeKind::Changed, ChangeLevel::Rules) ==
            ids(backward, ChangeKind::Changed, ChangeLevel::Rules));
    const auto minus = [](const std::set<std::string>& a, const std::set<std::string>& b) {
        std::set<std::string> out;
        std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
        return out;
    };
    const auto oldQuestions = idsOf(oldJson, false), newQuestions = idsOf(newJson, false);
    QVERIFY(ids(forward, ChangeKind::New, ChangeLevel::Question) == minus(newQuestions, oldQuestions));
    QVERIFY(ids(forward, ChangeKind::Removed, ChangeLevel::Question) == minus(oldQuestions, newQuestions));
    auto newChoices = minus(idsOf(newJson, true), idsOf(oldJson, true));
    std::erase_if(newChoices,
                  [&](const std::string& id) { return oldQuestions.count(id.substr(0, id.find('/'))) == 0; });
    QVERIFY(ids(forward, ChangeKind::New, ChangeLevel::Choice) == newChoices);
    std::size_t texts = 0;
    for (const auto& c : forward)
        if (c.level == ChangeLevel::Text) {
            QVERIFY(c.before != c.after && !c.field.empty());
            ++texts;
        }
    QCOMPARE(texts, static_cast<std::size_t>(std::count_if(backward.begin(), backward.end(), [](const Change& c) {
                 return c.level == ChangeLevel::Text;
             })));
}

QTEST_APPLESS_MAIN(tst_diff)
#include "tst_diff.moc"
