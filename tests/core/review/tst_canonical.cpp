// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review as canonical JSON: equal reviews give equal bytes, what was written reads back the same, and what is wrong
// is refused with its place.
#include "core/base/json.h"
#include "core/review/canonical.h"
#include "tests/support/any_review.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::testing;
using review::canonicalText;
using review::readReview;
using review::reviewJson;

namespace {

/// Two entries in every list.
review::Review fullReview() {
    return anyReview(4, 2, 2);
}

Result<review::Review> readText(const std::string& text, const review::Review& like) {
    PLUMB_TRY(json, parseJsonOrFail(text, "test"));
    return readReview(json, lensesOf(like));
}

/// What reading says of the full review with the value at `pointer` replaced.
Error spoilt(const char* pointer, Json value) {
    const review::Review r = fullReview();
    Json json = reviewJson(r);
    json[Json::json_pointer(pointer)] = std::move(value);
    const auto read = readReview(json, lensesOf(r));
    return read ? Error{} : read.error();
}

/// All pointers to members of objects in `json`.
void members(const Json& json, const std::string& at, std::vector<std::string>& out) {
    if (json.is_object())
        for (const auto& [key, value] : json.items()) {
            out.push_back(childPointer(at, key));
            members(value, childPointer(at, key), out);
        }
    if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            members(json[i], childPointer(at, i), out);
}

} // namespace

class TestCanonical : public QObject {
    Q_OBJECT

private slots:
    void anyReviewReadsBackTheSame();
    void theOrderOfInsertionDoesNotShow();
    void everyChangeShows();
    void keysAreSortedAndThereIsNoWhiteSpace();
    void numbersAreShortAndReadBackToTheSameBits();
    void membersOfALaterVersionAreIgnored();
    void everyMissingMemberIsRefusedWithItsPlace();
    void everyMemberOfAnotherTypeIsRefused();
    void valuesThatNoReviewHasAreRefused_data();
    void valuesThatNoReviewHasAreRefused();
    void whatStandsTwiceIsRefused_data();
    void whatStandsTwiceIsRefused();
    void aMissingQuestionnaireIsTheErrorOfItsFinder();
    void damagedTextsNeverCrash();
};

void TestCanonical::anyReviewReadsBackTheSame() {
    QVERIFY(rc::check("round trip", [](std::uint64_t seed) {
        const review::Review r = anyReview(seed);
        const std::string text = canonicalText(reviewJson(r));
        RC_ASSERT(reviewText(r) == text);
        const auto read = readText(text, r);
        RC_ASSERT(read.has_value());
        RC_ASSERT(sameReview(*read, r));
        RC_ASSERT(canonicalText(reviewJson(*read)) == text);
    }));
}

void TestCanonical::theOrderOfInsertionDoesNotShow() {
    QVERIFY(rc::check("order", [](std::uint64_t seed) {
        const review::Review r = anyReview(seed);
        RC_ASSERT(canonicalText(reviewJson(shuffled(r, seed))) == canonicalText(reviewJson(r)));
    }));
}

void TestCanonical::everyChangeShows() {
    const review::Review r = fullReview();
    const std::string text = canonicalText(reviewJson(r));
    for (std::uint64_t seed = 100; seed < 120; ++seed)
        QVERIFY(canonicalText(reviewJson(anyReview(seed))) != text);
    review::Review other = r;
    other.answers.begin()->second.note += "!";
    QVERIFY(canonicalText(reviewJson(other)) != text);
    other = r;
    other.lenses[0].position = 99;
    QVERIFY(canonicalText(reviewJson(other)) != text);
    other = r;
    std::swap(other.costs.items.front(), other.costs.items.back()); // people put them in this order
    QVERIFY(canonicalText(reviewJson(other)) != text);
}

void TestCanonical::keysAreSortedAndThereIsNoWhiteSpace() {
    const Json json{{"b", {1, 2.5, nullptr}}, {"a", {{"z", "é\n\""}, {"y", true}}}, {"B", Json::object()}};
    const std::string expected = "{\"B\":{},\"a\":{\"y\":true,\"z\":\"é\\n\\\"\"},\"b\":[1,2.5,null]}";
    QCOMPARE(canonicalText(json), expected);
}

void TestCanonical::numbersAreShortAndReadBackToTheSameBits() {
    const std::vector<std::pair<double, std::string>> known{
        {0.1, "0.1"}, {0.1 + 0.2, "0.30000000000000004"}, {5.0, "5"}, {1e22, "1e+22"}, {-0.0, "-0.0"}, {1e-7, "1e-07"}};
    for (const auto& [number, text] : known)
        QCOMPARE(canonicalText(Json(number)), text);
    QCOMPARE(canonicalText(Json(std::numeric_limits<double>::infinity())), std::string("null"));
    QVERIFY(rc::check("numbers", [](std::uint64_t seed) {
        const std::uint64_t bits = std::mt19937_64(seed)();
        const double number = std::bit_cast<double>(bits);
        RC_PRE(std::isfinite(number));
        const double read = parseJson(canonicalText(Json(number))).root.get<double>();
        RC_ASSERT(std::bit_cast<std::uint64_t>(read) == bits);
    }));
}

void TestCanonical::membersOfALaterVersionAreIgnored() {
    const review::Review r = fullReview();
    Json json = reviewJson(r);
    json["later"] = {1, 2};
    json["workload"]["later"] = "x";
    json["findings"][0]["later"] = nullptr;
    const auto read = readReview(json, lensesOf(r));
    VERIFY_OK(read);
    QVERIFY(sameReview(*read, r));
}

void TestCanonical::everyMissingMemberIsRefusedWithItsPlace() {
    const review::Review r = fullReview();
    const Json whole = reviewJson(r);
    std::vector<std::string> all;
    members(whole, {}, all);
    QVERIFY(all.size() > 200);
    for (const std::string& pointer : all) {
        if (pointer.find("/fields/") != std::string::npos)
            continue; // names that people gave
        Json json = whole;
        const std::size_t slash = pointer.rfind('/');
        json[Json::json_pointer(pointer.substr(0, slash))].erase(pointer.substr(slash + 1));
        const auto read = readReview(json, lensesOf(r));
        VERIFY_FAILS(read, "snapshot.invalid");
        QCOMPARE(read.error().kind, ErrorKind::Refused);
        QCOMPARE(read.error().where, pointer);
    }
}

void TestCanonical::everyMemberOfAnotherTypeIsRefused() {
    const review::Review r = fullReview();
    const Json whole = reviewJson(r);
    std::vector<std::string> all;
    members(whole, {}, all);
    for (const std::string& pointer : all) {
        Json json = whole;
        Json& place = json[Json::json_pointer(pointer)];
        place = place.is_boolean() ? Json("x") : Json(true);
        const auto read = readReview(json, lensesOf(r));
        VERIFY_FAILS(read, "snapshot.invalid");
        QCOMPARE(read.error().where, pointer);
    }
}

void TestCanonical::valuesThatNoReviewHasAreRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::newRow("no name") << "/workload/name"
                             << "\"\"";
    QTest::newRow("name too long") << "/workload/name" << '"' + QString(501, 'x') + '"';
    QTest::newRow("NUL") << "/workload/client"
                         << "\"a\\u0000b\"";
    QTest::newRow("word") << "/answers/0/basis"
                          << "\"guessed\"";
    QTest::newRow("word in other case") << "/answers/0/basis"
                                        << "\"Said\"";
    QTest::newRow("day") << "/events/0/date"
                         << "\"2026-02-30\"";
    QTest::newRow("no day") << "/events/0/date"
                            << "\"\"";
    QTest::newRow("hash") << "/lenses/0/sha256" << '"' + QString(64, 'X') + '"';
    QTest::newRow("short hash") << "/evidence/0/sha256"
                                << "\"abc\"";
    QTest::newRow("no whole number") << "/findings/0/progress"
                                     << "1.5";
    QTest::newRow("progress") << "/findings/0/progress"
                              << "101";
    QTest::newRow("huge number") << "/evidence/0/bytes"
                                 << "18446744073709551615";
    QTest::newRow("days") << "/findings/0/days"
                          << "1000.5";
    QTest::newRow("negative days") << "/findings/0/days"
                                   << "-1";
    QTest::newRow("capacity") << "/planning/capacity"
                              << "0";
    QTest::newRow("rating") << "/findings/0/inherent/impact"
                            << "6";
    QTest::newRow("severity") << "/findings/0/severity"
                              << "\"NONE\"";
    QTest::newRow("loss") << "/findings/0/loss"
                          << R"({"p10":2,"p90":1,"perYear":1})";
    QTest::newRow("key of another question") << "/findings/0/key"
                                             << "\"a/b/c\"";
    QTest::newRow("rate") << "/costs/settings/discountRate"
                          << "-1";
    QTest::newRow("trials") << "/costs/settings/trials"
                            << "99";
    QTest::newRow("price") << "/costs/prices/0/amount"
                           << "-0.01";
}

void TestCanonical::valuesThatNoReviewHasAreRefused() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    const Error error = spoilt(pointer.toUtf8().constData(), parseJson(value.toStdString()).root);
    QCOMPARE(error.id, std::string("snapshot.invalid"));
    QCOMPARE(error.where, pointer.toStdString());
}

void TestCanonical::whatStandsTwiceIsRefused_data() {
    QTest::addColumn<QString>("list");
    for (const char* list : {"/answers", "/answers/0/choices", "/costs/items", "/costs/measures", "/costs/prices",
                             "/costs/scenarios", "/events", "/evidence", "/findings", "/lenses", "/participants"})
        QTest::newRow(list) << list;
}

void TestCanonical::whatStandsTwiceIsRefused() {
    QFETCH(QString, list);
    const review::Review r = fullReview();
    Json json = reviewJson(r);
    Json& all = json[Json::json_pointer(list.toStdString())];
    all.push_back(Json(all[0]));
    const auto read = readReview(json, lensesOf(r));
    VERIFY_FAILS(read, "snapshot.invalid");
    QCOMPARE(read.error().where, childPointer(list.toStdString(), all.size() - 1));
}

void TestCanonical::aMissingQuestionnaireIsTheErrorOfItsFinder() {
    const review::Review r = fullReview();
    VERIFY_FAILS(readReview(reviewJson(r), lensesOf({})), "store.noLens");
    const review::LensByHash none = [](auto, auto, auto) -> Result<review::LensText> { return review::LensText{}; };
    VERIFY_FAILS(readReview(reviewJson(r), none), "snapshot.invalid");
}

void TestCanonical::damagedTextsNeverCrash() {
    const review::Review r = fullReview();
    const std::string whole = canonicalText(reviewJson(r));
    QVERIFY(rc::check("damage", [&] {
        std::string text = whole;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
            const std::size_t from = *rc::gen::inRange<std::size_t>(0, text.size());
            text.replace(at, *rc::gen::inRange<std::size_t>(0, 20),
                         text.substr(from, *rc::gen::inRange<std::size_t>(0, 20)));
        }
        const JsonDocument document = parseJson(text);
        if (document.usable)
            static_cast<void>(readReview(document.root, lensesOf(r)));
    }));
}

QTEST_GUILESS_MAIN(TestCanonical)
#include "tst_canonical.moc"
