// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks whose prices an item takes: subjects of the price book that have prices for its type, with the figures, where
// they come from and whether they still hold.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/cost/price_book.h"
#include "ui/widgets/dialog.h"

#include <string>
#include <string_view>
#include <vector>

class QListWidget;

namespace plumb::ui {

class PricePickDialog final : public Dialog {
    Q_OBJECT
public:
    /// `fields` of the item: prices of others are not shown.
    PricePickDialog(const cost::PriceBook& book, std::string_view itemType, const std::vector<std::string>& fields,
                    Date today, QWidget* parent = nullptr);
    [[nodiscard]] std::string subject() const; ///< empty when none is chosen

private:
    void narrow(const QString& text);
    QListWidget* m_list;
};

} // namespace plumb::ui
