// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what kind of item or measure is added: a list of the catalog's types with what they mean, for a measure those
// that can act on the item that is chosen above. And a small one that asks for a name.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/costs.h"
#include "ui/widgets/dialog.h"

#include <functional>
#include <string>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace plumb::ui {

class Field;

class CostNewDialog final : public Dialog {
    Q_OBJECT
public:
    /// For an item.
    explicit CostNewDialog(QWidget* parent);
    /// For a measure; `item` is the one that is chosen first.
    CostNewDialog(const review::Costs& costs, const std::string& item, QWidget* parent);

    [[nodiscard]] std::string type() const; ///< of the catalog
    [[nodiscard]] std::string item() const; ///< id; empty for an item
    [[nodiscard]] QString name() const;     ///< empty: that of the type

private:
    void build(const QString& listName);
    void listMeasures(const review::Costs& costs);
    void addType(const QString& type, const QString& words, const QString& meaning);
    QComboBox* m_item = nullptr;
    QListWidget* m_list;
    QLineEdit* m_name;
};

class CostNameDialog final : public Dialog {
    Q_OBJECT
public:
    /// `wrong` answers why a name can't be taken, or nothing.
    CostNameDialog(const QString& title, const QString& sentence, const QString& name,
                   std::function<QString(const QString&)> wrong, QWidget* parent);
    [[nodiscard]] QString name() const;

private:
    void check();
    QLineEdit* m_name;
    Field* m_field;
    std::function<QString(const QString&)> m_wrong;
};

} // namespace plumb::ui
