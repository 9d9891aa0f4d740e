// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/questions/questions_driver.h"

#include "ui/pages/questions_tree_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QMenu>

namespace plumb::test {

QuestionsDriver::QuestionsDriver(TestReview& review, const QSize& size) : m_review(review) {
    ui::Theme::instance().install();
    m_page = std::make_unique<ui::QuestionsPage>(review.bridge(), &actions, nullptr);
    m_page->setFileDialogs(&files);
    m_page->setUrlOpener([this](const QUrl& url) {
        opened << url;
        return true;
    });
    // What the shell does for these two.
    QObject::connect(actions.action(u"edit.undo"), &QAction::triggered, m_page.get(), [this] {
        m_page->commitPending();
        static_cast<void>(m_review.session().undo());
    });
    m_page->addAction(actions.action(u"edit.undo"));
    m_page->resize(size);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("The page did not become active");
}

QuestionsDriver::~QuestionsDriver() = default;

void QuestionsDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(target(), key, modifiers);
}

QWidget* QuestionsDriver::target() const {
    QWidget* window = m_page.get();
    for (QDialog* dialog : m_page->findChildren<QDialog*>())
        if (dialog->isVisible())
            window = dialog;
    if (!window->isActiveWindow()) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            qFatal("The window did not become active");
    }
    return window->focusWidget() != nullptr ? window->focusWidget() : window;
}

void QuestionsDriver::type(const QString& text) {
    QTest::keyClicks(target(), text);
}

QString QuestionsDriver::questionId() const {
    return ui::q(m_page->current().question);
}

void QuestionsDriver::click(const QString& objectName) {
    auto* button = find<QAbstractButton>(objectName);
    QTest::mouseClick(button, Qt::LeftButton);
}

QString QuestionsDriver::text(const QString& labelName) const {
    return find<ui::WrapLabel>(labelName)->text();
}

bool QuestionsDriver::checked(const QString& buttonName) const {
    return find<QAbstractButton>(buttonName)->isChecked();
}

namespace {
void collect(const QAbstractItemModel* model, const QModelIndex& parent, QStringList& out) {
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (index.data(ui::QuestionTreeModel::QuestionRole).isValid())
            out << index.data(Qt::AccessibleTextRole).toString();
        collect(model, index, out);
    }
}
} // namespace

QStringList QuestionsDriver::treeRows() const {
    QStringList rows;
    collect(find<QAbstractItemView>(QStringLiteral("questionTree"))->model(), {}, rows);
    return rows;
}

QStringList QuestionsDriver::evidenceRows() const {
    QStringList rows;
    for (const QAbstractButton* row : m_page->findChildren<QAbstractButton*>(QStringLiteral("evidenceButton")))
        if (!row->isHidden())
            rows << row->text();
    return rows;
}

QWidget* QuestionsDriver::dialog() const {
    for (QDialog* dialog : m_page->findChildren<QDialog*>())
        if (dialog->isVisible())
            return dialog;
    qFatal("No dialog is open");
}

void QuestionsDriver::choose(const QString& text) {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        qFatal("No menu is open");
    for (QAction* action : menu->actions())
        if (action->text().startsWith(text)) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
    qFatal("No entry %s", qPrintable(text));
}

} // namespace plumb::test
