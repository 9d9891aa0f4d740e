// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What-if: tick findings of the plan or practices at the left, see score, readiness, heat map and risks beside their
// future at the right. Nothing is stored until "Apply", which is one undoable command. Reads the review when seen.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/score/plan.h"
#include "ui/bridge/session_bridge.h"

#include <QWidget>

class QBoxLayout;
class QScrollArea;

namespace plumb::ui {

class ActionTable;
class Button;
class Chip;
class EmptyPlace;
class HeatMapModel;
class HeatMapView;
class SearchField;
class SegmentedControl;
class UndoBar;
class WhatIfFilter;
class WhatIfModel;
class WhatIfMoneyPane;
class WhatIfReadinessPane;
class WhatIfRisksPane;
class WhatIfScorePane;
class WhatIfTree;
class WrapLabel;

class WhatIfView final : public QWidget {
    Q_OBJECT
public:
    WhatIfView(SessionBridge* bridge, ActionTable* actions, QWidget* parent = nullptr);

    [[nodiscard]] WhatIfModel* model() const noexcept { return m_model; }

public slots:
    /// Shows the finding in the list of the plan, opened.
    void showFinding(const QString& key);

signals:
    void findingActivated(const QString& key);
    void questionActivated(const plumb::QuestionKey& key);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildChoices();
    QWidget* buildFoot();
    QWidget* buildFuture();
    QWidget* buildFigures();
    void connectParts();
    void changed(); ///< reads the review again now when seen, later otherwise
    void refresh();
    void showFuture();
    void arrange(); ///< by the room there is
    void showActions();
    void showEmpty();
    void narrowTo(const QString& lens, const QString& framework);
    void apply();
    void clear();
    void applyMetrics();
    QWidget* padded(QWidget* content);

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    WhatIfModel* m_model;
    WhatIfFilter* m_filter;
    HeatMapModel* m_map;
    bool m_stale = true;
    QWidget* m_left = nullptr;
    SegmentedControl* m_modes = nullptr;
    SearchField* m_search = nullptr;
    Chip* m_cell = nullptr;
    WhatIfTree* m_tree = nullptr;
    EmptyPlace* m_empty = nullptr;
    WrapLabel* m_count = nullptr;
    Button* m_clear = nullptr;
    Button* m_apply = nullptr;
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_lower = nullptr; ///< heat map and risks: side by side, below each other where room is short
    QWidget* m_between = nullptr;  ///< the line between them
    QWidget* m_moneyPane = nullptr;
    QWidget* m_moneyLine = nullptr;
    bool m_moneyKnown = false;
    WrapLabel* m_mapTitle = nullptr;
    WrapLabel* m_mapSentence = nullptr;
    WhatIfScorePane* m_score = nullptr;
    WhatIfMoneyPane* m_money = nullptr;
    WhatIfReadinessPane* m_readiness = nullptr;
    HeatMapView* m_view = nullptr;
    WhatIfRisksPane* m_risks = nullptr;
    UndoBar* m_undo = nullptr;
    std::vector<QLayout*> m_padded;
};

} // namespace plumb::ui
