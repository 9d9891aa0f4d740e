// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The promises of the method on published lenses, walked with seeded random answers.
#include "tests/core/score/score_builders.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace plumb;
using namespace plumb::test;
using lens::State;
using review::ChoiceStatus;

namespace {

using Engine = std::mt19937;

std::size_t below(Engine& engine, std::size_t bound) {
    return engine() % bound;
}

/// An answer that a workshop gives: some practices, or the none-choice alone.
review::Answer randomAnswer(Engine& engine, const lens::Question& question) {
    review::Answer answer;
    const std::size_t odds = 1 + below(engine, 4);
    for (const lens::Choice& choice : question.choices)
        if (!choice.isNone && below(engine, odds) == 0)
            answer.choices[choice.id].status = ChoiceStatus::Selected;
    if (!answer.choices.empty())
        return answer;
    const auto& fallback = question.choices[below(engine, question.choices.size())];
    const auto none = std::ranges::find_if(question.choices, [](const lens::Choice& c) { return c.isNone; });
    answer.choices[none == question.choices.end() ? fallback.id : none->id].status = ChoiceStatus::Selected;
    return answer;
}

std::vector<const lens::Question*> questionsOf(const lens::Lens& lens) {
    std::vector<const lens::Question*> all;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            all.push_back(&question);
    return all;
}

} // namespace

class TestScoreCorpus : public QObject {
    Q_OBJECT

    QDir m_folder{QStringLiteral(PLUMB_SHARED_DIR "/corpus/lenses")};

    void rows() const {
        QTest::addColumn<QString>("file");
        for (const QString& name : m_folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
            if (name != QLatin1String("EXPECTED_LINT.json"))
                QTest::newRow(qPrintable(name)) << name;
    }
    [[nodiscard]] TestReview load(const QString& name) const {
        QFile file(m_folder.filePath(name));
        TestReview t;
        if (!file.open(QIODevice::ReadOnly))
            return t;
        auto read = lens::readLensOrFail(file.readAll().toStdString(), name.toStdString());
        if (read)
            t.add(std::make_shared<const lens::Lens>(std::move(*read)));
        return t;
    }
    [[nodiscard]] bool isMonotone(const QString& name) const {
        QFile file(m_folder.filePath(QStringLiteral("EXPECTED_LINT.json")));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const auto expected = parseJsonOrFail(file.readAll().toStdString(), "EXPECTED_LINT.json");
        return expected && (*expected)[name.toStdString()]["S102"] == 0;
    }

private slots:
    void initTestCase() {
        if (!m_folder.exists())
            QSKIP("shared/corpus/lenses is not there");
    }

    void answeringNarrowsTheRangeUntilItIsTheScore_data() { rows(); }
    void answeringNarrowsTheRangeUntilItIsTheScore() {
        QFETCH(QString, file);
        TestReview t = load(file);
        QCOMPARE(t.review.lenses.size(), std::size_t(1));
        const lens::Lens& lens = *t.review.lenses[0].lens;
        auto questions = questionsOf(lens);
        Engine engine(7);
        for (int round = 0; round < 5; ++round) {
            t.review.answers.clear();
            std::shuffle(questions.begin(), questions.end(), engine);
            score::Scores scores = t.scores();
            QVERIFY(!scores.overall().score);
            for (const lens::Question* question : questions) {
                const score::ScopeScore before = scores.overall();
                t.answer(lens.id, question->id) = randomAnswer(engine, *question);
                QVERIFY(scores.update(t.review, {lens.id, question->id}));
                const score::ScopeScore& after = scores.overall();
                QVERIFY2(after.worst >= before.worst && after.best <= before.best, question->id.c_str());
                QVERIFY(after.worst <= after.best);
            }
            QVERIFY(scores.overall().coverage == 1.0);
            QVERIFY(scores.overall().worst == *scores.overall().score);
            QVERIFY(scores.overall().best == *scores.overall().score);
        }
    }

    void onePracticeMoreNeverCostsPointsWhereTheLensIsMonotone_data() { rows(); }
    void onePracticeMoreNeverCostsPointsWhereTheLensIsMonotone() {
        QFETCH(QString, file);
        if (!isMonotone(file))
            QSKIP("the lens has questions where one more practice raises the risk (S102)");
        TestReview t = load(file);
        const lens::Lens& lens = *t.review.lenses[0].lens;
        Engine engine(11);
        for (const lens::Question* question : questionsOf(lens)) {
            auto& answer = t.answer(lens.id, question->id);
            for (const lens::Choice& choice : question->choices)
                if (!choice.isNone && answer.choices.empty())
                    answer.choices[choice.id].status = ChoiceStatus::Selected;
        }
        score::Scores scores = t.scores();
        auto questions = questionsOf(lens);
        for (std::size_t step = 0; step < 10 * questions.size(); ++step) {
            const lens::Question& question = *questions[below(engine, questions.size())];
            const lens::Choice& choice = question.choices[below(engine, question.choices.size())];
            if (choice.isNone)
                continue;
            const score::ScopeScore before = scores.overall();
            t.tick(lens.id, question.id, {choice.id});
            QVERIFY(scores.update(t.review, {lens.id, question.id}));
            QVERIFY2(*scores.overall().score >= *before.score, question.id.c_str());
            QVERIFY(*scores.overall().practiceCoverage >= *before.practiceCoverage);
        }
    }

    void randomEditsKeepUpdateAndComputeTogether_data() { rows(); }
    void randomEditsKeepUpdateAndComputeTogether() {
        QFETCH(QString, file);
        TestReview t = load(file);
        const lens::Lens& lens = *t.review.lenses[0].lens;
        const auto questions = questionsOf(lens);
        Engine engine(13);
        score::Scores scores = t.scores();
        for (int step = 0; step < 200; ++step) {
            const lens::Question& question = *questions[below(engine, questions.size())];
            const lens::Choice& choice = question.choices[below(engine, question.choices.size())];
            auto& answer = t.answer(lens.id, question.id);
            answer.choices[choice.id].status = static_cast<ChoiceStatus>(below(engine, choice.isNone ? 2 : 3));
            answer.applicable = below(engine, 12) != 0;
            answer.basis = static_cast<review::Basis>(below(engine, 4));
            QVERIFY(scores.update(t.review, {lens.id, question.id}));
        }
        QVERIFY(scores.questions() == t.scores().questions());
        QVERIFY(scores.overall() == t.scores().overall());
    }
};

QTEST_APPLESS_MAIN(TestScoreCorpus)
#include "tst_score_corpus.moc"
