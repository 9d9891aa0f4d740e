// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Man page, completions and docs/cli.md say what the program takes.
#include "app/cli/app.h"
#include "app/cli/pages.h"

#include <iostream>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QtTest>

namespace cli = plumb::cli;

class TestCliPages : public QObject {
    Q_OBJECT
    plumb::SystemClock m_clock;
    plumb::SystemRandom m_random;
    cli::Context m_context{std::cin, std::cout, std::cerr, m_clock, m_random, {}, {}, "nobody", "nowhere"};
    std::unique_ptr<CLI::App> m_app = cli::makeApp(m_context);

    static QByteArray read(const QString& path) {
        QFile file(QStringLiteral(PLUMB_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void committedPagesAreThoseOfTheProgram_data() {
        QTest::addColumn<int>("index");
        const auto pages = cli::committedPages();
        for (std::size_t i = 0; i < pages.size(); ++i)
            QTest::newRow(pages[i].path.c_str()) << int(i);
    }
    void committedPagesAreThoseOfTheProgram() {
        QFETCH(int, index);
        const cli::CommittedPage page = cli::committedPages()[std::size_t(index)];
        const std::string now = read(QString::fromStdString(page.path)).toStdString();
        QVERIFY2(now == page.make(*m_app, now),
                 "run build/*/app/cli/plumb_cli_pages with the top of the source tree, and commit");
    }

    void theReferenceSaysWhatEveryVerbAnswers() {
        const QByteArray docs = read("docs/cli.md");
        const qsizetype reference = docs.indexOf("## JSON");
        QVERIFY(reference > 0);
        for (const cli::VerbPage& page : cli::verbPages(*m_app))
            QVERIFY2(docs.indexOf("| `" + QByteArray::fromStdString(page.name) + "` |", reference) > 0,
                     page.name.c_str());
    }

    void everyVerbAndOptionIsInAllThreeShells() {
        for (const char* path : {"packaging/completions/plumbline-cli.bash", "packaging/completions/_plumbline-cli",
                                 "packaging/completions/plumbline-cli.fish"}) {
            const QByteArray text = read(path);
            for (const cli::VerbPage& page : cli::verbPages(*m_app)) {
                const QByteArray last = QByteArray::fromStdString(page.name).split(' ').last();
                QVERIFY2(text.contains(last), page.name.c_str());
                for (const CLI::Option* option : page.verb->get_options())
                    for (const std::string& name : option->get_lnames())
                        QVERIFY2(text.contains(name.c_str()), (page.name + " --" + name + " in " + path).c_str());
            }
        }
    }

    void bashCompletesVerbsOptionsAndValues_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reply");
        QTest::newRow("verb") << "sco"
                              << "score";
        QTest::newRow("group") << "lens ex"
                               << "explain export";
        QTest::newRow("option") << "lens export --st"
                                << "--strict";
        QTest::newRow("common") << "score --js"
                                << "--json";
        QTest::newRow("behind an option") << "--author score lens li"
                                          << "lint list";
        QTest::newRow("value") << "answer x l q --basis v"
                               << "verified";
        QTest::newRow("not a value here") << "answer x l q --by pil"
                                          << "";
    }
    void bashCompletesVerbsOptionsAndValues() {
        QFETCH(QString, line);
        QFETCH(QString, reply);
        const QString bash = QStandardPaths::findExecutable("bash");
        if (bash.isEmpty())
            QSKIP("no bash here");
        const QString script =
            QStringLiteral("source \"$1\"; shift; COMP_WORDS=(plumbline-cli \"$@\"); COMP_CWORD=$#; _plumbline_cli; "
                           "printf '%s\\n' \"${COMPREPLY[@]}\" | sort");
        QProcess process;
        process.start(bash,
                      QStringList{"-c", script, "bash", PLUMB_SOURCE_DIR "/packaging/completions/plumbline-cli.bash"} +
                          line.split(' '));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).simplified(), reply);
    }
};

QTEST_GUILESS_MAIN(TestCliPages)
#include "tst_cli_pages.moc"
