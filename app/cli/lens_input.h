// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds a questionnaire by built-in id or path and reads it, for every verb that takes ID_OR_PATH.
#pragma once

#include "app/cli/context.h"
#include "core/lens/lens.h"
#include "core/lens/overlay.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::cli {

/// The bytes of a built-in questionnaire, or of a file; for a file named lens.json also of an overlay.json beside it. A
/// file too large to be read at all is Refused ("lens.unusable") with A003 and A001, from its size alone. A name that
/// is neither a built-in nor looks like a path is a Usage error that lists the built-ins.
[[nodiscard]] Result<session::LensSource> findLens(const Context& context, const std::string& idOrPath);

/// A questionnaire that can be used.
struct LoadedLens {
    lens::Lens lens;               ///< with the id it would have in a review
    std::vector<Message> messages; ///< A messages that do not keep it from being used
};
/// Refused ("lens.unusable") with all messages when it can't be used.
[[nodiscard]] Result<LoadedLens> loadLens(const Context& context, const std::string& idOrPath);

/// Sources of several questionnaires in order; their A messages, and the O004 of their overlays, are told on `err`.
/// `overlay` is the path of a file that takes the place of the overlays that the names would bring along.
[[nodiscard]] Result<std::vector<session::LensSource>>
findLenses(Context& context, const std::vector<std::string>& names, const std::optional<std::string>& overlay = {});

/// The bytes of an overlay file, unchecked; the errors of readFile().
[[nodiscard]] Result<std::string> readOverlayFile(const std::string& path);
/// What is wrong with the bytes of an overlay, and whether it can be used all the same (O004 only).
struct JudgedOverlay {
    std::vector<Message> messages;
    bool usable = false;
};
/// Without a lens the ids are not looked at.
[[nodiscard]] JudgedOverlay judgeOverlay(std::string_view overlay, const lens::Lens* lens);

/// The questionnaire of a review, or a Usage error with the nearest ids.
[[nodiscard]] Result<const review::ReviewLens*> lensOf(const review::Review& review, const std::string& id);
/// The question, or a Usage error with the nearest ids.
[[nodiscard]] Result<const lens::Question*> questionOf(const lens::Lens& lens, const std::string& id);

/// "3 questions", "1 choice".
[[nodiscard]] std::string counted(std::size_t n, std::string_view one, std::string_view many);

} // namespace plumb::cli
