// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts verbs on the command line, one function each; what they do is docs/cli.md. The context must outlive the app.
#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace plumb::cli {

void addReviewVerbs(CLI::App& app, Context& context);      ///< new, sample, info, copy, verify
void addLensVerbs(CLI::App& lens, Context& context);       ///< lens list, show, lint, evaluate, explain, diff
void addLensFileVerbs(CLI::App& lens, Context& context);   ///< lens add, remove, export
void addLensUpgradeVerb(CLI::App& lens, Context& context); ///< lens upgrade
void addAnswerVerbs(CLI::App& app, Context& context);      ///< answer
void addAnswersVerbs(CLI::App& answers, Context& context); ///< answers import, export
void addEvidenceVerbs(CLI::App& evidence, Context& context);
void addScoreVerbs(CLI::App& app, Context& context);
void addFindingsVerb(CLI::App& app, Context& context);       ///< findings
void addFindingVerbs(CLI::App& finding, Context& context);   ///< finding show, add, set, accept, resolve, remove
void addPlanVerbs(CLI::App& app, Context& context);          ///< plan, whatif, priorities
void addEventVerbs(CLI::App& event, Context& context);       ///< event add, list, remove
void addExportVerb(CLI::App& app, Context& context);         ///< export
void addHistoryVerbs(CLI::App& app, Context& context);       ///< history, undo, redo, restore
void addSnapshotVerbs(CLI::App& snapshot, Context& context); ///< snapshot create, list, show, export, restore
void addCompareVerb(CLI::App& app, Context& context);        ///< compare
void addSearchVerbs(CLI::App& app, Context& context);
void addCostVerbs(CLI::App& cost, Context& context); ///< cost types, eval
void addCostSimulateVerb(CLI::App& cost, Context& context);
void addCostModelVerbs(CLI::App& cost, Context& context);        ///< cost seed, show, export
void addCostItemVerbs(CLI::App& item, Context& context);         ///< cost item add, set, remove, list
void addCostMeasureVerbs(CLI::App& measure, Context& context);   ///< cost measure add, set, remove, list
void addCostLinkVerb(CLI::App& cost, Context& context);          ///< cost link
void addCostScenarioVerbs(CLI::App& scenario, Context& context); ///< cost scenario add, set, remove, list, choose
void addCostSettingsVerb(CLI::App& cost, Context& context);      ///< cost settings
void addCostPriceVerbs(CLI::App& prices, Context& context);      ///< cost prices list, set, remove, import, use
void addCostPricesImportVerb(CLI::App& prices, Context& context);
void addCostBaselineVerbs(CLI::App& baseline, Context& context); ///< cost baseline import
#ifdef PLUMB_CLI_REPORT
void addReportVerb(CLI::App& app, Context& context);
#endif

/// A verb with its help: what it does, and lines to try.
[[nodiscard]] CLI::App& addVerb(CLI::App& parent, const std::string& name, const std::string& does,
                                const std::vector<std::string>& examples);

/// A word that must stand there.
CLI::Option* addWord(CLI::App& verb, const std::string& name, std::string& value, const std::string& what);
/// An option with one text, which may be empty.
CLI::Option* addText(CLI::App& verb, const std::string& flag, std::string& value, const std::string& type,
                     const std::string& what);
/// The same, where "not given" and "given empty" are different.
CLI::Option* addText(CLI::App& verb, const std::string& flag, std::optional<std::string>& value,
                     const std::string& type, const std::string& what);
/// An option that may stand several times; with `commas` its values may also be joined by commas.
CLI::Option* addList(CLI::App& verb, const std::string& flag, std::vector<std::string>& values, const std::string& type,
                     const std::string& what, bool commas);

/// What the verb does once the whole line was read.
template <typename Options>
void onCall(CLI::App& verb, Context& context, std::shared_ptr<Options> options,
            Outcome (*work)(Context&, const Options&)) {
    verb.callback([&context, options = std::move(options), work] {
        context.verb = [&context, options, work] { return finish(context, work(context, *options)); };
    });
}

} // namespace plumb::cli
