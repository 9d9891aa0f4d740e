// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/money_text.h"

#include "core/report/cost_charts.h"
#include "ui/bridge/session_bridge.h"

#include <cmath>
#include <QCoreApplication>

namespace plumb::ui {

QString currencyOf(const session::Session& session) {
    return q(report::currencySign(session.review().costs.settings.currency));
}

QString shortMoney(double amount, const QString& sign) {
    return q(report::shortMoney(amount, s(sign)));
}

QString fullMoney(double amount, const QString& sign) {
    return q(report::fullMoney(amount, s(sign)));
}

QString roundedMoney(double amount, const QString& sign) {
    const double size = std::abs(amount);
    if (!(size >= 1000) || !std::isfinite(size))
        return fullMoney(std::round(amount), sign);
    const double unit = std::pow(10.0, std::floor(std::log10(size)) - 2);
    return fullMoney(std::round(amount / unit) * unit, sign);
}

QString moneyRange(double low, double high, const QString& sign) {
    const QString from = shortMoney(low, sign);
    QString to = shortMoney(high, sign);
    if (from == to)
        return from;
    if (low >= 0 && !sign.isEmpty() && to.startsWith(sign))
        to.remove(0, sign.size());
    return from + QStringLiteral("\u2013") + to;
}

QString perMonth(double amount, const QString& sign) {
    if (std::round(amount) == 0.0)
        return {};
    return QCoreApplication::translate("plumb::ui::Money", "%1/mo").arg(fullMoney(std::round(amount), sign));
}

} // namespace plumb::ui
