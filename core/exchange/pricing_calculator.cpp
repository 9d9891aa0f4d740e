// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AWS Pricing Calculator: the CSV of an estimate. A head with the sums ("Estimate summary"), then the table from the
// line with "Service" and "Monthly" on, then an acknowledgement. Older files have no group hierarchy or no status.
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"
#include "core/exchange/list_readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plumb::exchange {
using namespace lists;
namespace {

constexpr std::string_view kFormat = "AWS Pricing Calculator";
using Columns = std::map<std::string, std::size_t, std::less<>>;

Columns columnsOf(const ListRow& row) {
    Columns columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        columns.emplace(foldedName(row.cells[i]), i);
    return columns;
}

/// A row of the table below the header.
struct Line {
    const ListRow* row = nullptr;
    std::string service, description, group, region, currency, summary;
    std::optional<double> monthly, upfront;
};

std::string cellOf(const ListRow& row, const Columns& columns, std::string_view name) {
    const auto found = columns.find(name);
    if (found == columns.end() || found->second >= row.cells.size())
        return {};
    return std::string(trimmed(row.cells[found->second]));
}

Line lineOf(const ListRow& row, const Columns& columns) {
    Line line;
    line.row = &row;
    line.service = cellOf(row, columns, "service");
    line.description = cellOf(row, columns, "description");
    line.group = cellOf(row, columns, "group hierarchy");
    line.region = cellOf(row, columns, "region");
    line.currency = cellOf(row, columns, "currency");
    if (!line.currency.empty())
        line.currency = shortened(fitName(line.currency), 16);
    line.summary = cellOf(row, columns, "configuration summary");
    line.monthly = decimalNumber(cellOf(row, columns, "monthly"));
    const std::string upfront = cellOf(row, columns, "upfront");
    line.upfront = upfront.empty() ? std::optional(0.0) : decimalNumber(upfront);
    return line;
}

/// The number in "Name of the thing (12)" after a word of the summary.
std::optional<double> numberAfter(const std::string& folded, std::string_view words) {
    const std::size_t at = folded.find(words);
    const std::size_t open = at == std::string::npos ? at : folded.find('(', at);
    const std::size_t close = open == std::string::npos ? open : folded.find(')', open);
    if (close == std::string::npos)
        return std::nullopt;
    return decimalNumber(std::string_view(folded).substr(open + 1, close - open - 1));
}

/// A SageMaker row that names one instance type and is not for training, notebooks or jobs is a real-time endpoint.
void takeEndpoint(const Line& line, ListCharge& charge) {
    const std::string summary = foldedName(line.summary);
    if (foldedName(line.service).find("sagemaker") == std::string::npos)
        return;
    for (const std::string_view job : {"training", "notebook", "processing", "transform", "wrangler"})
        if (summary.find(job) != std::string::npos || foldedName(line.service).find(job) != std::string::npos)
            return;
    const std::size_t at = summary.find("ml.");
    if (at == std::string::npos || summary.find("ml.", at + 3) != std::string::npos)
        return;
    const std::size_t end = summary.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.", at);
    charge.type = "endpoint";
    charge.instanceType = summary.substr(at + 3, end == std::string::npos ? end : end - at - 3);
    charge.quantity = numberAfter(summary, "number of instances per endpoint").value_or(1);
}

ListCharge chargeOf(const Line& line) {
    ListCharge charge;
    charge.service = line.service;
    charge.amount = *line.monthly;
    charge.place = ListPlace::ofLine(line.row->line);
    // What a person called it; else the innermost group.
    charge.resource = line.description;
    if (charge.resource.empty()) {
        const std::size_t arrow = line.group.rfind('>');
        charge.resource = std::string(trimmed(arrow == std::string::npos ? line.group : line.group.substr(arrow + 1)));
    }
    takeEndpoint(line, charge);
    return charge;
}

/// Says why a row can't be used; nothing when it can.
bool refused(const ListRow& row, const Line& line, std::size_t columns, ListAccount& account) {
    const ListPlace place = ListPlace::ofLine(row.line);
    if (row.badUtf8)
        account.refuse("not UTF-8", place, {"I008", {}, "The row is not UTF-8.", "Save the file as UTF-8."});
    else if (row.brokenQuotes)
        account.refuse("broken quotes", place,
                       {"I003", {}, "Text stands after a closing quote.", "Double the quotes inside a cell."});
    else if (row.cells.size() != columns)
        account.refuse("wrong number of columns", place,
                       {"I002",
                        {},
                        fmt::format("{} columns instead of {}.", row.cells.size(), columns),
                        "Export the estimate again."});
    else if (!line.monthly)
        account.refuse("not a number", place,
                       {"I001", {}, "The monthly cost is not a number.", "Write it as 1234.5, without a currency."});
    else if (line.service.empty())
        account.refuse("no service", place,
                       {"I005", {}, "It does not say which service costs this.", "Name a service."}, *line.monthly);
    else
        return false;
    return true;
}

/// Rows from the header on to the acknowledgement.
struct Table {
    std::size_t header = 0;
    Columns columns;
    std::vector<const ListRow*> rows;
};

Result<Table> tableOf(const ListTable& file, std::string_view name) {
    Table table;
    const auto isHeader = [](const ListRow& row) {
        const Columns columns = columnsOf(row);
        return columns.contains("service") && columns.contains("monthly");
    };
    const auto header = std::find_if(file.rows.begin(), file.rows.end(), isHeader);
    if (header == file.rows.end())
        return fail(missingColumns(name, "an estimate of the Pricing Calculator", {"Service", "Monthly"}));
    table.columns = columnsOf(*header);
    table.header = static_cast<std::size_t>(header - file.rows.begin());
    for (auto row = header + 1; row != file.rows.end(); ++row) {
        if (foldedName(row->cells.front()) == "acknowledgement")
            break;
        if (!isBlank(*row))
            table.rows.push_back(&*row);
    }
    return table;
}

/// The sum in the head of the file, below "Monthly cost".
std::optional<double> statedMonthly(const ListTable& file, std::size_t header) {
    for (std::size_t i = 0; i + 1 < header; ++i) {
        const Columns columns = columnsOf(file.rows[i]);
        if (columns.contains("monthly cost"))
            return decimalNumber(cellOf(file.rows[i + 1], columns, "monthly cost"));
    }
    return std::nullopt;
}

void compareSums(const ListTable& file, const Table& table, const CostImport& import, ListAccount& account) {
    const std::optional<double> stated = statedMonthly(file, table.header);
    const double found = import.account.amount;
    // Each row is rounded to cents at worst.
    const double slack = 0.005 * static_cast<double>(table.rows.size() + 1);
    if (stated && std::abs(*stated - found) > slack)
        account.warn(fmt::format("The estimate says {:.2f} a month, its rows sum to {:.2f}.", *stated, found),
                     "Export the estimate again, or see which rows were refused.");
}

} // namespace

Result<CostImport> readPricingCalculator(std::string_view bytes, std::string_view name,
                                         const CostImportOptions& options) {
    PLUMB_TRY(file, readListCsv(bytes, name));
    PLUMB_TRY(table, tableOf(file, name));
    std::set<std::string, std::less<>> currencies;
    std::vector<Line> lines;
    const std::size_t columns = file.rows[table.header].cells.size();
    ListAccount account;
    for (const ListRow* row : table.rows) {
        Line line = lineOf(*row, table.columns);
        if (refused(*row, line, columns, account))
            continue;
        if (!line.currency.empty())
            currencies.insert(line.currency);
        lines.push_back(std::move(line));
    }
    PLUMB_TRY(currency, currencyOf(currencies, options, name));
    CostImport import;
    import.format = CostFormat::PricingCalculator;
    import.formatName = std::string(kFormat);
    import.currency = currency;
    std::vector<ListCharge> charges;
    ExactSum upfront;
    for (const Line& line : lines) {
        if (!line.currency.empty() && line.currency != currency) {
            account.refuse("another currency", ListPlace::ofLine(line.row->line),
                           {"I004",
                            {},
                            fmt::format("It is in {}, not in {}.", line.currency, currency),
                            "Import that currency by itself."});
            continue;
        }
        upfront.add(line.upfront.value_or(0));
        if (!line.upfront)
            account.warn(fmt::format("The up-front cost in line {} is not a number.", line.row->line),
                         "Look it up: one-off costs are not in the items.");
        charges.push_back(chargeOf(line));
    }
    makeItems(charges, options, fmt::format("{}, {}", kFormat, fitName(name)), account, import);
    account.finish(import);
    if (upfront.value() > 0)
        account.warn(
            fmt::format("{:.2f} {} up front are not in the items, which are months.", upfront.value(), currency),
            "Put them in as the one-off cost of a measure.");
    compareSums(file, table, import, account);
    account.finish(import);
    return import;
}

} // namespace plumb::exchange
