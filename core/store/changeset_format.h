// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A strict reader of the bytes of a changeset. SQLite trusts what it is handed: a crafted changeset makes
// sqlite3changeset_invert read past its end. Everything from a file passes here first.
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace plumb::store {

/// Walks the whole changeset (format: comment at the top of SQLite's ext/session/sqlite3session.c). Asks for: only
/// content tables with their own key columns and at most their number of columns; inserts, updates and deletes only;
/// values that are whole numbers, texts, or left out where a change may leave them out; not a byte too few or too many.
/// "store.damaged" says what is wrong; empty is well formed.
[[nodiscard]] Result<void> checkChangeset(std::string_view changeset);

} // namespace plumb::store
