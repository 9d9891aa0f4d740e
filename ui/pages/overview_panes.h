// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panes of the overview besides the heat map: workload, score, cost, readiness, top risks, next review. Each reads
// the session when told to and speaks by signals.
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/models/top_risks.h"

#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QBoxLayout;

namespace plumb::ui {

class ActionTable;
class RiskMark;
class ScoreScale;
class WrapLabel;

/// Name and description at the left, who and where at the right.
class WorkloadHead final : public QWidget {
    Q_OBJECT
public:
    explicit WorkloadHead(ActionTable* actions, QWidget* parent = nullptr);
    void show(const review::Workload& workload);
    using QWidget::show;

private:
    struct Fact {
        QWidget* box;
        WrapLabel* value;
    };
    Fact addFact(const QString& caption, QBoxLayout* row);
    WrapLabel* m_name;
    WrapLabel* m_description;
    std::vector<Fact> m_facts; ///< client, environment, owner, regions
};

/// The score with its label, scale, range, coverage and verified score.
class ScorePane final : public QWidget {
    Q_OBJECT
public:
    explicit ScorePane(QWidget* parent = nullptr);
    void show(const score::ScopeScore& score);
    using QWidget::show;

private:
    WrapLabel* m_number;
    WrapLabel* m_of;
    RiskMark* m_label;
    WrapLabel* m_open;
    ScoreScale* m_scale;
    WrapLabel* m_facts;
};

/// The verdict with its signs.
class ReadinessPane final : public QWidget {
    Q_OBJECT
public:
    explicit ReadinessPane(QWidget* parent = nullptr);
    void show(const score::Readiness& readiness);
    using QWidget::show;

signals:
    void questionChosen(const plumb::QuestionKey& key); ///< of a sign

private:
    void addSign();
    WrapLabel* m_verdict;
    WrapLabel* m_count;
    WrapLabel* m_nothing;
    QBoxLayout* m_rows;
    std::vector<QAbstractButton*> m_signs;
    score::Readiness m_readiness;
};

/// The most pressing risks, each a button to its question.
class TopRisksPane final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kShown = 5;
    explicit TopRisksPane(QWidget* parent = nullptr);
    /// At most kShown risks; `open` high ones in all.
    void show(const std::vector<TopRisk>& risks, int open);
    using QWidget::show;

signals:
    void questionChosen(const plumb::QuestionKey& key);
    void allWanted();

private:
    WrapLabel* m_all;
    WrapLabel* m_none;
    QBoxLayout* m_rows;
    std::vector<QAbstractButton*> m_buttons;
    std::vector<TopRisk> m_risks;
};

} // namespace plumb::ui
