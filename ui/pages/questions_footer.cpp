// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_footer.h"

#include "ui/bridge/action_table.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kCap = 20;
constexpr int kGap = 6;

QString capOf(ActionTable* actions, QStringView id) {
    return actions->keyCaps(id).join(QLatin1Char('+'));
}

} // namespace

KeyAction::KeyAction(const QString& key, const QString& word, QWidget* parent) : QAbstractButton(parent), m_key(key) {
    setText(word);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyAction::setKey(const QString& key) {
    m_key = key;
    updateGeometry();
    update();
}

QSize KeyAction::sizeHint() const {
    const qreal cap = m_key.isEmpty() ? 0 : keyCapSize(m_key, scaled(kCap)).width() + kGap;
    return {qCeil(4 + cap + textWidth(text(), Role::Small) + 4), smallControlHeight()};
}

void KeyAction::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    const ButtonState state{isEnabled(), underMouse(), isDown(), isChecked()};
    drawButtonPanel(&painter, rect(), ButtonLook::Ghost, state, colors);
    qreal left = 4;
    if (!m_key.isEmpty()) {
        const QSizeF cap = keyCapSize(m_key, scaled(kCap));
        drawKeyCap(&painter, {left, (height() - cap.height()) / 2, cap.width(), cap.height()}, m_key, colors);
        left += cap.width() + kGap;
    }
    drawText(&painter, {left, 0, width() - left, height() * 1.0}, text(), Role::Small,
             colors[isChecked() ? Token::Accent : Token::Ink2]);
}

QuestionsFooter::QuestionsFooter(ActionTable* actions, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(10));
    m_verify = add(actions, u"questions.verify", tr("Verify"), QStringLiteral("verifyButton"));
    m_park = add(actions, u"questions.park", tr("Park"), QStringLiteral("parkButton"));
    KeyAction* evidence = add(actions, u"questions.evidence", tr("Evidence"), QStringLiteral("evidenceKeyButton"));
    KeyAction* rule = add(actions, u"questions.rule", tr("Rule"), QStringLiteral("ruleKeyButton"));
    for (KeyAction* plainAction : {evidence, rule})
        plainAction->setCheckable(false);
    row->addStretch(1);
    auto* previous = new Button(Icon::ArrowUp, tr("Previous question"), ButtonLook::Ghost);
    previous->setObjectName(QStringLiteral("previousButton"));
    previous->setToolTip(actions->tooltip(u"questions.previous"));
    connect(previous, &QAbstractButton::clicked, actions->action(u"questions.previous"), &QAction::trigger);
    row->addWidget(previous);
    auto* previousKey = new KeyCap(capOf(actions, u"questions.previous"));
    row->addWidget(previousKey);
    auto* next = new Button(tr("Next"), ButtonLook::Filled);
    next->setObjectName(QStringLiteral("nextButton"));
    next->setLeadingIcon(Icon::ArrowDown);
    next->setKey(capOf(actions, u"questions.next"));
    next->setToolTip(actions->tooltip(u"questions.next"));
    connect(next, &QAbstractButton::clicked, actions->action(u"questions.next"), &QAction::trigger);
    row->addWidget(next);
    row->setSpacing(scaled(8));
    connect(actions, &ActionTable::keysChanged, this, [=, this] {
        previousKey->setKey(capOf(actions, u"questions.previous"));
        next->setKey(capOf(actions, u"questions.next"));
        m_verify->setKey(capOf(actions, u"questions.verify"));
        m_park->setKey(capOf(actions, u"questions.park"));
        evidence->setKey(capOf(actions, u"questions.evidence"));
        rule->setKey(capOf(actions, u"questions.rule"));
    });
}

KeyAction* QuestionsFooter::add(ActionTable* actions, QStringView id, const QString& word, const QString& name) {
    auto* button = new KeyAction(capOf(actions, id), word);
    button->setObjectName(name);
    button->setAccessibleName(actions->action(id)->text());
    button->setToolTip(actions->tooltip(id));
    connect(button, &QAbstractButton::clicked, actions->action(id), &QAction::trigger);
    static_cast<QHBoxLayout*>(layout())->addWidget(button);
    return button;
}

void QuestionsFooter::setMarks(bool needsVerification, bool parked) {
    m_verify->setChecked(needsVerification);
    m_park->setChecked(parked);
}

QSize QuestionsFooter::sizeHint() const {
    return {400, scaled(Theme::instance().compact() ? 45 : 47)};
}

} // namespace plumb::ui
