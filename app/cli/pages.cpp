// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pages.h"

#include "app/cli/pages_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

void collect(const CLI::App& app, const std::string& words, std::vector<VerbPage>& pages) {
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string name = words.empty() ? verb->get_name() : words + " " + verb->get_name();
        if (isGroup(*verb))
            collect(*verb, name, pages);
        else
            pages.push_back({name, verb});
    }
}

std::string markdownCell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '\\');
    return text;
}

} // namespace

bool isGroup(const CLI::App& verb) {
    return !verb.get_subcommands([](const CLI::App*) { return true; }).empty();
}

std::vector<const CLI::Option*> optionsOf(const CLI::App& verb) {
    std::vector<const CLI::Option*> options = verb.get_options([](const CLI::Option* option) {
        return !option->get_positional() && !option->check_lname("help") && !option->check_lname("version");
    });
    return options;
}

std::vector<const CLI::Option*> wordsOf(const CLI::App& verb) {
    return verb.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::string longName(const CLI::Option& option) {
    return "--" + option.get_lnames().front();
}

std::string valueOf(const CLI::Option& option) {
    return option.get_items_expected_max() == 0 ? std::string() : option.get_type_name();
}

std::vector<std::string> examplesOf(const CLI::App& verb) {
    std::vector<std::string> examples;
    const std::string footer = verb.get_footer();
    for (std::size_t at = 0; at < footer.size();) {
        const std::size_t end = std::min(footer.find('\n', at), footer.size());
        if (footer.compare(at, 2, "  ") == 0)
            examples.push_back(footer.substr(at + 2, end - at - 2));
        at = end + 1;
    }
    return examples;
}

const std::map<std::string, std::vector<std::string>>& knownValues() {
    static const std::map<std::string, std::vector<std::string>> kValues{
        {"--confidence", {"low", "medium", "high", "none"}},
        {"--basis", {"said", "shown", "verified", "none"}},
        {"--strength", {"said", "shown", "verified"}},
        {"--by", {"pillar", "lens", "phase", "framework"}},
        {"--page", {"a4", "letter"}},
        {"--effort", {"S", "M", "L", "none"}},
        {"--status", {"open", "in-progress", "resolved", "accepted", "transferred", "false-alarm"}},
        {"--severity", {"high", "medium"}},
        {"--mode", {"days", "capacity"}},
        {"--format", {"ics"}},
        {"--not-applicable", {"out-of-scope", "business-priorities", "architecture-constraints", "other"}}};
    return kValues;
}

std::vector<std::string> valuesOf(const VerbPage& page, const CLI::Option& option) {
    static const std::map<std::string, std::vector<std::string>> kOfCosts{
        {"--format",
         {"auto", "focus", "cur", "cur2", "cost-optimization-hub", "pricing-calculator", "infracost", "litellm",
          "cloudwatch"}},
        {"--by", {"meaning", "service", "resource"}},
        {"--outcome",
         {"baselineMonthly", "monthly", "saving", "oneOff", "horizonBaseline", "horizonCost", "horizonSaving", "npv"}},
        {"--sampling", {"random", "sobol"}}};
    const bool costs = page.name.starts_with("cost ");
    const auto& known = costs ? kOfCosts : knownValues();
    const auto it = known.find(longName(option));
    const bool person = longName(option) == "--by" && page.name != "score" && !costs; // there it takes a name
    return it == known.end() || person ? std::vector<std::string>{} : it->second;
}

std::vector<VerbPage> verbPages(const CLI::App& app) {
    std::vector<VerbPage> pages;
    collect(app, {}, pages);
    return pages;
}

std::string synopsisOf(const VerbPage& page) {
    std::string out = page.name;
    for (const CLI::Option* word : wordsOf(*page.verb)) {
        const std::string name = word->get_name(true) + (word->get_items_expected_max() > 1 ? "..." : "");
        out += word->get_required() ? " " + name : " [" + name + "]";
    }
    for (const CLI::Option* option : optionsOf(*page.verb)) {
        const std::string value = valueOf(*option);
        const std::string name = longName(*option) + (value.empty() ? "" : " " + value);
        out += option->get_required() ? " " + name : " [" + name + "]";
    }
    return out;
}

std::string verbTable(const CLI::App& app) {
    std::string out = "| call | does |\n|---|---|\n";
    for (const VerbPage& page : verbPages(app))
        out +=
            fmt::format("| `{}` | {} |\n", markdownCell(synopsisOf(page)), markdownCell(page.verb->get_description()));
    return out;
}

std::vector<CommittedPage> committedPages() {
    using Text = const std::string&;
    return {{"packaging/man/plumbline-cli.1", [](const CLI::App& app, Text) { return manPage(app); }},
            {"packaging/completions/plumbline-cli.bash", [](const CLI::App& app, Text) { return bashCompletion(app); }},
            {"packaging/completions/_plumbline-cli", [](const CLI::App& app, Text) { return zshCompletion(app); }},
            {"packaging/completions/plumbline-cli.fish", [](const CLI::App& app, Text) { return fishCompletion(app); }},
            {"docs/cli.md", [](const CLI::App& app, Text now) {
                 const std::size_t begin = now.find(kTableBegins), end = now.find(kTableEnds);
                 if (begin == std::string::npos || end == std::string::npos || end < begin)
                     return std::string(kTableBegins) + verbTable(app) + kTableEnds;
                 return now.substr(0, begin) + kTableBegins + verbTable(app) + now.substr(end);
             }}};
}

} // namespace plumb::cli
