// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which list a file is, from its beginning.
#include "core/exchange/list_csv.h"
#include "core/exchange/list_readers.h"

#include <algorithm>

namespace plumb::exchange {
using namespace lists;
namespace {

constexpr std::size_t kLookedAt = 1u << 20;

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::optional<CostFormat> jsonFormat(std::string_view head) {
    if (has(head, "\"litellm_provider\""))
        return CostFormat::LiteLlm;
    if (has(head, "\"projects\"") &&
        (has(head, "\"costComponents\"") || has(head, "\"breakdown\"") || has(head, "\"totalMonthlyCost\"")))
        return CostFormat::Infracost;
    if (has(head, "\"recommendationId\"") || has(head, "\"estimatedMonthlySavings\""))
        return CostFormat::CostOptimizationHub;
    return std::nullopt;
}

/// Twenty lines are enough for the preambles that exist.
std::optional<CostFormat> csvFormat(std::string_view head) {
    for (int i = 0; i < 20 && !head.empty(); ++i) {
        const std::size_t end = std::min(head.find_first_of("\r\n"), head.size());
        std::string line = foldedName(head.substr(0, end));
        line.erase(std::remove(line.begin(), line.end(), '"'), line.end());
        head.remove_prefix(std::min(end + 1, head.size()));
        if (has(line, "action_type") && has(line, "estimated_monthly_savings"))
            return CostFormat::CostOptimizationHub;
        if (line.starts_with("estimate summary") || (has(line, "service") && has(line, "first 12 months total")))
            return CostFormat::PricingCalculator;
        if (line.starts_with("full label,") || line.starts_with("statuscode,"))
            return CostFormat::CloudWatch;
        const std::size_t comma = line.find_first_of(",;\t");
        if (i == 0 && comma != std::string::npos && std::count(line.begin(), line.end(), ',') < 20) {
            const std::string first = line.substr(0, comma);
            if (first == "time" || first == "timestamp" || first == "date" || first == "datetime" || first == "label")
                return CostFormat::CloudWatch;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<CostFormat> listFormatOf(std::string_view bytes) noexcept {
    std::string_view head = bytes.substr(0, kLookedAt);
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    head.remove_prefix(first);
    return head.front() == '{' || head.front() == '[' ? jsonFormat(head) : csvFormat(head);
}

} // namespace plumb::exchange
