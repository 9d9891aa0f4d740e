// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finding_decision_dialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

using review::FindingStatus;

constexpr int kUsualMonths = 6; ///< an acceptance is offered for this long

QString titleOf(FindingStatus status, int findings) {
    if (status == FindingStatus::Accepted)
        return FindingDecisionDialog::tr("Accept %n risks", nullptr, findings);
    if (status == FindingStatus::Transferred)
        return FindingDecisionDialog::tr("Transfer %n risks", nullptr, findings);
    return FindingDecisionDialog::tr("Set aside %n findings", nullptr, findings);
}

QString titleOfOne(FindingStatus status) {
    if (status == FindingStatus::Accepted)
        return FindingDecisionDialog::tr("Accept this risk");
    if (status == FindingStatus::Transferred)
        return FindingDecisionDialog::tr("Transfer this risk");
    return FindingDecisionDialog::tr("Why is this a false alarm?");
}

QString sentenceOf(FindingStatus status) {
    if (status == FindingStatus::Accepted)
        return FindingDecisionDialog::tr(
            "It still counts in the score, is shown as accepted, and opens again after the "
            "last day. All of this goes into the report.");
    if (status == FindingStatus::Transferred)
        return FindingDecisionDialog::tr("Somebody else carries it from now on. Reason and name go into the report.");
    return FindingDecisionDialog::tr("The finding leaves the open list. The reason goes into the report.");
}

QDate qt(Date day) {
    return {day.year, day.month, day.day};
}

} // namespace

FindingDecisionDialog::FindingDecisionDialog(FindingStatus status, int findings, const QStringList& people, Date today,
                                             QWidget* parent)
    : Dialog(findings == 1 ? titleOfOne(status) : titleOf(status, findings), sentenceOf(status), parent)
    , m_status(status)
    , m_today(today)
    , m_reason(new QPlainTextEdit) {
    setObjectName(QStringLiteral("findingDecisionDialog"));
    content()->setSpacing(scaled(12));
    m_reason->setObjectName(QStringLiteral("reasonEdit"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(scaled(64));
    m_reason->installEventFilter(this);
    content()->addWidget(new Field(tr("Reason"), m_reason));
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    if (status != FindingStatus::FalseAlarm) {
        m_who = new QLineEdit;
        m_who->setObjectName(QStringLiteral("decidedByEdit"));
        auto* completer = new QCompleter(people, m_who);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_who->setCompleter(completer);
        row->addWidget(new Field(status == FindingStatus::Accepted ? tr("Decided by") : tr("Transferred to"), m_who),
                       1);
        connect(m_who, &QLineEdit::textChanged, this, &FindingDecisionDialog::check);
    }
    if (status == FindingStatus::Accepted) {
        m_until = new DateField(qt(today));
        m_until->setObjectName(QStringLiteral("untilEdit"));
        m_until->setDate(qt(addMonths(today, kUsualMonths)));
        m_untilField = new Field(tr("Until, last day"), m_until);
        row->addWidget(m_untilField, 1);
        connect(m_until, &QLineEdit::textChanged, this, &FindingDecisionDialog::check);
    }
    content()->addLayout(row);
    acceptButton()->setText(status == FindingStatus::Accepted      ? tr("Accept the risk")
                            : status == FindingStatus::Transferred ? tr("Transfer")
                                                                   : tr("False alarm"));
    connect(m_reason, &QPlainTextEdit::textChanged, this, &FindingDecisionDialog::check);
    m_reason->setFocus();
    check();
}

void FindingDecisionDialog::fill(const QString& reason, const QString& decidedBy, Date until) {
    m_reason->setPlainText(reason);
    if (m_who != nullptr)
        m_who->setText(decidedBy);
    if (m_until != nullptr && until.valid() && until >= m_today)
        m_until->setDate(qt(until));
}

void FindingDecisionDialog::check() {
    QString missing;
    if (reason().isEmpty())
        missing = tr("Say why first");
    else if (m_who != nullptr && decidedBy().isEmpty())
        missing = m_status == FindingStatus::Accepted ? tr("Name who decided first") : tr("Name who carries it first");
    else if (m_until != nullptr && (!until().valid() || until() < m_today))
        missing = tr("Give a last day that has not passed");
    if (m_untilField != nullptr) {
        const bool past = until().valid() && until() < m_today;
        const bool none = !m_until->text().isEmpty() && !until().valid() && !m_until->hasFocus();
        m_untilField->setError(past ? tr("That day has passed.") : none ? tr("There is no such day.") : QString());
    }
    acceptButton()->setEnabled(missing.isEmpty());
    acceptButton()->setToolTip(missing);
}

bool FindingDecisionDialog::eventFilter(QObject* watched, QEvent* event) {
    // One sentence is enough, so Enter belongs to the dialog; Shift+Enter makes a new line.
    if (watched == m_reason && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ShiftModifier)) {
            if (acceptButton()->isEnabled())
                accept();
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

QString FindingDecisionDialog::reason() const {
    return m_reason->toPlainText().trimmed();
}

QString FindingDecisionDialog::decidedBy() const {
    return m_who == nullptr ? QString() : m_who->text().simplified();
}

Date FindingDecisionDialog::until() const {
    const QDate date = m_until == nullptr ? QDate() : m_until->date();
    return date.isValid() ? Date{date.year(), date.month(), date.day()} : Date{};
}

} // namespace plumb::ui
