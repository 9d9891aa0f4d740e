// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is decided, what is open and what it comes to, without a page.
#include "ui/models/merge_decisions.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using Choice = MergeDecisions::Choice;

class TestMergeDecisions final : public QObject {
    Q_OBJECT

    static MergeItem text(const char* name, const char* ours, const char* theirs) {
        MergeItem item;
        item.name = QString::fromLatin1(name);
        item.ours.value = QString::fromUtf8(ours);
        item.theirs.value = QString::fromUtf8(theirs);
        item.editable = item.joinable = true;
        item.limit = 30;
        return item;
    }
    static MergeItem value(const char* name) {
        MergeItem item = text(name, "High", "Low");
        item.editable = item.joinable = false;
        return item;
    }
    static std::vector<MergeItem> three() { return {text("a", "Mine", "Yours"), value("b"), text("c", "One", "Two")}; }

private slots:
    void aSideIsASideAndTextsCanBeJoined() {
        MergeDecisions made(three());
        QCOMPARE(made.done(), 0);
        QVERIFY(made.choose(0, Choice::Both));
        QVERIFY(made.choose(1, Choice::Theirs));
        QCOMPARE(made.kept(0), QStringLiteral("Mine\n\nYours"));
        QCOMPARE(made.choiceWord(0), QStringLiteral("both"));
        QCOMPARE(made.choiceWord(2), QString());
        const auto all = made.resolutions();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.at("a").value.value(), std::string("Mine\n\nYours"));
        QVERIFY(all.at("b").side == store::Side::Theirs && !all.at("b").value);
    }

    void valuesCantBeJoinedOrWritten() {
        MergeDecisions made(three());
        QVERIFY(!made.choose(1, Choice::Both));
        QCOMPARE(made.done(), 0);
        made.choose(1, Choice::Ours);
        made.write(1, QStringLiteral("Else"));
        QVERIFY(!made.edited(1));
    }

    void writingNeedsADecisionAndCanBeTypedBack() {
        MergeDecisions made(three());
        made.write(0, QStringLiteral("Early"));
        QCOMPARE(made.kept(0), QString());
        made.choose(0, Choice::Ours);
        made.write(0, QStringLiteral("Mine, mended"));
        QVERIFY(made.edited(0));
        QCOMPARE(made.choiceWord(0), QStringLiteral("edited"));
        QCOMPARE(made.resolutions().at("a").value.value(), std::string("Mine, mended"));
        made.write(0, QStringLiteral("Mine"));
        QVERIFY(!made.edited(0));
        QVERIFY(!made.resolutions().at("a").value);
        made.write(0, QStringLiteral("Again"));
        made.choose(0, Choice::Theirs);
        QCOMPARE(made.kept(0), QStringLiteral("Yours"));
    }

    void inBulkOnlyWhatIsOpenIsDecided() {
        MergeDecisions made(three());
        made.choose(0, Choice::Theirs);
        QSignalSpy changed(&made, &MergeDecisions::changed);
        made.chooseRest(store::Side::Ours);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(made.choice(0), Choice::Theirs);
        QCOMPARE(made.choice(2), Choice::Ours);
        QCOMPARE(made.done(), 3);
    }

    void theNextOpenOneGoesRound() {
        MergeDecisions made(three());
        made.choose(1, Choice::Ours);
        QCOMPARE(made.nextOpen(0), std::optional(2));
        QCOMPARE(made.nextOpen(2), std::optional(0));
        QCOMPARE(made.previousOpen(2), std::optional(0));
        QCOMPARE(made.previousOpen(0), std::optional(2));
        made.chooseRest(store::Side::Ours);
        QVERIFY(!made.nextOpen(0) && !made.previousOpen(1));
        QVERIFY(!MergeDecisions({}).nextOpen(-1));
    }

    void whatIsTooLongSaysHowMuch() {
        MergeDecisions made(three());
        made.choose(0, Choice::Ours);
        QCOMPARE(made.fault(0), QString());
        made.write(0, QString(31, QLatin1Char('x')));
        QVERIFY(made.fault(0).contains(QStringLiteral("1 characters too long")));
    }

    void aSentenceAboutAValueIsNeverKeptAsText() {
        MergeItem empty = text("a", "Nothing is written here", "Yours");
        empty.ours.said = true;
        MergeDecisions made({empty});
        made.choose(0, Choice::Ours);
        QCOMPARE(made.kept(0), QString());
    }

    void decisionsAreTakenOverWhereNothingChanged() {
        MergeDecisions earlier(three());
        earlier.choose(0, Choice::Ours);
        earlier.write(0, QStringLiteral("Mended"));
        earlier.choose(2, Choice::Theirs);
        MergeDecisions now({text("a", "Mine", "Yours"), text("c", "One", "Two, later")});
        now.takeOver(earlier);
        QCOMPARE(now.kept(0), QStringLiteral("Mended"));
        QCOMPARE(now.choice(1), Choice::Open);
    }

    void aTextThatHoldsTheOtherIsEnough() {
        QCOMPARE(joinedTexts(QStringLiteral("Log it. Each week."), QStringLiteral("Log it.")),
                 QStringLiteral("Log it. Each week."));
        QCOMPARE(joinedTexts(QStringLiteral("Log it."), QStringLiteral("Log it. Each day.")),
                 QStringLiteral("Log it. Each day."));
        QCOMPARE(joinedTexts(QStringLiteral("One.\n"), QStringLiteral("Two.")), QStringLiteral("One.\n\nTwo."));
    }
};

QTEST_APPLESS_MAIN(TestMergeDecisions)
#include "tst_merge_decisions.moc"
