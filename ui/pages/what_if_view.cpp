// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/what_if_view.h"

#include "ui/bridge/action_table.h"
#include "ui/models/heat_map_model.h"
#include "ui/models/money_text.h"
#include "ui/models/question_facts.h"
#include "ui/models/what_if_model.h"
#include "ui/pages/overview_heat_map.h"
#include "ui/pages/what_if_panes.h"
#include "ui/pages/what_if_tree.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace plumb::ui {

namespace {

constexpr int kRisksBeside = 884; ///< px of the right half below which the risks go under the heat map

QString practicesWords(int count) {
    return count == 1 ? WhatIfView::tr("1 practice ticked") : WhatIfView::tr("%1 practices ticked").arg(count);
}

} // namespace

WhatIfView::WhatIfView(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_actions(actions)
    , m_model(new WhatIfModel(bridge, this))
    , m_filter(new WhatIfFilter(m_model, this))
    , m_map(new HeatMapModel(bridge, this)) {
    setObjectName(QStringLiteral("whatIfView"));
    setAccessibleName(tr("What-if"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row, 1);
    m_left = buildChoices();
    row->addWidget(m_left);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(buildFuture(), 1);
    m_undo = new UndoBar(this);
    for (const QStringView id : {u"findings.applyWhatIf", u"findings.clearWhatIf"})
        addAction(m_actions->action(id));
    setFocusProxy(m_tree);
    connectParts();
    applyMetrics();
    showActions();
}

QWidget* WhatIfView::padded(QWidget* content) {
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->addWidget(content);
    m_padded.push_back(layout);
    return holder;
}

QWidget* WhatIfView::buildChoices() {
    auto* pane = new Pane(Token::Sunken);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->setSpacing(8);
    m_modes = new SegmentedControl(tr("What can be ticked"));
    m_modes->setObjectName(QStringLiteral("whatIfModes"));
    m_modes->setSmall(true);
    m_modes->addSegment(tr("Plan"), tr("Findings in the order of the plan"));
    m_modes->addSegment(tr("All practices"), tr("Every practice that is not in place, by questionnaire"));
    m_modes->setCurrentIndex(0);
    auto* line = new QHBoxLayout;
    line->addWidget(m_modes);
    line->addStretch(1);
    m_cell = new Chip(QString());
    m_cell->setObjectName(QStringLiteral("whatIfCellChip"));
    m_cell->setCheckable(true);
    m_cell->setChecked(true);
    m_cell->hide();
    m_search = new SearchField(tr("Filter findings and practices"));
    m_search->setObjectName(QStringLiteral("whatIfSearchEdit"));
    m_search->setAccessibleName(tr("Filter findings and practices"));
    head->addLayout(line);
    head->addWidget(m_search);
    head->addWidget(m_cell, 0, Qt::AlignLeft);
    column->addLayout(head);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_tree = new WhatIfTree(m_filter);
    column->addWidget(m_tree, 1);
    m_empty = new EmptyPlace(Icon::Findings, tr("Nothing to try"), QString());
    m_empty->setFramed(false);
    column->addWidget(m_empty, 1);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(buildFoot());
    return pane;
}

QWidget* WhatIfView::buildFoot() {
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    m_count = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_count->setObjectName(QStringLiteral("whatIfCountLabel"));
    column->addWidget(m_count);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    m_apply = new Button(tr("Apply"), ButtonLook::Plain);
    m_apply->setObjectName(QStringLiteral("applyButton"));
    m_apply->bind(m_actions->action(u"findings.applyWhatIf"));
    m_clear = new Button(tr("Clear"), ButtonLook::Ghost);
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_clear->bind(m_actions->action(u"findings.clearWhatIf"));
    m_clear->setKeyShown(false);
    line->addWidget(m_apply);
    line->addWidget(m_clear);
    line->addStretch(1);
    column->addLayout(line);
    return foot;
}

QWidget* WhatIfView::buildFigures() {
    auto* figures = new QWidget;
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_score = new WhatIfScorePane;
    m_money = new WhatIfMoneyPane;
    m_readiness = new WhatIfReadinessPane;
    row->addWidget(padded(m_score), 420);
    row->addWidget(new Hairline(Qt::Vertical));
    m_moneyPane = padded(m_money);
    row->addWidget(m_moneyPane, 230);
    m_moneyLine = new Hairline(Qt::Vertical);
    row->addWidget(m_moneyLine);
    row->addWidget(padded(m_readiness), 340);
    return figures;
}

QWidget* WhatIfView::buildFuture() {
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* sheet = new Pane(Token::Surface);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFigures());
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* map = new QWidget;
    auto* inMap = new QVBoxLayout(map);
    inMap->setContentsMargins(0, 0, 0, 0);
    inMap->setSpacing(0);
    m_mapTitle = new WrapLabel(QString(), Role::Head);
    m_mapSentence = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_mapTitle->setObjectName(QStringLiteral("mapTitleLabel"));
    inMap->addWidget(m_mapTitle);
    inMap->addWidget(m_mapSentence);
    inMap->addSpacing(scaled(4));
    m_view = new HeatMapView(m_map);
    inMap->addWidget(m_view);
    inMap->addSpacing(scaled(12));
    inMap->addWidget(new HeatMapLegend);
    inMap->addStretch(1);
    m_risks = new WhatIfRisksPane;
    m_lower = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lower->setContentsMargins(0, 0, 0, 0);
    m_lower->setSpacing(0);
    m_lower->addWidget(padded(map), 2);
    m_between = new Hairline(Qt::Vertical);
    m_lower->addWidget(m_between);
    m_lower->addWidget(padded(m_risks), 1);
    column->addLayout(m_lower, 1);
    m_scroll->setWidget(sheet);
    return m_scroll;
}

void WhatIfView::connectParts() {
    for (const auto signal : {&SessionBridge::workloadChanged, &SessionBridge::lensesChanged})
        connect(m_bridge, signal, this, &WhatIfView::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &WhatIfView::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &WhatIfView::changed);
    connect(m_bridge, &SessionBridge::costsChanged, this, &WhatIfView::changed);
    connect(m_model, &WhatIfModel::ticksChanged, this, &WhatIfView::showFuture);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->openAfterReset();
        showEmpty();
    });
    connect(m_modes, &SegmentedControl::chosen, this, [this](int index) {
        if (index == 0)
            narrowTo({}, {});
        m_model->setGrouping(static_cast<WhatIfModel::Grouping>(index));
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter->setWords(words);
        m_tree->openAfterReset();
        showEmpty();
    });
    connect(m_cell, &QAbstractButton::clicked, this, [this] { narrowTo({}, {}); });
    connect(m_view, &HeatMapView::cellChosen, this, &WhatIfView::narrowTo);
    connect(m_tree, &WhatIfTree::findingEntered, this, &WhatIfView::findingActivated);
    connect(m_tree, &WhatIfTree::questionEntered, this, &WhatIfView::questionActivated);
    connect(m_risks, &WhatIfRisksPane::questionChosen, this, &WhatIfView::questionActivated);
    connect(m_readiness, &WhatIfReadinessPane::questionChosen, this, &WhatIfView::questionActivated);
    connect(m_actions->action(u"findings.applyWhatIf"), &QAction::triggered, this, &WhatIfView::apply);
    connect(m_actions->action(u"findings.clearWhatIf"), &QAction::triggered, this, &WhatIfView::clear);
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &WhatIfView::applyMetrics);
}

void WhatIfView::applyMetrics() {
    const bool compact = Theme::instance().compact();
    for (QLayout* layout : m_padded)
        layout->setContentsMargins(compact ? 16 : 24, compact ? 10 : 16, compact ? 16 : 24, compact ? 10 : 16);
    arrange();
}

void WhatIfView::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void WhatIfView::refresh() {
    m_stale = false;
    const QString current = m_tree->currentIndex().data(WhatIfModel::IdRole).toString();
    const bool chosen = m_tree->selectionModel()->hasSelection();
    m_model->refresh();
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(current));
    if (index.isValid())
        m_tree->selectionModel()->setCurrentIndex(index, chosen ? QItemSelectionModel::ClearAndSelect
                                                                : QItemSelectionModel::NoUpdate);
    showFuture();
}

void WhatIfView::showFuture() {
    const auto future = m_bridge->session().whatIf(m_model->ticks());
    if (future) {
        m_score->show(*future);
        m_money->show(*future, currencyOf(m_bridge->session()));
        m_readiness->show(*future);
        const bool any = m_model->tickCount() > 0;
        m_map->refresh(any ? &*future : nullptr);
        m_mapTitle->setText(any ? tr("Lenses and pillars after") : tr("Lenses and pillars today"));
        m_mapSentence->setText(any ? tr("Below each score: how far it moves. A cell narrows the list at the left.")
                                   : tr("Below each score: its range. A cell narrows the list at the left."));
        m_risks->show(*future, any);
        m_moneyKnown = future->monthlyBefore > 0 || future->monthlyAfter > 0;
        arrange();
    }
    showActions();
}

void WhatIfView::showActions() {
    const bool any = m_model->tickCount() > 0, readOnly = m_bridge->session().readOnly();
    m_count->setText(!any ? tr("Nothing ticked: this is today.")
                     : readOnly
                         ? tr("%1. Read-only: it can be tried, not applied.").arg(practicesWords(m_model->tickCount()))
                         : tr("%1. Apply ticks them in the answers.").arg(practicesWords(m_model->tickCount())));
    QAction* const apply = m_actions->action(u"findings.applyWhatIf");
    QAction* const clear = m_actions->action(u"findings.clearWhatIf");
    apply->setEnabled(isVisible() && any && !readOnly);
    clear->setEnabled(isVisible() && any);
    const QString said = m_actions->find(u"findings.applyWhatIf")->tooltip;
    apply->setToolTip(readOnly ? tr("This review is open read-only") : any ? said : tr("Tick something first"));
}

void WhatIfView::showEmpty() {
    const bool empty = m_filter->rowCount() == 0;
    m_tree->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setSentence(m_filter->narrowed() ? tr("Nothing matches the filter.")
                         : m_model->grouping() == WhatIfModel::Grouping::Plan
                             ? tr("The plan is empty: no finding is open. Practices can be tried all the same.")
                             : tr("Every question is at no risk, or does not apply."));
}

void WhatIfView::narrowTo(const QString& lens, const QString& framework) {
    const bool any = !lens.isEmpty() || !framework.isEmpty();
    if (any) {
        m_modes->setCurrentIndex(1);
        m_model->setGrouping(WhatIfModel::Grouping::Questions);
    }
    QStringList words;
    if (const review::ReviewLens* at = m_bridge->session().review().findLens(s(lens)))
        words << lensName(*at);
    if (!framework.isEmpty())
        words << frameworkName(s(framework));
    m_cell->setText(tr("%1 \u00D7").arg(words.join(QStringLiteral(" \u00B7 "))));
    m_cell->setAccessibleName(tr("Only %1: take this filter away").arg(words.join(QStringLiteral(", "))));
    m_cell->setToolTip(tr("Show everything again"));
    m_cell->setChecked(true);
    m_cell->setVisible(any);
    m_filter->setCell(lens, framework);
    m_tree->openAfterReset();
    showEmpty();
}

void WhatIfView::showFinding(const QString& key) {
    if (m_stale)
        refresh();
    m_search->clear();
    narrowTo({}, {});
    m_modes->setCurrentIndex(0);
    m_model->setGrouping(WhatIfModel::Grouping::Plan);
    m_tree->showFinding(key);
}

void WhatIfView::apply() {
    const auto ticks = m_model->ticks();
    if (ticks.empty() || !isVisible())
        return;
    if (!m_bridge->run([&](session::Session& session) { return session.applyWhatIf(ticks); }))
        return;
    const auto step = m_bridge->session().undoable();
    m_undo->say(step ? q(step->label) : practicesWords(static_cast<int>(ticks.size())),
                m_actions->keyCaps(u"edit.undo").join(QLatin1Char('+')));
}

void WhatIfView::clear() {
    if (isVisible())
        m_model->clear();
}

void WhatIfView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
    showActions();
}

void WhatIfView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    showActions();
}

void WhatIfView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void WhatIfView::arrange() {
    // Large text takes room from the list before it takes it from the future.
    const int wanted = scaled(Theme::instance().compact() ? 292 : 372);
    m_left->setFixedWidth(qMin(wanted, qMax(292, width() * 3 / 10)));
    layout()->activate();
    const bool beside = m_scroll->width() >= scaled(kRisksBeside);
    m_lower->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_between->setVisible(beside);
    // Where room is short, the promise of costs gives way to what is known.
    m_moneyPane->setVisible(beside || m_moneyKnown);
    m_moneyLine->setVisible(beside || m_moneyKnown);
}

} // namespace plumb::ui
