// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Effort against impact: each step of the plan as its risk mark, in four quadrants, over a logarithmic axis of
// person-days. Arrows move to the nearest mark, Enter or a double click opens the finding. Small in a side pane, large
// with titles.
#pragma once

#include "ui/charts/custom_plot.h"
#include "ui/pages/effort_chart_layout.h"
#include "ui/pages/effort_quadrants.h"
#include "ui/pages/plan_steps.h"
#include "ui/widgets/painted_parts.h"

#include <vector>

namespace plumb::ui {

class EffortChart final : public QCustomPlot, public PaintedParts {
    Q_OBJECT
public:
    explicit EffortChart(QWidget* parent = nullptr);

    void show(std::vector<PlanStep> steps);
    using QWidget::show;
    /// With titles beside the marks instead of numbers alone.
    void setLarge(bool large);

    void setCurrent(const QString& key); ///< does not emit
    [[nodiscard]] QString current() const;

    /// Where the marks stand now, as the steps; laid out for the present size.
    [[nodiscard]] const std::vector<PlacedPoint>& placed() const noexcept { return m_placed; }
    [[nodiscard]] const std::vector<PlanStep>& steps() const noexcept { return m_steps; }

    [[nodiscard]] int partCount() const override { return static_cast<int>(m_steps.size()); }
    [[nodiscard]] QString partName(int part) const override;
    [[nodiscard]] QRect partRect(int part) const override;
    [[nodiscard]] int currentPart() const override { return m_current; }
    void pressPart(int part) override;

    /// Painting, called by the items of the plot.
    void paintField(QPainter* painter) const;
    void paintPoints(QPainter* painter);

signals:
    void currentChanged(const QString& key);
    void activated(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void applyTheme();
    void applyRanges();
    void place();
    void choose(int part);
    [[nodiscard]] int partAt(const QPointF& position) const;
    [[nodiscard]] int neighbour(int part, int key) const;
    [[nodiscard]] QPointF split() const;
    [[nodiscard]] QRectF quadrantBox(Quadrant quadrant) const;
    [[nodiscard]] QRectF quadrantWord(Quadrant quadrant) const;
    [[nodiscard]] QString label(std::size_t step, int variant) const;
    [[nodiscard]] int markSide() const;
    [[nodiscard]] int variants() const noexcept { return m_large ? 2 : 1; }

    std::vector<PlanStep> m_steps;
    std::vector<PlacedPoint> m_placed;
    QuadrantLines m_lines;
    bool m_large = false;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace plumb::ui
