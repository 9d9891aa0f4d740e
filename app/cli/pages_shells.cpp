// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pages_parts.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

constexpr const char* kHead = R"(# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Made by plumb_cli_pages from the command line itself; do not edit.
)";

std::vector<const CLI::App*> childrenOf(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

/// A verb that has verbs of its own, with its words: "cost item".
struct Group {
    std::string name;
    const CLI::App* verb = nullptr;
};

/// Inner groups behind the one they stand in.
std::vector<Group> groupsOf(const CLI::App& app, const std::string& words = {}) {
    std::vector<Group> groups;
    for (const CLI::App* verb : childrenOf(app))
        if (isGroup(*verb)) {
            groups.push_back({words + verb->get_name(), verb});
            const std::vector<Group> inner = groupsOf(*verb, words + verb->get_name() + " ");
            groups.insert(groups.end(), inner.begin(), inner.end());
        }
    return groups;
}

std::vector<std::string> wordsIn(const std::string& name) {
    std::vector<std::string> words{{}};
    for (const char c : name)
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    return words;
}

std::string namesOf(const CLI::App& app) {
    std::string out;
    for (const CLI::App* verb : childrenOf(app))
        out += (out.empty() ? "" : " ") + verb->get_name();
    return out;
}

/// Inside single quotes of any shell.
std::string inQuotes(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out;
}

/// For a part of a zsh specification inside single quotes.
std::string zshText(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            out += '\\';
        out += c;
    }
    return inQuotes(out);
}

// --- bash
// ----------------------------------------------------------------------------------------------------------------

constexpr const char* kBashWords =
    R"(    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb="" verbs="" options="" word i
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        if [[ $word == --author ]]; then
            ((++i))
        elif [[ $word != -* && ( -z $verb || "$verb" =~ ^(GROUPS)$ ) ]]; then
            verb="${verb:+$verb }$word"
        fi
    done
)";

constexpr const char* kBashTail = R"(    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options COMMON" -- "$cur")
    elif [[ -n $verbs ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$verbs" -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -o filenames -F _plumbline_cli plumbline-cli
)";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    if (const std::size_t at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), by);
    return text;
}

std::string commonOptions(const CLI::App& app) {
    std::string out;
    for (const CLI::Option* option : optionsOf(app))
        out += longName(*option) + " ";
    return out + "--help";
}

std::string bashValues(const CLI::App& app) {
    std::string out = "    case \"$verb $prev\" in\n";
    for (const VerbPage& page : verbPages(app))
        for (const CLI::Option* option : optionsOf(*page.verb))
            if (const auto values = valuesOf(page, *option); !values.empty())
                out +=
                    fmt::format("        '{} {}') mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\"); return ;;\n",
                                page.name, longName(*option), fmt::join(values, " "));
    return out + "    esac\n";
}

std::string bashVerbs(const CLI::App& app) {
    std::string out =
        fmt::format("    case \"$verb\" in\n        '') verbs='{}'; options=--version ;;\n", namesOf(app));
    for (const Group& group : groupsOf(app))
        out += fmt::format("        '{}') verbs='{}' ;;\n", group.name, namesOf(*group.verb));
    for (const VerbPage& page : verbPages(app)) {
        std::vector<std::string> names;
        for (const CLI::Option* option : optionsOf(*page.verb))
            names.push_back(longName(*option));
        out += fmt::format("        '{}') options='{}' ;;\n", page.name, fmt::join(names, " "));
    }
    return out + "    esac\n";
}

// --- zsh
// -----------------------------------------------------------------------------------------------------------------

std::string zshOption(const CLI::Option& option, const std::vector<std::string>& values) {
    const std::string value = valueOf(option);
    std::string out = fmt::format("'{}{}[{}]", option.get_items_expected_max() > 1 ? "*" : "", longName(option),
                                  zshText(option.get_description()));
    if (!value.empty())
        out += fmt::format(":{}:{}", zshText(value),
                           values.empty() ? std::string("_files") : fmt::format("({})", fmt::join(values, " ")));
    return out + "'";
}

std::string zshVerbList(const CLI::App& app, const std::string& indent) {
    std::string out = indent + "verbs=(\n";
    for (const CLI::App* verb : childrenOf(app))
        out += fmt::format("{}    '{}:{}'\n", indent, verb->get_name(), zshText(verb->get_description()));
    return out + indent + ")\n" + indent + "_describe verb verbs\n";
}

std::string zshVerb(const VerbPage& page, const std::string& indent) {
    std::string out = fmt::format("{}({})\n{}    _arguments $common \\\n", indent, page.verb->get_name(), indent);
    for (const CLI::Option* option : optionsOf(*page.verb))
        out += fmt::format("{}        {} \\\n", indent, zshOption(*option, valuesOf(page, *option)));
    return out + fmt::format("{}        '*:file:_files'\n{}    ;;\n", indent, indent);
}

std::string zshFunction(const std::string& group) {
    return fmt::format("_plumbline-cli-{}", fmt::join(wordsIn(group), "-"));
}

/// What stands under a group, or under the program: verbs here, groups in functions of their own.
std::string zshCases(const CLI::App& app, const CLI::App& parent, const std::string& words) {
    std::string out;
    for (const CLI::App* child : childrenOf(parent)) {
        const std::string name = words + child->get_name();
        if (isGroup(*child))
            out += fmt::format("        ({}) {} ;;\n", child->get_name(), zshFunction(name));
        for (const VerbPage& page : verbPages(app))
            if (page.name == name)
                out += zshVerb(page, "        ");
    }
    return out;
}

std::string zshGroup(const CLI::App& app, const Group& group) {
    std::string out = fmt::format("{}() {{\n    local state line\n    local -a verbs\n"
                                  "    _arguments -C $common '1:verb:->verb' '*::argument:->rest' && return\n"
                                  "    case $state in\n    (verb)\n",
                                  zshFunction(group.name));
    out += zshVerbList(*group.verb, "        ") + "        ;;\n    (rest)\n        case $words[1] in\n";
    return out + zshCases(app, *group.verb, group.name + " ") + "        esac\n        ;;\n    esac\n}\n\n";
}

std::string zshCommon(const CLI::App& app) {
    std::string out = "    local -a common=(";
    for (const CLI::Option* option : optionsOf(app))
        out += zshOption(*option, {}) + " ";
    return out + "'--help[Say what this verb does and how]')\n";
}

/// Whether the line has all words of a verb.
std::string fishSeen(const std::string& name) {
    std::string out;
    for (const std::string& word : wordsIn(name))
        out += (out.empty() ? "__fish_seen_subcommand_from " : "; and __fish_seen_subcommand_from ") + word;
    return out;
}

} // namespace

std::string bashCompletion(const CLI::App& app) {
    std::string groups;
    for (const Group& group : groupsOf(app))
        groups += (groups.empty() ? "" : "|") + group.name;
    return std::string(kHead) + "_plumbline_cli() {\n" + replaced(kBashWords, "GROUPS", groups) + bashValues(app) +
           bashVerbs(app) + replaced(kBashTail, "COMMON", commonOptions(app));
}

std::string zshCompletion(const CLI::App& app) {
    std::string out = std::string("#compdef plumbline-cli\n") + kHead + "\n";
    for (const Group& group : groupsOf(app))
        out += zshGroup(app, group);
    out +=
        "_plumbline-cli() {\n    local state line\n    local -a verbs\n" + zshCommon(app) +
        "    _arguments -C $common '1:verb:->verb' '*::argument:->rest' && return\n    case $state in\n    (verb)\n" +
        zshVerbList(app, "        ") + "        ;;\n    (rest)\n        case $words[1] in\n";
    out += zshCases(app, app, {});
    return out + "        esac\n        ;;\n    esac\n}\n\n_plumbline-cli \"$@\"\n";
}

std::string fishCompletion(const CLI::App& app) {
    std::string out = kHead;
    const auto verb = [&](const std::string& condition, const CLI::App& one) {
        out += fmt::format("complete -c plumbline-cli -f -n '{}' -a {} -d '{}'\n", condition, one.get_name(),
                           inQuotes(one.get_description()));
    };
    for (const CLI::App* one : childrenOf(app))
        verb("__fish_use_subcommand", *one);
    for (const Group& group : groupsOf(app))
        for (const CLI::App* one : childrenOf(*group.verb))
            verb(fmt::format("{}; and not __fish_seen_subcommand_from {}", fishSeen(group.name), namesOf(*group.verb)),
                 *one);
    const auto option = [&](const std::string& condition, const CLI::Option& one,
                            const std::vector<std::string>& values) {
        out += fmt::format("complete -c plumbline-cli{}", condition.empty() ? "" : " -n '" + condition + "'");
        for (const std::string& name : one.get_snames())
            out += " -s " + name;
        out += fmt::format(" -l {}{} -d '{}'", longName(one).substr(2), valueOf(one).empty() ? "" : " -r",
                           inQuotes(one.get_description()));
        out += values.empty() ? "\n" : fmt::format(" -f -a '{}'\n", fmt::join(values, " "));
    };
    for (const CLI::Option* one : optionsOf(app))
        option({}, *one, {});
    out += "complete -c plumbline-cli -s h -l help -d 'Say what this verb does and how'\n"
           "complete -c plumbline-cli -n '__fish_use_subcommand' -l version -d 'Say which version this is'\n";
    for (const VerbPage& page : verbPages(app)) {
        const std::string condition = fishSeen(page.name);
        for (const CLI::Option* one : optionsOf(*page.verb))
            option(condition, *one, valuesOf(page, *one));
    }
    return out;
}

} // namespace plumb::cli
