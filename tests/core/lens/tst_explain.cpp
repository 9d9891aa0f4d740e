// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Explanations: the deciding rule, its terms, and the smallest sets that lower the risk, compared with brute force.
#include "core/lens/explain.h"
#include "core/lens/reader.h"
#include "tests/core/lens/brute_force.h"
#include "tests/core/lens/builders.h"
#include "tests/core/lens/corpus.h"

#include <QtTest>

#include <bit>
#include <random>

using namespace plumb;
using namespace plumb::lens;

namespace {

/// "MEDIUM: aa bb; NONE: aa bb cc".
QString dump(const Question& q, const std::vector<Lowering>& sets) {
    QStringList out;
    for (const auto& set : sets) {
        QString line = QString::fromUtf8(toText(set.reaches).data()) + QLatin1Char(':');
        for (const auto choice : set.practices)
            line += QLatin1Char(' ') + QString::fromStdString(q.choices[choice].id);
        out << line;
    }
    return out.join(QStringLiteral("; "));
}

/// "aa selected satisfied; !bb".
QString dump(const Question& q, const std::vector<Term>& terms) {
    QStringList out;
    for (const auto& t : terms)
        out << (t.negated ? QStringLiteral("!") : QString()) + QString::fromStdString(q.choices[t.choice].id) +
                   (t.selected ? QStringLiteral(" selected") : QString()) +
                   (t.notApplicable ? QStringLiteral(" na") : QString()) +
                   (t.satisfied ? QStringLiteral(" satisfied") : QString());
    return out.join(QStringLiteral("; "));
}

/// All sets of the smallest size that bring the question to exactly `level`, in lexicographic order, at most 16.
std::vector<Lowering> smallest(const brute::Question& q, brute::Ticks ticks, int level) {
    const std::uint32_t kept = ticks.selected & q.practices & ~ticks.notApplicable;
    const std::uint32_t open = q.practices & ~kept & ~ticks.notApplicable;
    const bool answered = (kept | ticks.notApplicable) != 0;
    int best = 99;
    std::vector<Lowering> sets;
    std::uint32_t set = 0;
    do { // every subset of `open`
        const int size = std::popcount(set);
        if (size <= best && (size > 0 || answered) && q.level({kept | set, ticks.notApplicable}) == level) {
            if (size < best)
                sets.clear();
            best = size;
            Lowering lowering{static_cast<Risk>(level), {}};
            for (std::uint32_t i = 0; i < 32; ++i)
                if ((set >> i & 1U) != 0)
                    lowering.practices.push_back(i);
            sets.push_back(std::move(lowering));
        }
        set = (set - open) & open;
    } while (set != 0);
    std::sort(sets.begin(), sets.end(), [](const Lowering& a, const Lowering& b) { return a.practices < b.practices; });
    sets.resize(std::min<std::size_t>(sets.size(), 16));
    return sets;
}

std::vector<Lowering> expected(const Question& question, const brute::Question& q, brute::Ticks ticks, State state) {
    const int from = state == State::High || state == State::Medium ? static_cast<int>(state)
                     : state == State::Unmatched                    ? static_cast<int>(question.worstReachable)
                                                                    : 0;
    std::vector<Lowering> out;
    for (int level = from - 1; level >= 0; --level)
        for (auto& set : smallest(q, ticks, level))
            out.push_back(std::move(set));
    return out;
}

Question threeValued() {
    return build::question(
        {"aa", "bb", "cc", "dd", "none_no"},
        {{"aa && bb && cc && dd", Risk::None}, {"(aa && bb) || (aa && cc)", Risk::Medium}, {"default", Risk::High}});
}

} // namespace

class tst_explain : public QObject {
    Q_OBJECT
private slots:
    void namesTheDecidingRuleAndItsTerms();
    void showsForDefaultWhatTheNextLowerLevelAsks();
    void valuesTermsWhereTheyStand();
    void findsTheSmallestSets();
    void clearsNoneChoices();
    void anyPracticeCanLeaveANoneChoice();
    void explainsUnmatchedStates();
    void saysNothingWhereThereIsNothingToLower();
    void reportsAtMostSixteenSets();
    void staysQuickWithManyPractices();
    void agreesWithBruteForceOnTheCorpus_data();
    void agreesWithBruteForceOnTheCorpus();
};

void tst_explain::namesTheDecidingRuleAndItsTerms() {
    const Question q = threeValued();
    const auto e = explain(q, build::select(q, {"aa", "cc"}));
    QCOMPARE(e.state, State::Medium);
    QCOMPARE(e.rule, std::optional<std::size_t>(1));
    QCOMPARE(dump(q, e.terms), QStringLiteral("aa selected satisfied; bb; cc selected satisfied"));
    QCOMPARE(dump(q, e.toLower), QStringLiteral("NONE: bb dd"));
}

void tst_explain::showsForDefaultWhatTheNextLowerLevelAsks() {
    const Question q = threeValued();
    const auto e = explain(q, build::select(q, {"dd"}));
    QCOMPARE(e.rule, std::optional<std::size_t>(2));
    QCOMPARE(dump(q, e.terms), QStringLiteral("aa; bb; cc"));
    const Question two = build::question({"aa", "bb"}, {{"aa && bb", Risk::None}, {"default", Risk::High}});
    QCOMPARE(dump(two, explain(two, build::select(two, {"aa"})).terms), QStringLiteral("aa selected satisfied; bb"));
    const Question middle =
        build::question({"aa", "bb"}, {{"aa && bb", Risk::None}, {"!aa", Risk::High}, {"default", Risk::Medium}});
    QCOMPARE(dump(middle, explain(middle, build::select(middle, {"aa"})).terms),
             QStringLiteral("aa selected satisfied; bb"));
    const Question best = build::question({"aa", "bb"}, {{"aa", Risk::High}, {"default", Risk::None}});
    QVERIFY(explain(best, build::select(best, {"bb"})).terms.empty());
}

void tst_explain::valuesTermsWhereTheyStand() {
    const Question q =
        build::question({"aa", "bb", "cc", "dd"},
                        {{"aa && !bb && (cc || !dd || !!aa) && !(dd && bb)", Risk::High}, {"default", Risk::None}});
    const auto e = explain(q, build::select(q, {"cc"}, {"aa", "bb"}));
    QCOMPARE(e.state, State::High);
    QCOMPARE(dump(q, e.terms),
             QStringLiteral("aa na satisfied; !bb na satisfied; cc selected satisfied; !dd satisfied; "
                            "aa na; !dd"));
    const Question alone = build::question({"aa", "bb"}, {{"!aa", Risk::High}, {"aa", Risk::None}});
    QCOMPARE(dump(alone, explain(alone, build::select(alone, {}, {"aa"})).terms), QStringLiteral("aa na satisfied"));
}

void tst_explain::findsTheSmallestSets() {
    const Question q = threeValued();
    QCOMPARE(dump(q, explain(q, build::select(q, {"dd"})).toLower),
             QStringLiteral("MEDIUM: aa bb; MEDIUM: aa cc; NONE: aa bb cc"));
    QCOMPARE(dump(q, explain(q, build::select(q, {"dd"}, {"bb"})).toLower), QStringLiteral("MEDIUM: aa; NONE: aa cc"));
    const Question rising =
        build::question({"aa", "bb"}, {{"aa && bb", Risk::High}, {"aa", Risk::Medium}, {"default", Risk::None}});
    QVERIFY(explain(rising, build::select(rising, {"aa", "bb"})).toLower.empty()); // ticking more cannot help
}

void tst_explain::clearsNoneChoices() {
    const Question q = threeValued();
    QCOMPARE(dump(q, explain(q, build::select(q, {"none_no"})).toLower),
             QStringLiteral("MEDIUM: aa bb; MEDIUM: aa cc; NONE: aa bb cc dd"));
    const Question strict =
        build::question({"aa", "none_no"}, {{"aa && !none_no", Risk::None}, {"default", Risk::High}});
    QCOMPARE(dump(strict, explain(strict, build::select(strict, {"aa", "none_no"})).toLower), QStringLiteral("NONE:"));
}

void tst_explain::anyPracticeCanLeaveANoneChoice() {
    const Question q = build::question({"aa", "bb", "none_no"}, {{"none_no", Risk::High}, {"default", Risk::None}});
    QCOMPARE(dump(q, explain(q, build::select(q, {"none_no"})).toLower), QStringLiteral("NONE: aa; NONE: bb"));
}

void tst_explain::explainsUnmatchedStates() {
    const Question q = build::question({"aa", "bb"}, {{"aa && bb", Risk::None}, {"bb", Risk::High}});
    const auto e = explain(q, build::select(q, {"aa"}));
    QCOMPARE(e.state, State::Unmatched);
    QVERIFY(!e.rule);
    QVERIFY(e.terms.empty());
    QCOMPARE(dump(q, e.toLower), QStringLiteral("NONE: bb"));
}

void tst_explain::saysNothingWhereThereIsNothingToLower() {
    const Question q = threeValued();
    for (const auto& e :
         {explain(q, build::select(q, std::vector<std::string>{})),
          explain(q, build::select(q, {"aa", "bb", "cc", "dd"})), explain(q, Selection{{true}, {}, false})})
        QVERIFY(e.toLower.empty());
    QCOMPARE(explain(q, build::select(q, std::vector<std::string>{})).state, State::Unanswered);
    const auto none = explain(q, build::select(q, {"aa", "bb", "cc", "dd"}));
    QCOMPARE(none.rule, std::optional<std::size_t>(0));
    QCOMPARE(none.terms.size(), std::size_t{4});
}

void tst_explain::reportsAtMostSixteenSets() {
    std::vector<std::string> ids;
    std::string any;
    for (int i = 10; i < 30; ++i) {
        ids.push_back("c" + std::to_string(i));
        any += (any.empty() ? "" : " || ") + ids.back();
    }
    ids.push_back("none_no");
    const Question q = build::question(ids, {{any, Risk::None}, {"default", Risk::High}});
    const auto e = explain(q, build::select(q, {"none_no"}));
    QCOMPARE(e.toLower.size(), std::size_t{16});
    QCOMPARE(e.toLower.back().practices, (std::vector<std::size_t>{15}));
}

void tst_explain::staysQuickWithManyPractices() {
    std::vector<std::string> ids;
    std::string five, all;
    for (int i = 0; i < 400; ++i) {
        ids.push_back("c" + std::to_string(1000 + i));
        all += (all.empty() ? "" : " && ") + ids.back();
        if (i % 80 == 0)
            five += (five.empty() ? "" : " && ") + ids.back();
    }
    const Question q = build::question(ids, {{all, Risk::None}, {five, Risk::Medium}, {"default", Risk::High}});
    const auto e = explain(q, build::select(q, {"c1001"}));
    QCOMPARE(e.state, State::High);
    for (const auto& set : e.toLower)
        QVERIFY(set.practices.size() <= 5);
    std::vector<std::string> most(ids.begin(), ids.end() - 3);
    QCOMPARE(dump(q, explain(q, build::select(q, most)).toLower), QStringLiteral("NONE: c1397 c1398 c1399"));
}

void tst_explain::agreesWithBruteForceOnTheCorpus_data() {
    if (corpus::names("lenses").empty())
        QSKIP("the shared corpus is not there");
    QTest::addColumn<QString>("file");
    for (const auto& name : corpus::names("lenses"))
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

/// Every question with at most 15 practices; every state of questions with up to 4 choices, else nothing and one choice
/// ticked, none ticked alone, and drawn states, some with choices that are not applicable.
void tst_explain::agreesWithBruteForceOnTheCorpus() {
    QFETCH(QString, file);
    const auto read = readLens(corpus::bytes("lenses", file.toStdString()));
    std::mt19937 random(3);
    for (const auto& pillar : read.lens->pillars)
        for (const auto& question : pillar.questions) {
            const brute::Question second(question);
            QVERIFY(std::popcount(second.practices) <= 15);
            std::vector<brute::Ticks> states;
            const std::uint32_t all = second.practices | second.noneChoices;
            if (question.choices.size() <= 4)
                for (std::uint32_t s = 0; s <= all; ++s)
                    states.push_back({s, 0});
            for (std::size_t i = 0; i < question.choices.size(); ++i)
                states.push_back({1U << i, 0});
            const int drawn = question.choices.size() > 10 ? 2 : 4;
            for (int i = 0; i < drawn; ++i) {
                const auto on = static_cast<std::uint32_t>(random()) & all;
                states.push_back({on, static_cast<std::uint32_t>(random() & random()) & second.practices});
            }
            for (const auto ticks : states) {
                const auto e = explain(question, build::select(question, ticks.selected, ticks.notApplicable));
                const bool unanswered = (ticks.selected | ticks.notApplicable) == 0;
                const auto want = unanswered ? std::vector<Lowering>{} : expected(question, second, ticks, e.state);
                if (e.toLower != want)
                    QFAIL(qPrintable(QString::fromStdString(question.id) + QStringLiteral(": ") +
                                     dump(question, e.toLower) + QStringLiteral(" instead of ") +
                                     dump(question, want)));
            }
        }
}

QTEST_APPLESS_MAIN(tst_explain)
#include "tst_explain.moc"
