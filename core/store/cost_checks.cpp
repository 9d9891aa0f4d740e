// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cost_checks.h"

#include "core/base/json.h"
#include "core/review/review.h"
#include "core/store/text_checks.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>

namespace plumb::store {
namespace {

using review::Costs;
using review::CostSettings;
using Names = std::set<std::string_view>;

constexpr int kMaxFieldDepth = 20;
constexpr double kMaxHours = 744;
constexpr int kMaxHorizon = 120; ///< months; as far as the engine looks
constexpr double kMaxRate = 10;
constexpr std::int64_t kMinTrials = 100, kMaxTrials = 10'000'000;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// "30", "-0.5": most fields are such, and reading them as JSON is slow beside this.
bool isPlainNumber(std::string_view text) {
    constexpr std::size_t kMost = 30; // so that it is finite
    constexpr std::string_view digits = "0123456789";
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(text.find_first_not_of(digits, begin), text.size());
    if (text.size() > kMost || end <= begin || (text[begin] == '0' && end > begin + 1))
        return false;
    if (end == text.size())
        return true;
    return text[end] == '.' && end + 1 < text.size() &&
           text.find_first_not_of(digits, end + 1) == std::string_view::npos;
}

std::string cut(std::string_view text) {
    return storableText(text.substr(0, 60));
}

Result<void> checkSettings(const Costs& costs) {
    const CostSettings& s = costs.settings;
    // Written so that NaN is refused.
    if (!(s.hoursPerMonth > 0 && s.hoursPerMonth <= kMaxHours))
        return fail(invalidReview(fmt::format("A month has more than 0 and up to {} hours.", kMaxHours), "hours"));
    if (s.horizonMonths < 1 || s.horizonMonths > kMaxHorizon)
        return fail(invalidReview(fmt::format("The horizon goes from 1 to {} months.", kMaxHorizon), "horizon"));
    if (!(s.discountRate > -1 && s.discountRate <= kMaxRate))
        return fail(invalidReview("The discount rate is above -1 and up to 10 a year (0.1 is 10 %).", "discountRate"));
    if (s.trials < kMinTrials || s.trials > kMaxTrials)
        return fail(
            invalidReview(fmt::format("The simulation takes {} to {} trials.", kMinTrials, kMaxTrials), "trials"));
    if (s.seed < 0)
        return fail(invalidReview("The seed is 0 or more.", "seed"));
    if (s.currency.empty())
        return fail(invalidReview("The currency is empty.", "currency"));
    PLUMB_CHECK(checkText("currency", s.currency, review::kMaxCurrency));
    if (!s.scenario.empty() && !costs.findScenario(s.scenario))
        return fail(invalidReview(fmt::format("There is no scenario \"{}\".", cut(s.scenario)), cut(s.scenario)));
    return {};
}

Result<void> checkCount(std::string_view what, std::size_t count, std::size_t most) {
    if (count <= most)
        return {};
    return fail(ErrorKind::Usage, "review.tooLong",
                fmt::format("There are too many {}: {} of at most {}.", what, count, most), std::string(what),
                {std::string(what), std::to_string(count), std::to_string(most)});
}

/// An id that is fit, and new in `taken`.
Result<void> checkNewId(std::string_view what, std::string_view id, Names& taken) {
    if (!isFitId(id))
        return fail(invalidReview(fmt::format("\"{}\" is no id of a {}: take 1 to {} letters, digits, '-', '_' and "
                                              "'.'.",
                                              cut(id), what, review::kMaxCostId),
                                  cut(id)));
    if (!taken.insert(id).second)
        return fail(invalidReview(fmt::format("Two {}s have the id \"{}\".", what, id), std::string(id)));
    return {};
}

Result<void> checkName(std::string_view what, std::string_view id, std::string_view name) {
    if (name.empty())
        return fail(invalidReview(fmt::format("The {} \"{}\" has no name.", what, id), std::string(id)));
    return checkText(fmt::format("name of the {} \"{}\"", what, id), name, review::kMaxCostName);
}

/// What items and measures have in common.
template <typename Thing> Result<void> checkThing(std::string_view what, const Thing& thing, Names& taken) {
    PLUMB_CHECK(checkNewId(what, thing.id, taken));
    PLUMB_CHECK(checkName(what, thing.id, thing.name));
    PLUMB_CHECK(checkText(fmt::format("note of the {} \"{}\"", what, thing.id), thing.note, review::kMaxNote));
    if (!isFitId(thing.type))
        return fail(invalidReview(fmt::format("\"{}\" is no type of the {} \"{}\".", cut(thing.type), what, thing.id),
                                  thing.id));
    for (const auto& [field, value] : thing.fields)
        if (!isFitId(field))
            return fail(invalidReview(fmt::format("\"{}\" is no field of the {} \"{}\".", cut(field), what, thing.id),
                                      thing.id));
    return {};
}

/// Each of `ids` once and in `known`.
Result<void> checkRefs(std::string_view owner, std::string_view what, const std::vector<std::string>& ids,
                       const Names& known) {
    Names seen;
    for (const std::string& id : ids) {
        if (!known.contains(id))
            return fail(invalidReview(fmt::format("{} names the {} \"{}\", which is not there.", owner, what, cut(id)),
                                      cut(id)));
        if (!seen.insert(id).second)
            return fail(invalidReview(fmt::format("{} names the {} \"{}\" twice.", owner, what, id), id));
    }
    return {};
}

Result<void> checkMeasures(const Costs& costs, const Names& items, Names& measures) {
    for (const review::CostMeasure& m : costs.measures)
        PLUMB_CHECK(checkThing("measure", m, measures));
    for (const review::CostMeasure& m : costs.measures) {
        const std::string owner = fmt::format("The measure \"{}\"", m.id);
        PLUMB_CHECK(checkRefs(owner, "item", m.items, items));
        for (const auto* others : {&m.excludes, &m.prerequisites}) {
            PLUMB_CHECK(checkRefs(owner, "measure", *others, measures));
            if (std::find(others->begin(), others->end(), m.id) != others->end())
                return fail(invalidReview(owner + " names itself.", m.id));
        }
    }
    return {};
}

Result<void> checkScenarios(const Costs& costs, const Names& measures) {
    Names ids, names;
    for (const review::CostScenario& s : costs.scenarios) {
        PLUMB_CHECK(checkNewId("scenario", s.id, ids));
        PLUMB_CHECK(checkName("scenario", s.id, s.name));
        if (!names.insert(s.name).second)
            return fail(invalidReview(fmt::format("Two scenarios have the name \"{}\".", s.name), s.id));
        PLUMB_CHECK(checkRefs(fmt::format("The scenario \"{}\"", s.id), "measure", s.measures, measures));
    }
    return {};
}

bool isDayOrNone(Date date) {
    return date == Date{} || date.valid();
}

Result<void> checkPrice(const review::Price& p) {
    const std::string name = fmt::format("price of \"{}\", {}", cut(p.subject), cut(p.field));
    if (p.subject.empty())
        return fail(invalidReview("A price has no subject.", "subject"));
    PLUMB_CHECK(checkText("subject of a price", p.subject, review::kMaxCostId));
    if (!isFitId(p.field))
        return fail(invalidReview(fmt::format("\"{}\" is no field for a price of \"{}\".", cut(p.field), p.subject),
                                  p.subject));
    if (!(p.amount >= 0 && p.amount <= review::kMaxMoney))
        return fail(invalidReview(fmt::format("The {} is not from 0 to {}.", name, review::kMaxMoney), p.subject));
    if (p.currency.empty())
        return fail(invalidReview(fmt::format("The {} has no currency.", name), p.subject));
    PLUMB_CHECK(checkText("currency of the " + name, p.currency, review::kMaxCurrency));
    PLUMB_CHECK(checkText("unit of the " + name, p.unit, review::kMaxCostName));
    PLUMB_CHECK(checkText("region of the " + name, p.region, review::kMaxCostName));
    PLUMB_CHECK(checkText("source of the " + name, p.source, review::kMaxPriceSource));
    if (!isDayOrNone(p.validFrom) || !isDayOrNone(p.validUntil))
        return fail(invalidReview(fmt::format("A date of the {} is not a day.", name), p.subject));
    return {};
}

} // namespace

bool isFitId(std::string_view id) noexcept {
    return !id.empty() && id.size() <= review::kMaxCostId && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

Result<void> checkCosts(const Costs& costs) {
    PLUMB_CHECK(checkCount("cost items", costs.items.size(), review::kMaxCostItems));
    PLUMB_CHECK(checkCount("measures", costs.measures.size(), review::kMaxCostMeasures));
    PLUMB_CHECK(checkCount("scenarios", costs.scenarios.size(), review::kMaxCostScenarios));
    PLUMB_CHECK(checkSettings(costs));
    Names items, measures;
    for (const review::CostItem& item : costs.items)
        PLUMB_CHECK(checkThing("cost item", item, items));
    PLUMB_CHECK(checkMeasures(costs, items, measures));
    return checkScenarios(costs, measures);
}

bool isFieldValue(std::string_view value) {
    if (isPlainNumber(value))
        return true;
    if (value.size() > review::kMaxCostField || !isStorableText(value))
        return false;
    const bool oneLine = std::none_of(value.begin(), value.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
    const bool bare =
        !value.empty() && value.front() != ' ' && value.back() != ' ' && !value.starts_with(kByteOrderMark);
    return oneLine && bare && parseJson(value, {review::kMaxCostField, kMaxFieldDepth}).usable;
}

Result<void> checkFieldValue(std::string_view owner, std::string_view field, std::string_view value) {
    const std::string name = fmt::format("value of \"{}\" of \"{}\"", field, owner);
    PLUMB_CHECK(checkText(name, value, review::kMaxCostField));
    if (!isFieldValue(value))
        return fail(invalidReview(fmt::format("The {} is not a JSON value in one line: {}", name, cut(value)),
                                  std::string(owner)));
    return {};
}

Result<void> checkPrices(const std::vector<review::Price>& prices) {
    PLUMB_CHECK(checkCount("prices", prices.size(), review::kMaxPrices));
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const review::Price& price : prices) {
        PLUMB_CHECK(checkPrice(price));
        if (!seen.emplace(price.subject, price.field).second)
            return fail(invalidReview(fmt::format("Two prices are given for \"{}\", {}.", price.subject, price.field),
                                      price.subject));
    }
    return {};
}

} // namespace plumb::store
