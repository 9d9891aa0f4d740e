// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the window that brings a review together with others of its kind: copies that parted, other versions of
// its questionnaires, and what it was when a snapshot was made.
#include "core/base/hash.h"
#include "ui/bridge/error_words.h"
#include "ui/dialogs/lens_upgrade_dialog.h"
#include "ui/models/question_facts.h"
#include "ui/shell/main_window.h"
#include "ui/shell/merge_flow.h"
#include "ui/shell/notices.h"
#include "ui/shell/review_strip.h"
#include "ui/shell/review_view.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace plumb::ui {
namespace {

/// Which newer versions of a review were put off: file and hashes, so that the next version speaks up again.
QString putOffKey(const session::Session& session) {
    return QStringLiteral("newerLens/") + q(session.review().fileId);
}

QByteArray versionsOf(const std::vector<const session::BuiltInLens*>& newer) {
    std::string all;
    for (const session::BuiltInLens* lens : newer)
        all += std::string(lens->id) + sha256(lens->lens) + sha256(lens->overlay);
    return QByteArray::fromStdString(sha256(all));
}

} // namespace

QString MainWindow::undoKey() const {
    return m_actions.action(u"edit.undo")->shortcut().toString(QKeySequence::PortableText);
}

void MainWindow::prepareReview() {
    m_merge = std::make_unique<MergeFlow>(MergeFlow::Needs{m_bridge.get(), m_view, &m_actions, &m_jobs, m_notices},
                                          environmentFor(m_services));
    connect(m_merge.get(), &MergeFlow::pageShown, this, &MainWindow::syncHistory);
    connect(m_merge.get(), &MergeFlow::mergingChanged, this, &MainWindow::setMerging);
    connect(m_merge.get(), &MergeFlow::merged, this, [this](const QString& whatWasDone) {
        go(Place::Overview);
        m_notices->offerUndo(whatWasDone, undoKey());
    });
    if (!m_bridge->session().snapshotName().empty())
        showSnapshotStrip();
    else
        offerNewerLens();
}

// --- another copy ----------------------------------------------------------------------------------------------------

void MainWindow::chooseCopy() {
    if (!m_bridge || m_bridge->session().readOnly() || m_merging)
        return;
    const QString path =
        m_services.dialogs->open(this, tr("Merge another copy"), m_services.settings->folder(), reviewFilter());
    if (!path.isEmpty())
        mergeCopy(path);
}

void MainWindow::mergeCopy(const QString& path) {
    if (m_merge && commitTyped())
        m_merge->start(path);
}

void MainWindow::setMerging(bool merging) {
    m_merging = merging;
    m_view->setEnabled(!merging);
    setAcceptDrops(!merging);
    for (const ActionSpec& spec : m_actions.specs()) {
        const bool pages = spec.scope != ActionScope::Window && spec.scope != ActionScope::Review;
        if (!pages)
            m_actions.action(spec.id)->setEnabled(!merging);
    }
    if (merging)
        return;
    syncReviewActions();
    syncHistory();
}

// --- another version of a questionnaire ------------------------------------------------------------------------------

void MainWindow::upgradeLens(const std::string& lensId) {
    if (!m_bridge || m_bridge->session().readOnly() || !commitTyped())
        return;
    LensUpgradeDialog dialog(m_bridge.get(), m_services.library, m_services.dialogs, m_services.settings->folder(),
                             lensId, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    offerNewerLens();
    m_notices->offerUndo(dialog.whatWasDone(), undoKey());
}

void MainWindow::offerNewerLens() {
    const session::Session& session = m_bridge->session();
    std::vector<const session::BuiltInLens*> newer;
    QString name;
    std::string first;
    if (!session.readOnly())
        for (const review::ReviewLens& lens : session.review().lenses)
            if (const session::BuiltInLens* other = otherBuiltIn(m_services.library, lens)) {
                if (newer.empty()) {
                    name = lensName(lens);
                    first = lens.lens->id;
                }
                newer.push_back(other);
            }
    const bool putOff = m_services.settings->bytes(putOffKey(session)) == versionsOf(newer);
    m_view->showStrip(!newer.empty() && !putOff, Place::Overview);
    if (newer.empty() || putOff)
        return;
    ReviewStrip* const strip = m_view->strip();
    strip->disconnect(this);
    strip->say(Icon::Refresh, tr("Another version of %1 is here").arg(name),
               newer.size() == 1
                   ? tr("It comes with this program. Answers carry over; see first what it changes.")
                   : tr("And of %1 more, from this program. Answers carry over; see first what they change.")
                         .arg(newer.size() - 1),
               tr("See what it changes"), true);
    connect(strip, &ReviewStrip::pressed, this, [this, first] { upgradeLens(first); });
    connect(strip, &ReviewStrip::closed, this, [this, newer] {
        m_services.settings->setBytes(putOffKey(m_bridge->session()), versionsOf(newer));
        m_view->showStrip(false);
    });
}

// --- what it was -----------------------------------------------------------------------------------------------------

void MainWindow::openSnapshot(const QString& name) {
    if (!m_bridge || m_merging || !m_bridge->session().snapshotName().empty() || !commitTyped())
        return;
    const QString path = QFileInfo(q(m_bridge->session().path().string())).absoluteFilePath();
    const bool readOnly = m_bridge->session().readOnly();
    const Place place = m_view->place();
    // A session belongs to its thread, so it is opened in this one, and the window lives on while its file is copied.
    using Opened = std::unique_ptr<session::Session>;
    m_jobs.startHere<Opened>(
        tr("Opening the snapshot %1").arg(name), m_merge.get(),
        [path = s(path), name = s(name), env = environmentFor(m_services)](JobContext& job) {
            return session::Session::openSnapshot(
                path, name, env, [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); });
        },
        [this, path, readOnly, place](Result<Opened> opened) {
            if (opened) {
                showSession(std::move(*opened), Place::Overview);
                m_snapshotOf = path;
                m_snapshotOfReadOnly = readOnly;
                m_snapshotPlace = place;
            } else if (opened.error().kind != ErrorKind::Cancelled) {
                m_notices->warn(wordsFor(opened.error()));
            }
        });
}

void MainWindow::backToReview() {
    if (m_snapshotOf.isEmpty())
        return;
    const QString path = m_snapshotOf;
    const Place place = m_snapshotPlace;
    if (openFile(path, m_snapshotOfReadOnly ? session::OpenMode::ReadOnly : session::OpenMode::ReadWrite))
        go(place);
}

void MainWindow::showSnapshotStrip() {
    const session::Session& session = m_bridge->session();
    const auto& all = session.snapshots();
    const auto record = std::find_if(
        all.begin(), all.end(), [&](const store::SnapshotRecord& each) { return each.name == session.snapshotName(); });
    const QString name = q(session.snapshotName());
    const QString title = record == all.end()
                              ? tr("Snapshot %1, read-only").arg(name)
                              : tr("Snapshot %1, %2, read-only")
                                    .arg(name, QLocale(QLocale::English)
                                                   .toString(QDateTime::fromMSecsSinceEpoch(record->time.ms),
                                                             QStringLiteral("d MMM yyyy")));
    ReviewStrip* const strip = m_view->strip();
    strip->say(Icon::Snapshot, title, tr("The review as it was then. Nothing can be changed here."),
               tr("Back to the review"), false);
    connect(strip, &ReviewStrip::pressed, this, &MainWindow::backToReview);
    m_view->showStrip(true);
}

} // namespace plumb::ui
