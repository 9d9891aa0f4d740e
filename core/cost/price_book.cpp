// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/price_book.h"

#include "core/cost/field_json.h"
#include "core/cost/number_text.h"
#include "core/cost/plan.h"
#include "core/cost/price_defaults.h"
#include "core/cost/types.h"
#include "core/cost/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace plumb::cost {
namespace {

using review::Price;

std::string day(Date date) {
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return fmt::format("{} {} {}", date.day, kMonths[static_cast<std::size_t>(date.month - 1)], date.year);
}

Date addDays(Date date, int days) {
    return dayOf({startOf(date).ms + std::int64_t{days} * 86'400'000});
}

/// The last day on which nobody need look the price up again; no date when nothing is known.
Date lastDay(const Price& price) {
    if (price.validUntil.valid())
        return price.validUntil;
    return price.validFrom.valid() ? addDays(price.validFrom, kPriceLifeDays) : Date{};
}

bool bySubject(const Price& a, const Price& b) {
    return std::tie(a.subject, a.field) < std::tie(b.subject, b.field);
}

/// Without parts in front that name a vendor or a region.
std::string withoutVendor(std::string_view subject) {
    constexpr std::array<std::string_view, 25> kParts{
        "us",       "eu",     "apac",     "jp",         "au",      "ca",         "sa",    "global", "us-gov",
        "amazon",   "aws",    "meta",     "cohere",     "mistral", "anthropic",  "ai21",  "google", "stability",
        "deepseek", "openai", "moonshot", "moonshotai", "qwen",    "twelvelabs", "writer"};
    std::string text = lowerCase(subject);
    // LiteLLM's "bedrock/us-east-1/1-month-commitment/model": the commitment makes another price, the region does not.
    if (text.starts_with("bedrock/")) {
        text.erase(0, text.find('/') + 1);
        if (const std::size_t slash = text.find('/');
            slash != std::string::npos && slash > 0 && text[slash - 1] >= '0' && text[slash - 1] <= '9')
            text.erase(0, slash + 1);
    }
    for (;;) {
        const std::size_t dot = text.find('.');
        if (dot == std::string::npos ||
            std::find(kParts.begin(), kParts.end(), std::string_view(text).substr(0, dot)) == kParts.end())
            return text;
        text.erase(0, dot + 1);
    }
}

/// "claude-3-haiku-20240307-v1:0" -> "claude-3-haiku".
std::string withoutVersion(std::string_view subject) {
    std::string text = withoutVendor(subject);
    const auto digits = [&](std::size_t from, std::size_t to) {
        return from < to &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(to), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (const std::size_t v = text.rfind("-v"), colon = text.rfind(':');
        v != std::string::npos && colon != std::string::npos && v < colon && digits(v + 2, colon) &&
        digits(colon + 1, text.size()))
        text.erase(v);
    if (const std::size_t dash = text.rfind('-');
        dash != std::string::npos && text.size() - dash == 9 && digits(dash + 1, text.size()))
        text.erase(dash);
    return text;
}

/// Prices that make a type: a subject has one of these, or has nothing to say about the type.
std::vector<std::string_view> ownFields(std::string_view type) {
    if (type == "endpoint" || type == "training" || type == "right-size")
        return {"pricePerHour"};
    if (type == "tokens" || type == "batch-tokens" || type == "cheaper-model" || type == "leave-provisioned")
        return {"inputPrice", "outputPrice"};
    if (type == "provisioned" || type == "enter-provisioned")
        return {"pricePerUnitHour"};
    if (type == "opensearch-serverless" || type == "opensearch-next-generation")
        return {"pricePerOcuHour"};
    if (type == "aurora-pgvector" || type == "pgvector")
        return {"pricePerAcuHour"};
    if (type == "s3-vectors")
        return {"pricePerPutGb", "pricePerMillionQueries", "pricePerTb"};
    if (type == "storage")
        return {"pricePerGbMonth"};
    if (type == "transfer")
        return {"pricePerGb"};
    if (type == "monitoring")
        return {"pricePerMetric", "pricePerLogGb", "pricePerStoredGb", "pricePerAlarm", "pricePerDashboard"};
    return {};
}

/// One price over another, without the noise of the division.
double ratioOf(double price, double of) {
    const double ratio = price / of, scale = 1e12;
    return std::round(ratio * scale) / scale;
}

std::string noted(double value, const Price& price) {
    Quantity quantity = Quantity::point(value);
    quantity.source = price.source;
    quantity.validUntil = toIso(lastDay(price));
    return storedJson(quantity);
}

/// Sets fields of one thing from the prices of one subject.
class Filling {
public:
    Filling(const PriceBook& book, const std::string& subject, const std::vector<FieldInfo>& infos,
            review::CostFields& fields)
        : m_book(book), m_subject(subject), m_infos(infos), m_fields(fields) {}

    std::vector<std::string> run(bool factors) {
        for (std::size_t k = 0; k < numberCount(m_infos); ++k)
            if (const Price* price = m_book.find(m_subject, m_infos[k].name))
                set(m_infos[k], noted(price->amount, *price));
        const Price* input = m_book.find(m_subject, "inputPrice");
        if (factors && input != nullptr && input->amount > 0) {
            factor("readFactor", "cacheReadPrice", input->amount);
            factor("writeFactor", "cacheWritePrice", input->amount);
            factor("batchFactor", "batchInputPrice", input->amount);
        }
        return std::move(m_set);
    }

private:
    void factor(std::string_view field, std::string_view from, double input) {
        const std::optional<std::size_t> at = numberIndex(m_infos, field);
        const Price* price = m_book.find(m_subject, from);
        if (at && price != nullptr)
            set(m_infos[*at], noted(ratioOf(price->amount, input), *price));
    }
    void set(const FieldInfo& info, std::string json) {
        for (const std::string_view alias : info.aliases)
            m_fields.erase(std::string(alias));
        m_fields[std::string(info.name)] = std::move(json);
        m_set.emplace_back(info.name);
    }

    const PriceBook& m_book;
    const std::string& m_subject;
    const std::vector<FieldInfo>& m_infos;
    review::CostFields& m_fields;
    std::vector<std::string> m_set;
};

template <typename Info>
Result<std::vector<std::string>> fillThing(const PriceBook& book, const std::vector<Info>& infos, std::string_view type,
                                           std::string_view subject, bool factors, review::CostFields& fields) {
    const auto info = std::find_if(infos.begin(), infos.end(), [&](const Info& one) { return one.name == type; });
    const std::string resolved = book.subjectMeant(subject);
    std::vector<std::string> set;
    if (info != infos.end() && !resolved.empty()) {
        const std::vector<std::string_view> own = ownFields(type);
        if (std::any_of(own.begin(), own.end(),
                        [&](std::string_view field) { return book.find(resolved, field) != nullptr; }))
            set = Filling(book, resolved, info->fields, fields).run(factors);
    }
    if (!set.empty())
        return set;
    const std::vector<std::string> known = book.subjectsFor(type);
    std::vector<std::string> args{std::string(cut(subject))};
    const std::vector<std::string> near = book.nearSubjects(subject, type);
    args.insert(args.end(), near.begin(), near.end());
    std::string help = known.empty()  ? fmt::format("{} has no list price.", cut(type))
                       : near.empty() ? "Bring prices in by hand or from a file."
                                      : fmt::format("Did you mean {}?", fmt::join(near, ", "));
    return fail(ErrorKind::Usage, "cost.noPrice",
                fmt::format("The price book has no price of \"{}\" for {}. {}", cut(subject), cut(type), help),
                std::string(subject), std::move(args));
}

template <typename Thing> void addStale(const Thing& thing, bool ofMeasure, Date today, std::vector<StalePrice>& out) {
    for (const auto& [field, json] : thing.fields) {
        const Result<Date> last = parseDate(fieldNotes(json).validUntil);
        if (last && *last < today)
            out.push_back({thing.id, ofMeasure, field, "valid until " + day(*last)});
    }
}

} // namespace

std::string staleness(const Price& price, Date today) {
    if (price.validUntil.valid())
        return price.validUntil < today ? "valid until " + day(price.validUntil) : std::string();
    if (!price.validFrom.valid())
        return "without a date";
    return lastDay(price) < today ? fmt::format("from {}, more than {} days ago", day(price.validFrom), kPriceLifeDays)
                                  : std::string();
}

const std::vector<Price>& PriceBook::defaults() {
    static const std::vector<Price> prices = [] {
        std::vector<Price> read = readPriceDefaults(priceDefaultsBytes());
        std::stable_sort(read.begin(), read.end(), bySubject);
        return read;
    }();
    return prices;
}

PriceBook::PriceBook(const std::vector<Price>& own) : m_prices(defaults()) {
    // An own subject that differs in case alone is the default's.
    std::map<std::string, std::string> spelling;
    for (const Price& price : m_prices)
        spelling.emplace(lowerCase(price.subject), price.subject);
    for (const Price& price : own) {
        m_prices.push_back(price);
        m_prices.back().subject = spelling.emplace(lowerCase(price.subject), price.subject).first->second;
    }
    std::stable_sort(m_prices.begin(), m_prices.end(), bySubject);
    // Of equal ones the last stays.
    const auto same = [](const Price& a, const Price& b) { return a.subject == b.subject && a.field == b.field; };
    m_prices.erase(m_prices.begin(), std::unique(m_prices.rbegin(), m_prices.rend(), same).base());
}

std::string PriceBook::subjectMeant(std::string_view subject) const {
    const std::vector<std::string> all = subjects();
    if (std::binary_search(all.begin(), all.end(), subject))
        return std::string(subject);
    for (const auto fold : {&lowerCase, &withoutVendor, &withoutVersion}) {
        const std::string wanted = fold(subject);
        std::vector<std::string> meant;
        for (const std::string& one : all)
            if (fold(one) == wanted)
                meant.push_back(one);
        if (!meant.empty())
            return meant.size() == 1 ? meant.front() : std::string();
    }
    return {};
}

std::vector<std::string> PriceBook::subjects() const {
    std::vector<std::string> out;
    for (const Price& price : m_prices)
        if (out.empty() || out.back() != price.subject)
            out.push_back(price.subject);
    return out;
}

const Price* PriceBook::find(std::string_view subject, std::string_view field) const {
    const auto exact = [&](std::string_view name) -> const Price* {
        const auto it = std::lower_bound(
            m_prices.begin(), m_prices.end(), std::tie(name, field), [](const Price& price, const auto& wanted) {
                return std::tuple<std::string_view, std::string_view>(price.subject, price.field) < wanted;
            });
        return it != m_prices.end() && it->subject == name && it->field == field ? &*it : nullptr;
    };
    if (const Price* price = exact(subject))
        return price;
    const auto known = std::lower_bound(m_prices.begin(), m_prices.end(), subject,
                                        [](const Price& price, std::string_view name) { return price.subject < name; });
    if (known != m_prices.end() && known->subject == subject)
        return nullptr;
    const std::string meant = subjectMeant(subject);
    return meant.empty() ? nullptr : exact(meant);
}

std::vector<std::string> PriceBook::subjectsFor(std::string_view type) const {
    const std::vector<std::string_view> own = ownFields(type);
    std::vector<std::string> out;
    for (const Price& price : m_prices)
        if (std::find(own.begin(), own.end(), price.field) != own.end() && (out.empty() || out.back() != price.subject))
            out.push_back(price.subject);
    return out;
}

std::vector<std::string> PriceBook::nearSubjects(std::string_view subject, std::string_view type) const {
    constexpr std::size_t kMost = 3;
    std::vector<std::string> left = subjectsFor(type), out;
    const std::string wanted = withoutVersion(subject);
    while (out.size() < kMost) {
        std::vector<std::string> folded;
        for (const std::string& one : left)
            folded.push_back(withoutVersion(one));
        const std::string near = nearest(wanted, folded);
        const auto it = std::find(folded.begin(), folded.end(), near);
        if (near.empty() || it == folded.end())
            break;
        const auto place = left.begin() + (it - folded.begin());
        out.push_back(*place);
        left.erase(place);
    }
    return out;
}

Result<std::vector<std::string>> PriceBook::fill(review::CostItem& item, std::string_view subject) const {
    return fillThing(*this, itemTypes(), item.type, subject, true, item.fields);
}

Result<std::vector<std::string>> PriceBook::fill(review::CostMeasure& measure, std::string_view subject) const {
    return fillThing(*this, measureTypes(), measure.type, subject, false, measure.fields);
}

std::vector<StalePrice> stalePrices(const review::Costs& costs, Date today) {
    std::vector<StalePrice> out;
    for (const review::CostItem& item : costs.items)
        addStale(item, false, today, out);
    for (const review::CostMeasure& measure : costs.measures)
        addStale(measure, true, today, out);
    return out;
}

} // namespace plumb::cost
