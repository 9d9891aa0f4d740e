// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The break-even questions that a model can answer with its own figures, ranges at their means.
#include "core/cost/groups.h"
#include "core/cost/picture_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

constexpr double kMillion = 1e6;
constexpr std::size_t kPoints = 101;
constexpr double kUnlimited = std::numeric_limits<double>::infinity(); ///< capacity that the model does not know
constexpr double kServerlessMostGb = 6; ///< memory of a serverless endpoint (SageMaker developer guide)

constexpr double kClassicOcu = 2; ///< least of a classic collection with redundancy

/// A round number at or above `x`, for the end of an axis.
double roundedUp(double x) {
    constexpr std::array<double, 9> kSteps{1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    const double power = std::pow(10, std::floor(std::log10(x)));
    for (const double step : kSteps)
        if (step * power >= x * (1 - 1e-9))
            return step * power;
    return 10 * power;
}

/// Far enough to see the break-even and the present.
double endOf(double breakEven, std::optional<double> now) {
    const double shown = std::isfinite(breakEven) ? 1.4 * breakEven : 0;
    const double most = std::max(shown, 1.25 * now.value_or(0));
    return most > 0 && std::isfinite(most) ? roundedUp(most) : 0;
}

double number(const Measure& measure, std::size_t field) {
    const auto& numbers = measure.fields.numbers;
    if (field < numbers.size() && numbers[field])
        return mean(*numbers[field]);
    return infoOf(measure.type).fields[field].fallback.value_or(0);
}

bool has(const Measure& measure, std::size_t field) {
    return field < measure.fields.numbers.size() && measure.fields.numbers[field].has_value();
}

std::string unitsName(double units) {
    return fmt::format("provisioned, {:.6g} {}", units, units == 1 ? "unit" : "units");
}

class Finder {
public:
    explicit Finder(const Spec& spec) : m_spec(spec), m_engine(meanEngine(spec)), m_states(m_engine.states({}, {})) {}

    std::vector<BreakEvenPicture> all() const {
        std::vector<BreakEvenPicture> out;
        const auto add = [&out](std::optional<BreakEvenPicture> found) {
            if (found && !found->curve.x.empty())
                out.push_back(std::move(*found));
        };
        add(provisioned());
        add(pgvector());
        add(serverless());
        add(cache());
        add(selfHosting());
        return out;
    }

private:
    [[nodiscard]] double driver(std::size_t item, std::size_t field) const {
        return m_states[item].drivers.at[field].value();
    }
    [[nodiscard]] double cost(std::size_t item) const { return m_engine.cost(m_states[item]).value(); }
    /// Millions of tokens a month of a token stream.
    [[nodiscard]] double tokensOf(std::size_t item) const {
        const TaskTokens task = taskTokens(m_states[item]);
        return (task.input.value() + task.output.value()) * driver(item, tokens::Requests) / kMillion;
    }
    /// The first measure of a type with an item of a type in its scope: positions of both.
    struct Found {
        std::size_t measure, item;
    };
    [[nodiscard]] std::optional<Found> find(MeasureType measure, ItemType item) const {
        for (std::size_t k = 0; k < m_spec.measures.size(); ++k)
            for (const std::size_t i : m_spec.measures[k].items)
                if (m_spec.measures[k].type == measure && m_spec.items[i].type == item)
                    return Found{k, i};
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::size_t> find(ItemType type) const {
        for (std::size_t i = 0; i < m_spec.items.size(); ++i)
            if (m_spec.items[i].type == type)
                return i;
        return std::nullopt;
    }

    /// `units` of a price for an hour against a stream of `tokens` millions a month that costs `onDemand`.
    [[nodiscard]] BreakEvenPicture provisionedOf(const std::string& id, double units, double price, double tokens,
                                                 double onDemand) const {
        BreakEvenPicture out{BreakEvenKind::Provisioned, id, {}, tokens / m_spec.hoursPerMonth};
        if (!(units * price > 0) || !(tokens > 0) || !(onDemand > 0))
            return out;
        const double blended = onDemand / tokens;
        out.curve = provisionedCurve(units * price, blended, kUnlimited, m_spec.hoursPerMonth,
                                     endOf(provisionedBreakEven(units * price, blended), out.now), kPoints);
        out.curve.aName = unitsName(units);
        return out;
    }

    [[nodiscard]] std::optional<BreakEvenPicture> provisioned() const {
        if (const auto found = find(MeasureType::EnterProvisioned, ItemType::Tokens)) {
            namespace e = enter_provisioned;
            const Measure& measure = m_spec.measures[found->measure];
            return provisionedOf(measure.id, number(measure, e::ModelUnits), number(measure, e::PricePerUnitHour),
                                 tokensOf(found->item), cost(found->item));
        }
        if (const auto found = find(MeasureType::LeaveProvisioned, ItemType::Provisioned)) {
            namespace l = leave_provisioned;
            const Measure& measure = m_spec.measures[found->measure];
            const double requests = number(measure, l::Requests) / kMillion;
            const double in = number(measure, l::InputTokens), out = number(measure, l::OutputTokens);
            return provisionedOf(measure.id, driver(found->item, provisioned::ModelUnits),
                                 driver(found->item, provisioned::PricePerUnitHour), requests * (in + out),
                                 requests *
                                     (in * number(measure, l::InputPrice) + out * number(measure, l::OutputPrice)));
        }
        return std::nullopt;
    }

    [[nodiscard]] BreakEvenPicture pgvectorOf(const std::string& id, double ocu, double pricePerOcu, double pricePerAcu,
                                              std::optional<double> now) const {
        BreakEvenPicture out{BreakEvenKind::Pgvector, id, {}, now};
        if (!(ocu * pricePerOcu > 0) || !(pricePerAcu > 0))
            return out;
        out.curve = pgvectorCurve(ocu, pricePerOcu, pricePerAcu, m_spec.hoursPerMonth,
                                  endOf(pgvectorBreakEven(ocu, pricePerOcu, pricePerAcu), now), kPoints);
        return out;
    }

    [[nodiscard]] std::optional<BreakEvenPicture> pgvector() const {
        namespace o = opensearch;
        const auto billed = [this](std::size_t item) {
            return std::max(driver(item, o::Ocu), driver(item, o::MinimumOcu)) * driver(item, o::ActiveShare);
        };
        if (const auto found = find(MeasureType::Pgvector, ItemType::OpenSearchServerless)) {
            const Measure& measure = m_spec.measures[found->measure];
            return pgvectorOf(measure.id, billed(found->item), driver(found->item, o::PricePerOcuHour),
                              number(measure, aurora::PricePerAcuHour), number(measure, aurora::Acu));
        }
        if (const auto item = find(ItemType::OpenSearchServerless)) {
            const auto& fields = infoOf(ItemType::AuroraPgvector).fields;
            return pgvectorOf(m_spec.items[*item].id, billed(*item), driver(*item, o::PricePerOcuHour),
                              fields[aurora::PricePerAcuHour].fallback.value_or(0), std::nullopt);
        }
        if (const auto item = find(ItemType::AuroraPgvector)) {
            const auto& fields = infoOf(ItemType::OpenSearchServerless).fields;
            return pgvectorOf(m_spec.items[*item].id, kClassicOcu, fields[o::PricePerOcuHour].fallback.value_or(0),
                              driver(*item, aurora::PricePerAcuHour), driver(*item, aurora::Acu));
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<BreakEvenPicture> serverless() const {
        namespace e = endpoint;
        constexpr double kSecondsPerHour = 3600;
        for (std::size_t i = 0; i < m_spec.items.size(); ++i) {
            if (m_spec.items[i].type != ItemType::Endpoint)
                continue;
            const double gb = driver(i, e::MemoryGb), price = driver(i, e::PricePerHour);
            if (!(gb > 0) || gb > kServerlessMostGb || !(price > 0))
                continue;
            BreakEvenPicture out{BreakEvenKind::Serverless, m_spec.items[i].id, {}, {}};
            const double capacity = kSecondsPerHour * m_spec.hoursPerMonth; // one-second requests, one at a time
            if (m_states[i].drivers.has[e::Utilisation])
                out.now = driver(i, e::Utilisation) * driver(i, e::Instances) * driver(i, e::HoursOn) * kSecondsPerHour;
            const double most = endOf(serverlessBreakEven(price, m_spec.hoursPerMonth, 1, gb), out.now);
            out.curve = serverlessCurve(price, m_spec.hoursPerMonth, 1, gb, capacity, most);
            out.curve.xName = "requests of one second a month";
            return out;
        }
        return std::nullopt;
    }

    /// The stream without and with a cache, by the engine's own formula.
    [[nodiscard]] BreakEvenPicture cacheOf(const std::string& id, std::size_t item, const CacheUse& use,
                                           std::optional<double> now) const {
        ItemState plain = m_states[item];
        plain.drivers.has[tokens::HitRate] = false;
        const double without = m_engine.cost(plain).value();
        const auto with = [&](double hitRate) {
            ItemState state = plain;
            state.caches = {use};
            state.caches.front().hitRate = hitRate;
            return m_engine.cost(state).value();
        };
        return {BreakEvenKind::CacheHitRate, id,
                curveOf("hit rate", "with caching", "without", 1, kPoints, with, [=](double) { return without; }), now};
    }

    [[nodiscard]] double hitRateIn(const Measure& measure, std::size_t item) const {
        namespace c = caching;
        if (has(measure, c::HitRate))
            return number(measure, c::HitRate);
        const double perHour = driver(item, tokens::Requests) / m_spec.hoursPerMonth / number(measure, c::Prefixes);
        return hitRateOf(perHour, number(measure, c::TtlMinutes));
    }

    [[nodiscard]] std::optional<BreakEvenPicture> cache() const {
        namespace c = caching;
        const auto cacheable = [this](std::size_t item) {
            return driver(item, tokens::PrefixTokens) * driver(item, tokens::InputPrice) > 0 && cost(item) > 0;
        };
        for (const Measure& measure : m_spec.measures)
            for (const std::size_t item : measure.items) {
                if (measure.type != MeasureType::PromptCaching || m_spec.items[item].type != ItemType::Tokens ||
                    !cacheable(item))
                    continue;
                const auto flag = measure.fields.flags.find("incremental");
                const CacheUse use{1, 0, number(measure, c::ReadFactor), number(measure, c::WriteFactor),
                                   flag != measure.fields.flags.end() && flag->second};
                return cacheOf(measure.id, item, use, hitRateIn(measure, item));
            }
        for (std::size_t item = 0; item < m_spec.items.size(); ++item)
            if (m_spec.items[item].type == ItemType::Tokens && cacheable(item)) {
                const CacheUse use{1, 0, driver(item, tokens::ReadFactor), driver(item, tokens::WriteFactor), false};
                std::optional<double> now;
                if (m_states[item].drivers.has[tokens::HitRate])
                    now = driver(item, tokens::HitRate);
                return cacheOf(m_spec.items[item].id, item, use, now);
            }
        return std::nullopt;
    }

    /// A host with accelerators could run a model; it is compared with the dearest token stream.
    [[nodiscard]] std::optional<BreakEvenPicture> selfHosting() const {
        namespace e = endpoint;
        std::optional<std::size_t> host, stream;
        for (std::size_t i = 0; i < m_spec.items.size(); ++i) {
            const Item& item = m_spec.items[i];
            if (item.type == ItemType::Endpoint && !host && accelerated(item) && driver(i, e::PricePerHour) > 0)
                host = i;
            if (item.type == ItemType::Tokens && (!stream || cost(i) > cost(*stream)))
                stream = i;
        }
        if (!host || !stream || !(tokensOf(*stream) > 0) || !(cost(*stream) > 0))
            return std::nullopt;
        const double blended = cost(*stream) / tokensOf(*stream);
        const SelfHosting hosting{driver(*host, e::PricePerHour), std::max(1.0, driver(*host, e::Instances)),
                                  kUnlimited, 1};
        BreakEvenPicture out{BreakEvenKind::SelfHosting, m_spec.items[*host].id, {}, tokensOf(*stream)};
        out.curve = selfHostCurve(hosting, blended, m_spec.hoursPerMonth,
                                  endOf(selfHostBreakEven(hosting, blended, m_spec.hoursPerMonth), out.now), kPoints);
        out.curve.aName = "own hosts like " + m_spec.items[*host].name;
        return out;
    }

    /// g, p, inf and trn instances (Amazon EC2 instance types), with or without "ml.".
    static bool accelerated(const Item& item) {
        const auto text = item.fields.texts.find("instanceType");
        if (text == item.fields.texts.end())
            return false;
        std::string_view name = text->second;
        if (name.starts_with("ml."))
            name.remove_prefix(3);
        const auto family = [name](std::string_view letters) {
            return name.starts_with(letters) && name.size() > letters.size() && name[letters.size()] >= '0' &&
                   name[letters.size()] <= '9';
        };
        return family("g") || family("p") || family("inf") || family("trn");
    }

    const Spec& m_spec;
    Engine m_engine;
    std::vector<ItemState> m_states;
};

} // namespace

std::vector<BreakEvenPicture> breakEvensOf(const Spec& spec) {
    return Finder(spec).all();
}

} // namespace plumb::cost
