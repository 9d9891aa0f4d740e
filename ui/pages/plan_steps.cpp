// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_steps.h"

#include "ui/bridge/session_bridge.h"

#include <map>

#include <QCoreApplication>
#include <QLocale>

namespace plumb::ui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::PlanSteps", text);
}

MarkKind markOf(const score::PlanItem& item) {
    if (item.status == review::FindingStatus::Accepted)
        return MarkKind::Accepted;
    if (item.status == review::FindingStatus::Resolved || item.status == review::FindingStatus::FalseAlarm)
        return MarkKind::None;
    return item.severity == lens::Risk::High ? MarkKind::High : MarkKind::Medium;
}

QString effortOf(const score::PlanItem& item) {
    const std::string_view letter = review::toText(item.effort);
    return letter.empty() ? words("%1 d").arg(personDays(item.days)) : q(letter);
}

void setPillar(PlanStep& step, const score::Finding& finding) {
    const auto pillars = score::frameworkPillars();
    step.pillar = q(finding.pillar);
    step.pillarPlace = static_cast<int>(pillars.size());
    for (std::size_t i = 0; i < pillars.size(); ++i)
        if (pillars[i].id == finding.framework) {
            step.pillar = q(pillars[i].shortName);
            step.pillarPlace = static_cast<int>(i);
        }
}

PlanStep stepOf(const score::PlanItem& item, const score::Finding* finding) {
    PlanStep step;
    step.key = q(item.key);
    step.number = item.number > 0 ? QStringLiteral("%1").arg(item.number, 2, 10, QLatin1Char('0'))
                                  : QString::number(item.order) + QStringLiteral(".");
    step.code = item.number > 0 ? q(review::findingCode(item.number)) : QString();
    step.title = q(item.title);
    step.owner = q(item.owner);
    step.effort = effortOf(item);
    step.mark = markOf(item);
    step.accepted = step.mark == MarkKind::Accepted;
    step.finished = step.mark == MarkKind::None;
    step.quickWin = item.quickWin;
    if (finding != nullptr)
        setPillar(step, *finding);
    if (finding != nullptr && item.status == review::FindingStatus::InProgress)
        step.progress = finding->progress / 100.0;
    step.days = item.days;
    step.value = item.value;
    step.period = item.period;
    step.from = toDay(item.from);
    step.to = toDay(item.to);
    for (const std::string& key : item.needs)
        step.needs << q(key);
    QStringList why, tradeOffs;
    for (const score::Reason& reason : item.reasons)
        why << q(reason.text);
    for (const std::string& tradeOff : item.tradeOffWords)
        tradeOffs << q(tradeOff);
    step.why = why.join(QLatin1Char(' '));
    step.tradeOffs = tradeOffs.join(QStringLiteral("; "));
    return step;
}

} // namespace

std::vector<PlanStep> planSteps(const score::Plan& plan, const std::vector<score::Finding>& findings) {
    std::map<std::string_view, const score::Finding*> byKey;
    for (const score::Finding& finding : findings)
        byKey.emplace(finding.key, &finding);
    std::vector<PlanStep> steps;
    for (const score::PlanItem& item : plan.items) {
        const auto found = byKey.find(item.key);
        steps.push_back(stepOf(item, found == byKey.end() ? nullptr : found->second));
    }
    return steps;
}

QDate toDay(Date date) {
    return date.valid() ? QDate(date.year, date.month, date.day) : QDate();
}

Date fromDay(const QDate& date) {
    return date.isValid() ? Date{date.year(), date.month(), date.day()} : Date{};
}

QString dayWords(const QDate& date) {
    return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
}

QString shortDayWords(const QDate& date) {
    return QLocale().toString(date, QStringLiteral("d MMM"));
}

QString personDays(double days) {
    // Half days are said, smaller parts are not: nobody plans them.
    const double halves = qRound(days * 2) / 2.0;
    return QLocale().toString(halves, 'f', halves == qRound(halves) ? 0 : 1);
}

QString stepSentence(const PlanStep& step) {
    QStringList parts;
    parts << (step.mark == MarkKind::High     ? words("High risk: %1").arg(step.title)
              : step.mark == MarkKind::Medium ? words("Medium risk: %1").arg(step.title)
                                              : words("%1: %2").arg(markWord(step.mark), step.title));
    if (!step.code.isEmpty())
        parts << step.code;
    parts << words("effort %1").arg(step.effort) << words("%1 to %2").arg(shortDayWords(step.from), dayWords(step.to))
          << (step.owner.isEmpty() ? words("no owner") : step.owner);
    return parts.join(QStringLiteral(", "));
}

} // namespace plumb::ui
