// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two ways of paying over one quantity: where they cross, where the model stands, and where the other way is better.
#include "core/report/cost_chart_parts.h"
#include "core/report/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace plumb::report {
namespace {

using cost::BreakEvenKind;
using cost::BreakEvenPicture;

constexpr double kMillion = 1e6;

/// How a question is asked and answered. {x} is the break-even, {now} where the model stands.
struct Words {
    std::string_view title;
    std::string_view missing;       ///< what the model needs
    std::string_view firstBelow;    ///< when the first curve is cheaper below the break-even
    std::string_view secondBelow;   ///< when the second is
    std::string_view standsAt;      ///< after either
    std::string_view standsPlanned; ///< the same when it is not so yet
};

const Words& wordsOf(BreakEvenKind kind) {
    static constexpr Words kProvisioned{"Provisioned or on demand?",
                                        "A measure that buys or gives up provisioned throughput is needed.",
                                        "Provisioned units are cheaper below {} tokens an hour",
                                        "Stay on demand below {} tokens an hour",
                                        "the load is {}",
                                        "the load is {}"};
    static constexpr Words kPgvector{"pgvector or OpenSearch?",
                                     "An OpenSearch Serverless or Aurora vector store is needed.",
                                     "pgvector is cheaper below {}",
                                     "OpenSearch is cheaper below {}",
                                     "{} in use",
                                     "{} planned"};
    static constexpr Words kServerless{"Serverless or real-time?",
                                       "An endpoint with a memory of up to 6 GB is needed.",
                                       "Serverless is cheaper below {} requests of one second a month",
                                       "Real-time is cheaper below {} requests of one second a month",
                                       "the load is {}",
                                       "the load is {}"};
    static constexpr Words kCache{"Cache the prompt or not?",
                                  "A token stream with a repeated prefix is needed.",
                                  "Caching pays below {} hits",
                                  "Caching pays above {} hits",
                                  "it has {}",
                                  "{} expected"};
    static constexpr Words kSelfHosting{"Own hosts or an API?",
                                        "A token stream and an endpoint on accelerated instances are needed.",
                                        "Own hosts pay below {} tokens a month, if they can carry them",
                                        "Own hosts pay above {} tokens a month, if they can carry them",
                                        "the load is {}",
                                        "the load is {}"};
    switch (kind) {
    case BreakEvenKind::Pgvector:
        return kPgvector;
    case BreakEvenKind::Serverless:
        return kServerless;
    case BreakEvenKind::CacheHitRate:
        return kCache;
    case BreakEvenKind::SelfHosting:
        return kSelfHosting;
    case BreakEvenKind::Provisioned:
        break;
    }
    return kProvisioned;
}

/// "7.0 M", "4 ACU", "22 %".
std::string placeText(BreakEvenKind kind, double x) {
    switch (kind) {
    case BreakEvenKind::Provisioned:
    case BreakEvenKind::SelfHosting:
        return shortCount(x * kMillion);
    case BreakEvenKind::Pgvector:
        return plainNumber(x) + " ACU";
    case BreakEvenKind::CacheHitRate:
        return percent(x);
    case BreakEvenKind::Serverless:
        break;
    }
    return shortCount(x);
}

/// The measure whose figures were taken, if it was one.
const cost::Measure* measureBehind(const CostChartContext& context, const BreakEvenPicture& picture) {
    for (const cost::Measure& measure : context.spec.measures) {
        const bool fits =
            picture.kind == BreakEvenKind::Provisioned ? measure.type == cost::MeasureType::EnterProvisioned ||
                                                             measure.type == cost::MeasureType::LeaveProvisioned
            : picture.kind == BreakEvenKind::Pgvector     ? measure.type == cost::MeasureType::Pgvector
            : picture.kind == BreakEvenKind::CacheHitRate ? measure.type == cost::MeasureType::PromptCaching
                                                          : false;
        if (fits && measure.id == picture.item)
            return &measure;
    }
    return nullptr;
}

bool isItem(const CostChartContext& context, const BreakEvenPicture& picture, cost::ItemType type) {
    return std::any_of(context.spec.items.begin(), context.spec.items.end(),
                       [&](const cost::Item& item) { return item.id == picture.item && item.type == type; });
}

/// How the model stands to the curve.
struct Standing {
    bool onFirst = false; ///< today is paid as the first curve says
    bool planned = false; ///< `now` is what a measure expects, on the other curve
};

Standing standingOf(const CostChartContext& context, const BreakEvenPicture& picture) {
    const cost::Measure* measure = measureBehind(context, picture);
    switch (picture.kind) {
    case BreakEvenKind::Provisioned:
        return {measure != nullptr && measure->type == cost::MeasureType::LeaveProvisioned, false};
    case BreakEvenKind::Pgvector:
        return {measure == nullptr && isItem(context, picture, cost::ItemType::AuroraPgvector), measure != nullptr};
    case BreakEvenKind::CacheHitRate:
        return {measure == nullptr && picture.now.has_value(), measure != nullptr};
    case BreakEvenKind::Serverless:
    case BreakEvenKind::SelfHosting:
        break;
    }
    return {};
}

/// On the straight line between the points of the curve.
double valueAt(const std::vector<double>& x, const std::vector<double>& y, double at) {
    const auto end = std::lower_bound(x.begin(), x.end(), at);
    if (end == x.begin())
        return y.front();
    if (end == x.end())
        return y.back();
    const auto k = static_cast<std::size_t>(end - x.begin());
    const double part = (at - x[k - 1]) / (x[k] - x[k - 1]);
    return y[k - 1] + part * (y[k] - y[k - 1]);
}

/// Between two crossings in which the way that is not today's costs less.
void addZones(Chart& chart, const cost::Curve& curve, bool onFirst) {
    const std::vector<double>& today = onFirst ? curve.a : curve.b;
    const std::vector<double>& other = onFirst ? curve.b : curve.a;
    std::vector<double> edges{curve.x.front()};
    edges.insert(edges.end(), curve.breakEven.begin(), curve.breakEven.end());
    edges.push_back(curve.x.back());
    for (std::size_t k = 1; k < edges.size(); ++k) {
        const double from = edges[k - 1], to = edges[k], middle = (from + to) / 2;
        if (!(to > from) || !(valueAt(curve.x, other, middle) < valueAt(curve.x, today, middle)))
            continue;
        std::vector<double> places{from};
        for (const double x : curve.x)
            if (x > from && x < to)
                places.push_back(x);
        places.push_back(to);
        ChartZone zone;
        for (const double x : places)
            zone.outline.push_back({x, valueAt(curve.x, today, x)});
        for (auto x = places.rbegin(); x != places.rend(); ++x)
            zone.outline.push_back({*x, valueAt(curve.x, other, *x)});
        chart.zones.push_back(std::move(zone));
    }
}

void addLine(Chart& chart, const std::string& name, const std::vector<double>& x, const std::vector<double>& y,
             ChartColour colour) {
    ChartLine line;
    line.name = name;
    line.colour = colour;
    for (std::size_t k = 0; k < x.size(); ++k)
        line.points.push_back({x[k], y[k]});
    chart.lines.push_back(std::move(line));
}

void addMarks(Chart& chart, const BreakEvenPicture& picture, const Standing& standing) {
    const cost::Curve& curve = picture.curve;
    for (const double x : curve.breakEven)
        chart.marks.push_back({ChartMark::Kind::Ring,
                               {x, valueAt(curve.x, curve.a, x)},
                               placeText(picture.kind, x),
                               ChartMark::Side::Below,
                               true,
                               1});
    if (!picture.now)
        return;
    const bool first = standing.onFirst != standing.planned; // what is planned is on the other curve
    chart.marks.push_back(
        {ChartMark::Kind::Bob,
         {*picture.now, valueAt(curve.x, first ? curve.a : curve.b, *picture.now)},
         fmt::format("{} {}", standing.planned ? "planned" : "now", placeText(picture.kind, *picture.now)),
         ChartMark::Side::Right,
         true,
         0});
}

std::string conclusionOf(const BreakEvenPicture& picture, const Standing& standing) {
    const cost::Curve& curve = picture.curve;
    const Words& words = wordsOf(picture.kind);
    const std::size_t middle = curve.x.size() / 2;
    if (curve.breakEven.empty()) {
        const bool first = curve.a[middle] < curve.b[middle];
        if (curve.a[middle] == curve.b[middle])
            return "Both cost the same.";
        return capitalised(fmt::format("{} is cheaper everywhere up to {}.", first ? curve.aName : curve.bName,
                                       placeText(picture.kind, curve.x.back())));
    }
    const double edge = curve.breakEven.front();
    const bool first = valueAt(curve.x, curve.a, edge / 2) < valueAt(curve.x, curve.b, edge / 2);
    std::string out =
        fmt::format(fmt::runtime(first ? words.firstBelow : words.secondBelow), placeText(picture.kind, edge));
    if (curve.breakEven.size() > 1)
        out += ", then the order changes again";
    if (picture.now && (picture.kind != BreakEvenKind::Provisioned || *picture.now >= edge || standing.onFirst))
        out += "; " + fmt::format(fmt::runtime(standing.planned ? words.standsPlanned : words.standsAt),
                                  placeText(picture.kind, *picture.now));
    return out + ".";
}

} // namespace

Chart breakEvenChart(const CostChartContext& context, BreakEvenKind kind) {
    Chart chart =
        chartOf(fmt::format("break-even-{}", cost::toText(kind)), std::string(wordsOf(kind).title), signOf(context));
    const auto& all = context.picture.breakEvens;
    const auto found = std::find_if(all.begin(), all.end(), [kind](const auto& each) { return each.kind == kind; });
    if (found == all.end() || found->curve.x.size() < 2) {
        chart.empty = fmt::format("The model has no figures for this. {}", wordsOf(kind).missing);
        return chart;
    }
    const cost::Curve& curve = found->curve;
    const Standing standing = standingOf(context, *found);
    const bool cache = kind == BreakEvenKind::CacheHitRate;
    chart.xAxis = {curve.xName, cache ? ValueFormat::Percent : ValueFormat::Number, 0.0, curve.x.back(), false, {}};
    chart.yAxis = {"a month", ValueFormat::Money, 0.0, {}, false, {}};
    addZones(chart, curve, standing.onFirst);
    addLine(chart, curve.aName, curve.x, curve.a, ChartColour::Series2);
    addLine(chart, curve.bName, curve.x, curve.b, ChartColour::Series1);
    addMarks(chart, *found, standing);
    chart.conclusion = conclusionOf(*found, standing);
    chart.table.heads = {capitalised(curve.xName), columnHead(capitalised(curve.aName), context),
                         columnHead(capitalised(curve.bName), context)};
    for (std::size_t k = 0; k < curve.x.size(); ++k)
        chart.table.rows.push_back({curve.x[k], curve.a[k], curve.b[k]});
    return chart;
}

} // namespace plumb::report
