// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One cell of the heat map of lenses by pillars, painted for delegates: colour fills the answered share from the left,
// the rest is hatched. What a cell says is also a sentence for assistive tools.
#pragma once

#include "ui/theme/paint.h"
#include "ui/theme/tokens.h"

#include <optional>

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace plumb::ui {

struct ScoreCell {
    enum class Kind : std::uint8_t {
        Scored,
        NotAsked, ///< has questions, none is answered
        Absent    ///< this lens has no such questions
    };
    Kind kind = Kind::Scored;
    double score = 0;
    std::optional<double> low, high; ///< shown when they differ
    double answered = 1;             ///< 0-1 by weight
    MarkKind worst = MarkKind::None; ///< worst open risk
    int worstCount = 0;              ///< shown from 2 on
    QString number;                  ///< replaces the rounded score (a delta, a count of risks)
    bool centred = false;            ///< the number stands in the middle: there is nothing below it
    QString delta;                   ///< stands below the score instead of the range ("+12"), set strong
};

struct CellLook {
    bool compact = false;
    bool hover = false;
    bool selected = false; ///< 2 px of accent
};

/// 98 x 72, compact 67 x 46; scaled with the text. Cells stand kCellGap apart.
[[nodiscard]] QSizeF scoreCellSize(bool compact);
inline constexpr int kCellGap = 3;
inline constexpr int kTotalsGap = 16;

void paintScoreCell(QPainter* painter, const QRectF& box, const ScoreCell& cell, const CellLook& look,
                    const Tokens& tokens);

/// "Score 38, range 30 to 50, 80 % answered, worst open risk High, 2", translated.
[[nodiscard]] QString cellSentence(const ScoreCell& cell);

} // namespace plumb::ui
