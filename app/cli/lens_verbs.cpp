// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lens list, show, lint, evaluate, explain, diff: what needs no review.
#include "app/cli/answers_input.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/lens/diff.h"
#include "core/lens/explain.h"
#include "core/lens/lint.h"
#include "core/lens/reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

// --- list
// ----------------------------------------------------------------------------------------------------------------

struct NoOptions {};

Outcome list(Context& context, const NoOptions&) {
    Json lenses = Json::array();
    TextTable table({"Lens", "Name", ">Questions", ">Choices"});
    for (const session::BuiltInLens& builtIn : context.library) {
        PLUMB_TRY(loaded, loadLens(context, std::string(builtIn.id)));
        lenses.push_back(toJson(loaded.lens));
        table.row({loaded.lens.id, loaded.lens.name, std::to_string(loaded.lens.questionCount()),
                   std::to_string(loaded.lens.choiceCount())});
    }
    return Output{{{"lenses", std::move(lenses)}}, table.text()};
}

void addListVerb(CLI::App& lens, Context& context) {
    CLI::App& verb = addVerb(lens, "list", "List the questionnaires that come with the program", {"lens list"});
    onCall(verb, context, std::make_shared<NoOptions>(), &list);
}

// --- show
// ----------------------------------------------------------------------------------------------------------------

struct LensOptions {
    std::string lens;
};

Json outlineOf(const lens::Question& question) {
    Json choices = Json::array(), rules = Json::array();
    for (const lens::Choice& choice : question.choices)
        choices.push_back({{"id", choice.id}, {"title", choice.title}, {"none", choice.isNone}});
    for (const lens::RiskRule& rule : question.rules)
        rules.push_back({{"condition", rule.text}, {"risk", lens::toText(rule.risk)}});
    return {
        {"id", question.id}, {"title", question.title}, {"choices", std::move(choices)}, {"rules", std::move(rules)}};
}

std::string outlineText(const lens::Lens& lens) {
    std::string out =
        fmt::format("{}  {}\n{}, {}\n", lens.id, lens.name, counted(lens.questionCount(), "question", "questions"),
                    counted(lens.choiceCount(), "choice", "choices"));
    for (const lens::Pillar& pillar : lens.pillars) {
        out += fmt::format("\n{}  {}\n", pillar.id, pillar.name);
        for (const lens::Question& question : pillar.questions) {
            out += fmt::format("\n  {}  {}\n", question.id, question.title);
            TextTable choices({"", "", ""});
            for (const lens::Choice& choice : question.choices)
                choices.row({"    ", choice.id, choice.title});
            out += choices.text();
        }
    }
    return out;
}

Outcome show(Context& context, const LensOptions& options) {
    PLUMB_TRY(loaded, loadLens(context, options.lens));
    tell(context, options.lens, loaded.messages);
    Output output{toJson(loaded.lens), outlineText(loaded.lens)};
    output.json["description"] = loaded.lens.description;
    Json& pillars = output.json["pillars"] = Json::array();
    for (const lens::Pillar& pillar : loaded.lens.pillars) {
        Json questions = Json::array();
        for (const lens::Question& question : pillar.questions)
            questions.push_back(outlineOf(question));
        pillars.push_back({{"id", pillar.id}, {"name", pillar.name}, {"questions", std::move(questions)}});
    }
    return output;
}

void addShow(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LensOptions>();
    CLI::App& verb = addVerb(lens, "show", "Print a questionnaire as an outline with the ids that other verbs take",
                             {"lens show ai-quick-scan", "lens show ./our-lens.json --json"});
    addWord(verb, "ID_OR_PATH", options->lens, "A built-in id or a lens file");
    onCall(verb, context, options, &show);
}

// --- lint
// ----------------------------------------------------------------------------------------------------------------

struct LintOptions {
    std::vector<std::string> paths;
    std::optional<std::string> overlay;
};

constexpr std::array<const char*, 7> kChecks{"S101", "S102", "S103", "S104", "S105", "S106", "S107"};

/// What is known of one file, usable or not.
struct Linted {
    std::size_t questions = 0, choices = 0;
    lens::LintCounts counts{};
    std::vector<Message> messages;
    std::optional<JudgedOverlay> overlay; ///< when there is one
    bool usable = false;
    bool readable = true;
};

/// `overlay`: bytes that take the place of what the name would bring along.
Result<Linted> lintOne(const Context& context, const std::string& path, const std::optional<std::string>& overlay) {
    Linted linted;
    const auto source = findLens(context, path);
    if (!source) {
        const Error& error = source.error();
        if (error.kind == ErrorKind::Usage)
            return fail(error);
        linted.readable = error.kind == ErrorKind::Refused;
        linted.messages = error.messages;
        if (linted.messages.empty())
            linted.messages.push_back({error.id, "", error.text, ""});
        return linted;
    }
    lens::ReadLens read = lens::readLens(source->lens);
    linted.messages = std::move(read.messages);
    linted.usable = read.lens.has_value();
    if (const std::string& bytes = overlay ? *overlay : source->overlay; overlay || !bytes.empty())
        linted.overlay = judgeOverlay(bytes, read.lens ? &*read.lens : nullptr);
    if (!read.lens)
        return linted;
    lens::LintReport report = lens::lint(*read.lens);
    linted.questions = read.lens->questionCount();
    linted.choices = read.lens->choiceCount();
    linted.counts = report.counts;
    linted.messages.insert(linted.messages.end(), report.messages.begin(), report.messages.end());
    return linted;
}

Json lintJson(const Linted& linted) {
    Json out = {{"questions", linted.questions}, {"choices", linted.choices}};
    for (std::size_t i = 0; i < kChecks.size(); ++i)
        out[kChecks[i]] = linted.counts[i];
    out["messages"] = toJson(linted.messages);
    out["usable"] = linted.usable;
    if (linted.overlay)
        out["overlay"] = {{"messages", toJson(linted.overlay->messages)}, {"usable", linted.overlay->usable}};
    return out;
}

std::string messagesText(const std::vector<Message>& messages) {
    std::string out;
    for (const Message& message : messages) {
        out += fmt::format("  {} {}: {}\n", message.id, message.pointer.empty() ? "(whole file)" : message.pointer,
                           message.text);
        if (!message.fix.empty())
            out += fmt::format("      {}\n", message.fix);
    }
    return out;
}

std::string lintText(const std::string& path, const Linted& linted) {
    std::string out = linted.usable
                          ? fmt::format("{}: {}, {}", path, counted(linted.questions, "question", "questions"),
                                        counted(linted.choices, "choice", "choices"))
                          : fmt::format("{}: can't be used", path);
    for (std::size_t i = 0; i < kChecks.size(); ++i)
        if (linted.counts[i] > 0)
            out += fmt::format(", {} {}", kChecks[i], linted.counts[i]);
    out += linted.messages.empty() ? ", nothing wrong\n" : "\n";
    out += messagesText(linted.messages);
    if (linted.overlay)
        out += fmt::format("{}, overlay: {}\n{}", path,
                           !linted.overlay->usable            ? "can't be used"
                           : linted.overlay->messages.empty() ? "nothing wrong"
                                                              : "does not fit the lens",
                           messagesText(linted.overlay->messages));
    return out;
}

Exit worse(Exit so, const Linted& linted) {
    const bool faulty = std::any_of(linted.messages.begin(), linted.messages.end(),
                                    [](const Message& message) {
                                        return message.id.starts_with('A') || message.id.starts_with('S');
                                    }) ||
                        (linted.overlay && !linted.overlay->messages.empty());
    return so == Exit::System || !linted.readable ? Exit::System : faulty ? Exit::No : so;
}

Outcome lint(Context& context, const LintOptions& options) {
    Output output;
    std::optional<std::string> overlay;
    if (options.overlay) {
        PLUMB_TRY(bytes, readOverlayFile(*options.overlay));
        overlay = std::move(bytes);
    }
    Json& files = output.json["files"] = Json::object();
    for (const std::string& path : options.paths) {
        PLUMB_TRY(linted, lintOne(context, path, overlay));
        files[path] = lintJson(linted);
        output.text += lintText(path, linted);
        output.exit = worse(output.exit, linted);
        if (!linted.readable)
            print(context.err, fmt::format("plumbline-cli: {}\n", linted.messages.front().text));
    }
    return output;
}

void addLint(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LintOptions>();
    CLI::App& verb =
        addVerb(lens, "lint",
                "Check lens files: what AWS would reject (A), what the logic gets wrong (S), faults of overlays (O)",
                {"lens lint our-lens.json --overlay our-overlay.json", "lens lint lenses/*.json --json"});
    verb.add_option("PATH", options->paths, "Lens files or built-in ids; each is judged whatever the others are")
        ->required()
        ->type_name("");
    addText(verb, "--overlay", options->overlay, "FILE", "Check this overlay too; else that beside a lens.json");
    onCall(verb, context, options, &lint);
}

// --- evaluate
// ------------------------------------------------------------------------------------------------------------

struct EvaluateOptions {
    std::string lens, question;
    std::optional<std::string> answers;
};

const char* const kAnswersHelp =
    "JSON file {QID:{\"selected\":[],\"na\":[],\"applicable\":true}}, or - for standard input";

lens::Selection selectionOf(const lens::Question& question, const std::map<std::string, review::Answer>& answers) {
    const auto it = answers.find(question.id);
    return review::toSelection(question, it == answers.end() ? review::Answer{} : it->second);
}

Outcome evaluate(Context& context, const EvaluateOptions& options) {
    PLUMB_TRY(loaded, loadLens(context, options.lens));
    PLUMB_TRY(answers, readLensAnswersFile(context, loaded.lens, options.answers));
    Output output;
    Json& risk = output.json["risk"] = Json::object();
    TextTable table({"Question", "Risk"});
    for (const lens::Pillar& pillar : loaded.lens.pillars)
        for (const lens::Question& question : pillar.questions) {
            if (risk.contains(question.id)) // an id that stands twice (A007) means its first question
                continue;
            const auto state = lens::toText(lens::evaluate(question, selectionOf(question, answers)));
            risk[question.id] = state;
            table.row({question.id, std::string(state)});
        }
    output.text = table.text();
    return output;
}

void addEvaluate(CLI::App& lens, Context& context) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App& verb = addVerb(lens, "evaluate", "Say the risk of every question for answers in a file, without a review",
                             {"lens evaluate our-lens.json --answers answers.json --json"});
    addWord(verb, "PATH", options->lens, "A lens file or a built-in id");
    addText(verb, "--answers", options->answers, "FILE", kAnswersHelp);
    onCall(verb, context, options, &evaluate);
}

// --- explain
// -------------------------------------------------------------------------------------------------------------

Json termsOf(const lens::Question& question, const lens::Explanation& explanation) {
    Json terms = Json::array();
    for (const lens::Term& term : explanation.terms)
        terms.push_back({{"id", question.choices[term.choice].id},
                         {"title", question.choices[term.choice].title},
                         {"negated", term.negated},
                         {"selected", term.selected},
                         {"notApplicable", term.notApplicable},
                         {"value", term.satisfied}});
    return terms;
}

Json loweringsOf(const lens::Question& question, const lens::Explanation& explanation) {
    Json lowerings = Json::array();
    for (const lens::Lowering& lowering : explanation.toLower) {
        Json practices = Json::array();
        for (const std::size_t choice : lowering.practices)
            practices.push_back(question.choices[choice].id);
        lowerings.push_back({{"risk", lens::toText(lowering.reaches)}, {"practices", std::move(practices)}});
    }
    return lowerings;
}

std::string explanationText(const lens::Question& question, const Json& json) {
    std::string out = fmt::format("{}  {}\n{}. {}\n", question.id, question.title, json["state"].get<std::string>(),
                                  json["why"].get<std::string>());
    if (!json["rule"].is_null())
        out += fmt::format("\nRule {}: {} -> {}\n", json["ruleIndex"].get<std::size_t>() + 1,
                           json["rule"].get<std::string>(), json["ruleRisk"].get<std::string>());
    TextTable terms({"", "", "", ""});
    for (const Json& term : json["terms"])
        terms.row({term["value"].get<bool>() ? "  true " : "  false", term["negated"].get<bool>() ? "not" : "",
                   term["id"].get<std::string>(),
                   term["notApplicable"].get<bool>() ? "not applicable"
                   : term["selected"].get<bool>()    ? "ticked"
                                                     : "not ticked"});
    out += terms.text();
    for (const Json& lowering : json["toLower"])
        out += fmt::format(
            "To {}: {}\n", lowering["risk"].get<std::string>(),
            lowering["practices"].empty()
                ? std::string("clear \"None of these\"")
                : fmt::format("{}", fmt::join(lowering["practices"].get<std::vector<std::string>>(), " + ")));
    return out;
}

Outcome explain(Context& context, const EvaluateOptions& options) {
    PLUMB_TRY(loaded, loadLens(context, options.lens));
    PLUMB_TRY(question, questionOf(loaded.lens, options.question));
    PLUMB_TRY(answers, readLensAnswersFile(context, loaded.lens, options.answers));
    const lens::Explanation explanation = lens::explain(*question, selectionOf(*question, answers));
    const lens::RiskRule* rule = explanation.rule ? &question->rules[*explanation.rule] : nullptr;
    Output output;
    output.json = {{"lens", loaded.lens.id},
                   {"question", question->id},
                   {"state", lens::toText(explanation.state)},
                   {"rule", rule ? Json(rule->text) : Json(nullptr)},
                   {"ruleIndex", rule ? Json(*explanation.rule) : Json(nullptr)},
                   {"ruleRisk", rule ? Json(lens::toText(rule->risk)) : Json(nullptr)},
                   {"terms", termsOf(*question, explanation)},
                   {"toLower", loweringsOf(*question, explanation)},
                   {"why", whyOf(*question, explanation)}};
    output.text = explanationText(*question, output.json);
    return output;
}

void addExplain(CLI::App& lens, Context& context) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App& verb = addVerb(lens, "explain", "Say why a question has its risk, and what would lower it",
                             {"lens explain ai-quick-scan QS_COST_1 --answers answers.json"});
    addWord(verb, "PATH", options->lens, "A lens file or a built-in id");
    addWord(verb, "QID", options->question, "The question (lens show)");
    addText(verb, "--answers", options->answers, "FILE", kAnswersHelp);
    onCall(verb, context, options, &explain);
}

// --- diff
// ----------------------------------------------------------------------------------------------------------------

struct DiffOptions {
    std::string before, after;
};

Outcome diff(Context& context, const DiffOptions& options) {
    PLUMB_TRY(before, loadLens(context, options.before));
    PLUMB_TRY(after, loadLens(context, options.after));
    Output output;
    Json& changes = output.json["changes"] = Json::array();
    TextTable table({"Change", "What", "Id", "Field"});
    for (const lens::Change& change : lens::diff(before.lens, after.lens)) {
        changes.push_back({{"kind", lens::toText(change.kind)},
                           {"level", lens::toText(change.level)},
                           {"id", change.id},
                           {"field", change.field},
                           {"before", change.before},
                           {"after", change.after}});
        table.row(
            {std::string(lens::toText(change.kind)), std::string(lens::toText(change.level)), change.id, change.field});
    }
    output.text = changes.empty() ? "The two mean the same.\n" : table.text();
    return output;
}

void addDiff(CLI::App& lens, Context& context) {
    auto options = std::make_shared<DiffOptions>();
    CLI::App& verb = addVerb(lens, "diff", "Compare two versions of a questionnaire: new, removed, changed, moved",
                             {"lens diff lens-v1.json lens-v2.json"});
    addWord(verb, "OLD", options->before, "The older lens file, or a built-in id");
    addWord(verb, "NEW", options->after, "The newer one");
    onCall(verb, context, options, &diff);
}

} // namespace

void addLensVerbs(CLI::App& lens, Context& context) {
    addListVerb(lens, context);
    addShow(lens, context);
    addLint(lens, context);
    addEvaluate(lens, context);
    addExplain(lens, context);
    addDiff(lens, context);
}

} // namespace plumb::cli
