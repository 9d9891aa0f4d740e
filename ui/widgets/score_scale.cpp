// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See score_scale.h.
#include "ui/widgets/score_scale.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace plumb::ui {
namespace {

constexpr qreal kRangeHeight = 9;

qreal halfPixel(qreal v) {
    return std::floor(v) + 0.5;
}

void paintRange(QPainter* painter, qreal x0, qreal x1, qreal rule, const Tokens& t, qreal step) {
    if (x1 - x0 < 1)
        return;
    hatch(painter, QRectF(x0, rule - kRangeHeight, x1 - x0, kRangeHeight), t[Token::Hatch], step);
    for (const qreal x : {x0, x1})
        painter->fillRect(QRectF(halfPixel(x) - 0.5, rule - kRangeHeight, 1, kRangeHeight), t[Token::Control]);
}

} // namespace

void paintScoreScale(QPainter* painter, const QRectF& box, const ScoreView& view, const Tokens& t, bool list) {
    const qreal rule = list ? box.bottom() - 4 : box.top() + 38;
    const auto x = [&box](double value) { return box.left() + box.width() * std::clamp(value, 0.0, 100.0) / 100.0; };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (view.low && view.high)
        paintRange(painter, x(*view.low), x(*view.high), rule, t, list ? 5 : 7);
    painter->fillRect(QRectF(box.left(), rule, box.width(), 1), t[Token::Control]);
    for (int value = 0; value <= 100; value += 10) {
        const qreal at = qMin(halfPixel(x(value)) - 0.5, box.right() - 1);
        const qreal length = value % 50 == 0 ? (list ? 3 : 4) : 2;
        painter->fillRect(QRectF(at, rule + 1, 1, length), t[Token::Control]);
    }
    if (view.previous) {
        const qreal at = halfPixel(x(*view.previous)) - 0.5;
        for (qreal y = rule - 14; y < rule; y += 4)
            painter->fillRect(QRectF(at, y, 1, 2), t[Token::Ink2]);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (view.verified && !list) {
        painter->setPen(QPen(t[Token::Accent], 1.5));
        painter->setBrush(t[Token::Surface]);
        painter->drawEllipse(QPointF(x(*view.verified), rule - 4.5), 3.5, 3.5);
    }
    if (view.score)
        plumbLine(painter, QPointF(x(*view.score), rule - 1), list ? rule - 20 : box.top(), t[Token::Accent]);
    painter->restore();
    if (list)
        return;
    const qreal line = lineHeight(Role::Micro);
    const auto label = [&](const QString& text, qreal at, Qt::Alignment side) {
        const QRectF place(side & Qt::AlignLeft ? at : side & Qt::AlignRight ? at - 40 : at - 20, rule + 4, 40, line);
        drawText(painter, place, text, Role::Micro, t[Token::Ink3], side | Qt::AlignVCenter, Digits::Tabular);
    };
    label(QStringLiteral("0"), box.left(), Qt::AlignLeft);
    label(QStringLiteral("50"), x(50), Qt::AlignHCenter);
    label(QStringLiteral("100"), box.right(), Qt::AlignRight);
}

QString scoreSentence(const ScoreView& view) {
    const auto whole = [](double value) { return QString::number(qRound(value)); };
    QStringList parts;
    parts << (view.score ? ScoreScale::tr("Score %1").arg(whole(*view.score)) : ScoreScale::tr("No score yet"));
    if (view.low && view.high)
        parts << ScoreScale::tr("range %1 to %2").arg(whole(*view.low), whole(*view.high));
    if (view.verified)
        parts << ScoreScale::tr("verified %1").arg(whole(*view.verified));
    if (view.previous)
        parts << ScoreScale::tr("last review %1").arg(whole(*view.previous));
    return parts.join(QStringLiteral(", "));
}

ScoreScale::ScoreScale(QWidget* parent, bool list) : QWidget(parent), m_list(list) {
    installAccessibility();
    setObjectName(QStringLiteral("scoreScale"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
    setAccessibleName(scoreSentence(m_view));
}

void ScoreScale::setView(const ScoreView& view) {
    if (m_view == view)
        return;
    m_view = view;
    setAccessibleName(scoreSentence(view));
    update();
}

QSize ScoreScale::sizeHint() const {
    return m_list ? QSize(118, 26) : QSize(scaled(400), 40 + scaled(16));
}

QSize ScoreScale::minimumSizeHint() const {
    return {m_list ? 90 : scaled(160), sizeHint().height()};
}

void ScoreScale::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // The rule aligns with the text above and below, unless the bob would stand half outside.
    const double edge = 100.0 * kOverhang / qMax(1, width());
    const bool outside = m_view.score && (*m_view.score < edge || *m_view.score > 100 - edge);
    const int inset = outside ? kOverhang : 0;
    const QRectF box = QRectF(rect()).adjusted(inset, 0, -inset, 0);
    paintScoreScale(&painter, box, m_view, tokens(), m_list);
}

} // namespace plumb::ui
