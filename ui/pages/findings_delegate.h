// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the rows of the register (mark with title and place, rating on its tint, status with its sign) and makes the
// editors for owner and due date.
#pragma once

#include <functional>
#include <QStringList>
#include <QStyledItemDelegate>

namespace plumb::score {
struct Finding;
}

namespace plumb::ui {

class FindingsTable;

class FindingsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FindingsDelegate(FindingsTable* table);
    /// Names that are offered while one types an owner.
    void setOwners(std::function<QStringList()> owners) { m_owners = std::move(owners); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    static constexpr int kMark = 18;
    [[nodiscard]] static int titleLeft(); ///< where the text of the first column starts
    [[nodiscard]] static int markLeft();
    static constexpr int kCellLeft = 12;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintTitle(QPainter* painter, const QRectF& cell, const score::Finding& finding) const;
    void paintStatus(QPainter* painter, const QRectF& cell, const score::Finding& finding) const;
    FindingsTable* m_table;
    std::function<QStringList()> m_owners;
};

} // namespace plumb::ui
