// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace plumb::ui {
namespace {

QString grouped(double value, int decimals) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    QString text = QString::number(std::abs(value), 'f', decimals);
    const bool zero = text.toDouble() == 0.0;
    const qsizetype dot = text.indexOf(u'.');
    for (qsizetype i = (dot < 0 ? text.size() : dot) - 3; i > 0; i -= 3)
        text.insert(i, u',');
    return value < 0 && !zero ? QChar(0x2212) + text : text;
}

/// None for whole numbers and for large ones; small figures keep three digits that say something.
int decimalsOf(const report::ChartTable& table, std::size_t column) {
    double largest = 0;
    bool whole = true;
    for (const auto& row : table.rows)
        if (column < row.size())
            if (const double* value = std::get_if<double>(&row[column]); value != nullptr && std::isfinite(*value)) {
                largest = std::max(largest, std::abs(*value));
                whole = whole && *value == std::round(*value);
            }
    if (whole || largest >= 10'000)
        return 0;
    return largest >= 100 ? 1 : largest >= 10 ? 2 : largest >= 1 ? 3 : 4;
}

} // namespace

void ChartTableModel::setTable(const report::ChartTable& table) {
    if (table == m_table)
        return;
    beginResetModel();
    m_table = table;
    m_decimals.clear();
    for (std::size_t column = 0; column < m_table.heads.size(); ++column)
        m_decimals.push_back(decimalsOf(m_table, column));
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.heads.size());
}

const report::ChartTable::Cell* ChartTableModel::cell(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const auto& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    return column < row.size() ? &row[column] : nullptr;
}

bool ChartTableModel::numeric(int column) const {
    return std::any_of(m_table.rows.begin(), m_table.rows.end(), [&](const auto& row) {
        return static_cast<std::size_t>(column) < row.size() &&
               std::holds_alternative<double>(row[static_cast<std::size_t>(column)]);
    });
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    const report::ChartTable::Cell* found = cell(index);
    if (found == nullptr)
        return {};
    const double* number = std::get_if<double>(found);
    switch (role) {
    case Qt::DisplayRole:
        return number != nullptr ? grouped(*number, m_decimals[static_cast<std::size_t>(index.column())])
                                 : QString::fromStdString(std::get<std::string>(*found));
    case Qt::TextAlignmentRole:
        return int((number != nullptr ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return number != nullptr ? QVariant(font(Role::Body, Digits::Tabular)) : QVariant();
    case Qt::ToolTipRole:
        return number != nullptr ? neutral(index) : QVariant();
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return QString::fromStdString(m_table.heads[static_cast<std::size_t>(section)]);
    if (role == Qt::TextAlignmentRole)
        return int((numeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QString ChartTableModel::neutral(const QModelIndex& index) const {
    const report::ChartTable::Cell* found = cell(index);
    if (found == nullptr)
        return {};
    if (const double* number = std::get_if<double>(found))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    QString words = QString::fromStdString(std::get<std::string>(*found));
    return words.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

ChartTableView::ChartTableView(QWidget* parent) : QTableView(parent), m_model(new ChartTableModel(this)) {
    setModel(m_model);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(&Theme::instance(), &Theme::changed, this, &ChartTableView::applyTheme);
    applyTheme();
}

void ChartTableView::applyTheme() {
    verticalHeader()->setDefaultSectionSize(scaled(26));
    horizontalHeader()->setFixedHeight(scaled(28));
}

void ChartTableView::show(const report::ChartTable& table) {
    m_model->setTable(table);
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column) + scaled(12), scaled(64), scaled(280)));
}

QString ChartTableView::asText() const {
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    if (chosen.size() > 1) {
        int row = -1;
        for (const QModelIndex& index : chosen) {
            if (index.row() != row)
                lines << m_model->neutral(index);
            else
                lines.last() += QLatin1Char('\t') + m_model->neutral(index);
            row = index.row();
        }
        return lines.join(QLatin1Char('\n'));
    }
    if (chosen.size() == 1)
        return m_model->neutral(chosen.first());
    QStringList heads;
    for (int column = 0; column < m_model->columnCount(); ++column)
        heads << m_model->headerData(column, Qt::Horizontal).toString();
    lines << heads.join(QLatin1Char('\t'));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << m_model->neutral(m_model->index(row, column));
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void ChartTableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(asText());
    else
        QTableView::keyPressEvent(event);
}

} // namespace plumb::ui
