// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart as data: axes, bars, lines, bands and marks in the figures' own units, with the sentence that it says and the
// table behind it. ui/charts draws any chart, on screen and as vectors; nothing here knows a pixel or a colour value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumb::report {

/// Colours by meaning; look.md section 8 says which token each is.
enum class ChartColour : std::uint8_t {
    Series1, ///< main series (c1)
    Series2, ///< c2
    Series3, ///< c4
    Series4, ///< c5
    Series5, ///< c6
    Total,   ///< c2
    Saving,  ///< c1
    Worse,   ///< c5
    LowEnd,  ///< c3: an input at P10
    HighEnd, ///< c1: an input at P90
    Baseline ///< c3
};

enum class ValueFormat : std::uint8_t {
    Number,
    Money,   ///< "$16.7k", with `currency` of the chart; true minus
    Percent, ///< of a share: 0.5 is "50 %"
    Month,   ///< whole months
    Days     ///< person-days
};

struct ChartAxis {
    std::string title; ///< under the end of the axis: "saving per month", "months"
    ValueFormat format = ValueFormat::Number;
    std::optional<double> low, high; ///< none: what is shown needs, rounded; bars always begin at zero
    bool logarithmic = false;
    std::vector<double> ticks; ///< empty: chosen by the painter
    friend bool operator==(const ChartAxis&, const ChartAxis&) = default;
};

struct ChartPoint {
    double x = 0, y = 0;
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// One bar. It stands on its category (0, 1, ... or between two numbers) and reaches from one value to another.
struct ChartBar {
    double position = 0;     ///< category number; of a histogram the middle
    double width = 0.56;     ///< in categories (or in x of a histogram)
    double from = 0, to = 0; ///< values
    ChartColour colour = ChartColour::Saving;
    std::string label;                 ///< on the mark: "-5.4k"; may be empty
    bool strong = false;               ///< total
    std::optional<ChartPoint> whisker; ///< x: low, y: high value
    std::string link;                  ///< see ChartCategory::link
    std::string hover;                 ///< "Share endpoints saves $5,425 a month"; also what a screen reader says
    friend bool operator==(const ChartBar&, const ChartBar&) = default;
};

/// Below (or left of) a bar.
struct ChartCategory {
    std::string name;
    std::string sub; ///< a second line in accent: "F-05"
    bool strong = false;
    /// What Enter or a click opens: "measure:ID", "item:ID", "finding:KEY", "input:POINTER"; empty: nothing.
    std::string link;
    friend bool operator==(const ChartCategory&, const ChartCategory&) = default;
};

struct ChartLine {
    std::string name;
    std::vector<ChartPoint> points;
    ChartColour colour = ChartColour::Series1;
    bool dashed = false, stepped = false, joined = true; ///< not joined: markers alone
    bool markers = false;
    bool named = true;               ///< the name stands at its end
    double fillFrom = 0, fillTo = 0; ///< filled below in the band colour between these x; equal: not at all
    std::vector<std::string> hovers; ///< one for each point, or none: made from the values
    std::vector<std::string> links;  ///< one for each point, or none
    friend bool operator==(const ChartLine&, const ChartLine&) = default;
};

/// Between two lines over the same x, in the band colour.
struct ChartBand {
    std::vector<double> x, low, high;
    bool hatched = false;
    friend bool operator==(const ChartBand&, const ChartBand&) = default;
};

/// A place with a word. Bob: a plumb line from the top to the value, for the likely or present one.
struct ChartMark {
    enum class Kind : std::uint8_t { Bob, Ring, Vertical, Horizontal } kind = Kind::Ring;
    ChartPoint at;
    std::string label; ///< "P50 14.2k"
    enum class Side : std::uint8_t { Right, Left, Above, Below } side = Side::Right;
    bool strong = true; ///< its label is 600
    int rank = 0;       ///< labels never overlap: the one with the higher number goes
    friend bool operator==(const ChartMark&, const ChartMark&) = default;
};

/// A pale region where one of two is the better: between two lines from x to x.
struct ChartZone {
    std::vector<ChartPoint> outline;
    friend bool operator==(const ChartZone&, const ChartZone&) = default;
};

/// A connector between bars.
struct ChartConnector {
    ChartPoint from, to; ///< x in categories
    friend bool operator==(const ChartConnector&, const ChartConnector&) = default;
};

struct ChartTable {
    using Cell = std::variant<std::string, double>;
    std::vector<std::string> heads;
    std::vector<std::vector<Cell>> rows;
    friend bool operator==(const ChartTable&, const ChartTable&) = default;
};

struct ChartLegend {
    std::string name;
    ChartColour colour = ChartColour::Series1;
    friend bool operator==(const ChartLegend&, const ChartLegend&) = default;
};

struct Chart {
    std::string id;             ///< "waterfall": for file names and settings
    std::string title;          ///< says what
    std::string conclusion;     ///< one sentence: so what
    std::string empty;          ///< when there is nothing to draw: why, and what to do; then the rest is empty
    std::string currency = "$"; ///< sign before money
    bool horizontal = false;    ///< bars lie: categories go down, values along x
    bool movable = false;       ///< bars may be dragged into another order (waterfall)
    ChartAxis xAxis, yAxis;
    std::vector<ChartCategory> categories; ///< empty: x is a number
    std::vector<ChartBar> bars;
    std::vector<ChartConnector> connectors;
    std::vector<ChartBand> bands;
    std::vector<ChartZone> zones;
    std::vector<ChartLine> lines;
    std::vector<ChartMark> marks;
    std::vector<ChartLegend> legend; ///< only where labels at the lines do not do
    ChartTable table;                ///< every figure of the chart, unrounded
    friend bool operator==(const Chart&, const Chart&) = default;
};

} // namespace plumb::report
