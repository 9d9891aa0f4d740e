// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// answer: one answer, one command in the history. answers import, export: many at once as JSON.
#include "app/cli/answers_input.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/score_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/session/answers_json.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace plumb::cli {
namespace {

using session::AnswerEdit;
using session::Session;

struct AnswerOptions {
    std::string file, lens, question;
    std::vector<std::string> select, unselect, notApplicableChoices, by, choiceNotes;
    std::optional<std::string> notApplicable, note, privateNote, confidence, basis, park;
    bool none = false, applicable = false, mark = false, unmark = false, unpark = false;
};

// --- from options to an edit
// ---------------------------------------------------------------------------------------------

/// "none" and an empty text take a level back.
template <typename Level>
Result<void> readLevel(const std::string& flag, const std::optional<std::string>& text, const char* allowed,
                       std::optional<Level>& out) {
    if (!text)
        return {};
    Level level{};
    if (!text->empty() && *text != "none" && !review::fromText(*text, level))
        return wrongUsage(fmt::format("{} takes {}, not \"{}\".", flag, allowed, session::shorten(*text, 60)), flag);
    out = level;
    return {};
}

Result<review::NaReason> readReason(const std::string& flag, const std::string& text) {
    review::NaReason reason{};
    if (text.empty() || review::fromText(text, reason))
        return reason;
    return wrongUsage(
        fmt::format("{} takes out-of-scope, business-priorities, architecture-constraints, other or none as a "
                    "reason, not \"{}\".",
                    flag, session::shorten(text, 60)),
        flag);
}

/// "CHOICE" or "CHOICE:REASON".
Result<void> readNotApplicableChoices(const AnswerOptions& options, AnswerEdit& edit) {
    for (const std::string& item : options.notApplicableChoices) {
        const std::size_t colon = item.find(':');
        PLUMB_TRY(reason, readReason("--na", colon == std::string::npos ? std::string() : item.substr(colon + 1)));
        edit.notApplicableChoices.emplace_back(item.substr(0, colon), reason);
    }
    return {};
}

/// "REASON" or "REASON:a sentence for the report".
Result<void> readNotApplicable(const AnswerOptions& options, AnswerEdit& edit) {
    if (options.applicable)
        edit.applicable = true;
    if (!options.notApplicable)
        return {};
    const std::size_t colon = options.notApplicable->find(':');
    PLUMB_TRY(reason, readReason("--not-applicable", options.notApplicable->substr(0, colon)));
    edit.applicable = false;
    edit.reason = reason;
    if (colon != std::string::npos)
        edit.reasonText = session::tidySpaces(options.notApplicable->substr(colon + 1));
    return {};
}

Result<void> readChoiceNotes(const AnswerOptions& options, AnswerEdit& edit) {
    for (const std::string& item : options.choiceNotes) {
        const std::size_t equals = item.find('=');
        if (equals == std::string::npos)
            return wrongUsage("--choice-note is written CHOICE=TEXT.", "--choice-note");
        edit.choiceNotes.emplace_back(item.substr(0, equals), item.substr(equals + 1));
    }
    return {};
}

Result<AnswerEdit> editOf(const AnswerOptions& options) {
    AnswerEdit edit;
    edit.select = options.select;
    edit.unselect = options.unselect;
    edit.none = options.none;
    edit.note = options.note;
    edit.privateNote = options.privateNote;
    edit.addPeople = options.by;
    PLUMB_CHECK(readNotApplicableChoices(options, edit));
    PLUMB_CHECK(readNotApplicable(options, edit));
    PLUMB_CHECK(readChoiceNotes(options, edit));
    PLUMB_CHECK(readLevel("--confidence", options.confidence, "low, medium, high or none", edit.confidence));
    PLUMB_CHECK(readLevel("--basis", options.basis, "said, shown, verified or none", edit.basis));
    if (options.mark || options.unmark)
        edit.needsVerification = options.mark;
    if (options.park || options.unpark)
        edit.parked = options.park.has_value();
    edit.parkedTopic = options.park;
    return edit;
}

bool changesSomething(const AnswerOptions& o) {
    const bool lists = !o.select.empty() || !o.unselect.empty() || !o.notApplicableChoices.empty() || !o.by.empty() ||
                       !o.choiceNotes.empty();
    const bool texts = o.notApplicable || o.note || o.privateNote || o.confidence || o.basis || o.park;
    return lists || texts || o.none || o.applicable || o.mark || o.unmark || o.unpark;
}

// --- showing an answer
// ---------------------------------------------------------------------------------------------------

std::string choiceText(const lens::Question& question, const review::Answer& answer) {
    TextTable table({"", "", "", ""});
    for (const lens::Choice& choice : question.choices) {
        const auto it = answer.choices.find(choice.id);
        const review::ChoiceAnswer recorded = it == answer.choices.end() ? review::ChoiceAnswer{} : it->second;
        const bool na = recorded.status == review::ChoiceStatus::NotApplicable;
        std::string title = choice.title;
        if (na)
            title += fmt::format(" (not applicable: {})", review::toText(recorded.reason));
        if (!recorded.note.empty())
            title += fmt::format(" [{}]", recorded.note);
        table.row({"",
                   na                                                  ? "[-]"
                   : recorded.status == review::ChoiceStatus::Selected ? "[x]"
                                                                       : "[ ]",
                   choice.id, title});
    }
    return table.text();
}

std::string factsText(const review::Review& review, const review::Answer& answer) {
    TextTable table({"", "", ""});
    const auto add = [&](const char* label, std::string_view value) {
        if (!value.empty())
            table.row({"", label, std::string(value)});
    };
    if (!answer.applicable)
        add("Not applicable", fmt::format("{} {}", review::toText(answer.reason), answer.reasonText));
    add("Note", answer.note);
    add("Private note", answer.privateNote);
    add("Confidence", review::toText(answer.confidence));
    add("Basis", review::toText(answer.basis));
    add("To verify", answer.needsVerification ? "yes" : "");
    add("Parked", !answer.parked ? "" : answer.parkedTopic.empty() ? "yes" : answer.parkedTopic);
    for (const std::string& id : answer.people)
        if (const review::Participant* person = review.findParticipant(id))
            add("Said by", person->name);
    return table.text();
}

Output answerOutput(const Session& session, const QuestionKey& key) {
    const lens::Question& question = *session.review().findQuestion(key);
    const review::Answer& answer = session.review().answer(key);
    const score::ScopeScore& score = session.scores().overall();
    const std::string why = whyOf(question, session.explain(key));
    const Json all = session::exportAnswers(session.review());
    Output output;
    output.json = {{"lens", key.lens},
                   {"question", key.question},
                   {"risk", lens::toText(session.state(key))},
                   {"score", toJson(score)},
                   {"why", why},
                   {"answer", all.contains(key.lens) && all[key.lens].contains(key.question)
                                  ? all[key.lens][key.question]
                                  : Json::object()}};
    output.text =
        fmt::format("{}  {}\n{}{}{}. {}\n{}\n", key.question, question.title, choiceText(question, answer),
                    factsText(session.review(), answer), lens::toText(session.state(key)), why, scoreLine(score));
    return output;
}

Outcome answer(Context& context, const AnswerOptions& options) {
    const QuestionKey key{options.lens, options.question};
    PLUMB_TRY(edit, editOf(options));
    const bool change = changesSomething(options);
    PLUMB_TRY(opened, change ? openToWrite(context, options.file) : openToRead(context, options.file));
    const auto before = opened->undoable();
    // An edit that changes nothing still says what is wrong with the ids; a look does not need one.
    if (change) {
        PLUMB_CHECK(opened->edit(key, edit));
    } else if (!opened->review().findQuestion(key)) {
        PLUMB_TRY(reviewLens, lensOf(opened->review(), options.lens));
        PLUMB_TRY(question, questionOf(*reviewLens->lens, options.question));
        static_cast<void>(question);
    }
    Output output = answerOutput(*opened, key);
    const auto after = opened->undoable();
    output.json["changed"] = (before ? before->id : "") != (after ? after->id : "");
    return output;
}

void addChoiceOptions(CLI::App& verb, AnswerOptions& options) {
    CLI::Option* select = addList(verb, "--select", options.select, "C,..", "Tick these choices", true);
    addList(verb, "--unselect", options.unselect, "C,..", "Untick these, or make them applicable again", true);
    verb.add_flag("--none", options.none, "Tick \"None of these\" and nothing else")->excludes(select);
    addList(verb, "--na", options.notApplicableChoices, "C[:REASON],..",
            "These choices are not applicable: out-of-scope, business-priorities, architecture-constraints, other",
            true);
    addList(verb, "--choice-note", options.choiceNotes, "C=TEXT", "A note on one choice; may stand several times",
            false);
    CLI::Option* off = addText(verb, "--not-applicable", options.notApplicable, "[REASON[:TEXT]]",
                               "The whole question is not applicable, with the reason and a sentence for the report")
                           ->expected(0, 1);
    verb.add_flag("--applicable", options.applicable, "The question is applicable again")->excludes(off);
}

void addRemarkOptions(CLI::App& verb, AnswerOptions& options) {
    addText(verb, "--note", options.note, "TEXT", "The note of the report; empty takes it away");
    addText(verb, "--private-note", options.privateNote, "TEXT", "A note that stays out of reports");
    addList(verb, "--by", options.by, "NAME", "Who said it; may stand several times", false);
    addText(verb, "--confidence", options.confidence, "LEVEL", "low, medium or high; none takes it back");
    addText(verb, "--basis", options.basis, "LEVEL", "said, shown or verified; none takes it back");
    CLI::Option* mark = verb.add_flag("--mark", options.mark, "Somebody has to verify this");
    verb.add_flag("--unmark", options.unmark, "Nobody has to any more")->excludes(mark);
    CLI::Option* park = addText(verb, "--park", options.park, "TOPIC", "Put it in the parking lot under a topic");
    verb.add_flag("--unpark", options.unpark, "Take it out of the parking lot")->excludes(park);
}

void addAnswer(CLI::App& app, Context& context) {
    auto options = std::make_shared<AnswerOptions>();
    CLI::App& verb =
        addVerb(app, "answer", "Answer a question, or without options show the answer",
                {"answer claims.plumb ai-quick-scan QS_OPS_1 --select retrain_trigger,automated_path --basis shown",
                 "answer claims.plumb ai-quick-scan QS_COST_1 --none --by \"Aylin Kaya\" --note \"No schedule.\"",
                 "answer claims.plumb ai-quick-scan QS_COST_1"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "LENS", options->lens, "A questionnaire of the review (info)");
    addWord(verb, "QID", options->question, "A question (lens show)");
    addChoiceOptions(verb, *options);
    addRemarkOptions(verb, *options);
    onCall(verb, context, options, &answer);
}

// --- many answers
// --------------------------------------------------------------------------------------------------------

struct ManyOptions {
    std::string file, path;
    std::optional<std::string> target;
    bool force = false;
};

Outcome importAnswers(Context& context, const ManyOptions& options) {
    PLUMB_TRY(json, readJsonFile(context, options.path));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(edits, session::readAnswers(json, opened->review()));
    const std::string what = counted(edits.size(), "answer", "answers");
    if (!edits.empty())
        PLUMB_CHECK(opened->edit(edits, "Import " + what));
    Output output;
    output.json = {{"file", options.file}, {"imported", edits.size()}, {"score", toJson(opened->scores().overall())}};
    output.text = fmt::format("{} imported.\n{}\n", what, scoreLine(opened->scores().overall()));
    return output;
}

void addImport(CLI::App& answers, Context& context) {
    auto options = std::make_shared<ManyOptions>();
    CLI::App& verb = addVerb(answers, "import", "Take over the answers of a JSON file as one command, all or nothing",
                             {"answers import claims.plumb answers.json"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ANSWERS", options->path, "{LENS:{QID:{selected,na,applicable,note}}}, or - for standard input");
    onCall(verb, context, options, &importAnswers);
}

Outcome exportAnswersTo(Context& context, const ManyOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    const Json answers = session::exportAnswers(opened->review());
    const std::string bytes = writeJson(answers);
    if (!options.target)
        return Output{answers, bytes, Exit::Done, true};
    PLUMB_CHECK(checkFree(*options.target, options.force));
    PLUMB_CHECK(writeFileAtomically(*options.target, bytes));
    return Output{{{"file", *options.target}, {"bytes", bytes.size()}},
                  fmt::format("The answers are in {}.\n", *options.target)};
}

void addExport(CLI::App& answers, Context& context) {
    auto options = std::make_shared<ManyOptions>();
    CLI::App& verb = addVerb(answers, "export", "Print all answers as JSON, as import takes them; no private notes",
                             {"answers export claims.plumb > answers.json"});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "-o,--output", options->target, "OUT", "Write to this file instead");
    verb.add_flag("--force", options->force, "Replace OUT when it is there");
    onCall(verb, context, options, &exportAnswersTo);
}

} // namespace

void addAnswerVerbs(CLI::App& app, Context& context) {
    addAnswer(app, context);
}

void addAnswersVerbs(CLI::App& answers, Context& context) {
    addImport(answers, context);
    addExport(answers, context);
}

} // namespace plumb::cli
