// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What salvage does to a saved cost model so that it loads and verifies: values that no constraint of the tables
// guards.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

namespace plumb::store {

/// Removes fields whose value is no JSON; each is told in `report`.
[[nodiscard]] Result<void> dropUnreadableFields(Database& database, SalvageReport& report);

/// Chooses no scenario where the chosen one is lost, and numbers names that stand twice.
[[nodiscard]] Result<void> mendScenarios(Database& database, SalvageReport& report);

} // namespace plumb::store
