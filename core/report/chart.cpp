// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chart.h"

#include "core/report/cost_charts.h"

#include <cmath>
#include <fmt/format.h>

namespace plumb::report {
namespace {

/// A text that a spreadsheet would take for a formula gets an apostrophe; quotes only where RFC 4180 needs them.
std::string textCell(std::string_view text) {
    std::string out;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        out = "'";
    out += text;
    if (out.find_first_of("\",\r\n") == std::string::npos)
        return out;
    std::string quoted = "\"";
    for (const char c : out)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

std::string cellText(const ChartTable::Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return textCell(*text);
    const double number = std::get<double>(cell);
    return std::isfinite(number) ? fmt::format("{}", number) : std::string();
}

} // namespace

std::string csvOf(const Chart& chart) {
    std::string out;
    for (std::size_t k = 0; k < chart.table.heads.size(); ++k)
        out += (k == 0 ? "" : ",") + textCell(chart.table.heads[k]);
    out += "\r\n";
    for (const std::vector<ChartTable::Cell>& row : chart.table.rows) {
        for (std::size_t k = 0; k < row.size(); ++k)
            out += (k == 0 ? "" : ",") + cellText(row[k]);
        out += "\r\n";
    }
    return out;
}

} // namespace plumb::report
