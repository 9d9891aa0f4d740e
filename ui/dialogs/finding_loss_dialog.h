// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what a risk may cost in a year: how often it happens and how much one time costs, and says at once what that
// comes to.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/finding.h"
#include "ui/widgets/dialog.h"

#include <optional>

class QLineEdit;

namespace plumb::ui {

class WrapLabel;

class FindingLossDialog final : public Dialog {
    Q_OBJECT
public:
    /// `sign` of the currency.
    FindingLossDialog(const std::optional<review::LossModel>& model, const QString& sign, QWidget* parent = nullptr);
    /// Nothing when all fields are empty: the model is taken back.
    [[nodiscard]] std::optional<review::LossModel> model() const;

private:
    void check();
    [[nodiscard]] bool empty() const;
    QLineEdit* m_perYear;
    QLineEdit* m_low;
    QLineEdit* m_high;
    WrapLabel* m_result;
    QString m_sign;
};

} // namespace plumb::ui
