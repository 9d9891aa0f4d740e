// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of the Findings place: when, by whom, in what order, and why it stands so. Roadmap with its person-days, one
// line on what it brings, and beside it the small effort chart and the reasons. Everything shown is core's plan; a
// change of mode, capacity or first day is one command.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/base/ids.h"
#include "core/review/finding.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace plumb::ui {

class ActionTable;
class EffortImpactView;
class EmptyPlace;
class PlanControls;
class PlanFoot;
class PlanRows;
class RoadmapView;
class SessionBridge;
class UndoBar;
class WrapLabel;

class PlanView final : public QWidget {
    Q_OBJECT
public:
    PlanView(SessionBridge* bridge, ActionTable* actions, QWidget* parent = nullptr);

    [[nodiscard]] RoadmapView* roadmap() const noexcept { return m_roadmap; }

    /// Takes the side pane out, for a page that puts it beside its own header. It still belongs to the plan: it is
    /// seen while the plan is and has steps.
    [[nodiscard]] QWidget* takeSide();

public slots:
    void showFinding(const QString& key); ///< makes it the chosen one and brings it into sight; emits nothing

signals:
    void findingActivated(const QString& key);                  ///< open it (Enter, double click)
    void findingSelected(const QString& key);                   ///< the keyboard or a click stands on it
    void questionActivated(const plumb::QuestionKey& question); ///< Ctrl+Enter

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildSide();
    void connectParts();
    void changed();
    void refresh();
    void applyMetrics();
    void showSide();
    void select(const QString& key);
    void showReasons();
    void setPlanning(const review::Planning& planning);

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    bool m_stale = true;
    QStackedLayout* m_stack = nullptr;
    PlanControls* m_controls = nullptr;
    RoadmapView* m_roadmap = nullptr;
    PlanFoot* m_foot = nullptr;
    QWidget* m_sideLine = nullptr;
    QPointer<QWidget> m_side;
    bool m_sideTaken = false;
    EffortImpactView* m_effort = nullptr;
    WrapLabel* m_reasonsTitle = nullptr;
    WrapLabel* m_allReasons = nullptr;
    PlanRows* m_reasons = nullptr;
    WrapLabel* m_proof = nullptr;
    EmptyPlace* m_empty = nullptr;
    UndoBar* m_undo = nullptr;
};

} // namespace plumb::ui
