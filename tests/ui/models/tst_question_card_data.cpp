// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/review_fixture.h"
#include "ui/models/question_card_data.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::makeLens;
using plumb::test::TestReview;

namespace {
const QuestionKey kCost2{"generative-ai", "GAI_SEC_2"};
}

class TestQuestionCardData final : public QObject {
    Q_OBJECT
private slots:
    void showsTheQuestionAsItIsRead();
    void choicesHaveKeysUpToTen();
    void aMarkedChoiceShowsItsReason();
    void anUnknownQuestionIsEmpty();
    void facilitatorCardComesFromTheOverlay();
    void withoutOverlayTheCardIsEmpty();
    void evidenceSaysWhoAndWhenAndHowLarge();
    void wordsForSmallThings();
};

void TestQuestionCardData::showsTheQuestionAsItIsRead() {
    TestReview review({makeLens({})});
    const QuestionCardData card = questionCard(review.session(), kCost2);
    QCOMPARE(card.lens, QStringLiteral("Generative AI"));
    QCOMPARE(card.pillar, QStringLiteral("Security"));
    QCOMPARE(card.position, QStringLiteral("Question 2 of 4"));
    QCOMPARE(card.phase, QStringLiteral("Deployment"));
    QCOMPARE(card.code, QStringLiteral("GAI_SEC_2"));
    QCOMPARE(card.choices.size(), std::size_t{5}); // the none-choice is no row
    QCOMPARE(card.noneId, std::string("GAI_SEC_2_no"));
    QCOMPARE(card.choices[2].weight, QStringLiteral("medium"));
    QCOMPARE(card.state, lens::State::Unanswered);
}

void TestQuestionCardData::choicesHaveKeysUpToTen() {
    TestReview review({makeLens({.choices = 12})});
    const QuestionCardData card = questionCard(review.session(), kCost2);
    QCOMPARE(card.choices[0].key, QStringLiteral("1"));
    QCOMPARE(card.choices[9].key, QStringLiteral("0"));
    QCOMPARE(card.choices[10].key, QString());
}

void TestQuestionCardData::aMarkedChoiceShowsItsReason() {
    TestReview review({makeLens({})});
    session::AnswerEdit edit;
    edit.notApplicableChoices = {{"GAI_SEC_2_c2", review::NaReason::OutOfScope}};
    review.edit(kCost2, edit);
    QuestionCardData card = questionCard(review.session(), kCost2);
    QVERIFY(card.choices[1].notApplicable && !card.choices[1].selected);
    QCOMPARE(card.choices[1].reason, QStringLiteral("out of scope"));
    session::AnswerEdit whole;
    whole.applicable = false;
    whole.reason = review::NaReason::BusinessPriorities;
    whole.reasonText = "Next year";
    review.edit(kCost2, whole);
    card = questionCard(review.session(), kCost2);
    QVERIFY(!card.applicable);
    QCOMPARE(card.reason, QStringLiteral("Business priorities"));
    QCOMPARE(card.reasonText, QStringLiteral("Next year"));
}

void TestQuestionCardData::anUnknownQuestionIsEmpty() {
    TestReview review({makeLens({})});
    QCOMPARE(questionCard(review.session(), {"generative-ai", "NOPE"}), QuestionCardData());
    QVERIFY(facilitatorCard(review.session(), {"nope", "NOPE"}).emptyCard());
}

void TestQuestionCardData::facilitatorCardComesFromTheOverlay() {
    TestReview review({makeLens({})});
    const FacilitatorData card = facilitatorCard(review.session(), kCost2);
    QCOMPARE(card.opening, QStringLiteral("Show me the last case. What ended it?"));
    QCOMPARE(card.probes.size(), 2);
    QCOMPARE(card.measures, QStringList{QStringLiteral("Agent step budget")});
    QCOMPARE(card.evidenceToAsk, QStringList{QStringLiteral("The log of last month")});
    QCOMPARE(card.pillar, QStringLiteral("Security"));
    QCOMPARE(card.failure, QStringLiteral("Nobody watches Security."));
    QCOMPARE(card.story, QStringLiteral("It cost $21,600 a month."));
}

void TestQuestionCardData::withoutOverlayTheCardIsEmpty() {
    TestReview review({makeLens({.overlay = false})});
    const QString lensId = q(review.session().review().lenses.front().lens->id);
    QVERIFY(facilitatorCard(review.session(), {s(lensId), "GAI_SEC_2"}).emptyCard());
    QCOMPARE(questionCard(review.session(), {s(lensId), "GAI_SEC_2"}).choices[0].weight, QString());
}

void TestQuestionCardData::evidenceSaysWhoAndWhenAndHowLarge() {
    TestReview review({makeLens({})});
    const std::string bytes(412'000, 'x');
    session::NewEvidence file;
    file.record.kind = review::EvidenceKind::File;
    file.record.title = "agent-runs.csv";
    file.record.fileName = "agent-runs.csv";
    file.record.source = "Kenji Abe";
    file.record.date = {2026, 11, 18};
    file.record.strength = review::Basis::Shown;
    file.record.links = {{kCost2, {}}};
    file.source = store::memorySource(bytes);
    QVERIFY(review.session().addEvidence(std::move(file)));
    const auto rows = evidenceRows(review.session(), kCost2);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].meta, QStringLiteral("Kenji Abe, 18 Nov 2026, 412 kB"));
    QCOMPARE(basisWord(rows[0].strength), QStringLiteral("Shown"));
}

void TestQuestionCardData::wordsForSmallThings() {
    QCOMPARE(sizeWords(1'234'567), QStringLiteral("1.2 MB"));
    QCOMPARE(dayWords({}), QString());
    QCOMPARE(measureName("off-peak-training"), QStringLiteral("Off peak training"));
}

QTEST_MAIN(TestQuestionCardData)
#include "tst_question_card_data.moc"
