// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/effort_impact_view.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/money_text.h"
#include "ui/pages/effort_chart.h"
#include "ui/pages/plan_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace plumb::ui {

EffortImpactView::EffortImpactView(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_actions(actions) {
    setObjectName(QStringLiteral("effortImpactView"));
    setAccessibleName(tr("Effort and impact"));
    build();
    connectParts();
    applyMetrics();
}

void EffortImpactView::build() {
    m_stack = new QStackedLayout(this);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildChart(), 1);
    m_line = new Hairline(Qt::Vertical);
    row->addWidget(m_line);
    row->addWidget(buildLists());
    m_stack->addWidget(content);
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall);
    m_empty = new EmptyPlace(Icon::Target, tr("Nothing to weigh yet"),
                             tr("Findings stand here as soon as an answer shows a risk, or you write one."));
    auto* questions = m_empty->setPrimary(tr("Go to Questions"), Icon::Questions);
    questions->setObjectName(QStringLiteral("effortQuestionsButton"));
    connect(questions, &QAbstractButton::clicked, m_actions->action(u"go.questions"), &QAction::trigger);
    column->addWidget(m_empty);
    m_stack->addWidget(holder);
}

QWidget* EffortImpactView::buildChart() {
    auto* pane = new QWidget;
    m_chartColumn = new QVBoxLayout(pane);
    m_chartColumn->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(new WrapLabel(tr("Effort and impact"), Role::BodyStrong), 1);
    m_note = new WrapLabel(tr("numbers are findings"), Role::Micro, Token::Ink3);
    m_note->setMaxLines(1);
    head->addWidget(m_note);
    m_chartColumn->addLayout(head);
    m_conclusion = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_conclusion->setObjectName(QStringLiteral("effortConclusionLabel"));
    m_chartColumn->addWidget(m_conclusion);
    m_chartColumn->addSpacing(10);
    m_chart = new EffortChart;
    m_chart->setLarge(true);
    m_chartColumn->addWidget(m_chart, 1);
    m_foot = new WrapLabel(
        tr("Impact is the weighted risk that goes, and one more for each %1 a year that it saves or "
           "no longer risks. Only quick wins stand in their corner; marks that would cover each other stand side by "
           "side.")
            .arg(fullMoney(score::kMoneyPerPenalty, currencyOf(m_bridge->session()))),
        Role::Micro, Token::Ink3);
    m_chartColumn->addSpacing(10);
    m_chartColumn->addWidget(m_foot);
    return pane;
}

QWidget* EffortImpactView::buildLists() {
    m_side = new QScrollArea;
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setWidgetResizable(true);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* pane = new Pane(Token::Sunken);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, kSectionGap, 0, kSectionGap);
    column->setSpacing(0);
    for (std::size_t i = 0; i < kQuadrants; ++i) {
        List& list = m_lists[i];
        auto* head = new QHBoxLayout;
        head->setContentsMargins(kPaddingSide, i == 0 ? 0 : kSectionGap + 4, kPaddingSide, 6);
        list.title = new WrapLabel(QString(), Role::BodyStrong);
        list.title->setObjectName(QStringLiteral("quadrantLabel"));
        list.link = new WrapLabel(QString(), Role::Small);
        list.link->setObjectName(QStringLiteral("quadrantLink"));
        list.link->setMaxLines(1);
        head->addWidget(list.title, 1);
        head->addWidget(list.link);
        column->addLayout(head);
        list.rows = new PlanRows;
        column->addWidget(list.rows);
    }
    column->addStretch(1);
    m_side->setWidget(pane);
    return m_side;
}

QWidget* EffortImpactView::takeSide() {
    m_sideTaken = true;
    m_line->hide();
    m_side->setParent(nullptr);
    showSide();
    return m_side;
}

void EffortImpactView::showSide() {
    if (m_sideTaken && m_side && m_side->parentWidget())
        m_side->setVisible(isVisible() && m_stack->currentIndex() == 0);
}

void EffortImpactView::connectParts() {
    for (const auto signal : {&SessionBridge::workloadChanged, &SessionBridge::lensesChanged})
        connect(m_bridge, signal, this, &EffortImpactView::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &EffortImpactView::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &EffortImpactView::changed);
    connect(m_bridge, &SessionBridge::costsChanged, this, &EffortImpactView::changed);
    connect(m_chart, &EffortChart::activated, this, &EffortImpactView::findingActivated);
    connect(m_chart, &EffortChart::currentChanged, this, [this](const QString& key) {
        select(key);
        emit findingSelected(key);
    });
    for (std::size_t i = 0; i < kQuadrants; ++i) {
        connect(m_lists[i].rows, &PlanRows::chosen, this, &EffortImpactView::findingActivated);
        connect(m_lists[i].link, &WrapLabel::linkActivated, this,
                [this, i] { emit findingsWanted(m_lists[i].keys, quadrantName(static_cast<Quadrant>(i))); });
    }
    connect(&Theme::instance(), &Theme::changed, this, &EffortImpactView::applyMetrics);
}

void EffortImpactView::setSmall() {
    m_small = true;
    m_chart->setLarge(false);
    m_line->hide();
    m_side->hide();
    m_conclusion->hide();
    m_foot->hide();
    m_empty->setFramed(false);
    applyMetrics();
}

void EffortImpactView::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = m_small ? kPaddingSide : compact ? 16 : kPaddingMainSmall;
    m_chartColumn->setContentsMargins(side, m_small ? kSectionGap : 8, side, m_small ? 12 : kSectionGap);
    m_note->setVisible(m_small);
    if (m_side)
        m_side->setFixedWidth(scaled(compact ? 300 : 396));
}

void EffortImpactView::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void EffortImpactView::showEvent(QShowEvent* event) {
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
    showSide();
}

void EffortImpactView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    showSide();
}

void EffortImpactView::refresh() {
    m_stale = false;
    const session::Session& session = m_bridge->session();
    std::vector<PlanStep> steps = planSteps(session.plan(), session.findings());
    const QuadrantLines lines = quadrantLines(steps);
    std::array<std::vector<PlanRowText>, kQuadrants> rows;
    int quick = 0;
    for (List& list : m_lists)
        list.keys.clear();
    for (const PlanStep& step : steps) {
        const auto quadrant = static_cast<std::size_t>(quadrantOf(step, lines));
        PlanRowText row;
        row.key = step.key;
        row.mark = step.mark;
        row.title = step.title;
        QStringList meta;
        if (!step.code.isEmpty())
            meta << step.code;
        meta << tr("effort %1").arg(step.effort) << (step.owner.isEmpty() ? tr("no owner") : step.owner);
        row.sentence = meta.join(QStringLiteral(" · "));
        rows[quadrant].push_back(row);
        m_lists[quadrant].keys << step.key;
        quick += step.quickWin ? 1 : 0;
    }
    for (std::size_t i = 0; i < kQuadrants; ++i) {
        const QString name = quadrantName(static_cast<Quadrant>(i));
        m_lists[i].title->setText(rows[i].empty() ? tr("%1: none").arg(name)
                                                  : tr("%1: %2").arg(name).arg(rows[i].size()));
        m_lists[i].link->setRich({linkRun(tr("Show in the register"), name)});
        m_lists[i].link->setVisible(!rows[i].empty());
        m_lists[i].rows->show(rows[i]);
    }
    m_conclusion->setText(
        quick == 0 ? tr("Nothing here is a quick win: start with what stands highest.")
        : quick == 1
            ? tr("One of %1 is a quick win: a day's work that takes a high risk away or saves money.").arg(steps.size())
            : tr("%1 of %2 are quick wins: a day's work that takes a high risk away or saves money.")
                  .arg(quick)
                  .arg(steps.size()));
    m_stack->setCurrentIndex(steps.empty() ? 1 : 0);
    showSide();
    m_chart->show(std::move(steps));
}

void EffortImpactView::select(const QString& key) {
    for (const List& list : m_lists)
        list.rows->setCurrent(key);
}

void EffortImpactView::showFinding(const QString& key) {
    if (m_stale)
        refresh();
    m_chart->setCurrent(key);
    select(key);
}

void EffortImpactView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const score::Finding* finding = m_bridge->session().finding(s(m_chart->current()));
    if (enter && event->modifiers() == Qt::ControlModifier && finding != nullptr && !finding->byHand)
        emit questionActivated(finding->question);
    else
        QWidget::keyPressEvent(event);
}

} // namespace plumb::ui
