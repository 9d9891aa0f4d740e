// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens and makes review files for the window, and says what the list of recent reviews remembers of them. No widgets.
#pragma once

#include "core/report/document.h"
#include "core/session/session.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/settings.h"
#include "ui/shell/places.h"

#include <functional>
#include <memory>
#include <optional>
#include <QString>
#include <string_view>

namespace plumb::ui {

/// What the window is handed from outside. Everything must outlive the window.
struct Services {
    Clock* clock = nullptr;
    Random* random = nullptr;
    Settings* settings = nullptr;
    FileDialogs* dialogs = nullptr;
    session::Library library;      ///< built-in questionnaires
    std::string_view sampleScript; ///< of the sample review; empty: there is none
    QString sampleFolder;          ///< where the sample review is kept
    std::optional<Place> place;    ///< where the first review opens; none: where the user was
    /// Writes the report; runs in the window's thread. Null: there is no export.
    std::function<Result<void>(const report::Document& document, const QString& path, const store::Progress& progress)>
        printPdf;
};

/// Clock, random source, author from the settings, and who holds the file: "Ines on laptop-7, Plumbline, pid 4711".
[[nodiscard]] session::Environment environmentFor(const Services& services);

/// The sample review: made on the first call, kept afterwards with whatever was tried in it.
[[nodiscard]] Result<std::unique_ptr<session::Session>> openSample(const Services& services);

/// How a review appears in the list of recent ones, opened now.
[[nodiscard]] RecentReview recentOf(const session::Session& session, Clock& clock);

[[nodiscard]] bool looksLikeReview(const QString& path); ///< by its ending
[[nodiscard]] bool looksLikeLens(const QString& path);

} // namespace plumb::ui
