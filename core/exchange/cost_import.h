// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bills and prices from outside, as a proposal: items, measures, prices or loads for the cost model, and an account of
// every row and every amount that was mapped, left out or refused. Reading changes nothing; the session puts in what a
// person accepts. Sources: FinOps FOCUS 1.0-1.3 cost and usage CSV, AWS Cost and Usage Report (legacy and 2.0) CSV, AWS
// Cost Optimization Hub recommendations, AWS Pricing Calculator CSV, infracost JSON, LiteLLM price JSON, CloudWatch
// utilisation CSV. CSV is streamed in constant memory whatever its size, gzip included.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/review/costs.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

enum class CostFormat {
    Auto,
    Focus,               ///< 1.0 to 1.3, told apart by their header sets
    CurLegacy,           ///< lineItem/UnblendedCost, ...
    Cur2,                ///< line_item_unblended_cost, ...
    CostOptimizationHub, ///< recommendations: CSV of the data export, or JSON of list-recommendations
    PricingCalculator,   ///< CSV of an estimate
    Infracost,           ///< breakdown or diff JSON
    LiteLlm,             ///< model_prices_and_context_window.json
    CloudWatch ///< metric CSV: a time column and one column of values for each metric, or the console's export
};
/// "auto", "focus", "cur", "cur2", "cost-optimization-hub", "pricing-calculator", "infracost", "litellm", "cloudwatch".
[[nodiscard]] std::string_view toText(CostFormat format) noexcept;
[[nodiscard]] std::optional<CostFormat> costFormatFromText(std::string_view text) noexcept; ///< any case

enum class Grouping {
    Meaning, ///< endpoints, tokens, vector stores and so on where the row says so; else by service
    Service, ///< one "other" item for each service
    Resource ///< as Meaning, with one item for each resource
};
[[nodiscard]] std::string_view toText(Grouping grouping) noexcept; ///< "meaning", "service", "resource"
[[nodiscard]] std::optional<Grouping> groupingFromText(std::string_view text) noexcept;

struct CostImportOptions {
    CostFormat format = CostFormat::Auto;
    Grouping grouping = Grouping::Meaning;
    std::string month;           ///< "2024-09": rows of other months are left out; empty: every month, as a mean month
    std::string currency;        ///< rows in another one are refused; empty: that of the first row
    double hoursPerMonth = 730;  ///< for instances from hours
    std::size_t mostItems = 100; ///< the smallest above that are put together by type
    std::string provider;        ///< LiteLLM: "bedrock" when empty, "all" for every one
    std::vector<std::string> target; ///< CloudWatch: ids of the items whose utilisation it is; empty: by the label
};

/// Rows and money under one reason. `amount` is in the import's currency.
struct AccountLine {
    enum class Fate { Mapped, LeftOut, Refused } fate = Fate::Mapped;
    std::string reason; ///< Mapped: the item's name; else why: "tax", "another month", "not a number"
    std::uint64_t rows = 0;
    double amount = 0;           ///< exact to 1e-9 relative whatever the number of rows; 0 where it can't be read
    std::uint64_t firstLine = 0; ///< line of the file where the first one begins, from 1; 0 for JSON
    friend bool operator==(const AccountLine&, const AccountLine&) = default;
};
struct Account {
    std::uint64_t rows = 0;         ///< all rows of the file below the header
    double amount = 0;              ///< of all rows whose amount can be read
    std::vector<AccountLine> lines; ///< mapped by amount, then left out, then refused
    [[nodiscard]] std::uint64_t rowsOf(AccountLine::Fate fate) const noexcept;
    [[nodiscard]] double amountOf(AccountLine::Fate fate) const noexcept;
    friend bool operator==(const Account&, const Account&) = default;
};

/// A measured load for an item that is there.
struct MeasuredLoad {
    std::string label; ///< metric or resource of the file
    std::string item;  ///< id it was meant for; empty: a person must say
    std::string field = "utilisation";
    std::string json; ///< the field's value: a distribution by P10 and P90 or PERT over what was measured
    double mean = 0, low = 0, high = 0;
    std::uint64_t points = 0;
    friend bool operator==(const MeasuredLoad&, const MeasuredLoad&) = default;
};

struct CostImport {
    CostFormat format = CostFormat::Auto; ///< never Auto
    std::string formatName;               ///< "FOCUS 1.2", "AWS CUR 2.0"
    std::string currency;
    Date from, to;     ///< of the mapped charges; `to` is the last day
    double months = 1; ///< that amounts were divided by: items are a mean month
    /// Their notes say where they come from. The monthly costs of the items, by the catalog's formulas at
    /// hoursPerMonth, sum to the mapped amount divided by `months`, within 1e-9.
    std::vector<review::CostItem> items;
    std::vector<review::CostMeasure> measures; ///< Cost Optimization Hub: type "factor" or a catalog type on new items
    std::vector<review::Price> prices;
    std::vector<MeasuredLoad> loads;
    Account account;
    /// Up to 100 refused rows, each with the line and what to do, and warnings about the whole. I001 not a number,
    /// I002 wrong number of columns, I003 broken quotes, I004 another currency, I005 no amount, I006 date that is none,
    /// I007 a negative price, I008 not UTF-8, I009 warnings (months that are not whole, columns that lack).
    std::vector<Message> messages;
};

/// Where the bytes come from. read() gives 0 at the end; size() is 0 when unknown.
class ImportSource {
public:
    virtual ~ImportSource() = default;
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> into) = 0;
    [[nodiscard]] virtual std::uint64_t size() const noexcept = 0;
};
/// A file; "file.notFound", "file.notAFile", "file.unreadable" (System).
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openImport(const std::filesystem::path& path);
/// Bytes in memory; the view must outlive the source.
[[nodiscard]] std::unique_ptr<ImportSource> importBytes(std::string_view bytes);

/// Called now and then with bytes read and in total; false cancels ("import.cancelled", Cancelled).
using ImportProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Reads all of it. `name` is the file's name, for notes and messages. Errors (Refused): "import.unknownFormat" (what
/// the header has, what each format needs), "import.wrongColumns" (the missing ones in args), "import.brokenQuotes"
/// (line of the opening quote), "import.notJson", "import.tooLarge" (JSON above 256 MB, a CSV row above 16 MB),
/// "import.gzip", "import.empty", "import.mixedCurrency" (more than one and none was asked for; args: them). Never
/// throws.
[[nodiscard]] Result<CostImport> readCosts(ImportSource& source, std::string_view name,
                                           const CostImportOptions& options, const ImportProgress& progress = {});

} // namespace plumb::exchange
