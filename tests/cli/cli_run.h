// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs plumbline-cli in a folder of its own and keeps what it said.
#pragma once

#include <functional>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace plumb::test {

struct Ran {
    int code = -1; ///< exit code; -1 when the program did not end by itself
    QByteArray out, err;
    /// The whole of standard output as one document; an empty object when it is not exactly that.
    [[nodiscard]] QJsonObject json() const {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(out, &error); // refuses anything behind the document
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
    [[nodiscard]] QString errorId() const { return json().value("error").toObject().value("id").toString(); }
};

class CliFolder {
public:
    [[nodiscard]] QString path(const QString& name = {}) const { return QDir(m_folder.path()).filePath(name); }

    Ran run(const QStringList& arguments, const QByteArray& input = {},
            const std::function<void()>& inChild = {}) const {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessEnvironment(m_environment);
        if (inChild)
            process.setChildProcessModifier(inChild);
        process.start(PLUMB_CLI, arguments);
        process.write(input);
        process.closeWriteChannel();
        Ran ran;
        if (process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit)
            ran.code = process.exitCode();
        ran.out = process.readAllStandardOutput();
        ran.err = process.readAllStandardError();
        return ran;
    }
    /// With --json; what does not answer with exactly one document fails the test.
    Ran json(QStringList arguments, const QByteArray& input = {}) const {
        arguments << "--json";
        const Ran ran = run(arguments, input);
        if (ran.json().isEmpty())
            QTest::qFail(qPrintable("no JSON document: " + arguments.join(' ') + "\n" + ran.out + ran.err), __FILE__,
                         __LINE__);
        return ran;
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail(qPrintable("can't write " + name), __FILE__, __LINE__);
    }
    [[nodiscard]] QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void set(const QString& name, const QString& value) { m_environment.insert(name, value); }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = [] {
        QProcessEnvironment environment;
        environment.insert("PATH", qEnvironmentVariable("PATH"));
        environment.insert("LC_ALL", "C.UTF-8");
        environment.insert("PLUMBLINE_AUTHOR", "Aylin Kaya");
        return environment;
    }();
};

/// A valid questionnaire of one question: both practices NONE, one of them MEDIUM, else HIGH.
inline const char* const kSmallLens = R"({"schemaVersion":"2021-11-01","name":"Small Lens","description":"For tests",
"pillars":[{"id":"cost","name":"Cost","questions":[{"id":"COST_1","title":"Who owns the bill?","description":"d",
"choices":[{"id":"owner_named","title":"An owner is named","improvementPlan":{"displayText":"Name one"}},
{"id":"alarm_set","title":"An alarm is set","improvementPlan":{"displayText":"Set one"}},
{"id":"COST_1_no","title":"None of these"}],
"riskRules":[{"condition":"owner_named && alarm_set","risk":"NO_RISK"},{"condition":"owner_named || alarm_set","risk":"MEDIUM_RISK"},
{"condition":"default","risk":"HIGH_RISK"}]}]}]})";

} // namespace plumb::test
