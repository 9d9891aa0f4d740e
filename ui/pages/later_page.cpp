// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/later_page.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>

namespace plumb::ui {

LaterPage::LaterPage(const LaterWords& words, QAction* main, QAction* other, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("laterPage"));
    setAccessibleName(words.name);
    setFocusPolicy(Qt::StrongFocus);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(28, 0, 28, 28);
    column->setSpacing(0);
    auto* const title = new WrapLabel(words.name, Role::Title, Token::Ink, this);
    title->setObjectName(QStringLiteral("placeTitleLabel"));
    auto* const empty = new EmptyPlace(words.icon, words.title, words.sentence, this);
    empty->setFixedHeight(scaled(300));
    column->addSpacing((placeHeaderHeight() - lineHeight(Role::Title)) / 2);
    column->addWidget(title);
    column->addSpacing(20);
    column->addWidget(empty);
    column->addStretch(1);
    const auto follow = [this](Button* button, QAction* action) {
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        button->setToolTip(action->toolTip());
    };
    if (main)
        follow(empty->setPrimary(main->text(), Icon::ArrowRight), main);
    if (other)
        follow(empty->setSecondary(other->text(), Icon::ArrowRight), other);
}

void LaterPage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens()[Token::Surface]);
}

} // namespace plumb::ui
