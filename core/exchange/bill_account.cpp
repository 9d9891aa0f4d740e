// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bill_account.h"

#include "core/exchange/clean_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::exchange {
namespace {

using Fate = AccountLine::Fate;

struct ReasonInfo {
    std::string_view name, id, text, fix;
};

/// `text` has a place for the detail.
constexpr std::array<ReasonInfo, kReasons> kInfos{{
    {"tax", {}, {}, {}},
    {"credit", {}, {}, {}},
    {"another month", {}, {}, {}},
    {"no cost", {}, {}, {}},
    {"wrong number of columns", "I002", "The row has {}.", "Look for commas or line breaks that are not in quotes."},
    {"broken quotes", "I003", "Text stands behind a closing quote.", "Write quotes inside a field twice."},
    {"no amount", "I005", "The row has no amount.", "Fill in the amount or remove the row."},
    {"not a number", "I001", "The amount \"{}\" is not a number.",
     "Write it with a point and without thousands separators."},
    {"not a date", "I006", "\"{}\" is not a date.", "Write it as 2026-11-22."},
}};

std::string lineText(std::uint64_t line) {
    return fmt::format("line {}", line);
}

} // namespace

BillAccount::Tally& BillAccount::foreign(const std::string& currency) {
    for (auto& [name, tally] : m_foreign)
        if (name == currency)
            return tally;
    return m_foreign.emplace_back(currency, Tally{}).second;
}

void BillAccount::tellRefused(Reason reason, std::string_view detail, std::uint64_t line) {
    const ReasonInfo& info = kInfos[static_cast<std::size_t>(reason)];
    bool valid = true;
    const std::string shown = cleanText(detail, 40, valid);
    m_messages.push_back(
        {std::string(info.id), lineText(line), fmt::format(fmt::runtime(info.text), shown), std::string(info.fix)});
}

void BillAccount::tellForeign(const std::string& currency, std::uint64_t line) {
    m_messages.push_back({"I004", lineText(line), fmt::format("The amount is in {}.", currency),
                          "Import each currency on its own; amounts are not converted."});
}

void BillAccount::leaveOut(std::string reason, Decimal amount, std::uint64_t rows, std::uint64_t firstLine) {
    m_leftOut.push_back({{Fate::LeftOut, std::move(reason), rows, amount.value(), firstLine}, amount});
}

void BillAccount::map(std::string name, Decimal amount, std::uint64_t rows, std::uint64_t firstLine) {
    m_mapped.push_back({{Fate::Mapped, std::move(name), rows, amount.value(), firstLine}, amount});
}

void BillAccount::warn(std::string id, std::string pointer, std::string text, std::string fix) {
    constexpr std::size_t kMostWarnings = 50;
    if (m_warnings.size() < kMostWarnings)
        m_warnings.push_back({std::move(id), std::move(pointer), std::move(text), std::move(fix)});
}

void BillAccount::put(Account& account, Decimal& all, Fate fate, std::string reason, const Tally& tally) const {
    if (tally.rows == 0)
        return;
    account.lines.push_back({fate, std::move(reason), tally.rows, tally.amount.value(), tally.firstLine});
    account.rows += tally.rows;
    all.add(tally.amount);
}

void BillAccount::finish(Account& account, std::vector<Message>& messages) {
    Decimal all;
    std::stable_sort(m_mapped.begin(), m_mapped.end(),
                     [](const Line& a, const Line& b) { return a.amount.units > b.amount.units; });
    for (auto* lines : {&m_mapped, &m_leftOut})
        for (Line& line : *lines) {
            account.rows += line.line.rows;
            all.add(line.amount);
            account.lines.push_back(std::move(line.line));
        }
    for (std::size_t i = 0; i < kReasons; ++i)
        put(account, all, refused(static_cast<Reason>(i)) ? Fate::Refused : Fate::LeftOut, std::string(kInfos[i].name),
            m_reasons[i]);
    for (const auto& [currency, tally] : m_foreign)
        put(account, all, Fate::Refused, "currency " + currency, tally);
    account.amount = all.value();
    messages = std::move(m_messages);
    if (m_refusedRows > kMostMessages)
        warn("I009", {},
             fmt::format("{} more rows were refused; the account has them all.", m_refusedRows - kMostMessages),
             "Mend what the first messages name and read the file again.");
    messages.insert(messages.end(), m_warnings.begin(), m_warnings.end());
}

} // namespace plumb::exchange
