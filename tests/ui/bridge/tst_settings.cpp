// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb::ui;

class TestSettings final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("s.ini")); }
    static RecentReview review(const QString& path, const QString& name) {
        RecentReview r;
        r.path = path;
        r.name = name;
        r.opened = QDateTime(QDate(2026, 11, 22), QTime(14, 32));
        return r;
    }

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QFile::remove(file());
    }

    void lookSurvivesARestartAndIsAnnounced() {
        {
            Settings settings(file());
            QCOMPARE(settings.theme(), ThemeChoice::System);
            const QSignalSpy changed(&settings, &Settings::lookChanged);
            settings.setTheme(ThemeChoice::Dark);
            settings.setTextScalePercent(130);
            settings.setReducedMotion(true);
            settings.setReducedMotion(true);
            QCOMPARE(changed.size(), 3);
        }
        const Settings again(file());
        QCOMPARE(again.theme(), ThemeChoice::Dark);
        QCOMPARE(again.textScalePercent(), 130);
        QVERIFY(again.reducedMotion());
    }

    void nonsenseInTheFileBecomesTheDefault() {
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[look]\ntheme=purple\ntextScale=9000\n[recent]\nsize=3\n1\\path=\n");
        broken.close();
        const Settings settings(file());
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.textScalePercent(), 150);
        QVERIFY(settings.recent().isEmpty());
    }

    void theAuthorIsNeverEmpty() {
        Settings settings(file());
        QVERIFY(!settings.author().isEmpty());
        settings.setAuthor(QStringLiteral("  Ines Albrecht "));
        QCOMPARE(settings.author(), QStringLiteral("Ines Albrecht"));
        settings.setAuthor(QString());
        QVERIFY(!settings.author().isEmpty());
    }

    void recentReviewsKeepTheirFacts() {
        RecentReview kept = review(QStringLiteral("/a.plumb"), QStringLiteral("A, \u00C4 & co"));
        kept.client = QStringLiteral("Northwind");
        kept.score = 68.7;
        kept.worst = 54;
        kept.best = 76;
        Settings(file()).addRecent(kept);
        QCOMPARE(Settings(file()).recent(), QList<RecentReview>{kept});
    }

    void theLatestReviewIsFirstAndNoneStandsTwice() {
        Settings settings(file());
        const QSignalSpy changed(&settings, &Settings::recentChanged);
        settings.addRecent(review(QStringLiteral("/a.plumb"), QStringLiteral("A")));
        settings.addRecent(review(QStringLiteral("/b.plumb"), QStringLiteral("B")));
        settings.addRecent(review(QStringLiteral("/a.plumb"), QString()));
        QCOMPARE(settings.recent().size(), 2);
        QCOMPARE(settings.recent().first().name, QStringLiteral("A"));
        settings.removeRecent(QStringLiteral("/a.plumb"));
        QCOMPARE(settings.recent().size(), 1);
        QCOMPARE(changed.size(), 4);
    }

    void theListOfRecentReviewsIsBounded() {
        Settings settings(file());
        for (int i = 0; i < Settings::kMaxRecent + 5; ++i)
            settings.addRecent(review(QStringLiteral("/%1.plumb").arg(i), QStringLiteral("R")));
        QCOMPARE(settings.recent().size(), Settings::kMaxRecent);
    }

    void fileNamesAreMadeFromWords_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("name");
        QTest::newRow("signs") << QStringLiteral("Claims AI / pilot!") << QStringLiteral("claims-ai-pilot");
        QTest::newRow("accents") << QStringLiteral("Pr\u00FCfung caf\u00E9") << QStringLiteral("prufung-cafe");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd");
        QTest::newRow("nothing") << QStringLiteral(" ... ") << QStringLiteral("review");
    }
    void fileNamesAreMadeFromWords() {
        QFETCH(QString, words);
        QFETCH(QString, name);
        QCOMPARE(fileNameFor(words), name);
    }

    void aSuggestedFileNeverExists() {
        const auto touch = [&](const QString& name) {
            QFile made(m_folder.filePath(name));
            QVERIFY(made.open(QIODevice::WriteOnly));
        };
        touch(QStringLiteral("claims.plumb"));
        touch(QStringLiteral("claims-2.plumb"));
        QCOMPARE(freePath(m_folder.path(), QStringLiteral("claims"), QStringLiteral("plumb")),
                 m_folder.filePath(QStringLiteral("claims-3.plumb")));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
