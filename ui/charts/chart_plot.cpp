// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_plot.h"

#include "ui/charts/chart_painter.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {
namespace {

/// Gives a part of the chart to the plot's layers.
class LayerItem final : public QCPAbstractItem {
public:
    LayerItem(ChartPlot* plot, bool overlay) : QCPAbstractItem(plot), m_plot(plot), m_overlay(overlay) {
        setClipToAxisRect(false);
        setSelectable(false);
        setAntialiased(false); // else the plot moves everything by half a px; painting switches it on where needed
        setLayer(overlay ? QStringLiteral("overlay") : QStringLiteral("main"));
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override {
        painter->save();
        if (m_overlay)
            m_plot->paintOverlay(painter);
        else
            m_plot->paintChartLayer(painter);
        painter->restore();
    }

private:
    ChartPlot* m_plot;
    bool m_overlay;
};

} // namespace

ChartPlot::ChartPlot(QWidget* parent) : QCustomPlot(parent), m_ink(plumb::ui::tokens(), Theme::instance().textScale()) {
    installPaintedParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iNone);
    setAttribute(Qt::WA_NoMousePropagation, false); // the wheel and the menu belong to who stands around it
    paintsOwnFocus(this);
    setAutoAddPlottableToLegend(false);
    axisRect()->setAutoMargins(QCP::msNone);
    for (QCPAxis* axis : {xAxis, yAxis}) { // the coordinate system; what is seen of it is painted like the rest
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    for (const bool overlay : {false, true})
        new LayerItem(this, overlay); // owned by the plot
    connect(&Theme::instance(), &Theme::changed, this, &ChartPlot::applyTheme);
    connect(&Theme::instance(), &Theme::focusVisibleChanged, this, &ChartPlot::replotOverlay);
    applyTheme();
}

void ChartPlot::applyTheme() {
    m_ink = ChartInk(plumb::ui::tokens(), Theme::instance().textScale());
    setBackground(QBrush(m_ink.ground()));
    updateGeometry();
    layOut();
    replot(rpQueuedReplot);
}

QSize ChartPlot::sizeHint() const {
    return {scaled(360), scaled(240)};
}

QSize ChartPlot::minimumSizeHint() const {
    return {scaled(160), scaled(110)};
}

void ChartPlot::show(const report::Chart& chart) {
    if (chart == m_chart)
        return;
    const report::Chart before = std::move(m_chart);
    const std::optional<ChartPart> current =
        m_current >= 0 ? std::optional(m_parts[static_cast<std::size_t>(m_current)]) : std::nullopt;
    const ChartRange oldX = m_layout.wholeX, oldY = m_layout.wholeY;
    m_chart = chart;
    m_hover = m_pressed = m_current = -1;
    m_drag = Drag::None;
    layOut();
    if (m_zoom.any() && !(oldX == m_layout.wholeX && oldY == m_layout.wholeY)) { // other axes: the whole of them
        m_zoom = {};
        layOut();
    }
    if (current)
        m_current = samePart(before, *current, m_chart, m_parts);
    replot(rpQueuedReplot);
}

void ChartPlot::layOut() {
    m_layout = layoutChart(m_chart, QRectF(rect()), m_ink, m_zoom);
    m_parts = partsOf(m_chart, m_layout);
    if (m_current >= partCount())
        m_current = -1;
    m_hover = -1;
    syncAxes();
}

void ChartPlot::syncAxes() {
    const QRect plot = m_layout.plot.toRect();
    axisRect()->setMargins(QMargins(plot.left(), plot.top(), std::max(0, width() - plot.left() - plot.width()),
                                    std::max(0, height() - plot.top() - plot.height())));
    const auto sync = [](QCPAxis* axis, const ChartScale& scale) {
        axis->setScaleType(scale.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        axis->setRange(scale.low, scale.high);
    };
    sync(xAxis, m_layout.x);
    sync(yAxis, m_layout.y);
    yAxis->setRangeReversed(m_layout.y.end > m_layout.y.start);
}

void ChartPlot::replotOverlay() {
    if (QCPLayer* overlay = layer(QStringLiteral("overlay")))
        overlay->replot();
}

// --- parts -----------------------------------------------------------------------------------------------------------
QString ChartPlot::partName(int part) const {
    QString words = m_parts.at(static_cast<std::size_t>(part)).words;
    return words.replace(QLatin1Char('\n'), QStringLiteral(", "));
}

QRect ChartPlot::partRect(int part) const {
    return m_parts.at(static_cast<std::size_t>(part)).hit.toAlignedRect();
}

void ChartPlot::pressPart(int part) {
    choose(part);
    const QString link = m_parts.at(static_cast<std::size_t>(part)).link;
    if (!link.isEmpty())
        emit linkActivated(link);
}

void ChartPlot::choose(int part) {
    if (part < 0 || part >= partCount())
        return;
    m_tipHidden = false;
    if (part != m_current) {
        m_current = part;
        announceCurrentPart(this, part);
    }
    replotOverlay();
}

void ChartPlot::hover(int part) {
    if (part == m_hover)
        return;
    m_hover = part;
    m_tipHidden = false;
    const bool opens = part >= 0 && !m_parts[static_cast<std::size_t>(part)].link.isEmpty();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    replotOverlay();
}

int ChartPlot::tipPart() const {
    if (m_tipHidden || m_drag == Drag::Moving || m_drag == Drag::Zooming)
        return -1;
    if (m_hover >= 0)
        return m_hover;
    return hasFocus() && Theme::instance().focusVisible() ? m_current : -1;
}

QString ChartPlot::tip() const {
    const int part = tipPart();
    return part >= 0 ? m_parts[static_cast<std::size_t>(part)].words : QString();
}

bool ChartPlot::movable(int part) const {
    if (part < 0 || !m_chart.movable)
        return false;
    const ChartPart& one = m_parts[static_cast<std::size_t>(part)];
    return one.bar >= 0 && one.category >= 0 && !m_chart.bars[static_cast<std::size_t>(one.bar)].strong &&
           !m_chart.categories[static_cast<std::size_t>(one.category)].strong;
}

// --- zoom ------------------------------------------------------------------------------------------------------------
bool ChartPlot::zoomable() const {
    return !m_layout.empty() &&
           (plumb::ui::zoomable(m_chart, Qt::Horizontal) || plumb::ui::zoomable(m_chart, Qt::Vertical));
}

void ChartPlot::showZoom(ChartZoom zoom) {
    const auto keep = [](std::optional<ChartRange>& range, const ChartScale& scale, const ChartRange& whole) {
        if (!range)
            return;
        range->step = 0;
        const ChartScale all{whole.low, whole.high, 0, 1, scale.logarithmic};
        double from = all.at(range->low), to = all.at(range->high);
        if (to - from >= 0.999) {
            range.reset();
            return;
        }
        const double room = std::max(to - from, 0.002), middle = (from + to) / 2;
        from = std::clamp(middle - room / 2, 0.0, 1 - room);
        to = from + room;
        *range = {all.value(from), all.value(to)};
    };
    if (!plumb::ui::zoomable(m_chart, Qt::Horizontal))
        zoom.x.reset();
    if (!plumb::ui::zoomable(m_chart, Qt::Vertical))
        zoom.y.reset();
    keep(zoom.x, m_layout.x, m_layout.wholeX);
    keep(zoom.y, m_layout.y, m_layout.wholeY);
    m_zoom = zoom;
    layOut();
    replot(rpQueuedReplot);
}

void ChartPlot::zoomBy(double factor, std::optional<QPointF> middle) {
    if (!zoomable() || factor <= 0)
        return;
    const QPointF at = middle.value_or(m_layout.plot.center());
    const auto around = [factor](const ChartScale& scale, double px) {
        const double a = px + (scale.start - px) / factor, b = px + (scale.end - px) / factor;
        return ChartRange{scale.value(a), scale.value(b)};
    };
    showZoom({around(m_layout.x, at.x()), around(m_layout.y, at.y())});
}

void ChartPlot::resetZoom() {
    if (m_zoom.any())
        showZoom({});
}

void ChartPlot::pan(int direction) {
    if (!m_zoom.x)
        return;
    const double way = direction * m_layout.plot.width() / 8;
    showZoom({ChartRange{m_layout.x.value(m_layout.x.start + way), m_layout.x.value(m_layout.x.end + way)}, m_zoom.y});
}

void ChartPlot::finishZoom() {
    const QRectF box = QRectF(m_from, m_to).normalized().intersected(m_layout.plot);
    if (box.width() < 6 && box.height() < 6)
        return;
    ChartZoom zoom = m_zoom;
    if (box.width() >= 6)
        zoom.x = ChartRange{m_layout.x.value(box.left()), m_layout.x.value(box.right())};
    if (box.height() >= 6) {
        const double a = m_layout.y.value(box.top()), b = m_layout.y.value(box.bottom());
        zoom.y = ChartRange{std::min(a, b), std::max(a, b)};
    }
    showZoom(zoom);
}

// --- events ----------------------------------------------------------------------------------------------------------
void ChartPlot::resizeEvent(QResizeEvent* event) {
    layOut();
    QCustomPlot::resizeEvent(event);
}

void ChartPlot::focusInEvent(QFocusEvent* event) {
    QCustomPlot::focusInEvent(event);
    if (m_current < 0 && !m_parts.empty() && event->reason() != Qt::MouseFocusReason)
        choose(0);
    replotOverlay();
}

void ChartPlot::focusOutEvent(QFocusEvent* event) {
    QCustomPlot::focusOutEvent(event);
    replotOverlay();
}

void ChartPlot::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    hover(-1);
}

bool ChartPlot::steps(QKeyEvent* event) {
    if (m_parts.empty())
        return false;
    const auto key = static_cast<Qt::Key>(event->key());
    const int current = std::max(0, m_current);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        choose(m_current < 0 ? 0 : neighbourPart(m_parts, m_chart, m_current, key));
        return true;
    case Qt::Key_Home:
        choose(0);
        return true;
    case Qt::Key_End:
        choose(partCount() - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pressPart(current);
        return true;
    default:
        return false;
    }
}

bool ChartPlot::zooms(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.5);
        return zoomable();
    case Qt::Key_Minus:
        zoomBy(1 / 1.5);
        return zoomable();
    case Qt::Key_0:
        resetZoom();
        return zoomable();
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            m_drag = Drag::None;
        } else if (tipPart() >= 0) {
            m_tipHidden = true;
        } else {
            return false;
        }
        replotOverlay();
        return true;
    default:
        return false;
    }
}

void ChartPlot::keyPressEvent(QKeyEvent* event) {
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const bool across = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const int direction = event->key() == Qt::Key_Left ? -1 : 1;
    if (held == Qt::AltModifier && across && m_chart.movable)
        return moveByKey(direction);
    if (held == Qt::ShiftModifier && across && m_zoom.x)
        return pan(direction);
    if (held == Qt::NoModifier && steps(event))
        return;
    if ((held == Qt::NoModifier || held == Qt::ShiftModifier) && zooms(event)) // plus may need Shift
        return;
    QWidget::keyPressEvent(event);
}

void ChartPlot::moveByKey(int direction) {
    if (!movable(m_current))
        return;
    const int from = m_parts[static_cast<std::size_t>(m_current)].category;
    const int to = from + direction;
    const bool inside = to >= 0 && to < static_cast<int>(m_chart.categories.size());
    if (inside && !m_chart.categories[static_cast<std::size_t>(to)].strong)
        emit categoryMoved(from, to);
}

void ChartPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_layout.empty())
        return;
    m_from = m_to = event->position();
    m_pressed = partAt(m_parts, m_chart, m_layout, m_from);
    m_drag = Drag::Pressed;
    if (m_pressed >= 0)
        choose(m_pressed);
}

void ChartPlot::startDrag() {
    if ((m_to - m_from).manhattanLength() < QApplication::startDragDistance())
        return;
    if (movable(m_pressed) && m_parts[static_cast<std::size_t>(m_pressed)].hit.contains(m_from))
        m_drag = Drag::Moving;
    else if (zoomable() && m_layout.plot.contains(m_from))
        m_drag = Drag::Zooming;
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event) {
    m_to = event->position();
    if (m_drag == Drag::Pressed)
        startDrag();
    if (m_drag == Drag::Moving || m_drag == Drag::Zooming)
        return replotOverlay();
    hover(partAt(m_parts, m_chart, m_layout, m_to));
}

void ChartPlot::mouseReleaseEvent(QMouseEvent* event) {
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    m_to = event->position();
    const Drag drag = std::exchange(m_drag, Drag::None);
    const int pressed = std::exchange(m_pressed, -1);
    if (drag == Drag::Zooming)
        return finishZoom();
    if (drag == Drag::Moving) {
        m_drag = Drag::Moving;
        m_pressed = pressed;
        const int to = dropPlace(), from = m_parts[static_cast<std::size_t>(pressed)].category;
        m_drag = Drag::None;
        m_pressed = -1;
        replotOverlay();
        if (to != from)
            emit categoryMoved(from, to);
        return;
    }
    if (drag == Drag::Pressed && pressed >= 0 && pressed == partAt(m_parts, m_chart, m_layout, m_to))
        pressPart(pressed);
}

void ChartPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept(); // its first click has opened what is behind the mark
}

void ChartPlot::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier) || !zoomable())
        return event->ignore(); // the pane around it scrolls
    const int angle = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    zoomBy(std::pow(1.2, angle / 120.0), event->position());
    event->accept();
}

int ChartPlot::dropPlace() const {
    const int from = m_parts[static_cast<std::size_t>(m_pressed)].category;
    const double at = m_chart.horizontal ? m_layout.y.value(m_to.y()) : m_layout.x.value(m_to.x());
    const int last = static_cast<int>(m_chart.categories.size()) - 1;
    int to = static_cast<int>(std::lround(std::clamp(at, 0.0, static_cast<double>(last))));
    while (to != from && m_chart.categories[static_cast<std::size_t>(to)].strong) // totals keep their places
        to += to < from ? 1 : -1;
    return to;
}

} // namespace plumb::ui
