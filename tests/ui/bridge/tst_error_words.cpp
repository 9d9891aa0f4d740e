// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_words.h"

#include <QTest>

using namespace plumb;
using namespace plumb::ui;

class TestErrorWords final : public QObject {
    Q_OBJECT
private slots:
    void aLockedFileNamesWhoHoldsItAndOffersToRead() {
        const Error error{
            ErrorKind::Conflict, "store.locked", "locked", "/reviews/claims.plumb", {"Ines on laptop-7", "14:00"}, {}};
        const ErrorWords words = wordsFor(error);
        QVERIFY(words.offerReadOnly);
        QVERIFY(words.text.contains(QStringLiteral("Ines on laptop-7")));
        QVERIFY(words.text.contains(QStringLiteral("claims.plumb")));
        QVERIFY(!words.text.contains(QStringLiteral("/reviews/")));
    }

    void signsInAFileNameAreNoPlaceholders() {
        const Error error{ErrorKind::System, "file.notFound", "gone", "/x/100%2.plumb", {}, {}};
        QVERIFY(wordsFor(error).text.startsWith(QStringLiteral("100%2.plumb")));
    }

    void anUnknownErrorSaysWhatCoreSaid() {
        const Error error{ErrorKind::Usage, "some.new.thing", "The moon is full.", {}, {}, {}};
        const ErrorWords words = wordsFor(error);
        QCOMPARE(words.text, QStringLiteral("The moon is full."));
        QVERIFY(!words.title.isEmpty());
        QVERIFY(!words.offerReadOnly);
    }

    void everyKindHasATitle() {
        for (const ErrorKind kind :
             {ErrorKind::Usage, ErrorKind::Refused, ErrorKind::System, ErrorKind::Conflict, ErrorKind::Cancelled})
            QVERIFY(!wordsFor({kind, "x", "y", {}, {}, {}}).title.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorWords)
#include "tst_error_words.moc"
