// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roadmap_view.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QToolTip>

namespace plumb::ui {

namespace {

int headHeight() {
    return scaled(34);
}

int capacityHeight() {
    return scaled(60);
}

} // namespace

RoadmapView::RoadmapView(QWidget* parent) : QAbstractScrollArea(parent) {
    installPaintedParts();
    setObjectName(QStringLiteral("roadmapView"));
    setAccessibleName(tr("Plan"));
    setAccessibleDescription(tr("Steps by owner and date. Arrows move between steps, Enter opens the finding."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    paintsOwnFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, &RoadmapView::layOut);
    connect(&Theme::instance(), &Theme::focusVisibleChanged, viewport(), qOverload<>(&QWidget::update));
}

void RoadmapView::show(std::vector<PlanStep> steps, std::vector<score::Period> periods) {
    const QString kept = current();
    m_steps = std::move(steps);
    m_periods = std::move(periods);
    m_current = m_hover = -1;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        if (m_steps[i].key == kept)
            m_current = static_cast<int>(i);
    layOut();
}

void RoadmapView::layOut() {
    m_layout = layOutRoadmap(m_steps, m_periods, viewport()->width(), lanes());
    const int page = qRound(body().height());
    verticalScrollBar()->setPageStep(std::max(1, page));
    verticalScrollBar()->setSingleStep(scaled(24));
    verticalScrollBar()->setRange(0, std::max(0, qRound(m_layout.height) - page));
    viewport()->update();
}

QSize RoadmapView::sizeHint() const {
    return {scaled(860), scaled(560)};
}

QSize RoadmapView::minimumSizeHint() const {
    return {scaled(480), headHeight() + capacityHeight() + scaled(120)};
}

void RoadmapView::setLanes(LaneBy lanes) {
    m_lanes = lanes;
    layOut();
    reveal(m_current);
}

LaneBy RoadmapView::lanes() const {
    const bool owned =
        std::any_of(m_steps.begin(), m_steps.end(), [](const PlanStep& step) { return !step.owner.isEmpty(); });
    return m_lanes.value_or(owned || m_steps.empty() ? LaneBy::Owner : LaneBy::Pillar);
}

void RoadmapView::setLinksShown(bool shown) {
    m_linksShown = shown;
    viewport()->update();
}

QString RoadmapView::current() const {
    return m_current >= 0 ? m_steps[static_cast<std::size_t>(m_current)].key : QString();
}

void RoadmapView::setCurrent(const QString& key) {
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&](const PlanStep& step) { return step.key == key; });
    m_current = found == m_steps.end() ? -1 : static_cast<int>(found - m_steps.begin());
    reveal(m_current);
    viewport()->update();
}

void RoadmapView::choose(int item) {
    reveal(item);
    if (item == m_current)
        return;
    m_current = item;
    viewport()->update();
    announceCurrentPart(this, item);
    emit currentChanged(current());
}

void RoadmapView::reveal(int item) {
    if (item < 0)
        return;
    const QRectF frame = m_layout.items[static_cast<std::size_t>(item)].frame.adjusted(0, -6, 0, 6);
    QScrollBar* bar = verticalScrollBar();
    if (frame.top() < bar->value())
        bar->setValue(qRound(frame.top()));
    else if (frame.bottom() > bar->value() + body().height())
        bar->setValue(qRound(frame.bottom() - body().height()));
}

QRectF RoadmapView::body() const {
    return QRectF(0, headHeight(), viewport()->width(), viewport()->height() - headHeight() - capacityHeight());
}

int RoadmapView::itemAt(const QPoint& position) const {
    if (!body().contains(position))
        return -1;
    const QPointF at(position.x(), position.y() - body().top() + verticalScrollBar()->value());
    for (std::size_t i = 0; i < m_layout.items.size(); ++i)
        if (m_layout.items[i].frame.contains(at))
            return static_cast<int>(i);
    return -1;
}

QString RoadmapView::partName(int part) const {
    return stepSentence(m_steps.at(static_cast<std::size_t>(part)));
}

QRect RoadmapView::partRect(int part) const {
    const QRectF frame = m_layout.items.at(static_cast<std::size_t>(part)).frame;
    return frame.translated(0, body().top() - verticalScrollBar()->value()).intersected(body()).toAlignedRect();
}

void RoadmapView::pressPart(int part) {
    choose(part);
    emit activated(current());
}

void RoadmapView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void RoadmapView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool plainKey = !(event->modifiers() & ~Qt::KeypadModifier);
    if (m_steps.empty() || !plainKey)
        return QAbstractScrollArea::keyPressEvent(event);
    const int here = m_current >= 0 ? m_current : 0;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return choose(m_current < 0 ? 0
                                    : static_cast<int>(m_layout.neighbour(static_cast<std::size_t>(m_current), key)));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(static_cast<int>(m_steps.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pressPart(here);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void RoadmapView::mousePressEvent(QMouseEvent* event) {
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item >= 0)
        choose(item);
    else
        QAbstractScrollArea::mousePressEvent(event);
}

void RoadmapView::mouseDoubleClickEvent(QMouseEvent* event) {
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item >= 0)
        pressPart(item);
}

void RoadmapView::mouseMoveEvent(QMouseEvent* event) {
    const int item = itemAt(event->position().toPoint());
    if (item == m_hover)
        return;
    m_hover = item;
    viewport()->setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void RoadmapView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && !m_steps.empty() && event->reason() != Qt::MouseFocusReason)
        choose(0);
    viewport()->update();
}

void RoadmapView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool RoadmapView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && m_hover >= 0) {
        m_hover = -1;
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int item = itemAt(help->pos());
        if (item < 0) {
            QToolTip::hideText();
            return true;
        }
        QStringList lines{partName(item)};
        const PlanStep& step = m_steps[static_cast<std::size_t>(item)];
        for (const QString& line : {step.why, step.tradeOffs})
            if (!line.isEmpty())
                lines << line;
        lines << tr("Open the finding (Enter)");
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace plumb::ui
