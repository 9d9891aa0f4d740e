// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_feed.h"

#include <QLocale>

namespace plumb::ui {

namespace {

Result<std::vector<double>> yearlyLosses(const std::vector<cost::LossModel>& models, const CostQuestion& question,
                                         const plumb::Progress& go) {
    if (models.empty())
        return std::vector<double>();
    cost::SimulationOptions options;
    options.trials = question.trials;
    options.seed = question.seed;
    options.progress = go;
    PLUMB_TRY(simulation, cost::simulateLosses(models, options));
    return std::move(simulation.values);
}

} // namespace

Result<std::shared_ptr<const CostShown>> answer(const CostQuestion& question, const plumb::Progress& go) {
    auto shown = std::make_shared<CostShown>();
    shown->question = question;
    cost::PictureOptions options;
    options.scenarios = question.scenarios;
    options.trials = question.trials;
    options.seed = question.seed;
    options.slow = question.whole;
    options.progress = go;
    PLUMB_TRY(picture, cost::pictureOf(question.spec, options));
    shown->picture = std::move(picture);
    if (question.whole) {
        PLUMB_TRY(now, yearlyLosses(question.losses, question, go));
        PLUMB_TRY(after, yearlyLosses(question.lossesAfter, question, go));
        // Nothing left to happen is a year without loss, not an unknown one.
        if (question.lossesAfter.empty() && !now.empty())
            after.assign(now.size(), 0.0);
        shown->lossNow = std::move(now);
        shown->lossAfter = std::move(after);
    }
    return std::shared_ptr<const CostShown>(std::move(shown));
}

CostFeed::CostFeed(JobRunner* jobs, QObject* parent) : QObject(parent), m_jobs(jobs) {}

CostFeed::~CostFeed() {
    if (m_job)
        m_job->cancel();
}

void CostFeed::ask(CostQuestion question) {
    m_next = std::move(question);
    m_wanted = true;
    if (!m_running) {
        start();
        return;
    }
    // A long answer to an old question is not worth waiting for; a short one is there in a moment.
    if (m_runningWhole && m_job)
        m_job->cancel();
}

void CostFeed::forget() {
    m_next.reset();
    m_wanted = false;
    if (m_job)
        m_job->cancel();
}

void CostFeed::start() {
    auto question = std::make_shared<CostQuestion>(std::move(*m_next));
    m_next.reset();
    m_running = true;
    m_runningWhole = question->whole;
    using Shown = std::shared_ptr<const CostShown>;
    m_job = m_jobs->start<Shown>(
        tr("Simulating %1 trials").arg(QLocale(QLocale::English).toString(question->trials)), this,
        [question](JobContext& job) {
            return answer(*question,
                          [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); });
        },
        [this](Result<Shown> result) { finished(std::move(result)); });
}

void CostFeed::finished(Result<std::shared_ptr<const CostShown>> result) {
    m_running = false;
    m_job = nullptr;
    if (result && m_wanted)
        emit answered(*result);
    else if (!result && result.error().kind != ErrorKind::Cancelled && !m_next)
        emit refused(result.error());
    if (m_next && !m_running)
        start();
}

} // namespace plumb::ui
