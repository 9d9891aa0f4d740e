// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CloudWatch metrics as CSV: the console's export (lines Id, StatusCode, Messages, Full label, Label, then a line for
// each time), or a plain table of a time and metrics. Which columns are utilisation, and in what unit, is decided by
// unit, name and range; what the values amount to is in utilisation.cpp.
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"
#include "core/exchange/list_readers.h"
#include "core/exchange/utilisation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace plumb::exchange {
using namespace lists;
namespace {

/// Digits only, `least` to `most` of them, from `text` on.
std::optional<std::int64_t> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9')
        ++count;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return count >= least ? std::optional(value) : std::nullopt;
}

/// The day of "2026/02/14 14:20:00", "2026-02-14T14:20:00Z", "2026-02-14" or seconds or milliseconds since 1970.
std::optional<Date> dayOfTime(std::string_view cell) {
    std::string_view text = trimmed(cell);
    if (text.size() >= 10 && text.size() <= 13 && text.find_first_not_of("0123456789") == std::string_view::npos) {
        const std::int64_t stamp = *takeDigits(text, 10, 13);
        return dayOf(Instant{stamp < 100'000'000'000 ? stamp * 1000 : stamp});
    }
    const auto year = takeDigits(text, 4, 4);
    if (!year || text.empty() || (text.front() != '/' && text.front() != '-'))
        return std::nullopt;
    const char between = text.front();
    text.remove_prefix(1);
    const auto month = takeDigits(text, 1, 2);
    if (!month || text.empty() || text.front() != between)
        return std::nullopt;
    text.remove_prefix(1);
    const auto day = takeDigits(text, 1, 2);
    const Date date{static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(day.value_or(0))};
    const bool timeFollows = text.empty() || text.front() == ' ' || text.front() == 'T';
    return date.valid() && timeFollows ? std::optional(date) : std::nullopt;
}

std::string monthOf(Date date) {
    return fmt::format("{:04}-{:02}", date.year, date.month);
}

/// The file as metrics with points, and where its times lie.
struct Reader {
    const CostImportOptions& options;
    ListAccount& account;
    std::vector<Metric> metrics;
    Date from, to;
    bool data = false; ///< a line with a time came

    void readRow(const ListRow& row) {
        const std::optional<Date> day = dayOfTime(row.cells.front());
        if (day)
            readPoints(row, *day);
        else if (!data)
            readHead(row);
        else
            refuseAll(row, "no time",
                      {"I006", {}, "The line does not begin with a time.", "Write it as 2026-02-14 14:20:00."});
    }

private:
    Metric& metric(std::size_t column) {
        if (metrics.size() < column)
            metrics.resize(column);
        return metrics[column - 1];
    }
    void readHead(const ListRow& row) {
        const std::string key = foldedName(row.cells.front());
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            const std::string cell(trimmed(row.cells[i]));
            if (cell.empty())
                continue;
            if (key == "full label")
                metric(i).fullLabel = cell;
            else if (key == "unit" || key == "units")
                metric(i).unit = cell;
            else if (key == "statistic" || key == "stat")
                metric(i).statistic = cell;
            else if (key == "label" || key == "metric" || key == "metric name" ||
                     key.find("time") != std::string::npos || key.find("date") != std::string::npos)
                metric(i).label = cell;
        }
    }
    void readPoints(const ListRow& row, Date day) {
        data = true;
        if (row.badUtf8 || row.brokenQuotes)
            return refuseAll(row, "broken text",
                             {row.badUtf8 ? "I008" : "I003", {}, "The line is not CSV in UTF-8.", "Export it again."});
        std::size_t used = row.cells.size();
        while (used > 1 && isNothing(row.cells[used - 1]))
            --used;
        if (used - 1 > std::max<std::size_t>(metrics.size(), 1))
            return refuseAll(row, "wrong number of columns",
                             {"I002",
                              {},
                              fmt::format("{} columns instead of {}.", used, metrics.size() + 1),
                              "Give each column a name."});
        const bool other = !options.month.empty() && monthOf(day) != options.month;
        for (std::size_t i = 1; i < used; ++i)
            if (!isNothing(row.cells[i]))
                readPoint(row, i, other);
        if (other)
            return;
        from = from.valid() ? std::min(from, day) : day;
        to = std::max(to, day);
    }
    void readPoint(const ListRow& row, std::size_t column, bool otherMonth) {
        const ListPlace place = ListPlace::ofLine(row.line);
        std::string_view cell = trimmed(row.cells[column]);
        const bool percent = cell.ends_with('%');
        cell.remove_suffix(percent ? 1 : 0);
        const std::optional<double> value = decimalNumber(cell);
        if (otherMonth)
            account.leaveOut("another month", place);
        else if (!value)
            account.refuse("not a number", place,
                           {"I001", {}, fmt::format("Column {} is not a number.", column + 1), "Write it as 12.5."});
        else {
            Metric& m = metric(column);
            m.percentSigns += percent ? 1 : 0;
            m.points.push_back({*value, row.line});
        }
    }
    /// A line that can't be used: each of its values is a point.
    void refuseAll(const ListRow& row, std::string_view reason, Message message) {
        std::uint64_t points = 0;
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            points += isNothing(row.cells[i]) ? 0 : 1;
        account.refuse(reason, ListPlace::ofLine(row.line), std::move(message), 0, std::max<std::uint64_t>(points, 1));
    }
};

/// Labels that stand twice say nothing: their full labels do.
void makeLabels(std::vector<Metric>& metrics) {
    std::map<std::string, int> seen;
    for (const Metric& metric : metrics)
        ++seen[metric.label];
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        Metric& metric = metrics[i];
        if ((metric.label.empty() || seen[metric.label] > 1) && !metric.fullLabel.empty())
            metric.label = metric.fullLabel;
        if (metric.label.empty())
            metric.label = fmt::format("column {}", i + 2);
        metric.label = fitName(metric.label);
    }
}

/// Gives the loads to the items they were asked for.
void giveToItems(const CostImportOptions& options, std::vector<MeasuredLoad>& loads, ListAccount& account) {
    const std::vector<std::string>& target = options.target;
    if (target.empty() || loads.empty())
        return;
    if (loads.size() == 1) {
        const MeasuredLoad load = loads.front();
        loads.clear();
        for (const std::string& item : target) {
            loads.push_back(load);
            loads.back().item = item;
        }
    } else if (loads.size() == target.size()) {
        for (std::size_t i = 0; i < loads.size(); ++i)
            loads[i].item = target[i];
    } else {
        account.warn(fmt::format("{} metrics were measured for {} items.", loads.size(), target.size()),
                     "Say for each metric which item it belongs to.");
    }
}

} // namespace

Result<CostImport> readCloudWatch(std::string_view bytes, std::string_view name, const CostImportOptions& options) {
    PLUMB_TRY(table, readListCsv(bytes, name));
    CostImport import;
    import.format = CostFormat::CloudWatch;
    import.formatName = "CloudWatch metrics";
    import.currency = options.currency;
    ListAccount account;
    Reader reader{options, account, {}, {}, {}, false};
    for (const ListRow& row : table.rows)
        if (!isBlank(row))
            reader.readRow(row);
    if (!reader.data)
        return fail(missingColumns(name, "an export of CloudWatch metrics", {"lines that begin with a time"}));
    makeLabels(reader.metrics);
    import.from = reader.from;
    import.to = reader.to;
    std::string source = fmt::format("CloudWatch, {}", fitName(name));
    if (reader.from.valid())
        source += fmt::format(", {} to {}", toIso(reader.from), toIso(reader.to));
    for (const Metric& metric : reader.metrics)
        if (auto load = loadOf(metric, source, account))
            import.loads.push_back(std::move(*load));
    giveToItems(options, import.loads, account);
    account.finish(import);
    return import;
}

} // namespace plumb::exchange
