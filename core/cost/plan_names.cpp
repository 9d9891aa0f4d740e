// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ids of stored things, and what names of measures mean.
#include "core/cost/plan.h"
#include "core/cost/plan_checks.h"
#include "core/cost/types.h"

#include <algorithm>

namespace plumb::cost {
namespace {

bool isLetterOrDigit(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool has(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Names of overlays that are no type of the catalog.
struct OtherName {
    std::string_view name;
    std::vector<MeasureType> types;
};
const std::vector<OtherName>& otherNames() {
    static const std::vector<OtherName> names{
        {"schedule-endpoint", {MeasureType::Schedule}},
        {"batch-inference", {MeasureType::Batch}},
        {"move-vector-store", {MeasureType::Pgvector, MeasureType::S3Vectors, MeasureType::OpenSearchNextGeneration}},
        {"switch-off", {MeasureType::Schedule, MeasureType::ScaleToZero}}};
    return names;
}

} // namespace

bool fitId(std::string_view id) noexcept {
    return !id.empty() && id.size() <= review::kMaxCostId && std::all_of(id.begin(), id.end(), [](char c) {
        return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    });
}

std::string freshIdWhere(std::string_view name, const std::function<bool(const std::string&)>& taken) {
    constexpr std::size_t kMost = 48; // with its number below 60
    std::string base;
    for (const char c : name) {
        const bool kept = isLetterOrDigit(c) || c == '_' || c == '.';
        if (kept)
            base += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!base.empty() && base.back() != '-')
            base += '-';
        if (base.size() == kMost)
            break;
    }
    while (!base.empty() && !isLetterOrDigit(base.back()))
        base.pop_back();
    base.erase(0, static_cast<std::size_t>(std::find_if(base.begin(), base.end(), isLetterOrDigit) - base.begin()));
    if (base.empty())
        base = "unnamed";
    if (!taken(base))
        return base;
    for (std::size_t n = 2;; ++n)
        if (std::string id = base + "-" + std::to_string(n); !taken(id))
            return id;
}

std::string freshId(std::string_view name, const std::vector<std::string>& taken) {
    return freshIdWhere(name, [&](const std::string& id) { return has(taken, id); });
}

std::vector<MeasureType> typesNamed(std::string_view name) {
    std::string folded;
    for (const char c : name)
        folded += c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const MeasureTypeInfo& info : measureTypes())
        if (info.name == folded)
            return {info.type};
    for (const OtherName& other : otherNames())
        if (other.name == folded)
            return other.types;
    return {};
}

} // namespace plumb::cost
