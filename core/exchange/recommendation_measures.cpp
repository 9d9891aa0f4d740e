// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recommendations to items and measures whose saving by the engine is the recommended one.
#include "core/exchange/list_csv.h"
#include "core/exchange/recommendations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace plumb::exchange::lists {
namespace {

constexpr std::size_t kMostWays = 10; ///< alternatives for one resource; AWS gives two or three

/// Recommendations for one resource, by saving from the highest. `costliest` has the cost that counts.
struct Resource {
    std::vector<const Recommendation*> recommendations;
    const Recommendation* costliest = nullptr;
    [[nodiscard]] const Recommendation& best() const { return *recommendations.front(); }
};

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
    const std::string folded = foldedName(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded == foldedName(word); });
}

bool buysCommitment(const Recommendation& r) {
    return isOneOf(r.action, {"PurchaseSavingsPlans", "PurchaseReservedInstances"});
}

/// Billed by the hour of an instance, so that it can be an endpoint of the catalog.
bool isInstance(const Recommendation& r) {
    return isOneOf(r.resourceType, {"Ec2Instance", "Ec2AutoScalingGroup", "SageMakerEndpoint"}) ||
           isOneOf(r.action, {"PurchaseSavingsPlans"});
}

/// "Ec2Instance i-0abc", "Use that is eligible for ComputeSavingsPlans".
std::string resourceName(const Recommendation& r) {
    const std::string type = r.resourceType.empty() ? std::string("Resource") : r.resourceType;
    if (buysCommitment(r))
        return fmt::format("Use eligible for {}", type);
    std::string_view last = r.resource.empty() ? std::string_view(r.arn) : std::string_view(r.resource);
    const std::size_t slash = last.find_last_of("/:");
    if (slash != std::string_view::npos && slash + 1 < last.size())
        last.remove_prefix(slash + 1);
    return last.empty() ? type : fmt::format("{} {}", type, last);
}

/// "m5.4xlarge" of "m5.4xlarge" or "ml.m5.4xlarge"; empty when the text is no instance type.
std::string instanceTypeIn(std::string_view summary) {
    std::string_view text = trimmed(summary);
    if (text.starts_with("ml."))
        text.remove_prefix(3);
    const std::size_t dot = text.find('.');
    const bool word = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos;
    const bool sized = dot != std::string_view::npos && dot > 0 && dot == text.rfind('.') &&
                       (text.ends_with("large") || text.ends_with("small") || text.ends_with("medium") ||
                        text.ends_with("micro") || text.ends_with("nano") || text.ends_with("metal"));
    return word && sized ? std::string(text) : std::string();
}

std::string noteOf(const Recommendation& r, std::string_view file) {
    std::string note = fmt::format("AWS Cost Optimization Hub, {} {}", file, r.place.text());
    note += r.afterDiscounts ? "; after discounts" : "; before discounts";
    if (!r.refreshed.empty())
        note += fmt::format("; of {}", r.refreshed);
    if (!r.summary.empty())
        note += fmt::format("; {}", fitName(r.summary));
    if (!r.region.empty())
        note += fmt::format("; {}", fitName(r.region));
    return note;
}

std::string measureNote(const Recommendation& r, std::string_view file) {
    std::string note = noteOf(r, file);
    if (!r.restart.empty())
        note += isOneOf(r.restart, {"true"}) ? "; needs a restart" : "; needs no restart";
    if (!r.rollback.empty())
        note += isOneOf(r.rollback, {"true"}) ? "; can be rolled back" : "; cannot be rolled back";
    if (!r.effort.empty())
        note += fmt::format("; effort {}", fitName(r.effort));
    if (!r.id.empty())
        note += fmt::format("; recommendation {}", fitName(r.id));
    return note;
}

review::CostItem itemOf(const Resource& resource, const CostImportOptions& options, std::string_view file) {
    const Recommendation& r = *resource.costliest;
    review::CostItem item;
    item.name = fitName(resourceName(r));
    item.note = noteOf(r, file);
    if (options.grouping == Grouping::Service || !isInstance(r)) {
        item.type = "other";
        item.fields["monthly"] = jsonNumber(r.cost);
        return item;
    }
    item.type = "endpoint";
    item.fields["pricePerHour"] = jsonNumber(r.cost / options.hoursPerMonth);
    if (const std::string type = instanceTypeIn(r.summary); !type.empty())
        item.fields["instanceType"] = jsonText(type);
    return item;
}

review::CostMeasure measureOf(const Recommendation& r, const review::CostItem& item, double cost,
                              const CostImportOptions& options, std::string_view file) {
    review::CostMeasure measure;
    const bool endpoint = item.type == "endpoint";
    if (endpoint && isOneOf(r.action, {"Rightsize", "Upgrade", "MigrateToGraviton"})) {
        measure.type = "right-size";
        measure.fields["pricePerHour"] = jsonNumber((cost - r.saving) / options.hoursPerMonth);
    } else if (endpoint && r.saving / cost < 1 && isOneOf(r.action, {"PurchaseSavingsPlans"})) {
        measure.type = "savings-plan";
        measure.fields["discount"] = jsonNumber(r.saving / cost);
        measure.fields["coverage"] = "1";
    } else {
        measure.type = "factor";
        measure.fields["factor"] = jsonNumber((cost - r.saving) / cost);
        measure.fields["driver"] = "\"cost\"";
    }
    if (const double days = personDays(r.effort); days > 0)
        measure.fields["effort"] = jsonNumber(days);
    std::string name = fmt::format("{}: {}", r.action, item.name);
    if (!r.recommended.empty())
        name += fmt::format(" -> {}", r.recommended);
    measure.name = fitName(name);
    measure.note = measureNote(r, file);
    measure.items = {item.id};
    return measure;
}

/// Where the resource's rows go: the costliest carries the cost, the others carry measures or nothing.
void accountFor(const Resource& resource, const std::string& item, std::string_view others, ListAccount& account) {
    for (const Recommendation* r : resource.recommendations) {
        if (r == resource.costliest)
            account.map(item, r->place, r->cost);
        else
            account.leaveOut(others, r->place, r->cost);
    }
}

class Maker {
public:
    Maker(const CostImportOptions& options, std::string_view file, ListAccount& account, CostImport& import)
        : m_options(options), m_file(file), m_account(account), m_import(import) {}

    void one(const Resource& resource) {
        review::CostItem item = itemOf(resource, m_options, m_file);
        item.id = m_items.fresh(item.name);
        accountFor(resource, item.name,
                   "another way for a resource whose cost is counted already; a measure all the same", m_account);
        const std::size_t first = m_import.measures.size();
        for (const Recommendation* r : resource.recommendations) {
            m_import.measures.push_back(measureOf(*r, item, resource.costliest->cost, m_options, m_file));
            m_import.measures.back().id = m_measures.fresh(m_import.measures.back().name);
        }
        for (std::size_t i = first; i < m_import.measures.size(); ++i) {
            for (std::size_t k = first; k < m_import.measures.size(); ++k)
                if (k != i)
                    m_import.measures[i].excludes.push_back(m_import.measures[k].id);
            std::sort(m_import.measures[i].excludes.begin(), m_import.measures[i].excludes.end());
        }
        m_import.items.push_back(std::move(item));
    }

    /// Small ones that ask for the same action.
    void together(const std::string& action, const std::vector<const Resource*>& resources) {
        ExactSum cost, saving, effort;
        review::CostItem item;
        item.name = fitName(fmt::format("{}: {} smaller recommendations", action, resources.size()));
        item.id = m_items.fresh(item.name);
        item.type = "other";
        item.note = fmt::format("AWS Cost Optimization Hub, {}", m_file);
        for (const Resource* resource : resources) {
            cost.add(resource->costliest->cost);
            saving.add(resource->best().saving);
            effort.add(personDays(resource->best().effort));
            accountFor(*resource, item.name, "another way for a resource that is put together with others", m_account);
        }
        item.fields["monthly"] = jsonNumber(cost.value());
        review::CostMeasure measure;
        measure.name = item.name;
        measure.id = m_measures.fresh(measure.name);
        measure.type = "factor";
        measure.note = item.note;
        measure.items = {item.id};
        measure.fields = {{"factor", jsonNumber(std::max(0.0, (cost.value() - saving.value()) / cost.value()))},
                          {"driver", "\"cost\""}};
        if (effort.value() > 0)
            measure.fields["effort"] = jsonNumber(effort.value());
        m_import.items.push_back(std::move(item));
        m_import.measures.push_back(std::move(measure));
    }

private:
    const CostImportOptions& m_options;
    std::string_view m_file;
    ListAccount& m_account;
    CostImport& m_import;
    ListIds m_items, m_measures;
};

/// Recommendations that can be measures, by resource; the others go to the account.
std::vector<Resource> resourcesOf(const std::vector<Recommendation>& list, const std::string& currency,
                                  ListAccount& account) {
    std::map<std::string, Resource> byKey;
    std::size_t nameless = 0;
    for (const Recommendation& r : list) {
        if (!r.currency.empty() && r.currency != currency) {
            account.refuse("another currency", r.place,
                           {"I004",
                            {},
                            fmt::format("It is in {}, not in {}.", fitName(r.currency), currency),
                            "Import that currency by itself."});
            continue;
        }
        if (!(r.saving > 0)) {
            account.leaveOut("saves nothing", r.place, r.cost);
            continue;
        }
        const std::string& resource = r.arn.empty() ? r.resource : r.arn;
        // A commitment names no resource of its own: each is for other use.
        const std::string key =
            resource.empty() || buysCommitment(r) ? fmt::format("\n{}", nameless++) : r.account + "\n" + resource;
        byKey[key].recommendations.push_back(&r);
    }
    std::vector<Resource> out;
    for (auto& [key, resource] : byKey) {
        std::stable_sort(resource.recommendations.begin(), resource.recommendations.end(),
                         [](const Recommendation* a, const Recommendation* b) { return a->saving > b->saving; });
        for (std::size_t i = kMostWays; i < resource.recommendations.size(); ++i)
            account.leaveOut("more than 10 ways for one resource", resource.recommendations[i]->place,
                             resource.recommendations[i]->cost);
        resource.recommendations.resize(std::min(resource.recommendations.size(), kMostWays));
        resource.costliest =
            *std::max_element(resource.recommendations.begin(), resource.recommendations.end(),
                              [](const Recommendation* a, const Recommendation* b) { return a->cost < b->cost; });
        out.push_back(std::move(resource));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Resource& a, const Resource& b) { return a.best().saving > b.best().saving; });
    return out;
}

std::map<std::string, std::vector<const Resource*>> byAction(const std::vector<Resource>& resources, std::size_t from) {
    std::map<std::string, std::vector<const Resource*>> out;
    for (std::size_t i = from; i < resources.size(); ++i)
        out[resources[i].best().action].push_back(&resources[i]);
    return out;
}

/// How many stand alone, so that with one item and measure for each action of the rest there are not too many.
std::size_t standAlone(const std::vector<Resource>& resources, std::size_t most) {
    std::size_t keep = resources.size(), measures = 0;
    for (const Resource& resource : resources)
        measures += resource.recommendations.size();
    std::set<std::string_view> actions;
    while (keep > 0 && (keep + actions.size() > most || measures + actions.size() > review::kMaxCostMeasures)) {
        const Resource& resource = resources[--keep];
        measures -= resource.recommendations.size();
        actions.insert(resource.best().action);
    }
    return keep;
}

} // namespace

double personDays(std::string_view effort) {
    constexpr std::array<std::pair<std::string_view, double>, 5> kDays{
        {{"verylow", 0.5}, {"low", 1}, {"medium", 3}, {"high", 8}, {"veryhigh", 20}}};
    const std::string word = foldedName(effort);
    for (const auto& [name, days] : kDays)
        if (word == name)
            return days;
    return 0;
}

void makeMeasures(std::vector<Recommendation> list, const CostImportOptions& options, std::string_view name,
                  ListAccount& account, CostImport& import) {
    const std::vector<Resource> resources = resourcesOf(list, import.currency, account);
    Maker maker(options, name, account, import);
    const std::size_t keep = standAlone(resources, options.mostItems);
    for (std::size_t i = 0; i < keep; ++i)
        maker.one(resources[i]);
    for (const auto& [action, rest] : byAction(resources, keep))
        maker.together(action, rest);
    const bool commitments = std::any_of(list.begin(), list.end(), buysCommitment);
    if (commitments)
        account.warn("Commitments are recommended for use that may stand in other items, too.",
                     "Keep either the use eligible for a commitment or the resources themselves as items.");
}

} // namespace plumb::exchange::lists
