// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which words of a text are not in another one, for underlining what somebody changed. Words are what spaces part;
// signs of scripts without spaces are words of their own.
#pragma once

#include <QString>
#include <QVector>

namespace plumb::ui {

/// A stretch of a text in UTF-16 units; begins and ends with a word.
struct TextSpan {
    qsizetype start = 0, length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Words of `text` outside a longest common subsequence with `base`, neighbours joined with the space between them, in
/// order; one or two words that both have between longer changes count as changed, too. Where the differing middles of
/// both texts are so long that the subsequence would take too long, that whole middle is changed.
[[nodiscard]] QVector<TextSpan> changedWords(const QString& base, const QString& text);

} // namespace plumb::ui
