// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compare_driver.h"

#include "ui/dialogs/snapshot_dialog.h"
#include "ui/models/compare_rows.h"
#include "ui/pages/compare_list.h"
#include "ui/pages/compare_list_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QTableView>

namespace plumb::test {

CompareDriver::CompareDriver(With with, const QSize& size)
    : review({makeLens({.pillars = 2, .questions = 3}), quickScan()}) {
    ui::Theme::instance().install();
    ui::Theme::instance().setReducedMotion(true);
    ui::Theme::instance().setCompact(size.width() < 1284 || size.height() < 748);
    if (with != With::Nothing) {
        review.tick(question("OPS_1"), {3});
        review.tick(question("OPS_2"), {1, 2});
        review.tick(question("SEC_1"), {1, 2, 3, 4, 5});
        if (const auto made = session().createSnapshot("May 2026", "Before the platform move"); !made)
            qFatal("%s", made.error().text.c_str());
        review.advance(3LL * 24 * 3600 * 1000);
    }
    if (with == With::Changes) {
        session::AnswerEdit other;
        const auto ids = [&](const char* id, std::initializer_list<int> choices) {
            std::vector<std::string> out;
            for (const int choice : choices)
                out.push_back(session().review().findQuestion(question(id))->choices.at(std::size_t(choice - 1)).id);
            return out;
        };
        other.select = ids("OPS_1", {1, 2, 4, 5});
        review.edit(question("OPS_1"), other);
        session::AnswerEdit worse;
        worse.unselect = ids("SEC_1", {1, 2});
        review.edit(question("SEC_1"), worse);
        review.tick(question("SEC_2"), {1, 2, 3, 4, 5});
        session::AnswerEdit note;
        note.note = "Checked in November";
        review.edit(question("OPS_2"), note);
    }
    m_page = std::make_unique<ui::ComparePage>(review.bridge(), &actions, &jobs, nullptr);
    m_page->setFileDialogs(&files);
    // What the shell does for these.
    QObject::connect(actions.action(u"edit.undo"), &QAction::triggered, m_page.get(),
                     [this] { static_cast<void>(session().undo()); });
    QObject::connect(actions.action(u"review.snapshot"), &QAction::triggered, m_page.get(),
                     [this] { ui::SnapshotDialog::ask(review.bridge(), m_page.get(), [](const QString&) {}); });
    m_page->addAction(actions.action(u"edit.undo"));
    m_page->addAction(actions.action(u"review.snapshot"));
    m_page->resize(size);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("The page did not become active");
    m_page->setFocus(Qt::OtherFocusReason);
    settle();
}

CompareDriver::~CompareDriver() = default;

void CompareDriver::settle() {
    if (!QTest::qWaitFor([this] { return !m_page->busy() && jobs.running().isEmpty(); }, 20'000))
        qFatal("The comparison did not come");
}

void CompareDriver::resize(const QSize& size) {
    ui::Theme::instance().setCompact(size.width() < 1284 || size.height() < 748);
    m_page->resize(size);
    QCoreApplication::processEvents();
}

QDialog* CompareDriver::dialog() const {
    for (QDialog* each : m_page->findChildren<QDialog*>())
        if (each->isVisible())
            return each;
    return nullptr;
}

QWidget* CompareDriver::target() const {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    QWidget* window = dialog() != nullptr ? static_cast<QWidget*>(dialog()) : m_page.get();
    if (!window->isActiveWindow()) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            qFatal("The window did not become active");
    }
    return window->focusWidget() != nullptr ? window->focusWidget() : window;
}

void CompareDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(target(), key, modifiers);
    QCoreApplication::processEvents();
}

void CompareDriver::type(const QString& text) {
    QTest::keyClicks(target(), text);
}

void CompareDriver::click(const QString& buttonName) {
    QTest::mouseClick(find<QAbstractButton>(buttonName), Qt::LeftButton);
    QCoreApplication::processEvents();
}

QString CompareDriver::text(const QString& labelName) const {
    return find<ui::WrapLabel>(labelName)->text();
}

bool CompareDriver::shown(const QString& name) const {
    return find<QWidget>(name)->isVisible();
}

QListView* CompareDriver::list() const {
    return find<ui::CompareList>(QStringLiteral("compareList"))->view();
}

QStringList CompareDriver::rows() const {
    const auto* model = qobject_cast<const ui::CompareRowsModel*>(list()->model());
    const auto side = [](const std::optional<ui::MarkKind>& mark) {
        return mark ? ui::markWord(*mark) : QStringLiteral("-");
    };
    QStringList out;
    for (int i = 0; i < model->rowCount(); ++i) {
        const ui::CompareRow& row = model->row(i);
        out << QStringLiteral("%1 > %2, %3, %4")
                   .arg(side(row.from), side(row.to),
                        QString::fromStdString(row.finding ? row.key : row.question.question), row.word);
    }
    return out;
}

QString CompareDriver::chips() const {
    QStringList out;
    for (const ui::Chip* chip : find<ui::CompareList>(QStringLiteral("compareList"))->findChildren<ui::Chip*>())
        if (chip->isVisible())
            out << chip->text() + QLatin1Char(' ') + QString::number(chip->count().value_or(-1)) +
                       (chip->isChecked() ? QStringLiteral("*") : QString());
    return out.join(QStringLiteral(", "));
}

void CompareDriver::clickRow(int row) {
    QListView* view = list();
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    QCoreApplication::processEvents();
}

void CompareDriver::doubleClickRow(int row) {
    clickRow(row);
    QListView* view = list();
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 0)).center());
    QCoreApplication::processEvents();
}

void CompareDriver::pick(const QString& combo, const QString& words) {
    auto* picker = find<QComboBox>(combo);
    const int wanted = picker->findText(words);
    if (wanted < 0)
        qFatal("%s does not offer %s", qPrintable(combo), qPrintable(words));
    picker->setFocus(Qt::TabFocusReason);
    while (picker->currentIndex() != wanted) {
        const int before = picker->currentIndex();
        QTest::keyClick(picker, before < wanted ? Qt::Key_Down : Qt::Key_Up);
        settle();
        if (picker->currentIndex() == before)
            qFatal("%s does not move", qPrintable(combo));
    }
}

QStringList CompareDriver::offered(const QString& combo) const {
    const auto* picker = find<QComboBox>(combo);
    QStringList out;
    for (int i = 0; i < picker->count(); ++i)
        out << picker->itemText(i);
    return out;
}

QString CompareDriver::cell(bool after, int row, int column) const {
    const auto* map = find<QTableView>(after ? QStringLiteral("afterMap") : QStringLiteral("beforeMap"));
    return map->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
}

QString CompareDriver::undoWords() const {
    const auto* bar = m_page->findChild<ui::UndoBar*>();
    const auto* words = bar == nullptr || !bar->isVisible() ? nullptr : bar->findChild<ui::WrapLabel*>();
    return words == nullptr ? QString() : words->text();
}

} // namespace plumb::test
