// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// infracost JSON (schema 0.2): projects[].breakdown.resources[], each with cost components and subresources. Numbers
// are decimal strings; a component whose cost depends on use that was not given has null.
#include "core/base/json.h"
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"
#include "core/exchange/list_readers.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace plumb::exchange {
using namespace lists;
namespace {

constexpr std::string_view kFormat = "infracost";

/// "aws_instance" of `module.web.aws_instance.api["a.b"]`, for files that do not say the type.
std::string typeInAddress(std::string_view address) {
    std::string_view type;
    bool bracket = false;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= address.size(); ++i) {
        const char c = i < address.size() ? address[i] : '.';
        if (c == '[' || c == ']')
            bracket = c == '[';
        if (bracket || c != '.')
            continue;
        const std::string_view part = address.substr(from, i - from);
        for (const std::string_view cloud : {"aws_", "google_", "azurerm_"})
            if (part.starts_with(cloud))
                type = part;
        from = i + 1;
    }
    return std::string(type.empty() ? address.substr(0, address.find('.')) : type);
}

std::string typeOf(std::string_view component, std::string_view unit) {
    const std::string name = foldedName(component);
    if (foldedName(unit) != "gb")
        return "other";
    if (name.starts_with("storage") || name.ends_with(" storage"))
        return "storage";
    return name.find("data transfer") != std::string::npos ? "transfer" : "other";
}

class Reader {
public:
    explicit Reader(ListAccount& account) : m_account(account) {}

    void resources(const Json& breakdown, const std::string& pointer) {
        list(breakdown, "resources", pointer, [&](const Json& resource, const std::string& place) {
            const std::string name = textIn(resource, "name");
            const std::string type = textIn(resource, "resourceType");
            m_resource = name;
            m_service = type.empty() ? typeInAddress(name) : type;
            parts(resource, place);
        });
    }
    [[nodiscard]] const std::vector<ListCharge>& charges() const noexcept { return m_charges; }

private:
    /// Calls `use` for each object in a list that may lack or be null.
    template <typename Use>
    void list(const Json& object, std::string_view key, const std::string& pointer, const Use& use) {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null())
            return;
        const std::string place = childPointer(pointer, key);
        if (!found->is_array()) {
            refuseShape(place, "a list");
            return;
        }
        for (std::size_t i = 0; i < found->size(); ++i) {
            const std::string itemPlace = childPointer(place, i);
            if ((*found)[i].is_object())
                use((*found)[i], itemPlace);
            else
                refuseShape(itemPlace, "an object");
        }
    }
    void refuseShape(const std::string& place, std::string_view wanted) {
        m_account.refuse("not as infracost writes it", ListPlace::ofJson(place),
                         {"I005", {}, fmt::format("This is not {}.", wanted), "Make the file with infracost again."});
    }
    /// Components of a resource and of what is inside it; the parser bounds the depth.
    void parts(const Json& resource, const std::string& pointer) {
        list(resource, "costComponents", pointer,
             [&](const Json& component, const std::string& place) { take(component, place); });
        list(resource, "subresources", pointer,
             [&](const Json& part, const std::string& place) { parts(part, place); });
    }
    void take(const Json& component, const std::string& pointer) {
        const ListPlace place = ListPlace::ofJson(pointer);
        const auto cost = component.find("monthlyCost");
        if (cost == component.end() || cost->is_null()) {
            const auto lost = component.find("priceNotFound");
            const bool noPrice = lost != component.end() && lost->is_boolean() && lost->get<bool>();
            m_account.leaveOut(noPrice ? "no price was found" : "depends on use that was not given", place);
            return;
        }
        const std::optional<double> amount = numberIn(*cost);
        if (!amount) {
            m_account.refuse("not a number", place,
                             {"I001", {}, "monthlyCost is not a number.", "Make the file with infracost again."});
            return;
        }
        ListCharge charge;
        charge.service = m_service;
        charge.resource = m_resource;
        charge.type = typeOf(textIn(component, "name"), textIn(component, "unit"));
        charge.amount = *amount;
        charge.place = place;
        if (const auto quantity = component.find("monthlyQuantity"); quantity != component.end())
            charge.quantity = numberIn(*quantity).value_or(0);
        m_charges.push_back(std::move(charge));
    }

    ListAccount& m_account;
    std::string m_service, m_resource;
    std::vector<ListCharge> m_charges;
};

std::optional<double> totalIn(const Json& root, std::string_view key) {
    const auto found = root.find(key);
    return found == root.end() ? std::nullopt : numberIn(*found);
}

/// What the file says about the whole, held against its parts.
void tellTotals(const Json& root, const CostImport& import, ListAccount& account) {
    const auto total = totalIn(root, "totalMonthlyCost");
    const double found = import.account.amount;
    if (total && std::abs(*total - found) > 1e-6 * std::max(1.0, std::abs(*total)))
        account.warn(fmt::format("The file says {:.2f} a month, its components sum to {:.2f}.", *total, found),
                     "Make the file with infracost again.");
    const auto past = totalIn(root, "pastTotalMonthlyCost");
    if (total && past && *past != 0)
        account.warn(fmt::format("The items are what is planned: {:.2f} {} a month; what stands now costs {:.2f}.",
                                 *total, import.currency, *past),
                     "Import a breakdown of what stands now for a baseline without the plan.");
}

} // namespace

Result<CostImport> readInfracost(std::string_view bytes, std::string_view name, const CostImportOptions& options) {
    PLUMB_TRY(root, parseListJson(bytes, name));
    const auto projects = root.is_object() ? root.find("projects") : root.end();
    if (!root.is_object() || projects == root.end() || !projects->is_array())
        return fail(missingColumns(name, "output of infracost breakdown or diff", {"projects"}));
    CostImport import;
    import.format = CostFormat::Infracost;
    const std::string version = textIn(root, "version");
    import.formatName = version.empty() ? std::string(kFormat) : fmt::format("{} {}", kFormat, fitName(version));
    std::string stated = textIn(root, "currency");
    stated = stated.empty() ? stated : shortened(fitName(stated), 16);
    import.currency = stated.empty() ? (options.currency.empty() ? "USD" : options.currency) : stated;
    ListAccount account;
    Reader reader(account);
    for (std::size_t i = 0; i < projects->size(); ++i) {
        const Json& project = (*projects)[i];
        const std::string place = childPointer("/projects", i);
        const auto breakdown = project.is_object() ? project.find("breakdown") : project.end();
        if (project.is_object() && breakdown != project.end() && breakdown->is_object())
            reader.resources(*breakdown, childPointer(place, "breakdown"));
        else
            account.warn(fmt::format("The project at {} has no breakdown.", place), "See the errors in its metadata.");
    }
    if (!options.currency.empty() && import.currency != options.currency) {
        for (const ListCharge& charge : reader.charges())
            account.refuse("another currency", charge.place,
                           {"I004",
                            {},
                            fmt::format("It is in {}, not in {}.", import.currency, options.currency),
                            "Import that currency by itself."});
        import.currency = options.currency;
        account.finish(import);
        return import;
    }
    makeItems(reader.charges(), options, fmt::format("{}, {}", kFormat, fitName(name)), account, import);
    account.finish(import);
    tellTotals(root, import, account);
    account.finish(import);
    return import;
}

} // namespace plumb::exchange
