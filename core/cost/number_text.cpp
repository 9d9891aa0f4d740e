// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace plumb::cost {
namespace {

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool isSpace(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A sign, a code of three letters or a symbol of money before or after the figure.
std::string_view withoutCurrency(std::string_view text) {
    constexpr std::array<std::string_view, 5> kSymbols{"$", "\u20ac", "\u00a3", "\u00a5", "\u20b9"};
    const auto isCode = [](std::string_view code) {
        return std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    for (const std::string_view symbol : kSymbols) {
        if (text.starts_with(symbol))
            return trimmed(text.substr(symbol.size()));
        if (text.ends_with(symbol))
            return trimmed(text.substr(0, text.size() - symbol.size()));
    }
    if (text.size() > 4 && isCode(text.substr(0, 3)) && isSpace(text[3]))
        return trimmed(text.substr(4));
    if (text.size() > 4 && isCode(text.substr(text.size() - 3)) && isSpace(text[text.size() - 4]))
        return trimmed(text.substr(0, text.size() - 4));
    return text;
}

/// Takes commas out that stand between groups of three digits; nothing when they stand elsewhere.
std::optional<std::string> withoutThousands(std::string_view text) {
    if (text.find(',') == std::string_view::npos)
        return std::string(text);
    std::size_t k = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t first = k;
    while (k < text.size() && isDigit(text[k]))
        ++k;
    if (k == first || k - first > 3 || text[first] == '0')
        return std::nullopt;
    while (k < text.size() && text[k] == ',') {
        const std::string_view group = text.substr(k + 1, 3);
        if (group.size() != 3 || !std::all_of(group.begin(), group.end(), isDigit))
            return std::nullopt;
        k += 4;
    }
    if (k < text.size() && text[k] != '.')
        return std::nullopt;
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), ','), out.end());
    return out.find('.') == std::string::npos || text.find(',', text.find('.')) == std::string_view::npos
               ? std::optional(out)
               : std::nullopt;
}

/// The parts between any of the separators, trimmed; an empty one stays.
std::vector<std::string_view> parts(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> out;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find(separator, from);
        out.push_back(trimmed(text.substr(from, to == std::string_view::npos ? to : to - from)));
        if (to == std::string_view::npos)
            return out;
        from = to + separator.size();
    }
}

/// Words between white space and any of `also`.
std::vector<std::string_view> words(std::string_view text, std::string_view also) {
    std::vector<std::string_view> out;
    for (std::size_t k = 0; k < text.size();) {
        const auto parts = [&](char c) { return isSpace(c) || also.find(c) != std::string_view::npos; };
        std::size_t end = k;
        while (end < text.size() && !parts(text[end]))
            ++end;
        if (end > k)
            out.push_back(text.substr(k, end - k));
        k = end + 1;
    }
    return out;
}

std::optional<std::vector<double>> numbers(const std::vector<std::string_view>& texts) {
    std::vector<double> out;
    for (std::string_view text : texts) {
        if (text.ends_with(','))
            text.remove_suffix(1);
        const std::optional<double> number = numberFromText(text);
        if (!number)
            return std::nullopt;
        out.push_back(*number);
    }
    return out;
}

/// `count` numbers of a shape. Commas may part them, where there are too few words otherwise.
std::optional<std::vector<double>> numbers(std::string_view text, std::size_t count) {
    for (const std::string_view separators : {";()=", ";()=,"}) {
        const std::vector<std::string_view> texts = words(text, separators);
        if (texts.size() == count)
            return numbers(texts);
    }
    return std::nullopt;
}

struct Shape {
    std::string_view name;
    Dist dist;
    std::size_t count;
};
constexpr std::array<Shape, 7> kShapes{{{"point", Dist::Point, 1},
                                        {"uniform", Dist::Uniform, 2},
                                        {"triangular", Dist::Triangular, 3},
                                        {"triangle", Dist::Triangular, 3},
                                        {"pert", Dist::Pert, 3},
                                        {"lognormal", Dist::Lognormal, 2},
                                        {"p10", Dist::Lognormal, 2}}};

Quantity make(Dist dist, const std::vector<double>& n) {
    switch (dist) {
    case Dist::Point:
        return Quantity::point(n[0]);
    case Dist::Uniform:
        return Quantity::uniform(n[0], n[1]);
    case Dist::Triangular:
        return Quantity::triangular(n[0], n[1], n[2]);
    case Dist::Pert:
        return Quantity::pert(n[0], n[1], n[2]);
    case Dist::Lognormal:
        return Quantity::lognormal(n[0], n[1]);
    }
    return {};
}

/// "pert 1 2 3", "pert:1,2,3", "pert(1, 2, 3)", "p10 4 p90 9".
std::optional<Quantity> shapeFromText(const std::string& text) {
    for (const Shape& shape : kShapes) {
        if (!text.starts_with(shape.name) || text.size() == shape.name.size() ||
            (!isSpace(text[shape.name.size()]) &&
             std::string_view(":=(").find(text[shape.name.size()]) == std::string_view::npos))
            continue;
        std::string rest = text.substr(shape.name.size() + 1);
        if (const std::size_t p90 = rest.find("p90"); shape.name == "p10") {
            if (p90 == std::string::npos)
                return std::nullopt;
            rest.replace(p90, 3, " ");
        }
        std::replace(rest.begin(), rest.end(), ':', ' ');
        const auto values = numbers(rest, shape.count);
        return values ? std::optional(make(shape.dist, *values)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lowerCase(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::optional<double> numberFromText(std::string_view text) {
    text = withoutCurrency(trimmed(text));
    const bool percent = text.ends_with('%');
    if (percent)
        text = trimmed(text.substr(0, text.size() - 1));
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const std::optional<std::string> plain = withoutThousands(text);
    if (!plain || plain->empty() || !(isDigit(plain->back()) || plain->back() == '.'))
        return std::nullopt; // also keeps "inf" and "nan" out
    double value = 0;
    const auto [end, error] = std::from_chars(plain->data(), plain->data() + plain->size(), value);
    if (error != std::errc() || end != plain->data() + plain->size() || !std::isfinite(value))
        return std::nullopt;
    return percent ? value / 100 : value;
}

std::optional<Quantity> quantityFromText(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<double> number = numberFromText(text))
        return Quantity::point(*number);
    const std::string folded = lowerCase(text);
    if (std::optional<Quantity> shape = shapeFromText(folded))
        return shape;
    for (const std::string_view separator : {std::string_view("..."), std::string_view(".."), std::string_view(" to "),
                                             std::string_view("\u2013"), std::string_view("\u2026")}) {
        const std::vector<std::string_view> ends = parts(folded, separator);
        if (ends.size() != 2 && ends.size() != 3)
            continue;
        if (const auto values = numbers(ends))
            return make(ends.size() == 2 ? Dist::Uniform : Dist::Pert, *values);
    }
    return std::nullopt;
}

std::string numberAsText(double value) {
    return fmt::format("{}", value);
}

} // namespace plumb::cost
