// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When two names that people typed are the same name.
#pragma once

#include <string>
#include <string_view>

namespace plumb {

/// Without white space at both ends, and with one space for each run of it inside.
[[nodiscard]] std::string tidySpaces(std::string_view text);

/// tidySpaces in lower case (Latin, Greek and Cyrillic letters). Two names are one when their folded forms are equal.
[[nodiscard]] std::string foldName(std::string_view name);

} // namespace plumb
