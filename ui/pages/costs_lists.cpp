// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_lists.h"

#include "ui/bridge/action_table.h"
#include "ui/models/cost_edits.h"
#include "ui/models/cost_text.h"
#include "ui/pages/costs_feed.h"
#include "ui/pages/costs_list_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

QString indexed(const std::vector<double>& values, std::size_t at) {
    return at < values.size() ? wholeMoney(-values[at]) : QString();
}

/// Saving of measure `at` as the figures of the scenario give it, or what it would add; empty when not known.
QString savingOf(const CostListContext& context, std::size_t at, bool on) {
    if (context.shown == nullptr || at >= context.shown->spec().measures.size())
        return {};
    const cost::ScenarioPicture* first = context.shown->first();
    if (on && first != nullptr) {
        const auto& order = context.shown->spec().scenarios[first->scenario].measures;
        const auto place = std::find(order.begin(), order.end(), at);
        return place == order.end() ? QString()
                                    : indexed(first->result.waterfall, static_cast<std::size_t>(place - order.begin()));
    }
    const auto& alone = context.shown->picture.alone;
    return at < alone.size() && std::abs(alone[at]) >= 0.5 ? indexed(alone, at) : QString();
}

/// The wheel scrolls the pane and does not choose another scenario.
class CalmBox final : public QComboBox {
protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

CostsLists::CostsLists(ActionTable* actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
    setObjectName(QStringLiteral("costsLists"));
    auto* whole = columnOf(this);
    whole->addWidget(buildHead());
    whole->addWidget(new Hairline(Qt::Horizontal));
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("costsListScroll"));
    setUpPaneScroll(m_scroll);
    auto* sheet = new Pane(Token::Sunken);
    auto* column = columnOf(sheet);
    column->addWidget(buildItems());
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(buildMeasures());
    column->addStretch(1);
    m_scroll->setWidget(sheet);
    whole->addWidget(m_scroll, 1);
    connectLists();
    connect(&Theme::instance(), &Theme::changed, this, &CostsLists::applyMetrics);
    applyMetrics();
}

QWidget* CostsLists::buildHead() {
    auto* head = new Pane(Token::Sunken);
    auto* column = columnOf(head);
    column->setSpacing(4);
    m_padded.push_back(column);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(oneLine(tr("Scenario"), Role::Caption, Token::Ink2), 1);
    m_new = new Button(tr("New"), ButtonLook::Link);
    m_new->setObjectName(QStringLiteral("newScenarioButton"));
    m_new->setLeadingIcon(Icon::Plus);
    m_new->setButtonSize(Button::Size::Small);
    m_new->setAccessibleName(tr("New scenario"));
    m_new->setToolTip(m_actions->tooltip(u"costs.newScenario"));
    connect(m_new, &QAbstractButton::clicked, m_actions->action(u"costs.newScenario"), &QAction::trigger);
    line->addWidget(m_new);
    m_more = new Button(Icon::More, tr("Rename, duplicate, delete, compare"));
    m_more->setObjectName(QStringLiteral("scenarioMenuButton"));
    m_more->setButtonSize(Button::Size::Small);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("scenarioMenu"));
    for (const auto id : {u"costs.renameScenario", u"costs.duplicateScenario", u"costs.deleteScenario"})
        m_menu->addAction(m_actions->action(id));
    m_menu->addSeparator();
    m_compare = m_menu->addMenu(tr("Compare with"));
    m_compare->setObjectName(QStringLiteral("compareMenu"));
    m_more->setMenu(m_menu);
    line->addWidget(m_more);
    column->addLayout(line);
    m_scenario = new CalmBox;
    m_scenario->setObjectName(QStringLiteral("scenarioCombo"));
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setPlaceholderText(tr("No scenario yet"));
    m_scenario->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_scenario->view()->setAccessibleName(tr("Scenarios"));
    m_scenario->view()->setObjectName(QStringLiteral("scenarioList"));
    connect(m_scenario, &QComboBox::activated, this,
            [this](int index) { emit scenarioChosen(m_scenario->itemData(index).toString()); });
    column->addWidget(m_scenario);
    m_compared = new WrapLabel(QString(), Role::Micro, Token::Ink2);
    m_compared->setObjectName(QStringLiteral("comparedLabel"));
    column->addWidget(m_compared);
    return head;
}

QWidget* CostsLists::buildItems() {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    m_padded.push_back(line);
    line->addWidget(oneLine(tr("Baseline"), Role::BodyStrong, Token::Ink));
    m_addItem = new Button(Icon::Plus, tr("Add a cost item"));
    m_addItem->setObjectName(QStringLiteral("addItemButton"));
    m_addItem->setButtonSize(Button::Size::Small);
    m_addItem->setToolTip(m_actions->tooltip(u"costs.addItem"));
    connect(m_addItem, &QAbstractButton::clicked, m_actions->action(u"costs.addItem"), &QAction::trigger);
    line->addWidget(m_addItem);
    line->addStretch(1);
    m_itemsTotal = oneLine(QString(), Role::BodyStrong, Token::Ink, Digits::Tabular);
    m_itemsTotal->setObjectName(QStringLiteral("baselineLabel"));
    line->addWidget(m_itemsTotal);
    column->addLayout(line);
    m_items = new CostListView(QStringLiteral("itemList"), tr("Baseline items"));
    column->addWidget(m_items);
    m_itemsHint = new WrapLabel(tr("Nothing costs money yet."), Role::Small, Token::Ink2);
    auto* hint = new QVBoxLayout;
    m_padded.push_back(hint);
    hint->addWidget(m_itemsHint);
    column->addLayout(hint);
    return part;
}

QWidget* CostsLists::buildMeasures() {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    m_padded.push_back(line);
    line->addWidget(oneLine(tr("Measures"), Role::BodyStrong, Token::Ink));
    m_addMeasure = new Button(Icon::Plus, tr("Add a measure"));
    m_addMeasure->setObjectName(QStringLiteral("addMeasureSmallButton"));
    m_addMeasure->setButtonSize(Button::Size::Small);
    m_addMeasure->setToolTip(m_actions->tooltip(u"costs.addMeasure"));
    connect(m_addMeasure, &QAbstractButton::clicked, m_actions->action(u"costs.addMeasure"), &QAction::trigger);
    line->addWidget(m_addMeasure);
    line->addStretch(1);
    m_measuresTotal = oneLine(QString(), Role::BodyStrong, Token::Ink, Digits::Tabular);
    m_measuresTotal->setObjectName(QStringLiteral("savingLabel"));
    line->addWidget(m_measuresTotal);
    column->addLayout(line);
    m_measures = new CostListView(QStringLiteral("measureList"),
                                  tr("Measures; Space switches one, Alt with Up or Down moves it"));
    column->addWidget(m_measures);
    m_measuresHint = new WrapLabel(tr("Nothing to do about it yet. Measures act on what drives an item, so that "
                                      "savings never count twice."),
                                   Role::Small, Token::Ink2);
    auto* hint = new QVBoxLayout;
    m_padded.push_back(hint);
    hint->addWidget(m_measuresHint);
    column->addLayout(hint);
    return part;
}

void CostsLists::connectLists() {
    connect(m_items, &CostListView::entered, this, &CostsLists::itemWanted);
    connect(m_items, &CostListView::removeWanted, this, &CostsLists::removeItemWanted);
    connect(m_items, &CostListView::menuWanted, this,
            [this](const QString& id, const QPoint& at) { emit menuWanted(false, id, at); });
    connect(m_items, &CostListView::currentMoved, this, [this](const QRect& row) { reveal(m_items, row); });
    connect(m_items, &CostListView::leftDown, this, [this] {
        m_measures->setCurrentIndex(m_measures->rows()->index(0));
        m_measures->setFocus(Qt::OtherFocusReason);
    });
    connect(m_measures, &CostListView::entered, this, &CostsLists::measureWanted);
    connect(m_measures, &CostListView::removeWanted, this, &CostsLists::removeMeasureWanted);
    connect(m_measures, &CostListView::switched, this, &CostsLists::switched);
    connect(m_measures, &CostListView::moveWanted, this, &CostsLists::moveWanted);
    connect(m_measures, &CostListView::menuWanted, this,
            [this](const QString& id, const QPoint& at) { emit menuWanted(true, id, at); });
    connect(m_measures, &CostListView::currentMoved, this, [this](const QRect& row) { reveal(m_measures, row); });
    connect(m_measures, &CostListView::leftUp, this, [this] {
        m_items->setCurrentIndex(m_items->rows()->index(m_items->rows()->rowCount() - 1));
        m_items->setFocus(Qt::OtherFocusReason);
    });
}

void CostsLists::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = CostListView::padding();
    // Head, baseline head, its hint, measures head, their hint.
    const int tops[] = {compact ? 8 : 14, compact ? 6 : 10, 0, compact ? 6 : 10, 0};
    const int bottoms[] = {compact ? 10 : 14, 0, compact ? 8 : 10, 0, 14};
    for (std::size_t i = 0; i < m_padded.size(); ++i)
        m_padded[i]->setContentsMargins(side, scaled(tops[i]), side, scaled(bottoms[i]));
}

void CostsLists::show(const review::Costs& costs, const CostListContext& context) {
    showScenarios(costs, context);
    showItems(costs, context);
    showMeasures(costs, context);
}

void CostsLists::showScenarios(const review::Costs& costs, const CostListContext& context) {
    const QSignalBlocker quiet(m_scenario);
    m_scenario->clear();
    for (const review::CostScenario& each : costs.scenarios)
        m_scenario->addItem(q(each.name), q(each.id));
    m_scenario->setCurrentIndex(m_scenario->findData(q(context.scenario)));
    m_scenario->setEnabled(!costs.scenarios.empty());
    m_new->setEnabled(!context.readOnly);
    m_compare->clear();
    QStringList with;
    for (const review::CostScenario& each : costs.scenarios) {
        if (each.id == context.scenario)
            continue;
        const bool ticked = has(context.compared, each.id);
        QAction* action = m_compare->addAction(q(each.name));
        action->setCheckable(true);
        action->setChecked(ticked);
        action->setEnabled(ticked || context.compared.size() + 1 < cost::kMostCompared);
        if (ticked)
            with << q(each.name);
        connect(action, &QAction::triggered, this, [this, id = each.id, now = context.compared](bool on) {
            QStringList ids;
            for (const std::string& other : now)
                if (other != id)
                    ids << q(other);
            if (on)
                ids << q(id);
            emit comparedChanged(ids);
        });
    }
    m_compare->setEnabled(!m_compare->isEmpty());
    m_more->setEnabled(!costs.scenarios.empty());
    m_compared->setText(tr("Compared with %1").arg(with.join(QStringLiteral(", "))));
    m_compared->setVisible(!with.isEmpty());
}

void CostsLists::showItems(const review::Costs& costs, const CostListContext& context) {
    std::vector<CostRow> rows;
    for (std::size_t i = 0; i < costs.items.size(); ++i) {
        const review::CostItem& item = costs.items[i];
        CostRow row;
        row.id = q(item.id);
        row.name = q(item.name);
        row.stale = has(context.stale, item.id);
        row.tip = itemTypeWords(item.type);
        if (!item.note.empty())
            row.tip += QStringLiteral("\n") + q(item.note);
        if (context.shown != nullptr && i < context.shown->picture.items.size() &&
            context.shown->spec().items[i].id == item.id)
            row.figure = wholeMoney(context.shown->picture.items[i].cost);
        rows.push_back(std::move(row));
    }
    const bool any = !rows.empty();
    m_items->setRows(std::move(rows), false);
    m_items->setVisible(any);
    m_itemsHint->setVisible(!any);
    m_addItem->setEnabled(!context.readOnly);
    m_itemsTotal->setText(context.shown == nullptr ? QString() : wholeMoney(context.shown->picture.baseline));
}

void CostsLists::showMeasures(const review::Costs& costs, const CostListContext& context) {
    const review::CostScenario* scenario = costs.findScenario(context.scenario);
    const QString sign = signOf(costs.settings.currency);
    std::vector<CostRow> rows;
    for (const std::string& id : context.order) {
        const review::CostMeasure* measure = costs.findMeasure(id);
        if (measure == nullptr)
            continue;
        CostRow row;
        row.id = q(id);
        row.name = q(measure->name);
        const bool on = scenario != nullptr && has(scenario->measures, id);
        const QString why = whyUnavailable(costs, context.scenario, id);
        row.ticked = on;
        row.locked = context.readOnly || !why.isEmpty();
        row.dim = !on;
        row.meta = why.isEmpty() ? measureMeta(*measure, sign) : why;
        row.stale = has(context.stale, id);
        row.tip = measureTypeWords(measure->type);
        if (const cost::MeasureTypeInfo* info = measureTypeOf(measure->type))
            row.tip += QStringLiteral("\n") + tr("Holds when: %1").arg(q(info->condition));
        row.figure = savingOf(context, static_cast<std::size_t>(measure - costs.measures.data()), on);
        rows.push_back(std::move(row));
    }
    const bool any = !rows.empty();
    m_measures->setRows(std::move(rows), !context.readOnly);
    m_measures->setVisible(any);
    m_measuresHint->setVisible(!any);
    m_addMeasure->setEnabled(!context.readOnly && !costs.items.empty());
    const cost::ScenarioPicture* first = context.shown == nullptr ? nullptr : context.shown->first();
    m_measuresTotal->setText(first == nullptr ? QString() : wholeMoney(-first->result.saving));
}

void CostsLists::reveal(CostListView* list, const QRect& row) {
    const QPoint at = list->viewport()->mapTo(m_scroll->widget(), row.center());
    m_scroll->ensureVisible(at.x(), at.y(), 0, row.height());
}

void CostsLists::openCompare() {
    if (m_compare->isEnabled())
        m_compare->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace plumb::ui
