// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_reasons.h"

#include "ui/bridge/session_bridge.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace plumb::ui {

namespace {

using Kind = score::Reason::Kind;

constexpr std::size_t kTellEach = 3; ///< more of one kind are told as one

struct Words {
    Kind kind;
    Icon icon;
    const char* one;  ///< %1 is the step
    const char* many; ///< %1 is how many
};

#define WORDS(text) QT_TRANSLATE_NOOP("plumb::ui::PlanReasons", text)
constexpr std::array<Words, 7> kWords{{
    {Kind::MovedForward, Icon::ArrowLeft, WORDS("%1 moved forward"), WORDS("%1 steps moved forward")},
    {Kind::NoCapacity, Icon::ArrowRight, WORDS("%1 waits for people"), WORDS("%1 steps wait for people")},
    {Kind::After, Icon::Split, WORDS("%1 comes after another step"), WORDS("%1 steps come after another")},
    {Kind::DueDate, Icon::Calendar, WORDS("%1 has a due date"), WORDS("%1 steps have due dates")},
    {Kind::AcceptedEnds, Icon::Clock, WORDS("%1 is accepted for now"), WORDS("%1 steps are accepted for now")},
    {Kind::BeyondPlan, Icon::ArrowRight, WORDS("%1 ends after the plan"), WORDS("%1 steps end after the plan")},
    {Kind::QuickWin, Icon::TrendUp, WORDS("%1 is a quick win"), WORDS("%1 quick wins come early")},
}};
#undef WORDS

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::PlanReasons", text);
}

const Words& wordsOf(Kind kind) {
    for (const Words& entry : kWords)
        if (entry.kind == kind)
            return entry;
    return kWords.back();
}

QString nameOf(const score::PlanItem& item) {
    return item.number > 0 ? q(review::findingCode(item.number)) + QLatin1Char(' ') + q(item.title) : q(item.title);
}

/// Titles of the first few, "and 4 more".
QString listed(const std::vector<const score::PlanItem*>& items) {
    QStringList names;
    for (const score::PlanItem* item : items) {
        if (names.size() == 3)
            break;
        names << (item->number > 0 ? q(review::findingCode(item->number)) : q(item->title));
    }
    const QString list = names.join(QStringLiteral(", "));
    const auto more = items.size() - static_cast<std::size_t>(names.size());
    return more == 0 ? list + QLatin1Char('.') : words("%1 and %2 more.").arg(list).arg(more);
}

void addOverCapacity(const score::Plan& plan, std::vector<PlanRowText>& rows) {
    for (const score::Period& period : plan.periods) {
        const double over = period.used - period.capacity;
        if (period.capacity <= 0 || over <= 0.25)
            continue;
        PlanRowText row;
        row.icon = Icon::Warning;
        row.warning = true;
        row.title = words("%1: %2 days over").arg(q(period.name), personDays(over));
        row.sentence = words("Start later, or give the plan more person-days.");
        rows.push_back(row);
    }
}

} // namespace

std::vector<PlanRowText> reasonsOf(const score::Plan& plan, const QString& key) {
    std::vector<PlanRowText> rows;
    for (const score::PlanItem& item : plan.items) {
        if (q(item.key) != key)
            continue;
        for (const score::Reason& reason : item.reasons) {
            PlanRowText row;
            row.key = reason.other.empty() ? key : q(reason.other);
            row.icon = wordsOf(reason.kind).icon;
            row.title = q(reason.text);
            rows.push_back(row);
        }
        PlanRowText rank;
        rank.key = key;
        rank.icon = Icon::Sort;
        rank.title = words("Rank %1 of %2").arg(item.rank).arg(plan.items.size());
        const bool high = item.severity == lens::Risk::High;
        rank.sentence = (high ? words("High before medium, then your priorities, then worth for a day: %1.")
                              : words("Medium after high, then your priorities, then worth for a day: %1."))
                            .arg(QLocale().toString(item.perDay, 'f', 2));
        rows.push_back(rank);
        for (const std::string& tradeOff : item.tradeOffWords) {
            PlanRowText row;
            row.key = key;
            row.icon = Icon::Scale;
            row.title = q(tradeOff);
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<PlanRowText> reasonsOf(const score::Plan& plan) {
    std::vector<PlanRowText> rows;
    addOverCapacity(plan, rows);
    for (const Words& entry : kWords) {
        std::vector<const score::PlanItem*> items;
        std::vector<const score::Reason*> reasons;
        for (const score::PlanItem& item : plan.items)
            for (const score::Reason& reason : item.reasons)
                if (reason.kind == entry.kind) {
                    items.push_back(&item);
                    reasons.push_back(&reason);
                    break;
                }
        PlanRowText row;
        row.icon = entry.icon;
        if (items.size() > kTellEach) {
            row.key = q(items.front()->key);
            row.title = words(entry.many).arg(items.size());
            row.sentence = listed(items);
            rows.push_back(row);
            continue;
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            row.key = q(items[i]->key);
            row.title = words(entry.one).arg(nameOf(*items[i]));
            row.sentence = q(reasons[i]->text);
            rows.push_back(row);
        }
    }
    return rows;
}

QString proofSentence(const score::Plan& plan) {
    if (plan.items.empty())
        return {};
    const double gap = plan.proof.gap();
    if (gap < 0.0005)
        return words("No other order gets more done sooner: this one is proven best.");
    const int percent = std::max(1, static_cast<int>(std::ceil(gap * 100)));
    return words("No other order can be more than %1 % better than this one.").arg(percent);
}

} // namespace plumb::ui
