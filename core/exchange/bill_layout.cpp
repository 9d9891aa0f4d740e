// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of each format. What an effective cost of a CUR row is follows the published conversion of the FinOps
// Foundation (focus_converters, rule EffectiveCost): commitments are paid for where they are used.
#include "core/exchange/bill_layout.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>

namespace plumb::exchange {
namespace {

char lowered(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool sameName(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}
bool begins(std::string_view text, std::string_view start) noexcept {
    return text.size() >= start.size() && sameName(text.substr(0, start.size()), start);
}

/// Positions of the amounts of a CUR in BillLayout::amounts.
enum CurAmount : std::size_t {
    Unblended,
    NetUnblended,
    PlanEffective,
    NetPlanEffective,
    PlanTotal,
    PlanUsed,
    ReservedEffective,
    NetReservedEffective,
    UnusedUpfront,
    UnusedRecurring,
    ReservationArn,
    CurAmounts
};

class Columns {
public:
    explicit Columns(const std::vector<std::string>& header) : m_header(header) {}
    /// The first of these names that is there.
    [[nodiscard]] Column find(std::initializer_list<std::string_view> names) const noexcept {
        for (const std::string_view name : names)
            for (Column i = 0; i < m_header.size(); ++i)
                if (sameName(m_header[i], name))
                    return i;
        return kNoColumn;
    }
    [[nodiscard]] Column needed(std::initializer_list<std::string_view> names) {
        const Column found = find(names);
        if (found == kNoColumn)
            m_missing.emplace_back(*names.begin());
        return found;
    }
    [[nodiscard]] const std::vector<std::string>& missing() const noexcept { return m_missing; }
    [[nodiscard]] bool any(std::initializer_list<std::string_view> names) const noexcept {
        return find(names) != kNoColumn;
    }

private:
    const std::vector<std::string>& m_header;
    std::vector<std::string> m_missing;
};

Message warning(std::string text, std::string fix) {
    return {"I009", "line 1", std::move(text), std::move(fix)};
}

std::string focusVersion(const Columns& columns) {
    if (columns.any({"ServiceProviderName", "HostProviderName", "ContractApplied", "AllocatedMethodId"}))
        return "FOCUS 1.3";
    if (columns.any({"PricingCurrency", "InvoiceId", "BillingAccountType", "SubAccountType"}))
        return "FOCUS 1.2";
    if (columns.any({"SkuMeter", "ServiceSubcategory", "SkuPriceDetails", "CapacityReservationId",
                     "CommitmentDiscountQuantity"}))
        return "FOCUS 1.1";
    return "FOCUS 1.0";
}

void focusLayout(Columns& columns, BillLayout& to) {
    to.formatName = focusVersion(columns);
    const Column effective = columns.find({"EffectiveCost"});
    to.amounts = {effective != kNoColumn ? effective : columns.find({"BilledCost"})};
    if (effective == kNoColumn && to.amounts[0] != kNoColumn)
        to.warnings.push_back(warning("There is no column EffectiveCost, so BilledCost counts: what is paid ahead for "
                                      "a year stands in one month.",
                                      "Export the column EffectiveCost for amortised costs."));
    if (to.amounts[0] == kNoColumn)
        to.amounts[0] = columns.needed({"EffectiveCost"});
    to.kind = columns.needed({"ChargeCategory"});
    to.currency = columns.needed({"BillingCurrency"});
    to.service = columns.needed({"ServiceName"});
    to.start = columns.find({"ChargePeriodStart"});
    to.end = columns.find({"ChargePeriodEnd"});
    to.period = columns.find({"BillingPeriodStart"});
    if (to.start == kNoColumn && to.period == kNoColumn)
        to.period = columns.needed({"BillingPeriodStart"});
    to.provider = columns.find({"ProviderName", "ServiceProviderName", "HostProviderName", "Provider"});
    to.unit = columns.find({"ConsumedUnit", "UsageUnit"});
    to.quantity = columns.find({"ConsumedQuantity", "UsageQuantity"});
    to.pricingUnit = columns.find({"PricingUnit"});
    to.pricingQuantity = columns.find({"PricingQuantity"});
    to.usageType = columns.find({"x_UsageType", "x_SkuUsageType"});
    to.operation = columns.find({"x_Operation"});
    to.meter = columns.find({"SkuMeter", "x_SkuMeterName"});
    to.description = columns.find({"ChargeDescription"});
    to.region = columns.find({"RegionId", "Region"});
    to.resource = columns.find({"ResourceId"});
    to.commitment = columns.find({"CommitmentDiscountStatus"});
}

void curLayout(Columns& columns, BillLayout& to) {
    const bool legacy = to.format == CostFormat::CurLegacy;
    to.formatName = legacy ? "AWS CUR legacy" : "AWS CUR 2.0";
    to.amounts.assign(CurAmounts, kNoColumn);
    to.amounts[Unblended] = columns.needed({legacy ? "lineItem/UnblendedCost" : "line_item_unblended_cost"});
    to.amounts[NetUnblended] = columns.find({"lineItem/NetUnblendedCost", "line_item_net_unblended_cost"});
    to.amounts[PlanEffective] =
        columns.find({"savingsPlan/SavingsPlanEffectiveCost", "savings_plan_savings_plan_effective_cost"});
    to.amounts[NetPlanEffective] =
        columns.find({"savingsPlan/NetSavingsPlanEffectiveCost", "savings_plan_net_savings_plan_effective_cost"});
    to.amounts[PlanTotal] =
        columns.find({"savingsPlan/TotalCommitmentToDate", "savings_plan_total_commitment_to_date"});
    to.amounts[PlanUsed] = columns.find({"savingsPlan/UsedCommitment", "savings_plan_used_commitment"});
    to.amounts[ReservedEffective] = columns.find({"reservation/EffectiveCost", "reservation_effective_cost"});
    to.amounts[NetReservedEffective] = columns.find({"reservation/NetEffectiveCost", "reservation_net_effective_cost"});
    to.amounts[UnusedUpfront] = columns.find({"reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod",
                                              "reservation_net_unused_amortized_upfront_fee_for_billing_period",
                                              "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
                                              "reservation_unused_amortized_upfront_fee_for_billing_period"});
    to.amounts[UnusedRecurring] =
        columns.find({"reservation/NetUnusedRecurringFee", "reservation_net_unused_recurring_fee",
                      "reservation/UnusedRecurringFee", "reservation_unused_recurring_fee"});
    to.amounts[ReservationArn] = columns.find({"reservation/ReservationARN", "reservation_reservation_a_r_n"});
    to.kind = columns.needed({legacy ? "lineItem/LineItemType" : "line_item_line_item_type"});
    to.currency = columns.needed({legacy ? "lineItem/CurrencyCode" : "line_item_currency_code"});
    to.service = columns.needed({legacy ? "lineItem/ProductCode" : "line_item_product_code"});
    to.start = columns.find({"lineItem/UsageStartDate", "line_item_usage_start_date"});
    to.end = columns.find({"lineItem/UsageEndDate", "line_item_usage_end_date"});
    to.period = columns.find({"bill/BillingPeriodStartDate", "bill_billing_period_start_date"});
    if (to.start == kNoColumn && to.period == kNoColumn)
        to.period = columns.needed({legacy ? "bill/BillingPeriodStartDate" : "bill_billing_period_start_date"});
    to.serviceTitle = columns.find({"product/ProductName", "product_product_name"});
    to.family = columns.find({"product/productFamily", "product_product_family"});
    to.unit = columns.find({"pricing/unit", "pricing_unit"});
    to.quantity = columns.find({"lineItem/UsageAmount", "line_item_usage_amount"});
    to.usageType = columns.find({"lineItem/UsageType", "line_item_usage_type"});
    to.operation = columns.find({"lineItem/Operation", "line_item_operation"});
    to.description = columns.find({"lineItem/LineItemDescription", "line_item_line_item_description"});
    to.region = columns.find({"product/regionCode", "product_region_code", "product/region"});
    to.resource = columns.find({"lineItem/ResourceId", "line_item_resource_id"});
    to.entity = columns.find({"bill/BillingEntity", "bill_billing_entity"});
    to.productMap = columns.find({"product"});
}

ChargeRule curRule(const std::vector<Column>& amounts, std::string_view kind) {
    ChargeRule rule;
    rule.amount.first = amounts[NetUnblended] != kNoColumn ? amounts[NetUnblended] : amounts[Unblended];
    rule.amount.otherwise = amounts[Unblended];
    const bool plans = amounts[PlanEffective] != kNoColumn;
    const bool reservations = amounts[ReservedEffective] != kNoColumn;
    rule.usage = kind == "Usage" || kind == "SavingsPlanCoveredUsage" || kind == "DiscountedUsage";
    if (kind == "Tax")
        rule.fate = ChargeFate::Tax;
    else if (kind == "Credit" || kind == "Refund")
        rule.fate = ChargeFate::Credit;
    else if (kind == "SavingsPlanCoveredUsage" && plans)
        rule.amount = {amounts[NetPlanEffective] != kNoColumn ? amounts[NetPlanEffective] : amounts[PlanEffective],
                       amounts[PlanEffective]};
    else if (kind == "SavingsPlanRecurringFee" && plans && amounts[PlanTotal] != kNoColumn &&
             amounts[PlanUsed] != kNoColumn)
        rule.amount = {amounts[PlanTotal], kNoColumn, amounts[PlanUsed], true};
    else if ((kind == "SavingsPlanNegation" || kind == "SavingsPlanUpfrontFee") && plans)
        rule.amount.nothing = true;
    else if (kind == "DiscountedUsage" && reservations)
        rule.amount = {amounts[NetReservedEffective] != kNoColumn ? amounts[NetReservedEffective]
                                                                  : amounts[ReservedEffective],
                       amounts[ReservedEffective]};
    else if (kind == "RIFee" && reservations && amounts[UnusedUpfront] != kNoColumn &&
             amounts[UnusedRecurring] != kNoColumn)
        rule.amount = {amounts[UnusedUpfront], kNoColumn, amounts[UnusedRecurring], false};
    else if (kind == "Fee" && reservations)
        rule.amount.nothingWith = amounts[ReservationArn];
    rule.discount = kind == "EdpDiscount" || kind == "PrivateRateDiscount" || kind == "BundledDiscount" ||
                    kind == "SppDiscount" || kind == "Discount";
    if (rule.discount && amounts[NetUnblended] != kNoColumn) {
        // Net costs of the other rows have the discount in them already.
        rule.amount.otherwise = kNoColumn;
        rule.amount.emptyIsNothing = true;
    }
    return rule;
}

/// Columns that are there, each once.
std::vector<Column> present(std::initializer_list<Column> columns) {
    std::vector<Column> found;
    for (const Column column : columns)
        if (column != kNoColumn && std::find(found.begin(), found.end(), column) == found.end())
            found.push_back(column);
    return found;
}

void warnOfTwins(const std::vector<std::string>& header, BillLayout& to) {
    std::vector<Column> used = to.amounts;
    for (const Column column : present({to.kind, to.currency, to.service, to.period, to.quantity, to.unit}))
        used.push_back(column);
    for (Column i = 0; i < header.size(); ++i) {
        const auto first = static_cast<Column>(std::find(header.begin(), header.end(), header[i]) - header.begin());
        if (first != i && std::find(used.begin(), used.end(), first) != used.end())
            to.warnings.push_back(warning(fmt::format("The column {} stands twice; the first one counts.", header[i]),
                                          "Remove one of them if they differ."));
    }
}

} // namespace

ChargeRule BillLayout::ruleOf(std::string_view name) const {
    if (format != CostFormat::Focus)
        return curRule(amounts, name);
    ChargeRule rule;
    rule.amount.first = amounts[0];
    rule.usage = sameName(name, "Usage");
    if (sameName(name, "Tax"))
        rule.fate = ChargeFate::Tax;
    else if (sameName(name, "Credit"))
        rule.fate = ChargeFate::Credit;
    return rule;
}

std::optional<CostFormat> billFormatOf(const std::vector<std::string>& header) noexcept {
    constexpr std::array<std::string_view, 10> kFocus{
        "BilledCost",         "EffectiveCost",   "ListCost",          "ContractedCost",  "ChargeCategory",
        "BillingPeriodStart", "BillingCurrency", "ChargePeriodStart", "ServiceCategory", "ServiceName"};
    std::size_t focus = 0, legacy = 0, second = 0;
    for (const std::string& name : header) {
        legacy += begins(name, "lineItem/") ? 1 : 0;
        second += begins(name, "line_item_") ? 1 : 0;
        focus += std::any_of(kFocus.begin(), kFocus.end(), [&](auto known) { return sameName(known, name); }) ? 1 : 0;
    }
    if (legacy >= 2)
        return CostFormat::CurLegacy;
    if (second >= 2)
        return CostFormat::Cur2;
    return focus >= 3 ? std::optional(CostFormat::Focus) : std::nullopt;
}

Result<BillLayout> layoutOf(CostFormat format, const std::vector<std::string>& header,
                            const CostImportOptions& options) {
    BillLayout layout;
    layout.format = format;
    layout.columns = header.size();
    Columns columns(header);
    if (format == CostFormat::Focus)
        focusLayout(columns, layout);
    else
        curLayout(columns, layout);
    if (!columns.missing().empty()) {
        std::string list;
        for (const std::string& name : columns.missing())
            list += (list.empty() ? "" : ", ") + name;
        return fail(
            ErrorKind::Refused, "import.wrongColumns",
            fmt::format("This {} file lacks the columns {}. Export it again with them.", layout.formatName, list),
            "line 1", columns.missing());
    }
    layout.key = present({layout.service, layout.kind, layout.unit, layout.pricingUnit, layout.commitment,
                          layout.currency, layout.provider, layout.entity});
    layout.detail = present({layout.usageType, layout.region, layout.meter, layout.description, layout.family});
    if (options.grouping == Grouping::Resource && layout.resource != kNoColumn)
        layout.detail = present(
            {layout.resource, layout.usageType, layout.region, layout.meter, layout.description, layout.family});
    warnOfTwins(header, layout);
    return layout;
}

} // namespace plumb::exchange
