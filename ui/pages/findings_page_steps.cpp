// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys of the findings place do.
#include "ui/bridge/action_table.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/pages/findings_detail.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/findings_register.h"
#include "ui/pages/findings_steps.h"
#include "ui/pages/findings_table.h"
#include "ui/widgets/risk_matrix.h"
#include "ui/widgets/undo_bar.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSaveFile>

namespace plumb::ui {

void FindingsPage::on(QStringView action, void (FindingsPage::*what)()) {
    connect(m_actions->action(action), &QAction::triggered, this, what);
}

void FindingsPage::connectActions() {
    on(u"findings.owner", &FindingsPage::editOwner);
    on(u"findings.due", &FindingsPage::editDue);
    on(u"findings.setEffort", &FindingsPage::offerEffort);
    on(u"findings.status", &FindingsPage::offerStatus);
    on(u"findings.accept", &FindingsPage::acceptRisk);
    on(u"findings.resolve", &FindingsPage::resolve);
    on(u"findings.question", &FindingsPage::goToQuestion);
    on(u"findings.remove", &FindingsPage::removeFinding);
    on(u"findings.copy", &FindingsPage::copyTable);
    on(u"findings.csv", &FindingsPage::saveCsv);
    on(u"findings.details", &FindingsPage::toggleSide);
    on(u"findings.matrix", &FindingsPage::enterMatrix);
    connect(m_actions->action(u"findings.add"), &QAction::triggered, m_steps, &FindingSteps::add);
    connect(m_actions->action(u"findings.search"), &QAction::triggered, this, [this] {
        showView(View::Register);
        m_register->focusSearch();
    });
    connect(m_actions->action(u"findings.next"), &QAction::triggered, this, [this] { step(1); });
    connect(m_actions->action(u"findings.previous"), &QAction::triggered, this, [this] { step(-1); });
    const std::pair<const char16_t*, View> views[] = {{u"findings.register", View::Register},
                                                      {u"findings.plan", View::Plan},
                                                      {u"findings.effort", View::Effort},
                                                      {u"findings.whatIf", View::WhatIf}};
    for (const auto& [id, view] : views)
        connect(m_actions->action(id), &QAction::triggered, this, [this, view = view] { showView(view); });
}

std::vector<std::string> FindingsPage::chosen() const {
    std::vector<std::string> keys = m_register->table()->selectedKeys();
    if (keys.empty() && !currentKey().empty())
        keys = {currentKey()};
    return keys;
}

void FindingsPage::toTable() {
    m_register->table()->setFocus(Qt::OtherFocusReason);
}

void FindingsPage::step(int by) {
    m_register->table()->step(by);
    if (const auto& tell = m_tell[static_cast<std::size_t>(m_view)]; tell && !currentKey().empty())
        tell(q(currentKey()));
}

QPoint FindingsPage::menuPoint(int column) const {
    const FindingsTable* table = m_register->table();
    if (m_view != View::Register)
        return mapToGlobal(QPoint(width() / 3, height() / 3));
    return table->viewport()->mapToGlobal(
        table->visualRect(table->currentIndex().siblingAtColumn(column)).bottomLeft());
}

void FindingsPage::editOwner() {
    showView(View::Register);
    m_register->table()->editColumn(FindingTableModel::Owner);
}

void FindingsPage::editDue() {
    showView(View::Register);
    m_register->table()->editColumn(FindingTableModel::Due);
}

void FindingsPage::offerEffort() {
    m_steps->offerEffort(chosen(), menuPoint(FindingTableModel::Effort));
}

void FindingsPage::offerStatus() {
    m_steps->offerStatus(chosen(), menuPoint(FindingTableModel::Status));
}

void FindingsPage::acceptRisk() {
    m_steps->setStatus(chosen(), review::FindingStatus::Accepted);
}

void FindingsPage::resolve() {
    m_steps->setStatus(chosen(), review::FindingStatus::Resolved);
}

void FindingsPage::goToQuestion() {
    const score::Finding* one = m_bridge->session().finding(currentKey());
    if (one != nullptr && !one->byHand)
        emit questionWanted(one->question);
}

void FindingsPage::removeFinding() {
    m_steps->remove(currentKey());
}

void FindingsPage::showContextMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const score::Finding* one = m_bridge->session().finding(currentKey());
    if (!m_steps->readOnly()) {
        for (const auto id : {u"findings.owner", u"findings.due", u"findings.setEffort", u"findings.status"})
            menu->addAction(m_actions->action(id));
        menu->addSeparator();
        menu->addAction(m_actions->action(u"findings.accept"));
        menu->addAction(m_actions->action(u"findings.resolve"));
        menu->addSeparator();
    }
    if (one != nullptr && !one->byHand)
        menu->addAction(m_actions->action(u"findings.question"));
    menu->addAction(m_actions->action(u"findings.copy"));
    if (one != nullptr && one->byHand && !m_steps->readOnly())
        menu->addAction(m_actions->action(u"findings.remove"));
    menu->popup(at);
}

void FindingsPage::copyTable() {
    QGuiApplication::clipboard()->setText(m_register->asText(QLatin1Char('\t')));
}

void FindingsPage::saveCsv() {
    if (m_files == nullptr)
        return;
    const QString folder = QString::fromStdString(m_bridge->session().path().parent_path().string());
    const QString stem = fileNameFor(q(m_bridge->session().review().workload.name)) + QStringLiteral("-findings");
    const QString path = m_files->save(this, tr("Save the findings"), freePath(folder, stem, QStringLiteral("csv")),
                                       tr("CSV table (*.csv)"), true);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes =
        "\xEF\xBB\xBF" + m_register->asText(QLatin1Char(',')).toUtf8(); // spreadsheets need the mark
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        emit m_bridge->failed({ErrorKind::System,
                               "io.write",
                               s(tr("%1 could not be written: %2").arg(path, file.errorString())),
                               s(path),
                               {},
                               {}});
}

void FindingsPage::toggleSide() {
    m_sideWanted = !m_sideWanted;
    if (!m_sideWanted)
        toTable();
    showChosen();
}

void FindingsPage::enterMatrix() {
    showView(View::Register);
    m_sideWanted = true;
    showChosen();
    m_matrix->focusProxy()->setFocus(Qt::TabFocusReason);
}

void FindingsPage::keyPressEvent(QKeyEvent* event) {
    // Esc from a chip, the matrix or a button: back to the table.
    if (event->key() == Qt::Key_Escape && m_view == View::Register)
        toTable();
    else
        QWidget::keyPressEvent(event);
}

} // namespace plumb::ui
