// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every colour of the window by name and meaning, in three schemes. The values are those of the design's table; nothing
// else in ui/ writes a colour value. Colour is for meaning: blue is "you, now, chosen", risk colours mean risk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <QColor>
#include <QPalette>

namespace plumb::ui {

enum class Scheme : std::uint8_t { Light, Dark, HighContrast };

/// A colour by its use. The comment names what it is for; tokenName() gives the name of the design's table.
enum class Token : std::uint8_t {
    Canvas,  ///< rail, gutter around paper
    Surface, ///< sheets, fields
    Sunken,  ///< side panes
    Raised,  ///< menus, dialogs
    Hover,
    Press,
    Line,     ///< hairline (decoration)
    Line2,    ///< frames, table head (decoration)
    Control,  ///< outlines of fields and boxes, axes, empty ring
    Ink,      ///< main text
    Ink2,     ///< second text
    Ink3,     ///< third text
    Disabled, ///< text of disabled things only
    Accent,   ///< links, active icons, plumb line, focus
    AFill,    ///< filled button, ticked box
    AFillHover,
    AFillPress,
    OnAccent, ///< on AFill
    ATint,    ///< selection
    ALine,    ///< frame of a selection
    High,
    HighOn, ///< letter on High
    HighTint,
    Med,     ///< text
    MedFill, ///< fill of the mark
    MedLine, ///< edge of the mark
    MedOn,   ///< letter on MedFill
    MedTint,
    NoRisk, ///< no risk, saving, verified
    NoRiskTint,
    C1,  ///< chart: main series
    C1b, ///< its band
    C2,  ///< totals
    C3,  ///< baseline, done, other end
    C4,  ///< third series
    C5,  ///< fourth series, also "worse"
    C6,  ///< fifth series
    Grid,
    Hatch,
    Track, ///< unfilled bar (decoration)
    H0,    ///< score cells, seven equal steps of 0-100
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Count_
};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::Count_);

/// The name in the design's table: "canvas", "afill-hover", "none-tint", "h3".
[[nodiscard]] std::string_view tokenName(Token token) noexcept;

/// All colours of one scheme.
struct Tokens {
    Scheme scheme = Scheme::Light;
    std::array<QRgb, kTokenCount> rgb{};

    [[nodiscard]] QColor operator[](Token token) const { return QColor::fromRgb(rgb[static_cast<std::size_t>(token)]); }
    [[nodiscard]] bool highContrast() const noexcept { return scheme == Scheme::HighContrast; }
};

/// The fixed table of a scheme; lives as long as the program.
[[nodiscard]] const Tokens& tokensFor(Scheme scheme) noexcept;

/// Token of the score cell for a score of 0-100 (values outside are clamped).
[[nodiscard]] Token scoreToken(double score) noexcept;

/// Token of the tint behind a finding's rating of 1-25: 1-4 h3, 5-9 h2, 10-16 h1, 20-25 h0.
[[nodiscard]] Token ratingToken(int rating) noexcept;

/// Qt's palette for these tokens.
[[nodiscard]] QPalette paletteFor(const Tokens& tokens);

/// Contrast ratio of two opaque colours, 1-21 (WCAG 2.2, relative luminance of sRGB).
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace plumb::ui
