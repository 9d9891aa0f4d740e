// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout, navigation and refreshing; what keys do to the answer stands in questions_page_steps.cpp.
#include "ui/pages/questions_page.h"

#include "ui/bridge/action_table.h"
#include "ui/models/last_review.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/questions_answer_fields.h"
#include "ui/pages/questions_card.h"
#include "ui/pages/questions_evidence_desk.h"
#include "ui/pages/questions_notes.h"
#include "ui/pages/questions_side_pane.h"
#include "ui/pages/questions_tree_pane.h"
#include "ui/pages/questions_tree_view.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/undo_bar.h"

#include <algorithm>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kNarrow = 1180; ///< below this width of the window the facilitator's pane is a tab of the card

} // namespace

QuestionsPage::QuestionsPage(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_actions(actions)
    , m_editor(bridge)
    , m_desk(new EvidenceDesk(bridge, &m_editor, this)) {
    setObjectName(QStringLiteral("questionsPage"));
    setAccessibleName(tr("Questions"));
    setFocusPolicy(Qt::ClickFocus);
    setAcceptDrops(true);
    paintsOwnFocus(this);
    build();
    actions->attach(this, ActionScope::Questions);
    connectSession();
    connectActions();
    connectCard();
    connectSidePane();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_sized = false;
        arrange();
    });
    m_card->notes()->setReadOnly(bridge->session().readOnly());
    lensesChanged();
}

QuestionsPage::~QuestionsPage() = default;

void QuestionsPage::build() {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    whole->addWidget(m_splitter);
    m_tree = new QuestionsTreePane(m_bridge, m_actions);
    m_tree->setMinimumWidth(scaled(200));
    m_splitter->addWidget(m_tree);

    m_middle = new Pane(Token::Surface);
    auto* column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabBar = new QWidget;
    auto* tabRow = new QHBoxLayout(m_tabBar);
    tabRow->setContentsMargins(kPaddingMainSmall, 8, kPaddingMainSmall, 8);
    m_tabs = new SegmentedControl(tr("Question or facilitator card"));
    m_tabs->setObjectName(QStringLiteral("cardTabs"));
    m_tabs->addSegment(tr("Question"));
    m_tabs->addSegment(tr("Facilitator card"));
    m_tabs->setCurrentIndex(0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    m_tabBar->hide();
    column->addWidget(m_tabBar);
    m_stack = new QStackedWidget;
    column->addWidget(m_stack, 1);
    m_card = new QuestionCard(m_actions);
    m_stack->addWidget(m_card);
    m_empty = new EmptyPlace(
        Icon::Questions, tr("No questionnaire yet"),
        tr("This review has no questions. Start a new review with a questionnaire, or open another file."));
    m_empty->setObjectName(QStringLiteral("noQuestionsPlace"));
    auto* emptyHolder = new QWidget;
    auto* emptyRow = new QVBoxLayout(emptyHolder);
    emptyRow->setContentsMargins(kPaddingMain, kPaddingMain, kPaddingMain, kPaddingMain);
    emptyRow->addWidget(m_empty, 0, Qt::AlignTop);
    m_stack->addWidget(emptyHolder);
    m_middle->setMinimumWidth(scaled(420));
    m_splitter->addWidget(m_middle);

    m_side = new QuestionsSidePane(m_actions);
    m_side->setMinimumWidth(scaled(240));
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_undo = new UndoBar(this);
    connect(m_tabs, &SegmentedControl::chosen, this,
            [this](int index) { m_stack->setCurrentWidget(index == 1 ? static_cast<QWidget*>(m_side) : m_card); });
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
}

void QuestionsPage::connectSession() {
    connect(m_bridge, &SessionBridge::answersChanged, this, &QuestionsPage::answersChanged);
    connect(m_bridge, &SessionBridge::lensesChanged, this, &QuestionsPage::lensesChanged);
    connect(m_bridge, &SessionBridge::participantsChanged, this, [this] {
        refreshPeople();
        refreshAnswer();
    });
    connect(m_bridge, &SessionBridge::evidenceChanged, this, [this](const std::vector<QuestionKey>& keys) {
        if (std::find(keys.begin(), keys.end(), current()) != keys.end())
            refreshEvidence();
    });
    connect(m_bridge, &SessionBridge::costsChanged, this, [this] {
        if (isVisible())
            m_side->setCard(facilitatorCard(m_bridge->session(), current()));
    });
    connect(m_tree, &QuestionsTreePane::questionChosen, this, [this](const QuestionKey& key) {
        if (!showQuestion(key))
            m_tree->showQuestion(current());
    });
    connect(m_tree, &QuestionsTreePane::questionEntered, this, [this](const QuestionKey& key) {
        showQuestion(key);
        goToCard();
    });
    connect(m_tree, &QuestionsTreePane::left, this, &QuestionsPage::goToCard);
}

void QuestionsPage::arrange() {
    const bool narrow = window()->width() < scaled(kNarrow);
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_tabBar->setVisible(narrow);
        if (narrow) {
            m_stack->addWidget(m_side); // hidden until its tab is chosen
            m_tabs->setCurrentIndex(0);
        } else {
            if (m_stack->currentWidget() == m_side)
                m_stack->setCurrentWidget(m_card);
            m_stack->removeWidget(m_side);
            m_splitter->addWidget(m_side);
            m_side->setVisible(m_sideWanted);
            m_sized = false;
        }
    }
    if (!m_sized)
        applySizes();
}

void QuestionsPage::applySizes() {
    if (width() < 300)
        return;
    m_sized = true;
    m_tree->setMinimumWidth(scaled(200));
    m_middle->setMinimumWidth(scaled(420));
    const int side = m_narrow || !m_sideWanted ? 0 : sidePaneWidth();
    m_splitter->setSizes({treeWidth(), width() - treeWidth() - side, side});
}

void QuestionsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void QuestionsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_side->setCard(facilitatorCard(m_bridge->session(), current())); // its money may be another
    refreshSince();
    arrange();
    if (focusWidget() == nullptr)
        setFocus(Qt::OtherFocusReason);
}

void QuestionsPage::hideEvent(QHideEvent* event) {
    commitPending();
    QWidget::hideEvent(event);
}

bool QuestionsPage::commitPending() {
    return m_card->notes()->flush();
}

bool QuestionsPage::showQuestion(const QuestionKey& key) {
    if (key == current())
        return true;
    if (m_bridge->session().review().findQuestion(key) == nullptr || !commitPending())
        return false;
    m_editor.setQuestion(key);
    refreshAll();
    emit questionShown(key);
    return true;
}

void QuestionsPage::setFilter(const QuestionFilter& filter) {
    m_tree->setFilter(filter);
    const std::vector<QuestionKey> order = m_tree->proxy()->order();
    if (!order.empty() && std::find(order.begin(), order.end(), current()) == order.end())
        showQuestion(order.front());
}

const QuestionFilter& QuestionsPage::filter() const {
    return m_tree->proxy()->filter();
}

void QuestionsPage::setFileDialogs(FileDialogs* files) {
    m_desk->setFileDialogs(files);
}

void QuestionsPage::setUrlOpener(std::function<bool(const QUrl&)> open) {
    m_desk->setUrlOpener(std::move(open));
}

void QuestionsPage::step(int by) {
    if (const auto key = m_tree->proxy()->neighbour(current(), by))
        showQuestion(*key);
}

void QuestionsPage::goNextUnanswered() {
    if (const auto key = m_tree->proxy()->nextUnanswered(current()))
        showQuestion(*key);
}

void QuestionsPage::goToCard() {
    if (m_narrow) {
        m_tabs->setCurrentIndex(0);
        m_stack->setCurrentWidget(m_card);
    }
    setFocus(Qt::OtherFocusReason);
}

void QuestionsPage::answersChanged(const std::vector<QuestionKey>& keys) {
    if (std::find(keys.begin(), keys.end(), current()) != keys.end())
        refreshAnswer();
}

void QuestionsPage::lensesChanged() {
    if (!m_editor.valid())
        m_editor.setQuestion(m_tree->model()->firstQuestion().value_or(QuestionKey{}));
    refreshPeople();
    refreshAll();
}

void QuestionsPage::refreshAll() {
    const bool any = m_editor.valid();
    if (!any)
        m_stack->setCurrentIndex(1);
    else if (m_stack->currentWidget() != m_side)
        m_stack->setCurrentWidget(m_card);
    m_side->setEnabled(any);
    setAccessibleDescription(any ? q(m_bridge->session().review().findQuestion(current())->title) : QString());
    m_tree->showQuestion(current());
    m_side->setCard(facilitatorCard(m_bridge->session(), current()));
    refreshSince();
    refreshAnswer();
    refreshEvidence();
}

void QuestionsPage::refreshAnswer() {
    const session::Session& session = m_bridge->session();
    const lens::Question* question = session.review().findQuestion(current());
    if (question == nullptr)
        return;
    const lens::Explanation explanation = session.explain(current());
    m_card->setData(questionCard(session, current()),
                    whyText(report::explainInWords(*question, explanation), explanation.state));
    if (m_card->rulesShown())
        m_card->setRules(question, explanation);
    refreshSince();
}

void QuestionsPage::setLastReview(LastReview* last) {
    m_last = last;
    if (last != nullptr)
        connect(last, &LastReview::changed, this, &QuestionsPage::refreshSince);
    refreshSince();
}

void QuestionsPage::refreshSince() {
    std::optional<SinceData> since;
    const QuestionKey& key = current();
    if (const auto then = m_last == nullptr ? std::nullopt : m_last->question(key); then && !key.question.empty()) {
        const review::Answer& answer = m_bridge->session().review().answer(key);
        since.emplace();
        since->review = m_last->name();
        since->asked = then->asked;
        since->then = markOf(then->state);
        since->now = markOf(m_bridge->session().state(key));
        if (then->note != answer.note)
            since->noteThen = q(then->note);
    }
    m_side->setSince(since);
}

void QuestionsPage::refreshEvidence() {
    m_side->setEvidence(evidenceRows(m_bridge->session(), current()));
}

void QuestionsPage::refreshPeople() {
    QStringList names;
    for (const review::Participant& person : m_bridge->session().review().participants)
        names << q(person.name);
    m_card->fields()->setKnownPeople(names);
}

} // namespace plumb::ui
