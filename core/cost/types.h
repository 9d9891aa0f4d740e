// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalog of item and measure types with their fields. Reading (spec.h), `cost types` and the tables of
// docs/cost-model.md are made from it, so they cannot differ. Default prices are list prices of us-east-1 as collected
// on 2026-11-22; they are starting points to edit.
#pragma once

#include "core/base/json_fwd.h"
#include "core/cost/model.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

enum class FieldKind { Number, Text, Choice, Flag };

/// One field of a type. In each type the number fields come first, in the order of the enums below.
struct FieldInfo {
    std::string_view name;
    FieldKind kind = FieldKind::Number;
    std::string_view unit;
    std::string_view meaning;
    std::optional<double> fallback; ///< value of a number that is not given
    bool required = false;
    Range range;
    std::string_view otherwise;            ///< what holds when it is not given and `fallback` is empty
    std::vector<std::string_view> choices; ///< of a Choice; the first is the default
    std::vector<std::string_view> aliases; ///< other spellings that are read
};

struct ItemTypeInfo {
    ItemType type;
    std::string_view name; ///< as in JSON
    std::string_view meaning;
    std::string_view formula; ///< the monthly cost; H is hours per month
    std::vector<FieldInfo> fields;
};

struct MeasureTypeInfo {
    MeasureType type;
    std::string_view name;
    std::string_view meaning;
    std::string_view effect;     ///< on the drivers
    std::string_view condition;  ///< when the formula holds
    std::vector<ItemType> items; ///< what it can act on
    std::vector<FieldInfo> fields;
};

[[nodiscard]] const std::vector<ItemTypeInfo>& itemTypes();
[[nodiscard]] const std::vector<MeasureTypeInfo>& measureTypes();
[[nodiscard]] const ItemTypeInfo& infoOf(ItemType type);
[[nodiscard]] const MeasureTypeInfo& infoOf(MeasureType type);

/// Fields of every measure beside those of its type, and of the whole specification.
[[nodiscard]] const std::vector<FieldInfo>& commonMeasureFields();
[[nodiscard]] const std::vector<FieldInfo>& specFields();

/// Number fields of a type; they are its drivers, together with "cost" for an item.
[[nodiscard]] std::size_t numberCount(const std::vector<FieldInfo>& fields) noexcept;
/// Position of a number field by name or alias.
[[nodiscard]] std::optional<std::size_t> numberIndex(const std::vector<FieldInfo>& fields, std::string_view name);

/// The answer of `cost types --json`, and the same as Markdown tables for docs/cost-model.md.
[[nodiscard]] Json writeTypes();
[[nodiscard]] std::string typesAsMarkdown();

// Positions of the number fields, for the formulas. A test holds them against the catalog.
namespace endpoint {
enum : std::size_t { PricePerHour, Instances, Utilisation, HoursOn, MemoryGb };
}
namespace provisioned {
enum : std::size_t { ModelUnits, PricePerUnitHour, Utilisation };
}
/// The first six are those of batch tokens too.
namespace tokens {
enum : std::size_t {
    Requests,
    PrefixTokens,
    InputTokens,
    OutputTokens,
    InputPrice,
    OutputPrice,
    ToolCalls,
    GrowthTokens,
    StepOutputTokens,
    HitRate,
    ReadFactor,
    WriteFactor
};
}
namespace batch_tokens {
enum : std::size_t { BatchFactor = 6 };
}
namespace opensearch {
enum : std::size_t { Ocu, PricePerOcuHour, StorageGb, PricePerGbMonth, MinimumOcu, ActiveShare };
}
namespace aurora {
enum : std::size_t { Acu, PricePerAcuHour, StorageGb, PricePerGbMonth, IoMillions, PricePerMillionIo };
}
namespace s3vectors {
enum : std::size_t {
    StorageGb,
    PricePerGbMonth,
    PutGb,
    PricePerPutGb,
    QueryMillions,
    PricePerMillionQueries,
    ProcessedTb,
    PricePerTb
};
}
namespace training {
enum : std::size_t { PricePerHour, Hours, Instances, RunsPerMonth, Efficiency };
}
namespace storage {
enum : std::size_t { Gb, PricePerGbMonth };
}
namespace transfer {
enum : std::size_t { Gb, PricePerGb, FreeGb };
}
namespace monitoring {
enum : std::size_t {
    Metrics,
    PricePerMetric,
    LogsGb,
    PricePerLogGb,
    StoredGb,
    PricePerStoredGb,
    Alarms,
    PricePerAlarm,
    Dashboards,
    PricePerDashboard
};
}
namespace other {
enum : std::size_t { Monthly };
}
namespace schedule {
enum : std::size_t { HoursOn, HoursPerDay, DaysPerWeek };
}
namespace scale_to_zero {
enum : std::size_t { Bursts, IdleMinutes, StartMinutes };
}
namespace consolidate {
enum : std::size_t { TargetUtilisation, MinInstances, HostMemoryGb };
}
namespace batch {
enum : std::size_t { EligibleShare, Factor, Efficiency, PricePerHour };
}
namespace caching {
enum : std::size_t { HitRate, TtlMinutes, Prefixes, ReadFactor, WriteFactor };
}
namespace right_size {
enum : std::size_t { PricePerHour, ThroughputRatio };
}
namespace spot {
enum : std::size_t { Discount, InterruptionsPerHour, CheckpointHours, RestartHours };
}
namespace distributed {
enum : std::size_t { Instances, Efficiency, ParallelShare };
}
namespace step_budget {
enum : std::size_t { MaxToolCalls };
}
namespace output_cap {
enum : std::size_t { MaxOutputTokens };
}
namespace cheaper_model {
enum : std::size_t { InputPrice, OutputPrice, Share };
}
namespace enter_provisioned {
enum : std::size_t { ModelUnits, PricePerUnitHour, OverflowShare };
}
namespace leave_provisioned {
enum : std::size_t { Requests, InputTokens, OutputTokens, InputPrice, OutputPrice };
}
namespace savings_plan {
enum : std::size_t { Discount, Coverage, Commitment };
}
namespace off_peak {
enum : std::size_t { IntensityFactor, PriceFactor };
}
namespace factor {
enum : std::size_t { Factor };
}

} // namespace plumb::cost
