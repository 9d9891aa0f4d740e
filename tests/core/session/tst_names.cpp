// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/library.h"
#include "core/session/media_type.h"
#include "core/session/names.h"

#include <array>
#include <QtTest>

using namespace plumb::session;

class TstNames final : public QObject {
    Q_OBJECT
private slots:
    void distanceCountsInsertDropChangeAndSwap() {
        QCOMPARE(editDistance("step_limit", "step_limit"), 0U);
        QCOMPARE(editDistance("step_limit", "step_limits"), 1U);
        QCOMPARE(editDistance("step_limit", "stp_limit"), 1U);
        QCOMPARE(editDistance("step_limit", "stop_limit"), 1U);
        QCOMPARE(editDistance("step_limit", "setp_limit"), 1U);
        QCOMPARE(editDistance("", "abc"), 3U);
        QCOMPARE(editDistance("kitten", "sitting"), 3U);
        QCOMPARE(editDistance("QS_OPS_1", "qs_ops_1"), 0U);
    }
    void distanceIsSymmetric() {
        const std::array<std::string, 5> words{"", "a", "token_budget", "budget_token", "tokne"};
        for (const auto& a : words)
            for (const auto& b : words)
                QCOMPARE(editDistance(a, b), editDistance(b, a));
    }
    void nearestNamesComeBestFirst() {
        const std::vector<std::string> known{"QS_COST_1", "QS_OPS_2", "QS_OPS_1", "GAI_SEC_1"};
        QCOMPARE(nearestNames("QS_OP_1", known), (std::vector<std::string>{"QS_OPS_1", "QS_OPS_2"}));
        QCOMPARE(nearestNames("SEC", known), (std::vector<std::string>{"GAI_SEC_1"}));
    }
    void nothingNearGivesNothing() {
        QVERIFY(nearestNames("zebra_crossing", {"QS_OPS_1"}).empty());
        QVERIFY(nearestNames("", {"a", "b"}).empty());
        QVERIFY(nearestNames("x", {"y"}).empty());
        QVERIFY(nearestNames(std::string(100'000, 'x'), {"xx"}).empty());
    }
    void didYouMeanReadsAsASentence() {
        QCOMPARE(didYouMean({}), std::string());
        QCOMPARE(didYouMean({"a"}), std::string(" Did you mean a?"));
        QCOMPARE(didYouMean({"a", "b", "c"}), std::string(" Did you mean a, b or c?"));
    }
    void foldedNamesIgnoreCaseAndSpaces() {
        QCOMPARE(foldName("  Petra \t Wohlgemuth\n"), std::string("petra wohlgemuth"));
        QCOMPARE(foldName("ÖZGE ÇELİK").substr(0, 6), foldName("özge ç").substr(0, 6));
        QCOMPARE(foldName("ŁUKASZ ŽIŽEK"), foldName("łukasz žižek"));
        QCOMPARE(foldName("ΑΝΝΑ ПЁТР"), foldName("αννα пётр"));
        QVERIFY(foldName("Ann") != foldName("Anne"));
        QCOMPARE(foldName(" \t "), std::string());
    }
    void shortenedTextsEndAtAWord() {
        QCOMPARE(shorten("Every task has a step budget", 40), std::string("Every task has a step budget"));
        QCOMPARE(shorten("Every task has a step budget", 20), std::string("Every task has a…"));
        QCOMPARE(shorten("two\nlines", 40), std::string("two lines"));
        QCOMPARE(shorten("Donaudampfschifffahrtsgesellschaft", 10), std::string("Donaudamp…"));
        QCOMPARE(shorten("äöüäöüäöü", 4), std::string("äöü…"));
    }
    void mediaTypesFollowTheEnding() {
        QCOMPARE(std::string(mediaTypeOf("Bill.PDF")), std::string("application/pdf"));
        QCOMPARE(std::string(mediaTypeOf("a.tar.csv")), std::string("text/csv"));
        QCOMPARE(std::string(mediaTypeOf("README")), std::string("application/octet-stream"));
        QCOMPARE(std::string(mediaTypeOf("odd.")), std::string("application/octet-stream"));
    }
    void libraryFindsById() {
        const std::array<BuiltInLens, 2> lenses{{{"one", "1", ""}, {"two", "2", ""}}};
        QCOMPARE(find(lenses, "two"), &lenses[1]);
        QVERIFY(!find(lenses, "three"));
        QVERIFY(!find({}, "one"));
    }
};

QTEST_APPLESS_MAIN(TstNames)
#include "tst_names.moc"
