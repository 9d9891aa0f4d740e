// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_next_review.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/dialogs/review_event_dialog.h"
#include "ui/models/question_card_data.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kText = 24; ///< where text begins behind an icon of 16

Icon iconOf(review::EventKind kind) {
    switch (kind) {
    case review::EventKind::Review:
        return Icon::Done;
    case review::EventKind::ModelUpdate:
        return Icon::Refresh;
    case review::EventKind::DataChange:
        return Icon::Database;
    case review::EventKind::Other:
        break;
    }
    return Icon::Calendar;
}

QString everyWords(int months) {
    return months == 1 ? NextReviewPane::tr("Every month") : NextReviewPane::tr("Every %1 months").arg(months);
}

QString leftWords(const score::Cadence& cadence) {
    const int days = cadence.daysLeft;
    if (days == 0)
        return NextReviewPane::tr("due today");
    if (days > 0)
        return days == 1 ? NextReviewPane::tr("tomorrow") : NextReviewPane::tr("in %1 days").arg(days);
    return days == -1 ? NextReviewPane::tr("one day overdue") : NextReviewPane::tr("%1 days overdue").arg(-days);
}

} // namespace

EventRow::EventRow(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("eventButton"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    paintsOwnFocus(this);
    followTheme(this);
}

void EventRow::setEvent(const review::ReviewEvent& event) {
    m_icon = iconOf(event.kind);
    m_kind = eventWords(event.kind);
    m_day = dayWords(event.date);
    m_note = q(event.note);
    const QString what = m_note.isEmpty() ? m_kind : tr("%1: %2").arg(m_kind, m_note);
    setText(what);
    setAccessibleName(tr("%1, %2").arg(what, m_day));
    setToolTip(tr("%1. Change or remove it.").arg(what));
    update();
}

QSize EventRow::sizeHint() const {
    return {220, scaled(24)};
}

void EventRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    if (underMouse() && isEnabled())
        paintFrame(&painter, rect(), kRadiusBox, colors[isDown() ? Token::Press : Token::Hover], QColor());
    paintIcon(&painter, {0, height() / 2.0 - 8, 16, 16}, m_icon, 16, colors[Token::Ink3]);
    const qreal day = textWidth(m_day, Role::Small, Digits::Tabular);
    const qreal room = width() - kText - day - 12;
    const QString kind = m_note.isEmpty() ? m_kind : tr("%1: ").arg(m_kind);
    const qreal used =
        drawText(&painter, {kText * 1.0, 0, room, height() * 1.0}, kind, Role::SmallMedium, colors[Token::Ink]);
    if (!m_note.isEmpty() && room - used > 24)
        drawText(&painter, {kText + used + 4, 0, room - used - 4, height() * 1.0}, m_note, Role::Small,
                 colors[Token::Ink2]);
    drawText(&painter, {width() - day, 0, day, height() * 1.0}, m_day, Role::Small, colors[Token::Ink2],
             Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, rect(), colors, kRadiusBox);
}

void EventRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

NextReviewPane::NextReviewPane(ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_day(new WrapLabel(QString(), Role::BodyStrong, Token::Ink))
    , m_left(new WrapLabel(QString(), Role::Small, Token::Ink2))
    , m_icon(new IconLabel(Icon::Calendar, 16, Token::Accent))
    , m_why(new WrapLabel(QString(), Role::Small, Token::Ink))
    , m_rule(new WrapLabel(QString(), Role::Small, Token::Ink2))
    , m_record(new Button(tr("Record an event"), ButtonLook::Plain))
    , m_cadence(new Button(QString(), ButtonLook::Ghost)) {
    m_day->setObjectName(QStringLiteral("reviewDueLabel"));
    m_left->setObjectName(QStringLiteral("reviewLeftLabel"));
    m_why->setObjectName(QStringLiteral("reviewWhyLabel"));
    m_day->setMaxLines(1);
    m_left->setMaxLines(1);
    m_day->setDigits(Digits::Tabular);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    auto* title = new WrapLabel(tr("Next review"), Role::Head);
    title->setMaxLines(1);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_left);
    head->addWidget(m_day);
    column->addLayout(head);
    column->addSpacing(scaled(6));
    const auto row = [&](QWidget* icon, WrapLabel* text) {
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(kText - 16);
        line->addWidget(icon, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        column->addLayout(line);
    };
    row(m_icon, m_why);
    row(new IconLabel(Icon::Info, 16, Token::Ink3), m_rule);
    m_rows = new QVBoxLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    for (std::size_t i = 0; i < kShown; ++i) {
        auto* button = new EventRow;
        button->hide();
        connect(button, &QAbstractButton::clicked, this, [this, i] { emit eventChosen(m_events[i]); });
        m_rows->addWidget(button);
        m_buttons.push_back(button);
    }
    column->addLayout(m_rows);
    column->addSpacing(scaled(8));
    column->addLayout(buildFoot(actions));
}

QHBoxLayout* NextReviewPane::buildFoot(ActionTable* actions) {
    auto* foot = new QHBoxLayout;
    foot->setSpacing(scaled(8));
    m_record->setObjectName(QStringLiteral("recordEventButton"));
    m_cadence->setObjectName(QStringLiteral("cadenceButton"));
    for (Button* button : {m_record, m_cadence}) {
        button->setButtonSize(Button::Size::Small);
        foot->addWidget(button);
    }
    m_record->setToolTip(actions->tooltip(u"overview.event"));
    m_cadence->setToolTip(actions->tooltip(u"overview.cadence"));
    connect(m_record, &QAbstractButton::clicked, actions->action(u"overview.event"), &QAction::trigger);
    connect(m_cadence, &QAbstractButton::clicked, actions->action(u"overview.cadence"), &QAction::trigger);
    foot->addStretch(1);
    return foot;
}

void NextReviewPane::show(const session::Session& session) {
    using Reason = score::Cadence::Reason;
    const review::Review& review = session.review();
    const score::Cadence cadence = session.cadence();
    m_day->setText(dayWords(cadence.due));
    m_left->setText(leftWords(cadence));
    // Overdue is an overrun, which look.md paints in the colour of high.
    m_left->setColor(cadence.overdue ? Token::High : Token::Ink2);
    m_icon->setIcon(cadence.overdue                         ? Icon::Warning
                    : cadence.reason == Reason::ModelUpdate ? Icon::Refresh
                    : cadence.reason == Reason::DataChange  ? Icon::Database
                                                            : Icon::Calendar);
    m_icon->setColor(cadence.overdue ? Token::High : Token::Accent);
    m_why->setText(q(cadence.text));
    const Date latest = addMonths(cadence.lastReview, review.planning.cadenceMonths);
    m_rule->setText(cadence.reason == Reason::Time ? tr("Earlier after a major model update or a change in data.")
                                                   : tr("At the latest on %1.").arg(dayWords(latest)));
    m_cadence->setText(everyWords(review.planning.cadenceMonths));
    m_record->setEnabled(!session.readOnly());
    m_cadence->setEnabled(!session.readOnly());
    m_events.assign(review.events.rbegin(), review.events.rend()); // the latest first
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < m_events.size());
        if (i < m_events.size())
            m_buttons[i]->setEvent(m_events[i]);
    }
}

} // namespace plumb::ui
