// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for the assumptions under which all figures of a cost model hold: length of a month, currency, horizon, discount
// rate, trials and seed.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/costs.h"
#include "ui/widgets/dialog.h"

class QLineEdit;

namespace plumb::ui {

class Field;
class SegmentedControl;

class CostSettingsDialog final : public Dialog {
    Q_OBJECT
public:
    enum class First : std::uint8_t { Month, Currency, Horizon, Trials };
    /// `first` has the keyboard when it opens.
    CostSettingsDialog(const review::CostSettings& settings, First first, QWidget* parent = nullptr);
    [[nodiscard]] review::CostSettings settings() const;

private:
    QLineEdit* edit(const QString& name, const QString& text);
    void check();
    review::CostSettings m_settings;
    SegmentedControl* m_month;
    QLineEdit* m_hours;
    QLineEdit* m_currency;
    QLineEdit* m_horizon;
    QLineEdit* m_rate;
    QLineEdit* m_trials;
    QLineEdit* m_seed;
    Field *m_hoursField, *m_currencyField, *m_horizonField, *m_rateField, *m_trialsField, *m_seedField;
};

} // namespace plumb::ui
