// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// history, undo, redo, restore.
#include "app/cli/json_values.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using store::CommandRecord;

constexpr std::size_t kShortId = 8; ///< letters of an id that are shown
constexpr std::size_t kLeastId = 4; ///< letters of an id that are taken

struct HistoryOptions {
    std::string file, id;
    bool all = false;
};

Outcome history(Context& context, const HistoryOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(commands, opened->history(options.all));
    Output output;
    Json& list = output.json["commands"] = Json::array();
    TextTable table({"Id", "Time", "Author", "What", ""});
    for (const CommandRecord& command : commands) {
        list.push_back(toJson(command));
        table.row({command.id.substr(0, kShortId), toIso(command.time).substr(0, 16).replace(10, 1, " "),
                   command.author, command.label, command.applied ? "" : "(undone)"});
    }
    output.text = commands.empty() ? "Nothing was done yet.\n" : table.text();
    return output;
}

void addHistory(CLI::App& app, Context& context) {
    auto options = std::make_shared<HistoryOptions>();
    CLI::App& verb = addVerb(app, "history", "List what was done, oldest first, with time (UTC) and author",
                             {"history claims.plumb", "history claims.plumb --all --json"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_flag("--all", options->all, "Also what was left behind by undo and a new change");
    onCall(verb, context, options, &history);
}

// --- undo, redo
// ----------------------------------------------------------------------------------------------------------

Output stepped(const session::Session& session, const char* key, const char* word, const CommandRecord& command) {
    Output output;
    output.json = {{key, {{"id", command.id}, {"label", command.label}}},
                   {"score", toJson(session.scores().overall())}};
    output.text = fmt::format("{}: {}\n{}\n", word, command.label, scoreLine(session.scores().overall()));
    return output;
}

Outcome undo(Context& context, const HistoryOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(command, opened->undo());
    return stepped(*opened, "undone", "Undone", command);
}

Outcome redo(Context& context, const HistoryOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(command, opened->redo());
    return stepped(*opened, "redone", "Done again", command);
}

void addUndo(CLI::App& app, Context& context) {
    auto options = std::make_shared<HistoryOptions>();
    CLI::App& verb = addVerb(app, "undo", "Take the last command back", {"undo claims.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    onCall(verb, context, options, &undo);
}

void addRedo(CLI::App& app, Context& context) {
    auto options = std::make_shared<HistoryOptions>();
    CLI::App& verb = addVerb(app, "redo", "Do again what was undone last", {"redo claims.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    onCall(verb, context, options, &redo);
}

// --- restore
// -------------------------------------------------------------------------------------------------------------

/// The one command whose id begins like this.
Result<CommandRecord> commandOf(const session::Session& session, const std::string& id) {
    if (id.size() < kLeastId)
        return wrongUsage(fmt::format("An id needs at least its first {} letters.", kLeastId), id);
    PLUMB_TRY(commands, session.history(true));
    const auto fits = [&](const CommandRecord& command) { return command.id.starts_with(id); };
    const auto first = std::find_if(commands.begin(), commands.end(), fits);
    if (first == commands.end())
        return wrongUsage(
            fmt::format("The history has no command \"{}\"; history --all lists all.", session::shorten(id, 60)), id);
    if (std::any_of(first + 1, commands.end(), fits))
        return wrongUsage(fmt::format("Several commands begin with \"{}\"; give more letters.", id), id);
    return *first;
}

Outcome restore(Context& context, const HistoryOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(command, commandOf(*opened, options.id));
    PLUMB_CHECK(opened->restore(command.id));
    return stepped(*opened, "restored", "The review is as it was after", command);
}

void addRestore(CLI::App& app, Context& context) {
    auto options = std::make_shared<HistoryOptions>();
    CLI::App& verb =
        addVerb(app, "restore", "Bring back the state after a command, as a new command that undo takes back",
                {"restore claims.plumb 3f2a9c01"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ID", options->id, "The command (history), or the first letters of its id");
    onCall(verb, context, options, &restore);
}

} // namespace

void addHistoryVerbs(CLI::App& app, Context& context) {
    addHistory(app, context);
    addUndo(app, context);
    addRedo(app, context);
    addRestore(app, context);
}

} // namespace plumb::cli
