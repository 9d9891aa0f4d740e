// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/snapshot_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QDate>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kLongestName = 200; ///< bytes

QString folded(const QString& name) {
    return name.simplified().toCaseFolded();
}

QString dayOf(Date day) {
    return QLocale(QLocale::English).toString(QDate(day.year, day.month, day.day), u"d MMM yyyy");
}

} // namespace

SnapshotDialog::SnapshotDialog(const QString& suggested, const QStringList& taken, QWidget* parent)
    : Dialog(
          tr("Take a snapshot"),
          tr("Keeps the review as it is now, for good. Later you can compare with it, look at it and go back to it."),
          parent)
    , m_name(new QLineEdit(suggested))
    , m_note(new QLineEdit) {
    setObjectName(QStringLiteral("snapshotDialog"));
    for (const QString& name : taken)
        m_taken << folded(name);
    m_name->setObjectName(QStringLiteral("snapshotNameEdit"));
    m_nameField = new Field(tr("Name"), m_name);
    content()->addWidget(m_nameField);
    content()->addSpacing(scaled(8));
    m_note->setObjectName(QStringLiteral("snapshotNoteEdit"));
    m_note->setPlaceholderText(tr("Before the platform move"));
    m_note->setMaxLength(static_cast<int>(review::kMaxNote) / 4);
    content()->addWidget(new Field(tr("Note (optional)"), m_note));
    acceptButton()->setText(tr("Take the snapshot"));
    connect(m_name, &QLineEdit::textChanged, this, &SnapshotDialog::check);
    m_name->setFocus();
    m_name->selectAll();
    check();
}

QString SnapshotDialog::name() const {
    return m_name->text().simplified();
}

QString SnapshotDialog::note() const {
    return m_note->text().trimmed();
}

void SnapshotDialog::setError(const QString& sentence) {
    m_nameField->setError(sentence);
    adjustSize(); // a sentence below the field needs its line
}

void SnapshotDialog::check() {
    QString error;
    if (name().isEmpty())
        error = tr("A snapshot needs a name.");
    else if (m_taken.contains(folded(name())))
        error = tr("There is a snapshot of this name already. Choose another one.");
    else if (name().toUtf8().size() > kLongestName)
        error = tr("This name is too long.");
    setError(error);
    acceptButton()->setEnabled(error.isEmpty());
}

QString SnapshotDialog::nameFor(const QString& day, const QStringList& taken) {
    QStringList names;
    for (const QString& name : taken)
        names << folded(name);
    QString free = day;
    for (int i = 2; names.contains(folded(free)); ++i)
        free = QStringLiteral("%1 (%2)").arg(day).arg(i);
    return free;
}

void SnapshotDialog::ask(SessionBridge* bridge, QWidget* parent, std::function<void(const QString&)> done) {
    QStringList taken;
    for (const store::SnapshotRecord& record : bridge->session().snapshots())
        taken << q(record.name);
    auto* dialog = new SnapshotDialog(nameFor(dayOf(bridge->session().today()), taken), taken, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Stays open until the snapshot is kept.
    disconnect(dialog->acceptButton(), nullptr, dialog, nullptr);
    connect(dialog->acceptButton(), &QAbstractButton::clicked, dialog, [dialog, bridge, done = std::move(done)] {
        const auto made = bridge->session().createSnapshot(s(dialog->name()), s(dialog->note()));
        if (!made) {
            dialog->setError(wordsFor(made.error()).text);
            return;
        }
        const QString name = q(made->name);
        dialog->accept();
        done(name);
    });
    dialog->open();
}

} // namespace plumb::ui
