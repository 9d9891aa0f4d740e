// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/starter_figures.h"

#include "core/cost/field_json.h"
#include "core/cost/types.h"

#include <algorithm>
#include <cmath>

namespace plumb::cost {
namespace {

using review::CostFields;
using review::CostItem;

std::string number(double value) {
    return storedJson(Json(value));
}

/// Mean of a number field of an item by any of its names, its default, or `otherwise`.
double meanOf(const CostItem* item, std::string_view field, double otherwise) {
    const std::vector<ItemTypeInfo>& types = itemTypes();
    const auto info = std::find_if(types.begin(), types.end(),
                                   [&](const ItemTypeInfo& one) { return item != nullptr && one.name == item->type; });
    const std::optional<std::size_t> k = info == types.end() ? std::nullopt : numberIndex(info->fields, field);
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

} // namespace

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

} // namespace plumb::cost
