// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Effort and impact of what is to be done: the chart with its conclusion, and the four quadrants as lists beside it.
// Small, it is the chart alone, for a side pane.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/base/ids.h"
#include "ui/pages/effort_quadrants.h"

#include <array>

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace plumb::ui {

class ActionTable;
class EffortChart;
class EmptyPlace;
class PlanRows;
class SessionBridge;
class WrapLabel;

class EffortImpactView final : public QWidget {
    Q_OBJECT
public:
    EffortImpactView(SessionBridge* bridge, ActionTable* actions, QWidget* parent = nullptr);

    /// The chart alone, with numbers instead of titles. Call it before the first show.
    void setSmall();
    /// Takes the lists out, for a page that puts them beside its own header. They are seen while the chart is.
    [[nodiscard]] QWidget* takeSide();
    [[nodiscard]] EffortChart* chart() const noexcept { return m_chart; }

public slots:
    void showFinding(const QString& key); ///< makes it the chosen one; emits nothing

signals:
    void findingActivated(const QString& key); ///< open it
    void findingSelected(const QString& key);  ///< the keyboard or a click stands on it
    void questionActivated(const plumb::QuestionKey& question);
    /// Show these in the register; `words` say what they are ("Quick wins").
    void findingsWanted(const QStringList& keys, const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildChart();
    QWidget* buildLists();
    void connectParts();
    void changed();
    void refresh();
    void applyMetrics();
    void showSide();
    void select(const QString& key);

    struct List {
        WrapLabel* title;
        WrapLabel* link;
        PlanRows* rows;
        QStringList keys;
    };
    SessionBridge* m_bridge;
    ActionTable* m_actions;
    bool m_small = false, m_stale = true;
    QStackedLayout* m_stack = nullptr;
    QVBoxLayout* m_chartColumn = nullptr;
    WrapLabel* m_note = nullptr; ///< beside the title: "numbers are findings"
    WrapLabel* m_conclusion = nullptr;
    WrapLabel* m_foot = nullptr;
    EffortChart* m_chart = nullptr;
    QWidget* m_line = nullptr;
    QPointer<QScrollArea> m_side;
    bool m_sideTaken = false;
    EmptyPlace* m_empty = nullptr;
    std::array<List, kQuadrants> m_lists{};
};

} // namespace plumb::ui
