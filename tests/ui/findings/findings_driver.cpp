// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/findings/findings_driver.h"

#include "ui/pages/findings_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QMenu>

namespace plumb::test {

FindingsDriver::FindingsDriver(bool answered, const QSize& size) : review({makeLens({.pillars = 2, .questions = 2})}) {
    ui::Theme::instance().install();
    ui::Theme::instance().setReducedMotion(true);
    if (answered) {
        review.tick({"generative-ai", "GAI_OPS_1"}, {3});
        review.tick({"generative-ai", "GAI_OPS_2"}, {3});
        review.tick({"generative-ai", "GAI_SEC_1"}, {1, 2});
        review.tick({"generative-ai", "GAI_SEC_2"}, {1, 2, 3, 4, 5});
    }
    m_page = std::make_unique<ui::FindingsPage>(review.bridge(), &actions, nullptr);
    m_page->setFileDialogs(&files);
    // What the shell does for this one.
    QObject::connect(actions.action(u"edit.undo"), &QAction::triggered, m_page.get(), [this] {
        m_page->commitPending();
        static_cast<void>(review.session().undo());
    });
    m_page->addAction(actions.action(u"edit.undo"));
    m_page->resize(size);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("The page did not become active");
    m_page->setFocus(Qt::OtherFocusReason);
}

FindingsDriver::~FindingsDriver() = default;

const score::Finding& FindingsDriver::finding(const char* key) const {
    const score::Finding* found = session().finding(key);
    if (found == nullptr)
        qFatal("No finding %s", key);
    return *found;
}

void FindingsDriver::edit(const char* key, const session::FindingEdit& edit) {
    const auto done = session().editFindings({{key, edit}});
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

QWidget* FindingsDriver::target() const {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    QWidget* window = m_page.get();
    for (QDialog* each : m_page->findChildren<QDialog*>())
        if (each->isVisible())
            window = each;
    if (!window->isActiveWindow()) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            qFatal("The window did not become active");
    }
    return window->focusWidget() != nullptr ? window->focusWidget() : window;
}

void FindingsDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(target(), key, modifiers);
    QCoreApplication::processEvents(); // Enter in a cell commits after the key
}

void FindingsDriver::type(const QString& text) {
    QTest::keyClicks(target(), text);
}

void FindingsDriver::click(const QString& buttonName) {
    QTest::mouseClick(find<QAbstractButton>(buttonName), Qt::LeftButton);
}

QString FindingsDriver::text(const QString& labelName) const {
    return find<ui::WrapLabel>(labelName)->text();
}

QStringList FindingsDriver::rows() const {
    const auto* model = find<ui::FindingsTable>(QStringLiteral("findingsTable"))->model();
    QStringList keys;
    for (int row = 0; row < model->rowCount(); ++row)
        keys << model->index(row, 0).data(ui::FindingTableModel::KeyRole).toString().section(QLatin1Char('/'), -1);
    return keys;
}

QString FindingsDriver::cell(int row, int column) const {
    return find<ui::FindingsTable>(QStringLiteral("findingsTable"))->model()->index(row, column).data().toString();
}

QString FindingsDriver::current() const {
    return ui::q(m_page->currentKey()).section(QLatin1Char('/'), -1);
}

void FindingsDriver::clickCell(int row, int column, Qt::KeyboardModifiers modifiers) {
    auto* table = find<ui::FindingsTable>(QStringLiteral("findingsTable"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers,
                      table->visualRect(table->model()->index(row, column)).center());
}

void FindingsDriver::doubleClickCell(int row, int column) {
    auto* table = find<ui::FindingsTable>(QStringLiteral("findingsTable"));
    const QPoint at = table->visualRect(table->model()->index(row, column)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
}

void FindingsDriver::clickHead(int column) {
    auto* head = find<ui::FindingsTable>(QStringLiteral("findingsTable"))->horizontalHeader();
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                      {head->sectionViewportPosition(column) + 20, head->height() / 2});
}

int FindingsDriver::chipCount(const QString& name) const {
    return find<ui::Chip>(name)->count().value_or(-1);
}

QString FindingsDriver::undoWords() const {
    const auto* bar = m_page->findChild<ui::UndoBar*>(QStringLiteral("undoBar"), Qt::FindDirectChildrenOnly);
    return bar == nullptr || bar->isHidden() ? QString() : bar->accessibleName();
}

int FindingsDriver::steps() const {
    return static_cast<int>(session().history().value().size());
}

bool FindingsDriver::dialogOpen() const {
    const auto dialogs = m_page->findChildren<QDialog*>();
    return std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog* each) { return each->isVisible(); });
}

QWidget* FindingsDriver::dialog() const {
    for (QDialog* each : m_page->findChildren<QDialog*>())
        if (each->isVisible())
            return each;
    qFatal("No dialog is open");
}

void FindingsDriver::choose(const QString& text) {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        qFatal("No menu is open");
    for (QAction* action : menu->actions())
        if (action->text().startsWith(text)) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
    qFatal("No entry %s", qPrintable(text));
}

} // namespace plumb::test
