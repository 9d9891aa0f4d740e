// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register as a table: one row a finding, in the session's order at first; later rows keep their place while
// findings come and go. Brought up to date by refresh(), not by itself. Writing goes through the one who edits:
// setData() only says what a person wants.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <QAbstractTableModel>
#include <vector>

namespace plumb::ui {

/// How many findings each chip would show.
struct FindingCounts {
    int all = 0, open = 0, high = 0, noOwner = 0, overdue = 0, accepted = 0;
    friend bool operator==(const FindingCounts&, const FindingCounts&) = default;
};

class FindingTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Rating, Owner, Due, Effort, Monthly, Status, ColumnCount_ };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString
        SortRole,                   ///< what the column sorts by
        SearchRole,                 ///< everything a text filter looks at
    };

    explicit FindingTableModel(SessionBridge* bridge, QObject* parent = nullptr);

    void refresh();
    [[nodiscard]] const score::Finding& finding(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowOf(const std::string& key) const; ///< -1: none
    [[nodiscard]] int rank(int row) const;                 ///< its place in the session's order
    [[nodiscard]] const FindingCounts& counts() const noexcept { return m_counts; }
    [[nodiscard]] Date today() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// A cell's editor was closed with a value: text (owner), QDate (due), int of the enum (effort, status).
    void edited(const QString& key, int column, const QVariant& value);
    void refreshed(); ///< rows and counts are current

private:
    [[nodiscard]] QString text(const score::Finding& finding, int column) const;
    [[nodiscard]] QVariant editValue(const score::Finding& finding, int column) const;
    [[nodiscard]] QVariant sortValue(const score::Finding& finding, int column) const;
    void countAll();

    SessionBridge* m_bridge;
    std::vector<score::Finding> m_rows;
    std::vector<int> m_rank;
    FindingCounts m_counts;
};

} // namespace plumb::ui
