// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money by scenario before and after, as a small table: numbers at the right, differences only within one currency.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"

#include <QString>
#include <QWidget>
#include <vector>

namespace plumb::ui {

class SegmentedControl;
class WrapLabel;

class CompareMoney final : public QWidget {
    Q_OBJECT
public:
    /// `corner` stands at the right end of the title; ownership is taken.
    explicit CompareMoney(QWidget* corner, QWidget* parent = nullptr);

    void show(const compare::Comparison& comparison, const QString& from, const QString& to,
              const std::string& currencyBefore, const std::string& currencyAfter);
    using QWidget::show;
    [[nodiscard]] QString text() const; ///< the table, line by line

private:
    class Table;
    WrapLabel* m_title;
    WrapLabel* m_sentence;
    Table* m_table;
};

} // namespace plumb::ui
