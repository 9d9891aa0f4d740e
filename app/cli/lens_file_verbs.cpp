// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lens add, remove, export: the questionnaires of a review.
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/lens/reader.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

struct LensFileOptions {
    std::string file, lens, target;
    bool strict = false, force = false;
};

Outcome add(Context& context, const LensFileOptions& options) {
    PLUMB_TRY(sources, findLenses(context, {options.lens}));
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(id, opened->addLens(sources.front()));
    const review::ReviewLens* added = opened->review().findLens(id);
    Output output{toJson(*added->lens)};
    output.json["file"] = options.file;
    output.json["lenses"] = lensesOf(opened->review());
    output.text = fmt::format("{} is in {} now: {}, {}.\n", id, options.file,
                              counted(added->lens->questionCount(), "question", "questions"),
                              counted(added->lens->choiceCount(), "choice", "choices"));
    return output;
}

void addAdd(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LensFileOptions>();
    CLI::App& verb = addVerb(lens, "add", "Put a questionnaire into a review",
                             {"lens add claims.plumb generative-ai", "lens add claims.plumb ./our-lens.json"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ID_OR_PATH", options->lens, "A built-in id or a lens file");
    onCall(verb, context, options, &add);
}

Outcome remove(Context& context, const LensFileOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(found, lensOf(opened->review(), options.lens));
    const Json removed = toJson(*found->lens);
    PLUMB_CHECK(opened->removeLens(options.lens));
    Output output;
    output.json = {{"file", options.file}, {"removed", removed}, {"lenses", lensesOf(opened->review())}};
    output.text =
        fmt::format("{} is no longer in {}; undo brings it and its answers back.\n", options.lens, options.file);
    return output;
}

void addRemove(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LensFileOptions>();
    CLI::App& verb = addVerb(lens, "remove", "Take a questionnaire and its answers out of a review",
                             {"lens remove claims.plumb generative-ai"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "LENS", options->lens, "Its id in the review (info)");
    onCall(verb, context, options, &remove);
}

Outcome exportLens(Context& context, const LensFileOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(found, lensOf(opened->review(), options.lens));
    PLUMB_CHECK(checkFree(options.target, options.force));
    std::string bytes = lens::writeLens(*found->lens);
    if (options.strict) {
        PLUMB_TRY(strict, lens::writeLensStrict(*found->lens));
        bytes = std::move(strict);
    }
    PLUMB_CHECK(writeFileAtomically(options.target, bytes));
    Output output;
    output.json = {
        {"file", options.target}, {"lens", options.lens}, {"bytes", bytes.size()}, {"sha256", sha256(bytes)}};
    output.text = fmt::format("{} is in {}.\n", options.lens, options.target);
    return output;
}

void addExport(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LensFileOptions>();
    CLI::App& verb = addVerb(lens, "export", "Write a questionnaire of a review as a lens file",
                             {"lens export claims.plumb our-lens our-lens.json --strict"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "LENS", options->lens, "Its id in the review (info)");
    addWord(verb, "OUT", options->target, "The file to make");
    verb.add_flag("--strict", options->strict,
                  "Only what the AWS tool accepts: no unknown keys, no foreign characters");
    verb.add_flag("--force", options->force, "Replace OUT when it is there");
    onCall(verb, context, options, &exportLens);
}

} // namespace

void addLensFileVerbs(CLI::App& lens, Context& context) {
    addAdd(lens, context);
    addRemove(lens, context);
    addExport(lens, context);
}

} // namespace plumb::cli
