// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of the Costs pane, for items and for measures alike: a name with its monthly money at the right, measures
// with a box and a second line. As high as its rows, since the pane scrolls as a whole. Enter, F2 or a double click
// edits, Space or the box switches, Delete removes, Alt+Up/Down or a drag orders.
#pragma once

#include <optional>
#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace plumb::ui {

struct CostRow {
    QString id, name;
    QString meta;   ///< second line; empty: rows have one line
    QString figure; ///< at the right
    QString tip;
    std::optional<bool> ticked; ///< nothing: without a box
    bool dim = false;           ///< does not count now
    bool locked = false;        ///< can't be ticked; `meta` says why
    bool stale = false;         ///< a price of it must be looked up again
    friend bool operator==(const CostRow&, const CostRow&) = default;
};

class CostListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    /// Same ids in the same order change in place; else the model is reset.
    void setRows(std::vector<CostRow> rows);
    void setMovable(bool movable) { m_movable = movable; }
    [[nodiscard]] const CostRow& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1 when there is none
    [[nodiscard]] bool twoLines() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    void dropped(const QString& id, int before); ///< the row is wanted before the one that stands there

private:
    std::vector<CostRow> m_rows;
    bool m_movable = false;
};

class CostListView final : public QListView {
    Q_OBJECT
public:
    /// `name` is the objectName; `accessible` what the rows are.
    CostListView(const QString& name, const QString& accessible, QWidget* parent = nullptr);

    [[nodiscard]] CostListModel* rows() const noexcept { return m_rows; }
    void setRows(std::vector<CostRow> rows, bool movable);
    [[nodiscard]] QString currentId() const; ///< empty when there is none
    void setCurrentId(const QString& id);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] static int padding(); ///< left and right of a row

signals:
    void entered(const QString& id);
    void switched(const QString& id, bool on);
    void removeWanted(const QString& id);
    void moveWanted(const QString& id, int to); ///< to that row
    void currentMoved(const QRect& row);        ///< bring it into sight
    void menuWanted(const QString& id, const QPoint& at);
    void leftUp();   ///< Up on the first row
    void leftDown(); ///< Down on the last row

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< the pane scrolls

private:
    void toggle(const QModelIndex& index);
    void follow();
    CostListModel* m_rows;
};

} // namespace plumb::ui
