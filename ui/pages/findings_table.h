// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of the register: rows are chosen as wholes, arrows move, Enter opens the detail or edits the cell, F2
// edits. Columns keep their meaning at every width: the title gives way first.
#pragma once

#include "ui/models/finding_filter.h"

#include <QTableView>

namespace plumb::ui {

class FindingsDelegate;

class FindingsTable final : public QTableView {
    Q_OBJECT
public:
    FindingsTable(FindingFilterProxy* proxy, bool readOnly, QWidget* parent = nullptr);

    [[nodiscard]] FindingFilterProxy* proxy() const noexcept { return m_proxy; }
    [[nodiscard]] FindingsDelegate* cells() const noexcept { return m_cells; }
    [[nodiscard]] bool readOnly() const noexcept { return m_readOnly; }
    [[nodiscard]] int hoverRow() const noexcept { return m_hoverRow; }
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }
    [[nodiscard]] std::vector<std::string> selectedKeys() const; ///< top to bottom
    [[nodiscard]] std::string currentKey() const;                ///< empty: none
    /// Makes it the only chosen one and brings it into sight.
    void choose(const std::string& key);
    void step(int by);
    /// Opens the editor of a column in the current row.
    void editColumn(int column);
    void layOut();

signals:
    void currentMoved();                           ///< current row or selection is another
    void entered(const QString& key);              ///< Enter or double click on a title
    void menuWanted(int column, const QPoint& at); ///< effort or status of the chosen rows
    void contextWanted(const QPoint& at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void keyboardSearch(const QString&) override {} // letters are keys of the place

private:
    void openCell(const QModelIndex& index);
    void setHoverRow(int row);
    FindingFilterProxy* m_proxy;
    FindingsDelegate* m_cells;
    bool m_readOnly;
    int m_hoverRow = -1;
};

} // namespace plumb::ui
