// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See panes.h.
#include "ui/widgets/panes.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent, Token token) : QWidget(parent), m_token(token) {
    installAccessibility();
    setObjectName(QStringLiteral("hairline"));
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
    followTheme(this);
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[m_token]);
}

Pane::Pane(Token ground, QWidget* parent) : QWidget(parent), m_ground(ground) {
    setObjectName(QStringLiteral("pane"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    followTheme(this);
}

void Pane::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens()[m_ground]);
}

FramePane::FramePane(QWidget* parent, Token ground) : QFrame(parent), m_ground(ground) {
    setObjectName(QStringLiteral("framePane"));
    followTheme(this);
}

void FramePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFrame(&painter, rect(), kRadiusPanel, tokens()[m_ground], tokens()[Token::Line2]);
}

EmptyPlace::EmptyPlace(Icon icon, const QString& title, const QString& sentence, QWidget* parent)
    : QFrame(parent)
    , m_primary(new Button(QString(), ButtonLook::Filled, this))
    , m_secondary(new Button(QString(), ButtonLook::Plain, this))
    , m_sentence(new WrapLabel(sentence, Role::Body, Token::Ink2, this)) {
    setObjectName(QStringLiteral("emptyPlace"));
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    m_secondary->setObjectName(QStringLiteral("secondaryButton"));
    m_primary->hide();
    m_secondary->hide();
    auto* titleLabel = new WrapLabel(title, Role::Head, Token::Ink, this);
    titleLabel->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setMeasure(320);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall, kPaddingMainSmall);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new IconLabel(icon, 28, Token::Ink3, this), 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(titleLabel, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch(1);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    followTheme(this);
}

Button* EmptyPlace::setPrimary(const QString& text, Icon icon) {
    m_primary->setText(text);
    m_primary->setLeadingIcon(icon);
    m_primary->show();
    return m_primary;
}

Button* EmptyPlace::setSecondary(const QString& text, Icon icon) {
    m_secondary->setText(text);
    m_secondary->setLeadingIcon(icon);
    m_secondary->show();
    return m_secondary;
}

void EmptyPlace::setFramed(bool framed) {
    m_framed = framed;
    update();
}

void EmptyPlace::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

void EmptyPlace::paintEvent(QPaintEvent*) {
    if (!m_framed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(tokens()[Token::Line2], 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadiusPanel, kRadiusPanel);
}

} // namespace plumb::ui
