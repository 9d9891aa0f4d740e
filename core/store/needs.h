// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which finding must be closed before which: the graph in finding_need, which must not have a circle.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumb::store {

/// A row of finding_need.
struct Need {
    std::string finding, needs; ///< keys
};

/// A row that is part of a circle; none when there is no circle.
[[nodiscard]] Result<std::optional<Need>> needsInCircle(Database& database);

/// Whether closing `from` waits for `to`, directly or by others; also when they are the same.
[[nodiscard]] Result<bool> needsReach(Database& database, std::string_view from, std::string_view to);

} // namespace plumb::store
