// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// findings, and finding show, add, set, accept, resolve, remove.
#include "app/cli/cost_json.h"
#include "app/cli/finding_input.h"
#include "app/cli/finding_json.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using review::FindingStatus;
using session::FindingEdit;
using session::Session;

std::string_view severityText(lens::Risk severity) noexcept {
    return severity == lens::Risk::High ? "high" : "medium";
}

/// What stands beside the status: until when, who decided, and what does not fit.
std::string statusText(const score::Finding& f) {
    std::string out(review::toText(f.status));
    if (f.status == FindingStatus::Accepted)
        out += " until " + toIso(f.until);
    if (f.status == FindingStatus::InProgress)
        out += fmt::format(", {} %", f.progress);
    if (f.expired)
        out += ", acceptance ended";
    if (f.closedByAnswers)
        out += " by the answers";
    if (f.contradicted)
        out += ", but the answers show it";
    return out;
}

// --- findings
// ------------------------------------------------------------------------------------------------------------

struct RegisterOptions {
    std::string file;
    bool open = false;
};

Outcome showRegister(Context& context, const RegisterOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    Output output;
    Json all = Json::array();
    TextTable table({"No", "Risk", ">Rating", "Title", "Pillar", "Owner", "Due", "Effort", ">Saves", "Status"});
    std::size_t open = 0, overdue = 0;
    for (const score::Finding& f : opened->findings()) {
        open += f.open ? 1 : 0;
        overdue += f.overdue ? 1 : 0;
        if (options.open && !f.open)
            continue;
        all.push_back(toJson(f));
        table.row({codeOf(f), std::string(severityText(f.severity)), std::to_string(f.rating),
                   session::shorten(f.title, 60), f.pillar, f.owner, toIso(f.due) + (f.overdue ? " !" : ""),
                   effortText(f.effort, f.days), savingText(f.monthlySaving), statusText(f)});
    }
    output.text = all.empty() ? std::string(options.open ? "No finding is open.\n" : "The review has no findings.\n")
                              : table.text() + fmt::format("{}, {} open, {} overdue\n",
                                                           counted(opened->findings().size(), "finding", "findings"),
                                                           open, overdue);
    output.json["findings"] = std::move(all);
    return output;
}

// --- finding show
// ---------------------------------------------------------------------------------------------------------

struct KeyOptions {
    std::string file, key;
};

Result<const score::Finding*> shownFinding(const Session& session, const std::string& name) {
    PLUMB_TRY(key, session.findingNamed(name));
    if (const score::Finding* finding = session.finding(key))
        return finding;
    return wrongUsage(fmt::format("\"{}\" is closed by the answers, and nobody has written anything about it.",
                                  session::shorten(name, 60)),
                      key);
}

std::string findingText(const Session& session, const score::Finding& f) {
    TextTable table({"", ""});
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty())
            table.row({label, session::tidySpaces(value)});
    };
    std::vector<std::string> needs, practices, evidence;
    for (const std::string& key : f.needs)
        if (const review::Finding* need = session.review().findFinding(key))
            needs.push_back(review::findingCode(need->number));
    for (const review::PracticeRef& practice : f.toClose)
        practices.push_back(toText(practice));
    for (const std::string& id : f.evidence)
        if (const review::Evidence* one = session.review().findEvidence(id))
            evidence.push_back(evidenceLabel(one->number));
    add("Status", statusText(f));
    add("Risk",
        fmt::format("{}, rating {} x {} = {} ({}), after the fix {}", severityText(f.severity), f.inherent.likelihood,
                    f.inherent.impact, f.rating, score::toText(f.band), f.residualRating));
    add("Question", f.byHand ? std::string() : f.key);
    add("Pillar", f.pillar);
    add("Observation", f.observation);
    add("Consequence", f.consequence);
    add("Recommendation", f.recommendation);
    add("Owner", f.owner);
    add("Due", toIso(f.due));
    add("Effort", effortText(f.effort, f.days));
    add("Reason", f.reason);
    add("Decided by", f.decidedBy);
    add("Practices", fmt::format("{}", fmt::join(practices, " ")));
    add("Waits for", fmt::format("{}", fmt::join(needs, " ")));
    add("Evidence", fmt::format("{}", fmt::join(evidence, " ")));
    add("Measures", fmt::format("{}", fmt::join(f.measures, " ")));
    add("Saves a month", savingText(f.monthlySaving));
    if (f.loss.mean > 0.0)
        add("Yearly loss", fmt::format("{:.0f} on average, {:.0f} in the best and {:.0f} in the worst tenth of years",
                                       f.loss.mean, f.loss.p10, f.loss.p90));
    return fmt::format("{}  {}\n{}", codeOf(f), f.title, table.text());
}

Outcome show(Context& context, const KeyOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(finding, shownFinding(*opened, options.key));
    return Output{toJson(*finding), findingText(*opened, *finding)};
}

// --- changes
// --------------------------------------------------------------------------------------------------------------

/// The findings after a change, with what the session warned of.
Output changed(Context& context, const Session& session, const std::string& file, const std::vector<std::string>& keys,
               const std::vector<Message>& warnings) {
    tell(context, {}, warnings);
    Output output;
    Json findings = Json::array();
    for (const std::string& key : keys)
        if (const score::Finding* finding = session.finding(key)) {
            findings.push_back(toJson(*finding));
            output.text += fmt::format("{}  {}  {}{}{}\n", codeOf(*finding), session::shorten(finding->title, 60),
                                       statusText(*finding), finding->owner.empty() ? "" : ", " + finding->owner,
                                       finding->due.valid() ? ", due " + toIso(finding->due) : "");
        }
    output.json = {{"file", file}, {"findings", std::move(findings)}, {"warnings", toJson(warnings)}};
    return output;
}

/// Runs one command over findings and says whether the history grew by it.
Outcome editAll(Context& context, Session& session, const std::string& file,
                const std::vector<std::pair<std::string, FindingEdit>>& edits) {
    const auto before = session.undoable();
    PLUMB_TRY(warnings, session.editFindings(edits));
    std::vector<std::string> keys;
    for (const auto& [key, edit] : edits)
        keys.push_back(key);
    Output output = changed(context, session, file, keys, warnings);
    const auto after = session.undoable();
    output.json["changed"] = (before ? before->id : "") != (after ? after->id : "");
    return output;
}

Outcome set(Context& context, const FindingOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(keys, findingKeysOf(*opened, options.keys));
    std::vector<std::pair<std::string, FindingEdit>> edits;
    for (const std::string& key : keys) {
        PLUMB_TRY(edit, findingEditOf(*opened, options, opened->finding(key)));
        edits.emplace_back(key, edit);
    }
    return editAll(context, *opened, options.file, edits);
}

Outcome add(Context& context, const FindingOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(content, findingEditOf(*opened, options, nullptr));
    PLUMB_TRY(key, opened->addFinding(content));
    std::vector<Message> warnings;
    if (content.due && content.due->valid() && *content.due < opened->today())
        warnings.push_back({"F101", "due", fmt::format("The due date {} has passed already.", toIso(*content.due)),
                            "Give a later day if the work is still to be done."});
    Output output = changed(context, *opened, options.file, {key}, warnings);
    output.json.update(toJson(*opened->finding(key)));
    return output;
}

struct DecisionOptions {
    std::string file, keys;
    std::optional<std::string> reason, by, until;
};

Outcome decide(Context& context, const DecisionOptions& options, FindingStatus status) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(keys, findingKeysOf(*opened, options.keys));
    FindingEdit edit;
    edit.status = status;
    edit.reason = options.reason;
    edit.decidedBy = options.by;
    if (options.until) {
        PLUMB_TRY(until, dayOption("--until", *options.until));
        edit.until = until;
    }
    std::vector<std::pair<std::string, FindingEdit>> edits;
    for (const std::string& key : keys)
        edits.emplace_back(key, edit);
    return editAll(context, *opened, options.file, edits);
}

Outcome accept(Context& context, const DecisionOptions& options) {
    return decide(context, options, FindingStatus::Accepted);
}

Outcome resolve(Context& context, const DecisionOptions& options) {
    return decide(context, options, FindingStatus::Resolved);
}

Outcome remove(Context& context, const KeyOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(key, opened->findingNamed(options.key));
    const review::Finding* record = opened->review().findFinding(key);
    const std::string code = record ? review::findingCode(record->number) : key;
    PLUMB_CHECK(opened->removeFinding(key));
    return Output{{{"key", key}, {"code", code}, {"removed", true}},
                  fmt::format("{} is removed; undo brings it back.\n", code)};
}

constexpr const char* kKeys = "F-07, LENS/QID or the whole id; several with commas";

void addShow(CLI::App& finding, Context& context) {
    auto options = std::make_shared<KeyOptions>();
    CLI::App& verb = addVerb(finding, "show", "Say everything about one finding", {"finding show claims.plumb F-07"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "KEY", options->key, "F-07, LENS/QID or the whole id");
    onCall(verb, context, options, &show);
}

void addAdd(CLI::App& finding, Context& context) {
    auto options = std::make_shared<FindingOptions>();
    CLI::App& verb =
        addVerb(finding, "add", "Write a finding by hand, beside those that the answers yield",
                {"finding add claims.plumb --title \"No exit plan for the model supplier\" --severity high "
                 "--framework reliability --owner \"Dev Raman\" --due 2027-02-28"});
    addWord(verb, "FILE", options->file, "The review");
    addFindingOptions(verb, *options);
    verb.get_option("--title")->required();
    onCall(verb, context, options, &add);
}

void addSet(CLI::App& finding, Context& context) {
    auto options = std::make_shared<FindingOptions>();
    CLI::App& verb = addVerb(finding, "set", "Change one finding or many as one command, all or nothing",
                             {"finding set claims.plumb F-02 --owner \"Dev Raman\" --due 2027-02-28 --effort M",
                              "finding set claims.plumb F-02,F-05,F-09 --owner \"Dev Raman\"",
                              "finding set claims.plumb F-02 --needs F-05 --loss 0.5:20000:150000",
                              "finding set claims.plumb F-02 --trade-off \"performance:harms:one more hop\""});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "KEY", options->keys, kKeys);
    addFindingOptions(verb, *options);
    onCall(verb, context, options, &set);
}

void addDecisions(CLI::App& finding, Context& context) {
    auto accepted = std::make_shared<DecisionOptions>();
    CLI::App& accepting =
        addVerb(finding, "accept", "Accept a risk until a day, with the reason; it opens again on the day after",
                {"finding accept claims.plumb F-09 --reason \"The supplier leaves in spring\" --by \"Ruth Adeyemi\" "
                 "--until 2027-02-28"});
    addWord(accepting, "FILE", accepted->file, "The review");
    addWord(accepting, "KEY", accepted->keys, kKeys);
    addText(accepting, "--reason", accepted->reason, "TEXT", "Why it can stay as it is");
    addText(accepting, "--by", accepted->by, "NAME", "Who takes the decision");
    addText(accepting, "--until", accepted->until, "DAY", "The last day on which it holds: 2027-02-28");
    onCall(accepting, context, accepted, &accept);

    auto resolved = std::make_shared<DecisionOptions>();
    CLI::App& resolving = addVerb(finding, "resolve", "Say that a finding is dealt with",
                                  {"finding resolve claims.plumb F-09 --reason \"Seen on 12 January\""});
    addWord(resolving, "FILE", resolved->file, "The review");
    addWord(resolving, "KEY", resolved->keys, kKeys);
    addText(resolving, "--reason", resolved->reason, "TEXT", "How, or where it can be seen");
    onCall(resolving, context, resolved, &resolve);
}

void addRemove(CLI::App& finding, Context& context) {
    auto options = std::make_shared<KeyOptions>();
    CLI::App& verb = addVerb(finding, "remove", "Take a finding written by hand out; undo brings it back",
                             {"finding remove claims.plumb F-37"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "KEY", options->key, "F-07 or the whole id");
    onCall(verb, context, options, &remove);
}

} // namespace

void addFindingsVerb(CLI::App& app, Context& context) {
    auto options = std::make_shared<RegisterOptions>();
    CLI::App& verb = addVerb(app, "findings", "List what the answers and people say is wrong, worst first",
                             {"findings claims.plumb", "findings claims.plumb --open --json"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_flag("--open", options->open, "Only those that are open or in progress");
    onCall(verb, context, options, &showRegister);
}

void addFindingVerbs(CLI::App& finding, Context& context) {
    addShow(finding, context);
    addAdd(finding, context);
    addSet(finding, context);
    addDecisions(finding, context);
    addRemove(finding, context);
}

} // namespace plumb::cli
