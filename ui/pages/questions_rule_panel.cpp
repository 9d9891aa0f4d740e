// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_rule_panel.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

using lens::Condition;

/// Puts brackets where "and" stands around "or", as the rules read: && binds tighter.
void write(RichText& out, const lens::Question& question, const Condition& condition, std::uint32_t at, bool brackets) {
    const Condition::Node& node = condition.nodes[at];
    switch (node.kind) {
    case Condition::Kind::Default:
        out << plain(RulePanel::tr("in every other case"));
        break;
    case Condition::Kind::Id:
        if (node.choice == Condition::kUnknown)
            out << plain(RulePanel::tr("a choice that the question has not"));
        else
            out << keyRun(choiceKey(question, node.choice));
        break;
    case Condition::Kind::Not:
        out << plain(RulePanel::tr("not "));
        write(out, question, condition, node.children.front(), true);
        break;
    case Condition::Kind::And:
    case Condition::Kind::Or: {
        const bool isAnd = node.kind == Condition::Kind::And;
        if (brackets && node.children.size() > 1)
            out << plain(QStringLiteral("("));
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0)
                out << plain(isAnd ? RulePanel::tr(" and ") : RulePanel::tr(" or "));
            write(out, question, condition, node.children[i], true);
        }
        if (brackets && node.children.size() > 1)
            out << plain(QStringLiteral(")"));
        break;
    }
    }
}

MarkKind markOfRisk(lens::Risk risk) {
    switch (risk) {
    case lens::Risk::High:
        return MarkKind::High;
    case lens::Risk::Medium:
        return MarkKind::Medium;
    case lens::Risk::None:
        break;
    }
    return MarkKind::None;
}

void clear(QBoxLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

RichText conditionText(const lens::Question& question, const Condition& condition) {
    RichText out;
    if (!condition.nodes.empty())
        write(out, question, condition, static_cast<std::uint32_t>(condition.nodes.size() - 1), false);
    return out;
}

QString choiceKey(const lens::Question& question, std::size_t choice) {
    if (question.choices[choice].isNone)
        return QStringLiteral("N");
    std::size_t number = 1;
    for (std::size_t i = 0; i < choice; ++i)
        number += question.choices[i].isNone ? 0 : 1;
    return number > 10 ? q(question.choices[choice].title).left(24) : QString::number(number % 10);
}

RulePanel::RulePanel(QWidget* parent) : FramePane(parent, Token::Raised) {
    setObjectName(QStringLiteral("rulePanel"));
    setAccessibleName(tr("The rules of this question"));
    setFocusPolicy(Qt::ClickFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 8, 12);
    column->setSpacing(0);
    m_head = new QHBoxLayout;
    m_head->addWidget(new WrapLabel(tr("The first rule that holds decides"), Role::BodyStrong), 1);
    auto* close = new Button(Icon::Close, tr("Close"), ButtonLook::Ghost);
    close->setObjectName(QStringLiteral("closeRuleButton"));
    close->setKey(QStringLiteral("Esc"));
    close->setButtonSize(Button::Size::Small);
    connect(close, &QAbstractButton::clicked, this, &RulePanel::closed);
    m_head->addWidget(close);
    column->addLayout(m_head);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_body = new Pane(Token::Raised);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 6, 0);
    m_rows->setSpacing(scaled(4));
    scroll->setWidget(m_body);
    column->addWidget(scroll, 1);
}

void RulePanel::setRules(const lens::Question& question, const lens::Explanation& explanation) {
    clear(m_rows);
    for (std::size_t i = 0; i < question.rules.size(); ++i)
        addRule(question, question.rules[i], explanation.rule == i);
    if (!explanation.terms.empty()) {
        m_rows->addSpacing(scaled(6));
        const bool byDefault = explanation.rule && question.rules[*explanation.rule].condition.isDefault();
        m_rows->addWidget(new WrapLabel(byDefault ? tr("What the rule for the next lower level finds")
                                                  : tr("What the deciding rule finds"),
                                        Role::Caption, Token::Ink3));
        for (const lens::Term& term : explanation.terms)
            addTerm(question, term);
    }
    m_rows->addStretch(1);
}

int RulePanel::wholeHeight(int width) const {
    const QMargins around = layout()->contentsMargins();
    const int inside = width - around.left() - around.right();
    const int rows =
        m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(inside) : m_rows->totalSizeHint().height();
    return around.top() + m_head->sizeHint().height() + rows + around.bottom() + 2;
}

void RulePanel::addRule(const lens::Question& question, const lens::RiskRule& rule, bool decides) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(scaled(10));
    line->addWidget(new RiskMark(markOfRisk(rule.risk), 16), 0, Qt::AlignTop);
    RichText text{strong(markWord(markOfRisk(rule.risk))), plain(rule.condition.isDefault() ? tr(" ") : tr(" when "))};
    text += conditionText(question, rule.condition);
    auto* label = new WrapLabel;
    label->setRich(text);
    label->setColor(decides ? Token::Ink : Token::Ink2);
    label->setToolTip(q(rule.text));
    line->addWidget(label, 1);
    if (decides)
        line->addWidget(new Badge(tr("decides"), BadgeLook::Accent), 0, Qt::AlignTop);
    m_rows->addWidget(row);
}

void RulePanel::addTerm(const lens::Question& question, const lens::Term& term) {
    QString value = term.notApplicable ? tr("not applicable, counts neither way")
                    : term.selected    ? tr("in place")
                                       : tr("not in place");
    if (term.negated)
        value = tr("%1, wanted clear").arg(value);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(scaled(10));
    auto* found =
        new IconLabel(term.satisfied ? Icon::Check : Icon::Minus, 16, term.satisfied ? Token::NoRisk : Token::Ink3);
    found->setAccessibleName(term.satisfied ? tr("holds") : tr("does not hold"));
    line->addWidget(found);
    auto* title = new WrapLabel;
    title->setRole(Role::Small);
    title->setMaxLines(1);
    title->setRich({keyRun(choiceKey(question, term.choice)),
                    plain(QStringLiteral("  ") + q(question.choices[term.choice].title))});
    line->addWidget(title, 1);
    auto* state = new WrapLabel(value, Role::Micro, Token::Ink3);
    state->setMaxLines(1);
    line->addWidget(state);
    m_rows->addWidget(row);
}

void RulePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        FramePane::keyPressEvent(event);
}

} // namespace plumb::ui
