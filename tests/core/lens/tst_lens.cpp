// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The model: finding things, stable ids, none-choices.
#include "core/lens/lens.h"
#include "tests/core/lens/builders.h"

#include <QtTest>

using namespace plumb::lens;

class tst_lens : public QObject {
    Q_OBJECT
private slots:
    void makesStableIds_data();
    void makesStableIds();
    void recognisesNoneChoices_data();
    void recognisesNoneChoices();
    void findsQuestionsAndCounts();
};

void tst_lens::makesStableIds_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const char* id) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(id);
    };
    row("Generative AI Lens", "generative-ai-lens");
    row("  ORR 1.3.4 -- (AWS) ", "orr-1-3-4-aws");
    row("snake_case", "snake-case");
    row("R\u00e9versibilit\u00e9 \u00c0 la fran\u00e7aise", "reversibilite-a-la-francaise");
    row("re\u0301versible", "reversible");
    row("\u1ec7", "e");
    row("\u00f8", "uf8");
    row("\u65e5\u672c lens", "u65e5u672c-lens");
    row("", "lens");
    row("!!!", "lens");
    row("\U0001F680", "lens");
    row("a\u0000b", "a");
}

void tst_lens::makesStableIds() {
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(QString::fromStdString(stableId(name.toStdString())), id);
    QVERIFY(!stableId("\xFF\xC3").empty());
}

void tst_lens::recognisesNoneChoices_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("none");
    const auto row = [](const char* id, const char* title, bool none) {
        QTest::newRow(title) << QString::fromLatin1(id) << QString::fromUtf8(title) << none;
    };
    row("SEC1_no", "anything", true);
    row("SEC1_7", "None of these", true);
    row("SEC1_7", "NONE OF THE ABOVE", true);
    row("SEC1_7", "none of above (add text)", true);
    row("SEC1_7", "None of them.", true);
    row("SEC1_7", "None of themselves", false);
    row("SEC1_7", "None of these_", false);
    row("SEC1_7", "None of the other teams", false);
    row("SEC1_7", "None", false);
    row("SEC1_7", " None of these", false);
    row("SEC1_NO", "No", false);
    row("SEC1_7", "None of", false);
}

void tst_lens::recognisesNoneChoices() {
    QFETCH(QString, id);
    QFETCH(QString, title);
    QFETCH(bool, none);
    QCOMPARE(isNoneChoice(id.toStdString(), title.toStdString()), none);
}

void tst_lens::findsQuestionsAndCounts() {
    Lens lens = build::lensOf(build::question({"aa", "bb", "none_no"}, {{"default", Risk::None}}));
    lens.pillars.push_back({"OTHER", "Other", {build::question({"cc"}, {{"default", Risk::None}})}});
    lens.pillars[1].questions[0].id = "SECOND";
    QCOMPARE(lens.questionCount(), std::size_t{2});
    QCOMPARE(lens.choiceCount(), std::size_t{4});
    QCOMPARE(lens.findQuestion("SECOND"), &lens.pillars[1].questions[0]);
    QCOMPARE(lens.pillarOf("SECOND"), &lens.pillars[1]);
    QVERIFY(lens.findQuestion("THIRD") == nullptr);
    QVERIFY(lens.pillarOf("THIRD") == nullptr);
    QCOMPARE(lens.pillars[0].questions[0].choiceIndex("bb"), std::optional<std::size_t>(1));
    QVERIFY(!lens.pillars[0].questions[0].choiceIndex("cc"));
}

QTEST_APPLESS_MAIN(tst_lens)
#include "tst_lens.moc"
