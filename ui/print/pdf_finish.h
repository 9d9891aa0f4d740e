// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Qt's PDF writer can't do, done by libqpdf: outline, links, metadata, language, page labels, and bytes that
// depend on the content alone. No Qt in here.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumb::ui::print {

struct PdfTarget {
    int page = 0; ///< from 0
    double y = 0; ///< points from the page's top
};

struct PdfOutline {
    int level = 1;
    std::string title;
    PdfTarget target;
};

struct PdfLink {
    int page = 0;
    double left = 0, top = 0, right = 0, bottom = 0; ///< points from the page's top left corner
    std::string url;                                 ///< http(s); empty: goes to `target`
    PdfTarget target;
};

struct PdfExtras {
    std::string title, author, subject, keywords, creator, language = "en";
    std::int64_t createdMs = 0;
    std::vector<PdfOutline> outline;
    std::vector<PdfLink> links;
    std::map<std::string, PdfTarget> places; ///< named destinations
};

/// The finished file. Error (System) "print.pdf" when libqpdf refuses what Qt wrote.
[[nodiscard]] Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras);

} // namespace plumb::ui::print
