// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold between any two states, tried on random pairs with a fixed seed: 10,000 where the compiler optimises
// (as CI builds), 400 where it does not. PLUMB_COMPARE_PAIRS=1000000 tries more.
#include "tests/core/compare/compare_builders.h"

#include <QTest>

#include <cmath>
#include <map>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::test;
using compare::Change;
using compare::Comparison;
using compare::State;

namespace {

/// Small and quick: ten thousand pairs are drawn here, and rapidcheck only gives the seed of each.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::size_t below(std::size_t bound) {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }
    bool oneIn(std::size_t n) { return below(n) == 0; }

private:
    std::uint64_t m_state;
};

Json anyQuestion(Dice& dice, int number) {
    static const std::vector<std::string> kChoices{"aaa", "bbb", "ccc", "ddd"};
    std::vector<std::string> choices{"none_no"};
    for (const std::string& choice : kChoices)
        if (!dice.oneIn(4))
            choices.push_back(choice);
    const auto term = [&] { return std::string(dice.oneIn(5) ? "!" : "") + choices[dice.below(choices.size())]; };
    const auto condition = [&] {
        std::string text = term();
        for (std::size_t more = dice.below(3); more > 0; --more)
            text += (dice.oneIn(2) ? " && " : " || ") + term();
        return text;
    };
    std::vector<RuleText> rules{{condition(), "NO_RISK"}, {condition(), "MEDIUM_RISK"}};
    if (!dice.oneIn(4))
        rules.emplace_back("default", "HIGH_RISK"); // else some states match no rule
    return questionJson("q" + std::to_string(number), choices, rules);
}

/// Versions of two lenses: the same questions mostly, with others' rules and choices, some gone, some new.
const std::vector<std::shared_ptr<const lens::Lens>>& versionsOf(const std::string& id) {
    static std::map<std::string, std::vector<std::shared_ptr<const lens::Lens>>> all;
    auto& versions = all[id];
    Dice dice(id == "A" ? 11 : 12);
    std::map<int, Json> kept;
    while (versions.size() < 12) {
        std::vector<Json> first, second;
        for (int n = 1; n <= 6; ++n) {
            if (!kept.contains(n) || dice.oneIn(4))
                kept[n] = anyQuestion(dice, n);
            if (!dice.oneIn(6))
                (dice.oneIn(3) ? second : first).push_back(kept[n]);
        }
        first.push_back(anyQuestion(dice, 7));
        second.push_back(anyQuestion(dice, 8));
        versions.push_back(makeLens(id, {pillarJson("security", first), pillarJson("reliability", second)}));
    }
    return versions;
}

void answerAll(Dice& dice, TestReview& t, const lens::Lens& lens) {
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions) {
            if (dice.oneIn(4))
                continue;
            review::Answer& answer = t.answer(lens.id, question.id);
            answer.applicable = !dice.oneIn(6);
            for (const lens::Choice& choice : question.choices) {
                const std::size_t roll = dice.below(10);
                if (roll < 5)
                    answer.choices[choice.id].status = review::ChoiceStatus::Selected;
                else if (roll == 5 && !choice.isNone)
                    answer.choices[choice.id].status = review::ChoiceStatus::NotApplicable;
            }
            if (dice.oneIn(5))
                answer.note = "n" + std::to_string(dice.below(2));
        }
}

TestReview anyReview(Dice& dice) {
    TestReview t;
    for (const std::string id : {"A", "B"}) {
        if (dice.oneIn(8))
            continue;
        const auto& versions = versionsOf(id);
        // Every other time the first version, so that many pairs have one in common.
        const auto& lens = versions[dice.oneIn(2) ? 0 : dice.below(versions.size())];
        lens::Overlay& overlay = t.add(lens);
        if (dice.oneIn(3))
            for (int n = 1; n <= 8; ++n)
                overlay.questions["q" + std::to_string(n)].weight = 0.1 + static_cast<double>(dice.below(40)) / 7.0;
        answerAll(dice, t, *lens);
    }
    return t;
}

/// Some of the answers of another review, so that pairs share most of theirs.
void mixIn(Dice& dice, TestReview& t, const TestReview& other) {
    for (const auto& [key, answer] : other.review.answers)
        if (!dice.oneIn(3) && t.review.findQuestion(key))
            t.review.answers[key] = answer;
}

struct TwoStates {
    State before, after;
    explicit TwoStates(std::uint64_t seed) {
        Dice dice(seed);
        const TestReview a = anyReview(dice);
        TestReview b = anyReview(dice);
        mixIn(dice, b, a);
        before = stateFrom(a, "before", false);
        after = stateFrom(b, "after", false);
    }
};

int pairs() {
    const int wanted = qEnvironmentVariableIntValue("PLUMB_COMPARE_PAIRS");
#ifdef __OPTIMIZE__
    return wanted > 0 ? wanted : 10000;
#else
    return wanted > 0 ? wanted : 400;
#endif
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

Change mirrored(Change change) {
    static const std::map<Change, Change> kMirror{{Change::Improved, Change::Worsened},
                                                  {Change::Worsened, Change::Improved},
                                                  {Change::FirstAnswer, Change::Unanswered},
                                                  {Change::Unanswered, Change::FirstAnswer},
                                                  {Change::New, Change::Retired},
                                                  {Change::Retired, Change::New}};
    const auto found = kMirror.find(change);
    return found == kMirror.end() ? change : found->second;
}

bool negated(const compare::ScoreCauses& a, const compare::ScoreCauses& b) {
    return near(a.betterAnswers, -b.worseAnswers) && near(a.worseAnswers, -b.betterAnswers) &&
           near(a.firstAnswers, -b.lostAnswers) && near(a.lostAnswers, -b.firstAnswers) && near(a.lens, -b.lens) &&
           near(a.scope, -b.scope) && near(a.weights, -b.weights);
}

bool hasAnswer(lens::State state) {
    return state != lens::State::Unanswered && state != lens::State::NotApplicable;
}

} // namespace

class TestCompareProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qputenv("RC_PARAMS", "seed=20261122 max_size=10 max_success=" + QByteArray::number(pairs()));
    }

    void causesSumToTheChangeAndSwappingSidesNegates() {
        int known = 0, moved = 0;
        QVERIFY(rc::check("causes", [&] {
            const TwoStates two(*rc::gen::arbitrary<std::uint64_t>());
            const Comparison there = compare::compareStates(two.before, two.after);
            const compare::ScoreCauses& causes = there.causes;
            RC_ASSERT(causes.known == (there.before.score && there.after.score));
            if (!causes.known) {
                RC_ASSERT(causes.sum() == 0.0);
                return;
            }
            ++known;
            moved += causes.before != causes.after;
            RC_ASSERT(near(causes.sum(), *there.after.score - *there.before.score));
            RC_ASSERT((causes.betterAnswers >= 0 && causes.worseAnswers <= 0));
            double points = 0;
            for (const compare::QuestionChange& question : there.questions)
                points += question.points;
            RC_ASSERT(
                near(points, causes.betterAnswers + causes.worseAnswers + causes.firstAnswers + causes.lostAnswers));
            RC_ASSERT(negated(causes, compare::compareStates(two.after, two.before).causes));
        }));
        QVERIFY2(known > pairs() / 2 && moved > pairs() / 4, "the pairs say too little");
    }

    void everyQuestionIsInOneClassThatItsStatesAllow() {
        std::map<Change, int> seen;
        QVERIFY(rc::check("classes", [&] {
            const TwoStates two(*rc::gen::arbitrary<std::uint64_t>());
            const Comparison there = compare::compareStates(two.before, two.after);
            const Comparison back = compare::compareStates(two.after, two.before);
            std::map<QuestionKey, Change> reverse;
            for (const auto& question : back.questions)
                reverse.emplace(question.key, question.change);
            int counted = 0, olds = 0, news = 0;
            for (std::size_t i = 0; i < compare::kChanges; ++i)
                counted += there.count(static_cast<Change>(i));
            for (const auto& q : there.questions) {
                ++seen[q.change];
                olds += q.hadBefore;
                news += q.hasAfter;
                RC_ASSERT(reverse.at(q.key) == mirrored(q.change));
                RC_ASSERT((q.change == Change::New) == !q.hadBefore);
                RC_ASSERT((q.change == Change::Retired) == !q.hasAfter);
                if (q.change == Change::Improved || q.change == Change::Worsened)
                    RC_ASSERT((hasAnswer(q.from) && hasAnswer(q.to) && q.from != q.to));
            }
            RC_ASSERT(counted == static_cast<int>(there.questions.size()));
            RC_ASSERT(reverse.size() == there.questions.size());
            RC_ASSERT((olds == there.before.questions && news == there.after.questions));
        }));
        QCOMPARE(seen.size(), compare::kChanges); // the generator reaches every class
    }

    void equalStatesGiveNoChange() {
        QVERIFY(rc::check("equal", [] {
            const TwoStates two(*rc::gen::arbitrary<std::uint64_t>());
            const Comparison none = compare::compareStates(two.before, two.before);
            RC_ASSERT(none.count(Change::Unchanged) == static_cast<int>(none.questions.size()));
            const compare::ScoreCauses& c = none.causes;
            for (const double part :
                 {c.betterAnswers, c.worseAnswers, c.firstAnswers, c.lostAnswers, c.lens, c.scope, c.weights})
                RC_ASSERT(part == 0.0);
        }));
    }

    void cellsAgreeWithTheScoresOfEachSide() {
        int tried = 0;
        QVERIFY(rc::check("cells", [&] {
            const TwoStates two(*rc::gen::arbitrary<std::uint64_t>());
            if (++tried > 200)
                return;
            for (const auto& cell : compare::compareStates(two.before, two.after).cells) {
                RC_ASSERT(cell.before == two.before.scores.cell(two.before.review, cell.lens, cell.framework));
                RC_ASSERT(cell.after == two.after.scores.cell(two.after.review, cell.lens, cell.framework));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestCompareProperties)
#include "tst_compare_properties.moc"
