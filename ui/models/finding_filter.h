// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which findings the register shows and in which order. A row that stops to match, or that would sort elsewhere now,
// stays until filter or order are set again, so that nothing moves under the pointer.
#pragma once

#include "ui/models/finding_table_model.h"

#include <optional>
#include <QSortFilterProxyModel>
#include <set>

namespace plumb::ui {

/// All parts that are set must hold together.
struct FindingFilter {
    enum class Chip { All, Open, High, NoOwner, Overdue, Accepted };
    Chip chip = Chip::All;
    QString text;                       ///< words that all must occur; empty: all
    std::optional<review::Rating> cell; ///< of the 5x5 matrix, open findings only
    std::set<std::string> keys;         ///< chosen in another view; empty: all
    QString keysWords;                  ///< what they are called there: "Quick wins"

    [[nodiscard]] bool empty() const { return chip == Chip::All && text.isEmpty() && !cell && keys.empty(); }
    friend bool operator==(const FindingFilter&, const FindingFilter&) = default;
};

class FindingFilterProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit FindingFilterProxy(FindingTableModel* table, QObject* parent = nullptr);

    [[nodiscard]] const FindingFilter& filter() const noexcept { return m_filter; }
    /// Sets it (also the same again: rows that no longer match go, and the order is made anew).
    void setFilter(const FindingFilter& filter);
    void sortAgain();

    [[nodiscard]] const score::Finding* finding(const QModelIndex& index) const;     ///< nullptr for invalid ones
    [[nodiscard]] QModelIndex indexOf(const std::string& key, int column = 0) const; ///< invalid when not shown
    [[nodiscard]] FindingTableModel* table() const noexcept { return m_table; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    FindingTableModel* m_table;
    FindingFilter m_filter;
    QStringList m_words;
};

} // namespace plumb::ui
