// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost model in a session: what is derived of it, the money of findings, and the commands on it.
#include "core/cost/plan.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace plumb::session {
namespace {

using review::Costs;

bool has(const std::vector<std::string>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::vector<cost::FindingMeasures> measuresOf(const std::vector<score::Finding>& findings) {
    std::vector<cost::FindingMeasures> out;
    out.reserve(findings.size());
    for (const score::Finding& finding : findings)
        out.push_back({finding.key, finding.measures, finding.open});
    return out;
}

/// The names that link a finding to its measures, without one of them. Those that only its type links are named then.
std::vector<std::string> without(const review::CostMeasure& measure, std::vector<std::string> names,
                                 const std::vector<std::string>& behind) {
    std::erase(names, measure.id);
    const std::vector<cost::MeasureType> types = cost::typesNamed(measure.type);
    const auto meansIt = [&](const std::string& name) {
        const std::vector<cost::MeasureType> meant = cost::typesNamed(name);
        return !types.empty() && std::find(meant.begin(), meant.end(), types.front()) != meant.end();
    };
    if (std::erase_if(names, meansIt) > 0)
        std::copy_if(behind.begin(), behind.end(), std::back_inserter(names),
                     [&](const std::string& other) { return other != measure.id; });
    return names;
}

/// Findings whose question stood at HIGH or MEDIUM and comes to NONE.
std::vector<std::string> closedBy(const score::WhatIf& whatIf) {
    std::vector<std::string> keys;
    for (const score::WhatIf::Change& change : whatIf.changes)
        if ((change.from == lens::State::High || change.from == lens::State::Medium) && change.to == lens::State::None)
            keys.push_back(review::findingKey(change.question));
    return keys;
}

} // namespace

// --- derived state
// ------------------------------------------------------------------------------------------------------

const Result<cost::Spec>& Session::Impl::spec() {
    if (!derivedCosts.spec)
        derivedCosts.spec = cost::specOf(review.costs);
    return *derivedCosts.spec;
}

const Result<cost::Spec>& Session::Impl::linkedSpec() {
    const std::vector<score::Finding>& findings = currentFindings();
    (void)spec();
    Result<cost::Spec>& linked = *derivedCosts.spec;
    if (!linked || derivedCosts.linked)
        return linked;
    for (cost::Measure& measure : linked->measures)
        measure.findings.clear();
    const auto behind = cost::linkedMeasures(*linked, measuresOf(findings));
    for (std::size_t k = 0; k < behind.size(); ++k)
        for (const std::size_t measure : behind[k])
            linked->measures[measure].findings.push_back(findings[k].key);
    derivedCosts.linked = true;
    return linked;
}

const cost::Evaluation* Session::Impl::evaluation() {
    if (review.costs.items.empty() || !spec())
        return nullptr;
    if (!derivedCosts.evaluation)
        derivedCosts.evaluation = cost::evaluate(*spec());
    return &*derivedCosts.evaluation;
}

std::optional<std::size_t> Session::Impl::chosenScenario() const {
    const review::CostScenario* chosen = review.costs.chosen();
    if (!chosen)
        return std::nullopt;
    return static_cast<std::size_t>(chosen - review.costs.scenarios.data());
}

void Session::Impl::fillSavings(std::vector<score::Finding>& findings) {
    const cost::Evaluation* evaluated = evaluation();
    const std::optional<std::size_t> chosen = chosenScenario();
    if (!evaluated || !chosen)
        return;
    const auto savings = cost::savingOfFindings(*spec(), spec()->scenarios[*chosen],
                                                evaluated->scenarios[*chosen].shapley.values, measuresOf(findings));
    for (score::Finding& finding : findings)
        if (const auto it = savings.find(finding.key); it != savings.end())
            finding.monthlySaving = it->second;
}

void Session::Impl::fillMoney(score::WhatIf& whatIf) {
    if (!evaluation())
        return;
    const cost::MoneyAfter money =
        cost::moneyAfter(*spec(), chosenScenario(), measuresOf(currentFindings()), closedBy(whatIf));
    whatIf.monthlyBefore = money.before;
    whatIf.monthlyAfter = money.after;
}

const Result<cost::Spec>& Session::costSpec() const {
    return m_impl->linkedSpec();
}

const cost::Evaluation* Session::costEvaluation() const {
    return m_impl->evaluation();
}

cost::PriceBook Session::priceBook() const {
    return cost::PriceBook(m_impl->review.costs.prices);
}

std::vector<cost::FindingMeasures> Session::findingMeasures() const {
    return measuresOf(m_impl->currentFindings());
}

std::vector<std::string> Session::measuresBehind(std::string_view findingKey) const {
    std::vector<std::string> ids;
    if (const Result<cost::Spec>& spec = m_impl->linkedSpec())
        for (const cost::Measure& measure : spec->measures)
            if (has(measure.findings, findingKey))
                ids.push_back(measure.id);
    return ids;
}

// --- commands
// -----------------------------------------------------------------------------------------------------------

Result<void> Session::Impl::checkCosts(const Costs& costs) const {
    if (const Result<cost::Spec> usable = cost::specOf(costs); !usable)
        return fail(usable.error());
    const std::string& chosen = costs.settings.scenario;
    if (chosen.empty() || costs.findScenario(chosen))
        return {};
    const Message fault{"C005", "settings, scenario",
                        fmt::format("There is no scenario \"{}\" to choose.", shorten(chosen, 60)),
                        "Choose one of the model, or none."};
    return fail(Error{ErrorKind::Refused, "cost.spec", fault.text, fault.pointer, {"1"}, {fault}});
}

Result<void> Session::Impl::putCosts(store::Writer& writer, const Costs& costs) const {
    PLUMB_CHECK(writer.putCosts(costs));
    std::vector<std::string> gone;
    for (const review::CostMeasure& measure : review.costs.measures)
        if (!costs.findMeasure(measure.id) && cost::typesNamed(measure.id).empty())
            gone.push_back(measure.id);
    for (const review::Finding& finding : review.findings) {
        review::Finding kept = finding;
        if (std::erase_if(kept.measures, [&](const std::string& name) { return has(gone, name); }) == 0)
            continue;
        if (const auto number = writer.putFinding(kept); !number)
            return fail(number.error());
    }
    return {};
}

Result<void> Session::setCosts(const Costs& costs, std::string_view label, std::string_view mergeKey) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_CHECK(m_impl->checkCosts(costs));
    return m_impl->command(label.empty() ? std::string_view("Change the cost model") : label, mergeKey,
                           [&](store::Writer& writer) { return m_impl->putCosts(writer, costs); });
}

// --- findings and measures
// ----------------------------------------------------------------------------------------------

std::vector<std::string> Session::Impl::givenMeasures(const review::Finding& record) const {
    const review::ReviewLens* lens = review.findLens(record.question.lens);
    std::vector<std::string> given =
        lens ? lens->overlay->question(record.question.question).measures : std::vector<std::string>();
    std::sort(given.begin(), given.end());
    return given;
}

Result<void> Session::linkMeasure(std::string_view findingKey, std::string_view measureId, bool linked) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(measure, costMeasureNamed(m_impl->review.costs, measureId));
    const score::Finding* finding = Session::finding(findingKey);
    const std::optional<review::Finding> record = m_impl->recordOf(findingKey);
    if (!finding || !record)
        return fail(m_impl->unknownFinding(findingKey));
    const std::string name = m_impl->nameOf(*record);
    const std::vector<std::string> behind = measuresBehind(findingKey), given = m_impl->givenMeasures(*record);
    std::vector<std::string> names = finding->measures;
    if (linked)
        names.push_back(measure);
    else if (has(behind, measure) || has(names, measure))
        names = without(*m_impl->review.costs.findMeasure(measure), std::move(names), behind);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (!linked && names.empty() && !given.empty() && !has(record->measures, measure))
        return fail(ErrorKind::Usage, "session.linkedByType",
                    fmt::format("The questionnaire links {} to measures of this type, and no other would be left. Link "
                                "\"{}\" to another finding; then it leaves this one.",
                                name, shorten(measure, 60)),
                    name, {name, measure});
    review::Finding after = *record;
    after.measures = names == given ? std::vector<std::string>() : std::move(names);
    if (after == *record)
        return {};
    return m_impl->command(fmt::format("{} measure \"{}\" {} {}", linked ? "Link" : "Unlink",
                                       shorten(m_impl->review.costs.findMeasure(measure)->name, 40),
                                       linked ? "to" : "from", name),
                           {}, [&](store::Writer& writer) -> Result<void> {
                               const auto number = writer.putFinding(after);
                               return number ? Result<void>{} : fail(number.error());
                           });
}

Result<std::vector<std::string>> Session::switchOnMeasures(const std::vector<std::string>& findingKeys,
                                                           std::string_view scenarioId, const SwitchOptions& options) {
    PLUMB_CHECK(m_impl->begin());
    Costs costs = m_impl->review.costs;
    const review::CostScenario* scenario = scenarioId.empty() ? costs.chosen() : costs.findScenario(scenarioId);
    if (!scenario) {
        const Result<std::string> unknown = costScenarioNamed(costs, scenarioId);
        return unknown ? switchOnMeasures(findingKeys, *unknown, options) : fail(unknown.error());
    }
    const std::string id = scenario->id, name = scenario->name;
    std::vector<std::string> wanted, names;
    for (const std::string& key : findingKeys) {
        const std::optional<review::Finding> record = m_impl->recordOf(key);
        if (!record)
            return fail(m_impl->unknownFinding(key));
        names.push_back(m_impl->nameOf(*record));
        for (const std::string& measure : measuresBehind(key))
            if (!has(wanted, measure))
                wanted.push_back(measure);
    }
    if (wanted.empty())
        return fail(ErrorKind::Usage, "session.noMeasures",
                    fmt::format("No measure of the cost model is behind {}.", fmt::join(names, ", ")), {}, names);
    std::vector<std::string> added = switchOn(costs, id, wanted, options);
    if (added.empty())
        return added;
    const std::string label =
        fmt::format("Switch on {} of {} in \"{}\"",
                    added.size() == 1 ? std::string("the measure") : fmt::format("{} measures", added.size()),
                    names.size() == 1 ? names.front() : fmt::format("{} findings", names.size()), shorten(name, 40));
    PLUMB_CHECK(setCosts(costs, label));
    return added;
}

} // namespace plumb::session
