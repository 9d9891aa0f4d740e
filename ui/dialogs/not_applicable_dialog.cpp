// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/not_applicable_dialog.h"

#include "ui/models/question_card_data.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr review::NaReason kReasons[] = {review::NaReason::OutOfScope, review::NaReason::BusinessPriorities,
                                         review::NaReason::ArchitectureConstraints, review::NaReason::Other};
constexpr const char* kNames[] = {"outOfScopeRadio", "businessPrioritiesRadio", "architectureConstraintsRadio",
                                  "otherReasonRadio"};

} // namespace

NotApplicableDialog::NotApplicableDialog(About about, QWidget* parent)
    : Dialog(about == About::Question ? tr("Why is this not applicable?") : tr("Why is this choice not applicable?"),
             about == About::Question ? tr("The answer leaves the score. The reason goes into the report.")
                                      : tr("The choice counts neither way. The reason goes into the report."),
             parent)
    , m_reasons(new QButtonGroup(this))
    , m_sentence(new QPlainTextEdit) {
    setObjectName(QStringLiteral("notApplicableDialog"));
    content()->setSpacing(scaled(4));
    for (int i = 0; i < 4; ++i) {
        auto* radio = new QRadioButton(reasonWords(kReasons[i]));
        radio->setObjectName(QString::fromLatin1(kNames[i]));
        m_reasons->addButton(radio, i);
        content()->addWidget(radio);
    }
    m_reasons->button(0)->setChecked(true);
    content()->addSpacing(scaled(10));
    m_sentence->setObjectName(QStringLiteral("reasonEdit"));
    m_sentence->setAccessibleName(tr("A sentence for the report"));
    m_sentence->setPlaceholderText(tr("A sentence for the report"));
    m_sentence->setTabChangesFocus(true);
    m_sentence->setFixedHeight(scaled(56));
    m_sentence->installEventFilter(this);
    content()->addWidget(m_sentence);
    acceptButton()->setText(tr("Not applicable"));
    connect(m_reasons, &QButtonGroup::idToggled, this, &NotApplicableDialog::check);
    connect(m_sentence, &QPlainTextEdit::textChanged, this, &NotApplicableDialog::check);
    m_reasons->button(0)->setFocus();
    check();
}

void NotApplicableDialog::check() {
    acceptButton()->setEnabled(reason() != review::NaReason::Other || !sentence().isEmpty());
    acceptButton()->setToolTip(acceptButton()->isEnabled() ? QString() : tr("Another reason needs a sentence"));
}

bool NotApplicableDialog::eventFilter(QObject* watched, QEvent* event) {
    // One sentence is enough, so Enter belongs to the dialog; Shift+Enter makes a new line.
    if (watched == m_sentence && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ShiftModifier)) {
            if (acceptButton()->isEnabled())
                accept();
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

review::NaReason NotApplicableDialog::reason() const {
    return kReasons[m_reasons->checkedId()];
}

QString NotApplicableDialog::sentence() const {
    return m_sentence->toPlainText().trimmed();
}

void NotApplicableDialog::setReason(review::NaReason reason) {
    for (int i = 0; i < 4; ++i)
        if (kReasons[i] == reason)
            m_reasons->button(i)->setChecked(true);
}

} // namespace plumb::ui
