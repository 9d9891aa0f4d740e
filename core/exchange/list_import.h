// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the readers of lists have in common: the account that grows row by row, and charges that are put together to
// items. Private to them.
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/exchange/cost_import.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::exchange::lists {

/// Sum without loss: Neumaier's compensated addition.
class ExactSum {
public:
    void add(double value) noexcept;
    [[nodiscard]] double value() const noexcept { return m_sum + m_lost; }

private:
    double m_sum = 0, m_lost = 0;
};

/// Where something stands: a line of a CSV, or a JSON pointer and line 0.
struct ListPlace {
    std::uint64_t line = 0;
    std::string pointer;
    [[nodiscard]] static ListPlace ofLine(std::uint64_t line) { return {line, {}}; }
    [[nodiscard]] static ListPlace ofJson(std::string pointer) { return {0, std::move(pointer)}; }
    [[nodiscard]] std::string text() const; ///< "line 12" or the pointer
};

/// Collects what becomes of the rows. Each row goes into exactly one of map, leaveOut and refuse.
class ListAccount {
public:
    void map(std::string_view reason, const ListPlace& place, double amount = 0);
    void leaveOut(std::string_view reason, const ListPlace& place, double amount = 0);
    /// `reason` is the account's ("not a number"); the message says it in whole sentences. From the 101st on only the
    /// account counts them.
    void refuse(std::string_view reason, const ListPlace& place, Message message, double amount = 0,
                std::uint64_t rows = 1);
    /// An I009 about the whole.
    void warn(std::string text, std::string fix = {});

    /// Puts the account and the messages into the import: refused rows first, then warnings.
    void finish(CostImport& import) const;

private:
    struct Line {
        std::uint64_t rows = 0, first = 0;
        ExactSum amount;
    };
    using Key = std::pair<AccountLine::Fate, std::string>;
    void add(AccountLine::Fate fate, std::string_view reason, const ListPlace& place, double amount,
             std::uint64_t rows);

    std::map<Key, Line> m_lines;
    ExactSum m_all;
    std::uint64_t m_rows = 0;
    std::vector<Message> m_refused, m_warnings;
};

/// Ids that a review can hold, each once.
class ListIds {
public:
    /// "Amazon EC2: web" -> "amazon-ec2-web", then "amazon-ec2-web-2"; "item" when nothing is left of the name.
    [[nodiscard]] std::string fresh(std::string_view name);

private:
    std::set<std::string, std::less<>> m_taken;
};

/// At most so many bytes, 8 or more, cut at the border of a character and with "..." then.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);
/// In one line, as UTF-8, and cut to what a name of the cost model may have; "?" when empty.
[[nodiscard]] std::string fitName(std::string_view name);
/// A number as JSON that reads back to the same double.
[[nodiscard]] std::string jsonNumber(double value);
/// A text as JSON.
[[nodiscard]] std::string jsonText(std::string_view text);
/// A JSON number, or a decimal number in a JSON string; none for anything else.
[[nodiscard]] std::optional<double> numberIn(const Json& value);
/// The text of a string member; empty when there is none.
[[nodiscard]] std::string textIn(const Json& object, std::string_view key);
/// Parses at most 256 MB; "import.notJson" (Refused) with the faults as messages.
[[nodiscard]] Result<Json> parseListJson(std::string_view bytes, std::string_view name);
/// "import.wrongColumns" (Refused): what is missing, in args.
[[nodiscard]] Error missingColumns(std::string_view name, std::string_view format, std::vector<std::string> missing);
/// "import.mixedCurrency" (Refused) when `found` are several and none was asked for; else the one that is read, "USD"
/// when there is none at all.
[[nodiscard]] Result<std::string> currencyOf(const std::set<std::string, std::less<>>& found,
                                             const CostImportOptions& options, std::string_view name);

/// An amount that is a part of an item.
struct ListCharge {
    std::string type =
        "other";              ///< "other", "storage" (quantity: GB), "transfer" (GB), "endpoint" (quantity: instances)
    std::string service;      ///< "Amazon EC2"
    std::string resource;     ///< name of the one thing; may be empty
    std::string instanceType; ///< of an endpoint, without "ml."
    double quantity = 0;
    double amount = 0;
    ListPlace place;
};

/// Puts charges together by options.grouping and options.mostItems, and writes items and the mapped part of the
/// account. Those that sum to less than 0 are left out, since a cost model has no negative costs; those that sum to 0
/// are, too. `source` begins the notes of the items.
void makeItems(const std::vector<ListCharge>& charges, const CostImportOptions& options, std::string_view source,
               ListAccount& account, CostImport& import);

} // namespace plumb::exchange::lists
