// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Type: roles instead of sizes. A role says size, weight, letter spacing and line height; the user's text scale
// (Theme::textScale) multiplies sizes and lines. Numbers in columns, clocks, counters and money use Digits::Tabular.
#pragma once

#include <cstdint>

#include <QFont>

namespace plumb::ui {

enum class Role : std::uint8_t {
    Display,     ///< 40/600 Display/44: the score, the bill
    Clock,       ///< 30/600 Display/40: workshop
    TitleXl,     ///< 22/600/30: question, workload
    Title,       ///< 20/600/28: place name, key figures
    HeadLarge,   ///< 16/600/22: dialog title
    Head,        ///< 15/600/22: section, detail title
    Quote,       ///< 15/500/23: facilitator's opening question
    Choice,      ///< 14/400/20: choice rows, merge texts
    Ask,         ///< 13.5/400/21: the sentence below a question's title
    Body,        ///< 13/400/20
    BodyLoose,   ///< 13/400/22: sentences with key caps and marks in them (risk panel)
    BodyMedium,  ///< 13/500/20: names
    BodyStrong,  ///< 13/600/20: emphasis
    Small,       ///< 12/400/18: meta lines, subtitles
    SmallMedium, ///< 12/500/18: chips, table heads
    SmallStrong, ///< 12/600/18: counts in chips
    Caption,     ///< 11/600/16: labels above fields and figures, in ink3
    Micro,       ///< 11/400/16: axis, meta
    MicroMedium, ///< 11/500/16: badges, keys, rail labels
    MicroStrong, ///< 11/600/16: chosen rail label
    Tiny,        ///< 10/600/14: matrix rating and initials, nothing else
    Count_
};

enum class Digits : std::uint8_t { Proportional, Tabular };

struct TypeSpec {
    qreal px;      ///< at text scale 1
    int weight;    ///< 400-700
    qreal line;    ///< line height in px at text scale 1
    qreal spacing; ///< letter spacing in percent
    bool display;  ///< Inter Display instead of Inter
};

[[nodiscard]] const TypeSpec& typeSpec(Role role) noexcept;

/// The role's font at the present text scale. GUI thread only.
[[nodiscard]] QFont font(Role role, Digits digits = Digits::Proportional);

/// The role's line height in device-independent pixels at the present text scale.
[[nodiscard]] int lineHeight(Role role);

/// Loads the font files of the resources. `font()` does it when needed; Theme::install() does it early.
void loadFonts();

} // namespace plumb::ui
