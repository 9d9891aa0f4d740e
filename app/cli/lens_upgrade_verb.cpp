// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lens upgrade: another version of a questionnaire of a review, and what becomes of its answers.
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

using compare::UpgradePlan;

struct UpgradeOptions {
    std::string file, lens, version;
    std::optional<std::string> overlay;
    bool dryRun = false;
};

Json planJson(const UpgradePlan& plan) {
    Json dropped = Json::array(), reconfirm = Json::array(), changes = Json::array();
    for (const compare::DroppedAnswer& each : plan.dropped)
        dropped.push_back({{"question", each.question},
                           {"choice", each.choice.empty() ? Json(nullptr) : Json(each.choice)},
                           {"why", each.why}});
    for (const compare::ReconfirmAnswer& each : plan.reconfirm)
        reconfirm.push_back({{"question", each.question}, {"why", each.why}});
    for (const lens::Change& change : plan.changes)
        changes.push_back({{"kind", lens::toText(change.kind)},
                           {"level", lens::toText(change.level)},
                           {"id", change.id},
                           {"field", change.field}});
    return {{"carried", plan.carried},
            {"dropped", std::move(dropped)},
            {"reconfirm", std::move(reconfirm)},
            {"droppedLinks", plan.droppedLinks},
            {"droppedFindings", plan.droppedFindings},
            {"changes", std::move(changes)},
            {"before", toJson(plan.before)},
            {"after", toJson(plan.after)}};
}

std::string planText(const UpgradePlan& plan) {
    std::string out = fmt::format("{} as they are, {} to be confirmed again, {} dropped\n",
                                  counted(static_cast<std::size_t>(plan.carried), "answer carries", "answers carry"),
                                  plan.reconfirm.size(), plan.dropped.size());
    out += fmt::format("Before: {}\nAfter:  {}\n", scoreLine(plan.before), scoreLine(plan.after));
    TextTable again({"  Confirm again", "Because"});
    for (const compare::ReconfirmAnswer& each : plan.reconfirm)
        again.row({"  " + each.question, each.why});
    TextTable dropped({"  Dropped", "Because"});
    for (const compare::DroppedAnswer& each : plan.dropped)
        dropped.row({"  " + each.question + (each.choice.empty() ? "" : "/" + each.choice), each.why});
    for (const std::string& finding : plan.droppedFindings)
        dropped.row({"  " + finding, "its question is gone; what was written about it stays in the history"});
    for (const std::string& link : plan.droppedLinks)
        dropped.row({"  " + link, "the link leads to nothing any more"});
    if (!plan.reconfirm.empty())
        out += "\n" + again.text();
    if (!plan.dropped.empty() || !plan.droppedFindings.empty() || !plan.droppedLinks.empty())
        out += "\n" + dropped.text();
    return out;
}

Outcome upgrade(Context& context, const UpgradeOptions& options) {
    PLUMB_TRY(sources, findLenses(context, {options.version}, options.overlay));
    PLUMB_TRY(opened, options.dryRun ? openToRead(context, options.file) : openToWrite(context, options.file));
    const session::LensSource& source = sources.front();
    PLUMB_TRY(plan,
              options.dryRun ? opened->planUpgrade(options.lens, source) : opened->upgradeLens(options.lens, source));
    Output output{planJson(plan)};
    output.json["file"] = options.file;
    output.json["lens"] = options.lens;
    output.json["dryRun"] = options.dryRun;
    output.text = planText(plan) + (options.dryRun ? "Nothing was stored.\n"
                                                   : "What was dropped stays in the history; undo brings it back.\n");
    return output;
}

} // namespace

void addLensUpgradeVerb(CLI::App& lens, Context& context) {
    auto options = std::make_shared<UpgradeOptions>();
    CLI::App& verb = addVerb(lens, "upgrade", "Take another version of a questionnaire, with the answers that fit it",
                             {"lens upgrade claims.plumb our-lens ./our-lens-2.json --dry-run",
                              "lens upgrade claims.plumb generative-ai generative-ai"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "LENS", options->lens, "Its id in the review (info)");
    addWord(verb, "ID_OR_PATH", options->version, "The other version: a built-in id or a lens file");
    addText(verb, "--overlay", options->overlay, "FILE",
            "Its overlay; else that beside a lens.json, the built-in one, or the one that the review has");
    verb.add_flag("--dry-run", options->dryRun, "Only say what would become of the answers");
    onCall(verb, context, options, &upgrade);
}

} // namespace plumb::cli
