// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bills for tests: rows by column name, written as CSV with quotes where needed, and read by readCosts.
#pragma once

#include "tests/core/exchange/list_support.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>

namespace plumb::test {

using Cells = std::vector<std::pair<std::string, std::string>>;

/// A file with the given columns; rows start from defaults.
class Bill {
public:
    explicit Bill(Cells defaults) : m_defaults(std::move(defaults)) {
        for (const auto& [name, value] : m_defaults)
            m_text += (m_text.empty() ? "" : ",") + name;
        m_text += "\n";
    }
    Bill& row(const Cells& cells) {
        std::string line;
        for (auto [name, value] : m_defaults) {
            for (const auto& [given, text] : cells)
                if (given == name)
                    value = text;
            line += (line.empty() ? "" : ",") + quoted(value);
        }
        m_text += line + "\n";
        return *this;
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    static std::string quoted(const std::string& value) {
        if (value.find_first_of(",\"\n") == std::string::npos)
            return value;
        std::string out = "\"";
        for (const char c : value)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        return out + '"';
    }
    Cells m_defaults;
    std::string m_text;
};

inline Bill focusBill() {
    return Bill({{"EffectiveCost", "1"},
                 {"BillingCurrency", "USD"},
                 {"ChargeCategory", "Usage"},
                 {"ServiceName", "Amazon SageMaker"},
                 {"ProviderName", "AWS"},
                 {"BillingPeriodStart", "2024-09-01T00:00:00Z"},
                 {"ChargePeriodStart", "2024-09-01T00:00:00Z"},
                 {"ChargePeriodEnd", "2024-10-01T00:00:00Z"},
                 {"ConsumedQuantity", "1"},
                 {"ConsumedUnit", "Hours"},
                 {"PricingQuantity", ""},
                 {"PricingUnit", ""},
                 {"ChargeDescription", ""},
                 {"CommitmentDiscountStatus", ""},
                 {"RegionId", "us-east-1"},
                 {"ResourceId", ""},
                 {"x_UsageType", ""}});
}

inline Cells curCells(bool legacy) {
    const auto name = [&](const char* old, const char* fresh) { return std::string(legacy ? old : fresh); };
    return {{name("lineItem/UnblendedCost", "line_item_unblended_cost"), "1"},
            {name("lineItem/LineItemType", "line_item_line_item_type"), "Usage"},
            {name("lineItem/CurrencyCode", "line_item_currency_code"), "USD"},
            {name("lineItem/ProductCode", "line_item_product_code"), "AmazonEC2"},
            {name("bill/BillingPeriodStartDate", "bill_billing_period_start_date"), "2024-09-01T00:00:00.000Z"},
            {name("lineItem/UsageStartDate", "line_item_usage_start_date"), "2024-09-01T00:00:00.000Z"},
            {name("lineItem/UsageEndDate", "line_item_usage_end_date"), "2024-10-01T00:00:00.000Z"},
            {name("lineItem/UsageAmount", "line_item_usage_amount"), "1"},
            {name("lineItem/UsageType", "line_item_usage_type"), ""},
            {name("lineItem/LineItemDescription", "line_item_line_item_description"), ""},
            {name("pricing/unit", "pricing_unit"), "Hrs"},
            {name("product/regionCode", "product_region_code"), "us-east-1"},
            {name("lineItem/ResourceId", "line_item_resource_id"), ""},
            {name("bill/BillingEntity", "bill_billing_entity"), "AWS"},
            {name("savingsPlan/SavingsPlanEffectiveCost", "savings_plan_savings_plan_effective_cost"), ""},
            {name("savingsPlan/TotalCommitmentToDate", "savings_plan_total_commitment_to_date"), ""},
            {name("savingsPlan/UsedCommitment", "savings_plan_used_commitment"), ""},
            {name("reservation/EffectiveCost", "reservation_effective_cost"), ""},
            {name("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
                  "reservation_unused_amortized_upfront_fee_for_billing_period"),
             ""},
            {name("reservation/UnusedRecurringFee", "reservation_unused_recurring_fee"), ""},
            {name("reservation/ReservationARN", "reservation_reservation_a_r_n"), ""}};
}

inline Result<CostImport> readText(std::string_view text, const CostImportOptions& options = {}) {
    const auto source = exchange::importBytes(text);
    return exchange::readCosts(*source, "bill.csv", options);
}

/// The import, which is sound; an empty one otherwise.
inline CostImport soundImport(std::string_view text, const CostImportOptions& options = {}) {
    auto import = readText(text, options);
    if (!import) {
        qWarning("%s", import.error().text.c_str());
        return {};
    }
    if (!isSound(*import, options.hoursPerMonth)) {
        qWarning("the import does not add up");
        return {};
    }
    return *std::move(import);
}

/// `id type field=number ...` of each item, in the order of names.
inline std::string shownItems(const CostImport& import) {
    std::string out;
    for (const review::CostItem& item : import.items) {
        out += item.type + " \"" + item.name + "\"";
        for (const auto& [name, value] : item.fields)
            out += " " + name + "=" + value;
        out += "\n";
    }
    return out;
}

inline std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
    std::string in(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace plumb::test
