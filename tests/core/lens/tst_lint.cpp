// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// S101 to S107 on questions made to fail each of them, and on the corpus against a second, slow implementation.
#include "core/lens/lint.h"
#include "core/lens/reader.h"
#include "tests/core/lens/brute_force.h"
#include "tests/core/lens/builders.h"
#include "tests/core/lens/corpus.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

namespace {

/// "S101 /pillars/0/questions/0" a line.
QString dump(const LintReport& report) {
    QStringList lines;
    for (const auto& m : report.messages)
        lines << QString::fromStdString(m.id + " " + m.pointer);
    return lines.join(QLatin1Char('\n'));
}

LintReport lintOf(const Question& q) {
    return lint(build::lensOf(q));
}

const QString kQuestion = QStringLiteral("/pillars/0/questions/0");

/// The counts of one question by one state at a time.
LintCounts slowCounts(const Question& question) {
    const brute::Question q(question);
    std::vector<std::uint32_t> practices, nones;
    for (std::uint32_t i = 0; i < question.choices.size(); ++i)
        (question.choices[i].isNone ? nones : practices).push_back(1U << i);
    std::vector<int> level;
    for (std::size_t s = 0; s < std::size_t{1} << practices.size(); ++s) {
        std::uint32_t on = 0;
        for (std::size_t k = 0; k < practices.size(); ++k)
            on |= (s >> k & 1U) != 0 ? practices[k] : 0;
        level.push_back(q.level({on, 0}));
    }
    std::vector<int> alone;
    for (const auto bit : nones)
        alone.push_back(q.level({bit, 0}));
    std::vector<int> every = level;
    every.insert(every.end(), alone.begin(), alone.end());
    LintCounts counts{};
    const auto reached = [&](int l) { return std::find(every.begin(), every.end(), l) != every.end(); };
    for (const auto& rule : question.rules)
        if (!reached(static_cast<int>(rule.risk)))
            counts[0] = 1;
    for (std::size_t k = 0; k < practices.size(); ++k) {
        bool matters = false;
        for (std::size_t s = 0; s < level.size(); ++s) {
            const int with = level[s | std::size_t{1} << k];
            matters = matters || with != level[s];
            if (level[s] >= 0 && with > level[s])
                counts[1] = 1;
        }
        counts[4] += matters ? 0 : 1;
    }
    counts[2] = level.back() != 0 ? 1 : 0;
    counts[3] = level.front() == 0 ? 1 : 0;
    const int highest = *std::max_element(every.begin(), every.end());
    for (const int l : alone)
        if (l >= 0 && l < highest)
            counts[5] = 1;
    if (std::count(level.begin() + 1, level.end(), -1) + std::count(alone.begin(), alone.end(), -1) > 0)
        counts[6] = 1;
    return counts;
}

Reachable slowReachable(const Question& question) {
    const brute::Question q(question);
    int worst = -1, best = 3;
    for (std::uint32_t s = 0; s < 1U << question.choices.size(); ++s) { // 0: nothing ticked is one of lint's states
        const bool alone = (s & q.noneChoices) != 0;
        if (alone && (s & (s - 1)) != 0)
            continue;
        const int level = q.level({s, 0});
        worst = std::max(worst, level);
        best = level >= 0 ? std::min(best, level) : best;
    }
    return worst < 0 ? Reachable{} : Reachable{static_cast<Risk>(worst), static_cast<Risk>(best)};
}

} // namespace

class tst_lint : public QObject {
    Q_OBJECT
private slots:
    void passesASoundQuestion();
    void findsUnreachedLevels();
    void findsRisingRisk();
    void findsRisingRiskAcrossWords();
    void findsEndStates();
    void findsIdleChoices();
    void findsLenientNoneChoices();
    void findsUnmatchedStates();
    void skipsQuestionsWithTooManyPractices();
    void handlesManyNoneChoices();
    void reachesWhatLintsStatesReach();
    void boundsReachableOfHugeQuestions();
    void agreesWithTheSlowOneOnTheCorpus_data();
    void agreesWithTheSlowOneOnTheCorpus();
};

void tst_lint::passesASoundQuestion() {
    const Question q = build::question({"aa", "bb", "cc", "none_no"},
                                       {{"aa && bb && cc", Risk::None}, {"aa", Risk::Medium}, {"default", Risk::High}});
    QCOMPARE(dump(lintOf(q)), QString());
}

void tst_lint::findsUnreachedLevels() {
    const Question q = build::question(
        {"aa", "bb"}, {{"aa && bb", Risk::None}, {"!aa || !bb", Risk::High}, {"default", Risk::Medium}});
    const auto report = lintOf(q);
    QCOMPARE(dump(report), QStringLiteral("S101 ") + kQuestion);
    QVERIFY(QString::fromStdString(report.messages[0].text).contains(QStringLiteral("MEDIUM")));
    QVERIFY(!report.messages[0].fix.empty());
}

void tst_lint::findsRisingRisk() {
    const Question q = build::question(
        {"aa", "bb", "cc"}, {{"aa && bb && cc", Risk::None}, {"aa && !bb", Risk::Medium}, {"default", Risk::High}});
    const auto report = lintOf(q);
    QCOMPARE(dump(report), QStringLiteral("S102 ") + kQuestion);
    QCOMPARE(
        QString::fromStdString(report.messages[0].text),
        QStringLiteral("In question \"QUESTION\", ticking bb raises the risk from MEDIUM to HIGH (with aa ticked)."));
}

void tst_lint::findsRisingRiskAcrossWords() {
    std::vector<std::string> ids;
    std::string all;
    for (int i = 0; i < 9; ++i) {
        ids.push_back("c" + std::to_string(i));
        all += (i > 0 ? " && " : "") + ids.back();
    }
    const Question q = build::question(ids, {{all, Risk::None}, {"c0 && !c8", Risk::Medium}, {"default", Risk::High}});
    const auto report = lintOf(q);
    QCOMPARE(report.counts[1], std::size_t{1});
    QVERIFY(QString::fromStdString(report.messages[0].text)
                .contains(QStringLiteral("ticking c8 raises the risk from MEDIUM to HIGH (with c0 ticked)")));
}

void tst_lint::findsEndStates() {
    const Question q = build::question({"aa"}, {{"!aa", Risk::None}, {"default", Risk::Medium}});
    QCOMPARE(dump(lintOf(q)), QStringLiteral("S102 %1\nS103 %1\nS104 %1").arg(kQuestion));
}

void tst_lint::findsIdleChoices() {
    const Question q =
        build::question({"aa", "none_no", "bb", "cc"}, {{"aa && (bb || !bb)", Risk::None}, {"default", Risk::High}});
    QCOMPARE(dump(lintOf(q)), QStringLiteral("S105 %1/choices/2\nS105 %1/choices/3").arg(kQuestion));
    QCOMPARE(lintOf(q).counts[4], std::size_t{2});
}

void tst_lint::findsLenientNoneChoices() {
    const Question q = build::question(
        {"aa", "bb", "none_no"}, {{"aa && bb", Risk::None}, {"aa || none_no", Risk::Medium}, {"default", Risk::High}});
    QCOMPARE(dump(lintOf(q)), QStringLiteral("S106 ") + kQuestion);
}

void tst_lint::findsUnmatchedStates() {
    const Question q = build::question({"aa", "bb"}, {{"aa && bb", Risk::None}, {"aa", Risk::Medium}});
    const auto report = lintOf(q);
    QCOMPARE(dump(report), QStringLiteral("S107 ") + kQuestion);
    QVERIFY(QString::fromStdString(report.messages[0].text).contains(QStringLiteral("no rule matches with bb ticked")));
    const Question noneOnly = build::question({"aa", "none_no"}, {{"aa", Risk::None}});
    QCOMPARE(dump(lintOf(noneOnly)), QStringLiteral("S107 ") + kQuestion);
    const Question emptyOnly = build::question({"aa"}, {{"aa", Risk::None}}); // only nothing ticked is unmatched
    QCOMPARE(dump(lintOf(emptyOnly)), QString());
}

void tst_lint::skipsQuestionsWithTooManyPractices() {
    std::vector<std::string> ids;
    for (int i = 0; i < 5000; ++i)
        ids.push_back("c" + std::to_string(i));
    const Question q = build::question(ids, {{"c0", Risk::High}, {"default", Risk::None}});
    QVERIFY(lintOf(q).messages.empty());
}

void tst_lint::handlesManyNoneChoices() {
    std::vector<std::string> ids{"aa"};
    for (int i = 0; i < 130; ++i)
        ids.push_back("n" + std::to_string(i) + "_no");
    const Question q = build::question(ids, {{"n129_no", Risk::None}, {"aa", Risk::None}, {"default", Risk::High}});
    const auto report = lintOf(q);
    QCOMPARE(dump(report), QStringLiteral("S106 ") + kQuestion);
    QVERIFY(QString::fromStdString(report.messages[0].text).contains(QStringLiteral("n129_no alone scores NONE")));
}

void tst_lint::reachesWhatLintsStatesReach() {
    const auto check = [](const Question& q, Risk worst, Risk best) {
        const Reachable r = reachable(q);
        QCOMPARE(r.worst, worst);
        QCOMPARE(r.best, best);
    };
    check(
        build::question({"aa", "bb"}, {{"aa && bb", Risk::None}, {"aa || bb", Risk::Medium}, {"default", Risk::High}}),
        Risk::High, Risk::None); // high only with nothing ticked
    check(build::question({"aa", "bb", "none_no"},
                          {{"aa && bb", Risk::None}, {"aa || bb", Risk::Medium}, {"default", Risk::High}}),
          Risk::High, Risk::None);
    check(build::question({"aa", "idle"}, {{"aa", Risk::None}, {"default", Risk::High}}), Risk::High, Risk::None);
    check(build::question({"aa"}, {{"default", Risk::Medium}}), Risk::Medium, Risk::Medium);
    check(build::question({"aa"}, {{"!aa", Risk::Medium}}), Risk::Medium, Risk::Medium); // only nothing ticked matches
    check(build::question({"aa"}, {{"aa && !aa", Risk::Medium}}), Risk::High, Risk::None); // no state matches
    check(build::question({}, {}), Risk::High, Risk::None);
}

void tst_lint::boundsReachableOfHugeQuestions() {
    std::vector<std::string> ids;
    std::string all;
    for (int i = 0; i < 60; ++i) {
        ids.push_back("c" + std::to_string(i));
        all += (i > 0 ? " && " : "") + ids.back();
    }
    const Reachable many = reachable(build::question(ids, {{all, Risk::None}, {"default", Risk::Medium}}));
    QCOMPARE(many.worst, Risk::Medium);
    QCOMPARE(many.best, Risk::None);
    const Reachable few =
        reachable(build::question(ids, {{"c0 && !c0", Risk::None}, {"c1", Risk::Medium}, {"default", Risk::High}}));
    QCOMPARE(few.worst, Risk::High); // two named practices of sixty are still tabulated
    QCOMPARE(few.best, Risk::Medium);
}

void tst_lint::agreesWithTheSlowOneOnTheCorpus_data() {
    if (corpus::names("lenses").empty())
        QSKIP("the shared corpus is not there");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("file");
    for (const char* folder : {"lenses", "lens-versions"})
        for (const auto& name : corpus::names(folder))
            QTest::newRow(name.c_str()) << QString::fromLatin1(folder) << QString::fromStdString(name);
}

void tst_lint::agreesWithTheSlowOneOnTheCorpus() {
    QFETCH(QString, folder);
    QFETCH(QString, file);
    const auto read = readLens(corpus::bytes(folder.toLatin1().constData(), file.toStdString()));
    for (const auto& pillar : read.lens->pillars)
        for (const auto& q : pillar.questions) {
            QVERIFY2(lintOf(q).counts == slowCounts(q), q.id.c_str());
            const Reachable slow = slowReachable(q);
            QVERIFY2(q.worstReachable == slow.worst && q.bestReachable == slow.best, q.id.c_str());
        }
}

QTEST_APPLESS_MAIN(tst_lint)
#include "tst_lint.moc"
