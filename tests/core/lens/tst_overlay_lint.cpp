// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an overlay says of pillars, questions and choices that its lens has not.
#include "core/lens/overlay_lint.h"
#include "core/lens/reader.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

namespace {

constexpr const char* kLens = R"({"schemaVersion":"2021-11-01","name":"L","description":"d","pillars":[
{"id":"cost","name":"Cost","questions":[{"id":"COST_1","title":"T","choices":[
{"id":"owner","title":"O","improvementPlan":{"displayText":"x"}},{"id":"none_no","title":"None of these"}],
"riskRules":[{"condition":"owner","risk":"NO_RISK"},{"condition":"default","risk":"HIGH_RISK"}]}]}]})";

QString lintOf(const char* overlay) {
    const auto lens = readLensOrFail(kLens, "lens");
    const auto read = readOverlay(overlay);
    if (!lens || !read)
        return "not read";
    QStringList lines;
    for (const Message& message : lintOverlay(*read, *lens)) {
        lines << QString::fromStdString(message.id + " " + message.pointer);
        if (message.text.empty() || message.fix.empty())
            lines << "without words";
    }
    return lines.join("; ");
}

} // namespace

class tst_overlay_lint : public QObject {
    Q_OBJECT
private slots:
    void whatTheLensHasIsFine() {
        QCOMPARE(lintOf("{}"), QString());
        QCOMPARE(lintOf(R"({"pillars":{"cost":{}},"questions":{"COST_1":{"choices":{"owner":{},"none_no":{}}}},
            "readiness":{"signs":[{"id":"s","question":"COST_1","choices":["owner"]}]}})"),
                 QString());
    }
    void whatTheLensHasNotIsNamedInFileOrder() {
        QCOMPARE(lintOf(R"({"readiness":{"signs":[{"id":"s","question":"COST_1","choices":["owner","gone"]},
                {"id":"t","question":"COST_9","choices":["owner"]}]},
            "questions":{"SEC_1":{"choices":{"owner":{}}},"COST_1":{"choices":{"a/b":{},"owner":{}}}},
            "pillars":{"security":{}}})"),
                 QString("O004 /readiness/signs/0/choices/1; O004 /readiness/signs/1/question; O004 /questions/SEC_1; "
                         "O004 /questions/COST_1/choices/a~1b; O004 /pillars/security"));
    }
};

QTEST_APPLESS_MAIN(tst_overlay_lint)
#include "tst_overlay_lint.moc"
