// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells formats apart and hands the bytes to who reads them.
#include "core/exchange/cost_import.h"

#include "core/exchange/bill_reader.h"
#include "core/exchange/gunzip.h"
#include "core/exchange/layered_source.h"
#include "core/exchange/list_readers.h"

#include <array>
#include <cctype>
#include <exception>
#include <fmt/format.h>
#include <new>

namespace plumb::exchange {
namespace {

constexpr std::size_t kPeeked = 1u << 20;

struct FormatName {
    CostFormat format;
    std::string_view name;
};
constexpr std::array<FormatName, 9> kFormats{{{CostFormat::Auto, "auto"},
                                              {CostFormat::Focus, "focus"},
                                              {CostFormat::CurLegacy, "cur"},
                                              {CostFormat::Cur2, "cur2"},
                                              {CostFormat::CostOptimizationHub, "cost-optimization-hub"},
                                              {CostFormat::PricingCalculator, "pricing-calculator"},
                                              {CostFormat::Infracost, "infracost"},
                                              {CostFormat::LiteLlm, "litellm"},
                                              {CostFormat::CloudWatch, "cloudwatch"}}};
constexpr std::array<std::string_view, 3> kGroupings{"meaning", "service", "resource"};

bool sameText(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::tolower(static_cast<unsigned char>(a[i])) != std::tolower(static_cast<unsigned char>(b[i])))
            return false;
    return true;
}

bool isBill(CostFormat format) noexcept {
    return format == CostFormat::Focus || format == CostFormat::CurLegacy || format == CostFormat::Cur2;
}

std::vector<std::string> textsOf(const CsvRow& row) {
    std::vector<std::string> texts;
    texts.reserve(row.fields);
    for (std::size_t i = 0; i < row.fields; ++i)
        texts.push_back(csvText(row.field(i)));
    return texts;
}

/// The first row of CSV, as far as these bytes go.
std::vector<std::string> headerIn(std::string_view bytes) {
    const auto source = importBytes(bytes);
    CsvReader csv(*source);
    const auto more = csv.next();
    return more && *more ? textsOf(csv.row(0)) : std::vector<std::string>();
}

tl::unexpected<Error> unknown(std::string_view name, std::string_view bytes, const std::vector<std::string>& header) {
    constexpr std::string_view kNeeds =
        "A FOCUS file has EffectiveCost, BillingCurrency, ChargeCategory and ServiceName; a Cost and Usage Report has "
        "lineItem/UnblendedCost or line_item_unblended_cost.";
    const auto begins = [&](std::string_view start) { return bytes.substr(0, start.size()) == start; };
    std::string what;
    if (begins("PAR1"))
        what = "This is a Parquet file; export it as CSV or gzip CSV.";
    else if (begins("PK\x03\x04"))
        what = "This is a ZIP or Excel file; unpack it, or save the sheet as CSV.";
    else if (begins("\xFF\xFE") || begins("\xFE\xFF"))
        what = "This is UTF-16 text; save it as UTF-8.";
    else {
        std::string columns;
        for (std::size_t i = 0; i < header.size() && i < 8; ++i)
            columns += (i == 0 ? "" : ", ") + header[i].substr(0, 60);
        what = fmt::format("Its header has {}{}. {}", columns.empty() ? "nothing" : columns,
                           header.size() > 8 ? ", ..." : "", kNeeds);
    }
    return fail(ErrorKind::Refused, "import.unknownFormat",
                fmt::format("{} is in no format that can be read. {}", name, what), std::string(name), header);
}

Result<CostImport> readBill(ImportSource& source, std::string_view name, CostFormat format,
                            const CostImportOptions& options) {
    CsvReader csv(source);
    PLUMB_TRY(any, csv.next());
    if (!any)
        return fail(ErrorKind::Refused, "import.empty", fmt::format("{} is empty.", name), std::string(name));
    PLUMB_TRY(layout, layoutOf(format, textsOf(csv.row(0)), options));
    BillReader bill(layout, options, name);
    PLUMB_CHECK(bill.read(csv, 1));
    for (;;) {
        PLUMB_TRY(more, csv.next());
        if (!more)
            break;
        PLUMB_CHECK(bill.read(csv, 0));
    }
    PLUMB_TRY(import, bill.finish());
    if (import.account.rows == 0)
        return fail(ErrorKind::Refused, "import.empty", fmt::format("{} has a header and no rows.", name),
                    std::string(name));
    return std::move(import);
}

/// All of it in memory; lists are small.
Result<std::string> wholeOf(ImportSource& source, std::string_view name) {
    constexpr std::size_t kMost = 256u << 20;
    std::string bytes;
    for (std::size_t filled = 0;;) {
        bytes.resize(filled + kPeeked);
        PLUMB_TRY(got, source.read(std::span(bytes).subspan(filled)));
        filled += got;
        if (filled > kMost)
            return fail(ErrorKind::Refused, "import.tooLarge",
                        fmt::format("{} is larger than 256 MB, which only a bill in CSV may be.", name),
                        std::string(name));
        if (got == 0) {
            bytes.resize(filled);
            return bytes;
        }
    }
}

Result<CostImport> readList(ImportSource& source, std::string_view name, CostFormat format,
                            const CostImportOptions& options) {
    PLUMB_TRY(bytes, wholeOf(source, name));
    switch (format) {
    case CostFormat::CostOptimizationHub:
        return readCostOptimizationHub(bytes, name, options);
    case CostFormat::PricingCalculator:
        return readPricingCalculator(bytes, name, options);
    case CostFormat::Infracost:
        return readInfracost(bytes, name, options);
    case CostFormat::LiteLlm:
        return readLiteLlm(bytes, name, options);
    default:
        return readCloudWatch(bytes, name, options);
    }
}

bool isMonth(std::string_view text) {
    return dayNumber(std::string(text) + "-01") != kNoDay && text.size() == 7;
}

Result<CostImport> readAny(ImportSource& source, std::string_view name, const CostImportOptions& options,
                           const ImportProgress& progress) {
    if (!options.month.empty() && !isMonth(options.month))
        return fail(ErrorKind::Usage, "import.month",
                    fmt::format("\"{}\" is not a month; write it as 2024-09.", options.month), {}, {options.month});
    ReportingSource reporting(source, progress);
    PeekSource packed(reporting);
    PLUMB_TRY(magic, packed.peek(2));
    std::unique_ptr<ImportSource> unpacker;
    if (looksLikeGzip(magic))
        unpacker = unpacked(packed);
    PeekSource plain(unpacker != nullptr ? *unpacker : packed);
    PLUMB_TRY(start, plain.peek(kPeeked));
    if (start.empty())
        return fail(ErrorKind::Refused, "import.empty", fmt::format("{} is empty.", name), std::string(name));
    CostFormat format = options.format;
    if (format == CostFormat::Auto) {
        const std::vector<std::string> header = headerIn(start);
        std::optional<CostFormat> found = billFormatOf(header);
        if (!found)
            found = listFormatOf(start);
        if (!found)
            return unknown(name, start, header);
        format = *found;
    }
    return isBill(format) ? readBill(plain, name, format, options) : readList(plain, name, format, options);
}

} // namespace

std::string_view toText(CostFormat format) noexcept {
    return kFormats[static_cast<std::size_t>(format)].name;
}

std::optional<CostFormat> costFormatFromText(std::string_view text) noexcept {
    for (const FormatName& known : kFormats)
        if (sameText(known.name, text))
            return known.format;
    return {};
}

std::string_view toText(Grouping grouping) noexcept {
    return kGroupings[static_cast<std::size_t>(grouping)];
}

std::optional<Grouping> groupingFromText(std::string_view text) noexcept {
    for (std::size_t i = 0; i < kGroupings.size(); ++i)
        if (sameText(kGroupings[i], text))
            return static_cast<Grouping>(i);
    return {};
}

std::uint64_t Account::rowsOf(AccountLine::Fate fate) const noexcept {
    std::uint64_t sum = 0;
    for (const AccountLine& line : lines)
        sum += line.fate == fate ? line.rows : 0;
    return sum;
}

double Account::amountOf(AccountLine::Fate fate) const noexcept {
    double sum = 0;
    for (const AccountLine& line : lines)
        sum += line.fate == fate ? line.amount : 0;
    return sum;
}

Result<CostImport> readCosts(ImportSource& source, std::string_view name, const CostImportOptions& options,
                             const ImportProgress& progress) {
    try {
        return readAny(source, name, options, progress);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::System, "import.memory", fmt::format("There is not enough memory to read {}.", name),
                    std::string(name));
    } catch (const std::exception& trouble) {
        return fail(ErrorKind::System, "import.failed", fmt::format("{} could not be read: {}.", name, trouble.what()),
                    std::string(name));
    }
}

} // namespace plumb::exchange
