// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of questions. A click on a lens or pillar opens or closes it; arrows move through the rows and keep their
// keys while the list has the focus, Enter goes to the question.
#pragma once

#include "ui/models/question_filter.h"

#include <QTreeView>

namespace plumb::ui {

class QuestionsTreeView final : public QTreeView {
    Q_OBJECT
public:
    explicit QuestionsTreeView(QuestionFilterProxy* proxy, QWidget* parent = nullptr);

    /// Makes the row of the question current and visible, opening what hides it. No row is current when it is not
    /// shown.
    void showQuestion(const QuestionKey& key);
    /// Closes everything but the way to the current row.
    void collapseOthers();

signals:
    void questionChosen(const plumb::QuestionKey& key);  ///< by the user: clicked or moved to
    void questionEntered(const plumb::QuestionKey& key); ///< Enter

protected:
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void toggle(const QModelIndex& index);
    QuestionFilterProxy* m_proxy;
    bool m_moving = false; ///< the current row moves, but not by the user's hand: no signals
};

} // namespace plumb::ui
