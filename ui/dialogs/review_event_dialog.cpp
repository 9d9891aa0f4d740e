// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/review_event_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr review::EventKind kKinds[] = {review::EventKind::Review, review::EventKind::ModelUpdate,
                                        review::EventKind::DataChange, review::EventKind::Other};
constexpr const char* kNames[] = {"reviewRadio", "modelUpdateRadio", "dataChangeRadio", "otherEventRadio"};

QString longWords(review::EventKind kind) {
    switch (kind) {
    case review::EventKind::Review:
        return ReviewEventDialog::tr("A review was held");
    case review::EventKind::ModelUpdate:
        return ReviewEventDialog::tr("A major model update");
    case review::EventKind::DataChange:
        return ReviewEventDialog::tr("A significant change in volume or type of data");
    case review::EventKind::Other:
        break;
    }
    return ReviewEventDialog::tr("Something else worth keeping");
}

QDate qt(Date day) {
    return {day.year, day.month, day.day};
}

} // namespace

QString eventWords(review::EventKind kind) {
    switch (kind) {
    case review::EventKind::Review:
        return ReviewEventDialog::tr("Review held");
    case review::EventKind::ModelUpdate:
        return ReviewEventDialog::tr("Model update");
    case review::EventKind::DataChange:
        return ReviewEventDialog::tr("Change in data");
    case review::EventKind::Other:
        break;
    }
    return ReviewEventDialog::tr("Other event");
}

ReviewEventDialog::ReviewEventDialog(const review::ReviewEvent& event, Date today, QWidget* parent)
    : Dialog(event.id.empty() ? tr("Record an event") : tr("Change an event"),
             tr("A model update or a change in data makes the next review due on its day."), parent)
    , m_event(event)
    , m_today(today)
    , m_kinds(new QButtonGroup(this))
    , m_date(new DateField(qt(today)))
    , m_note(new QLineEdit(q(event.note))) {
    setObjectName(QStringLiteral("reviewEventDialog"));
    content()->setSpacing(scaled(4));
    for (int i = 0; i < 4; ++i) {
        auto* radio = new QRadioButton(longWords(kKinds[i]));
        radio->setObjectName(QString::fromLatin1(kNames[i]));
        radio->setChecked(kKinds[i] == event.kind);
        m_kinds->addButton(radio, i);
        content()->addWidget(radio);
    }
    content()->addSpacing(scaled(8));
    m_date->setObjectName(QStringLiteral("eventDateEdit"));
    m_date->setDate(qt(event.date.valid() ? event.date : today));
    m_dateField = new Field(tr("Day"), m_date);
    content()->addWidget(m_dateField);
    content()->addSpacing(scaled(6));
    m_note->setObjectName(QStringLiteral("eventNoteEdit"));
    m_note->setPlaceholderText(tr("The assistant moves to a new model"));
    m_note->setMaxLength(static_cast<int>(review::kMaxNote) / 4);
    content()->addWidget(new Field(tr("What happened"), m_note));
    if (!event.id.empty()) {
        auto* remove = new Button(tr("Remove this event"), ButtonLook::Link);
        remove->setObjectName(QStringLiteral("removeEventButton"));
        connect(remove, &QAbstractButton::clicked, this, [this] {
            m_removed = true;
            accept();
        });
        content()->addSpacing(scaled(6));
        content()->addWidget(remove, 0, Qt::AlignLeft);
    }
    acceptButton()->setText(event.id.empty() ? tr("Record") : tr("Save"));
    connect(m_date, &QLineEdit::textChanged, this, &ReviewEventDialog::check);
    m_kinds->checkedButton()->setFocus();
    check();
}

void ReviewEventDialog::check() {
    const QDate day = DateField::parse(m_date->text(), qt(m_today));
    m_dateField->setError(day.isValid()                        ? QString()
                          : m_date->text().trimmed().isEmpty() ? tr("An event needs its day.")
                                                               : tr("There is no such day."));
    acceptButton()->setEnabled(day.isValid());
    adjustSize(); // a sentence below the field needs its line
}

review::ReviewEvent ReviewEventDialog::event() const {
    review::ReviewEvent out = m_event;
    out.kind = kKinds[m_kinds->checkedId()];
    const QDate day = DateField::parse(m_date->text(), qt(m_today));
    out.date = {day.year(), day.month(), day.day()};
    out.note = s(m_note->text().trimmed());
    return out;
}

void ReviewEventDialog::ask(SessionBridge* bridge, const review::ReviewEvent& event, QWidget* parent) {
    auto* dialog = new ReviewEventDialog(event, bridge->session().today(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, bridge, [bridge, dialog] {
        bridge->run([&](session::Session& session) -> Result<void> {
            const review::ReviewEvent wanted = dialog->event();
            if (dialog->removed())
                return session.removeEvent(wanted.id);
            auto put = session.putEvent(wanted);
            if (!put)
                return fail(std::move(put).error());
            return {};
        });
    });
    dialog->open();
}

CadenceDialog::CadenceDialog(int months, QWidget* parent)
    : Dialog(tr("How often is a review held?"),
             tr("The next one is due so long after the last, or earlier when the model or the data change."), parent)
    , m_months(new QSpinBox) {
    setObjectName(QStringLiteral("cadenceDialog"));
    m_months->setObjectName(QStringLiteral("cadenceSpinBox"));
    m_months->setRange(1, review::kMaxCadence);
    m_months->setValue(months);
    m_months->setFixedWidth(scaled(120));
    auto* field = new Field(tr("Months between two reviews"), m_months);
    field->setHint(tr("1 to %1; six is usual.").arg(review::kMaxCadence));
    content()->addWidget(field);
    acceptButton()->setText(tr("Save"));
    m_months->setFocus();
    m_months->selectAll();
}

int CadenceDialog::months() const {
    return m_months->value();
}

void CadenceDialog::ask(SessionBridge* bridge, QWidget* parent) {
    auto* dialog = new CadenceDialog(bridge->session().review().planning.cadenceMonths, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, bridge, [bridge, dialog] {
        review::Planning planning = bridge->session().review().planning;
        planning.cadenceMonths = dialog->months();
        bridge->run([&](session::Session& session) { return session.setPlanning(planning); });
    });
    dialog->open();
}

} // namespace plumb::ui
