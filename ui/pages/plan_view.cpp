// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_view.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/money_text.h"
#include "ui/pages/effort_impact_view.h"
#include "ui/pages/plan_controls.h"
#include "ui/pages/plan_foot.h"
#include "ui/pages/plan_reasons.h"
#include "ui/pages/roadmap_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace plumb::ui {

PlanView::PlanView(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_actions(actions) {
    setObjectName(QStringLiteral("planView"));
    setAccessibleName(tr("Plan"));
    build();
    connectParts();
    applyMetrics();
}

void PlanView::build() {
    m_stack = new QStackedLayout(this);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_controls = new PlanControls(m_actions->tooltip(u"edit.priorities"));
    m_roadmap = new RoadmapView;
    m_foot = new PlanFoot;
    column->addWidget(m_controls);
    column->addWidget(m_roadmap, 1);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(m_foot);
    row->addLayout(column, 1);
    m_sideLine = new Hairline(Qt::Vertical);
    row->addWidget(m_sideLine);
    row->addWidget(buildSide());
    m_stack->addWidget(content);
    auto* holder = new QWidget;
    auto* around = new QVBoxLayout(holder);
    around->setContentsMargins(kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall);
    m_empty = new EmptyPlace(Icon::Calendar, tr("Nothing to plan yet"), QString());
    auto* questions = m_empty->setPrimary(tr("Go to Questions"), Icon::Questions);
    questions->setObjectName(QStringLiteral("planQuestionsButton"));
    connect(questions, &QAbstractButton::clicked, m_actions->action(u"go.questions"), &QAction::trigger);
    around->addWidget(m_empty);
    m_stack->addWidget(holder);
    setFocusProxy(m_roadmap);
    m_undo = new UndoBar(this);
}

QWidget* PlanView::buildSide() {
    auto* side = new Pane(Token::Sunken);
    m_side = side;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_effort = new EffortImpactView(m_bridge, m_actions);
    m_effort->setSmall();
    column->addWidget(m_effort);
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPaddingSide, kSectionGap, kPaddingSide, kGrid);
    m_reasonsTitle = new WrapLabel(QString(), Role::BodyStrong);
    m_reasonsTitle->setObjectName(QStringLiteral("reasonsTitleLabel"));
    m_reasonsTitle->setMaxLines(2);
    m_allReasons = new WrapLabel(QString(), Role::Small);
    m_allReasons->setObjectName(QStringLiteral("allReasonsLink"));
    m_allReasons->setMaxLines(1);
    m_allReasons->setRich({linkRun(tr("The whole plan"), QStringLiteral("all"))});
    head->addWidget(m_reasonsTitle, 1);
    head->addWidget(m_allReasons, 0, Qt::AlignTop);
    column->addLayout(head);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* list = new Pane(Token::Sunken);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, kSectionGap);
    rows->setSpacing(0);
    m_reasons = new PlanRows;
    m_reasons->setObjectName(QStringLiteral("reasonRows"));
    rows->addWidget(m_reasons);
    m_proof = new WrapLabel(QString(), Role::Micro, Token::Ink3);
    m_proof->setObjectName(QStringLiteral("planProofLabel"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kPaddingSide, 10, kPaddingSide, 0);
    foot->addWidget(m_proof);
    rows->addLayout(foot);
    rows->addStretch(1);
    scroll->setWidget(list);
    column->addWidget(scroll, 1);
    return side;
}

QWidget* PlanView::takeSide() {
    m_sideTaken = true;
    m_sideLine->hide();
    m_side->setParent(nullptr);
    showSide();
    return m_side;
}

void PlanView::showSide() {
    if (m_sideTaken && m_side && m_side->parentWidget())
        m_side->setVisible(isVisible() && m_stack->currentIndex() == 0);
}

void PlanView::connectParts() {
    for (const auto signal : {&SessionBridge::workloadChanged, &SessionBridge::lensesChanged})
        connect(m_bridge, signal, this, &PlanView::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &PlanView::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &PlanView::changed);
    connect(m_bridge, &SessionBridge::costsChanged, this, &PlanView::changed);
    connect(m_controls, &PlanControls::planningWanted, this, &PlanView::setPlanning);
    connect(m_controls, &PlanControls::prioritiesWanted, m_actions->action(u"edit.priorities"), &QAction::trigger);
    connect(m_controls, &PlanControls::linksWanted, m_roadmap, &RoadmapView::setLinksShown);
    connect(m_controls, &PlanControls::lanesWanted, this, [this](LaneBy lanes) {
        m_roadmap->setLanes(lanes);
        m_controls->showLanes(lanes);
    });
    connect(m_roadmap, &RoadmapView::activated, this, &PlanView::findingActivated);
    connect(m_roadmap, &RoadmapView::currentChanged, this, [this](const QString& key) {
        m_effort->showFinding(key);
        select(key);
    });
    connect(m_effort, &EffortImpactView::findingActivated, this, &PlanView::findingActivated);
    connect(m_effort, &EffortImpactView::questionActivated, this, &PlanView::questionActivated);
    connect(m_effort, &EffortImpactView::findingSelected, this, [this](const QString& key) {
        m_roadmap->setCurrent(key);
        select(key);
    });
    connect(m_reasons, &PlanRows::chosen, this, [this](const QString& key) {
        if (key.isEmpty())
            return;
        showFinding(key);
        emit findingSelected(key);
    });
    connect(m_allReasons, &WrapLabel::linkActivated, this, [this] { showFinding(QString()); });
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &PlanView::applyMetrics);
}

void PlanView::applyMetrics() {
    const bool compact = Theme::instance().compact();
    if (!m_side)
        return;
    m_side->setFixedWidth(scaled(compact ? 300 : 396));
    m_effort->setFixedHeight(scaled(compact ? 300 : 345));
}

void PlanView::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void PlanView::showEvent(QShowEvent* event) {
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
    showSide();
}

void PlanView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    showSide();
}

void PlanView::refresh() {
    m_stale = false;
    const session::Session& session = m_bridge->session();
    const score::Plan& plan = session.plan();
    m_controls->show(session.review().planning, plan, session.today(), session.readOnly());
    m_roadmap->show(planSteps(plan, session.findings()), plan.periods);
    m_controls->showLanes(m_roadmap->lanes());
    const cost::Evaluation* costs = session.costEvaluation();
    m_foot->show(plan, costs == nullptr ? 0.0 : costs->baselineMonthly, currencyOf(session));
    m_empty->setSentence(session.findings().empty()
                             ? tr("Steps stand here as soon as an answer shows a risk, or you write a finding.")
                             : tr("No finding is open: everything is resolved, accepted or handed over."));
    m_stack->setCurrentIndex(plan.items.empty() ? 1 : 0);
    showSide();
    showReasons();
}

void PlanView::select(const QString& key) {
    showReasons();
    emit findingSelected(key);
}

void PlanView::showReasons() {
    const score::Plan& plan = m_bridge->session().plan();
    const QString key = m_roadmap->current();
    m_reasonsTitle->setText(tr("Why the plan looks like this"));
    for (const PlanStep& step : m_roadmap->steps())
        if (step.key == key)
            m_reasonsTitle->setText(step.code.isEmpty() ? tr("Why “%1” stands there").arg(step.title)
                                                        : tr("Why %1 stands there").arg(step.code));
    m_allReasons->setVisible(!key.isEmpty());
    m_reasons->show(key.isEmpty() ? reasonsOf(plan) : reasonsOf(plan, key));
    m_proof->setText(proofSentence(plan));
}

void PlanView::showFinding(const QString& key) {
    if (m_stale)
        refresh();
    m_roadmap->setCurrent(key);
    m_effort->showFinding(key);
    showReasons();
}

void PlanView::setPlanning(const review::Planning& planning) {
    const bool done = m_bridge->run([&](session::Session& session) { return session.setPlanning(planning); });
    if (!done) {
        refresh(); // the fields show again what holds
        return;
    }
    if (const auto step = m_bridge->session().undoable())
        m_undo->say(q(step->label), m_actions->keyCaps(u"edit.undo").join(QLatin1Char('+')));
}

void PlanView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const score::Finding* finding = m_bridge->session().finding(s(m_roadmap->current()));
    if (enter && event->modifiers() == Qt::ControlModifier && finding != nullptr && !finding->byHand)
        emit questionActivated(finding->question);
    else if (event->key() == Qt::Key_Escape && !m_roadmap->current().isEmpty())
        showFinding(QString());
    else
        QWidget::keyPressEvent(event);
}

} // namespace plumb::ui
