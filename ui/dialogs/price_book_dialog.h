// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The price book: defaults of the program and prices of the review, searched, changed in place, with those that must be
// looked up again marked. A price that somebody changes becomes one of the review; deleting it brings the default back.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/costs.h"
#include "ui/widgets/dialog.h"

#include <QAbstractTableModel>
#include <vector>

class QTableView;

namespace plumb::ui {

class Button;
class CostEditor;
class SessionBridge;
class WrapLabel;

class PriceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Subject, Field, Amount, Unit, Valid, Columns };
    PriceModel(SessionBridge* bridge, CostEditor* editor, QObject* parent = nullptr);
    void refresh();
    void setFilter(const QString& words);
    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_all.size()); }
    [[nodiscard]] int staleCount() const;
    [[nodiscard]] bool own(int row) const;
    bool remove(int row); ///< back to the default
    [[nodiscard]] const review::Price& price(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void refused(const QString& sentence);

private:
    void apply();
    SessionBridge* m_bridge;
    CostEditor* m_editor;
    QString m_words;
    std::vector<review::Price> m_all;
    std::vector<const review::Price*> m_rows;
};

class PriceBookDialog final : public Dialog {
    Q_OBJECT
public:
    PriceBookDialog(SessionBridge* bridge, CostEditor* editor, QWidget* parent = nullptr);

signals:
    void importWanted(); ///< prices from a file

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void sync();
    PriceModel* m_model;
    QTableView* m_table;
    WrapLabel* m_words;
    Button* m_import;
    Button* m_remove;
};

} // namespace plumb::ui
