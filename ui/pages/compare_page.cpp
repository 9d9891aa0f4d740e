// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout and refreshing; what keys do stands in compare_page_steps.cpp.
#include "ui/pages/compare_page.h"

#include "core/report/compare_charts.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/error_words.h"
#include "ui/bridge/session_bridge.h"
#include "ui/charts/chart_view.h"
#include "ui/models/compare_rows.h"
#include "ui/models/compare_words.h"
#include "ui/pages/compare_charts.h"
#include "ui/pages/compare_detail.h"
#include "ui/pages/compare_feed.h"
#include "ui/pages/compare_header.h"
#include "ui/pages/compare_list.h"
#include "ui/pages/compare_list_view.h"
#include "ui/pages/compare_maps.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/undo_bar.h"

#include <algorithm>
#include <QDateTime>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

constexpr int kSoonMs = 120;      ///< answers are compared again so long after the last one
constexpr int kThreePanes = 1120; ///< width from which the lower row needs no tabs

/// Takes the height that it is given: what is in it scrolls.
class Lower final : public QWidget {
public:
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

QWidget* centred(EmptyPlace* place) {
    auto* sheet = new Pane(Token::Surface);
    auto* column = new QVBoxLayout(sheet);
    place->setMaximumSize(scaled(560), scaled(260));
    place->setMinimumWidth(scaled(440));
    column->addStretch(2);
    column->addWidget(place, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return sheet;
}

} // namespace

ComparePage::ComparePage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_actions(actions), m_jobs(jobs), m_feed(new CompareFeed(jobs, this)) {
    setObjectName(QStringLiteral("comparePage"));
    setAccessibleName(tr("Compare"));
    setFocusPolicy(Qt::ClickFocus);
    paintsOwnFocus(this);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    build();
    actions->attach(this, ActionScope::Compare);
    connectParts();
    connectActions();
    arrange();
}

ComparePage::~ComparePage() = default;

void ComparePage::build() {
    auto* column = columnOf(this);
    m_header = new CompareHeader(m_actions);
    column->addWidget(m_header);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_remarkRow = new Pane(Token::Surface);
    buildRemarks();
    column->addWidget(m_remarkRow);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("compareStack"));
    buildSheet();
    buildPlaces();
    column->addWidget(m_stack, 1);
    m_undo = new UndoBar(this);
}

void ComparePage::buildRemarks() {
    m_remarkRow->setObjectName(QStringLiteral("remarksBar"));
    auto* column = columnOf(m_remarkRow);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    m_remarkLine = new QWidget;
    m_remarkLine->setLayout(row);
    row->addWidget(new IconLabel(Icon::Info, 16, Token::Ink2));
    m_remarks = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_remarks->setObjectName(QStringLiteral("remarksLabel"));
    row->addWidget(m_remarks, 1, Qt::AlignVCenter);
    auto* hide = new Button(tr("Hide"), ButtonLook::Link);
    hide->setObjectName(QStringLiteral("hideRemarksButton"));
    hide->setAccessibleName(tr("Hide what can't be compared"));
    hide->setButtonSize(Button::Size::Small);
    connect(hide, &QAbstractButton::clicked, this, [this] {
        m_remarksSeen = m_remarks->text();
        m_remarkRow->hide();
    });
    row->addWidget(hide);
    column->addWidget(m_remarkLine);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_remarkRow->hide();
}

void ComparePage::buildSheet() {
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("compareScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* sheet = new Pane(Token::Surface);
    auto* column = columnOf(sheet);
    m_maps = new CompareMaps;
    column->addWidget(m_maps);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(buildTabs());
    column->addWidget(buildLower(), 1);
    m_scroll->setWidget(sheet);
    m_stack->addWidget(m_scroll);
}

QWidget* ComparePage::buildTabs() {
    m_tabRow = new QWidget;
    auto* row = new QHBoxLayout(m_tabRow);
    m_tabs = new SegmentedControl(tr("Lower pane"));
    m_tabs->setObjectName(QStringLiteral("lowerTabs"));
    m_tabs->setSmall(true);
    const std::pair<QString, const char16_t*> words[] = {{tr("Questions"), u"compare.questions"},
                                                         {tr("Findings"), u"compare.findings"},
                                                         {tr("Why the score moved"), u"compare.causes"},
                                                         {tr("Money"), u"compare.money"},
                                                         {tr("Over all reviews"), u"compare.trend"}};
    for (const auto& [text, action] : words)
        m_tabs->addSegment(text, m_actions->tooltip(action));
    m_tabs->setCurrentIndex(0);
    connect(m_tabs, &SegmentedControl::chosen, this, [this](int index) { showTab(static_cast<Tab>(index)); });
    row->addWidget(m_tabs);
    row->addStretch(1);
    return m_tabRow;
}

QWidget* ComparePage::buildLower() {
    m_lower = new Lower;
    auto* row = new QHBoxLayout(m_lower);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new CompareList(m_actions);
    row->addWidget(m_list, 602);
    m_lineLeft = new Hairline(Qt::Vertical);
    row->addWidget(m_lineLeft);
    m_causesPane = new QWidget;
    m_causes = new CompareCauses(m_actions);
    columnOf(m_causesPane)->addWidget(m_causes);
    row->addWidget(m_causesPane, 412);
    m_lineRight = new Hairline(Qt::Vertical);
    row->addWidget(m_lineRight);
    m_side = new QStackedWidget;
    m_side->setObjectName(QStringLiteral("compareSideStack"));
    m_trendPane = new QWidget;
    m_trend = new ChartView(QStringLiteral("trend"));
    columnOf(m_trendPane)->addWidget(m_trend);
    m_detail = new CompareDetail;
    m_side->addWidget(m_trendPane);
    m_side->addWidget(m_detail);
    row->addWidget(m_side, 350);
    // A pane that is not shown asks for no room.
    for (QWidget* pane : {static_cast<QWidget*>(m_side), m_causesPane, static_cast<QWidget*>(m_list)})
        pane->setMinimumSize(1, 1);
    return m_lower;
}

void ComparePage::buildPlaces() {
    m_empty = new EmptyPlace(Icon::Compare, tr("Nothing to compare with yet"), QString());
    m_empty->setObjectName(QStringLiteral("nothingToComparePlace"));
    QAction* snapshot = m_actions->action(u"review.snapshot");
    QAction* file = m_actions->action(u"compare.file");
    Button* other = nullptr;
    if (m_bridge->session().readOnly()) {
        m_empty->setSentence(
            tr("This review is open read-only and has no snapshot. Another file can stand beside it."));
        other = m_empty->setPrimary(tr("Compare with another file"), Icon::Folder);
    } else {
        m_empty->setSentence(tr("A snapshot keeps the review as it is now. Next time, everything that moved since "
                                "stands here."));
        Button* take = m_empty->setPrimary(tr("Take a snapshot"), Icon::Snapshot);
        take->setObjectName(QStringLiteral("takeSnapshotButton"));
        connect(take, &QAbstractButton::clicked, snapshot, &QAction::trigger);
        other = m_empty->setSecondary(tr("Compare with another file"), Icon::Folder);
    }
    other->setObjectName(QStringLiteral("compareFileButton"));
    connect(other, &QAbstractButton::clicked, file, &QAction::trigger);
    m_emptySheet = centred(m_empty);
    m_stack->addWidget(m_emptySheet);
    m_trouble = new EmptyPlace(Icon::Warning, tr("These two can't be compared"), QString());
    m_trouble->setObjectName(QStringLiteral("compareTroublePlace"));
    Button* again = m_trouble->setPrimary(tr("Try again"), Icon::Refresh);
    again->setObjectName(QStringLiteral("tryAgainButton"));
    connect(again, &QAbstractButton::clicked, this, [this] {
        m_feed->forgetStates();
        ask();
    });
    m_troubleSheet = centred(m_trouble);
    m_stack->addWidget(m_troubleSheet);
}

void ComparePage::connectParts() {
    const auto live = [this] { changed(false); };
    connect(m_bridge, &SessionBridge::answersChanged, this, live);
    connect(m_bridge, &SessionBridge::evidenceChanged, this, live);
    connect(m_bridge, &SessionBridge::findingsChanged, this, live);
    for (const auto signal : {&SessionBridge::workloadChanged, &SessionBridge::lensesChanged,
                              &SessionBridge::participantsChanged, &SessionBridge::costsChanged})
        connect(m_bridge, signal, this, live);
    connect(m_bridge, &SessionBridge::snapshotsChanged, this, [this] { changed(true); });
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isOwnPresent(m_from) || isOwnPresent(m_to))
            ask();
        showTrend();
    });
    connect(m_feed, &CompareFeed::answered, this, &ComparePage::receive);
    connect(m_feed, &CompareFeed::refused, this, &ComparePage::refuse);
    connect(m_header, &CompareHeader::chosen, this,
            [this](bool after, const session::StateRef& ref) { setSides(after ? m_from : ref, after ? ref : m_to); });
    connect(m_header, &CompareHeader::fileWanted, this, &ComparePage::chooseFileFor);
    connect(m_maps, &CompareMaps::cellChosen, this, &ComparePage::narrow);
    connect(m_list, &CompareList::currentMoved, this, &ComparePage::showDetail);
    connect(m_list, &CompareList::kindChanged, this, [this] {
        m_tab = m_list->kind() == CompareList::Kind::Questions ? Tab::Questions : Tab::Findings;
        showDetail();
    });
    connect(m_list, &CompareList::touched, this, [this] { setDetailOpen(true); });
    connect(m_list, &CompareList::entered, this, &ComparePage::openRow);
    connect(m_detail, &CompareDetail::openWanted, this, &ComparePage::openRow);
    connect(m_detail, &CompareDetail::closed, this, [this] { setDetailOpen(false); });
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &ComparePage::arrange);
}

void ComparePage::arrange() {
    const bool compact = Theme::instance().compact();
    m_tabbed = compact || (width() > 0 && width() < scaled(kThreePanes));
    const int side = compact ? 20 : kPaddingMainSmall;
    m_remarkLine->layout()->setContentsMargins(side, scaled(3), side - 8, scaled(3));
    m_tabRow->layout()->setContentsMargins(side, scaled(8), side, 0);
    m_tabRow->setVisible(m_tabbed);
    m_tabs->setCurrentIndex(static_cast<int>(m_tab));
    for (QWidget* pane : {m_causesPane, m_trendPane})
        pane->layout()->setContentsMargins(side, scaled(compact ? 8 : 12), compact ? 12 : 18, scaled(compact ? 8 : 14));
    const bool lists = m_tab == Tab::Questions || m_tab == Tab::Findings;
    const bool causes = m_tab == Tab::Causes || m_tab == Tab::Money;
    m_list->setSegmentsShown(!m_tabbed);
    m_list->setVisible(!m_tabbed || lists);
    m_causes->setSegmentsShown(!m_tabbed);
    m_causesPane->setVisible(!m_tabbed || causes);
    m_side->setVisible(!m_tabbed || !causes);
    m_side->setCurrentIndex(m_tabbed ? (lists ? 1 : 0) : (m_detailOpen ? 1 : 0));
    m_detail->setClosable(!m_tabbed);
    m_lineLeft->setVisible(!m_tabbed);
    m_lineRight->setVisible(!m_tabbed || lists);
    m_lower->setMinimumHeight(scaled(m_tabbed ? 230 : 320));
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ComparePage::showEvent(QShowEvent* event) {
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void ComparePage::changed(bool snapshots) {
    if (snapshots)
        m_feed->forgetStates();
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (snapshots)
        refresh();
    else
        m_soon.start();
}

bool ComparePage::isOwnPresent(const session::StateRef& ref) const {
    return ref.file.empty() && ref.snapshot.empty();
}

const store::SnapshotRecord* ComparePage::record(const session::StateRef& ref) const {
    const auto& records = m_bridge->session().snapshots();
    const auto found = std::ranges::find(records, ref.snapshot, &store::SnapshotRecord::name);
    return ref.file.empty() && !ref.snapshot.empty() && found != records.end() ? &*found : nullptr;
}

void ComparePage::settleSides() {
    const auto& records = m_bridge->session().snapshots();
    const auto gone = [&](const session::StateRef& ref) {
        return ref.file.empty() && !ref.snapshot.empty() && record(ref) == nullptr;
    };
    if (gone(m_to))
        m_to = {};
    if (gone(m_from) || (!m_picked && m_from == session::StateRef{}))
        m_from = records.empty() ? session::StateRef{} : session::StateRef{{}, records.back().name};
}

void ComparePage::refresh() {
    m_stale = false;
    settleSides();
    const auto& records = m_bridge->session().snapshots();
    m_header->setOffer(records, m_others);
    m_header->setSides(m_from, m_to);
    const bool any = !records.empty() || !m_others.empty();
    m_header->setComparing(any);
    if (!any) {
        m_soon.stop();
        m_feed->forget();
        m_shown.reset();
        m_remarkRow->hide();
        m_stack->setCurrentWidget(m_emptySheet);
        syncActions();
        return;
    }
    if (m_stack->currentWidget() == m_emptySheet)
        m_stack->setCurrentWidget(m_scroll);
    ask();
    showTrend();
}

void ComparePage::ask() {
    m_soon.stop();
    CompareQuestion question;
    question.from = m_from;
    question.to = m_to;
    question.path = m_bridge->session().path();
    question.today = m_bridge->session().today();
    question.now = now();
    if (isOwnPresent(m_from) || isOwnPresent(m_to))
        question.present = std::make_shared<const review::Review>(m_bridge->session().review());
    m_feed->ask(std::move(question));
    syncActions();
}

Instant ComparePage::now() const {
    const Date today = m_bridge->session().today();
    return {QDateTime(QDate(today.year, today.month, today.day), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()};
}

bool ComparePage::busy() const {
    return m_soon.isActive() || m_feed->busy();
}

QString ComparePage::sinceWords() const {
    if (const store::SnapshotRecord* taken = record(m_from))
        return tr("since %1").arg(monthWords(taken->time, now()));
    return tr("against %1").arg(shortStateName(m_from, 24));
}

void ComparePage::receive(const std::shared_ptr<const CompareShown>& shown) {
    m_shown = shown;
    const compare::Comparison& comparison = shown->comparison;
    m_maps->show(comparison, shortStateName(shown->from, 28), shortStateName(shown->to, 28), sinceWords());
    m_list->show(questionRows(comparison, shown->before->review, shown->after->review),
                 findingRows(comparison, *shown->before, *shown->after), comparison.count(compare::Change::Unchanged));
    const auto brief = [this](const session::StateRef& ref) {
        const store::SnapshotRecord* taken = record(ref);
        return taken != nullptr ? monthWords(taken->time, now()) : shortStateName(ref);
    };
    QString first = brief(shown->from), second = brief(shown->to);
    if (first == second) {
        first = shortStateName(shown->from);
        second = shortStateName(shown->to);
    }
    m_causes->show(*shown, first, second);
    showRemarks();
    m_stack->setCurrentWidget(m_scroll);
    syncActions();
}

void ComparePage::refuse(const session::StateRef& which, const Error& error) {
    m_shown.reset();
    m_remarkRow->hide();
    const ErrorWords words = wordsFor(error);
    m_trouble->setSentence(tr("“%1” can't be read. %2 Choose another state above.").arg(stateName(which), words.text));
    m_stack->setCurrentWidget(m_troubleSheet);
    syncActions();
}

void ComparePage::showRemarks() {
    QStringList remarks;
    for (const std::string& remark : m_shown->comparison.remarks)
        remarks << q(remark);
    const QString all = remarks.join(QLatin1Char(' '));
    m_remarks->setText(all);
    m_remarkRow->setVisible(!all.isEmpty() && all != m_remarksSeen);
}

void ComparePage::showTrend() {
    if (m_bridge->session().snapshots().empty())
        return m_trend->show(report::trendChart({}));
    auto points = m_bridge->session().trend();
    if (!points) {
        report::Chart chart = report::trendChart({});
        chart.empty = s(wordsFor(points.error()).text);
        return m_trend->show(chart);
    }
    m_trend->show(report::trendChart(namedForChart(std::move(*points))));
}

void ComparePage::showDetail() {
    const CompareRow* row = m_list->current();
    if (row == nullptr || !m_shown) {
        m_detail->clear();
        if (!m_tabbed && m_detailOpen)
            setDetailOpen(false);
        return;
    }
    m_detail->show(*row, m_shown);
}

} // namespace plumb::ui
