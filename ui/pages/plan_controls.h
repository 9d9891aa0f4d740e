// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The row above the roadmap: how the plan is laid out, from which day, with how many person-days, and whether its
// dependencies are drawn. It shows a planning and says which one a person wants instead.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/review/finding.h"
#include "core/score/plan.h"
#include "ui/pages/roadmap_layout.h"

#include <QWidget>

class QDateEdit;
class QDoubleSpinBox;
class QHBoxLayout;
class QMenu;

namespace plumb::ui {

class Button;
class Chip;
class SegmentedControl;
class WrapLabel;

class PlanControls final : public QWidget {
    Q_OBJECT
public:
    /// `prioritiesTip`: tooltip of the button that asks for the order of pillars, with its key.
    explicit PlanControls(const QString& prioritiesTip, QWidget* parent = nullptr);
    /// `today` is shown as the first day while the planning has none.
    void show(const review::Planning& planning, const score::Plan& plan, Date today, bool readOnly);
    using QWidget::show;
    void showLanes(LaneBy lanes); ///< which ones are seen

signals:
    void planningWanted(const plumb::review::Planning& planning);
    void prioritiesWanted();
    void linksWanted(bool shown);
    void lanesWanted(plumb::ui::LaneBy lanes);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildLanes();
    void connectParts();
    void applyMetrics();
    void wantStart();
    void setAllowed(bool allowed);
    QHBoxLayout* m_row;
    SegmentedControl* m_modes;
    QDoubleSpinBox* m_capacity;
    QDateEdit* m_start;
    Button* m_today;
    Button* m_priorities;
    Chip* m_lanes;
    QMenu* m_laneMenu;
    Chip* m_links;
    WrapLabel* m_count;
    review::Planning m_planning;
    Date m_day; ///< today
};

} // namespace plumb::ui
