// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place that says how true a workload stands: score with its range, readiness, heat map, top risks. It reads the
// scores when it is seen, so that answering elsewhere costs nothing here.
#pragma once

#include "ui/models/question_filter.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace plumb::ui {

class ActionTable;
class Button;
class CostHeadlineFeed;
class CostPane;
class EmptyPlace;
class HeatMapLegend;
class HeatMapModel;
class HeatMapView;
class JobRunner;
class LastReview;
class NextReviewPane;
class ReadinessPane;
class ScorePane;
class SegmentedControl;
class TopRisksPane;
class WorkloadHead;

class OverviewPage final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    OverviewPage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent);

    [[nodiscard]] HeatMapModel* heatMap() const noexcept { return m_map; }

signals:
    void questionWanted(const plumb::QuestionKey& key);            ///< go to this question
    void questionsWanted(const plumb::ui::QuestionFilter& filter); ///< go to the questions that the filter shows

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildMap();
    QWidget* buildSide();
    void connectParts();
    void changed(); ///< refreshes now when seen, later otherwise
    void refresh();
    void applyMetrics();
    void editWorkload();
    void recordEvent(const review::ReviewEvent& event);

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    CostHeadlineFeed* m_costs;
    LastReview* m_last;
    HeatMapModel* m_map;
    bool m_stale = true;
    QScrollArea* m_scroll = nullptr;
    QGridLayout* m_grid = nullptr;
    WorkloadHead* m_head = nullptr;
    ScorePane* m_score = nullptr;
    CostPane* m_cost = nullptr;
    ReadinessPane* m_readiness = nullptr;
    Button* m_priorities = nullptr;
    SegmentedControl* m_modes = nullptr;
    HeatMapView* m_view = nullptr;
    HeatMapLegend* m_legend = nullptr;
    EmptyPlace* m_empty = nullptr;
    TopRisksPane* m_risks = nullptr;
    NextReviewPane* m_next = nullptr;
    std::vector<QLayout*> m_padded;
};

} // namespace plumb::ui
