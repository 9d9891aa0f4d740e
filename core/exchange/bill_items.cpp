// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bill_items.h"

#include "core/base/json.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>

namespace plumb::exchange {
namespace {

constexpr double kMillion = 1e6;
constexpr double kBatchFactor = 0.5; ///< the catalog's own

class Fields {
public:
    void number(const char* name, double value) { m_fields[name] = fmt::format("{}", value); }
    void text(const char* name, const std::string& value) {
        if (!value.empty())
            m_fields[name] = writeJsonCompact(Json(value));
    }
    /// A quantity a month, and its price.
    void pair(const char* quantity, const char* price, const SlotSum& slot, double months) {
        if (slot.quantity <= 0)
            return;
        number(quantity, slot.quantity / months);
        number(price, slot.amount.value() / slot.quantity);
    }
    review::CostFields take() { return std::move(m_fields); }

private:
    review::CostFields m_fields;
};

void endpointFields(Fields& to, const SlotSum& used, double months, double hours) {
    const double monthly = used.quantity / months;
    const double instances = std::max(1.0, monthly / hours);
    to.number("pricePerHour", used.amount.value() / used.quantity);
    to.number("instances", instances);
    if (monthly < hours)
        to.number("hoursOn", monthly);
}

/// Prices for one million tokens; what was cached is a prefix that is hit as often as it was read.
void tokenFields(Fields& to, const ItemSums& sums, double months, double priceFactor) {
    const SlotSum &input = sums.at(Slot::Input), &output = sums.at(Slot::Output);
    const SlotSum &read = sums.at(Slot::CacheRead), &write = sums.at(Slot::CacheWrite);
    const double prefix = read.quantity + write.quantity;
    const auto price = [](const SlotSum& slot) {
        return slot.quantity > 0 ? slot.amount.value() / slot.quantity : 0.0;
    };
    double inputPrice = price(input);
    if (inputPrice <= 0 && prefix > 0)
        inputPrice = (read.amount.value() + write.amount.value()) / prefix;
    to.number("requests", 1);
    to.number("inputTokens", input.quantity / months);
    to.number("outputTokens", output.quantity / months);
    to.number("inputPrice", inputPrice * priceFactor * kMillion);
    to.number("outputPrice", price(output) * priceFactor * kMillion);
    if (prefix <= 0)
        return;
    to.number("prefixTokens", prefix / months);
    to.number("hitRate", read.quantity / prefix);
    if (inputPrice > 0) {
        to.number("readFactor", price(read) / inputPrice);
        to.number("writeFactor", price(write) / inputPrice);
    }
}

void unitFields(Fields& to, const char* units, const char* price, const SlotSum& used, double months, double hours) {
    to.number(units, used.quantity / months / hours);
    if (used.quantity > 0)
        to.number(price, used.amount.value() / used.quantity);
}

void monitoringFields(Fields& to, const ItemSums& sums, double months) {
    to.pair("metrics", "pricePerMetric", sums.at(Slot::Metrics), months);
    to.pair("logsGb", "pricePerLogGb", sums.at(Slot::LogsGb), months);
    to.pair("storedGb", "pricePerStoredGb", sums.at(Slot::StoredGb), months);
    to.pair("alarms", "pricePerAlarm", sums.at(Slot::Alarms), months);
    to.pair("dashboards", "pricePerDashboard", sums.at(Slot::Dashboards), months);
}

/// What a type of item is called when many are put together.
std::string manyOf(const std::string& type) {
    static const std::map<std::string, std::string> names{
        {"endpoint", "endpoints"},     {"provisioned", "provisioned throughput"},
        {"tokens", "token streams"},   {"batch-tokens", "batch token streams"},
        {"training", "training"},      {"opensearch-serverless", "OpenSearch Serverless"},
        {"storage", "storage"},        {"aurora-pgvector", "Aurora Serverless"},
        {"transfer", "data transfer"}, {"monitoring", "monitoring"},
        {"other", "services"}};
    const auto found = names.find(type);
    return found == names.end() ? type : found->second;
}

} // namespace

void ItemSums::add(const ItemSums& other) {
    for (std::size_t i = 0; i < kSlots; ++i) {
        slots[i].amount.add(other.slots[i].amount);
        slots[i].quantity += other.slots[i].quantity;
    }
    amount.add(other.amount);
    rows += other.rows;
    firstLine = firstLine == 0 ? other.firstLine : std::min(firstLine, other.firstLine);
}

bool expressible(const ItemSums& sums) {
    if (sums.amount.units <= 0)
        return false;
    for (std::size_t i = 0; i < kSlots; ++i) {
        const SlotSum& slot = sums.slots[i];
        const bool counted = static_cast<Slot>(i) != Slot::Amount;
        if (slot.amount.units < 0 || (counted && slot.quantity < 0) ||
            (counted && slot.amount.units > 0 && !(slot.quantity > 1e-9)) || slot.quantity > kMostRead)
            return false;
        // A price above the catalog's limit says that the quantity is none.
        if (counted && slot.amount.units > 0 && slot.amount.value() / slot.quantity > 1e6)
            return false;
    }
    // Cache prices are told as parts of the input price, so there must be one.
    if (sums.at(Slot::CacheRead).quantity + sums.at(Slot::CacheWrite).quantity > 0 &&
        sums.at(Slot::Input).quantity > 0 && sums.at(Slot::Input).amount.units == 0)
        return false;
    return true;
}

review::CostFields fieldsOf(const ItemSums& sums, double months, double hours) {
    Fields to;
    const std::string& type = sums.meaning.type;
    const SlotSum &hoursUsed = sums.at(Slot::Hours), &units = sums.at(Slot::Units), &gb = sums.at(Slot::Gb);
    if (type == "endpoint") {
        endpointFields(to, hoursUsed, months, hours);
    } else if (type == "training") {
        to.pair("hours", "pricePerHour", hoursUsed, months);
    } else if (type == "provisioned") {
        unitFields(to, "modelUnits", "pricePerUnitHour", hoursUsed, months, hours);
    } else if (type == "tokens") {
        tokenFields(to, sums, months, 1);
    } else if (type == "batch-tokens") {
        tokenFields(to, sums, months, 1 / kBatchFactor);
        to.number("batchFactor", kBatchFactor);
    } else if (type == "opensearch-serverless") {
        unitFields(to, "ocu", "pricePerOcuHour", units, months, hours);
        to.pair("storageGb", "pricePerGbMonth", gb, months);
    } else if (type == "aurora-pgvector") {
        unitFields(to, "acu", "pricePerAcuHour", units, months, hours);
    } else if (type == "storage") {
        to.pair("gb", "pricePerGbMonth", gb, months);
    } else if (type == "transfer") {
        to.pair("gb", "pricePerGb", gb, months);
    } else if (type == "monitoring") {
        monitoringFields(to, sums, months);
    } else {
        to.number("monthly", sums.amount.value() / months);
    }
    if (type == "endpoint" || type == "training") {
        to.text("instanceType", sums.meaning.instanceType);
        to.text("region", sums.meaning.region);
    }
    return to.take();
}

void sortByAmount(std::vector<ItemSums>& sums) {
    std::sort(sums.begin(), sums.end(), [](const ItemSums& a, const ItemSums& b) {
        if (a.amount.units != b.amount.units)
            return a.amount.units > b.amount.units;
        return a.meaning.name != b.meaning.name ? a.meaning.name < b.meaning.name : a.firstLine < b.firstLine;
    });
}

void joinSmallest(std::vector<ItemSums>& sums, std::size_t most) {
    most = std::max<std::size_t>(most, 1);
    if (sums.size() <= most)
        return;
    // As many of the largest stay as leave room for one joined item of each type among the rest.
    std::size_t keep = most;
    std::map<std::string, std::vector<std::size_t>> rest;
    for (std::size_t i = most; i < sums.size(); ++i)
        rest[sums[i].meaning.type].push_back(i);
    while (keep > 0 && keep + rest.size() > most) {
        --keep;
        rest[sums[keep].meaning.type].push_back(keep);
    }
    // With fewer places than types all that is left becomes one item by its amount.
    const bool one = keep + rest.size() > most;
    std::vector<ItemSums> joined(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(one ? 0 : keep));
    ItemSums everything;
    for (const auto& [type, places] : rest) {
        ItemSums together;
        together.meaning.type = one ? "other" : type;
        for (const std::size_t place : places)
            together.add(sums[place]);
        together.meaning.name = fmt::format("Other {} ({})", manyOf(type), places.size());
        if (places.size() == 1)
            together.meaning = sums[places.front()].meaning;
        if (one)
            everything.add(together);
        else
            joined.push_back(std::move(together));
    }
    if (one) {
        everything.meaning.name = fmt::format("Everything ({})", sums.size());
        joined.push_back(std::move(everything));
    }
    sums = std::move(joined);
    sortByAmount(sums);
}

std::string idFrom(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    std::string id;
    for (const char c : name) {
        if (id.size() >= kLongest)
            break;
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_')
            id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id.empty() ? "item" : id;
}

} // namespace plumb::exchange
