// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the window that moves files in and out: open, create, copy, export, drop.
#include "core/report/build.h"
#include "ui/bridge/error_words.h"
#include "ui/dialogs/new_review_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notices.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>

namespace plumb::ui {
namespace {

QString firstFile(const QMimeData* data) {
    const auto urls = data->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

bool MainWindow::openFile(const QString& path, session::OpenMode mode) {
    if (m_merging)
        return false;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    // The file that is open here is closed first, or it would be locked by ourselves.
    if (m_bridge && QFileInfo(q(m_bridge->session().path().string())) == QFileInfo(absolute)) {
        if (m_bridge->session().readOnly() == (mode == session::OpenMode::ReadOnly))
            return true;
        closeReview();
    }
    auto opened = session::Session::open(s(absolute), mode, environmentFor(m_services));
    if (!opened) {
        refuse(opened.error(), absolute);
        return false;
    }
    m_services.settings->setFolder(QFileInfo(absolute).absolutePath());
    showSession(std::move(*opened));
    return true;
}

bool MainWindow::openSampleReview() {
    auto opened = openSample(m_services);
    if (!opened) {
        refuse(opened.error(), QString());
        return false;
    }
    showSession(std::move(*opened));
    return true;
}

void MainWindow::refuse(const Error& error, const QString& path) {
    const ErrorWords words = wordsFor(error);
    QList<Notices::Choice> choices;
    if (words.offerReadOnly && !path.isEmpty())
        choices.append({tr("Open read-only"), [this, path] { openFile(path, session::OpenMode::ReadOnly); }});
    const auto recent = m_services.settings->recent();
    const bool listed =
        std::any_of(recent.begin(), recent.end(), [&](const RecentReview& r) { return r.path == path; });
    if (listed && error.id == "file.notFound")
        choices.append({tr("Remove from the list"), [this, path] { m_services.settings->removeRecent(path); }});
    m_notices->warn(words, choices);
}

void MainWindow::newReview(const QString& lensFile) {
    std::unique_ptr<session::Session> made;
    NewReviewDialog dialog(
        m_services.library, m_services.settings->folder(), m_services.dialogs, &m_jobs,
        [&](const QString& path, const session::NewReview& content) -> Result<void> {
            auto session = session::Session::create(s(path), content, environmentFor(m_services));
            if (!session)
                return fail(std::move(session).error());
            made = std::move(*session);
            return {};
        },
        this);
    if (!lensFile.isEmpty())
        dialog.addLensFile(lensFile);
    if (dialog.exec() != QDialog::Accepted || !made)
        return;
    m_services.settings->setFolder(QFileInfo(q(made->path().string())).absolutePath());
    showSession(std::move(made), Place::Questions);
}

void MainWindow::chooseFile() {
    const QString path =
        m_services.dialogs->open(this, tr("Open a review"), m_services.settings->folder(), reviewFilter());
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::addLens(const QString& path) {
    const auto offer = offerFromFile(path);
    if (!offer) {
        m_notices->warn(wordsFor(offer.error()));
        return;
    }
    if (!offer->usable) {
        // The assistant shows every fault with its place; here the first must do.
        const QString first = offer->messages.empty() ? QString() : q(offer->messages.front().text);
        m_notices->warn({tr("%1 can't be used").arg(QFileInfo(path).fileName()), first, false, false});
        return;
    }
    const bool added = m_bridge->run([&](session::Session& session) -> Result<void> {
        auto id = session.addLens(offer->source);
        if (!id)
            return fail(std::move(id).error());
        return {};
    });
    if (added)
        m_notices->offerUndo(tr("Added the questionnaire %1").arg(offer->name), undoKey());
}

QFileInfo MainWindow::besideReview() const {
    return QFileInfo(m_snapshotOf.isEmpty() ? q(m_bridge->session().path().string()) : m_snapshotOf);
}

void MainWindow::saveCopy() {
    if (!m_bridge)
        return;
    const QFileInfo file(q(m_bridge->session().path().string()));
    const QFileInfo beside = besideReview();
    const QString suggested =
        freePath(beside.absolutePath(), beside.completeBaseName() + QStringLiteral("-copy"), QStringLiteral("plumb"));
    QString target = m_services.dialogs->save(this, tr("Save a copy"), suggested, reviewFilter(), false);
    if (target.isEmpty())
        return;
    if (!looksLikeReview(target))
        target += QLatin1String(".plumb");
    const auto env = environmentFor(m_services);
    const std::string source = s(file.absoluteFilePath());
    m_jobs.start<void>(
        tr("Copying %1").arg(file.fileName()), this,
        // A session belongs to its thread, so the job reads the file through one of its own.
        [source, target = s(target), env](JobContext& job) -> Result<void> {
            auto reader = session::Session::open(source, session::OpenMode::ReadOnly, env);
            if (!reader)
                return fail(std::move(reader).error());
            return (*reader)->copyTo(
                target, [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); });
        },
        [this, target](Result<void> copied) {
            if (copied)
                m_notices->tell(tr("Copy saved"), QDir::toNativeSeparators(target));
            else if (copied.error().kind != ErrorKind::Cancelled)
                m_notices->warn(wordsFor(copied.error()));
        });
}

void MainWindow::exportPdf() {
    if (!m_bridge || !m_services.printPdf || !commitTyped())
        return;
    const QFileInfo file = besideReview();
    const QString suggested = file.absoluteDir().filePath(file.completeBaseName() + QStringLiteral(".pdf"));
    QString target = m_services.dialogs->save(this, tr("Export the report"), suggested, pdfFilter(), true);
    if (target.isEmpty())
        return;
    if (!target.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        target += QLatin1String(".pdf");
    report::Options options;
    options.version = s(QCoreApplication::applicationVersion());
    options.now = m_services.clock->now();
    const session::Session& session = m_bridge->session();
    const score::ScopeScore& overall = session.scores().overall();
    if (overall.answered < overall.applicable)
        options.mark = s(tr("Draft")); // a report with open questions says so on every page
    m_jobs.startHere<void>(
        tr("Writing %1").arg(QFileInfo(target).fileName()), this,
        [document = report::build(session.review(), session.scores(), options), print = m_services.printPdf,
         target](JobContext& job) {
            return print(document, target,
                         [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); });
        },
        [this, target](Result<void> written) {
            if (written)
                m_notices->tell(tr("Report written"), QDir::toNativeSeparators(target));
            else if (written.error().kind != ErrorKind::Cancelled)
                m_notices->warn(wordsFor(written.error()));
        });
}

void MainWindow::openDropped(const QString& path) {
    if (looksLikeReview(path))
        openFile(path);
    else if (!looksLikeLens(path))
        m_notices->warn(
            {tr("This can't be opened"),
             tr("%1 is neither a review (.plumb) nor a questionnaire (.json).").arg(QFileInfo(path).fileName()), false,
             false});
    else if (m_bridge)
        addLens(path);
    else
        newReview(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!firstFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = firstFile(event->mimeData());
    event->acceptProposedAction();
    // The one who drags waits for this function to return; dialogs come after it.
    QMetaObject::invokeMethod(
        this, [this, path] { openDropped(path); }, Qt::QueuedConnection);
}

} // namespace plumb::ui
