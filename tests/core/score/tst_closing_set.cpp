// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Closing sets: no smaller set of practices does it. On the corpus every state is compared with a search over all sets
// that shares no code with core/lens.
#include "core/lens/explain.h"
#include "core/score/plan.h"
#include "tests/core/lens/brute_force.h"
#include "tests/core/lens/corpus.h"
#include "tests/core/score/score_builders.h"

#include <QTest>

#include <array>
#include <bit>

using namespace plumb;
using namespace plumb::test;

namespace {

constexpr int kFar = 99;

/// For every set of practices ticked: the fewest further ones after which the question has exactly a level.
class Distances {
public:
    explicit Distances(const brute::Question& question) : m_practices(std::popcount(question.practices)) {
        for (std::uint32_t bit = 0; bit < 32; ++bit)
            if ((question.practices >> bit & 1U) != 0)
                m_bits.push_back(bit);
        const std::size_t states = std::size_t{1} << m_practices;
        for (auto& level : m_fewest)
            level.assign(states, kFar);
        for (std::size_t s = states; s-- > 0;)
            for (int level = 0; level < 3; ++level) {
                int& fewest = m_fewest[static_cast<std::size_t>(level)][s];
                // Nothing ticked is not answered, whatever the rules say.
                if (s != 0 && question.level({toTicks(s), 0}) == level)
                    fewest = 0;
                for (std::size_t k = 0; k < m_bits.size(); ++k)
                    if ((s >> k & 1U) == 0)
                        fewest =
                            std::min(fewest, 1 + m_fewest[static_cast<std::size_t>(level)][s | std::size_t{1} << k]);
            }
    }
    [[nodiscard]] std::size_t states() const { return std::size_t{1} << m_practices; }
    [[nodiscard]] std::uint32_t toTicks(std::size_t state) const {
        std::uint32_t ticks = 0;
        for (std::size_t k = 0; k < m_bits.size(); ++k)
            ticks |= (state >> k & 1U) != 0 ? 1U << m_bits[k] : 0U;
        return ticks;
    }
    [[nodiscard]] int fewest(int level, std::size_t state) const {
        return m_fewest[static_cast<std::size_t>(level)][state];
    }

private:
    int m_practices = 0;
    std::vector<std::uint32_t> m_bits;
    std::array<std::vector<int>, 3> m_fewest;
};

/// A review of one question.
TestReview reviewOf(const lens::Question& question) {
    lens::Lens lens;
    lens.id = "L";
    lens.pillars.push_back({"P", "P", {question}});
    TestReview t;
    t.add(std::make_shared<const lens::Lens>(std::move(lens)));
    return t;
}

void setTicks(TestReview& t, const lens::Question& question, std::uint32_t ticks) {
    review::Answer& answer = t.answer("L", question.id);
    answer.choices.clear();
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        if ((ticks >> i & 1U) != 0)
            answer.choices[question.choices[i].id].status = review::ChoiceStatus::Selected;
}

QString words(const std::vector<review::PracticeRef>& practices) {
    QStringList ids;
    for (const auto& practice : practices)
        ids << QString::fromStdString(practice.choice);
    return ids.join(QLatin1Char(' '));
}

/// Five practices of which any two give no risk, and a review of it.
TestReview anyTwo(const std::vector<std::pair<std::string, lens::Severity>>& severities) {
    const std::vector<std::string> ids{"aaa", "bbb", "ccc", "ddd", "eee", "fff", "ggg"};
    std::string rule;
    for (std::size_t i = 0; i < ids.size(); ++i)
        for (std::size_t k = i + 1; k < ids.size(); ++k)
            rule += (rule.empty() ? "" : " || ") + ("(" + ids[i] + " && " + ids[k] + ")");
    std::vector<std::string> choices = ids;
    choices.push_back("none_no");
    TestReview t;
    lens::Overlay overlay;
    for (const auto& [id, severity] : severities)
        overlay.questions["any"].choices[id].severity = severity;
    t.add(makeLens("L", {pillarJson("security",
                                    {questionJson("any", choices, {{rule, "NO_RISK"}, {"default", "HIGH_RISK"}})})}),
          overlay);
    return t;
}

} // namespace

class TestClosingSet : public QObject {
    Q_OBJECT

private slots:
    void takesTheEarliestOfEqualSets() {
        TestReview t = anyTwo({});
        t.tick("L", "any", {"none_no"});
        QCOMPARE(words(score::closingSet(t.review, {"L", "any"})), QStringLiteral("aaa bbb"));
    }

    void prefersTheSeverePracticesAmongAllSetsOfTheLeastSize() {
        // 21 pairs: the best one is the last, beyond the sixteen that an explanation shows.
        TestReview t = anyTwo({{"fff", lens::Severity::High}, {"ggg", lens::Severity::Medium}});
        t.tick("L", "any", {"none_no"});
        QCOMPARE(words(score::closingSet(t.review, {"L", "any"})), QStringLiteral("fff ggg"));
        t.answer("L", "any") = {};
        t.tick("L", "any", {"aaa"});
        QCOMPARE(words(score::closingSet(t.review, {"L", "any"})), QStringLiteral("fff"));
    }

    void goesAsFarDownAsItGoes() {
        TestReview t;
        t.add(makeLens("L",
                       {pillarJson("security", {questionJson("half", {"aaa", "bbb"},
                                                             {{"aaa && bbb", "MEDIUM_RISK"}, {"default", "HIGH_RISK"}}),
                                                questionJson("stuck", {"aaa", "bbb"}, {{"default", "HIGH_RISK"}})})}));
        t.tick("L", "half", {"aaa"});
        t.tick("L", "stuck", {"aaa"});
        QCOMPARE(words(score::closingSet(t.review, {"L", "half"})), QStringLiteral("bbb"));
        t.tick("L", "half", {"bbb"});
        QVERIFY(score::closingSet(t.review, {"L", "half"}).empty());
        QVERIFY(score::closingSet(t.review, {"L", "stuck"}).empty());
    }

    void namesAPracticeInPlaceWhenOnlyANoneChoiceIsInTheWay() {
        TestReview t;
        t.add(makeLens(
            "L", {pillarJson("security", {questionJson("strict", {"aaa", "bbb", "none_no"},
                                                       {{"bbb && !none_no", "NO_RISK"}, {"default", "HIGH_RISK"}})})}));
        t.tick("L", "strict", {"bbb", "none_no"});
        const auto set = score::closingSet(t.review, {"L", "strict"});
        QCOMPARE(words(set), QStringLiteral("bbb"));
        QCOMPARE(score::whatIf(t.review, t.scores(), set).after.high, 0);
    }

    void isEmptyWhereThereIsNothingToClose() {
        TestReview t = anyTwo({});
        QVERIFY(score::closingSet(t.review, {"L", "any"}).empty()); // not answered
        t.tick("L", "any", {"aaa", "bbb"});
        QVERIFY(score::closingSet(t.review, {"L", "any"}).empty()); // no risk
        QVERIFY(score::closingSet(t.review, {"L", "other"}).empty());
        QVERIFY(score::closingSet(t.review, {"M", "any"}).empty());
        t.answer("L", "any") = {};
        t.tick("L", "any", {"aaa"});
        t.excludeQuestion("L", "any");
        QVERIFY(score::closingSet(t.review, {"L", "any"}).empty());
    }

    void leavesOutWhatIsNotApplicable() {
        TestReview t = anyTwo({{"aaa", lens::Severity::High}});
        t.exclude("L", "any", {"aaa"}); // satisfied where it stands, and no practice to adopt
        QCOMPARE(words(score::closingSet(t.review, {"L", "any"})), QStringLiteral("bbb"));
    }

    void isMinimalInEveryStateOfTheCorpus_data() {
        if (corpus::names("lenses").empty())
            QSKIP("the shared corpus is not there");
        QTest::addColumn<QString>("file");
        for (const auto& name : corpus::names("lenses"))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    /// Every state of a question with at most 8 practices, every 61st of a larger one, and each none-choice alone; of
    /// both the closing set and the sets of the explanation.
    void isMinimalInEveryStateOfTheCorpus() {
        QFETCH(QString, file);
        const auto read = lens::readLens(corpus::bytes("lenses", file.toStdString()));
        for (const auto& pillar : read.lens->pillars)
            for (const auto& question : pillar.questions) {
                const brute::Question second(question);
                const Distances distances(second);
                QVERIFY(distances.states() <= std::size_t{1} << 15);
                TestReview t = reviewOf(question);
                for (std::size_t s = 0; s<distances.states(); s += distances.states()> 256 ? 61 : 1)
                    check(t, question, second, distances, s, distances.toTicks(s));
                for (std::uint32_t none = 1; none != 0 && none <= second.noneChoices; none <<= 1U)
                    if ((second.noneChoices & none) != 0)
                        check(t, question, second, distances, 0, none);
            }
    }

private:
    static void check(TestReview& t, const lens::Question& question, const brute::Question& second,
                      const Distances& distances, std::size_t state, std::uint32_t ticks) {
        setTicks(t, question, ticks);
        const QuestionKey key{"L", question.id};
        const auto explained = lens::explain(question, review::toSelection(question, t.review.answer(key)));
        const int level = ticks == 0 ? 0 : second.level({ticks, 0}); // nothing ticked: nothing to lower
        const int from = level == brute::Question::kUnmatched ? static_cast<int>(question.worstReachable) : level;
        const int lowest = distances.fewest(0, state) < kFar ? 0 : 1;
        int wanted = 0;
        if (from > lowest && distances.fewest(lowest, state) < kFar)
            wanted = distances.fewest(lowest, state);
        const auto set = score::closingSet(t.review, key);
        QCOMPARE(static_cast<int>(set.size()), std::max(wanted, set.empty() ? 0 : 1));
        if (!set.empty()) {
            const auto after = score::whatIf(t.review, t.scores(), set);
            QCOMPARE(static_cast<int>(after.scores.question(key)->state), lowest);
        }
        for (const lens::Lowering& lowering : explained.toLower)
            QCOMPARE(static_cast<int>(lowering.practices.size()),
                     distances.fewest(static_cast<int>(lowering.reaches), state));
        for (int lower = 0; lower < from; ++lower) {
            const bool reachable = distances.fewest(lower, state) < kFar;
            const bool found = std::ranges::any_of(explained.toLower, [&](const lens::Lowering& lowering) {
                return static_cast<int>(lowering.reaches) == lower;
            });
            QCOMPARE(found, reachable);
        }
    }
};

QTEST_APPLESS_MAIN(TestClosingSet)
#include "tst_closing_set.moc"
