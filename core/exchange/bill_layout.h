// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which columns of a bill say what. FinOps FOCUS (https://focus.finops.org, versions 1.0 to 1.3) and the two forms of
// the AWS Cost and Usage Report (https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html) become one
// shape here, so that everything behind it reads bills and not formats. Columns are found by name, never by position.
#pragma once

#include "core/exchange/cost_import.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

using Column = std::size_t;
inline constexpr Column kNoColumn = std::numeric_limits<Column>::max();

/// Where the amount of a charge stands. One value, or two that are added or subtracted.
struct AmountRule {
    Column first = kNoColumn;
    Column otherwise = kNoColumn; ///< read where `first` is empty
    Column second = kNoColumn;
    bool minus = false;             ///< first - second
    bool nothing = false;           ///< always 0: the money stands in other rows
    Column nothingWith = kNoColumn; ///< 0 where this column is not empty
    bool emptyIsNothing = false;    ///< 0 where the amount is empty
};

/// What becomes of a kind of charge.
enum class ChargeFate { Map, Tax, Credit };

struct ChargeRule {
    ChargeFate fate = ChargeFate::Map;
    AmountRule amount;
    bool usage = false;    ///< its quantity says how much was used
    bool discount = false; ///< lowers what the other charges of its service cost
};

struct BillLayout {
    CostFormat format = CostFormat::Focus;
    std::string formatName;
    std::size_t columns = 0;
    /// Charges that are equal in `key` are of one sort; where more must be known, in `detail` too.
    std::vector<Column> key, detail;
    Column kind = kNoColumn; ///< ChargeCategory, lineItem/LineItemType
    Column currency = kNoColumn, period = kNoColumn, start = kNoColumn, end = kNoColumn;
    Column provider = kNoColumn, service = kNoColumn, serviceTitle = kNoColumn, family = kNoColumn;
    Column unit = kNoColumn, quantity = kNoColumn, pricingUnit = kNoColumn, pricingQuantity = kNoColumn;
    Column usageType = kNoColumn, meter = kNoColumn, description = kNoColumn, operation = kNoColumn;
    Column region = kNoColumn, resource = kNoColumn, commitment = kNoColumn, entity = kNoColumn;
    Column productMap = kNoColumn; ///< JSON of CUR 2.0
    std::vector<Column> amounts;   ///< those of the rules, see ruleOf
    std::vector<Message> warnings; ///< I009

    [[nodiscard]] ChargeRule ruleOf(std::string_view kind) const;
};

/// Whether these are the columns of a bill, and of which.
[[nodiscard]] std::optional<CostFormat> billFormatOf(const std::vector<std::string>& header) noexcept;
/// "import.wrongColumns" (the missing ones in args). `format` is one of the three.
[[nodiscard]] Result<BillLayout> layoutOf(CostFormat format, const std::vector<std::string>& header,
                                          const CostImportOptions& options);

} // namespace plumb::exchange
