// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings, planning and events in the file: everything comes back, history carries it, numbers are given once, links
// go with what they point to, and values that no review has are refused before anything is written.
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace plumb;
using namespace plumb::testing;
using review::Finding;
using review::FindingStatus;
using store::OpenMode;
using store::Project;
using store::Writer;

namespace {

const QuestionKey kFirst{"test", "q0"}, kSecond{"test", "q1"};
const std::string kByHand = "00000000-0000-4000-8000-00000000000a", kEvidence = "00000000-0000-4000-8000-00000000000e";

Finding derived(const QuestionKey& question) {
    Finding f;
    f.key = review::findingKey(question);
    f.question = question;
    return f;
}

Finding written(const std::string& key = kByHand) {
    Finding f;
    f.key = key;
    f.title = "Nobody owns the prompts";
    return f;
}

/// Every field set. Names the finding of kSecond and the evidence kEvidence.
Finding full() {
    Finding f = written();
    f.observation = "Prompts lie in a wiki; the résumé filter has none.";
    f.consequence = "Two versions answer the same claim.";
    f.recommendation = "Put prompts under version control.";
    f.severity = lens::Risk::Medium;
    f.framework = "security";
    f.inherent = {5, 4};
    f.residual = {2, 1};
    f.owner = "Zoë Adler";
    f.due = {2027, 2, 28};
    f.effort = lens::Effort::L;
    f.days = 0.1;
    f.progress = 40;
    f.status = FindingStatus::Accepted;
    f.reason = "The pilot ends in spring.";
    f.decidedBy = "The board";
    f.until = {2027, 3, 31};
    f.loss = review::LossModel{0.3, 1234.56, 1e9 / 3};
    f.needs = {review::findingKey(kSecond)};
    f.evidence = {kEvidence};
    f.measures = {"budgetAlarm", "cache"};
    f.practices = {{kFirst, "q0_a"}, {kFirst, "q0_b"}, {kSecond, "q1_c"}};
    f.tradeOffs = {{"security", true, ""}, {"costOptimization", false, "cost +$140 a month"}, {"zeal", true, "own"}};
    return f;
}

Result<store::Applied> put(Project& project, const Finding& finding) {
    return project.run("Edit finding", {}, [&](Writer& writer) -> Result<void> {
        PLUMB_CHECK(writer.putFinding(finding));
        return {};
    });
}

Result<store::Applied> remove(Project& project, const std::string& key) {
    return project.run("Remove finding", {}, [&](Writer& writer) { return writer.removeFinding(key); });
}

Result<store::Applied> plan(Project& project, const review::Planning& planning) {
    return project.run("Plan", {}, [&](Writer& writer) { return writer.putPlanning(planning); });
}

Result<store::Applied> putEvent(Project& project, const review::ReviewEvent& event) {
    return project.run("Event", {}, [&](Writer& writer) { return writer.putEvent(event); });
}

void addEvidence(Project& project) {
    const auto added = project.run("Add evidence", {}, [](Writer& writer) {
        return writer.putEvidence({.id = kEvidence, .kind = review::EvidenceKind::Note, .title = "Minutes"});
    });
    if (!added)
        qFatal("%s", added.error().text.c_str());
}

/// A review with the evidence, the finding of kSecond (F-01) and full() (F-02).
std::unique_ptr<Project> filled(const std::filesystem::path& path, World& world) {
    auto project = newProject(path, world, 3);
    addEvidence(*project);
    for (const Finding& finding : {derived(kSecond), full()})
        if (const auto done = put(*project, finding); !done)
            qFatal("%s", done.error().text.c_str());
    return project;
}

std::vector<std::string> keysOf(Project& project) {
    std::vector<std::string> keys;
    const auto findings = project.loadFindings().value();
    for (const Finding& finding : findings)
        keys.push_back(review::findingCode(finding.number) + " " + finding.key);
    return keys;
}

using Texts = std::vector<std::string>;

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void aFindingAsMadeComesBack();
    void linksComeBackSortedAndOnce();
    void planningAndEventsComeBack();
    void defaultPlanningLeavesNoRow();
    void equalValuesAreNoCommand();
    void onlyTheRowsThatDifferAreWritten();
    void undoAndRedoCarryEverything();
    void historyWorksAfterReopening();
    void numbersAreNeverGivenTwice();
    void aNumberOfAnotherFindingIsRefused();
    void removingAFindingTakesItsLinksAndNeeds();
    void removingTheQuestionnaireTakesItsFindings();
    void removingNoQuestionnaireKeepsFindingsWrittenByHand();
    void removingEvidenceTakesItsLinks();
    void circlesAreRefused();
    void refusedFindings_data();
    void refusedFindings();
    void refusedPlanning();
    void refusedEvents();
    void aRefusedFindingWritesNothing();
    void statusRulesAreKept();
};

void TestFindings::everyFieldComesBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    { const auto project = filled(path, world); }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    const auto review = project->load();
    VERIFY_OK(review);
    Finding expected = full();
    expected.number = 2;
    QCOMPARE(review->findings.size(), std::size_t{2});
    QVERIFY(review->findings[1] == expected);
    QVERIFY(*review->findFinding(kByHand) == expected);
    QVERIFY(review->findings == project->loadFindings().value());
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindings::aFindingAsMadeComesBack() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    int number = 0;
    VERIFY_OK(project->run("Number", {}, [&](Writer& writer) -> Result<void> {
        PLUMB_TRY(given, writer.putFinding(derived(kFirst)));
        number = given;
        return {};
    }));
    QCOMPARE(number, 1);
    const auto findings = project->loadFindings();
    VERIFY_OK(findings);
    Finding expected = derived(kFirst);
    expected.number = 1;
    QVERIFY(findings->at(0) == expected);
    QVERIFY(findings->at(0).untouched());
}

void TestFindings::linksComeBackSortedAndOnce() {
    Folder folder;
    World world;
    const auto project = filled(folder / "a.plumb", world);
    Finding f = full();
    std::swap(f.measures[0], f.measures[1]);
    f.measures.push_back("cache");
    std::swap(f.practices[0], f.practices[2]);
    f.practices.push_back(f.practices[0]);
    std::swap(f.tradeOffs[0], f.tradeOffs[2]);
    const auto applied = put(*project, f);
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    Finding expected = full();
    expected.number = 2;
    QVERIFY(project->loadFindings()->at(1) == expected);
}

void TestFindings::planningAndEventsComeBack() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const review::Planning planning{
        {"security", "costOptimization", "reliability"}, review::PlanMode::Capacity, 12.5, {2027, 1, 4}, 3};
    const review::ReviewEvent first{"e2", review::EventKind::ModelUpdate, {2026, 12, 1}, "New model"},
        second{"e1", review::EventKind::Review, {2027, 1, 1}, ""};
    {
        const auto project = newProject(path, world);
        QVERIFY(project->loadPlanning().value() == review::Planning{});
        VERIFY_OK(plan(*project, planning));
        VERIFY_OK(putEvent(*project, second));
        VERIFY_OK(putEvent(*project, first));
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    const auto review = project->load();
    VERIFY_OK(review);
    QVERIFY(review->planning == planning);
    QVERIFY(review->events == (std::vector{first, second}));
    QVERIFY(project->loadPlanning().value() == planning);
    QVERIFY(project->loadEvents().value() == review->events);
    const auto removed = project->run("Remove", {}, [](Writer& writer) { return writer.removeEvent("e1"); });
    VERIFY_OK(removed);
    QVERIFY(removed->rows ==
            (std::vector<store::RowChange>{{store::RowChange::Op::Delete, store::Table::ReviewEvent, {"e1"}}}));
    QVERIFY(project->loadEvents().value() == std::vector{first});
}

void TestFindings::defaultPlanningLeavesNoRow() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world);
    const std::string before = contentDump(path);
    QVERIFY(plan(*project, {})->rows.empty());
    const auto planned = plan(*project, {.priorities = {"security"}, .cadenceMonths = 12});
    VERIFY_OK(planned);
    QVERIFY(planned->rows ==
            (std::vector<store::RowChange>{{store::RowChange::Op::Insert, store::Table::Planning, {"1"}},
                                           {store::RowChange::Op::Insert, store::Table::Priority, {"security"}}}));
    VERIFY_OK(plan(*project, {}));
    QCOMPARE(contentDump(path), before);
}

void TestFindings::equalValuesAreNoCommand() {
    Folder folder;
    World world;
    const auto project = filled(folder / "a.plumb", world);
    const review::Planning planning{{"security"}, review::PlanMode::Capacity, 0.1, {}, 6};
    const review::ReviewEvent event{"e", review::EventKind::Other, {2026, 12, 1}, "x"};
    VERIFY_OK(plan(*project, planning));
    VERIFY_OK(putEvent(*project, event));
    const auto commands = project->history()->size();
    QVERIFY(put(*project, full())->rows.empty());
    QVERIFY(plan(*project, planning)->rows.empty());
    QVERIFY(putEvent(*project, event)->rows.empty());
    QVERIFY(remove(*project, "nothing")->rows.empty());
    QCOMPARE(project->history()->size(), commands);
}

void TestFindings::onlyTheRowsThatDifferAreWritten() {
    Folder folder;
    World world;
    const auto project = filled(folder / "a.plumb", world);
    Finding f = full();
    f.measures = {"cache", "quota"};
    f.tradeOffs[1].note = "cost +$150 a month";
    const auto applied = put(*project, f);
    VERIFY_OK(applied);
    using Op = store::RowChange::Op;
    auto rows = applied->rows;
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return std::tie(a.table, a.key) < std::tie(b.table, b.key); });
    QVERIFY(rows == (std::vector<store::RowChange>{
                        {Op::Delete, store::Table::FindingMeasure, {kByHand, "budgetAlarm"}},
                        {Op::Insert, store::Table::FindingMeasure, {kByHand, "quota"}},
                        {Op::Update, store::Table::FindingTradeOff, {kByHand, "costOptimization"}}}));
}

void TestFindings::undoAndRedoCarryEverything() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = filled(path, world);
    VERIFY_OK(plan(*project, {.mode = review::PlanMode::Capacity, .capacity = 0.7}));
    VERIFY_OK(putEvent(*project, {"e", review::EventKind::DataChange, {2026, 12, 1}, ""}));
    Texts states;
    const auto commands = project->history()->size();
    for (std::size_t i = 0; i < commands; ++i) {
        states.push_back(contentDump(path));
        VERIFY_OK(project->undo());
    }
    QVERIFY(project->loadFindings()->empty());
    for (std::size_t i = 0; i < commands; ++i) {
        VERIFY_OK(project->redo());
        QCOMPARE(contentDump(path), states[commands - 1 - i]);
    }
    const auto history = project->history().value();
    VERIFY_OK(project->restore(history.at(1).id));
    QVERIFY(project->loadFindings()->empty());
    VERIFY_OK(project->restore(history.back().id));
    QCOMPARE(contentDump(path), states.front());
}

void TestFindings::historyWorksAfterReopening() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    std::string before;
    {
        const auto project = filled(path, world);
        before = contentDump(path);
        VERIFY_OK(remove(*project, kByHand));
    }
    {
        const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
        QCOMPARE(project->undo()->command.label, std::string("Remove finding"));
        QCOMPARE(contentDump(path), before);
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(project->redo());
    QCOMPARE(keysOf(*project), (Texts{"F-01 test/q1"}));
}

void TestFindings::numbersAreNeverGivenTwice() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    {
        const auto project = newProject(path, world, 3);
        VERIFY_OK(put(*project, derived(kFirst)));
        VERIFY_OK(project->undo());
        VERIFY_OK(put(*project, derived(kFirst)));
        QCOMPARE(keysOf(*project), (Texts{"F-02 test/q0"}));
        VERIFY_OK(remove(*project, "test/q0"));
    }
    const auto project = Project::open(path, OpenMode::ReadWrite, world.env()).value();
    VERIFY_OK(put(*project, derived(kSecond)));
    QCOMPARE(keysOf(*project), (Texts{"F-03 test/q1"}));
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    VERIFY_OK(put(*project, written()));
    QCOMPARE(keysOf(*project), (Texts{"F-02 test/q0", "F-04 " + kByHand}));
    VERIFY_OK(project->compact(""));
    VERIFY_OK(remove(*project, kByHand));
    VERIFY_OK(put(*project, written()));
    QCOMPARE(keysOf(*project), (Texts{"F-02 test/q0", "F-05 " + kByHand}));
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindings::aNumberOfAnotherFindingIsRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 3);
    Finding f = derived(kFirst);
    f.number = 7;
    VERIFY_OK(put(*project, f));
    Finding g = derived(kSecond);
    for (const int number : {7, -1, 1'000'000'001}) {
        g.number = number;
        VERIFY_FAILS(put(*project, g), "review.invalid");
    }
    g.number = 0;
    VERIFY_OK(put(*project, g));
    QCOMPARE(keysOf(*project), (Texts{"F-07 test/q0", "F-08 test/q1"}));
}

void TestFindings::removingAFindingTakesItsLinksAndNeeds() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = filled(path, world);
    const std::string before = contentDump(path);
    VERIFY_OK(remove(*project, "test/q1"));
    QVERIFY(project->loadFindings()->at(0).needs.empty());
    VERIFY_OK(remove(*project, kByHand));
    for (const char* table :
         {"finding", "finding_need", "finding_evidence", "finding_measure", "finding_practice", "finding_trade_off"})
        QCOMPARE(rawText(path, std::string("SELECT count(*) FROM ") + table), std::string("0"));
    VERIFY_OK(project->undo());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
}

void TestFindings::removingTheQuestionnaireTakesItsFindings() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = filled(path, world);
    VERIFY_OK(project->run("Second", {},
                           [](Writer& writer) { return writer.putLens("other", "Other", lensJson(2), {}, 1); }));
    Finding other = derived({"other", "q0"});
    other.practices = {{{"other", "q0"}, "q0_a"}, {kFirst, "q0_a"}};
    other.needs = {"test/q1", kByHand};
    VERIFY_OK(put(*project, other));
    Finding first = derived(kFirst);
    first.measures = {"cache"};
    first.evidence = {kEvidence};
    first.needs = {"test/q1"};
    first.practices = {{{"other", "q1"}, "q1_a"}};
    first.tradeOffs = {{"security", true, ""}};
    VERIFY_OK(put(*project, first));
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove", {}, [](Writer& writer) { return writer.removeLens("test"); }));
    QCOMPARE(keysOf(*project), (Texts{"F-02 " + kByHand, "F-03 other/q0"}));
    const auto left = project->loadFindings().value();
    QVERIFY(left[0].needs.empty());
    QVERIFY(left[0].practices.empty());
    QCOMPARE(left[0].evidence, (Texts{kEvidence}));
    QCOMPARE(left[1].needs, (Texts{kByHand}));
    QCOMPARE(left[1].practices.size(), std::size_t{1});
    QVERIFY(project->verify({})->problems.empty());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
    VERIFY_OK(project->redo());
    QCOMPARE(keysOf(*project).size(), std::size_t{2});
}

void TestFindings::removingNoQuestionnaireKeepsFindingsWrittenByHand() {
    Folder folder;
    World world;
    const auto project = filled(folder / "a.plumb", world);
    const auto applied = project->run("Remove", {}, [](Writer& writer) { return writer.removeLens(""); });
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    QCOMPARE(keysOf(*project).size(), std::size_t{2});
}

void TestFindings::removingEvidenceTakesItsLinks() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = filled(path, world);
    const std::string before = contentDump(path);
    VERIFY_OK(project->run("Remove", {}, [](Writer& writer) { return writer.removeEvidence(kEvidence); }));
    QVERIFY(project->loadFindings()->at(1).evidence.empty());
    VERIFY_OK(project->undo());
    QCOMPARE(contentDump(path), before);
}

void TestFindings::circlesAreRefused() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world, 4);
    Finding a = written("a"), b = written("b"), c = written("c"), d = written("d");
    for (const Finding& f : {a, b, c, d})
        VERIFY_OK(put(*project, f));
    a.needs = {"a"};
    VERIFY_FAILS(put(*project, a), "review.invalid");
    a.needs = {"b", "c"};
    VERIFY_OK(put(*project, a));
    b.needs = {"c", "d"};
    VERIFY_OK(put(*project, b)); // two ways to the same finding are no circle
    c.needs = {"a"};
    VERIFY_FAILS(put(*project, c), "review.invalid");
    c.needs = {"d", "b"};
    VERIFY_FAILS(put(*project, c), "review.invalid");
    c.needs = {"d"};
    VERIFY_OK(put(*project, c));
    VERIFY_OK(project->loadFindings());
    QVERIFY(project->verify({})->problems.empty());
}

void TestFindings::refusedFindings_data() {
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

void TestFindings::refusedFindings() {
    QFETCH(int, spoil);
    QFETCH(QString, id);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const std::vector<std::function<void(Finding&)>> spoils{
        [](Finding& f) { f.key.clear(); },
        [](Finding& f) { f.question = kFirst, f.key = "test/q1"; },
        [](Finding& f) { f.key = "test/q0"; },
        [](Finding& f) {
            f = derived({"none", "q0"});
        },
        [](Finding& f) {
            f = derived({"test", "none"});
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
            f.practices = {{kFirst, "none"}};
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
    Finding f = written();
    spoils.at(static_cast<std::size_t>(spoil))(f);
    VERIFY_FAILS(put(*project, f), id.toStdString());
    QVERIFY(fileBytes(path) == before);
}

void TestFindings::refusedPlanning() {
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
        VERIFY_FAILS(plan(*project, planning), "review.invalid");
    QVERIFY(project->loadPlanning().value() == review::Planning{});
}

void TestFindings::refusedEvents() {
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

void TestFindings::aRefusedFindingWritesNothing() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = filled(path, world);
    const std::string before = contentDump(path);
    Finding f = full();
    f.title = "Changed";
    f.measures.clear();
    f.practices.push_back({kFirst, "none"});
    // Even when the command goes on.
    const auto applied = project->run("Go on", {}, [&](Writer& writer) -> Result<void> {
        static_cast<void>(writer.putFinding(f));
        return {};
    });
    VERIFY_OK(applied);
    QVERIFY(applied->rows.empty());
    QCOMPARE(contentDump(path), before);
}

void TestFindings::statusRulesAreKept() {
    Folder folder;
    World world;
    const auto project = newProject(folder / "a.plumb", world);
    Finding f = derived(kFirst);
    for (const auto status : {FindingStatus::Accepted, FindingStatus::Transferred, FindingStatus::FalseAlarm}) {
        f.status = status;
        VERIFY_FAILS(put(*project, f), "review.invalid");
    }
    f.reason = "Because.";
    VERIFY_OK(put(*project, f));
    f.status = FindingStatus::Transferred;
    VERIFY_OK(put(*project, f));
    f.status = FindingStatus::Accepted;
    VERIFY_FAILS(put(*project, f), "review.invalid");
    f.decidedBy = "The board";
    VERIFY_FAILS(put(*project, f), "review.invalid");
    f.until = {2027, 1, 1};
    VERIFY_OK(put(*project, f));
    for (const auto status : {FindingStatus::Open, FindingStatus::InProgress, FindingStatus::Resolved}) {
        f.status = status;
        VERIFY_OK(put(*project, f));
        QVERIFY(project->loadFindings()->at(0).status == status);
    }
    QCOMPARE(project->loadFindings()->at(0).reason, std::string("Because."));
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
