// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_maps.h"

#include "ui/models/compare_words.h"
#include "ui/models/heat_map_model.h"
#include "ui/pages/overview_heat_map.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/segmented.h"

#include <algorithm>
#include <QAbstractButton>
#include <QHBoxLayout>

namespace plumb::ui {

namespace {

/// Rows and columns of one side; both sides have the same ones, so that cells stand beside each other.
HeatSheet sheetOf(const compare::Comparison& comparison, bool after) {
    HeatSheet sheet;
    sheet.changes = after;
    for (const compare::GroupChange& cell : comparison.cells)
        if (!cell.lens.empty() && std::ranges::find(sheet.lenses, cell.lens) == sheet.lenses.end())
            sheet.lenses.push_back(cell.lens);
    const auto pillars = score::frameworkPillars();
    const auto cellOf = [&](const std::string& lens, std::string_view framework) {
        HeatCell out;
        out.total = lens.empty() || framework.empty();
        for (const compare::GroupChange& cell : comparison.cells)
            if (cell.lens == lens && cell.framework == framework) {
                out.score = after ? cell.after : cell.before;
                if (after)
                    out.was = cell.before.score;
            }
        return out;
    };
    std::vector<std::string> rows = sheet.lenses;
    if (sheet.lenses.size() > 1)
        rows.emplace_back();
    for (const std::string& lens : rows) {
        std::vector<HeatCell>& row = sheet.cells.emplace_back();
        for (const score::FrameworkPillar& pillar : pillars)
            row.push_back(cellOf(lens, pillar.id));
        row.push_back(cellOf(lens, {}));
    }
    return sheet;
}

/// Names of lenses: the total cell of a lens is called after it.
QStringList namesOf(const compare::Comparison& comparison, const std::vector<std::string>& lenses) {
    QStringList names;
    for (const std::string& lens : lenses) {
        const auto found = std::ranges::find_if(comparison.cells, [&](const compare::GroupChange& cell) {
            return cell.lens == lens && cell.framework.empty();
        });
        names << (found == comparison.cells.end() ? q(lens) : q(found->name));
    }
    return names;
}

} // namespace

CompareMaps::CompareMaps(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareMaps"));
    auto* column = columnOf(this);
    m_tabRow = new QWidget;
    auto* tabs = new QHBoxLayout(m_tabRow);
    m_tabs = new SegmentedControl(tr("Which of the two"));
    m_tabs->setObjectName(QStringLiteral("mapTabs"));
    m_tabs->setSmall(true);
    m_tabs->addSegment(tr("Before"));
    m_tabs->addSegment(tr("After"));
    m_tabs->setCurrentIndex(1);
    connect(m_tabs, &SegmentedControl::chosen, this, &CompareMaps::arrange);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    column->addWidget(m_tabRow);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildSide(m_sides[0], QStringLiteral("beforeMap"), tr("Scores before")), 1);
    m_line = new Hairline(Qt::Vertical);
    row->addWidget(m_line);
    row->addWidget(buildSide(m_sides[1], QStringLiteral("afterMap"), tr("Scores after, with what moved")), 1);
    column->addLayout(row, 1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, &CompareMaps::arrange);
    arrange();
}

QWidget* CompareMaps::buildSide(Side& side, const QString& object, const QString& accessible) {
    side.pane = new QWidget;
    auto* column = new QVBoxLayout(side.pane);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(scaled(10));
    side.name = oneLine(QString(), Role::BodyStrong, Token::Ink);
    side.name->setObjectName(object + QStringLiteral("NameLabel"));
    side.facts = oneLine(QString(), Role::Body, Token::Ink2, Digits::Tabular);
    side.facts->setObjectName(object + QStringLiteral("FactsLabel"));
    head->addWidget(side.name);
    head->addWidget(side.facts);
    head->addStretch(1);
    if (&side == &m_sides[1]) {
        m_delta = new Badge(QString(), BadgeLook::Accent);
        m_delta->setObjectName(QStringLiteral("deltaBadge"));
        head->addWidget(m_delta);
    }
    column->addLayout(head);
    column->addSpacing(scaled(4));
    side.model = new HeatMapModel(this);
    side.view = new HeatMapView(side.model);
    side.view->setSideBySide(true);
    side.view->setObjectName(object);
    side.view->setAccessibleName(accessible);
    connect(side.view, &HeatMapView::cellChosen, this, &CompareMaps::cellChosen);
    column->addWidget(side.view);
    column->addStretch(1);
    return side.pane;
}

void CompareMaps::show(const compare::Comparison& comparison, const QString& from, const QString& to,
                       const QString& since) {
    for (const bool after : {false, true}) {
        Side& side = m_sides[after ? 1 : 0];
        HeatSheet sheet = sheetOf(comparison, after);
        sheet.names = namesOf(comparison, sheet.lenses);
        side.model->show(std::move(sheet));
        side.name->setText(after ? to : from);
        side.facts->setText(scoreFacts(after ? comparison.after : comparison.before));
        m_tabs->segment(after ? 1 : 0)->setText(after ? to : from);
    }
    const QString delta = deltaWords(comparison.before.score, comparison.after.score);
    m_delta->setVisible(!delta.isEmpty());
    m_delta->setText(delta + QLatin1Char(' ') + since);
    arrange(); // the first comparison brings the columns
    updateGeometry();
}

void CompareMaps::arrange() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 20 : kPaddingMainSmall, top = scaled(compact ? 10 : 14);
    // The right edge is the other map's or the window's; both leave some of it to the cells.
    const int needed = m_sides[0].view->minimumSizeHint().width() + 2 * side;
    m_tabbed = width() > 0 && width() < 2 * needed;
    for (const Side& one : m_sides)
        one.pane->layout()->setContentsMargins(side, m_tabbed ? scaled(6) : top, compact ? 8 : side,
                                               scaled(compact ? 10 : 16));
    m_tabRow->layout()->setContentsMargins(side, top, side, 0);
    m_tabRow->setVisible(m_tabbed);
    m_line->setVisible(!m_tabbed);
    m_sides[0].pane->setVisible(!m_tabbed || m_tabs->currentIndex() == 0);
    m_sides[1].pane->setVisible(!m_tabbed || m_tabs->currentIndex() == 1);
}

QSize CompareMaps::minimumSizeHint() const {
    // Tabs come before anything is cut.
    const int narrow = m_sides[0].view->minimumSizeHint().width() + 2 * kPaddingMainSmall;
    return {narrow, QWidget::minimumSizeHint().height()};
}

void CompareMaps::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace plumb::ui
