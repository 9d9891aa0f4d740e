// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/what_if_panes.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/heat_map_model.h"
#include "ui/models/money_text.h"
#include "ui/models/question_facts.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/score_scale.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

QString scoreWords(const std::optional<double>& score) {
    return score ? QString::number(qRound(*score)) : QStringLiteral("\u2013");
}

MarkKind markOf(const std::optional<score::Label>& label) {
    if (!label)
        return MarkKind::Unanswered;
    return *label == score::Label::AtRisk      ? MarkKind::High
           : *label == score::Label::NeedsWork ? MarkKind::Medium
                                               : MarkKind::None;
}

QString labelWords(const std::optional<score::Label>& label) {
    if (!label)
        return WhatIfScorePane::tr("No score yet");
    return *label == score::Label::AtRisk      ? WhatIfScorePane::tr("At risk")
           : *label == score::Label::NeedsWork ? WhatIfScorePane::tr("Needs work")
                                               : WhatIfScorePane::tr("Sound");
}

QString rangeWords(const score::ScopeScore& score) {
    return QStringLiteral("%1\u2013%2").arg(qRound(score.worst)).arg(qRound(score.best));
}

QString percentWords(double share) {
    return WhatIfScorePane::tr("%1 %").arg(qRound(share * 100));
}

/// "Range 54-76 -> 72-94", or without the arrow when both are alike.
RichText wayWords(const QString& caption, const QString& before, const QString& after) {
    RichText text{plain(caption + QLatin1Char(' '))};
    if (before != after)
        text << plain(before + QLatin1Char(' ')) << iconRun(Icon::ArrowRight, Token::Ink3)
             << plain(QStringLiteral(" "));
    text << strong(after, Token::Ink);
    return text;
}

MarkKind markOf(score::Readiness::Sign::Status status) {
    switch (status) {
    case score::Readiness::Sign::Status::InPlace:
        return MarkKind::None;
    case score::Readiness::Sign::Status::Partly:
        return MarkKind::Medium;
    case score::Readiness::Sign::Status::Missing:
        return MarkKind::High;
    case score::Readiness::Sign::Status::Unanswered:
        break;
    }
    return MarkKind::Unanswered;
}

QString verdictWords(score::Readiness::Verdict verdict) {
    switch (verdict) {
    case score::Readiness::Verdict::NotDetermined:
        return WhatIfReadinessPane::tr("Not determined");
    case score::Readiness::Verdict::ProofOfConcept:
        return WhatIfReadinessPane::tr("Proof of concept");
    case score::Readiness::Verdict::Production:
        break;
    }
    return WhatIfReadinessPane::tr("Production");
}

int inPlace(const score::Readiness& readiness) {
    return static_cast<int>(std::count_if(readiness.signs.begin(), readiness.signs.end(), [](const auto& sign) {
        return sign.status == score::Readiness::Sign::Status::InPlace;
    }));
}

} // namespace

// --- a change --------------------------------------------------------------------------------------------------------

ChangeRow::ChangeRow(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("changeButton"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    paintsOwnFocus(this);
    followTheme(this);
}

void ChangeRow::setChange(MarkKind from, MarkKind to, const QString& title, const QString& where, const QString& tip) {
    m_from = from;
    m_to = to;
    m_where = where;
    setText(title);
    setToolTip(tip);
    QString name = from == to ? tr("%1: stays %2").arg(title, markWord(to))
                              : tr("%1: from %2 to %3").arg(title, markWord(from), markWord(to));
    if (!where.isEmpty())
        name += QStringLiteral(", ") + where;
    setAccessibleName(name);
    updateGeometry();
    update();
}

QSize ChangeRow::sizeHint() const {
    return {220, m_where.isEmpty() ? scaled(23) : scaled(Theme::instance().compact() ? 42 : 46)};
}

void ChangeRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    if (underMouse())
        paintFrame(&painter, rect(), kRadiusBox, colors[isDown() ? Token::Press : Token::Hover], QColor());
    const qreal middle = height() / 2.0;
    const auto square = [&](qreal x, qreal size) { return QRectF(x, std::round(middle - size / 2), size, size); };
    if (m_from != m_to) {
        riskMark(&painter, square(0, 16), m_from, colors);
        paintIcon(&painter, square(22, 14), Icon::ArrowRight, 14, colors[Token::Ink2]);
    }
    riskMark(&painter, square(42, 16), m_to, colors);
    const qreal left = 68, room = width() - left;
    if (m_where.isEmpty()) {
        drawText(&painter, {left, 0, room, height() * 1.0}, text(), Role::Body,
                 colors[m_from == m_to ? Token::Ink2 : Token::Ink]);
    } else {
        const qreal line = scaled(18);
        drawText(&painter, {left, middle - line, room, line}, text(), Role::BodyMedium, colors[Token::Ink]);
        drawText(&painter, {left, middle, room, line}, m_where, Role::Small, colors[Token::Ink2]);
        painter.fillRect(QRectF(0, height() - 1, width(), 1), colors[Token::Line]);
    }
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, rect(), colors, kRadiusBox);
}

void ChangeRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

// --- score -----------------------------------------------------------------------------------------------------------

WhatIfScorePane::WhatIfScorePane(QWidget* parent)
    : QWidget(parent)
    , m_before(new Figure(Role::Title, nullptr, Token::Ink2))
    , m_after(new Figure(Role::Display))
    , m_delta(new Badge(QString(), BadgeLook::Accent))
    , m_labelBefore(new RiskMark(MarkKind::Unanswered, 18))
    , m_labelAfter(new RiskMark(MarkKind::Unanswered, 18, true))
    , m_scale(new ScoreScale)
    , m_facts(new WrapLabel(QString(), Role::Small, Token::Ink2)) {
    m_before->setObjectName(QStringLiteral("scoreBeforeFigure"));
    m_after->setObjectName(QStringLiteral("scoreAfterFigure"));
    m_delta->setObjectName(QStringLiteral("scoreDeltaBadge"));
    m_facts->setObjectName(QStringLiteral("scoreFactsLabel"));
    m_before->setName(tr("Score today"));
    m_after->setName(tr("Score after"));
    auto* column = columnOf(this);
    auto* captions = new QHBoxLayout;
    captions->addWidget(oneLine(tr("Score"), Role::Caption, Token::Ink2));
    captions->addStretch(1);
    column->addLayout(captions);
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(m_before);
    line->addWidget(new IconLabel(Icon::ArrowRight, 18, Token::Ink2));
    line->addWidget(m_after);
    line->addWidget(m_delta);
    line->addStretch(1);
    line->addWidget(m_labelBefore);
    m_labelArrow = new IconLabel(Icon::ArrowRight, 14, Token::Ink2);
    line->addWidget(m_labelArrow);
    line->addWidget(m_labelAfter);
    column->addLayout(line);
    column->addStretch(1);
    column->addWidget(m_scale);
    column->addStretch(1);
    m_facts->setDigits(Digits::Tabular);
    m_facts->setMaxLines(1);
    column->addWidget(m_facts);
}

void WhatIfScorePane::show(const score::WhatIf& future) {
    const score::ScopeScore &before = future.before, &after = future.after;
    m_before->setText(scoreWords(before.score));
    m_after->setText(scoreWords(after.score));
    const QString delta = deltaWords(before.score, after.score);
    m_delta->setText(delta.isEmpty() ? tr("first score") : delta);
    m_delta->setLook(qRound(after.score.value_or(0)) == qRound(before.score.value_or(0)) ? BadgeLook::Canvas
                                                                                         : BadgeLook::Accent);
    m_delta->setVisible(before.score || after.score);
    const bool moved = before.label != after.label;
    m_labelBefore->setVisible(moved);
    m_labelArrow->setVisible(moved);
    m_labelBefore->setKind(markOf(before.label));
    m_labelBefore->setWord(labelWords(before.label));
    m_labelAfter->setKind(markOf(after.label));
    m_labelAfter->setWord(labelWords(after.label));
    ScoreView view;
    view.score = after.score;
    view.low = after.worst;
    view.high = after.best;
    view.previous = before.score;
    m_scale->setView(view);
    m_scale->setAccessibleName(tr("Score after %1, range %2, today %3")
                                   .arg(scoreWords(after.score), rangeWords(after), scoreWords(before.score)));
    RichText facts = wayWords(tr("Range"), rangeWords(before), rangeWords(after));
    facts << plain(QStringLiteral("      "));
    facts << wayWords(tr("Coverage"), percentWords(before.coverage), percentWords(after.coverage));
    m_facts->setRich(facts);
    m_facts->setAccessibleName(
        tr("Range %1 today, %2 after. Coverage %3 today, %4 after.")
            .arg(rangeWords(before), rangeWords(after), percentWords(before.coverage), percentWords(after.coverage)));
}

// --- money -----------------------------------------------------------------------------------------------------------

WhatIfMoneyPane::WhatIfMoneyPane(QWidget* parent)
    : QWidget(parent)
    , m_before(oneLine(QString(), Role::Body, Token::Ink2, Digits::Tabular))
    , m_after(new Figure(Role::Title))
    , m_sentence(new WrapLabel(QString(), Role::Small, Token::Ink2)) {
    m_before->setObjectName(QStringLiteral("moneyBeforeLabel"));
    m_after->setObjectName(QStringLiteral("moneyAfterFigure"));
    m_after->setName(tr("Monthly cost after"));
    m_sentence->setObjectName(QStringLiteral("moneyLabel"));
    auto* column = columnOf(this);
    column->addWidget(oneLine(tr("Monthly cost"), Role::Caption, Token::Ink2));
    column->addSpacing(scaled(10));
    column->addWidget(m_after);
    column->addWidget(m_before);
    column->addSpacing(scaled(6));
    column->addWidget(m_sentence);
    column->addStretch(1);
}

void WhatIfMoneyPane::show(const score::WhatIf& future, const QString& sign) {
    const bool known = future.monthlyBefore > 0 || future.monthlyAfter > 0;
    m_before->setVisible(known);
    m_after->setText(known ? roundedMoney(future.monthlyAfter, sign) : tr("No costs yet"));
    m_before->setText(tr("%1 today").arg(roundedMoney(future.monthlyBefore, sign)));
    const double saved = future.monthlyBefore - future.monthlyAfter;
    m_sentence->setText(!known                 ? tr("What the practices save stands here once the review has costs.")
                        : qRound64(saved) == 0 ? tr("The bill stays as it is.")
                        : saved > 0            ? tr("%1 less each month.").arg(roundedMoney(saved, sign))
                                               : tr("%1 more each month.").arg(roundedMoney(-saved, sign)));
}

// --- readiness -------------------------------------------------------------------------------------------------------

WhatIfReadinessPane::WhatIfReadinessPane(QWidget* parent)
    : QWidget(parent)
    , m_verdict(oneLine(QString(), Role::Head, Token::Ink))
    , m_note(new WrapLabel(QString(), Role::Small, Token::Ink2)) {
    m_verdict->setObjectName(QStringLiteral("verdictLabel"));
    auto* column = columnOf(this);
    column->addWidget(oneLine(tr("Readiness verdict"), Role::Caption, Token::Ink2));
    column->addSpacing(scaled(4));
    column->addWidget(m_verdict);
    column->addWidget(m_note);
    column->addSpacing(scaled(4));
    m_rows = new QVBoxLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addStretch(1);
}

void WhatIfReadinessPane::show(const score::WhatIf& future) {
    m_readiness = future.readinessAfter;
    const score::Readiness& before = future.readinessBefore;
    RichText verdict;
    if (before.verdict != m_readiness.verdict)
        verdict << plain(verdictWords(before.verdict) + QLatin1Char(' '), Token::Ink2)
                << iconRun(Icon::ArrowRight, Token::Ink2) << plain(QStringLiteral(" "));
    verdict << plain(verdictWords(m_readiness.verdict));
    m_verdict->setRich(verdict);
    const bool any = !m_readiness.signs.empty();
    const int was = inPlace(before), now = inPlace(m_readiness);
    m_note->setText(!any ? tr("The five signs come with the quick scan questionnaire, which this review does not "
                              "have.")
                    : was == now
                        ? tr("%1 of %2 signs in place").arg(now).arg(m_readiness.signs.size())
                        : tr("%1 of %2 signs in place, %3 today").arg(now).arg(m_readiness.signs.size()).arg(was));
    while (m_signs.size() < m_readiness.signs.size()) {
        auto* row = new ChangeRow;
        row->setObjectName(QStringLiteral("signButton"));
        const std::size_t index = m_signs.size();
        connect(row, &QAbstractButton::clicked, this, [this, index] {
            emit questionChosen({m_readiness.lens, m_readiness.signs[index].question});
        });
        m_rows->addWidget(row);
        m_signs.push_back(row);
    }
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        m_signs[i]->setVisible(i < m_readiness.signs.size());
        if (i >= m_readiness.signs.size())
            continue;
        const auto& sign = m_readiness.signs[i];
        const auto from = i < before.signs.size() ? before.signs[i].status : sign.status;
        m_signs[i]->setChange(markOf(from), markOf(sign.status), q(sign.name), {}, q(sign.name));
    }
}

// --- risks -----------------------------------------------------------------------------------------------------------

WhatIfRisksPane::WhatIfRisksPane(QWidget* parent)
    : QWidget(parent)
    , m_counts(new WrapLabel(QString(), Role::Body, Token::Ink2))
    , m_nothing(new WrapLabel(QString(), Role::Body, Token::Ink2)) {
    m_counts->setObjectName(QStringLiteral("riskCountsLabel"));
    m_counts->setDigits(Digits::Tabular);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    auto* column = columnOf(this);
    column->addWidget(oneLine(tr("Risks"), Role::Head, Token::Ink));
    column->addSpacing(scaled(4));
    column->addWidget(m_counts);
    column->addSpacing(scaled(8));
    column->addWidget(m_nothing);
    m_rows = new QVBoxLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addStretch(1);
}

void WhatIfRisksPane::show(const score::WhatIf& future, bool anyTicked) {
    const auto counts = [](MarkKind mark, const QString& word, int before, int after) {
        // No break inside, so that a narrow pane puts the two below each other.
        RichText text{markRun(mark), plain(QChar(QChar::Nbsp) + word + QChar(QChar::Nbsp))};
        if (before != after)
            text << plain(QString::number(before) + QChar(QChar::Nbsp)) << iconRun(Icon::ArrowRight, Token::Ink3)
                 << plain(QString(QChar::Nbsp));
        text << strong(QString::number(after), Token::Ink);
        return text;
    };
    RichText text = counts(MarkKind::High, tr("High"), future.before.high, future.after.high);
    text << plain(QStringLiteral("      "));
    text << counts(MarkKind::Medium, tr("Medium"), future.before.medium, future.after.medium);
    m_counts->setRich(text);
    m_counts->setAccessibleName(tr("High risks: %1 today, %2 after. Medium risks: %3 today, %4 after.")
                                    .arg(future.before.high)
                                    .arg(future.after.high)
                                    .arg(future.before.medium)
                                    .arg(future.after.medium));
    m_nothing->setText(anyTicked ? tr("No question changes its risk yet: its rule asks for more practices.")
                                 : tr("Tick findings of the plan, or practices, and see here what would change. "
                                      "Nothing is stored."));
    m_nothing->setVisible(future.changes.empty());
    m_keys.clear();
    while (m_buttons.size() < future.changes.size()) {
        auto* row = new ChangeRow;
        const std::size_t index = m_buttons.size();
        connect(row, &QAbstractButton::clicked, this, [this, index] { emit questionChosen(m_keys[index]); });
        m_rows->addWidget(row);
        m_buttons.push_back(row);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < future.changes.size());
        if (i >= future.changes.size())
            continue;
        const score::WhatIf::Change& change = future.changes[i];
        const QuestionPlace place = placeOf(future.review, change.question);
        m_buttons[i]->setChange(ui::markOf(change.from), ui::markOf(change.to), place.title, place.where,
                                place.question);
        m_keys.push_back(change.question);
    }
}

} // namespace plumb::ui
