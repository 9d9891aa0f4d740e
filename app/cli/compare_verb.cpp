// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// compare: what moved between two states of a review, or of two.
#include "app/cli/compare_text.h"
#include "app/cli/verbs.h"
#include "core/session/states.h"

namespace plumb::cli {
namespace {

struct CompareOptions {
    std::string file, before, after;
    bool exitCode = false, all = false;
};

/// One side; states of other files are called as they were named.
Result<compare::State> sideOf(Context& context, const session::Session& session, const std::string& text) {
    const session::StateRef ref = session::parseStateRef(text);
    if (ref.file.empty()) {
        PLUMB_TRY(read, session.stateOf(ref.snapshot));
        return std::move(read.state);
    }
    PLUMB_TRY(read, session::readState(ref.file, ref.snapshot, environmentOf(context)));
    read.state.name = ref.file.filename().string() + (ref.snapshot.empty() ? "" : "@" + read.state.name);
    return std::move(read.state);
}

Outcome compareStates(Context& context, const CompareOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(before, sideOf(context, *opened, options.before));
    PLUMB_TRY(after, sideOf(context, *opened, options.after));
    Compared compared{std::move(before), std::move(after), {}};
    compared.moved = compare::compareStates(compared.before, compared.after);
    Output output{comparisonJson(compared, options.all), comparisonText(compared, options.all)};
    if (options.exitCode && differs(compared.moved))
        output.exit = Exit::No;
    return output;
}

} // namespace

void addCompareVerb(CLI::App& app, Context& context) {
    auto options = std::make_shared<CompareOptions>();
    options->after = "@now";
    CLI::App& verb =
        addVerb(app, "compare", "Say what moved between two states: questions, findings, score and why, money",
                {"compare claims.plumb \"May review\" @now", "compare claims.plumb @now other.plumb@May --exit-code"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "A", options->before, "A snapshot, @now, OTHER.plumb@NAME or OTHER.plumb");
    addWord(verb, "B", options->after, "The same; @now when not given")->required(false);
    verb.add_flag("--exit-code", options->exitCode, "Exit with 1 when something differs");
    verb.add_flag("--all", options->all, "Also what is unchanged");
    onCall(verb, context, options, &compareStates);
}

} // namespace plumb::cli
