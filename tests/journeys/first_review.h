// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The story of a first review, as data: who is reviewed with which questionnaire, ten answers, three pieces of evidence
// and three steps too many. The window plays it with keys, the command line with options; nothing in it belongs to
// either.
#pragma once

#include <cstddef>
#include <optional>
#include <QByteArray>
#include <QString>
#include <vector>

namespace plumb::test {

/// A question (0 to 3 in the dialog's order) that does not apply, and why.
struct Exempt {
    int reason = 0;
    QString sentence;
};

/// One answer, in the order in which a person gives its parts. Choices are counted from 1, as their keys are.
struct Answering {
    std::vector<int> ticks;
    bool none = false;
    std::optional<Exempt> exempt = {};
    std::optional<int> exemptChoice = {}; ///< out of scope
    QString note = {}, who = {};
    QString confidence = {}, basis = {}; ///< as the segments say: "High", "Shown"
    bool mark = false, park = false;
};

struct FirstReview {
    QString workload = QStringLiteral("Claims triage"), client = QStringLiteral("Northwind Mutual"),
            owner = QStringLiteral("K. Abe"), author = QStringLiteral("Ines Albrecht");
    QByteArray lens;         ///< bytes of the questionnaire
    bool fromCorpus = false; ///< it is the AWS Generative AI Lens, whose rules the test knows by heart
    std::vector<Answering> answers;
    QString fileName = QStringLiteral("worst-runs.log");
    QByteArray file = "run 17: 41 steps\nrun 22: 38 steps\n";
    QString link = QStringLiteral("https://wiki.example.org/triage/runbook");
    QString text = QStringLiteral("They showed the alarm on the wall display.\nIt was green.");
    QString strayText = QStringLiteral("Lunch is at noon"); ///< pasted by mistake, and undone
};

/// The reasons of the dialog, as the command line names them.
inline constexpr const char* kReasonWords[] = {"OUT_OF_SCOPE", "BUSINESS_PRIORITIES", "ARCHITECTURE_CONSTRAINTS",
                                               "OTHER"};

[[nodiscard]] FirstReview firstReview();

} // namespace plumb::test
