// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The monthly cost of each item type; the formulas are those of the catalog (item_types.cpp).
#include "core/cost/engine.h"

namespace plumb::cost {
namespace {

constexpr double kMillion = 1e6;
constexpr double kTiny = 1e-300; ///< keeps 0/0 at 0

Num tokenCost(const ItemState& state) {
    namespace t = tokens;
    const std::vector<Num>& d = state.drivers.at;
    const TaskTokens task = taskTokens(state);
    const Num output = task.output * d[t::OutputPrice];
    const Num interactive = task.cachedInput * d[t::InputPrice] + output;
    if (state.batchShare.known() && state.batchShare.value() == 0)
        return d[t::Requests] * interactive / kMillion;
    const Num list = task.input * d[t::InputPrice] + output;
    const Num& factor = state.type == ItemType::BatchTokens ? d[batch_tokens::BatchFactor] : state.batchFactor;
    return d[t::Requests] * ((1.0 - state.batchShare) * interactive + state.batchShare * factor * list) / kMillion;
}

Num openSearchCost(const std::vector<Num>& d, double hours) {
    namespace o = opensearch;
    return max(d[o::Ocu], d[o::MinimumOcu]) * d[o::PricePerOcuHour] * (hours * d[o::ActiveShare]) +
           d[o::StorageGb] * d[o::PricePerGbMonth];
}

Num auroraCost(const std::vector<Num>& d, double hours) {
    namespace a = aurora;
    return d[a::Acu] * d[a::PricePerAcuHour] * hours + d[a::StorageGb] * d[a::PricePerGbMonth] +
           d[a::IoMillions] * d[a::PricePerMillionIo];
}

Num s3Cost(const std::vector<Num>& d) {
    namespace s = s3vectors;
    return d[s::StorageGb] * d[s::PricePerGbMonth] + d[s::PutGb] * d[s::PricePerPutGb] +
           d[s::QueryMillions] * d[s::PricePerMillionQueries] + d[s::ProcessedTb] * d[s::PricePerTb];
}

Num monitoringCost(const std::vector<Num>& d) {
    namespace m = monitoring;
    return d[m::Metrics] * d[m::PricePerMetric] + d[m::LogsGb] * d[m::PricePerLogGb] +
           d[m::StoredGb] * d[m::PricePerStoredGb] + d[m::Alarms] * d[m::PricePerAlarm] +
           d[m::Dashboards] * d[m::PricePerDashboard];
}

/// Tokens that the caches let be billed at list price, for one task.
Num cachedTokens(const CacheUse& cache, const Num& prefix, const Num& fresh, const Num& calls, const Num& growth,
                 const Num& input) {
    const Num& h = cache.hitRate;
    const Num misses = 1.0 - h;
    if (!cache.incremental) {
        const Num factor = h * cache.readFactor + misses * cache.writeFactor;
        return input - (calls + 1.0) * prefix * (1.0 - factor);
    }
    const Num written = prefix * misses + fresh + calls * growth;
    const Num read = prefix * h + calls * (prefix + fresh) + growth * (calls * max(calls - 1.0, 0.0)) * 0.5;
    return cache.writeFactor * written + cache.readFactor * read;
}

} // namespace

Num ratio(const Num& a, const Num& b) {
    return a / max(b, kTiny);
}

TaskTokens taskTokens(const ItemState& state) {
    namespace t = tokens;
    const std::vector<Num>& d = state.drivers.at;
    const Num context = d[t::PrefixTokens] + d[t::InputTokens];
    if (state.type == ItemType::BatchTokens)
        return {context, context, d[t::OutputTokens]};
    const Num& calls = d[t::ToolCalls];
    const Num& growth = d[t::GrowthTokens];
    const Num input = (calls + 1.0) * context + growth * (calls * (calls + 1.0)) * 0.5;
    const Num output = calls * d[t::StepOutputTokens] + d[t::OutputTokens];
    const auto cached = [&](const CacheUse& cache) {
        return cachedTokens(cache, d[t::PrefixTokens], d[t::InputTokens], calls, growth, input);
    };
    Num billed = input;
    if (state.drivers.has[t::HitRate])
        billed = cached({1, d[t::HitRate], d[t::ReadFactor], d[t::WriteFactor], false});
    for (const CacheUse& cache : state.caches)
        billed = mix(cache.level, billed, cached(cache));
    return {input, billed, output};
}

Num ownCost(const ItemState& state, double hours) {
    const std::vector<Num>& d = state.drivers.at;
    switch (state.type) {
    case ItemType::Endpoint:
        return d[endpoint::PricePerHour] * d[endpoint::Instances] * d[endpoint::HoursOn];
    case ItemType::Provisioned:
        return d[provisioned::ModelUnits] * d[provisioned::PricePerUnitHour] * hours;
    case ItemType::Tokens:
    case ItemType::BatchTokens:
        return tokenCost(state);
    case ItemType::OpenSearchServerless:
        return openSearchCost(d, hours);
    case ItemType::AuroraPgvector:
        return auroraCost(d, hours);
    case ItemType::S3Vectors:
        return s3Cost(d);
    case ItemType::Training:
        return d[training::PricePerHour] * d[training::Hours] * d[training::RunsPerMonth] /
               max(d[training::Efficiency], kTiny);
    case ItemType::Storage:
        return d[storage::Gb] * d[storage::PricePerGbMonth];
    case ItemType::Transfer:
        return max(d[transfer::Gb] - d[transfer::FreeGb], 0.0) * d[transfer::PricePerGb];
    case ItemType::Monitoring:
        return monitoringCost(d);
    case ItemType::Other:
        return d[other::Monthly];
    }
    return 0;
}

} // namespace plumb::cost
