// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps of a plan as pictures show them: what core computed, in the window's words. Roadmap, effort chart and
// reasons are painted from the same list, so that they can't contradict each other.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/score/plan.h"
#include "ui/theme/paint.h"

#include <vector>

#include <QDate>
#include <QString>
#include <QStringList>

namespace plumb::ui {

struct PlanStep {
    QString key;    ///< of the finding
    QString code;   ///< "F-02"; the title's first words when it has no number yet
    QString number; ///< "02", for small charts
    QString title, owner;
    QString pillar;      ///< of the framework where it has one, else its own; may be empty
    int pillarPlace = 0; ///< order of the framework's pillars, others after them
    QString effort;      ///< "S", "M", "L", or "3 d" when only days are known
    MarkKind mark = MarkKind::High;
    bool accepted = false, finished = false, quickWin = false;
    double progress = 0.0; ///< 0-1, of one in progress
    double days = 0.0;     ///< person-days, > 0
    double value = 0.0;    ///< what closing it is worth; see score::PlanItem
    int period = 0;        ///< index of its period; the number of periods: later
    QDate from, to;        ///< both included
    QStringList needs;     ///< keys
    QString why;           ///< its reasons, one sentence after the other
    QString tradeOffs;     ///< "Performance: helps; Cost: +$140 a month"
};

/// In the plan's order. `findings` says progress and pillar.
[[nodiscard]] std::vector<PlanStep> planSteps(const score::Plan& plan, const std::vector<score::Finding>& findings);

[[nodiscard]] QDate toDay(Date date);
[[nodiscard]] Date fromDay(const QDate& date);
[[nodiscard]] QString dayWords(const QDate& date);      ///< "18 Nov 2026"
[[nodiscard]] QString shortDayWords(const QDate& date); ///< "18 Nov"
[[nodiscard]] QString personDays(double days);          ///< "3", "2.5", without a unit
/// "High risk: Keep PII out of prompts, F-03, S, 18 Nov to 25 Nov, Priya Nair" for tooltips and assistive tools.
[[nodiscard]] QString stepSentence(const PlanStep& step);

} // namespace plumb::ui
