// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panes of the overview besides the heat map: workload, score, cost, readiness, top risks, next review. Each reads
// the session when told to and speaks by signals.
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/models/cost_headline.h"
#include "ui/models/top_risks.h"

#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QBoxLayout;

namespace plumb::ui {

class ActionTable;
class Button;
class MoneyScale;
class RiskMark;
class ScoreScale;
class WrapLabel;

/// Name and description at the left, who and where at the right.
class WorkloadHead final : public QWidget {
    Q_OBJECT
public:
    explicit WorkloadHead(ActionTable* actions, QWidget* parent = nullptr);
    /// `lastSnapshot`: "21 May 2026, score 48"; empty without one.
    void show(const review::Workload& workload, const QString& lastSnapshot = {});
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
    /// `lastReview`: the score of the newest snapshot.
    void show(const score::ScopeScore& score, std::optional<double> lastReview = {});
    using QWidget::show;

private:
    WrapLabel* m_number;
    WrapLabel* m_of;
    RiskMark* m_label;
    WrapLabel* m_open;
    ScoreScale* m_scale;
    WrapLabel* m_facts;
};

/// The bill after the chosen scenario with its range, and what is paid now; a button to the Costs place. Without costs
/// it says so.
class CostPane final : public QWidget {
    Q_OBJECT
public:
    explicit CostPane(QWidget* parent = nullptr);
    void show(const CostHeadline& headline);
    using QWidget::show;

signals:
    void costsWanted();

private:
    QWidget* buildKnown();
    QWidget* buildEmpty();
    void showFacts(const CostHeadline& headline);

    QString m_sign;
    QAbstractButton* m_known = nullptr;
    WrapLabel* m_number = nullptr;
    WrapLabel* m_after = nullptr;
    MoneyScale* m_scale = nullptr;
    WrapLabel* m_facts = nullptr;
    QWidget* m_empty = nullptr;
    WrapLabel* m_title = nullptr;
    WrapLabel* m_sentence = nullptr;
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
