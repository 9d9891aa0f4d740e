// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings, planning and events that no review has: refused before anything is written, refused when a file holds them,
// told by verify, and left behind by salvage.
#include "tests/support/finding_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

using namespace plumb;
using namespace plumb::testing;
using review::Finding;
using review::FindingStatus;
using store::OpenMode;
using store::Project;
using store::Writer;

namespace {

using Texts = std::vector<std::string>;

std::string problemIds(const store::VerifyReport& report) {
    std::set<std::string> ids;
    for (const store::Problem& problem : report.problems)
        ids.insert(problem.id);
    std::string text;
    for (const std::string& id : ids)
        text += id + ' ';
    return text;
}

/// SQL that adds a finding with number 9 of another question.
QByteArray findingOf(const char* lens, const char* question) {
    return QByteArray("UPDATE meta SET value = '10' WHERE key = 'next_finding'; CREATE TEMP TABLE copy AS SELECT * "
                      "FROM finding WHERE key = 'test/q1'; UPDATE copy SET number = 9, lens_id = '") +
           lens + "', question_id = '" + question + "', key = '" + lens + '/' + question +
           "'; INSERT INTO finding SELECT * FROM copy";
}

} // namespace

class TestFindingChecks : public QObject {
    Q_OBJECT

private slots:
    void circlesAreRefused();
    void refusedFindings_data();
    void refusedFindings();
    void refusedPlanning();
    void refusedEvents();
    void aRefusedFindingWritesNothing();
    void statusRulesAreKept();
    void hostileValuesAreRefusedAtOpening_data();
    void hostileValuesAreRefusedAtOpening();
    void hostileValuesAreRefusedAtLoading_data();
    void hostileValuesAreRefusedAtLoading();
    void verifyFindsWhatIsWrong_data();
    void verifyFindsWhatIsWrong();
    void salvageKeepsFindings();
    void salvageBreaksCircles();
    void salvageDropsFindingsOfALostQuestionnaire();
    void aNumberThatTheFileForgotIsStillNotGivenTwice();
};

void TestFindingChecks::circlesAreRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 4);
    Finding a = writtenFinding("a"), b = writtenFinding("b"), c = writtenFinding("c"), d = writtenFinding("d");
    for (const Finding& f : {a, b, c, d})
        VERIFY_OK(putFinding(*project, f));
    a.needs = {"a"};
    VERIFY_FAILS(putFinding(*project, a), "review.invalid");
    a.needs = {"b", "c"};
    VERIFY_OK(putFinding(*project, a));
    b.needs = {"c", "d"};
    VERIFY_OK(putFinding(*project, b)); // two ways to the same finding are no circle
    c.needs = {"a"};
    VERIFY_FAILS(putFinding(*project, c), "review.invalid");
    c.needs = {"d", "b"};
    VERIFY_FAILS(putFinding(*project, c), "review.invalid");
    c.needs = {"d"};
    VERIFY_OK(putFinding(*project, c));
    VERIFY_OK(project->loadFindings());
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindingChecks::refusedFindings_data() {
    QTest::addColumn<int>("spoil");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, int spoil, const char* id = "review.invalid") {
        QTest::newRow(name) << spoil << QString::fromLatin1(id);
    };
    row("empty key", 0);
    row("key of another question", 1);
    row("slash in the key of one written by hand", 2);
    row("unknown questionnaire", 3);
    row("unknown question", 4);
    row("question without a questionnaire", 5);
    row("long title", 6, "review.tooLong");
    row("long owner", 7, "review.tooLong");
    row("long reason", 8, "review.tooLong");
    row("text that is not UTF-8", 9);
    row("severity none", 10);
    row("likelihood above 5", 11);
    row("residual impact below 0", 12);
    row("due on 30 February", 13);
    row("until on day 0", 14);
    row("days below 0", 15);
    row("days that are no number", 16);
    row("too many days", 17);
    row("progress above 100", 18);
    row("loss without a frequency", 19);
    row("loss with P10 above P90", 20);
    row("loss without end", 21);
    row("loss that is no number", 22);
    row("unknown need", 23);
    row("unknown evidence", 24);
    row("unknown practice", 25);
    row("practice of an unknown question", 26);
    row("empty measure", 27);
    row("long measure", 28, "review.tooLong");
    row("trade-off without a pillar", 29);
    row("two trade-offs of a pillar", 30);
}

void TestFindingChecks::refusedFindings() {
    QFETCH(int, spoil);
    QFETCH(QString, id);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const std::vector<std::function<void(Finding&)>> spoils{
        [](Finding& f) { f.key.clear(); },
        [](Finding& f) { f.question = kQ0, f.key = "test/q1"; },
        [](Finding& f) { f.key = "test/q0"; },
        [](Finding& f) {
            f = derivedFinding({"none", "q0"});
        },
        [](Finding& f) {
            f = derivedFinding({"test", "none"});
        },
        [](Finding& f) {
            f.question = {"", "q0"};
        },
        [](Finding& f) { f.title.assign(review::kMaxFindingTitle + 1, 'x'); },
        [](Finding& f) { f.owner.assign(review::kMaxOwner + 1, 'x'); },
        [](Finding& f) { f.reason.assign(review::kMaxNote + 1, 'x'); },
        [](Finding& f) { f.consequence = "a\xff"; },
        [](Finding& f) { f.severity = lens::Risk::None; },
        [](Finding& f) {
            f.inherent = {6, 1};
        },
        [](Finding& f) {
            f.residual = {1, -1};
        },
        [](Finding& f) {
            f.due = {2027, 2, 30};
        },
        [](Finding& f) {
            f.until = {2027, 2, 0};
        },
        [](Finding& f) { f.days = -0.5; },
        [](Finding& f) { f.days = nan; },
        [](Finding& f) { f.days = 1000.5; },
        [](Finding& f) { f.progress = 101; },
        [](Finding& f) {
            f.loss = review::LossModel{0, 1, 2};
        },
        [](Finding& f) {
            f.loss = review::LossModel{1, 3, 2};
        },
        [](Finding& f) {
            f.loss = review::LossModel{1, 1, inf};
        },
        [](Finding& f) {
            f.loss = review::LossModel{nan, 1, 2};
        },
        [](Finding& f) { f.needs = {"none"}; },
        [](Finding& f) { f.evidence = {"none"}; },
        [](Finding& f) {
            f.practices = {{kQ0, "none"}};
        },
        [](Finding& f) {
            f.practices = {{{"test", "none"}, "q0_a"}};
        },
        [](Finding& f) { f.measures = {""}; },
        [](Finding& f) { f.measures = {std::string(review::kMaxMeasure + 1, 'x')}; },
        [](Finding& f) {
            f.tradeOffs = {{"", true, "x"}};
        },
        [](Finding& f) {
            f.tradeOffs = {{"security", true, "x"}, {"security", false, "y"}};
        },
    };
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 3);
    const std::string before = fileBytes(path);
    Finding f = writtenFinding();
    spoils.at(static_cast<std::size_t>(spoil))(f);
    VERIFY_FAILS(putFinding(*project, f), id.toStdString());
    QVERIFY(fileBytes(path) == before);
}

void TestFindingChecks::refusedPlanning() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const std::vector<review::Planning> wrong{
        {.priorities = {""}},
        {.priorities = {"security", "security"}},
        {.capacity = 0},
        {.capacity = std::numeric_limits<double>::quiet_NaN()},
        {.capacity = std::numeric_limits<double>::infinity()},
        {.start = {2027, 13, 1}},
        {.cadenceMonths = 0},
        {.cadenceMonths = 61},
    };
    for (const review::Planning& planning : wrong)
        VERIFY_FAILS(putPlanning(*project, planning), "review.invalid");
    QVERIFY(project->loadPlanning().value() == review::Planning{});
}

void TestFindingChecks::refusedEvents() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    const Date day{2027, 1, 1};
    VERIFY_FAILS(putEvent(*project, {"", review::EventKind::Review, day, ""}), "review.invalid");
    VERIFY_FAILS(putEvent(*project, {"e", review::EventKind::Review, {}, ""}), "review.invalid");
    VERIFY_FAILS(putEvent(*project, {"e", review::EventKind::Review, {2027, 2, 29}, ""}), "review.invalid");
    VERIFY_FAILS(putEvent(*project, {"e", review::EventKind::Review, day, std::string(100'001, 'x')}),
                 "review.tooLong");
    QVERIFY(project->loadEvents()->empty());
}

void TestFindingChecks::aRefusedFindingWritesNothing() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = projectWithFindings(path, world);
    const std::string before = contentDump(path);
    Finding f = fullFinding();
    f.title = "Changed";
    f.measures.clear();
    f.practices.push_back({kQ0, "none"});
    // Even when the command goes on.
    const auto applied = project->run("Go on", {}, [&](Writer& writer) -> Result<void> {
        static_cast<void>(writer.putFinding(f));
        return {};
    });
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    QCOMPARE(contentDump(path), before);
}

void TestFindingChecks::statusRulesAreKept() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    Finding f = derivedFinding(kQ0);
    for (const auto status : {FindingStatus::Accepted, FindingStatus::Transferred, FindingStatus::FalseAlarm}) {
        f.status = status;
        VERIFY_FAILS(putFinding(*project, f), "review.invalid");
    }
    f.reason = "Because.";
    VERIFY_OK(putFinding(*project, f));
    f.status = FindingStatus::Transferred;
    VERIFY_OK(putFinding(*project, f));
    f.status = FindingStatus::Accepted;
    VERIFY_FAILS(putFinding(*project, f), "review.invalid");
    f.decidedBy = "The board";
    VERIFY_FAILS(putFinding(*project, f), "review.invalid");
    f.until = {2027, 1, 1};
    VERIFY_OK(putFinding(*project, f));
    for (const auto status : {FindingStatus::Open, FindingStatus::InProgress, FindingStatus::Resolved}) {
        f.status = status;
        VERIFY_OK(putFinding(*project, f));
        QVERIFY(project->loadFindings()->at(0).status == status);
    }
    QCOMPARE(project->loadFindings()->at(0).reason, std::string("Because."));
}

void TestFindingChecks::hostileValuesAreRefusedAtOpening_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("table");
    const auto row = [](const char* name, const char* sql, const char* table) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(table);
    };
    row("unknown status", "UPDATE finding SET status = 'maybe'", "finding");
    row("accepted without a reason", "UPDATE finding SET reason = ''", "finding");
    row("accepted without an end", "UPDATE finding SET until = ''", "finding");
    row("false alarm without a reason", "UPDATE finding SET status = 'false alarm' WHERE reason = ''", "finding");
    row("key of another question", "UPDATE finding SET question_id = 'q0' WHERE key = 'test/q1'", "finding");
    row("half a question", "UPDATE finding SET question_id = 'q0' WHERE lens_id = ''", "finding");
    row("slash in the key of one written by hand", "UPDATE finding SET key = '/' WHERE lens_id = ''", "finding");
    row("unknown severity", "UPDATE finding SET severity = 'NONE'", "finding");
    row("unknown effort", "UPDATE finding SET effort = 'XL'", "finding");
    row("rating above 5", "UPDATE finding SET residual_impact = 6", "finding");
    row("number 0", "UPDATE finding SET number = 0", "finding");
    row("too many days", "UPDATE finding SET days = 1e300", "finding");
    row("progress", "UPDATE finding SET progress = -1", "finding");
    row("day in words", "UPDATE finding SET due = 'next week'", "finding");
    row("loss without a size", "UPDATE finding SET loss_per_year = 1, loss_p10 = 0", "finding");
    row("loss without a frequency", "UPDATE finding SET loss_per_year = 0, loss_p10 = 1", "finding");
    row("loss without end", "UPDATE finding SET loss_p90 = 9e999 WHERE loss_per_year > 0", "finding");
    row("finding that needs itself", "UPDATE finding_need SET needs_key = finding_key", "finding_need");
    row("measure without a name", "UPDATE finding_measure SET measure = '' WHERE measure = 'cache'", "finding_measure");
    row("trade-off that neither helps nor harms", "UPDATE finding_trade_off SET helps = 2", "finding_trade_off");
    row("practice without an id", "UPDATE finding_practice SET choice_id = '' WHERE question_id = 'q1'",
        "finding_practice");
    row("second planning", "INSERT INTO planning VALUES(2, 'days', 20, '', 6)", "planning");
    row("plan of no kind", "INSERT INTO planning VALUES(1, 'weeks', 20, '', 6)", "planning");
    row("no capacity", "INSERT INTO planning VALUES(1, 'days', 0, '', 6)", "planning");
    row("endless cadence", "INSERT INTO planning VALUES(1, 'days', 20, '', 600)", "planning");
    row("negative rank", "INSERT INTO priority VALUES('security', -1)", "priority");
    row("event without a day", "INSERT INTO review_event VALUES('e', 'review', '', '')", "review_event");
    row("event of no kind", "INSERT INTO review_event VALUES('e', 'party', '2027-01-01', '')", "review_event");
}

void TestFindingChecks::hostileValuesAreRefusedAtOpening() {
    QFETCH(QString, sql);
    QFETCH(QString, table);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    projectWithFindings(path, world).reset();
    QVERIFY(rawSql(path, "PRAGMA ignore_check_constraints=ON; " + sql.toStdString()));
    const std::string before = fileBytes(path);
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env());
    VERIFY_FAILS(project, "store.hostile");
    QCOMPARE(QString::fromStdString(project.error().args.at(0)), table);
    QVERIFY(fileBytes(path) == before);
}

void TestFindingChecks::hostileValuesAreRefusedAtLoading_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("table");
    QTest::newRow("30 February") << "UPDATE finding SET due = '2027-02-30'"
                                 << "finding";
    QTest::newRow("text that is not UTF-8") << "UPDATE finding SET title = CAST(x'41ff' AS TEXT)"
                                            << "finding";
    QTest::newRow("link that is not UTF-8") << "UPDATE finding_trade_off SET note = CAST(x'41ff' AS TEXT)"
                                            << "finding_trade_off";
    QTest::newRow("circle") << "INSERT INTO finding_need SELECT needs_key, finding_key FROM finding_need"
                            << "finding_need";
    QTest::newRow("start of the plan") << "INSERT INTO planning VALUES(1, 'days', 20, '2027-19-39', 6)"
                                       << "planning";
    QTest::newRow("event on 31 April") << "INSERT INTO review_event VALUES('e', 'other', '2027-04-31', '')"
                                       << "review_event";
}

void TestFindingChecks::hostileValuesAreRefusedAtLoading() {
    QFETCH(QString, sql);
    QFETCH(QString, table);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    projectWithFindings(path, world).reset();
    QVERIFY(rawSql(path, sql.toStdString()));
    const auto project = Project::open(path, OpenMode::ReadOnly, world.env()).value();
    const auto review = project->load();
    VERIFY_FAILS(review, "store.hostile");
    QCOMPARE(QString::fromStdString(review.error().args.at(0)), table);
    QCOMPARE(problemIds(project->verify({}).value()), std::string("V001 "));
}

void TestFindingChecks::verifyFindsWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("ids");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("finding of no question") << findingOf("test", "gone") << "V007 ";
    QTest::newRow("finding of no questionnaire") << findingOf("gone", "q0") << "V007 ";
    QTest::newRow("practice that is not there")
        << QByteArray("INSERT INTO finding_practice VALUES('test/q1', 'test', 'q0', 'gone')") << "V007 ";
    QTest::newRow("evidence that is not there") << QByteArray("DELETE FROM evidence") << "V003 ";
    QTest::newRow("need that is not there") << QByteArray("UPDATE finding_need SET needs_key = 'test/q2'") << "V003 ";
    QTest::newRow("number given twice") << QByteArray("UPDATE finding SET number = 1") << "V010 ";
    QTest::newRow("number will be given again")
        << QByteArray("UPDATE meta SET value = '2' WHERE key = 'next_finding'") << "V010 ";
    QTest::newRow("next number is missing")
        << QByteArray("DELETE FROM meta WHERE key = 'next_finding'") << "V009 V010 ";
    QTest::newRow("state that no command left") << QByteArray("UPDATE finding SET days = 0.25") << "V006 ";
}

void TestFindingChecks::verifyFindsWhatIsWrong() {
    QFETCH(QByteArray, sql);
    QFETCH(QString, ids);
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    projectWithFindings(path, world).reset();
    QVERIFY(rawSql(path, sql.toStdString()));
    const auto report = store::verifyFile(path, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(QString::fromStdString(problemIds(*report)), ids);
}

void TestFindingChecks::salvageKeepsFindings() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    {
        const auto project = projectWithFindings(path, world);
        VERIFY_OK(putPlanning(*project, {.priorities = {"security"}, .capacity = 7.5}));
        VERIFY_OK(putEvent(*project, {"e", review::EventKind::Review, {2026, 12, 1}, ""}));
        VERIFY_OK(putFinding(*project, derivedFinding(kQ0)));
        VERIFY_OK(removeFinding(*project, "test/q0"));
    }
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost, Texts{"The history: it starts anew."});
    QCOMPARE(contentDump(out), contentDump(path));
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {}).value()), std::string());
    const auto saved = Project::open(out, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(putFinding(*saved, derivedFinding(kQ0)));
    QCOMPARE(findingKeys(*saved).back(), std::string("F-04 test/q0")); // 3 was given before
}

void TestFindingChecks::salvageBreaksCircles() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    {
        const auto project = projectWithFindings(path, world);
        Finding leads = derivedFinding(kQ0);
        leads.needs = {kByHand}; // leads into the circle, is not part of it
        VERIFY_OK(putFinding(*project, leads));
    }
    QVERIFY(rawSql(path, "INSERT INTO finding_need VALUES('test/q1', '" + kByHand + "')"));
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QCOMPARE(report->lost.size(), std::size_t{2}); // one link of the circle, the history
    QVERIFY(report->lost[0].find("waits for") != std::string::npos);
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {}).value()), std::string());
    const auto saved = Project::open(out, OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(rawText(out, "SELECT count(*) FROM finding_need"), std::string("2"));
    const auto findings = saved->loadFindings().value();
    QCOMPARE(findings.at(2).needs, Texts{kByHand});
}

void TestFindingChecks::salvageDropsFindingsOfALostQuestionnaire() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb", out = folder / "b.plumb";
    projectWithFindings(path, world).reset();
    QVERIFY(rawSql(path, "UPDATE lens_source SET bytes = x'00'"));
    const auto report = store::salvage(path, out, world.env(), {});
    VERIFY_OK(report);
    QVERIFY(std::any_of(report->lost.begin(), report->lost.end(),
                        [](const std::string& text) { return text.find("F-01") != std::string::npos; }));
    QCOMPARE(problemIds(store::verifyFile(out, world.env(), {}).value()), std::string());
    const auto saved = Project::open(out, OpenMode::ReadOnly, world.env()).value();
    QCOMPARE(findingKeys(*saved), Texts{"F-02 " + kByHand});
    const auto findings = saved->loadFindings().value();
    QCOMPARE(findings[0].title, writtenFinding().title);
    QVERIFY(findings[0].practices.empty());
    QVERIFY(findings[0].needs.empty());
}

void TestFindingChecks::aNumberThatTheFileForgotIsStillNotGivenTwice() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    projectWithFindings(path, world).reset();
    QVERIFY(rawSql(path, "UPDATE meta SET value = 'many' WHERE key = 'next_finding'"));
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(putFinding(*project, derivedFinding(kQ0)));
    QCOMPARE(findingKeys(*project), (Texts{"F-01 test/q1", "F-02 " + kByHand, "F-03 test/q0"}));
}

QTEST_GUILESS_MAIN(TestFindingChecks)
#include "tst_finding_checks.moc"
