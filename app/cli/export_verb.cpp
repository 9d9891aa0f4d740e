// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// export: parts of a review as files for other programs.
#include "app/cli/lens_input.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/session/calendar.h"
#include "core/session/names.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

struct ExportOptions {
    std::string file, format, target;
    bool force = false;
};

Outcome exportTo(Context& context, const ExportOptions& options) {
    if (options.format != "ics")
        return wrongUsage(fmt::format("--format takes ics, not \"{}\".", session::shorten(options.format, 60)),
                          "--format");
    PLUMB_TRY(opened, openToRead(context, options.file));
    const exchange::Calendar calendar = session::calendarOf(*opened);
    const std::string bytes = exchange::writeIcs(calendar);
    PLUMB_CHECK(checkFree(options.target, options.force));
    PLUMB_CHECK(writeFileAtomically(options.target, bytes));
    return Output{{{"file", options.target},
                   {"format", options.format},
                   {"bytes", bytes.size()},
                   {"counts", {{"days", calendar.days.size()}}}},
                  fmt::format("{}: {}\n", options.target, counted(calendar.days.size(), "day", "days"))};
}

} // namespace

void addExportVerb(CLI::App& app, Context& context) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App& verb =
        addVerb(app, "export", "Write the next review, due dates and ends of acceptances as a calendar (ics)",
                {"export claims.plumb --format ics claims.ics"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "OUT", options->target, "The file to make");
    addText(verb, "--format", options->format, "FORMAT", "ics: days for calendar programs (RFC 5545)")->required();
    verb.add_flag("--force", options->force, "Replace OUT when it is there");
    onCall(verb, context, options, &exportTo);
}

} // namespace plumb::cli
