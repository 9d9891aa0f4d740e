// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Breaks a RichText into lines of an exact height and paints them. Labels and delegates use the same one, because style
// sheets and QLabel know no line height.
#pragma once

#include "ui/theme/type.h"
#include "ui/widgets/rich_text.h"

#include <memory>

#include <QRectF>
#include <QTextLayout>

class QPainter;

namespace plumb::ui {

class RichLayout {
public:
    RichLayout() = default;
    RichLayout(RichText text, Role role, Token color, Digits digits = Digits::Proportional);

    /// Lays out for `width` px in at most `maxLines` lines (0: no limit; the last one is elided). `alignment` is
    /// horizontal. Call before the questions below.
    void layout(qreal width, int maxLines = 0, Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] qreal height() const noexcept { return m_height; }
    [[nodiscard]] int lineCount() const { return m_shownLines; }
    [[nodiscard]] qreal naturalWidth() const noexcept { return m_naturalWidth; } ///< widest line
    [[nodiscard]] qreal lineWidth(int line) const;                               ///< natural width of one line
    [[nodiscard]] bool elided() const noexcept { return m_elided; }

    /// `activeLink` is underlined (hovered or focused; -1 none). `override`, when valid, replaces all text colours.
    void paint(QPainter* painter, const QPointF& at, const Tokens& tokens, int activeLink = -1,
               const QColor& override = {}) const;

    [[nodiscard]] int linkCount() const { return static_cast<int>(m_links.size()); }
    [[nodiscard]] int linkAt(const QPointF& point) const; ///< index or -1; point relative to the layout
    [[nodiscard]] QVector<QRectF> linkRects(int link) const;
    [[nodiscard]] QString linkTarget(int link) const;
    [[nodiscard]] const RichText& text() const noexcept { return m_text; }

private:
    struct Piece {
        int start = 0, length = 0; ///< in the flowed string
        qsizetype run = 0;
        QSizeF object; ///< of key caps, marks and icons; empty for text
    };
    void flow();
    [[nodiscard]] QRectF pieceRect(const QTextLine& line, const Piece& piece) const;
    void paintObject(QPainter* painter, const QRectF& box, const Run& run, const Tokens& tokens,
                     const QColor& override) const;
    [[nodiscard]] QColor colorOf(const Run& run, const Tokens& tokens, const QColor& override) const;

    RichText m_text;
    Role m_role = Role::Body;
    Token m_color = Token::Ink;
    Digits m_digits = Digits::Proportional;
    std::shared_ptr<QTextLayout> m_layout; ///< shared so that layouts can be copied; never changed after layout()
    QVector<Piece> m_pieces;
    QVector<int> m_links; ///< indices into m_pieces
    int m_cut = -1;       ///< where the ellipsis stands in the flowed string, or -1
    qreal m_width = 0, m_height = 0, m_naturalWidth = 0, m_line = 20;
    int m_shownLines = 0;
    bool m_elided = false;
};

} // namespace plumb::ui
