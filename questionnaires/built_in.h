// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questionnaires that come with the program and the script of the sample review, linked in as bytes.
#pragma once

#include "core/session/library.h"

#include <string_view>

namespace plumb::questionnaires {

/// In the order in which they are offered. The bytes live as long as the program.
[[nodiscard]] session::Library builtIn();

/// resources/sample/sample.json (core/session/sample.h).
[[nodiscard]] std::string_view sampleScript();

} // namespace plumb::questionnaires
