// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two copies of a review are put together: what both changed is decided here, one at a time, and what only one changed
// is counted. A page instead of a place and no dialog: it asks nothing else and changes nothing before Merge.
#pragma once

#include "core/base/result.h"
#include "ui/models/merge_decisions.h"

#include <QWidget>

class QListView;

namespace plumb::ui {

class ActionTable;
class Button;
class MergeDetail;
class WrapLabel;

class MergePage final : public QWidget {
    Q_OBJECT
public:
    /// `actions` must outlive the page. `readOnly`: it can be looked at and not merged.
    MergePage(const MergeWords& words, bool readOnly, ActionTable* actions, QWidget* parent = nullptr);

    [[nodiscard]] MergeDecisions* decisions() const noexcept { return m_decisions; }
    /// A copy for the caller, who owns it.
    [[nodiscard]] MergeDecisions* copyDecisions();
    [[nodiscard]] int current() const noexcept { return m_current; } ///< -1 without conflicts
    void showItem(int item);
    /// While it is merged nothing can be pressed.
    void setBusy(bool busy);

signals:
    void mergeWanted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSide();
    QWidget* buildCounts();
    QWidget* buildMain();
    QWidget* buildNothing();
    QWidget* buildFooter();
    void connectActions();
    void applyMetrics();
    void refresh();

    void choose(MergeDecisions::Choice choice);
    void step(int by);
    void goOpen(bool forward);
    void merge();
    [[nodiscard]] bool ready() const;

    MergeWords m_words;
    bool m_readOnly;
    bool m_busy = false;
    ActionTable* m_actions;
    MergeDecisions* m_decisions;
    int m_current = -1;
    QWidget* m_header = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_footer = nullptr;
    QListView* m_list = nullptr;
    WrapLabel* m_doneLabel = nullptr;
    MergeDetail* m_detail = nullptr;
    Button* m_allOurs = nullptr;
    Button* m_allTheirs = nullptr;
    Button* m_cancel = nullptr;
    Button* m_next = nullptr;
    Button* m_merge = nullptr;
};

} // namespace plumb::ui
