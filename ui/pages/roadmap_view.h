// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan as a drawing: a lane for each owner, steps as bars over three periods, elbows for what must come first, and
// the person-days of each period below. Head and person-days stay while the lanes scroll. Arrows move between steps,
// Enter or a double click opens the finding.
#pragma once

#include "ui/pages/roadmap_layout.h"
#include "ui/widgets/painted_parts.h"

#include <optional>
#include <vector>

#include <QAbstractScrollArea>

namespace plumb::ui {

class RoadmapView final : public QAbstractScrollArea, public PaintedParts {
    Q_OBJECT
public:
    explicit RoadmapView(QWidget* parent = nullptr);

    /// Keeps the current step when it is still there.
    void show(std::vector<PlanStep> steps, std::vector<score::Period> periods);
    using QWidget::show;
    /// Without a choice: by owner, or by pillar while no step has one.
    void setLanes(LaneBy lanes);
    [[nodiscard]] LaneBy lanes() const;
    void setLinksShown(bool shown);
    [[nodiscard]] bool linksShown() const noexcept { return m_linksShown; }

    /// Empty: none. Does not emit currentChanged(); brings the step into sight.
    void setCurrent(const QString& key);
    [[nodiscard]] QString current() const;

    [[nodiscard]] const RoadmapLayout& layoutParts() const noexcept { return m_layout; }
    [[nodiscard]] const std::vector<PlanStep>& steps() const noexcept { return m_steps; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] int partCount() const override { return static_cast<int>(m_steps.size()); }
    [[nodiscard]] QString partName(int part) const override;
    [[nodiscard]] QRect partRect(int part) const override;
    [[nodiscard]] int currentPart() const override { return m_current; }
    void pressPart(int part) override;

signals:
    void currentChanged(const QString& key); ///< by key or pointer
    void activated(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void layOut();
    void choose(int item);
    void reveal(int item);
    [[nodiscard]] int itemAt(const QPoint& position) const;
    [[nodiscard]] QRectF body() const; ///< between head and person-days, in the viewport
    void paintHead(QPainter* painter) const;
    void paintLanes(QPainter* painter, const QRectF& seen) const;
    void paintLinks(QPainter* painter) const;
    void paintFrames(QPainter* painter) const;
    void paintItem(QPainter* painter, int item) const;
    void paintBar(QPainter* painter, const RoadmapLayout::Item& item) const;
    void paintCapacity(QPainter* painter) const;
    void paintPeriod(QPainter* painter, std::size_t period, double unit) const;

    std::vector<PlanStep> m_steps;
    std::vector<score::Period> m_periods;
    RoadmapLayout m_layout;
    std::optional<LaneBy> m_lanes;
    bool m_linksShown = true;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace plumb::ui
