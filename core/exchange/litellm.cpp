// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LiteLLM's model_prices_and_context_window.json: an object of models, prices by token in US dollars. Subjects of the
// prices are the keys as they stand, since one model has other prices by region ("bedrock/us-gov-west-1/...") and by
// inference profile ("us.", "global.").
#include "core/base/json.h"
#include "core/exchange/list_csv.h"
#include "core/exchange/list_import.h"
#include "core/exchange/list_readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace plumb::exchange {
using namespace lists;
namespace {

struct PriceField {
    std::string_view key;   ///< LiteLLM's
    std::string_view field; ///< of a price book
    std::string_view unit;
    double times;
};
constexpr std::string_view kPerMillion = "USD per million tokens";
constexpr std::array<PriceField, 8> kFields{{
    {"input_cost_per_token", "inputPrice", kPerMillion, 1e6},
    {"output_cost_per_token", "outputPrice", kPerMillion, 1e6},
    {"cache_read_input_token_cost", "cacheReadPrice", kPerMillion, 1e6},
    {"cache_creation_input_token_cost", "cacheWritePrice", kPerMillion, 1e6},
    {"cache_creation_input_token_cost_above_1hr", "cacheWritePrice1h", kPerMillion, 1e6},
    {"input_cost_per_token_batches", "batchInputPrice", kPerMillion, 1e6},
    {"output_cost_per_token_batches", "batchOutputPrice", kPerMillion, 1e6},
    {"input_cost_per_second", "pricePerUnitHour", "USD per hour", 3600},
}};
constexpr std::size_t kPerSecond = kFields.size() - 1;

/// A price has no more than 12 digits that mean something: 3.75e-06 * 1e6 is 3.75 and not 3.7499999999999996.
double withoutNoise(double value) {
    const std::string text = fmt::format("{:.12g}", value);
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// "us-gov-west-1" of "bedrock/us-gov-west-1/anthropic.claude-v2"; empty when no part of the key is a region.
std::string regionIn(std::string_view key) {
    while (!key.empty()) {
        const std::size_t slash = std::min(key.find('/'), key.size());
        const std::string_view part = key.substr(0, slash);
        const bool digit = !part.empty() && part.back() >= '1' && part.back() <= '9';
        const bool letters =
            part.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == (part.empty() ? part.npos : part.size() - 1);
        if (digit && letters && std::count(part.begin(), part.end(), '-') >= 2 && part[part.size() - 2] == '-')
            return std::string(part);
        key.remove_prefix(std::min(slash + 1, key.size()));
    }
    return {};
}

/// The first day in a text: "prices_2026-08-01.json".
Date dayIn(std::string_view text) {
    for (std::size_t i = 0; i + 10 <= text.size(); ++i)
        if (const auto day = parseDate(text.substr(i, 10)))
            return *day;
    return {};
}

bool wanted(std::string_view provider, std::string_view asked) {
    const std::string folded = foldedName(asked);
    if (folded == "all")
        return true;
    const std::string_view one = folded.empty() ? std::string_view("bedrock") : std::string_view(folded);
    return provider == one ||
           (provider.starts_with(one) && provider.size() > one.size() && provider[one.size()] == '_');
}

struct Reader {
    const CostImportOptions& options;
    std::string source;
    Date since;
    ListAccount& account;
    CostImport& import;
    std::size_t tiers = 0, free = 0; ///< models with dearer long contexts; models whose prices are all 0

    void model(const std::string& key, const Json& entry) {
        const ListPlace place = ListPlace::ofJson(childPointer("", key));
        if (key == "sample_spec" || !entry.is_object())
            return account.leaveOut("no model", place);
        const std::string provider = textIn(entry, "litellm_provider");
        if (!wanted(provider, options.provider))
            return account.leaveOut("another provider", place);
        if (key.empty() || key.size() > review::kMaxCostName)
            return refuse(place, "I005", "no fit name", "The name is empty or too long.");
        std::vector<review::Price> prices;
        for (std::size_t i = 0; i < kFields.size(); ++i) {
            const auto found = entry.find(kFields[i].key);
            if (found == entry.end() || found->is_null() || (i == kPerSecond && !prices.empty()))
                continue;
            const std::optional<double> amount = numberIn(*found);
            if (!amount)
                return refuse(place, "I001", "not a number", fmt::format("{} is not a number.", kFields[i].key));
            if (*amount < 0)
                return refuse(place, "I007", "a negative price", fmt::format("{} is negative.", kFields[i].key));
            prices.push_back(price(key, entry, kFields[i], withoutNoise(*amount * kFields[i].times)));
        }
        if (prices.empty()) {
            const std::string mode = textIn(entry, "mode");
            return account.leaveOut(mode.empty() ? std::string("not priced by token")
                                                 : fmt::format("not priced by token: {}", fitName(mode)),
                                    place);
        }
        tiers += entry.contains("input_cost_per_token_above_200k_tokens") ||
                         entry.contains("input_cost_per_token_above_128k_tokens")
                     ? 1
                     : 0;
        free += std::all_of(prices.begin(), prices.end(), [](const review::Price& p) { return p.amount == 0; }) ? 1 : 0;
        import.prices.insert(import.prices.end(), prices.begin(), prices.end());
        account.map(provider.empty() ? "no provider" : provider, place);
    }

    void refuse(const ListPlace& place, std::string id, std::string_view reason, std::string text) {
        account.refuse(reason, place, {std::move(id), {}, std::move(text), "Mend the entry or take it out."});
    }
    review::Price price(const std::string& key, const Json& entry, const PriceField& field, double amount) const {
        review::Price price;
        price.subject = key;
        price.field = field.field;
        price.unit = field.unit;
        price.amount = amount;
        price.currency = "USD";
        price.region = regionIn(key);
        price.source = source;
        price.validFrom = since;
        if (const auto until = parseDate(textIn(entry, "deprecation_date")); until && !(*until < since))
            price.validUntil = *until;
        return price;
    }
};

void warnAbout(const Reader& reader) {
    if (reader.tiers > 0)
        reader.account.warn(
            fmt::format("{} models cost more for long contexts; the prices here are for short ones.", reader.tiers),
            "Give the dearer price where contexts are above that length.");
    if (reader.free > 0)
        reader.account.warn(fmt::format("{} models have no price but 0: free, or not known.", reader.free),
                            "Look them up before you use them.");
}

} // namespace

Result<CostImport> readLiteLlm(std::string_view bytes, std::string_view name, const CostImportOptions& options) {
    PLUMB_TRY(root, parseListJson(bytes, name));
    const bool models = root.is_object() && std::any_of(root.begin(), root.end(), [](const Json& entry) {
                            return entry.is_object() && entry.contains("litellm_provider");
                        });
    if (!models)
        return fail(missingColumns(name, "a price list of LiteLLM", {"litellm_provider"}));
    CostImport import;
    import.format = CostFormat::LiteLlm;
    import.formatName = "LiteLLM";
    import.currency = "USD";
    ListAccount account;
    Reader reader{options, fmt::format("LiteLLM, {}", fitName(name)), dayIn(name), account, import};
    for (const auto& [key, entry] : root.items())
        reader.model(key, entry);
    std::stable_sort(import.prices.begin(), import.prices.end(), [](const review::Price& a, const review::Price& b) {
        return a.subject != b.subject ? a.subject < b.subject : a.field < b.field;
    });
    warnAbout(reader);
    account.finish(import);
    return import;
}

} // namespace plumb::exchange
