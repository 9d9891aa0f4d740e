// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/app_fixture.h"
#include "ui/shell/goto_index.h"

#include <algorithm>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;

class TestGotoIndex final : public QObject {
    Q_OBJECT
private:
    test::AppFixture m_app;
    ActionTable m_actions{nullptr};
    std::unique_ptr<session::Session> m_session;

    [[nodiscard]] std::vector<GotoItem> find(const QString& query) const {
        return GotoIndex(m_actions, m_session.get()).find(query);
    }
    static bool has(const std::vector<GotoItem>& items, GotoItem::Kind kind) {
        return std::any_of(items.begin(), items.end(), [&](const GotoItem& item) { return item.kind == kind; });
    }

private slots:
    void initTestCase() {
        auto sample = openSample(m_app.services);
        QVERIFY2(sample, sample ? "" : sample.error().text.c_str());
        m_session = std::move(*sample);
    }

    void wordsAreFoldedForComparison() {
        QCOMPARE(foldedWords(QStringLiteral("Gr\u00F6\u00DFe, GENCOST05!")),
                 (QStringList{QStringLiteral("grosse"), QStringLiteral("gencost05")}));
        QCOMPARE(foldedWords(QStringLiteral(" \u2026 ")), QStringList());
    }

    void anEmptyQueryOffersThePlacesFirst() {
        const auto items = find({});
        QVERIFY(items.size() > 6);
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(items[i].kind, GotoItem::Kind::Place);
        QVERIFY(!has(items, GotoItem::Kind::Question));
    }

    void aPlaceIsFoundByTheBeginningOfItsName() {
        const auto items = find(QStringLiteral("Quest"));
        QVERIFY(!items.empty());
        QCOMPARE(items.front().id, QStringLiteral("go.questions"));
        QCOMPARE(items.front().keys, (QStringList{QStringLiteral("Ctrl"), QStringLiteral("2")}));
    }

    void aQuestionIsFoundByItsIdAndByItsWords() {
        const auto& lens = *m_session->review().lenses.front().lens;
        const auto& question = lens.pillars.front().questions.front();
        const auto byId = find(QString::fromStdString(question.id));
        QVERIFY(!byId.empty());
        QCOMPARE(byId.front().kind, GotoItem::Kind::Question);
        QCOMPARE(byId.front().question, (QuestionKey{lens.id, question.id}));
        const auto byTitle = find(QString::fromStdString(question.title));
        QVERIFY(std::any_of(byTitle.begin(), byTitle.end(),
                            [&](const GotoItem& item) { return item.question.question == question.id; }));
    }

    void choicesAndNotesAreFoundByFullText() {
        const auto& question = m_session->review().lenses.front().lens->pillars.front().questions.front();
        QVERIFY(!question.choices.empty());
        const auto items = find(QString::fromStdString(question.choices.front().title));
        QVERIFY(has(items, GotoItem::Kind::Text) || has(items, GotoItem::Kind::Question));
    }

    void actionsAreFoundByWhatTheyDo() {
        const auto items = find(QStringLiteral("history"));
        QVERIFY(std::any_of(items.begin(), items.end(),
                            [](const GotoItem& item) { return item.id == QLatin1String("edit.history"); }));
    }

    void costItemsAndMeasuresAreFoundByName() {
        review::Costs costs = m_session->review().costs;
        costs.items.push_back({"ep", "Zebra endpoint", "other", {}, {{"monthly", "1000"}}});
        QVERIFY(m_session->setCosts(costs, "Add an item"));
        const auto items = find(QStringLiteral("zebra"));
        QVERIFY(has(items, GotoItem::Kind::CostItem));
        QCOMPARE(items.front().cost, std::string("ep"));
        QVERIFY(m_session->undo());
        QVERIFY(find(QStringLiteral("zebra")).empty());
    }

    void nonsenseFindsNothing() { QVERIFY(find(QStringLiteral("zzxqj")).empty()); }

    void withoutAReviewOnlyWhatNeedsNoneIsOffered() {
        const auto items = GotoIndex(m_actions, nullptr).find({});
        QVERIFY(!items.empty());
        QVERIFY(!has(items, GotoItem::Kind::Place));
        for (const GotoItem& item : items)
            QCOMPARE(m_actions.find(item.id)->scope, ActionScope::Window);
    }

    void theListIsBounded() { QVERIFY(GotoIndex(m_actions, m_session.get()).find(QStringLiteral("a"), 5).size() <= 5); }
};

QTEST_MAIN(TestGotoIndex)
#include "tst_goto_index.moc"
