// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Space and shape: the grid of 8, radii and heights. Lengths are device-independent pixels; what holds text is passed
// through scaled() so that it grows with the user's text scale.
#pragma once

#include "ui/theme/theme.h"

#include <QtMath>

namespace plumb::ui {

inline constexpr int kGrid = 8;
inline constexpr int kHalfGrid = 4;

inline constexpr qreal kRadiusBox = 4;   ///< boxes, keys, badges
inline constexpr qreal kRadiusField = 6; ///< fields, buttons, chips
inline constexpr qreal kRadiusPanel = 8; ///< dialogs, panels, menus
inline constexpr qreal kRadiusMatrix = 3;

inline constexpr int kPaddingSide = 20; ///< side panes
inline constexpr int kPaddingMain = 32; ///< main panes; kPaddingMainSmall where room is short
inline constexpr int kPaddingMainSmall = 24;
inline constexpr int kSectionGap = 16;
inline constexpr int kLabelGap = 5; ///< between a label and its field

inline constexpr int kFadeMs = 120; ///< longest motion; 0 with Theme::reducedMotion

/// `px` times the user's text scale, rounded.
[[nodiscard]] inline int scaled(qreal px) {
    return qRound(px * Theme::instance().textScale());
}

/// Heights by what they are for; compact values while Theme::compact() holds, scaled with the text.
[[nodiscard]] inline int controlHeight() {
    return scaled(32);
}
[[nodiscard]] inline int smallControlHeight() {
    return scaled(28);
}
[[nodiscard]] inline int largeControlHeight() {
    return scaled(40);
}
[[nodiscard]] inline int chipHeight() {
    return scaled(24);
}
[[nodiscard]] inline int badgeHeight() {
    return scaled(18);
}
[[nodiscard]] inline int choiceRowHeight() {
    return scaled(Theme::instance().compact() ? 36 : 42);
}
[[nodiscard]] inline int menuRowHeight() {
    return scaled(30);
}
[[nodiscard]] inline int tableRowHeight() {
    return scaled(42);
}
[[nodiscard]] inline int tableHeadHeight() {
    return scaled(32);
}
[[nodiscard]] inline int treeRowHeight() {
    return scaled(Theme::instance().compact() ? 28 : 30);
}
[[nodiscard]] inline int lensRowHeight() {
    return scaled(Theme::instance().compact() ? 32 : 34);
}
[[nodiscard]] inline int topBarHeight() {
    return scaled(Theme::instance().compact() ? 48 : 52);
}
[[nodiscard]] inline int placeHeaderHeight() {
    return scaled(64);
}
[[nodiscard]] inline int railWidth() {
    return scaled(Theme::instance().compact() ? 56 : 76);
}
[[nodiscard]] inline int treeWidth() {
    return scaled(Theme::instance().compact() ? 256 : 292);
}
[[nodiscard]] inline int sidePaneWidth() {
    return scaled(Theme::instance().compact() ? 300 : 356);
}

} // namespace plumb::ui
