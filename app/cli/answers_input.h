// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers of one questionnaire from a JSON file, for the verbs that need no review.
#pragma once

#include "app/cli/context.h"

#include <map>
#include <optional>
#include <string>

namespace plumb::cli {

/// By question id; empty when no file is given. "-" reads standard input. Refused with every problem.
[[nodiscard]] Result<std::map<std::string, review::Answer>>
readLensAnswersFile(Context& context, const lens::Lens& lens, const std::optional<std::string>& path);

/// The why sentence on one line.
[[nodiscard]] std::string whyOf(const lens::Question& question, const lens::Explanation& explanation);

} // namespace plumb::cli
