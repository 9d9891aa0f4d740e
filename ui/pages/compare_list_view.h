// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The change list: from-mark, arrow, to-mark, title, where, and what happened with its sign. Arrows move, Enter or a
// double click opens what the row is about.
#pragma once

#include "ui/models/compare_rows.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace plumb::ui {

class CompareDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CompareDelegate(QListView* view) : QStyledItemDelegate(view), m_view(view) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Text begins so far from the left edge of the view.
    static int side();

private:
    void paintMarks(QPainter* painter, const QRectF& row, const CompareRow& data) const;
    QListView* m_view;
};

class CompareListView final : public QListView {
    Q_OBJECT
public:
    explicit CompareListView(CompareRowsModel* rows, QWidget* parent = nullptr);
    [[nodiscard]] const CompareRow* current() const; ///< null: none
    void step(int by);
    void choose(int row);

signals:
    void currentMoved(); ///< another row, or none
    void touched();      ///< a row was chosen by mouse or key
    void entered(const plumb::ui::CompareRow& row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString&) override {} // letters are keys of the place

private:
    CompareRowsModel* m_rows;
};

} // namespace plumb::ui
