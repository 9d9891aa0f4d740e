// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/starters.h"

#include "core/cost/plan.h"
#include "core/cost/starter_figures.h"
#include "core/cost/types.h"
#include "core/cost/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

using review::CostFields;
using review::CostItem;
using review::CostMeasure;

template <typename Things> std::vector<std::string> idsOf(const Things& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things)
        ids.push_back(thing.id);
    return ids;
}

template <typename Info> const Info* infoNamed(const std::vector<Info>& infos, std::string_view name) {
    const auto it = std::find_if(infos.begin(), infos.end(), [&](const Info& info) { return info.name == name; });
    return it == infos.end() ? nullptr : &*it;
}

template <typename Info> tl::unexpected<Error> noType(const std::vector<Info>& infos, std::string_view type) {
    std::vector<std::string> known;
    for (const Info& info : infos)
        known.emplace_back(info.name);
    return fail(ErrorKind::Usage, "cost.type",
                fmt::format("There is no type \"{}\". {}", cut(type), orList(nearest(type, known), known)),
                std::string(type), {cut(type)});
}

/// "agent-step-budget" -> "Agent step budget".
std::string nameOfType(std::string_view type) {
    std::string name(type);
    std::replace(name.begin(), name.end(), '-', ' ');
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

/// Prices of a subject that the book may not have.
template <typename Thing> void fillFrom(const PriceBook& book, std::string_view subject, Thing& thing) {
    if (subject.empty())
        return;
    if (const auto set = book.fill(thing, subject))
        thing.note = fmt::format("Prices of {}.", subject);
}

std::string limited(std::string_view name) {
    return name.size() <= review::kMaxCostName ? std::string(name) : cut(name);
}

bool canActOn(const MeasureTypeInfo& info, const CostItem& item) {
    const ItemTypeInfo* type = infoNamed(itemTypes(), item.type);
    return type != nullptr &&
           (info.items.empty() || std::find(info.items.begin(), info.items.end(), type->type) != info.items.end());
}

} // namespace

Result<CostItem> newItem(const review::Costs& costs, const PriceBook& book, std::string_view type,
                         std::string_view name) {
    const ItemTypeInfo* info = infoNamed(itemTypes(), type);
    if (info == nullptr)
        return noType(itemTypes(), type);
    CostItem out;
    out.name = name.empty() ? nameOfType(type) : limited(name);
    out.id = freshId(out.name, idsOf(costs.items));
    out.type = type;
    out.fields = itemFigures(info->type);
    fillFrom(book, itemSubject(info->type), out);
    return out;
}

std::vector<std::string> itemsFor(const review::Costs& costs, std::string_view measureType) {
    const MeasureTypeInfo* info = infoNamed(measureTypes(), measureType);
    std::vector<std::string> ids;
    if (info != nullptr)
        for (const CostItem& item : costs.items)
            if (canActOn(*info, item))
                ids.push_back(item.id);
    return ids;
}

Result<CostMeasure> newMeasure(const review::Costs& costs, const PriceBook& book, std::string_view type,
                               const std::vector<std::string>& items, std::string_view name) {
    const MeasureTypeInfo* info = infoNamed(measureTypes(), type);
    if (info == nullptr)
        return noType(measureTypes(), type);
    const std::vector<std::string> possible = itemsFor(costs, type);
    const auto scope = [&](const std::string& text, const std::string& where) {
        return fail(ErrorKind::Usage, "cost.scope",
                    fmt::format("{} {}", text,
                                possible.empty() ? "There is no item that it can act on." : orList({}, possible)),
                    where, {where});
    };
    if (items.empty())
        return scope(fmt::format("{} needs an item to act on.", type), {});
    for (auto it = items.begin(); it != items.end(); ++it) {
        if (std::find(possible.begin(), possible.end(), *it) == possible.end())
            return scope(fmt::format("{} can't act on \"{}\".", type, cut(*it)), *it);
        if (std::find(items.begin(), it, *it) != it)
            return scope(fmt::format("\"{}\" stands twice.", *it), *it);
    }
    const CostItem* first = costs.findItem(items.front());
    CostMeasure out;
    out.name = name.empty() ? nameOfType(type) : limited(name);
    out.id = freshId(out.name, idsOf(costs.measures));
    out.type = type;
    out.items = items;
    out.fields = measureFigures(info->type, first);
    fillFrom(book, measureSubject(info->type, first, book), out);
    return out;
}

review::CostScenario newScenario(const review::Costs& costs, std::string_view name) {
    review::CostScenario out;
    const std::string wanted = name.empty() ? "Scenario" : limited(name);
    out.name = wanted;
    for (std::size_t n = 2; std::any_of(costs.scenarios.begin(), costs.scenarios.end(),
                                        [&](const review::CostScenario& one) { return one.name == out.name; });
         ++n)
        out.name = fmt::format("{} ({})", wanted, n);
    out.id = freshId(out.name, idsOf(costs.scenarios));
    return out;
}

} // namespace plumb::cost
