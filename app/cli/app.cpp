// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/app.h"

#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <iterator>
#include <ostream>

namespace plumb::cli {
namespace {

constexpr const char* kStart = R"(A first review in six lines:
  plumbline-cli new claims.plumb --workload "Claims AI" --lens ai-quick-scan
  plumbline-cli lens show ai-quick-scan
  plumbline-cli answer claims.plumb ai-quick-scan QS_COST_1 --none --note "Nobody owns the schedule."
  plumbline-cli evidence add claims.plumb bill.pdf --link ai-quick-scan/QS_COST_1
  plumbline-cli score claims.plumb
  plumbline-cli report claims.plumb -o claims.pdf

Each verb has its own --help with an example. Exit codes: 0 done, 1 the answer is "no", 2 wrong usage,
3 input refused, 4 file or system error, 5 conflict or locked. Full text: man plumbline-cli.)";

/// Help with the name of a value behind its option, and nothing else there: what excludes what is said when it matters.
class HelpFormatter final : public CLI::Formatter {
public:
    std::string make_option_opts(const CLI::Option* option) const override {
        const std::string type = option->get_items_expected_max() == 0 ? "" : option->get_type_name();
        const bool must = option->get_required() && !option->get_positional();
        return (type.empty() ? "" : " " + type) + (must ? " (required)" : "");
    }
};

CLI::App& addGroup(CLI::App& app, const std::string& name, const std::string& does) {
    CLI::App* group = app.add_subcommand(name, does);
    group->require_subcommand(1);
    group->group("Verbs");
    group->footer("Each verb has its own --help with an example.");
    return *group;
}

void addAllCostVerbs(CLI::App& cost, Context& context) {
    addCostVerbs(cost, context);
    addCostSimulateVerb(cost, context);
    addCostModelVerbs(cost, context);
    addCostSettingsVerb(cost, context);
    addCostLinkVerb(cost, context);
    addCostItemVerbs(addGroup(cost, "item", "What costs money each month: add, set, remove, list"), context);
    addCostMeasureVerbs(addGroup(cost, "measure", "What could be done: add, set, remove, list"), context);
    addCostScenarioVerbs(addGroup(cost, "scenario", "Measures together: add, set, remove, list, choose"), context);
    addCostPriceVerbs(addGroup(cost, "prices", "The price book: list, set, remove, import, use"), context);
    addCostBaselineVerbs(addGroup(cost, "baseline", "The measured bill: import"), context);
}

/// The verb that the line has come to, or the program itself.
const CLI::App* deepest(const CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? &app : deepest(*parsed.back());
}

std::string nameOf(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name() : nameOf(*app.get_parent()) + " " + app.get_name();
}

std::vector<std::string> verbsOf(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

std::vector<std::string> optionsOf(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* at = &app; at != nullptr; at = at->get_parent())
        for (const CLI::Option* option : at->get_options())
            for (const std::string& name : option->get_lnames())
                names.push_back("--" + name);
    return names;
}

/// What is too much on the line, in words and with what was probably meant.
std::string describeExtra(const CLI::App& verb, const std::string& extra) {
    const bool option = extra.size() > 1 && extra[0] == '-';
    const std::string wanted = extra.substr(0, extra.find('='));
    const std::vector<std::string> known = option ? optionsOf(verb) : verbsOf(verb);
    const std::string help = session::didYouMean(session::nearestNames(wanted, known));
    if (option)
        return fmt::format("{} has no option \"{}\".{}", nameOf(verb), session::shorten(wanted, 60), help);
    if (known.empty())
        return fmt::format("{} can't do anything with \"{}\".", nameOf(verb), session::shorten(extra, 60));
    const std::string list = help.empty() ? fmt::format(" There are {}.", fmt::join(known, ", ")) : help;
    return fmt::format("{} has no verb \"{}\".{}", nameOf(verb), session::shorten(extra, 60), list);
}

/// The first word or option of the line that nothing had a use for; empty when there is none.
std::string firstExtra(const CLI::App& app) {
    const std::vector<std::string> extras = app.remaining(true);
    const auto at = std::find_if(extras.begin(), extras.end(), [](const std::string& text) { return text != "--"; });
    return at == extras.end() ? std::string() : *at;
}

std::string describe(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App* verb = deepest(app);
    if (const std::string extra = firstExtra(app); !extra.empty())
        return describeExtra(*verb, extra);
    const std::vector<std::string> verbs = verbsOf(*verb);
    if (!verbs.empty() && verb->get_subcommands().empty())
        return fmt::format("{} needs a verb: {}.", nameOf(*verb), fmt::join(verbs, ", "));
    return fmt::format("{}: {}", nameOf(*verb), error.what());
}

Exit refuseLine(Context& context, const CLI::App& app, const CLI::ParseError& error) {
    Error usage{ErrorKind::Usage, "cli.usage", describe(app, error), nameOf(*deepest(app)), {}, {}};
    usage.text += usage.text.ends_with('.') || usage.text.ends_with('?') ? "" : ".";
    const Exit exit = finish(context, fail(usage));
    print(context.err, fmt::format("Try: {} --help\n", usage.where));
    return exit;
}

/// --help and --version, which CLI11 reports as if they were errors, and lines that can't be understood.
Exit answerWithoutVerb(Context& context, const CLI::App& app, const CLI::ParseError& stopped) {
    if (dynamic_cast<const CLI::CallForHelp*>(&stopped) != nullptr) {
        const std::string help = app.help();
        return finish(context, Output{{{"help", help}}, help});
    }
    if (dynamic_cast<const CLI::CallForVersion*>(&stopped) != nullptr)
        return finish(context, Output{{{"version", context.version}}, "plumbline-cli " + context.version + "\n"});
    return refuseLine(context, app, stopped);
}

Exit parseAndRun(Context& context, std::vector<std::string> args) {
    const std::unique_ptr<CLI::App> app = makeApp(context);
    const bool wantsJson = std::find(args.begin(), args.end(), "--json") != args.end();
    std::reverse(args.begin(), args.end()); // as CLI11 takes them
    try {
        app->parse(std::move(args));
    } catch (const CLI::ParseError& stopped) {
        context.json = wantsJson; // CLI11 may have stopped before it came to the flag
        return answerWithoutVerb(context, *app, stopped);
    }
    if (session::tidySpaces(context.author).empty())
        return finish(context, wrongUsage("--author needs a name.", "--author"));
    return context.verb();
}

} // namespace

CLI::App& addVerb(CLI::App& parent, const std::string& name, const std::string& does,
                  const std::vector<std::string>& examples) {
    CLI::App* verb = parent.add_subcommand(name, does)->group("Verbs");
    std::string footer = "Example:";
    for (const std::string& example : examples)
        footer += "\n  plumbline-cli " + example;
    verb->footer(footer + "\n\nWith --json the answer is one JSON document; --author NAME says who is at work.");
    return *verb;
}

CLI::Option* addWord(CLI::App& verb, const std::string& name, std::string& value, const std::string& what) {
    return verb.add_option(name, value, what)->required()->type_name("");
}

CLI::Option* addText(CLI::App& verb, const std::string& flag, std::string& value, const std::string& type,
                     const std::string& what) {
    return verb.add_option(flag, value, what)->type_name(type);
}

CLI::Option* addText(CLI::App& verb, const std::string& flag, std::optional<std::string>& value,
                     const std::string& type, const std::string& what) {
    // CLI11 would read an empty text into "not given".
    return verb
        .add_option_function<std::string>(
            flag, [&value](const std::string& text) { value = text; }, what)
        ->type_name(type);
}

CLI::Option* addList(CLI::App& verb, const std::string& flag, std::vector<std::string>& values, const std::string& type,
                     const std::string& what, bool commas) {
    CLI::Option* option = verb.add_option(flag, values, what)->type_name(type)->allow_extra_args(false);
    return commas ? option->delimiter(',') : option;
}

std::unique_ptr<CLI::App> makeApp(Context& context) {
    auto app = std::make_unique<CLI::App>("Well-Architected reviews of AI workloads from a shell.", "plumbline-cli");
    app->fallthrough(); // the two options below may stand anywhere
    app->require_subcommand(1);
    auto formatter = std::make_shared<HelpFormatter>();
    formatter->column_width(34);
    formatter->label("SUBCOMMAND", "VERB");
    app->formatter(formatter); // before the verbs, which inherit it
    app->set_help_flag("-h,--help", "Say what this verb does and how");
    app->set_version_flag("--version", context.version, "Say which version this is");
    app->add_flag("--json", context.json, "Print the answer as one JSON document");
    addText(*app, "--author", context.author, "NAME", "Who is at work, for the history");
    app->footer(kStart);

    addReviewVerbs(*app, context);
    CLI::App& lens =
        addGroup(*app, "lens", "Questionnaires: list, show, check, evaluate, compare, add, upgrade, remove");
    addLensVerbs(lens, context);
    addLensFileVerbs(lens, context);
    addLensUpgradeVerb(lens, context);
    addAnswerVerbs(*app, context);
    addAnswersVerbs(addGroup(*app, "answers", "Answers as a JSON file: import, export"), context);
    addEvidenceVerbs(addGroup(*app, "evidence", "Files, images, links and notes that prove an answer"), context);
    addScoreVerbs(*app, context);
    addFindingsVerb(*app, context);
    addFindingVerbs(addGroup(*app, "finding", "One finding: show, add, set, accept, resolve, remove"), context);
    addPlanVerbs(*app, context);
    addEventVerbs(addGroup(*app, "event", "What makes a new review due: add, list, remove"), context);
    addMergeVerb(*app, context);
    addExportVerb(*app, context);
    addHistoryVerbs(*app, context);
    addSnapshotVerbs(addGroup(*app, "snapshot", "States kept under a name: create, list, show, export, restore"),
                     context);
    addCompareVerb(*app, context);
    addSearchVerbs(*app, context);
    addAllCostVerbs(addGroup(*app, "cost", "Cost scenarios: items, measures, scenarios, prices, bills, evaluation"),
                    context);
#ifdef PLUMB_CLI_REPORT
    addReportVerb(*app, context);
#endif
    return app;
}

Exit run(Context& context, std::vector<std::string> args) {
    try {
        return parseAndRun(context, std::move(args));
    } catch (const std::exception& error) {
        return finish(context, fail(ErrorKind::System, "cli.failed",
                                    fmt::format("The work could not be finished: {}.", error.what())));
    }
}

} // namespace plumb::cli
