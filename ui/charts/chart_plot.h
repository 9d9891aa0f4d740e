// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plot of a ChartView: QCustomPlot with its axes as the coordinate system and its layers as buffers; what it shows
// is painted by chart_painter. The chart itself stands in one buffer, hover, focus, tip and dragging in another, so
// that moving the pointer paints nothing of the chart again.
#pragma once

#include "ui/charts/chart_layout.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/custom_plot.h"
#include "ui/widgets/painted_parts.h"

#include <optional>
#include <vector>

namespace plumb::ui {

class ChartPlot final : public QCustomPlot, public PaintedParts {
    Q_OBJECT
public:
    explicit ChartPlot(QWidget* parent = nullptr);

    void show(const report::Chart& chart);
    using QWidget::show;
    [[nodiscard]] const report::Chart& chart() const noexcept { return m_chart; }
    [[nodiscard]] const ChartLayout& layoutNow() const noexcept { return m_layout; }
    [[nodiscard]] const ChartZoom& zoomNow() const noexcept { return m_zoom; }
    /// How often the chart's own buffer was painted; hovering does not add to it.
    [[nodiscard]] int paintings() const noexcept { return m_paintings; }
    /// What the tip says now; empty: there is none.
    [[nodiscard]] QString tip() const;

    /// More than 1: nearer. Around `middle` (in px), the plot's own without one.
    void zoomBy(double factor, std::optional<QPointF> middle = {});
    void resetZoom();

    [[nodiscard]] int partCount() const override { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] QString partName(int part) const override;
    [[nodiscard]] QRect partRect(int part) const override;
    [[nodiscard]] int currentPart() const override { return m_current; }
    void pressPart(int part) override;

    /// Painting, called by the items of the plot.
    void paintChartLayer(QPainter* painter);
    void paintOverlay(QPainter* painter) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void linkActivated(const QString& link);
    void categoryMoved(int from, int to);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pressed, Moving, Zooming };

    void applyTheme();
    void layOut();
    void syncAxes();
    void replotOverlay();
    void choose(int part);
    void hover(int part);
    void showZoom(ChartZoom zoom);
    void pan(int direction);
    void moveByKey(int direction);
    [[nodiscard]] bool movable(int part) const;
    [[nodiscard]] bool zoomable() const;
    [[nodiscard]] int dropPlace() const; ///< category where the dragged bar would stand
    void startDrag();
    void finishZoom();
    [[nodiscard]] bool steps(QKeyEvent* event);
    [[nodiscard]] bool zooms(QKeyEvent* event);
    void paintPart(QPainter* painter, int part, bool current) const;
    void paintTip(QPainter* painter, int part) const;
    void paintMove(QPainter* painter) const;
    [[nodiscard]] int tipPart() const;

    report::Chart m_chart;
    ChartInk m_ink;
    ChartLayout m_layout;
    ChartZoom m_zoom;
    std::vector<ChartPart> m_parts;
    int m_current = -1, m_hover = -1, m_pressed = -1;
    Drag m_drag = Drag::None;
    QPointF m_from, m_to;
    bool m_tipHidden = false; ///< by Esc, until something else is pointed at
    int m_paintings = 0;
};

} // namespace plumb::ui
