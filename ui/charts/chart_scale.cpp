// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <QCoreApplication>

namespace plumb::ui {
namespace {

using report::ChartAxis;
using report::ValueFormat;

struct Mantissa {
    double step, cost;
};
constexpr Mantissa kMantissas[] = {{1, 0}, {2, 0}, {2.5, 0.05}, {3, 0.12}, {4, 0.05}, {5, 0}, {6, 0.12}, {8, 0.05}};
constexpr std::array<double, 9> kMonths = {1, 2, 3, 6, 12, 24, 36, 60, 120};

QString trueMinus(QString text) {
    return text.replace(u'-', QChar(0x2212));
}

QString grouped(double value, int decimals) {
    QString text = QString::number(std::abs(value), 'f', decimals);
    const qsizetype dot = text.indexOf(u'.');
    for (qsizetype i = (dot < 0 ? text.size() : dot) - 3; i > 0; i -= 3)
        text.insert(i, u',');
    return text;
}

/// Decimals that a step of ticks needs, at most 4.
int decimalsFor(double step) {
    for (int decimals = 0; decimals < 4; ++decimals) {
        const double shown = step * std::pow(10, decimals);
        if (std::abs(shown - std::round(shown)) < 1e-6 * std::max(1.0, shown))
            return decimals;
    }
    return 4;
}

/// Ticks of one axis share their unit and decimals: "$13.5k", "$14.0k".
QString tickText(double value, double step, double most, ValueFormat format, const std::string& sign) {
    if (format == ValueFormat::Percent)
        return QString::number(value * 100, 'f', decimalsFor(step * 100)) + QStringLiteral(" %");
    if (std::abs(value) < step * 1e-9)
        return QStringLiteral("0");
    static constexpr std::pair<double, const char*> kUnits[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "k"}};
    double unit = 1;
    QString suffix;
    if (format == ValueFormat::Money || most >= 1e5)
        for (const auto& [size, name] : kUnits)
            if (most >= size && decimalsFor(step / size) <= 2) {
                unit = size;
                suffix = QString::fromLatin1(name);
                break;
            }
    const QString text = grouped(value / unit, decimalsFor(step / unit)) + suffix;
    const QString money = format == ValueFormat::Money ? QString::fromStdString(sign) + text : text;
    return value < 0 ? QChar(0x2212) + money : money;
}

double stepFor(const ChartRange& range, int most, ValueFormat format) {
    const double span = range.high - range.low;
    if (format == ValueFormat::Month) {
        for (const double step : kMonths)
            if (span / step <= most - 1 + 1e-9)
                return step;
        return std::ceil(span / 120 / (most - 1)) * 120;
    }
    const double power = std::pow(10, std::floor(std::log10(span / std::max(1, most))));
    for (const double mantissa : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        const double step = power * mantissa;
        const double count = std::floor(range.high / step + 1e-9) - std::ceil(range.low / step - 1e-9) + 1;
        if (count <= most)
            return step;
    }
    return power * 100;
}

std::vector<double> logarithmicTicks(const ChartRange& range, int most) {
    std::vector<double> all, powers;
    const int first = static_cast<int>(std::floor(std::log10(range.low)));
    const int last = static_cast<int>(std::ceil(std::log10(range.high)));
    for (int power = first; power <= last && last - first < 40; ++power)
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double tick = mantissa * std::pow(10, power);
            if (tick < range.low * (1 - 1e-9) || tick > range.high * (1 + 1e-9))
                continue;
            all.push_back(tick);
            if (mantissa == 1.0)
                powers.push_back(tick);
        }
    if (static_cast<int>(all.size()) <= most || powers.size() < 2)
        return all;
    const std::size_t each = powers.size() / (static_cast<std::size_t>(most) + 1) + 1;
    std::vector<double> result;
    for (std::size_t i = 0; i < powers.size(); i += each)
        result.push_back(powers[i]);
    return result;
}

} // namespace

double ChartScale::at(double value) const {
    const double share =
        logarithmic ? std::log(std::max(value, low) / low) / std::log(high / low) : (value - low) / (high - low);
    return start + share * (end - start);
}

double ChartScale::value(double px) const {
    const double share = (px - start) / (end - start);
    return logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
}

void ChartRange::take(double value) {
    if (!std::isfinite(value))
        return;
    low = empty() ? value : std::min(low, value);
    high = std::max(high, low);
    high = std::max(high, value);
}

ChartRange valueRange(const ChartAxis& axis, ChartRange data) {
    if (data.empty())
        data = {0, 1};
    if (axis.logarithmic)
        return alongRange(axis, data);
    const double low = axis.low.value_or(data.low), high = axis.high.value_or(data.high);
    if (!(high > low)) {
        const double room = std::max(std::abs(low), 1.0) / 2;
        return {low >= 0 && low - room < 0 ? 0 : low - room, low + room};
    }
    double best = std::numeric_limits<double>::max();
    ChartRange result{low, high};
    const double power = std::pow(10, std::floor(std::log10((high - low) / 5)));
    for (const double decade : {1.0, 10.0})
        for (const Mantissa& mantissa : kMantissas) {
            const double step = power * decade * mantissa.step;
            // Values on both sides of zero may begin on half a step; others begin on a tick.
            const double grain = low < 0 && high > 0 ? step / 2 : step;
            const double from = axis.low ? low : std::floor(low / grain + 1e-9) * grain;
            const double to = axis.high ? high : std::ceil(high / step - 1e-9) * step;
            const double count = (to - from) / step;
            if (count < 2.9 || count > 5.2)
                continue;
            const double cost = (to - from) / (high - low) + mantissa.cost + 0.02 * std::abs(count - 4);
            if (cost < best) {
                best = cost;
                result = {from, to, step};
            }
        }
    return result;
}

ChartRange alongRange(const ChartAxis& axis, ChartRange data, bool roomy) {
    if (data.empty())
        data = {axis.logarithmic ? 1.0 : 0.0, axis.logarithmic ? 10.0 : 1.0};
    double low = axis.low.value_or(data.low), high = axis.high.value_or(data.high);
    if (axis.logarithmic) {
        high = high > 0 ? high : 1;
        low = low > 0 ? low : high / 1000;
        if (!(high > low * 1.0001)) {
            low /= 3;
            high *= 3;
        }
        return {low, high};
    }
    if (!(high > low)) {
        const double room = std::max(std::abs(low), 1.0) / 2;
        return {low - room, high + room};
    }
    const double room = axis.format == ValueFormat::Month ? 0 : (high - low) * 0.06;
    if (!axis.low && low != 0.0)
        low = low > 0 && low - room < 0 ? 0 : low - room;
    if (!axis.high && high != 0.0)
        high += data.low == 0.0 && !roomy ? 0 : room;
    return {low, high};
}

std::vector<ChartTick> ticksOf(const ChartAxis& axis, const ChartRange& range, int most, const std::string& sign) {
    std::vector<ChartTick> result;
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    std::vector<double> values;
    double step = 0;
    if (!axis.ticks.empty()) {
        step = largest;
        for (const double tick : axis.ticks)
            if (tick >= range.low - 1e-9 * largest && tick <= range.high + 1e-9 * largest)
                values.push_back(tick);
        for (const double tick : values) // as many decimals as the finest of them needs
            step = std::min(step, std::abs(tick) > 0 ? std::abs(tick) : step);
        for (std::size_t i = 1; i < values.size(); ++i)
            step = std::min(step, std::abs(values[i] - values[i - 1]));
    } else if (axis.logarithmic) {
        values = logarithmicTicks(range, most);
        for (const double tick : values)
            result.push_back({tick, tickText(tick, tick, tick, axis.format, sign)});
        return result;
    } else {
        step = range.step > 0 ? range.step : stepFor(range, most, axis.format);
        while (range.step > 0 && (range.high - range.low) / step > most)
            step *= 2;
        for (double tick = std::ceil(range.low / step - 1e-9) * step; tick <= range.high + step * 1e-6; tick += step)
            values.push_back(std::abs(tick) < step * 1e-9 ? 0 : tick);
    }
    for (const double tick : values)
        result.push_back({tick, tickText(tick, step, largest, axis.format, sign)});
    return result;
}

QString valueText(double value, ValueFormat format, const std::string& sign) {
    const QString minus = value < 0 ? QString(QChar(0x2212)) : QString();
    const double size = std::abs(value);
    const int decimals = size >= 100 || size == std::round(size) ? 0 : size >= 1 ? 2 : 4;
    switch (format) {
    case ValueFormat::Money:
        return minus + QString::fromStdString(sign) + grouped(size, size >= 10 || size == std::round(size) ? 0 : 2);
    case ValueFormat::Percent:
        return trueMinus(QString::number(value * 100, 'f', size < 0.1 && size > 0 ? 1 : 0)) + QStringLiteral(" %");
    case ValueFormat::Month:
        return QCoreApplication::translate("plumb::ui::ChartView", "month %1").arg(minus + grouped(size, 0));
    case ValueFormat::Days:
        return QCoreApplication::translate("plumb::ui::ChartView", "%1 days").arg(minus + grouped(size, decimals));
    case ValueFormat::Number:
        break;
    }
    return minus + grouped(size, decimals);
}

} // namespace plumb::ui
