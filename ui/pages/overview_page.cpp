// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include "ui/bridge/action_table.h"
#include "ui/dialogs/review_event_dialog.h"
#include "ui/models/compare_words.h"
#include "ui/models/cost_headline.h"
#include "ui/models/heat_map_model.h"
#include "ui/models/last_review.h"
#include "ui/pages/overview_heat_map.h"
#include "ui/pages/overview_next_review.h"
#include "ui/pages/overview_panes.h"
#include "ui/pages/overview_workload_dialog.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wrap_label.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

OverviewPage::OverviewPage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_actions(actions)
    , m_costs(new CostHeadlineFeed(bridge, jobs, this))
    , m_last(LastReview::of(bridge, jobs))
    , m_map(new HeatMapModel(bridge, this)) {
    setObjectName(QStringLiteral("overviewPage"));
    setAccessibleName(tr("Overview"));
    setFocusPolicy(Qt::ClickFocus);
    paintsOwnFocus(this);
    build();
    actions->attach(this, ActionScope::Overview);
    connectParts();
    applyMetrics();
}

void OverviewPage::build() {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    whole->addWidget(m_scroll);
    auto* sheet = new Pane(Token::Surface);
    m_grid = new QGridLayout(sheet);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    // Columns: score | line | cost | line | readiness. Rows: head, line, figures, line, map and risks.
    const auto padded = [this](QWidget* content) {
        auto* holder = new QWidget;
        auto* layout = new QVBoxLayout(holder);
        layout->addWidget(content);
        m_padded.push_back(layout);
        return holder;
    };
    m_head = new WorkloadHead(m_actions);
    m_score = new ScorePane;
    m_cost = new CostPane;
    m_readiness = new ReadinessPane;
    m_grid->addWidget(padded(m_head), 0, 0, 1, 5);
    m_grid->addWidget(new Hairline(Qt::Horizontal), 1, 0, 1, 5);
    m_grid->addWidget(padded(m_score), 2, 0);
    m_grid->addWidget(new Hairline(Qt::Vertical), 2, 1);
    m_grid->addWidget(padded(m_cost), 2, 2);
    m_grid->addWidget(new Hairline(Qt::Vertical), 2, 3, 3, 1);
    m_grid->addWidget(padded(m_readiness), 2, 4);
    m_grid->addWidget(new Hairline(Qt::Horizontal), 3, 0, 1, 3);
    m_grid->addWidget(new Hairline(Qt::Horizontal), 3, 4);
    m_grid->addWidget(padded(buildMap()), 4, 0, 1, 3);
    m_grid->addWidget(padded(buildSide()), 4, 4);
    m_grid->setColumnStretch(0, 448);
    m_grid->setColumnStretch(2, 448);
    m_grid->setColumnStretch(4, 468);
    m_grid->setRowStretch(4, 1);
    m_scroll->setWidget(sheet);
}

QWidget* OverviewPage::buildMap() {
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(new WrapLabel(tr("Lenses and pillars"), Role::Head), 1);
    m_modes = new SegmentedControl(tr("What the cells show"));
    m_modes->setObjectName(QStringLiteral("heatMapModes"));
    m_modes->setSmall(true);
    for (const QString& mode : {tr("Score"), tr("Open risks"), tr("Coverage")})
        m_modes->addSegment(mode);
    m_modes->setCurrentIndex(0);
    m_priorities = new Button(Icon::Sort, tr("Pillar priorities"), ButtonLook::Ghost);
    m_priorities->setObjectName(QStringLiteral("prioritiesButton"));
    m_priorities->setButtonSize(Button::Size::Small);
    m_priorities->setToolTip(m_actions->tooltip(u"edit.priorities"));
    head->addWidget(m_priorities);
    head->addWidget(m_modes);
    column->addLayout(head);
    column->addSpacing(scaled(4));
    m_view = new HeatMapView(m_map);
    column->addWidget(m_view);
    column->addSpacing(scaled(14));
    m_legend = new HeatMapLegend;
    column->addWidget(m_legend);
    m_empty = new EmptyPlace(Icon::Questions, tr("No questionnaire yet"),
                             tr("Scores stand here as soon as the review has a questionnaire."));
    column->addWidget(m_empty);
    column->addStretch(1);
    return pane;
}

QWidget* OverviewPage::buildSide() {
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_risks = new TopRisksPane;
    column->addWidget(m_risks);
    column->addSpacing(scaled(18));
    m_next = new NextReviewPane(m_actions);
    column->addWidget(m_next);
    column->addStretch(1);
    return pane;
}

void OverviewPage::connectParts() {
    for (const auto signal : {&SessionBridge::workloadChanged, &SessionBridge::lensesChanged})
        connect(m_bridge, signal, this, &OverviewPage::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &OverviewPage::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &OverviewPage::changed);
    connect(m_bridge, &SessionBridge::costsChanged, this, &OverviewPage::changed);
    connect(m_costs, &CostHeadlineFeed::changed, this, [this] { m_cost->show(m_costs->headline()); });
    connect(m_last, &LastReview::changed, this, &OverviewPage::changed);
    connect(m_cost, &CostPane::costsWanted, m_actions->action(u"go.costs"), &QAction::trigger);
    connect(m_actions->action(u"overview.edit"), &QAction::triggered, this, &OverviewPage::editWorkload);
    connect(m_actions->action(u"overview.event"), &QAction::triggered, this, [this] { recordEvent({}); });
    connect(m_actions->action(u"overview.cadence"), &QAction::triggered, this,
            [this] { CadenceDialog::ask(m_bridge, this); });
    for (const QStringView id : {u"overview.edit", u"overview.event", u"overview.cadence"})
        m_actions->action(id)->setEnabled(!m_bridge->session().readOnly());
    connect(m_priorities, &QAbstractButton::clicked, m_actions->action(u"edit.priorities"), &QAction::trigger);
    connect(m_next, &NextReviewPane::eventChosen, this, &OverviewPage::recordEvent);
    connect(m_modes, &SegmentedControl::chosen, this,
            [this](int index) { m_map->setMode(static_cast<HeatMapModel::Mode>(index)); });
    connect(m_view, &HeatMapView::cellChosen, this, [this](const QString& lens, const QString& framework) {
        QuestionFilter filter;
        if (!lens.isEmpty())
            filter.lenses.insert(s(lens));
        if (!framework.isEmpty())
            filter.frameworks.insert(s(framework));
        emit questionsWanted(filter);
    });
    connect(m_risks, &TopRisksPane::questionChosen, this, &OverviewPage::questionWanted);
    connect(m_risks, &TopRisksPane::allWanted, this, [this] {
        QuestionFilter filter;
        filter.high = true;
        emit questionsWanted(filter);
    });
    connect(m_readiness, &ReadinessPane::questionChosen, this, &OverviewPage::questionWanted);
    connect(&Theme::instance(), &Theme::changed, this, &OverviewPage::applyMetrics);
}

void OverviewPage::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 20 : 28;
    const int top = compact ? 12 : 16;
    for (QLayout* layout : m_padded)
        layout->setContentsMargins(side, top, side, top);
    m_padded.front()->setContentsMargins(side, compact ? 10 : 20, side, compact ? 10 : 21);
}

void OverviewPage::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void OverviewPage::refresh() {
    m_stale = false;
    const session::Session& session = m_bridge->session();
    const score::ScopeScore& all = session.scores().overall();
    QString last = shortStateName({{}, s(m_last->name())}, 24);
    if (m_last->name().isEmpty())
        last.clear();
    else if (const auto then = m_last->score())
        last = tr("%1, score %2").arg(last).arg(qRound(*then));
    m_head->show(session.review().workload, last);
    m_score->show(all, m_last->score());
    m_cost->show(m_costs->headline());
    m_readiness->show(session.scores().readiness(session.review()));
    m_map->refresh();
    m_next->show(session);
    m_priorities->setEnabled(!session.readOnly());
    m_risks->show(topRisks(session, TopRisksPane::kShown), all.high + all.unmatched);
    const bool any = m_map->rowCount() > 0;
    m_view->setVisible(any);
    m_legend->setVisible(any);
    m_modes->setVisible(any);
    m_empty->setVisible(!any);
}

void OverviewPage::showEvent(QShowEvent* event) {
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
    if (focusWidget() == nullptr)
        setFocus(Qt::OtherFocusReason);
}

void OverviewPage::recordEvent(const review::ReviewEvent& event) {
    if (!m_bridge->session().readOnly())
        ReviewEventDialog::ask(m_bridge, event, this);
}

void OverviewPage::editWorkload() {
    auto* dialog = new WorkloadDialog(m_bridge->session().review().workload, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const review::Workload workload = dialog->workload();
        m_bridge->run([&](session::Session& session) { return session.setWorkload(workload); });
    });
    dialog->open();
}

} // namespace plumb::ui
