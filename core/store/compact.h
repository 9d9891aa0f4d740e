// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Forgetting on request: the only code that removes history or stored content.
#pragma once

#include "core/store/database.h"

#include <string_view>

namespace plumb::store {

/// Keeps `keepFrom` and all that descends from it ("" keeps all commands), removes the other commands, then all content
/// and questionnaires that neither the review nor a kept command names, and gives the room back. "store.noCommand"
/// (Usage) when there is no such command or the present state does not descend from it.
[[nodiscard]] Result<void> compactDatabase(Database& database, std::string_view keepFrom);

} // namespace plumb::store
