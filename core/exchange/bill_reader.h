// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums the rows of a bill by what they are, row by row, in memory that grows with the sorts of charges and not with the
// rows, and makes items of the sums.
#pragma once

#include "core/exchange/bill_account.h"
#include "core/exchange/bill_days.h"
#include "core/exchange/bill_items.h"
#include "core/exchange/bill_layout.h"
#include "core/exchange/csv_reader.h"
#include "core/exchange/key_table.h"

#include <map>
#include <string>
#include <vector>

namespace plumb::exchange {

class BillReader {
public:
    /// `layout` and `options` must outlive it. `name` is the file's, for notes.
    BillReader(const BillLayout& layout, const CostImportOptions& options, std::string_view name);

    /// The rows of a batch, from `first` on. Error: "import.tooLarge" when there are too many sorts of charges.
    [[nodiscard]] Result<void> read(const CsvReader& csv, std::size_t first);
    /// Items and account; "import.mixedCurrency".
    [[nodiscard]] Result<CostImport> finish();

private:
    static constexpr std::uint32_t kNoLeaf = 0xFFFFFFFF;
    static constexpr std::size_t kMostGroups = 200'000;

    /// Charges whose key columns are equal.
    struct Group {
        ChargeRule rule;
        ChargeTexts texts;
        std::uint32_t currency = 0;
        Column quantity = kNoColumn;
        bool detail = false;
        std::uint32_t plain = kNoLeaf; ///< its leaf where no detail counts
    };
    /// What is summed on its own: a group, or its charges with equal details.
    struct Leaf {
        std::uint32_t group = 0;
        Meaning meaning;
        std::string resource;
        Decimal amount, quantity;
        std::uint64_t rows = 0, firstLine = 0;
        bool badQuantity = false;
    };
    /// A row and where it is, for messages.
    struct Place {
        const CsvReader& csv;
        std::size_t index;
        [[nodiscard]] std::uint64_t operator()() const noexcept { return csv.lineOf(index); }
    };

    [[nodiscard]] bool row(const CsvRow& row, const Place& place);
    void charge(const CsvRow& row, const Place& place, std::uint32_t group);
    [[nodiscard]] bool daysOf(const CsvRow& row, const Place& place, Decimal amount, std::size_t& month, bool usage);
    void addTo(std::uint32_t leaf, const CsvRow& row, const Place& place, Decimal amount, std::size_t month);
    [[nodiscard]] std::uint32_t leafOf(const CsvRow& row, const Place& place, std::uint32_t group);
    [[nodiscard]] std::uint32_t newLeaf(const CsvRow& row, std::uint32_t group, bool detail, const Place& place);
    void newGroup(const CsvRow& row, const Place& place);
    [[nodiscard]] std::string text(const CsvRow& row, Column column, const Place& place);
    [[nodiscard]] std::uint32_t currencyOf(const std::string& name);
    [[nodiscard]] NumberFault amountOf(const CsvRow& row, const AmountRule& rule, Decimal& out,
                                       std::string_view& shown) const;

    void spreadDiscounts();
    [[nodiscard]] std::vector<ItemSums> sums() const;
    void putItems(CostImport& to, std::vector<ItemSums> sums);
    void setPeriod(CostImport& to);

    const BillLayout& m_layout;
    const CostImportOptions& m_options;
    std::string m_name;
    KeyTable m_groupKeys, m_leafKeys;
    std::vector<Group> m_groups;
    std::vector<Leaf> m_leaves;
    std::vector<std::uint32_t> m_detailLeaves; ///< by number of m_leafKeys
    std::vector<std::string_view> m_fields;    ///< room for keys
    BillAccount m_account;
    std::vector<std::string> m_currencies; ///< the first is the import's
    DayReader m_periodDay, m_startDay, m_endDay;
    BillMonths m_months;
    std::size_t m_month = BillMonths::kNone; ///< that the options ask for, once it was seen
    int m_firstDay = kNoDay, m_lastDay = kNoDay;
    bool m_toldText = false;
};

} // namespace plumb::exchange
