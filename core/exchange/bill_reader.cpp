// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bill_reader.h"

#include "core/base/json.h"
#include "core/exchange/clean_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::exchange {
namespace {

constexpr std::size_t kMostText = 400; ///< bytes of a text that meaning is looked for in

/// One value of a product map of CUR 2.0; empty when it has none.
std::string inProductMap(std::string_view field, std::string_view key) {
    const JsonDocument map = parseJson(csvText(field));
    if (!map.usable || !map.root.is_object())
        return {};
    const auto found = map.root.find(std::string(key));
    return found != map.root.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string_view fieldOf(const CsvRow& row, Column column) {
    return column == kNoColumn ? std::string_view{} : row.field(column);
}

} // namespace

BillReader::BillReader(const BillLayout& layout, const CostImportOptions& options, std::string_view name)
    : m_layout(layout)
    , m_options(options)
    , m_groupKeys(layout.key.size(), kMostGroups)
    , m_leafKeys(layout.detail.size() + 1, kMostGroups)
    , m_fields(layout.key.size() + layout.detail.size() + 1) {
    bool valid = true;
    m_name = cleanText(name, 100, valid);
    if (!options.currency.empty())
        m_currencies.push_back(options.currency);
    for (const Message& warning : layout.warnings)
        m_account.warn(warning.id, warning.pointer, warning.text, warning.fix);
}

Result<void> BillReader::read(const CsvReader& csv, std::size_t first) {
    for (std::size_t i = first; i < csv.rows(); ++i)
        if (!row(csv.row(i), {csv, i}))
            return fail(ErrorKind::Refused, "import.tooLarge",
                        fmt::format("There are more than {} different services and units up to line {}; this is hardly "
                                    "a bill.",
                                    kMostGroups, csv.lineOf(i)),
                        fmt::format("line {}", csv.lineOf(i)), {std::to_string(csv.lineOf(i))});
    return {};
}

/// False when there is no room for another sort of charge.
bool BillReader::row(const CsvRow& row, const Place& place) {
    if (row.fields != m_layout.columns) [[unlikely]] {
        if (!row.blank())
            m_account.put(Reason::WrongFields, {},
                          fmt::format("{} fields, the header {}", row.fields, m_layout.columns), place);
        return true;
    }
    if (row.broken) [[unlikely]] {
        m_account.put(Reason::BrokenQuotes, {}, {}, place);
        return true;
    }
    for (std::size_t i = 0; i < m_layout.key.size(); ++i)
        m_fields[i] = row.field(m_layout.key[i]);
    bool fresh = false;
    const std::uint32_t group = m_groupKeys.find(m_fields.data(), fresh);
    if (group == KeyTable::kFull)
        return false;
    if (fresh)
        newGroup(row, place);
    charge(row, place, group);
    return true;
}

void BillReader::charge(const CsvRow& row, const Place& place, std::uint32_t groupIndex) {
    const Group& group = m_groups[groupIndex];
    if (group.currency != 0) [[unlikely]]
        return m_account.putForeign(m_currencies[group.currency], place);
    Decimal amount;
    std::string_view shown;
    const NumberFault fault = amountOf(row, group.rule.amount, amount, shown);
    if (fault != NumberFault::None) [[unlikely]]
        return m_account.put(fault == NumberFault::Empty ? Reason::NoAmount : Reason::NotANumber, {}, shown, place);
    std::size_t month = 0;
    if (!daysOf(row, place, amount, month, group.rule.usage))
        return;
    if (group.rule.fate != ChargeFate::Map)
        return m_account.put(group.rule.fate == ChargeFate::Tax ? Reason::Tax : Reason::Credit, amount, {}, place);
    if (amount.units == 0)
        return m_account.put(Reason::NoCost, amount, {}, place);
    addTo(group.detail || group.plain == kNoLeaf ? leafOf(row, place, groupIndex) : group.plain, row, place, amount,
          month);
}

NumberFault BillReader::amountOf(const CsvRow& row, const AmountRule& rule, Decimal& out,
                                 std::string_view& shown) const {
    if (rule.nothing || (rule.nothingWith != kNoColumn && !isNull(row.field(rule.nothingWith))))
        return NumberFault::None;
    shown = row.field(rule.first);
    NumberFault fault = readDecimal(shown, out);
    if (fault == NumberFault::Empty && rule.otherwise != kNoColumn) {
        shown = row.field(rule.otherwise);
        fault = readDecimal(shown, out);
    }
    if (rule.second == kNoColumn || fault == NumberFault::Wrong)
        return fault == NumberFault::Empty && rule.emptyIsNothing ? NumberFault::None : fault;
    Decimal second;
    const std::string_view secondText = row.field(rule.second);
    const NumberFault secondFault = readDecimal(secondText, second);
    if (secondFault == NumberFault::Wrong)
        shown = secondText;
    if (secondFault != NumberFault::None)
        return secondFault == NumberFault::Wrong ? secondFault : fault;
    out.add(rule.minus ? -second : second);
    return NumberFault::None;
}

/// Whether the charge is of a month that counts; otherwise it is in the account.
bool BillReader::daysOf(const CsvRow& row, const Place& place, Decimal amount, std::size_t& month, bool usage) {
    int start = kNoDay, end = kNoDay, period = kNoDay;
    const std::string_view startText = fieldOf(row, m_layout.start), endText = fieldOf(row, m_layout.end);
    const std::string_view periodText = fieldOf(row, m_layout.period);
    const auto bad = [&](std::string_view text) {
        m_account.put(Reason::NotADate, amount, text, place);
        return false;
    };
    if (!isNull(startText) && (start = m_startDay.read(startText)) == kNoDay)
        return bad(startText);
    if (!isNull(endText) && (end = m_endDay.read(endText)) == kNoDay)
        return bad(endText);
    if (!isNull(periodText) && (period = m_periodDay.read(periodText)) == kNoDay)
        return bad(periodText);
    if (period == kNoDay && (period = start) == kNoDay)
        return bad({});
    month = m_months.at(period);
    BillMonth& now = m_months[month];
    if (!m_options.month.empty() && m_month != month) {
        if (now.text() != m_options.month) {
            m_account.put(Reason::OtherMonth, amount, {}, place);
            return false;
        }
        m_month = month;
    }
    if (!usage || start == kNoDay)
        return true;
    // An end at midnight is not of its day.
    const bool midnight = endText.size() <= 10 || endText.substr(11, 5) == "00:00";
    const int last = end == kNoDay ? start : midnight && end > start ? end - 1 : end;
    now.use(start, std::max(start, last));
    m_firstDay = m_firstDay == kNoDay ? start : std::min(m_firstDay, start);
    m_lastDay = m_lastDay == kNoDay ? last : std::max(m_lastDay, last);
    return true;
}

void BillReader::addTo(std::uint32_t index, const CsvRow& row, const Place& place, Decimal amount, std::size_t month) {
    Leaf& leaf = m_leaves[index];
    leaf.amount.add(amount);
    if (leaf.rows++ == 0)
        leaf.firstLine = place();
    ++m_months[month].rows;
    if (leaf.meaning.slot == Slot::Amount)
        return;
    Decimal quantity;
    const Column column = m_groups[leaf.group].quantity;
    if (column == kNoColumn || readDecimal(row.field(column), quantity) != NumberFault::None)
        leaf.badQuantity = true;
    else
        leaf.quantity.add(quantity);
}

std::uint32_t BillReader::leafOf(const CsvRow& row, const Place& place, std::uint32_t groupIndex) {
    if (!m_groups[groupIndex].detail)
        return m_groups[groupIndex].plain = newLeaf(row, groupIndex, false, place);
    std::array<char, 16> number{};
    std::memcpy(number.data(), &groupIndex, sizeof groupIndex);
    m_fields[0] = {number.data(), sizeof groupIndex};
    for (std::size_t i = 0; i < m_layout.detail.size(); ++i)
        m_fields[i + 1] = row.field(m_layout.detail[i]);
    bool fresh = false;
    std::uint32_t leaf = m_leafKeys.find(m_fields.data(), fresh);
    if (leaf == KeyTable::kFull) {
        // No room for more detail: the rest of the group is one "other" item.
        if (m_groups[groupIndex].plain == kNoLeaf)
            m_groups[groupIndex].plain = newLeaf(row, groupIndex, false, place);
        return m_groups[groupIndex].plain;
    }
    if (fresh)
        m_detailLeaves.push_back(newLeaf(row, groupIndex, true, place));
    return m_detailLeaves[leaf];
}

std::string BillReader::text(const CsvRow& row, Column column, const Place& place) {
    const std::string_view field = fieldOf(row, column);
    if (isNull(field))
        return {};
    bool valid = true;
    std::string text = cleanText(csvText(field.substr(0, std::min(field.size(), 4 * kMostText))), kMostText, valid);
    if (!valid && !m_toldText) {
        m_toldText = true;
        m_account.warn("I008", fmt::format("line {}", place()),
                       "Some names are not UTF-8; what could not be read in them is shown as \xEF\xBF\xBD.",
                       "Save the file as UTF-8 to keep the names.");
    }
    return text;
}

std::uint32_t BillReader::currencyOf(const std::string& name) {
    if (name.empty())
        return 0; // that of the others
    const auto found = std::find(m_currencies.begin(), m_currencies.end(), name);
    if (found == m_currencies.end())
        m_currencies.push_back(name);
    else
        return static_cast<std::uint32_t>(found - m_currencies.begin());
    return static_cast<std::uint32_t>(m_currencies.size() - 1);
}

void BillReader::newGroup(const CsvRow& row, const Place& place) {
    Group group;
    group.rule = m_layout.ruleOf(fieldOf(row, m_layout.kind));
    group.currency = currencyOf(text(row, m_layout.currency, place));
    ChargeTexts& texts = group.texts;
    texts.service = text(row, m_layout.service, place);
    texts.serviceTitle = text(row, m_layout.serviceTitle, place);
    if (texts.serviceTitle.empty() && m_layout.productMap != kNoColumn) {
        bool valid = true;
        texts.serviceTitle = cleanText(inProductMap(row.field(m_layout.productMap), "product_name"), kMostText, valid);
    }
    texts.provider = text(row, m_layout.provider, place);
    texts.entity = text(row, m_layout.entity, place);
    texts.unit = text(row, m_layout.unit, place);
    group.quantity = m_layout.quantity;
    const bool unused = text(row, m_layout.commitment, place) == "Unused";
    if (texts.unit.empty() && m_layout.pricingQuantity != kNoColumn) {
        texts.unit = text(row, m_layout.pricingUnit, place);
        group.quantity = m_layout.pricingQuantity;
    }
    texts.usage = group.rule.usage && !unused && group.quantity != kNoColumn;
    group.detail =
        m_options.grouping == Grouping::Resource || (m_options.grouping == Grouping::Meaning && needsDetail(texts));
    m_groups.push_back(std::move(group));
}

std::uint32_t BillReader::newLeaf(const CsvRow& row, std::uint32_t groupIndex, bool detail, const Place& place) {
    Leaf leaf;
    leaf.group = groupIndex;
    ChargeTexts texts = m_groups[groupIndex].texts;
    if (detail) {
        texts.usageType = text(row, m_layout.usageType, place);
        texts.meter = text(row, m_layout.meter, place);
        texts.description = text(row, m_layout.description, place);
        texts.family = text(row, m_layout.family, place);
        texts.region = text(row, m_layout.region, place);
        if (m_options.grouping == Grouping::Resource)
            leaf.resource = text(row, m_layout.resource, place);
    }
    leaf.meaning = m_options.grouping == Grouping::Service ? otherOf(texts) : meaningOf(texts);
    m_leaves.push_back(std::move(leaf));
    return static_cast<std::uint32_t>(m_leaves.size() - 1);
}

} // namespace plumb::exchange
