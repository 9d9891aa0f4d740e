// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plan: what to do first, and why. whatif: what ticking practices would change. priorities: which pillar comes first.
#include "app/cli/cost_json.h"
#include "app/cli/finding_input.h"
#include "app/cli/finding_json.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using review::Planning;
using session::Session;

// --- plan
// ----------------------------------------------------------------------------------------------------------------

struct PlanOptions {
    std::string file;
    std::optional<std::string> mode, capacity, start;
    bool save = false;
};

/// The settings of the review with those of the line. A capacity asks for the mode that uses it.
Result<Planning> planningOf(const Planning& before, const PlanOptions& options) {
    Planning planning = before;
    if (options.mode && !review::fromText(*options.mode, planning.mode))
        return wrongUsage(
            fmt::format("--mode takes days or capacity, not \"{}\".", session::shorten(*options.mode, 60)), "--mode");
    if (options.capacity) {
        PLUMB_TRY(capacity, numberOption("--capacity", *options.capacity));
        planning.capacity = capacity;
        if (!options.mode)
            planning.mode = review::PlanMode::Capacity;
    }
    if (options.start) {
        PLUMB_TRY(start, dayOption("--start", *options.start));
        planning.start = start;
    }
    return planning;
}

std::string reasonsText(const score::PlanItem& item) {
    std::string out;
    for (const score::Reason& reason : item.reasons)
        out += (out.empty() ? "" : " ") + reason.text;
    return out;
}

std::string planText(const score::Plan& plan) {
    if (plan.items.empty())
        return "Nothing is left to plan: no finding is open.\n";
    TextTable table({"", ">No", "Finding", "Risk", "What", "Owner", "Effort", ">Saves", "Days", "Why there"});
    for (const score::PlanItem& item : plan.items) {
        const auto period = static_cast<std::size_t>(std::max(item.period, 0));
        table.row({period < plan.periods.size() ? plan.periods[period].name : "Later", std::to_string(item.order),
                   item.number > 0 ? review::findingCode(item.number) : item.key,
                   item.severity == lens::Risk::High ? "high" : "medium", session::shorten(item.title, 48), item.owner,
                   effortText(item.effort, item.days), savingText(item.monthlySaving),
                   item.from.valid() ? toIso(item.from) + " to " + toIso(item.to) : "", reasonsText(item)});
    }
    std::string out = table.text() + "\n";
    for (const score::Period& period : plan.periods)
        out +=
            fmt::format("{}, {} to {}: {:g} person-days{}\n", period.name, toIso(period.from), toIso(period.to),
                        period.used, period.capacity > 0.0 ? fmt::format(" of {:g}", period.capacity) : std::string());
    const double gap = plan.proof.gap();
    out += gap > 0.0 ? fmt::format("No order can be better by more than {:.1f} %.\n", gap * 100.0)
                     : std::string("No order is better.\n");
    if (plan.monthlySaving != 0.0)
        out += fmt::format("Saves {} a month when all periods are done.\n", moneyText(plan.monthlySaving));
    return out + "Now:        " + scoreLine(plan.before) + "\nAfterwards: " + scoreLine(plan.after) + "\n";
}

Outcome showPlan(Context& context, const PlanOptions& options) {
    PLUMB_TRY(opened, options.save ? openToWrite(context, options.file) : openToRead(context, options.file));
    PLUMB_TRY(planning, planningOf(opened->review().planning, options));
    if (options.save)
        PLUMB_CHECK(opened->setPlanning(planning));
    PLUMB_TRY(plan, opened->planWith(planning));
    Output output{toJson(plan, planning), planText(plan)};
    output.json["saved"] = options.save;
    return output;
}

void addPlan(CLI::App& app, Context& context) {
    auto options = std::make_shared<PlanOptions>();
    CLI::App& verb =
        addVerb(app, "plan", "Say what to do first and why, by 30, 60 and 90 days or by person-days a month",
                {"plan claims.plumb", "plan claims.plumb --capacity 12 --start 2027-01-04",
                 "plan claims.plumb --mode capacity --capacity 12 --save"});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "--mode", options->mode, "MODE", "days or capacity; the review's own when not given");
    addText(verb, "--capacity", options->capacity, "N", "Person-days that can be worked on it in 30 days");
    addText(verb, "--start", options->start, "DAY", "The first day: 2027-01-04; none is today");
    verb.add_flag("--save", options->save, "Keep these settings in the review");
    onCall(verb, context, options, &showPlan);
}

// --- whatif
// --------------------------------------------------------------------------------------------------------------

struct WhatIfOptions {
    std::string file;
    std::vector<std::string> select, close;
    bool apply = false;
};

/// The practices named, and those that close the findings named.
Result<std::vector<review::PracticeRef>> ticksOf(const Session& session, const WhatIfOptions& options) {
    std::vector<review::PracticeRef> ticks;
    for (const std::string& text : options.select) {
        PLUMB_TRY(tick, practiceOf("--select", text));
        ticks.push_back(tick);
    }
    for (const std::string& name : options.close) {
        PLUMB_TRY(key, session.findingNamed(name));
        const score::Finding* finding = session.finding(key);
        if (!finding || finding->toClose.empty())
            return wrongUsage(fmt::format("No practice of the review closes \"{}\".", session::shorten(name, 60)),
                              "--close");
        ticks.insert(ticks.end(), finding->toClose.begin(), finding->toClose.end());
    }
    if (ticks.empty())
        return wrongUsage("Say what to tick: --select LENS/QUESTION/CHOICE,.. or --close F-07,..", "--select");
    return ticks;
}

Output whatIfOutput(const score::WhatIf& result) {
    Output output;
    Json questions = Json::array();
    TextTable table({"", "", "", ""});
    for (const score::WhatIf::Change& change : result.changes) {
        questions.push_back({{"lens", change.question.lens},
                             {"id", change.question.question},
                             {"from", lens::toText(change.from)},
                             {"to", lens::toText(change.to)}});
        table.row({review::findingKey(change.question), std::string(lens::toText(change.from)), "->",
                   std::string(lens::toText(change.to))});
    }
    output.json = {
        {"before", toJson(result.before)},
        {"after", toJson(result.after)},
        {"questions", std::move(questions)},
        {"readiness", {{"before", toJson(result.readinessBefore)}, {"after", toJson(result.readinessAfter)}}},
        {"money", {{"monthlyBefore", result.monthlyBefore}, {"monthlyAfter", result.monthlyAfter}}}};
    output.text = (result.changes.empty() ? std::string("No question changes its risk.\n") : table.text()) +
                  "Now:  " + scoreLine(result.before) + "\nThen: " + scoreLine(result.after) + "\n";
    if (result.monthlyBefore != result.monthlyAfter)
        output.text += fmt::format("The bill of a month: {} -> {}\n", moneyText(result.monthlyBefore),
                                   moneyText(result.monthlyAfter));
    if (result.readinessBefore.verdict != result.readinessAfter.verdict)
        output.text += fmt::format("Readiness: {} -> {}\n", score::toText(result.readinessBefore.verdict),
                                   score::toText(result.readinessAfter.verdict));
    return output;
}

Outcome showWhatIf(Context& context, const WhatIfOptions& options) {
    PLUMB_TRY(opened, options.apply ? openToWrite(context, options.file) : openToRead(context, options.file));
    PLUMB_TRY(ticks, ticksOf(*opened, options));
    PLUMB_TRY(result, opened->whatIf(ticks));
    if (options.apply)
        PLUMB_CHECK(opened->applyWhatIf(ticks));
    Output output = whatIfOutput(result);
    output.json["applied"] = options.apply;
    output.text += options.apply ? "The practices are ticked; undo takes them back.\n" : "Nothing was stored.\n";
    return output;
}

void addWhatIf(CLI::App& app, Context& context) {
    auto options = std::make_shared<WhatIfOptions>();
    CLI::App& verb =
        addVerb(app, "whatif", "Say what ticking practices would change; nothing is stored without --apply",
                {"whatif claims.plumb --select ai-quick-scan/QS_COST_1/idle_alarm",
                 "whatif claims.plumb --close F-02,F-05 --apply"});
    addWord(verb, "FILE", options->file, "The review");
    addList(verb, "--select", options->select, "LENS/QID/CID,..", "Practices to tick", true);
    addList(verb, "--close", options->close, "KEY,..", "Findings: the practices that close them", true);
    verb.add_flag("--apply", options->apply, "Tick them, as one command");
    onCall(verb, context, options, &showWhatIf);
}

// --- priorities
// ----------------------------------------------------------------------------------------------------------

struct PriorityOptions {
    std::string file;
    std::vector<std::string> pillars;
};

Output prioritiesOutput(const std::vector<std::string>& ids) {
    Output output;
    Json all = Json::array();
    for (const std::string& id : ids)
        for (const score::FrameworkPillar& pillar : score::frameworkPillars())
            if (pillar.id == id) {
                all.push_back({{"id", id}, {"name", pillar.name}});
                output.text += fmt::format("{}. {}\n", all.size(), pillar.name);
            }
    if (ids.empty())
        output.text = "All pillars count alike.\n";
    output.json["priorities"] = std::move(all);
    return output;
}

Outcome priorities(Context& context, const PriorityOptions& options) {
    if (options.pillars.empty()) {
        PLUMB_TRY(seen, openToRead(context, options.file));
        return prioritiesOutput(seen->review().planning.priorities);
    }
    PLUMB_TRY(opened, openToWrite(context, options.file));
    Planning planning = opened->review().planning;
    planning.priorities.clear();
    for (const std::string& text : options.pillars)
        for (const std::string& name : listOption(text)) {
            PLUMB_TRY(id, frameworkNamed("PILLAR", name));
            planning.priorities.push_back(id);
        }
    PLUMB_CHECK(opened->setPlanning(planning));
    return prioritiesOutput(opened->review().planning.priorities);
}

void addPriorities(CLI::App& app, Context& context) {
    auto options = std::make_shared<PriorityOptions>();
    CLI::App& verb = addVerb(
        app, "priorities", "Say which framework pillars come first in the plan, or set them",
        {"priorities claims.plumb", "priorities claims.plumb security,reliability", "priorities claims.plumb none"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_option("PILLAR", options->pillars, "Most important first, with commas; none makes all alike")
        ->type_name("")
        ->expected(1, 6);
    onCall(verb, context, options, &priorities);
}

} // namespace

void addPlanVerbs(CLI::App& app, Context& context) {
    addPlan(app, context);
    addWhatIf(app, context);
    addPriorities(app, context);
}

} // namespace plumb::cli
