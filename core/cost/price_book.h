// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// List prices with their source and validity: the defaults that come with the program (resources/prices), and before
// them what a review brought in. A price book suggests; the items keep the figures they were given.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/review/costs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cost {

/// Days after which a price without a last day is called stale.
inline constexpr int kPriceLifeDays = 180;

/// Why a price must be looked up again on `today`; empty while it holds. "valid until 1 Aug 2026", "from 1 Aug 2025,
/// more than 180 days ago", "without a date".
[[nodiscard]] std::string staleness(const review::Price& price, Date today);

class PriceBook {
public:
    /// The program's own defaults, read once from the compiled-in price_defaults.json.
    [[nodiscard]] static const std::vector<review::Price>& defaults();

    /// `own` stands before the defaults.
    explicit PriceBook(const std::vector<review::Price>& own);

    /// By subject, then field.
    [[nodiscard]] const std::vector<review::Price>& all() const noexcept { return m_prices; }
    /// Null when there is none. Names are folded (case, and an "amazon."-like vendor or region part, then a version
    /// like "-20240307-v1:0" may be left out where that leads to one subject only).
    [[nodiscard]] const review::Price* find(std::string_view subject, std::string_view field) const;
    /// The subject that find() takes a name for; empty when there is none or more than one.
    [[nodiscard]] std::string subjectMeant(std::string_view subject) const;
    /// All of them, sorted.
    [[nodiscard]] std::vector<std::string> subjects() const;
    /// Subjects that have the prices that make an item or measure type ("endpoint": hosts; "tokens": models), sorted.
    [[nodiscard]] std::vector<std::string> subjectsFor(std::string_view type) const;
    /// Up to three of them that a name most likely means, the nearest first.
    [[nodiscard]] std::vector<std::string> nearSubjects(std::string_view subject, std::string_view type) const;
    /// Fills every price field of the item that the book knows for `subject`, with its source as note; the note's last
    /// day is validUntil, or kPriceLifeDays after validFrom. Token streams get readFactor and writeFactor, batch tokens
    /// batchFactor, from the prices of cache and batch against the input price. Other fields stay. Answers the names of
    /// the fields that were set. "cost.noPrice" (Usage; the name, then near subjects in args) when the book knows none.
    [[nodiscard]] Result<std::vector<std::string>> fill(review::CostItem& item, std::string_view subject) const;
    /// The same for a measure with prices: right-size, cheaper-model, pgvector, ...
    [[nodiscard]] Result<std::vector<std::string>> fill(review::CostMeasure& measure, std::string_view subject) const;

private:
    std::vector<review::Price> m_prices;
};

/// A figure in the model that must be looked up again.
struct StalePrice {
    std::string owner; ///< id of the item or measure
    bool ofMeasure = false;
    std::string field, why;
    friend bool operator==(const StalePrice&, const StalePrice&) = default;
};
/// Fields whose validUntil has passed ("valid until 1 Aug 2026"), in order of items, measures and fields.
[[nodiscard]] std::vector<StalePrice> stalePrices(const review::Costs& costs, Date today);

} // namespace plumb::cost
