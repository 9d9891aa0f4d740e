// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The end of reading a bill: from sums to items and account.
#include "core/exchange/bill_reader.h"

#include "core/exchange/clean_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace plumb::exchange {
namespace {

constexpr std::size_t kMostName = 280; ///< bytes; the store takes 300

/// What stands behind the last slash or colon of a resource's id.
std::string shortResource(const std::string& resource) {
    const std::size_t cut = resource.find_last_of("/:");
    return cut == std::string::npos || cut + 1 == resource.size() ? resource : resource.substr(cut + 1);
}

std::string keyOf(const Meaning& meaning, const std::string& resource) {
    std::string key;
    for (const std::string* part : {&meaning.type, &meaning.name, &meaning.region, &meaning.instanceType, &resource})
        key += *part + '\0';
    return key;
}

class Sums {
public:
    std::size_t at(const Meaning& meaning, const std::string& resource) {
        const auto [place, fresh] = m_places.try_emplace(keyOf(meaning, resource), m_all.size());
        if (fresh) {
            m_all.emplace_back();
            m_all.back().meaning = meaning;
            m_all.back().resource = resource;
        }
        return place->second;
    }
    std::vector<ItemSums>& all() { return m_all; }

private:
    std::map<std::string, std::size_t> m_places;
    std::vector<ItemSums> m_all;
};

std::string uniqueId(const std::string& name, std::set<std::string>& taken) {
    const std::string base = idFrom(name);
    std::string id = base;
    for (int i = 2; !taken.insert(id).second; ++i)
        id = fmt::format("{}-{}", base, i);
    return id;
}

} // namespace

/// Takes discounts off the other charges of their service, each by its share, so that prices are those that were paid.
/// Those that are more than there is to take off stay as they are.
void BillReader::spreadDiscounts() {
    std::map<std::string, std::pair<std::vector<Leaf*>, std::vector<Leaf*>>> services;
    for (Leaf& leaf : m_leaves) {
        const bool discount = m_groups[leaf.group].rule.discount;
        if (leaf.rows == 0 || (discount ? leaf.amount.units >= 0 : leaf.amount.units <= 0))
            continue;
        auto& [discounts, charges] = services[otherOf(m_groups[leaf.group].texts).name];
        (discount ? discounts : charges).push_back(&leaf);
    }
    for (auto& [service, both] : services) {
        auto& [discounts, charges] = both;
        Decimal off, paid;
        for (const Leaf* leaf : discounts)
            off.add(leaf->amount);
        for (const Leaf* leaf : charges)
            paid.add(leaf->amount);
        if (discounts.empty() || off.units + paid.units <= 0)
            continue;
        Leaf& largest = **std::max_element(charges.begin(), charges.end(), [](const Leaf* a, const Leaf* b) {
            return a->amount.units < b->amount.units;
        });
        const double share = off.value() / paid.value();
        Decimal left = off;
        for (Leaf* leaf : charges) {
            const Decimal part{static_cast<Int128>(static_cast<double>(leaf->amount.units) * share)};
            leaf->amount.add(part);
            left.add(-part);
        }
        largest.amount.add(left); // what rounding left over
        for (Leaf* leaf : discounts) {
            largest.rows += leaf->rows;
            *leaf = {};
        }
    }
}

/// Sums by item. Charges whose item can't be said with prices and quantities above 0 go to the "other" item of their
/// service.
std::vector<ItemSums> BillReader::sums() const {
    Sums sums;
    std::vector<std::size_t> places(m_leaves.size(), 0);
    const auto put = [&](const Leaf& leaf, std::size_t place, bool counted) {
        ItemSums one;
        SlotSum& slot = one.at(counted ? leaf.meaning.slot : Slot::Amount);
        slot.amount = one.amount = leaf.amount;
        slot.quantity = counted ? leaf.quantity.value() * leaf.meaning.factor : 0;
        one.rows = leaf.rows;
        one.firstLine = leaf.firstLine;
        sums.all()[place].add(one);
    };
    for (std::size_t i = 0; i < m_leaves.size(); ++i) {
        const Leaf& leaf = m_leaves[i];
        if (leaf.rows == 0)
            continue;
        const bool counted = !leaf.badQuantity;
        places[i] = sums.at(counted ? leaf.meaning : otherOf(m_groups[leaf.group].texts), leaf.resource);
        put(leaf, places[i], counted);
    }
    std::vector<bool> fit(sums.all().size());
    for (std::size_t i = 0; i < fit.size(); ++i)
        fit[i] = sums.all()[i].meaning.type == "other" || expressible(sums.all()[i]);
    for (std::size_t i = 0; i < m_leaves.size(); ++i)
        if (const Leaf& leaf = m_leaves[i]; leaf.rows != 0 && !fit[places[i]])
            put(leaf, sums.at(otherOf(m_groups[leaf.group].texts), leaf.resource), false);
    std::vector<ItemSums> kept;
    for (std::size_t i = 0; i < sums.all().size(); ++i)
        if (i >= fit.size() || fit[i])
            kept.push_back(std::move(sums.all()[i]));
    for (ItemSums& item : kept)
        if (!item.resource.empty())
            item.meaning.name += ": " + shortResource(item.resource);
    return kept;
}

void BillReader::setPeriod(CostImport& to) {
    std::uint64_t months = 0;
    std::vector<const BillMonth*> used;
    for (const BillMonth& month : m_months.all())
        if (month.rows != 0)
            used.push_back(&month);
    months = used.size();
    to.months = months == 0 ? 1 : static_cast<double>(months);
    if (used.empty()) {
        if (!m_options.month.empty() && m_month == BillMonths::kNone)
            m_account.warn("I009", {}, fmt::format("The file has nothing of {}.", m_options.month),
                           "Choose a month that it covers, or none.");
        return;
    }
    std::sort(used.begin(), used.end(),
              [](const BillMonth* a, const BillMonth* b) { return a->firstDay < b->firstDay; });
    to.from = dateOfDay(used.front()->firstDay);
    to.to = dateOfDay(used.back()->lastDay);
    if (used.front()->lastUse >= used.front()->firstUse)
        to.from = dateOfDay(used.front()->firstUse);
    if (used.back()->lastUse >= used.back()->firstUse)
        to.to = dateOfDay(used.back()->lastUse);
    for (const BillMonth* month : used)
        if (!month->whole())
            m_account.warn("I009", {},
                           fmt::format("{} is not whole: its charges are from {} to {}. It counts as a month.",
                                       month->text(), toIso(dateOfDay(month->firstUse)),
                                       toIso(dateOfDay(month->lastUse))),
                           months > 1 ? "Choose a month that is whole." : "Export the month again when it has ended.");
}

void BillReader::putItems(CostImport& to, std::vector<ItemSums> sums) {
    for (auto it = sums.begin(); it != sums.end();) {
        if (it->amount.units > 0) {
            ++it;
            continue;
        }
        m_account.leaveOut(
            fmt::format("{}: {}", it->amount.units < 0 ? "sum below 0" : "charges cancel out", it->meaning.name),
            it->amount, it->rows, it->firstLine);
        it = sums.erase(it);
    }
    sortByAmount(sums);
    joinSmallest(sums, m_options.mostItems);
    const double hours = m_options.hoursPerMonth > 0 ? m_options.hoursPerMonth : 730;
    std::string period = to.from.valid() ? toIso(to.from).substr(0, 7) : std::string();
    if (to.months > 1)
        period = fmt::format("{} to {}, mean of {} months", period, toIso(to.to).substr(0, 7), to.months);
    std::set<std::string> ids;
    for (const ItemSums& sum : sums) {
        review::CostItem item;
        item.name = sum.meaning.name;
        if (item.name.size() > kMostName) {
            bool valid = true;
            item.name = cleanText(item.name, kMostName, valid);
        }
        item.id = uniqueId(item.name, ids);
        item.type = sum.meaning.type;
        item.fields = fieldsOf(sum, to.months, hours);
        item.note =
            fmt::format("{} {}, {}, {} {}", to.formatName, m_name, period, sum.rows, sum.rows == 1 ? "row" : "rows");
        if (item.type == "tokens" || item.type == "batch-tokens")
            item.note += "; a bill does not tell requests, so the tokens of a month count as one";
        if (!sum.resource.empty())
            item.note += "; " + sum.resource;
        m_account.map(item.name, sum.amount, sum.rows, sum.firstLine);
        to.items.push_back(std::move(item));
    }
}

Result<CostImport> BillReader::finish() {
    if (m_options.currency.empty() && m_currencies.size() > 1) {
        std::string list;
        for (const std::string& currency : m_currencies)
            list += (list.empty() ? "" : ", ") + currency;
        return fail(ErrorKind::Refused, "import.mixedCurrency",
                    fmt::format("The bill has amounts in {}. Import each currency on its own.", list), m_name,
                    m_currencies);
    }
    CostImport import;
    import.format = m_layout.format;
    import.formatName = m_layout.formatName;
    import.currency = m_currencies.empty() ? std::string() : m_currencies.front();
    setPeriod(import);
    spreadDiscounts();
    putItems(import, sums());
    m_account.finish(import.account, import.messages);
    return import;
}

} // namespace plumb::exchange
