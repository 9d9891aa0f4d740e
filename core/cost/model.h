// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a cost evaluation is given: items that cost money each month, measures that change what drives them, scenarios
// that switch measures on. Values only; which fields a type has is core/cost/types.h, reading is core/cost/spec.h.
#pragma once

#include "core/cost/quantity.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumb::cost {

inline constexpr double kHoursPerMonth = 730;      ///< 8760 / 12, as AWS's calculators count
inline constexpr double kHoursPer30DayMonth = 720; ///< 24 * 30

enum class ItemType {
    Endpoint,
    Provisioned,
    Tokens,
    BatchTokens,
    OpenSearchServerless,
    AuroraPgvector,
    S3Vectors,
    Training,
    Storage,
    Transfer,
    Monitoring,
    Other
};
inline constexpr std::size_t kItemTypes = 12;

enum class MeasureType {
    Schedule,
    ScaleToZero,
    Consolidate,
    Batch,
    PromptCaching,
    Pgvector,
    S3Vectors,
    OpenSearchNextGeneration,
    RightSize,
    SpotTraining,
    DistributedTraining,
    AgentStepBudget,
    OutputCap,
    CheaperModel,
    EnterProvisioned,
    LeaveProvisioned,
    SavingsPlan,
    OffPeakTraining,
    Factor
};
inline constexpr std::size_t kMeasureTypes = 19;

/// The fields of a type as they were given. `numbers` has one place for each number field of the type, in the order of
/// its catalog, empty where nothing was given and the type has a default.
struct Fields {
    std::vector<std::optional<Quantity>> numbers;
    std::map<std::string, std::string> texts; ///< text and choice fields that were given
    std::map<std::string, bool> flags;        ///< flags that were given
    friend bool operator==(const Fields&, const Fields&) = default;
};

/// One position of the monthly bill.
struct Item {
    std::string id;
    std::string name; ///< for people; the id when none was given
    ItemType type = ItemType::Other;
    Fields fields;
    friend bool operator==(const Item&, const Item&) = default;
};

/// One thing that can be done. It acts on drivers of the items in its scope, never on amounts.
struct Measure {
    std::string id;
    std::string name;
    MeasureType type = MeasureType::Factor;
    std::vector<std::size_t> items; ///< scope: positions in Spec::items, at least one
    Fields fields;
    Quantity oneOff;                        ///< spent at month 0
    Quantity runCost;                       ///< each month, from the start month on, not ramped
    double effort = 0;                      ///< person-days or any unit that is used throughout; for the frontier
    double startMonth = 1;                  ///< month at whose beginning it takes effect; 1: at once
    double rampMonths = 0;                  ///< it grows linearly to full effect in this time
    std::vector<std::size_t> excludes;      ///< positions in Spec::measures: never together with these
    std::vector<std::size_t> prerequisites; ///< positions in Spec::measures: without effect unless these are on
    std::vector<std::string> findings;      ///< keys of the findings behind it
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Measures that are switched on, in the order in which a waterfall shows them and in which they act on drivers.
struct Scenario {
    std::string name;
    std::vector<std::size_t> measures; ///< positions in Spec::measures, each at most once
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

struct Spec {
    double hoursPerMonth = kHoursPerMonth;
    int horizonMonths = 12;    ///< 1 to 120
    double discountRate = 0.1; ///< a year, above -1; a month is (1+r)^(1/12)-1
    std::string currency = "USD";
    std::vector<Item> items;
    std::vector<Measure> measures;
    std::vector<Scenario> scenarios;
    friend bool operator==(const Spec&, const Spec&) = default;
};

} // namespace plumb::cost
