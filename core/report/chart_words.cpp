// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chart_words.h"

#include "core/report/cost_charts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <utility>

namespace plumb::report {
namespace {

struct Unit {
    double scale;
    std::string_view letter;
};
constexpr std::array<Unit, 4> kUnits{{{1e9, "bn"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};

/// "1.20" -> "1.2", "3.0" -> "3".
std::string withoutZeros(std::string text) {
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/// A positive number with so many digits, but never rounded before the point. Zeros at the end stay where they say
/// that it was rounded.
std::string digitsOf(double value, int digits) {
    const int before = value < 1 ? 1 : static_cast<int>(std::floor(std::log10(value))) + 1;
    const int decimals = std::clamp(digits - before, 0, 2);
    const double cents = value * std::pow(10, decimals);
    std::string text = fmt::format("{:.{}f}", value, decimals);
    return std::abs(cents - std::round(cents)) < 1e-6 * std::max(1.0, cents) ? withoutZeros(std::move(text)) : text;
}

bool isZero(std::string_view text) {
    return text.find_first_of("123456789") == std::string_view::npos;
}

/// Without its sign.
std::string amountOf(double value, int digits) {
    for (const Unit& unit : kUnits) {
        // What rounds up to 1000 of one unit is 1 of the next.
        const double half = unit.scale > 1 ? 0.5 * unit.scale / 1000 : 0;
        if (value >= unit.scale - half || unit.scale == 1)
            return digitsOf(value / unit.scale, digits).append(unit.letter);
    }
    return {};
}

std::string signedText(double value, std::string_view sign, const std::string& amount) {
    return std::string(value < 0 && !isZero(amount) ? kMinus : "").append(sign).append(amount);
}

std::string grouped(const std::string& digits) {
    std::string out;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (k > 0 && (digits.size() - k) % 3 == 0)
            out += ',';
        out += digits[k];
    }
    return out;
}

} // namespace

std::string shortNumber(double value, int digits) {
    return signedText(value, "", amountOf(std::abs(value), digits));
}

std::string roundMoney(double amount, std::string_view sign, int digits) {
    return signedText(amount, sign, amountOf(std::abs(amount), digits));
}

std::string shortMoney(double amount, std::string_view sign) {
    return roundMoney(amount, sign, 3);
}

std::string fullMoney(double amount, std::string_view sign) {
    const double value = std::abs(amount);
    if (value > 0 && value < 10 && value != std::floor(value))
        return signedText(amount, sign, fmt::format("{:.2f}", value));
    return signedText(amount, sign, grouped(fmt::format("{:.0f}", value)));
}

std::string currencySign(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSigns{{{"USD", "$"},
                                                                                           {"EUR", "€"},
                                                                                           {"GBP", "£"},
                                                                                           {"JPY", "¥"},
                                                                                           {"INR", "₹"},
                                                                                           {"KRW", "₩"},
                                                                                           {"ILS", "₪"},
                                                                                           {"BRL", "R$"},
                                                                                           {"AUD", "A$"},
                                                                                           {"CAD", "C$"},
                                                                                           {"NZD", "NZ$"},
                                                                                           {"SGD", "S$"}}};
    if (code.empty())
        return "$";
    for (const auto& [known, sign] : kSigns)
        if (known == code)
            return std::string(sign);
    const bool letters =
        std::all_of(code.begin(), code.end(), [](unsigned char c) { return c < 128 && std::isalpha(c) != 0; });
    return std::string(code) + (letters ? " " : "");
}

std::pair<std::string, std::string> shortRange(double low, double high, std::string_view sign) {
    std::pair<std::string, std::string> out{shortMoney(low, sign), shortMoney(high, sign)};
    if (out.first == out.second)
        out = {fullMoney(low, sign), fullMoney(high, sign)};
    return out;
}

std::string shareText(double share) {
    return fmt::format("{:.1f} %", share * 100);
}

CommonUnit::CommonUnit(double greatest) noexcept {
    for (const Unit& unit : kUnits)
        if (std::abs(greatest) >= unit.scale && unit.scale > m_scale) {
            m_scale = unit.scale;
            m_letter = unit.letter;
        }
}

std::string CommonUnit::text(double value) const {
    const double scaled = std::abs(value) / m_scale;
    const bool decimal = scaled < 99.95 && m_scale > 1;
    std::string amount = fmt::format("{:.{}f}", scaled, decimal ? 1 : 0);
    if (isZero(amount) && value != 0)
        return shortNumber(value); // too little for the unit
    if (isZero(amount))
        return "0";
    return signedText(value, "", amount.append(m_letter));
}

std::string CommonUnit::change(double value) const {
    return std::string(value > 0 ? "+" : "") + text(value);
}

std::string shortCount(double value) {
    const double amount = std::abs(value);
    for (const Unit& unit : kUnits) {
        if (amount < unit.scale * 0.9995 && unit.scale > 1)
            continue;
        const double scaled = amount / unit.scale;
        const bool whole = scaled >= 99.95 || (unit.scale == 1 && scaled == std::floor(scaled));
        std::string text = fmt::format("{:.{}f}", scaled, whole ? 0 : 1);
        return signedText(value, "", unit.letter.empty() ? text : fmt::format("{} {}", text, unit.letter));
    }
    return "0";
}

std::string plainNumber(double value) {
    return signedText(value, "", withoutZeros(fmt::format("{:.1f}", std::abs(value))));
}

std::string fieldWords(std::string_view field) {
    if (field == "oneOff")
        return "one-off cost";
    std::string out, word;
    const auto close = [&] {
        static constexpr std::array<std::string_view, 7> kShort{"Gb", "Tb", "Io", "acu", "ocu", "Acu", "Ocu"};
        if (std::find(kShort.begin(), kShort.end(), word) != kShort.end())
            std::transform(word.begin(), word.end(), word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        else if (!word.empty())
            word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
        if (word == "IO")
            word = "I/O";
        out += (out.empty() || word.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char c : field) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0)
            close();
        word += c;
    }
    close();
    return out;
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t k = 0; k < names.size(); ++k)
        out += (k == 0 ? "" : k + 1 == names.size() ? " and " : ", ") + names[k];
    return out;
}

std::string capitalised(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

} // namespace plumb::report
