// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// merge: two copies of a review into a third file.
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"
#include "core/store/temp_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace plumb::cli {
namespace {

using store::MergeConflict;
using store::MergePlan;
using store::Resolution;
using store::Side;
using Resolutions = std::map<std::string, Resolution>;

struct MergeOptions {
    std::string ours, theirs, out, prefer;
    std::optional<std::string> resolve;
};

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

Json authorOf(const store::Writing& writing) {
    return writing.author.empty() ? Json(nullptr) : Json(writing.author);
}

Json timeOf(const store::Writing& writing) {
    return writing.author.empty() ? Json(nullptr) : Json(toIso(writing.time));
}

Json toJson(const MergeConflict& conflict) {
    return {{"name", conflict.name()},
            {"table", store::nameOf(conflict.table)},
            {"key", conflict.key},
            {"column", conflict.column},
            {"base", orNull(conflict.base)},
            {"ours", orNull(conflict.ours)},
            {"theirs", orNull(conflict.theirs)},
            {"ourAuthor", authorOf(conflict.ourWriting)},
            {"ourTime", timeOf(conflict.ourWriting)},
            {"theirAuthor", authorOf(conflict.theirWriting)},
            {"theirTime", timeOf(conflict.theirWriting)}};
}

Json toJson(const MergePlan& plan) {
    Json conflicts = Json::array(), tables = Json::object();
    for (const MergeConflict& conflict : plan.conflicts)
        conflicts.push_back(toJson(conflict));
    int total = 0;
    for (const auto& [table, rows] : plan.taken) {
        tables[std::string(store::nameOf(table))] = rows;
        total += rows;
    }
    return {{"related", plan.related},
            {"base", plan.base.empty() ? Json(nullptr) : Json(plan.base)},
            {"parted", plan.parted ? Json(toIso(*plan.parted)) : Json(nullptr)},
            {"ourCommands", plan.ourCommands},
            {"theirCommands", plan.theirCommands},
            {"merged", {{"total", total}, {"tables", std::move(tables)}}},
            {"conflicts", std::move(conflicts)},
            {"remarks", plan.remarks}};
}

std::string sideText(std::string_view which, const std::optional<std::string>& value, const store::Writing& writing) {
    std::string text = fmt::format("  {} {}", which, value ? session::shorten(*value, 200) : "(not there)");
    for (char& c : text)
        c = c == '\n' ? ' ' : c;
    if (!writing.author.empty())
        text += fmt::format("  [{}, {}: {}]", writing.author, toIso(writing.time), session::shorten(writing.label, 60));
    return text + "\n";
}

std::string conflictText(const MergeConflict& conflict) {
    return conflict.name() + "\n" + sideText("before:", conflict.base, {}) +
           sideText("ours:  ", conflict.ours, conflict.ourWriting) +
           sideText("theirs:", conflict.theirs, conflict.theirWriting);
}

std::string remarksText(const MergePlan& plan) {
    std::string text;
    for (const std::string& remark : plan.remarks)
        text += "- " + remark + "\n";
    return text;
}

// --- what somebody decided
// -----------------------------------------------------------------------------------------------

/// "ours", "theirs", or {"value":"a text of its own"}.
std::optional<Resolution> resolutionOf(const Json& json) {
    if (json == "ours")
        return Resolution{Side::Ours, {}};
    if (json == "theirs")
        return Resolution{Side::Theirs, {}};
    if (!json.is_object() || json.size() != 1)
        return std::nullopt;
    const auto value = json.find("value");
    if (value == json.end() || !value->is_string())
        return std::nullopt;
    return Resolution{Side::Ours, value->get<std::string>()};
}

Result<Resolutions> readResolutions(Context& context, const std::optional<std::string>& path) {
    Resolutions resolutions;
    if (!path)
        return resolutions;
    PLUMB_TRY(json, readJsonFile(context, *path));
    Error error{ErrorKind::Refused,
                "merge.resolutions",
                fmt::format("\"{}\" is no list of decisions: it maps names of conflicts to \"ours\", \"theirs\" or "
                            "{{\"value\":\"a text\"}}.",
                            *path),
                *path,
                {},
                {}};
    if (!json.is_object())
        return fail(std::move(error));
    for (const auto& [name, value] : json.items()) {
        if (const auto one = resolutionOf(value))
            resolutions.emplace(name, *one);
        else
            error.messages.push_back({"R001", name, "This is no decision.", "Write \"ours\" or \"theirs\"."});
    }
    if (!error.messages.empty())
        return fail(std::move(error));
    return resolutions;
}

Result<std::optional<Side>> sideOf(const std::string& word) {
    if (word.empty())
        return std::optional<Side>{};
    if (word == "ours")
        return std::optional(Side::Ours);
    if (word == "theirs")
        return std::optional(Side::Theirs);
    return wrongUsage(fmt::format("--prefer takes ours or theirs, not \"{}\".", session::shorten(word, 60)),
                      "--prefer");
}

// --- merge
// ---------------------------------------------------------------------------------------------------------------

/// Merges in a copy of ours beside OUT, which gets its name when it is whole and goes when it can't be.
Result<void> mergeInto(Context& context, const session::Session& ours, const MergeOptions& options,
                       const Resolutions& resolutions, std::optional<Side> rest) {
    PLUMB_TRY(pending, store::PendingFile::beside(options.out));
    std::error_code ignored;
    std::filesystem::remove(pending->path(), ignored); // a copy goes where nothing is
    {
        ProgressLine progress(context, "Copying");
        PLUMB_CHECK(ours.copyTo(pending->path(), progress.callback()));
    }
    {
        PLUMB_TRY(out, openToWrite(context, pending->path().string()));
        ProgressLine progress(context, "Merging");
        PLUMB_CHECK(out->merge(options.theirs, resolutions, rest, progress.callback()));
    }
    return pending->publish();
}

Outcome openConflicts(const MergePlan& plan, const Resolutions& resolutions) {
    Output output;
    output.exit = Exit::Conflict;
    output.json = toJson(plan);
    std::size_t open = 0;
    for (const MergeConflict& conflict : plan.conflicts)
        if (!resolutions.contains(conflict.name())) {
            output.text += conflictText(conflict);
            ++open;
        }
    output.json["open"] = open;
    output.json["file"] = nullptr;
    output.text += fmt::format("{}: decide with --prefer ours, --prefer theirs or --resolve FILE.json; nothing was "
                               "written.\n",
                               counted(open, "open conflict", "open conflicts"));
    return output;
}

Outcome merge(Context& context, const MergeOptions& options) {
    PLUMB_TRY(rest, sideOf(options.prefer));
    PLUMB_TRY(resolutions, readResolutions(context, options.resolve));
    PLUMB_TRY(ours, openToRead(context, options.ours));
    PLUMB_TRY(plan, ours->planMerge(options.theirs));
    const bool open = std::any_of(plan.conflicts.begin(), plan.conflicts.end(), [&](const MergeConflict& conflict) {
        return !resolutions.contains(conflict.name());
    });
    if (open && !rest)
        return openConflicts(plan, resolutions);
    PLUMB_CHECK(mergeInto(context, *ours, options, resolutions, rest));
    Output output;
    output.json = toJson(plan);
    output.json["open"] = 0;
    output.json["file"] = options.out;
    const int total = output.json["merged"]["total"].get<int>();
    output.text = fmt::format("{}: {} and what came over from {}: {}, {} decided.\n", options.out, options.ours,
                              options.theirs, counted(static_cast<std::size_t>(total), "row", "rows"),
                              counted(plan.conflicts.size(), "conflict", "conflicts")) +
                  remarksText(plan);
    return output;
}

} // namespace

void addMergeVerb(CLI::App& app, Context& context) {
    auto options = std::make_shared<MergeOptions>();
    CLI::App& verb =
        addVerb(app, "merge", "Put two copies of a review together in a third file; exit 5 with open conflicts",
                {"merge claims.plumb claims-jonas.plumb -o merged.plumb",
                 "merge claims.plumb claims-jonas.plumb -o merged.plumb --prefer ours"});
    addWord(verb, "OURS", options->ours, "The review; it is not changed");
    addWord(verb, "THEIRS", options->theirs, "The other copy; it is not changed");
    addText(verb, "-o,--output", options->out, "OUT", "The file to make; one that is there is left alone")->required();
    addText(verb, "--prefer", options->prefer, "ours,theirs", "Whose value stays where both changed the same");
    addText(verb, "--resolve", options->resolve, "FILE.json",
            "Decisions: names of conflicts with \"ours\", \"theirs\" or {\"value\":\"a text\"}");
    onCall(verb, context, options, &merge);
}

} // namespace plumb::cli
