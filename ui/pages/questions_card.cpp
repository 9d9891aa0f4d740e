// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_card.h"

#include "ui/bridge/action_table.h"
#include "ui/pages/questions_answer_fields.h"
#include "ui/pages/questions_choices.h"
#include "ui/pages/questions_footer.h"
#include "ui/pages/questions_notes.h"
#include "ui/pages/questions_rule_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/risk_panel.h"
#include "ui/widgets/wrap_label.h"

#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kMeasure = 620; ///< widest line of the ask

/// Between path, title, ask, choices, risk, fields and notes; the second set is for low windows.
constexpr int kGaps[][2] = {{4, 2}, {5, 2}, {17, 11}, {10, 6}, {15, 10}, {13, 9}};

/// As high as the window, or as its parts need at least: choices and notes give way before anything scrolls.
class CardBody final : public Pane {
public:
    CardBody() : Pane(Token::Surface) {}
    int heightForWidth(int width) const override { return layout()->totalMinimumHeightForWidth(width); }
};

Badge* frameBadge() {
    return new Badge(QString(), BadgeLook::Frame);
}

} // namespace

QuestionCard::QuestionCard(ActionTable* actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
    setObjectName(QStringLiteral("questionCard"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new CardBody;
    m_column = new QVBoxLayout(body);
    m_column->setSpacing(0);
    buildBody(m_column);
    m_scroll->setWidget(body);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(new Hairline(Qt::Horizontal));
    auto* foot = new Pane(Token::Surface);
    m_footRow = new QHBoxLayout(foot);
    m_footer = new QuestionsFooter(actions);
    m_footRow->addWidget(m_footer);
    whole->addWidget(foot);

    m_rules = new RulePanel(this);
    m_rules->hide();
    connect(m_rules, &RulePanel::closed, this, &QuestionCard::hideRules);
    connect(m_risk, &RiskPanel::linkActivated, actions->action(u"questions.rule"), &QAction::trigger);
    m_risk->installEventFilter(this);
    connect(actions, &ActionTable::keysChanged, this, &QuestionCard::refreshKeys);
    connect(&Theme::instance(), &Theme::changed, this, &QuestionCard::applyMetrics);
    refreshKeys();
    applyMetrics();
}

QWidget* QuestionCard::buildPath() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_path = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_path->setMaxLines(1);
    m_path->setObjectName(QStringLiteral("pathLabel"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_path, 1);
    m_phase = frameBadge();
    row->addWidget(m_phase);
    m_code = frameBadge();
    row->addWidget(m_code);
    m_more = new Button(Icon::More, tr("More for this question"), ButtonLook::Ghost);
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setButtonSize(Button::Size::Small);
    row->addWidget(m_more);
    buildMenu();
    return line;
}

QWidget* QuestionCard::buildReconfirm() {
    m_reconfirm = new QWidget;
    auto* column = new QVBoxLayout(m_reconfirm);
    column->setContentsMargins(0, 0, 0, scaled(12));
    m_reconfirmBar = new MessageBar(Icon::Refresh, Token::Accent, tr("Confirm again"), QString());
    m_reconfirmBar->setObjectName(QStringLiteral("reconfirmBar"));
    Button* const holds = m_reconfirmBar->addButton(tr("It still holds"));
    holds->setObjectName(QStringLiteral("confirmButton"));
    holds->bind(m_actions->action(u"questions.confirm"));
    column->addWidget(m_reconfirmBar);
    m_reconfirm->hide();
    return m_reconfirm;
}

void QuestionCard::buildMenu() {
    auto* menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("moreMenu"));
    for (const QStringView id :
         {QStringView(u"questions.verify"), QStringView(u"questions.park"), QStringView(u"questions.evidence"),
          QStringView(u"questions.pasteEvidence"), QStringView(u"questions.notApplicable"),
          QStringView(u"questions.rule"), QStringView(u"questions.people")})
        menu->addAction(m_actions->action(id));
    m_more->setMenu(menu);
}

void QuestionCard::buildBody(QBoxLayout* column) {
    column->addWidget(buildPath());
    addGap(column);
    m_title = new WrapLabel(QString(), Role::TitleXl);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    column->addWidget(m_title);
    addGap(column);
    m_ask = new WrapLabel(QString(), Role::Ask, Token::Ink2);
    m_ask->setObjectName(QStringLiteral("askLabel"));
    m_ask->setMeasure(kMeasure);
    column->addWidget(m_ask);
    addGap(column);
    column->addWidget(buildReconfirm());
    m_choices = new QuestionsChoices;
    column->addWidget(m_choices);
    addGap(column);
    m_risk = new RiskPanel;
    column->addWidget(m_risk);
    addGap(column);
    m_fields = new QuestionsAnswerFields;
    column->addWidget(m_fields);
    addGap(column);
    m_notes = new QuestionsNotes;
    connect(m_notes, &QuestionsNotes::evidenceOffered, this, &QuestionCard::evidenceOffered);
    column->addWidget(m_notes, 1);
}

void QuestionCard::addGap(QBoxLayout* column) {
    m_gaps.push_back(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed));
    column->addSpacerItem(m_gaps.back());
}

void QuestionCard::applyMetrics() {
    const bool compact = Theme::instance().compact();
    for (std::size_t i = 0; i < m_gaps.size(); ++i)
        m_gaps[i]->changeSize(0, scaled(kGaps[i][compact ? 1 : 0]), QSizePolicy::Minimum, QSizePolicy::Fixed);
    const int side = compact ? kPaddingMainSmall : kPaddingMain;
    m_column->setContentsMargins(side, compact ? 12 : 17, side, compact ? 10 : kPaddingSide);
    m_footRow->setContentsMargins(side - 4, 0, side, 0); // keys have 4 px of their own
    m_fields->layout()->setSpacing(scaled(compact ? 14 : 20));
}

void QuestionCard::refreshKeys() {
    const auto cap = [this](QStringView id) { return m_actions->keyCaps(id).join(QLatin1Char('+')); };
    QStringList keys;
    for (int i = 1; i <= 10; ++i)
        keys << cap(QString(QStringLiteral("questions.choice%1")).arg(i));
    m_choices->setKeys(keys, cap(u"questions.none"), cap(u"questions.notApplicable"));
    m_notes->setKey(cap(u"questions.note"));
    m_fields->setAddTip(m_actions->tooltip(u"questions.people"));
}

void QuestionCard::setPath(const QuestionCardData& card) {
    RichText path;
    for (const QString& part : {card.lens, card.pillar, card.position}) {
        if (part.isEmpty())
            continue;
        if (!path.isEmpty())
            path << plain(QStringLiteral("  ")) << iconRun(Icon::ChevronRight) << plain(QStringLiteral("  "));
        path << plain(part);
    }
    m_path->setRich(path);
    m_phase->setText(card.phase);
    m_phase->setVisible(!card.phase.isEmpty());
    m_code->setText(card.code);
}

void QuestionCard::setData(const QuestionCardData& card, const WhyText& why) {
    const bool other = card.key != m_data.key;
    m_data = card;
    if (other) {
        hideRules();
        setPath(card);
        m_title->setText(card.title);
        m_ask->setText(card.ask);
        m_ask->setVisible(!card.ask.isEmpty());
        m_notes->showPrivate(false);
        setAccessibleName(card.title);
    }
    m_reconfirm->setVisible(!card.reconfirm.isEmpty());
    if (!card.reconfirm.isEmpty()) {
        m_reconfirmBar->setTitle(tr("Confirm again: %1").arg(card.reconfirm));
        m_reconfirmBar->setSentence(tr("The questionnaire was upgraded. Any change confirms it."));
    }
    m_choices->setData(card);
    m_risk->setRisk(markOf(card.state), why.why, why.lower);
    m_risk->setToolTip(why.whole);
    m_fields->setData(card);
    m_notes->show(card.note, card.privateNote);
    m_footer->setMarks(card.needsVerification, card.parked);
}

void QuestionCard::setRules(const lens::Question* question, const lens::Explanation& explanation) {
    if (question != nullptr)
        m_rules->setRules(*question, explanation);
}

void QuestionCard::toggleRules() {
    if (m_rules->isVisible()) {
        hideRules();
        return;
    }
    placeRules();
    m_rules->show();
    m_rules->raise();
    m_rules->setFocus(Qt::OtherFocusReason);
    m_risk->setLinkText(tr("Hide the rule"));
}

bool QuestionCard::rulesShown() const {
    return !m_rules->isHidden();
}

void QuestionCard::hideRules() {
    if (m_rules->isHidden())
        return;
    m_rules->hide();
    m_risk->setLinkText(tr("Show the rule"));
}

void QuestionCard::placeRules() {
    const QPoint below = m_risk->mapTo(this, QPoint(0, m_risk->height() + 6));
    const int room = height() - below.y() - 12;
    // It may reach up over the choices when the window is low; the risk above it stays readable as long as there is
    // room.
    const int wanted = qMin(m_rules->wholeHeight(m_risk->width()), height() - 24);
    const int high = qMin(wanted, qMax(room, scaled(220)));
    m_rules->setGeometry(below.x(), qMin(below.y(), height() - high - 12), m_risk->width(), high);
}

void QuestionCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_rules->isVisible())
        placeRules();
}

bool QuestionCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_risk && (event->type() == QEvent::Move || event->type() == QEvent::Resize) && m_rules->isVisible())
        placeRules();
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
