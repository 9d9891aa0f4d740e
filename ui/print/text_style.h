// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Type and space of the printed report, in points. The page itself is measured at kDots dots a point (1200 an inch), so
// that letters stand where their outlines want them.
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QSizeF>

namespace plumb::ui::print {

inline constexpr int kResolution = 1200;
inline constexpr double kDots = kResolution / 72.0; ///< dots of the page raster per point
inline constexpr double kMm = 72.0 / 25.4;          ///< points per millimetre

struct TextStyle {
    double size = 9.6, line = 14.4;
    QFont::Weight weight = QFont::Normal;
    Token ink = Token::Ink;
    bool display = false, tabular = false;
    double spacing = 100; ///< percent
};

/// The font of a style in dots, hinting off. Loads the shipped fonts when needed.
[[nodiscard]] QFont fontOf(const TextStyle& style);

namespace type {
inline constexpr TextStyle kChapter{22, 26, QFont::DemiBold, Token::Ink, true, false, 99};
inline constexpr TextStyle kHeading{13, 17, QFont::DemiBold, Token::Ink, false, false, 99.4};
inline constexpr TextStyle kSubHeading{10.4, 15, QFont::DemiBold};
inline constexpr TextStyle kLead{11.5, 17.3};
inline constexpr TextStyle kBody{9.6, 14.4};
inline constexpr TextStyle kQuote{9.6, 14.4, QFont::Normal, Token::Ink2};
inline constexpr TextStyle kSmall{8.4, 12.4, QFont::Normal, Token::Ink2};
inline constexpr TextStyle kTable{8.4, 12};
inline constexpr TextStyle kTableHead{8.4, 12, QFont::Medium, Token::Ink2};
inline constexpr TextStyle kMargin{8, 11.5, QFont::Medium, Token::Ink3};
inline constexpr TextStyle kCaption{8, 11.5, QFont::Normal, Token::Ink3};
inline constexpr TextStyle kMeta{8, 11.5, QFont::Normal, Token::Ink2};
inline constexpr TextStyle kFine{7.4, 11, QFont::Normal, Token::Ink3};
inline constexpr TextStyle kFigure{20, 25, QFont::DemiBold, Token::Ink, true, true, 99};
} // namespace type

/// The page grid of look.md section 9 for a paper size.
struct Grid {
    double pageWidth = 595.276, pageHeight = 841.89;
    double left = 20 * kMm, right = 20 * kMm;
    double marginWidth = 32 * kMm, gap = 4 * kMm;
    double header = 12 * kMm; ///< top of the header line
    double bodyTop = 68;
    double footerRule = 48.3, footer = 10 * kMm; ///< from the lower edge

    [[nodiscard]] double textLeft() const { return left + marginWidth + gap; }
    [[nodiscard]] double textWidth() const { return pageWidth - right - textLeft(); }
    [[nodiscard]] double wideWidth() const { return pageWidth - left - right; }
    [[nodiscard]] double bodyBottom() const { return pageHeight - footerRule - 16; }
    [[nodiscard]] double bodyHeight() const { return bodyBottom() - bodyTop; }
};

} // namespace plumb::ui::print
