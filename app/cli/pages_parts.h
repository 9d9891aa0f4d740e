// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the writers of man page and completions ask of the command line. Private to pages*.cpp.
#pragma once

#include "app/cli/pages.h"

#include <map>
#include <string>
#include <vector>

namespace plumb::cli {

[[nodiscard]] bool isGroup(const CLI::App& verb);
/// Without --help and --version; the ones for everything are those of the program itself.
[[nodiscard]] std::vector<const CLI::Option*> optionsOf(const CLI::App& verb);
[[nodiscard]] std::vector<const CLI::Option*> wordsOf(const CLI::App& verb); ///< positional ones
[[nodiscard]] std::string longName(const CLI::Option& option);               ///< "--lens"
[[nodiscard]] std::string valueOf(const CLI::Option& option);                ///< "ID_OR_PATH"; empty for a flag
[[nodiscard]] std::vector<std::string> examplesOf(const CLI::App& verb);
/// The few words that an option takes, by its long name; and for one verb.
[[nodiscard]] const std::map<std::string, std::vector<std::string>>& knownValues();
[[nodiscard]] std::vector<std::string> valuesOf(const VerbPage& page, const CLI::Option& option);

} // namespace plumb::cli
