// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a charge of a bill is in the terms of the cost catalog: which type of item, and which of its quantities. The
// words are those of AWS usage types and of the descriptions and meters of FOCUS; docs/cost-imports.md lists the rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumb::exchange {

/// The texts of one sort of charge, as they stand in the bill; those that lack are empty.
struct ChargeTexts {
    std::string service, serviceTitle, provider, entity, family;
    std::string unit, usageType, meter, description, region, resource;
    bool usage = false; ///< the quantity says how much was used
};

/// Quantities of an item type that a bill can give.
enum class Slot : std::uint8_t {
    Amount,     ///< other: no quantity
    Hours,      ///< endpoint, training: instance-hours; provisioned: unit-hours
    Input,      ///< tokens
    Output,     ///< tokens
    CacheRead,  ///< tokens
    CacheWrite, ///< tokens
    Units,      ///< OCU-hours, ACU-hours
    Gb,         ///< GB or GB-months
    Metrics,
    LogsGb,
    StoredGb,
    Alarms,
    Dashboards
};
inline constexpr std::size_t kSlots = 13;

struct Meaning {
    std::string type = "other"; ///< of the catalog
    Slot slot = Slot::Amount;
    double factor = 1;        ///< the bill's quantity times this is the slot's
    std::string name;         ///< for people
    std::string region;       ///< where the type keeps one
    std::string instanceType; ///< without "ml."
};

/// Whether usage type, description and region must be looked at to know what these charges are.
[[nodiscard]] bool needsDetail(const ChargeTexts& charge);
/// The item type of a charge; "other" by its service where nothing else is clear.
[[nodiscard]] Meaning meaningOf(const ChargeTexts& charge);
/// The "other" item of the service of the charge.
[[nodiscard]] Meaning otherOf(const ChargeTexts& charge);

} // namespace plumb::exchange
