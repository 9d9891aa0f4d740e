// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bill in one line, now and after the chosen scenario, for places that are not about costs. What is certain comes
// from the session at once; the spread is simulated in a job and kept until the cost model changes.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <optional>
#include <QObject>
#include <QPointer>
#include <QString>

namespace plumb::ui {

class Job;
class JobRunner;

struct CostHeadline {
    bool any = false;            ///< the model has items and can be used; else nothing but `trouble` means something
    QString trouble;             ///< what is wrong with a model that can't be used
    QString sign;                ///< of the currency
    QString scenario;            ///< name of the chosen one; empty without scenarios
    double now = 0;              ///< a month
    std::optional<double> after; ///< a month at full effect; none without a scenario
    std::optional<double> low, high; ///< P10 and P90 of `after`; none until they are known
    bool spends = false;             ///< the scenario has one-off costs
    std::optional<int> paidBack;     ///< month; none until it is known, or not within the horizon
    int horizonMonths = 24;
    friend bool operator==(const CostHeadline&, const CostHeadline&) = default;
};

class CostHeadlineFeed final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the feed.
    CostHeadlineFeed(SessionBridge* bridge, JobRunner* jobs, QObject* parent = nullptr);
    ~CostHeadlineFeed() override;

    /// What is known now; asks for the rest if the model has changed. changed() follows when it is there.
    [[nodiscard]] const CostHeadline& headline();

signals:
    void changed();

private:
    struct Spread;
    void read();
    void ask();
    void receive(const Result<Spread>& spread, quint64 asked);

    SessionBridge* m_bridge;
    JobRunner* m_jobs;
    CostHeadline m_headline;
    bool m_stale = true;
    quint64 m_asked = 0; ///< number of the last question; answers to older ones are dropped
    QPointer<Job> m_job;
};

} // namespace plumb::ui
