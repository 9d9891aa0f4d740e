// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout and refreshing; what keys do stands in costs_page_steps.cpp.
#include "ui/pages/costs_page.h"

#include "core/cost/plan.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/error_words.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/models/finding_text.h"
#include "ui/pages/costs_charts.h"
#include "ui/pages/costs_editor.h"
#include "ui/pages/costs_feed.h"
#include "ui/pages/costs_figures.h"
#include "ui/pages/costs_list_view.h"
#include "ui/pages/costs_lists.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/undo_bar.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

constexpr int kLeft = 326, kLeftCompact = 300;

/// A place of at most 560 px in the middle of its sheet.
QWidget* centred(EmptyPlace* place, QWidget* below) {
    auto* sheet = new Pane(Token::Surface);
    auto* column = new QVBoxLayout(sheet);
    place->setMaximumSize(scaled(560), scaled(260));
    place->setMinimumWidth(scaled(440));
    column->addStretch(2);
    column->addWidget(place, 0, Qt::AlignHCenter);
    if (below != nullptr)
        column->addWidget(below, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return sheet;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

CostsPage::CostsPage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_actions(actions)
    , m_jobs(jobs)
    , m_editor(new CostEditor(bridge, this))
    , m_feed(new CostFeed(jobs, this)) {
    setObjectName(QStringLiteral("costsPage"));
    setAccessibleName(tr("Costs"));
    setFocusPolicy(Qt::ClickFocus);
    setAcceptDrops(true);
    paintsOwnFocus(this);
    build();
    actions->attach(this, ActionScope::Costs);
    connectParts();
    connectLists();
    connectEditor();
    connectActions();
    applyMetrics();
}

CostsPage::~CostsPage() {
    delete m_form; // what is typed is stored as its field goes, and that still needs the page
}

void CostsPage::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildLeft());
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(buildRight(), 1);
    m_undo = new UndoBar(this);
}

QWidget* CostsPage::buildLeft() {
    m_left = new QStackedWidget;
    m_left->setObjectName(QStringLiteral("costsLeftStack"));
    m_lists = new CostsLists(m_actions);
    m_form = new CostsEditor(m_bridge, m_editor);
    m_left->addWidget(m_lists);
    m_left->addWidget(m_form);
    setFocusProxy(m_lists->measures());
    return m_left;
}

QWidget* CostsPage::buildRight() {
    m_right = new QStackedWidget;
    m_right->setObjectName(QStringLiteral("costsRightStack"));
    m_sheet = new Pane(Token::Surface);
    auto* column = columnOf(m_sheet);
    m_figures = new CostsFigures(m_actions, m_editor->readOnly());
    m_charts =
        new CostsCharts(m_actions, m_editor->readOnly(), [this](std::size_t measure) { return findingOf(measure); });
    m_foot = new CostsFoot;
    column->addWidget(m_figures);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(m_charts, 1);
    column->addWidget(m_foot);
    m_empty = new EmptyPlace(Icon::Costs, tr("No costs yet"),
                             tr("Start from the bill, or type the four or five items that matter."));
    m_empty->setObjectName(QStringLiteral("noCostsPlace"));
    auto* seed = new Button(tr("Load the article's case"), ButtonLook::Link);
    seed->setObjectName(QStringLiteral("seedLinkButton"));
    seed->setToolTip(m_actions->tooltip(u"costs.seed"));
    connect(seed, &QAbstractButton::clicked, m_actions->action(u"costs.seed"), &QAction::trigger);
    if (m_editor->readOnly()) {
        m_empty->setSentence(tr("This review is open read-only."));
        seed->hide();
    } else {
        connect(m_empty->setPrimary(tr("Import a bill"), Icon::Download), &QAbstractButton::clicked,
                m_actions->action(u"costs.import"), &QAction::trigger);
        connect(m_empty->setSecondary(tr("Add an item"), Icon::Plus), &QAbstractButton::clicked,
                m_actions->action(u"costs.addItem"), &QAction::trigger);
    }
    m_emptySheet = centred(m_empty, seed);
    m_trouble = new EmptyPlace(Icon::Warning, tr("These costs can't be computed"), QString());
    m_trouble->setObjectName(QStringLiteral("costTroublePlace"));
    m_troubleSheet = centred(m_trouble, nullptr);
    for (QWidget* sheet : {m_sheet, m_emptySheet, m_troubleSheet})
        m_right->addWidget(sheet);
    return m_right;
}

void CostsPage::connectParts() {
    connect(m_bridge, &SessionBridge::costsChanged, this, &CostsPage::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &CostsPage::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &CostsPage::changed);
    connect(m_bridge, &SessionBridge::lensesChanged, this, &CostsPage::changed);
    connect(m_editor, &CostEditor::done, this, &CostsPage::tell);
    connect(m_feed, &CostFeed::answered, this, &CostsPage::receive);
    connect(m_feed, &CostFeed::refused, this, [this](const Error& error) {
        m_trouble->setSentence(wordsFor(error).text);
        m_right->setCurrentWidget(m_troubleSheet);
    });
    connect(m_charts, &CostsCharts::linkActivated, this, &CostsPage::follow);
    connect(m_charts, &CostsCharts::orderWanted, this, &CostsPage::orderMeasures);
    connect(m_foot, &CostsFoot::editWanted, this, &CostsPage::openSettings);
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &CostsPage::applyMetrics);
}

void CostsPage::connectLists() {
    connect(m_lists, &CostsLists::scenarioChosen, this, &CostsPage::chooseScenario);
    connect(m_lists, &CostsLists::comparedChanged, this, [this](const QStringList& ids) {
        m_compared.clear();
        for (const QString& id : ids)
            m_compared.push_back(s(id));
        refresh();
    });
    connect(m_lists, &CostsLists::itemWanted, this, [this](const QString& id) { editItem(id); });
    connect(m_lists, &CostsLists::measureWanted, this, [this](const QString& id) { editMeasure(id); });
    connect(m_lists, &CostsLists::switched, this, &CostsPage::switchMeasure);
    connect(m_lists, &CostsLists::moveWanted, this, &CostsPage::moveMeasure);
    connect(m_lists, &CostsLists::removeItemWanted, this, [this](const QString& id) { removeThing(false, id); });
    connect(m_lists, &CostsLists::removeMeasureWanted, this, [this](const QString& id) { removeThing(true, id); });
    connect(m_lists, &CostsLists::menuWanted, this, &CostsPage::showRowMenu);
}

void CostsPage::connectEditor() {
    connect(m_form, &CostsEditor::closed, this, &CostsPage::closeEditor);
    connect(m_form, &CostsEditor::tried, this, [this](const review::Costs& costs) {
        auto spec = cost::specOf(costs);
        if (!spec)
            return;
        if (const auto& stored = m_bridge->session().costSpec(); stored)
            for (std::size_t i = 0; i < spec->measures.size() && i < stored->measures.size(); ++i)
                spec->measures[i].findings = stored->measures[i].findings;
        ask(*spec, false);
    });
    connect(m_form, &CostsEditor::findingWanted, this, &CostsPage::findingWanted);
    connect(m_form, &CostsEditor::itemWanted, this, [this](const QString& id) { editItem(id); });
    connect(m_form, &CostsEditor::measureWanted, this, [this](const QString& id) { editMeasure(id); });
    connect(m_form, &CostsEditor::addMeasureWanted, this, [this](const QString& item) { addMeasureFor(s(item)); });
    connect(m_form, &CostsEditor::removeWanted, this, &CostsPage::removeThing);
}

void CostsPage::applyMetrics() {
    // Large text takes room from the lists before it takes it from the charts.
    const int wanted = scaled(Theme::instance().compact() ? kLeftCompact : kLeft);
    m_left->setFixedWidth(qMin(wanted, qMax(kLeftCompact, width() * 32 / 100)));
}

void CostsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    applyMetrics();
    if (m_stale)
        refresh();
}

void CostsPage::hideEvent(QHideEvent* event) {
    commitPending();
    QWidget::hideEvent(event);
}

bool CostsPage::commitPending() {
    if (m_left->currentWidget() != m_form || m_form->commitPending())
        return true;
    if (const QString why = m_form->trouble(); !why.isEmpty())
        emit m_bridge->failed({ErrorKind::Usage, "cost.field", s(why), {}, {}, {}});
    return false;
}

void CostsPage::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

std::string CostsPage::scenario() const {
    const review::Costs& costs = m_editor->costs();
    if (!m_local.empty() && costs.findScenario(m_local) != nullptr)
        return m_local;
    const review::CostScenario* chosen = costs.chosen();
    return chosen == nullptr ? std::string() : chosen->id;
}

void CostsPage::refresh() {
    m_stale = false;
    const review::Costs& costs = m_editor->costs();
    std::erase_if(m_compared,
                  [&](const std::string& id) { return costs.findScenario(id) == nullptr || id == scenario(); });
    m_order = measureOrder(costs, costs.findScenario(scenario()), m_order);
    const auto& spec = m_bridge->session().costSpec();
    if (costs.items.empty() || !spec) {
        m_feed->forget();
        m_shown.reset();
        m_figures->show(nullptr);
    } else {
        ask(*spec, true);
    }
    showState();
    showLists();
    showFoot();
    m_form->refresh();
    syncActions();
}

void CostsPage::showState() {
    const review::Costs& costs = m_editor->costs();
    const auto& spec = m_bridge->session().costSpec();
    if (costs.items.empty()) {
        m_right->setCurrentWidget(m_emptySheet);
        return;
    }
    if (spec) {
        m_right->setCurrentWidget(m_sheet);
        return;
    }
    QString words = q(spec.error().text);
    if (!spec.error().messages.empty()) {
        const Message& first = spec.error().messages.front();
        words = tr("%1: %2 %3").arg(q(first.pointer), q(first.text), q(first.fix)).trimmed();
        if (spec.error().messages.size() > 1)
            words += QLatin1Char(' ') + tr("And %1 more.").arg(spec.error().messages.size() - 1);
    }
    m_trouble->setSentence(words);
    m_right->setCurrentWidget(m_troubleSheet);
}

void CostsPage::showLists() {
    CostListContext context;
    context.scenario = scenario();
    context.order = m_order;
    context.compared = m_compared;
    context.shown = m_shown.get();
    context.readOnly = m_editor->readOnly();
    for (const cost::StalePrice& stale : cost::stalePrices(m_editor->costs(), m_bridge->session().today()))
        context.stale.push_back(stale.owner);
    m_lists->show(m_editor->costs(), context);
    if (m_left->currentWidget() == m_form) {
        const CostListView* list = m_form->ofMeasure() ? m_lists->measures() : m_lists->items();
        const int row = list->rows()->rowOf(q(m_form->id()));
        m_form->setFigure(row < 0 ? QString() : list->rows()->row(row).figure);
    }
}

void CostsPage::showFoot() {
    const review::Costs& costs = m_editor->costs();
    Date until;
    const auto look = [&until](const review::CostFields& fields) {
        for (const auto& [name, json] : fields)
            if (json.find("validUntil") != std::string::npos)
                if (const auto quantity = quantityOf(json); quantity)
                    if (const auto day = parseDate(quantity->validUntil); day && (!until.valid() || *day < until))
                        until = *day;
    };
    for (const review::CostItem& item : costs.items)
        look(item.fields);
    for (const review::CostMeasure& measure : costs.measures)
        look(measure.fields);
    const auto stale = cost::stalePrices(costs, m_bridge->session().today());
    m_foot->show(costs.settings, static_cast<int>(stale.size()), until);
}

void CostsPage::ask(const cost::Spec& spec, bool whole) {
    const review::Costs& costs = m_editor->costs();
    CostQuestion question;
    question.spec = spec;
    question.trials = static_cast<std::uint64_t>(costs.settings.trials);
    question.seed = static_cast<std::uint64_t>(costs.settings.seed);
    question.whole = whole;
    std::vector<std::string> wanted{scenario()};
    wanted.insert(wanted.end(), m_compared.begin(), m_compared.end());
    for (const std::string& id : wanted)
        for (std::size_t i = 0; i < costs.scenarios.size() && i < spec.scenarios.size(); ++i)
            if (costs.scenarios[i].id == id)
                question.scenarios.push_back(i);
    if (whole) {
        question.losses = losses(spec, false);
        question.lossesAfter = losses(spec, true);
    }
    m_feed->ask(std::move(question));
}

std::vector<cost::LossModel> CostsPage::losses(const cost::Spec& spec, bool after) const {
    const session::Session& session = m_bridge->session();
    const review::CostScenario* on = m_editor->costs().findScenario(scenario());
    const auto measures = session.findingMeasures();
    const auto linked = after ? cost::linkedMeasures(spec, measures) : std::vector<std::vector<std::size_t>>();
    const auto closed = [&](const std::string& key) {
        for (std::size_t i = 0; i < linked.size() && on != nullptr; ++i)
            if (measures[i].key == key)
                return std::any_of(linked[i].begin(), linked[i].end(),
                                   [&](std::size_t measure) { return has(on->measures, spec.measures[measure].id); });
        return false;
    };
    std::vector<cost::LossModel> out;
    for (const score::Finding& finding : session.findings()) {
        const review::Finding* stored = session.review().findFinding(finding.key);
        if (!finding.open || stored == nullptr || !stored->loss || stored->loss->p10 <= 0 ||
            (after && closed(finding.key)))
            continue;
        cost::LossModel model;
        model.finding = finding.key;
        model.frequency = cost::Frequency::Poisson;
        model.perYear = cost::Quantity::point(std::min(stored->loss->perYear, cost::kMostEvents));
        model.severity = cost::Quantity::lognormal(stored->loss->p10, stored->loss->p90);
        out.push_back(std::move(model));
    }
    return out;
}

void CostsPage::receive(const std::shared_ptr<const CostShown>& shown) {
    m_shown = shown;
    m_figures->show(shown.get());
    m_charts->show(shown);
    showLists();
    if (m_right->currentWidget() == m_troubleSheet)
        showState();
}

std::pair<std::string, std::string> CostsPage::findingOf(std::size_t measure) const {
    if (!m_shown || measure >= m_shown->spec().measures.size())
        return {};
    for (const std::string& key : m_shown->spec().measures[measure].findings)
        if (const score::Finding* finding = m_bridge->session().finding(key))
            return {s(findingCode(*finding)), key};
    return {};
}

void CostsPage::follow(const QString& link) {
    const QString kind = link.section(QLatin1Char(':'), 0, 0), rest = link.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("finding")) {
        emit findingWanted(rest);
    } else if (kind == QLatin1String("measure")) {
        editMeasure(rest);
    } else if (kind == QLatin1String("item")) {
        editItem(rest);
    } else if (kind == QLatin1String("input") && m_shown) {
        // "/items/0/utilisation": positions are those of the stored model.
        const QStringList parts = rest.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (parts.size() < 3)
            return;
        const std::size_t at = parts[1].toUInt();
        const cost::Spec& spec = m_shown->spec();
        if (parts[0] == QLatin1String("items") && at < spec.items.size())
            editItem(q(spec.items[at].id), s(parts[2]));
        else if (parts[0] == QLatin1String("measures") && at < spec.measures.size())
            editMeasure(q(spec.measures[at].id), s(parts[2]));
    }
}

void CostsPage::editItem(const QString& id, const std::string& field) {
    if (!m_form->edit(false, s(id)))
        return;
    m_left->setCurrentWidget(m_form);
    showLists();
    m_form->enter(field);
}

void CostsPage::editMeasure(const QString& id, const std::string& field) {
    if (!m_form->edit(true, s(id)))
        return;
    m_left->setCurrentWidget(m_form);
    showLists();
    m_form->enter(field);
}

} // namespace plumb::ui
