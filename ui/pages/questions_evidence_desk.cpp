// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_evidence_desk.h"

#include "ui/dialogs/evidence_dialog.h"
#include "ui/models/question_card_data.h"
#include "ui/widgets/button.h"

#include <limits>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QProgressDialog>
#include <QTemporaryDir>
#include <QUrl>

namespace plumb::ui {

namespace {

constexpr int kShowProgressMs = 300;
constexpr int kProgressSteps = 1000;

QStringList localFiles(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

/// One address: the first of a list of addresses, or a text that is nothing else.
QString linkIn(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (EvidenceDialog::looksLikeLink(url.toString()))
            return url.toString();
    return EvidenceDialog::looksLikeLink(data->text()) ? data->text().trimmed() : QString();
}

} // namespace

QString safeFileName(const QString& name) {
    QString out;
    for (const QChar c : name.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1))
        if (c.isPrint() && !QStringLiteral("<>:\"|?*").contains(c))
            out += c;
    while (out.startsWith(QLatin1Char('.')) || out.startsWith(QLatin1Char('-')) || out.startsWith(QLatin1Char(' ')))
        out.remove(0, 1);
    out = out.right(120);
    return out.isEmpty() ? QStringLiteral("evidence") : out;
}

EvidenceDesk::EvidenceDesk(SessionBridge* bridge, QuestionEditor* editor, QWidget* page)
    : QObject(page), m_bridge(bridge), m_editor(editor), m_page(page), m_open([](const QUrl& url) {
        return QDesktopServices::openUrl(url);
    }) {}

EvidenceDesk::~EvidenceDesk() = default;

void EvidenceDesk::askForEvidence() {
    auto* dialog = new EvidenceDialog(m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EvidenceDialog::filesWanted, this, &EvidenceDesk::chooseFile);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->isLink())
            m_editor->addLink(dialog->text(), dialog->title());
        else
            m_editor->addText(dialog->text(), dialog->title());
    });
    dialog->open();
}

void EvidenceDesk::chooseFile() {
    const QString path = m_files->open(m_page, tr("Attach a file"), QString(), tr("All files (*)"));
    if (!path.isEmpty())
        addFile(path);
}

bool EvidenceDesk::addFile(const QString& path) {
    QProgressDialog progress(tr("Copying %1 into the review").arg(QFileInfo(path).fileName()), tr("Cancel"), 0,
                             kProgressSteps, m_page);
    progress.setObjectName(QStringLiteral("evidenceProgress"));
    // Modal to the whole program, and events are looked at only while it stands: nothing may run another command while
    // this one streams.
    progress.setWindowModality(Qt::ApplicationModal);
    progress.setMinimumDuration(std::numeric_limits<int>::max());
    emit busy(true);
    QElapsedTimer since;
    since.start();
    m_editor->setProgress([&progress, &since](std::uint64_t done, std::uint64_t total) {
        if (since.elapsed() < kShowProgressMs)
            return true;
        progress.show();
        if (total > 0)
            progress.setValue(static_cast<int>(done * (kProgressSteps - 1) / total));
        return !progress.wasCanceled();
    });
    const bool added = m_editor->addFile(path);
    m_editor->setProgress({});
    emit busy(false);
    return added;
}

bool EvidenceDesk::canTake(const QMimeData* data) {
    return data != nullptr && (data->hasUrls() || data->hasImage() || !data->text().trimmed().isEmpty());
}

bool EvidenceDesk::take(const QMimeData* data) {
    if (!canTake(data) || !m_editor->valid())
        return false;
    const QStringList files = localFiles(data);
    if (!files.isEmpty()) {
        bool all = true;
        for (const QString& file : files)
            all = addFile(file) && all;
        return all;
    }
    if (data->hasImage()) {
        QByteArray png;
        QBuffer buffer(&png);
        if (!qvariant_cast<QImage>(data->imageData()).save(&buffer, "PNG"))
            return false;
        return m_editor->addImage(png, tr("Pasted image"));
    }
    const QString link = linkIn(data);
    return link.isEmpty() ? m_editor->addText(data->text(), {}) : m_editor->addLink(link, {});
}

void EvidenceDesk::pasteClipboard() {
    take(QApplication::clipboard()->mimeData());
}

void EvidenceDesk::open(const QString& id) {
    const review::Evidence* evidence = m_bridge->session().review().findEvidence(s(id));
    if (evidence == nullptr)
        return;
    const bool link = evidence->kind == review::EvidenceKind::Link;
    if (evidence->kind == review::EvidenceKind::Note) {
        auto* shown = new Dialog(q(evidence->title), q(evidence->text), m_page, Dialog::Width::Wide);
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->acceptButton()->setText(tr("Close"));
        shown->cancelButton()->hide();
        shown->open();
        return;
    }
    auto* dialog = new EvidenceOpenDialog(link ? q(evidence->url) : q(evidence->title), link, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id] {
        const review::Evidence* wanted = m_bridge->session().review().findEvidence(s(id));
        if (wanted == nullptr)
            return;
        if (wanted->kind == review::EvidenceKind::Link)
            m_open(QUrl(q(wanted->url), QUrl::StrictMode));
        else
            openCopy(*wanted);
    });
    dialog->open();
}

void EvidenceDesk::openCopy(const review::Evidence& evidence) {
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>(); // mode 0700
    const QString place = m_folder->filePath(QString::number(++m_copies));
    if (!m_folder->isValid() || !QDir().mkpath(place))
        return;
    const QString path = place + QLatin1Char('/') + safeFileName(q(evidence.fileName));
    const bool written = m_bridge->run([&](session::Session& session) -> Result<void> {
        PLUMB_TRY(sink, store::openFileSink(std::filesystem::path(s(path))));
        PLUMB_CHECK(session.extractEvidence(evidence.id, *sink));
        return sink->commit();
    });
    if (written)
        m_open(QUrl::fromLocalFile(path));
}

void EvidenceDesk::rename(const QString& id) {
    const review::Evidence* evidence = m_bridge->session().review().findEvidence(s(id));
    if (evidence == nullptr)
        return;
    auto* dialog = new EvidenceRenameDialog(q(evidence->title), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] { m_editor->renameEvidence(s(id), dialog->title()); });
    dialog->open();
}

void EvidenceDesk::setStrength(const QString& id, review::Basis strength) {
    m_editor->setStrength(s(id), strength);
}

void EvidenceDesk::remove(const QString& id) {
    const review::Evidence* evidence = m_bridge->session().review().findEvidence(s(id));
    if (evidence == nullptr)
        return;
    const QString title = q(evidence->title);
    if (m_editor->removeEvidence(s(id)))
        emit removed(title);
}

} // namespace plumb::ui
