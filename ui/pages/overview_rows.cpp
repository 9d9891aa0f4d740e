// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_rows.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/question_facts.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

using Sign = score::Readiness::Sign;

MarkKind markOf(Sign::Status status) {
    switch (status) {
    case Sign::Status::InPlace:
        return MarkKind::None;
    case Sign::Status::Partly:
        return MarkKind::Medium;
    case Sign::Status::Missing:
        return MarkKind::High;
    case Sign::Status::Unanswered:
        break;
    }
    return MarkKind::Unanswered;
}

void prepare(QAbstractButton* row, const QString& name) {
    row->setObjectName(name);
    row->setFocusPolicy(Qt::StrongFocus);
    row->setCursor(Qt::PointingHandCursor);
    row->setAttribute(Qt::WA_Hover);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    paintsOwnFocus(row);
    QObject::connect(&Theme::instance(), &Theme::changed, row, [row] { row->updateGeometry(); });
}

void paintGround(QPainter* painter, const QAbstractButton* row, const Tokens& colors) {
    if (row->underMouse())
        paintFrame(painter, row->rect(), kRadiusBox, colors[row->isDown() ? Token::Press : Token::Hover], QColor());
}

void paintFocus(QPainter* painter, const QAbstractButton* row, const Tokens& colors) {
    if (row->hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(painter, row->rect(), colors, kRadiusBox);
}

bool enter(QAbstractButton* row, const QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    row->click();
    return true;
}

} // namespace

SignRow::SignRow(QWidget* parent) : QAbstractButton(parent) {
    prepare(this, QStringLiteral("signButton"));
}

void SignRow::setSign(const Sign& sign) {
    m_sign = sign;
    const QString missing = q(sign.missing);
    QString said;
    switch (sign.status) {
    case Sign::Status::InPlace:
        said = tr("in place");
        m_remark.clear();
        break;
    case Sign::Status::Partly:
        said = tr("partly in place");
        m_remark = tr("partly: %1").arg(missing);
        break;
    case Sign::Status::Missing:
        said = tr("not in place");
        m_remark = missing;
        break;
    case Sign::Status::Unanswered:
        said = tr("not answered yet");
        m_remark = said;
        break;
    }
    setText(q(sign.name));
    setAccessibleName(tr("%1: %2").arg(q(sign.name), said));
    setToolTip(m_remark.isEmpty() ? q(sign.name) : tr("%1: %2").arg(q(sign.name), m_remark));
    update();
}

QSize SignRow::sizeHint() const {
    return {240, scaled(23)};
}

void SignRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    paintGround(&painter, this, colors);
    riskMark(&painter, {0, height() / 2.0 - 8, 16, 16}, markOf(m_sign.status), colors);
    const qreal left = 25, room = width() - left;
    const qreal name = qMin(textWidth(text(), Role::Body), room);
    const qreal remark = qMin(textWidth(m_remark, Role::Small), qMax(0.0, room - name - 16));
    drawText(&painter, {left, 0, room, height() * 1.0}, text(), Role::Body, colors[Token::Ink]);
    if (remark > 40)
        drawText(&painter, {width() - remark, 0, remark, height() * 1.0}, m_remark, Role::Small, colors[Token::Ink3],
                 Qt::AlignRight | Qt::AlignVCenter);
    paintFocus(&painter, this, colors);
}

void SignRow::keyPressEvent(QKeyEvent* event) {
    if (!enter(this, event))
        QAbstractButton::keyPressEvent(event);
}

RiskRow::RiskRow(QWidget* parent) : QAbstractButton(parent) {
    prepare(this, QStringLiteral("topRiskButton"));
}

void RiskRow::setRisk(const TopRisk& risk) {
    m_risk = risk;
    setText(risk.title);
    QString name = tr("%1: %2, %3").arg(stateWords(risk.state), risk.title, risk.where);
    if (risk.rating > 0)
        name += tr(", rating %1").arg(risk.rating);
    if (!risk.saving.isEmpty())
        name += tr(", saves %1").arg(risk.saving);
    setAccessibleName(name);
    setToolTip(risk.question);
    update();
}

QSize RiskRow::sizeHint() const {
    return {240, scaled(Theme::instance().compact() ? 47 : 53)};
}

void RiskRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    paintGround(&painter, this, colors);
    const qreal top = height() / 2.0 - scaled(18);
    riskMark(&painter, {0, top + 1, 18, 18}, ui::markOf(m_risk.state), colors);
    const QString rating = !m_risk.saving.isEmpty() ? m_risk.saving
                           : m_risk.rating > 0      ? tr("rating %1").arg(m_risk.rating)
                                                    : QString();
    const QString& remark = m_risk.owner.isEmpty() ? m_risk.basis : m_risk.owner;
    const qreal right = qMax(textWidth(rating, Role::Small, Digits::Tabular), textWidth(remark, Role::Small)) + 12;
    const qreal left = 26, width1 = width() - left - right;
    const qreal line = scaled(19), below = top + scaled(18);
    drawText(&painter, {left, top, width1, line}, m_risk.title, Role::BodyMedium, colors[Token::Ink]);
    drawText(&painter, {left, below, width1, line}, m_risk.where, Role::Small, colors[Token::Ink2]);
    drawText(&painter, {width() - right, top, right, line}, rating, Role::Small, colors[Token::Ink2],
             Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    drawText(&painter, {width() - right, below, right, line}, remark, Role::Small, colors[Token::Ink2],
             Qt::AlignRight | Qt::AlignVCenter);
    painter.fillRect(0, height() - 1, width(), 1, colors[Token::Line]);
    paintFocus(&painter, this, colors);
}

void RiskRow::keyPressEvent(QKeyEvent* event) {
    if (!enter(this, event))
        QAbstractButton::keyPressEvent(event);
}

} // namespace plumb::ui
