// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See message_bar.h.
#include "ui/widgets/message_bar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace plumb::ui {

MessageBar::MessageBar(Icon icon, Token iconColor, const QString& title, const QString& sentence, QWidget* parent)
    : FramePane(parent)
    , m_title(new WrapLabel(title, Role::BodyStrong, Token::Ink, this))
    , m_sentence(new WrapLabel(sentence, Role::Small, Token::Ink2, this))
    , m_row(new QHBoxLayout(this)) {
    installAccessibility();
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    m_row->setContentsMargins(15, 11, 15, 11);
    m_row->setSpacing(14);
    m_row->addWidget(new IconLabel(icon, 18, iconColor, this));
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    m_row->addLayout(column, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MessageBar::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void MessageBar::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

Button* MessageBar::addButton(const QString& text, bool ghost) {
    auto* button = new Button(text, ghost ? ButtonLook::Ghost : ButtonLook::Plain, this);
    button->setObjectName(QStringLiteral("messageButton"));
    m_row->addWidget(button);
    return button;
}

} // namespace plumb::ui
