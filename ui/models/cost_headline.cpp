// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_headline.h"

#include "core/cost/scenario_picture.h"
#include "ui/bridge/job_runner.h"
#include "ui/models/money_text.h"

#include <QLocale>

namespace plumb::ui {

struct CostHeadlineFeed::Spread {
    double low = 0, high = 0;
    std::optional<int> paidBack;
};

namespace {

std::optional<std::size_t> chosenScenario(const review::Costs& costs) {
    const review::CostScenario* chosen = costs.chosen();
    if (chosen == nullptr)
        return std::nullopt;
    return static_cast<std::size_t>(chosen - costs.scenarios.data());
}

} // namespace

CostHeadlineFeed::CostHeadlineFeed(SessionBridge* bridge, JobRunner* jobs, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_jobs(jobs) {
    connect(bridge, &SessionBridge::costsChanged, this, [this] { m_stale = true; });
}

CostHeadlineFeed::~CostHeadlineFeed() {
    if (m_job)
        m_job->cancel();
}

const CostHeadline& CostHeadlineFeed::headline() {
    if (m_stale) {
        m_stale = false;
        read();
        ask();
    }
    return m_headline;
}

void CostHeadlineFeed::read() {
    const session::Session& session = m_bridge->session();
    const review::Costs& costs = session.review().costs;
    m_headline = {};
    m_headline.sign = currencyOf(session);
    const cost::Evaluation* evaluation = session.costEvaluation();
    if (evaluation == nullptr) {
        if (const Result<cost::Spec>& spec = session.costSpec(); !spec && !costs.items.empty())
            m_headline.trouble =
                q(spec.error().messages.empty() ? spec.error().text : spec.error().messages.front().text);
        return;
    }
    m_headline.any = true;
    m_headline.now = evaluation->baselineMonthly;
    m_headline.horizonMonths = costs.settings.horizonMonths;
    if (const std::optional<std::size_t> chosen = chosenScenario(costs)) {
        m_headline.scenario = q(costs.scenarios[*chosen].name);
        m_headline.after = evaluation->scenarios[*chosen].monthly;
        m_headline.spends = evaluation->scenarios[*chosen].oneOff > 0;
    }
}

void CostHeadlineFeed::ask() {
    ++m_asked;
    if (m_job)
        m_job->cancel();
    if (!m_headline.after)
        return;
    const review::Costs& costs = m_bridge->session().review().costs;
    cost::PictureOptions options;
    options.scenarios = {*chosenScenario(costs)};
    options.trials = static_cast<std::uint64_t>(costs.settings.trials);
    options.seed = static_cast<std::uint64_t>(costs.settings.seed);
    options.slow = false;
    m_job = m_jobs->start<Spread>(
        tr("Simulating %1 trials").arg(QLocale(QLocale::English).toString(options.trials)), this,
        [spec = *m_bridge->session().costSpec(), options](JobContext& job) mutable -> Result<Spread> {
            options.progress = [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); };
            PLUMB_TRY(picture, cost::pictureOf(spec, options));
            const cost::ScenarioPicture& scenario = picture.scenarios.front();
            return Spread{scenario.monthly.p10, scenario.monthly.p90, scenario.paidBack};
        },
        [this, asked = m_asked](const Result<Spread>& spread) { receive(spread, asked); });
}

void CostHeadlineFeed::receive(const Result<Spread>& spread, quint64 asked) {
    // Without a spread the figures stand alone; the Costs place says why there is none.
    if (asked != m_asked || m_stale || !spread)
        return;
    m_headline.low = spread->low;
    m_headline.high = spread->high;
    m_headline.paidBack = spread->paidBack;
    emit changed();
}

} // namespace plumb::ui
