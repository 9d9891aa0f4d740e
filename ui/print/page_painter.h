// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints laid-out pages and the cover, and tells which links are on them. Painters are in dots (text_style.h).
#pragma once

#include "ui/print/document_layout.h"

#include <vector>

class QPainter;

namespace plumb::ui::print {

/// The cover; links: none. Long titles get smaller until they fit.
void paintCover(QPainter* painter, const report::Cover& cover, const std::string& program, const Grid& grid);

struct RunningText {
    QString left;   ///< of the header
    QString mark;   ///< "Draft", or empty
    QString footer; ///< left of the footer: classification and client
    QString middle; ///< date and version
};
[[nodiscard]] RunningText runningText(const report::Cover& cover);

/// One body page with header and footer; `number` of `total` in the footer.
void paintPage(QPainter* painter, const Page& page, const QString& chapter, const RunningText& running, int number,
               int total, const Grid& grid);

[[nodiscard]] std::vector<LinkArea> linksOf(const Page& page);

} // namespace plumb::ui::print
