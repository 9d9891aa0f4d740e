// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of answers when a review takes another version of a questionnaire.
#include "core/compare/upgrade.h"
#include "tests/core/compare/compare_builders.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;
using compare::UpgradePlan;

namespace {

std::shared_ptr<const lens::Lens> lensOf(const std::vector<Json>& questions, const std::string& pillar = "security") {
    return makeLens("L", {pillarJson(pillar, questions)});
}

UpgradePlan planOf(const TestReview& t, const std::shared_ptr<const lens::Lens>& to) {
    return compare::planUpgrade(t.review, "L", *to, {});
}

/// "q1: its rules changed".
QString confirmText(const UpgradePlan& plan) {
    QStringList lines;
    for (const compare::ReconfirmAnswer& each : plan.reconfirm)
        lines << QString::fromStdString(each.question + ": " + each.why);
    return lines.join(QStringLiteral(" | "));
}

QString dropText(const UpgradePlan& plan) {
    QStringList lines;
    for (const compare::DroppedAnswer& each : plan.dropped)
        lines << QString::fromStdString(each.question + "/" + each.choice + ": " + each.why);
    return lines.join(QStringLiteral(" | "));
}

} // namespace

class TestUpgrade : public QObject {
    Q_OBJECT

private slots:
    void theSameVersionCarriesEverythingAsItIs() {
        TestReview t = reviewWith(3);
        t.tick("L", "q1", {"aaa"});
        t.excludeQuestion("L", "q2");
        t.answer("L", "q3").note = "Not asked yet";
        const UpgradePlan plan = planOf(t, t.review.lenses[0].lens);
        QVERIFY(plan.changes.empty() && plan.reconfirm.empty() && plan.dropped.empty());
        QCOMPARE(plan.carried, 2);
        QCOMPARE(plan.answers.size(), std::size_t(3));
        for (const auto& [id, answer] : plan.answers)
            QVERIFY(answer == t.answer("L", id));
        QVERIFY(plan.before == t.scores().overall() && plan.after == plan.before);
    }

    void changedQuestionsCarryAndMustBeConfirmed() {
        TestReview t = reviewWith(6);
        for (const char* q : {"q1", "q2", "q3", "q4", "q5"})
            t.tick("L", q, {"aaa"});
        t.answer("L", "q1").note = "Kept";
        Json text = threePractices("q2"), choice = threePractices("q3"), link = threePractices("q4");
        text["title"] = "In other words";
        choice["choices"][0]["title"] = "In other words";
        link["helpfulResource"] = Json{{"displayText", ""}, {"url", "https://example.org/"}};
        const auto to = lensOf({questionJson("q1", {"aaa", "bbb", "ddd", "none_no"}, threeLevels("aaa && bbb", "aaa")),
                                text, choice, link, threePractices("q5"), text});
        const UpgradePlan plan = planOf(t, to);
        QCOMPARE(confirmText(plan), "q1: its rules changed; 1 choice is new; 1 choice is gone | "
                                    "q2: its text changed | q3: the text of 1 choice changed");
        QCOMPARE(plan.carried, 2); // q4: a link alone asks for nothing; q5
        QCOMPARE(plan.answers.at("q1").note, std::string("Kept"));
        QCOMPARE(plan.answers.at("q1").reconfirm, std::string("its rules changed; 1 choice is new; 1 choice is gone"));
        QVERIFY(plan.answers.at("q5").reconfirm.empty());
        QVERIFY(plan.dropped.empty());
    }

    void rulesInOtherWritingAreTheSame() {
        TestReview t =
            reviewOf({questionJson("q1", {"aaa", "bbb"}, {{"aaa&&bbb", "NO_RISK"}, {"default", "HIGH_RISK"}})});
        t.tick("L", "q1", {"aaa"});
        const auto to =
            lensOf({questionJson("q1", {"aaa", "bbb"}, {{"( aaa ) && bbb", "NO_RISK"}, {"default", "HIGH_RISK"}})});
        QCOMPARE(planOf(t, to).carried, 1);
    }

    void aQuestionThatMovedKeepsItsAnswer() {
        TestReview t = reviewWith(1);
        t.tick("L", "q1", {"aaa"});
        const UpgradePlan plan = planOf(t, lensOf({threePractices("q1")}, "reliability"));
        QCOMPARE(plan.carried, 1);
        QVERIFY(plan.answers.at("q1") == t.answer("L", "q1"));
    }

    void aQuestionThatIsGoneDropsItsAnswerAndItsEvidenceLinks() {
        TestReview t = reviewWith(2);
        t.tick("L", "q1", {"aaa"});
        t.answer("L", "q2").note = "Words without a tick";
        t.tick("other", "q1", {"aaa"});
        review::Evidence piece;
        piece.number = 3;
        piece.links = {{{"L", "q1"}, ""}, {{"L", "q1"}, "aaa"}, {{"L", "q3"}, "aaa"}, {{"other", "q1"}, ""}};
        t.review.evidence = {piece};
        const UpgradePlan plan = planOf(t, lensOf({questionJson("q3", {"bbb"}, {{"default", "NO_RISK"}})}));
        QCOMPARE(dropText(plan), "q1/: the new version does not ask it | q2/: the new version does not ask it");
        QVERIFY(plan.answers.empty() && plan.carried == 0 && plan.reconfirm.empty());
        QCOMPARE(plan.droppedLinks, (std::vector<std::string>{"E-03 -> q1", "E-03 -> q1/aaa", "E-03 -> q3/aaa"}));
    }

    void aChoiceThatIsGoneTakesItsTickAndLeavesItsWords() {
        TestReview t = reviewWith(2);
        t.tick("L", "q1", {"aaa", "ccc"});
        t.answer("L", "q1").note = "First";
        t.answer("L", "q1").choices["ccc"].note = "Shown in March";
        t.answer("L", "q2").choices["ccc"].note = "Only words";
        const std::vector<RuleText> rules = threeLevels("aaa && bbb", "aaa");
        const UpgradePlan plan = planOf(t, lensOf({questionJson("q1", {"aaa", "bbb", "none_no"}, rules),
                                                   questionJson("q2", {"aaa", "bbb", "none_no"}, rules)}));
        QCOMPARE(dropText(plan), "q1/ccc: the new version does not have this choice | "
                                 "q2/ccc: the new version does not have this choice");
        QCOMPARE(plan.answers.at("q1").note, std::string("First\nChoice ccc: Shown in March"));
        QCOMPARE(plan.answers.at("q2").note, std::string("Choice ccc: Only words"));
        QCOMPARE(plan.answers.at("q1").choices.size(), std::size_t(1));
        QCOMPARE(plan.reconfirm.size(), std::size_t(2)); // q2 is not answered, but its words moved
        QCOMPARE(plan.carried, 0);
    }

    void wordsThatDoNotFitGoToThePrivateNoteOrAreNamed() {
        TestReview t = reviewWith(1);
        t.tick("L", "q1", {"ccc"});
        review::Answer& answer = t.answer("L", "q1");
        answer.note = std::string(review::kMaxNote, 'x');
        answer.choices["ccc"].note = "Shown in March";
        const auto to = lensOf({questionJson("q1", {"aaa", "none_no"}, {{"aaa", "NO_RISK"}})});
        UpgradePlan plan = planOf(t, to);
        QCOMPARE(plan.answers.at("q1").privateNote, std::string("Choice ccc: Shown in March"));
        answer.privateNote = std::string(review::kMaxNote, 'y');
        plan = planOf(t, to);
        QVERIFY(dropText(plan).contains(QLatin1String("too long to keep")));
        QCOMPARE(plan.answers.at("q1").note.size(), review::kMaxNote);
    }

    void aMarkThatANoneChoiceCannotHaveGoes() {
        TestReview t = reviewOf({questionJson("q1", {"aaa", "bbb"}, {{"aaa", "NO_RISK"}, {"default", "HIGH_RISK"}})});
        t.exclude("L", "q1", {"bbb"});
        Json now = questionJson("q1", {"aaa", "bbb"}, {{"aaa", "NO_RISK"}, {"default", "HIGH_RISK"}});
        now["choices"][1]["title"] = "None of these";
        const UpgradePlan plan = planOf(t, lensOf({now}));
        QVERIFY(dropText(plan).startsWith(QLatin1String("q1/bbb: it is a none-choice now")));
        QVERIFY(plan.answers.at("q1").choices.empty());
        QCOMPARE(plan.reconfirm.size(), std::size_t(1));
    }

    void anEarlierMarkStays() {
        TestReview t = reviewWith(2);
        t.tick("L", "q1", {"aaa"});
        t.tick("L", "q2", {"aaa"});
        t.answer("L", "q1").reconfirm = "its rules changed";
        t.answer("L", "q2").reconfirm = "its rules changed";
        Json q2 = threePractices("q2");
        q2["title"] = "In other words";
        const UpgradePlan plan = planOf(t, lensOf({threePractices("q1"), q2}));
        QCOMPARE(plan.answers.at("q1").reconfirm, std::string("its rules changed"));
        QCOMPARE(plan.answers.at("q2").reconfirm, std::string("its rules changed; its text changed"));
        QCOMPARE(plan.carried, 1);
    }

    void findingsThatPeopleWroteAboutOutliveTheirQuestion() {
        TestReview t = reviewWith(3);
        for (const char* id : {"q1", "q2", "q3"}) {
            review::Finding finding;
            finding.question = {"L", id};
            finding.key = review::findingKey(finding.question);
            finding.number = static_cast<int>(t.review.findings.size()) + 1;
            t.review.findings.push_back(finding);
        }
        t.review.findings[0].owner = "Ana";
        t.review.findings[2].owner = "Ben";
        const UpgradePlan plan = planOf(t, lensOf({threePractices("q3")})); // q1 and q2 go; nobody wrote about q2
        QCOMPARE(plan.detached.size(), std::size_t(1));
        QCOMPARE(plan.detached[0].key, std::string("L/q1"));
        QCOMPARE(plan.detached[0].code, std::string("F-01"));
        QVERIFY(!plan.detached[0].title.empty());
    }

    void scoresSayWhatTheNewVersionDoes() {
        TestReview t = reviewWith(1);
        t.tick("L", "q1", {"aaa"});
        lens::Overlay overlay;
        overlay.questions["q2"].weight = 3;
        const UpgradePlan plan =
            compare::planUpgrade(t.review, "L", *lensOf({threePractices("q1"), threePractices("q2")}), overlay);
        QCOMPARE(*plan.before.score, 50.0);
        QCOMPARE(plan.before.coverage, 1.0);
        QCOMPARE(plan.after.coverage, 0.25);
    }

    void aLensThatIsNotThereGivesAnEmptyPlan() {
        TestReview t = reviewWith(1);
        const UpgradePlan plan = compare::planUpgrade(t.review, "unknown", *t.review.lenses[0].lens, {});
        QVERIFY(plan.changes.empty() && plan.answers.empty() && plan.carried == 0);
    }
};

QTEST_APPLESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
