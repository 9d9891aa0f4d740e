// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heat_map_model.h"

#include "ui/models/question_facts.h"

namespace plumb::ui {

namespace {

int pillars() {
    return static_cast<int>(score::frameworkPillars().size());
}

} // namespace

QString deltaWords(const std::optional<double>& before, const std::optional<double>& after) {
    if (!before || !after)
        return {};
    // The difference of what is shown, so that "69" and "+19" make "88".
    const int delta = qRound(*after) - qRound(*before);
    return delta == 0  ? QStringLiteral("\u00B10")
           : delta > 0 ? QStringLiteral("+%1").arg(delta)
                       : QStringLiteral("\u2212%1").arg(-delta);
}

int HeatCell::markCount() const noexcept {
    switch (score.worstOpen) {
    case lens::State::High:
        return score.high;
    case lens::State::Medium:
        return score.medium;
    case lens::State::None:
        return score.none;
    default:
        return 0;
    }
}

HeatMapModel::HeatMapModel(SessionBridge* bridge, QObject* parent) : QAbstractTableModel(parent), m_bridge(bridge) {
    refresh();
}

HeatMapModel::HeatMapModel(QObject* parent) : QAbstractTableModel(parent), m_bridge(nullptr) {}

void HeatMapModel::show(HeatSheet sheet) {
    m_changes = sheet.changes;
    take(std::move(sheet.lenses), sheet.names, std::move(sheet.cells));
}

void HeatMapModel::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void HeatMapModel::refresh(const score::WhatIf* future) {
    const session::Session& session = m_bridge->session();
    const review::Review& review = future != nullptr ? future->review : session.review();
    const score::Scores& scores = future != nullptr ? future->scores : session.scores();
    m_future = future != nullptr;
    const auto cellOf = [&](const std::string& lens, std::string_view framework, bool total) {
        HeatCell cell{scores.cell(review, lens, framework), total, {}};
        if (future != nullptr)
            cell.was = session.scores().cell(session.review(), lens, framework).score;
        return cell;
    };
    std::vector<std::string> lenses;
    QStringList names;
    for (const review::ReviewLens& lens : review.lenses) {
        lenses.push_back(lens.lens->id);
        names << lensName(lens);
    }
    std::vector<std::string> rows = lenses;
    if (lenses.size() > 1)
        rows.emplace_back();
    std::vector<std::vector<HeatCell>> cells;
    for (const std::string& lens : rows) {
        std::vector<HeatCell>& row = cells.emplace_back();
        for (const score::FrameworkPillar& pillar : score::frameworkPillars())
            row.push_back(cellOf(lens, pillar.id, lens.empty()));
        row.push_back(cellOf(lens, {}, true));
    }
    take(std::move(lenses), names, std::move(cells));
}

void HeatMapModel::take(std::vector<std::string> lenses, const QStringList& names,
                        std::vector<std::vector<HeatCell>> cells) {
    if (lenses != m_lenses || names != m_names || cells.size() != m_cells.size()) {
        beginResetModel();
        m_lenses = std::move(lenses);
        m_names = names;
        m_cells = std::move(cells);
        endResetModel();
        return;
    }
    std::swap(m_cells, cells);
    for (int r = 0; r < rowCount(); ++r)
        for (int c = 0; c < columnCount(); ++c)
            if (cell(r, c) != cells[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)])
                emit dataChanged(index(r, c), index(r, c));
    if (rowCount() > 0)
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

const HeatCell& HeatMapModel::cell(int row, int column) const {
    return m_cells.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
}

std::string HeatMapModel::lensAt(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return at < m_lenses.size() ? m_lenses[at] : std::string();
}

std::string HeatMapModel::frameworkAt(int column) const {
    return column < pillars() ? std::string(score::frameworkPillars()[static_cast<std::size_t>(column)].id)
                              : std::string();
}

int HeatMapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int HeatMapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_cells.empty() ? 0 : pillars() + 1;
}

QString HeatMapModel::number(const HeatCell& cell) const {
    if (!cell.exists())
        return QStringLiteral("–");
    switch (m_mode) {
    case Mode::OpenRisks:
        return QString::number(cell.score.high + cell.score.medium + cell.score.unmatched);
    case Mode::Coverage:
        return tr("%1 %").arg(qRound(cell.score.coverage * 100));
    case Mode::Score:
        break;
    }
    return cell.score.score ? QString::number(qRound(*cell.score.score)) : tr("not asked");
}

QString HeatMapModel::sentence(int row, int column) const {
    const HeatCell& at = cell(row, column);
    const QString where = headerData(row, Qt::Vertical).toString() + QStringLiteral(", ") +
                          headerData(column, Qt::Horizontal).toString() + QStringLiteral(": ");
    if (!at.exists())
        return where + tr("no such questions");
    const QString answered = tr("%1 of %2 answered").arg(at.score.answered).arg(at.score.applicable);
    if (!at.score.score)
        return where + tr("not asked, %1").arg(answered);
    QString text = where + tr("score %1, range %2–%3, %4")
                               .arg(qRound(*at.score.score))
                               .arg(qRound(at.score.worst))
                               .arg(qRound(at.score.best))
                               .arg(answered);
    if (m_future && at.was && qRound(*at.was) != qRound(*at.score.score))
        text += tr(", today %1").arg(qRound(*at.was));
    if (m_changes)
        text += at.was ? tr(", before %1, change %2").arg(qRound(*at.was)).arg(deltaWords(at.was, at.score.score))
                       : tr(", not answered before");
    if (at.score.high > 0)
        text += tr(", %1 high").arg(at.score.high);
    if (at.score.medium > 0)
        text += tr(", %1 medium").arg(at.score.medium);
    return text;
}

QVariant HeatMapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return number(cell(index.row(), index.column()));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(index.row(), index.column());
    case TotalRole:
        return cell(index.row(), index.column()).total;
    default:
        return {};
    }
}

QVariant HeatMapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (role == TotalRole)
            return section == pillars();
        if (role != Qt::DisplayRole)
            return {};
        return section < pillars() ? q(score::frameworkPillars()[static_cast<std::size_t>(section)].shortName)
                                   : tr("All pillars");
    }
    const bool total = section >= m_names.size();
    if (role == Qt::DisplayRole)
        return total ? tr("All lenses") : m_names[section];
    if (role == MetaRole) {
        const score::ScopeScore& all = m_cells.at(static_cast<std::size_t>(section)).back().score;
        return tr("%1 of %2 answered").arg(all.answered).arg(all.applicable);
    }
    return role == TotalRole ? QVariant(total) : QVariant();
}

} // namespace plumb::ui
