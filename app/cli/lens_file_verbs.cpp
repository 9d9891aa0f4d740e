// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lens add, remove, export: the questionnaires of a review.
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/verbs.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/lens/reader.h"

#include <filesystem>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

struct LensFileOptions {
    std::string file, lens, target;
    std::optional<std::string> overlay;
    bool strict = false, force = false;
};

Outcome add(Context& context, const LensFileOptions& options) {
    PLUMB_TRY(sources, findLenses(context, {options.lens}, options.overlay));
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
    CLI::App& verb = addVerb(
        lens, "add", "Put a questionnaire into a review",
        {"lens add claims.plumb generative-ai", "lens add claims.plumb ./our-lens.json --overlay our-overlay.json"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ID_OR_PATH", options->lens, "A built-in id or a lens file");
    addText(verb, "--overlay", options->overlay, "FILE",
            "Its overlay; else that beside a lens.json, or the built-in one");
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

Result<std::string> lensBytes(const lens::Lens& lens, bool strict) {
    return strict ? lens::writeLensStrict(lens) : lens::writeLens(lens);
}

/// Nothing when no overlay is asked for.
Result<std::string> overlayBytes(const review::ReviewLens& lens, const LensFileOptions& options) {
    if (!options.overlay)
        return std::string();
    if (std::filesystem::path(*options.overlay).lexically_normal() ==
        std::filesystem::path(options.target).lexically_normal())
        return wrongUsage("The lens and its overlay need two files.", *options.overlay);
    if (!lens.overlay->source)
        return wrongUsage(fmt::format("The questionnaire \"{}\" has no overlay.", options.lens), options.lens);
    PLUMB_CHECK(checkFree(*options.overlay, options.force));
    return writeJson(*lens.overlay->source);
}

Json writtenFile(const std::string& path, const std::string& bytes) {
    return {{"file", path}, {"bytes", bytes.size()}, {"sha256", sha256(bytes)}};
}

Outcome exportLens(Context& context, const LensFileOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(found, lensOf(opened->review(), options.lens));
    PLUMB_CHECK(checkFree(options.target, options.force));
    PLUMB_TRY(overlay, overlayBytes(*found, options));
    PLUMB_TRY(bytes, lensBytes(*found->lens, options.strict));
    PLUMB_CHECK(writeFileAtomically(options.target, bytes));
    Output output{writtenFile(options.target, bytes)};
    output.json["lens"] = options.lens;
    output.text = fmt::format("{} is in {}.\n", options.lens, options.target);
    if (options.overlay) {
        PLUMB_CHECK(writeFileAtomically(*options.overlay, overlay));
        output.json["overlay"] = writtenFile(*options.overlay, overlay);
        output.text += fmt::format("Its overlay is in {}.\n", *options.overlay);
    }
    return output;
}

void addExport(CLI::App& lens, Context& context) {
    auto options = std::make_shared<LensFileOptions>();
    CLI::App& verb = addVerb(lens, "export", "Write a questionnaire of a review as a lens file",
                             {"lens export claims.plumb our-lens our-lens.json --strict",
                              "lens export claims.plumb our-lens our-lens.json --overlay our-overlay.json"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "LENS", options->lens, "Its id in the review (info)");
    addWord(verb, "OUT", options->target, "The file to make");
    verb.add_flag("--strict", options->strict,
                  "Only what the AWS tool accepts: no unknown keys, no foreign characters");
    addText(verb, "--overlay", options->overlay, "FILE", "Write its overlay too, to this file");
    verb.add_flag("--force", options->force, "Replace files that are there");
    onCall(verb, context, options, &exportLens);
}

} // namespace

void addLensFileVerbs(CLI::App& lens, Context& context) {
    addAdd(lens, context);
    addRemove(lens, context);
    addExport(lens, context);
}

} // namespace plumb::cli
