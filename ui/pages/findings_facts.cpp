// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_facts.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kCaptionWidth = 92;

} // namespace

FactRow::FactRow(const QString& name, const QString& caption, const QString& link, QWidget* parent)
    : QWidget(parent), m_text(new WrapLabel(QString(), Role::Body)), m_row(new QHBoxLayout(this)) {
    setObjectName(name + QStringLiteral("Row"));
    m_row->setContentsMargins(0, 5, 0, 4);
    m_row->setSpacing(kGrid);
    auto* head = new WrapLabel(caption, Role::Small, Token::Ink3);
    head->setFixedWidth(scaled(kCaptionWidth - kGrid));
    m_row->addWidget(head, 0, Qt::AlignTop);
    m_text->setObjectName(name + QStringLiteral("Label"));
    m_row->addWidget(m_text, 1, Qt::AlignTop);
    if (!link.isEmpty()) {
        m_button = new Button(link, ButtonLook::Link);
        m_button->setObjectName(name + QStringLiteral("Button"));
        m_button->setAccessibleName(tr("%1: %2").arg(caption, link));
        m_button->setButtonSize(Button::Size::Small);
        m_button->setFixedHeight(scaled(20));
        connect(m_button, &QAbstractButton::clicked, this, &FactRow::linkPressed);
        m_row->addWidget(m_button, 0, Qt::AlignTop);
    }
}

void FactRow::setText(const QString& text, const QString& nothing) {
    m_text->setText(text.isEmpty() ? nothing : text);
    m_text->setColor(text.isEmpty() ? Token::Ink3 : Token::Ink);
}

void FactRow::setRich(const RichText& text, const QString& nothing) {
    if (text.isEmpty())
        return setText({}, nothing);
    m_text->setRich(text);
    m_text->setColor(Token::Ink);
}

void FactRow::setEditors(const QList<QWidget*>& editors) {
    m_text->hide();
    int at = 1;
    for (QWidget* editor : editors)
        m_row->insertWidget(at++, editor, 1);
    m_row->setContentsMargins(0, 4, 0, 4);
    m_row->setAlignment(m_row->itemAt(0)->widget(), Qt::AlignVCenter);
}

void FactRow::setEditable(bool editable) {
    if (m_button != nullptr)
        m_button->setVisible(editable);
}

void FactRow::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(0, 0, width(), 1, tokens()[Token::Line]);
}

} // namespace plumb::ui
