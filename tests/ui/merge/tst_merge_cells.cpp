// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every cell of the history has words, and conflicts read like sentences of people.
#include "tests/ui/merge/merge_driver.h"

#include "core/store/merge_rules.h"
#include "core/store/schema.h"
#include "ui/models/merge_cells.h"

using namespace plumb;
using namespace plumb::ui;
using store::Table;
using test::conflictOf;
using test::MergeDriver;

class TestMergeCells final : public QObject {
    Q_OBJECT

    static MergeItem item(const store::MergeConflict& conflict) {
        store::MergePlan plan;
        plan.related = true;
        plan.base = "there";
        plan.conflicts = {conflict};
        return test::wordsOf(MergeDriver::shared(), plan).items.front();
    }
    static QString value(Table table, const char* column, const char* stored, std::vector<std::string> key = {"1"}) {
        const MergeReviews reviews{&MergeDriver::shared().session().review(), nullptr};
        return cellValue(reviews, table, key, column, stored);
    }

private slots:
    void everyColumnOfTheHistoryHasWords() {
        for (const store::ContentTable& table : store::kContentTables) {
            const QStringList keys = q(table.key).split(QLatin1Char(','));
            const QStringList columns = q(table.columns).split(QLatin1Char(','));
            for (const QString& column : columns) {
                if (keys.contains(column))
                    continue;
                const QString words = cellWords(table.table, {"a", "pricePerHour"}, s(column));
                QVERIFY2(!words.isEmpty(), qPrintable(q(table.name) + QLatin1Char('.') + column));
                QVERIFY2(!words.contains(QLatin1Char('_')), qPrintable(words));
            }
        }
        QCOMPARE(cellWords(Table::Answer, {}, "nonsense"), QString());
    }

    void everyTableHasAThing() {
        for (const store::ContentTable& table : store::kContentTables) {
            const MergeItem row = item(conflictOf(table.table, {"x"}, "", "1", std::nullopt, "2"));
            QVERIFY2(!row.title.isEmpty() && !row.where.isEmpty() && !row.heading.isEmpty(), table.name);
            QVERIFY2(row.sentence.startsWith(QStringLiteral("You deleted ")), qPrintable(row.sentence));
        }
    }

    void valuesReadAsPeopleReadThem_data() {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("shown");
        const auto row = [](Table table, const char* column, const char* stored, const char* shown) {
            QTest::addRow("%s %s", column, stored) << static_cast<int>(table) << QString::fromLatin1(column)
                                                   << QString::fromLatin1(stored) << QString::fromUtf8(shown);
        };
        row(Table::ChoiceAnswer, "status", "selected", "Ticked");
        row(Table::ChoiceAnswer, "status", "not_applicable", "Not applicable");
        row(Table::ChoiceAnswer, "reason", "OUT_OF_SCOPE", "Out of scope");
        row(Table::Answer, "reason", "NONE", "No reason");
        row(Table::Answer, "applicable", "0", "Not applicable");
        row(Table::Answer, "basis", "shown", "Shown");
        row(Table::Answer, "confidence", "", "Not set");
        row(Table::Answer, "needs_verification", "1", "To verify");
        row(Table::Finding, "status", "in progress", "In progress");
        row(Table::Finding, "due", "2027-01-15", "15 Jan 2027");
        row(Table::Finding, "due", "", "No date");
        row(Table::Finding, "likelihood", "4", "4, likely");
        row(Table::Finding, "impact", "0", "Not rated");
        row(Table::Finding, "effort", "M", "M, 5 days");
        row(Table::Finding, "days", "2.5", "2.5 person-days");
        row(Table::Finding, "progress", "40", "40 %");
        row(Table::Finding, "loss_p90", "150000", "$150,000");
        row(Table::Finding, "framework", "security", "Security");
        row(Table::FindingTradeOff, "helps", "0", "Harms it");
        row(Table::Planning, "cadence_months", "1", "1 month");
        row(Table::Planning, "mode", "capacity", "By capacity");
        row(Table::CostSettings, "discount_rate", "0.1", "10 % a year");
        row(Table::CostSettings, "trials", "10000", "10,000");
        row(Table::CostSettings, "scenario", "quick", "Quick wins");
        row(Table::CostItem, "type", "endpoint", "Real-time endpoint");
        row(Table::CostItemField, "value", "{\"dist\":\"pert\",\"low\":0.2,\"mode\":0.3,\"high\":0.5}",
            "pert 0.2 0.3 0.5");
        row(Table::Evidence, "kind", "image", "Image");
        row(Table::Evidence, "bytes", "412000", "412 kB");
        row(Table::Lens, "overlay_sha256", "", "None");
    }
    void valuesReadAsPeopleReadThem() {
        QFETCH(int, table);
        QFETCH(QString, column);
        QFETCH(QString, stored);
        QFETCH(QString, shown);
        QCOMPARE(value(static_cast<Table>(table), qPrintable(column), qPrintable(stored)), shown);
    }

    void aFindingIsNamedByItsCodeAndTitle() {
        auto& review = MergeDriver::shared();
        const MergeItem text =
            item(conflictOf(Table::Finding, {review.firstFinding}, "recommendation", "Was.", "Mine.", "Theirs."));
        QCOMPARE(text.where, QStringLiteral("Finding F-04"));
        QCOMPARE(text.path, QStringList({QStringLiteral("Finding F-04"), QStringLiteral("Recommendation")}));
        QCOMPARE(text.heading, QStringLiteral("Answers to claimants are filtered on the way in only"));
        QCOMPARE(text.title, QStringLiteral("Answers to claimants are filtered on the way…: recommendation"));
        QCOMPARE(text.sentence, QStringLiteral("Both of you changed the recommendation. Choose the one that stays; "
                                               "the other remains in the history."));
        QCOMPARE(text.ours.facts, QStringLiteral("Linked to F-03, one evidence item"));
        QCOMPARE(text.ours.who, QStringLiteral("Ines Albrecht"));
        QVERIFY(text.ours.when.startsWith(QStringLiteral("18 Nov, ")));
        QVERIFY(text.editable && text.joinable);
    }

    void aChoiceIsNamedByItsTitle() {
        const MergeItem tick = item(conflictOf(Table::ChoiceAnswer, {"generative-ai", "GAI_OPS_2", "GAI_OPS_2_c2"},
                                               "status", "unselected", "selected", "not_applicable"));
        QVERIFY(tick.where.startsWith(QStringLiteral("Generative AI, ")));
        QCOMPARE(tick.before, QStringLiteral("Not ticked"));
        QCOMPARE(tick.ours.value, QStringLiteral("Ticked"));
        QVERIFY(!tick.editable);
        QVERIFY(!tick.path.join(QString()).contains(QStringLiteral("GAI_OPS_2")));
    }

    void aDeletedRowSaysSoInWords() {
        auto& review = MergeDriver::shared();
        const MergeItem gone =
            item(conflictOf(Table::Evidence, {review.evidence}, "", "title: Log", std::nullopt,
                            "kind: note\ntitle: Log\ntext: Two\nlines\ntitle: no column\ndate: 2026-11-17"));
        QCOMPARE(gone.sentence, QStringLiteral("You deleted this evidence, and the other copy changed it. Choose "
                                               "whether it goes or stays."));
        QCOMPARE(gone.ours.value, QStringLiteral("Deleted"));
        QCOMPARE(gone.theirs.value, QStringLiteral("Kind: Note\nTitle: Log\nText: Two\nlines\ntitle: no column\n"
                                                   "Date: 17 Nov 2026"));
        const MergeItem kept =
            item(conflictOf(Table::Evidence, {review.evidence}, "", "title: Log", "title: Log", std::nullopt));
        QCOMPARE(kept.sentence, QStringLiteral("The other copy deleted this evidence, and you changed something that "
                                               "hangs on it. Choose whether it stays or goes."));
    }

    void whatNobodyWroteIsToldApartFromWords() {
        auto& review = MergeDriver::shared();
        const MergeItem owner =
            item(conflictOf(Table::Finding, {review.firstFinding}, "owner", "Dev Raman", "", "Kenji Abe"));
        QVERIFY(owner.ours.said);
        QCOMPARE(owner.ours.value, QStringLiteral("Nothing is written here"));
        QVERIFY(owner.editable && !owner.joinable);
    }

    void whatGoesTogetherIsShownTogether() {
        test::MergeReview own;
        session::FindingEdit accepted;
        accepted.status = review::FindingStatus::Accepted;
        accepted.reason = "Volume is small";
        accepted.decidedBy = "Ines Albrecht";
        accepted.until = Date{2027, 6, 30};
        QVERIFY(own.session().editFindings({{own.firstFinding, accepted}}).has_value());
        store::MergePlan plan;
        plan.related = true;
        plan.conflicts = {conflictOf(Table::Finding, {own.firstFinding}, "status", "open", "accepted", "resolved")};
        const MergeItem status = test::wordsOf(own, plan).items.front();
        QCOMPARE(status.ours.value, QStringLiteral("Accepted\nReason: Volume is small\nWho decided: Ines Albrecht\n"
                                                   "Last day of the acceptance: 30 Jun 2027"));
        QVERIFY(!status.editable);
    }

    void onlyWhatTheMergeTakesCanBeWritten() {
        for (const store::ContentTable& table : store::kContentTables) {
            const store::MergeRules& rules = store::mergeRulesOf(table.table);
            for (std::size_t i = 0; i < rules.columns.size(); ++i)
                if (cellShape(table.table, rules.columns[i]) != CellShape::Value)
                    QVERIFY2(std::size_t(cellLimit(table.table, rules.columns[i])) == rules.texts[i],
                             (std::string(table.name) + "." + rules.columns[i]).c_str());
        }
    }

    void withoutACommonStepTheSentenceSaysSo() {
        store::MergePlan plan;
        plan.conflicts = {conflictOf(Table::Workload, {"1"}, "owner", std::nullopt, "Ines", "Tom")};
        const MergeWords words = test::wordsOf(MergeDriver::shared(), plan);
        QVERIFY(words.parted.contains(QStringLiteral("no step in common")));
        QVERIFY(words.items[0].sentence.contains(QStringLiteral("no common step says who changed it")));
        QVERIFY(!words.items[0].known);
    }

    void changesAreCountedByKind() {
        const MergeWords words = test::wordsOf(MergeDriver::shared(), test::samplePlan(MergeDriver::shared()));
        QStringList counts;
        for (const MergeCount& count : words.counts)
            counts << QStringLiteral("%1 %2").arg(count.words).arg(count.count);
        QCOMPARE(counts, QStringList({QStringLiteral("Answers 31"), QStringLiteral("Evidence 14"),
                                      QStringLiteral("Findings 12"), QStringLiteral("Cost inputs 11")}));
        QCOMPARE(words.taken, 68);
        QCOMPARE(changesWords(1), QStringLiteral("1 change"));
        QCOMPARE(changesWords(1200), QStringLiteral("1,200 changes"));
    }
};

QTEST_MAIN(TestMergeCells)
#include "tst_merge_cells.moc"
