// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/starters.h"

#include "core/cost/field_json.h"
#include "core/cost/plan.h"
#include "core/cost/types.h"
#include "core/cost/words.h"

#include <algorithm>
#include <cmath>
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

std::string number(double value) {
    return storedJson(Json(value));
}

/// Mean of a number field of an item by any of its names, its default, or `otherwise`.
double meanOf(const CostItem* item, std::string_view field, double otherwise) {
    const ItemTypeInfo* info = item == nullptr ? nullptr : infoNamed(itemTypes(), item->type);
    const std::optional<std::size_t> k = info == nullptr ? std::nullopt : numberIndex(info->fields, field);
    if (!k)
        return otherwise;
    const FieldInfo& found = info->fields[*k];
    std::vector<std::string_view> names = found.aliases;
    names.push_back(found.name);
    for (const std::string_view name : names)
        if (const auto it = item->fields.find(std::string(name)); it != item->fields.end())
            if (const std::optional<Quantity> quantity = quantityOf(it->second))
                return mean(*quantity);
    return found.fallback.value_or(otherwise);
}

/// The dearest model that costs at most half of both prices; empty when there is none.
std::string cheaperModel(const PriceBook& book, double input, double output) {
    std::string best;
    double bestPrice = 0;
    for (const std::string& subject : book.subjectsFor("tokens")) {
        const review::Price* in = book.find(subject, "inputPrice");
        const review::Price* out = book.find(subject, "outputPrice");
        if (in == nullptr || out == nullptr || in->amount > input / 2 || out->amount > output / 2 || out->amount <= 0)
            continue;
        if (in->amount + out->amount > bestPrice) {
            bestPrice = in->amount + out->amount;
            best = subject;
        }
    }
    return best;
}

/// Figures to start from, before the price book.
CostFields itemFigures(ItemType type) {
    switch (type) {
    case ItemType::Endpoint:
        return {{"pricePerHour", "1.408"}, {"instances", "1"}};
    case ItemType::Provisioned:
        return {{"modelUnits", "1"}, {"pricePerUnitHour", "39.6"}};
    case ItemType::Tokens:
    case ItemType::BatchTokens:
        return {{"requests", "100000"},
                {"inputTokens", "1000"},
                {"outputTokens", "300"},
                {"inputPrice", "3"},
                {"outputPrice", "15"}};
    case ItemType::OpenSearchServerless:
        return {{"ocu", "2"}};
    case ItemType::AuroraPgvector:
        return {{"acu", "0.5"}};
    case ItemType::S3Vectors:
        return {{"storageGb", "10"}};
    case ItemType::Training:
        return {{"pricePerHour", "25.251286"}, {"hours", "6"}};
    case ItemType::Storage:
        return {{"gb", "100"}, {"pricePerGbMonth", "0.023"}};
    case ItemType::Transfer:
        return {{"gb", "100"}, {"pricePerGb", "0.09"}};
    case ItemType::Monitoring:
        return {{"metrics", "10"}};
    case ItemType::Other:
        return {{"monthly", "0"}};
    }
    return {};
}

/// What a new item's prices are taken from; empty where the catalog's defaults do.
std::string_view itemSubject(ItemType type) {
    switch (type) {
    case ItemType::Endpoint:
        return "ml.g5.xlarge";
    case ItemType::Provisioned:
        return "claude-instant-v1/1-month";
    case ItemType::Tokens:
    case ItemType::BatchTokens:
        return "anthropic.claude-sonnet-4-5";
    case ItemType::OpenSearchServerless:
        return "opensearch-serverless";
    case ItemType::AuroraPgvector:
        return "aurora-serverless-v2";
    case ItemType::S3Vectors:
        return "s3-vectors";
    case ItemType::Training:
        return "ml.p4d.24xlarge";
    case ItemType::Transfer:
        return "data-transfer-out";
    case ItemType::Monitoring:
        return "cloudwatch";
    case ItemType::Storage:
    case ItemType::Other:
        break;
    }
    return {};
}

CostFields endpointFigures(MeasureType type, const CostItem* item) {
    switch (type) {
    case MeasureType::Schedule:
        return {{"hoursPerDay", "12"}, {"daysPerWeek", "5"}};
    case MeasureType::ScaleToZero:
        return {{"bursts", "60"}};
    case MeasureType::Consolidate:
        return {{"targetUtilisation", "0.6"}};
    case MeasureType::RightSize:
        return {{"pricePerHour", number(meanOf(item, "pricePerHour", 1))}};
    case MeasureType::SavingsPlan:
        return {{"discount", "0.2"}, {"coverage", "0.7"}};
    case MeasureType::SpotTraining:
        return {{"discount", "0.6"}};
    case MeasureType::DistributedTraining:
        return {{"instances", number(std::max(2.0, 2 * meanOf(item, "instances", 1)))}, {"efficiency", "0.9"}};
    case MeasureType::OffPeakTraining:
        return {{"intensityFactor", "0.8"}};
    default:
        return {};
    }
}

CostFields tokenFigures(MeasureType type, const CostItem* item) {
    const double calls = meanOf(item, "toolCalls", 0);
    switch (type) {
    case MeasureType::Batch:
        return {{"eligibleShare", "0.5"}};
    case MeasureType::PromptCaching: {
        CostFields fields{{"readFactor", number(meanOf(item, "readFactor", 0.1))},
                          {"writeFactor", number(meanOf(item, "writeFactor", 1.25))}};
        if (calls > 0)
            fields["incremental"] = "true";
        return fields;
    }
    case MeasureType::AgentStepBudget:
        return {{"maxToolCalls", number(calls > 0 ? std::ceil(calls / 2) : 3)}};
    case MeasureType::OutputCap:
        return {{"maxOutputTokens", number(std::floor(0.75 * meanOf(item, "outputTokens", 500)))}};
    case MeasureType::CheaperModel:
        return {{"inputPrice", number(meanOf(item, "inputPrice", 3) / 2)},
                {"outputPrice", number(meanOf(item, "outputPrice", 15) / 2)},
                {"share", "0.5"}};
    case MeasureType::EnterProvisioned:
        return {{"modelUnits", "1"}, {"pricePerUnitHour", "39.6"}};
    case MeasureType::LeaveProvisioned:
        return {{"requests", "100000"},
                {"inputTokens", "1000"},
                {"outputTokens", "300"},
                {"inputPrice", "3"},
                {"outputPrice", "15"}};
    default:
        return {};
    }
}

CostFields measureFigures(MeasureType type, const CostItem* item) {
    switch (type) {
    case MeasureType::Pgvector:
        return {{"acu", "0.5"}};
    case MeasureType::OpenSearchNextGeneration:
        return {{"ocu", number(std::max(1.0, meanOf(item, "ocu", 1)))}, {"activeShare", "0.3"}};
    case MeasureType::Factor:
        return {{"driver", "\"cost\""}, {"factor", "0.9"}};
    default:
        break;
    }
    CostFields fields = endpointFigures(type, item);
    fields.merge(tokenFigures(type, item));
    return fields;
}

std::string measureSubject(MeasureType type, const CostItem* item, const PriceBook& book) {
    switch (type) {
    case MeasureType::Pgvector:
        return "aurora-serverless-v2";
    case MeasureType::S3Vectors:
        return "s3-vectors";
    case MeasureType::OpenSearchNextGeneration:
        return "opensearch-serverless";
    case MeasureType::CheaperModel:
        return cheaperModel(book, meanOf(item, "inputPrice", 3), meanOf(item, "outputPrice", 15));
    case MeasureType::EnterProvisioned:
        return "claude-instant-v1/1-month";
    case MeasureType::LeaveProvisioned:
        return "anthropic.claude-sonnet-4-5";
    default:
        return {};
    }
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
    for (const std::string& id : items)
        if (std::find(possible.begin(), possible.end(), id) == possible.end())
            return scope(fmt::format("{} can't act on \"{}\".", type, cut(id)), id);
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
