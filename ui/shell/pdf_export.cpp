// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pdf_export.h"

#include "core/report/build.h"
#include "ui/bridge/session_bridge.h"
#include "ui/print/print.h"
#include "ui/theme/type.h"

#include <filesystem>
#include <memory>

namespace plumb::ui {

decltype(Services::preparePdf) pdfExport(Clock* clock, const Settings* settings, std::string version) {
    return [clock, settings, version = std::move(version)](const session::Session& session, const QString& path) {
        report::Options options;
        options.version = version;
        options.author = s(settings->author());
        options.now = clock->now();
        loadFonts(); // may not be done by the job
        // Built here, where the session lives; the job holds nothing but the finished document.
        using report::Document;
        auto document = std::make_shared<const Document>(report::build(session.review(), session.scores(), options));
        return [document, target = std::filesystem::path(s(path))](JobContext& job) -> Result<void> {
            const auto progress = [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); };
            PLUMB_CHECK(print::printPdf(*document, target, {}, progress));
            return {};
        };
    };
}

} // namespace plumb::ui
