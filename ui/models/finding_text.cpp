// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_text.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"
#include "ui/models/question_facts.h"

#include <array>
#include <cmath>
#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace plumb::ui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::Finding", text);
}

} // namespace

QString findingCode(const score::Finding& finding) {
    return finding.number > 0 ? q(review::findingCode(finding.number)) : q(finding.question.question);
}

QString findingWhere(const score::Finding& finding) {
    if (finding.byHand)
        return finding.pillar.empty() ? words("Written by hand") : words("%1, written by hand").arg(q(finding.pillar));
    return words("%1, %2 %3").arg(q(finding.lens), q(finding.pillar)).arg(finding.position);
}

MarkKind findingMark(const score::Finding& finding) {
    if (finding.status == review::FindingStatus::Accepted)
        return MarkKind::Accepted;
    if (!finding.open)
        return MarkKind::None;
    return finding.severity == lens::Risk::High ? MarkKind::High : MarkKind::Medium;
}

QString statusWord(review::FindingStatus status) {
    switch (status) {
    case review::FindingStatus::Open:
        return words("Open");
    case review::FindingStatus::InProgress:
        return words("In progress");
    case review::FindingStatus::Resolved:
        return words("Resolved");
    case review::FindingStatus::Accepted:
        return words("Accepted");
    case review::FindingStatus::Transferred:
        return words("Transferred");
    case review::FindingStatus::FalseAlarm:
        return words("False alarm");
    }
    return {};
}

QString effortLetter(lens::Effort effort) {
    return q(review::toText(effort));
}

QString effortWords(lens::Effort effort) {
    if (effort == lens::Effort::Unset)
        return words("Not set");
    const int days = qRound(score::daysOf(effort));
    return days == 1 ? words("%1, 1 day").arg(effortLetter(effort))
                     : words("%1, %2 days").arg(effortLetter(effort)).arg(days);
}

QString likelihoodWord(int likelihood) {
    constexpr std::array<const char*, 6> kWords{"",
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Rare"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Unlikely"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Possible"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Likely"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Almost certain")};
    return likelihood >= 1 && likelihood <= 5 ? words(kWords.at(static_cast<std::size_t>(likelihood))) : QString();
}

QString impactWord(int impact) {
    constexpr std::array<const char*, 6> kWords{"",
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Minor"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Small"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Moderate"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Major"),
                                                QT_TRANSLATE_NOOP("plumb::ui::Finding", "Severe")};
    return impact >= 1 && impact <= 5 ? words(kWords.at(static_cast<std::size_t>(impact))) : QString();
}

QString shortPerson(const QString& name) {
    QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (parts.size() > 2 && parts.front().endsWith(QLatin1Char('.'))) // a title, "Dr."
        parts.removeFirst();
    if (parts.size() < 2 || parts.front().size() < 3 || name.size() < 8)
        return name;
    return QStringLiteral("%1. %2").arg(parts.front().front()).arg(parts.mid(1).join(QLatin1Char(' ')));
}

QString shortDay(Date day, Date today) {
    if (!day.valid())
        return {};
    const QDate date(day.year, day.month, day.day);
    const bool near =
        !today.valid() || day.year == today.year || (day > today && day <= addMonths(today, 6)) || day < today;
    const bool old = today.valid() && day.year < today.year;
    return QLocale().toString(date, near && !old ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString monthlyWords(double saving) {
    const double rounded = std::round(saving);
    if (rounded == 0.0)
        return {};
    const QString number = QLocale(QLocale::English).toString(std::abs(rounded), 'f', 0);
    return (rounded > 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + number;
}

QString lossWords(const score::YearlyLoss& loss, const QString& sign) {
    return loss.mean > 0 ? words("%1 likely, P90 %2").arg(shortMoney(loss.mean, sign), shortMoney(loss.p90, sign))
                         : QString();
}

QString tradeOffWords(const review::TradeOff& trade) {
    const QString pillar = frameworkName(trade.framework);
    const QString head = trade.helps ? words("%1 up").arg(pillar) : words("%1 down").arg(pillar);
    return trade.note.empty() ? head : words("%1: %2").arg(head, q(trade.note));
}

QString findingSentence(const score::Finding& finding) {
    QStringList parts{markWord(findingMark(finding)), findingCode(finding), q(finding.title),
                      words("rating %1").arg(finding.rating)};
    parts << (finding.owner.empty() ? words("no owner") : words("owner %1").arg(q(finding.owner)));
    if (finding.due.valid())
        parts << words("due %1").arg(dayWords(finding.due));
    if (finding.overdue)
        parts << words("overdue");
    parts << statusWord(finding.status);
    return parts.join(QStringLiteral(", "));
}

QStringList knownOwners(const session::Session& session) {
    QStringList names;
    for (const review::Participant& person : session.review().participants)
        names << q(person.name);
    for (const review::Finding& finding : session.review().findings)
        if (!finding.owner.empty())
            names << q(finding.owner);
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString findingName(const session::Session& session, const std::string& key) {
    const score::Finding* finding = session.finding(key);
    return finding == nullptr ? q(key) : words("%1 %2").arg(findingCode(*finding), q(finding->title));
}

} // namespace plumb::ui
