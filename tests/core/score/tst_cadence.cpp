// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When the next review is due, and why.
#include "core/base/time.h"
#include "core/score/cadence.h"

#include <QTest>

using namespace plumb;
using review::EventKind;
using score::Cadence;
using score::cadence;

namespace {

review::Review started(Date day, int months = 6) {
    review::Review review;
    review.createdAt = startOf(day);
    review.planning.cadenceMonths = months;
    return review;
}

void happened(review::Review& review, EventKind kind, Date day, const std::string& note = {}) {
    review.events.push_back({"event-" + std::to_string(review.events.size()), kind, day, note});
}

} // namespace

class TestCadence : public QObject {
    Q_OBJECT

private slots:
    void countsFromTheStartUntilAReviewIsHeld() {
        const Cadence c = cadence(started({2026, 5, 21}), {2026, 6, 1});
        QVERIFY(!c.held && !c.overdue);
        QCOMPARE(toIso(c.lastReview), std::string("2026-05-21"));
        QCOMPARE(toIso(c.due), std::string("2026-11-21"));
        QCOMPARE(c.daysLeft, 173);
        QCOMPARE(c.text, std::string("Six months after the review was started on 21 May 2026."));
    }
    void countsFromTheLastReview() {
        review::Review review = started({2025, 1, 1});
        happened(review, EventKind::Review, {2026, 5, 21});
        happened(review, EventKind::Review, {2025, 11, 20});
        happened(review, EventKind::Other, {2026, 6, 2});
        const Cadence c = cadence(review, {2026, 11, 21});
        QVERIFY(c.held && c.reason == Cadence::Reason::Time && c.event.empty());
        QCOMPARE(toIso(c.lastReview), std::string("2026-05-21"));
        QCOMPARE(c.text, std::string("Six months after the review of 21 May 2026."));
        QCOMPARE(c.daysLeft, 0);
        QVERIFY(!c.overdue); // due today
        QVERIFY(cadence(review, {2026, 11, 22}).overdue);
        QCOMPARE(cadence(review, {2026, 11, 22}).daysLeft, -1);
    }
    void aReviewThatIsStillToComeWasNotHeld() {
        review::Review review = started({2026, 1, 1});
        happened(review, EventKind::Review, {2026, 9, 1});
        QVERIFY(!cadence(review, {2026, 8, 31}).held);
        QVERIFY(cadence(review, {2026, 9, 1}).held);
    }
    void theFirstChangeAfterTheReviewMakesItDue() {
        review::Review review = started({2025, 1, 1});
        happened(review, EventKind::Review, {2026, 5, 21});
        happened(review, EventKind::ModelUpdate, {2026, 5, 21}); // what was reviewed
        happened(review, EventKind::DataChange, {2026, 8, 3}, "Motor claims added");
        happened(review, EventKind::ModelUpdate, {2026, 7, 1}, "Version 4 in place of 3.");
        const Cadence c = cadence(review, {2026, 7, 2});
        QVERIFY(c.reason == Cadence::Reason::ModelUpdate);
        QCOMPARE(c.event, std::string("event-3"));
        QCOMPARE(toIso(c.due), std::string("2026-07-01"));
        QCOMPARE(c.text, std::string("Model update on 1 July 2026: Version 4 in place of 3."));
        QVERIFY(c.overdue);
        happened(review, EventKind::Review, {2026, 7, 10});
        const Cadence next = cadence(review, {2026, 7, 12});
        QVERIFY(next.reason == Cadence::Reason::DataChange); // known to come
        QCOMPARE(next.text, std::string("Change of data on 3 August 2026: Motor claims added."));
    }
    void aChangeAfterTheTimeIsUpDoesNotMoveTheDay() {
        review::Review review = started({2026, 1, 31}, 1);
        happened(review, EventKind::ModelUpdate, {2026, 2, 28});
        const Cadence c = cadence(review, {2026, 3, 1});
        QCOMPARE(toIso(c.due), std::string("2026-02-28"));
        QVERIFY(c.reason == Cadence::Reason::Time);
        QCOMPARE(c.text, std::string("One month after the review was started on 31 January 2026."));
        QCOMPARE(cadence(started({2026, 1, 1}, 18), {2026, 1, 1}).text,
                 std::string("18 months after the review was started on 1 January 2026."));
    }
};

QTEST_APPLESS_MAIN(TestCadence)
#include "tst_cadence.moc"
