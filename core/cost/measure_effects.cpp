// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each measure does to the drivers of the items in its scope; stated in the catalog (measure_types.cpp). At a
// level below 1 a driver goes that part of the way.
#include "core/cost/engine.h"

namespace plumb::cost {
namespace {

constexpr double kRounding = 1e-9; ///< a whole number of hosts that was missed by rounding is still that number

void move(Num& driver, double level, const Num& to) {
    driver = mix(level, driver, to);
}

/// Replaces the item's own formula, or the part of it that is not `kept`.
void replace(ItemState& state, double level, const Num& cost, const Num& kept = 0) {
    state.retained = mix(level, state.retained, state.retained * kept);
    state.moved = mix(level, state.moved, cost);
}

/// New hours for an endpoint whose useful hours stay what they are.
void changeHours(ItemState& state, double level, const Num& hours) {
    namespace e = endpoint;
    std::vector<Num>& d = state.drivers.at;
    const Num useful = d[e::HoursOn] * d[e::Utilisation];
    move(d[e::HoursOn], level, min(d[e::HoursOn], hours));
    d[e::Utilisation] = min(ratio(useful, d[e::HoursOn]), 1.0);
}

void applySchedule(const EffectArguments& a, ItemState& state) {
    namespace s = schedule;
    const std::vector<Num>& n = a.numbers.at;
    changeHours(state, a.level,
                a.numbers.has[s::HoursOn] ? n[s::HoursOn]
                                          : a.hours * (n[s::HoursPerDay] / 24.0) * (n[s::DaysPerWeek] / 7.0));
}

void applyScaleToZero(const EffectArguments& a, ItemState& state) {
    namespace s = scale_to_zero;
    const std::vector<Num>& n = a.numbers.at;
    const std::vector<Num>& d = state.drivers.at;
    const Num awake = n[s::Bursts] * (n[s::IdleMinutes] + n[s::StartMinutes]) / 60.0;
    changeHours(state, a.level, d[endpoint::HoursOn] * d[endpoint::Utilisation] + awake);
}

/// Hosts that all items in scope share, against the hosts that their load alone asks for.
Num hostsScale(const EffectArguments& a, const std::vector<ItemState>& states) {
    namespace c = consolidate;
    namespace e = endpoint;
    const std::vector<Num>& n = a.numbers.at;
    const auto whole = a.measure.fields.flags.find("wholeInstances");
    const bool round = whole != a.measure.fields.flags.end() && whole->second;
    if (!round && !a.numbers.has[c::MinInstances] && !a.numbers.has[c::HostMemoryGb])
        return 1;
    Num load = 0, memory = 0;
    for (const std::size_t k : a.measure.items) {
        const std::vector<Num>& d = states[k].drivers.at;
        load = load + d[e::Instances] * d[e::Utilisation];
        memory = memory + d[e::MemoryGb];
    }
    load = load / n[c::TargetUtilisation];
    Num hosts = max(load, n[c::MinInstances]);
    if (a.numbers.has[c::HostMemoryGb])
        hosts = max(hosts, memory / n[c::HostMemoryGb]);
    return ratio(round ? ceil(hosts - kRounding) : hosts, load);
}

void applyConsolidate(const EffectArguments& a, std::vector<ItemState>& states) {
    namespace e = endpoint;
    const Num scale = hostsScale(a, states);
    for (const std::size_t k : a.measure.items) {
        std::vector<Num>& d = states[k].drivers.at;
        const Num load = d[e::Instances] * d[e::Utilisation];
        move(d[e::Instances], a.level, load / a.numbers.at[consolidate::TargetUtilisation] * scale);
        d[e::Utilisation] = min(ratio(load, d[e::Instances]), 1.0);
    }
}

void applyBatch(const EffectArguments& a, ItemState& state) {
    namespace b = batch;
    namespace e = endpoint;
    const std::vector<Num>& n = a.numbers.at;
    if (state.type == ItemType::Tokens) {
        move(state.batchShare, a.level, state.batchShare + (1.0 - state.batchShare) * n[b::EligibleShare]);
        state.batchFactor = n[b::Factor];
        return;
    }
    std::vector<Num>& d = state.drivers.at;
    const Num share = Num(a.level) * n[b::EligibleShare];
    const Num stay = 1.0 - share, busy = share * d[e::Utilisation] / n[b::Efficiency];
    if (a.numbers.has[b::PricePerHour])
        d[e::PricePerHour] = ratio(stay * d[e::PricePerHour] + busy * n[b::PricePerHour], stay + busy);
    const Num useful = d[e::HoursOn] * d[e::Utilisation];
    d[e::HoursOn] = d[e::HoursOn] * (stay + busy);
    d[e::Utilisation] = min(ratio(useful, d[e::HoursOn]), 1.0);
}

void applyCaching(const EffectArguments& a, ItemState& state) {
    namespace c = caching;
    const std::vector<Num>& n = a.numbers.at;
    const auto incremental = a.measure.fields.flags.find("incremental");
    CacheUse cache{a.level, n[c::HitRate], n[c::ReadFactor], n[c::WriteFactor],
                   incremental != a.measure.fields.flags.end() && incremental->second};
    if (!a.numbers.has[c::HitRate]) {
        const Num perHour = state.drivers.at[tokens::Requests] / a.hours / n[c::Prefixes];
        cache.hitRate = 1.0 - exp(0.0 - perHour * n[c::TtlMinutes] / 60.0);
    }
    state.caches.push_back(cache);
}

/// The move of a vector store: the item of the new kind, with the numbers of the measure.
void applyStoreMove(const EffectArguments& a, ItemState& state, ItemType to) {
    const auto& there = infoOf(a.measure.type).fields;
    const auto& here = infoOf(state.type).fields;
    const auto& target = infoOf(to).fields;
    ItemState store;
    store.type = to;
    for (std::size_t k = 0; k < numberCount(target); ++k) {
        const auto from = numberIndex(there, target[k].name);
        Num value = from ? a.numbers.at[*from] : Num(target[k].fallback.value_or(0));
        if (from && !a.numbers.has[*from] && target[k].name == "storageGb")
            value = state.drivers.at[*numberIndex(here, "storageGb")];
        store.drivers.at.push_back(value);
        store.drivers.has.push_back(true);
    }
    replace(state, a.level, ownCost(store, a.hours));
}

void applyRightSize(const EffectArguments& a, ItemState& state) {
    namespace r = right_size;
    const std::vector<Num>& n = a.numbers.at;
    std::vector<Num>& d = state.drivers.at;
    const bool isEndpoint = state.type == ItemType::Endpoint;
    move(d[isEndpoint ? std::size_t(endpoint::PricePerHour) : std::size_t(training::PricePerHour)], a.level,
         n[r::PricePerHour]);
    Num& size = d[isEndpoint ? std::size_t(endpoint::Instances) : std::size_t(training::Hours)];
    move(size, a.level, size / n[r::ThroughputRatio]);
}

void applySpot(const EffectArguments& a, ItemState& state) {
    namespace s = spot;
    const std::vector<Num>& n = a.numbers.at;
    std::vector<Num>& d = state.drivers.at;
    const Num lost = n[s::InterruptionsPerHour] * (n[s::CheckpointHours] * 0.5 + n[s::RestartHours]);
    move(d[training::PricePerHour], a.level, d[training::PricePerHour] * (1.0 - n[s::Discount]));
    move(d[training::Hours], a.level, d[training::Hours] * (1.0 + lost));
}

void applyDistributed(const EffectArguments& a, ItemState& state) {
    namespace x = distributed;
    const std::vector<Num>& n = a.numbers.at;
    std::vector<Num>& d = state.drivers.at;
    const Num amdahl = 1.0 / (n[x::Instances] * (1.0 - n[x::ParallelShare]) + n[x::ParallelShare]);
    move(d[training::Instances], a.level, n[x::Instances]);
    move(d[training::Efficiency], a.level, a.numbers.has[x::Efficiency] ? n[x::Efficiency] : amdahl);
}

void applyCheaperModel(const EffectArguments& a, ItemState& state) {
    namespace c = cheaper_model;
    const std::vector<Num>& n = a.numbers.at;
    std::vector<Num>& d = state.drivers.at;
    const auto blend = [&](Num& price, const Num& other) {
        move(price, a.level, (1.0 - n[c::Share]) * price + n[c::Share] * other);
    };
    blend(d[tokens::InputPrice], n[c::InputPrice]);
    blend(d[tokens::OutputPrice], n[c::OutputPrice]);
}

void applyLeaveProvisioned(const EffectArguments& a, ItemState& state) {
    namespace l = leave_provisioned;
    const std::vector<Num>& n = a.numbers.at;
    replace(state, a.level,
            n[l::Requests] * (n[l::InputTokens] * n[l::InputPrice] + n[l::OutputTokens] * n[l::OutputPrice]) / 1e6);
}

void applySavingsPlan(const EffectArguments& a, ItemState& state) {
    namespace s = savings_plan;
    const std::vector<Num>& n = a.numbers.at;
    if (a.numbers.has[s::Commitment]) {
        const double parts = static_cast<double>(a.measure.items.size());
        state.commitments.push_back({n[s::Commitment] * (a.level / parts), n[s::Discount]});
    } else {
        state.costFactor = state.costFactor * mix(a.level, 1.0, 1.0 - n[s::Coverage] * n[s::Discount]);
    }
}

void applyFactor(const EffectArguments& a, ItemState& state) {
    const Num& by = a.numbers.at[factor::Factor];
    const std::string& name = a.measure.fields.texts.at("driver");
    if (name == "cost") {
        state.costFactor = state.costFactor * mix(a.level, 1.0, by);
        return;
    }
    const std::vector<FieldInfo>& fields = infoOf(state.type).fields;
    const std::size_t k = *numberIndex(fields, name);
    Num& driver = state.drivers.at[k];
    move(driver, a.level, driver * by);
    if (fields[k].range.high == 1)
        driver = min(driver, 1.0);
    if (state.type == ItemType::Endpoint && k == endpoint::HoursOn)
        driver = min(driver, a.hours);
}

void applyToOne(const EffectArguments& a, ItemState& state) {
    const std::vector<Num>& n = a.numbers.at;
    std::vector<Num>& d = state.drivers.at;
    switch (a.measure.type) {
    case MeasureType::Schedule:
        return applySchedule(a, state);
    case MeasureType::ScaleToZero:
        return applyScaleToZero(a, state);
    case MeasureType::Batch:
        return applyBatch(a, state);
    case MeasureType::PromptCaching:
        return applyCaching(a, state);
    case MeasureType::Pgvector:
        return applyStoreMove(a, state, ItemType::AuroraPgvector);
    case MeasureType::S3Vectors:
        return applyStoreMove(a, state, ItemType::S3Vectors);
    case MeasureType::OpenSearchNextGeneration:
        return applyStoreMove(a, state, ItemType::OpenSearchServerless);
    case MeasureType::RightSize:
        return applyRightSize(a, state);
    case MeasureType::SpotTraining:
        return applySpot(a, state);
    case MeasureType::DistributedTraining:
        return applyDistributed(a, state);
    case MeasureType::AgentStepBudget:
        return move(d[tokens::ToolCalls], a.level, min(d[tokens::ToolCalls], n[step_budget::MaxToolCalls]));
    case MeasureType::OutputCap:
        return move(d[tokens::OutputTokens], a.level, min(d[tokens::OutputTokens], n[output_cap::MaxOutputTokens]));
    case MeasureType::CheaperModel:
        return applyCheaperModel(a, state);
    case MeasureType::EnterProvisioned:
        return replace(state, a.level,
                       n[enter_provisioned::ModelUnits] * n[enter_provisioned::PricePerUnitHour] * a.hours,
                       n[enter_provisioned::OverflowShare]);
    case MeasureType::LeaveProvisioned:
        return applyLeaveProvisioned(a, state);
    case MeasureType::SavingsPlan:
        return applySavingsPlan(a, state);
    case MeasureType::OffPeakTraining:
        move(state.intensity, a.level, state.intensity * n[off_peak::IntensityFactor]);
        return move(d[training::PricePerHour], a.level, d[training::PricePerHour] * n[off_peak::PriceFactor]);
    case MeasureType::Factor:
        return applyFactor(a, state);
    case MeasureType::Consolidate:
        return; // acts on all items at once
    }
}

} // namespace

void applyMeasure(const EffectArguments& arguments, std::vector<ItemState>& states) {
    if (arguments.measure.type == MeasureType::Consolidate)
        return applyConsolidate(arguments, states);
    for (const std::size_t k : arguments.measure.items)
        applyToOne(arguments, states[k]);
}

} // namespace plumb::cost
