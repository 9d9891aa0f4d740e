// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_strip.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plumb::ui {

ReviewStrip::ReviewStrip(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::Info, 16, Token::Accent))
    , m_title(oneLine({}, Role::BodyStrong, Token::Ink))
    , m_sentence(oneLine({}, Role::Body, Token::Ink2))
    , m_button(new Button(QString(), ButtonLook::Plain))
    , m_close(new Button(Icon::Close, tr("Don't show this again for this review"), ButtonLook::Ghost)) {
    setObjectName(QStringLiteral("reviewStrip"));
    m_title->setObjectName(QStringLiteral("stripTitleLabel"));
    m_sentence->setObjectName(QStringLiteral("stripSentenceLabel"));
    m_button->setObjectName(QStringLiteral("stripButton"));
    m_button->setButtonSize(Button::Size::Small);
    m_close->setObjectName(QStringLiteral("stripCloseButton"));
    m_close->setButtonSize(Button::Size::Small);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 16, 1);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    connect(m_button, &QAbstractButton::clicked, this, &ReviewStrip::pressed);
    connect(m_close, &QAbstractButton::clicked, this, &ReviewStrip::closed);
    connect(&Theme::instance(), &Theme::changed, this, &ReviewStrip::applyMetrics);
    applyMetrics();
}

void ReviewStrip::applyMetrics() {
    setFixedHeight(scaled(Theme::instance().compact() ? 40 : 44));
}

void ReviewStrip::say(Icon icon, const QString& title, const QString& sentence, const QString& button, bool closable) {
    m_icon->setIcon(icon);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_close->setVisible(closable);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void ReviewStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::ATint]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens()[Token::ALine]);
}

} // namespace plumb::ui
