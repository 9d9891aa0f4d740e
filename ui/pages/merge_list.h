// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of conflicts at the left of the merge page: a ring for what is open, a check for what is decided, and the
// word of the decision.
#pragma once

#include "core/base/result.h"
#include "ui/models/merge_decisions.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace plumb::ui {

class MergeListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// `decisions` must outlive the model.
    explicit MergeListModel(MergeDecisions* decisions, QObject* parent = nullptr);
    [[nodiscard]] const MergeDecisions& decisions() const noexcept { return *m_decisions; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    MergeDecisions* m_decisions;
};

class MergeListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace plumb::ui
