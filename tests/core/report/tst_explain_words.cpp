// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The why sentence: a table of rules and answers, and its promises on every question of the corpus.
#include "core/report/build.h"
#include "tests/core/report/report_builders.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace plumb;
using Rules = std::vector<std::pair<std::string, std::string>>;
Q_DECLARE_METATYPE(Rules)

namespace {

const Rules kUsual{{"cca && ccb && ccc", "NO_RISK"}, {"cca && ccb", "MEDIUM_RISK"}, {"default", "HIGH_RISK"}};
const Rules kAwsStyle{{"cca && ccb", "NO_RISK"}, {"(!cca) || (!ccb)", "HIGH_RISK"}, {"default", "MEDIUM_RISK"}};
const Rules kSteps{{"cca && ccb", "NO_RISK"}, {"cca || ccb", "MEDIUM_RISK"}, {"default", "HIGH_RISK"}};
const Rules kOrr{{"!cca || !ccb", "HIGH_RISK"}, {"cca && ccb && !ccc", "MEDIUM_RISK"}, {"default", "NO_RISK"}};

std::uint32_t nextRandom(std::uint32_t& state) {
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

} // namespace

class TestExplainWords : public QObject {
    Q_OBJECT
private slots:
    void saysWhatIsMissingAndWhatLowersIt_data();
    void saysWhatIsMissingAndWhatLowersIt();
    void keysCarryTheNumberOfTheChoice();
    void longTitlesAreCutAtAWord();
    void holdsItsPromisesOnEveryCorpusQuestion();
};

void TestExplainWords::saysWhatIsMissingAndWhatLowersIt_data() {
    QTest::addColumn<int>("practices");
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("two missing, one is not enough")
        << 2 << kSteps << "N"
        << "Neither “Alpha” (1) nor “Beta” (2) is in place.\nOne of them lowers it to Medium; both lower it to None.";
    QTest::newRow("one of two") << 2 << kSteps << "a"
                                << "“Alpha” (1) is in place.\n“Beta” (2) lowers it to None.";
    QTest::newRow("all of a rule") << 3 << kUsual << "N"
                                   << "Neither “Alpha” (1) nor “Beta” (2) is in place.\nBoth lower it to Medium; with "
                                      "“Gamma” (3) as well, to None.";
    QTest::newRow("last step") << 3 << kUsual << "ab"
                               << "“Alpha” (1) and “Beta” (2) are in place.\n“Gamma” (3) lowers it to None.";
    QTest::newRow("none left") << 3 << kUsual << "abc"
                               << "“Alpha” (1), “Beta” (2) and “Gamma” (3) are in place.";
    QTest::newRow("dead default") << 2 << kAwsStyle << "a"
                                  << "“Beta” (2) is not in place.\nPutting it in place lowers the risk to None.";
    QTest::newRow("dead default, both") << 2 << kAwsStyle << "N"
                                        << "Neither “Alpha” (1) nor “Beta” (2) is in place.\nBoth lower it to None.";
    QTest::newRow("negation in a medium rule") << 3 << kOrr << "ab"
                                               << "“Alpha” (1) and “Beta” (2) are in place, but not “Gamma” "
                                                  "(3).\nPutting it in place lowers the risk to None.";
    QTest::newRow("not applicable counts neither way") << 3 << kUsual << "b-a"
                                                       << "“Beta” (2) is in place.\n“Gamma” (3) lowers it to None. "
                                                          "“Alpha” (1) is not applicable and counts neither way.";
    QTest::newRow("unanswered") << 3 << kUsual << ""
                                << "Not answered yet. The answer can bring it anywhere from High to None.";
    QTest::newRow("not applicable") << 3 << kUsual << "!a"
                                    << "This question does not apply to the workload, so it counts neither way.";
    QTest::newRow("one rule for all") << 2 << Rules{{"default", "NO_RISK"}} << "a"
                                      << "Every answer to this question gives None; the lens has no other rule for it.";
    QTest::newRow("no way down") << 2 << Rules{{"default", "MEDIUM_RISK"}} << "a"
                                 << "Every answer to this question gives Medium; the lens has no other rule for it.";
    QTest::newRow("a practice that counts against it")
        << 2 << Rules{{"cca && !ccb", "NO_RISK"}, {"default", "HIGH_RISK"}} << "ab"
        << "“Beta” (2) is ticked, which counts against it.\nNo further practice lowers it.";
    QTest::newRow("unmatched") << 2 << Rules{{"cca", "NO_RISK"}, {"ccb && !ccb", "HIGH_RISK"}} << "b"
                               << "No rule of the lens covers this answer, which is a fault of the lens. It is counted "
                                  "as None, the highest risk the "
                                  "question can reach.";
}

void TestExplainWords::saysWhatIsMissingAndWhatLowersIt() {
    QFETCH(int, practices);
    QFETCH(Rules, rules);
    QFETCH(QString, answer);
    QFETCH(QString, words);
    const lens::Lens lens = test::oneQuestionLens(practices, true, rules);
    const lens::Question& question = lens.pillars[0].questions[0];
    const auto explanation = lens::explain(question, test::selectionOf(question, answer.toStdString()));
    QCOMPARE(QString::fromStdString(report::plainText(report::explainInWords(question, explanation))), words);
}

void TestExplainWords::keysCarryTheNumberOfTheChoice() {
    const Rules rules{{"ccj && cck", "NO_RISK"}, {"default", "HIGH_RISK"}};
    const lens::Lens lens = test::oneQuestionLens(11, true, rules);
    const lens::Question& question = lens.pillars[0].questions[0];
    const report::Text text =
        report::explainInWords(question, lens::explain(question, test::selectionOf(question, "a")));
    std::vector<std::string> keys;
    for (const report::Span& span : text)
        if (span.style == report::Span::Style::Key)
            keys.push_back(span.text);
    QCOMPARE(keys.size(), std::size_t{1}); // the tenth has key 0, the eleventh none
    QCOMPARE(QString::fromStdString(keys[0]), QStringLiteral("0"));
}

void TestExplainWords::longTitlesAreCutAtAWord() {
    lens::Lens lens = test::oneQuestionLens(2, true, kSteps);
    lens::Question& question = lens.pillars[0].questions[0];
    question.choices[0].title =
        "Überwachung der Modelle läuft vom ersten Tag an und alarmiert die Bereitschaft, nicht nur das Team.";
    const auto explanation = lens::explain(question, test::selectionOf(question, "b"));
    const std::string cut = report::plainText(report::explainInWords(question, explanation, 40));
    QVERIFY2(cut.find("“Überwachung der Modelle läuft vom…”") != std::string::npos, cut.c_str());
    const std::string whole = report::plainText(report::explainInWords(question, explanation, 0));
    QVERIFY2(whole.find("nicht nur das Team”") != std::string::npos, whole.c_str());
}

void TestExplainWords::holdsItsPromisesOnEveryCorpusQuestion() {
    const QDir folder(QStringLiteral(PLUMB_SHARED_DIR "/corpus/lenses"));
    if (!folder.exists())
        QSKIP("the corpus of lens files is not on this machine");
    std::uint32_t random = 7;
    int sentences = 0;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const auto read = lens::readLens(test::fileBytes(folder.filePath(name).toStdString()));
        if (!read.lens)
            continue; // EXPECTED_LINT.json
        for (const lens::Pillar& pillar : read.lens->pillars)
            for (const lens::Question& question : pillar.questions)
                for (int round = 0; round < 6; ++round) {
                    lens::Selection selection;
                    for (const lens::Choice& choice : question.choices) {
                        const bool na = !choice.isNone && round > 2 && nextRandom(random) % 8 == 0;
                        selection.notApplicable.push_back(na);
                        selection.selected.push_back(!na && round > 0 &&
                                                     nextRandom(random) % 6 < static_cast<unsigned>(round));
                    }
                    const auto explanation = lens::explain(question, selection);
                    const report::Text text = report::explainInWords(question, explanation, 0);
                    const std::string words = report::plainText(text);
                    const std::string where = name.toStdString() + " " + question.id + ": " + words;
                    QVERIFY2(words.size() > 10 && words.back() == '.', where.c_str());
                    QVERIFY2(!words.ends_with("..") && words.find("  ") == std::string::npos, where.c_str());
                    const std::size_t open = words.find("“”");
                    QVERIFY2(open == std::string::npos, where.c_str());
                    for (std::size_t i = 0; i < text.size(); ++i) {
                        if (text[i].style != report::Span::Style::Key)
                            continue;
                        // The title right before a key is the title of the choice with that key.
                        bool known = false;
                        std::size_t number = 0;
                        for (const lens::Choice& choice : question.choices) {
                            number += choice.isNone ? 0 : 1;
                            const std::string title = QString::fromStdString(choice.title)
                                                          .simplified()
                                                          .remove(QRegularExpression(QStringLiteral("[. ]+$")))
                                                          .toStdString();
                            const std::string key = choice.isNone ? "N" : std::to_string(number % 10);
                            known = known || (key == text[i].text && text[i - 1].text.ends_with("“" + title + "” "));
                        }
                        QVERIFY2(known, where.c_str());
                    }
                    if (qEnvironmentVariableIsSet("PLUMB_SHOW"))
                        qInfo("%s", where.c_str());
                    ++sentences;
                }
    }
    QVERIFY(sentences > 1500);
}

QTEST_GUILESS_MAIN(TestExplainWords)
#include "tst_explain_words.moc"
