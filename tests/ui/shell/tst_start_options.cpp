// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_options.h"

#include <QTest>

using namespace plumb::ui;

namespace {

StartOptions read(std::initializer_list<const char*> arguments) {
    QStringList list;
    for (const char* const argument : arguments)
        list.append(QString::fromLatin1(argument));
    return readStartOptions(list);
}

} // namespace

class TestStartOptions final : public QObject {
    Q_OBJECT
private slots:
    void nothingMeansTheStartPage() {
        const StartOptions options = read({});
        QVERIFY(options.error.isEmpty());
        QVERIFY(options.file.isEmpty() && !options.sample && !options.place && !options.theme);
    }

    void allOptionsAreUnderstoodInBothSpellings() {
        const StartOptions options = read(
            {"--place", "questions", "--theme=dark", "claims.plumb", "--size=1280x720", "--screenshot", "out.png"});
        QCOMPARE(options.error, QString());
        QCOMPARE(options.file, QStringLiteral("claims.plumb"));
        QCOMPARE(options.place, Place::Questions);
        QCOMPARE(options.theme, ThemeChoice::Dark);
        QCOMPARE(options.size, QSize(1280, 720));
        QCOMPARE(options.screenshot, QStringLiteral("out.png"));
    }

    void aReviewCanOpenWithAMergeOrASnapshot() {
        const StartOptions merge = read({"claims.plumb", "--merge", "claims-tom.plumb"});
        QCOMPARE(merge.error, QString());
        QCOMPARE(merge.merge, QStringLiteral("claims-tom.plumb"));
        QCOMPARE(read({"--sample", "--snapshot=Review 1"}).snapshot, QStringLiteral("Review 1"));
    }

    void aFileMayBeginWithAHyphenAfterTwo() { QCOMPARE(read({"--", "-odd.plumb"}).file, QStringLiteral("-odd.plumb")); }

    void faultsAreNamed_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("option") << QStringList{QStringLiteral("--fast")} << QStringLiteral("--fast");
        QTest::newRow("place") << QStringList{QStringLiteral("--place=attic")} << QStringLiteral("attic");
        QTest::newRow("theme") << QStringList{QStringLiteral("--theme=purple")} << QStringLiteral("high-contrast");
        QTest::newRow("size") << QStringList{QStringLiteral("--size=big")} << QStringLiteral("1280x720");
        QTest::newRow("value") << QStringList{QStringLiteral("--place")} << QStringLiteral("needs a value");
        QTest::newRow("merge into nothing")
            << QStringList{QStringLiteral("--merge=b.plumb")} << QStringLiteral("FILE --merge");
        QTest::newRow("two files") << QStringList{QStringLiteral("a.plumb"), QStringLiteral("b.plumb")}
                                   << QStringLiteral("b.plumb");
    }
    void faultsAreNamed() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const QString error = readStartOptions(arguments).error;
        QVERIFY2(error.contains(named), qPrintable(error));
    }

    void helpNamesEveryOption() {
        for (const char* const option : {"--sample", "--place", "--theme", "--size", "--screenshot", "--merge",
                                         "--snapshot", "--version", "--help"})
            QVERIFY2(startHelp().contains(QLatin1String(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestStartOptions)
#include "tst_start_options.moc"
