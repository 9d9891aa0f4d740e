// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See dialog.h.
#include "ui/widgets/dialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

Dialog::Dialog(const QString& title, const QString& sentence, QWidget* parent, Width width)
    : QDialog(parent)
    , m_sentence(new WrapLabel(sentence, Role::Body, Token::Ink2, this))
    , m_content(new QVBoxLayout)
    , m_accept(new Button(tr("OK"), ButtonLook::Filled, this))
    , m_cancel(new Button(tr("Cancel"), ButtonLook::Plain, this)) {
    setObjectName(QStringLiteral("dialog"));
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFixedWidth(scaled(width == Width::Narrow ? 440 : 560));
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setKey(QStringLiteral("Esc"));
    setAcceptKey(QStringLiteral("Return"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(0);
    column->addWidget(new WrapLabel(title, Role::HeadLarge, Token::Ink, this));
    column->addSpacing(4);
    column->addWidget(m_sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    column->addSpacing(12);
    m_content->setSpacing(kGrid);
    column->addLayout(m_content, 1);
    column->addSpacing(16);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGrid);
    actions->addStretch(1);
    actions->addWidget(m_cancel);
    actions->addWidget(m_accept);
    column->addLayout(actions);
    connect(m_accept, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
}

void Dialog::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
}

void Dialog::setAcceptKey(const QString& portableShortcut) {
    m_acceptKey = portableShortcut;
    m_accept->setKey(portableShortcut);
}

QSize Dialog::sizeHint() const {
    const QLayout* all = layout();
    const int width = minimumWidth(); // the layout would take the width at which nothing wraps
    return {width, all->hasHeightForWidth() ? all->totalHeightForWidth(width) : all->totalSizeHint().height()};
}

void Dialog::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::Raised]);
    if (tokens().highContrast())
        paintFrame(&painter, rect(), 0, QColor(), tokens()[Token::Line2]);
}

void Dialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter) {
        const bool withControl = event->modifiers() & Qt::ControlModifier;
        const bool wantsControl = m_acceptKey.startsWith(QLatin1String("Ctrl"));
        if (m_accept->isEnabled() && withControl == wantsControl)
            m_accept->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace plumb::ui
