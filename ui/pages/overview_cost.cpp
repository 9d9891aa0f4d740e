// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_cost.h"

#include "ui/models/cost_text.h"
#include "ui/pages/costs_feed.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/money_scale.h"
#include "ui/widgets/pane_parts.h"

#include <cmath>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// A rule with its whole length hatched: nothing is known yet.
class UnknownScale final : public QWidget {
public:
    UnknownScale() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {200, 56}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF rule(0, 38, width(), 1);
        hatch(&painter, {0, 29, width() * 1.0, 9}, tokens()[Token::Hatch], 5);
        painter.fillRect(rule, tokens()[Token::Control]);
        for (int i = 0; i <= 4; ++i)
            painter.fillRect(QRectF(qMin(std::round(width() * i / 4.0), width() - 1.0), 39, 1, 3),
                             tokens()[Token::Control]);
    }
};

RichText fact(const QString& name, const QString& value) {
    return {plain(name + QLatin1Char(' ')), strong(value, Token::Ink), plain(QStringLiteral("      "))};
}

} // namespace

CostPane::CostPane(QWidget* parent) : QWidget(parent), m_stack(new QStackedWidget) {
    auto* column = columnOf(this);
    column->addWidget(m_stack);
    m_stack->addWidget(buildUnknown());
    m_stack->addWidget(buildKnown());
}

QWidget* CostPane::buildUnknown() {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    column->addWidget(oneLine(tr("Monthly cost, run rate"), Role::Caption, Token::Ink2));
    column->addSpacing(scaled(10));
    column->addWidget(oneLine(tr("No costs yet"), Role::Title, Token::Ink));
    column->addStretch(1);
    column->addWidget(new UnknownScale);
    column->addStretch(1);
    column->addWidget(new WrapLabel(tr("The bill, its range and the month in which measures pay back stand here once "
                                       "the Costs place has items."),
                                    Role::Small, Token::Ink2));
    return part;
}

QWidget* CostPane::buildKnown() {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    column->addWidget(oneLine(tr("Monthly cost, run rate"), Role::Caption, Token::Ink2));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(10));
    m_figure = oneLine(QString(), Role::Display, Token::Ink, Digits::Tabular);
    m_figure->setObjectName(QStringLiteral("monthlyCostLabel"));
    m_after = oneLine(QString(), Role::Body, Token::Ink2);
    m_after->setObjectName(QStringLiteral("afterScenarioLabel"));
    line->addWidget(m_figure);
    line->addWidget(m_after, 1, Qt::AlignBottom);
    column->addLayout(line);
    column->addStretch(1);
    m_scale = new MoneyScale(
        [this](double amount) { return amount == 0 ? QStringLiteral("0") : briefMoney(amount, m_sign); });
    column->addWidget(m_scale);
    column->addStretch(1);
    m_facts = new WrapLabel;
    m_facts->setObjectName(QStringLiteral("costFactsLabel"));
    m_facts->setRole(Role::Small);
    m_facts->setColor(Token::Ink2);
    m_facts->setDigits(Digits::Tabular);
    m_facts->setMaxLines(1);
    column->addWidget(m_facts);
    return part;
}

void CostPane::setJobs(JobRunner* jobs) {
    m_feed = new CostFeed(jobs, this);
    connect(m_feed, &CostFeed::answered, this,
            [this](const std::shared_ptr<const CostShown>& shown) { say(shown.get()); });
}

void CostPane::show(const session::Session& session) {
    const review::Costs& costs = session.review().costs;
    const cost::Evaluation* evaluation = session.costEvaluation();
    m_stack->setCurrentIndex(evaluation == nullptr ? 0 : 1);
    if (evaluation == nullptr) {
        if (m_feed != nullptr)
            m_feed->forget();
        return;
    }
    const review::CostScenario* chosen = costs.chosen();
    const std::size_t at = chosen == nullptr ? 0 : static_cast<std::size_t>(chosen - costs.scenarios.data());
    m_scenario = chosen != nullptr && at < evaluation->scenarios.size();
    m_sign = signOf(costs.settings.currency);
    m_now = evaluation->baselineMonthly;
    m_monthly = m_scenario ? evaluation->scenarios[at].monthly : m_now;
    m_figure->setText(roundMoney(m_monthly, m_sign));
    m_after->setText(m_scenario ? tr("after “%1”").arg(q(chosen->name)) : tr("now, no scenario yet"));
    say(nullptr);
    if (m_scenario)
        ask(session);
}

void CostPane::ask(const session::Session& session) {
    const auto& spec = session.costSpec();
    if (m_feed == nullptr || !spec)
        return;
    const review::Costs& costs = session.review().costs;
    CostQuestion question;
    question.spec = *spec;
    question.scenarios = {static_cast<std::size_t>(costs.chosen() - costs.scenarios.data())};
    question.trials = static_cast<std::uint64_t>(costs.settings.trials);
    question.seed = static_cast<std::uint64_t>(costs.settings.seed);
    question.whole = false; // the ranges are all that is shown
    m_feed->ask(std::move(question));
}

void CostPane::say(const CostShown* shown) {
    const cost::ScenarioPicture* picture = shown == nullptr ? nullptr : shown->first();
    MoneyView view;
    view.after = m_monthly;
    if (m_scenario)
        view.now = m_now;
    RichText facts = fact(tr("Now"), roundMoney(m_now, m_sign));
    if (picture != nullptr) {
        view.low = picture->monthly.p10;
        view.high = picture->monthly.p90;
        facts += fact(tr("P10–P90"), tr("%1–%2").arg(briefMoney(picture->monthly.p10, m_sign),
                                                     briefMoney(picture->monthly.p90, QString())));
        if (picture->paidBack && picture->result.oneOff > 0)
            facts += fact(tr("Pays back in month"), QString::number(*picture->paidBack));
    }
    m_facts->setRich(facts);
    const QString sentence =
        m_figure->text() + QStringLiteral(" ") + m_after->text() + QStringLiteral(". ") + m_facts->text().simplified();
    m_scale->setView(view, sentence);
}

} // namespace plumb::ui
