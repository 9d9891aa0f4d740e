// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every step that was taken, oldest first, with a plumb line that falls to the present one. Choosing a step says which
// state is wanted; going there is the caller's.
#pragma once

#include "core/session/session.h"
#include "ui/widgets/dialog.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

class QListView;

namespace plumb::ui {

class HistoryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit HistoryModel(std::vector<session::CommandRecord> records, QObject* parent = nullptr);
    [[nodiscard]] const session::CommandRecord& record(int row) const {
        return m_records.at(static_cast<std::size_t>(row));
    }
    [[nodiscard]] int presentRow() const noexcept { return m_present; } ///< last applied; -1 when none is
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<session::CommandRecord> m_records;
    int m_present = -1;
};

class HistoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class HistoryDialog final : public Dialog {
    Q_OBJECT
public:
    HistoryDialog(std::vector<session::CommandRecord> records, bool readOnly, QWidget* parent = nullptr);
    /// Id of the step whose state is wanted; empty while the present one is chosen.
    [[nodiscard]] std::string chosen() const;

private:
    HistoryModel* m_model;
    QListView* m_list;
};

} // namespace plumb::ui
