// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/merge_flow.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/session_bridge.h"
#include "ui/pages/merge_page.h"
#include "ui/shell/notices.h"
#include "ui/shell/review_view.h"

#include <QFileInfo>

namespace plumb::ui {

/// What the job brings: all values, since a session belongs to its thread.
struct MergeFlow::Planned {
    store::MergePlan plan;
    review::Review theirs;
};

MergeFlow::MergeFlow(const Needs& needs, store::Environment env, QObject* parent)
    : QObject(parent), m_needs(needs), m_env(std::move(env)) {
    connect(m_needs.view, &ReviewView::overLeft, this, &MergeFlow::pageLeft);
}

MergeFlow::~MergeFlow() = default;

void MergeFlow::start(const QString& other) {
    if (m_merging)
        return;
    const QString file = QFileInfo(other).absoluteFilePath();
    if (file != m_other)
        m_earlier.reset();
    m_other = file;
    const int reading = ++m_reading;
    m_needs.jobs->start<Planned>(
        tr("Comparing with %1").arg(QFileInfo(file).fileName()), this,
        [ours = m_needs.bridge->session().path(), theirs = s(file), env = m_env](JobContext& job) -> Result<Planned> {
            PLUMB_TRY(here, store::Project::open(ours, store::OpenMode::ReadOnly, env));
            PLUMB_TRY(there, store::Project::open(theirs, store::OpenMode::ReadOnly, env));
            if (!job.progress(1, 3))
                return fail(ErrorKind::Cancelled, "job.cancelled", "Stopped. Nothing was changed.");
            PLUMB_TRY(plan, store::planMerge(*here, *there));
            if (!job.progress(2, 3))
                return fail(ErrorKind::Cancelled, "job.cancelled", "Stopped. Nothing was changed.");
            PLUMB_TRY(review, there->load());
            return Planned{std::move(plan), std::move(review)};
        },
        [this, reading](Result<Planned> read) {
            if (reading != m_reading)
                return;
            if (read)
                planned(*read);
            else if (read.error().kind != ErrorKind::Cancelled)
                m_needs.notices->warn(wordsFor(read.error()));
        });
}

void MergeFlow::planned(const Planned& read) {
    const session::Session& session = m_needs.bridge->session();
    const QString name = QFileInfo(m_other).fileName();
    if (read.plan.nothing) {
        closePage();
        m_needs.notices->tell(tr("Nothing to merge"),
                              tr("%1 has nothing that this review has not. Nothing was changed.").arg(name));
        return;
    }
    const Instant now = m_env.clock.now();
    showPage(mergeWords(session, &read.theirs, read.plan, QFileInfo(q(session.path().string())).fileName(), name, now));
}

void MergeFlow::showPage(const MergeWords& words) {
    if (m_page)
        m_earlier.reset(m_page->copyDecisions());
    else
        m_needs.notices->clear(); // one that says why it is asked anew stays
    auto* const page = new MergePage(words, m_needs.bridge->session().readOnly(), m_needs.actions, m_needs.view);
    if (m_earlier)
        page->decisions()->takeOver(*m_earlier);
    m_taken = words.taken;
    m_page = page;
    connect(page, &MergePage::cancelled, this, &MergeFlow::closePage);
    connect(page, &MergePage::mergeWanted, this, &MergeFlow::merge);
    m_needs.view->showOver(page);
    emit pageShown(true);
}

void MergeFlow::closePage() {
    if (!m_page)
        return;
    m_earlier.reset(m_page->copyDecisions());
    m_page.clear();
    m_needs.view->closeOver();
    emit pageShown(false);
}

void MergeFlow::pageLeft() {
    if (!m_page)
        return;
    m_earlier.reset(m_page->copyDecisions());
    m_page.clear();
    emit pageShown(false);
    m_needs.notices->tell(tr("The merge waits"),
                          tr("Nothing was changed. What you decided is kept while this review is open."),
                          {{tr("Back to the merge"), [this] { start(m_other); }}});
}

void MergeFlow::merge() {
    if (!m_page || m_merging)
        return;
    const QString name = QFileInfo(m_other).fileName();
    int changes = m_taken;
    const MergeDecisions& made = *m_page->decisions();
    for (int item = 0; item < made.count(); ++item)
        if (made.choice(item) != MergeDecisions::Choice::Ours || made.edited(item))
            ++changes;
    m_merging = true;
    m_page->setBusy(true);
    emit mergingChanged(true);
    // The session belongs to this thread; the window only paints and can cancel meanwhile.
    m_needs.jobs->startHere<void>(
        tr("Merging %1").arg(name), this,
        [bridge = m_needs.bridge, other = s(m_other), resolutions = made.resolutions()](JobContext& job) {
            return bridge->session().merge(
                other, resolutions, std::nullopt,
                [&job](std::uint64_t done, std::uint64_t total) { return job.progress(done, total); });
        },
        [this, done = tr("Merged %1: %2").arg(name, changesWords(changes))](const Result<void>& result) {
            ended(result, done);
        });
}

void MergeFlow::ended(const Result<void>& done, const QString& whatWasDone) {
    m_merging = false;
    emit mergingChanged(false);
    if (m_page)
        m_page->setBusy(false);
    if (done) {
        if (m_page) {
            m_page.clear();
            m_needs.view->closeOver();
            emit pageShown(false);
        }
        m_earlier.reset();
        emit merged(whatWasDone);
        return;
    }
    if (m_page)
        m_page->setFocus(Qt::OtherFocusReason); // the window was not to be touched, so nothing has it
    if (done.error().kind == ErrorKind::Cancelled)
        return;
    m_needs.notices->warn(wordsFor(done.error()));
    // The other file was changed meanwhile: ask anew, with everything that still holds decided.
    if (done.error().id == "merge.unresolved" || done.error().id == "merge.noConflict")
        start(m_other);
}

} // namespace plumb::ui
