// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See score_cell.h.
#include "ui/widgets/score_cell.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/score_scale.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace plumb::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("plumb::ui::ScoreCell", text);
}

QFont numberFont(bool compact) {
    QFont face = font(compact ? Role::Head : Role::Title, Digits::Tabular);
    face.setLetterSpacing(QFont::PercentageSpacing, 100);
    if (!compact)
        face.setPixelSize(scaled(19));
    return face;
}

// Text that may run over the hatching gets a rim of the cell's colour, so that no line crosses a digit.
void rimmedText(QPainter* painter, const QPointF& baseline, const QString& text, const QFont& face, const QColor& ink,
                const QColor& rim) {
    if (rim.isValid()) {
        QPainterPath path;
        path.addText(baseline, face, text);
        painter->strokePath(path, QPen(rim, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter->setFont(face);
    painter->setPen(ink);
    painter->drawText(baseline, text);
}

void paintGround(QPainter* painter, const QRectF& box, double answered, const QColor& fill, const Tokens& t) {
    const qreal share = std::round(box.width() * std::clamp(answered, 0.0, 1.0));
    const QRectF done(box.left(), box.top(), share, box.height());
    const QRectF rest(done.right(), box.top(), box.width() - share, box.height());
    if (rest.width() > 0.5) {
        hatch(painter, rest, t[Token::Hatch]);
        paintFrame(painter, box, 0, QColor(), t[Token::Line2]);
    }
    painter->fillRect(done, fill);
    if (t.highContrast())
        paintFrame(painter, box, 0, QColor(), t[Token::Line2]);
}

} // namespace

QSizeF scoreCellSize(bool compact) {
    return compact ? QSizeF(scaled(67), scaled(46)) : QSizeF(scaled(98), scaled(72));
}

void paintScoreCell(QPainter* painter, const QRectF& box, const ScoreCell& cell, const CellLook& look,
                    const Tokens& t) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (cell.kind == ScoreCell::Kind::Absent) {
        painter->fillRect(QRectF(box.center().x() - 6, std::round(box.center().y()), 12, 1), t[Token::Hatch]);
    } else if (cell.kind == ScoreCell::Kind::NotAsked) {
        paintGround(painter, box, 0, t[Token::Surface], t);
        const QString text = tr("not asked");
        const qreal width = textWidth(text, Role::Micro);
        const QRectF plate(std::round(box.center().x() - width / 2 - 6), std::round(box.center().y() - scaled(8)),
                           std::ceil(width + 12), scaled(16));
        painter->fillRect(plate, t[Token::Surface]);
        drawText(painter, plate, text, Role::Micro, t[Token::Ink2], Qt::AlignCenter);
    } else {
        const QColor fill = t[scoreToken(cell.score)];
        paintGround(painter, box, cell.answered, fill, t);
        const bool partly = cell.answered < 0.995;
        const qreal pad = scaled(look.compact ? 7 : 10);
        const QFont face = numberFont(look.compact);
        const qreal middle = box.top() + scaled(look.compact ? 15 : 20);
        const qreal cap = QFontMetricsF(face).capHeight();
        const QString number = cell.number.isEmpty() ? QString::number(qRound(cell.score)) : cell.number;
        const qreal line = cell.centred ? box.center().y() : middle;
        rimmedText(painter, QPointF(box.left() + pad, std::round(line + cap / 2)), number, face, t[Token::Ink],
                   partly ? fill : QColor());
        const bool ranged = cell.low && cell.high && qRound(*cell.low) != qRound(*cell.high);
        if (ranged || !cell.delta.isEmpty()) {
            QFont small = font(cell.delta.isEmpty() ? Role::Micro : Role::MicroStrong, Digits::Tabular);
            if (!look.compact)
                small.setPixelSize(scaled(11.5));
            const QString range = !cell.delta.isEmpty() ? cell.delta
                                                        : QString::number(qRound(*cell.low)) + QChar(0x2013) +
                                                              QString::number(qRound(*cell.high));
            const qreal base = box.bottom() - scaled(look.compact ? 8 : 12);
            rimmedText(painter, QPointF(box.left() + pad, std::round(base)), range, small, t[Token::Ink],
                       partly ? fill : QColor());
        }
        const qreal side = scaled(look.compact ? 14 : 17);
        const QRectF mark(box.right() - scaled(look.compact ? 5 : 9) - side, std::round(middle - side / 2 - 2), side,
                          side);
        const bool onHatch = mark.left() + side / 2 > box.left() + box.width() * cell.answered - side;
        riskMark(painter, mark, cell.worst, t, partly && onHatch);
        if (cell.worstCount > 1) {
            const QFont count = font(Role::MicroStrong, Digits::Tabular);
            const QString text = QString::number(cell.worstCount);
            const qreal x = mark.left() - 5 - QFontMetricsF(count).horizontalAdvance(text);
            const bool over = x + 6 > box.left() + box.width() * cell.answered;
            rimmedText(painter, QPointF(x, std::round(middle + QFontMetricsF(count).capHeight() / 2)), text, count,
                       t[Token::Ink], partly ? (over ? t[Token::Surface] : fill) : QColor());
        }
    }
    if (look.selected)
        paintFrame(painter, box, 0, QColor(), t[Token::Accent], 2);
    else if (look.hover && cell.kind != ScoreCell::Kind::Absent)
        paintFrame(painter, box, 0, QColor(), t[Token::Ink], 1);
    painter->restore();
}

QString cellSentence(const ScoreCell& cell) {
    if (cell.kind == ScoreCell::Kind::Absent)
        return tr("No such questions");
    if (cell.kind == ScoreCell::Kind::NotAsked)
        return tr("Not asked");
    QStringList parts{scoreSentence({cell.score, cell.low, cell.high, {}, {}}),
                      tr("%1 % answered").arg(qRound(cell.answered * 100)),
                      tr("worst open risk %1").arg(markWord(cell.worst))};
    if (cell.worstCount > 1)
        parts << QString::number(cell.worstCount);
    if (!cell.delta.isEmpty())
        parts << tr("change %1").arg(cell.delta);
    return parts.join(QStringLiteral(", "));
}

} // namespace plumb::ui
