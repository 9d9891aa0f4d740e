// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See money_scale.h.
#include "ui/widgets/money_scale.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

namespace plumb::ui {
namespace {

constexpr qreal kRule = 38;
constexpr qreal kRangeHeight = 9;

} // namespace

double moneyScaleEnd(const MoneyView& view, double* step) {
    double largest = 0;
    for (const std::optional<double>& amount : {view.after, view.low, view.high, view.now})
        largest = std::max(largest, amount.value_or(0));
    if (!(largest > 0) || !std::isfinite(largest))
        largest = 1;
    // Four steps or fewer to the largest amount, and a little room behind it for its post.
    const double power = std::pow(10.0, std::floor(std::log10(largest / 4)));
    double width = power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        width = factor * power;
        if (largest / width <= 4)
            break;
    }
    if (step != nullptr)
        *step = width;
    return std::max(std::ceil(largest / width * 2) / 2 * width, largest * 1.02);
}

MoneyScale::MoneyScale(Format format, QWidget* parent) : QWidget(parent), m_format(std::move(format)) {
    installAccessibility();
    setObjectName(QStringLiteral("moneyScale"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
}

void MoneyScale::setView(const MoneyView& view, const QString& sentence) {
    m_view = view;
    setAccessibleName(sentence);
    update();
}

QSize MoneyScale::sizeHint() const {
    return {scaled(400), 40 + scaled(16)};
}

QSize MoneyScale::minimumSizeHint() const {
    return {scaled(160), sizeHint().height()};
}

void MoneyScale::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    double step = 1;
    const double end = moneyScaleEnd(m_view, &step);
    const auto x = [&](double amount) { return width() * std::clamp(amount / end, 0.0, 1.0); };
    const auto column = [&](double amount) { return std::floor(qMin(x(amount), width() - 1.0)); };
    if (m_view.low && m_view.high && x(*m_view.high) - x(*m_view.low) >= 1) {
        const qreal from = x(*m_view.low), to = x(*m_view.high);
        hatch(&painter, QRectF(from, kRule - kRangeHeight, to - from, kRangeHeight), t[Token::Hatch]);
        for (const double amount : {*m_view.low, *m_view.high})
            painter.fillRect(QRectF(column(amount), kRule - kRangeHeight, 1, kRangeHeight), t[Token::Control]);
    }
    painter.fillRect(QRectF(0, kRule, width(), 1), t[Token::Control]);
    qreal taken = -1;
    for (int i = 0; i * step <= end * 1.0001; ++i) {
        painter.fillRect(QRectF(column(i * step), kRule + 1, 1, 4), t[Token::Control]);
        const QString label = m_format(i * step);
        const qreal wide = textWidth(label, Role::Micro, Digits::Tabular);
        const qreal left = std::clamp(x(i * step) - (i == 0 ? 0 : wide / 2), 0.0, qMax(0.0, width() - wide));
        if (left <= taken) // labels never overlap: the later one goes
            continue;
        drawText(&painter, QRectF(left, kRule + 4, wide + 1, lineHeight(Role::Micro)), label, Role::Micro,
                 t[Token::Ink3], Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
        taken = left + wide + 6;
    }
    if (m_view.now) {
        const qreal at = column(*m_view.now);
        painter.fillRect(QRectF(at, kRule - 16, 1.5, 16), t[Token::Ink]);
        painter.fillRect(QRectF(at - 3, kRule - 17, 7, 1.5), t[Token::Ink]);
    }
    if (m_view.after)
        plumbLine(&painter, QPointF(std::clamp(x(*m_view.after), 4.5, width() - 5.0), kRule - 1), 0, t[Token::Accent]);
}

} // namespace plumb::ui
