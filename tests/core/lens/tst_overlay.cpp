// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Overlays: every field, every default, and every fault at its place.
#include "core/base/json.h"
#include "core/lens/overlay.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

namespace {

std::string sampleOverlay() {
    return R"({
  "overlayVersion": 1, "lens": "sample", "shortName": "Sample", "later": {"kept": true},
  "phases": [{"id": "scoping", "name": "Scoping"}, {"id": "run", "name": "Run"}],
  "pillars": {"security": {"shortName": "Sec", "framework": "security", "failureMode": "F", "story": "S", "figure": "$1"}},
  "questions": {"SEC1": {
    "shortTitle": "Secrets", "phase": "run", "framework": "reliability", "weight": 2.5,
    "card": {"opening": "O?", "probes": ["p1", "p2"], "redFlags": ["r"], "good": "G"},
    "evidence": ["e1", "e2"], "likelihood": 4, "impact": 5, "effort": "M", "measures": ["m"],
    "finding": {"title": "Secrets lie in the code", "consequence": "Whoever reads it holds the keys."},
    "choices": {"vault": {"severity": "high", "references": ["GENSEC01_BP01"], "tags": ["data"]}, "plain": {}}}},
  "readiness": {"signs": [{"id": "s1", "name": "N", "question": "SEC1", "choices": ["vault"], "missing": "no vault"}]}
})";
}

using Edits = std::vector<std::pair<std::string, std::string>>;

std::string edited(const Edits& edits) {
    Json overlay = parseJson(sampleOverlay()).root;
    for (const auto& [pointer, text] : edits)
        overlay[Json::json_pointer(pointer)] = parseJson(text).root;
    return writeJson(overlay);
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class tst_overlay : public QObject {
    Q_OBJECT
private slots:
    void readsEveryField();
    void givesDefaultsForWhatIsNotThere();
    void namesEachFaultAtItsPlace_data();
    void namesEachFaultAtItsPlace();
    void countsCharactersOfFindingTitlesNotBytes();
    void refusesWhatIsNoOverlay();
};

void tst_overlay::readsEveryField() {
    const auto read = readOverlay(sampleOverlay());
    QVERIFY(read.has_value());
    const Overlay& o = *read;
    QCOMPARE(o.shortName, std::string("Sample"));
    QCOMPARE(o.phases.size(), std::size_t{2});
    QCOMPARE(o.phases[1].name, std::string("Run"));
    const PillarOverlay& pillar = o.pillar("security");
    QCOMPARE(pillar.shortName + pillar.framework + pillar.failureMode + pillar.story + pillar.figure,
             std::string("SecsecurityFS$1"));
    const QuestionOverlay& q = o.question("SEC1");
    QCOMPARE(q.shortTitle + q.phase + q.framework, std::string("Secretsrunreliability"));
    QCOMPARE(q.weight, 2.5);
    QCOMPARE(q.card.opening + q.card.good, std::string("O?G"));
    QCOMPARE(q.card.probes, (std::vector<std::string>{"p1", "p2"}));
    QCOMPARE(q.card.redFlags, std::vector<std::string>{"r"});
    QCOMPARE(q.evidence.size(), std::size_t{2});
    QCOMPARE(q.likelihood, 4);
    QCOMPARE(q.impact, 5);
    QCOMPARE(q.effort, Effort::M);
    QCOMPARE(q.measures, std::vector<std::string>{"m"});
    QCOMPARE(q.findingTitle, std::string("Secrets lie in the code"));
    QCOMPARE(q.consequence, std::string("Whoever reads it holds the keys."));
    QCOMPARE(o.choice("SEC1", "vault").severity, std::optional(Severity::High));
    QCOMPARE(o.choice("SEC1", "vault").references, std::vector<std::string>{"GENSEC01_BP01"});
    QCOMPARE(o.choice("SEC1", "vault").tags, std::vector<std::string>{"data"});
    QCOMPARE(o.signs.size(), std::size_t{1});
    QCOMPARE(o.signs[0].question + o.signs[0].choices[0] + o.signs[0].missing, std::string("SEC1vaultno vault"));
    QCOMPARE(o.sha256.size(), std::size_t{64});
    QCOMPARE(o.source->at("later").at("kept").get<bool>(), true);
}

void tst_overlay::givesDefaultsForWhatIsNotThere() {
    const auto read = readOverlay("{}");
    QVERIFY(read.has_value());
    QCOMPARE(read->question("SEC1").weight, 1.0);
    QCOMPARE(read->question("SEC1").effort, Effort::Unset);
    QVERIFY(read->question("SEC1").card.empty());
    QVERIFY(read->question("SEC1").findingTitle.empty() && read->question("SEC1").consequence.empty());
    QVERIFY(read->pillar("security").framework.empty());
    QVERIFY(!read->choice("SEC1", "vault").severity.has_value());
    const auto whole = readOverlay(sampleOverlay());
    QVERIFY(!whole->choice("SEC1", "plain").severity.has_value());
    QVERIFY(!whole->choice("SEC1", "other").severity.has_value());
}

void tst_overlay::namesEachFaultAtItsPlace_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("messages");
    const auto row = [](const char* name, const Edits& edits, const std::string& messages) {
        QTest::newRow(name) << edited(edits) << QString::fromStdString(messages);
    };
    const std::string q = "/questions/SEC1";
    row("version", {{"/overlayVersion", "2"}}, "O001 /overlayVersion");
    row("short name", {{"/shortName", "1"}}, "O001 /shortName");
    row("phases", {{"/phases", "{}"}}, "O001 /phases\nO003 " + q + "/phase");
    row("phase without id", {{"/phases/0", "{\"name\":\"x\"}"}}, "O001 /phases/0");
    row("pillars", {{"/pillars", "[]"}}, "O001 /pillars");
    row("pillar", {{"/pillars/security", "\"x\""}}, "O001 /pillars/security");
    row("pillar framework", {{"/pillars/security/framework", "\"safety\""}}, "O003 /pillars/security/framework");
    row("question", {{q, "[]"}}, "O001 " + q);
    row("short title", {{q + "/shortTitle", "\"12345678901234567890123456789\""}}, "O001 " + q + "/shortTitle");
    row("phase", {{q + "/phase", "\"walk\""}}, "O003 " + q + "/phase");
    row("framework", {{q + "/framework", "\"cost\""}}, "O003 " + q + "/framework");
    row("weight zero", {{q + "/weight", "0"}}, "O002 " + q + "/weight");
    row("weight negative", {{q + "/weight", "-1"}}, "O002 " + q + "/weight");
    row("weight text", {{q + "/weight", "\"2\""}}, "O001 " + q + "/weight");
    row("likelihood", {{q + "/likelihood", "6"}}, "O002 " + q + "/likelihood");
    row("likelihood huge", {{q + "/likelihood", "18446744073709551615"}}, "O002 " + q + "/likelihood");
    row("impact zero", {{q + "/impact", "0"}}, "O002 " + q + "/impact");
    row("impact half", {{q + "/impact", "2.5"}}, "O001 " + q + "/impact");
    row("effort", {{q + "/effort", "\"XL\""}}, "O001 " + q + "/effort");
    row("finding", {{q + "/finding", "\"x\""}}, "O001 " + q + "/finding");
    row("finding title", {{q + "/finding/title", "7"}}, "O001 " + q + "/finding/title");
    row("finding title too long", {{q + "/finding/title", "\"" + std::string(61, 'x') + "\""}},
        "O001 " + q + "/finding/title");
    row("consequence", {{q + "/finding/consequence", "[]"}}, "O001 " + q + "/finding/consequence");
    row("severity", {{q + "/choices/vault/severity", "\"critical\""}}, "O001 " + q + "/choices/vault/severity");
    row("evidence", {{q + "/evidence", "\"e\""}}, "O001 " + q + "/evidence");
    row("evidence entry", {{q + "/evidence/1", "7"}}, "O001 " + q + "/evidence/1");
    row("card", {{q + "/card", "[]"}}, "O001 " + q + "/card");
    row("signs", {{"/readiness/signs/0/choices", "[]"}}, "O001 /readiness/signs/0");
    row("several in file order", {{q + "/impact", "9"}, {"/shortName", "[]"}, {q + "/weight", "0"}},
        "O001 /shortName\nO002 " + q + "/weight\nO002 " + q + "/impact");
}

void tst_overlay::namesEachFaultAtItsPlace() {
    QFETCH(std::string, bytes);
    QFETCH(QString, messages);
    const auto read = readOverlay(bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(QString::fromStdString(read.error().id), QStringLiteral("overlay.invalid"));
    QStringList lines;
    for (const auto& m : read.error().messages) {
        lines << QString::fromStdString(m.id + " " + m.pointer);
        QVERIFY(!m.text.empty() && !m.fix.empty());
    }
    QCOMPARE(lines.join(QLatin1Char('\n')), messages);
}

void tst_overlay::countsCharactersOfFindingTitlesNotBytes() {
    std::string sixty = "\"";
    for (int i = 0; i < 60; ++i)
        sixty += "\u00e9";
    QVERIFY(readOverlay(edited({{"/questions/SEC1/finding/title", sixty + "\""}})).has_value());
    QVERIFY(!readOverlay(edited({{"/questions/SEC1/finding/title", sixty + "x\""}})).has_value());
}

void tst_overlay::refusesWhatIsNoOverlay() {
    for (const char* bytes : {"", "null", "[]", "{", "{\"a\":1,\"a\":2}", "\"x\"", "NaN"}) {
        const auto read = readOverlay(bytes);
        QVERIFY2(!read.has_value(), bytes);
        QCOMPARE(read.error().kind, ErrorKind::Refused);
        QVERIFY(!read.error().messages.empty());
    }
}

QTEST_APPLESS_MAIN(tst_overlay)
#include "tst_overlay.moc"
