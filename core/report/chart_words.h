// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How charts write figures: true minus, few digits, rounded here and nowhere else. Private to core/report.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::report {

inline constexpr std::string_view kMinus = "\u2212";
inline constexpr std::string_view kEnDash = "\u2013";

/// At most `digits` digits with k, M or bn: "16.7k", "950", "0.35"; "1.2M" for what is exactly that, "1.20M" for what
/// was rounded to it.
[[nodiscard]] std::string shortNumber(double value, int digits = 3);
/// The same after a currency sign; the minus stands before it.
[[nodiscard]] std::string roundMoney(double amount, std::string_view sign, int digits);

/// Both ends of a range, in full when they would look the same in short.
[[nodiscard]] std::pair<std::string, std::string> shortRange(double low, double high, std::string_view sign);
/// "0.2 %".
[[nodiscard]] std::string shareText(double share);

/// Labels of one chart in a common unit, so that they can be compared: "30.9k", "-5.4k", "-0.3k".
class CommonUnit {
public:
    /// `greatest` is the largest amount of the chart.
    explicit CommonUnit(double greatest) noexcept;
    [[nodiscard]] std::string text(double value) const;
    /// With "+" or a true minus.
    [[nodiscard]] std::string change(double value) const;

private:
    double m_scale = 1;
    std::string_view m_letter;
};

/// "7.0 M", "365 k", "12.3 bn", "40": of things that are counted.
[[nodiscard]] std::string shortCount(double value);
/// "4", "6.5": days, units; one decimal at most.
[[nodiscard]] std::string plainNumber(double value);
/// "hit rate", "price per hour", "ACU", "memory GB": a field of the catalog in words.
[[nodiscard]] std::string fieldWords(std::string_view field);
/// "A", "A and B", "A, B and C".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);
/// With a capital letter at its beginning (ASCII).
[[nodiscard]] std::string capitalised(std::string text);

} // namespace plumb::report
