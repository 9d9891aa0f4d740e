// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money as the window writes it outside the Costs place: always in the currency of the review's cost model.
#pragma once

#include <QString>

namespace plumb::session {
class Session;
}

namespace plumb::ui {

/// "$", "€", "SEK ": the sign of the review's currency.
[[nodiscard]] QString currencyOf(const session::Session& session);
/// "$38k", "$1.2M", "$140": three digits, true minus.
[[nodiscard]] QString shortMoney(double amount, const QString& sign);
/// "$16,738".
[[nodiscard]] QString fullMoney(double amount, const QString& sign);
/// The same rounded to three digits: "$16,700".
[[nodiscard]] QString roundedMoney(double amount, const QString& sign);
/// "$15.7k–17.8k"; one of them when both read the same.
[[nodiscard]] QString moneyRange(double low, double high, const QString& sign);
/// "$1,738/mo"; empty for what rounds to 0.
[[nodiscard]] QString perMonth(double amount, const QString& sign);

} // namespace plumb::ui
