// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_tree_pane.h"

#include "ui/bridge/action_table.h"
#include "ui/pages/questions_flow.h"
#include "ui/pages/questions_tree_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

QuestionsTreePane::QuestionsTreePane(SessionBridge* bridge, ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_model(new QuestionTreeModel(bridge, this))
    , m_proxy(new QuestionFilterProxy(bridge, m_model, this)) {
    setObjectName(QStringLiteral("questionTreePane"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* head = new Pane(Token::Sunken);
    m_headLayout = new QVBoxLayout(head);
    buildHead(m_headLayout, actions);
    whole->addWidget(head);
    whole->addWidget(new Hairline(Qt::Horizontal));
    auto* body = new Pane(Token::Sunken);
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 6, 0, 0);
    bodyLayout->setSpacing(0);
    m_nothing = new WrapLabel(QString(), Role::Body, Token::Ink2);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    m_nothing->setRich({plain(tr("No question matches. ")), linkRun(tr("Show all"), QStringLiteral("all"))});
    m_nothing->hide();
    connect(m_nothing, &WrapLabel::linkActivated, this, [this] { setFilter({}); });
    auto* nothing = new QHBoxLayout;
    nothing->addWidget(m_nothing);
    bodyLayout->addLayout(nothing);
    m_tree = new QuestionsTreeView(m_proxy);
    bodyLayout->addWidget(m_tree, 1);
    whole->addWidget(body, 1);
    nothing->setContentsMargins(14, 0, 14, 0);

    connect(m_tree, &QuestionsTreeView::questionChosen, this, &QuestionsTreePane::questionChosen);
    connect(m_tree, &QuestionsTreeView::questionEntered, this, &QuestionsTreePane::questionEntered);
    connect(m_model, &QuestionTreeModel::countsChanged, this, &QuestionsTreePane::refreshCounts);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { setFilter(m_proxy->filter()); });
    connect(&Theme::instance(), &Theme::changed, this, &QuestionsTreePane::applyMetrics);
    applyMetrics();
    refreshCounts();
}

void QuestionsTreePane::buildHead(QVBoxLayout* column, ActionTable* actions) {
    m_search = new SearchField(tr("Search in this review"));
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setAccessibleName(tr("Search in this review"));
    m_search->setToolTip(actions->tooltip(u"questions.search"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& text) { changeFilter([&](QuestionFilter& filter) { filter.search = text; }); });
    column->addWidget(m_search);
    auto* chips = new Flow(6);
    m_unanswered = addChip(tr("Unanswered"), QStringLiteral("unansweredChip"), &QuestionFilter::unanswered);
    m_high = addChip(tr("High"), QStringLiteral("highChip"), &QuestionFilter::high);
    m_verify = addChip(tr("Verify"), QStringLiteral("verifyChip"), &QuestionFilter::verify);
    m_parked = addChip(tr("Parked"), QStringLiteral("parkedChip"), &QuestionFilter::parked);
    m_reconfirm = addChip(tr("To confirm"), QStringLiteral("reconfirmChip"), &QuestionFilter::reconfirm);
    m_reconfirm->setToolTip(tr("Answers whose question is another one since an upgrade"));
    m_more = new Chip(tr("More"));
    m_more->setObjectName(QStringLiteral("moreChip"));
    m_more->setToolTip(tr("Phase, pillar, evidence and grouping"));
    m_menu = new QMenu(m_more);
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    connect(m_menu, &QMenu::aboutToShow, this, &QuestionsTreePane::fillMenu);
    m_more->setMenu(m_menu);
    for (Chip* chip : {m_unanswered, m_high, m_verify, m_parked, m_reconfirm, m_more})
        chips->add(chip);
    column->addWidget(chips);
}

Chip* QuestionsTreePane::addChip(const QString& label, const QString& name, bool QuestionFilter::*part) {
    auto* chip = new Chip(label);
    chip->setObjectName(name);
    chip->setCheckable(true);
    connect(chip, &QAbstractButton::clicked, this,
            [this, chip, part] { changeFilter([&](QuestionFilter& filter) { filter.*part = chip->isChecked(); }); });
    return chip;
}

void QuestionsTreePane::fillMenu() {
    m_menu->clear();
    QAction* evidence = m_menu->addAction(tr("Has evidence\t%1").arg(m_model->counts().evidence));
    evidence->setCheckable(true);
    evidence->setChecked(m_proxy->filter().evidence);
    connect(evidence, &QAction::toggled, this,
            [this](bool on) { changeFilter([&](QuestionFilter& filter) { filter.evidence = on; }); });
    addPhases(m_menu->addMenu(tr("Phase")));
    addFrameworks(m_menu->addMenu(tr("Pillar")));
    m_menu->addSeparator();
    addGroupings(m_menu->addMenu(tr("Group by")));
    m_menu->addSeparator();
    QAction* all = m_menu->addAction(tr("Show all questions"));
    all->setEnabled(!m_proxy->filter().empty());
    connect(all, &QAction::triggered, this, [this] { setFilter({}); });
}

void QuestionsTreePane::addPhases(QMenu* menu) {
    QStringList names;
    for (const review::ReviewLens& lens : m_bridge->session().review().lenses)
        for (const lens::Phase& phase : lens.overlay->phases)
            if (!names.contains(q(phase.name)))
                names << q(phase.name);
    menu->setEnabled(!names.isEmpty());
    for (const QString& name : names) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_proxy->filter().phases.contains(s(name)));
        connect(action, &QAction::toggled, this, [this, name](bool on) {
            changeFilter([&](QuestionFilter& filter) {
                if (on)
                    filter.phases.insert(s(name));
                else
                    filter.phases.erase(s(name));
            });
        });
    }
}

void QuestionsTreePane::addFrameworks(QMenu* menu) {
    for (const score::FrameworkPillar& pillar : score::frameworkPillars()) {
        const std::string id(pillar.id);
        QAction* action = menu->addAction(q(pillar.shortName));
        action->setCheckable(true);
        action->setChecked(m_proxy->filter().frameworks.contains(id));
        connect(action, &QAction::toggled, this, [this, id](bool on) {
            changeFilter([&](QuestionFilter& filter) {
                if (on)
                    filter.frameworks.insert(id);
                else
                    filter.frameworks.erase(id);
            });
        });
    }
}

void QuestionsTreePane::addGroupings(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    const std::pair<QString, QuestionTreeModel::Grouping> choices[] = {
        {tr("Pillars of each lens"), QuestionTreeModel::Grouping::Pillar},
        {tr("Phases of each lens"), QuestionTreeModel::Grouping::Phase},
        {tr("Pillars over all lenses"), QuestionTreeModel::Grouping::Framework}};
    for (const auto& [name, grouping] : choices) {
        QAction* action = menu->addAction(name);
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(m_model->grouping() == grouping);
        connect(action, &QAction::triggered, this, [this, grouping = grouping] { m_model->setGrouping(grouping); });
    }
}

void QuestionsTreePane::changeFilter(const std::function<void(QuestionFilter&)>& change) {
    QuestionFilter filter = m_proxy->filter();
    change(filter);
    setFilter(filter);
}

void QuestionsTreePane::setFilter(const QuestionFilter& filter) {
    m_proxy->setFilter(filter);
    filterChanged();
}

void QuestionsTreePane::filterChanged() {
    const QuestionFilter& filter = m_proxy->filter();
    m_unanswered->setChecked(filter.unanswered);
    m_high->setChecked(filter.high);
    m_verify->setChecked(filter.verify);
    m_parked->setChecked(filter.parked);
    m_reconfirm->setChecked(filter.reconfirm);
    const int more = (filter.evidence ? 1 : 0) +
                     static_cast<int>(filter.phases.size() + filter.frameworks.size() + filter.lenses.size());
    m_more->setCount(more > 0 ? std::optional<int>(more) : std::nullopt);
    if (filter.search.isEmpty() && !m_search->text().trimmed().isEmpty())
        m_search->clear();
    if (filter.empty()) {
        m_tree->showQuestion(m_current);
        m_tree->collapseOthers();
    } else {
        m_tree->expandAll();
        m_tree->showQuestion(m_current);
    }
    m_nothing->setVisible(m_proxy->rowCount() == 0 && m_model->counts().all > 0);
    refreshCounts();
}

void QuestionsTreePane::refreshCounts() {
    const QuestionCounts& counts = m_model->counts();
    m_unanswered->setCount(counts.unanswered);
    m_high->setCount(counts.high);
    m_verify->setCount(counts.verify);
    m_parked->setCount(counts.parked);
    m_reconfirm->setCount(counts.reconfirm);
    // Only where an upgrade has left something to do; it stays while it filters.
    m_reconfirm->setVisible(counts.reconfirm > 0 || m_proxy->filter().reconfirm);
}

void QuestionsTreePane::showQuestion(const QuestionKey& key) {
    m_current = key;
    m_tree->showQuestion(key);
}

void QuestionsTreePane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QuestionsTreePane::focusTree() {
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

void QuestionsTreePane::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 10 : 12;
    m_headLayout->setContentsMargins(side, side, side, compact ? 9 : 10);
    m_headLayout->setSpacing(8);
}

bool QuestionsTreePane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const std::vector<QuestionKey> order = m_proxy->order();
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!order.empty())
                emit questionEntered(order.front());
            return true;
        case Qt::Key_Down:
            focusTree();
            return true;
        case Qt::Key_Escape:
            if (!m_search->text().isEmpty())
                break; // the field clears itself first
            emit left();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
