// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plan.h"

#include "core/score/adoption.h"
#include "core/score/days.h"
#include "core/score/plan_parts.h"
#include "core/score/sequence.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace plumb::score {
namespace {

using review::FindingStatus;

constexpr int kMonthsOfYear = 12;

std::string tradeOffWords(const review::TradeOff& tradeOff) {
    std::string name = tradeOff.framework;
    for (const FrameworkPillar& pillar : frameworkPillars())
        if (pillar.id == tradeOff.framework)
            name = pillar.shortName;
    std::string_view note = tradeOff.note;
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    if (note.size() > name.size() + 1 && note[name.size()] == ' ' &&
        std::equal(name.begin(), name.end(), note.begin(), same))
        note.remove_prefix(name.size() + 1); // "cost +$140 a month"
    return name + ": " + (!note.empty() ? std::string(note) : tradeOff.helps ? "helps" : "harms");
}

PlanItem itemOf(const Finding& finding, const Effects& effects) {
    PlanItem item;
    item.key = finding.key;
    item.number = finding.number;
    item.title = finding.title;
    item.owner = finding.owner;
    item.severity = finding.severity;
    item.status = finding.status;
    item.practices = finding.toClose;
    item.effort = finding.effort;
    const double left = finding.status == FindingStatus::InProgress ? 1.0 - finding.progress / 100.0 : 1.0;
    item.days = std::max(kLeastDays, finding.days * left);
    const Effect effect = effects.of(finding.toClose);
    item.penalty = finding.byHand && finding.toClose.empty() ? finding.penalty : std::max(0.0, effect.penalty);
    item.scoreGain = effect.scoreGain;
    item.monthlySaving = finding.monthlySaving;
    if (finding.rating > 0)
        item.avoidedLoss = finding.loss.mean * std::max(0.0, 1.0 - double(finding.residualRating) / finding.rating);
    const double money = kMonthsOfYear * item.monthlySaving + item.avoidedLoss;
    item.value = std::max(0.0, item.penalty + money / kMoneyPerPenalty);
    item.perDay = item.value / item.days;
    item.quickWin = finding.days <= daysOf(lens::Effort::S) && (finding.severity == lens::Risk::High || money > 0.0);
    for (const review::TradeOff& tradeOff : finding.tradeOffs)
        item.tradeOffWords.push_back(tradeOffWords(tradeOff));
    return item;
}

int pillarRank(const std::vector<std::string>& priorities, const std::string& framework) {
    const auto it = std::find(priorities.begin(), priorities.end(), framework);
    return static_cast<int>(it - priorities.begin());
}

/// Open ones, and accepted ones whose acceptance ends before the plan does.
std::vector<const Finding*> chosen(const std::vector<Finding>& findings, Date end) {
    std::vector<const Finding*> out;
    for (const Finding& finding : findings)
        if (finding.open || (finding.status == FindingStatus::Accepted && finding.until < end))
            out.push_back(&finding);
    return out;
}

/// Items by rank, with their class.
PlanDraft ranked(const review::Review& review, const Scores& scores, const std::vector<const Finding*>& findings) {
    struct Ranked {
        const Finding* finding;
        PlanItem item;
        int pillar;
    };
    const Effects effects(review, scores);
    std::vector<Ranked> all;
    for (const Finding* finding : findings)
        all.push_back({finding, itemOf(*finding, effects), pillarRank(review.planning.priorities, finding->framework)});
    const auto place = [](const Ranked& r) {
        const int number = r.item.number > 0 ? r.item.number : std::numeric_limits<int>::max();
        return std::make_tuple(r.item.severity == lens::Risk::High ? 0 : 1, r.pillar, -r.item.perDay,
                               -r.finding->rating, number, std::string_view(r.item.key));
    };
    std::ranges::sort(all, [&](const Ranked& a, const Ranked& b) { return place(a) < place(b); });
    PlanDraft draft;
    draft.planning = review.planning;
    for (Ranked& r : all) {
        r.item.rank = static_cast<int>(draft.items.size()) + 1;
        const bool accepted = r.item.status == FindingStatus::Accepted;
        draft.acceptedUntil.push_back(accepted ? r.finding->until : Date{});
        draft.due.push_back(r.finding->due);
        draft.classes.push_back((r.item.severity == lens::Risk::High ? 0 : 1'000) + r.pillar);
        draft.items.push_back(std::move(r.item));
    }
    return draft;
}

/// Takes over the needs that are in the plan; one that would close a circle is left out.
void link(PlanDraft& draft, const std::vector<const Finding*>& findings) {
    std::map<std::string_view, std::size_t> byKey;
    for (std::size_t i = 0; i < draft.items.size(); ++i)
        byKey.emplace(draft.items[i].key, i);
    draft.needs.resize(draft.items.size());
    draft.dependents.resize(draft.items.size());
    const auto reaches = [&](std::size_t from, std::size_t target) { // along needs
        std::vector<std::size_t> stack{from};
        std::vector<bool> seen(draft.items.size(), false);
        while (!stack.empty()) {
            const std::size_t at = stack.back();
            stack.pop_back();
            if (at == target)
                return true;
            if (!seen[at])
                stack.insert(stack.end(), draft.needs[at].begin(), draft.needs[at].end());
            seen[at] = true;
        }
        return false;
    };
    std::map<std::string_view, const Finding*> source;
    for (const Finding* finding : findings)
        source.emplace(finding->key, finding);
    for (std::size_t i = 0; i < draft.items.size(); ++i)
        for (const std::string& key : source.at(draft.items[i].key)->needs) {
            const auto it = byKey.find(key);
            if (it == byKey.end() || reaches(it->second, i))
                continue;
            draft.needs[i].push_back(it->second);
            draft.dependents[it->second].push_back(i);
            draft.items[i].needs.push_back(key);
        }
}

/// Adds the item and what it waits for to the set, unless placed.
void gather(const PlanDraft& draft, std::size_t item, const std::vector<bool>& placed, std::vector<bool>& in) {
    std::vector<std::size_t> stack{item};
    while (!stack.empty()) {
        const std::size_t at = stack.back();
        stack.pop_back();
        if (placed[at] || in[at])
            continue;
        in[at] = true;
        stack.insert(stack.end(), draft.needs[at].begin(), draft.needs[at].end());
    }
}

/// Class by class, each with what it still waits for.
Proof putInOrder(PlanDraft& draft) {
    Proof proof;
    double done = 0.0;
    std::vector<bool> placed(draft.items.size(), false);
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
        if (placed[i])
            continue;
        std::vector<bool> in(draft.items.size(), false);
        for (std::size_t k = i; k < draft.items.size() && draft.classes[k] == draft.classes[i]; ++k)
            gather(draft, k, placed, in);
        std::vector<std::size_t> members, position(draft.items.size(), 0);
        for (std::size_t k = 0; k < in.size(); ++k)
            if (in[k]) {
                position[k] = members.size();
                members.push_back(k);
            }
        std::vector<Job> jobs;
        double weight = 0.0, days = 0.0;
        for (const std::size_t k : members) {
            Job& job = jobs.emplace_back(Job{draft.items[k].value, draft.items[k].days, {}});
            for (const std::size_t before : draft.needs[k])
                if (in[before])
                    job.after.push_back(position[before]);
            weight += job.weight;
            days += job.days;
            placed[k] = true;
        }
        const Sequenced sequenced = sequence(jobs);
        for (const std::size_t k : sequenced.order)
            draft.order.push_back(members[k]);
        proof.objective += weight * done + sequenced.objective;
        proof.bound += weight * done + sequenced.bound;
        done += days;
    }
    for (std::size_t i = 0; i < draft.order.size(); ++i)
        draft.items[draft.order[i]].order = static_cast<int>(i) + 1;
    return proof;
}

std::vector<Period> periodsFrom(Date start, const review::Planning& planning) {
    std::vector<Period> periods;
    for (int i = 0; i < kPlanPeriods; ++i) {
        Period period;
        period.name = i == 0 ? "First 30 days" : i == 1 ? "To 60 days" : "To 90 days";
        period.from = addDays(start, i * kPlanPeriodDays);
        period.to = addDays(start, (i + 1) * kPlanPeriodDays - 1);
        period.capacity = planning.mode == review::PlanMode::Capacity ? planning.capacity : 0.0;
        periods.push_back(std::move(period));
    }
    return periods;
}

void sumUp(Plan& plan, const review::Review& review, const Scores& scores) {
    std::vector<review::PracticeRef> adopted;
    for (const PlanItem& item : plan.items) {
        if (item.period >= kPlanPeriods)
            continue;
        adopted.insert(adopted.end(), item.practices.begin(), item.practices.end());
        plan.monthlySaving += item.monthlySaving;
    }
    const WhatIf then = whatIf(review, scores, adopted);
    plan.before = then.before;
    plan.after = then.after;
    plan.highBefore = then.before.high;
    plan.highAfter = then.after.high;
    plan.mediumBefore = then.before.medium;
    plan.mediumAfter = then.after.medium;
    plan.readinessAfter = then.readinessAfter;
}

} // namespace

Plan makePlan(const review::Review& review, const Scores& scores, const std::vector<Finding>& findings, Date today) {
    const Date start = review.planning.start.valid() ? review.planning.start : today;
    Plan plan;
    std::vector<Period> periods = periodsFrom(start, review.planning);
    const std::vector<const Finding*> taken = chosen(findings, periods.back().to);
    PlanDraft draft = ranked(review, scores, taken);
    draft.periods = std::move(periods);
    link(draft, taken);
    plan.proof = putInOrder(draft);
    if (review.planning.mode == review::PlanMode::Capacity && review.planning.capacity > 0.0)
        layOutCapacity(draft, start);
    else
        layOutDays(draft, start);
    giveReasons(draft);
    for (const std::size_t i : draft.order)
        plan.items.push_back(std::move(draft.items[i]));
    plan.periods = std::move(draft.periods);
    sumUp(plan, review, scores);
    return plan;
}

} // namespace plumb::score
