// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_list.h"

#include "ui/bridge/action_table.h"
#include "ui/pages/compare_list_view.h"
#include "ui/pages/questions_flow.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/segmented.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

CompareList::CompareList(ActionTable* actions, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareList"));
    build(actions);
    connect(&Theme::instance(), &Theme::changed, this, &CompareList::applyMetrics);
    applyMetrics();
    refreshChips();
}

void CompareList::buildHead(ActionTable* actions) {
    m_head = new QWidget;
    auto* row = new QHBoxLayout(m_head);
    row->setSpacing(scaled(8));
    m_segments = new SegmentedControl(tr("What is listed"));
    m_segments->setObjectName(QStringLiteral("listSegments"));
    m_segments->setSmall(true);
    m_segments->addSegment(tr("Questions"), actions->tooltip(u"compare.questions"));
    m_segments->addSegment(tr("Findings"), actions->tooltip(u"compare.findings"));
    m_segments->setCurrentIndex(0);
    connect(m_segments, &SegmentedControl::chosen, this, [this](int index) { setKind(static_cast<Kind>(index)); });
    row->addWidget(m_segments, 0, Qt::AlignTop);
    m_flow = new Flow(scaled(4));
    row->addWidget(m_flow, 1, Qt::AlignVCenter);
    using enum ChangeFilter;
    addChip(Kind::Questions, Improved, tr("Improved"), QStringLiteral("improvedChip"));
    addChip(Kind::Questions, Worsened, tr("Worsened"), QStringLiteral("worsenedChip"));
    addChip(Kind::Questions, NewQuestions, tr("New"), QStringLiteral("newChip"));
    addChip(Kind::Questions, Other, tr("Other"), QStringLiteral("otherChip"));
    addChip(Kind::Questions, All, tr("All"), QStringLiteral("allChip"));
    addChip(Kind::Findings, NewFindings, tr("New"), QStringLiteral("newFindingsChip"));
    addChip(Kind::Findings, Regressed, tr("Regressed"), QStringLiteral("regressedChip"));
    addChip(Kind::Findings, StillOpen, tr("Still open"), QStringLiteral("stillOpenChip"));
    addChip(Kind::Findings, Resolved, tr("Resolved"), QStringLiteral("resolvedChip"));
    addChip(Kind::Findings, Accepted, tr("Accepted"), QStringLiteral("acceptedChip"));
    addChip(Kind::Findings, All, tr("All"), QStringLiteral("allFindingsChip"));
    m_cell = new Chip(QString());
    m_cell->setObjectName(QStringLiteral("cellChip"));
    m_cell->setCheckable(true);
    m_cell->setToolTip(tr("Take this part of the filter away"));
    connect(m_cell, &QAbstractButton::clicked, this, [this] { setCell({}, {}, {}); });
    m_flow->add(m_cell);
}

void CompareList::build(ActionTable* actions) {
    auto* column = columnOf(this);
    buildHead(actions);
    column->addWidget(m_head);
    m_nothingRow = new QWidget;
    auto* nothing = new QVBoxLayout(m_nothingRow);
    m_nothing = new WrapLabel(QString(), Role::Body, Token::Ink2);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    connect(m_nothing, &WrapLabel::linkActivated, this, [this] {
        setCell({}, {}, {});
        setFilter(ChangeFilter::All);
    });
    nothing->addWidget(m_nothing);
    nothing->addStretch(1);
    column->addWidget(m_nothingRow, 1);
    m_stack = new QStackedWidget;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        m_models[i] = new CompareRowsModel(this);
        m_views[i] = new CompareListView(m_models[i]);
        connect(m_views[i], &CompareListView::currentMoved, this, &CompareList::currentMoved);
        connect(m_views[i], &CompareListView::touched, this, &CompareList::touched);
        connect(m_views[i], &CompareListView::entered, this, &CompareList::entered);
        m_stack->addWidget(m_views[i]);
    }
    m_views[0]->setAccessibleName(tr("Questions that changed"));
    m_views[1]->setObjectName(QStringLiteral("findingsList"));
    m_views[1]->setAccessibleName(tr("Findings and what became of them"));
    column->addWidget(m_stack, 1);
    m_footRow = new QWidget;
    m_foot = oneLine(QString(), Role::Micro, Token::Ink3);
    m_foot->setObjectName(QStringLiteral("unchangedLabel"));
    columnOf(m_footRow)->addWidget(m_foot);
    column->addWidget(m_footRow);
}

void CompareList::addChip(Kind kind, ChangeFilter filter, const QString& label, const QString& name) {
    auto* chip = new Chip(label);
    chip->setObjectName(name);
    chip->setCheckable(true);
    connect(chip, &QAbstractButton::clicked, this,
            [this, filter] { setFilter(rows()->filter() == filter ? ChangeFilter::All : filter); });
    m_flow->add(chip);
    m_chips.push_back({chip, kind, filter});
}

void CompareList::keepCurrent(Kind kind, const std::function<void()>& change) {
    CompareRowsModel* model = m_models[static_cast<std::size_t>(kind)];
    CompareListView* list = m_views[static_cast<std::size_t>(kind)];
    const std::optional<CompareRow> was = list->current() != nullptr ? std::optional(*list->current()) : std::nullopt;
    change();
    if (was)
        list->choose(model->rowOf(*was));
}

void CompareList::show(std::vector<CompareRow> questions, std::vector<CompareRow> findings, int unchanged) {
    m_questions = std::move(questions);
    m_findings = std::move(findings);
    m_unchanged = unchanged;
    keepCurrent(Kind::Questions, [this] { m_models[0]->setRows(m_questions); });
    keepCurrent(Kind::Findings, [this] { m_models[1]->setRows(m_findings); });
    refreshChips();
    emit currentMoved(); // the same row may say something else
}

void CompareList::setKind(Kind kind) {
    const bool other = kind != m_kind;
    m_kind = kind;
    m_segments->setCurrentIndex(static_cast<int>(kind));
    refreshChips();
    if (other)
        emit kindChanged();
}

void CompareList::setFilter(ChangeFilter filter) {
    keepCurrent(m_kind, [this, filter] { rows()->setFilter(filter); });
    refreshChips();
}

void CompareList::setCell(const std::string& lens, const std::string& framework, const QString& words) {
    m_lens = lens;
    m_framework = framework;
    for (const Kind kind : {Kind::Questions, Kind::Findings})
        keepCurrent(kind, [&] { m_models[static_cast<std::size_t>(kind)]->setCell(lens, framework); });
    m_cell->setText(words.isEmpty() ? words : words + QStringLiteral("  ✕"));
    m_cell->setAccessibleName(tr("Only %1; press to show all").arg(words));
    refreshChips();
}

void CompareList::setSegmentsShown(bool shown) {
    m_segments->setVisible(shown);
}

const CompareRow* CompareList::current() const {
    return view()->current();
}

void CompareList::refreshChips() {
    for (const ChipOf& one : m_chips) {
        one.chip->setVisible(one.kind == m_kind);
        if (one.kind != m_kind)
            continue;
        one.chip->setCount(rows()->count(one.filter));
        one.chip->setChecked(rows()->filter() == one.filter);
    }
    m_cell->setVisible(rows()->narrowed());
    m_cell->setChecked(rows()->narrowed());
    m_flow->updateGeometry();
    const bool any = rows()->rowCount() > 0;
    m_stack->setCurrentWidget(view());
    m_stack->setVisible(any);
    m_nothingRow->setVisible(!any);
    const bool questions = m_kind == Kind::Questions;
    const bool none = (questions ? m_questions : m_findings).empty();
    if (none)
        m_nothing->setText(questions ? tr("No question changed between these two.")
                                     : tr("There is no finding on either side."));
    else
        m_nothing->setRich({plain(questions ? tr("No question matches. ") : tr("No finding matches. ")),
                            linkRun(tr("Show all"), QStringLiteral("all"))});
    m_footRow->setVisible(any && questions && m_unchanged > 0 && rows()->filter() == ChangeFilter::All);
    m_foot->setText(m_unchanged == 1 ? tr("1 question did not change.")
                                     : tr("%1 questions did not change.").arg(m_unchanged));
}

void CompareList::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = CompareDelegate::side();
    // Chips may stand in the margin before they break.
    m_head->layout()->setContentsMargins(side, scaled(compact ? 8 : 12), kGrid, scaled(compact ? 4 : 6));
    m_nothingRow->layout()->setContentsMargins(side, kGrid, side, kGrid);
    m_footRow->layout()->setContentsMargins(side, scaled(6), side, scaled(8));
}

} // namespace plumb::ui
