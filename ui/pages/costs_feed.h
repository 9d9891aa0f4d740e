// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures for the Costs place, computed in a job: cost::pictureOf and the yearly losses. Only the last question is
// answered: while a slider moves, what was asked in between is left out, and a long computation stops as soon as it is
// out of date.
#pragma once

#include "core/cost/loss.h"
#include "core/cost/scenario_picture.h"
#include "ui/bridge/job_runner.h"

#include <memory>
#include <optional>
#include <QObject>
#include <QPointer>
#include <vector>

namespace plumb::ui {

struct CostQuestion {
    cost::Spec spec;
    std::vector<std::size_t> scenarios; ///< positions; empty when the model has none
    std::uint64_t trials = 10'000, seed = 1;
    bool whole = true;                                ///< also what takes long: frontier, Shapley, information, losses
    std::vector<cost::LossModel> losses, lossesAfter; ///< of open findings; without those that the scenario closes
};

struct CostShown {
    CostQuestion question;
    cost::CostPicture picture;
    std::vector<double> lossNow, lossAfter; ///< by trial; empty without loss models
    [[nodiscard]] const cost::Spec& spec() const noexcept { return question.spec; }
    /// The scenario in the foreground; null when there is none.
    [[nodiscard]] const cost::ScenarioPicture* first() const noexcept {
        return picture.scenarios.empty() ? nullptr : &picture.scenarios.front();
    }
};

/// Answers one question; what the feed runs in its thread.
[[nodiscard]] Result<std::shared_ptr<const CostShown>> answer(const CostQuestion& question, const plumb::Progress& go);

class CostFeed final : public QObject {
    Q_OBJECT
public:
    /// `jobs` must outlive the feed.
    explicit CostFeed(JobRunner* jobs, QObject* parent = nullptr);
    ~CostFeed() override;

    void ask(CostQuestion question);
    void forget(); ///< nothing is wanted any more
    [[nodiscard]] bool busy() const { return m_job != nullptr || m_next.has_value(); }

signals:
    void answered(const std::shared_ptr<const plumb::ui::CostShown>& shown);
    void refused(const plumb::Error& error);

private:
    void start();
    void finished(Result<std::shared_ptr<const CostShown>> result);

    JobRunner* m_jobs;
    std::optional<CostQuestion> m_next;
    bool m_running = false, m_runningWhole = false, m_wanted = true;
    QPointer<Job> m_job;
};

} // namespace plumb::ui
