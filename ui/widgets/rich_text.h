// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sentence in runs: plain and strong text, key caps, risk marks, icons and links in one line flow. Not HTML: what a
// user typed is always text.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/tokens.h"

#include <QString>
#include <QVector>

namespace plumb::ui {

struct Run {
    enum class Kind : std::uint8_t { Text, Key, Mark, Icon, Link };
    Kind kind = Kind::Text;
    QString text;                         ///< Text, Key, Link; for a Mark its word when it stands without one
    Token color = Token::Count_;          ///< Count_: the colour of the label
    int weight = 0;                       ///< 0: the weight of the label's role
    MarkKind mark = MarkKind::Unanswered; ///< Mark
    Icon icon = Icon::Info;               ///< Icon
    QString target;                       ///< Link: what linkActivated() carries
    friend bool operator==(const Run&, const Run&) = default;
};
using RichText = QVector<Run>;

[[nodiscard]] Run plain(const QString& text, Token color = Token::Count_);
[[nodiscard]] Run strong(const QString& text, Token color = Token::Count_);
[[nodiscard]] Run keyRun(const QString& key);
[[nodiscard]] Run markRun(MarkKind mark);
[[nodiscard]] Run iconRun(Icon icon, Token color = Token::Count_);
[[nodiscard]] Run linkRun(const QString& text, const QString& target);

/// The sentence as a screen reader says it: marks by their word unless the word follows, keys as their letter.
[[nodiscard]] QString plainText(const RichText& text);

} // namespace plumb::ui
