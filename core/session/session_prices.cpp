// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prices that people bring in, and what comes in with a file: bills, estimates, recommendations, measured loads.
#include "core/cost/plan.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace plumb::session {
namespace {

using review::CostItem;
using review::CostMeasure;
using review::Costs;
using review::Price;

using PriceKey = std::pair<std::string, std::string>; ///< subject, field

bool has(const std::vector<std::string>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Everything that is wrong with a price to put in.
void checkPrice(const Price& price, std::vector<Message>& faults) {
    const std::string where = fmt::format("{}, {}", price.subject.empty() ? "(no subject)" : shorten(price.subject, 60),
                                          price.field.empty() ? "(no field)" : shorten(price.field, 40));
    const auto fault = [&](const char* id, std::string text, std::string fix) {
        faults.push_back({id, where, std::move(text), std::move(fix)});
    };
    if (tidySpaces(price.subject).empty() || tidySpaces(price.field).empty())
        fault("P001", "A price needs a subject and a field.",
              "Say what is priced, as \"ml.g5.xlarge\", and which field it fills, as \"pricePerHour\".");
    if (!std::isfinite(price.amount))
        fault("P002", "The amount is not a number.", "Give 0 or more.");
    if ((price.validFrom != Date{} && !price.validFrom.valid()) ||
        (price.validUntil != Date{} && !price.validUntil.valid()))
        fault("P003", "A day of its validity is no day of the calendar.", "Write days as 2026-08-01.");
    else if (price.validFrom.valid() && price.validUntil.valid() && price.validUntil < price.validFrom)
        fault("P003", "It ends before it begins.", "Give a last day on or after the first.");
    if (price.subject.size() > review::kMaxCostId || price.field.size() > review::kMaxCostId ||
        price.unit.size() > review::kMaxCostName || price.currency.size() > review::kMaxCostId ||
        price.region.size() > review::kMaxCostName || price.source.size() > review::kMaxCostName)
        fault("P004", "One of its texts is too long.",
              fmt::format("At most {} bytes of subject, field and currency, {} of the others.", review::kMaxCostId,
                          review::kMaxCostName));
}

/// What an import makes of a model.
class Import {
public:
    Import(Costs before, const exchange::CostImport& import, const Session::CostImportChoice& choice,
           std::string_view name)
        : m_costs(std::move(before)), m_import(import), m_choice(choice), m_name(name) {}
    /// The ids of what is new; the model is costs() then.
    [[nodiscard]] Result<std::vector<std::string>> run();
    [[nodiscard]] const Costs& costs() const noexcept { return m_costs; }

private:
    [[nodiscard]] Result<void> checkCurrency();
    [[nodiscard]] Result<void> dropOld();
    void addItems();
    void addMeasures();
    [[nodiscard]] Result<void> addLoads();
    [[nodiscard]] bool wanted(const std::string& id) const { return !has(m_choice.leaveOut, id); }
    [[nodiscard]] bool fromThisFile(const CostItem& item) const { return item.note.starts_with(mark()); }
    [[nodiscard]] std::string mark() const { return m_name + ": "; }
    /// The id that an item of the proposal has in the model.
    [[nodiscard]] std::string idOf(const std::string& proposed) const {
        const auto it = m_ids.find(proposed);
        return it == m_ids.end() ? proposed : it->second;
    }

    Costs m_costs;
    const exchange::CostImport& m_import;
    const Session::CostImportChoice& m_choice;
    std::string m_name;
    std::map<std::string, std::string> m_ids; ///< of the proposal to the model's
    std::vector<std::string> m_new;
};

Result<void> Import::checkCurrency() {
    const bool brings = std::any_of(m_import.items.begin(), m_import.items.end(),
                                    [&](const CostItem& item) { return wanted(item.id); });
    if (!brings || m_import.currency.empty())
        return {};
    const bool empty = m_costs.items.empty() && m_costs.measures.empty();
    if (empty)
        m_costs.settings.currency = m_import.currency;
    if (m_costs.settings.currency == m_import.currency)
        return {};
    return fail(ErrorKind::Usage, "import.currency",
                fmt::format("The file is in {}, the cost model in {}.", m_import.currency, m_costs.settings.currency),
                m_name, {m_import.currency, m_costs.settings.currency});
}

/// With Replace: items of a file of that name that do not come again.
Result<void> Import::dropOld() {
    if (m_choice.into != Session::CostImportChoice::Into::Replace)
        return {};
    std::vector<std::string> gone;
    for (const CostItem& item : m_costs.items) {
        const bool again = std::any_of(m_import.items.begin(), m_import.items.end(), [&](const CostItem& one) {
            return one.id == item.id && one.type == item.type && wanted(one.id);
        });
        if (fromThisFile(item) && !again)
            gone.push_back(item.id);
    }
    const std::vector<std::string> idle = measuresOnlyOn(m_costs, gone);
    if (!idle.empty()) {
        Error error{ErrorKind::Usage, "import.inUse", {}, m_name, idle, {}};
        error.text = fmt::format("Items that are not in the new file any more are all that {} {} on: {}.",
                                 idle.size() == 1 ? "a measure" : fmt::format("{} measures", idle.size()),
                                 idle.size() == 1 ? "acts" : "act", fmt::join(idle, ", "));
        for (const std::string& id : idle)
            error.messages.push_back({"C004", "measure " + id, "It would act on nothing.",
                                      "Remove the measure or give it another item, then import again."});
        return fail(std::move(error));
    }
    removeItems(m_costs, gone);
    return {};
}

void Import::addItems() {
    std::vector<std::string> taken;
    for (const CostItem& item : m_costs.items)
        taken.push_back(item.id);
    for (CostItem item : m_import.items) {
        if (!wanted(item.id))
            continue;
        item.note = mark() + item.note;
        const auto there = std::find_if(m_costs.items.begin(), m_costs.items.end(),
                                        [&](const CostItem& one) { return one.id == item.id; });
        if (m_choice.into == Session::CostImportChoice::Into::Replace && there != m_costs.items.end() &&
            fromThisFile(*there)) {
            item.fields.insert(there->fields.begin(), there->fields.end()); // what the file does not say stays
            *there = std::move(item);
            m_new.push_back(there->id);
            continue;
        }
        const std::string proposed = item.id;
        if (item.id.empty() || has(taken, item.id))
            item.id = cost::freshId(item.id.empty() ? item.name : item.id, taken);
        taken.push_back(item.id);
        m_ids.emplace(proposed, item.id);
        m_new.push_back(item.id);
        m_costs.items.push_back(std::move(item));
    }
}

void Import::addMeasures() {
    std::vector<std::string> taken, added;
    for (const CostMeasure& measure : m_costs.measures)
        taken.push_back(measure.id);
    std::map<std::string, std::string> ids;
    for (const CostMeasure& measure : m_import.measures) {
        if (!wanted(measure.id))
            continue;
        const bool fresh = !measure.id.empty() && !has(taken, measure.id);
        const std::string id =
            fresh ? measure.id : cost::freshId(measure.id.empty() ? measure.name : measure.id, taken);
        taken.push_back(id);
        ids.emplace(measure.id, id);
    }
    const auto rename = [&](std::vector<std::string>& list) {
        std::erase_if(list, [&](const std::string& id) { return !ids.contains(id); });
        for (std::string& id : list)
            id = ids.at(id);
        std::sort(list.begin(), list.end());
    };
    for (CostMeasure measure : m_import.measures) {
        if (!wanted(measure.id))
            continue;
        measure.id = ids.at(measure.id);
        measure.note = mark() + measure.note;
        std::erase_if(measure.items, [&](const std::string& item) { return !wanted(item); });
        for (std::string& item : measure.items)
            item = idOf(item);
        rename(measure.excludes);
        rename(measure.prerequisites);
        if (measure.items.empty())
            continue; // all it acts on was left out
        m_new.push_back(measure.id);
        m_costs.measures.push_back(std::move(measure));
    }
}

Result<void> Import::addLoads() {
    for (const exchange::MeasuredLoad& load : m_import.loads) {
        if (load.item.empty() || !wanted(load.item))
            continue;
        PLUMB_TRY(id, costItemNamed(m_costs, idOf(load.item)));
        const auto item = std::find_if(m_costs.items.begin(), m_costs.items.end(),
                                       [&, &wantedId = id](const CostItem& one) { return one.id == wantedId; });
        item->fields[load.field] = load.json;
        if (!has(m_new, id))
            m_new.push_back(id);
    }
    return {};
}

Result<std::vector<std::string>> Import::run() {
    PLUMB_CHECK(checkCurrency());
    PLUMB_CHECK(dropOld());
    addItems();
    addMeasures();
    PLUMB_CHECK(addLoads());
    return m_new;
}

std::string importLabel(const std::vector<std::string>& added, std::size_t prices, std::string_view name) {
    const auto counted = [](std::size_t n, const char* one) {
        return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
    };
    std::string what;
    if (!added.empty())
        what = counted(added.size(), "entry");
    if (added.size() > 1)
        what = fmt::format("{} entries", added.size());
    if (prices > 0)
        what += (what.empty() ? "" : " and ") + counted(prices, "price");
    return fmt::format("Import {} from {}", what, shorten(name, 48));
}

} // namespace

Result<std::vector<Price>> Session::Impl::pricesWith(const std::vector<Price>& prices) const {
    std::vector<Message> faults;
    for (const Price& price : prices)
        checkPrice(price, faults);
    if (!faults.empty()) {
        Error error{ErrorKind::Usage, "cost.price", {}, faults.front().pointer, {}, {}};
        error.text = fmt::format("{} ({})", faults.front().text, faults.front().pointer);
        error.messages = std::move(faults);
        return fail(std::move(error));
    }
    std::map<PriceKey, Price> all;
    for (const Price& price : review.costs.prices)
        all.emplace(PriceKey{price.subject, price.field}, price);
    for (const Price& price : prices) {
        if (price.amount < 0)
            all.erase({price.subject, price.field});
        else
            all.insert_or_assign({price.subject, price.field}, price);
    }
    std::vector<Price> out;
    out.reserve(all.size());
    std::transform(all.begin(), all.end(), std::back_inserter(out),
                   [](auto& entry) { return std::move(entry.second); });
    return out;
}

Result<void> Session::putPrices(const std::vector<Price>& prices, std::string_view label) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(all, m_impl->pricesWith(prices));
    return m_impl->command(label.empty() ? std::string_view("Change the prices") : label, {},
                           [&, &list = all](store::Writer& writer) { return writer.putPrices(list); });
}

Result<std::vector<std::string>> Session::importCosts(const exchange::CostImport& import,
                                                      const CostImportChoice& choice, std::string_view name) {
    PLUMB_CHECK(m_impl->begin());
    Import made(m_impl->review.costs, import, choice, name);
    PLUMB_TRY(added, made.run());
    if (added.empty() && import.prices.empty())
        return fail(ErrorKind::Usage, "import.nothing",
                    fmt::format("Nothing of \"{}\" is to be taken over.", shorten(name, 60)), std::string(name));
    PLUMB_CHECK(m_impl->checkCosts(made.costs()));
    PLUMB_TRY(prices, m_impl->pricesWith(import.prices));
    const auto put = [&, &list = prices](store::Writer& writer) -> Result<void> {
        PLUMB_CHECK(m_impl->putCosts(writer, made.costs()));
        return import.prices.empty() ? Result<void>{} : writer.putPrices(list);
    };
    PLUMB_CHECK(m_impl->command(importLabel(added, import.prices.size(), name), {}, put));
    return std::move(added);
}

} // namespace plumb::session
