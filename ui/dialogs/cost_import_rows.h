// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The preview of an import as rows: what is mapped, with a box for each thing that may be left out, what the reader
// left out and what it refused, each with its rows, its sum and where it begins. Every row and every amount of the file
// is under one of them.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/exchange/cost_import.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStyledItemDelegate>
#include <string>
#include <vector>

namespace plumb::ui {

struct ImportRow {
    enum class Kind : std::uint8_t { Head, Thing, Reason, Message } kind = Kind::Reason;
    QString id;     ///< of a thing that may be left out
    QString name;   ///< "Mapped", "Bedrock, Claude Sonnet", "tax", "Line 12: ..."
    QString detail; ///< "Token stream", "from line 12"
    QString rows, amount;
    bool wrong = false; ///< refused
};

/// `sign` of the currency stands before amounts; empty: the file is not about money spent, and sums are not shown.
[[nodiscard]] std::vector<ImportRow> importRows(const exchange::CostImport& import, const QString& sign);
/// "FOCUS 1.2, 1 Sep 2024 to 30 Sep 2024. $30,900 mapped, $310 left out, $0 refused."
[[nodiscard]] QString importSummary(const exchange::CostImport& import, const QString& sign);

class ImportModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<ImportRow> rows); ///< ticks of things that are still there stay
    [[nodiscard]] const ImportRow& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    [[nodiscard]] bool ticked(const QString& id) const { return !m_off.contains(id); }
    [[nodiscard]] int tickedCount() const;
    [[nodiscard]] std::vector<std::string> leftOut() const; ///< ids that are not ticked

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void ticksChanged();

private:
    std::vector<ImportRow> m_rows;
    QSet<QString> m_off;
};

class ImportDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace plumb::ui
