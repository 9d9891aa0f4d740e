// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stored cost model as JSON and as tables for people (docs/cli.md).
#pragma once

#include "core/base/json.h"
#include "core/session/session.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::cli {

/// "21,600.00"
[[nodiscard]] std::string moneyText(double amount);
/// Of a finding: empty when it is 0.
[[nodiscard]] std::string savingText(double amount);
/// "5.6 months" or "never"
[[nodiscard]] std::string monthsText(const std::optional<double>& months);

/// id, name, type, note, monthly (null when the model can't be computed), fields
[[nodiscard]] Json itemJson(const session::Session& session, const review::CostItem& item);
/// id, name, type, note, items, excludes, requires, fields, findings, scenarios (ids that switch it on)
[[nodiscard]] Json measureJson(const session::Session& session, const review::CostMeasure& measure);
/// id, name, measures, chosen, monthly, saving, npv, oneOff
[[nodiscard]] Json scenarioJson(const session::Session& session, const review::CostScenario& scenario);
/// hoursPerMonth, horizonMonths, discountRate, currency, trials, seed, scenario (id of the chosen one, or null)
[[nodiscard]] Json settingsJson(const review::Costs& costs);
/// subject, field, unit, amount, currency, region, source, validFrom, validUntil, own, stale (why, or null)
[[nodiscard]] Json priceJson(const review::Price& price, bool own, Date today);
/// rows, amount, mapped, leftOut and refused {rows, amount}, lines[{fate, reason, rows, amount, line}]
[[nodiscard]] Json accountJson(const exchange::Account& account);

[[nodiscard]] std::string itemTable(const session::Session& session, const std::vector<review::CostItem>& items);
[[nodiscard]] std::string measureTable(const session::Session& session,
                                       const std::vector<review::CostMeasure>& measures);
[[nodiscard]] std::string scenarioTable(const session::Session& session);
[[nodiscard]] std::string accountTable(const exchange::Account& account, const std::string& currency);
/// "pricePerHour 30, utilisation pert 0.2 0.3 0.5"
[[nodiscard]] std::string fieldsText(const review::CostFields& fields);
/// "USD 30,900.00 a month of 730 hours", or why it can't be said.
[[nodiscard]] std::string billLine(const session::Session& session);

} // namespace plumb::cli
