// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Man page, completions and the verb table of docs/cli.md, made from the command line itself so that they can't fall
// behind it. Used by plumb_cli_pages, which writes the committed files, and by the test that compares them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace plumb::cli {

/// A verb that does something (not a group), with its words: "lens lint".
struct VerbPage {
    std::string name;
    const CLI::App* verb = nullptr;
};
/// All verbs in the order of the help.
[[nodiscard]] std::vector<VerbPage> verbPages(const CLI::App& app);

/// "lens export FILE LENS OUT [--strict] [--force]"
[[nodiscard]] std::string synopsisOf(const VerbPage& page);

[[nodiscard]] std::string manPage(const CLI::App& app); ///< roff, plumbline-cli(1)
[[nodiscard]] std::string
bashCompletion(const CLI::App& app); ///< completions of all three shells know verbs, options and
[[nodiscard]] std::string zshCompletion(const CLI::App& app); ///< the values of options that take one of a few words
[[nodiscard]] std::string fishCompletion(const CLI::App& app);
[[nodiscard]] std::string verbTable(const CLI::App& app); ///< Markdown

inline constexpr const char* kTableBegins = "<!-- verbs: made by plumb_cli_pages -->\n";
inline constexpr const char* kTableEnds = "<!-- verbs end -->\n";

/// A committed file, from the top of the source tree, and what it has to hold given what it holds now.
struct CommittedPage {
    std::string path;
    std::function<std::string(const CLI::App&, const std::string& now)> make;
};
[[nodiscard]] std::vector<CommittedPage> committedPages();

} // namespace plumb::cli
