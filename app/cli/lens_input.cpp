// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lens_input.h"

#include "core/base/files.h"
#include "core/lens/overlay_lint.h"
#include "core/lens/reader.h"
#include "core/session/names.h"

#include <fmt/format.h>
#include <system_error>

namespace plumb::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> builtInIds(const Context& context) {
    std::vector<std::string> ids;
    for (const session::BuiltInLens& lens : context.library)
        ids.emplace_back(lens.id);
    return ids;
}

/// What readLens() says about a file over the limit, without its bytes.
tl::unexpected<Error> tooLarge(const std::string& path) {
    std::error_code ignored;
    const std::uintmax_t size = fs::file_size(path, ignored);
    Error error{ErrorKind::Refused, "lens.unusable", {}, path, {path}, {}};
    error.text = fmt::format("\"{}\" is no lens that can be used: it is too large to be read.", path);
    error.messages = {{"A003", "", fmt::format("The file has {} bytes; the AWS tool accepts 500000.", size),
                       "Shorten texts or split the lens."},
                      {"A001", "",
                       fmt::format("The file has {} bytes; at most {} are read.", size, JsonLimits{}.maxBytes),
                       "Choose a smaller file."}};
    return fail(std::move(error));
}

Result<std::string> overlayBeside(const fs::path& path) {
    const fs::path overlay = path.parent_path() / "overlay.json";
    std::error_code ignored;
    if (path.filename() != "lens.json" || !fs::exists(overlay, ignored))
        return std::string();
    return readOverlayFile(overlay.string());
}

/// Also an empty file is refused: without bytes the lens would simply have no overlay.
Result<std::string> usableOverlay(const std::string& path) {
    PLUMB_TRY(bytes, readOverlayFile(path));
    if (auto read = lens::readOverlay(bytes); !read) {
        Error error = std::move(read).error();
        error.where = path;
        return fail(std::move(error));
    }
    return bytes;
}

tl::unexpected<Error> unknownLens(const Context& context, const std::string& name) {
    const std::vector<std::string> known = builtInIds(context);
    return wrongUsage(
        fmt::format("There is no built-in questionnaire \"{}\", and no such file.{} The built-in ones are {}.",
                    session::shorten(name, 60), session::didYouMean(session::nearestNames(name, known)),
                    fmt::join(known, ", ")),
        name);
}

} // namespace

Result<session::LensSource> findLens(const Context& context, const std::string& idOrPath) {
    if (const session::BuiltInLens* lens = session::find(context.library, idOrPath))
        return session::LensSource{std::string(lens->id), std::string(lens->lens), std::string(lens->overlay),
                                   idOrPath};
    std::error_code ignored;
    if (idOrPath.find_first_of("/.") == std::string::npos && !fs::exists(idOrPath, ignored))
        return unknownLens(context, idOrPath);
    auto bytes = readFile(idOrPath, JsonLimits{}.maxBytes);
    if (!bytes)
        return bytes.error().id == "file.tooLarge" ? tooLarge(idOrPath) : fail(std::move(bytes).error());
    PLUMB_TRY(overlay, overlayBeside(idOrPath));
    return session::LensSource{{}, std::move(*bytes), std::move(overlay), idOrPath};
}

Result<LoadedLens> loadLens(const Context& context, const std::string& idOrPath) {
    PLUMB_TRY(source, findLens(context, idOrPath));
    lens::ReadLens read = lens::readLens(source.lens);
    if (!read.lens)
        return fail(lens::readLensOrFail(source.lens, idOrPath).error());
    if (!source.id.empty())
        read.lens->id = source.id;
    return LoadedLens{std::move(*read.lens), std::move(read.messages)};
}

Result<std::string> readOverlayFile(const std::string& path) {
    return readFile(path, JsonLimits{}.maxBytes);
}

JudgedOverlay judgeOverlay(std::string_view overlay, const lens::Lens* lens) {
    const auto read = lens::readOverlay(overlay);
    if (!read)
        return {read.error().messages, false};
    return {lens ? lens::lintOverlay(*read, *lens) : std::vector<Message>(), true};
}

Result<std::vector<session::LensSource>> findLenses(Context& context, const std::vector<std::string>& names,
                                                    const std::optional<std::string>& overlay) {
    std::vector<session::LensSource> sources;
    for (const std::string& name : names) {
        PLUMB_TRY(source, findLens(context, name));
        if (overlay) {
            PLUMB_TRY(bytes, usableOverlay(*overlay));
            source.overlay = std::move(bytes);
        }
        if (const lens::ReadLens read = lens::readLens(source.lens); read.lens) {
            tell(context, name, read.messages);
            if (const auto judged = judgeOverlay(source.overlay, &*read.lens); judged.usable)
                tell(context, overlay.value_or(name + ", overlay"), judged.messages);
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

Result<const review::ReviewLens*> lensOf(const review::Review& review, const std::string& id) {
    if (const review::ReviewLens* lens = review.findLens(id))
        return lens;
    std::vector<std::string> known;
    for (const review::ReviewLens& lens : review.lenses)
        known.push_back(lens.lens->id);
    return wrongUsage(fmt::format("The review has no questionnaire \"{}\".{}{}", session::shorten(id, 60),
                                  session::didYouMean(session::nearestNames(id, known)),
                                  known.empty() ? "" : fmt::format(" It has {}.", fmt::join(known, ", "))),
                      id);
}

Result<const lens::Question*> questionOf(const lens::Lens& lens, const std::string& id) {
    if (const lens::Question* question = lens.findQuestion(id))
        return question;
    std::vector<std::string> known;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            known.push_back(question.id);
    return wrongUsage(fmt::format("The questionnaire \"{}\" has no question \"{}\".{}", lens.id,
                                  session::shorten(id, 60), session::didYouMean(session::nearestNames(id, known))),
                      id);
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

} // namespace plumb::cli
