// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the options of the finding verbs to edits of findings; what can't be read is a wrong line (exit code 2).
#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace plumb::cli {

/// What `finding add` and `finding set` take. Lists are told from "not given" by their option's count.
struct FindingOptions {
    std::string file, keys;
    std::optional<std::string> title, observation, consequence, recommendation;
    std::optional<std::string> owner, due, effort, days, progress, status, severity, framework, loss;
    std::optional<std::string> likelihood, impact, residualLikelihood, residualImpact;
    std::optional<std::string> reason, by, until;
    std::optional<std::string> needs, evidence, measures, practices; ///< joined by commas; "none" or empty clears
    std::vector<std::string> tradeOffs;                              ///< FRAMEWORK:helps|harms[:NOTE], or "none"
};

/// The options of FindingOptions, but for file and keys.
void addFindingOptions(CLI::App& verb, FindingOptions& options);

/// The edit for one finding; `before` completes a rating of which only one number is given, and may be null.
[[nodiscard]] Result<session::FindingEdit> findingEditOf(const session::Session& session, const FindingOptions& options,
                                                         const score::Finding* before);

/// The keys of findings named in a list with commas; every unknown name is in the error. An empty list is one, too.
[[nodiscard]] Result<std::vector<std::string>> findingKeysOf(const session::Session& session, const std::string& names);

/// By UUID, "E-07", "e-7" or "7".
[[nodiscard]] Result<review::Evidence> evidenceNamed(const review::Review& review, const std::string& id);
/// "LENS/QUESTION/CHOICE"; `flag` is named when it is not.
[[nodiscard]] Result<review::PracticeRef> practiceOf(const std::string& flag, const std::string& text);
/// By id, name or short name, any case; "costOptimization", "Cost Optimization", "cost".
[[nodiscard]] Result<std::string> frameworkNamed(const std::string& flag, const std::string& text);

/// "2026-11-22"; empty and "none" are no date.
[[nodiscard]] Result<Date> dayOption(const std::string& flag, const std::string& text);
[[nodiscard]] Result<double> numberOption(const std::string& flag, const std::string& text);
[[nodiscard]] Result<int> wholeOption(const std::string& flag, const std::string& text);
/// Split at commas, without spaces around; "none" and "" are no entries.
[[nodiscard]] std::vector<std::string> listOption(const std::string& text);

} // namespace plumb::cli
