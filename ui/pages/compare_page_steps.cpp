// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys and buttons of the Compare place do.
#include "ui/bridge/action_table.h"
#include "ui/bridge/error_words.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/session_bridge.h"
#include "ui/bridge/state_reader.h"
#include "ui/charts/chart_view.h"
#include "ui/dialogs/compare_file_dialog.h"
#include "ui/dialogs/snapshot_list_dialog.h"
#include "ui/models/compare_table.h"
#include "ui/models/compare_words.h"
#include "ui/models/question_facts.h"
#include "ui/pages/compare_charts.h"
#include "ui/pages/compare_detail.h"
#include "ui/pages/compare_feed.h"
#include "ui/pages/compare_header.h"
#include "ui/pages/compare_list.h"
#include "ui/pages/compare_list_view.h"
#include "ui/pages/compare_page.h"
#include "ui/widgets/undo_bar.h"

#include <algorithm>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QSaveFile>
#include <QStackedWidget>

namespace plumb::ui {

void ComparePage::on(QStringView action, void (ComparePage::*what)()) {
    connect(m_actions->action(action), &QAction::triggered, this, what);
}

void ComparePage::connectActions() {
    on(u"compare.swap", &ComparePage::swap);
    on(u"compare.file", &ComparePage::chooseFile);
    on(u"compare.snapshots", &ComparePage::openSnapshots);
    on(u"compare.open", &ComparePage::openCurrent);
    on(u"compare.details", &ComparePage::toggleDetail);
    on(u"compare.copy", &ComparePage::copyTable);
    on(u"compare.csv", &ComparePage::saveCsv);
    connect(m_actions->action(u"compare.next"), &QAction::triggered, this, [this] { step(1); });
    connect(m_actions->action(u"compare.previous"), &QAction::triggered, this, [this] { step(-1); });
    const std::pair<const char16_t*, Tab> tabs[] = {{u"compare.questions", Tab::Questions},
                                                    {u"compare.findings", Tab::Findings},
                                                    {u"compare.causes", Tab::Causes},
                                                    {u"compare.money", Tab::Money},
                                                    {u"compare.trend", Tab::Trend}};
    for (const auto& [id, tab] : tabs)
        connect(m_actions->action(id), &QAction::triggered, this, [this, wanted = tab] { showTab(wanted); });
    syncActions();
}

void ComparePage::syncActions() {
    for (const QStringView id : {u"compare.swap", u"compare.copy", u"compare.csv", u"compare.open", u"compare.next",
                                 u"compare.previous", u"compare.details"})
        m_actions->action(id)->setEnabled(m_shown != nullptr);
    m_actions->action(u"compare.snapshots")->setEnabled(!m_bridge->session().snapshots().empty());
}

void ComparePage::setFileDialogs(FileDialogs* files) {
    m_files = files;
    m_causes->chart()->setFileDialogs(files);
    m_trend->setFileDialogs(files);
    for (ChartView* view : {m_causes->chart(), m_trend})
        view->setFolder(folder());
}

QString ComparePage::folder() const {
    return q(m_bridge->session().path().parent_path().string());
}

void ComparePage::setSides(session::StateRef from, session::StateRef to) {
    m_picked = true;
    m_from = std::move(from);
    m_to = std::move(to);
    for (const session::StateRef& ref : {m_from, m_to})
        if (!ref.file.empty() && std::ranges::find(m_others, ref) == m_others.end())
            m_others.push_back(ref);
    refresh();
}

void ComparePage::compareWithNow(const QString& snapshot) {
    setSides({{}, s(snapshot)}, {});
}

void ComparePage::swap() {
    setSides(m_to, m_from);
}

void ComparePage::showTab(Tab tab) {
    m_tab = tab;
    if (tab == Tab::Questions || tab == Tab::Findings)
        m_list->setKind(tab == Tab::Questions ? CompareList::Kind::Questions : CompareList::Kind::Findings);
    if (tab == Tab::Causes || tab == Tab::Money)
        m_causes->setPart(tab == Tab::Causes ? CompareCauses::Part::Score : CompareCauses::Part::Money);
    if (tab == Tab::Trend)
        m_detailOpen = false;
    m_tab = tab; // the list may have set its own
    arrange();
    showDetail();
}

void ComparePage::setDetailOpen(bool open) {
    m_detailOpen = open;
    arrange();
    showDetail();
    if (!open && isVisible())
        m_list->view()->setFocus(Qt::OtherFocusReason);
}

void ComparePage::toggleDetail() {
    if (!m_detailOpen && m_list->current() == nullptr)
        return step(0);
    setDetailOpen(!m_detailOpen);
}

void ComparePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_detailOpen && !m_tabbed)
        setDetailOpen(false);
    else
        QWidget::keyPressEvent(event);
}

void ComparePage::step(int by) {
    const bool none = m_list->current() == nullptr; // a list that gets the focus chooses its first row
    m_list->view()->setFocus(Qt::ShortcutFocusReason);
    m_list->view()->step(none ? 0 : by);
}

void ComparePage::openRow(const CompareRow& row) {
    if (!row.to)
        return; // it is not there any more; the details say so
    // A finding that nobody wrote anything about goes with its risk; its question tells more then.
    if (row.finding && m_bridge->session().finding(row.key) != nullptr)
        emit findingWanted(q(row.key));
    else if (!row.question.question.empty())
        emit questionWanted(row.question);
}

void ComparePage::openCurrent() {
    if (const CompareRow* row = m_list->current())
        openRow(CompareRow(*row));
}

void ComparePage::narrow(const QString& lens, const QString& framework) {
    const std::string lensId = s(lens), frameworkId = s(framework);
    if (m_list->inCell(lensId, frameworkId)) // the same cell again: all
        return m_list->setCell({}, {}, {});
    QStringList words;
    for (const review::Review* review : {&m_shown->after->review, &m_shown->before->review})
        if (const review::ReviewLens* found = lensId.empty() || !words.isEmpty() ? nullptr : review->findLens(lensId))
            words << lensName(*found);
    if (!frameworkId.empty())
        words << frameworkName(frameworkId);
    m_list->setCell(lensId, frameworkId, words.join(QStringLiteral(" × ")));
    if (m_tab != Tab::Questions && m_tab != Tab::Findings)
        showTab(Tab::Questions);
}

void ComparePage::chooseFileFor(bool after) {
    if (m_files == nullptr)
        return;
    const QString path = m_files->open(this, tr("Compare with another file"), folder(), reviewFilter());
    if (!path.isEmpty())
        offerStates(path, after);
}

void ComparePage::offerStates(const QString& path, bool after) {
    const std::filesystem::path file = std::filesystem::path(s(path));
    const Instant today = now();
    m_jobs->start<FileStates>(
        tr("Reading %1").arg(QFileInfo(path).fileName()), this,
        [file, today](JobContext&) { return readFileStates(file, today); },
        [this, file, path, after](Result<FileStates> states) {
            if (!states) {
                if (states.error().kind != ErrorKind::Cancelled)
                    emit m_bridge->failed(states.error());
                return;
            }
            auto* dialog =
                new CompareFileDialog(QFileInfo(path).fileName(), q(states->workload), states->snapshots, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, file, after] {
                const session::StateRef ref{file, dialog->chosen()};
                m_feed->forgetStates(); // the file may be another one by now
                setSides(after ? m_from : ref, after ? ref : m_to);
            });
            dialog->open();
        });
}

void ComparePage::copyTable() {
    if (!m_shown)
        return;
    const CompareTable table = compareTable(m_shown->comparison, stateName(m_shown->from), stateName(m_shown->to),
                                            m_list->questions(), m_list->findings());
    auto* copied = new QMimeData;
    copied->setText(asTabs(table));
    copied->setHtml(asHtml(table));
    QGuiApplication::clipboard()->setMimeData(copied);
}

void ComparePage::write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        emit m_bridge->failed({ErrorKind::System,
                               "io.write",
                               s(tr("%1 could not be written: %2").arg(path, file.errorString())),
                               s(path),
                               {},
                               {}});
}

void ComparePage::saveCsv() {
    if (m_files == nullptr || !m_shown)
        return;
    const QString stem = fileNameFor(q(m_bridge->session().review().workload.name)) + QStringLiteral("-changes");
    const QString path = m_files->save(this, tr("Save the changes"), freePath(folder(), stem, QStringLiteral("csv")),
                                       tr("CSV table (*.csv)"), true);
    if (!path.isEmpty())
        write(path, changesCsv(m_shown->comparison, m_list->questions(), m_list->findings()));
}

void ComparePage::openSnapshots() {
    const session::Session& session = m_bridge->session();
    auto* dialog = new SnapshotListDialog(session.snapshots(), session.readOnly(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnapshotListDialog::openWanted, this, &ComparePage::snapshotOpenWanted);
    connect(dialog, &SnapshotListDialog::compareWanted, this, &ComparePage::compareWithNow);
    connect(dialog, &SnapshotListDialog::exportWanted, this, &ComparePage::exportSnapshot);
    connect(dialog, &SnapshotListDialog::restoreWanted, this, &ComparePage::restoreSnapshot);
    dialog->open();
}

void ComparePage::exportSnapshot(const QString& name) {
    if (m_files == nullptr)
        return;
    const auto bytes = m_bridge->session().snapshotBytes(s(name));
    if (!bytes) {
        emit m_bridge->failed(bytes.error());
        return;
    }
    const QString path =
        m_files->save(this, tr("Export the snapshot"), freePath(folder(), fileNameFor(name), QStringLiteral("json")),
                      tr("Snapshot as JSON (*.json)"), true);
    if (!path.isEmpty())
        write(path, QByteArray::fromStdString(*bytes));
}

void ComparePage::restoreSnapshot(const QString& name) {
    if (m_bridge->run([&name](session::Session& session) { return session.restoreSnapshot(s(name)); }))
        m_undo->say(tr("The review is as it was in “%1”").arg(name),
                    m_actions->action(u"edit.undo")->shortcut().toString(QKeySequence::PortableText));
}

} // namespace plumb::ui
