// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_controls.h"

#include "ui/pages/plan_steps.h"
#include "ui/pages/questions_flow.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>

#include <QActionGroup>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

namespace plumb::ui {

PlanControls::PlanControls(const QString& prioritiesTip, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_modes(new SegmentedControl(tr("How the plan is laid out")))
    , m_capacity(new QDoubleSpinBox)
    , m_start(new QDateEdit)
    , m_today(new Button(tr("Today"), ButtonLook::Link))
    , m_priorities(new Button(tr("Priorities"), ButtonLook::Plain))
    , m_lanes(new Chip(QString()))
    , m_laneMenu(new QMenu(this))
    , m_links(new Chip(tr("Dependencies")))
    , m_count(new WrapLabel(QString(), Role::Small, Token::Ink2)) {
    m_priorities->setToolTip(prioritiesTip);
    build();
    buildLanes();
    connectParts();
    connect(&Theme::instance(), &Theme::changed, this, &PlanControls::applyMetrics);
    applyMetrics();
}

void PlanControls::build() {
    m_modes->setObjectName(QStringLiteral("planModes"));
    m_modes->setSmall(true);
    m_modes->addSegment(tr("30, 60, 90 days"), tr("High risks first, by date; people are not counted"));
    m_modes->addSegment(tr("By capacity"), tr("As many steps in a month as there are person-days"));
    m_capacity->setObjectName(QStringLiteral("capacitySpinBox"));
    m_capacity->setAccessibleName(tr("Person-days in 30 days"));
    m_capacity->setDecimals(0);
    m_capacity->setRange(1, 9999);
    m_capacity->setSuffix(tr(" days a month"));
    m_capacity->setKeyboardTracking(false);
    m_capacity->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_start->setObjectName(QStringLiteral("planStartEdit"));
    m_start->setAccessibleName(tr("First day of the plan"));
    m_start->setDisplayFormat(tr("'from' d MMM yyyy"));
    m_start->setKeyboardTracking(false);
    m_start->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_today->setObjectName(QStringLiteral("planTodayButton"));
    m_today->setToolTip(tr("Start the plan on the day it is looked at"));
    m_priorities->setObjectName(QStringLiteral("prioritiesButton"));
    m_links->setObjectName(QStringLiteral("dependenciesChip"));
    m_links->setToolTip(tr("Show what must be done before what"));
    m_links->setChecked(true);
    m_count->setObjectName(QStringLiteral("planCountLabel"));
    m_count->setMaxLines(1);
    m_count->setDigits(Digits::Tabular);
    auto* flow = new Flow(kGrid); // wraps where text is large
    for (QWidget* widget :
         {static_cast<QWidget*>(m_modes), static_cast<QWidget*>(m_capacity), static_cast<QWidget*>(m_start),
          static_cast<QWidget*>(m_today), static_cast<QWidget*>(m_lanes), static_cast<QWidget*>(m_links)})
        flow->add(widget);
    m_row->addWidget(flow, 1);
    m_row->addWidget(m_count, 0, Qt::AlignTop);
    m_row->addWidget(m_priorities, 0, Qt::AlignTop);
    m_priorities->setButtonSize(Button::Size::Small);
    m_today->setButtonSize(Button::Size::Small);
}

/// The menu names what the chip shows; one of two is ticked.
void PlanControls::buildLanes() {
    m_lanes->setObjectName(QStringLiteral("lanesChip"));
    m_lanes->setToolTip(tr("What the lanes of the plan are"));
    m_laneMenu->setObjectName(QStringLiteral("lanesMenu"));
    auto* group = new QActionGroup(m_laneMenu);
    const std::pair<QString, LaneBy> choices[] = {{tr("A lane for each owner"), LaneBy::Owner},
                                                  {tr("A lane for each pillar"), LaneBy::Pillar}};
    for (const auto& [text, lanes] : choices) {
        QAction* action = m_laneMenu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, by = lanes] { emit lanesWanted(by); });
    }
    m_lanes->setMenu(m_laneMenu);
    showLanes(LaneBy::Owner);
}

void PlanControls::showLanes(LaneBy lanes) {
    const bool owner = lanes == LaneBy::Owner;
    m_lanes->setText(owner ? tr("Lanes: owner") : tr("Lanes: pillar"));
    m_lanes->setAccessibleName(m_lanes->text());
    m_lanes->updateGeometry();
    m_laneMenu->actions().at(owner ? 0 : 1)->setChecked(true);
}

void PlanControls::connectParts() {
    connect(m_modes, &SegmentedControl::chosen, this, [this](int index) {
        review::Planning wanted = m_planning;
        wanted.mode = index == 1 ? review::PlanMode::Capacity : review::PlanMode::Days;
        if (wanted != m_planning)
            emit planningWanted(wanted);
    });
    connect(m_capacity, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        review::Planning wanted = m_planning;
        wanted.capacity = value;
        emit planningWanted(wanted);
    });
    connect(m_start, &QDateEdit::editingFinished, this, &PlanControls::wantStart);
    connect(m_today, &QAbstractButton::clicked, this, [this] {
        review::Planning wanted = m_planning;
        wanted.start = {};
        emit planningWanted(wanted);
    });
    connect(m_priorities, &QAbstractButton::clicked, this, &PlanControls::prioritiesWanted);
    connect(m_links, &QAbstractButton::toggled, this, &PlanControls::linksWanted);
}

void PlanControls::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    applyMetrics();
}

void PlanControls::wantStart() {
    const Date shown = fromDay(m_start->date());
    const Date now = m_planning.start.valid() ? m_planning.start : m_day;
    if (shown == now)
        return;
    review::Planning wanted = m_planning;
    wanted.start = shown;
    emit planningWanted(wanted);
}

void PlanControls::applyMetrics() {
    const bool compact = Theme::instance().compact();
    m_row->setContentsMargins(compact ? 16 : kPaddingMainSmall, 4, compact ? 16 : kPaddingMainSmall, kGrid);
    m_row->setSpacing(kGrid);
    for (QAbstractSpinBox* field :
         {static_cast<QAbstractSpinBox*>(m_capacity), static_cast<QAbstractSpinBox*>(m_start)}) {
        field->setFixedHeight(smallControlHeight());
        field->setFixedWidth(scaled(132));
    }
    m_count->setFixedHeight(smallControlHeight());
    m_count->setVisible(width() >= scaled(940)); // the rest needs its room in narrow windows
}

void PlanControls::show(const review::Planning& planning, const score::Plan& plan, Date today, bool readOnly) {
    m_planning = planning;
    m_day = today;
    const bool capacity = planning.mode == review::PlanMode::Capacity;
    m_modes->setCurrentIndex(capacity ? 1 : 0);
    const QSignalBlocker quietCapacity(m_capacity), quietStart(m_start);
    m_capacity->setDecimals(planning.capacity == qRound(planning.capacity) ? 0 : 1);
    m_capacity->setValue(planning.capacity);
    m_start->setDate(toDay(planning.start.valid() ? planning.start : today));
    m_today->setVisible(planning.start.valid() && planning.start != today);
    const auto inTime = std::count_if(plan.items.begin(), plan.items.end(), [&](const score::PlanItem& item) {
        return item.period < static_cast<int>(plan.periods.size());
    });
    m_count->setText(plan.items.size() == 1 ? tr("1 step, %1 in time").arg(inTime)
                                            : tr("%1 steps, %2 in time").arg(plan.items.size()).arg(inTime));
    m_links->setEnabled(std::any_of(plan.items.begin(), plan.items.end(),
                                    [](const score::PlanItem& item) { return !item.needs.empty(); }));
    m_links->setToolTip(m_links->isEnabled() ? tr("Show what must be done before what")
                                             : tr("No step of this plan needs another one"));
    setAllowed(!readOnly);
    m_capacity->setEnabled(capacity && !readOnly);
    if (!readOnly)
        m_capacity->setToolTip(capacity ? tr("Person-days that all together have in 30 days")
                                        : tr("Counts in a plan by capacity"));
}

void PlanControls::setAllowed(bool allowed) {
    const QString why = tr("This review is open for reading only");
    for (int i = 0; i < m_modes->count(); ++i)
        m_modes->setSegmentEnabled(i, allowed);
    for (QWidget* widget : {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_today),
                            static_cast<QWidget*>(m_priorities), static_cast<QWidget*>(m_capacity)}) {
        widget->setEnabled(allowed);
        if (!allowed)
            widget->setToolTip(why);
    }
    if (!allowed)
        m_modes->setToolTip(why);
    else
        m_start->setToolTip(tr("First day of the plan; Up and Down change it"));
}

} // namespace plumb::ui
