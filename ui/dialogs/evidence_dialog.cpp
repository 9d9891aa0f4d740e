// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/evidence_dialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace plumb::ui {

EvidenceDialog::EvidenceDialog(QWidget* parent)
    : Dialog(tr("Attach evidence"),
             tr("A file is copied into the review, a link is only noted. You can also drop or paste "
                "on the question itself."),
             parent)
    , m_text(new QPlainTextEdit)
    , m_title(new QLineEdit) {
    setObjectName(QStringLiteral("evidenceDialog"));
    auto* files = new Button(tr("Choose a file…"), ButtonLook::Plain);
    files->setObjectName(QStringLiteral("chooseFileButton"));
    files->setLeadingIcon(Icon::FilePlus);
    connect(files, &QAbstractButton::clicked, this, [this] {
        reject();
        emit filesWanted();
    });
    m_text->setObjectName(QStringLiteral("evidenceTextEdit"));
    m_text->setPlaceholderText(tr("https://… or what was said"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(76));
    m_title->setObjectName(QStringLiteral("evidenceTitleEdit"));
    m_title->setPlaceholderText(tr("Made from the text when empty"));
    content()->setSpacing(scaled(12));
    content()->addWidget(files, 0, Qt::AlignLeft);
    content()->addWidget(new Field(tr("Or a link or a note"), m_text));
    content()->addWidget(new Field(tr("Title"), m_title));
    acceptButton()->setText(tr("Attach"));
    setAcceptKey(QStringLiteral("Ctrl+Return"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &EvidenceDialog::check);
    m_text->setFocus();
    check();
}

void EvidenceDialog::check() {
    acceptButton()->setEnabled(!text().isEmpty());
    acceptButton()->setToolTip(text().isEmpty() ? tr("Type a link or a note first, or choose a file") : QString());
}

QString EvidenceDialog::text() const {
    return m_text->toPlainText().trimmed();
}

QString EvidenceDialog::title() const {
    return m_title->text().trimmed();
}

bool EvidenceDialog::isLink() const {
    return looksLikeLink(text());
}

bool EvidenceDialog::looksLikeLink(const QString& text) {
    const QString one = text.trimmed();
    if (one.contains(QLatin1Char(' ')) || one.contains(QLatin1Char('\n')))
        return false;
    const QUrl url(one, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

EvidenceRenameDialog::EvidenceRenameDialog(const QString& title, QWidget* parent)
    : Dialog(tr("Rename evidence"), tr("The title stands in the list and in the report; the file keeps its name."),
             parent)
    , m_title(new QLineEdit(title)) {
    setObjectName(QStringLiteral("evidenceRenameDialog"));
    m_title->setObjectName(QStringLiteral("evidenceTitleEdit"));
    m_title->selectAll();
    content()->addWidget(new Field(tr("Title"), m_title));
    acceptButton()->setText(tr("Rename"));
    connect(m_title, &QLineEdit::textChanged, this,
            [this] { acceptButton()->setEnabled(!m_title->text().simplified().isEmpty()); });
    m_title->setFocus();
}

QString EvidenceRenameDialog::title() const {
    return m_title->text().simplified();
}

EvidenceOpenDialog::EvidenceOpenDialog(const QString& title, bool link, QWidget* parent)
    : Dialog(
          link ? tr("Open this link in the browser?") : tr("Open this file outside Plumbline?"),
          link
              ? tr("%1 leaves the review.").arg(title)
              : tr("A copy of “%1” goes to a private folder and opens with the program for its type. Files from others "
                   "can be harmful; changes to the copy do not come back.")
                    .arg(title),
          parent) {
    setObjectName(QStringLiteral("evidenceOpenDialog"));
    acceptButton()->setText(tr("Open"));
}

} // namespace plumb::ui
