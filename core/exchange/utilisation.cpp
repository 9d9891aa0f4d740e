// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/utilisation.h"

#include "core/base/json.h"
#include "core/exchange/list_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::exchange::lists {
namespace {

constexpr double kRounding = 1.005; ///< CloudWatch gives 100.0000001 for a busy core
constexpr double kLeastLoad = 1e-6; ///< the catalog wants a utilisation above 0

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

double highest(const Metric& metric) {
    double most = 0;
    for (const MetricPoint& point : metric.points)
        most = std::max(most, point.value);
    return most;
}

/// Of sorted values, straight between the two beside it (Hyndman and Fan's type 7).
double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

struct Shape {
    double low = 0, mode = 0, high = 0;
};

/// A PERT with exactly this mean, (low + 4 mode + high)/6, with ends inside [low, high].
Shape pertWithMean(double low, double mean, double high) {
    Shape shape{low, (6 * mean - low - high) / 4, high};
    if (shape.mode < low)
        shape = {low, low, 6 * mean - 5 * low};
    else if (shape.mode > high)
        shape = {6 * mean - 5 * high, high, high};
    shape.low = std::max(shape.low, std::min(kLeastLoad, mean));
    shape.high = std::min(shape.high, 1.0);
    shape.mode = std::clamp(shape.mode, shape.low, std::max(shape.low, shape.high));
    shape.high = std::max(shape.high, shape.mode);
    return shape;
}

std::string fieldOf(const MeasuredLoad& load, double least, double most, std::string_view source) {
    Json value;
    const bool holds = 5 * load.low + load.high <= 6 * load.mean && 6 * load.mean <= load.low + 5 * load.high;
    const double low = std::max(holds ? load.low : least, std::min(kLeastLoad, load.mean));
    const Shape shape = pertWithMean(low, load.mean, holds ? load.high : most);
    if (shape.high - shape.low <= 1e-12) {
        value["dist"] = "point";
        value["value"] = load.mean;
    } else {
        value["dist"] = "pert";
        value["low"] = shape.low;
        value["mode"] = shape.mode;
        value["high"] = shape.high;
    }
    value["source"] = fmt::format("{}, {}, {} points", source, load.label, load.points);
    return writeJsonCompact(value);
}

void leaveOutAll(const Metric& metric, std::string_view reason, ListAccount& account) {
    for (const MetricPoint& point : metric.points)
        account.leaveOut(reason, ListPlace::ofLine(point.line));
}

/// Values between 0 and 1, sorted; those below 0 are refused.
std::vector<double> sharesOf(const Metric& metric, double unit, ListAccount& account) {
    std::vector<double> values;
    for (const MetricPoint& point : metric.points) {
        if (point.value < 0) {
            account.refuse("below 0", ListPlace::ofLine(point.line),
                           {"I001",
                            {},
                            fmt::format("{} of {} is below 0.", point.value, metric.label),
                            "A utilisation is 0 to 100 %."});
            continue;
        }
        values.push_back(std::min(point.value / unit, 1.0));
    }
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

Scale scaleOf(const Metric& metric) {
    const std::string name = foldedName(metric.label + " " + metric.fullLabel);
    const std::string unit = foldedName(metric.unit);
    const std::string statistic = foldedName(metric.statistic);
    if (statistic == "sum" || statistic == "samplecount" || hasAny(name, {" sum ", " samplecount "}))
        return Scale::None;
    if (unit == "percent" || unit == "%" || metric.percentSigns > 0)
        return Scale::Percent;
    if (!unit.empty() && unit != "none" && unit != "share")
        return Scale::None;
    const bool share = highest(metric) <= 1;
    if (unit == "share" || hasAny(name, {"(share)", "fraction"}))
        return Scale::Share;
    if (hasAny(name, {"%", "percent", "cpuutilization", "gpuutilization", "memoryutilization", "diskutilization"}))
        return Scale::Percent;
    if (hasAny(name, {"utili", "load", "busy", "usage", "occupancy"}))
        return share ? Scale::Share : Scale::Percent;
    if (hasAny(name, {"invocation", "latency", "error", "count", "byte", "request", "ops", "packet", "credit", "size",
                      "time", "token", "throttle", "hits", "backlog", "duration"}) ||
        highest(metric) > 100)
        return Scale::None;
    return share ? Scale::Share : Scale::Percent;
}

std::optional<MeasuredLoad> loadOf(const Metric& metric, std::string_view source, ListAccount& account) {
    if (metric.points.empty())
        return std::nullopt;
    const Scale scale = scaleOf(metric);
    if (scale == Scale::None) {
        leaveOutAll(metric, fmt::format("no utilisation: {}", metric.label), account);
        return std::nullopt;
    }
    const double unit = scale == Scale::Percent ? 100 : 1;
    if (highest(metric) > unit * kRounding) {
        leaveOutAll(metric, fmt::format("above 100 %: {}", metric.label), account);
        account.warn(fmt::format("{} goes up to {}: more than 100 %.", metric.label, highest(metric)),
                     "SageMaker adds up GPUs and cores: divide by their number with metric math, such as m1/4.");
        return std::nullopt;
    }
    const std::vector<double> values = sharesOf(metric, unit, account);
    ExactSum sum;
    for (const double value : values)
        sum.add(value);
    const double mean = values.empty() ? 0 : sum.value() / static_cast<double>(values.size());
    if (mean < kLeastLoad) {
        for (const MetricPoint& point : metric.points)
            if (point.value >= 0)
                account.leaveOut(fmt::format("never above 0: {}", metric.label), ListPlace::ofLine(point.line));
        account.warn(fmt::format("{} never did anything.", metric.label), "Switch it off, or look for another metric.");
        return std::nullopt;
    }
    if (scale == Scale::Percent && highest(metric) <= 1 && metric.unit.empty() && metric.percentSigns == 0)
        account.warn(fmt::format("{} is never above 1 and was read as percent.", metric.label),
                     "Give the unit, or name the column \"utilisation\", when it is a share.");
    for (const MetricPoint& point : metric.points)
        if (point.value >= 0)
            account.map(metric.label, ListPlace::ofLine(point.line));
    MeasuredLoad load;
    load.label = metric.label;
    load.mean = mean;
    load.low = quantile(values, 0.1);
    load.high = quantile(values, 0.9);
    load.points = values.size();
    load.json = fieldOf(load, values.front(), values.back(), source);
    return load;
}

} // namespace plumb::exchange::lists
