// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conditions: the grammar with its error positions, and what a choice that is not applicable is worth.
#include "core/lens/rule.h"
#include "tests/core/lens/brute_force.h"
#include "tests/core/lens/builders.h"
#include "tests/core/lens/corpus.h"

#include "core/lens/reader.h"

#include <QtTest>

#include <random>

using namespace plumb;
using namespace plumb::lens;

namespace {

const std::vector<std::string> kIds{"aa", "bb", "cc", "dd"};

/// The tree in words: "or(and(aa,bb),not(cc))".
std::string dump(const Condition& c, std::size_t node) {
    const auto& n = c.nodes[node];
    std::string out;
    switch (n.kind) {
    case Condition::Kind::Default:
        return "default";
    case Condition::Kind::Id:
        return n.choice == Condition::kUnknown ? "?" : kIds[n.choice];
    case Condition::Kind::Not:
        out = "not(";
        break;
    case Condition::Kind::And:
        out = "and(";
        break;
    case Condition::Kind::Or:
        out = "or(";
        break;
    }
    for (std::size_t i = 0; i < n.children.size(); ++i)
        out += (i > 0 ? "," : "") + dump(c, n.children[i]);
    return out + ")";
}

} // namespace

class tst_rule : public QObject {
    Q_OBJECT
private slots:
    void readsTheGrammar_data();
    void readsTheGrammar();
    void saysWhereItDoesNotParse_data();
    void saysWhereItDoesNotParse();
    void childrenComeBeforeParentsAndKnowTheirText();
    void boundsNestingAndLength();
    void collectsUnknownIdsOnce();
    void takesTheFirstOfEqualIdsAndManyChoices();
    void valuesNotApplicableWhereItStands_data();
    void valuesNotApplicableWhereItStands();
    void statesFollowTheAwsTool();
    void noneChoicesAreNeverNotApplicable();
    void shortSelectionsCountAsNothingTicked();
    void agreesWithTheSecondEvaluatorOnRandomConditions();
    void agreesWithTheSecondEvaluatorOnTheCorpus();
    void namesStates();
};

void tst_rule::readsTheGrammar_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
    };
    row("default", "default");
    row("  default\n", "default");
    row("aa", "aa");
    row(" ( ( aa ) ) ", "aa");
    row("aa && bb || cc", "or(and(aa,bb),cc)");
    row("aa || bb && cc", "or(aa,and(bb,cc))");
    row("aa && bb && cc", "and(aa,bb,cc)");
    row("(aa && bb) && cc", "and(and(aa,bb),cc)");
    row("aa&&(bb||cc)", "and(aa,or(bb,cc))");
    row("!aa && bb", "and(not(aa),bb)");
    row("!(aa && bb)", "not(and(aa,bb))");
    row("! ! aa", "not(not(aa))");
    row("!(aa)", "not(aa)");
    row("((aa)) && bb", "and(aa,bb)");
    row("aa && aa", "and(aa,aa)");
    row("\taa\r\n&&\tbb ", "and(aa,bb)");
    row("default || aa", "or(?,aa)");
    row("(default)", "?");
    row("zz", "?");
}

void tst_rule::readsTheGrammar() {
    QFETCH(QString, text);
    QFETCH(QString, tree);
    const auto c = parseCondition(text.toStdString(), kIds);
    QVERIFY2(c.has_value(), c.has_value() ? "" : c.error().text.c_str());
    QCOMPARE(QString::fromStdString(dump(*c, c->nodes.size() - 1)), tree);
    QCOMPARE(c->isDefault(), tree == QStringLiteral("default"));
}

void tst_rule::saysWhereItDoesNotParse_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* text, int offset, const char* what) {
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("offset %1").arg(offset)
                            << QString::fromUtf8(what);
    };
    row("", 0, "the condition is empty");
    row("   ", 3, "the condition is empty");
    row("aa &&", 5, "a choice id, \"!\" or \"(\" is expected, but the condition ends here");
    row("&& aa", 0, "a choice id");
    row("aa bb", 3, "\"&&\", \"||\" or the end is expected, but \"b\" stands here");
    row("aa & bb", 4, "a second \"&\" is expected, but \" \" stands here");
    row("aa | bb", 4, "a second \"|\" is expected");
    row("aa &", 4, "a second \"&\" is expected, but the condition ends here");
    row("(aa", 3, "\")\", \"&&\" or \"||\" is expected");
    row("aa)", 2, "a \")\" without its \"(\"");
    row("()", 1, "a choice id");
    row("!", 1, "a choice id");
    row("aa && !", 7, "a choice id");
    row("a-b", 1, "\"&&\", \"||\" or the end is expected, but \"-\" stands here");
    row("aa == 2", 3, "but \"=\" stands here");
    row("\"aa\"", 0, "but \"\"\" stands here");
    row("aa && \xC3\xA9", 6, "but \"\u00e9\" stands here");
    row("aa &&& bb", 5, "a choice id");
    row("aa and bb", 3, "\"&&\", \"||\" or the end");
}

void tst_rule::saysWhereItDoesNotParse() {
    QFETCH(QString, text);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const auto c = parseCondition(text.toStdString(), kIds);
    QVERIFY(!c.has_value());
    QCOMPARE(QString::fromStdString(c.error().id), QStringLiteral("rule.syntax"));
    QCOMPARE(QString::fromStdString(c.error().where), where);
    QVERIFY2(QString::fromStdString(c.error().text).contains(what), c.error().text.c_str());
}

void tst_rule::childrenComeBeforeParentsAndKnowTheirText() {
    const std::string text = " (aa) && (bb || !cc) ";
    const auto c = parseCondition(text, kIds);
    QVERIFY(c.has_value());
    QStringList parts;
    for (std::size_t i = 0; i < c->nodes.size(); ++i) {
        for (const auto child : c->nodes[i].children)
            QVERIFY(child < i);
        parts << QString::fromStdString(text.substr(c->nodes[i].begin, c->nodes[i].end - c->nodes[i].begin));
    }
    QCOMPARE(parts.join(QLatin1Char('|')), QStringLiteral("aa|bb|cc|!cc|bb || !cc|(aa) && (bb || !cc)"));
}

void tst_rule::boundsNestingAndLength() {
    const auto nested = [](std::size_t n) { return std::string(n, '(') + "aa" + std::string(n, ')'); };
    QVERIFY(parseCondition(nested(200), kIds).has_value());
    const auto deep = parseCondition(nested(201), kIds);
    QVERIFY(!deep.has_value());
    QCOMPARE(QString::fromStdString(deep.error().where), QStringLiteral("offset 200"));
    QVERIFY(parseCondition(std::string(200, '!') + "aa", kIds).has_value());
    QVERIFY(!parseCondition(std::string(9000, '!') + "aa", kIds).has_value());
    QVERIFY(!parseCondition(nested(9000), kIds).has_value());
    std::string chain = "aa";
    while (chain.size() < 19'990)
        chain += "||bb";
    QVERIFY(parseCondition(chain, kIds).has_value());
    QVERIFY(!parseCondition(chain + std::string(20, ' '), kIds).has_value());
}

void tst_rule::collectsUnknownIdsOnce() {
    const auto c = parseCondition("xx && aa && (xx || yy)", kIds);
    QVERIFY(c.has_value());
    QCOMPARE(c->unknownIds, (std::vector<std::string>{"xx", "yy"}));
    const Question q = build::question(kIds, {{"xx || !yy", Risk::High}, {"default", Risk::None}});
    QCOMPARE(evaluate(q, build::select(q, {"aa"})), State::High); // an unknown id is never satisfied
}

void tst_rule::takesTheFirstOfEqualIdsAndManyChoices() {
    std::vector<std::string> ids;
    for (int i = 0; i < 5000; ++i)
        ids.push_back("c" + std::to_string(i));
    ids.push_back("c7");
    const auto c = parseCondition("c7 && c4999", ids);
    QVERIFY(c.has_value());
    QCOMPARE(c->nodes[0].choice, 7U);
    QCOMPARE(c->nodes[1].choice, 4999U);
}

void tst_rule::valuesNotApplicableWhereItStands_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("notApplicable");
    QTest::addColumn<bool>("value");
    const auto row = [](const char* condition, const char* selected, const char* na, bool value) {
        QTest::newRow(qPrintable(QStringLiteral("%1 with %2 na %3")
                                     .arg(QLatin1String(condition), QLatin1String(selected), QLatin1String(na))))
            << QString::fromUtf8(condition) << QString::fromUtf8(selected) << QString::fromUtf8(na) << value;
    };
    row("aa", "", "aa", true);
    row("(aa)", "", "aa", true);
    row("!aa", "", "aa", false);
    row("!(aa)", "", "aa", false);
    row("!!aa", "", "aa", true); // an even number of '!' is no negation
    row("!!!aa", "", "aa", false);
    row("aa && bb", "bb", "aa", true);
    row("aa && bb", "", "aa", false);
    row("aa && bb", "", "aa bb", true);
    row("!aa && bb", "bb", "aa", true);
    row("!!aa && bb", "bb", "aa", true);
    row("((aa)) && bb", "bb", "aa", true);
    row("(!(aa)) && bb", "bb", "aa", true);
    row("aa || bb", "", "aa", false);
    row("aa || bb", "bb", "aa", true);
    row("aa || bb", "", "aa bb", false);
    row("!aa || bb", "", "aa", false);
    row("!!aa || bb", "", "aa", false);
    row("((aa)) || bb", "", "aa", false);
    row("aa && (bb || cc)", "cc", "aa bb", true);
    row("aa && (bb || cc)", "", "aa bb", false); // the compound term is evaluated as usual
    row("aa || (bb && cc)", "cc", "aa bb", true);
    row("aa || (bb && cc)", "", "aa bb", false);
    row("(aa && bb)", "", "aa bb", true);
    row("!(aa && bb)", "bb", "aa", false);
    row("!(aa && bb)", "", "aa", true);
    row("!(aa || bb)", "", "aa", true);
    row("!(aa || bb) && cc", "cc", "aa", true);
    row("aa && aa", "", "aa", true);
    row("aa || aa", "", "aa", false);
    row("aa && bb", "aa bb", "aa", true); // both selected and not applicable is not applicable
    row("aa || bb", "aa", "aa", false);
    row("default", "", "aa", true);
}

void tst_rule::valuesNotApplicableWhereItStands() {
    QFETCH(QString, condition);
    QFETCH(QString, selected);
    QFETCH(QString, notApplicable);
    QFETCH(bool, value);
    const Question q = build::question(kIds, {{condition.toStdString(), Risk::None}});
    const auto ids = [](const QString& list) {
        std::vector<std::string> out;
        for (const auto& id : list.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            out.push_back(id.toStdString());
        return out;
    };
    const Selection s = build::select(q, ids(selected), ids(notApplicable));
    QCOMPARE(holds(q.rules[0].condition, s), value);
    std::uint32_t on = 0, na = 0;
    for (std::size_t i = 0; i < kIds.size(); ++i) {
        on |= s.selected[i] ? 1U << i : 0;
        na |= s.notApplicable[i] ? 1U << i : 0;
    }
    QCOMPARE(brute::Question(q).level({on, na}) == 0, value);
}

/// The observations of the domain notes (gates G1, G3, G5, G9).
void tst_rule::statesFollowTheAwsTool() {
    const Question q =
        build::question({"aa", "bb", "cc", "dd", "none_no"},
                        {{"aa && bb && cc && dd", Risk::None}, {"aa || bb", Risk::Medium}, {"default", Risk::High}});
    const auto state = [&](std::vector<std::string> on, std::vector<std::string> na = {}) {
        return evaluate(q, build::select(q, on, na));
    };
    QCOMPARE(state({}), State::Unanswered);
    QCOMPARE(state({"aa", "bb", "cc"}, {"dd"}), State::None);   // three of four and the fourth not applicable
    QCOMPARE(state({}, {"aa", "bb", "cc", "dd"}), State::None); // all not applicable and nothing selected
    QCOMPARE(state({}, {"dd"}), State::High);                   // one not applicable and nothing selected
    QCOMPARE(state({}, {"aa"}), State::High);                   // not satisfied in the "||" alternative
    QCOMPARE(state({"cc"}), State::High);
    QCOMPARE(state({"aa"}), State::Medium);
    QCOMPARE(state({"none_no"}), State::High);
    QCOMPARE(state({"aa", "bb", "cc", "dd", "none_no"}), State::None); // none-choices are ids like others
    Selection off = build::select(q, {"aa"});
    off.applicable = false;
    QCOMPARE(evaluate(q, off), State::NotApplicable);

    const Question noDefault = build::question({"aa", "bb"}, {{"aa && bb", Risk::None}});
    QCOMPARE(evaluate(noDefault, build::select(noDefault, {"aa"})), State::Unmatched);
    QCOMPARE(evaluate(noDefault, build::select(noDefault, std::vector<std::string>{})), State::Unanswered);

    const Question order =
        build::question({"aa", "bb"}, {{"aa", Risk::High}, {"aa && bb", Risk::None}, {"default", Risk::Medium}});
    QCOMPARE(evaluate(order, build::select(order, {"aa", "bb"})), State::High); // the first true rule decides
}

void tst_rule::noneChoicesAreNeverNotApplicable() {
    const Question q = build::question({"aa", "none_no"}, {{"none_no", Risk::High}, {"default", Risk::None}});
    QCOMPARE(evaluate(q, build::select(q, {}, {"none_no"})), State::Unanswered);
    QCOMPARE(evaluate(q, build::select(q, {"none_no"}, {"none_no"})), State::High);
    QCOMPARE(evaluate(q, build::select(q, {}, {"aa", "none_no"})), State::None);
}

void tst_rule::shortSelectionsCountAsNothingTicked() {
    const Question q = build::question({"aa", "bb"}, {{"aa && !bb", Risk::None}, {"default", Risk::High}});
    QCOMPARE(evaluate(q, Selection{}), State::Unanswered);
    QCOMPARE(evaluate(q, Selection{{true}, {}, true}), State::None);
    Selection tooLong{{true, false, true, true}, {false, false, true, true}, true};
    QCOMPARE(evaluate(q, tooLong), State::None);
}

void tst_rule::agreesWithTheSecondEvaluatorOnRandomConditions() {
    std::mt19937 random(20261122);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::function<std::string(int)> make = [&](int depth) -> std::string {
        const int kind = depth == 0 ? 0 : pick(6);
        if (kind <= 1)
            return kIds[static_cast<std::size_t>(pick(4))];
        if (kind == 2)
            return "!" + make(depth - 1);
        if (kind == 3)
            return "(" + make(depth - 1) + ")";
        std::string out = make(depth - 1);
        for (int i = 0; i <= pick(2); ++i)
            out += (kind == 4 ? " && " : " || ") + make(depth - 1);
        return out;
    };
    for (int round = 0; round < 400; ++round) {
        const std::string text = make(4);
        const Question q = build::question(kIds, {{text, Risk::None}});
        const brute::Question second(q);
        for (std::uint32_t on = 0; on < 16; ++on)
            for (const std::uint32_t na : {0U, 1U, 6U, 9U, 15U})
                if (holds(q.rules[0].condition, build::select(q, on, na)) != (second.level({on, na}) == 0))
                    QFAIL(qPrintable(
                        QStringLiteral("%1 with %2 na %3").arg(QString::fromStdString(text)).arg(on).arg(na)));
    }
}

void tst_rule::agreesWithTheSecondEvaluatorOnTheCorpus() {
    if (corpus::names("lenses").empty())
        QSKIP("the shared corpus is not there");
    std::mt19937 random(7);
    std::size_t compared = 0;
    for (const auto& name : corpus::names("lenses")) {
        const auto read = readLens(corpus::bytes("lenses", name));
        for (const auto& pillar : read.lens->pillars)
            for (const auto& q : pillar.questions) {
                const brute::Question second(q);
                for (int round = 0; round < 40; ++round) {
                    const auto all = (1U << q.choices.size()) - 1U;
                    const auto on = static_cast<std::uint32_t>(random()) & all;
                    const auto na = static_cast<std::uint32_t>(random() & random()) & all & ~second.noneChoices;
                    const State have = evaluate(q, build::select(q, on, na));
                    const int level = second.level({on, na});
                    const State want = (on | na) == 0                         ? State::Unanswered
                                       : level == brute::Question::kUnmatched ? State::Unmatched
                                                                              : static_cast<State>(level);
                    if (have != want)
                        QFAIL(qPrintable(QString::fromStdString(name + " " + q.id)));
                    ++compared;
                }
            }
    }
    QVERIFY(compared > 20'000);
}

void tst_rule::namesStates() {
    QCOMPARE(toText(Risk::Medium), std::string_view("MEDIUM"));
    QStringList names;
    for (const State s :
         {State::None, State::Medium, State::High, State::Unanswered, State::NotApplicable, State::Unmatched})
        names << QString::fromUtf8(toText(s).data());
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("NONE MEDIUM HIGH UNANSWERED NOT_APPLICABLE UNMATCHED"));
}

QTEST_APPLESS_MAIN(tst_rule)
#include "tst_rule.moc"
