// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/finding_money.h"

#include "core/cost/plan.h"

#include <algorithm>

namespace plumb::cost {
namespace {

bool has(const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool has(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Takes out, until nothing changes, what lacks a prerequisite.
void dropUnprepared(const Spec& spec, std::vector<std::size_t>& measures) {
    const auto unprepared = [&](std::size_t k) {
        const std::vector<std::size_t>& needed = spec.measures[k].prerequisites;
        return std::any_of(needed.begin(), needed.end(), [&](std::size_t n) { return !has(measures, n); });
    };
    for (;;) {
        const auto it = std::find_if(measures.begin(), measures.end(), unprepared);
        if (it == measures.end())
            return;
        measures.erase(it);
    }
}

/// Of two that exclude each other the earlier one stays.
void dropExcluded(const Spec& spec, std::vector<std::size_t>& measures) {
    std::vector<std::size_t> kept;
    for (const std::size_t k : measures) {
        const bool excluded = std::any_of(kept.begin(), kept.end(), [&](std::size_t n) {
            return has(spec.measures[k].excludes, n) || has(spec.measures[n].excludes, k);
        });
        if (!excluded)
            kept.push_back(k);
    }
    measures = std::move(kept);
}

} // namespace

std::vector<std::vector<std::size_t>> linkedMeasures(const Spec& spec, const std::vector<FindingMeasures>& findings) {
    std::vector<std::vector<MeasureType>> types(findings.size());
    for (std::size_t f = 0; f < findings.size(); ++f)
        for (const std::string& name : findings[f].names)
            for (const MeasureType type : typesNamed(name))
                types[f].push_back(type);
    std::vector<std::vector<std::size_t>> out(findings.size());
    for (std::size_t k = 0; k < spec.measures.size(); ++k) {
        bool named = false;
        for (std::size_t f = 0; f < findings.size(); ++f)
            if (has(findings[f].names, spec.measures[k].id)) {
                out[f].push_back(k);
                named = true;
            }
        for (std::size_t f = 0; !named && f < findings.size(); ++f)
            if (std::find(types[f].begin(), types[f].end(), spec.measures[k].type) != types[f].end())
                out[f].push_back(k);
    }
    return out;
}

std::map<std::string, double> savingOfFindings(const Spec& spec, const Scenario& scenario,
                                               const std::vector<double>& shapley,
                                               const std::vector<FindingMeasures>& findings) {
    const std::vector<std::vector<std::size_t>> linked = linkedMeasures(spec, findings);
    std::vector<double> gains(findings.size(), 0.0), losses(findings.size(), 0.0);
    double saving = 0, gain = 0, loss = 0;
    for (std::size_t n = 0; n < scenario.measures.size() && n < shapley.size(); ++n) {
        saving += shapley[n];
        std::vector<std::size_t> owners;
        for (std::size_t f = 0; f < findings.size(); ++f)
            if (findings[f].open && has(linked[f], scenario.measures[n]))
                owners.push_back(f);
        if (owners.empty())
            continue;
        (shapley[n] > 0 ? gain : loss) += shapley[n];
        for (const std::size_t f : owners)
            (shapley[n] > 0 ? gains : losses)[f] += shapley[n] / static_cast<double>(owners.size());
    }
    // Measures without a finding may cost more than they save; then what is left of the saving is shared.
    const double most = std::max(saving, 0.0) - loss;
    const double part = gain > most ? std::max(most, 0.0) / gain : 1.0;
    std::map<std::string, double> out;
    for (std::size_t f = 0; f < findings.size(); ++f)
        out[findings[f].key] += gains[f] * part + losses[f];
    return out;
}

MoneyAfter moneyAfter(const Spec& spec, std::optional<std::size_t> scenario,
                      const std::vector<FindingMeasures>& findings, const std::vector<std::string>& keys) {
    std::vector<bool> wanted(spec.measures.size(), false);
    const std::vector<std::vector<std::size_t>> linked = linkedMeasures(spec, findings);
    for (std::size_t f = 0; f < findings.size(); ++f)
        if (has(keys, findings[f].key))
            for (const std::size_t k : linked[f])
                wanted[k] = true;
    MoneyAfter out;
    const auto take = [&](std::size_t k) {
        if (k < wanted.size() && wanted[k])
            out.measures.push_back(k);
        if (k < wanted.size())
            wanted[k] = false;
    };
    if (scenario && *scenario < spec.scenarios.size())
        for (const std::size_t k : spec.scenarios[*scenario].measures)
            take(k);
    for (std::size_t k = 0; k < wanted.size(); ++k)
        take(k);
    dropUnprepared(spec, out.measures);
    dropExcluded(spec, out.measures);
    dropUnprepared(spec, out.measures);
    out.before = monthlyWith(spec, {});
    out.after = out.measures.empty() ? out.before : monthlyWith(spec, out.measures);
    return out;
}

} // namespace plumb::cost
