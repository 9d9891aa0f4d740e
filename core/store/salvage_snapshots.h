// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of salvage that saves snapshots: only those whose content is whole.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

namespace plumb::store {

/// Copies the content of snapshots that can be unpacked and has its hash. Counts and says like the rest of salvage.
[[nodiscard]] Result<void> saveSnapshotContent(Database& from, Database& into, SalvageReport& report);

/// Drops snapshots without content and numbers names that stand twice.
[[nodiscard]] Result<void> mendSnapshots(Database& database, SalvageReport& report);

} // namespace plumb::store
