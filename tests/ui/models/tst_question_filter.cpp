// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/review_fixture.h"
#include "ui/models/question_filter.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::LensShape;
using plumb::test::makeLens;
using plumb::test::TestReview;

namespace {

QuestionKey key(const char* id) {
    return {"generative-ai", id};
}

QString shown(const QuestionFilterProxy& proxy) {
    QStringList ids;
    for (const QuestionKey& k : proxy.order())
        ids << q(k.question);
    return ids.join(QLatin1Char(' '));
}

struct Fixture {
    TestReview review{{makeLens({.pillars = 2, .questions = 3})}};
    QuestionTreeModel tree{review.bridge()};
    QuestionFilterProxy proxy{review.bridge(), &tree};
    QAbstractItemModelTester tester{&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestQuestionFilter final : public QObject {
    Q_OBJECT
private slots:
    void emptyFilterShowsAll();
    void unansweredAndHigh();
    void answeredRowsStayUntilTheFilterIsSetAgain();
    void rowsThatComeToMatchAppear();
    void marksAndEvidence();
    void phaseAndPillar();
    void searchGoesThroughNotes();
    void partsCombine();
    void groupsWithoutShownQuestionsGo();
    void neighboursFollowTheShownOrder();
    void nextUnansweredGoesRound();
};

void TestQuestionFilter::emptyFilterShowsAll() {
    Fixture f;
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_1 GAI_OPS_2 GAI_OPS_3 GAI_SEC_1 GAI_SEC_2 GAI_SEC_3"));
    QCOMPARE(f.proxy.shown(), 6);
}

void TestQuestionFilter::unansweredAndHigh() {
    Fixture f;
    f.review.tick(key("GAI_OPS_2"), {1});
    f.review.tick(key("GAI_SEC_1"), {1, 2, 3, 4, 5});
    f.proxy.setFilter({.unanswered = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_1 GAI_OPS_3 GAI_SEC_2 GAI_SEC_3"));
    f.proxy.setFilter({.high = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_2"));
}

void TestQuestionFilter::answeredRowsStayUntilTheFilterIsSetAgain() {
    Fixture f;
    f.proxy.setFilter({.unanswered = true});
    f.review.tick(key("GAI_OPS_1"), {1});
    QCOMPARE(f.proxy.shown(), 6);
    f.proxy.setFilter({.unanswered = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_2 GAI_OPS_3 GAI_SEC_1 GAI_SEC_2 GAI_SEC_3"));
}

void TestQuestionFilter::rowsThatComeToMatchAppear() {
    Fixture f;
    f.proxy.setFilter({.high = true});
    QCOMPARE(f.proxy.rowCount(), 0);
    f.review.tick(key("GAI_SEC_2"), {3});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_SEC_2"));
    QVERIFY(f.proxy.indexOf(key("GAI_SEC_2")).isValid());
    QVERIFY(!f.proxy.indexOf(key("GAI_SEC_1")).isValid());
}

void TestQuestionFilter::marksAndEvidence() {
    Fixture f;
    session::AnswerEdit parked, verify;
    parked.parked = true;
    verify.needsVerification = true;
    f.review.edit(key("GAI_OPS_1"), parked);
    f.review.edit(key("GAI_OPS_2"), verify);
    session::NewEvidence evidence;
    evidence.record.kind = review::EvidenceKind::Note;
    evidence.record.title = "Heard";
    evidence.record.text = "They said so.";
    evidence.record.links = {{key("GAI_OPS_3"), {}}};
    QVERIFY(f.review.session().addEvidence(std::move(evidence)));
    f.proxy.setFilter({.parked = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_1"));
    f.proxy.setFilter({.verify = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_2"));
    f.proxy.setFilter({.evidence = true});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_3"));
}

void TestQuestionFilter::phaseAndPillar() {
    Fixture f;
    f.proxy.setFilter({.phases = {"Deployment"}});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_OPS_2 GAI_SEC_2"));
    f.proxy.setFilter({.frameworks = {"security"}});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_SEC_1 GAI_SEC_2 GAI_SEC_3"));
}

void TestQuestionFilter::searchGoesThroughNotes() {
    Fixture f;
    session::AnswerEdit note;
    note.note = "The zeppelin landed twice";
    f.review.edit(key("GAI_SEC_3"), note);
    f.proxy.setFilter({.search = QStringLiteral(" zepp ")});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_SEC_3"));
    f.proxy.setFilter({.search = QStringLiteral("\"no such (words")});
    QCOMPARE(f.proxy.shown(), 0);
}

void TestQuestionFilter::partsCombine() {
    Fixture f;
    f.review.tick(key("GAI_SEC_1"), {1});
    f.proxy.setFilter({.unanswered = true, .phases = {"Design"}, .frameworks = {"security"}});
    QCOMPARE(shown(f.proxy), QStringLiteral("GAI_SEC_3"));
}

void TestQuestionFilter::groupsWithoutShownQuestionsGo() {
    Fixture f;
    f.proxy.setFilter({.frameworks = {"security"}});
    QCOMPARE(f.proxy.rowCount(), 1);
    QCOMPARE(f.proxy.rowCount(f.proxy.index(0, 0)), 1);
    f.proxy.setFilter({});
    QCOMPARE(f.proxy.rowCount(f.proxy.index(0, 0)), 2);
}

void TestQuestionFilter::neighboursFollowTheShownOrder() {
    Fixture f;
    QCOMPARE(f.proxy.neighbour(key("GAI_OPS_3"), 1), key("GAI_SEC_1"));
    QCOMPARE(f.proxy.neighbour(key("GAI_OPS_1"), -1), std::nullopt);
    QCOMPARE(f.proxy.neighbour(key("GAI_SEC_3"), 1), std::nullopt);
    f.proxy.setFilter({.frameworks = {"security"}});
    QCOMPARE(f.proxy.neighbour(key("GAI_OPS_1"), 1), key("GAI_SEC_1")); // not shown: the first that is
}

void TestQuestionFilter::nextUnansweredGoesRound() {
    Fixture f;
    f.review.tick(key("GAI_SEC_3"), {1});
    QCOMPARE(f.proxy.nextUnanswered(key("GAI_SEC_2")), key("GAI_OPS_1"));
    QCOMPARE(f.proxy.nextUnanswered(key("GAI_OPS_1")), key("GAI_OPS_2"));
    for (const QuestionKey& each : f.proxy.order())
        f.review.tick(each, {1});
    QCOMPARE(f.proxy.nextUnanswered(key("GAI_OPS_1")), std::nullopt);
    f.proxy.setFilter({.parked = true});
    QCOMPARE(f.proxy.nextUnanswered(key("GAI_OPS_1")), std::nullopt);
}

QTEST_MAIN(TestQuestionFilter)
#include "tst_question_filter.moc"
