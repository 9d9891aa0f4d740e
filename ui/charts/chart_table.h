// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table behind a chart: every figure of it, numbers at the right with the decimals that their column needs, Ctrl+C
// copies the chosen cells (or all) as text that spreadsheets take, unrounded.
#pragma once

#include "core/report/chart.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace plumb::ui {

class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ChartTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setTable(const report::ChartTable& table);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// The cell as a spreadsheet reads it: a number with a point and all its digits, or the words.
    [[nodiscard]] QString neutral(const QModelIndex& index) const;

private:
    [[nodiscard]] const report::ChartTable::Cell* cell(const QModelIndex& index) const;
    [[nodiscard]] bool numeric(int column) const;

    report::ChartTable m_table;
    std::vector<int> m_decimals; ///< for each column
};

class ChartTableView final : public QTableView {
    Q_OBJECT
public:
    explicit ChartTableView(QWidget* parent = nullptr);
    void show(const report::ChartTable& table);
    using QWidget::show;
    /// The chosen cells, or all with the heads: tabs between cells, one line a row.
    [[nodiscard]] QString asText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyTheme();
    ChartTableModel* m_model;
};

} // namespace plumb::ui
