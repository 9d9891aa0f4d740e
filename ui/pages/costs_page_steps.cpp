// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys and buttons of the Costs place do.
#include "core/cost/seed.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/dialogs/cost_import_dialog.h"
#include "ui/dialogs/cost_new_dialog.h"
#include "ui/dialogs/cost_settings_dialog.h"
#include "ui/dialogs/price_book_dialog.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/pages/costs_charts.h"
#include "ui/pages/costs_editor.h"
#include "ui/pages/costs_feed.h"
#include "ui/pages/costs_list_view.h"
#include "ui/pages/costs_lists.h"
#include "ui/pages/costs_page.h"
#include "ui/widgets/undo_bar.h"

#include <algorithm>
#include <QAction>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

QString droppedFile(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && CostImportDialog::readable(url.toLocalFile()))
            return url.toLocalFile();
    return {};
}

void openDialog(QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void CostsPage::on(QStringView action, void (CostsPage::*what)()) {
    connect(m_actions->action(action), &QAction::triggered, this, what);
}

void CostsPage::connectActions() {
    on(u"costs.addItem", &CostsPage::addItem);
    on(u"costs.addMeasure", &CostsPage::addMeasure);
    on(u"costs.import", &CostsPage::importFile);
    on(u"costs.prices", &CostsPage::openPrices);
    on(u"costs.seed", &CostsPage::loadSeed);
    on(u"costs.newScenario", &CostsPage::newScenario);
    on(u"costs.renameScenario", &CostsPage::renameScenario);
    on(u"costs.duplicateScenario", &CostsPage::duplicateScenario);
    on(u"costs.deleteScenario", &CostsPage::deleteScenario);
    connect(m_actions->action(u"costs.settings"), &QAction::triggered, this,
            [this] { openSettings(CostsFoot::Part::Month); });
    connect(m_actions->action(u"costs.nextScenario"), &QAction::triggered, this, [this] { stepScenario(1); });
    connect(m_actions->action(u"costs.previousScenario"), &QAction::triggered, this, [this] { stepScenario(-1); });
    connect(m_actions->action(u"costs.compare"), &QAction::triggered, this, [this] {
        closeEditor();
        m_lists->openCompare();
    });
    const std::pair<const char16_t*, bool> lists[] = {{u"costs.baseline", false}, {u"costs.measures", true}};
    for (const auto& [id, ofMeasure] : lists)
        connect(m_actions->action(id), &QAction::triggered, this, [this, ofMeasure = ofMeasure] {
            closeEditor();
            (ofMeasure ? m_lists->measures() : m_lists->items())->setFocus(Qt::TabFocusReason);
        });
    using Kind = CostsCharts::Kind;
    const std::pair<const char16_t*, Kind> charts[] = {{u"costs.confidence", Kind::Confidence},
                                                       {u"costs.tornado", Kind::Tornado},
                                                       {u"costs.breakEven", Kind::BreakEven},
                                                       {u"costs.frontier", Kind::Frontier},
                                                       {u"costs.losses", Kind::Losses}};
    for (const auto& [id, kind] : charts)
        connect(m_actions->action(id), &QAction::triggered, this, [this, kind = kind] { m_charts->showLower(kind); });
}

void CostsPage::syncActions() {
    const review::Costs& costs = m_editor->costs();
    const bool write = !m_editor->readOnly(), any = !costs.scenarios.empty();
    for (const auto id : {u"costs.addItem", u"costs.import", u"costs.newScenario", u"costs.settings"})
        m_actions->action(id)->setEnabled(write);
    m_actions->action(u"costs.addMeasure")->setEnabled(write);
    m_actions->action(u"costs.seed")->setEnabled(write && costs.items.empty() && costs.measures.empty());
    for (const auto id : {u"costs.renameScenario", u"costs.duplicateScenario", u"costs.deleteScenario"})
        m_actions->action(id)->setEnabled(write && any);
    for (const auto id : {u"costs.nextScenario", u"costs.previousScenario", u"costs.compare"})
        m_actions->action(id)->setEnabled(costs.scenarios.size() > 1);
}

void CostsPage::tell(const QString& whatWasDone) {
    m_undo->say(whatWasDone, m_actions->action(u"edit.undo")->shortcut().toString(QKeySequence::PortableText));
}

void CostsPage::addItem() {
    auto* dialog = new CostNewDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const CostChange change = withNewItem(m_editor->costs(), dialog->type(), dialog->name());
        if (m_editor->apply(change))
            editItem(q(change.id));
    });
    openDialog(dialog);
}

void CostsPage::addMeasure() {
    if (m_editor->costs().items.empty()) {
        addItem(); // a measure acts on something
        return;
    }
    const bool editing = m_left->currentWidget() == m_form && !m_form->ofMeasure();
    addMeasureFor(editing ? m_form->id() : s(m_lists->items()->currentId()));
}

void CostsPage::addMeasureFor(const std::string& item) {
    if (m_editor->readOnly())
        return;
    auto* dialog = new CostNewDialog(m_editor->costs(), item, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const CostChange change = withNewMeasure(m_editor->costs(), dialog->type(), dialog->item(), dialog->name());
        if (m_editor->apply(change))
            editMeasure(q(change.id));
    });
    openDialog(dialog);
}

void CostsPage::importFile() {
    openImport({});
}

void CostsPage::openImport(const QString& path) {
    if (m_editor->readOnly())
        return;
    const QString folder = QString::fromStdString(m_bridge->session().path().parent_path().string());
    auto* dialog = new CostImportDialog(m_editor, m_jobs, m_files, folder, this);
    openDialog(dialog);
    if (!path.isEmpty())
        dialog->read(path);
}

void CostsPage::openPrices() {
    auto* dialog = new PriceBookDialog(m_bridge, m_editor, this);
    connect(dialog, &PriceBookDialog::importWanted, this, &CostsPage::importFile);
    openDialog(dialog);
}

void CostsPage::openSettings(CostsFoot::Part part) {
    if (part == CostsFoot::Part::Prices) {
        openPrices();
        return;
    }
    if (m_editor->readOnly())
        return;
    using First = CostSettingsDialog::First;
    const First first = part == CostsFoot::Part::Currency  ? First::Currency
                        : part == CostsFoot::Part::Horizon ? First::Horizon
                        : part == CostsFoot::Part::Trials  ? First::Trials
                                                           : First::Month;
    auto* dialog = new CostSettingsDialog(m_editor->costs().settings, first, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        CostChange change{m_editor->costs(), tr("Change cost settings"), {}};
        change.costs.settings = dialog->settings();
        m_editor->apply(change);
    });
    openDialog(dialog);
}

void CostsPage::loadSeed() {
    const review::Costs& costs = m_editor->costs();
    if (!costs.items.empty() || !costs.measures.empty())
        return;
    CostChange change{cost::seedCosts(), tr("Load the article's case"), {}};
    change.costs.prices = costs.prices;
    m_editor->apply(change);
}

void CostsPage::askName(const QString& title, const QString& sentence, const QString& name, const std::string& except,
                        const std::function<void(const QString&)>& take) {
    auto* dialog = new CostNameDialog(
        title, sentence, name,
        [this, except](const QString& wanted) {
            const auto& all = m_editor->costs().scenarios;
            const bool taken = std::any_of(all.begin(), all.end(), [&](const review::CostScenario& each) {
                return each.id != except && q(each.name) == wanted;
            });
            return taken ? tr("Another scenario has this name.") : QString();
        },
        this);
    connect(dialog, &QDialog::accepted, this, [dialog, take] { take(dialog->name()); });
    openDialog(dialog);
}

void CostsPage::newScenario() {
    closeEditor();
    askName(tr("New scenario"), tr("It starts without measures; tick those that belong to it."),
            freeScenarioName(m_editor->costs()), {},
            [this](const QString& name) { m_editor->apply(withNewScenario(m_editor->costs(), name)); });
}

void CostsPage::duplicateScenario() {
    const review::CostScenario* now = m_editor->costs().findScenario(scenario());
    if (now == nullptr)
        return;
    m_editor->apply(withNewScenario(m_editor->costs(), freeScenarioName(m_editor->costs(), q(now->name)), now->id));
}

void CostsPage::renameScenario() {
    const review::CostScenario* now = m_editor->costs().findScenario(scenario());
    if (now == nullptr)
        return;
    askName(tr("Rename scenario"), {}, q(now->name), now->id, [this, id = now->id](const QString& name) {
        m_editor->apply(withScenarioNamed(m_editor->costs(), id, name));
    });
}

void CostsPage::deleteScenario() {
    m_editor->apply(withoutScenario(m_editor->costs(), scenario()));
}

void CostsPage::chooseScenario(const QString& id) {
    if (s(id) == scenario())
        return;
    m_order.clear(); // another list: its own order
    if (m_editor->readOnly()) {
        m_local = s(id);
        refresh();
        return;
    }
    m_editor->apply(withChosen(m_editor->costs(), s(id)));
}

void CostsPage::stepScenario(int by) {
    const auto& all = m_editor->costs().scenarios;
    const std::string now = scenario();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == now; });
    const auto at = static_cast<int>(found - all.begin()) + by;
    if (found != all.end() && at >= 0 && at < static_cast<int>(all.size()))
        chooseScenario(q(all[static_cast<std::size_t>(at)].id));
}

void CostsPage::switchMeasure(const QString& id, bool on) {
    m_editor->apply(withSwitched(m_editor->costs(), scenario(), s(id), on, m_order));
}

void CostsPage::moveMeasure(const QString& id, int to) {
    const auto from = std::find(m_order.begin(), m_order.end(), s(id));
    if (from == m_order.end() || m_editor->readOnly())
        return;
    m_order.erase(from);
    m_order.insert(m_order.begin() + std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(m_order.size())),
                   s(id));
    // One that is off has no place in the waterfall: only the list changes.
    if (!m_editor->apply(withOrder(m_editor->costs(), scenario(), m_order)))
        showLists();
    m_lists->measures()->setCurrentId(id);
}

void CostsPage::orderMeasures(int from, int to) {
    const review::CostScenario* now = m_editor->costs().findScenario(scenario());
    if (now == nullptr || from == to || from < 0 || from >= static_cast<int>(now->measures.size()))
        return;
    std::vector<std::string> order = now->measures;
    const std::string moved = order[static_cast<std::size_t>(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + std::clamp(to, 0, static_cast<int>(order.size())), moved);
    m_order.clear();
    m_editor->apply(withOrder(m_editor->costs(), now->id, order));
}

void CostsPage::removeThing(bool ofMeasure, const QString& id) {
    if (m_editor->readOnly())
        return;
    m_editor->apply(ofMeasure ? withoutMeasure(m_editor->costs(), s(id)) : withoutItem(m_editor->costs(), s(id)));
}

void CostsPage::showRowMenu(bool ofMeasure, const QString& id, const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("costRowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool write = !m_editor->readOnly();
    connect(menu->addAction(write ? tr("Edit") : tr("Show")), &QAction::triggered, this,
            [this, ofMeasure, id] { ofMeasure ? editMeasure(id) : editItem(id); });
    if (ofMeasure && m_shown) {
        const auto& measures = m_shown->spec().measures;
        const auto found =
            std::find_if(measures.begin(), measures.end(), [&](const cost::Measure& each) { return each.id == s(id); });
        const auto finding = found == measures.end() ? std::pair<std::string, std::string>()
                                                     : findingOf(static_cast<std::size_t>(found - measures.begin()));
        if (!finding.second.empty())
            connect(menu->addAction(tr("Open %1").arg(q(finding.first))), &QAction::triggered, this,
                    [this, key = finding.second] { emit findingWanted(q(key)); });
    }
    if (!ofMeasure && write)
        connect(menu->addAction(tr("Add a measure")), &QAction::triggered, this, [this, id] { addMeasureFor(s(id)); });
    if (ofMeasure && write) {
        const int row = m_lists->measures()->rows()->rowOf(id);
        connect(menu->addAction(tr("Move up")), &QAction::triggered, this,
                [this, id, row] { moveMeasure(id, row - 1); });
        connect(menu->addAction(tr("Move down")), &QAction::triggered, this,
                [this, id, row] { moveMeasure(id, row + 1); });
    }
    if (write) {
        menu->addSeparator();
        connect(menu->addAction(tr("Delete")), &QAction::triggered, this,
                [this, ofMeasure, id] { removeThing(ofMeasure, id); });
    }
    menu->popup(at);
}

void CostsPage::closeEditor() {
    if (m_left->currentWidget() != m_form)
        return;
    CostListView* list = m_form->ofMeasure() ? m_lists->measures() : m_lists->items();
    list->setCurrentId(q(m_form->id()));
    m_left->setCurrentWidget(m_lists);
    list->setFocus(Qt::OtherFocusReason);
}

void CostsPage::keyPressEvent(QKeyEvent* event) {
    // Esc from a chart or a button: back to the lists.
    if (event->key() == Qt::Key_Escape && m_left->currentWidget() == m_lists)
        m_lists->measures()->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void CostsPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!m_editor->readOnly() && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CostsPage::dropEvent(QDropEvent* event) {
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openImport(path);
}

} // namespace plumb::ui
