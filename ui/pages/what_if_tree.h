// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of what can be ticked in a what-if. Space or a click ticks a row with everything below it; a click on the
// chevron or on a group's name opens and closes; Enter goes to the finding or question behind a row.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "ui/models/what_if_model.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace plumb::ui {

class WhatIfTree final : public QTreeView {
    Q_OBJECT
public:
    explicit WhatIfTree(WhatIfFilter* filter, QWidget* parent = nullptr);

    /// Opens the groups, and everything while the list is narrowed; what was open stays open.
    void openAfterReset();
    /// Makes the finding's row current, opened and visible; nothing when it is not in the list.
    void showFinding(const QString& key);

signals:
    void findingEntered(const QString& key);
    void questionEntered(const plumb::QuestionKey& key);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void act(const QModelIndex& index, const QPoint& at);
    void enter(const QModelIndex& index);
    WhatIfFilter* m_filter;
    QSet<QString> m_open; ///< ids of items that the user opened
    QSet<QString> m_shut; ///< ids of groups that the user closed
    QPersistentModelIndex m_pressed;
};

/// Paints its rows: chevron, box, mark, text, what stands at the right.
class WhatIfDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit WhatIfDelegate(WhatIfTree* tree);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// From the row's left edge: whether `x` is on the chevron, on the box.
    [[nodiscard]] static bool onChevron(const QModelIndex& index, int x);
    [[nodiscard]] static bool onBox(const QModelIndex& index, int x);

private:
    [[nodiscard]] int textWidthOf(const QModelIndex& index) const;
    WhatIfTree* m_tree;
};

} // namespace plumb::ui
