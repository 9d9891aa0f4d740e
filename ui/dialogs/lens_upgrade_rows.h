// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of the upgrade dialog: heads with counts, and below each what it counts, with the reason.
#pragma once

#include "core/base/result.h"
#include "ui/models/upgrade_text.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace plumb::ui {

class UpgradeListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<UpgradeRow> rows);
    [[nodiscard]] const UpgradeRow& row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<UpgradeRow> m_rows;
};

class UpgradeListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace plumb::ui
