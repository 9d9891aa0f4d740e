// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last line of the Costs place: under which assumptions every figure above it holds. Each of them is a button that
// changes it; what stands at the right explains the two signs of the charts.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/base/time.h"
#include "core/review/costs.h"

#include <QWidget>

class QAbstractButton;

namespace plumb::ui {

class CostsFoot final : public QWidget {
    Q_OBJECT
public:
    enum class Part : std::uint8_t { Month, Currency, Prices, Trials, Horizon };
    explicit CostsFoot(QWidget* parent = nullptr);

    /// `stale`: fields whose price must be looked up again; `until`: the first day on which another one runs out.
    void show(const review::CostSettings& settings, int stale, Date until);
    using QWidget::show;

signals:
    void editWanted(plumb::ui::CostsFoot::Part part);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QAbstractButton* add(const QString& name, Part part, const QString& tip);
    void arrange();
    QAbstractButton* m_month;
    QAbstractButton* m_currency;
    QAbstractButton* m_prices;
    QAbstractButton* m_trials;
    QAbstractButton* m_horizon;
    QWidget* m_legend;
};

} // namespace plumb::ui
