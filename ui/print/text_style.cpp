// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/text_style.h"

#include "ui/theme/type.h"

#include <QtMath>

namespace plumb::ui::print {

QFont fontOf(const TextStyle& style) {
    static_cast<void>(font(Role::Body, Digits::Tabular)); // loads both families
    QFont face(style.display
                   ? (style.tabular ? QStringLiteral("Inter Display Tabular") : QStringLiteral("Inter Display"))
                   : (style.tabular ? QStringLiteral("Inter Tabular") : QStringLiteral("Inter")));
    face.setPixelSize(qRound(style.size * kDots));
    face.setWeight(style.weight);
    face.setHintingPreference(QFont::PreferNoHinting);
    if (style.spacing != 100)
        face.setLetterSpacing(QFont::PercentageSpacing, style.spacing);
    return face;
}

} // namespace plumb::ui::print
