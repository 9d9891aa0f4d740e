// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_detail.h"

#include "ui/bridge/action_table.h"
#include "ui/models/finding_measures.h"
#include "ui/models/finding_text.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/findings_facts.h"
#include "ui/pages/findings_fields.h"
#include "ui/pages/findings_steps.h"
#include "ui/pages/findings_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QDate>
#include <QMenu>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kShownPractices = 3;
constexpr int kTextInset = 6; ///< texts stand this far inside their frame, so the rest is moved in as far

QVBoxLayout* inset(QWidget* widget) {
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(kTextInset, 0, kTextInset, 0);
    layout->setSpacing(0);
    return layout;
}

/// A line a measure; what only the type links is grey.
RichText measureWords(const std::vector<FindingMeasure>& measures) {
    RichText out;
    for (const FindingMeasure& one : measures) {
        if (!out.isEmpty())
            out << plain(QStringLiteral("\n"));
        out << plain(one.name, one.byId ? Token::Ink : Token::Ink2);
        if (!one.money.isEmpty())
            out << plain(QStringLiteral(", ") + one.money, Token::Ink3);
    }
    return out;
}

} // namespace

FindingsDetail::FindingsDetail(SessionBridge* bridge, FindingSteps* steps, ActionTable* actions, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_steps(steps), m_actions(actions) {
    setObjectName(QStringLiteral("findingsDetail"));
    setAccessibleName(tr("The chosen finding"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_one = new QWidget;
    auto* one = new QVBoxLayout(m_one);
    one->setContentsMargins(0, 0, 0, 0);
    one->setSpacing(0);
    auto* head = new QWidget;
    buildHead(head);
    one->addWidget(head);
    one->addSpacing(scaled(4));
    buildTexts();
    column->addWidget(m_one);
    auto* rest = new QWidget;
    auto* restColumn = inset(rest);
    m_many = new WrapLabel(QString(), Role::Head);
    m_many->setObjectName(QStringLiteral("manyLabel"));
    restColumn->addWidget(m_many);
    restColumn->addSpacing(scaled(10));
    m_fields = new FindingFields;
    m_fields->setReadOnly(m_steps->readOnly());
    restColumn->addWidget(m_fields);
    restColumn->addSpacing(scaled(8));
    m_remark = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_remark->setObjectName(QStringLiteral("remarkLabel"));
    restColumn->addWidget(m_remark);
    restColumn->addSpacing(scaled(4));
    m_facts = new QWidget;
    auto* facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(0);
    restColumn->addWidget(m_facts);
    column->addWidget(rest);
    column->addStretch(1);
    buildRatings();
    buildFacts();
    connectFields();
}

void FindingsDetail::buildHead(QWidget* into) {
    auto* row = new QHBoxLayout(into);
    row->setContentsMargins(kTextInset, 0, kTextInset, 0);
    row->setSpacing(kGrid);
    m_mark = new RiskMark(MarkKind::High, 18);
    row->addWidget(m_mark);
    m_where = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_where->setObjectName(QStringLiteral("whereLabel"));
    m_where->setMaxLines(1);
    row->addWidget(m_where, 1);
    m_rating = new Badge(QString(), BadgeLook::Accent);
    m_rating->setObjectName(QStringLiteral("ratingBadge"));
    row->addWidget(m_rating);
    m_more = new Button(Icon::More, tr("More about this finding"), ButtonLook::Ghost);
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setButtonSize(Button::Size::Small);
    m_menu = new QMenu(m_more);
    m_menu->setObjectName(QStringLiteral("findingMenu"));
    connect(m_menu, &QMenu::aboutToShow, this, &FindingsDetail::fillMenu);
    m_more->setMenu(m_menu);
    row->addWidget(m_more);
}

FindingText* FindingsDetail::addText(const QString& name, const QString& words, bool oneLine) {
    auto* text = new FindingText(words, oneLine ? Role::Head : Role::Body,
                                 name == QLatin1String("observation") ? Token::Ink2 : Token::Ink, oneLine);
    text->setObjectName(name + QStringLiteral("Edit"));
    text->setReadOnly(m_steps->readOnly());
    connect(text, &FindingText::left, this, &FindingsDetail::left);
    return text;
}

void FindingsDetail::buildTexts() {
    auto* column = static_cast<QVBoxLayout*>(m_one->layout());
    const auto caption = [&](const QString& words) {
        auto* holder = new QWidget;
        auto* label = new WrapLabel(words, Role::Caption, Token::Ink3);
        inset(holder)->addWidget(label);
        column->addSpacing(scaled(8));
        column->addWidget(holder);
    };
    m_title = addText(QStringLiteral("title"), tr("Title"), true);
    column->addWidget(m_title);
    m_observation = addText(QStringLiteral("observation"), tr("What was seen"), false);
    column->addWidget(m_observation);
    caption(tr("Consequence"));
    m_consequence = addText(QStringLiteral("consequence"), tr("What may follow"), false);
    column->addWidget(m_consequence);
    caption(tr("Recommendation"));
    m_recommendation = addText(QStringLiteral("recommendation"), tr("What to do about it"), false);
    column->addWidget(m_recommendation);
    const auto fold = [this] {
        const bool compact = Theme::instance().compact();
        m_observation->setFolded(compact ? 2 : 4);
        m_consequence->setFolded(2);
        m_recommendation->setFolded(compact ? 2 : 3);
    };
    fold();
    connect(&Theme::instance(), &Theme::changed, this, fold);
    column->addSpacing(scaled(10));
    using Text = std::optional<std::string> session::FindingEdit::*;
    const std::pair<FindingText*, Text> texts[] = {{m_title, &session::FindingEdit::title},
                                                   {m_observation, &session::FindingEdit::observation},
                                                   {m_consequence, &session::FindingEdit::consequence},
                                                   {m_recommendation, &session::FindingEdit::recommendation}};
    for (const auto& [text, part] : texts)
        text->setStore([this, part = part, name = s(text->objectName())](const QString& words) {
            if (m_keys.size() != 1)
                return true;
            session::FindingEdit edit;
            edit.*part = s(words);
            edit.mergeKey = "finding." + m_keys.front() + '.' + name;
            return m_steps->editor()->edit(m_keys.front(), edit);
        });
}

void FindingsDetail::buildRatings() {
    const char* const names[] = {"likelihoodCombo", "impactCombo", "likelihoodAfterCombo", "impactAfterCombo"};
    const QString words[] = {tr("Likelihood today"), tr("Impact today"), tr("Likelihood after the fix"),
                             tr("Impact after the fix")};
    for (int i = 0; i < 4; ++i) {
        auto* box = new CalmCombo(QString::fromLatin1(names[i]), words[i]);
        for (int value = 5; value >= 1; --value)
            box->addItem(QStringLiteral("%1 %2").arg(value).arg(i % 2 == 0 ? likelihoodWord(value) : impactWord(value)),
                         value);
        box->setToolTip(words[i]);
        box->setEnabled(!m_steps->readOnly());
        box->setFixedHeight(smallControlHeight());
        connect(box, &QComboBox::activated, this, &FindingsDetail::rate);
        m_ratings[i] = box;
    }
    auto* today = new FactRow(QStringLiteral("today"), tr("Today"), {});
    today->setEditors({m_ratings[0], m_ratings[1]});
    auto* after = new FactRow(QStringLiteral("after"), tr("After the fix"), {});
    after->setEditors({m_ratings[2], m_ratings[3]});
    m_facts->layout()->addWidget(today);
    m_facts->layout()->addWidget(after);
}

void FindingsDetail::buildFacts() {
    const auto add = [this](const QString& name, const QString& caption, const QString& link,
                            void (FindingSteps::*ask)(const std::string&)) {
        auto* row = new FactRow(name, caption, link);
        row->setEditable(!m_steps->readOnly());
        connect(row, &FactRow::linkPressed, this, [this, ask] {
            if (m_keys.size() == 1)
                (m_steps->*ask)(m_keys.front());
        });
        m_facts->layout()->addWidget(row);
        return row;
    };
    m_closes = add(QStringLiteral("closes"), tr("Closes with"), tr("Change"), &FindingSteps::choosePractices);
    m_evidence = add(QStringLiteral("evidence"), tr("Evidence"), tr("Link"), &FindingSteps::chooseEvidence);
    m_loss = add(QStringLiteral("loss"), tr("Yearly loss"), tr("Model"), &FindingSteps::askLoss);
    m_needs = add(QStringLiteral("needs"), tr("Needs first"), tr("Change"), &FindingSteps::chooseNeeds);
    m_tradeOffs = add(QStringLiteral("tradeOffs"), tr("Trade-off"), tr("Change"), &FindingSteps::askTradeOffs);
    m_measures = add(QStringLiteral("measures"), tr("Measures"), tr("Change"), &FindingSteps::chooseMeasures);
    m_switch = new Button(QString(), ButtonLook::Plain);
    m_switch->setObjectName(QStringLiteral("switchOnButton"));
    m_switch->setButtonSize(Button::Size::Small);
    m_switch->setLeadingIcon(Icon::Costs);
    m_switch->setToolTip(tr("Switch the measures behind this finding on, with what they need"));
    connect(m_switch, &QAbstractButton::clicked, this, [this] {
        if (m_keys.size() == 1)
            m_steps->switchOnMeasures(m_keys.front());
    });
    m_question = new Button(tr("Go to question"), ButtonLook::Plain);
    m_question->setObjectName(QStringLiteral("questionButton"));
    m_question->setButtonSize(Button::Size::Small);
    m_question->setLeadingIcon(Icon::Questions);
    m_question->setToolTip(m_actions->tooltip(u"findings.question"));
    connect(m_question, &QAbstractButton::clicked, m_actions->action(u"findings.question"), &QAction::trigger);
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, scaled(12), 0, 0);
    row->addWidget(m_question);
    row->addWidget(m_switch);
    row->addStretch(1);
    m_facts->layout()->addWidget(foot);
}

void FindingsDetail::connectFields() {
    FindingEditor* editor = m_steps->editor();
    connect(m_fields, &FindingFields::ownerChosen, this,
            [this, editor](const QString& owner) { editor->setOwner(m_keys, owner); });
    connect(m_fields, &FindingFields::dueChosen, this, [this, editor](const QDate& day) {
        editor->setDue(m_keys, day.isValid() ? Date{day.year(), day.month(), day.day()} : Date{});
    });
    connect(m_fields, &FindingFields::effortChosen, this,
            [this, editor](lens::Effort effort) { editor->setEffort(m_keys, effort); });
    connect(m_fields, &FindingFields::statusChosen, this, [this](review::FindingStatus status) {
        // Given up, the box goes back to what is.
        m_steps->setStatus(m_keys, status, [this] { refresh(); });
    });
    connect(m_fields, &FindingFields::left, this, &FindingsDetail::left);
    connect(editor, &FindingEditor::warned, this, [this](const QString& sentence) {
        m_remark->setText(sentence);
        m_remark->show();
    });
}

void FindingsDetail::show(const Keys& keys, const std::string& current) {
    Keys wanted = keys;
    if (wanted.empty() && !current.empty())
        wanted = {current};
    const bool another = wanted != m_keys;
    if (another)
        flush();
    m_keys = wanted;
    std::vector<const score::Finding*> findings;
    for (const std::string& key : m_keys)
        if (const score::Finding* one = m_bridge->session().finding(key))
            findings.push_back(one);
    setVisible(!findings.empty());
    if (findings.empty())
        return;
    const bool single = findings.size() == 1;
    m_one->setVisible(single);
    m_facts->setVisible(single);
    m_many->setVisible(!single);
    m_many->setText(tr("%n findings chosen", nullptr, static_cast<int>(findings.size())));
    m_fields->show(findings, knownOwners(m_bridge->session()), m_bridge->session().today());
    if (single)
        showOne(*findings.front(), another);
    else
        m_remark->setText(tr("What you set here is set for all of them, as one step."));
    if (!single)
        m_remark->show();
}

void FindingsDetail::refresh() {
    show(m_keys, {});
}

void FindingsDetail::showOne(const score::Finding& finding, bool another) {
    m_mark->setKind(findingMark(finding));
    m_where->setText(tr("%1 · %2").arg(findingCode(finding), findingWhere(finding)));
    m_rating->setText(finding.residualRating == finding.rating
                          ? tr("Rating %1").arg(finding.rating)
                          : tr("Rating %1 to %2").arg(finding.rating).arg(finding.residualRating));
    m_title->show(q(finding.title), another);
    m_observation->show(q(finding.observation), another);
    m_consequence->show(q(finding.consequence), another);
    m_recommendation->show(q(finding.recommendation), another);
    const int values[] = {finding.inherent.likelihood, finding.inherent.impact, finding.residual.likelihood,
                          finding.residual.impact};
    for (int i = 0; i < 4; ++i)
        m_ratings[i]->setCurrentIndex(m_ratings[i]->findData(values[i]));
    showRemark(finding);
    showFacts(finding);
    m_question->setVisible(!finding.byHand);
}

void FindingsDetail::showRemark(const score::Finding& finding) {
    QStringList words;
    if (finding.status == review::FindingStatus::Accepted)
        words
            << tr("Accepted by %1 until %2: %3").arg(q(finding.decidedBy), dayWords(finding.until), q(finding.reason));
    if (finding.status == review::FindingStatus::Transferred)
        words << (finding.decidedBy.empty() ? tr("Transferred: %1").arg(q(finding.reason))
                                            : tr("Transferred to %1: %2").arg(q(finding.decidedBy), q(finding.reason)));
    if (finding.status == review::FindingStatus::FalseAlarm)
        words << tr("False alarm: %1").arg(q(finding.reason));
    if (finding.expired)
        words << tr("The acceptance ended on %1, so it is open again.").arg(dayWords(finding.until));
    if (finding.overdue)
        words << tr("Overdue since %1.").arg(dayWords(finding.due));
    if (finding.contradicted)
        words << tr("Resolved by hand, but the answers still show the risk.");
    if (finding.closedByAnswers)
        words << tr("Closed by the answers: its question shows no risk any more.");
    m_remark->setText(words.join(QLatin1Char(' ')));
    m_remark->setVisible(!words.isEmpty());
}

QString FindingsDetail::practiceWords(const score::Finding& finding) const {
    QStringList words;
    for (const review::PracticeRef& one : finding.toClose) {
        const lens::Question* question = m_bridge->session().review().findQuestion(one.question);
        if (question == nullptr)
            continue;
        const auto it = std::find_if(question->choices.begin(), question->choices.end(),
                                     [&](const lens::Choice& choice) { return choice.id == one.choice; });
        if (it != question->choices.end())
            words << q(it->title);
    }
    if (words.size() > kShownPractices + 1) {
        const int more = static_cast<int>(words.size()) - kShownPractices;
        words = words.mid(0, kShownPractices);
        words << tr("and %n more", nullptr, more);
    }
    return words.join(QLatin1Char('\n'));
}

void FindingsDetail::showFacts(const score::Finding& finding) {
    const session::Session& session = m_bridge->session();
    m_closes->setVisible(!finding.byHand && finding.open);
    m_closes->setText(practiceWords(finding), tr("No practice of the question lowers it"));
    QStringList evidence;
    for (const std::string& id : finding.evidence)
        if (const review::Evidence* one = session.review().findEvidence(id))
            evidence << (one->strength == review::Basis::Unset
                             ? q(one->title)
                             : tr("%1, %2").arg(q(one->title), basisWord(one->strength).toLower()));
    m_evidence->setText(evidence.join(QLatin1Char('\n')), tr("None"));
    m_loss->setText(lossWords(finding.loss, currencyOf(session)), tr("No model"));
    QStringList needs;
    for (const std::string& key : finding.needs)
        needs << findingName(session, key);
    m_needs->setText(needs.join(QLatin1Char('\n')), tr("Nothing"));
    QStringList trades;
    for (const review::TradeOff& one : finding.tradeOffs)
        trades << tradeOffWords(one);
    m_tradeOffs->setText(trades.join(QStringLiteral(", ")), tr("None"));
    m_measures->setRich(measureWords(measuresOf(session, finding.key)), tr("None"));
    const QString scenario = m_steps->readOnly() ? QString() : scenarioToSwitch(session, finding.key);
    m_switch->setText(tr("Switch on in “%1”").arg(scenario));
    m_switch->setVisible(!scenario.isEmpty());
}

void FindingsDetail::rate() {
    if (m_keys.size() != 1)
        return;
    const score::Finding* one = m_bridge->session().finding(m_keys.front());
    if (one == nullptr)
        return;
    const auto value = [this](int i) { return m_ratings[i]->currentData().toInt(); };
    const review::Rating today{value(0), value(1)}, after{value(2), value(3)};
    session::FindingEdit edit;
    if (today != one->inherent)
        edit.inherent = today;
    if (after != one->residual)
        edit.residual = after;
    if (edit.inherent || edit.residual)
        m_steps->editor()->edit(m_keys.front(), edit);
}

void FindingsDetail::fillMenu() {
    m_menu->clear();
    if (m_keys.size() != 1)
        return;
    const std::string key = m_keys.front();
    const score::Finding* one = m_bridge->session().finding(key);
    if (one == nullptr)
        return;
    const bool free = !m_steps->readOnly();
    for (const auto id : {u"findings.question", u"findings.accept", u"findings.resolve"}) {
        QAction* action = m_actions->action(id);
        if (QStringView(id) != QStringView(u"findings.question") || !one->byHand)
            m_menu->addAction(action);
    }
    m_menu->addSeparator();
    const bool own = one->ownTitle || one->ownObservation || one->ownConsequence || one->ownRecommendation;
    QAction* derived = m_menu->addAction(tr("Take back own words"));
    derived->setEnabled(free && own && !one->byHand);
    derived->setToolTip(tr("Show the texts that follow from the answers again"));
    connect(derived, &QAction::triggered, this, [this, key] {
        session::FindingEdit edit;
        edit.title = edit.observation = edit.consequence = edit.recommendation = std::string();
        m_steps->editor()->edit(key, edit);
    });
    QAction* rating = m_menu->addAction(tr("Take back own rating"));
    rating->setEnabled(free);
    connect(rating, &QAction::triggered, this, [this, key] {
        session::FindingEdit edit;
        edit.inherent = edit.residual = review::Rating{};
        m_steps->editor()->edit(key, edit);
    });
    if (one->byHand) {
        m_menu->addSeparator();
        m_menu->addAction(m_actions->action(u"findings.remove"));
    }
}

bool FindingsDetail::flush() {
    m_fields->flush();
    bool stored = true;
    for (FindingText* text : {m_title, m_observation, m_consequence, m_recommendation})
        stored = text->flush() && stored;
    return stored;
}

void FindingsDetail::enter() {
    if (m_keys.size() == 1)
        m_title->setFocus(Qt::TabFocusReason);
    else
        m_fields->findChild<QWidget*>(QStringLiteral("ownerCombo"))->setFocus(Qt::TabFocusReason);
}

} // namespace plumb::ui
