// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The why sentence of the report as runs of the window's labels.
#pragma once

#include "core/report/build.h"
#include "ui/widgets/rich_text.h"

namespace plumb::ui {

/// What the risk panel says: the first sentence and, after the line break, the second.
struct WhyText {
    RichText why, lower;
    QString whole; ///< nothing shortened
};

/// Splits at the first line break; keys become caps, marks stand before their word. The words that the panel's headline
/// says already ("Not answered yet.") are left out. Titles of choices are shortened so that
/// the first sentence has about `room` letters; their keys stand beside them.
[[nodiscard]] WhyText whyText(const report::Text& text, lens::State state, int room = 84);

} // namespace plumb::ui
