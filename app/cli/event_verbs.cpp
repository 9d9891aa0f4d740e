// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// event add, list, remove: what makes a new review due.
#include "app/cli/finding_input.h"
#include "app/cli/finding_json.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

using review::ReviewEvent;

constexpr std::size_t kShortId = 8; ///< letters of an id that the list shows

struct EventOptions {
    std::string file, kind, id;
    std::string date, note;
};

Outcome add(Context& context, const EventOptions& options) {
    ReviewEvent event;
    if (!review::fromText(options.kind, event.kind))
        return wrongUsage(fmt::format("KIND is review, model-update, data-change or other, not \"{}\".",
                                      session::shorten(options.kind, 60)),
                          "KIND");
    PLUMB_TRY(date, dayOption("--date", options.date));
    event.date = date;
    event.note = session::tidySpaces(options.note);
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(id, opened->putEvent(event));
    event.id = id;
    const score::Cadence cadence = opened->cadence();
    Output output{toJson(event), fmt::format("{}  {} {}\n{}\n", id.substr(0, kShortId), toIso(event.date),
                                             review::toText(event.kind), cadenceLine(cadence))};
    output.json["cadence"] = toJson(cadence);
    return output;
}

Outcome list(Context& context, const EventOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    Output output;
    Json all = Json::array();
    TextTable table({"Id", "Day", "What", "Note"});
    for (const ReviewEvent& event : opened->review().events) {
        all.push_back(toJson(event));
        table.row(
            {event.id.substr(0, kShortId), toIso(event.date), std::string(review::toText(event.kind)), event.note});
    }
    output.text = all.empty() ? std::string("The review has no events.\n") : table.text();
    output.text += cadenceLine(opened->cadence()) + "\n";
    output.json = {{"events", std::move(all)}, {"cadence", toJson(opened->cadence())}};
    return output;
}

/// By the whole id, or by the beginning of it when that means one event.
Result<ReviewEvent> eventNamed(const review::Review& review, const std::string& id) {
    const ReviewEvent* found = nullptr;
    for (const ReviewEvent& event : review.events) {
        if (id.size() < 4 || !event.id.starts_with(id))
            continue;
        if (found)
            return wrongUsage(fmt::format("\"{}\" begins the ids of several events; give more of it.", id), id);
        found = &event;
    }
    if (!found)
        return wrongUsage(
            fmt::format("The review has no event \"{}\"; event list shows all.", session::shorten(id, 60)), id);
    return *found;
}

Outcome remove(Context& context, const EventOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(event, eventNamed(opened->review(), options.id));
    PLUMB_CHECK(opened->removeEvent(event.id));
    const score::Cadence cadence = opened->cadence();
    return Output{{{"id", event.id}, {"removed", true}, {"cadence", toJson(cadence)}},
                  fmt::format("The {} of {} is removed; undo brings it back.\n{}\n", review::toText(event.kind),
                              toIso(event.date), cadenceLine(cadence))};
}

} // namespace

void addEventVerbs(CLI::App& event, Context& context) {
    auto added = std::make_shared<EventOptions>();
    CLI::App& adding =
        addVerb(event, "add", "Record a review, a major model update, a significant change of data, or something else",
                {"event add claims.plumb model-update --date 2026-11-12 --note \"New base model\"",
                 "event add claims.plumb review --date 2026-11-22"});
    addWord(adding, "FILE", added->file, "The review");
    addWord(adding, "KIND", added->kind, "review, model-update, data-change or other");
    addText(adding, "--date", added->date, "DAY", "When it was: 2026-11-12")->required();
    addText(adding, "--note", added->note, "TEXT", "What happened");
    onCall(adding, context, added, &add);

    auto listed = std::make_shared<EventOptions>();
    CLI::App& listing =
        addVerb(event, "list", "List what was recorded, and when the next review is due", {"event list claims.plumb"});
    addWord(listing, "FILE", listed->file, "The review");
    onCall(listing, context, listed, &list);

    auto removed = std::make_shared<EventOptions>();
    CLI::App& removing =
        addVerb(event, "remove", "Take an event out; undo brings it back", {"event remove claims.plumb 6f1c0e9a"});
    addWord(removing, "FILE", removed->file, "The review");
    addWord(removing, "ID", removed->id, "Its id, or the beginning of it (event list)");
    onCall(removing, context, removed, &remove);
}

} // namespace plumb::cli
