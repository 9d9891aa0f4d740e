// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/review_fixture.h"
#include "ui/models/question_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::LensShape;
using plumb::test::makeLens;
using plumb::test::TestReview;

namespace {

QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        out += QString(depth * 2, QLatin1Char(' ')) + index.data(Qt::AccessibleTextRole).toString() + QLatin1Char('\n');
        out += dump(model, index, depth + 1);
    }
    return out;
}

std::vector<session::LensSource> twoLenses() {
    LensShape gai;
    gai.pillars = 2;
    gai.questions = 2;
    LensShape rai{"responsible-ai", "Responsible AI Lens", "Responsible AI", "RAI", 1, 3, 3, false, true};
    return {makeLens(rai), makeLens(gai)};
}

const QuestionKey kOps1{"generative-ai", "GAI_OPS_1"};

} // namespace

class TestQuestionTreeModel final : public QObject {
    Q_OBJECT
private slots:
    void showsLensPillarQuestion();
    void groupsByPhase();
    void groupsByFrameworkPillar();
    void answeringChangesRowsWithoutReset();
    void countsFollowTheAnswers();
    void notApplicableLeavesTheProgress();
    void flagsAreInTheAccessibleText();
    void undoIsFollowed();
    void findsQuestionsByKey();
};

void TestQuestionTreeModel::showsLensPillarQuestion() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(model), QStringLiteral("Responsible AI, 0 of 3 answered\n"
                                         "  Operations, 0 of 3 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"
                                         "    3 Short 3, Unanswered\n"
                                         "Generative AI, 0 of 4 answered\n"
                                         "  Operations, 0 of 2 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"
                                         "  Security, 0 of 2 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"));
}

void TestQuestionTreeModel::groupsByPhase() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGrouping(QuestionTreeModel::Grouping::Phase);
    QCOMPARE(dump(model), QStringLiteral("Responsible AI, 0 of 3 answered\n"
                                         "  All questions, 0 of 3 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"
                                         "    3 Short 3, Unanswered\n"
                                         "Generative AI, 0 of 4 answered\n"
                                         "  Design, 0 of 2 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "  Deployment, 0 of 2 answered\n"
                                         "    2 Short 2, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"));
}

void TestQuestionTreeModel::groupsByFrameworkPillar() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGrouping(QuestionTreeModel::Grouping::Framework);
    review.tick(kOps1, {1});
    QCOMPARE(dump(model), QStringLiteral("Operations, 1 of 5 answered\n"
                                         "  Responsible AI, 0 of 3 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"
                                         "    3 Short 3, Unanswered\n"
                                         "  Generative AI, 1 of 2 answered\n"
                                         "    1 Short 1, High risk\n"
                                         "    2 Short 2, Unanswered\n"
                                         "Security, 0 of 2 answered\n"
                                         "  Generative AI, 0 of 2 answered\n"
                                         "    1 Short 1, Unanswered\n"
                                         "    2 Short 2, Unanswered\n"));
}

void TestQuestionTreeModel::answeringChangesRowsWithoutReset() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex question = model.indexOf(kOps1);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    review.tick(kOps1, {1, 2});
    QVERIFY(question.isValid());
    QCOMPARE(question.data(QuestionTreeModel::StateRole).toInt(), static_cast<int>(lens::State::Medium));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 3); // the question, its pillar, its lens
    QCOMPARE(question.parent().data(QuestionTreeModel::AnsweredRole).toInt(), 1);
    changes.clear();
    review.tick(kOps1, {3, 4, 5}); // answered already: no progress to tell
    QCOMPARE(changes.count(), 1);
}

void TestQuestionTreeModel::countsFollowTheAnswers() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QSignalSpy changed(&model, &QuestionTreeModel::countsChanged);
    QCOMPARE(model.counts().unanswered, 7);
    review.tick(kOps1, {1});
    QCOMPARE(changed.count(), 1);
    session::AnswerEdit marks;
    marks.needsVerification = true;
    marks.parked = true;
    review.edit(kOps1, marks);
    QCOMPARE(model.counts(), (QuestionCounts{7, 6, 1, 1, 1, 0}));
}

void TestQuestionTreeModel::notApplicableLeavesTheProgress() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    session::AnswerEdit edit;
    edit.applicable = false;
    edit.reason = review::NaReason::OutOfScope;
    review.edit(kOps1, edit);
    const QModelIndex question = model.indexOf(kOps1);
    QCOMPARE(question.parent().data(Qt::AccessibleTextRole).toString(), QStringLiteral("Operations, 0 of 1 answered"));
    QCOMPARE(question.data(Qt::AccessibleTextRole).toString(), QStringLiteral("1 Short 1, Not applicable"));
}

void TestQuestionTreeModel::flagsAreInTheAccessibleText() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    session::NewEvidence evidence;
    evidence.record.kind = review::EvidenceKind::Link;
    evidence.record.title = "Runbook";
    evidence.record.url = "https://example.org/runbook";
    evidence.record.links = {{kOps1, {}}};
    QVERIFY(review.session().addEvidence(std::move(evidence)));
    session::AnswerEdit edit;
    edit.parked = true;
    review.edit(kOps1, edit);
    QCOMPARE(model.indexOf(kOps1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("1 Short 1, Unanswered, parked, 1 piece(s) of evidence"));
    QCOMPARE(model.counts().evidence, 1);
}

void TestQuestionTreeModel::undoIsFollowed() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    review.tick(kOps1, {1});
    QVERIFY(review.session().undo());
    QCOMPARE(model.indexOf(kOps1).data(QuestionTreeModel::StateRole).toInt(),
             static_cast<int>(lens::State::Unanswered));
    QCOMPARE(model.counts().unanswered, 7);
}

void TestQuestionTreeModel::findsQuestionsByKey() {
    TestReview review(twoLenses());
    QuestionTreeModel model(review.bridge());
    QVERIFY(!model.indexOf({"generative-ai", "NO_SUCH"}).isValid());
    QCOMPARE(model.facts(kOps1)->title, QStringLiteral("Question 1 of GAI_OPS_1?"));
    QCOMPARE(model.firstQuestion(), (QuestionKey{"responsible-ai", "RAI_OPS_1"}));
}

QTEST_MAIN(TestQuestionTreeModel)
#include "tst_question_tree_model.moc"
