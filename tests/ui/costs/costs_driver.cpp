// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/costs/costs_driver.h"

#include "ui/pages/costs_feed.h"
#include "ui/pages/costs_list_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>

namespace plumb::test {

CostsDriver::CostsDriver(const review::Costs& costs, const QSize& size)
    : review({makeLens({.pillars = 1, .questions = 1})}) {
    ui::Theme::instance().install();
    ui::Theme::instance().setReducedMotion(true);
    ui::Theme::instance().setCompact(size.width() < 1284 || size.height() < 748);
    review.tick({"generative-ai", "GAI_OPS_1"}, {3});
    if (!costs.untouched())
        if (const auto done = session().setCosts(costs, "Set up"); !done)
            qFatal("%s", done.error().messages.empty() ? done.error().text.c_str()
                                                       : done.error().messages.front().text.c_str());
    m_page = std::make_unique<ui::CostsPage>(review.bridge(), &actions, &jobs, nullptr);
    m_page->setFileDialogs(&files);
    // What the shell does for this one.
    QObject::connect(actions.action(u"edit.undo"), &QAction::triggered, m_page.get(), [this] {
        m_page->commitPending();
        static_cast<void>(session().undo());
    });
    m_page->addAction(actions.action(u"edit.undo"));
    m_page->resize(size);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("The page did not become active");
    m_page->setFocus(Qt::OtherFocusReason);
    settle();
}

CostsDriver::~CostsDriver() = default;

void CostsDriver::settle() {
    if (!QTest::qWaitFor([this] { return !m_page->feed()->busy(); }, 20'000))
        qFatal("The figures did not come");
}

QWidget* CostsDriver::target() const {
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

void CostsDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(target(), key, modifiers);
    QCoreApplication::processEvents();
}

void CostsDriver::type(const QString& text) {
    QTest::keyClicks(target(), text);
}

void CostsDriver::click(const QString& buttonName) {
    QTest::mouseClick(find<QAbstractButton>(buttonName), Qt::LeftButton);
}

QString CostsDriver::text(const QString& labelName) const {
    return find<ui::WrapLabel>(labelName)->text();
}

QString CostsDriver::figure(const QString& name) const {
    return find<ui::Figure>(name + QStringLiteral("Figure"))->text();
}

QStringList CostsDriver::rows(const QString& list) const {
    const auto* model = find<ui::CostListView>(list)->rows();
    QStringList out;
    for (int i = 0; i < model->rowCount(); ++i) {
        const ui::CostRow& row = model->row(i);
        QString text = row.name + QLatin1Char(' ') + row.figure;
        if (row.ticked)
            text.prepend(*row.ticked  ? QStringLiteral("[x] ")
                         : row.locked ? QStringLiteral("[-] ")
                                      : QStringLiteral("[ ] "));
        out << text.trimmed();
    }
    return out;
}

QStringList CostsDriver::items() const {
    return rows(QStringLiteral("itemList"));
}

QStringList CostsDriver::measures() const {
    return rows(QStringLiteral("measureList"));
}

void CostsDriver::choose(const QString& list, int row) {
    auto* view = find<ui::CostListView>(list);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->rows()->index(row)).center());
}

void CostsDriver::clickBox(int measure) {
    auto* view = find<ui::CostListView>(QStringLiteral("measureList"));
    const QRect row = view->visualRect(view->rows()->index(measure));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {ui::CostListView::padding() + 8, row.center().y()});
}

void CostsDriver::doubleClick(const QString& list, int row) {
    auto* view = find<ui::CostListView>(list);
    const QPoint at = view->visualRect(view->rows()->index(row)).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
}

QString CostsDriver::undoWords() const {
    const auto* bar = m_page->findChild<ui::UndoBar*>(QStringLiteral("undoBar"), Qt::FindDirectChildrenOnly);
    return bar == nullptr || bar->isHidden() ? QString() : bar->accessibleName();
}

int CostsDriver::steps() const {
    return static_cast<int>(session().history().value().size());
}

void CostsDriver::fill(const QString& field, const QString& text) {
    auto* edit = find<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

QString CostsDriver::note(const QString& field) const {
    const auto* label = find<ui::WrapLabel>(field + QStringLiteral("Note"));
    return label->isHidden() ? QString() : label->text();
}

bool CostsDriver::dialogOpen() const {
    const auto dialogs = m_page->findChildren<QDialog*>();
    return std::any_of(dialogs.begin(), dialogs.end(), [](const QDialog* each) { return each->isVisible(); });
}

QWidget* CostsDriver::dialog() const {
    for (QDialog* each : m_page->findChildren<QDialog*>())
        if (each->isVisible())
            return each;
    qFatal("No dialog is open");
}

} // namespace plumb::test
