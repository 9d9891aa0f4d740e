// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// new, sample, info, copy, verify.
#include "app/cli/cost_json.h"
#include "app/cli/finding_json.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"
#include "core/session/sample.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::Session;

std::string lensTable(const review::Review& review) {
    TextTable table({"Lens", "Name", ">Questions", ">Choices"});
    for (const review::ReviewLens& lens : review.lenses)
        table.row({lens.lens->id, lens.lens->name, std::to_string(lens.lens->questionCount()),
                   std::to_string(lens.lens->choiceCount())});
    return table.text();
}

Output madeReview(const Session& session) {
    Output output;
    output.json = {{"file", session.path().string()}, {"lenses", lensesOf(session.review())}};
    output.text = fmt::format("{}: {}\n", session.path().string(), session.review().workload.name);
    if (!session.review().lenses.empty())
        output.text += lensTable(session.review());
    return output;
}

// --- new
// -----------------------------------------------------------------------------------------------------------------

struct NewOptions {
    std::string file;
    review::Workload workload;
    std::vector<std::string> lenses;
};

Outcome makeNew(Context& context, const NewOptions& options) {
    if (session::tidySpaces(options.workload.name).empty())
        return wrongUsage("A review needs the name of its workload: --workload NAME.", "--workload");
    PLUMB_TRY(sources, findLenses(context, options.lenses));
    PLUMB_TRY(made, Session::create(options.file, {options.workload, std::move(sources)}, environmentOf(context)));
    return madeReview(*made);
}

void addNew(CLI::App& app, Context& context) {
    auto options = std::make_shared<NewOptions>();
    CLI::App& verb =
        addVerb(app, "new", "Make a review",
                {"new claims.plumb --workload \"Claims AI\" --lens ai-quick-scan --client \"Northwind Mutual\""});
    addWord(verb, "FILE", options->file, "The project file to make; one that is there is left alone");
    addText(verb, "--workload", options->workload.name, "NAME", "What is reviewed")->required();
    addList(verb, "--lens", options->lenses, "ID_OR_PATH",
            "A questionnaire: a built-in id (lens list) or a lens file; may stand several times", false);
    addText(verb, "--client", options->workload.client, "NAME", "Whose workload it is");
    addText(verb, "--owner", options->workload.owner, "NAME", "Who answers for the workload");
    addText(verb, "--description", options->workload.description, "TEXT", "What the workload does");
    addText(verb, "--environment", options->workload.environment, "TEXT", "production, pre-production");
    addText(verb, "--industry", options->workload.industry, "TEXT", "The client's trade");
    addText(verb, "--regions", options->workload.regions, "TEXT", "Where it runs, such as eu-central-1");
    onCall(verb, context, options, &makeNew);
}

// --- sample
// --------------------------------------------------------------------------------------------------------------

struct FileOptions {
    std::string file;
};

Outcome makeSampleReview(Context& context, const FileOptions& options) {
    PLUMB_TRY(made, session::makeSample(options.file, context.library, context.sampleScript, environmentOf(context)));
    return madeReview(*made);
}

void addSample(CLI::App& app, Context& context) {
    auto options = std::make_shared<FileOptions>();
    CLI::App& verb = addVerb(app, "sample", "Make the sample review, filled in", {"sample northwind.plumb"});
    addWord(verb, "FILE", options->file, "The project file to make; one that is there is left alone");
    onCall(verb, context, options, &makeSampleReview);
}

// --- info
// ----------------------------------------------------------------------------------------------------------------

std::string workloadText(const review::Workload& workload) {
    TextTable table({"", ""});
    const std::vector<std::pair<const char*, const std::string*>> fields{{"Workload", &workload.name},
                                                                         {"Client", &workload.client},
                                                                         {"Owner", &workload.owner},
                                                                         {"Description", &workload.description},
                                                                         {"Environment", &workload.environment},
                                                                         {"Industry", &workload.industry},
                                                                         {"Regions", &workload.regions}};
    for (const auto& [label, value] : fields)
        if (!value->empty())
            table.row({label, *value});
    return table.text();
}

std::string costLine(const Session& session) {
    const review::Costs& costs = session.review().costs;
    if (costs.items.empty())
        return {};
    return fmt::format("{}, {}, {}: {}", counted(costs.items.size(), "cost item", "cost items"),
                       counted(costs.measures.size(), "measure", "measures"),
                       counted(costs.scenarios.size(), "scenario", "scenarios"), billLine(session));
}

Outcome info(Context& context, const FileOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(commands, opened->history());
    const review::Review& review = opened->review();
    const score::ScopeScore& score = opened->scores().overall();
    const auto applied =
        std::count_if(commands.begin(), commands.end(), [](const auto& command) { return command.applied; });
    const std::vector<score::Finding>& findings = opened->findings();
    const auto open = std::count_if(findings.begin(), findings.end(), [](const auto& finding) { return finding.open; });
    Output output;
    output.json = {{"file", options.file},
                   {"schemaVersion", opened->schemaVersion()},
                   {"fileId", review.fileId},
                   {"createdAt", toIso(review.createdAt)},
                   {"workload", toJson(review.workload)},
                   {"lenses", lensesOf(review)},
                   {"counts",
                    {{"lenses", review.lenses.size()},
                     {"questions", score.questions},
                     {"applicable", score.applicable},
                     {"answered", score.answered},
                     {"evidence", review.evidence.size()},
                     {"participants", review.participants.size()},
                     {"findings", findings.size()},
                     {"openFindings", open},
                     {"costItems", review.costs.items.size()},
                     {"costMeasures", review.costs.measures.size()},
                     {"costScenarios", review.costs.scenarios.size()},
                     {"prices", review.costs.prices.size()},
                     {"history", commands.size()}}},
                   {"history", {{"length", commands.size()}, {"applied", applied}}},
                   {"cadence", toJson(opened->cadence())}};
    output.text =
        workloadText(review.workload) + "\n" + (review.lenses.empty() ? "" : lensTable(review) + "\n") +
        fmt::format("{} of {} answered, {}, {}, {}; {} in the history, schema version {}\n", score.answered,
                    counted(static_cast<std::size_t>(score.applicable), "applicable question", "applicable questions"),
                    counted(review.evidence.size(), "piece of evidence", "pieces of evidence"),
                    counted(review.participants.size(), "participant", "participants"),
                    counted(static_cast<std::size_t>(open), "open finding", "open findings"),
                    counted(commands.size(), "command", "commands"), opened->schemaVersion()) +
        costLine(*opened) + cadenceLine(opened->cadence()) + "\n";
    return output;
}

void addInfo(CLI::App& app, Context& context) {
    auto options = std::make_shared<FileOptions>();
    CLI::App& verb = addVerb(app, "info", "Say what a review holds", {"info claims.plumb", "info claims.plumb --json"});
    addWord(verb, "FILE", options->file, "The review");
    onCall(verb, context, options, &info);
}

// --- copy
// ----------------------------------------------------------------------------------------------------------------

struct CopyOptions {
    std::string file, target;
};

Outcome copy(Context& context, const CopyOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    ProgressLine progress(context, "Copying");
    PLUMB_CHECK(opened->copyTo(options.target, progress.callback()));
    return Output{{{"file", options.target}, {"from", options.file}},
                  fmt::format("{} is a whole copy of {}.\n", options.target, options.file)};
}

void addCopy(CLI::App& app, Context& context) {
    auto options = std::make_shared<CopyOptions>();
    CLI::App& verb = addVerb(app, "copy", "Copy a review, checked, also while it is open elsewhere",
                             {"copy claims.plumb claims-2026-11-22.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "TARGET", options->target, "The file to make; one that is there is left alone");
    onCall(verb, context, options, &copy);
}

// --- verify
// --------------------------------------------------------------------------------------------------------------

struct VerifyOptions {
    std::string file;
    std::optional<std::string> salvage;
};

/// Saves what can be read; adds what came of it to the output.
Result<void> salvageTo(Context& context, const VerifyOptions& options, Output& output) {
    PLUMB_CHECK(checkFree(*options.salvage, false));
    ProgressLine progress(context, "Saving");
    PLUMB_TRY(saved, store::salvage(options.file, *options.salvage, environmentOf(context), progress.callback()));
    output.json["salvaged"] = {{"file", *options.salvage}, {"rows", saved.rows}, {"lost", saved.lost}};
    output.text +=
        fmt::format("{} holds the {} that could be read.\n", *options.salvage, counted(saved.rows, "row", "rows"));
    for (const std::string& lost : saved.lost)
        output.text += fmt::format("lost: {}\n", lost);
    return {};
}

Outcome verify(Context& context, const VerifyOptions& options) {
    Output output;
    {
        ProgressLine progress(context, "Checking");
        PLUMB_TRY(report, store::verifyFile(options.file, environmentOf(context), progress.callback()));
        Json problems = Json::array();
        for (const store::Problem& problem : report.problems) {
            problems.push_back({{"id", problem.id}, {"text", problem.text}});
            output.text += fmt::format("{}  {}\n", problem.id, problem.text);
        }
        output.json = {{"ok", report.problems.empty()}, {"file", options.file},  {"problems", std::move(problems)},
                       {"commands", report.commands},   {"blobs", report.blobs}, {"blobBytes", report.blobBytes}};
        output.exit = report.problems.empty() ? Exit::Done : Exit::No;
        if (report.problems.empty())
            output.text =
                fmt::format("{} is whole: {}, {} of evidence.\n", options.file,
                            counted(report.commands, "command", "commands"), counted(report.blobs, "file", "files"));
    }
    if (options.salvage)
        PLUMB_CHECK(salvageTo(context, options, output));
    return output;
}

void addVerify(CLI::App& app, Context& context) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App& verb = addVerb(app, "verify", "Check a review: integrity, hashes, schema, history; exit 1 when damaged",
                             {"verify claims.plumb", "verify broken.plumb --salvage saved.plumb"});
    addWord(verb, "FILE", options->file, "The review; it is not changed");
    addText(verb, "--salvage", options->salvage, "OUT", "Also save what can be read into a new review");
    onCall(verb, context, options, &verify);
}

} // namespace

void addReviewVerbs(CLI::App& app, Context& context) {
    addNew(app, context);
    addSample(app, context);
    addInfo(app, context);
    addCopy(app, context);
    addVerify(app, context);
}

} // namespace plumb::cli
