// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See field.h.
#include "ui/widgets/field.h"

#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace plumb::ui {

Field::Field(const QString& caption, QWidget* editor, QWidget* parent, const QString& key)
    : QWidget(parent), m_editor(editor), m_note(new WrapLabel(this)) {
    setObjectName(QStringLiteral("field"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kLabelGap);
    if (!caption.isEmpty()) {
        auto* head = new QHBoxLayout;
        head->setSpacing(8);
        head->addWidget(new WrapLabel(caption, Role::Caption, Token::Ink3, this));
        if (!key.isEmpty())
            head->addWidget(new KeyCap(key, this));
        head->addStretch(1);
        column->addLayout(head);
        if (editor->accessibleName().isEmpty())
            editor->setAccessibleName(caption);
    }
    column->addWidget(editor, 1);
    m_note->setRole(Role::Micro);
    column->addWidget(m_note);
    setFocusProxy(editor);
    showNote();
}

void Field::setError(const QString& sentence) {
    m_error = sentence;
    m_editor->setProperty(kErrorProperty, !sentence.isEmpty());
    m_editor->setAccessibleDescription(sentence.isEmpty() ? m_hint : sentence);
    m_editor->update();
    showNote();
}

QString Field::error() const {
    return m_error;
}

void Field::setHint(const QString& sentence) {
    m_hint = sentence;
    if (m_error.isEmpty())
        m_editor->setAccessibleDescription(sentence);
    showNote();
}

void Field::showNote() {
    const bool wrong = !m_error.isEmpty();
    m_note->setColor(wrong ? Token::High : Token::Ink3);
    m_note->setText(wrong ? m_error : m_hint);
    m_note->setVisible(wrong || !m_hint.isEmpty());
}

} // namespace plumb::ui
