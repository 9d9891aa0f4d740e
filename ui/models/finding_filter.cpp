// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_filter.h"

#include <algorithm>

namespace plumb::ui {

FindingFilterProxy::FindingFilterProxy(FindingTableModel* table, QObject* parent)
    : QSortFilterProxyModel(parent), m_table(table) {
    setSourceModel(table);
    setDynamicSortFilter(false);
    sort(FindingTableModel::Rating, Qt::DescendingOrder);
}

void FindingFilterProxy::setFilter(const FindingFilter& filter) {
    m_filter = filter;
    m_words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    sortAgain();
}

void FindingFilterProxy::sortAgain() {
    invalidateFilter();
    const int column = sortColumn();
    sort(-1, sortOrder()); // the same column again would do nothing
    sort(column, sortOrder());
}

const score::Finding* FindingFilterProxy::finding(const QModelIndex& index) const {
    return index.isValid() ? &m_table->finding(mapToSource(index).row()) : nullptr;
}

QModelIndex FindingFilterProxy::indexOf(const std::string& key, int column) const {
    const int row = m_table->rowOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_table->index(row, column));
}

bool FindingFilterProxy::filterAcceptsRow(int row, const QModelIndex&) const {
    const score::Finding& one = m_table->finding(row);
    using Chip = FindingFilter::Chip;
    switch (m_filter.chip) {
    case Chip::All:
        break;
    case Chip::Open:
        if (!one.open)
            return false;
        break;
    case Chip::High:
        if (!one.open || one.severity != lens::Risk::High)
            return false;
        break;
    case Chip::NoOwner:
        if (!one.open || !one.owner.empty())
            return false;
        break;
    case Chip::Overdue:
        if (!one.overdue)
            return false;
        break;
    case Chip::Accepted:
        if (one.status != review::FindingStatus::Accepted)
            return false;
        break;
    }
    if (m_filter.cell && (!one.open || one.inherent != *m_filter.cell))
        return false;
    if (!m_filter.keys.empty() && !m_filter.keys.contains(one.key))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString all = m_table->index(row, 0).data(FindingTableModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool FindingFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(FindingTableModel::SortRole), b = right.data(FindingTableModel::SortRole);
    const auto order = QVariant::compare(a, b);
    if (order != QPartialOrdering::Equivalent)
        return order == QPartialOrdering::Less;
    // Alike: as the session orders them, worst first, whichever way the column runs.
    const bool before = m_table->rank(left.row()) < m_table->rank(right.row());
    return sortOrder() == Qt::AscendingOrder ? before : m_table->rank(left.row()) > m_table->rank(right.row());
}

} // namespace plumb::ui
