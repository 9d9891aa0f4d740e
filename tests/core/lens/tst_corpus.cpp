// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every real lens opens, is judged as an independent program judged it, and is written back without loss.
#include "core/base/json.h"
#include "core/lens/lint.h"
#include "core/lens/reader.h"
#include "tests/core/lens/corpus.h"

#include <QTest>
#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

class tst_corpus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (corpus::names("lenses").empty())
            QSKIP("the shared corpus is not there");
    }
    void opensAndIsCountedAsExpected_data() {
        QTest::addColumn<QString>("file");
        for (const auto& name : corpus::names("lenses"))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void opensAndIsCountedAsExpected();
    void versionsOpen();
    void saysWhatTheAwsToolRejectsInRealFiles();
};

void tst_corpus::opensAndIsCountedAsExpected() {
    QFETCH(QString, file);
    const auto expected = parseJson(corpus::bytes("lenses", "EXPECTED_LINT.json"));
    QVERIFY(expected.usable);
    const Json& want = expected.root.at(file.toStdString());
    const ReadLens read = readLens(corpus::bytes("lenses", file.toStdString()));
    QVERIFY(read.lens.has_value());
    Json have = Json::object();
    have["questions"] = read.lens->questionCount();
    have["choices"] = read.lens->choiceCount();
    const LintReport report = lint(*read.lens);
    for (std::size_t i = 0; i < report.counts.size(); ++i)
        have["S10" + std::to_string(i + 1)] = report.counts[i];
    QCOMPARE(QString::fromStdString(writeJson(have)), QString::fromStdString(writeJson(want)));
}

void tst_corpus::versionsOpen() {
    for (const auto& name : corpus::names("lens-versions")) {
        const ReadLens read = readLens(corpus::bytes("lens-versions", name));
        QVERIFY2(read.lens.has_value(), name.c_str());
    }
}

void tst_corpus::saysWhatTheAwsToolRejectsInRealFiles() {
    QStringList found;
    for (const auto& name : corpus::names("lenses"))
        for (const auto& m : readLens(corpus::bytes("lenses", name)).messages)
            found << QString::fromStdString(name + " " + m.id + " " + m.pointer + " " + m.text);
    const QStringList expected{
        QStringLiteral("hub-fsi-governance.json A011 /pillars/0/questions/5/riskRules "
                       "No risk rule has the condition \"default\"."),
        QStringLiteral("hub-sagemaker-autogluon.json A008 /pillars/0/questions/1/choices/1/title "
                       "The AWS tool does not accept these characters here: ;")};
    QCOMPARE(found.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
}

QTEST_APPLESS_MAIN(tst_corpus)
#include "tst_corpus.moc"
