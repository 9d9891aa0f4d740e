// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a report document as a PDF: vectors and embedded fonts, outline, links, metadata. The same document and
// options give the same bytes in any process on the same machine (the fonts that stand in for missing letters are the
// machine's).
#pragma once

#include "core/base/result.h"
#include "core/report/document.h"
#include "core/store/blob_io.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace plumb::ui::print {

enum class PageSize : std::uint8_t { A4, Letter };

struct PrintOptions {
    PageSize page = PageSize::A4;
    /// Time for the metadata instead of the document's own; callers put SOURCE_DATE_EPOCH in here (in milliseconds).
    std::optional<std::int64_t> fixedTimeMs;
};

struct PrintInfo {
    int pages = 0;
    std::string sha256; ///< of the file
    std::uint64_t bytes = 0;
};

/// Writes `out` whole or not at all; an older file stays when anything fails. Needs a QGuiApplication (any platform
/// plugin, "offscreen" included) and its thread. `progress` counts pages. Errors: "print.noApplication" (Usage),
/// "print.cancelled" (Cancelled), "print.pdf" (System), and those of writeFileAtomically.
[[nodiscard]] Result<PrintInfo> printPdf(const report::Document& document, const std::filesystem::path& out,
                                         const PrintOptions& options = {}, const store::Progress& progress = {});

/// The same into memory, for previews.
[[nodiscard]] Result<std::string> renderPdf(const report::Document& document, const PrintOptions& options,
                                            const store::Progress& progress, int* pages = nullptr);

} // namespace plumb::ui::print
