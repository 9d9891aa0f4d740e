// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout and refreshing; what keys do stands in findings_page_steps.cpp.
#include "ui/pages/findings_page.h"

#include "ui/bridge/action_table.h"
#include "ui/models/finding_text.h"
#include "ui/pages/effort_impact_view.h"
#include "ui/pages/findings_detail.h"
#include "ui/pages/findings_register.h"
#include "ui/pages/findings_steps.h"
#include "ui/pages/findings_table.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/what_if_view.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/risk_matrix.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QAbstractButton>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kSideWidth = 488; ///< compact 392
constexpr int kSideWidthCompact = 392;
constexpr int kNarrow = 1100;

/// "today, and after the fix" with its dot and ring.
class MoveKey final : public QWidget {
public:
    MoveKey() {
        setAccessibleName(FindingsPage::tr("Dot: today. Ring: after the fix."));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        followTheme(this);
    }
    QSize sizeHint() const override {
        return {static_cast<int>(textWidth(words(), Role::Small)) + scaled(34), scaled(20)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = tokens()[Token::Accent];
        const qreal middle = height() / 2.0, dot = scaled(4), ring = scaled(5);
        painter.setPen(QPen(accent, 1.5));
        painter.drawLine(QPointF(dot, middle), QPointF(scaled(16), middle));
        painter.setPen(QPen(accent, 1.6));
        painter.setBrush(tokens()[Token::Surface]);
        painter.drawEllipse(QPointF(scaled(20), middle), ring, ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawEllipse(QPointF(dot, middle), dot, dot);
        drawText(&painter, rect(), words(), Role::Small, tokens()[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter);
    }

private:
    static QString words() { return FindingsPage::tr("today, and after the fix"); }
};

constexpr const char* kViewActions[] = {"findings.register", "findings.plan", "findings.effort", "findings.whatIf"};

/// Where Tab would enter a view; null when it takes no keys now.
QWidget* firstFocus(QWidget* view) {
    for (QWidget* next = view->nextInFocusChain(); next != nullptr && next != view; next = next->nextInFocusChain())
        if (view->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && !next->isHidden())
            return next;
    return nullptr;
}

RiskMatrix* makeMatrix() {
    QStringList likelihood, impact;
    for (int value = 1; value <= 5; ++value) {
        likelihood << likelihoodWord(value);
        impact << impactWord(value);
    }
    return new RiskMatrix(likelihood, impact);
}

} // namespace

FindingsPage::FindingsPage(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_actions(actions), m_steps(new FindingSteps(bridge, this)) {
    setObjectName(QStringLiteral("findingsPage"));
    setAccessibleName(tr("Findings"));
    setFocusPolicy(Qt::ClickFocus);
    paintsOwnFocus(this);
    build();
    actions->attach(this, ActionScope::Findings);
    connectSession();
    connectActions();
    connectParts();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_sized = false;
        applyMetrics();
        applySizes();
    });
    applyMetrics();
    showChosen();
    showMatrix();
}

FindingsPage::~FindingsPage() {
    // What is typed is stored as its field goes, and that still needs the page.
    delete m_splitter;
}

void FindingsPage::build() {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    whole->addWidget(m_splitter);
    auto* left = new Pane(Token::Surface);
    left->setMinimumWidth(scaled(420));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("findingsStack"));
    column->addWidget(buildHeader());
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(left);
    m_side = buildSide();
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_register = new FindingsRegister(m_bridge, m_steps, m_actions);
    m_views[0] = m_register;
    m_stack->addWidget(m_register);
    for (const QString& name : {tr("Register"), tr("Plan"), tr("Effort and impact"), tr("What-if")})
        m_segments->addSegment(name);
    for (int i = 0; i < m_segments->count(); ++i)
        m_segments->segment(i)->setToolTip(m_actions->tooltip(QString::fromLatin1(kViewActions[i])));
    m_segments->setCurrentIndex(0);
    setFocusProxy(m_register->table());
    m_undo = new UndoBar(this);
}

QWidget* FindingsPage::buildHeader() {
    m_header = new QWidget;
    auto* row = new QHBoxLayout(m_header);
    row->setSpacing(kGrid);
    auto* title = new WrapLabel(tr("Findings"), Role::Title);
    title->setObjectName(QStringLiteral("placeTitleLabel"));
    title->setMaxLines(1);
    title->setMinimumWidth(title->sizeHint().width());
    row->addWidget(title);
    row->addSpacing(scaled(16));
    m_segments = new SegmentedControl(tr("View of the findings"));
    m_segments->setObjectName(QStringLiteral("findingsSegments"));
    row->addWidget(m_segments);
    row->addStretch(1);
    buildExport();
    row->addWidget(m_export);
    m_add = new Button(tr("Finding"), ButtonLook::Filled);
    Button* const add = m_add;
    add->setObjectName(QStringLiteral("addFindingButton"));
    add->setAccessibleName(tr("Add a finding"));
    add->setLeadingIcon(Icon::Plus);
    add->setToolTip(m_steps->readOnly() ? tr("This review is open read-only") : m_actions->tooltip(u"findings.add"));
    add->setEnabled(!m_steps->readOnly());
    connect(add, &QAbstractButton::clicked, m_actions->action(u"findings.add"), &QAction::trigger);
    row->addWidget(add);
    return m_header;
}

void FindingsPage::buildExport() {
    m_export = new Button(tr("Export"), ButtonLook::Ghost);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setLeadingIcon(Icon::Upload);
    m_export->setToolTip(tr("Copy or write the findings that are shown"));
    auto* menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("exportMenu"));
    for (const auto id : {u"findings.copy", u"findings.csv"})
        menu->addAction(m_actions->action(id));
    menu->addSeparator();
    menu->addAction(m_actions->action(u"file.exportPdf"));
    m_export->setMenu(menu);
}

QWidget* FindingsPage::buildSide() {
    auto* side = new Pane(Token::Sunken);
    side->setObjectName(QStringLiteral("findingsSide"));
    side->setMinimumWidth(scaled(344));
    auto* whole = new QVBoxLayout(side);
    whole->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("detailScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole->addWidget(m_scroll);
    auto* sheet = new Pane(Token::Sunken);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_matrixPane = new QWidget;
    auto* matrixColumn = new QVBoxLayout(m_matrixPane);
    auto* head = new QHBoxLayout;
    auto* title = new WrapLabel(tr("Likelihood and impact"), Role::BodyStrong);
    title->setMaxLines(1);
    head->addWidget(title, 1);
    head->addWidget(new MoveKey);
    matrixColumn->addLayout(head);
    m_matrix = makeMatrix();
    matrixColumn->addWidget(m_matrix);
    column->addWidget(m_matrixPane);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_detailPane = new QWidget;
    auto* detailColumn = new QVBoxLayout(m_detailPane);
    m_detail = new FindingsDetail(m_bridge, m_steps, m_actions);
    detailColumn->addWidget(m_detail);
    column->addWidget(m_detailPane);
    column->addStretch(1);
    m_scroll->setWidget(sheet);
    return side;
}

template <typename Shown> Shown* FindingsPage::tie(Shown* widget) {
    connect(widget, &Shown::findingActivated, this, [this](const QString& key) {
        if (showFinding(key))
            toTable();
    });
    connect(widget, &Shown::questionActivated, this, &FindingsPage::questionWanted);
    return widget;
}

QWidget* FindingsPage::makeView(View view) {
    const auto chosen = [this](const QString& key) {
        if (m_register->proxy()->indexOf(s(key)).isValid())
            m_register->table()->choose(s(key));
    };
    auto& tell = m_tell[static_cast<std::size_t>(view)];
    if (view == View::Plan) {
        auto* plan = tie(new PlanView(m_bridge, m_actions));
        connect(plan, &PlanView::findingSelected, this, chosen);
        tell = [plan](const QString& key) { plan->showFinding(key); };
        return plan;
    }
    if (view == View::Effort) {
        auto* effort = tie(new EffortImpactView(m_bridge, m_actions));
        connect(effort, &EffortImpactView::findingSelected, this, chosen);
        connect(effort, &EffortImpactView::findingsWanted, this, [this](const QStringList& keys, const QString& words) {
            FindingFilter filter;
            for (const QString& key : keys)
                filter.keys.insert(s(key));
            filter.keysWords = words;
            setFilter(filter);
            toTable();
        });
        tell = [effort](const QString& key) { effort->showFinding(key); };
        return effort;
    }
    auto* future = tie(new WhatIfView(m_bridge, m_actions));
    tell = [future](const QString& key) { future->showFinding(key); };
    return future;
}

QWidget* FindingsPage::viewWidget(View view) {
    QWidget*& made = m_views[static_cast<std::size_t>(view)];
    if (made == nullptr) {
        made = makeView(view);
        m_stack->addWidget(made);
    }
    return made;
}

void FindingsPage::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 20 : kPaddingMainSmall;
    m_header->setFixedHeight(scaled(compact ? 56 : 64));
    m_header->layout()->setContentsMargins(side, 0, side, 0);
    m_matrixPane->layout()->setContentsMargins(side, scaled(compact ? 12 : 16), side, scaled(10));
    m_matrixPane->layout()->setSpacing(scaled(8));
    m_detailPane->layout()->setContentsMargins(side - 6, scaled(14), side - 6, scaled(20));
}

void FindingsPage::applySizes() {
    if (m_sized || !isVisible() || m_side->isHidden())
        return;
    m_sized = true;
    const int side = qMin(scaled(Theme::instance().compact() ? kSideWidthCompact : kSideWidth), width() * 36 / 100);
    m_splitter->setSizes({width() - side, side});
}

void FindingsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width() && event->size().width() < scaled(kNarrow))
        m_sized = false;
    applySizes();
    // Where room is short the word goes and the sign stays.
    const bool narrow = width() < scaled(kNarrow);
    m_export->setText(narrow ? QString() : tr("Export"));
    m_export->setAccessibleName(tr("Export"));
}

void FindingsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    applySizes();
    if (m_stale)
        refresh();
    m_register->setFilter(m_register->filter()); // order and filter anew: nobody is looking at a row yet
}

void FindingsPage::hideEvent(QHideEvent* event) {
    commitPending();
    QWidget::hideEvent(event);
}

bool FindingsPage::commitPending() {
    return m_detail->flush();
}

void FindingsPage::connectSession() {
    for (const auto signal : {&SessionBridge::lensesChanged, &SessionBridge::participantsChanged})
        connect(m_bridge, signal, this, &FindingsPage::changed);
    connect(m_bridge, &SessionBridge::answersChanged, this, &FindingsPage::changed);
    connect(m_bridge, &SessionBridge::evidenceChanged, this, &FindingsPage::changed);
    connect(m_bridge, &SessionBridge::findingsChanged, this, &FindingsPage::changed);
    connect(m_bridge, &SessionBridge::costsChanged, this, &FindingsPage::changed);
}

void FindingsPage::connectParts() {
    connect(m_segments, &SegmentedControl::chosen, this, [this](int index) { showView(static_cast<View>(index)); });
    FindingsTable* table = m_register->table();
    connect(table, &FindingsTable::currentMoved, this, &FindingsPage::showChosen);
    connect(table, &FindingsTable::entered, this, [this] { m_detail->enter(); });
    connect(table, &FindingsTable::menuWanted, this, [this](int column, const QPoint& at) {
        if (column == FindingTableModel::Effort)
            m_steps->offerEffort(chosen(), at);
        else
            m_steps->offerStatus(chosen(), at);
    });
    connect(table, &FindingsTable::contextWanted, this, &FindingsPage::showContextMenu);
    connect(m_register, &FindingsRegister::filterChanged, this, [this] {
        showMatrix();
        showChosen();
    });
    connect(m_register, &FindingsRegister::questionsWanted, this, &FindingsPage::questionsWanted);
    connect(m_matrix, &RiskMatrix::cellPressed, this, &FindingsPage::filterByCell);
    connect(m_detail, &FindingsDetail::left, this, &FindingsPage::toTable);
    connect(m_steps, &FindingSteps::added, this, [this](const QString& key) {
        showFinding(key);
        toTable();
    });
    connect(m_steps->editor(), &FindingEditor::done, this, [this](const QString& words) {
        m_undo->say(words, m_actions->action(u"edit.undo")->shortcut().toString(QKeySequence::PortableText));
    });
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
}

void FindingsPage::changed() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void FindingsPage::refresh() {
    m_stale = false;
    m_register->refresh();
    showMatrix();
    showChosen();
}

void FindingsPage::showChosen() {
    m_detail->show(m_register->table()->selectedKeys(), m_register->table()->currentKey());
    const bool any = m_register->model()->rowCount() > 0;
    m_side->setVisible(any && m_sideWanted && m_view == View::Register);
    applySizes(); // at its first time; later the splitter knows
    m_export->setVisible(any);
    m_add->setVisible(any || m_view != View::Register); // the empty register offers it itself
    const score::Finding* one = m_bridge->session().finding(m_register->table()->currentKey());
    const auto& filter = m_register->filter();
    if (one == nullptr) {
        m_matrix->setMove({}, {});
        m_matrix->setChosen(filter.cell ? std::optional<MatrixCell>({filter.cell->likelihood, filter.cell->impact})
                                        : std::nullopt);
        return;
    }
    const MatrixCell today{one->inherent.likelihood, one->inherent.impact};
    m_matrix->setMove(today, {one->residual.likelihood, one->residual.impact});
    m_matrix->setChosen(filter.cell ? MatrixCell{filter.cell->likelihood, filter.cell->impact} : today);
}

void FindingsPage::showMatrix() {
    m_matrix->setCounts(score::matrixOf(m_bridge->session().findings(), false));
}

void FindingsPage::filterByCell(MatrixCell cell) {
    FindingFilter filter = m_register->filter();
    const review::Rating rating{cell.likelihood, cell.impact};
    if (filter.cell == rating)
        filter.cell.reset();
    else
        filter.cell = rating;
    filter.keys.clear();
    m_register->setFilter(filter);
}

bool FindingsPage::showFinding(const QString& key) {
    if (m_bridge->session().finding(s(key)) == nullptr)
        return false;
    if (m_stale)
        refresh();
    showView(View::Register);
    m_register->showFinding(s(key));
    return true;
}

void FindingsPage::showView(View view) {
    QWidget* const shown = viewWidget(view);
    m_segments->setCurrentIndex(static_cast<int>(view));
    if (view == m_view)
        return;
    commitPending();
    m_view = view;
    m_stack->setCurrentWidget(shown);
    showChosen();
    setFocusProxy(view == View::Register ? static_cast<QWidget*>(m_register->table()) : firstFocus(shown));
    if (isVisible())
        setFocus(Qt::OtherFocusReason);
    const auto& tell = m_tell[static_cast<std::size_t>(view)];
    if (tell && !currentKey().empty())
        tell(q(currentKey()));
}

void FindingsPage::setFilter(const FindingFilter& filter) {
    showView(View::Register);
    m_register->setFilter(filter);
}

std::string FindingsPage::currentKey() const {
    return m_register->table()->currentKey();
}

} // namespace plumb::ui
