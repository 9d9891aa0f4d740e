// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_panes.h"

#include "ui/bridge/action_table.h"
#include "ui/models/money_text.h"
#include "ui/pages/overview_rows.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/money_scale.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/score_scale.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// A rule with its whole length hatched: nothing is known yet.
class UnknownScale final : public QWidget {
public:
    UnknownScale() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {200, 56}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF rule(0, 38, width(), 1);
        hatch(&painter, {0, 29, width() * 1.0, 9}, tokens()[Token::Hatch], 5);
        painter.fillRect(rule, tokens()[Token::Control]);
        for (int i = 0; i <= 4; ++i)
            painter.fillRect(QRectF(qMin(std::round(width() * i / 4.0), width() - 1.0), 39, 1, 3),
                             tokens()[Token::Control]);
    }
};

/// Figures that lead to the Costs place as a whole; its children only show.
class CostButton final : public QAbstractButton {
public:
    CostButton() {
        setObjectName(QStringLiteral("costButton"));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        paintsOwnFocus(this);
    }
    QSize sizeHint() const override { return QWidget::sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (hasFocus() && Theme::instance().focusVisible())
            drawInnerFocus(&painter, rect(), tokens(), kRadiusBox);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
};

QString paybackFact(const CostHeadline& headline, QString* lead) {
    *lead = CostPane::tr("Pays back ");
    if (!headline.spends)
        return CostPane::tr("at once");
    if (headline.paidBack && *headline.paidBack > 0) {
        *lead = Theme::instance().compact() ? CostPane::tr("Payback month ") : CostPane::tr("Pays back in month ");
        return QString::number(*headline.paidBack);
    }
    return headline.paidBack ? CostPane::tr("at once") : CostPane::tr("after month %1").arg(headline.horizonMonths);
}

QString percent(double share) {
    return WorkloadHead::tr("%1 %").arg(qRound(share * 100));
}

} // namespace

WorkloadHead::WorkloadHead(ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_name(oneLine(QString(), Role::TitleXl, Token::Ink))
    , m_description(new WrapLabel(QString(), Role::Body, Token::Ink2)) {
    m_name->setObjectName(QStringLiteral("workloadLabel"));
    m_description->setMaxLines(2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(32));
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    auto* name = new QHBoxLayout;
    name->setSpacing(6);
    name->addWidget(m_name);
    auto* edit = new Button(Icon::Pencil, tr("Edit workload"), ButtonLook::Ghost);
    edit->setObjectName(QStringLiteral("editWorkloadButton"));
    edit->setButtonSize(Button::Size::Small);
    edit->setIconColor(Token::Ink3);
    edit->setToolTip(actions->tooltip(u"overview.edit"));
    QAction* const action = actions->action(u"overview.edit");
    connect(edit, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, edit, [edit, action] { edit->setVisible(action->isEnabled()); });
    if (!action->isEnabled())
        edit->hide();
    name->addWidget(edit);
    name->addStretch(1);
    left->addLayout(name);
    left->addWidget(m_description);
    row->addLayout(left, 1);
    for (const QString& caption : {tr("Client"), tr("Environment"), tr("Owner"), tr("Regions"), tr("Last snapshot")})
        m_facts.push_back(addFact(caption, row));
}

WorkloadHead::Fact WorkloadHead::addFact(const QString& caption, QBoxLayout* row) {
    auto* box = new QWidget;
    auto* column = columnOf(box);
    column->addStretch(1);
    column->addWidget(oneLine(caption, Role::Caption, Token::Ink2));
    column->addSpacing(1);
    auto* value = oneLine(QString(), Role::Body, Token::Ink);
    value->setAccessibleName(caption);
    column->addWidget(value);
    column->addStretch(1);
    row->addWidget(box);
    return {box, value};
}

void WorkloadHead::show(const review::Workload& workload, const QString& lastSnapshot) {
    m_name->setText(q(workload.name));
    m_description->setText(workload.description.empty() ? tr("No description yet.") : q(workload.description));
    const bool regions = lastSnapshot.isEmpty(); // four facts have room; regions give way to the snapshot
    const QString values[] = {q(workload.client), q(workload.environment), q(workload.owner),
                              regions ? q(workload.regions) : QString(), lastSnapshot};
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        m_facts[i].value->setText(values[i]);
        m_facts[i].box->setVisible(!values[i].isEmpty());
    }
}

ScorePane::ScorePane(QWidget* parent)
    : QWidget(parent)
    , m_number(oneLine(QString(), Role::Display, Token::Ink, Digits::Tabular))
    , m_of(oneLine(tr("of 100"), Role::Quote, Token::Ink2))
    , m_label(new RiskMark(MarkKind::Unanswered, 18, true))
    , m_open(oneLine(QString(), Role::Small, Token::Ink2))
    , m_scale(new ScoreScale)
    , m_facts(new WrapLabel) {
    m_number->setObjectName(QStringLiteral("scoreLabel"));
    m_facts->setObjectName(QStringLiteral("scoreFactsLabel"));
    auto* column = columnOf(this);
    column->addWidget(oneLine(tr("Score"), Role::Caption, Token::Ink2));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(10));
    line->addWidget(m_number);
    line->addWidget(m_of, 0, Qt::AlignBottom);
    line->addStretch(1);
    line->addWidget(m_label, 0, Qt::AlignBottom);
    line->addWidget(m_open, 0, Qt::AlignBottom);
    column->addLayout(line);
    column->addStretch(1);
    column->addWidget(m_scale);
    column->addStretch(1);
    m_facts->setRole(Role::Small);
    m_facts->setColor(Token::Ink2);
    m_facts->setDigits(Digits::Tabular);
    m_facts->setMaxLines(1);
    column->addWidget(m_facts);
}

void ScorePane::show(const score::ScopeScore& score, std::optional<double> lastReview) {
    m_number->setText(score.score ? QString::number(qRound(*score.score)) : tr("–"));
    m_of->setText(score.score ? tr("of 100") : tr("nothing answered yet"));
    m_label->setVisible(score.label.has_value());
    if (score.label) {
        m_label->setKind(*score.label == score::Label::AtRisk      ? MarkKind::High
                         : *score.label == score::Label::NeedsWork ? MarkKind::Medium
                                                                   : MarkKind::None);
        m_label->setWord(*score.label == score::Label::AtRisk      ? tr("At risk")
                         : *score.label == score::Label::NeedsWork ? tr("Needs work")
                                                                   : tr("Sound"));
    }
    m_open->setText(!score.score                     ? QString()
                    : score.high + score.medium == 0 ? tr("no open risk")
                                                     : tr("%1 high, %2 medium open").arg(score.high).arg(score.medium));
    ScoreView view;
    view.score = score.score;
    view.low = score.worst;
    view.high = score.best;
    view.verified = score.verified;
    view.previous = lastReview;
    m_scale->setView(view);
    RichText facts{plain(tr("Range ")),
                   strong(tr("%1–%2").arg(qRound(score.worst)).arg(qRound(score.best)), Token::Ink),
                   plain(QStringLiteral("      ")),
                   plain(tr("Coverage ")),
                   strong(percent(score.coverage), Token::Ink),
                   plain(QStringLiteral("      ")),
                   plain(tr("Verified "))};
    facts << strong(score.verified ? QString::number(qRound(*score.verified)) : tr("none yet"), Token::Ink);
    if (lastReview)
        facts << plain(QStringLiteral("      ")) << plain(tr("Last review "))
              << strong(QString::number(qRound(*lastReview)), Token::Ink);
    m_facts->setRich(facts);
}

CostPane::CostPane(QWidget* parent) : QWidget(parent) {
    auto* column = columnOf(this);
    column->addWidget(buildKnown());
    column->addWidget(buildEmpty());
    show(CostHeadline{});
}

QWidget* CostPane::buildKnown() {
    m_known = new CostButton;
    m_number = oneLine(QString(), Role::Display, Token::Ink, Digits::Tabular);
    m_number->setObjectName(QStringLiteral("costLabel"));
    m_after = oneLine(QString(), Role::Choice, Token::Ink2);
    m_after->setObjectName(QStringLiteral("costAfterLabel"));
    m_scale =
        new MoneyScale([this](double amount) { return amount > 0 ? shortMoney(amount, m_sign) : QStringLiteral("0"); });
    m_facts = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_facts->setObjectName(QStringLiteral("costFactsLabel"));
    m_facts->setDigits(Digits::Tabular);
    m_facts->setMaxLines(1);
    auto* column = columnOf(m_known);
    column->addWidget(oneLine(tr("Monthly cost, run rate"), Role::Caption, Token::Ink2));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(10));
    line->addWidget(m_number);
    line->addWidget(m_after, 1, Qt::AlignBottom);
    column->addLayout(line);
    column->addStretch(1);
    column->addWidget(m_scale);
    column->addStretch(1);
    column->addWidget(m_facts);
    for (QWidget* child : m_known->findChildren<QWidget*>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_known, &QAbstractButton::clicked, this, &CostPane::costsWanted);
    return m_known;
}

QWidget* CostPane::buildEmpty() {
    m_empty = new QWidget;
    auto* column = columnOf(m_empty);
    column->addWidget(oneLine(tr("Monthly cost, run rate"), Role::Caption, Token::Ink2));
    column->addSpacing(scaled(6));
    auto* line = new QHBoxLayout;
    m_title = oneLine(QString(), Role::Title, Token::Ink);
    m_title->setObjectName(QStringLiteral("noCostsLabel"));
    line->addWidget(m_title, 1);
    auto* go = new Button(tr("Go to costs"), ButtonLook::Plain);
    go->setObjectName(QStringLiteral("goToCostsButton"));
    go->setButtonSize(Button::Size::Small);
    go->setLeadingIcon(Icon::Costs);
    connect(go, &QAbstractButton::clicked, this, &CostPane::costsWanted);
    line->addWidget(go);
    column->addLayout(line);
    column->addStretch(1);
    column->addWidget(new UnknownScale);
    column->addStretch(1);
    m_sentence = new WrapLabel(QString(), Role::Small, Token::Ink2);
    column->addWidget(m_sentence);
    return m_empty;
}

void CostPane::show(const CostHeadline& headline) {
    m_known->setVisible(headline.any);
    m_empty->setVisible(!headline.any);
    m_sign = headline.sign;
    if (!headline.any) {
        m_title->setText(headline.trouble.isEmpty() ? tr("No costs yet") : tr("The cost model needs a look"));
        m_sentence->setText(headline.trouble.isEmpty()
                                ? tr("The bill, its range and the month in which measures pay back will stand here.")
                                : headline.trouble);
        return;
    }
    m_number->setText(roundedMoney(headline.after.value_or(headline.now), headline.sign));
    m_after->setText(headline.after ? tr("after “%1”").arg(headline.scenario) : tr("now, without a scenario"));
    MoneyView view;
    view.after = headline.after ? headline.after : headline.now;
    view.low = headline.low;
    view.high = headline.high;
    if (headline.after)
        view.now = headline.now;
    m_scale->setView(view, tr("Scale of the monthly cost"));
    showFacts(headline);
    m_known->setAccessibleName(tr("Monthly cost %1 %2").arg(m_number->text(), m_after->text()));
    m_known->setAccessibleDescription(m_facts->text().simplified());
    // Whole, as a narrow pane cuts both.
    m_known->setToolTip(m_after->text() + QLatin1Char('\n') + m_facts->text().simplified());
}

void CostPane::showFacts(const CostHeadline& headline) {
    const QString gap(Theme::instance().compact() ? 3 : 6, QLatin1Char(' '));
    RichText facts{plain(tr("Now ")), strong(roundedMoney(headline.now, headline.sign), Token::Ink)};
    if (headline.low && headline.high) {
        facts << plain(gap) << plain(tr("P10–P90 "))
              << strong(moneyRange(*headline.low, *headline.high, headline.sign), Token::Ink);
        QString lead;
        const QString month = paybackFact(headline, &lead);
        facts << plain(gap) << plain(lead) << strong(month, Token::Ink);
    }
    m_facts->setRich(facts);
}

ReadinessPane::ReadinessPane(QWidget* parent)
    : QWidget(parent)
    , m_verdict(oneLine(QString(), Role::Title, Token::Ink))
    , m_count(oneLine(QString(), Role::Small, Token::Ink2))
    , m_nothing(new WrapLabel(QString(), Role::Body, Token::Ink2)) {
    m_verdict->setObjectName(QStringLiteral("verdictLabel"));
    auto* column = columnOf(this);
    column->addWidget(oneLine(tr("Readiness verdict"), Role::Caption, Token::Ink2));
    column->addSpacing(scaled(6));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(12));
    line->addWidget(m_verdict);
    line->addWidget(m_count);
    line->addStretch(1);
    column->addLayout(line);
    column->addSpacing(scaled(4));
    m_nothing->setText(
        tr("The five signs of a production architecture come with the quick scan questionnaire, which this review "
           "does not have."));
    column->addWidget(m_nothing);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    m_rows->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows);
    column->addStretch(1);
    addSign(); // keeps the place of the signs in the tab order
    m_signs.front()->hide();
}

void ReadinessPane::addSign() {
    auto* row = new SignRow;
    const std::size_t index = m_signs.size();
    connect(row, &QAbstractButton::clicked, this, [this, index] {
        emit questionChosen({m_readiness.lens, m_readiness.signs[index].question});
    });
    m_rows->addWidget(row);
    if (!m_signs.empty())
        setTabOrder(m_signs.back(), row);
    m_signs.push_back(row);
}

void ReadinessPane::show(const score::Readiness& readiness) {
    m_readiness = readiness;
    const bool any = !readiness.signs.empty();
    int inPlace = 0;
    for (const auto& sign : readiness.signs)
        inPlace += sign.status == score::Readiness::Sign::Status::InPlace ? 1 : 0;
    switch (readiness.verdict) {
    case score::Readiness::Verdict::NotDetermined:
        m_verdict->setText(tr("Not determined"));
        break;
    case score::Readiness::Verdict::ProofOfConcept:
        m_verdict->setText(tr("Proof of concept"));
        break;
    case score::Readiness::Verdict::Production:
        m_verdict->setText(tr("Production"));
        break;
    }
    m_count->setText(any ? tr("%1 of %2 signs in place").arg(inPlace).arg(readiness.signs.size()) : QString());
    m_nothing->setVisible(!any);
    while (m_signs.size() < readiness.signs.size())
        addSign();
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (i < readiness.signs.size())
            static_cast<SignRow*>(m_signs[i])->setSign(readiness.signs[i]);
        m_signs[i]->setVisible(i < readiness.signs.size());
    }
}

TopRisksPane::TopRisksPane(QWidget* parent)
    : QWidget(parent)
    , m_all(oneLine(QString(), Role::Body, Token::Accent))
    , m_none(new WrapLabel(QString(), Role::Body, Token::Ink2)) {
    auto* column = columnOf(this);
    auto* head = new QHBoxLayout;
    head->addWidget(oneLine(tr("Top risks"), Role::Head, Token::Ink));
    head->addStretch(1);
    m_all->setObjectName(QStringLiteral("allRisksLink"));
    head->addWidget(m_all);
    column->addLayout(head);
    column->addSpacing(scaled(8));
    m_none->setText(tr("No open risk. What is answered holds, or nothing is answered yet."));
    column->addWidget(m_none);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    m_rows->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows);
    for (std::size_t index = 0; index < kShown; ++index) {
        auto* row = new RiskRow;
        row->hide();
        connect(row, &QAbstractButton::clicked, this, [this, index] { emit questionChosen(m_risks[index].key); });
        m_rows->addWidget(row);
        m_buttons.push_back(row);
    }
    connect(m_all, &WrapLabel::linkActivated, this, &TopRisksPane::allWanted);
}

void TopRisksPane::show(const std::vector<TopRisk>& risks, int open) {
    m_risks = risks;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (i < risks.size())
            static_cast<RiskRow*>(m_buttons[i])->setRisk(risks[i]);
        m_buttons[i]->setVisible(i < risks.size());
    }
    m_none->setVisible(risks.empty());
    m_all->setRich(open > 0 ? RichText{linkRun(open == 1 ? tr("One high risk") : tr("All %1 high risks").arg(open),
                                               QStringLiteral("all"))}
                            : RichText{});
    m_all->setVisible(open > 0);
}

} // namespace plumb::ui
