// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The snapshots of a review: when each was taken, by whom, what was noted, its hash; to open read-only, to compare
// with now, to export and to go back to. It does nothing itself: it says what is wanted.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/store/project.h"
#include "ui/widgets/dialog.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

class QListView;

namespace plumb::ui {

class WrapLabel;

/// Newest first.
class SnapshotsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit SnapshotsModel(std::vector<store::SnapshotRecord> records, QObject* parent = nullptr);
    [[nodiscard]] const store::SnapshotRecord& record(int row) const {
        return m_records[static_cast<std::size_t>(row)];
    }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<store::SnapshotRecord> m_records;
};

class SnapshotsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class SnapshotListDialog final : public Dialog {
    Q_OBJECT
public:
    SnapshotListDialog(std::vector<store::SnapshotRecord> records, bool readOnly, QWidget* parent = nullptr);
    [[nodiscard]] QString chosen() const; ///< name; empty: none

signals:
    void openWanted(const QString& name);
    void compareWanted(const QString& name);
    void exportWanted(const QString& name); ///< the dialog stays open
    void restoreWanted(const QString& name);

private:
    void addButtons(bool readOnly);
    void showChosen();
    SnapshotsModel* m_model;
    QListView* m_list;
    WrapLabel* m_note;
    WrapLabel* m_facts;
};

} // namespace plumb::ui
