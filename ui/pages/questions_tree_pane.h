// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left pane of the questions place: search, filter chips with live counts, the list of questions.
#pragma once

#include "ui/models/question_filter.h"
#include "ui/models/question_tree_model.h"

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace plumb::ui {

class ActionTable;
class Chip;
class QuestionsTreeView;
class SearchField;
class WrapLabel;

class QuestionsTreePane final : public QWidget {
    Q_OBJECT
public:
    QuestionsTreePane(SessionBridge* bridge, ActionTable* actions, QWidget* parent = nullptr);

    [[nodiscard]] QuestionTreeModel* model() const noexcept { return m_model; }
    [[nodiscard]] QuestionFilterProxy* proxy() const noexcept { return m_proxy; }
    [[nodiscard]] QuestionsTreeView* tree() const noexcept { return m_tree; }
    void showQuestion(const QuestionKey& key);
    void setFilter(const QuestionFilter& filter);
    void focusSearch();
    void focusTree();

signals:
    void questionChosen(const plumb::QuestionKey& key);
    void questionEntered(const plumb::QuestionKey& key);
    void left(); ///< Esc: back to the question

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Chip* addChip(const QString& label, const QString& name, bool QuestionFilter::*part);
    void buildHead(QVBoxLayout* column, ActionTable* actions);
    void fillMenu();
    void addPhases(QMenu* menu);
    void addFrameworks(QMenu* menu);
    void addGroupings(QMenu* menu);
    void changeFilter(const std::function<void(QuestionFilter&)>& change);
    void filterChanged();
    void refreshCounts();
    void applyMetrics();

    SessionBridge* m_bridge;
    QuestionTreeModel* m_model;
    QuestionFilterProxy* m_proxy;
    QuestionKey m_current;
    SearchField* m_search = nullptr;
    QuestionsTreeView* m_tree = nullptr;
    WrapLabel* m_nothing = nullptr;
    QVBoxLayout* m_headLayout = nullptr;
    Chip* m_unanswered = nullptr;
    Chip* m_high = nullptr;
    Chip* m_verify = nullptr;
    Chip* m_parked = nullptr;
    Chip* m_reconfirm = nullptr;
    Chip* m_more = nullptr;
    QMenu* m_menu = nullptr;
};

} // namespace plumb::ui
