// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/effort_chart.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace plumb::ui {

namespace {

constexpr double kTicks[] = {1, 5, 20};
constexpr std::size_t kRoomy = 40; ///< more marks are smaller where the chart is small
constexpr double kReach = 12;      ///< half side of what is clicked around a mark

/// Gives a part of the chart to the plot's layers.
class PaintedItem final : public QCPAbstractItem {
public:
    PaintedItem(EffortChart* chart, bool field) : QCPAbstractItem(chart), m_chart(chart), m_field(field) {
        setClipToAxisRect(false);
        setSelectable(false);
        setLayer(field ? QStringLiteral("background") : QStringLiteral("overlay"));
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override {
        painter->save();
        if (m_field)
            m_chart->paintField(painter);
        else
            m_chart->paintPoints(painter);
        painter->restore();
    }

private:
    EffortChart* m_chart;
    bool m_field;
};

} // namespace

EffortChart::EffortChart(QWidget* parent) : QCustomPlot(parent) {
    installPaintedParts();
    setObjectName(QStringLiteral("effortChart"));
    setAccessibleName(tr("Effort and impact"));
    setAccessibleDescription(tr("Findings by effort and impact. Arrows move between them, Enter opens the finding."));
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iNone);
    paintsOwnFocus(this);
    for (const bool field : {true, false})
        new PaintedItem(this, field); // owned by the plot
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    const QString words[] = {tr("S, 1 day"), tr("M, 5 days"), tr("L, 20 days")};
    for (std::size_t i = 0; i < std::size(kTicks); ++i)
        ticks->addTick(kTicks[i], words[i]);
    xAxis->setTicker(ticks);
    xAxis->setScaleType(QCPAxis::stLogarithmic);
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    yAxis->setTicks(false);
    yAxis->setTickLabels(false);
    yAxis->setLabel(tr("Impact on risk and money"));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->grid()->setVisible(false);
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
    }
    connect(&Theme::instance(), &Theme::changed, this, &EffortChart::applyTheme);
    connect(&Theme::instance(), &Theme::focusVisibleChanged, this, [this] { replot(rpQueuedReplot); });
    applyTheme();
}

void EffortChart::applyTheme() {
    const Tokens& t = tokens();
    // The plot paints its whole ground; the large one stands on the sheet, the small one in a side pane.
    setBackground(QBrush(t[m_large ? Token::Surface : Token::Sunken]));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(t[Token::Control], 1));
        axis->setTickPen(QPen(t[Token::Control], 1));
        axis->setTickLabelFont(plumb::ui::font(Role::Micro));
        axis->setTickLabelColor(t[Token::Ink3]);
        axis->setLabelFont(plumb::ui::font(Role::Micro));
        axis->setLabelColor(t[Token::Ink3]);
    }
    xAxis->setTickLabelPadding(5);
    yAxis->setLabelPadding(scaled(10));
    axisRect()->setMinimumMargins(QMargins(0, 2, 2, 0));
    setMinimumSize(scaled(220), scaled(170));
    replot(rpQueuedReplot);
}

void EffortChart::setLarge(bool large) {
    m_large = large;
    applyTheme();
}

void EffortChart::show(std::vector<PlanStep> steps) {
    const QString kept = current();
    m_steps = std::move(steps);
    m_lines = quadrantLines(m_steps);
    m_current = m_hover = -1;
    applyRanges();
    setCurrent(kept);
    replot();
}

void EffortChart::applyRanges() {
    double least = 0.6, most = 34, low = m_lines.value, high = m_lines.value;
    for (const PlanStep& step : m_steps) {
        least = std::min(least, step.days * 0.7);
        most = std::max(most, step.days * 1.5);
        low = std::min(low, step.value);
        high = std::max(high, step.value);
    }
    low = std::max(low, high / 1000); // what is worth nothing stands at the lower edge
    low = std::max(low, 0.01);
    high = std::max(high, low);
    xAxis->setRange(least, most);
    // Room above and below, also when all are worth the same.
    yAxis->setRange(std::min(low * 0.7, m_lines.value * 0.5), std::max(high * 1.35, m_lines.value * 2));
}

QPointF EffortChart::split() const {
    const QRectF plot = axisRect()->rect();
    return {std::clamp(std::round(xAxis->coordToPixel(m_lines.days)), plot.left(), plot.right()),
            std::clamp(std::round(yAxis->coordToPixel(m_lines.value)), plot.top(), plot.bottom())};
}

QRectF EffortChart::quadrantBox(Quadrant quadrant) const {
    const QRectF plot = axisRect()->rect();
    const QPointF middle = split();
    const bool left = quadrant == Quadrant::QuickWins || quadrant == Quadrant::WhenNearby;
    const bool top = quadrant == Quadrant::QuickWins || quadrant == Quadrant::PlanWithCare;
    return QRectF(QPointF(left ? plot.left() : middle.x(), top ? plot.top() : middle.y()),
                  QPointF(left ? middle.x() : plot.right(), top ? middle.y() : plot.bottom()));
}

QRectF EffortChart::quadrantWord(Quadrant quadrant) const {
    const QRectF box = quadrantBox(quadrant).adjusted(m_large ? 8 : 6, 6, -6, -5);
    const Role role = quadrant == Quadrant::QuickWins ? Role::MicroStrong : Role::Micro;
    const QSizeF size(std::ceil(textWidth(quadrantName(quadrant), role)) + 1, lineHeight(role));
    const bool left = quadrant == Quadrant::QuickWins || quadrant == Quadrant::WhenNearby;
    const bool top = quadrant == Quadrant::QuickWins || quadrant == Quadrant::PlanWithCare;
    return {QPointF(left ? box.left() : box.right() - size.width(), top ? box.top() : box.bottom() - size.height()),
            size};
}

QString EffortChart::label(std::size_t step, int variant) const {
    const PlanStep& s = m_steps[step];
    if (variant + 1 == variants())
        return s.number;
    const QString title = QFontMetricsF(plumb::ui::font(Role::Small)).elidedText(s.title, Qt::ElideRight, scaled(200));
    return s.number + QStringLiteral("  ") + title;
}

int EffortChart::markSide() const {
    return scaled(m_large || m_steps.size() <= kRoomy ? 16 : 14);
}

void EffortChart::place() {
    ChartRoom room;
    room.mark = markSide();
    room.text = lineHeight(Role::Micro);
    room.gap = 5;
    for (std::size_t i = 0; i < kQuadrants; ++i)
        room.taken.push_back(quadrantWord(static_cast<Quadrant>(i)));
    std::vector<ChartPoint> points;
    const double floor = yAxis->range().lower;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        ChartPoint point;
        point.wanted = {xAxis->coordToPixel(m_steps[i].days), yAxis->coordToPixel(std::max(m_steps[i].value, floor))};
        point.bounds = quadrantBox(quadrantOf(m_steps[i], m_lines));
        for (int variant = 0; variant < variants(); ++variant)
            point.labels.push_back(textWidth(label(i, variant), Role::Small));
        points.push_back(std::move(point));
    }
    m_placed = placePoints(points, room);
}

void EffortChart::paintField(QPainter* painter) const {
    const Tokens& t = tokens();
    const QRectF plot = axisRect()->rect();
    const QPointF middle = split();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(quadrantBox(Quadrant::QuickWins), t[Token::NoRiskTint]);
    painter->fillRect(QRectF(middle.x(), plot.top(), 1, plot.height()), t[Token::Line2]);
    painter->fillRect(QRectF(plot.left(), middle.y(), plot.width(), 1), t[Token::Line2]);
    for (std::size_t i = 0; i < kQuadrants; ++i) {
        const auto quadrant = static_cast<Quadrant>(i);
        const bool quick = quadrant == Quadrant::QuickWins;
        drawText(painter, quadrantWord(quadrant), quadrantName(quadrant), quick ? Role::MicroStrong : Role::Micro,
                 t[quick ? Token::NoRisk : Token::Ink2]);
    }
}

void EffortChart::paintPoints(QPainter* painter) {
    place();
    const Tokens& t = tokens();
    const double side = markSide();
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const PlacedPoint& point = m_placed[i];
        const bool chosen = static_cast<int>(i) == m_current;
        riskMark(painter, {point.at - QPointF(side / 2, side / 2), QSizeF(side, side)}, m_steps[i].mark, t);
        if (point.label >= 0) // beside the ring when there is one
            drawText(painter, point.text.adjusted(chosen ? 3 : 0, 0, chosen ? 5 : 2, 0), label(i, point.label),
                     Role::Small, t[chosen ? Token::Ink : Token::Ink2]);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (const int ringed : {m_hover, m_current})
        if (ringed >= 0 && ringed < static_cast<int>(m_placed.size())) {
            painter->setPen(QPen(t[ringed == m_current ? Token::Accent : Token::Ink], ringed == m_current ? 2 : 1.25));
            painter->drawEllipse(m_placed[static_cast<std::size_t>(ringed)].at, side * 0.8, side * 0.8);
        }
}

QString EffortChart::current() const {
    return m_current >= 0 ? m_steps[static_cast<std::size_t>(m_current)].key : QString();
}

void EffortChart::setCurrent(const QString& key) {
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&](const PlanStep& step) { return step.key == key; });
    m_current = found == m_steps.end() ? -1 : static_cast<int>(found - m_steps.begin());
    replot(rpQueuedReplot);
}

void EffortChart::choose(int part) {
    if (part < 0 || part == m_current)
        return;
    m_current = part;
    replot(rpQueuedReplot);
    announceCurrentPart(this, part);
    emit currentChanged(current());
}

QString EffortChart::partName(int part) const {
    const PlanStep& step = m_steps.at(static_cast<std::size_t>(part));
    return quadrantName(quadrantOf(step, m_lines)) + QStringLiteral(": ") + stepSentence(step);
}

QRect EffortChart::partRect(int part) const {
    if (part >= static_cast<int>(m_placed.size()))
        return {};
    const QPointF at = m_placed[static_cast<std::size_t>(part)].at;
    return QRectF(at - QPointF(kReach, kReach), QSizeF(2 * kReach, 2 * kReach)).toAlignedRect();
}

void EffortChart::pressPart(int part) {
    choose(part);
    emit activated(current());
}

int EffortChart::partAt(const QPointF& position) const {
    int best = -1;
    double nearest = kReach;
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        if (m_placed[i].label >= 0 && m_placed[i].text.contains(position))
            return static_cast<int>(i);
        const QPointF away = m_placed[i].at - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

/// The nearest mark in the key's direction; what lies more aside than ahead counts as further away.
int EffortChart::neighbour(int part, int key) const {
    const QPointF here = m_placed[static_cast<std::size_t>(part)].at;
    int best = part;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const QPointF to = m_placed[i].at - here;
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const double ahead =
            sideways ? (key == Qt::Key_Right ? to.x() : -to.x()) : (key == Qt::Key_Down ? to.y() : -to.y());
        const double aside = std::abs(sideways ? to.y() : to.x());
        if (ahead <= 0.5 || ahead + 2.5 * aside >= least)
            continue;
        least = ahead + 2.5 * aside;
        best = static_cast<int>(i);
    }
    return best;
}

void EffortChart::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool plainKey = !(event->modifiers() & ~Qt::KeypadModifier);
    if (m_placed.empty() || !plainKey)
        return QCustomPlot::keyPressEvent(event);
    if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down)
        choose(m_current < 0 ? 0 : neighbour(m_current, key));
    else if (key == Qt::Key_Home)
        choose(0);
    else if (key == Qt::Key_End)
        choose(partCount() - 1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        pressPart(std::max(0, m_current));
    else
        QCustomPlot::keyPressEvent(event);
}

// The plot's own dragging and selecting is not wanted, so its handlers are not called.
void EffortChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        choose(partAt(event->position()));
}

void EffortChart::mouseReleaseEvent(QMouseEvent* event) {
    event->accept();
}

void EffortChart::mouseDoubleClickEvent(QMouseEvent* event) {
    const int part = partAt(event->position());
    if (event->button() == Qt::LeftButton && part >= 0)
        pressPart(part);
}

void EffortChart::mouseMoveEvent(QMouseEvent* event) {
    const int part = partAt(event->position());
    if (part == m_hover)
        return;
    m_hover = part;
    setCursor(part >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    replot(rpQueuedReplot);
}

void EffortChart::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the pane around it scrolls
}

void EffortChart::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    if (m_hover < 0)
        return;
    m_hover = -1;
    replot(rpQueuedReplot);
}

void EffortChart::focusInEvent(QFocusEvent* event) {
    QCustomPlot::focusInEvent(event);
    if (m_current < 0 && !m_steps.empty() && event->reason() != Qt::MouseFocusReason)
        choose(0);
    replot(rpQueuedReplot);
}

void EffortChart::focusOutEvent(QFocusEvent* event) {
    QCustomPlot::focusOutEvent(event);
    replot(rpQueuedReplot);
}

void EffortChart::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    if (!hasFocus() || !Theme::instance().focusVisible())
        return;
    QPainter painter(this);
    drawInnerFocus(&painter, QRectF(rect()), tokens(), kRadiusField);
}

void EffortChart::resizeEvent(QResizeEvent* event) {
    QCustomPlot::resizeEvent(event);
    replot();
}

bool EffortChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int part = partAt(help->pos());
    if (part < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), partName(part) + QLatin1Char('\n') + tr("Open the finding (Enter)"),
                           this);
    return true;
}

} // namespace plumb::ui
