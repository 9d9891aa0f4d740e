// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rows of the go-to palette and how they are painted.
#pragma once

#include "ui/shell/goto_index.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace plumb::ui {

class GotoModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setItems(std::vector<GotoItem> items);
    [[nodiscard]] const GotoItem& item(int row) const { return m_items.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: title; AccessibleTextRole: title, where it is, what kind.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<GotoItem> m_items;
};

class GotoDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace plumb::ui
