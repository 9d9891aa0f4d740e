// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where each row and each amount of a bill went, and what is told about the refused ones.
#pragma once

#include "core/exchange/cost_import.h"
#include "core/exchange/decimal.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange {

/// Why a row did not become part of an item.
enum class Reason : std::uint8_t {
    Tax,
    Credit,
    OtherMonth,
    NoCost,
    WrongFields,
    BrokenQuotes,
    NoAmount,
    NotANumber,
    NotADate
};
inline constexpr std::size_t kReasons = 9;

class BillAccount {
public:
    /// `line` is asked for only where it is told: the first row of a reason, and the first hundred refused ones.
    template <typename Line> void put(Reason reason, Decimal amount, std::string_view detail, Line line) {
        Tally& tally = m_reasons[static_cast<std::size_t>(reason)];
        if (tally.rows++ == 0)
            tally.firstLine = line();
        tally.amount.add(amount);
        if (refused(reason))
            tell(reason, detail, line);
    }
    /// A row in another currency; its amount is not added to anything.
    template <typename Line> void putForeign(const std::string& currency, Line line) {
        Tally& tally = foreign(currency);
        if (tally.rows++ == 0)
            tally.firstLine = line();
        if (m_refusedRows++ < kMostMessages)
            tellForeign(currency, line());
    }
    /// Money of a whole group that is left out.
    void leaveOut(std::string reason, Decimal amount, std::uint64_t rows, std::uint64_t firstLine);
    void map(std::string name, Decimal amount, std::uint64_t rows, std::uint64_t firstLine);
    void warn(std::string id, std::string pointer, std::string text, std::string fix);

    /// The account, and the messages: refused rows in file order, then warnings.
    void finish(Account& account, std::vector<Message>& messages);

private:
    struct Tally {
        Decimal amount;
        std::uint64_t rows = 0, firstLine = 0;
    };
    struct Line {
        AccountLine line;
        Decimal amount;
    };
    static constexpr std::uint64_t kMostMessages = 100;
    static bool refused(Reason reason) noexcept { return reason >= Reason::WrongFields; }
    template <typename LineOf> void tell(Reason reason, std::string_view detail, LineOf line) {
        if (m_refusedRows++ < kMostMessages)
            tellRefused(reason, detail, line());
    }
    Tally& foreign(const std::string& currency);
    void tellRefused(Reason reason, std::string_view detail, std::uint64_t line);
    void tellForeign(const std::string& currency, std::uint64_t line);
    void put(Account& account, Decimal& all, AccountLine::Fate fate, std::string reason, const Tally& tally) const;

    std::array<Tally, kReasons> m_reasons{};
    std::vector<std::pair<std::string, Tally>> m_foreign;
    std::vector<Line> m_mapped, m_leftOut;
    std::vector<Message> m_messages, m_warnings;
    std::uint64_t m_refusedRows = 0;
};

} // namespace plumb::exchange
