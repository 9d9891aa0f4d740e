// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pens of a chart: which colour a meaning has, how its texts are set, how its lines are dashed. Texts are laid on
// the fractional sizes of the design (11.5 px), which QFont does not know. The text scale is given, not read from the
// theme, so that a report does not depend on how the window is set up.
#pragma once

#include "core/report/chart.h"
#include "ui/theme/tokens.h"

#include <array>

#include <QFont>
#include <QFontMetricsF>
#include <QPen>
#include <QString>

class QPainter;

namespace plumb::ui {

enum class ChartText : std::uint8_t {
    Axis,       ///< 11/400 with tabular digits: ticks and units
    Name,       ///< 11/400: categories, legend
    NameStrong, ///< 11/600: a total's category
    Code,       ///< 11/500: the finding behind a category
    Value,      ///< 11.5/600: on marks
    Remark,     ///< 11.5/400: second marks and names of lines
    Sentence,   ///< 13/400: why there is nothing to draw
    Title,      ///< 13/600: above an exported chart
    Conclusion, ///< 12/400
    Count_
};

class ChartInk {
public:
    explicit ChartInk(const Tokens& tokens, double textScale = 1, Token ground = Token::Surface);

    [[nodiscard]] const Tokens& tokens() const noexcept { return *m_tokens; }
    [[nodiscard]] QColor operator[](Token token) const { return (*m_tokens)[token]; }
    [[nodiscard]] QColor colour(report::ChartColour colour) const;
    [[nodiscard]] QColor ground() const { return (*m_tokens)[m_ground]; }
    /// Lengths that hold text: px at text scale 1.
    [[nodiscard]] double scaled(double px) const noexcept { return px * m_scale; }
    [[nodiscard]] double textScale() const noexcept { return m_scale; }

    /// 2 px in the line's colour. `many`: lines are told apart by their dashes too.
    [[nodiscard]] QPen pen(const report::ChartLine& line, bool many) const;
    /// The dash of a colour, in widths of the pen; empty: solid.
    [[nodiscard]] static QList<qreal> dashes(report::ChartColour colour);

    [[nodiscard]] double width(const QString& text, ChartText kind) const;
    [[nodiscard]] double lineHeight(ChartText kind) const;
    [[nodiscard]] QString elided(const QString& text, ChartText kind, double width) const;
    /// As many lines as needed, at most `lines`, none wider than `width`; the last is elided.
    [[nodiscard]] QStringList wrapped(const QString& text, ChartText kind, double width, int lines) const;
    /// One line, its capitals centred in the height of `box`.
    void draw(QPainter* painter, const QRectF& box, const QString& text, ChartText kind, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft) const;

private:
    struct Face {
        QFont font;
        double factor; ///< the font is this many times as large as the text
        double px;
        QFontMetricsF metrics;
    };
    [[nodiscard]] const Face& face(ChartText kind) const { return m_faces[static_cast<std::size_t>(kind)]; }

    const Tokens* m_tokens;
    double m_scale;
    Token m_ground;
    std::vector<Face> m_faces;
};

} // namespace plumb::ui
