// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_charts.h"

#include "ui/bridge/action_table.h"
#include "ui/charts/chart_view.h"
#include "ui/models/cost_text.h"
#include "ui/pages/costs_feed.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/segmented.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>

namespace plumb::ui {

namespace {

using Kind = CostsCharts::Kind;

constexpr const char* kNames[] = {"waterfall", "cumulative", "confidence", "tornado",
                                  "breakEven", "frontier",   "losses"};
constexpr std::array kLower = {Kind::Confidence, Kind::Tornado, Kind::BreakEven, Kind::Frontier, Kind::Losses};

constexpr std::size_t at(Kind kind) {
    return static_cast<std::size_t>(kind);
}

QString breakEvenWords(cost::BreakEvenKind kind) {
    switch (kind) {
    case cost::BreakEvenKind::Provisioned:
        return CostsCharts::tr("Provisioned or on demand");
    case cost::BreakEvenKind::Pgvector:
        return CostsCharts::tr("pgvector or OpenSearch");
    case cost::BreakEvenKind::Serverless:
        return CostsCharts::tr("Serverless or real time");
    case cost::BreakEvenKind::CacheHitRate:
        return CostsCharts::tr("Cache hit rate");
    case cost::BreakEvenKind::SelfHosting:
        break;
    }
    return CostsCharts::tr("Own hosts or an API");
}

SegmentedControl* segments(const QString& name, const QString& accessible, const QStringList& words,
                           const QStringList& tips) {
    auto* control = new SegmentedControl(accessible);
    control->setObjectName(name);
    control->setSmall(true);
    for (int i = 0; i < words.size(); ++i)
        control->addSegment(words[i], tips[i]);
    control->setCurrentIndex(0);
    return control;
}

} // namespace

CostsCharts::CostsCharts(ActionTable* actions, bool readOnly, FindingOf findingOf, QWidget* parent)
    : QWidget(parent), m_readOnly(readOnly), m_findingOf(std::move(findingOf)) {
    setObjectName(QStringLiteral("costsCharts"));
    m_stale.fill(true);
    build(actions);
    buildCorners();
    for (std::size_t i = 0; i < kKinds; ++i) {
        connect(m_views[i], &ChartView::linkActivated, this, &CostsCharts::linkActivated);
        connect(m_views[i], &ChartView::notice, this, &CostsCharts::notice);
    }
    connect(view(Kind::Waterfall), &ChartView::categoryMoved, this, [this](int from, int to) {
        // Category 0 is the bill of today; measures cannot go before it nor behind the last bar.
        const auto* first = m_shown ? m_shown->first() : nullptr;
        const int count = first == nullptr ? 0 : static_cast<int>(first->result.waterfall.size());
        if (from >= 1 && from <= count && count > 1)
            emit orderWanted(from - 1, qBound(0, to - 1, count - 1));
    });
    connect(&Theme::instance(), &Theme::changed, this, &CostsCharts::arrange);
    arrange();
}

QWidget* CostsCharts::pane(Kind kind) {
    auto* holder = new Pane(Token::Surface);
    auto* column = new QVBoxLayout(holder);
    auto* chart = new ChartView(QString::fromLatin1(kNames[at(kind)]));
    m_views[at(kind)] = chart;
    m_panes[at(kind)] = holder;
    column->addWidget(chart);
    return holder;
}

void CostsCharts::build(ActionTable* actions) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(pane(Kind::Waterfall), 58);
    upper->addWidget(new Hairline(Qt::Vertical));
    upper->addWidget(pane(Kind::Cumulative), 42);
    m_column->addLayout(upper, 51);
    m_column->addWidget(new Hairline(Qt::Horizontal));
    m_tabRow = new Pane(Token::Surface);
    auto* tabs = new QHBoxLayout(m_tabRow);
    m_tabs = new SegmentedControl(tr("Lower chart"));
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setSmall(true);
    const std::pair<QString, const char16_t*> words[] = {{tr("How sure"), u"costs.confidence"},
                                                         {tr("What moves it"), u"costs.tornado"},
                                                         {tr("Break-even"), u"costs.breakEven"},
                                                         {tr("Frontier"), u"costs.frontier"},
                                                         {tr("Losses"), u"costs.losses"}};
    for (const auto& [text, action] : words)
        m_tabs->addSegment(text, actions->tooltip(action));
    m_tabs->setCurrentIndex(0);
    connect(m_tabs, &SegmentedControl::chosen, this,
            [this](int index) { showLower(kLower[static_cast<std::size_t>(index)]); });
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    m_column->addWidget(m_tabRow);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(0);
    for (const Kind kind : kLower) {
        if (kind != Kind::Confidence) {
            m_lines.push_back(new Hairline(Qt::Vertical));
            lower->addWidget(m_lines.back());
        }
        lower->addWidget(pane(kind), 1);
    }
    m_column->addLayout(lower, 49);
}

void CostsCharts::buildCorners() {
    m_attribution =
        segments(QStringLiteral("attributionSegments"), tr("Saving of a measure"), {tr("Order"), tr("Shapley")},
                 {tr("What each adds in this order; drag a bar or press Alt with an arrow to move it"),
                  tr("Fair share of each, whatever the order")});
    m_spread = segments(
        QStringLiteral("spreadSegments"), tr("Kind of chart"), {tr("Curve"), tr("Bars")},
        {tr("S-curve: how likely the saving stays below an amount"), tr("Histogram: how often an amount occurs")});
    m_swing = segments(QStringLiteral("swingSegments"), tr("What is shown"), {tr("Swing"), tr("Next")},
                       {tr("What each input does between its P10 and P90"),
                        tr("What to measure next: the worth of knowing an input before choosing")});
    const std::pair<SegmentedControl*, Kind> corners[] = {
        {m_attribution, Kind::Waterfall}, {m_spread, Kind::Confidence}, {m_swing, Kind::Tornado}};
    for (const auto& [control, kind] : corners) {
        view(kind)->setCorner(control);
        connect(control, &SegmentedControl::chosen, this, [this, shown = kind] {
            m_stale[at(shown)] = true;
            draw(shown);
        });
    }
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("chartPickMenu"));
    auto* group = new QActionGroup(m_menu);
    const auto offer = [&](const QString& words, auto chosen) {
        QAction* action = m_menu->addAction(words);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, chosen);
    };
    for (std::size_t i = 0; i < cost::kBreakEvenKinds; ++i) {
        const auto kind = static_cast<cost::BreakEvenKind>(i);
        offer(breakEvenWords(kind), [this, kind] {
            m_breakEven = kind;
            m_breakEvenChosen = true;
            m_stale[at(Kind::BreakEven)] = true;
            showLower(Kind::BreakEven);
        });
    }
    m_menu->addSeparator();
    offer(tr("Effort against saving"), [this] { showLower(Kind::Frontier); });
    offer(tr("Yearly losses"), [this] { showLower(Kind::Losses); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        const Kind shown = m_tabbed ? m_tab : m_third;
        const int row = shown == Kind::Frontier ? 6 : shown == Kind::Losses ? 7 : static_cast<int>(m_breakEven);
        m_menu->actions().at(row)->setChecked(true);
        m_menu->setActiveAction(m_menu->actions().at(row));
    });
    for (const Kind kind : {Kind::BreakEven, Kind::Frontier, Kind::Losses})
        view(kind)->setCorner(picker());
}

QAbstractButton* CostsCharts::picker() {
    auto* button = new Button(Icon::ChevronsUpDown, tr("Another question: break-evens, effort, losses"));
    button->setObjectName(QStringLiteral("chartPickButton"));
    button->setButtonSize(Button::Size::Small);
    button->setMenu(m_menu);
    return button;
}

void CostsCharts::show(std::shared_ptr<const CostShown> shown) {
    m_shown = std::move(shown);
    m_stale.fill(true);
    // The first question that the model has figures for, until somebody picks one.
    if (m_shown && !m_breakEvenChosen && !m_shown->picture.breakEvens.empty())
        m_breakEven = m_shown->picture.breakEvens.front().kind;
    draw();
}

void CostsCharts::showLower(Kind kind) {
    m_tab = kind;
    if (kind != Kind::Confidence && kind != Kind::Tornado)
        m_third = kind;
    arrange();
    if (isVisible() && m_tabbed)
        return;
    if (isVisible() && m_views[at(kind)]->focusPolicy() != Qt::NoFocus)
        m_views[at(kind)]->setFocus(Qt::OtherFocusReason);
}

bool CostsCharts::wanted(Kind kind) const {
    if (kind == Kind::Waterfall || kind == Kind::Cumulative)
        return true;
    if (m_tabbed)
        return kind == m_tab;
    return kind == Kind::Confidence || kind == Kind::Tornado || kind == m_third;
}

void CostsCharts::arrange() {
    const bool compact = Theme::instance().compact();
    m_tabbed = compact || width() < scaled(900);
    const int side = compact ? 20 : 28;
    // Text begins at the same edge as that of the head; panes between others have less room.
    for (std::size_t i = 0; i < kKinds; ++i) {
        const Kind kind = static_cast<Kind>(i);
        const bool edge = kind == Kind::Waterfall || kind == Kind::Confidence || (m_tabbed && kind != Kind::Cumulative);
        m_panes[i]->layout()->setContentsMargins(edge ? side : 20, scaled(compact ? 10 : 14), 14,
                                                 scaled(compact ? 6 : 8));
    }
    m_tabRow->layout()->setContentsMargins(side, scaled(8), side, 0);
    m_tabRow->setVisible(m_tabbed);
    m_tabs->setCurrentIndex(static_cast<int>(at(m_tab)) - static_cast<int>(at(Kind::Confidence)));
    bool before = false;
    for (std::size_t i = 0; i < kLower.size(); ++i) {
        const bool seen = wanted(kLower[i]);
        m_panes[at(kLower[i])]->setVisible(seen);
        if (i > 0)
            m_lines[i - 1]->setVisible(seen && before);
        before = before || seen;
    }
    draw();
}

void CostsCharts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if ((width() < scaled(900)) != (event->oldSize().width() < scaled(900)))
        arrange();
}

void CostsCharts::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    draw();
}

void CostsCharts::draw() {
    for (std::size_t i = 0; i < kKinds; ++i)
        draw(static_cast<Kind>(i));
}

void CostsCharts::draw(Kind kind) {
    if (!m_stale[at(kind)] || !m_shown || !isVisible() || !wanted(kind))
        return;
    // While a slider moves, what takes long keeps its last figures.
    const bool slow = kind == Kind::Frontier || kind == Kind::Losses ||
                      (kind == Kind::Waterfall && m_attribution->currentIndex() == 1) ||
                      (kind == Kind::Tornado && m_swing->currentIndex() == 1);
    if (slow && !m_shown->question.whole)
        return;
    m_stale[at(kind)] = false;
    report::Chart chart = chartOf(kind);
    chart.movable = chart.movable && !m_readOnly;
    view(kind)->show(chart);
}

report::Chart CostsCharts::chartOf(Kind kind) const {
    const report::CostChartContext context{m_shown->spec(), m_shown->picture, m_findingOf};
    switch (kind) {
    case Kind::Waterfall:
        return report::waterfallChart(context, m_attribution->currentIndex() == 1 ? report::WaterfallBy::Shapley
                                                                                  : report::WaterfallBy::Order);
    case Kind::Cumulative:
        return report::cumulativeChart(context);
    case Kind::Confidence:
        return m_spread->currentIndex() == 1 ? report::histogramChart(context) : report::confidenceChart(context);
    case Kind::Tornado:
        return m_swing->currentIndex() == 1 ? report::informationChart(context) : report::tornadoChart(context);
    case Kind::BreakEven:
        return report::breakEvenChart(context, m_breakEven);
    case Kind::Frontier:
        return report::frontierChart(context);
    case Kind::Losses:
        break;
    }
    return report::lossChart(m_shown->lossNow, m_shown->lossAfter, s(signOf(m_shown->spec().currency)));
}

} // namespace plumb::ui
