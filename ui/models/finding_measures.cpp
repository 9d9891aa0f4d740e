// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_measures.h"

#include "core/cost/plan.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <QCoreApplication>

namespace plumb::ui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::FindingMeasures", text);
}

bool has(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool means(std::string_view name, std::string_view type) {
    const std::vector<cost::MeasureType> wanted = cost::typesNamed(type), meant = cost::typesNamed(name);
    return !wanted.empty() && std::find(meant.begin(), meant.end(), wanted.front()) != meant.end();
}

bool exclude(const review::CostMeasure& a, const review::CostMeasure& b) {
    return has(a.excludes, b.id) || has(b.excludes, a.id);
}

/// What each measure does to the bill in the chosen scenario; the model must have figures.
class Savings {
public:
    explicit Savings(const session::Session& session)
        : m_costs(session.review().costs), m_chosen(m_costs.chosen()), m_sign(currencyOf(session)) {
        const cost::Evaluation* evaluation = session.costEvaluation();
        if (evaluation == nullptr || m_chosen == nullptr)
            return;
        m_spec = &*session.costSpec(); // whoever is evaluated can be used
        const auto at = static_cast<std::size_t>(m_chosen - m_costs.scenarios.data());
        m_on = m_spec->scenarios[at].measures;
        const cost::ScenarioResult& result = evaluation->scenarios[at];
        m_monthly = result.monthly;
        for (std::size_t k = 0; k < m_on.size() && k < result.shapley.values.size(); ++k)
            m_shares[m_on[k]] = result.shapley.values[k];
    }
    [[nodiscard]] bool on(const std::string& id) const { return m_chosen != nullptr && has(m_chosen->measures, id); }
    /// It could be switched on as it is, or with what it needs.
    [[nodiscard]] bool fits(const review::CostMeasure& measure) const {
        if (m_chosen == nullptr || on(measure.id))
            return false;
        return std::none_of(m_chosen->measures.begin(), m_chosen->measures.end(), [&](const std::string& id) {
            const review::CostMeasure* other = m_costs.findMeasure(id);
            return other != nullptr && exclude(measure, *other);
        });
    }
    [[nodiscard]] QString money(const review::CostMeasure& measure) const {
        if (m_spec == nullptr)
            return {};
        const auto place = static_cast<std::size_t>(&measure - m_costs.measures.data());
        if (const auto share = m_shares.find(place); share != m_shares.end())
            return saved(share->second, words("saves %1"), words("costs %1"), words("saves nothing"));
        if (!fits(measure))
            return {};
        std::vector<std::size_t> with = m_on;
        with.push_back(place);
        return saved(m_monthly - cost::monthlyWith(*m_spec, with), words("would save %1"), words("would cost %1"), {});
    }

private:
    [[nodiscard]] QString saved(double amount, const QString& less, const QString& more, const QString& none) const {
        const QString sum = perMonth(std::abs(amount), m_sign);
        return sum.isEmpty() ? none : (amount > 0 ? less : more).arg(sum);
    }

    const review::Costs& m_costs;
    const review::CostScenario* m_chosen;
    QString m_sign;
    const cost::Spec* m_spec = nullptr;
    std::vector<std::size_t> m_on;
    std::map<std::size_t, double> m_shares;
    double m_monthly = 0;
};

FindingMeasure describe(const review::CostMeasure& measure, const Savings& savings) {
    return {measure.id, q(measure.name), true, savings.on(measure.id), savings.money(measure)};
}

} // namespace

std::vector<FindingMeasure> measuresOf(const session::Session& session, const std::string& findingKey) {
    std::vector<FindingMeasure> out;
    const score::Finding* finding = session.finding(findingKey);
    if (finding == nullptr)
        return out;
    const review::Costs& costs = session.review().costs;
    const Savings savings(session);
    const std::vector<std::string> behind = session.measuresBehind(findingKey);
    for (const review::CostMeasure& measure : costs.measures) {
        if (!has(behind, measure.id))
            continue;
        out.push_back(describe(measure, savings));
        out.back().byId = has(finding->measures, measure.id);
    }
    for (const std::string& name : finding->measures) {
        const bool found = std::any_of(behind.begin(), behind.end(), [&](const std::string& id) {
            return id == name || means(name, costs.findMeasure(id)->type);
        });
        if (!found)
            out.push_back({{}, measureName(name), false, false, words("not in the cost model")});
    }
    return out;
}

std::vector<FindingMeasure> allMeasures(const session::Session& session) {
    std::vector<FindingMeasure> out;
    const Savings savings(session);
    for (const review::CostMeasure& measure : session.review().costs.measures)
        out.push_back(describe(measure, savings));
    return out;
}

QString scenarioToSwitch(const session::Session& session, const std::string& findingKey) {
    const review::Costs& costs = session.review().costs;
    const review::CostScenario* chosen = costs.chosen();
    if (chosen == nullptr)
        return {};
    const Savings savings(session);
    const std::vector<std::string> behind = session.measuresBehind(findingKey);
    const bool any = std::any_of(behind.begin(), behind.end(), [&](const std::string& id) {
        const review::CostMeasure* measure = costs.findMeasure(id);
        return measure != nullptr && savings.fits(*measure);
    });
    return any ? q(chosen->name) : QString();
}

std::vector<NamedMoney> measuresNamed(const session::Session& session, const std::vector<std::string>& names) {
    std::vector<NamedMoney> out;
    if (names.empty())
        return out;
    const Savings savings(session);
    for (const std::string& name : names) {
        const std::size_t before = out.size();
        for (const review::CostMeasure& measure : session.review().costs.measures)
            if (measure.id == name || means(name, measure.type))
                out.push_back({q(measure.name), savings.money(measure)});
        if (out.size() == before)
            out.push_back({measureName(name), {}});
    }
    return out;
}

} // namespace plumb::ui
