// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Charges to items.
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace plumb::exchange::lists {
namespace {

struct Bucket {
    std::string type, name, instanceType;
    ExactSum quantity, amount;
    std::vector<const ListCharge*> charges;
};

std::string nameOf(const ListCharge& charge, const std::string& type, Grouping grouping) {
    const std::string& whole = charge.service.empty() ? charge.resource : charge.service;
    const bool own = (grouping == Grouping::Resource || type == "endpoint") && !charge.resource.empty();
    if (own)
        return charge.service.empty() ? charge.resource : fmt::format("{}: {}", charge.service, charge.resource);
    if (type == "storage" || type == "transfer")
        return fmt::format("{} {}", whole, type);
    return whole;
}

std::vector<Bucket> bucketsOf(const std::vector<ListCharge>& charges, Grouping grouping) {
    std::map<std::tuple<std::string, std::string, std::string>, Bucket> buckets;
    for (const ListCharge& charge : charges) {
        // A quantity of nearly nothing cannot carry a price.
        const bool priced = charge.quantity >= 1e-6 && charge.amount >= 0 && charge.amount / charge.quantity <= 1e12;
        const bool plain = grouping == Grouping::Service || !priced;
        const std::string type = plain ? "other" : charge.type;
        const std::string name = nameOf(charge, type, grouping);
        const std::string instance = type == "endpoint" ? charge.instanceType : std::string();
        Bucket& bucket = buckets[{type, name, instance}];
        bucket.type = type;
        bucket.name = name;
        bucket.instanceType = instance;
        bucket.quantity.add(charge.quantity);
        bucket.amount.add(charge.amount);
        bucket.charges.push_back(&charge);
    }
    std::vector<Bucket> out;
    for (auto& [key, bucket] : buckets)
        out.push_back(std::move(bucket));
    std::stable_sort(out.begin(), out.end(),
                     [](const Bucket& a, const Bucket& b) { return a.amount.value() > b.amount.value(); });
    return out;
}

/// The smallest above the limit become one "other" item: what they have in common is only that they are small.
void putSmallTogether(std::vector<Bucket>& buckets, std::size_t most) {
    most = std::clamp<std::size_t>(most, 1, review::kMaxCostItems);
    if (buckets.size() <= most)
        return;
    Bucket rest;
    rest.type = "other";
    rest.name = fmt::format("{} smaller positions", buckets.size() - (most - 1));
    for (std::size_t i = most - 1; i < buckets.size(); ++i) {
        rest.amount.add(buckets[i].amount.value());
        rest.charges.insert(rest.charges.end(), buckets[i].charges.begin(), buckets[i].charges.end());
    }
    buckets.resize(most - 1);
    buckets.push_back(std::move(rest));
}

review::CostFields fieldsOf(const Bucket& bucket, double hoursPerMonth) {
    const double amount = bucket.amount.value();
    const double quantity = bucket.quantity.value();
    if (bucket.type == "storage")
        return {{"gb", jsonNumber(quantity)}, {"pricePerGbMonth", jsonNumber(amount / quantity)}};
    if (bucket.type == "transfer")
        return {{"gb", jsonNumber(quantity)}, {"pricePerGb", jsonNumber(amount / quantity)}};
    if (bucket.type == "endpoint") {
        review::CostFields fields{{"instances", jsonNumber(quantity)},
                                  {"pricePerHour", jsonNumber(amount / (quantity * hoursPerMonth))}};
        if (!bucket.instanceType.empty())
            fields["instanceType"] = jsonText(bucket.instanceType);
        return fields;
    }
    return {{"monthly", jsonNumber(amount)}};
}

} // namespace

void makeItems(const std::vector<ListCharge>& charges, const CostImportOptions& options, std::string_view source,
               ListAccount& account, CostImport& import) {
    std::vector<Bucket> buckets = bucketsOf(charges, options.grouping);
    const auto positive = std::stable_partition(buckets.begin(), buckets.end(),
                                                [](const Bucket& bucket) { return bucket.amount.value() > 0; });
    for (auto bucket = positive; bucket != buckets.end(); ++bucket)
        for (const ListCharge* charge : bucket->charges)
            account.leaveOut(bucket->amount.value() < 0 ? "credit: sums to less than nothing" : "costs nothing",
                             charge->place, charge->amount);
    buckets.erase(positive, buckets.end());
    putSmallTogether(buckets, options.mostItems);
    ListIds ids;
    for (const Bucket& bucket : buckets) {
        review::CostItem item;
        item.name = fitName(bucket.name);
        item.id = ids.fresh(item.name);
        item.type = bucket.type;
        item.note =
            fmt::format("{}, {} {}", source, bucket.charges.size(), bucket.charges.size() == 1 ? "row" : "rows");
        item.fields = fieldsOf(bucket, options.hoursPerMonth);
        for (const ListCharge* charge : bucket.charges)
            account.map(item.name, charge->place, charge->amount);
        import.items.push_back(std::move(item));
    }
}

} // namespace plumb::exchange::lists
