// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole command line: reads it, runs the verb, explains what is wrong with it.
#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace plumb::cli {

/// The tree of all verbs, which help, man page and completions are made from.
[[nodiscard]] std::unique_ptr<CLI::App> makeApp(Context& context);

/// Runs one line; `args` are without the program's name. Never throws.
[[nodiscard]] Exit run(Context& context, std::vector<std::string> args);

} // namespace plumb::cli
