// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare_words.h"

#include "ui/bridge/session_bridge.h"

#include <cmath>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace plumb::ui {

namespace {

using compare::Change;
using compare::FindingMove;

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::Compare", text);
}

QString formatted(Instant time, QStringView format) {
    return QLocale(QLocale::English).toString(QDateTime::fromMSecsSinceEpoch(time.ms), format);
}

} // namespace

QString changeWord(Change change) {
    switch (change) {
    case Change::Improved:
        return words("Improved");
    case Change::Worsened:
        return words("Worsened");
    case Change::FirstAnswer:
        return words("First answer");
    case Change::Unanswered:
        return words("Answer taken back");
    case Change::AnswerOnly:
        return words("Same risk");
    case Change::Rescoped:
        return words("Re-scoped");
    case Change::New:
        return words("New");
    case Change::Retired:
        return words("Retired");
    case Change::Reworded:
        return words("Reworded");
    case Change::EvidenceOnly:
        return words("Evidence only");
    case Change::Unchanged:
        break;
    }
    return words("Unchanged");
}

Icon changeIcon(Change change) {
    switch (change) {
    case Change::Improved:
        return Icon::TrendUp;
    case Change::Worsened:
        return Icon::TrendDown;
    case Change::FirstAnswer:
        return Icon::Check;
    case Change::Unanswered:
        return Icon::Undo;
    case Change::AnswerOnly:
        return Icon::Task;
    case Change::Rescoped:
        return Icon::NotApplicable;
    case Change::New:
        return Icon::Plus;
    case Change::Retired:
        return Icon::Archive;
    case Change::Reworded:
        return Icon::Pencil;
    case Change::EvidenceOnly:
        return Icon::Attach;
    case Change::Unchanged:
        break;
    }
    return Icon::Minus;
}

QString changeSentence(Change change) {
    switch (change) {
    case Change::Improved:
        return words("Answered on both sides, at a lower risk now.");
    case Change::Worsened:
        return words("Answered on both sides, at a higher risk now.");
    case Change::FirstAnswer:
        return words("Nobody had answered it before: that says nothing about what became better.");
    case Change::Unanswered:
        return words("It was answered before and is not any more. No answer is not a pass.");
    case Change::AnswerOnly:
        return words("Other choices, the same risk.");
    case Change::Rescoped:
        return words("The question, or a choice of it, is not applicable on one side only.");
    case Change::New:
        return words("The first state does not ask it.");
    case Change::Retired:
        return words("The second state does not ask it any more. A risk that is not asked about is not resolved.");
    case Change::Reworded:
        return words("Texts, choices or rules of the question are others; the risk is the same.");
    case Change::EvidenceOnly:
        return words("The same choices; notes, basis, people or evidence are others.");
    case Change::Unchanged:
        break;
    }
    return words("Nothing moved.");
}

QString moveWord(FindingMove move) {
    switch (move) {
    case FindingMove::New:
        return words("New");
    case FindingMove::Regressed:
        return words("Regressed");
    case FindingMove::Open:
        return words("Still open");
    case FindingMove::Resolved:
        return words("Resolved");
    case FindingMove::Accepted:
        return words("Accepted");
    case FindingMove::Closed:
        break;
    }
    return words("Closed");
}

QString moveWord(const compare::FindingChange& change) {
    return change.questionGone ? words("Not asked any more") : moveWord(change.move);
}

Icon moveIcon(FindingMove move) {
    switch (move) {
    case FindingMove::New:
        return Icon::Plus;
    case FindingMove::Regressed:
        return Icon::TrendDown;
    case FindingMove::Open:
        return Icon::Findings;
    case FindingMove::Resolved:
        return Icon::Check;
    case FindingMove::Accepted:
        return Icon::Decision;
    case FindingMove::Closed:
        break;
    }
    return Icon::Minus;
}

QString momentDay(Instant time) {
    return formatted(time, u"d MMM yyyy");
}

QString momentWords(Instant time) {
    return formatted(time, u"d MMM yyyy, HH:mm");
}

QString monthWords(Instant time, Instant now) {
    constexpr std::int64_t kElevenMonths = 334LL * 24 * 3600 * 1000;
    constexpr std::int64_t kFourWeeks = 28LL * 24 * 3600 * 1000;
    const std::int64_t past = now.ms - time.ms;
    return formatted(time, past < kFourWeeks ? u"d MMM" : past < kElevenMonths ? u"MMMM" : u"MMM yyyy");
}

QString stateName(const session::StateRef& ref) {
    const QString own = ref.snapshot.empty() ? words("Now") : q(ref.snapshot);
    if (ref.file.empty())
        return own;
    const QString file = QFileInfo(q(ref.file.string())).completeBaseName();
    return words("%1: %2").arg(file, ref.snapshot.empty() ? words("now") : own);
}

QString shortStateName(const session::StateRef& ref, int most) {
    const QString whole = stateName(ref);
    if (whole.size() <= most)
        return whole;
    const auto cut = [&](const QString& at) {
        const qsizetype found = whole.indexOf(at);
        return found > 0 && found <= most ? whole.left(found) : QString();
    };
    for (const QString& at : {QStringLiteral(","), QStringLiteral(":"), QStringLiteral(" –")})
        if (const QString part = cut(at); !part.isEmpty())
            return part;
    const qsizetype blank = whole.lastIndexOf(QLatin1Char(' '), most - 1);
    return whole.left(blank > 3 ? blank : most - 1) + QChar(0x2026);
}

QString scoreFacts(const score::ScopeScore& score) {
    const QString coverage = words("coverage %1 %").arg(qRound(score.coverage * 100));
    if (!score.score)
        return words("nothing answered yet");
    return words("score %1, range %2–%3, %4")
        .arg(qRound(*score.score))
        .arg(qRound(score.worst))
        .arg(qRound(score.best))
        .arg(coverage);
}

QString pointsWords(double points) {
    if (std::abs(points) < 0.05)
        return {};
    const QString size = QString::number(std::abs(points), 'f', 1);
    const QString text = (points < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + size;
    return size == QLatin1String("1.0") ? words("%1 point").arg(text) : words("%1 points").arg(text);
}

} // namespace plumb::ui
