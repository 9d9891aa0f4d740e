// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See rich_layout.h. Key caps, marks and icons stand in the flow as one no-break space that is widened by letter
// spacing: QTextLayout has inline objects only inside a QTextDocument.
#include "ui/widgets/rich_layout.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr QChar kObject(0x00A0);
constexpr qreal kObjectGap = 1;
const QString kEllipsis(QChar(0x2026));

QSizeF objectSize(const Run& run) {
    switch (run.kind) {
    case Run::Kind::Key:
        return keyCapSize(run.text, badgeHeight());
    case Run::Kind::Mark:
        return QSizeF(scaled(14), scaled(14));
    case Run::Kind::Icon:
        return QSizeF(scaled(14), scaled(14));
    default:
        return {};
    }
}

} // namespace

RichLayout::RichLayout(RichText text, Role role, Token color, Digits digits)
    : m_text(std::move(text)), m_role(role), m_color(color), m_digits(digits) {
    flow();
}

void RichLayout::flow() {
    const QFont face = font(m_role, m_digits);
    const qreal space = QFontMetricsF(face).horizontalAdvance(kObject);
    QString flowed;
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const Run& run = m_text[i];
        Piece piece{static_cast<int>(flowed.size()), 0, i, objectSize(run)};
        QFont own = face;
        if (piece.object.isEmpty()) {
            flowed += run.text;
            if (run.weight != 0)
                own.setWeight(static_cast<QFont::Weight>(run.weight));
        } else {
            flowed += kObject;
            own.setLetterSpacing(QFont::AbsoluteSpacing, piece.object.width() + 2 * kObjectGap - space);
        }
        piece.length = static_cast<int>(flowed.size()) - piece.start;
        if (own != face) {
            QTextLayout::FormatRange range;
            range.start = piece.start;
            range.length = piece.length;
            range.format.setFont(own);
            formats.append(range);
        }
        if (run.kind == Run::Kind::Link)
            m_links.append(static_cast<int>(m_pieces.size()));
        m_pieces.append(piece);
    }
    flowed.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    m_layout = std::make_shared<QTextLayout>(flowed, face);
    m_layout->setFormats(formats);
    m_layout->setCacheEnabled(true);
    m_line = lineHeight(m_role);
}

void RichLayout::layout(qreal width, int maxLines, Qt::Alignment alignment) {
    if (!m_layout)
        return;
    m_width = width;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(alignment & Qt::AlignHorizontal_Mask);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    m_naturalWidth = 0;
    int count = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine(), ++count) {
        line.setLineWidth(width);
        const qreal slack = (m_line - line.ascent() - line.descent()) / 2;
        line.setPosition(QPointF(0, std::round(count * m_line + slack)));
        m_naturalWidth = qMax(m_naturalWidth, line.naturalTextWidth());
    }
    m_layout->endLayout();
    m_elided = maxLines > 0 && count > maxLines;
    m_shownLines = m_elided ? maxLines : count;
    m_height = m_shownLines * m_line;
    m_cut = -1;
    if (m_elided) {
        const QTextLine last = m_layout->lineAt(maxLines - 1);
        const qreal room = width - QFontMetricsF(font(m_role, m_digits)).horizontalAdvance(kEllipsis);
        m_cut =
            qMin(last.xToCursor(qMax(0.0, room), QTextLine::CursorOnCharacter), last.textStart() + last.textLength());
        while (m_cut > last.textStart() && m_layout->text().at(m_cut - 1).isSpace())
            --m_cut;
        m_naturalWidth = qMin(m_naturalWidth, width);
    }
}

qreal RichLayout::lineWidth(int line) const {
    return m_layout && line < m_layout->lineCount() ? m_layout->lineAt(line).naturalTextWidth() : 0;
}

QColor RichLayout::colorOf(const Run& run, const Tokens& tokens, const QColor& override) const {
    if (override.isValid())
        return override;
    return tokens[run.color == Token::Count_ ? m_color : run.color];
}

QRectF RichLayout::pieceRect(const QTextLine& line, const Piece& piece) const {
    const int from = qMax(piece.start, line.textStart());
    const int to = qMin(piece.start + piece.length, line.textStart() + line.textLength());
    if (to <= from)
        return {};
    const qreal x0 = line.cursorToX(from), x1 = line.cursorToX(to);
    const qreal top = line.lineNumber() * m_line;
    return QRectF(qMin(x0, x1), top, std::abs(x1 - x0), m_line);
}

void RichLayout::paintObject(QPainter* painter, const QRectF& box, const Run& run, const Tokens& tokens,
                             const QColor& override) const {
    const QSizeF size = objectSize(run);
    const QRectF inner(std::round(box.center().x() - size.width() / 2),
                       std::round(box.center().y() - size.height() / 2), size.width(), size.height());
    if (run.kind == Run::Kind::Key)
        drawKeyCap(painter, inner, run.text, tokens);
    else if (run.kind == Run::Kind::Mark)
        riskMark(painter, inner, run.mark, tokens);
    else
        paintIcon(painter, inner, run.icon, scaled(14), colorOf(run, tokens, override));
}

void RichLayout::paint(QPainter* painter, const QPointF& at, const Tokens& tokens, int activeLink,
                       const QColor& override) const {
    if (!m_layout)
        return;
    painter->save();
    painter->translate(at);
    for (int i = 0; i < m_shownLines; ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const int cut = i == m_shownLines - 1 ? m_cut : -1;
        for (qsizetype p = 0; p < m_pieces.size(); ++p) {
            const Piece& piece = m_pieces[p];
            const QRectF box = pieceRect(line, piece);
            if (box.isEmpty() || (cut >= 0 && piece.start >= cut))
                continue;
            const Run& run = m_text[piece.run];
            if (!piece.object.isEmpty()) {
                paintObject(painter, box, run, tokens, override);
                continue;
            }
            const QColor ink = colorOf(run, tokens, override);
            const int from = qMax(piece.start, line.textStart());
            const int end = cut >= 0 ? cut : line.textStart() + line.textLength();
            const int to = qMin(piece.start + piece.length, end);
            if (to <= from)
                continue;
            painter->setPen(ink);
            for (const QGlyphRun& glyphs : line.glyphRuns(from, to - from))
                painter->drawGlyphRun(QPointF(0, 0), glyphs);
            if (activeLink >= 0 && activeLink < m_links.size() && m_links[activeLink] == p)
                painter->fillRect(QRectF(box.left(), std::round(line.y() + line.ascent()) + 2, box.width(), 1), ink);
        }
        if (cut >= 0) {
            painter->setPen(override.isValid() ? override : tokens[m_color]);
            painter->setFont(font(m_role, m_digits));
            painter->drawText(QPointF(line.cursorToX(cut), line.y() + line.ascent()), kEllipsis);
        }
    }
    painter->restore();
}

int RichLayout::linkAt(const QPointF& point) const {
    for (int i = 0; i < linkCount(); ++i)
        for (const QRectF& box : linkRects(i))
            if (box.contains(point))
                return i;
    return -1;
}

QVector<QRectF> RichLayout::linkRects(int link) const {
    QVector<QRectF> result;
    if (link < 0 || link >= m_links.size() || !m_layout)
        return result;
    for (int i = 0; i < m_shownLines; ++i)
        if (const QRectF box = pieceRect(m_layout->lineAt(i), m_pieces[m_links[link]]); !box.isEmpty())
            result.append(box);
    return result;
}

QString RichLayout::linkTarget(int link) const {
    return link >= 0 && link < m_links.size() ? m_text[m_pieces[m_links[link]].run].target : QString();
}

} // namespace plumb::ui
