// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left pane of the Costs place: which scenario, what costs money, what can be done about it. Shows values and says
// what is wanted; stores nothing.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/costs.h"

#include <QStringList>
#include <QWidget>
#include <string>
#include <vector>

class QComboBox;
class QMenu;
class QScrollArea;

namespace plumb::ui {

class ActionTable;
class Button;
class CostListView;
class WrapLabel;
struct CostRow;
struct CostShown;

/// What the pane needs beside the model.
struct CostListContext {
    std::string scenario;           ///< id of the one in the foreground; empty: none
    std::vector<std::string> order; ///< of the measures, as measureOrder() gives it
    std::vector<std::string> compared;
    const CostShown* shown = nullptr; ///< figures; null: not known yet
    std::vector<std::string> stale;   ///< ids of items and measures with a stale price
    bool readOnly = false;
};

class CostsLists final : public QWidget {
    Q_OBJECT
public:
    CostsLists(ActionTable* actions, QWidget* parent = nullptr);

    void show(const review::Costs& costs, const CostListContext& context);
    using QWidget::show;
    [[nodiscard]] CostListView* items() const noexcept { return m_items; }
    [[nodiscard]] CostListView* measures() const noexcept { return m_measures; }
    void openCompare(); ///< the menu with the other scenarios

signals:
    void scenarioChosen(const QString& id);
    void comparedChanged(const QStringList& ids);
    void itemWanted(const QString& id);
    void measureWanted(const QString& id);
    void switched(const QString& measure, bool on);
    void moveWanted(const QString& measure, int to);
    void removeItemWanted(const QString& id);
    void removeMeasureWanted(const QString& id);
    void menuWanted(bool ofMeasure, const QString& id, const QPoint& at);

private:
    QWidget* buildHead();
    QWidget* buildItems();
    QWidget* buildMeasures();
    void connectLists();
    void applyMetrics();
    void showScenarios(const review::Costs& costs, const CostListContext& context);
    void showItems(const review::Costs& costs, const CostListContext& context);
    void showMeasures(const review::Costs& costs, const CostListContext& context);
    void reveal(CostListView* list, const QRect& row);

    ActionTable* m_actions;
    QScrollArea* m_scroll = nullptr;
    QComboBox* m_scenario = nullptr;
    Button* m_new = nullptr;
    Button* m_more = nullptr;
    QMenu* m_menu = nullptr;
    QMenu* m_compare = nullptr;
    WrapLabel* m_compared = nullptr;
    WrapLabel* m_itemsTotal = nullptr;
    WrapLabel* m_measuresTotal = nullptr;
    WrapLabel* m_itemsHint = nullptr;
    WrapLabel* m_measuresHint = nullptr;
    Button* m_addItem = nullptr;
    Button* m_addMeasure = nullptr;
    CostListView* m_items = nullptr;
    CostListView* m_measures = nullptr;
    std::vector<QLayout*> m_padded;
};

} // namespace plumb::ui
