// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_table_model.h"

#include "ui/models/finding_text.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"

#include <algorithm>
#include <QDate>
#include <unordered_map>

namespace plumb::ui {

FindingTableModel::FindingTableModel(SessionBridge* bridge, QObject* parent)
    : QAbstractTableModel(parent), m_bridge(bridge), m_rows(bridge->session().findings()) {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rank.push_back(static_cast<int>(i));
    countAll();
}

void FindingTableModel::refresh() {
    const std::vector<score::Finding>& now = m_bridge->session().findings();
    std::unordered_map<std::string, int> place;
    for (std::size_t i = 0; i < now.size(); ++i)
        place[now[i].key] = static_cast<int>(i);
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (place.contains(finding(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_rank.erase(m_rank.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rank[i] = place.at(m_rows[i].key);
        m_rows[i] = now[static_cast<std::size_t>(m_rank[i])];
        place.erase(m_rows[i].key);
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount_ - 1));
    std::vector<int> fresh;
    for (const auto& [key, rank] : place)
        fresh.push_back(rank);
    std::sort(fresh.begin(), fresh.end());
    if (!fresh.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        for (const int rank : fresh) {
            m_rows.push_back(now[static_cast<std::size_t>(rank)]);
            m_rank.push_back(rank);
        }
        endInsertRows();
    }
    countAll();
    emit refreshed();
}

void FindingTableModel::countAll() {
    m_counts = {};
    for (const score::Finding& one : m_rows) {
        ++m_counts.all;
        m_counts.open += one.open ? 1 : 0;
        m_counts.high += one.open && one.severity == lens::Risk::High ? 1 : 0;
        m_counts.noOwner += one.open && one.owner.empty() ? 1 : 0;
        m_counts.overdue += one.overdue ? 1 : 0;
        m_counts.accepted += one.status == review::FindingStatus::Accepted ? 1 : 0;
    }
}

int FindingTableModel::rowOf(const std::string& key) const {
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const score::Finding& one) { return one.key == key; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int FindingTableModel::rank(int row) const {
    return m_rank.at(static_cast<std::size_t>(row));
}

Date FindingTableModel::today() const {
    return m_bridge->session().today();
}

int FindingTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount_);
}

QString FindingTableModel::text(const score::Finding& finding, int column) const {
    switch (column) {
    case Title:
        return q(finding.title);
    case Rating:
        return QString::number(finding.rating);
    case Owner:
        return shortPerson(q(finding.owner));
    case Due:
        return shortDay(finding.due, today());
    case Effort:
        return effortLetter(finding.effort);
    case Monthly:
        return monthlyWords(finding.monthlySaving);
    default:
        return statusWord(finding.status);
    }
}

QVariant FindingTableModel::editValue(const score::Finding& finding, int column) const {
    switch (column) {
    case Owner:
        return q(finding.owner);
    case Due:
        return QDate(finding.due.year, finding.due.month, finding.due.day);
    case Effort:
        return static_cast<int>(finding.effort);
    case Status:
        return static_cast<int>(finding.status);
    default:
        return text(finding, column);
    }
}

QVariant FindingTableModel::sortValue(const score::Finding& finding, int column) const {
    switch (column) {
    case Title:
        return q(finding.title).toLower();
    case Rating:
        return finding.rating;
    case Owner: // nobody last
        return finding.owner.empty() ? QString(QChar(0xffff)) : q(finding.owner).toLower();
    case Due: // no day last
        return finding.due.valid() ? (finding.due.year * 100 + finding.due.month) * 100 + finding.due.day : 99'999'999;
    case Effort:
        return finding.days;
    case Monthly:
        return finding.monthlySaving;
    default:
        return static_cast<int>(finding.status);
    }
}

QVariant FindingTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const score::Finding& one = finding(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(one, index.column());
    case Qt::EditRole:
        return editValue(one, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Title)
            return q(one.title);
        if (index.column() == Owner)
            return q(one.owner);
        if (index.column() == Due && one.due.valid())
            return one.overdue ? tr("%1, overdue").arg(dayWords(one.due)) : dayWords(one.due);
        if (index.column() == Effort)
            return one.days > 0 ? tr("%1 person-days").arg(one.days) : QString();
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Title ? findingSentence(one)
                                       : headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString() +
                                             QStringLiteral(": ") + text(one, index.column());
    case KeyRole:
        return q(one.key);
    case SortRole:
        return sortValue(one, index.column());
    case SearchRole:
        return QStringList{findingCode(one),   q(one.title),          findingWhere(one),      q(one.owner),
                           q(one.observation), q(one.recommendation), statusWord(one.status), q(one.question.question)}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

bool FindingTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || value == editValue(finding(index.row()), index.column()))
        return false;
    emit edited(q(finding(index.row()).key), index.column(), value);
    return true;
}

QVariant FindingTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= ColumnCount_)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment flags = section == Rating || section == Monthly ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(flags | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Title:
        return tr("Finding");
    case Rating:
        return tr("Rating");
    case Owner:
        return tr("Owner");
    case Due:
        return tr("Due");
    case Effort:
        return tr("Effort");
    case Monthly:
        return role == Qt::AccessibleTextRole ? tr("Change of the bill a month")
                                              : tr("%1/month").arg(currencyOf(m_bridge->session()).trimmed());
    default:
        return tr("Status");
    }
}

Qt::ItemFlags FindingTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const int column = index.column();
    if (!m_bridge->session().readOnly() && (column == Owner || column == Due || column == Effort || column == Status))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace plumb::ui
