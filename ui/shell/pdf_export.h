// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What "Export PDF report" does in the program: the report of the open review as it stands at this moment, written by a
// job while the window goes on.
#pragma once

#include "ui/shell/review_files.h"

#include <string>

namespace plumb::ui {

/// For Services::preparePdf. `clock` and `settings` must outlive the window; `version` is that of the program. What is
/// answered after the call is not in the PDF. Errors of the work: those of print::printPdf.
[[nodiscard]] decltype(Services::preparePdf) pdfExport(Clock* clock, const Settings* settings, std::string version);

} // namespace plumb::ui
