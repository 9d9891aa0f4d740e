// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// snapshot create, list, show, export, restore: states of a review that are kept under a name.
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using store::SnapshotRecord;

struct SnapshotOptions {
    std::string file, name, note, target;
    bool force = false;
};

Json recordJson(const SnapshotRecord& record) {
    return {{"name", record.name},
            {"note", record.note},
            {"time", toIso(record.time)},
            {"author", record.author},
            {"sha256", record.sha256},
            {"bytes", record.bytes},
            {"methods", {{"score", record.scoreMethod}, {"cost", record.costMethod}}}};
}

std::string minuteOf(Instant time) {
    return toIso(time).substr(0, 16).replace(10, 1, " ");
}

// --- create
// ----------------------------------------------------------------------------------------------------------

Outcome create(Context& context, const SnapshotOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(record, opened->createSnapshot(options.name, options.note));
    Output output{recordJson(record)};
    output.json["file"] = options.file;
    output.json["score"] = toJson(opened->scores().overall());
    output.text = fmt::format("Snapshot \"{}\" is kept ({}).\n{}\n", record.name, record.sha256.substr(0, 12),
                              scoreLine(opened->scores().overall()));
    return output;
}

void addCreate(CLI::App& snapshot, Context& context) {
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App& verb = addVerb(snapshot, "create", "Keep the review as it is under a name, for ever",
                             {"snapshot create claims.plumb \"May review\" --note \"Before the move\""});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "NAME", options->name, "Its name, which no other snapshot has");
    addText(verb, "--note", options->note, "TEXT", "What a reader should know about it");
    onCall(verb, context, options, &create);
}

// --- list
// ------------------------------------------------------------------------------------------------------------

Json pointJson(const compare::TrendPoint& point) {
    return {{"score", point.score ? Json(*point.score) : Json(nullptr)},
            {"worst", point.worst},
            {"best", point.best},
            {"coverage", point.coverage}};
}

std::vector<std::string> pointCells(const compare::TrendPoint& point) {
    score::ScopeScore shown;
    shown.worst = point.worst;
    shown.best = point.best;
    return {scoreCell(point.score), rangeCell(shown), percentCell(point.coverage)};
}

/// Without the figures where a snapshot can't be read; which one is said as a problem.
Outcome list(Context& context, const SnapshotOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const auto trend = opened->trend();
    if (!trend)
        tell(context, options.file, {{trend.error().id, {}, trend.error().text, {}}});
    Output output;
    Json& all = output.json["snapshots"] = Json::array();
    TextTable table({"Time", "Name", "Author", ">Score", ">Range", ">Coverage", "Note"});
    for (std::size_t i = 0; i < opened->snapshots().size(); ++i) {
        const SnapshotRecord& record = opened->snapshots()[i];
        Json one = recordJson(record);
        one["overall"] = trend ? pointJson((*trend)[i]) : Json(nullptr);
        all.push_back(std::move(one));
        const auto cells = trend ? pointCells((*trend)[i]) : std::vector<std::string>(3, "?");
        table.row({minuteOf(record.time), session::shorten(record.name, 60), record.author, cells[0], cells[1],
                   cells[2], session::shorten(record.note, 60)});
    }
    output.text = all.empty() ? "The review has no snapshot yet.\n" : table.text();
    output.json["now"] = toJson(opened->scores().overall()); // last: it moves the list
    return output;
}

void addListVerb(CLI::App& snapshot, Context& context) {
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App& verb =
        addVerb(snapshot, "list", "List the snapshots with their scores, oldest first", {"snapshot list claims.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    onCall(verb, context, options, &list);
}

// --- show
// ------------------------------------------------------------------------------------------------------------

const SnapshotRecord& recordNamed(const session::Session& session, const std::string& name) {
    return *std::ranges::find(session.snapshots(), name, &SnapshotRecord::name);
}

/// The figures as they were stored; what was not stored by today's method.
Json storedOverall(const compare::ReadSnapshot& read) {
    Json overall = toJson(read.state.scores.overall());
    overall["score"] = read.stored.score ? Json(*read.stored.score) : Json(nullptr);
    overall["worst"] = read.stored.worst;
    overall["best"] = read.stored.best;
    overall["coverage"] = read.stored.coverage;
    return overall;
}

Json storedQuestions(const compare::ReadSnapshot& read) {
    Json out = Json::array();
    for (const score::QuestionScore& question : read.state.scores.questions()) {
        const auto stored = read.stored.questions.find(question.key);
        const lens::State state = stored == read.stored.questions.end() ? question.state : stored->second;
        out.push_back({{"lens", question.key.lens}, {"id", question.key.question}, {"risk", lens::toText(state)}});
    }
    return out;
}

score::ScopeScore storedScope(const compare::ReadSnapshot& read) {
    score::ScopeScore scope = read.state.scores.overall();
    scope.score = read.stored.score;
    scope.worst = read.stored.worst;
    scope.best = read.stored.best;
    scope.coverage = read.stored.coverage;
    return scope;
}

Outcome show(Context& context, const SnapshotOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(read, opened->stateOf(options.name));
    const SnapshotRecord& record = recordNamed(*opened, read.state.name);
    const review::Review& review = read.state.review;
    const auto open = std::ranges::count(read.state.findings, true, &score::Finding::open);
    Output output{recordJson(record)};
    output.json["workload"] = toJson(review.workload);
    output.json["lenses"] = lensesOf(review);
    output.json["overall"] = storedOverall(read);
    output.json["questions"] = storedQuestions(read);
    output.json["counts"] = {{"answers", review.answers.size()},
                             {"evidence", review.evidence.size()},
                             {"findings", read.state.findings.size()},
                             {"openFindings", open}};
    output.text = fmt::format("{}: {} by {}\n{}{}\n{}, {} open, {} of evidence\n", record.name, minuteOf(record.time),
                              record.author, record.note.empty() ? "" : record.note + "\n",
                              scoreLine(storedScope(read)), counted(read.state.findings.size(), "finding", "findings"),
                              open, counted(review.evidence.size(), "piece", "pieces"));
    TextTable table({"", ""});
    for (const review::ReviewLens& lens : review.lenses)
        table.row({"  " + lens.lens->id, lens.lens->name});
    output.text += table.text() + "sha256 " + record.sha256 + "\n";
    return output;
}

void addShow(CLI::App& snapshot, Context& context) {
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App& verb = addVerb(snapshot, "show", "Say what a snapshot holds, with its hash checked",
                             {"snapshot show claims.plumb \"May review\""});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "NAME", options->name, "The snapshot (snapshot list)");
    onCall(verb, context, options, &show);
}

// --- export, restore
// -------------------------------------------------------------------------------------------------

Outcome exportSnapshot(Context& context, const SnapshotOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(bytes, opened->snapshotBytes(options.name));
    PLUMB_CHECK(checkFree(options.target, options.force));
    PLUMB_CHECK(writeFileAtomically(options.target, bytes));
    const std::string wanted = session::foldName(options.name);
    const auto record = std::ranges::find_if(
        opened->snapshots(), [&](const SnapshotRecord& one) { return session::foldName(one.name) == wanted; });
    Output output;
    output.json = {
        {"file", options.target}, {"name", record->name}, {"sha256", record->sha256}, {"bytes", bytes.size()}};
    output.text = fmt::format("\"{}\" is in {}.\n", record->name, options.target);
    return output;
}

void addExport(CLI::App& snapshot, Context& context) {
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App& verb =
        addVerb(snapshot, "export", "Write a snapshot as canonical JSON, byte for byte what its hash is of",
                {"snapshot export claims.plumb \"May review\" may.json"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "NAME", options->name, "The snapshot (snapshot list)");
    addWord(verb, "OUT", options->target, "The file to make");
    verb.add_flag("--force", options->force, "Replace a file that is there");
    onCall(verb, context, options, &exportSnapshot);
}

Outcome restoreSnapshot(Context& context, const SnapshotOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    const auto headOf = [&] {
        const auto head = opened->undoable();
        return head ? head->id : std::string();
    };
    const std::string head = headOf();
    PLUMB_CHECK(opened->restoreSnapshot(options.name));
    const bool changed = headOf() != head;
    Output output;
    output.json = {{"restored", options.name}, {"changed", changed}, {"score", toJson(opened->scores().overall())}};
    output.text = fmt::format("{}\n{}\n",
                              changed ? "The review is as it was then; undo takes that back."
                                      : "The review is as it was then already.",
                              scoreLine(opened->scores().overall()));
    return output;
}

void addRestore(CLI::App& snapshot, Context& context) {
    auto options = std::make_shared<SnapshotOptions>();
    CLI::App& verb =
        addVerb(snapshot, "restore", "Make the review as it was in a snapshot, as one command that undo takes back",
                {"snapshot restore claims.plumb \"May review\""});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "NAME", options->name, "The snapshot (snapshot list)");
    onCall(verb, context, options, &restoreSnapshot);
}

} // namespace

void addSnapshotVerbs(CLI::App& snapshot, Context& context) {
    addCreate(snapshot, context);
    addListVerb(snapshot, context);
    addShow(snapshot, context);
    addExport(snapshot, context);
    addRestore(snapshot, context);
}

} // namespace plumb::cli
