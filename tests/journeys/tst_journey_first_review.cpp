// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A consultant's first review in the window, from the assistant to the PDF, with real keys and clicks.
#include "tests/journeys/window_journey.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace plumb;
using namespace plumb::test;

namespace {

/// What the rules of the AWS Generative AI Lens say to the ten answers, worked out by hand.
constexpr const char* kRisks[] = {"No risk",        "High risk", "High risk", "High risk", "No risk",
                                  "Not applicable", "No risk",   "High risk", "No risk",   "No risk"};

/// What is derived from the answers and must be the same from disk.
struct Derived {
    std::vector<lens::State> states;
    score::ScopeScore overall;
};

Derived derivedOf(WindowJourney& journey) {
    Derived out{{}, journey.session().scores().overall()};
    for (const QuestionKey& key : journey.order())
        out.states.push_back(journey.session().state(key));
    return out;
}

/// The words of a PDF with single spaces; empty when there is no pdftotext.
QString wordsOf(const QString& pdf) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).simplified();
}

} // namespace

class TestJourneyFirstReview final : public QObject {
    Q_OBJECT
private:
    void seesItsAnswersAgain(WindowJourney& journey) const;
    void seesTheRisks(WindowJourney& journey) const;
    void readsThePdf(const WindowJourney& journey) const;

private slots:
    void init() { failOnWarnings(); }
    void fromTheAssistantToThePdf();
};

void TestJourneyFirstReview::fromTheAssistantToThePdf() {
    WindowJourney journey(firstReview());
    CHAPTER(journey.makesTheReview());
    CHAPTER(journey.answersTenQuestions());
    CHAPTER(journey.attachesEvidence());
    const Derived before = derivedOf(journey);
    CHAPTER(journey.doesThreeStepsTooMany());
    QVERIFY(journey.session().scores().overall().score != before.overall.score);
    CHAPTER(journey.undoesThree());
    CHAPTER(journey.closesTheReview());
    CHAPTER(journey.reopensIt());
    const Derived after = derivedOf(journey);
    QVERIFY(after.states == before.states);
    QVERIFY(after.overall.score && after.overall.score == before.overall.score);
    QCOMPARE(after.overall.worst, before.overall.worst);
    QCOMPARE(after.overall.best, before.overall.best);
    QCOMPARE(after.overall.coverage, before.overall.coverage);
    CHAPTER(seesItsAnswersAgain(journey));
    CHAPTER(seesTheRisks(journey));
    CHAPTER(journey.exportsThePdf());
    CHAPTER(readsThePdf(journey));
}

void TestJourneyFirstReview::seesItsAnswersAgain(WindowJourney& journey) const {
    QuestionsPlace& questions = journey.questions();
    for (std::size_t i = 0; i < journey.story().answers.size(); ++i) {
        const Answering& given = journey.story().answers[i];
        if (i > 0)
            questions.next();
        QCOMPARE(ui::q(questions.current().question), ui::q(journey.order()[i].question));
        for (const int number : given.ticks)
            QCOMPARE(questions.ticked(QStringLiteral("choice%1").arg(number)), !given.none);
        QCOMPARE(questions.ticked(QStringLiteral("none")), given.none);
        QCOMPARE(questions.ticked(QStringLiteral("notApplicable")), given.exempt.has_value());
        QCOMPARE(questions.ticked(QStringLiteral("verify")), given.mark);
        QCOMPARE(questions.ticked(QStringLiteral("park")), given.park);
        QCOMPARE(questions.note(), given.note);
        QCOMPARE(questions.segment(QStringLiteral("confidenceSegments")), given.confidence);
        QCOMPARE(questions.segment(QStringLiteral("basisSegments")), given.basis);
    }
    QCOMPARE(questions.evidence().size(), 3);
}

void TestJourneyFirstReview::seesTheRisks(WindowJourney& journey) const {
    const score::ScopeScore overall = journey.session().scores().overall();
    QCOMPARE(overall.notApplicable, 1);
    if (!journey.story().fromCorpus)
        return;
    QuestionsPlace& questions = journey.questions();
    for (std::size_t i = std::size(kRisks); i-- > 0; questions.previous())
        QCOMPARE(questions.risk(), QString::fromLatin1(kRisks[i]));
    QCOMPARE(overall.high, 4);
    QCOMPARE(overall.medium, 0);
    QCOMPARE(overall.none, 5);
}

void TestJourneyFirstReview::readsThePdf(const WindowJourney& journey) const {
    QFile file(journey.pdfFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QPDF pdf;
    pdf.processFile(qPrintable(journey.pdfFile()));
    QVERIFY(pdf.getWarnings().empty());
    QVERIFY(QPDFPageDocumentHelper(pdf).getAllPages().size() > 5);
    const QString words = wordsOf(journey.pdfFile());
    if (words.isEmpty())
        QSKIP("No pdftotext here: the words of the PDF are not checked");
    for (const Answering& given : journey.story().answers)
        QVERIFY2(words.contains(given.note), qPrintable(given.note));
    QVERIFY(words.contains(journey.story().workload));
    QVERIFY(words.contains(journey.story().fileName));
    QVERIFY(!words.contains(journey.story().strayText));
}

QTEST_MAIN(TestJourneyFirstReview)
#include "tst_journey_first_review.moc"
