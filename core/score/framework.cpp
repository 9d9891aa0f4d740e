// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The six pillars of the AWS Well-Architected Framework. Their ids are those of the AWS tool, so that a lens which uses
// them needs no overlay to find its column in the heat map.
#include "core/score/score.h"

#include <algorithm>
#include <array>

namespace plumb::score {
namespace {

constexpr std::array<FrameworkPillar, 6> kPillars{{
    {"operationalExcellence", "Operational Excellence", "Operations"},
    {"security", "Security", "Security"},
    {"reliability", "Reliability", "Reliability"},
    {"performance", "Performance Efficiency", "Performance"},
    {"costOptimization", "Cost Optimization", "Cost"},
    {"sustainability", "Sustainability", "Sustainability"},
}};

} // namespace

std::span<const FrameworkPillar> frameworkPillars() noexcept {
    return kPillars;
}

std::string frameworkOf(const review::ReviewLens& lens, const lens::Pillar& pillar, const lens::Question& question) {
    if (const std::string& own = lens.overlay->question(question.id).framework; !own.empty())
        return own;
    if (const std::string& ofPillar = lens.overlay->pillar(pillar.id).framework; !ofPillar.empty())
        return ofPillar;
    const bool known = std::ranges::any_of(kPillars, [&](const FrameworkPillar& p) { return p.id == pillar.id; });
    return known ? pillar.id : std::string();
}

} // namespace plumb::score
