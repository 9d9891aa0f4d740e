// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost headline of the overview: what a month costs after the chosen scenario, now, and between which ends; or that
// nothing is known yet. The range comes from a job a moment later.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <memory>
#include <QWidget>

class QStackedWidget;

namespace plumb::ui {

class CostFeed;
class JobRunner;
class MoneyScale;
class WrapLabel;
struct CostShown;

class CostPane final : public QWidget {
    Q_OBJECT
public:
    explicit CostPane(QWidget* parent = nullptr);
    /// Without a runner the range stays away. `jobs` must outlive the pane.
    void setJobs(JobRunner* jobs);
    void show(const session::Session& session);
    using QWidget::show;

private:
    QWidget* buildKnown();
    QWidget* buildUnknown();
    void ask(const session::Session& session);
    void say(const CostShown* shown);

    QStackedWidget* m_stack;
    WrapLabel* m_figure = nullptr;
    WrapLabel* m_after = nullptr;
    WrapLabel* m_facts = nullptr;
    MoneyScale* m_scale = nullptr;
    CostFeed* m_feed = nullptr;
    QString m_sign;
    double m_now = 0, m_monthly = 0;
    bool m_scenario = false;
};

} // namespace plumb::ui
