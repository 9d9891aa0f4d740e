// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rows of the action table. A new action is a new row here and nothing else; keys are the product's (docs/ui.md).
#include "ui/bridge/action_table.h"

#include <QCoreApplication>

namespace plumb::ui {
namespace {

struct Row {
    const char* id;
    const char* text;
    const char* tooltip;
    const char* keys; ///< portable text, several separated by a blank
    const char* icon;
    ActionScope scope = ActionScope::Window;
    bool checkable = false;
    bool inPalette = true;
};

#define WORDS(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr auto kWindow = ActionScope::Window;
constexpr auto kReview = ActionScope::Review;
constexpr auto kOverview = ActionScope::Overview;
constexpr auto kQuestions = ActionScope::Questions;
constexpr auto kFindings = ActionScope::Findings;
constexpr auto kCosts = ActionScope::Costs;
constexpr auto kMerge = ActionScope::Merge;
constexpr auto kCompare = ActionScope::Compare;

constexpr Row kFileRows[] = {
    {"file.new", WORDS("New review"), WORDS("Start a review with one or more questionnaires"), "Ctrl+N", "plus",
     kWindow},
    {"file.open", WORDS("Open"), WORDS("Open a review from a file"), "Ctrl+O", "folder-open", kWindow},
    {"file.sample", WORDS("Try the sample review"), WORDS("Open a finished example to look around in"), "", "book-open",
     kWindow},
    {"file.saveCopy", WORDS("Save a copy"), WORDS("Write the whole review to a second file"), "Ctrl+Shift+C", "copy",
     kReview},
    {"file.close", WORDS("Close review"), WORDS("Close the review and go back to the start page"), "Ctrl+W", "x",
     kReview},
    {"file.exportPdf", WORDS("Export PDF report"), WORDS("Write the report as a PDF"), "Ctrl+P", "printer", kReview},
    {"edit.undo", WORDS("Undo"), WORDS("Take back the last step"), "Ctrl+Z", "undo-2", kReview},
    {"edit.redo", WORDS("Redo"), WORDS("Do the step again that was taken back"), "Ctrl+Shift+Z Ctrl+Y", "redo-2",
     kReview},
    {"edit.history", WORDS("Undo history"), WORDS("List every step and go back to any of them"), "Ctrl+H", "history",
     kReview},
    {"review.merge", WORDS("Merge another copy..."),
     WORDS("Put a copy that somebody else worked on together with this review"), "", "merge", kReview},
    {"review.upgradeLens", WORDS("Upgrade a questionnaire..."),
     WORDS("Take a newer version of a questionnaire; answers carry over"), "", "refresh-cw", kReview},
    {"edit.priorities", WORDS("Pillar priorities"), WORDS("Say which pillars the plan takes first"), "Ctrl+Shift+P",
     "arrow-up-down", kReview},
    {"review.snapshot", WORDS("Take a snapshot"), WORDS("Keep the review as it is now, to compare with later"),
     "Ctrl+Shift+S", "camera", kReview},
    {"go.palette", WORDS("Go to anything"), WORDS("Find questions, evidence, places and actions by typing"), "Ctrl+K",
     "search", kWindow, false, false},
    {"go.overview", WORDS("Go to Overview"), WORDS("Score, readiness and top risks"), "Ctrl+1", "compass", kReview},
    {"go.questions", WORDS("Go to Questions"), WORDS("Walk through the questionnaires"), "Ctrl+2", "list-checks",
     kReview},
    {"go.findings", WORDS("Go to Findings"), WORDS("What to mend, by whom and when"), "Ctrl+3", "flag", kReview},
    {"go.costs", WORDS("Go to Costs"), WORDS("The bill today and what would lower it"), "Ctrl+4", "circle-dollar-sign",
     kReview},
    {"go.compare", WORDS("Go to Compare"), WORDS("What moved since another review"), "Ctrl+5", "columns-2", kReview},
    {"go.report", WORDS("Go to Report"), WORDS("The report as it will leave the room"), "Ctrl+6", "file-text", kReview},
    {"app.settings", WORDS("Settings"), WORDS("Look, text size, name and keys"), "Ctrl+,", "settings", kWindow},
    {"app.keys", WORDS("All keys"), WORDS("Show every key that works here"), "? F1", "circle-question-mark", kWindow},
    {"app.fullScreen", WORDS("Full screen"), WORDS("Fill the screen, or go back to a window"), "F11", "monitor",
     kWindow},
    {"app.about", WORDS("About Plumbline"), WORDS("Version and licences"), "", "info", kWindow},
    {"app.quit", WORDS("Quit"), WORDS("Leave Plumbline; everything is saved already"), "Ctrl+Q", "x", kWindow},
};

constexpr Row kPageRows[] = {
    {"overview.edit", WORDS("Edit workload"), WORDS("Change name, client, owner and description of the workload"), "E",
     "pencil", kOverview},
    {"overview.event", WORDS("Record an event"),
     WORDS("Note a review, a model update or a change in data: it says when the next review is due"), "R", "calendar",
     kOverview},
    {"overview.cadence", WORDS("Set the review cadence"), WORDS("Say after how many months a review is due again"), "C",
     "history", kOverview},
    {"questions.next", WORDS("Next question"), WORDS("Go to the next question"), "J Down", "arrow-down", kQuestions},
    {"questions.previous", WORDS("Previous question"), WORDS("Go to the question before this one"), "K Up", "arrow-up",
     kQuestions},
    {"questions.nextUnanswered", WORDS("Next unanswered question"),
     WORDS("Skip to the next question without an answer"), "Shift+J", "arrow-down", kQuestions},
    {"questions.choice1", WORDS("Choice 1"), WORDS("Tick or untick the first choice"), "1", "", kQuestions, false,
     false},
    {"questions.choice2", WORDS("Choice 2"), WORDS("Tick or untick the second choice"), "2", "", kQuestions, false,
     false},
    {"questions.choice3", WORDS("Choice 3"), WORDS("Tick or untick the third choice"), "3", "", kQuestions, false,
     false},
    {"questions.choice4", WORDS("Choice 4"), WORDS("Tick or untick the fourth choice"), "4", "", kQuestions, false,
     false},
    {"questions.choice5", WORDS("Choice 5"), WORDS("Tick or untick the fifth choice"), "5", "", kQuestions, false,
     false},
    {"questions.choice6", WORDS("Choice 6"), WORDS("Tick or untick the sixth choice"), "6", "", kQuestions, false,
     false},
    {"questions.choice7", WORDS("Choice 7"), WORDS("Tick or untick the seventh choice"), "7", "", kQuestions, false,
     false},
    {"questions.choice8", WORDS("Choice 8"), WORDS("Tick or untick the eighth choice"), "8", "", kQuestions, false,
     false},
    {"questions.choice9", WORDS("Choice 9"), WORDS("Tick or untick the ninth choice"), "9", "", kQuestions, false,
     false},
    {"questions.choice10", WORDS("Choice 10"), WORDS("Tick or untick the tenth choice"), "0", "", kQuestions, false,
     false},
    {"questions.none", WORDS("None of these"), WORDS("Say that nothing of this is in place"), "N", "circle-slash",
     kQuestions},
    {"questions.notApplicable", WORDS("Not applicable"), WORDS("Take the question out of the score, with a reason"),
     "X", "minus", kQuestions},
    {"questions.verify", WORDS("Mark for verification"), WORDS("Say that this answer still has to be checked"), "M",
     "badge-check", kQuestions},
    {"questions.park", WORDS("Park"), WORDS("Put the question aside for later"), "P", "circle-parking", kQuestions},
    {"questions.confirm", WORDS("It still holds"),
     WORDS("Say that the answer still holds after an upgrade of its questionnaire"), "C", "check", kQuestions},
    {"questions.evidence", WORDS("Attach evidence"), WORDS("Attach a file, an image, a link or a note"), "E",
     "paperclip", kQuestions},
    {"questions.pasteEvidence", WORDS("Paste as evidence"), WORDS("Attach what the clipboard holds to the question"),
     "Ctrl+Shift+V", "paperclip", kQuestions},
    {"questions.note", WORDS("Write a note"), WORDS("Go to the notes of the question"), "T", "sticky-note", kQuestions},
    {"questions.people", WORDS("Say who answered"), WORDS("Name the people who gave the answer"), "W", "users",
     kQuestions},
    {"questions.rule", WORDS("Show the rule"), WORDS("Show or hide the rules that decide the risk"), "R", "scale",
     kQuestions},
    {"questions.search", WORDS("Search in this review"), WORDS("Find questions, choices and notes by their words"),
     "Ctrl+F /", "search", kQuestions},
    {"questions.tree", WORDS("Go to the list of questions"), WORDS("Move the keyboard to the list at the left"), "L",
     "list", kQuestions},
    {"questions.card", WORDS("Show or hide the facilitator card"), WORDS("Show or hide the pane at the right"), "F9",
     "panel-right", kQuestions},
};

constexpr Row kWhatIfRows[] = {
    {"findings.applyWhatIf", WORDS("Apply the what-if"), WORDS("Tick these practices in the answers, as one step"),
     "Ctrl+Return", "check", kFindings, false, false},
    {"findings.clearWhatIf", WORDS("Clear the what-if"), WORDS("Untick everything that is tried"), "Ctrl+Backspace",
     "x", kFindings, false, false},
};

constexpr Row kFindingRows[] = {
    {"findings.add", WORDS("Add a finding"), WORDS("Write a finding by hand"), "N", "plus", kFindings},
    {"findings.register", WORDS("Show the register"), WORDS("Findings as a table with the risk matrix"), "1", "table",
     kFindings},
    {"findings.plan", WORDS("Show the plan"), WORDS("What to do when, by whom, and why there"), "2", "calendar",
     kFindings},
    {"findings.effort", WORDS("Show effort and impact"), WORDS("Findings by what they take and what they bring"), "3",
     "target", kFindings},
    {"findings.whatIf", WORDS("Show what-if"), WORDS("Try practices and see what would change"), "4", "split",
     kFindings},
    {"findings.next", WORDS("Next finding"), WORDS("Go to the next finding of the table"), "J", "arrow-down",
     kFindings},
    {"findings.previous", WORDS("Previous finding"), WORDS("Go to the finding before this one"), "K", "arrow-up",
     kFindings},
    {"findings.owner", WORDS("Set owner"), WORDS("Name who mends the chosen findings"), "O", "user", kFindings},
    {"findings.due", WORDS("Set due date"), WORDS("Say by when the chosen findings are to be mended"), "D", "calendar",
     kFindings},
    {"findings.setEffort", WORDS("Set effort"), WORDS("Say how much work the chosen findings are"), "E", "clock",
     kFindings},
    {"findings.status", WORDS("Set status"), WORDS("Say how far the chosen findings are"), "S", "circle-check",
     kFindings},
    {"findings.accept", WORDS("Accept the risk"), WORDS("Accept the chosen risks, with reason, name and last day"), "A",
     "", kFindings},
    {"findings.resolve", WORDS("Resolve"), WORDS("Say that the chosen findings are mended"), "R", "", kFindings},
    {"findings.question", WORDS("Go to question"), WORDS("Open the question behind the finding"), "G", "arrow-right",
     kFindings},
    {"findings.remove", WORDS("Remove finding"), WORDS("Remove a finding that was written by hand"), "Del", "trash-2",
     kFindings},
    {"findings.search", WORDS("Filter findings"), WORDS("Find findings by their words, code or owner"), "Ctrl+F /",
     "search", kFindings},
    {"findings.matrix", WORDS("Go to the risk matrix"), WORDS("Move the keyboard to the matrix at the right"), "M",
     "table", kFindings},
    {"findings.details", WORDS("Show or hide the details"), WORDS("Show or hide the pane at the right"), "F9",
     "panel-right", kFindings},
    {"findings.copy", WORDS("Copy as a table"), WORDS("Copy the findings that are shown, for a spreadsheet"), "Ctrl+C",
     "copy", kFindings},
    {"findings.csv", WORDS("Save as CSV"), WORDS("Write the findings that are shown to a file"), "", "download",
     kFindings},
};

constexpr Row kCostRows[] = {
    {"costs.addMeasure", WORDS("Add a measure"), WORDS("Add something that can be done about an item"), "N", "plus",
     kCosts},
    {"costs.addItem", WORDS("Add a cost item"), WORDS("Add a position of the monthly bill"), "Shift+N", "plus", kCosts},
    {"costs.import", WORDS("Import a bill or prices"),
     WORDS("Read a bill, recommendations, prices or loads from a file"), "I", "download", kCosts},
    {"costs.baseline", WORDS("Go to the baseline"), WORDS("Move the keyboard to the list of items"), "B", "list",
     kCosts},
    {"costs.measures", WORDS("Go to the measures"), WORDS("Move the keyboard to the list of measures"), "M",
     "list-checks", kCosts},
    {"costs.nextScenario", WORDS("Next scenario"), WORDS("Choose the scenario after this one"), "J", "arrow-down",
     kCosts},
    {"costs.previousScenario", WORDS("Previous scenario"), WORDS("Choose the scenario before this one"), "K",
     "arrow-up", kCosts},
    {"costs.newScenario", WORDS("New scenario"), WORDS("Start a scenario without measures"), "S", "plus", kCosts},
    {"costs.duplicateScenario", WORDS("Duplicate scenario"), WORDS("Start a scenario with the measures of this one"),
     "Ctrl+D", "copy", kCosts},
    {"costs.renameScenario", WORDS("Rename scenario"), WORDS("Give the chosen scenario another name"), "R", "pencil",
     kCosts},
    {"costs.deleteScenario", WORDS("Delete scenario"), WORDS("Take the chosen scenario away; its measures stay"), "",
     "trash-2", kCosts},
    {"costs.compare", WORDS("Compare scenarios"), WORDS("Show up to three other scenarios beside this one"), "C",
     "columns-2", kCosts},
    {"costs.prices", WORDS("Price book"), WORDS("Look at list prices, change them, read new ones"), "P", "database",
     kCosts},
    {"costs.settings", WORDS("Cost settings"), WORDS("Month, currency, horizon, discount rate, trials and seed"), "H",
     "settings", kCosts},
    {"costs.seed", WORDS("Load the article's case"),
     WORDS("Start from an idle endpoint, a vector store, batch, caching and an agent"), "", "book-open", kCosts},
    {"costs.confidence", WORDS("Show how sure the saving is"), WORDS("Distribution of the monthly saving"), "1",
     "trending-up", kCosts},
    {"costs.tornado", WORDS("Show what moves it most"), WORDS("Inputs by what they do to the saving"), "2", "target",
     kCosts},
    {"costs.breakEven", WORDS("Show the break-even"), WORDS("Where one way of paying becomes cheaper than another"),
     "3", "split", kCosts},
    {"costs.frontier", WORDS("Show effort against saving"), WORDS("Which sets of measures save most for their effort"),
     "4", "scale", kCosts},
    {"costs.losses", WORDS("Show yearly losses"), WORDS("How likely a year's losses exceed an amount"), "5",
     "triangle-alert", kCosts},
};

constexpr Row kMergeRows[] = {
    {"merge.ours", WORDS("Keep yours"), WORDS("Keep what this review says"), "1", "", kMerge, false, false},
    {"merge.theirs", WORDS("Keep theirs"), WORDS("Keep what the other copy says"), "2", "", kMerge, false, false},
    {"merge.both", WORDS("Keep both"), WORDS("Join both texts, yours first"), "3", "", kMerge, false, false},
    {"merge.nextOpen", WORDS("Next open"), WORDS("Go to the next one that is not decided"), "J", "arrow-down", kMerge,
     false, false},
    {"merge.previousOpen", WORDS("Previous open"), WORDS("Go back to the one before that is not decided"), "K",
     "arrow-up", kMerge, false, false},
    {"merge.run", WORDS("Merge"), WORDS("Put both copies together, as one step"), "Ctrl+Return", "merge", kMerge, false,
     false},
};

constexpr Row kCompareRows[] = {
    {"compare.open", WORDS("Open what changed"), WORDS("Go to the question or finding that is chosen"), "G",
     "arrow-right", kCompare},
    {"compare.next", WORDS("Next change"), WORDS("Go to the next row of the list"), "J", "arrow-down", kCompare},
    {"compare.previous", WORDS("Previous change"), WORDS("Go to the row before this one"), "K", "arrow-up", kCompare},
    {"compare.swap", WORDS("Swap the two"), WORDS("Compare the other way round"), "S", "arrow-right-left", kCompare},
    {"compare.file", WORDS("Compare with another file"), WORDS("Choose a state of another review"), "O", "folder-open",
     kCompare},
    {"compare.snapshots", WORDS("Snapshots"), WORDS("Look at, export or go back to an earlier state"), "L", "history",
     kCompare},
    {"compare.questions", WORDS("List the questions"), WORDS("Show which questions changed"), "1", "list-checks",
     kCompare},
    {"compare.findings", WORDS("List the findings"), WORDS("Show what became of the findings"), "2", "flag", kCompare},
    {"compare.causes", WORDS("Show why the score moved"), WORDS("Parts of the score's change"), "3", "trending-up",
     kCompare},
    {"compare.money", WORDS("Show the money"), WORDS("Money by scenario, before and after"), "4", "circle-dollar-sign",
     kCompare},
    {"compare.trend", WORDS("Show all reviews"), WORDS("The score over all snapshots"), "5", "history", kCompare},
    {"compare.details", WORDS("Show or hide the details"), WORDS("Show or hide what changed in the chosen row"), "F9",
     "panel-right", kCompare},
    {"compare.copy", WORDS("Copy as a table"), WORDS("Copy the whole comparison for a document or a spreadsheet"), "C",
     "copy", kCompare},
    {"compare.csv", WORDS("Save the changes as CSV"), WORDS("Write the list of changes to a file"), "", "download",
     kCompare},
};

#undef WORDS

ActionSpec specOf(const Row& row) {
    QList<QKeySequence> keys;
    const auto parts = QString::fromLatin1(row.keys).split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        keys.append(QKeySequence(part, QKeySequence::PortableText));
    return {QString::fromLatin1(row.id),
            QCoreApplication::translate("Actions", row.text),
            QCoreApplication::translate("Actions", row.tooltip),
            keys,
            QString::fromLatin1(row.icon),
            row.scope,
            row.checkable,
            row.inPalette};
}

} // namespace

std::vector<ActionSpec> standardActions() {
    std::vector<ActionSpec> specs;
    specs.reserve(std::size(kFileRows) + std::size(kPageRows) + std::size(kFindingRows) + std::size(kWhatIfRows) +
                  std::size(kCostRows) + std::size(kCompareRows) + std::size(kMergeRows));
    for (const Row& row : kFileRows)
        specs.push_back(specOf(row));
    for (const Row& row : kPageRows)
        specs.push_back(specOf(row));
    for (const Row& row : kFindingRows)
        specs.push_back(specOf(row));
    for (const Row& row : kWhatIfRows)
        specs.push_back(specOf(row));
    for (const Row& row : kCostRows)
        specs.push_back(specOf(row));
    for (const Row& row : kCompareRows)
        specs.push_back(specOf(row));
    for (const Row& row : kMergeRows)
        specs.push_back(specOf(row));
    return specs;
}

} // namespace plumb::ui
