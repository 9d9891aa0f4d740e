// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/quantity.h"

#include "core/base/json.h"
#include "core/cost/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

constexpr double kMost = 1e15; ///< products of a few such numbers are still finite
constexpr double kProbit90 = 1.2815515655446004;
constexpr std::array kDists{Dist::Point, Dist::Uniform, Dist::Triangular, Dist::Pert, Dist::Lognormal};

/// The names of the three numbers in JSON; empty where the shape has none.
struct Names {
    const char* low;
    const char* mode;
    const char* high;
};
Names namesOf(Dist dist) {
    switch (dist) {
    case Dist::Point:
        return {"value", "", ""};
    case Dist::Uniform:
        return {"low", "", "high"};
    case Dist::Lognormal:
        return {"p10", "", "p90"};
    case Dist::Triangular:
    case Dist::Pert:
        return {"low", "mode", "high"};
    }
    return {"value", "", ""};
}

bool inside(double value, const Range& range) {
    return (range.openLow ? value > range.low : value >= range.low) &&
           (range.openHigh ? value < range.high : value <= range.high);
}

/// Reads one of the dist objects; every fault becomes a message.
class Reader {
public:
    Reader(std::string_view pointer, const Range& range, std::vector<Message>& messages)
        : m_pointer(pointer), m_range(range), m_messages(messages), m_before(messages.size()) {}

    std::optional<Quantity> number(const Json& value) {
        const double number = value.get<double>();
        return checked(Quantity::point(number));
    }

    std::optional<Quantity> object(const Json& value) {
        const std::optional<Dist> dist = distOf(value);
        if (!dist)
            return std::nullopt;
        const Names names = namesOf(*dist);
        Quantity quantity;
        quantity.dist = *dist;
        quantity.low = part(value, names.low);
        quantity.mode = part(value, names.mode);
        quantity.high = part(value, names.high);
        if (*dist == Dist::Point)
            quantity.mode = quantity.high = quantity.low;
        quantity.source = text(value, "source");
        quantity.validUntil = text(value, "validUntil");
        if (!quantity.validUntil.empty() && !isDay(quantity.validUntil))
            add("C001", childPointer(m_pointer, "validUntil"), "The date is not a day.", "Write it as YYYY-MM-DD.");
        onlyKnown(value, names);
        return m_messages.size() == m_before ? checked(std::move(quantity)) : std::nullopt;
    }

    std::optional<Quantity> wrongType() {
        add("C001", std::string(m_pointer), "A number is expected here.",
            R"(Write a number, or a range such as {"dist":"pert","low":1,"mode":2,"high":5}.)");
        return std::nullopt;
    }

private:
    void add(std::string id, std::string pointer, std::string text, std::string fix) {
        m_messages.push_back({std::move(id), std::move(pointer), std::move(text), std::move(fix)});
    }

    std::optional<Dist> distOf(const Json& value) {
        const auto it = value.find("dist");
        std::vector<std::string> known;
        for (const Dist dist : kDists) {
            if (it != value.end() && it->is_string() && it->get_ref<const std::string&>() == toText(dist))
                return dist;
            known.emplace_back(toText(dist));
        }
        if (it == value.end() || !it->is_string()) {
            add("C001", std::string(m_pointer), "The range does not say its shape.",
                fmt::format("Give \"dist\" as one of {}.", fmt::join(known, ", ")));
            return std::nullopt;
        }
        const std::string& name = it->get_ref<const std::string&>();
        add("C001", childPointer(m_pointer, "dist"), fmt::format("There is no shape \"{}\".", cut(name)),
            orList(nearest(name, known), known));
        return std::nullopt;
    }

    double part(const Json& value, const char* name) {
        if (*name == '\0')
            return 0;
        const auto it = value.find(name);
        if (it == value.end()) {
            add("C001", std::string(m_pointer), fmt::format("\"{}\" is missing.", name),
                fmt::format("Give \"{}\" as a number.", name));
            return 0;
        }
        if (!it->is_number() || !std::isfinite(it->get<double>())) {
            add("C001", childPointer(m_pointer, name), fmt::format("\"{}\" is not a number.", name),
                "Write a plain number.");
            return 0;
        }
        return it->get<double>();
    }

    std::string text(const Json& value, const char* name) {
        const auto it = value.find(name);
        if (it == value.end())
            return {};
        if (it->is_string())
            return it->get<std::string>();
        add("C001", childPointer(m_pointer, name), fmt::format("\"{}\" is not a text.", name), "Put it in quotes.");
        return {};
    }

    void onlyKnown(const Json& value, const Names& names) {
        const std::vector<std::string> known{"dist", names.low, names.mode, names.high, "source", "validUntil"};
        for (const auto& [key, ignored] : value.items())
            if (std::find(known.begin(), known.end(), key) == known.end() || key.empty())
                add("C001", childPointer(m_pointer, key), fmt::format("There is no field \"{}\" here.", cut(key)),
                    orList(nearest(key, known), known));
    }

    std::optional<Quantity> checked(Quantity quantity) {
        const Names names = namesOf(quantity.dist);
        if (std::abs(quantity.low) > kMost || std::abs(quantity.high) > kMost)
            add("C002", std::string(m_pointer), fmt::format("A number beyond {:g} is no cost.", kMost),
                "Check the unit of this field.");
        else if (quantity.high < quantity.low)
            add("C003", std::string(m_pointer),
                fmt::format("{} {} is above {} {}.", names.low, quantity.low, names.high, quantity.high),
                "Give the smaller number first.");
        else if (*names.mode != '\0' && (quantity.mode < quantity.low || quantity.mode > quantity.high))
            add("C003", std::string(m_pointer),
                fmt::format("mode {} is not between low {} and high {}.", quantity.mode, quantity.low, quantity.high),
                "Give low, mode and high in rising order.");
        else if (quantity.dist == Dist::Lognormal && quantity.low <= 0)
            add("C003", std::string(m_pointer), fmt::format("p10 {} is not above 0.", quantity.low),
                "A lognormal is always above 0; take another shape or a p10 above 0.");
        else if (quantity.dist == Dist::Lognormal && std::isfinite(m_range.high))
            add("C002", std::string(m_pointer),
                fmt::format("A lognormal has no upper end, but only {} can be right here.", toText(m_range)),
                "Take uniform, triangular or pert.");
        else if (!(quantity.dist == Dist::Lognormal && m_range.low <= 0) &&
                 !(inside(lowest(quantity), m_range) && inside(highest(quantity), m_range)))
            add("C002", std::string(m_pointer),
                fmt::format("{} can't be right here.", inside(quantity.low, m_range) ? quantity.high : quantity.low),
                fmt::format("Give {}.", toText(m_range)));
        return m_messages.size() == m_before ? std::optional(std::move(quantity)) : std::nullopt;
    }

    std::string_view m_pointer;
    const Range& m_range;
    std::vector<Message>& m_messages;
    std::size_t m_before;
};

} // namespace

double mean(const Quantity& quantity) noexcept {
    switch (quantity.dist) {
    case Dist::Point:
        return quantity.low;
    case Dist::Uniform:
        return (quantity.low + quantity.high) / 2;
    case Dist::Triangular:
        return (quantity.low + quantity.mode + quantity.high) / 3;
    case Dist::Pert:
        return (quantity.low + 4 * quantity.mode + quantity.high) / 6;
    case Dist::Lognormal: {
        const double mu = (std::log(quantity.low) + std::log(quantity.high)) / 2;
        const double sigma = std::log(quantity.high / quantity.low) / (2 * kProbit90);
        return std::exp(mu + sigma * sigma / 2);
    }
    }
    return quantity.low;
}

double lowest(const Quantity& quantity) noexcept {
    return quantity.dist == Dist::Lognormal && !quantity.certain() ? 0 : quantity.low;
}

double highest(const Quantity& quantity) noexcept {
    return quantity.dist == Dist::Lognormal && !quantity.certain() ? std::numeric_limits<double>::infinity()
                                                                   : quantity.high;
}

std::string_view toText(Dist dist) noexcept {
    switch (dist) {
    case Dist::Point:
        return "point";
    case Dist::Uniform:
        return "uniform";
    case Dist::Triangular:
        return "triangular";
    case Dist::Pert:
        return "pert";
    case Dist::Lognormal:
        return "lognormal";
    }
    return "point";
}

std::string toText(const Range& range) {
    const bool below = std::isfinite(range.low), above = std::isfinite(range.high);
    if (below && above && !range.openLow && !range.openHigh)
        return fmt::format("{} to {}", range.low, range.high);
    std::string text = !below          ? ""
                       : range.openLow ? fmt::format("above {}", range.low)
                                       : fmt::format("{} or more", range.low);
    if (above)
        text +=
            fmt::format("{}{}", text.empty() ? "" : " and ",
                        range.openHigh ? fmt::format("below {}", range.high) : fmt::format("at most {}", range.high));
    return text.empty() ? "any number" : text;
}

std::optional<Quantity> readQuantity(const Json& value, std::string_view pointer, const Range& range,
                                     std::vector<Message>& messages) {
    Reader reader(pointer, range, messages);
    if (value.is_number() && std::isfinite(value.get<double>()))
        return reader.number(value);
    return value.is_object() ? reader.object(value) : reader.wrongType();
}

Json writeQuantity(const Quantity& quantity) {
    if (quantity.dist == Dist::Point && quantity.source.empty() && quantity.validUntil.empty())
        return quantity.low;
    const Names names = namesOf(quantity.dist);
    Json out = {{"dist", toText(quantity.dist)}, {names.low, quantity.low}};
    if (*names.mode != '\0')
        out[names.mode] = quantity.mode;
    if (*names.high != '\0')
        out[names.high] = quantity.high;
    if (!quantity.source.empty())
        out["source"] = quantity.source;
    if (!quantity.validUntil.empty())
        out["validUntil"] = quantity.validUntil;
    return out;
}

} // namespace plumb::cost
