// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Upgrades between any two published versions of a lens, both ways, with seeded random answers: nothing is lost
// without being named. check_upgrades.py counts the same without this program's reader.
#include "core/compare/upgrade.h"
#include "tests/core/compare/compare_builders.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>
#include <set>

using namespace plumb;
using namespace plumb::test;
using compare::UpgradePlan;

namespace {

using LensPtr = std::shared_ptr<const lens::Lens>;

LensPtr read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto made = lens::readLensOrFail(file.readAll().toStdString(), path.toStdString());
    if (!made)
        return nullptr;
    made->id = "L";
    return std::make_shared<const lens::Lens>(std::move(*made));
}

/// Ticks, marks and notes; of some questions nothing.
TestReview randomReview(const LensPtr& lens, unsigned seed) {
    std::mt19937 dice(seed);
    TestReview t;
    t.add(lens);
    for (const lens::Pillar& pillar : lens->pillars)
        for (const lens::Question& question : pillar.questions) {
            if (dice() % 5 == 0)
                continue;
            review::Answer& answer = t.answer("L", question.id);
            answer.note = "note on " + question.id;
            answer.applicable = dice() % 9 != 0;
            for (const lens::Choice& choice : question.choices) {
                review::ChoiceAnswer& one = answer.choices[choice.id];
                one.status = dice() % 3 == 0                     ? review::ChoiceStatus::Selected
                             : !choice.isNone && dice() % 7 == 0 ? review::ChoiceStatus::NotApplicable
                                                                 : review::ChoiceStatus::Unselected;
                if (dice() % 4 == 0)
                    one.note = "said of " + choice.id;
                if (one == review::ChoiceAnswer())
                    answer.choices.erase(choice.id);
            }
        }
    return t;
}

/// What is wrong with the plan; empty when nothing is.
QString faultOf(const TestReview& t, const lens::Lens& to, const UpgradePlan& plan) {
    std::set<std::string> dropped, confirm;
    for (const compare::DroppedAnswer& each : plan.dropped)
        dropped.insert(each.question + "/" + each.choice);
    for (const compare::ReconfirmAnswer& each : plan.reconfirm)
        confirm.insert(each.question);
    for (const auto& [key, answer] : t.review.answers) {
        const auto kept = plan.answers.find(key.question);
        if ((kept == plan.answers.end()) != dropped.contains(key.question + "/"))
            return QString::fromStdString(key.question + " is neither carried nor dropped");
        if (kept == plan.answers.end())
            continue;
        if (kept->second.note.find(answer.note) != 0)
            return QString::fromStdString(key.question + " lost its note");
        for (const auto& [id, choice] : answer.choices) {
            const auto now = kept->second.choices.find(id);
            const bool there = now != kept->second.choices.end() && now->second == choice;
            if (there == dropped.contains(key.question + "/" + id))
                return QString::fromStdString(key.question + "/" + id + " is neither carried nor dropped");
            if (!there && kept->second.note.find(choice.note) == std::string::npos)
                return QString::fromStdString(key.question + "/" + id + " lost its words");
        }
        if (kept->second.reconfirm.empty() == confirm.contains(key.question))
            return QString::fromStdString(key.question + " is marked wrongly");
        if (!confirm.contains(key.question) && kept->second != answer)
            return QString::fromStdString(key.question + " changed without a word");
    }
    TestReview after;
    after.add(std::make_shared<const lens::Lens>(to));
    for (const auto& [question, answer] : plan.answers)
        after.review.answers[{"L", question}] = answer;
    return after.scores().overall() == plan.after ? QString() : QStringLiteral("the score is not that of the plan");
}

} // namespace

class TestUpgradeCorpus : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLostBetweenAnyTwoVersions_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("versions");
        QTest::newRow("DynamoDB") << QStringLiteral("*lensddb*") << 9;
        QTest::newRow("Glue") << QStringLiteral("*glue*") << 3;
        QTest::newRow("FSI governance") << QStringLiteral("fsi-*") << 2;
        QTest::newRow("Streaming media") << QStringLiteral("streaming-*") << 2;
    }
    void nothingIsLostBetweenAnyTwoVersions() {
        QFETCH(QString, pattern);
        QFETCH(int, versions);
        const QDir folder(QStringLiteral(PLUMB_SHARED_DIR "/corpus/lens-versions"));
        if (!folder.exists())
            QSKIP("the corpus is not there");
        std::vector<LensPtr> lenses;
        for (const QString& name : folder.entryList({pattern}, QDir::Files, QDir::Name))
            lenses.push_back(read(folder.filePath(name)));
        QCOMPARE(static_cast<int>(lenses.size()), versions);
        unsigned seed = 1;
        for (const LensPtr& from : lenses)
            for (const LensPtr& to : lenses) {
                QVERIFY(from && to);
                const TestReview t = randomReview(from, seed++);
                const UpgradePlan plan = compare::planUpgrade(t.review, "L", *to, {});
                QCOMPARE(faultOf(t, *to, plan), QString());
                QCOMPARE(plan.changes.empty(), lens::diff(*from, *to).empty());
                if (from == to)
                    QVERIFY(plan.reconfirm.empty() && plan.dropped.empty());
            }
    }
};

QTEST_APPLESS_MAIN(TestUpgradeCorpus)
#include "tst_upgrade_corpus.moc"
