// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Full-text search: what is found, how queries are read, and that the index follows every command.
#include "core/store/search.h"
#include "tests/support/cost_builders.h"
#include "tests/support/finding_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

using namespace plumb;
using namespace plumb::testing;
using store::Project;

namespace {

const QuestionKey kFirst{"test", "q0"};

/// "kind:id" of each hit.
std::string found(Project& project, std::string_view query, int limit = 100) {
    std::string text;
    const auto hits = project.search(query, limit).value();
    for (const store::SearchHit& hit : hits) {
        text += hit.kind + ":";
        text += !hit.evidence.empty() ? hit.evidence : !hit.choice.empty() ? hit.choice : hit.question.question;
        text += " ";
    }
    return text;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void everyKindIsFound();
    void accentsAndCaseDoNotMatter();
    void wordsMatchByPrefixAndAllMustOccur();
    void quotesMakeAPhrase();
    void snippetsMarkTheHits();
    void titlesComeBeforeBodies();
    void theIndexFollowsEveryCommand();
    void anotherWritersCommandsAreSeen();
    void removedLensesAreGone();
    void findingsAreFoundAndKeptFresh();
    void costsAreFoundAndKeptFresh();
    void oddQueriesAreSafe_data();
    void oddQueriesAreSafe();
    void limitsAreKept();
    void nothingOfTheIndexIsInTheFile();
};

void TestSearch::everyKindIsFound() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    VERIFY_OK(setNote(*project, kFirst, "zebra crossing"));
    VERIFY_OK(project->run("More", {}, [](store::Writer& writer) -> Result<void> {
        review::Answer answer;
        answer.choices["q1_a"].note = "zebra in a choice";
        answer.privateNote = "a private zebra";
        PLUMB_CHECK(writer.putAnswer({"test", "q1"}, answer));
        review::Evidence e{.id = "e1", .kind = review::EvidenceKind::Link, .title = "Zebra page"};
        e.links = {{kFirst, ""}};
        PLUMB_CHECK(writer.putEvidence(e));
        return writer.putWorkload({.name = "Claims", .description = "About zebras"});
    }));
    std::string all = found(*project, "zebra");
    for (const char* hit : {"note:q0 ", "note:q1 ", "note:q1_a ", "evidence:e1 ", "workload: "})
        QVERIFY2(all.find(hit) != std::string::npos, all.c_str());
    QCOMPARE(found(*project, "\"matter 3\""), std::string("question:q3 "));
    QCOMPARE(found(*project, "practice q3_b"), std::string("choice:q3_b "));
    QCOMPARE(project->search("zebra page", 10)->at(0).question, kFirst);
}

void TestSearch::accentsAndCaseDoNotMatter() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 1);
    QCOMPARE(found(*project, "resume"), std::string("question:q0 "));
    QCOMPARE(found(*project, "RÉSUMÉ"), std::string("question:q0 "));
}

void TestSearch::wordsMatchByPrefixAndAllMustOccur() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    QCOMPARE(found(*project, "retr scre 2"), std::string("question:q2 "));
    QCOMPARE(found(*project, "retrieval giraffe"), std::string());
}

void TestSearch::quotesMakeAPhrase() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    VERIFY_OK(setNote(*project, kFirst, "screening of resumes"));
    QCOMPARE(found(*project, "\"resume screening\" 0"), std::string("question:q0 "));
    QCOMPARE(found(*project, "\"screening resume\""), std::string());
    QCOMPARE(found(*project, "\"screening of resum"), std::string("note:q0 ")); // not closed yet: still typing
}

void TestSearch::snippetsMarkTheHits() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 1);
    VERIFY_OK(setNote(*project, kFirst, "the zebra sleeps"));
    QCOMPARE(project->search("zeb", 1)->at(0).snippet, std::string("the \x02zebra\x03 sleeps\n"));
}

void TestSearch::titlesComeBeforeBodies() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 1);
    VERIFY_OK(setNote(*project, kFirst, "zebra"));
    VERIFY_OK(project->run("Add", {}, [](store::Writer& writer) {
        return writer.putEvidence({.id = "e1", .kind = review::EvidenceKind::Note, .title = "zebra"});
    }));
    QCOMPARE(found(*project, "zebra"), std::string("evidence:e1 note:q0 "));
}

void TestSearch::theIndexFollowsEveryCommand() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    QCOMPARE(found(*project, "zebra"), std::string()); // builds the index
    const auto first = setNote(*project, kFirst, "zebra");
    QCOMPARE(found(*project, "zebra"), std::string("note:q0 "));
    VERIFY_OK(setNote(*project, kFirst, "giraffe"));
    QCOMPARE(found(*project, "zebra"), std::string());
    VERIFY_OK(project->undo());
    QCOMPARE(found(*project, "zebra"), std::string("note:q0 "));
    VERIFY_OK(project->redo());
    QCOMPARE(found(*project, "giraffe"), std::string("note:q0 "));
    VERIFY_OK(project->restore(first->command.id));
    QCOMPARE(found(*project, "zebra"), std::string("note:q0 "));
    VERIFY_OK(project->run("Rename", {}, [](auto& w) { return w.putWorkload({.name = "Okapi"}); }));
    QCOMPARE(found(*project, "okapi"), std::string("workload: "));
    VERIFY_OK(project->run("Evidence", {}, [](store::Writer& writer) {
        return writer.putEvidence({.id = "e1", .kind = review::EvidenceKind::Note, .title = "Lemur"});
    }));
    QCOMPARE(found(*project, "lemur"), std::string("evidence:e1 "));
    VERIFY_OK(project->run("Remove", {}, [](auto& w) { return w.removeEvidence("e1"); }));
    QCOMPARE(found(*project, "lemur"), std::string());
}

void TestSearch::anotherWritersCommandsAreSeen() {
    Folder folder;
    World world;
    const auto writer = newProject(folder / "a.plumb", world);
    const auto reader = Project::open(folder / "a.plumb", store::OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(found(*reader, "zebra"), std::string());
    VERIFY_OK(setNote(*writer, kFirst, "zebra"));
    QCOMPARE(found(*reader, "zebra"), std::string("note:q0 "));
}

void TestSearch::removedLensesAreGone() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    QVERIFY(!found(*project, "matter").empty());
    VERIFY_OK(project->run("Remove", {}, [](auto& w) { return w.removeLens("test"); }));
    QCOMPARE(found(*project, "matter"), std::string());
    VERIFY_OK(project->undo());
    QVERIFY(!found(*project, "matter").empty());
}

void TestSearch::findingsAreFoundAndKeptFresh() {
    Folder folder;
    World world;
    const auto project = projectWithFindings(folder / "a.plumb", world);
    for (const char* query : {"prompts owns", "wiki", "versions claim", "\"under version control\"", "pilot"}) {
        const auto hits = project->search(query, 10);
        VERIFY_OK(hits);
        QCOMPARE(hits->size(), std::size_t{1});
        QCOMPARE(hits->at(0).kind, std::string("finding"));
        QCOMPARE(hits->at(0).finding, kByHand);
        QVERIFY(hits->at(0).question == QuestionKey{});
        QVERIFY(hits->at(0).snippet.find('\x02') != std::string::npos);
    }
    review::Finding derived = derivedFinding(kQ1);
    derived.reason = "Zebra crossing";
    VERIFY_OK(putFinding(*project, derived));
    const auto hits = project->search("zebra", 10);
    QCOMPARE(hits->at(0).finding, std::string("test/q1"));
    QVERIFY(hits->at(0).question == kQ1);
    VERIFY_OK(removeFinding(*project, "test/q1"));
    QVERIFY(project->search("zebra", 10)->empty());
    VERIFY_OK(project->undo());
    QCOMPARE(project->search("zebra", 10)->size(), std::size_t{1});
}

void TestSearch::costsAreFoundAndKeptFresh() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    QCOMPARE(found(*project, "zebra"), std::string()); // builds the index
    review::Costs costs = fullCosts();
    costs.items[0].name = "Zebra index";
    costs.measures[0].note = "when the zebras sleep";
    VERIFY_OK(putCosts(*project, costs));
    const auto hits = project->search("zebra", 10);
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), std::size_t{2});
    QCOMPARE(hits->at(0).kind + ':' + hits->at(0).cost, std::string("cost item:vec")); // a title weighs more
    QCOMPARE(hits->at(1).kind + ':' + hits->at(1).cost, std::string("cost measure:schedule"));
    QVERIFY(hits->at(0).question == QuestionKey{} && hits->at(0).finding.empty() && hits->at(0).evidence.empty());
    QCOMPARE(hits->at(0).snippet, std::string("\x02Zebra\x03 index"));
    costs.items[0].name = "Index";
    VERIFY_OK(putCosts(*project, costs));
    QCOMPARE(project->search("zebra", 10)->size(), std::size_t{1});
    VERIFY_OK(putCosts(*project, {}));
    QVERIFY(project->search("zebra", 10)->empty());
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    QCOMPARE(project->search("zebra", 10)->size(), std::size_t{2});
}

void TestSearch::oddQueriesAreSafe_data() {
    QTest::addColumn<QByteArray>("query");
    for (const char* query : {"",         " ",
                              "\"",       "\"\"",
                              "\"\"\"",   "*",
                              "-",        "--",
                              "(",        ")",
                              "a AND",    "OR",
                              "NOT x",    "NEAR(a b)",
                              "title:x",  "{a b}:c",
                              "^a",       "a*b",
                              "'",        "';DROP TABLE words;--",
                              "\\",       "%",
                              "_",        "+",
                              "a+b",      "cost-benefit",
                              "\xff\xfe", "\xe2\x82",
                              "…",        "日本語",
                              "🦓",     "a\"b\"c"})
        QTest::addRow("%s", query) << QByteArray(query);
    QTest::newRow("nul") << QByteArray("a\0b", 3);
    QTest::newRow("long word") << QByteArray(100'000, 'x');
    QTest::newRow("many words") << QByteArray("ab ").repeated(10'000);
    QTest::newRow("many quotes") << QByteArray("\"").repeated(5'000);
}

void TestSearch::oddQueriesAreSafe() {
    QFETCH(QByteArray, query);
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 1);
    VERIFY_OK(project->search(query.toStdString(), 10));
}

void TestSearch::limitsAreKept() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 20);
    QCOMPARE(project->search("matter", 7)->size(), std::size_t{7});
    QCOMPARE(project->search("matter", 0)->size(), std::size_t{0});
    QCOMPARE(project->search("matter", -1)->size(), std::size_t{0});
    QCOMPARE(project->search("matter", 1'000'000)->size(), std::size_t{20});
}

void TestSearch::nothingOfTheIndexIsInTheFile() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::string before = fileBytes(folder / "a.plumb");
    VERIFY_OK(project->search("matter", 10));
    QVERIFY(fileBytes(folder / "a.plumb") == before);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
