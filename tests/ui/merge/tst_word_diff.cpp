// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which words are underlined.
#include "ui/models/word_diff.h"

#include <algorithm>
#include <QRandomGenerator>
#include <QTest>

using namespace plumb::ui;

class TestWordDiff final : public QObject {
    Q_OBJECT

    static QStringList words(const QString& base, const QString& text) {
        QStringList found;
        for (const TextSpan& span : changedWords(base, text))
            found << text.mid(span.start, span.length);
        return found;
    }
    /// What is left of a text when its changed words are taken out.
    static QString unchanged(const QString& base, const QString& text) {
        QString rest = text;
        const auto spans = changedWords(base, text);
        for (auto span = spans.crbegin(); span != spans.crend(); ++span)
            rest.remove(span->start, span->length);
        return rest.simplified();
    }

private slots:
    void findsNewWords_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("changed");
        const auto row = [](const char* name, const char* base, const char* text, const QStringList& changed) {
            QTest::newRow(name) << QString::fromUtf8(base) << QString::fromUtf8(text) << changed;
        };
        row("same", "look at it each week.", "look at it each week.", {});
        row("both empty", "", "", {});
        row("all new", "", "log what was blocked", {QStringLiteral("log what was blocked")});
        row("emptied", "log what was blocked", "", {});
        row("sentence in the middle", "In the model. Log it.", "In the model. Block claims. Log it.",
            {QStringLiteral("Block claims.")});
        row("end", "at it each week.", "at it each day for a month.", {QStringLiteral("day for a month.")});
        row("two places", "a b c d e", "a X c d Y", {QStringLiteral("X"), QStringLiteral("Y")});
        row("word taken out", "keep the whole sentence", "keep the sentence", {});
        row("moved word", "red green blue", "green blue red", {QStringLiteral("red")});
        row("only spaces differ", "one  two", "one two", {});
        row("line break is a space", "one two", "one\ntwo three", {QStringLiteral("three")});
        row("crumbs between longer changes", "u v w the x y z", "filter every answer in the application, not here now",
            {QStringLiteral("filter every answer in the application, not here now")});
        row("as long as one side of it", "u the v w", "one the two three",
            {QStringLiteral("one"), QStringLiteral("two three")});
        row("letter signs", "\xe9\xa2\xa8\xe6\x9c\x88", "\xe9\xa2\xa8\xe5\x92\x8c\xe6\x9c\x88",
            {QString(QChar(0x548c))});
    }
    void findsNewWords() {
        QFETCH(QString, base);
        QFETCH(QString, text);
        QFETCH(QStringList, changed);
        QCOMPARE(words(base, text), changed);
    }

    void whatIsNotChangedStandsInTheBase() {
        QRandomGenerator random(11);
        for (int run = 0; run < 500; ++run) {
            const auto made = [&random] {
                QStringList parts;
                for (int i = random.bounded(12); i > 0; --i)
                    parts << QString(QLatin1Char('a' + char(random.bounded(4))));
                return parts.join(QLatin1Char(' '));
            };
            const QString base = made(), text = made();
            const QString kept = unchanged(base, text);
            const auto isLong = [](const QString& span) { return span.count(QLatin1Char(' ')) > 2; };
            const QStringList there = words(base, text), back = words(text, base);
            // Without crumbs between longer changes the rest of both is as long: a longest common subsequence.
            if (std::none_of(there.begin(), there.end(), isLong) && std::none_of(back.begin(), back.end(), isLong))
                QCOMPARE(kept.size(), unchanged(text, base).size());
            qsizetype at = 0;
            for (const QString& word : kept.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                at = base.indexOf(word, at);
                QVERIFY(at >= 0);
                ++at;
            }
        }
    }

    void hugeTextsAreChangedAsAWhole() {
        QString base, text;
        for (int i = 0; i < 3000; ++i) {
            base += QStringLiteral("a%1 ").arg(i);
            text += QStringLiteral("b%1 ").arg(i);
        }
        const auto spans = changedWords(QStringLiteral("same ") + base, QStringLiteral("same ") + text);
        QCOMPARE(spans.size(), 1);
        QCOMPARE(spans[0].start, 5);
    }
};

QTEST_APPLESS_MAIN(TestWordDiff)
#include "tst_word_diff.moc"
