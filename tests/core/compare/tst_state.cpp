// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// States and their bytes: everything derived as today, the same state always the same bytes, reading derives anew and
// keeps what was stored, hostile bytes are refused.
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/compare/state.h"
#include "core/compare/take_snapshot.h"
#include "core/store/project.h"
#include "tests/core/score/score_builders.h"
#include "tests/support/any_review.h"
#include "tests/support/store_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::testing;
using compare::readSnapshot;
using compare::snapshotBytes;
using compare::stateOf;

namespace {

constexpr Date kDay{2026, 11, 22};

/// Two questions at HIGH and MEDIUM, one answered well, one open; a bill with one scenario behind a finding.
review::Review smallReview() {
    test::TestReview t;
    std::vector<Json> questions;
    for (const char* id : {"q1", "q2", "q3", "q4"})
        questions.push_back(test::questionJson(id, {"aaa", "bbb", "none_no"}, test::threeLevels("aaa && bbb", "aaa")));
    t.add(test::makeLens("L", {test::pillarJson("security", questions)}));
    t.tick("L", "q1", {"none_no"});
    t.tick("L", "q2", {"aaa"});
    t.tick("L", "q3", {"aaa", "bbb"});
    review::Review& r = t.review;
    r.fileId = "00000000-0000-4000-8000-000000000001";
    r.workload.name = "Claims assistant";
    r.costs.items = {{"vec", "Vector store", "other", "", {{"monthly", "100"}}}};
    r.costs.measures = {{"half",
                         "Half of it",
                         "factor",
                         "",
                         {{"driver", "\"cost\""}, {"factor", "0.5"}, {"oneOff", "30"}},
                         {"vec"},
                         {},
                         {}}};
    r.costs.scenarios = {{"s", "Both", {"half"}}, {"none", "Nothing", {}}};
    review::Finding f;
    f.question = {"L", "q1"};
    f.key = review::findingKey(f.question);
    f.number = 7;
    f.measures = {"half"};
    r.findings = {f};
    return r;
}

Result<compare::ReadSnapshot> read(const std::string& bytes, const review::Review& like) {
    return readSnapshot(bytes, "Spring", lensesOf(like));
}

/// The snapshot of the small review with one value replaced.
std::string spoilt(const char* pointer, Json value) {
    Json json = parseJson(snapshotBytes(stateOf(smallReview(), "x", kDay))).root;
    json[Json::json_pointer(pointer)] = std::move(value);
    return writeJsonCompact(json);
}

const score::Finding* findingOf(const compare::State& state, std::string_view key) {
    for (const score::Finding& finding : state.findings)
        if (finding.key == key)
            return &finding;
    return nullptr;
}

} // namespace

class TestState : public QObject {
    Q_OBJECT

private slots:
    void aStateHoldsWhatIsDerivedOnItsDay();
    void moneyIsThatOfBaselineAndScenarios();
    void aCostModelThatCanNotBeUsedGivesNoMoney_data();
    void aCostModelThatCanNotBeUsedGivesNoMoney();
    void theSameStateGivesTheSameBytesWhateverItsName();
    void bytesReadBackToTheState();
    void anySnapshotReadsBackToTheSameBytes();
    void resultsOfAnotherMethodAreKeptBesideTodays();
    void snapshotsNameTheQuestionnairesByHash();
    void otherTextsAreRefused_data();
    void otherTextsAreRefused();
    void placesOfFaultsStandBelowTheReview();
    void moreValuesThanAReviewHasAreRefused();
    void findingsThatWaitForEachOtherAreRefused();
    void damagedSnapshotsNeverCrash();
    void theSnapshotOfTheFixtureCanStillBeRead();
};

void TestState::aStateHoldsWhatIsDerivedOnItsDay() {
    const compare::State state = stateOf(smallReview(), "Spring", kDay);
    QCOMPARE(state.name, std::string("Spring"));
    QCOMPARE(state.scoreMethod, std::string("score/1"));
    QVERIFY(state.day == kDay);
    QCOMPARE(*state.scores.overall().score, 50.0);
    QCOMPARE(state.scores.overall().coverage, 0.75);
    const compare::State figures = compare::figuresOf(smallReview(), kDay);
    QCOMPARE(figures.findings.size(), state.findings.size());
    QCOMPARE(figures.findings[0].rating, state.findings[0].rating);
    QVERIFY(figures.findings[0].title.empty() && !state.findings[0].title.empty());
    QVERIFY(figures.money == state.money);
    QCOMPARE(state.findings.size(), std::size_t{2});
    QCOMPARE(findingOf(state, "L/q1")->number, 7);
}

void TestState::moneyIsThatOfBaselineAndScenarios() {
    const compare::State state = stateOf(smallReview(), "now", kDay);
    QCOMPARE(state.currency, std::string("USD"));
    QCOMPARE(state.money, (std::vector<compare::ScenarioMoney>{
                              {"", "", 100, 0, 0}, {"s", "Both", 50, 50, 30}, {"none", "Nothing", 100, 0, 0}}));
    QCOMPARE(findingOf(state, "L/q1")->monthlySaving, 50.0);
    QCOMPARE(findingOf(state, "L/q2")->monthlySaving, 0.0);
}

void TestState::aCostModelThatCanNotBeUsedGivesNoMoney_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::newRow("a text") << QByteArray("\"much\"");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a sum that is not finite") << QByteArray("1.7e308");
}

void TestState::aCostModelThatCanNotBeUsedGivesNoMoney() {
    QFETCH(QByteArray, amount);
    review::Review r = smallReview();
    for (const char* id : {"a", "b"})
        r.costs.items.push_back({id, id, "other", "", {{"monthly", amount.toStdString()}}});
    const compare::State state = stateOf(r, "now", kDay);
    QVERIFY(state.money.empty());
    QCOMPARE(findingOf(state, "L/q1")->monthlySaving, 0.0);
    VERIFY_OK(read(snapshotBytes(state), r));
}

void TestState::theSameStateGivesTheSameBytesWhateverItsName() {
    const review::Review r = smallReview();
    const std::string bytes = snapshotBytes(stateOf(r, "Spring", kDay));
    QCOMPARE(snapshotBytes(stateOf(shuffled(r, 5), "Other name", kDay)), bytes);
    QVERIFY(snapshotBytes(stateOf(r, "Spring", {2026, 11, 23})) != bytes);
    QVERIFY(bytes.find("Spring") == std::string::npos);
    const std::string begin =
        "{\"day\":\"2026-11-22\",\"derived\":{\"currency\":\"USD\",\"findings\":[{\"key\":\"L/q1\",";
    QVERIFY(bytes.starts_with(begin));
}

void TestState::bytesReadBackToTheState() {
    const review::Review r = smallReview();
    const compare::State state = stateOf(r, "Spring", kDay);
    const auto again = read(snapshotBytes(state), r);
    VERIFY_OK(again);
    QVERIFY(sameReview(again->state.review, r));
    QVERIFY(again->state.name == "Spring" && again->state.day == kDay);
    QVERIFY(again->state.scores.questions() == state.scores.questions());
    QVERIFY(again->state.scores.overall() == state.scores.overall());
    QVERIFY(again->state.money == state.money);
    QCOMPARE(again->state.findings.size(), state.findings.size());
    QCOMPARE(again->stored.scoreMethod, std::string(score::kMethod));
    QCOMPARE(again->stored.costMethod, std::string(compare::kCostMethod));
    QVERIFY(again->stored.score == state.scores.overall().score);
    QCOMPARE(again->stored.worst, state.scores.overall().worst);
    QCOMPARE(again->stored.best, state.scores.overall().best);
    QCOMPARE(again->stored.coverage, 0.75);
    QCOMPARE(again->stored.questions.size(), std::size_t{4});
    QVERIFY(again->stored.questions.at({"L", "q2"}) == lens::State::Medium);
    QVERIFY(again->stored.questions.at({"L", "q4"}) == lens::State::Unanswered);
}

void TestState::anySnapshotReadsBackToTheSameBytes() {
    QVERIFY(rc::check("snapshot", [](std::uint64_t seed) {
        review::Review r = anyReview(seed);
        for (review::Finding& finding : r.findings)
            finding.needs.clear(); // could make a circle
        const std::string bytes = snapshotBytes(stateOf(r, "any", kDay));
        RC_ASSERT(compare::takeSnapshot(r, kDay) == bytes); // the short way
        const auto again = read(bytes, r);
        RC_ASSERT(again.has_value());
        RC_ASSERT(sameReview(again->state.review, r));
        RC_ASSERT(snapshotBytes(again->state) == bytes);
    }));
}

void TestState::resultsOfAnotherMethodAreKeptBesideTodays() {
    const review::Review r = smallReview();
    Json json = parseJson(snapshotBytes(stateOf(r, "x", kDay))).root;
    json["methods"]["score"] = "score/0";
    json["derived"]["overall"]["score"] = 12.5;
    json["derived"]["questions"][0]["state"] = "NOT_APPLICABLE";
    const auto again = read(writeJsonCompact(json), r);
    VERIFY_OK(again);
    QCOMPARE(again->stored.scoreMethod, std::string("score/0"));
    QCOMPARE(*again->stored.score, 12.5);
    QVERIFY(again->stored.questions.at({"L", "q1"}) == lens::State::NotApplicable);
    QCOMPARE(*again->state.scores.overall().score, 50.0);
    json["derived"]["overall"]["score"] = nullptr;
    QVERIFY(!read(writeJsonCompact(json), r)->stored.score);
}

void TestState::snapshotsNameTheQuestionnairesByHash() {
    const review::Review r = smallReview();
    const std::string bytes = snapshotBytes(stateOf(r, "x", kDay));
    QVERIFY(bytes.find("\"sha256\":\"" + r.lenses[0].lens->sha256 + '"') != std::string::npos);
    VERIFY_FAILS(read(bytes, {}), "store.noLens");
}

void TestState::otherTextsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("empty", "");
    row("no JSON", "{");
    row("a list", "[]");
    row("no snapshot", "{}");
    row("format", spoilt("/format", "plumbline-snapshot/2"));
    row("format of another type", spoilt("/format", 1));
    row("no day", spoilt("/day", ""));
    row("day", spoilt("/day", "2026-13-01"));
    row("methods", spoilt("/methods", nullptr));
    row("derived", spoilt("/derived", nullptr));
    row("review", spoilt("/review", nullptr));
    row("score", spoilt("/derived/overall/score", 101));
    row("coverage", spoilt("/derived/overall/coverage", "much"));
    row("state", spoilt("/derived/questions/0/state", "FINE"));
    row("question twice", spoilt("/derived/questions/1/question", "q1"));
    row("money", spoilt("/derived/money/0/monthly", nullptr));
    row("answer", spoilt("/review/answers/0/note", 5));
    row("twice", R"({"format":"plumbline-snapshot/1","format":"plumbline-snapshot/1"})");
    row("deep", std::string(1000, '[') + std::string(1000, ']'));
    row("NUL bytes", std::string(100, '\0'));
    Json json = parseJson(snapshotBytes(stateOf(smallReview(), "x", kDay))).root;
    for (const char* member : {"day", "derived", "format", "methods", "review"}) {
        Json without = json;
        without.erase(member);
        row((std::string("without ") + member).c_str(), writeJsonCompact(without));
    }
}

void TestState::otherTextsAreRefused() {
    QFETCH(QByteArray, bytes);
    const auto refused = read(bytes.toStdString(), smallReview());
    VERIFY_FAILS(refused, "snapshot.invalid");
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY(!refused.error().messages.empty());
}

void TestState::placesOfFaultsStandBelowTheReview() {
    const auto refused = read(spoilt("/review/answers/0/note", 5), smallReview());
    VERIFY_FAILS(refused, "snapshot.invalid");
    QCOMPARE(refused.error().where, std::string("/review/answers/0/note"));
}

void TestState::moreValuesThanAReviewHasAreRefused() {
    std::string bytes = R"({"format":"plumbline-snapshot/1","x":[0)";
    for (std::size_t i = 0; i < review::kMaxSnapshotValues; ++i)
        bytes += ",0";
    VERIFY_FAILS(read(bytes + "]}", smallReview()), "snapshot.invalid");
    VERIFY_FAILS(read(std::string(review::kMaxSnapshotBytes + 1, ' '), smallReview()), "snapshot.invalid");
}

void TestState::findingsThatWaitForEachOtherAreRefused() {
    review::Review r = smallReview();
    for (const auto& [key, other] : {std::pair{"a", "b"}, {"b", "a"}}) {
        review::Finding f;
        f.key = key;
        f.title = key;
        f.needs = {other};
        r.findings.push_back(f);
    }
    Json json = parseJson(snapshotBytes(stateOf(smallReview(), "x", kDay))).root;
    json["review"] = review::reviewJson(r);
    VERIFY_FAILS(read(writeJsonCompact(json), r), "snapshot.invalid");
}

void TestState::damagedSnapshotsNeverCrash() {
    const review::Review r = smallReview();
    const std::string whole = snapshotBytes(stateOf(r, "x", kDay));
    QVERIFY(rc::check("damage", [&] {
        std::string text = whole;
        for (int i = *rc::gen::inRange(1, 3); i > 0; --i) {
            const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
            const std::size_t from = *rc::gen::inRange<std::size_t>(0, text.size());
            text.replace(at, *rc::gen::inRange<std::size_t>(0, 9),
                         text.substr(from, *rc::gen::inRange<std::size_t>(0, 9)));
        }
        static_cast<void>(read(text, r));
    }));
}

void TestState::theSnapshotOfTheFixtureCanStillBeRead() {
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("v4.plumb")).toStdString();
    std::filesystem::copy_file(PLUMB_SOURCE_DIR "/tests/data/projects/v4.plumb", path);
    FixedClock clock{Instant{1'800'000'000'000}};
    SeededRandom random{3};
    const auto project = store::Project::open(path, store::OpenMode::ReadOnly, {clock, random, "Ines", "test"});
    VERIFY_OK(project);
    const auto bytes = (*project)->readSnapshot("spring");
    VERIFY_OK(bytes);
    const review::LensByHash find = [&](auto id, auto sha, auto overlay) -> Result<review::LensText> {
        PLUMB_TRY(found, (*project)->lensByHash(id, sha, overlay));
        return review::LensText{found.lens, found.overlay};
    };
    const auto snapshot = readSnapshot(*bytes, "Spring", find);
    VERIFY_OK(snapshot);
    QCOMPARE(snapshotBytes(snapshot->state), *bytes); // while the methods are the same
    QVERIFY(sameReview(snapshot->state.review, *(*project)->load()));
    QCOMPARE((*project)->loadSnapshots()->at(0).scoreMethod, snapshot->stored.scoreMethod);
}

QTEST_GUILESS_MAIN(TestState)
#include "tst_state.moc"
