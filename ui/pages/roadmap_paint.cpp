// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the roadmap is painted. Elbows lie below the steps; a step's text has the ground of its row behind it, so a line
// that must pass never runs through words.
#include "ui/pages/roadmap_view.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

namespace plumb::ui {

namespace {

constexpr double kColumnPadding = 11;

/// Core's names of the periods, for the translator.
[[maybe_unused]] constexpr const char* kPeriodNames[] = {QT_TRANSLATE_NOOP("plumb::ui::RoadmapView", "First 30 days"),
                                                         QT_TRANSLATE_NOOP("plumb::ui::RoadmapView", "To 60 days"),
                                                         QT_TRANSLATE_NOOP("plumb::ui::RoadmapView", "To 90 days")};

/// `over` in person-days; negative: free.
QString freeWords(double over) {
    if (over > 0.25)
        return RoadmapView::tr("%1 days over").arg(personDays(over));
    return over > -0.25 ? RoadmapView::tr("all used") : RoadmapView::tr("%1 days free").arg(personDays(-over));
}

void verticalLine(QPainter* painter, double x, double top, double bottom, const QColor& color) {
    painter->fillRect(QRectF(std::round(x), top, 1, bottom - top), color);
}

} // namespace

void RoadmapView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens()[Token::Surface]);
    if (m_layout.columns.empty())
        return;
    const QRectF seen = body();
    painter.save();
    painter.setClipRect(seen);
    painter.translate(0, seen.top() - verticalScrollBar()->value());
    paintLanes(&painter, seen.translated(0, verticalScrollBar()->value() - seen.top()));
    paintFrames(&painter);
    if (m_linksShown)
        paintLinks(&painter);
    for (int i = 0; i < partCount(); ++i)
        paintItem(&painter, i);
    painter.restore();
    paintHead(&painter);
    paintCapacity(&painter);
}

void RoadmapView::paintHead(QPainter* painter) const {
    const Tokens& t = tokens();
    const double high = body().top();
    drawHairline(painter, QRectF(0, 0, m_layout.width, 1), t[Token::Line]);
    drawHairline(painter, QRectF(0, high - 1, m_layout.width, 1), t[Token::Line2]);
    const double side = Theme::instance().compact() ? 16 : 24;
    drawText(painter, QRectF(side, 0, m_layout.laneWidth - side - 4, high),
             tr("from %1").arg(Theme::instance().compact() ? shortDayWords(m_layout.columns.front().from)
                                                           : dayWords(m_layout.columns.front().from)),
             Role::Micro, t[Token::Ink3]);
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
        const RoadmapLayout::Column& column = m_layout.columns[i];
        verticalLine(painter, column.left, 0, high, t[Token::Line2]);
        const QRectF box(column.left + kColumnPadding, 0, column.right - column.left - 2 * kColumnPadding, high);
        const double name = drawText(painter, box, tr(m_periods[i].name.c_str()), Role::BodyStrong, t[Token::Ink]);
        const QString until = tr("until %1").arg(shortDayWords(column.to));
        if (name + 8 + textWidth(until, Role::Micro) <= box.width()) // half a date says nothing
            drawText(painter, box, until, Role::Micro, t[Token::Ink3], Qt::AlignRight | Qt::AlignVCenter);
    }
}

void RoadmapView::paintLanes(QPainter* painter, const QRectF& seen) const {
    const Tokens& t = tokens();
    const double bottom = std::max(m_layout.height, 0.0);
    for (const RoadmapLayout::Column& column : m_layout.columns) {
        const double third = (column.right - column.left) / 3;
        verticalLine(painter, column.left, 0, bottom, t[Token::Line2]);
        for (int i = 1; i < 3; ++i)
            verticalLine(painter, column.left + i * third, 0, bottom, t[Token::Line]);
    }
    const double side = Theme::instance().compact() ? 16 : 24;
    for (const RoadmapLayout::Lane& lane : m_layout.lanes) {
        if (lane.top > seen.bottom() || lane.top + lane.height < seen.top())
            continue;
        drawHairline(painter, QRectF(0, lane.top + lane.height - 1, m_layout.width, 1), t[Token::Line2]);
        const QRectF text(side, lane.top + scaled(13), m_layout.laneWidth - side - 6, scaled(18));
        drawText(painter, text, lane.name, Role::BodyStrong, t[Token::Ink]);
        drawText(painter, text.translated(0, scaled(18)), lane.meta, Role::Micro, t[Token::Ink3]);
    }
}

void RoadmapView::paintLinks(QPainter* painter) const {
    const Tokens& t = tokens();
    constexpr double kHead = 5;
    const auto mine = [&](const RoadmapLayout::Link& link) {
        return m_current >= 0 &&
               (link.from == static_cast<std::size_t>(m_current) || link.to == static_cast<std::size_t>(m_current));
    };
    for (const bool chosen : {false, true}) // those of the current step lie above the others
        for (const RoadmapLayout::Link& link : m_layout.links) {
            if (mine(link) != chosen || link.path.size() < 2)
                continue;
            const QColor color = t[chosen ? Token::Accent : Token::Ink2];
            for (std::size_t i = 1; i < link.path.size(); ++i) {
                const QPointF a = link.path[i - 1], b = link.path[i];
                painter->fillRect(QRectF(std::min(a.x(), b.x()) - 0.5, std::min(a.y(), b.y()) - 0.5,
                                         std::abs(b.x() - a.x()) + 1, std::abs(b.y() - a.y()) + 1),
                                  color);
            }
            const QPointF tip = link.path.back();
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawPolygon(
                QPolygonF{{tip, tip + QPointF(-kHead, -kHead / 2 - 0.5), tip + QPointF(-kHead, kHead / 2 + 0.5)}});
            painter->restore();
        }
}

/// Below the elbows, so that their arrowheads are seen.
void RoadmapView::paintFrames(QPainter* painter) const {
    const Tokens& t = tokens();
    const bool marked = t.highContrast() || (hasFocus() && Theme::instance().focusVisible());
    if (m_hover >= 0 && m_hover != m_current)
        paintFrame(painter, m_layout.items[static_cast<std::size_t>(m_hover)].frame, kRadiusField, t[Token::Hover],
                   QColor());
    if (m_current >= 0)
        paintFrame(painter, m_layout.items[static_cast<std::size_t>(m_current)].frame, kRadiusField, t[Token::ATint],
                   marked ? t[Token::Accent] : QColor(), 2);
}

void RoadmapView::paintItem(QPainter* painter, int index) const {
    const Tokens& t = tokens();
    const RoadmapLayout::Item& item = m_layout.items[static_cast<std::size_t>(index)];
    const PlanStep& step = m_steps[static_cast<std::size_t>(index)];
    const bool chosen = index == m_current;
    if (!chosen && index != m_hover)
        painter->fillRect(
            QRectF(item.mark.topLeft() - QPointF(0, 1), QPointF(item.effort.right() + 2, item.title.bottom() - 1)),
            t[Token::Surface]);
    riskMark(painter, item.mark, step.mark, t);
    const Token ink = step.finished ? Token::Ink2 : Token::Ink;
    drawText(painter, item.title, step.title, Role::SmallMedium, t[ink]);
    drawText(painter, item.effort, step.effort, Role::Micro, t[chosen ? Token::Ink2 : Token::Ink3]);
    if (!item.later)
        paintBar(painter, item);
}

void RoadmapView::paintBar(QPainter* painter, const RoadmapLayout::Item& item) const {
    const Tokens& t = tokens();
    const PlanStep& step = m_steps[item.step];
    const QRectF bar(std::round(item.bar.left()), item.bar.top(), std::round(item.bar.width()), item.bar.height());
    if (step.finished) {
        painter->fillRect(bar, t[Token::C3]);
    } else if (step.accepted) {
        painter->fillRect(bar, t[Token::Surface]);
        hatch(painter, bar, t[Token::Hatch], 5);
        paintFrame(painter, bar, 0, QColor(), t[Token::Hatch]);
    } else {
        painter->fillRect(bar, t[Token::C1b]);
        if (step.progress > 0)
            painter->fillRect(QRectF(bar.left(), bar.top(), std::round(bar.width() * step.progress), bar.height()),
                              t[Token::C1]);
        paintFrame(painter, bar, 0, QColor(), t[Token::C1]);
    }
    if (!item.openEnd)
        return;
    // It goes on after the plan: the end is left open.
    painter->fillRect(QRectF(bar.right() - 4, bar.top() - 1, 2, bar.height() + 2), t[Token::Surface]);
    painter->fillRect(QRectF(bar.right() - 8, bar.top() - 1, 2, bar.height() + 2), t[Token::Surface]);
}

void RoadmapView::paintCapacity(QPainter* painter) const {
    const Tokens& t = tokens();
    const double top = body().bottom();
    painter->fillRect(QRectF(0, top, m_layout.width, viewport()->height() - top), t[Token::Surface]);
    drawHairline(painter, QRectF(0, top, m_layout.width, 1), t[Token::Line2]);
    const double side = Theme::instance().compact() ? 16 : 24;
    const QRectF text(side, top + scaled(14), m_layout.laneWidth - side - 4, scaled(18));
    drawText(painter, text, tr("Person-days"), Role::BodyStrong, t[Token::Ink]);
    const bool limited = std::any_of(m_periods.begin(), m_periods.end(), [](const auto& p) { return p.capacity > 0; });
    drawText(painter, text.translated(0, scaled(18)), limited ? tr("of what there is") : tr("needed"), Role::Micro,
             t[Token::Ink3]);
    double most = 0;
    for (const score::Period& period : m_periods)
        most = std::max({most, period.capacity, period.used});
    for (std::size_t i = 0; i < m_periods.size(); ++i)
        paintPeriod(painter, i, most);
}

void RoadmapView::paintPeriod(QPainter* painter, std::size_t index, double most) const {
    const Tokens& t = tokens();
    const RoadmapLayout::Column& column = m_layout.columns[index];
    const score::Period& period = m_periods[index];
    const double top = body().bottom(), pad = kColumnPadding;
    verticalLine(painter, column.left, top, viewport()->height(), t[Token::Line2]);
    const QRectF text(column.left + pad, top + scaled(13), column.right - column.left - 2 * pad, scaled(20));
    const double used = drawText(painter, text, personDays(period.used), Role::BodyStrong, t[Token::Ink],
                                 Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
    const QRectF bar(text.left(), top + scaled(38), text.width(), 8);
    const double unit = most > 0 ? bar.width() / most : 0;
    const auto part = [&](double from, double to) {
        const double left = std::round(bar.left() + from * unit);
        return QRectF(left, bar.top(), std::round(bar.left() + to * unit) - left, bar.height());
    };
    if (period.capacity <= 0) {
        drawText(painter, text.adjusted(used + 4, 0, 0, 0), tr("days"), Role::Body, t[Token::Ink2]);
        painter->fillRect(part(0, period.used), t[Token::C2]);
        return;
    }
    drawText(painter, text.adjusted(used + 4, 0, 0, 0), tr("of %1").arg(personDays(period.capacity)), Role::Body,
             t[Token::Ink2]);
    const double over = period.used - period.capacity;
    const bool isOver = over > 0.25;
    drawText(painter, text, freeWords(over), isOver ? Role::MicroStrong : Role::Micro,
             t[isOver ? Token::High : Token::Ink3], Qt::AlignRight | Qt::AlignVCenter);
    painter->fillRect(part(0, period.capacity), t[Token::Track]);
    painter->fillRect(part(0, std::min(period.used, period.capacity)), t[Token::C2]);
    if (isOver)
        painter->fillRect(part(period.capacity, period.used).adjusted(1, 0, 0, 0), t[Token::High]);
    else if (t.highContrast())
        paintFrame(painter, part(0, period.capacity), 0, QColor(), t[Token::Line2]);
}

} // namespace plumb::ui
