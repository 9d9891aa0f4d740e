// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_edits.h"

#include "core/cost/plan.h"
#include "core/cost/starters.h"
#include "ui/models/cost_text.h"

#include <algorithm>
#include <QCoreApplication>

namespace plumb::ui {
namespace {

struct CostEdits {
    Q_DECLARE_TR_FUNCTIONS(CostEdits)
};

template <typename T> std::vector<std::string> idsOf(const std::vector<T>& all) {
    std::vector<std::string> ids;
    for (const T& each : all)
        ids.push_back(each.id);
    return ids;
}

template <typename T> T* find(std::vector<T>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void drop(std::vector<std::string>& ids, std::string_view id) {
    std::erase_if(ids, [&](const std::string& each) { return each == id; });
}

QString freeName(const QString& wanted, const std::vector<QString>& taken) {
    QString name = wanted;
    for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number)
        name = CostEdits::tr("%1 %2").arg(wanted).arg(number);
    return name;
}

template <typename T> std::vector<QString> namesOf(const std::vector<T>& all) {
    std::vector<QString> names;
    for (const T& each : all)
        names.push_back(q(each.name));
    return names;
}

/// The measure and all that need it, directly or not.
std::vector<std::string> withDependants(const review::Costs& costs, std::string_view measure) {
    std::vector<std::string> out{std::string(measure)};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const review::CostMeasure& each : costs.measures)
            if (has(each.prerequisites, out[i]) && !has(out, each.id))
                out.push_back(each.id);
    return out;
}

void forgetMeasure(review::Costs& costs, std::string_view id) {
    for (const std::string& gone : withDependants(costs, id))
        for (review::CostScenario& scenario : costs.scenarios)
            drop(scenario.measures, gone);
    std::erase_if(costs.measures, [&](const review::CostMeasure& each) { return each.id == id; });
    for (review::CostMeasure& each : costs.measures) {
        drop(each.excludes, id);
        drop(each.prerequisites, id);
    }
}

std::size_t placeIn(const std::vector<std::string>& order, std::string_view id) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), id) - order.begin());
}

/// Sorted as `order` says; what it does not name keeps its order behind the rest.
void sortBy(std::vector<std::string>& ids, const std::vector<std::string>& order) {
    std::stable_sort(ids.begin(), ids.end(),
                     [&](const std::string& a, const std::string& b) { return placeIn(order, a) < placeIn(order, b); });
}

} // namespace

CostChange withNewItem(const review::Costs& costs, std::string_view type, const QString& name) {
    CostChange out{costs, {}, {}};
    const QString words = freeName(name.isEmpty() ? itemTypeWords(type) : name, namesOf(costs.items));
    auto item = cost::newItem(costs, cost::PriceBook(costs.prices), type, s(words));
    if (!item)
        return out;
    out.id = item->id;
    out.label = CostEdits::tr("Add item %1").arg(words);
    out.costs.items.push_back(std::move(*item));
    return out;
}

CostChange withoutItem(const review::Costs& costs, std::string_view id) {
    CostChange out{costs, {}, std::string(id)};
    const review::CostItem* gone = costs.findItem(id);
    if (gone == nullptr)
        return out;
    out.label = CostEdits::tr("Delete item %1").arg(q(gone->name));
    for (const review::CostMeasure& each : costs.measures)
        if (each.items.size() == 1 && each.items.front() == id)
            forgetMeasure(out.costs, each.id);
    for (review::CostMeasure& each : out.costs.measures)
        drop(each.items, id);
    std::erase_if(out.costs.items, [&](const review::CostItem& each) { return each.id == id; });
    return out;
}

CostChange withItem(const review::Costs& costs, const review::CostItem& item, const QString& label) {
    CostChange out{costs, label, item.id};
    if (review::CostItem* there = find(out.costs.items, item.id))
        *there = item;
    return out;
}

CostChange withNewMeasure(const review::Costs& costs, std::string_view type, std::string_view item,
                          const QString& name) {
    CostChange out{costs, {}, {}};
    const QString words = freeName(name.isEmpty() ? measureTypeWords(type) : name, namesOf(costs.measures));
    auto measure = cost::newMeasure(costs, cost::PriceBook(costs.prices), type, {std::string(item)}, s(words));
    if (!measure)
        return out;
    const std::string id = measure->id;
    out.id = id;
    out.label = CostEdits::tr("Add measure %1").arg(words);
    out.costs.measures.push_back(std::move(*measure));
    if (out.costs.scenarios.empty()) {
        const QString first = freeScenarioName(costs);
        out.costs.scenarios.push_back({cost::freshId(s(first), {}), s(first), {}});
    }
    const std::string chosen = out.costs.chosen()->id;
    find(out.costs.scenarios, chosen)->measures.push_back(id);
    return out;
}

CostChange withoutMeasure(const review::Costs& costs, std::string_view id) {
    CostChange out{costs, {}, std::string(id)};
    if (const review::CostMeasure* gone = costs.findMeasure(id)) {
        out.label = CostEdits::tr("Delete measure %1").arg(q(gone->name));
        forgetMeasure(out.costs, id);
    }
    return out;
}

CostChange withMeasure(const review::Costs& costs, const review::CostMeasure& measure, const QString& label) {
    CostChange out{costs, label, measure.id};
    if (review::CostMeasure* there = find(out.costs.measures, measure.id))
        *there = measure;
    return out;
}

QString whyUnavailable(const review::Costs& costs, std::string_view scenario, std::string_view measure) {
    const review::CostMeasure* about = costs.findMeasure(measure);
    const review::CostScenario* in = costs.findScenario(scenario);
    if (about == nullptr || (in != nullptr && has(in->measures, measure)))
        return {};
    const std::vector<std::string> on = in == nullptr ? std::vector<std::string>() : in->measures;
    for (const std::string& id : on) {
        const review::CostMeasure* other = costs.findMeasure(id);
        if (other != nullptr && (has(about->excludes, id) || has(other->excludes, measure)))
            return CostEdits::tr("Excluded by %1").arg(q(other->name));
    }
    for (const std::string& id : about->prerequisites)
        if (const review::CostMeasure* other = costs.findMeasure(id); other != nullptr && !has(on, id))
            return CostEdits::tr("Needs %1").arg(q(other->name));
    return {};
}

CostChange withSwitched(const review::Costs& costs, std::string_view scenario, std::string_view measure, bool on,
                        const std::vector<std::string>& order) {
    CostChange out{costs, {}, std::string(measure)};
    const review::CostMeasure* about = costs.findMeasure(measure);
    if (about == nullptr)
        return out;
    out.label = (on ? CostEdits::tr("Switch on %1") : CostEdits::tr("Switch off %1")).arg(q(about->name));
    if (out.costs.scenarios.empty()) {
        const QString first = freeScenarioName(costs);
        out.costs.scenarios.push_back({cost::freshId(s(first), {}), s(first), {}});
    }
    review::CostScenario* in = find(out.costs.scenarios, scenario);
    if (in == nullptr)
        in = &out.costs.scenarios.front();
    if (on && !has(in->measures, measure)) {
        in->measures.emplace_back(measure);
        sortBy(in->measures, order);
    }
    if (!on) {
        const std::vector<std::string> gone = withDependants(costs, measure);
        const auto others = std::count_if(in->measures.begin(), in->measures.end(),
                                          [&](const std::string& id) { return id != measure && has(gone, id); });
        for (const std::string& id : gone)
            drop(in->measures, id);
        if (others > 0)
            out.label = CostEdits::tr("Switch off %1 and what needs it").arg(q(about->name));
    }
    return out;
}

CostChange withOrder(const review::Costs& costs, std::string_view scenario, const std::vector<std::string>& order) {
    CostChange out{costs, {}, std::string(scenario)};
    if (review::CostScenario* in = find(out.costs.scenarios, scenario)) {
        sortBy(in->measures, order);
        out.label = CostEdits::tr("Order the measures of %1").arg(q(in->name));
    }
    return out;
}

CostChange withNewScenario(const review::Costs& costs, const QString& name, std::string_view like) {
    CostChange out{costs, CostEdits::tr("New scenario %1").arg(name), {}};
    review::CostScenario made;
    made.name = s(name);
    made.id = cost::freshId(made.name, idsOf(costs.scenarios));
    if (const review::CostScenario* from = costs.findScenario(like))
        made.measures = from->measures;
    out.id = made.id;
    out.costs.settings.scenario = made.id;
    out.costs.scenarios.push_back(std::move(made));
    return out;
}

CostChange withScenarioNamed(const review::Costs& costs, std::string_view id, const QString& name) {
    CostChange out{costs, CostEdits::tr("Rename scenario to %1").arg(name), std::string(id)};
    if (review::CostScenario* there = find(out.costs.scenarios, id))
        there->name = s(name);
    return out;
}

CostChange withoutScenario(const review::Costs& costs, std::string_view id) {
    CostChange out{costs, {}, std::string(id)};
    if (const review::CostScenario* gone = costs.findScenario(id))
        out.label = CostEdits::tr("Delete scenario %1").arg(q(gone->name));
    std::erase_if(out.costs.scenarios, [&](const review::CostScenario& each) { return each.id == id; });
    if (out.costs.settings.scenario == id)
        out.costs.settings.scenario.clear();
    return out;
}

CostChange withChosen(const review::Costs& costs, std::string_view id) {
    CostChange out{costs, {}, std::string(id)};
    if (const review::CostScenario* chosen = costs.findScenario(id)) {
        out.costs.settings.scenario = id;
        out.label = CostEdits::tr("Choose scenario %1").arg(q(chosen->name));
    }
    return out;
}

QString freeScenarioName(const review::Costs& costs, const QString& like) {
    if (!like.isEmpty())
        return freeName(like, namesOf(costs.scenarios));
    const std::vector<QString> taken = namesOf(costs.scenarios);
    for (std::size_t number = taken.size() + 1;; ++number) {
        const QString name = CostEdits::tr("Scenario %1").arg(number);
        if (std::find(taken.begin(), taken.end(), name) == taken.end())
            return name;
    }
}

std::vector<std::string> measureOrder(const review::Costs& costs, const review::CostScenario* scenario,
                                      const std::vector<std::string>& previous) {
    const std::vector<std::string> on = scenario == nullptr ? std::vector<std::string>() : scenario->measures;
    std::vector<std::string> kept, keptOn;
    for (const std::string& id : previous)
        if (costs.findMeasure(id) != nullptr) {
            kept.push_back(id);
            if (has(on, id))
                keptOn.push_back(id);
        }
    for (const std::string& id : on)
        if (!has(kept, id)) {
            kept.push_back(id);
            keptOn.push_back(id);
        }
    std::vector<std::string> out = kept;
    if (keptOn != on)
        out = on;
    for (const review::CostMeasure& each : costs.measures)
        if (!has(out, each.id))
            out.push_back(each.id);
    return out;
}

} // namespace plumb::ui
