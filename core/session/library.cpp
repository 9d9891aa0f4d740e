// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/library.h"

#include <algorithm>

namespace plumb::session {

const BuiltInLens* find(Library library, std::string_view id) noexcept {
    const auto it =
        std::find_if(library.begin(), library.end(), [&](const BuiltInLens& lens) { return lens.id == id; });
    return it == library.end() ? nullptr : &*it;
}

} // namespace plumb::session
