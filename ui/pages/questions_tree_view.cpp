// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_tree_view.h"

#include "ui/pages/questions_tree_delegate.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/widgets/pane_parts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace plumb::ui {

QuestionsTreeView::QuestionsTreeView(QuestionFilterProxy* proxy, QWidget* parent) : QTreeView(parent), m_proxy(proxy) {
    setObjectName(QStringLiteral("questionTree"));
    setAccessibleName(tr("Questions"));
    setModel(proxy);
    setItemDelegate(new QuestionTreeDelegate(this));
    setUpPaneTree(this);
}

void QuestionsTreeView::showQuestion(const QuestionKey& key) {
    const QModelIndex index = m_proxy->indexOf(key);
    const QScopedValueRollback<bool> moving(m_moving, true);
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        if (!isExpanded(up))
            expand(up);
    if (currentIndex() != index) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index, QAbstractItemView::EnsureVisible);
    } else if (!selectionModel()->isSelected(index)) {
        selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    }
}

void QuestionsTreeView::collapseOthers() {
    const QPersistentModelIndex current = currentIndex();
    collapseAll();
    for (QModelIndex up = current.parent(); up.isValid(); up = up.parent())
        expand(up);
    if (current.isValid())
        scrollTo(current, QAbstractItemView::PositionAtCenter);
}

void QuestionsTreeView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) {
    // The view looks for another current row; the question on the card stays all the same.
    const QScopedValueRollback<bool> moving(m_moving, true);
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void QuestionsTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    const QuestionFacts* facts = m_proxy->facts(current);
    if (!m_moving && facts != nullptr)
        emit questionChosen(facts->key);
}

void QuestionsTreeView::toggle(const QModelIndex& index) {
    setExpanded(index, !isExpanded(index));
}

void QuestionsTreeView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && m_proxy->facts(index) == nullptr) {
        event->accept(); // a group is no place to be: the current question stays
        return;
    }
    QTreeView::mousePressEvent(event);
}

void QuestionsTreeView::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && m_proxy->facts(index) == nullptr && event->button() == Qt::LeftButton)
        toggle(index);
    else
        QTreeView::mouseReleaseEvent(event);
}

void QuestionsTreeView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QuestionFacts* facts = m_proxy->facts(currentIndex());
        if (facts != nullptr)
            emit questionEntered(facts->key);
        else if (currentIndex().isValid())
            toggle(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

bool QuestionsTreeView::event(QEvent* event) {
    // Arrows belong to the list while it has the focus, not to "next question".
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

} // namespace plumb::ui
